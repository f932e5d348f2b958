/* Brings the synopsis to life. It makes no text of its own from the accounts: notes and cards were made with
   the page and wait in templates. */
(() => {
  "use strict";

  const BAR = 80; /* as high as what a page may have at its top */

  function start(root) {
    root.dataset.live = "";
    const style = root.querySelector("template.synopsis-style");
    if (style && !document.querySelector("head style.synopsis-style")) {
      const sheet = style.content.firstElementChild.cloneNode(true);
      sheet.className = "synopsis-style";
      document.head.append(sheet);
    }
    const units = [...root.querySelectorAll(".unit[id]")];
    const panel = root.querySelector(".synopsis-panel");
    const notes = panel.querySelector(".synopsis-notes");
    const form = root.querySelector(".synopsis-filters");
    const status = root.querySelector(".synopsis-status");
    const panes = [...root.querySelectorAll(".synopsis-account")];
    const template = (key, value) =>
      [...root.querySelectorAll(`template[data-${key}]`)].find((t) => t.dataset[key] === value);
    const unitAt = (id) => {
      const found = document.getElementById(id);
      return found && root.contains(found) ? found.closest(".unit") : null;
    };
    const pieces = (unit) =>
      [...root.querySelectorAll(".unit")].filter((u) => u.dataset.unit === unit.dataset.unit);
    const label = (unit) => unit.querySelector(".unit-label");
    const split = (text, by) => (text ? text.split(by) : []);
    const findings = (unit) => split(unit.dataset.findings, "|").map((f) => f.split(":"));
    const partners = (unit) =>
      [...new Set(split(unit.dataset.partners, " ").map(unitAt))].filter(Boolean);
    const paneOf = (unit) => panes.indexOf(unit.closest(".synopsis-account"));
    const buttons = [...root.querySelectorAll(".synopsis-switch > button")];
    const one = window.matchMedia("(max-width: 45rem)");
    let chosen = null;

    /* Where there is room for one account, this is the one. */
    function show(number) {
      panes.forEach((pane, at) => pane.classList.toggle("shown", at === number));
      buttons.forEach((button, at) => button.setAttribute("aria-pressed", String(at === number)));
    }

    function reveal(unit) {
      const pane = unit.closest(".synopsis-account");
      const top = unit.getBoundingClientRect().top;
      if (one.matches) window.scrollBy(0, top - window.innerHeight / 4);
      else pane.scrollTop += top - pane.getBoundingClientRect().top - pane.clientHeight / 4;
    }

    /* The panel is as wide as the texts, and lies over nothing that was chosen. */
    function place() {
      const { left, width } = root.getBoundingClientRect();
      root.style.setProperty("--synopsis-left", `${left}px`);
      root.style.setProperty("--synopsis-width", `${width}px`);
    }

    function clear(unit) {
      if (one.matches) return reveal(unit);
      const pane = panes[paneOf(unit)].getBoundingClientRect();
      const start = unit.getBoundingClientRect().top;
      if (start < pane.top || start > pane.bottom - BAR) reveal(unit);
      const free = panel.getBoundingClientRect().top;
      const { top, height } = unit.getBoundingClientRect();
      const wanted = Math.max(BAR, Math.min(top, free - height - 8));
      window.scrollBy(0, top - wanted);
    }

    function letGo() {
      for (const unit of root.querySelectorAll(".unit")) unit.classList.remove("chosen", "partner");
      for (const link of root.querySelectorAll(".unit-label")) link.setAttribute("aria-pressed", "false");
      panel.hidden = true;
      root.classList.remove("telling");
      chosen = null;
    }

    function choose(unit, focus) {
      letGo();
      chosen = unit;
      show(paneOf(unit));
      for (const piece of pieces(unit)) piece.classList.add("chosen");
      for (const link of unit.querySelectorAll(".unit-label")) link.setAttribute("aria-pressed", "true");
      const beside = partners(unit);
      for (const other of beside) for (const piece of pieces(other)) piece.classList.add("partner");
      for (const pane of panes) {
        const first = beside.find((other) => pane.contains(other));
        if (first && !one.matches) reveal(first);
      }
      const parts = [template("unit", unit.dataset.unit)];
      for (const [name] of findings(unit)) parts.push(template("finding", name));
      notes.replaceChildren(...parts.filter(Boolean).map((t) => t.content.cloneNode(true)));
      place();
      panel.hidden = false;
      root.classList.add("telling");
      panel.scrollTop = 0;
      const count = findings(unit).length;
      status.textContent =
        `${label(unit).textContent}: ${beside.map((u) => label(u).textContent).join(", ") || "no counterpart"}; ` +
        `${count} ${count === 1 ? "finding" : "findings"}`;
      if (focus) {
        label(unit).focus({ preventScroll: true });
        reveal(unit);
      }
      clear(unit);
      try {
        history.replaceState(null, "", `#${unit.id}`);
      } catch {
        /* a page that has no address of its own */
      }
    }

    function filter() {
      const wanted = Object.fromEntries(new FormData(form));
      let kept = 0;
      const first = new Map();
      for (const unit of units) {
        const fits =
          (!wanted.pillar || unit.dataset.pillar === wanted.pillar) &&
          ((!wanted.relation && !wanted.materiality && !wanted.standing) ||
            findings(unit).some(
              ([, relation, materiality, standings]) =>
                (!wanted.relation || relation === wanted.relation) &&
                (!wanted.materiality || materiality === wanted.materiality) &&
                (!wanted.standing || split(standings, "/").includes(wanted.standing)),
            ));
        for (const piece of pieces(unit)) piece.classList.toggle("off", !fits);
        if (fits) {
          kept += 1;
          if (!first.has(paneOf(unit))) first.set(paneOf(unit), unit);
        }
      }
      /* With nothing chosen out, both accounts begin at their titles. */
      if (kept === units.length) for (const pane of panes) pane.scrollTop = 0;
      else if (!one.matches) for (const unit of first.values()) reveal(unit);
      status.textContent = `${kept} of ${units.length} passages`;
    }

    function step(unit, by) {
      const row = units.filter((u) => paneOf(u) === paneOf(unit) && !u.classList.contains("off"));
      const at = row.indexOf(unit);
      const next = at < 0 ? row[0] : row[at + by];
      if (next) choose(next, true);
    }

    function across(unit, by) {
      const there = partners(unit).filter((u) => Math.sign(paneOf(u) - paneOf(unit)) === by);
      if (there.length) choose(there[0], true);
    }

    const keys = {
      ArrowDown: (unit) => step(unit, 1),
      ArrowUp: (unit) => step(unit, -1),
      ArrowRight: (unit) => across(unit, 1),
      ArrowLeft: (unit) => across(unit, -1),
      " ": (unit) => choose(unit, false),
      Escape: () => letGo(),
    };

    for (const link of root.querySelectorAll(".unit-label")) {
      link.setAttribute("role", "button");
      link.setAttribute("aria-pressed", "false");
    }
    root.addEventListener("click", (event) => {
      const link = event.target.closest("a");
      const named = link && link.hash && unitAt(link.hash.slice(1));
      const unit = event.target.closest(".unit");
      if (link && link.classList.contains("unit-label")) {
        event.preventDefault();
        choose(unit, false);
      } else if (named) {
        event.preventDefault();
        choose(named, true);
      } else if (!link && unit && String(window.getSelection()) === "") {
        choose(unit, false);
      }
    });
    root.addEventListener("keydown", (event) => {
      const link = event.target.closest(".unit-label");
      const act = !event.altKey && !event.ctrlKey && !event.metaKey && keys[event.key];
      if (act && (link || (event.key === "Escape" && chosen))) {
        event.preventDefault();
        act(link ? link.closest(".unit") : chosen);
      }
    });
    buttons.forEach((button, number) => button.addEventListener("click", () => show(number)));
    root.querySelector(".synopsis-close").addEventListener("click", () => {
      const last = chosen;
      letGo();
      if (last) label(last).focus({ preventScroll: true });
    });
    window.addEventListener("resize", place);
    form.addEventListener("change", () => {
      filter();
      window.keptChoices.write("synopsis", Object.fromEntries(new FormData(form)));
    });
    form.addEventListener("submit", (event) => event.preventDefault());
    form.hidden = false;
    root.querySelector(".synopsis-switch").hidden = panes.length < 2;
    show(0);
    window.keptChoices.fill(form, window.keptChoices.read("synopsis"));
    root.querySelector(".synopsis-help").hidden = false;
    const table = root.parentElement.querySelector(".synopsis-table");
    if (table) table.style.display = "none";
    filter();
    const asked = unitAt(decodeURIComponent(location.hash.slice(1)));
    if (asked) choose(asked, true);
  }

  for (const root of document.querySelectorAll(".synopsis:not([data-live])")) start(root);
})();
