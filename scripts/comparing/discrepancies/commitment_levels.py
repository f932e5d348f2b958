"""How far aligned claims commit: one says decided or set up, the other only explored or discussed."""

from __future__ import annotations

from collections.abc import Iterator

from scripts import english
from scripts.comparing.discrepancies.discrepancy import (
    DIFFERS,
    MATERIAL,
    MINOR,
    Discrepancy,
    Reading,
    span_reading,
)
from scripts.comparing.discrepancies.rule_inputs import Pair, Single, term_standing
from scripts.comparing.pairing.alignments import RELATED, Alignment
from scripts.reading.claims import Claim
from scripts.reading.details.stances import Stance
from scripts.reading.words import Word
from scripts.record.standings import UNCHECKED, of_level

_SET_UP, _TALK = 4, 1
_NEW = {"new", "newly", "established", "inaugural"}
_REACH = 8
_Level = tuple[int, int, int]  # the level, and where the words that give it begin and end
_TELLING = {"say", "state", "note", "mention", "observe", "disclose", "reveal"}


def find(pair: Pair) -> Iterator[Discrepancy]:
    """Yield aligned claims on one topic whose levels differ by more than one rank in three."""
    told: set[int] = set()
    for aligned in sorted(pair.settled, key=lambda a: -a.common):
        if {id(aligned.left), id(aligned.right)} & told or not _one_topic(pair, aligned):
            continue
        ours, theirs = _level(aligned.left), _level(aligned.right)
        if not ours or not theirs or abs(ours[0] - theirs[0]) <= 1 or not _one_thing(aligned):
            continue
        told |= {id(aligned.left), id(aligned.right)}
        readings = (_reading(pair.left, aligned.left, ours), _reading(pair.right, aligned.right, theirs))
        far = {ours[0], theirs[0]} == {_SET_UP, _TALK}
        yield Discrepancy(
            "commitment-level",
            DIFFERS,
            MATERIAL if far else MINOR,
            "how far it goes",
            readings,
            "; ".join(
                f"{r.source} {_LEVELS[level[0]]} (“{r.quote}”)"
                for r, level in zip(readings, (ours, theirs), strict=True)
            )
            + ".",
            pair.left.pillar(aligned.left),
        )


_LEVELS = {1: "talks about it", 2: "takes a position", 3: "commits itself", 4: "has it decided or set up"}


def _one_topic(pair: Pair, aligned: Alignment) -> bool:
    """Say whether the claims share a topic of the record or, if they have none, most of their words."""
    ours = {m.topic for m in pair.left.topics_in.get(id(aligned.left), ())}
    theirs = {m.topic for m in pair.right.topics_in.get(id(aligned.right), ())}
    if pair.reference.topics:
        return bool(ours & theirs)
    return aligned.level != RELATED


def _one_thing(aligned: Alignment) -> bool:
    """Say whether the other claim names a body that one has set up: it has half of the name's words."""
    for claim, other in ((aligned.left, aligned.right), (aligned.right, aligned.left)):
        found = _set_up(claim)
        if found:
            start, end = found
            spoken = {w.key for w in other.words}
            named = [w for w in claim.words if start < w.start < end and w.lower not in english.stopwords()]
            if 2 * sum(w.key in spoken for w in named) < len(named):
                return False
    return True


def _level(claim: Claim) -> _Level | None:
    """Return how far a claim commits (1 to 4), and the words that say so.

    "decided to study it" commits as far as studying; "the new X Committee" has been set up, whatever verb
    leads.
    """
    set_up = _set_up(claim)
    if set_up:
        return _SET_UP, *set_up
    found = next(iter(claim.of(Stance)), None)
    if not found or not found.rank or found.verb in _TELLING:
        return None  # a verb of saying commits nobody
    terms = [w for w in claim.words if w.start >= found.start]
    rank, end = found.rank, found.end
    if len(terms) > 2 and terms[1].lower == "to" and (then := english.stance_of(terms[2].lower)):
        rank, end = min(rank, then.rank), _object_end(terms[2:])
    return rank, found.start, end


def _set_up(claim: Claim) -> tuple[int, int] | None:
    """Return "the new NAME" where the name ends in a noun for a body."""
    terms = claim.words
    for at, word in enumerate(terms):
        if word.lower in _NEW:
            for last in range(at + 1, min(at + _REACH, len(terms))):
                if (
                    terms[last].lower in english.body_nouns()
                    and terms[last].is_capital
                    and terms[at + 1].is_capital
                ):
                    return word.start, terms[last].end
    return None


def _object_end(terms: list[Word]) -> int:
    """Return where the object of a verb ends: at the last content word before the next preposition."""
    end = terms[0].end
    for word in terms[1:6]:
        if word.lower in english.stopwords() and word.lower not in {"the", "a", "an"}:
            break
        end = word.end
    return end


def _reading(single: Single, claim: Claim, level: _Level) -> Reading:
    _, start, end = level
    term = next((m for m in single.terms if m.claim is claim and m.start < end and start < m.end), None)
    topics = [m.topic for m in single.topics_in.get(id(claim), ())]
    if term:
        standing = term_standing(single, term)
    else:
        standing = of_level(single.reference, topics[0]) if topics else UNCHECKED
    return span_reading(claim, start, end, standing=standing)
