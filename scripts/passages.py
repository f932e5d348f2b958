"""Source -> passages: the addressable stretches of an account, in the order of its text.

Every character that is not white space belongs to exactly one passage. The rules look at layout
(capitals, bullets, blank lines, a colon at the end) and at general marks of site furniture; none
knows any particular account.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from scripts import english
from scripts.sources import Source
from scripts.words import Word, words

HEADING, LEAD_IN, SENTENCE, ITEM, CHROME = "heading", "lead-in", "sentence", "item", "chrome"

_BULLET = re.compile(r"[ \t]*(?:[•◦▪‣●○■□·*–—-]|\(?(?:\d{1,2}|[a-zA-Z]|[ivx]{1,4})[.)])[ \t]+(?=\S)")
_MARKDOWN_HEADING = re.compile(r"[ \t]*#{1,6}[ \t]+(?=\S)")
# Possessive, and never begun within a run of stops: else a long run would be read once for each of them.
_STOP = re.compile(r"(?<![.!?…])[.!?…]++[\"'”’)\]]*+(?=\s|$)")
# Short forms that often stand last; most others (Mr., No., vs.) wait for the word that they belong to.
_CLOSERS = {"a.m.", "p.m.", "etc.", "inc.", "ltd.", "corp.", "co.", "jr.", "sr."}
_ENTRY = re.compile(r"[ \t]*[A-Z][\w/&'’-]*(?: [\w/&'’()-]+){0,4}:[ \t]+\S")
_FRAGMENT_ENDS = {"to", "that", "which", "who", "whose", "where", "when", "because"}
_HEADING_WORDS = 16


@dataclass(frozen=True)
class Passage:
    """An addressable stretch of one source.

    ``source.text[start:end]`` is the passage, bullets and marks of headings left out. ``section``
    holds the headings above it, outermost first; ``lead_in`` the sentence that introduces an item;
    ``reason`` says why a stretch is chrome, or how an item without a bullet was recognised.
    """

    source: str
    kind: str
    start: int
    end: int
    quote: str
    section: tuple[str, ...] = ()
    lead_in: str = ""
    reason: str = ""


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
    lead_in = ""
    for block in _blocks(source.text):
        section = tuple(title for _, title in headings)
        if block.kind == HEADING:
            title = source.text[block.start : block.end]
            headings = [h for h in headings if h[0] < block.rank] + [(block.rank, title.rstrip(":"))]
            section = tuple(title for _, title in headings[:-1])
            lead_in = ""
        for passage in _block_passages(source, block, lead_in):
            found.append(replace(passage, section=section))
        if block.kind == SENTENCE:
            lead_in = found[-1].quote if found[-1].kind == LEAD_IN else ""
    return tuple(_mark_chrome(source, tuple(found)))


def _blocks(text: str) -> Iterator[_Block]:
    """Yield headings, bullets and paragraphs with the spans of their words."""
    lines = _lines(text)
    open_block: _Block | None = None
    for number, (offset, line) in enumerate(lines):
        plain = line.strip()
        bullet = _BULLET.match(line)
        rank = 0 if bullet else _heading_rank(line, _stands_alone(lines, number))
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
            if open_block and (_is_entry(line) or _is_entry(lines[number - 1][1])):
                yield open_block
                open_block = None
            open_block = replace(open_block, end=end) if open_block else _Block(start, end, SENTENCE)
    if open_block:
        yield open_block


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


def _stands_alone(lines: list[tuple[int, str]], number: int) -> bool:
    """Say whether the line before is blank, and the one after is blank or a bullet."""
    before = lines[number - 1][1].strip() if number else ""
    after = lines[number + 1][1] if number + 1 < len(lines) else ""
    return not before and (not after.strip() or _BULLET.match(after) is not None)


def _heading_rank(line: str, alone: bool) -> int:
    """Return 0 for no heading, else its level: 1 for a title, 2 for one that ends in a colon."""
    plain = line.strip()
    if _MARKDOWN_HEADING.match(line):
        return len(plain) - len(plain.lstrip("#"))
    terms = [w for w in words(plain) if w.text[0].isalpha()]
    if not alone or not terms or len(terms) > _HEADING_WORDS or plain[-1] in '.!?,;”"':
        return 0
    content = [w for w in terms if w.lower not in english.stopwords()] or terms
    capitals = sum(w.is_capital for w in content) / len(content)
    if plain.isupper():
        return 1
    if capitals < 0.7 or _furniture(plain):
        return 0
    return 2 if plain.endswith(":") else 1


def _block_passages(source: Source, block: _Block, lead_in: str) -> Iterator[Passage]:
    if block.kind == HEADING:
        yield _passage(source, HEADING, block.start, block.end)
        return
    spans = list(sentence_spans(source.text, block.start, block.end))
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


def sentence_spans(text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int]]:
    """Yield the spans of the sentences of ``text[start:end]``.

    A full stop ends a sentence unless an abbreviation or an initial owns it, a comma or a small
    letter follows (a stray stop), or what follows has no finite verb of its own before a clause
    depends on it (a name that a stop broke in two).

    >>> text = "The U.S. side spoke. Edwin P. Marlow III agreed."
    >>> [text[a:b] for a, b in sentence_spans(text)]
    ['The U.S. side spoke.', 'Edwin P. Marlow III agreed.']
    """
    end = len(text) if end is None else end
    begin = start
    for match in _STOP.finditer(text, start, end):
        if match.end() >= end:
            break
        if _ends_sentence(text, begin, match, end):
            yield begin, match.end()
            begin = match.end()
            while begin < end and text[begin].isspace():
                begin += 1
    if text[begin:end].strip():
        yield begin, begin + len(text[begin:end].rstrip())


def _ends_sentence(text: str, begin: int, stop: re.Match[str], end: int) -> bool:
    rest = text[stop.end() : min(end, stop.end() + 400)].lstrip()
    if not rest or rest[0] in ",;:" or rest[0].islower():
        return False
    if stop.group() == ".":
        if text[begin : min(stop.start(), begin + 4)].isdecimal() and stop.start() - begin < 4:
            return False  # the number of an item
        token = re.search(r"\S+$", text[max(begin, stop.start() - 30) : stop.end()])
        word = token.group() if token else "."
        follows = words(rest)[:1]
        if _is_short_form(word):
            closes = word.replace(".", "").isupper() or word.lower() in _CLOSERS
            return bool(follows) and closes and _opens(follows[0])
    return not _is_broken_name(rest)


def _is_short_form(token: str) -> bool:
    plain = token.lstrip("([\"'“‘")
    return bool(re.fullmatch(r"(?:[^\W\d_]\.)+", plain)) or english.is_abbreviation(plain)


def _opens(word: Word) -> bool:
    """Say whether a capitalised word more likely opens a sentence than continues a name."""
    return word.is_capital and word.lower in english.function_words()


def _is_broken_name(rest: str) -> bool:
    """Say whether what follows a stop is the torn end of a name: no finite verb before a clause."""
    sentence = re.split(r"[.!?](?=\s|$)", rest, maxsplit=1)[0]
    terms = words(sentence)[:8]
    if "(" not in sentence[:40]:
        return False
    for word in terms:
        if word.lower in _FRAGMENT_ENDS:
            return True
        form = english.verb_form(word.lower)
        if form and form[1] & {"past", "third"}:
            return False
    return False


def _begins_with_verb(text: str, start: int, end: int) -> bool:
    first = words(text, start, end)[:1]
    if not first:
        return False
    form = english.verb_form(first[0].lower)
    return form is not None and bool(form[1] & {"base", "gerund", "past"})


def _furniture(quote: str) -> str:
    """Return the kind of site furniture that ``quote`` is, or an empty string."""
    plain = quote.strip()
    for kind, pattern, _ in english.chrome_patterns():
        if pattern.search(plain):
            return kind
    return "dateline" if _is_dateline(plain) else ""


def _is_dateline(plain: str) -> bool:
    """Say whether a line holds a date and nothing else."""
    terms = words(plain)
    names = english.months() | english.weekdays()
    return 1 < len(terms) <= 5 and all(t.is_number or t.lower.rstrip(".") in names for t in terms)


def _mark_chrome(source: Source, found: tuple[Passage, ...]) -> Iterator[Passage]:
    """Set site furniture apart: repeated titles, counters, and prompts to a model with their paragraph."""
    kinds = [_furniture(p.quote) for p in found]
    paragraphs = _paragraphs(source, found)
    prompted = {at for at, kind in zip(paragraphs, kinds, strict=True) if kind == "model-prompt"}
    titles: set[str] = set()
    for number, passage in enumerate(found):
        plain = " ".join(passage.quote.lower().split())
        # A prompt is one piece: its whole paragraph goes with it.
        kind = kinds[number] or ("model-prompt" if paragraphs[number] in prompted else "")
        if not kind and passage.kind == HEADING:
            kind = "repeated-title" if plain in titles else ""
            titles.add(plain)
        yield replace(passage, kind=CHROME, reason=kind, section=()) if kind else passage


def _paragraphs(source: Source, found: tuple[Passage, ...]) -> list[int]:
    """Number the paragraphs (here, lines) that the passages stand in."""
    numbers, number = [], 0
    for before, passage in zip((None, *found), found, strict=False):
        number += bool(before and "\n" in source.text[before.end : passage.start])
        numbers.append(number)
    return numbers
