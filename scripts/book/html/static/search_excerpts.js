/* Under each page that a search found: where on it the words stand, marked, each place with a link of its own.
   The words come from page_texts.js and are shown as text, never as markup. */
(() => {
  "use strict";
  const texts = window.pageTexts;
  const results = document.getElementById("search-results");
  const asked = new URLSearchParams(location.search).get("q");
  if (!texts || !results || !asked) return;
  const PLACES = 3, BEFORE = 80, LENGTH = 240;

  /* As Sphinx looks for words: as they are written, and by their stem. */
  const stemmer = new Stemmer();
  const words = splitQuery(asked.normalize("NFC").toLowerCase()).filter((word) => !stopwords.includes(word));
  const forms = words.map((word) => [...new Set([word, stemmer.stemWord(word)])]);
  const quoted = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  const longest = forms.flat().sort((one, other) => other.length - one.length);
  const pattern = new RegExp(`(${longest.map(quoted).join("|") || "$^"})`, "giu");

  function made(name, text, look) {
    const element = document.createElement(name);
    if (text) element.textContent = text;
    if (look) element.className = look;
    return element;
  }

  function excerpt(text) {
    const at = Math.max(text.search(pattern), 0);
    const blank = text.lastIndexOf(" ", Math.max(at - BEFORE, 0));
    const start = at > BEFORE ? blank + 1 : 0;
    const end = start + LENGTH < text.length ? text.lastIndexOf(" ", start + LENGTH) : text.length;
    const shown = made("span");
    shown.append(start ? "… " : "");
    for (const [number, part] of text.slice(start, Math.max(end, at)).split(pattern).entries())
      shown.append(number % 2 ? made("mark", part) : part);
    shown.append(end < text.length ? " …" : "");
    return shown;
  }

  /* How many of the words a piece has, in its heading or below it. */
  const score = ([, heading, text]) => {
    const all = `${heading} ${text}`.toLowerCase();
    return forms.filter((some) => some.some((form) => all.includes(form))).length;
  };

  function places(item) {
    const link = item.querySelector("a");
    const [page, anchor] = link.getAttribute("href").split("#");
    const pieces = texts[page.replace(/\.html$/, "")] || [];
    const kept = anchor ? pieces.filter((piece) => piece[0] === anchor) : pieces;
    const found = kept.map((piece) => [score(piece), piece]).filter(([many]) => many);
    found.sort(([one], [other]) => other - one);
    if (!found.length) return;
    const list = made("ul", "", "search-places");
    for (const [, [id, heading, text]] of found.slice(0, PLACES)) {
      const place = made("li");
      const there = made("a", heading || link.textContent);
      there.href = id ? `${page}#${id}` : page;
      place.append(there, ": ", excerpt(text));
      list.append(place);
    }
    const more = found.length - PLACES;
    if (more > 0) list.append(made("li", `and ${more} more ${more === 1 ? "place" : "places"} on this page`));
    item.append(list);
  }

  const seen = new WeakSet();
  function look() {
    for (const item of results.querySelectorAll("ul.search > li")) {
      if (seen.has(item)) continue;
      seen.add(item);
      places(item);
    }
  }
  new MutationObserver(look).observe(results, { childList: true, subtree: true });
  look();
})();
