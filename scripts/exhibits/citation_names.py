"""What a citation is called in running text: the document it is a copy of, or who published it, and when."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import count, product
from string import ascii_lowercase

from scripts.record import Citation, Document, Event, Reference
from scripts.report import Report

_ISO = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
_YEAR = re.compile(r"(?:19|20)\d\d")
_ASIDE = re.compile(r"\s*\([^)]*\)")
# The word for a kind of document, with what makes it a joint or a press one.
_GENRE = re.compile(
    r"\b(?:joint )?(?:press )?(?:fact sheet|communiqu[eé]|statement|conference|availability|declaration)\b",
    re.IGNORECASE,
)
_CUT = re.compile(r" (?:for|of|on|after) ")
_LONG, _KEPT = 45, 4
_COPY, _OFFICIAL = "mirror-of-official", {"official", "official-unopened"}
_ASIDES = {_COPY: " (copy)", "official-unopened": " (official address, page not opened)"}


def citation_name(report: Report, found: Citation) -> str:
    """A citation in a few words that no other has: "2+2 joint statement, 31 Oct 2024 (copy)", "Yonhap 2022".

    Pages of one publisher and year are told apart by their day, where that is the same by letters.
    """
    return names_of(report)[found.key]


def names_of(report: Report) -> Mapping[str, str]:
    """The name of every citation of the record, by key."""
    reference = report.reference
    kept = _NAMES.get(id(reference))
    if kept is None or kept[0] is not reference:
        kept = _NAMES[id(reference)] = (reference, _told_apart(report))
    return kept[1]


# Names are asked for thousands of times; each record is kept beside its names, so that an id stays its own.
_NAMES: dict[int, tuple[Reference, Mapping[str, str]]] = {}


def _told_apart(report: Report) -> Mapping[str, str]:
    names = {found.key: _plain(report, found) for found in report.reference.citations}
    for again in (_dated, None):
        groups: dict[str, list[Citation]] = {}
        for found in report.reference.citations:
            groups.setdefault(names[found.key], []).append(found)
        for name, group in groups.items():
            if len(group) > 1:
                for letter, found in zip(_letters(), group, strict=False):
                    names[found.key] = again(report, found) if again else _lettered(name, letter)
    return names


def _letters() -> Iterator[str]:
    """a, b, ... z, aa, ab, ..."""
    for length in count(1):
        yield from map("".join, product(ascii_lowercase, repeat=length))


def _lettered(name: str, letter: str) -> str:
    """A name with a letter after its date, inside the brackets of a copy: "Yonhap 2022 a", "... (copy b)"."""
    head, bracket, aside = name.partition(" (")
    return f"{head}{bracket}{aside.removesuffix(')')} {letter})" if bracket else f"{name} {letter}"


def _plain(report: Report, found: Citation) -> str:
    copy = _ASIDES.get(found.kind, "")
    if document := document_of(report, found):
        return f"{document_words(report, document)}, {short_day(document.date)}{copy}"
    year = _YEAR.search(found.date)
    return f"{_publisher(found)} {year.group() if year else 'n.d.'}{copy}"


def citation_names(report: Report, found: Sequence[Citation]) -> list[str]:
    """The names of some citations, in their order."""
    return [citation_name(report, one) for one in found]


def number(report: Report, found: Citation) -> int:
    """The number of a citation: its place in the table of citations."""
    return 1 + [c.key for c in report.reference.citations].index(found.key)


def document_words(report: Report, found: Document) -> str:
    """A document in a few words: its kind and meeting, else the beginning of its title."""
    genre = _GENRE.search(found.title)
    event = next((e for e in report.reference.events if e.date == found.date and _named(e, found)), None)
    if genre and event:
        return f"{event.acronym} {genre.group().lower()}"
    if len(found.title) < _LONG:
        return found.title
    if genre and found.title.endswith(genre.group()):
        return " ".join(found.title.split()[-_KEPT:])
    return _CUT.split(found.title)[0]


def genre(found: Document) -> str:
    """A document by its kind alone ("fact sheet"), for a reader who knows the occasion; else its title."""
    kind = _GENRE.search(found.title)
    return kind.group().lower().removeprefix("joint ") if kind else _CUT.split(found.title)[0]


def _named(event: Event, document: Document) -> bool:
    return bool(event.acronym) and any(form in document.title for form in (event.acronym, *event.forms))


def document_of(report: Report, found: Citation) -> Document | None:
    """The recorded document that a citation is, or is a copy of; None for a page about a document."""
    for document in report.reference.documents:
        if found.key in document.citations and (
            found.kind == _COPY or (found.kind in _OFFICIAL and _publisher(found) in document.issuer)
        ):
            return document
    return None


def _publisher(found: Citation) -> str:
    """Who published it; for a copy, the author of the original where that is known."""
    name = _ASIDE.sub("", found.publisher)
    return re.split(r",? via ", name)[0] or found.title


def _dated(report: Report, found: Citation) -> str:
    """The name with the day in place of the year, where the day is known and not yet in the name."""
    name = _plain(report, found)
    iso = _ISO.search(found.date)
    if not iso or document_of(report, found):
        return name
    copy = _ASIDES.get(found.kind, "")
    return f"{_publisher(found)}, {short_day(date(*map(int, iso.groups())))}{copy}"


def short_day(when: date) -> str:
    """A date as citations write it: 30 Oct 2024."""
    return f"{when.day} {when:%b %Y}"
