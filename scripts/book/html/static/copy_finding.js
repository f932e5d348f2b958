// Beside "Cite" on each finding: a button that copies the finding, each account's words with what the record says
// of them, and the citation. Without scripts there is no button, and the citation can be copied by hand.
(() => {
  // The words of a cell on one line, with quotation marks and without the numbers of sources.
  const line = (cell) => {
    const copy = cell.cloneNode(true);
    copy.querySelectorAll(".citations").forEach((node) => node.remove());
    copy.querySelectorAll("q").forEach((node) => node.replaceWith(`\u201c${node.textContent}\u201d`));
    return copy.textContent.replace(/\s+/g, " ").trim();
  };

  const text = (cite) => {
    const row = cite.closest("tr");
    const said = row ? [...row.cells].slice(-2).map(line) : [];
    const whole = cite.querySelector(".cite-body p, dd pre");
    return [...said, whole ? whole.textContent.trim() : ""].filter(Boolean).join("\n");
  };

  const put = async (words) => {
    try {
      await navigator.clipboard.writeText(words);
      return true;
    } catch {
      // A page opened from disk may not reach the clipboard in this way.
      const area = document.createElement("textarea");
      area.value = words;
      area.style.position = "fixed";
      document.body.append(area);
      area.select();
      const done = document.execCommand("copy");
      area.remove();
      return done;
    }
  };

  document.querySelectorAll('details.cite-this[data-cites^="finding-"]').forEach((cite) => {
    const label = cite.dataset.cites.replace("finding-", "").toUpperCase();
    const button = document.createElement("button");
    button.type = "button";
    button.className = "copy-finding screen-only";
    button.textContent = "Copy";
    button.setAttribute("aria-label", `Copy finding ${label} with its citation`);
    button.addEventListener("click", async () => {
      button.textContent = (await put(text(cite))) ? "Copied" : "Not copied";
      setTimeout(() => { button.textContent = "Copy"; }, 2000);
    });
    cite.after(button);
  });
})();
