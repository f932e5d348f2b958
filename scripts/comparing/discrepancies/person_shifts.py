"""One group called "their" and also "our" or "us": does the account speak of them, or as one of them?"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from scripts import english
from scripts.comparing.discrepancies.discrepancy import COSMETIC, DIFFERS, Discrepancy, Reading
from scripts.comparing.discrepancies.places import blocks, claim_at, reading_at
from scripts.comparing.discrepancies.rule_inputs import Single
from scripts.reading.accounts import Account
from scripts.reading.passages import ITEM, LEAD_IN, SENTENCE, Passage
from scripts.reading.words import Word, keys, words

_FIRST = {"our", "us", "we", "ours", "ourselves"}
_THIRD = {"their", "theirs", "themselves", "them"}
_QUOTED = re.compile(r"[“\"][^“”\"]*[”\"]?")
_PHRASE = 6
_BACK = 200  # how many passages before a "their" are searched for its "our"


def find(single: Single) -> Iterator[Discrepancy]:
    """Yield "their" for several states beside "our" or "us", once in a block or sentence.

    The states must be the subject of the sentence with "their". The first person may stand in the same
    sentence or in an item of the same block, else earlier in the account, where it governs the same thing or
    is nearest. Quotations are left out, because there the speaker is another.
    """
    account = single.account
    done: set[int] = set()
    for block in blocks(account):
        third = _third(account, block.lead_in)
        members = (block.lead_in, *block.passages)
        first = next((w for p in members for w in _pronouns(account, p, _FIRST)), None)
        first = first or (_before(account, members[0], third) if third else None)
        if third and first:
            done.add(block.lead_in.start)
            yield _found(single, third, first)
    for passage in account.passages:
        if passage.kind in {SENTENCE, ITEM} and passage.start not in done:
            third = _third(account, passage)
            first = next(_pronouns(account, passage, _FIRST), None)
            if third and first:
                yield _found(single, third, first)


def _found(single: Single, third: Word, first: Word) -> Discrepancy:
    ordered = tuple(_phrase(single.account, w) for w in (third, first))
    return Discrepancy(
        "person-shift",
        DIFFERS,
        COSMETIC,
        "person",
        ordered,
        f"The same states are “{third.lower}” here and “{first.lower}” there.",
        single.pillar(claim_at(single.account, third.start)),
    )


def _third(account: Account, passage: Passage) -> Word | None:
    """Return the "their" of a sentence whose subject is at least two states."""
    claim = claim_at(account, passage.start)
    found = next(_pronouns(account, passage, _THIRD), None)
    if passage.kind not in {SENTENCE, ITEM, LEAD_IN} or not claim or not found:
        return None
    return found if len(_subject_states(passage)) > 1 else None


def _subject_states(passage: Passage) -> set[str]:
    """Return the states that begin a sentence before its verb, joined by "and" or commas."""
    terms = words(passage.quote)
    found: set[str] = set()
    at = 0
    while at < len(terms):
        for length in range(min(6, len(terms) - at), 0, -1):
            country = english.country(passage.quote[terms[at].start : terms[at + length - 1].end])
            if country:
                found.add(country)
                at += length
                break
        else:
            if terms[at].lower not in {"the", "and", "both"}:
                break
            at += 1
    return found


def _pronouns(account: Account, passage: Passage, wanted: set[str]) -> Iterator[Word]:
    """Yield the pronouns of a passage outside quotations, with their places in the source."""
    quoted = [m.span() for m in _QUOTED.finditer(passage.quote)]
    for word in words(account.source.text, passage.start, passage.end):
        at = word.start - passage.start
        if word.lower in wanted and not word.is_acronym and not any(a <= at < b for a, b in quoted):
            yield word


def _before(account: Account, passage: Passage, third: Word) -> Word | None:
    """Return the last first-person pronoun before a passage that governs the same thing, else the nearest."""
    at = bisect_left(account.passages, passage.start, key=lambda p: p.start)
    earlier = [p for p in account.passages[max(0, at - _BACK) : at] if p.kind in {SENTENCE, ITEM, LEAD_IN}]
    found = [w for p in reversed(earlier) for w in _pronouns(account, p, _FIRST)]
    about = set(keys(words(_phrase(account, third).quote)))
    alike = [w for w in found if about & set(keys(words(_phrase(account, w).quote)))]
    return next(iter(alike or found), None)


def _phrase(account: Account, pronoun: Word) -> Reading:
    """Return a pronoun with the words it governs."""
    text = account.source.text
    end = pronoun.end
    if pronoun.lower in {"our", "their"}:
        for word in words(text, pronoun.end, min(len(text), pronoun.end + 120))[:_PHRASE]:
            stop = word.lower in english.stopwords() and word.lower != "and"
            if stop or text[end : word.start].strip(" -"):
                break
            end = word.end
    return reading_at(account, pronoun.start, end, pronoun.lower)
