"""Badges: small marks for a source's siglum, a relation, a standing, a materiality."""

from __future__ import annotations

from scripts.exhibits.html import escaped, tag
from scripts.exhibits.tables import Cell

_SURE = {"H": "sure", "M": "fairly sure", "L": "not sure", "": "not said"}


def mark(siglum: str) -> str:
    """The CSS class of a source's colour, which is the same everywhere in the book."""
    return f"mark-{siglum.lower()}"


def siglum_badge(siglum: str) -> Cell:
    """A source's siglum."""
    return Cell(tag("span", siglum, class_=f"badge {mark(siglum)}"), siglum)


def relation_badge(relation: str) -> Cell:
    """The badge of a relation: agrees, differs, conflicts ..."""
    return Cell(tag("span", relation, class_=f"badge relation-{_slug(relation)}"), relation)


def standing_badge(verdict: str, words: str = "") -> Cell:
    """What the record says of a reading; `words` in place of the verdict's own."""
    said = words or verdict
    return Cell(tag("span", said, class_=f"badge standing-{_slug(verdict)}"), said)


def basis_badge(kind: str, words: str) -> Cell:
    """The badge for the source of an agreed topic: official text, report, account alone."""
    look = {"official text": "mark-record", "report": "standing-borne-out-elsewhere"}.get(kind)
    name = f"badge basis-{_slug(kind)} {look or 'standing-not-checked'}"
    return Cell(tag("span", words, class_=name), words)


def materiality_badge(materiality: str) -> Cell:
    """How much a finding matters."""
    return Cell(tag("span", materiality, class_=f"materiality materiality-{_slug(materiality)}"), materiality)


def quoted(siglum: str, text: str, longest: int = 0) -> Cell:
    """The exact words of a source, cut after `longest` characters (0: never cut)."""
    if longest and len(text) > longest:
        beginning = quoted(siglum, text[:longest].rpartition(" ")[0] or text[:longest])
        return Cell(beginning.markup + " …", f"{beginning.plain} …")
    return Cell(tag("q", text, class_=f"account-quote {mark(siglum)}"), f"“{text}”")


def type_words(name: str) -> Cell:
    """The type of a finding in words for readers; data files keep its name."""
    return Cell(escaped(name.replace("-", " ")), name)


def sure(letter: str) -> str:
    """How sure the record is, in words."""
    return _SURE.get(letter, letter)


def _slug(words: str) -> str:
    return words.replace(" ", "-")
