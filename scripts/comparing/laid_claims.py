"""Two accounts laid over each other, claim by claim: which words of each are proved the same in the other.

A claim is laid over all claims of the other account that speak of the same thing, not over one of them: what
one sentence leaves out the next may say.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise

from scripts import english
from scripts.comparing.pairing.alignments import Alignment
from scripts.comparing.proofs.element_matching import Match, Matching
from scripts.comparing.proofs.element_proofs import proof
from scripts.comparing.proofs.role_matching import APART
from scripts.comparing.proofs.unsupported import leftovers
from scripts.reading.accounts import Account
from scripts.reading.claims import Claim
from scripts.reading.syntax.elements import HOUR, PRONOUN, Element
from scripts.reading.syntax.firmness import is_past
from scripts.reading.syntax.semantic_roles import PATIENT
from scripts.reading.syntax.whole_text import Reading


@dataclass(frozen=True)
class Meeting:
    """Two claims that speak of the same thing: each with its elements, and what answers them in the other.

    `over` lays the left claim over the right one, `under` the right one over the left. `ours` and `theirs`
    are their elements, `proved` says which are proved the same anywhere in a claim of the other account that
    speaks of the same. `nearest` says of each claim whether it has no partner that is nearer to it, `sums_up`
    whether either is a headline or lead.
    """

    alignment: Alignment
    over: Matching
    under: Matching
    ours: frozenset[int]
    theirs: frozenset[int]
    proved: tuple[frozenset[int], frozenset[int]]
    nearest: tuple[bool, bool]
    sums_up: bool = False

    @property
    def closest(self) -> bool:
        """Whether neither claim has a partner that is nearer to it."""
        return all(self.nearest)

    @property
    def left(self) -> Reading:
        """What the left account says."""
        return self.over.ours

    @property
    def right(self) -> Reading:
        """What the right account says."""
        return self.over.theirs

    @cached_property
    def turned(self) -> Meeting:
        """The same two claims, the right one laid over the left one."""
        made = self.alignment
        meetings = tuple((j, i, weight) for i, j, weight in made.meetings)
        return Meeting(
            replace(made, left=made.right, right=made.left, meetings=meetings),
            self.under, self.over, self.theirs, self.ours, self.proved[::-1], self.nearest[::-1],
            self.sums_up,
        )  # fmt: skip

    @cached_property
    def pairs(self) -> tuple[tuple[int, int], ...]:
        """The elements of the left claim that are answered in the right one, with their answers."""
        # A figure may follow from figures of other claims, which are no answer within this one.
        return tuple((m.ours, m.theirs) for m in self.over.matches.values() if m.theirs in self.theirs)

    @cached_property
    def unproved(self) -> tuple[tuple[Element, ...], tuple[Element, ...]]:
        """The elements of each claim that nothing proves the same."""
        ours, theirs = (
            sorted(own - proved) for own, proved in zip((self.ours, self.theirs), self.proved, strict=True)
        )
        return tuple(self.left.items[k] for k in ours), tuple(self.right.items[k] for k in theirs)

    def hang_together(self, ours: int, theirs: int) -> bool:
        """Say whether an element of either claim hangs on, or carries, one that the claims share."""
        return not self._around(ours).isdisjoint(neighbours(self.right, theirs))

    def _around(self, ours: int) -> set[int]:
        """Return what answers, in the right claim, the elements next to one of the left claim."""
        answers = self.over.matches
        return {answers[k].theirs for k in neighbours(self.left, ours) if k in answers}

    @cached_property
    def stretches(self) -> tuple[tuple[tuple[int, ...], tuple[int, ...]], ...]:
        """The unproved elements that stand at one place: between two pairs that stand in one order."""
        ours, theirs = sorted(self.ours), sorted(self.theirs)
        if not ours or not theirs:
            return ()
        ends = [(ours[0] - 1, theirs[0] - 1), *_in_order(self.pairs), (ours[-1] + 1, theirs[-1] + 1)]
        return tuple(
            (
                _told(self.left, range(left + 1, left_end), self.proved[0]),
                _told(self.right, range(right + 1, right_end), self.proved[1]),
            )
            for (left, right), (left_end, right_end) in pairwise(ends)
        )


def neighbours(read: Reading, index: int) -> set[int]:
    """Return the elements that one hangs on, and those that hang on it."""
    above = {arc.head for arc in read.roles.of_dep.get(index, ())}
    return above | {arc.dep for arc in read.roles.at_head.get(index, ())}


def _in_order(pairs: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield the pairs that go on in both claims: of two that cross, the first."""
    last = -1
    for ours, theirs in pairs:
        if theirs > last:
            yield ours, theirs
            last = theirs


