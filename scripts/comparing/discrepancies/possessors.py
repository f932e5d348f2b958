"""A defence given to the state it is aimed at: "strengthen X's combined deterrence", where X is deterred.

Either of two signs is enough. Aid to a third state's own defence ("strengthen X's air defences") shows
neither, so nothing is yielded.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from scripts import english
from scripts.comparing.discrepancies.discrepancy import CONFLICTS, MATERIAL, Discrepancy
from scripts.comparing.discrepancies.places import reading_at
from scripts.comparing.discrepancies.rule_inputs import Single
from scripts.reading.claims import Claim
from scripts.reading.details.stances import Stance
from scripts.reading.words import Word
from scripts.record.standings import of_possessor

_STRENGTHEN = ("strengthen", "improve", "expand", "modernise", "advance")
_KINDS = ("deterrence", "defence", "defense", "capability", "posture", "readiness")
_CAPABILITIES = {english.key(w) for w in _KINDS}
_JOINT = {english.key(w) for w in ("combined", "joint", "shared", "allied", "collective", "mutual", "common")}
_OBLIQUE = {"of", "from", "in", "to", "against", "by", "on"}
_WITH = {"with", "for", "and", "alongside"}
_GOVERNED = 4
_PHRASE = 8


@dataclass(frozen=True)
class _State:
    """A state that a claim names: its place among the claim's words, and whether it is a possessive."""

    country: str
    first: int
    last: int
    possessive: bool


@dataclass(frozen=True)
class _Possession:
    """A state, the capability given to it (up to the word for its kind), and the span of both."""

    country: str
    owner: str
    held: Sequence[Word]
    start: int
    end: int


def find(single: Single) -> Iterator[Discrepancy]:
    """Yield each strengthened capability that an account gives to a state which others act against.

    The signs are: in the record, others use it to deter or answer that state; or the capability is called
    combined, but the acting states of the account are others, and this one nowhere acts with them.
    """
    seen: set[int] = set()
    actors, partners = _actors(single), None
    for claim in single.account.claims:
        for held in _possessions(claim):
            if held.start in seen or held.country in actors:
                continue
            content = [w.text for w in held.held if w.lower not in english.stopwords()]
            standing = of_possessor(single.reference, held.country, content)
            joint = len(actors) > 1 and any(w.key in _JOINT for w in held.held)
            if not standing.citations and not joint:
                continue
            partners = _partners(single) if partners is None else partners
            if not standing.citations and held.country in partners:
                continue
            seen.add(held.start)
            why = (
                "on record it is directed at that state"
                if standing.citations
                else "it is a common one, and the states that act in this account are others"
            )
            yield Discrepancy(
                "possessor",
                CONFLICTS,
                MATERIAL,
                f"possessor {held.country}",
                (reading_at(single.account, held.start, held.end, held.owner, standing),),
                f"The words give “{_plain(held.held)}” to {_with_article(held.owner)}, yet {why}.",
                single.pillar(claim),
            )


def _with_article(owner: str) -> str:
    """Return a state's name as written in a sentence: plural short forms take "the"."""
    return f"the {owner}" if owner.isupper() or "." in owner else owner


def _plain(held: Sequence[Word]) -> str:
    return " ".join(w.text for w in held)


def _possessions(claim: Claim) -> Iterator[_Possession]:
    """Yield each possessive state that governs a capability which the claim strengthens."""
    terms = claim.words
    verbs = [at for at, word in enumerate(terms) if _strengthens(word)]
    for state in _states(claim):
        phrase = _phrase(claim, terms[state.last + 1 :]) if state.possessive else ()
        heads = [at for at, w in enumerate(phrase) if w.key in _CAPABILITIES]
        if heads and any(0 < state.first - verb <= _GOVERNED for verb in verbs):
            held = phrase[: heads[0] + 1]
            owner = claim.quote[terms[state.first].start - claim.start : terms[state.last].end - claim.start]
            owner = owner.removesuffix("'s").removesuffix("’s").rstrip("'’")
            yield _Possession(state.country, owner, held, terms[state.first].start, held[-1].end)


def _states(claim: Claim) -> Iterator[_State]:
    """Yield the states that a claim names, with the longest name at each place."""
    terms = claim.words
    at = 0
    while at < len(terms):
        longest = min(6, len(terms) - at) if terms[at].is_capital else 0
        for length in range(longest, 0, -1):
            last = terms[at + length - 1]
            phrase = claim.quote[terms[at].start - claim.start : last.end - claim.start]
            after = claim.quote[last.end - claim.start :][:2]
            possessive = last.text.endswith(("'s", "’s")) or after in {"' ", "’ "}
            plain = phrase.removesuffix("'s").removesuffix("’s")
            if country := english.country(plain):
                yield _State(country, at, at + length - 1, possessive)
                at += length - 1
                break
        at += 1


def _strengthens(word: Word) -> bool:
    form = english.verb_form(word.lower)
    return form is not None and any(english.synonymous(form[0], verb) for verb in _STRENGTHEN)


def _phrase(claim: Claim, following: Sequence[Word]) -> Sequence[Word]:
    """Return the noun phrase that begins ``following``, up to a function word or a mark."""
    kept: list[Word] = []
    for word in following[:_PHRASE]:
        gap = claim.quote[kept[-1].end - claim.start : word.start - claim.start] if kept else " "
        if gap.strip(" -") or (word.lower in english.stopwords() and word.lower != "and"):
            break
        kept.append(word)
    return kept


def _actors(single: Single) -> frozenset[str]:
    """Return the states that stand before the main verb of a claim or lead-in, as its subjects."""
    found: set[str] = set()
    for claim in single.account.claims:
        stance = next(iter(claim.of(Stance)), None)
        if stance:
            terms = claim.words
            found |= {
                s.country
                for s in _states(claim)
                if terms[s.last].end <= stance.start
                if not s.possessive and _before(terms, s) not in _OBLIQUE
            }
    return frozenset(found)


def _partners(single: Single) -> frozenset[str]:
    """Return the states with or for which the account's actors act."""
    return frozenset(
        state.country
        for claim in single.account.claims
        for state in _states(claim)
        if _before(claim.words, state) in _WITH
    )


def _before(terms: Sequence[Word], state: _State) -> str:
    """Return the word before a state, skipping an article."""
    before = [w.lower for w in terms[: state.first] if w.lower != "the"]
    return before[-1] if before else ""
