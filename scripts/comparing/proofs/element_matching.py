"""Matching the elements of one text with those of another that bear them out."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from scripts.comparing.proofs.compared_figures import Sides, compared
from scripts.comparing.proofs.element_proofs import ARITHMETIC, proof
from scripts.comparing.proofs.reckoned_figures import Reckoned, reckonings
from scripts.comparing.proofs.role_matching import APART, CROSSED, NEAR, SAME, Ties
from scripts.comparing.proofs.word_proofs import IDENTICAL, Proof
from scripts.reading.syntax.elements import FIGURE, NAME, PRONOUN, SHARE, TITLE, Element
from scripts.reading.syntax.semantic_roles import AGENT, COUNT, Arc
from scripts.reading.syntax.whole_text import Reading

# Rounds in which each answer is chosen again by its neighbours, and weights of the evidence: round numbers,
# the same for every text. A tie in the same role counts most, then the word itself, then the same sentence.
_ROUNDS = 4
_BY_TIE = {SAME: 1.0, NEAR: 0.4, APART: 0.0, CROSSED: -0.5}
_BY_PROOF = {IDENTICAL.name: 0.3, "mention": -0.1, "synonym": 0.0, "kind": 0.0}
_OTHERWISE, _TOGETHER = 0.1, 0.15
_TRIED = 8  # at most this many candidates of an undecided neighbour are considered
_MOST = 24  # at most this many candidates of one element are considered; those at about its place in the text
_MENTION = Proof("mention")


@dataclass(frozen=True)
class Match:
    """Element `theirs` bears out element `ours`."""

    ours: int
    theirs: int
    proof: Proof


class Matching:
    """The elements of one text laid over those of another; of all of them, or of those that are given.

    `laid` are the elements of ours that are looked at, `under` those of theirs. Proofs named in `without` are
    left out.
    """

    def __init__(
        self, ours: Reading, theirs: Reading, of: Sequence[int] | None = None,
        among: Sequence[int] | None = None, without: frozenset[str] = frozenset(),
    ) -> None:  # fmt: skip
        self.ours, self.theirs, self.without = ours, theirs, without
        self.laid = ours.items if of is None else tuple(ours.items[i] for i in of)
        self.under = theirs.items if among is None else tuple(theirs.items[i] for i in among)
        self.ties = Ties(ours, theirs)
        self._allowed = {item.index for item in self.under}
        self.candidates = {item.index: self._candidates(item) for item in self.laid}
        self.reckoned = self._reckoned()
        self._around = self._arcs_around()
        self.compared = frozenset[int]()
        self.matches = self._settled()
        for verb in [index for index in self.matches if self._is_of_others(index)]:
            del self.matches[verb]
        answers = {index: match.theirs for index, match in self.matches.items()}
        self.compared = compared(Sides(ours, theirs, self.laid, self.under, answers))

    def _arcs_around(self) -> dict[int, list[Arc]]:
        """Return the arcs at each element, where both their ends are looked at."""
        found: dict[int, list[Arc]] = defaultdict(list)
        for item in self.laid:
            for arc in self.ours.roles.at_head.get(item.index, ()):
                if arc.dep in self.candidates:
                    found[arc.head].append(arc)
                    found[arc.dep].append(arc)
        return found

    def stand(self, arc: Arc) -> str:
        """Return how the answers of an arc's two elements are tied: same, near, apart, crossed."""
        head, dep = self.matches.get(arc.head), self.matches.get(arc.dep)
        if head is None or dep is None:
            return APART
        if {arc.head, arc.dep} & self.compared:
            return SAME
        counting = {a.dep for a in self.ours.roles.at_head.get(arc.dep, ()) if a.role == COUNT}
        if not self.reckoned.keys().isdisjoint({arc.head, arc.dep} | counting):
            places = [self.theirs.roles.sentence(match.theirs) for match in (head, dep)]
            return SAME if abs(places[0] - places[1]) <= 1 else APART
        return self.ties.tie(arc, head.theirs, dep.theirs, head.proof)

    def _is_of_others(self, index: int) -> bool:
        """Say whether a verb in other words tells of others: 14 opposed it, one voted against it."""
        if self.ours.items[index].part != "v" or self.matches[index].proof == IDENTICAL:
            return False
        parts = (
            a for a in self.ours.roles.at_head.get(index, ()) if a.role == AGENT and a.dep in self.matches
        )
        return any(self.stand(arc) == APART for arc in parts)

    def _candidates(self, item: Element) -> dict[int, Proof]:
        """Return the elements that bear one out by themselves, each with its proof."""
        found: dict[int, Proof] = {}
        if item.kind == PRONOUN:
            same = (t for t in self.under if t.kind == PRONOUN and t.key == item.key)
            found = {t.index: IDENTICAL for t in same}
            named = (self.ours.items[k] for k in self.ours.alike(item.index))
            item = next((one for one in named if one.kind != PRONOUN), item)
        for other in self.under if item.kind != PRONOUN else ():
            self._add_answers(found, item, other)
        return found if len(found) <= _MOST else self._nearest(item, found)

    def _nearest(self, item: Element, found: dict[int, Proof]) -> dict[int, Proof]:
        """Keep the answers that are the same word, and of these the ones at about the same place."""
        place = item.index * len(self.theirs.items) / len(self.ours.items)
        ranked = sorted(found, key=lambda one: (found[one] != IDENTICAL, abs(one - place), one))
        return {one: found[one] for one in sorted(ranked[:_MOST])}

    def _add_answers(self, found: dict[int, Proof], item: Element, other: Element) -> None:
        """Add an element that bears out one of ours, and what else speaks of the same thing."""
        why = proof(item, self._named(other), self.without)
        if why is None:
            return
        if other.kind == PRONOUN:
            found.setdefault(other.index, _MENTION)
            return
        found[other.index] = why
        for mention in self.theirs.alike(other.index) if _MENTION.name not in self.without else ():
            kind = self.theirs.items[mention].kind
            if mention in self._allowed and (
                kind == PRONOUN or (item.kind in (NAME, TITLE) and kind in (NAME, TITLE))
            ):
                found.setdefault(mention, _MENTION)

    def _named(self, other: Element) -> Element:
        """Return what a pronoun stands for, where that is known; any other element itself."""
        if other.kind != PRONOUN:
            return other
        named = (self.theirs.items[k] for k in self.theirs.alike(other.index))
        return next((one for one in named if one.kind != PRONOUN), other)

    def _reckoned(self) -> dict[int, Reckoned]:
        """Find the figures that the other text does not give, but from which they follow."""
        found: dict[int, Reckoned] = {}
        for item in self.laid:
            reckoned = item.kind in (FIGURE, SHARE) and ARITHMETIC.name not in self.without
            if reckoned and not self.candidates[item.index]:
                one = next(reckonings(self.ours, self.theirs, item, self.under), None)
                if one is not None:
                    found[item.index] = one
                    self.candidates[item.index] = {one.theirs: ARITHMETIC}
        return found

    def _settled(self) -> dict[int, Match]:
        """Choose for each element the answer that fits the answers of its neighbours best."""
        # Most elements have one answer, which needs no evidence.
        chosen = {item: next(iter(found)) for item, found in self.candidates.items() if len(found) == 1}
        self._places = Counter(self.theirs.roles.sentence(answer) for answer in chosen.values())
        self._tied = dict[tuple[int, str, int, int, int], str]()
        open_to_choice = sorted(
            (item for item, found in self.candidates.items() if len(found) > 1),
            key=lambda one: len(self.candidates[one]),
        )
        for number in range(_ROUNDS if open_to_choice else 0):
            before = dict(chosen)
            for item in open_to_choice:
                self._leave(chosen.pop(item, None))
                options = self.candidates[item]
                best = max(options, key=lambda one: (self._score(item, one, chosen, number == 0), -one))
                chosen[item] = best
                self._places[self.theirs.roles.sentence(best)] += 1
            if chosen == before:
                break
        return {i: Match(i, t, self.candidates[i][t]) for i, t in sorted(chosen.items())}

    def _leave(self, answer: int | None) -> None:
        """Forget where an answer stood that is chosen anew."""
        if answer is not None:
            self._places[self.theirs.roles.sentence(answer)] -= 1

    def _score(self, item: int, option: int, chosen: dict[int, int], first: bool) -> float:
        """Return the evidence for an answer: its proof, its ties, how many others share its sentence.

        In the first round neighbours without an answer count with what could answer them.
        """
        score = _BY_PROOF.get(self.candidates[item][option].name, _OTHERWISE)
        for arc in self._around[item]:
            other = arc.dep if arc.head == item else arc.head
            if other in chosen:
                placed = [chosen[other]]
            else:
                placed = list(self.candidates[other])[:_TRIED] if first else []
            score += max((_BY_TIE[self._tie(arc, item, option, one)] for one in placed), default=0.0)
        shared = self._places[self.theirs.roles.sentence(option)]
        return score + (_TOGETHER * shared / len(chosen) if chosen else 0.0)

    def _tie(self, arc: Arc, item: int, option: int, other: int) -> str:
        head, dep = (option, other) if arc.head == item else (other, option)
        asked = arc.head, arc.role, arc.dep, head, dep
        known = self._tied.get(asked)  # each round asks again
        if known is None:
            known = self._tied[asked] = self.ties.tie(arc, head, dep, self.candidates[arc.head].get(head))
        return known
