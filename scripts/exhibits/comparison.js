/* Filters what a page lists, and fits the page into a frame. Every word on the page was made with it. */
(() => {
  "use strict";

  function choosing(root) {
    const form = root.querySelector(".table-tools");
    if (!form) return;
    root.dataset.live = "";
    const status = form.querySelector("[role=status]");
    const all = [...root.querySelectorAll(".told")];
    const words = new Map();
    const said = (card) => {
      if (!words.has(card)) words.set(card, card.textContent.toLowerCase());
      return words.get(card);
    };

    function filter() {
      const wanted = Object.fromEntries(new FormData(form));
      const sought = (wanted.words || "").toLowerCase().split(/\s+/).filter(Boolean);
      const lists = Object.entries(wanted).filter(([name, value]) => name !== "words" && value);
      const narrowed = sought.length + lists.length > 0;
      let kept = 0;
      for (const card of all) {
        const fits =
          lists.every(([name, value]) => card.dataset[name] === value) &&
          sought.every((word) => said(card).includes(word));
        card.hidden = !fits;
        kept += fits ? 1 : 0;
      }
      for (const group of root.querySelectorAll(".told-group")) {
        const own = group.querySelectorAll(".told:not([hidden])").length;
        group.hidden = own === 0;
        if (group.tagName === "DETAILS") group.open = narrowed && own > 0;
      }
      status.textContent = kept ? `${kept} of ${all.length} ${status.dataset.what}` : status.dataset.none;
    }

    for (const kind of ["input", "change"]) form.addEventListener(kind, filter);
    form.addEventListener("reset", () => setTimeout(filter));
    form.addEventListener("submit", (event) => event.preventDefault());
    form.hidden = false;
    filter();
  }

  function copying(root) {
    const text = root.querySelector(".as-text");
    const status = root.querySelector("[role=status]");
    root.querySelector("button").addEventListener("click", async () => {
      try {
        await navigator.clipboard.writeText(text.textContent);
        status.textContent = status.dataset.done;
      } catch {
        status.textContent = status.dataset.failed;
        text.hidden = false;
        getSelection().selectAllChildren(text);
      }
    });
    root.hidden = false;
  }

  /* A link to a finding that is folded away, or left out, opens it. */
  function reach() {
    const found = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const card = found && found.closest(".told");
    if (!card) return;
    card.hidden = false;
    const group = card.closest(".told-group");
    group.hidden = false;
    if (group.tagName === "DETAILS") group.open = true;
    card.scrollIntoView({ block: "nearest" });
  }

  /* Shown inside a notebook or a book, it has their light and as much height as it needs. */
  function fit() {
    let frame = null;
    try {
      frame = window.frameElement;
    } catch {
      /* a frame of another origin: it stays as it is */
    }
    if (!frame) return;
    const outside = frame.ownerDocument;
    const light = () => {
      const jupyter = outside.body.dataset.jpThemeLight;
      const theme = outside.documentElement.dataset.theme || { true: "light", false: "dark" }[jupyter];
      if (theme) document.documentElement.dataset.theme = theme;
    };
    const height = () => {
      const room = Math.max(400, outside.defaultView.innerHeight * 0.85);
      frame.style.height = `${Math.ceil(Math.min(document.documentElement.scrollHeight, room))}px`;
    };
    light();
    const watch = new MutationObserver(light);
    for (const element of [outside.documentElement, outside.body]) watch.observe(element, { attributes: true });
    new ResizeObserver(height).observe(document.body);
    height();
  }

  for (const root of document.querySelectorAll(".choose-from:not([data-live])")) choosing(root);
  for (const root of document.querySelectorAll(".to-copy[hidden]")) copying(root);
  if (!window.comparisonReached) {
    window.comparisonReached = true;
    window.addEventListener("hashchange", reach);
    fit();
  }
  reach();
})();
