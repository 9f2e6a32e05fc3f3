/* SPDX-License-Identifier: Apache-2.0 */
"use strict";
// The fragment is written and escaped by the server; here it is only put in place when it has changed.
(() => {
  const state = document.getElementById("state");
  const live = document.getElementById("live");
  let shown = "";
  async function refresh() {
    try {
      const answer = await fetch("/simulator/fragment", { cache: "no-store" });
      const html = await answer.text();
      if (answer.ok && html !== shown) {
        state.innerHTML = html;
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
