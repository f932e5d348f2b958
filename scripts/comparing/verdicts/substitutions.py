"""Words that a sentence has in place of a statement's: another name, a contrary, a denial."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from scripts import english
from scripts.comparing.verdicts.overlaps import Overlap
from scripts.comparing.verdicts.wording import Wording
from scripts.reading.words import Word

OPPOSITE, STATE, WEEKDAY, NAME, WORD, NEGATION = "opposite", "country", "weekday", "name", "word", "negation"
_REACH = 4
# Contraries that tell one event from its two sides: what one gives, the other receives.
_CONVERSES = tuple(
    frozenset(map(english.stem, pair.split()))
    for pair in (
        "give receive",
        "give take",
        "buy sell",
        "lend borrow",
        "teach learn",
        "come go",
        "send receive",
    )
)
_ARTICLES = frozenset({"the", "a", "an", "his", "her", "its", "their", "of"})


@dataclass(frozen=True)
class Substitution:
    """Words of the statement, and those that the sentence has where they would have to stand.

    ``framed`` says that the same word stands directly before or after both.
    """

    kind: str
    ours: tuple[Word, ...]
    theirs: tuple[Word, ...]
    framed: bool = False


def substitutions(found: Overlap) -> tuple[Substitution, ...]:
    """Return what the sentence has in place of words that it lacks, the surest kind for each."""
    made: list[Substitution] = []
    taken: set[int] = set()
    for run in _runs(found):
        best = (
            _opposite(found, run)
            or _state(found, run)
            or _weekday(found, run)
            or _in_place(found, run, taken)
        )
        if best:
            taken |= {w.start for w in best.theirs}
            made.append(best)
    denied = _denial(found)
    return (*made, *([denied] if denied else []))


def _runs(found: Overlap) -> Iterator[tuple[Word, ...]]:
    """Yield the lacked words: neighbouring names together, other words one by one."""
    names = found.statement.names
    lacked = {w.start for w in found.lacked}
    run: list[Word] = []
    for word in found.statement.words:
        named = word.start in names
        if run and not (named and word.start in lacked):
            yield tuple(run)
            run = []
        if word.start in lacked and named:
            run.append(word)
        elif word.start in lacked:
            yield (word,)
    if run:
        yield tuple(run)


def _opposite(found: Overlap, run: tuple[Word, ...]) -> Substitution | None:
    for word in run:
        for other in found.sentence.content:
            if other.start in found.taken or not english.opposite(word.lower, other.lower):
                continue
            if frozenset({word.key, other.key}) not in _CONVERSES and _near(found, word, other):
                return Substitution(OPPOSITE, (word,), (other,), _framed(found, (word,), other))
    return None


def _near(found: Overlap, ours: Word, theirs: Word) -> bool:
    """Say whether a word that both hold stands within a few words of both."""
    places = {w.start: k for k, w in enumerate(found.sentence.words)}
    here = {w.start: k for k, w in enumerate(found.statement.words)}
    return any(
        abs(here[h.ours.start] - here[ours.start]) <= _REACH
        and abs(places[h.theirs.start] - places[theirs.start]) <= _REACH + 1
        for h in found.held
    )


def _state(found: Overlap, run: tuple[Word, ...]) -> Substitution | None:
    """Return another state where the statement names one that the sentence lacks."""
    code = found.statement.states.get(run[0])
    if code is None:
        return None
    for other, its in found.sentence.states.items():
        if other.start not in found.taken and its != code:
            return Substitution(STATE, run, (other,), _framed(found, run, other))
    return None


def _weekday(found: Overlap, run: tuple[Word, ...]) -> Substitution | None:
    """Return the one other day of the week that the sentence names."""
    day = english.weekdays().get(run[0].lower) if run[0].is_capital else None
    if day is None:
        return None
    days = [(w, english.weekdays()[w.lower]) for w in found.sentence.words if _is_weekday(w)]
    if len({d for _, d in days}) != 1 or days[0][1] == day:
        return None
    return Substitution(WEEKDAY, run[:1], (days[0][0],), True)


def _is_weekday(word: Word) -> bool:
    return word.is_capital and len(word.text) > 3 and word.lower in english.weekdays()


def _in_place(found: Overlap, run: tuple[Word, ...], taken: set[int]) -> Substitution | None:
    """Return what stands in the sentence where ``run`` stands in the statement."""
    named = run[0].start in found.statement.names
    kind = NAME if named else WORD
    free = [
        w
        for w in found.sentence.content
        if w.start not in found.taken
        and w.start not in taken
        and (w.start in found.sentence.names) is named
        and (named or _same_class(run[0], w))
    ]
    for other in free:
        if _framed(found, run, other):
            return Substitution(kind, run, (other,), True)
    places = {w.start: k for k, w in enumerate(found.sentence.words)}
    before = [h for h in found.held if h.ours.end <= run[0].start]
    if before and _steps(found.statement, before[-1].ours, run[0]) <= _REACH:
        anchor = places[before[-1].theirs.start]
        for other in free:
            if 0 < places[other.start] - anchor <= _REACH:
                return Substitution(kind, run, (other,))
    return None


def _same_class(one: Word, other: Word) -> bool:
    """Say whether both words can be verbs, or neither."""
    return (english.verb_form(one.lower) is None) is (english.verb_form(other.lower) is None)


def _steps(wording: Wording, first: Word, last: Word) -> int:
    return sum(first.end <= w.start <= last.start for w in wording.words)


def _framed(found: Overlap, run: tuple[Word, ...], other: Word) -> bool:
    """Say whether the same word stands directly before, or directly after, both; articles do not count."""
    ours = _neighbours(found.statement.words, run[0].start, run[-1].end)
    theirs = _neighbours(found.sentence.words, other.start, other.end)
    after = _neighbours(found.sentence.words, other.start, _name_end(found.sentence, other))[1]
    same_before = (
        ours[0] and theirs[0] and ours[0].key == theirs[0].key and ours[0].lower not in {"and", "or"}
    )
    same_after = (
        ours[1]
        and ours[1].lower not in english.stopwords()
        and any(w and ours[1].key == w.key for w in (theirs[1], after))
    )
    return bool(same_before or same_after)


def _name_end(wording: Wording, word: Word) -> int:
    """Return where the run of names that ``word`` begins ends."""
    end = word.end
    for other in wording.words:
        if other.start > end + 1:
            break
        if other.start > word.start and other.start in wording.names:
            end = other.end
    return end


def _neighbours(terms: Sequence[Word], start: int, end: int) -> tuple[Word | None, Word | None]:
    before = [w for w in terms if w.end <= start and w.lower not in _ARTICLES][-1:]
    after = next((w for w in terms if w.start >= end and w.lower not in _ARTICLES), None)
    return (before[0] if before else None), after


def _denial(found: Overlap) -> Substitution | None:
    """Return a denial that only one of the two has beside words that both have."""
    ours = _denied(found, found.statement.negated, True)
    theirs = _denied(found, found.sentence.negated, False)
    if bool(ours) == bool(theirs):
        return None
    return Substitution(NEGATION, ours[:1], theirs[:1])


def _denied(found: Overlap, negations: frozenset[int], statement: bool) -> tuple[Word, ...]:
    """Return the denying words that stand just before a word that both hold."""
    terms = found.statement.words if statement else found.sentence.words
    shared = {h.ours.start for h in found.held} if statement else set(found.taken)
    return tuple(
        word
        for place, word in enumerate(terms)
        if word.start in negations and any(w.start in shared for w in terms[place + 1 : place + 4])
    )
