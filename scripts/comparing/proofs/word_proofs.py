"""Proofs that two words mean the same: an ordered list, each with its name.

The first proof that holds is reported. No lexicon proves words that are held apart (`held_apart.csv`): they
must be one word, or have a row in `said_alike.csv`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from scripts import english
from scripts.english import lexicon, wordings

PARTS = ("n", "v", "a", "r")
SAYING = frozenset(["say", "tell", "announce", "state", "report", "add", "declare", "according"])
_DENY = "deny"  # also reports what was said; the denial shows in the firmness
_GENERAL = {"people": "person", "person": "person", "man": "man", "woman": "woman", "child": "child"}
_DEEP, _DEEPEST = 2, 8  # steps up from a kind to its hypernym; for words for people
_RARE = 3  # highest sum of the ranks of the senses in which two words are synonyms
_STEM = 4
# Endings that make other nouns and verbs of one stem: undertaker, undertaking; market, marketing.
_FORMING = re.compile(r"(?:(er|or|ee)|(ing|ion|ment|al|ance|ence|ity|ness)|(ist)|(ism))$")


@dataclass(frozen=True)
class Proof:
    """The reason why two elements mean the same.

    `turned`: with their parts exchanged (buy, sell); `governs`: with a preposition (object to, oppose).
    """

    name: str
    turned: bool = False
    governs: bool = False


class _Pair(NamedTuple):
    """Two words with their parts of speech; the second should bear out the first."""

    ours: str
    our_part: str
    theirs: str
    their_part: str

    @property
    def of_one_part(self) -> str:
        """The part of speech of both, or "" if they differ."""
        return self.our_part if self.our_part == self.their_part else ""

    @property
    def contrary(self) -> bool:
        """Whether the words are contraries."""
        parts = [self.our_part] if self.our_part else PARTS
        return english.opposite(self.ours, self.theirs) or any(
            lexicon.antonyms(self.ours, self.theirs, part) for part in parts
        )


@lru_cache(maxsize=65536)
def word_proof(
    ours: str, our_part: str, theirs: str, their_part: str, without: frozenset[str] = frozenset()
) -> Proof | None:
    """Return why the second word bears out the first, both as lemmas with their parts of speech; or None.

    Proofs named in `without` are left out.
    """
    pair = _Pair(ours, our_part, theirs, their_part)
    for proof, holds in _CERTAIN:
        if proof.name not in without and holds(pair):
            return proof
    lexical = (proof for proof, holds in _BY_LEXICON if proof.name not in without and holds(pair))
    found = next(lexical, None)
    # Asked last, for it takes longest, and most words have no proof at all.
    return None if found is None or held_apart(ours, theirs) or pair.contrary else found


def spelled_alike(one: str, other: str) -> bool:
    """Say whether two words differ only in spelling: re-open, reopen; organise, organize."""
    if one.replace("-", "").replace(" ", "") == other.replace("-", "").replace(" ", ""):
        return True
    alike = one[:3] == other[:3] or english.respelled(one, other)  # grey and gray
    return alike and english.key(one) == english.key(other) and _formed(one) == _formed(other)


def _formed(word: str) -> str:
    """Return what the ending of a word makes of its stem: who does it, the doing, a belief; "" for none."""
    if word.endswith(("re", "our")):  # centre and center, labour and labor
        word = f"{word[:-2]}er" if word.endswith("re") else f"{word[:-3]}or"
    ending = _FORMING.search(word)
    return str(ending.lastindex) if ending else ""


def held_apart(one: str, other: str) -> bool:
    """Say whether two words must never replace each other, although a lexicon may call them synonyms."""
    return any(wordings.held_apart(one, other, part) for part in PARTS)


def outcomes_apart(one: str, other: str, part: str = "") -> bool:
    """Say whether two words name outcomes that exclude each other: killed, injured."""
    found = (wordings.held_apart(one, other, one_part) for one_part in ([part] if part else PARTS))
    return any(apart is not None and apart.kind == "outcome" for apart in found)


def _said_alike(pair: _Pair) -> bool:
    parts = {pair.our_part, pair.their_part} - {""}
    return any(wordings.said_alike(pair.theirs, pair.ours, part) for part in parts)


def _converse(pair: _Pair) -> bool:
    return pair.of_one_part == "v" and english.converse(pair.ours, pair.theirs)


def _turned(pair: _Pair) -> bool:
    part = pair.of_one_part or pair.our_part
    return wordings.turned(pair.ours, pair.theirs, part) if part else False


def _reporting(pair: _Pair) -> bool:
    return pair.ours in SAYING and pair.theirs in SAYING | {_DENY}


def _caused(pair: _Pair) -> bool:
    if pair.of_one_part != "v" or pair.theirs not in english.causing():
        return False
    known = lexicon.synonyms(pair.ours, pair.theirs, "v")
    return known is None and lexicon.entails(pair.theirs, pair.ours)


def _person(pair: _Pair) -> bool:
    general = _GENERAL.get(pair.ours) if pair.of_one_part == "n" else None
    return general is not None and bool(lexicon.kind_of(pair.theirs, general, "n", _DEEPEST))


def _derived(pair: _Pair) -> bool:
    for part in [pair.our_part] if pair.our_part else PARTS:
        for other in [pair.their_part] if pair.their_part else PARTS:
            if part == other:
                continue
            if lexicon.derived(pair.ours, part, pair.theirs, other):
                return True
            shared = {part, other} <= {"n", "v"} and pair.ours[:_STEM] == pair.theirs[:_STEM]
            if shared and lexicon.synonyms(pair.ours, pair.theirs, other) == 0:
                return True
    both = {pair.our_part, pair.their_part}
    return both == {"n", "v"} and lexicon.akin(pair.ours, pair.our_part, pair.theirs, pair.their_part)


def _synonymous(pair: _Pair) -> bool:
    if not pair.of_one_part:
        return False
    rank = lexicon.synonyms(pair.ours, pair.theirs, pair.of_one_part)
    if rank is not None and rank <= _RARE:
        return True
    one_stem = english.key(pair.ours) == english.key(pair.theirs)  # regulator and regulation are not one
    return not one_stem and english.synonymous(pair.ours, pair.theirs)


def _kind(pair: _Pair) -> bool:
    return pair.of_one_part in ("n", "v") and bool(
        lexicon.kind_of(pair.theirs, pair.ours, pair.of_one_part, _DEEP)
    )


IDENTICAL, CAUSE, REPORTING = Proof("same word"), Proof("cause"), Proof("reporting verb")
_Rule = tuple[Proof, Callable[[_Pair], bool]]
_CERTAIN: tuple[_Rule, ...] = (
    (IDENTICAL, lambda pair: pair.ours == pair.theirs),
    (Proof("spelling"), lambda pair: spelled_alike(pair.ours, pair.theirs)),
    (Proof("said alike"), _said_alike),
    (Proof("converse", turned=True), _converse),
    (Proof("converse", turned=True), _turned),
)
_BY_LEXICON: tuple[_Rule, ...] = (
    (REPORTING, _reporting),
    (CAUSE, _caused),
    (Proof("synonym"), _synonymous),
    (Proof("kind"), _person),
    (Proof("derivation"), _derived),
    (Proof("kind"), _kind),
)
