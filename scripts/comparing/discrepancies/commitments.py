"""One adjective, two commitments: what aligned claims call firm, and towards whom."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scripts import english
from scripts.comparing.discrepancies.discrepancy import DIFFERS, MATERIAL, Discrepancy, Reading, span_reading
from scripts.comparing.discrepancies.rule_inputs import Pair, Single
from scripts.comparing.pairing.alignments import Alignment
from scripts.reading.claims import Claim
from scripts.reading.words import Word
from scripts.record.standings import NEAR, UNCHECKED, Standing, of_topic

_COMMITMENTS = frozenset(english.key(w) for w in ("commitment", "assurance", "obligation", "dedication"))
_POSSESSIVES = {"its", "their", "our", "his", "her"}
_BEING = {"is", "are", "was", "were", "be", "remain", "remains", "remained", "stays", "called", "as"}
_BEFORE = 3
_OBJECT = re.compile(
    r"\s+(?:to|for|of|towards?)\s+[^,;:()]{3,60}?(?=\s+(?:is|are|was|were|remain(?:s|ed)?|stays?|stayed|will|would|has|have|had|and|or|that|which|who)\b|[,;:()]|\.(?:\s|$)|$)"
)


def find(pair: Pair) -> Iterator[Discrepancy]:
    """Yield aligned claims that give a commitment one rare adjective but another object or owner."""
    for aligned in pair.settled:
        ours, theirs = _commitment(aligned.left), _commitment(aligned.right)
        if not ours or not theirs:
            continue
        epithet = _epithet(aligned, ours, theirs)
        if not epithet:
            continue
        left, right = _said(aligned.left, ours), _said(aligned.right, theirs)
        if _keys(left[2]) == _keys(right[2]):
            continue
        readings = (_reading(pair.left, aligned.left, left), _reading(pair.right, aligned.right, right))
        yield Discrepancy(
            "commitment",
            DIFFERS,
            MATERIAL,
            f"commitment called {epithet}",
            readings,
            f"Each calls a commitment {epithet}: "
            + ", ".join(f"{r.source} “{r.value}”" for r in readings)
            + ".",
            pair.left.pillar(aligned.left),
        )


def _commitment(claim: Claim) -> Word | None:
    """Return the noun; a verb ("they pledged") has no adjective to share."""
    return next(
        (w for w in claim.words if w.key in _COMMITMENTS and english.verb_form(w.lower) is None), None
    )


def _epithet(aligned: Alignment, ours: Word, theirs: Word) -> str:
    """Return an adjective that both claims give the commitment: no verb of saying, no noun of commitment."""
    for shared in sorted(aligned.shared, key=lambda s: -s.weight):
        word = shared.left
        taken = word.key in _COMMITMENTS or english.stance_of(word.lower) or word.is_capital
        taken = taken or english.number_word(word.lower) is not None
        if taken or english.verb_form(word.lower) is not None or shared.left.key != shared.right.key:
            continue
        if _calls(aligned.left, ours, shared.left) and _calls(aligned.right, theirs, shared.right):
            return word.lower
    return ""


def _calls(claim: Claim, noun: Word, word: Word) -> bool:
    """Say whether a word stands right before the noun or is its predicate ("the commitment is firm")."""
    terms = claim.words
    at, place = (next(i for i, w in enumerate(terms) if w.start == x.start) for x in (noun, word))
    if place < at:
        return at - place <= _BEFORE and all(
            w.lower not in english.stopwords() for w in terms[place + 1 : at]
        )
    return place > at + 1 and terms[place - 1].lower in _BEING


def _said(claim: Claim, noun: Word) -> tuple[int, int, str]:
    """Return the span and words of the commitment: its owner and modifiers, the noun, its object."""
    terms = claim.words
    at = next(i for i, w in enumerate(terms) if w.start == noun.start)
    first = at
    while (
        first
        and at - first < 4
        and terms[first - 1].lower not in {"the", "a", "an", "that", "to", "of", "and"}
    ):
        first -= 1
        if terms[first].lower in _POSSESSIVES:
            break
    found = _OBJECT.match(claim.quote, noun.end - claim.start)
    end = claim.start + found.end() if found else noun.end
    start = terms[first].start
    return start, end, claim.quote[start - claim.start : end - claim.start]


def _keys(phrase: str) -> frozenset[str]:
    return (
        english.keys(phrase)
        if " " not in phrase
        else frozenset(english.key(w) for w in phrase.lower().split())
    )


def _reading(single: Single, claim: Claim, said: tuple[int, int, str]) -> Reading:
    start, end, words = said
    topics = [m.topic for m in single.topics_in.get(id(claim), ())]
    found = (
        of_topic(single.reference, topics[0], single.account.source.original, words) if topics else UNCHECKED
    )
    # The record has the adjective but not with this object, so the standing is at most `near`.
    standing = Standing(NEAR, found.citations, found.note) if found.citations else found
    return span_reading(claim, start, end, words, standing)
