/* Brings the long tables to life: sorting by a heading, a search, lists to choose rows by. DataTables sorts and
   searches; every word on the page was made with it, and no text of an account is made into markup here. */
(() => {
  "use strict";
  const jQuery = window.DataTables && window.DataTables.jQuery;
  if (!jQuery) return;

  function start(root) {
    const element = root.querySelector("table.sortable");
    const form = root.querySelector(".table-tools");
    const status = form.querySelector("[role=status]");
    const name = root.id.replace(/^table-/, "");
    const total = element.tBodies[0].rows.length;
    const first = [...element.tBodies[0].rows[0].cells];
    const looks = [...element.querySelectorAll("col")].map((column) => column.className);
    const widths = [...element.querySelectorAll("col")].map((column) => column.style.width);
    const columns = first.map((cell, number) => ({
      width: widths[number] || null,
      /* Only of what it takes for words does DataTables compose Hangul as a reader types it. */
      ...(cell.dataset.search === undefined ? {} : { type: "string" }),
    }));
    const table = jQuery(element).DataTable({
      autoWidth: false,
      columns,
      language: { zeroRecords: status.dataset.none },
      info: false,
      layout: { topStart: null, topEnd: null, bottomStart: null, bottomEnd: null },
      order: [],
      ordering: { indicators: true, handler: true },
      paging: false,
    });

    /* It makes columns anew; those that only a wide page shows are still to be known. */
    [...element.querySelectorAll("col")].forEach((column, number) => (column.className = looks[number] || ""));

    function told() {
      const shown = table.rows({ search: "applied" }).count();
      status.textContent = `${shown} of ${total} ${status.dataset.what}`;
    }

    const order = () => (table.order().length ? table.order()[0].slice(0, 2).join("-") : "");
    const keep = () => name && window.keptChoices.write(name, { ...chosen(), sort: order() });

    function chosen() {
      const { sort, ...wanted } = Object.fromEntries(new FormData(form));
      return wanted;
    }

    function choose() {
      const { words, ...wanted } = chosen();
      const asked = Object.entries(wanted).filter(([, value]) => value);
      table.search(words || "");
      table.search.fixed("choices", (_text, _data, number) => {
        const row = table.row(number).node();
        return asked.every(([key, value]) => row.dataset[key] === value);
      });
      table.draw();
      told();
    }

    /* Sort by a column and a way, "2-desc", or as the table was printed. */
    function sort(asked) {
      const [column, way] = asked.split("-");
      const there = /^\d+$/.test(column) && Number(column) < columns.length;
      table.order(there ? [[Number(column), way === "desc" ? "desc" : "asc"]] : []);
    }

    /* Where a link leads to a row that the reader has filtered away, everything is shown again. */
    function arrive() {
      const anchor = decodeURIComponent(location.hash.slice(1));
      const row = anchor && table.rows().nodes().toArray().find((node) => node.id === anchor);
      if (!row) return;
      if (!row.isConnected) {
        form.reset();
        choose();
        keep();
      }
      for (const other of table.rows().nodes().toArray()) other.classList.toggle("arrived", other === row);
      row.scrollIntoView({ block: "start" });
    }

    for (const event of ["input", "change"])
      form.addEventListener(event, ({ target }) => {
        if (target.name === "sort") sort(target.value);
        choose();
        keep();
      });
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("reset", () => {
      table.order([]);
      setTimeout(() => {
        choose();
        keep();
      });
    });
    form.hidden = false;
    if (name) {
      const kept = window.keptChoices.read(name);
      window.keptChoices.fill(form, kept);
      if (kept.sort) sort(kept.sort);
      choose();
    }
    told();
    table.on("order", () => {
      window.keptChoices.fill(form, { sort: order() });
      keep();
    });
    window.addEventListener("hashchange", arrive);
    /* Every printed page has all of the rows; the reader's choice comes back afterwards. */
    let before = null;
    window.addEventListener("beforeprint", () => {
      before = chosen();
      for (const field of form.elements) if (field.name && field.name !== "sort") field.value = "";
      choose();
    });
    window.addEventListener("afterprint", () => {
      if (before) window.keptChoices.fill(form, before);
      before = null;
      choose();
    });
    arrive();
  }

  for (const root of document.querySelectorAll(".sorting")) start(root);
})();
