"""Which passages of an account are furniture, by their own words and by the passages around them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Protocol

from scripts import english
from scripts.reading.furniture.lines import (
    BYLINE,
    DATELINE,
    RULE,
    STAMP,
    is_day,
    is_prose,
    is_verbless,
    line_kind,
    plain_line,
)
from scripts.reading.furniture.sections import (
    BOILERPLATE,
    COMMENTS,
    EXTENTS,
    LINES,
    PARAGRAPHS,
    opens_section,
)
from scripts.reading.words import words

TITLE = "title"  # the account's own name in a masthead: not furniture
_CAPTION, _MASTHEAD = "caption", "masthead"
_WHOLE_PARAGRAPH = {"model-prompt", "subscription", "cookie-notice", BOILERPLATE}
_HEADS = {BYLINE, STAMP, DATELINE, "crawl-stamp", "source-line", "release"}
_HEAD_PASSAGES = 14  # how far down the page a masthead may reach
_CAPTION_SENTENCES = 3
_LEAST_PROSE = {PARAGRAPHS: 2, LINES: 0}
_MOST_SHARE = (
    0.5  # a section of furniture fills at most this share of a text; a longer one is the text itself
)
_MAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,64}\.\w|https?://|\bwww\.|\+\d{1,3}[ \d()-]{6,20}")


class Stretch(Protocol):
    """What `marks` needs to know of a passage."""

    @property
    def kind(self) -> str: ...
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...
    @property
    def quote(self) -> str: ...
    @property
    def lead_in(self) -> str: ...
    @property
    def reason(self) -> str: ...


def marks(text: str, found: Sequence[Stretch]) -> list[str]:
    """Return the kind of furniture of each passage, or an empty string.

    The kind ``title`` is not furniture: it marks the passage of the masthead that is the account's name.
    """
    kinds = [_own_kind(passage) for passage in found]
    lines = _numbered(text, found, "\n")
    prose = [not kind and is_prose(p.quote) for p, kind in zip(found, kinds, strict=True)]
    _mark_paragraphs(kinds, lines)
    _mark_captions(found, kinds, lines)
    _mark_masthead(text, found, kinds, prose)
    _mark_sections(text, found, kinds, prose)
    _mark_repeated_titles(found, kinds)
    return kinds


def _own_kind(passage: Stretch) -> str:
    if passage.kind == "chrome":
        return passage.reason
    # An item about the event may begin like a button ("Share intelligence", "Join the pact").
    if (
        passage.kind == "item"
        and passage.lead_in
        and not (line_kind(passage.lead_in) or opens_section(passage.lead_in))
    ):
        return ""
    return line_kind(passage.quote)


def _numbered(text: str, found: Sequence[Stretch], gap: str) -> list[int]:
    """Number the lines of the passages or, with a gap of two line ends, their paragraphs."""
    numbers, number = [], 0
    for before, passage in zip((None, *found), found, strict=False):
        between = "".join(text[before.end : passage.start].split(" ")) if before else ""
        number += gap in between.replace("\r", "")
        numbers.append(number)
    return numbers


def _mark_paragraphs(kinds: list[str], lines: Sequence[int]) -> None:
    """Mark the whole line of a prompt, and the rest of the line after an offer."""
    prompted = {line for line, kind in zip(lines, kinds, strict=True) if kind == "model-prompt"}
    carried, at = "", -1
    for number, line in enumerate(lines):
        if line in prompted:
            kinds[number] = kinds[number] or "model-prompt"
        if line != at:
            carried, at = "", line
        if kinds[number] in _WHOLE_PARAGRAPH:
            carried = kinds[number]
        kinds[number] = kinds[number] or carried


def _mark_captions(found: Sequence[Stretch], kinds: list[str], lines: Sequence[int]) -> None:
    """Mark captions: the sentences before a credit in brackets, in one short line with it."""
    for number, kind in enumerate(kinds):
        last = number + 1 == len(lines) or lines[number + 1] != lines[number]
        if kind != _CAPTION or not last:
            continue
        first = number
        while first and lines[first - 1] == lines[number]:
            first -= 1
            if number - first > _CAPTION_SENTENCES:
                break
        if number - first <= _CAPTION_SENTENCES:
            for before in range(first, number):
                kinds[before] = kinds[before] or _CAPTION


def _mark_masthead(text: str, found: Sequence[Stretch], kinds: list[str], prose: Sequence[bool]) -> None:
    """Mark the masthead before the first prose: issuers over several lines, lines beside a byline or day."""
    first = next((number for number, is_one in enumerate(prose) if is_one), None)
    if first is None or first > _HEAD_PASSAGES:
        return
    blocks = _numbered(text, found, "\n\n")
    dated = {block for block, kind in zip(blocks[:first], kinds, strict=False) if kind in _HEADS}
    for number in range(first):
        passage = found[number]
        if kinds[number] or passage.kind != "sentence":
            continue
        parts = passage.quote.splitlines()
        if len(parts) == 1 and _is_place_and_day(parts[0]):
            kinds[number] = DATELINE
            continue
        heads = (len(parts) > 1 or blocks[number] in dated) and blocks[number] != blocks[first]
        # An event with its place and day over several lines says when it was, as a sentence would.
        said = _names_event(passage.quote) and any(_is_place_and_day(part) for part in parts)
        if heads and not said and all(_is_label(part) for part in parts):
            titled = any(not kind or kind == TITLE for kind in kinds[:number])
            kinds[number] = _MASTHEAD if titled and not _names_event(passage.quote) else TITLE


def _names_event(quote: str) -> bool:
    return any(word.lower in english.event_nouns() for word in words(quote))


def _is_place_and_day(line: str) -> bool:
    """Say whether a line is a place and a day: "Doha, 4 March 2025"."""
    place, comma, rest = plain_line(line).partition(",")
    while comma and not is_day(rest):
        more, comma, rest = rest.partition(",")
        place += more
    terms = words(place)
    return bool(comma) and 0 < len(terms) <= 6 and all(t.is_capital for t in terms)


def _is_label(line: str) -> bool:
    """Say whether a line of a masthead is a label: short, without a verb or the end of a sentence."""
    plain = plain_line(line)
    ends = plain[-1] in "!?;," or (plain[-1] == "." and not english.is_abbreviation(plain.split()[-1]))
    return not ends and len(plain.split()) <= 12 and is_verbless(plain)


def _mark_sections(text: str, found: Sequence[Stretch], kinds: list[str], prose: Sequence[bool]) -> None:
    told, reached = 0, 0
    for number, passage in enumerate(found):
        told += prose[number]
        section = "end-mark" if kinds[number] == "end-mark" else opens_section(passage.quote)
        if not section or number < reached or (passage.lead_in and passage.kind == "item"):
            continue
        extent = EXTENTS[section]
        end = _section_end(found, kinds, prose, number, section)
        if extent != LINES and not _is_aside(text, found, number, end, told):
            if section == COMMENTS:
                kinds[number] = kinds[number] or COMMENTS
            continue
        reason = BOILERPLATE if section == "end-mark" else section
        kinds[number] = kinds[number] or reason
        for below in range(number + 1, end):
            kinds[below] = kinds[below] or reason
        reached = end


def _is_aside(text: str, found: Sequence[Stretch], number: int, end: int, told: int) -> bool:
    """Say whether a section may be left out: prose comes before it, and most of the account is outside it."""
    if told < _LEAST_PROSE[PARAGRAPHS]:
        return False
    length = found[end - 1].end - found[number].start
    return length <= _MOST_SHARE * (found[-1].end - found[0].start)


def _section_end(
    found: Sequence[Stretch], kinds: Sequence[str], prose: Sequence[bool], number: int, section: str
) -> int:
    """Return the number of the first passage after the section of ``number``."""
    extent = EXTENTS[section]
    for below in range(number + 1, len(found)):
        if extent not in {LINES, PARAGRAPHS}:
            break
        passage = found[below]
        if opens_section(passage.quote) or kinds[below] in {RULE, "end-mark"}:
            return below
        if passage.kind == "heading" and (extent == PARAGRAPHS or _leads_to_prose(found, prose, below)):
            return below
        if extent == LINES and prose[below] and not (section == "contact" and _MAIL.search(passage.quote)):
            return below
    return len(found)


def _leads_to_prose(found: Sequence[Stretch], prose: Sequence[bool], heading: int) -> bool:
    return heading + 1 < len(found) and prose[heading + 1]


def _mark_repeated_titles(found: Sequence[Stretch], kinds: list[str]) -> None:
    titles: set[str] = set()
    for number, passage in enumerate(found):
        if passage.kind == "heading" and not kinds[number]:
            title = " ".join(passage.quote.lower().split())
            kinds[number] = "repeated-title" if title in titles else ""
            titles.add(title)
