/* On a page that was opened from the search: what was searched for is marked, until the reader wants it no more.
   The words are marked where they stand; nothing is put into the text. */
(() => {
  "use strict";
  const KEY = "sphinx_highlight_terms", NAME = "searched";
  const article = document.querySelector("article.bd-article");
  const place = document.getElementById("searchbox");
  if (!article || !place || !window.Highlight || !CSS.highlights) return;
  let asked = "";
  try {
    asked = localStorage.getItem(KEY) || "";
    localStorage.removeItem(KEY);
  } catch {
    /* a browser that keeps nothing */
  }
  const words = asked.toLowerCase().split(/\s+/).filter(Boolean);
  if (!words.length) return;

  const found = [];
  const walk = document.createTreeWalker(article, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const node = walk.currentNode, text = node.data.toLowerCase();
    if (text.length !== node.data.length || node.parentElement.closest("script, style, .running-head")) continue;
    for (const word of words)
      for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) {
        const range = new Range();
        range.setStart(node, at);
        range.setEnd(node, at + word.length);
        found.push(range);
      }
  }
  if (!found.length) return;
  CSS.highlights.set(NAME, new Highlight(...found));

  const button = document.createElement("button");
  button.type = "button";
  button.textContent = "Hide what was searched for";
  place.append(button);
  function hide() {
    CSS.highlights.delete(NAME);
    button.remove();
    document.removeEventListener("keydown", escape);
  }
  function escape(event) {
    if (event.key === "Escape") hide();
  }
  button.addEventListener("click", hide);
  document.addEventListener("keydown", escape);
})();
