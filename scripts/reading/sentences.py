"""Sentences: finding where one ends and the next begins."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scripts import english
from scripts.reading.words import Word, words

# Possessive, and anchored at the start of a run of stops, or a long run would be read again from each stop.
# Footnote marks after a stop ("It fell.[3][12] The") belong to the sentence.
_STOP = re.compile(r"(?<![.!?…])[.!?…]++[\"'”’)\]]*+(?:\[\d{1,3}\])*+(?=\s|$)")
# Abbreviations that often end a sentence; most others (Mr., No., vs.) belong to the next word.
_CLOSERS = {"a.m.", "p.m.", "etc.", "inc.", "ltd.", "corp.", "co.", "jr.", "sr."}
# Abbreviations before a number; "no." is also a word of its own.
_NUMBERED = {"no.", "nos.", "nr.", "art.", "arts.", "para.", "sec.", "fig.", "vol.", "pp.", "ch."}
_COUNTED = re.compile(r"\d[\d,]* ([a-z]+)")
_FRAGMENT_ENDS = {"to", "that", "which", "who", "whose", "where", "when", "because"}


def sentence_spans(text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int]]:
    """Yield the spans of the sentences of ``text[start:end]``.

    A full stop ends a sentence unless it belongs to an abbreviation or an initial, a comma or a small letter
    follows (a stray stop), or the words after it have no finite verb before a dependent clause (a name that a
    stop broke in two).

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
        if word.lstrip("([") in _NUMBERED and rest[0].isdecimal():
            return _counts(rest)
        if _is_short_form(word):
            closes = word.replace(".", "").isupper() or word.lower() in _CLOSERS
            return bool(follows) and closes and _opens(follows[0])
    return not _is_broken_name(rest)


def _is_short_form(token: str) -> bool:
    plain = token.lstrip("([/\"'“‘")
    return bool(re.fullmatch(r"(?:[^\W\d_]\.)+", plain)) or english.is_abbreviation(plain)


def _counts(rest: str) -> bool:
    """Say whether a number counts the words after it ("It is no. 40 people left."), and "no." is a word."""
    counted = _COUNTED.match(rest)
    return counted is not None and counted.group(1) not in english.stopwords()


def _opens(word: Word) -> bool:
    """Say whether a capitalised word more likely begins a sentence than continues a name."""
    return word.is_capital and word.lower in english.function_words()


def _is_broken_name(rest: str) -> bool:
    """Say whether the words after a stop are the rest of a name: no finite verb before a clause."""
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
