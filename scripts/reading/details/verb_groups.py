"""Verb groups of a claim: who does what to whom, with tense, voice, denial, subject and object.

The reading is shallow: it looks for auxiliaries before a verb, and takes the words before the group as its
subject and those after it, up to a preposition or another verb, as its object. In a passive the two are
swapped.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from scripts import english
from scripts.reading.words import Word

FUTURE, PRESENT, PAST, MODAL = "future", "present", "past", "modal"
WILL = frozenset({"will", "shall", "'ll", "won't", "shan't"})
MODALS = frozenset(
    {"would", "can", "could", "may", "might", "must", "should", "cannot", "can't", "couldn't", "wouldn't"}
)
BE = {
    "is": PRESENT, "are": PRESENT, "am": PRESENT, "was": PAST, "were": PAST, "be": "", "been": PAST,
    "being": "", "isn't": PRESENT, "aren't": PRESENT, "wasn't": PAST, "weren't": PAST,
}  # fmt: skip
HAVE = frozenset({"has", "have", "had", "having", "hasn't", "haven't", "hadn't"})
DO = {"do": PRESENT, "does": PRESENT, "did": PAST, "don't": PRESENT, "doesn't": PRESENT, "didn't": PAST}
DENIALS = frozenset({"not", "never"})
AUXILIARIES = WILL | MODALS | HAVE | set(BE) | set(DO)
_BETWEEN = frozenset(
    {"also", "now", "already", "still", "then", "soon", "often", "only", "just", "all", "both"}
)
_PREPOSITIONS_WORDS = """
    about above across after against along among around as at before behind below beneath beside between
    beyond by despite down during for from in inside into near of off on onto out outside over per since
    through throughout to toward towards under until up upon via with within without
"""
PREPOSITIONS = frozenset(_PREPOSITIONS_WORDS.split())
_BOUNDARIES_WORDS = """
    although because but if that though unless when where whereas whether which while who whom whose
"""
_BOUNDARIES = frozenset(_BOUNDARIES_WORDS.split())
_CLAUSE_OPENERS = frozenset({"after", "before", "until", "since", "as"})
_DETERMINERS_WORDS = """
    a all an any each every her his its most my no of our several some that the their these this those your
"""
DETERMINERS = frozenset(_DETERMINERS_WORDS.split())
# A plural noun looks like a verb in the present tense, so a word counts as a verb only before one of these.
_AFTER_PRESENT = DETERMINERS | frozenset({"that", "to", "him", "them", "it", "about", "not", "whether"})
_LINKING = frozenset({"remains", "becomes", "survives"})
_REACH = 12


@dataclass(frozen=True)
class Predicate:
    """A verb group; ``at`` is its main verb's position among the claim's words, ``begin`` its first word's.

    ``agent`` and ``patient`` are the positions of the words that name who acts and what is acted upon; ``to``
    those of the words after "to" or "from" behind the object.
    """

    at: int
    begin: int
    base: str
    tense: str
    passive: bool
    negated: bool
    agent: tuple[int, ...]
    patient: tuple[int, ...]
    to: tuple[int, ...] = ()

    @property
    def key(self) -> str:
        """The verb's key."""
        return english.key(self.base)


def predicates(terms: Sequence[Word]) -> tuple[Predicate, ...]:
    """Return the verb groups among ``terms``, in order.

    >>> from scripts.reading.words import words
    >>> [(p.base, p.tense, p.passive) for p in predicates(words("The pact will be signed by Peru."))]
    [('sign', 'future', True)]
    """
    groups = [g for at in range(len(terms)) if (g := _group(terms, at))]
    ends = {g[0]: g for g in groups}
    found: list[Predicate] = []
    for at, begin, base, tense, passive, negated in groups:
        before = _before(terms, begin, ends)
        after, stop = _after(terms, at, ends)
        to = _prepositional(terms, stop, {"to", "from"}, ends)
        if not before and found and begin and terms[begin - 1].lower in {"and", "but"}:
            before = found[-1].patient if found[-1].passive else found[-1].agent
        if passive:
            agent = _prepositional(terms, at + 1, {"by"}, ends, _REACH)
            found.append(Predicate(at, begin, base, tense, passive, negated, agent, before, to))
        else:
            found.append(Predicate(at, begin, base, tense, passive, negated, before, after, to))
    return tuple(found)


def _group(terms: Sequence[Word], at: int) -> tuple[int, int, str, str, bool, bool] | None:
    """Read the verb group that ends in the word at ``at``; None where that word is no main verb."""
    word = terms[at].lower
    if word in AUXILIARIES and ((word not in BE and word not in HAVE) or _verb_follows(terms, at)):
        return None
    form = _form(word) or _after_modal(terms, at)
    if not form or (terms[at].is_capital and at):
        return None
    auxiliaries: list[str] = []
    begin, negated = at, False
    while begin and at - begin < 6:
        before = terms[begin - 1].lower
        if before in AUXILIARIES:
            auxiliaries.insert(0, before)
        elif before not in DENIALS | _BETWEEN and not before.endswith("ly"):
            break
        negated = negated or before in DENIALS or before.endswith("n't") or before == "cannot"
        begin -= 1
    if not auxiliaries:
        begin = at
        if not form[1] & {"past", "third", "participle"} or _is_noun(terms, at, form[1]):
            return None
    passive = bool(set(auxiliaries) & set(BE)) and bool(form[1] & {"participle", "past"}) and word not in BE
    return at, begin, form[0], _tense(auxiliaries, word, form[1]), passive, negated