def _told(read: Reading, inside: range, proved: frozenset[int]) -> tuple[int, ...]:
    """Return the elements of a stretch that say something and are not proved."""
    silent = read.roles.silent
    return tuple(k for k in inside if k not in proved | silent and read.items[k].kind != PRONOUN)


class LaidClaims:
    """Two accounts, each claim laid over those of the other that are aligned with it."""

    def __init__(self, left: Account, right: Account, aligned: Sequence[Alignment]) -> None:
        self.left, self.right = left, right
        self.aligned = tuple(a for a in aligned if not (a.left.runs_on or a.right.runs_on))
        self._over = _laid(left, right, ((a.left, a.right) for a in self.aligned))
        self._under = _laid(right, left, ((a.right, a.left) for a in self.aligned))
        self.proved = _proved(self._over, self._under), _proved(self._under, self._over)

    def meeting(self, aligned: Alignment) -> Meeting:
        """Return two aligned claims with what is proved of them."""
        ours, theirs = self.left.elements_of(aligned.left), self.right.elements_of(aligned.right)
        over, under = self._over[aligned.left.start], self._under[aligned.right.start]
        if len(over.under) != len(theirs):  # it has other partners as well
            over = Matching(self.left.reading, self.right.reading, ours, theirs)
        if len(under.under) != len(ours):
            under = Matching(self.right.reading, self.left.reading, theirs, ours)
        nearest = (
            aligned.common >= self._nearest[aligned.left.start, 0],
            aligned.common >= self._nearest[aligned.right.start, 1],
        )
        sums_up = self.left.sums_up(aligned.left) or self.right.sums_up(aligned.right)
        both = frozenset(ours), frozenset(theirs)
        return Meeting(aligned, over, under, *both, self.proved, nearest, sums_up)

    def is_proved(self, aligned: Alignment) -> bool:
        """Say whether each of two claims is borne out, word by word, by what the other account says of it."""
        if _signs(aligned.left) != _signs(aligned.right):
            return False
        if not self._is_of_one_tense(aligned):
            return False
        both = self._over[aligned.left.start], self._under[aligned.right.start]
        return all(found.laid and not any(leftovers(found)) for found in both)

    def _is_of_one_tense(self, aligned: Alignment) -> bool:
        """Say whether no verb tells of what is past where its answer does not."""
        over = self._over[aligned.left.start]
        return all(
            is_past(over.ours.roles, m.ours) == is_past(over.theirs.roles, m.theirs)
            for m in over.matches.values()
            if over.ours.items[m.ours].part == over.theirs.items[m.theirs].part != "n"
        )

    @cached_property
    def _nearest(self) -> dict[tuple[int, int], float]:
        """For each claim of the left (0) and the right (1) account, how much it shares with its nearest."""
        found: dict[tuple[int, int], float] = defaultdict(float)
        for aligned in self.aligned:
            for key in ((aligned.left.start, 0), (aligned.right.start, 1)):
                found[key] = max(found[key], aligned.common)
        return found


def _signs(claim: Claim) -> Counter[str]:
    """Return the small words of a claim that turn its sense, whatever they are tied to: above, no."""
    return Counter(word.lower for word in claim.words if word.lower in english.turning())


def _laid(one: Account, other: Account, pairs: Iterable[tuple[Claim, Claim]]) -> dict[int, Matching]:
    """Lay each claim of one account over its partners in the other; by where the claim begins."""
    partners: dict[int, tuple[Claim, set[int]]] = {}
    for claim, partner in pairs:
        _, among = partners.setdefault(claim.start, (claim, set()))
        among.update(other.elements_of(partner))
    return {
        start: Matching(one.reading, other.reading, one.elements_of(claim), sorted(among))
        for start, (claim, among) in partners.items()
    }


def _proved(over: Mapping[int, Matching], under: Mapping[int, Matching]) -> frozenset[int]:
    """Return the elements that are answered on the other side, or answer one of it."""
    own = (m.ours for found in over.values() for m in found.matches.values() if _stands(found, m.ours))
    answers = (
        m.theirs
        for found in under.values()
        for m in found.matches.values()
        if _stands(found, m.ours) and _is_no_wider(found, m)
    )
    return frozenset([*own, *answers])


def _is_no_wider(found: Matching, match: Match) -> bool:
    """Say whether a value is not proved by one that leaves more open: half past eight, in the evening."""
    mine, its = found.ours.items[match.ours], found.theirs.items[match.theirs]
    return not its.kind == mine.kind == HOUR or proof(its, mine) is not None


def _stands(found: Matching, index: int) -> bool:
    """Say whether the answer of a verb has the same done to it: wounded two is not injured four."""
    arcs = (a for a in found.ours.roles.at_head.get(index, ()) if a.role == PATIENT)
    done_to = [a for a in arcs if a.dep in found.matches]
    return not done_to or any(found.stand(arc) != APART for arc in done_to)
