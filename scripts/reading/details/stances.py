"""Stances: what a claim's subject does (agreed, discussed, condemned ...), its tense, and any denial."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from scripts import english
from scripts.reading.details.detail import Detail
from scripts.reading.details.proper_names import state_words
from scripts.reading.words import Word, words

PAST, PRESENT, FUTURE, ORDER = "past", "present", "future", "order"
_FUTURE = {"will", "shall", "'ll", "won't"}
_MODALS = {"would", "can", "could", "may", "might", "must", "should", "cannot", "can't"}
_PERFECT = {"has", "have", "had", "having"}
_BE = {"is": PRESENT, "are": PRESENT, "am": PRESENT, "was": PAST, "were": PAST, "be": PRESENT, "been": PAST}
_SCHEDULED = {"due", "set", "scheduled", "expected", "slated", "planned", "going", "poised"}
_SUBORDINATE_WORDS = "who which that whose whom where when while after before because if"
_SUBORDINATE = frozenset(_SUBORDINATE_WORDS.split())
_NEGATIONS = {"not", "never", "no", "nor", "neither", "without", "cannot", "none", "nobody", "nothing"}
_BEFORE_ADJECTIVE_WORDS = "the a an its their our his her this these of by for and in to as with on at from"
_BEFORE_ADJECTIVE = frozenset(_BEFORE_ADJECTIVE_WORDS.split())


@dataclass(frozen=True)
class Stance(Detail):
    """The main verb: its ``stance`` (empty for none), its strength (``rank`` 1 to 4), and its ``tense``.

    ``tense`` is past, present, future, order (a bare verb at the start of an item), or "" where it is
    unclear.
    """

    kind: ClassVar[str] = "stance"
    verb: str = ""
    stance: str = ""
    rank: int = 0
    tense: str = ""


@dataclass(frozen=True)
class Negation(Detail):
    """A word that denies the words beside it."""

    kind: ClassVar[str] = "negation"


def stances(text: str, start: int = 0, end: int | None = None) -> tuple[Stance, ...]:
    """Return the main verb of ``text[start:end]``, at most one; none where no finite verb is recognised.

    >>> stances("Minister Duarte will join the talks.")[0].tense
    'future'
    """
    terms = words(text, start, end)
    states = state_words(text, terms)
    following = [*terms[1:], None][: len(terms)]
    terms = tuple(  # skip the name of a state ("United States") and its article: it is not a verb
        w
        for w, then in zip(terms, following, strict=True)
        if w.start not in states and not (w.lower == "the" and then and then.start in states)
    )
    first = _opening_verb(terms)
    if first:
        return (first,)
    depth = 0
    for at, word in enumerate(terms):
        if word.lower in _SUBORDINATE and at:
            depth = at
        found = _finite(terms, at)
        if found and not (depth and word.lower not in _BE and at - depth <= 1):
            return (found,)
    return ()


def _opening_verb(terms: Sequence[Word]) -> Stance | None:
    """Read a verb that begins an item: an order in its base form, or a past form ("Agreed to ...")."""
    at = 1 if terms and terms[0].lower.endswith("ly") else 0
    if len(terms) <= at:
        return None
    form = english.verb_form(terms[at].lower)
    if not form or terms[at].lower in english.function_words():
        return None
    following = terms[at + 1].lower if at + 1 < len(terms) else ""
    if form[1] & {"past"} and following not in _BE:
        return _stance(terms, at, form[0], PAST)
    if "base" in form[1] and following in {"the", "a", "an", "to", "our", "their", "its", "all"}:
        return _stance(terms, at, form[0], ORDER)
    if "base" in form[1] and following and not english.verb_form(following) and terms[at].is_capital:
        after = next((w for w in terms[at + 1 :] if w.lower in _BE or w.lower in _FUTURE), None)
        return (
            None
            if after and after is terms[min(at + 2, len(terms) - 1)]
            else _stance(terms, at, form[0], ORDER)
        )
    return None


def _finite(terms: Sequence[Word], at: int) -> Stance | None:
    """Read the verb group that begins at ``at``, if one does."""
    word = terms[at].lower
    if word in _FUTURE or word in _MODALS:
        return _after(terms, at, FUTURE if word in _FUTURE else PRESENT, {"base"})
    if word in _PERFECT:
        return _after(terms, at, PAST, {"participle", "past"}) or _stance(
            terms, at, "have", _tense_of_have(word)
        )
    if word in _BE:
        tense = _BE[word]
        following = terms[at + 1].lower if at + 1 < len(terms) else ""
        if following in _SCHEDULED and "to" in {w.lower for w in terms[at + 2 : at + 3]}:
            return _after(terms, at + 2, FUTURE, {"base"})
        if following == "to" and tense == PRESENT:
            return _after(terms, at + 1, FUTURE, {"base"})
        return _after(terms, at, tense, {"gerund", "participle", "past"}) or _stance(terms, at, "be", tense)
    form = english.verb_form(word)
    before = terms[at - 1].lower if at else ""
    if not form or before in _BEFORE_ADJECTIVE or not at:
        return None
    if "past" in form[1] and "base" not in form[1]:
        return _stance(terms, at, form[0], PAST)
    if "third" in form[1] and at + 1 < len(terms) and terms[at + 1].lower in english.function_words():
        return _stance(terms, at, form[0], PRESENT)
    return None


def _tense_of_have(word: str) -> str:
    return PAST if word == "had" else PRESENT


def _after(terms: Sequence[Word], at: int, tense: str, wanted: set[str]) -> Stance | None:
    """Return the verb in one of the ``wanted`` forms within a few words: adverbs and "not" may intervene."""
    for place in range(at + 1, min(at + 5, len(terms))):
        word = terms[place].lower
        form = english.verb_form(word)
        if form and form[1] & wanted and word not in _NEGATIONS:
            return _stance(terms, place, form[0], tense)
        if not (
            word.endswith("ly")
            or word in _NEGATIONS
            or word in {"also", "been", "being", "be", "now", "already", "have"}
        ):
            return None
    return None


def _stance(terms: Sequence[Word], at: int, base: str, tense: str) -> Stance:
    word = terms[at]
    said = english.stance_of(base)
    name, rank = (said.name, said.rank) if said else ("", 0)
    return Stance(word.start, word.end, word.text, base, name, rank, tense)


def negations(text: str, start: int = 0, end: int | None = None) -> tuple[Negation, ...]:
    """Return the words in ``text[start:end]`` that deny (not, never, no, without, n't)."""
    return tuple(
        Negation(w.start, w.end, w.text)
        for w in words(text, start, end)
        if w.lower in _NEGATIONS or w.lower.endswith(("n't", "n’t"))
    )
