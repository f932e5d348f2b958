/* What a reader has chosen in a form is kept in the address of the page (?ledger.relation=conflicts), so that it
   can be handed on, and is there again after a look at another page. */
window.keptChoices ??= {
  read(name) {
    const found = {};
    for (const [key, value] of new URLSearchParams(location.search))
      if (key.startsWith(`${name}.`)) found[key.slice(name.length + 1)] = value;
    return found;
  },
  write(name, choices) {
    const asked = new URLSearchParams(location.search);
    for (const key of [...asked.keys()]) if (key.startsWith(`${name}.`)) asked.delete(key);
    for (const [key, value] of Object.entries(choices)) if (value) asked.set(`${name}.${key}`, value);
    const query = asked.size ? `?${asked}` : "";
    try {
      history.replaceState(null, "", `${location.pathname}${query}${location.hash}`);
    } catch {
      /* a page that has no address of its own */
    }
  },
  /* Set a form to what the address says, where its lists offer that. */
  fill(form, choices) {
    for (const [key, value] of Object.entries(choices)) {
      const field = form.elements.namedItem(key);
      if (!field) continue;
      const before = field.value;
      field.value = value;
      if (field.value !== value) field.value = before;
    }
  },
};
