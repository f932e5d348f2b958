"""Other names of the persons and terms in a row, so that a search for any of them finds the row."""

from __future__ import annotations

import re

from scripts.report import Report


def also_called(report: Report, text: str) -> str:
    """All recorded names, with the Hangul, of every person and term that `text` mentions in some form.

    They let a search find a row that shows only one romanisation, or an account's own wording.
    """
    found: dict[str, None] = {}
    for person in report.reference.people:
        if _names(text, (person.name, *person.forms)):
            found |= dict.fromkeys((person.name, *person.forms, person.hangul))
    for term in report.reference.terms:
        if _names(text, (term.official, term.acronym, *term.forms)):
            found |= dict.fromkeys((term.official, term.acronym, term.hangul))
    return " ".join(name for name in found if name)


def _names(text: str, forms: tuple[str, ...]) -> bool:
    lowered = text.casefold()
    return any(
        form.casefold() in lowered and re.search(rf"\b{re.escape(form)}\b", text, re.IGNORECASE)
        for form in forms
        if form
    )
