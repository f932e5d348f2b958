"""Source -> passages: the addressable stretches of an account, in the order of its text.

Every character that is not white space belongs to exactly one passage. The rules look at layout (capitals,
bullets, blank lines, a colon at the end); `scripts.reading.furniture` finds the site furniture. No rule knows
any particular account.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from scripts import english
from scripts.reading import furniture
from scripts.reading.sentences import sentence_spans
from scripts.reading.sources import Source
from scripts.reading.words import words

HEADING, LEAD_IN, SENTENCE, ITEM, CHROME = "heading", "lead-in", "sentence", "item", "chrome"

_BULLET = re.compile(r"[ \t]*(?:[•◦▪‣●○■□·*–—-]|\(?(?:\d{1,2}|[a-zA-Z]|[ivx]{1,4})[.)])[ \t]+(?=\S)")
_MARKDOWN_HEADING = re.compile(r"[ \t]*#{1,6}[ \t]+(?=\S)")
_ENTRY = re.compile(r"[ \t]*[A-Z][\w/&'’-]*(?: [\w/&'’()-]+){0,4}:[ \t]+\S")
_HEADING_WORDS = 16
_LABEL_WORDS, _PARAGRAPH = 6, 60
_WRAPPED = 60  # a line of at least this length may have been wrapped to fit a page
_LINE_ENDS = ".!?:…\"'”’)]"


@dataclass(frozen=True)
class Passage:
    """An addressable stretch of one source.

    ``source.text[start:end]`` is the passage without bullets and heading marks. ``section`` holds the
    headings above it, outermost first; ``lead_in`` the sentence that introduces an item; ``reason`` says why
    a passage is chrome, or how an item without a bullet was recognised.
    """

    source: str
    kind: str
    start: int
    end: int
    quote: str
    section: tuple[str, ...] = ()
    lead_in: str = ""
    reason: str = ""


def _marked(passage: Passage, kind: str) -> Passage:
    if kind == furniture.TITLE:
        return replace(passage, kind=HEADING)
    return replace(passage, kind=CHROME, reason=kind, section=())


_WIDEST = 110  # characters; no wrapped line is longer
_OPEN_ENDS = ",-–—("


@dataclass(frozen=True)
class _Block:
    """A run of lines that belong together: one heading, one bullet, or one paragraph."""

    start: int
    end: int
    kind: str
    rank: int = 0


def passages(source: Source) -> tuple[Passage, ...]:
    """Divide ``source`` into passages: headings, lead-ins, sentences, items and chrome.

    A paragraph that follows a lead-in (a sentence that ends in a colon) is read as a list whose
    bullets were lost when its sentences begin with a verb; each such sentence is an item.
    """
    found: list[Passage] = []
    headings: list[tuple[int, str]] = []
    lead_in, first = "", True
    for block in _blocks(source.text):
        section = tuple(title for _, title in headings)
        if block.kind == HEADING:
            title = furniture.plain_line(source.text[block.start : block.end])
            headings = [h for h in headings if h[0] < block.rank] + [(block.rank, title.rstrip(":"))]
            section = tuple(title for _, title in headings[:-1])
            lead_in = ""
        for passage in _block_passages(source, block, lead_in, first):
            found.append(replace(passage, section=section))
        if block.kind == SENTENCE:
            lead_in = found[-1].quote if found[-1].kind == LEAD_IN else ""
            first = first and not furniture.is_prose(found[-1].quote)
    kinds = furniture.marks(source.text, found)
    return tuple(
        _marked(passage, kind) if kind else passage for passage, kind in zip(found, kinds, strict=True)
    )


def _blocks(text: str) -> Iterator[_Block]:
    """Yield headings, bullets and paragraphs with the spans of their words."""
    lines = _lines(text)
    width = max((len(line.strip()) for _, line in lines), default=0)
    open_block: _Block | None = None
    for number, (offset, line) in enumerate(lines):
        plain = line.strip()
        bullet = _BULLET.match(line)
        alone = not bullet and _stands_alone(lines, number, width)
        rank = 0 if bullet else _heading_rank(line, alone, alone and _is_label(lines, number))
        if open_block and (not plain or bullet or rank):
            yield open_block
            open_block = None
        start, end = offset + len(line) - len(line.lstrip()), offset + len(line.rstrip())
        if rank:
            mark = _MARKDOWN_HEADING.match(line)
            yield _Block(offset + mark.end() if mark else start, end, HEADING, rank)
        elif bullet:
            open_block = _Block(offset + bullet.end(), end, ITEM)
        elif plain:
            alone = open_block is not None and open_block.start >= lines[number - 1][0]
            before = lines[number - 1][1]
            if open_block and (_breaks(before, line, alone) or not _carried_on(before, line, width)):
                yield open_block
                open_block = None
            open_block = replace(open_block, end=end) if open_block else _Block(start, end, SENTENCE)
    if open_block:
        yield open_block


def _carried_on(before: str, line: str, width: int) -> bool:
    """Say whether a line continues the line before; ``width`` is the length of the longest line.

    Where lines are too long to be wrapped, each long line is a paragraph; short ones may be lines of one
    heading.
    """
    said = before.strip()
    if width <= _WIDEST or line.strip()[0].islower() or said[-1] in _OPEN_ENDS:
        return True
    return len(line.strip()) < _PARAGRAPH


def _breaks(before: str, line: str, alone: bool) -> bool:
    """Say whether two lines of a paragraph are separate: one is an entry of a data sheet, or furniture.

    With ``alone``, the line before is its whole block. A line of full width that stops in mid sentence always
    continues in the next.
    """
    if _is_entry(line) or _is_entry(before):
        return True
    wrapped = len(before.strip()) >= _WRAPPED and before.strip()[-1] not in _LINE_ENDS
    return not wrapped and (_is_furniture(line) or (alone and _is_furniture(before)))


def _is_furniture(line: str) -> bool:
    return bool(furniture.line_kind(line.strip()) or furniture.opens_section(line.strip()))


def _is_entry(line: str) -> bool:
    """Say whether a line is an entry of a data sheet: a label, a colon, a value ("Venue: Town Hall")."""
    return _ENTRY.match(line) is not None


def _lines(text: str) -> list[tuple[int, str]]:
    """Return each line with its offset, line ends kept."""
    found, offset = [], 0
    for line in text.splitlines(keepends=True):
        found.append((offset, line))
        offset += len(line)
    return found


def _stands_alone(lines: list[tuple[int, str]], number: int, width: int) -> bool:
    """Say whether the line before is blank, and the one after is blank or a bullet, or the line is bold.

    Where each long line is a paragraph (``width`` is the longest line), no blank line is needed.
    """
    line = lines[number][1]
    before = lines[number - 1][1].strip() if number else ""
    if _is_bold(line.strip()):
        return not before
    after = lines[number + 1][1] if number + 1 < len(lines) else ""
    if width > _WIDEST and line.strip() and not _is_entry(line):
        after = "" if after.strip() and not _carried_on(line, after, width) else after
    return not before and (not after.strip() or _BULLET.match(after) is not None)


def _heading_rank(line: str, alone: bool, label: bool) -> int:
    """Return 0 for no heading, else its level: 1 for a title, 2 for one that ends in a colon."""
    plain = line.strip()
    if not any(c.isalnum() for c in plain):
        return 0
    if _MARKDOWN_HEADING.match(line):
        return len(plain) - len(plain.lstrip("#"))
    bold = _is_bold(plain)
    plain = furniture.plain_line(plain)
    terms = [w for w in words(plain) if w.text[0].isalpha()]
    if not alone or not terms or len(terms) > _HEADING_WORDS or plain[-1] in '.!?,;”"':
        return 0
    content = [w for w in terms if w.lower not in english.stopwords()] or terms
    capitals = sum(w.is_capital for w in content) / len(content)
    if plain.isupper():
        return 1
    if furniture.line_kind(plain) or (capitals < 0.7 and not bold and not label):
        return 0
    return 2 if plain.endswith(":") else 1


def _is_bold(plain: str) -> bool:
    return len(plain) > 4 and plain[:2] == plain[-2:] == "**" and "**" not in plain[2:-2]


def _is_label(lines: list[tuple[int, str]], number: int) -> bool:
    """Say whether a line is a heading in small letters: a few words, no verb, and a paragraph right below."""
    plain = furniture.plain_line(lines[number][1])
    below = next((line.strip() for _, line in lines[number + 1 : number + 3] if line.strip()), "")
    told = any(furniture.is_prose(line.strip()) for _, line in lines[max(0, number - 8) : number])
    return (
        told
        and len(below) >= _PARAGRAPH
        and not below[0].islower()
        and plain[-1:].isalpha()
        and plain.split()[-1] not in english.stopwords()
        and len(plain.split()) <= _LABEL_WORDS
        and plain[:1].isupper()
        and not any(c.isdecimal() for c in plain)
        and furniture.is_verbless(plain)
        and furniture.is_verbless(plain.lower())
    )


def _block_passages(source: Source, block: _Block, lead_in: str, first: bool) -> Iterator[Passage]:
    if block.kind == HEADING:
        yield _passage(source, HEADING, block.start, block.end)
        return
    begin = block.start
    if block.kind == SENTENCE:
        begin = furniture.dateline_end(source.text, block.start, block.end, first)
    if begin > block.start:
        end = block.start + len(source.text[block.start : begin].rstrip())
        yield _passage(source, CHROME, block.start, end, reason="dateline")
    spans = list(sentence_spans(source.text, begin, block.end))
    if block.kind == ITEM:
        for start, end in spans:
            yield _passage(source, ITEM, start, end, lead_in=lead_in)
        return
    verbs = [_begins_with_verb(source.text, *span) for span in spans]
    lost_list = bool(lead_in) and verbs[0] and len(spans) > 1
    for number, (start, end) in enumerate(spans):
        if source.text[end - 1] == ":" and number == len(spans) - 1:
            yield _passage(source, LEAD_IN, start, end)
        elif lead_in and verbs[number] and (lost_list or len(spans) == 1):
            reason = (
                "" if len(spans) == 1 else "a sentence of the paragraph after a lead-in: its bullet was lost"
            )
            yield _passage(source, ITEM, start, end, lead_in=lead_in, reason=reason)
        else:
            yield _passage(source, SENTENCE, start, end)


def _passage(source: Source, kind: str, start: int, end: int, lead_in: str = "", reason: str = "") -> Passage:
    return Passage(source.siglum, kind, start, end, source.text[start:end], (), lead_in, reason)


def _begins_with_verb(text: str, start: int, end: int) -> bool:
    first = words(text, start, end)[:1]
    if not first:
        return False
    form = english.verb_form(first[0].lower)
    return form is not None and bool(form[1] & {"base", "gerund", "past"})


__all__ = ["CHROME", "HEADING", "ITEM", "LEAD_IN", "SENTENCE", "Passage", "passages", "sentence_spans"]
