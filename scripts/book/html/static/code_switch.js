/* One switch for all the code of a page, at its end: a reader who wants the code wants to see how the page was
   made, and the others are not asked after every exhibit. Without scripts each exhibit keeps its own. */
(() => {
  "use strict";
  const article = document.querySelector("article.bd-article");
  const code = article ? [...article.querySelectorAll("details.above-input")] : [];
  if (!code.length) return;
  const button = document.createElement("button");
  button.type = "button";
  const place = document.createElement("p");
  place.className = "code-switch screen-only";
  place.append(button);
  document.documentElement.dataset.codeSwitch = "";

  function show(open) {
    for (const one of code) one.open = open;
    button.textContent = `${open ? "Hide" : "Show"} the code of this page`;
    button.setAttribute("aria-expanded", String(open));
  }

  button.addEventListener("click", () => {
    show(button.getAttribute("aria-expanded") !== "true");
    /* The page grows above the switch: keep it where the reader's finger is. */
    button.scrollIntoView({ block: "nearest" });
  });
  const end = article.querySelector(":scope > details.cite-this, :scope > .from-page");
  if (end) end.before(place);
  else article.append(place);
  show(false);
})();
