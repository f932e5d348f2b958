"""Which element of one text answers which of another."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass

from scripts.comparing.element_proofs import proof
from scripts.comparing.role_matching import APART, CROSSED, NEAR, SAME, Ties
from scripts.comparing.word_proofs import IDENTICAL, Proof
from scripts.reading.syntax.elements import NAME, PRONOUN, TITLE, Element
from scripts.reading.syntax.semantic_roles import Arc
from scripts.reading.syntax.whole_text import Reading

# Rounds in which each answer is chosen anew by those around it, and what speaks for one: round figures,
# the same for every text. A tie in the same role counts most, then the word itself, then the same sentence.
_ROUNDS = 4
_BY_TIE = {SAME: 1.0, NEAR: 0.4, APART: 0.0, CROSSED: -0.5}
_BY_PROOF = {IDENTICAL.name: 0.3, "mention": -0.1, "synonym": 0.0, "kind": 0.0}
_OTHERWISE, _TOGETHER = 0.1, 0.15
_TRIED = 8  # answers of a neighbour that are looked at before it has one
_MOST = 24  # answers of one element that are weighed; of more, those at about its place in the text
_MENTION = Proof("mention")


@dataclass(frozen=True)
class Match:
    """Element `ours` is borne out by element `theirs`."""

    ours: int
    theirs: int
    proof: Proof


class Matching:
    """The elements of one text laid over those of another; proofs named in `without` are left out."""

    def __init__(self, ours: Reading, theirs: Reading, without: frozenset[str] = frozenset()) -> None:
        self.ours, self.theirs, self.without = ours, theirs, without
        self.ties = Ties(ours, theirs)
        self.candidates = {item.index: self._candidates(item) for item in ours.items}
        self._around: dict[int, list[Arc]] = defaultdict(list)
        for arc in ours.roles.arcs:
            self._around[arc.head].append(arc)
            self._around[arc.dep].append(arc)
        self.matches = self._settled()

    def stand(self, arc: Arc) -> str:
        """Say how the answers of an arc's two elements stand to each other: same, near, apart, crossed."""
        head, dep = self.matches.get(arc.head), self.matches.get(arc.dep)
        if head is None or dep is None:
            return APART
        return self.ties.tie(arc, head.theirs, dep.theirs, head.proof)

    def _candidates(self, item: Element) -> dict[int, Proof]:
        """Return the elements that bear one out by themselves, each with its proof."""
        found: dict[int, Proof] = {}
        if item.kind == PRONOUN:
            same = (t for t in self.theirs.items if t.kind == PRONOUN and t.key == item.key)
            found = {t.index: IDENTICAL for t in same}
            named = (self.ours.items[k] for k in self.ours.alike(item.index))
            item = next((one for one in named if one.kind != PRONOUN), item)
        for other in self.theirs.items if item.kind != PRONOUN else ():
            why = proof(item, other, self.without)
            if why is None:
                continue
            found[other.index] = why
            for mention in self.theirs.alike(other.index) if _MENTION.name not in self.without else ():
                kind = self.theirs.items[mention].kind
                if kind == PRONOUN or (item.kind in (NAME, TITLE) and kind in (NAME, TITLE)):
                    found.setdefault(mention, _MENTION)
        return found if len(found) <= _MOST else self._nearest(item, found)

    def _nearest(self, item: Element, found: dict[int, Proof]) -> dict[int, Proof]:
        """Keep the answers that are the same word, and of these the ones at about the same place."""
        place = item.index * len(self.theirs.items) / len(self.ours.items)
        ranked = sorted(found, key=lambda one: (found[one] != IDENTICAL, abs(one - place), one))
        return {one: found[one] for one in sorted(ranked[:_MOST])}

    def _settled(self) -> dict[int, Match]:
        """Choose for each element the answer that agrees best with the answers of those around it."""
        chosen: dict[int, int] = {}
        self._places: Counter[int] = Counter()
        for _ in range(_ROUNDS):
            before = dict(chosen)
            for item in sorted(self.candidates, key=lambda one: len(self.candidates[one])):
                options = self.candidates[item]
                if options:
                    self._leave(chosen.pop(item, None))
                    best = max(options, key=lambda one: (self._score(item, one, chosen, before), -one))
                    chosen[item] = best
                    self._places[self.theirs.roles.sentence(best)] += 1
            if chosen == before:
                break
        return {i: Match(i, t, self.candidates[i][t]) for i, t in sorted(chosen.items())}

    def _leave(self, answer: int | None) -> None:
        """Forget where an answer stood that is chosen anew."""
        if answer is not None:
            self._places[self.theirs.roles.sentence(answer)] -= 1

    def _score(self, item: int, option: int, chosen: dict[int, int], before: dict[int, int]) -> float:
        """Return how much speaks for an answer: its proof, its ties, how many others share its sentence."""
        score = _BY_PROOF.get(self.candidates[item][option].name, _OTHERWISE)
        for arc in self._around[item]:
            other = arc.dep if arc.head == item else arc.head
            if other in chosen:
                placed = [chosen[other]]
            else:
                placed = [] if before else list(self.candidates[other])[:_TRIED]
            score += max((_BY_TIE[self._tie(arc, item, option, one)] for one in placed), default=0.0)
        shared = self._places[self.theirs.roles.sentence(option)]
        return score + (_TOGETHER * shared / len(chosen) if chosen else 0.0)

    def _tie(self, arc: Arc, item: int, option: int, other: int) -> str:
        head, dep = (option, other) if arc.head == item else (other, option)
        return self.ties.tie(arc, head, dep, self.candidates[arc.head].get(head))