def _form(word: str) -> tuple[str, frozenset[str]] | None:
    """Return the verb of a word form; an unlisted word in -ed counts as a past form."""
    listed = english.verb_form(word)
    if listed or not word.endswith("ed") or len(word) < 5 or word.endswith("eed"):
        return listed
    return word, frozenset({"past", "participle"})


def _after_modal(terms: Sequence[Word], at: int) -> tuple[str, frozenset[str]] | None:
    """Take an unlisted word right after "will", "did" or a modal for the base form of a verb."""
    before = at - 1
    while before > 0 and (terms[before].lower in DENIALS or terms[before].lower.endswith("ly")):
        before -= 1
    word = terms[at].lower
    if before < 0 or terms[before].lower not in WILL | MODALS | set(DO) or word in english.stopwords():
        return None
    return word, frozenset({"base"})


def _verb_follows(terms: Sequence[Word], at: int) -> bool:
    for word in terms[at + 1 : at + 4]:
        form = english.verb_form(word.lower)
        if form and form[1] & {"past", "participle", "gerund"}:
            return True
        if not (word.lower in DENIALS | _BETWEEN | set(BE) or word.lower.endswith("ly")):
            return False
    return False


def _is_noun(terms: Sequence[Word], at: int, forms: frozenset[str]) -> bool:
    """Say whether a word that could be a verb is more likely a noun or an adjective here."""
    before = terms[at - 1].lower if at else ""
    if before in DETERMINERS or (before in PREPOSITIONS and before != "to"):
        return True
    if "third" not in forms or forms & {"past", "participle"}:
        return False
    if terms[at].lower in _LINKING:
        return False
    following = terms[at + 1].lower if at + 1 < len(terms) else ""
    return following not in _AFTER_PRESENT and not following[:1].isdigit()


def _tense(auxiliaries: Sequence[str], word: str, forms: frozenset[str]) -> str:
    for auxiliary in auxiliaries:
        if auxiliary in WILL:
            return FUTURE
        if auxiliary in MODALS:
            return MODAL
        if auxiliary in HAVE:
            return PAST
        if BE.get(auxiliary) or DO.get(auxiliary):
            return BE.get(auxiliary) or DO[auxiliary]
    if auxiliaries:
        return ""
    if word in BE:
        return BE[word]
    if "past" in forms and "base" not in forms:
        return PAST
    return PRESENT if "third" in forms else ""


def _before(terms: Sequence[Word], begin: int, groups: Mapping[int, object]) -> tuple[int, ...]:
    found: list[int] = []
    for at in range(begin - 1, max(-1, begin - 1 - _REACH), -1):
        if at in groups or terms[at].lower in _BOUNDARIES | _CLAUSE_OPENERS:
            break
        found.append(at)
    found.reverse()
    return tuple(_heads(terms, found))


def _after(terms: Sequence[Word], at: int, groups: Mapping[int, object]) -> tuple[tuple[int, ...], int]:
    found: list[int] = []
    stop = at + 1
    while stop < len(terms) and stop - at <= _REACH:
        word = terms[stop].lower
        if (
            stop in groups
            or word in _BOUNDARIES
            or word in AUXILIARIES
            or (word in PREPOSITIONS and word != "of")
        ):
            break
        found.append(stop)
        stop += 1
    return tuple(_heads(terms, found)), stop


def _heads(terms: Sequence[Word], places: Sequence[int]) -> list[int]:
    """Keep the words that can name somebody or something, but not those after "of"."""
    kept: list[int] = []
    phrase = True
    for at in places:
        word = terms[at].lower
        if word in PREPOSITIONS:
            phrase = False
        elif word in {"and", "the", "a", "an"} or (at and terms[at].start - terms[at - 1].end > 1):
            phrase = True
        if terms[at].is_number or english.number_word(word) is not None:
            continue
        if (phrase and word not in english.stopwords() | PREPOSITIONS) or word in {
            "it",
            "he",
            "she",
            "they",
            "we",
        }:
            kept.append(at)
    return kept


def _prepositional(
    terms: Sequence[Word], begin: int, wanted: set[str], groups: Mapping[int, object], reach: int = 1
) -> tuple[int, ...]:
    """Return the words that follow the first of the ``wanted`` prepositions within ``reach`` words."""
    for at in range(begin, min(begin + reach, len(terms))):
        if at in groups or terms[at].lower in _BOUNDARIES:
            break
        if terms[at].lower in wanted:
            return _after(terms, at, groups)[0]
    return ()
