"""Links from terms in text and tables to their line in the glossary, where the book has a glossary."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from markupsafe import Markup

from scripts import report as whole
from scripts.exhibits.html import escaped
from scripts.exhibits.links import PAGES, term_link
from scripts.exhibits.tables import Cell, cell
from scripts.record import Term
from scripts.report import Report, citations


@cache
def has_glossary(root: Path) -> bool:
    """Whether the book in ``root`` has a glossary."""
    page = PAGES["term"].removesuffix(".html")
    return any(name.rpartition("/")[2] == page for name in citations.pages(root))


def term_name(term: Term, words: str = "") -> Cell:
    """A term, or `words` for it, linked to the glossary where there is one."""
    return (
        term_link(term, words or term.official) if has_glossary(whole.ROOT) else cell(words or term.official)
    )


def first_mentions(report: Report, text: str, seen: set[str]) -> list[tuple[int, int, Markup]]:
    """The first mention of each term in a text, by name or acronym, with the link to put there.

    Terms in `seen` were linked before and are left out; those linked now are added to it.
    """
    if not has_glossary(whole.ROOT):
        return []
    forms: dict[str, Term] = {}
    for term in report.reference.terms:
        for form in (term.official, term.acronym):
            forms.setdefault(str(escaped(form)), term)
            forms.setdefault(str(escaped(form[:1].upper() + form[1:])), term)
    forms.pop("", None)
    if not forms:
        return []
    longest_first = "|".join(re.escape(form) for form in sorted(forms, key=len, reverse=True))
    found = []
    for match in re.finditer(rf"(?<![\w-])(?:{longest_first})(?![\w-])", text):
        term = forms[match.group()]
        if term.id not in seen:
            seen.add(term.id)
            found.append((match.start(), match.end(), term_link(term, Markup(match.group())).markup))
    return found
