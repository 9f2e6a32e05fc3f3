/* SPDX-License-Identifier: Apache-2.0 */
"use strict";
(() => {
    const root = document.body.dataset.root;
    const field = document.getElementById("search");
    const found = document.getElementById("found");
    const chapters = document.getElementById("chapters");
    const entries = window.manualIndex.map(([page, title, url, text]) =>
        ({ page, title, url, text, low: text.toLowerCase(), lowTitle: (page + " " + title).toLowerCase() }));

    /* All words must occur; a word in a title weighs more than many in the text. */
    const weigh = (entry, words) => {
        let sum = 0;
        for (const word of words) {
            const inTitle = entry.lowTitle.includes(word) ? 20 : 0;
            const inText = Math.min(entry.low.split(word).length - 1, 10);
            if (inTitle + inText === 0) {
                return 0;
            }
            sum += inTitle + inText;
        }
        return sum;
    };

    const excerpt = (entry, word) => {
        const at = Math.max(entry.low.indexOf(word) - 40, 0);
        return (at > 0 ? "…" : "") + entry.text.slice(at, at + 110) + "…";
    };

    const show = () => {
        const words = field.value.toLowerCase().split(/\s+/).filter(Boolean);
        found.replaceChildren();
        chapters.hidden = words.length > 0;
        if (words.length === 0) {
            return;
        }
        const hits = entries.map(entry => [weigh(entry, words), entry])
            .filter(([weight]) => weight > 0)
            .sort(([a], [b]) => b - a)
            .slice(0, 25);
        for (const [, entry] of hits) {
            const link = document.createElement("a");
            link.href = root + entry.url;
            link.append(entry.page === entry.title ? entry.page : entry.page + " › " + entry.title);
            const text = document.createElement("small");
            text.append(excerpt(entry, words[0]));
            const item = document.createElement("li");
            item.append(link, text);
            found.append(item);
        }
        if (hits.length === 0) {
            const item = document.createElement("li");
            item.append("Nothing found");
            found.append(item);
        }
    };

    field.addEventListener("input", show);
    document.addEventListener("keydown", event => {
        if (event.key === "/" && document.activeElement !== field) {
            event.preventDefault();
            field.focus();
        } else if (event.key === "Escape") {
            field.value = "";
            show();
        } else if (event.key === "Enter" && document.activeElement === field) {
            found.querySelector("a")?.click();
        }
    });
    const asked = new URLSearchParams(location.search).get("q");
    if (asked) {
        field.value = asked;
        show();
    }
})();
