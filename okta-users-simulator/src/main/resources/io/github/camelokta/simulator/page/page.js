/* SPDX-License-Identifier: Apache-2.0 */
"use strict";
// The fragment is written and escaped by the server; here it is only put in place when it has changed.
(() => {
  const state = document.getElementById("state");
  const live = document.getElementById("live");
  const filter = document.getElementById("filter");
  let shown = "";
  filter.value = new URLSearchParams(location.search).get("user") || "";
  async function refresh() {
    try {
      const query = filter.value ? "?user=" + encodeURIComponent(filter.value) : "";
      const answer = await fetch("/simulator/fragment" + query, { cache: "no-store" });
      const html = await answer.text();
      if (answer.ok && html !== shown) {
        const scrolled = [...state.querySelectorAll("section")].map((section) => section.scrollTop);
        state.innerHTML = html;
        state.querySelectorAll("section").forEach((section, i) => { section.scrollTop = scrolled[i] || 0; });
        shown = html;
      }
      live.textContent = "live";
      live.className = "";
    } catch (stopped) {
      live.textContent = "not answering";
      live.className = "lost";
    }
    setTimeout(refresh, document.hidden ? 5000 : 1000);
  }
  refresh();
})();
