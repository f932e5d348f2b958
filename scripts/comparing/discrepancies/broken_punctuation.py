"""Broken punctuation: a stop before a comma, two marks in a row, a capital in mid-sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from scripts import english
from scripts.comparing.discrepancies.discrepancy import COSMETIC, DIFFERS, Discrepancy
from scripts.comparing.discrepancies.places import claim_at, reading_at
from scripts.comparing.discrepancies.rule_inputs import Single
from scripts.reading.passages import HEADING, ITEM, LEAD_IN, SENTENCE, Passage
from scripts.reading.words import words

STRAY_CAPITAL, STRAY_MARK = "stray capital", "stray mark"
# A mark, a space and another mark; two commas; two stops that are no ellipsis; empty brackets.
_BROKEN = re.compile(
    r"[.,;:]\s+[,;:.](?![.\w])|,,(?=\s)|;,|,;|(?<![.\s])\.\.(?!\.)|(?<=\s)\(\s*+(?:[,;.]\s*+)?\)"
)
_NEXT_WORD = re.compile(r"\s*\S+")
_JOINERS = {"and", "or", "but"}


def find(single: Single) -> Iterator[Discrepancy]:
    """Yield each place with colliding marks, and each capitalised base verb after "and", "or" or "but".

    A verb that is capitalised elsewhere in the account too may be a name, so it is ignored.
    """
    names: dict[str, set[int]] = {}
    for passage in single.account.passages:
        if passage.kind not in {SENTENCE, ITEM, LEAD_IN}:
            continue
        for match in _BROKEN.finditer(passage.quote):
            after = _NEXT_WORD.match(passage.quote, match.end())
            start = _word_before(passage.quote, match.start())
            end = after.end() if after else match.end()
            marks = " ".join(match.group().split())
            why = f"The marks “{marks}” collide within a sentence."
            yield _found(single, passage, start, end, STRAY_MARK, why)
        yield from _stray_capitals(single, passage, names)


def _word_before(text: str, end: int) -> int:
    """Return the start of the last word before ``end``, or ``end`` if there is none."""
    at = end
    while at and text[at - 1].isspace():
        at -= 1
    if not at:
        return end
    while at and not text[at - 1].isspace():
        at -= 1
    return at


def _stray_capitals(single: Single, passage: Passage, names: dict[str, set[int]]) -> Iterator[Discrepancy]:
    """Yield capitals in mid-sentence. ``names`` is filled when it is first needed."""
    terms = words(passage.quote)
    for at, (before, word) in enumerate(pairwise(terms)):
        following = terms[at + 2] if at + 2 < len(terms) else None
        form = english.verb_form(word.lower)
        plain = word.text[0].isupper() and word.text[1:].islower() and word.lower.endswith("ed")
        if before.lower not in _JOINERS or not plain or not form or "past" not in form[1]:
            continue
        if following is None or following.is_capital:
            continue
        names.update(() if names else _places(single))
        if names.get(word.text, set()) - {passage.start + word.start}:
            continue
        yield _found(
            single,
            passage,
            before.start,
            following.end,
            STRAY_CAPITAL,
            f"“{word.text}” has a capital amid the sentence, as if another began there.",
        )


def _places(single: Single) -> dict[str, set[int]]:
    """Return the places of each capitalised word, except the first word of each passage; at most two each."""
    found: dict[str, set[int]] = {}
    for passage in single.account.passages:
        for word in words(passage.quote)[1:] if passage.kind != HEADING else ():
            if word.is_capital and len(places := found.setdefault(word.text, set())) < 2:
                places.add(passage.start + word.start)
    return found


def _found(single: Single, passage: Passage, start: int, end: int, slot: str, why: str) -> Discrepancy:
    start, end = passage.start + start, passage.start + end
    return Discrepancy(
        "broken-punctuation",
        DIFFERS,
        COSMETIC,
        slot,
        (reading_at(single.account, start, end),),
        why,
        single.pillar(claim_at(single.account, start)),
    )
