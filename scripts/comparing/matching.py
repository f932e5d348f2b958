"""Which element of one text answers which of another, and whether they stand in the same roles."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property, lru_cache

from scripts.comparing.sameness import SAYING, Proof, proof
from scripts.reading.elements import NAME, PRONOUN, TITLE, Element
from scripts.reading.firmness import State, states
from scripts.reading.mentions import mentions
from scripts.reading.roles import (
    AGENT,
    CLAUSE,
    COUNT,
    HOW,
    IS,
    OF,
    PATIENT,
    RECIPIENT,
    TIME,
    Arc,
    Roles,
    roles,
)

_ROUNDS = 4
# What a part at one verb is at its converse: who buys is whom it is sold to, who loses is who is beaten.
_TURNED = {
    AGENT: frozenset({"to", RECIPIENT, PATIENT}),
    PATIENT: frozenset({PATIENT, AGENT}),
    RECIPIENT: frozenset({AGENT}),
    "to": frozenset({AGENT}),
    "from": frozenset({AGENT}),
}
_CONVERSE = {"before": "after", "after": "before"}
_CAUSE = Proof("cause")
SAME, NEAR, APART, CROSSED = "same", "near", "apart", "crossed"
_SCORES = {SAME: 1.0, NEAR: 0.4, APART: 0.0, CROSSED: -0.5}
_CORE = frozenset({AGENT, PATIENT, RECIPIENT})
_MODIFIES = frozenset({OF, IS, COUNT, HOW})
_PLACES = frozenset(
    {"at", "near", "by", "on", "in", TIME, HOW, "above", "off", "outside", "under", "along", "through"}
)
# Roles for which a tie of another kind between the same two words will do.
LOOSE = _PLACES | {CLAUSE, "as", "about", "with", "under"}


@dataclass(frozen=True)
class Reading:
    """A text read whole: its elements, their roles, and what speaks of one thing."""

    text: str
    roles: Roles
    states: tuple[State, ...]
    same: tuple[int, ...]

    @property
    def items(self) -> tuple[Element, ...]:
        """The elements in order."""
        return self.roles.items

    @cached_property
    def mentions(self) -> dict[int, tuple[int, ...]]:
        """For each thing, the elements that speak of it."""
        found: dict[int, list[int]] = defaultdict(list)
        for index, thing in enumerate(self.same):
            found[thing].append(index)
        return {thing: tuple(indices) for thing, indices in found.items()}

    def alike(self, index: int) -> tuple[int, ...]:
        """Return the elements that speak of the same thing as one, itself among them."""
        return self.mentions[self.same[index]]


@lru_cache(maxsize=256)
def reading(text: str) -> Reading:
    """Read a text whole."""
    found = roles(text)
    said = states(found)
    return Reading(text, found, said, mentions(found, said))


@dataclass(frozen=True)
class Match:
    """Element `ours` is borne out by element `theirs`."""

    ours: int
    theirs: int
    proof: Proof


class Matching:
    """The elements of one text laid over those of another."""

    def __init__(self, ours: Reading, theirs: Reading) -> None:
        self.ours, self.theirs = ours, theirs
        self.candidates = {item.index: self._candidates(item) for item in ours.items}
        self.matches = self._settled()

    def _candidates(self, item: Element) -> dict[int, Proof]:
        found: dict[int, Proof] = {}
        if item.kind == PRONOUN:
            known = [
                self.ours.items[k] for k in self.ours.alike(item.index) if self.ours.items[k].kind != PRONOUN
            ]
            found = {
                t.index: Proof("same word")
                for t in self.theirs.items
                if t.kind == PRONOUN and t.key == item.key
            }
            if not known:
                return found
            item = known[0]
        for other in self.theirs.items:
            if (why := proof(item, other)) is not None:
                found[other.index] = why
                for mention in self.theirs.alike(other.index):
                    kind = self.theirs.items[mention].kind
                    if (item.kind in (NAME, TITLE) and kind in (NAME, PRONOUN, TITLE)) or kind == PRONOUN:
                        found.setdefault(mention, Proof("mention"))
        return found

    def _settled(self) -> dict[int, Match]:
        """Choose for each element the answer that agrees best with the answers of those around it."""
        chosen: dict[int, int] = {}
        weight = {
            i: {
                t: 0.3 + 0.2 * (p.name == "same word") + 0.1 * p.sure - 0.2 * (p.name == "mention")
                for t, p in c.items()
            }
            for i, c in self.candidates.items()
        }
        around: dict[int, list[Arc]] = defaultdict(list)
        for arc in self.ours.roles.arcs:
            around[arc.head].append(arc)
            around[arc.dep].append(arc)
        for round_ in range(_ROUNDS):
            before = dict(chosen)
            for item in sorted(self.candidates, key=lambda i: len(self.candidates[i])):
                options = self.candidates[item]
                if not options:
                    continue
                scored = []
                for option in options:
                    score = weight[item][option]
                    for arc in around[item]:
                        other = arc.dep if arc.head == item else arc.head
                        placed = (
                            [chosen[other]]
                            if other in chosen
                            else list(self.candidates[other])[:8]
                            if not round_
                            else []
                        )
                        score += max(
                            (
                                _SCORES[self._stand(arc, *((option, o) if arc.head == item else (o, option)))]
                                for o in placed
                            ),
                            default=0.0,
                        )
                    score += 0.15 * self._together(option, chosen, item)
                    scored.append((score, -option))
                chosen[item] = -max(scored)[1]
            if chosen == before:
                break
        return {i: Match(i, t, self.candidates[i][t]) for i, t in sorted(chosen.items())}

    def _together(self, option: int, chosen: dict[int, int], item: int) -> float:
        """Return the share of the other answers that stand in the same sentence."""
        others = [t for i, t in chosen.items() if i != item]
        place = self.theirs.roles.sentence(option)
        return sum(self.theirs.roles.sentence(t) == place for t in others) / len(others) if others else 0.0

    def stand(self, arc: Arc) -> str:
        """Say how the answers of an arc's two elements stand to each other: same, near, apart, crossed."""
        head, dep = self.matches.get(arc.head), self.matches.get(arc.dep)
        if head is None or dep is None:
            return APART
        return self._stand(arc, head.theirs, dep.theirs)

    def _stand(self, arc: Arc, head: int, dep: int) -> str:
        turned = (p := self.candidates[arc.head].get(head)) is not None and p.turned
        if head == dep:
            return SAME  # both stand in one name
        best = APART
        for h in self._heads(head):
            for d in self.theirs.alike(dep):
                found = self._roles(arc, h, d, turned)
                if found == SAME:
                    return SAME
                if found == CROSSED or (found == NEAR and best == APART):
                    best = found
        return best

    def _heads(self, head: int) -> tuple[int, ...]:
        item = self.theirs.items[head]
        return self.theirs.alike(head) if item.kind in (NAME, TITLE, PRONOUN) or item.part == "n" else (head,)

    def _roles(self, arc: Arc, head: int, dep: int, turned: bool) -> str:
        theirs = self.theirs.roles
        down, up = theirs.role(head, dep), theirs.role(dep, head)
        role = arc.role
        ours_verb = self.ours.items[arc.head].part == "v"
        theirs_verb = self.theirs.items[head].part == "v"
        if turned and role in _TURNED:
            return (
                SAME if down & _TURNED[role] else CROSSED if down & _CORE else NEAR if down or up else APART
            )
        if role in down or (arc.role == IS and IS in up):
            return SAME
        if {role, *down} >= {"with", "without"}:
            return CROSSED
        if role == "according" and self._says(dep, head):
            return SAME
        if role in _CONVERSE and _CONVERSE[role] in up:
            return SAME
        if (
            role == OF
            and not ours_verb
            and down
            and not down & {AGENT, PATIENT, "from", "without", "against"}
        ):
            return SAME
        if (role == OF and (down or up) & _MODIFIES) or (role in _MODIFIES and OF in (down | up)):
            return SAME
        if self.candidates[arc.head].get(head) == _CAUSE and role in _CORE:
            return SAME if role == AGENT and PATIENT in down else APART
        if down & _CORE and role in _CORE and ours_verb and theirs_verb:
            return SAME if self._ergative(arc, head, role, down) else CROSSED
        if (
            role in _CORE | {OF}
            and (ours_verb != theirs_verb or not ours_verb)
            and down & (_CORE | {OF, "by", "with", "from"})
        ):
            return SAME
        if ours_verb != theirs_verb and role in (PATIENT, "at") and down & {PATIENT, "at"}:
            return SAME  # attacked the fort, an attack on the fort
        if not ours_verb and theirs_verb and role in ("from", "by") and AGENT in down:
            return SAME  # praise from Weiss, Weiss praised
        if role in _PLACES and (down & _PLACES):
            return SAME
        if role in (RECIPIENT, "to") and down & {RECIPIENT, "to", PATIENT}:
            return SAME
        if role == CLAUSE and (down or up):
            return SAME
        if role == "and":
            return SAME
        if (role == CLAUSE and self._dominates(head, dep)) or (role in _PLACES and self._above(dep, head)):
            return SAME
        if down or up:
            return NEAR
        if theirs.clauses[head] == theirs.clauses[dep] != -1 and (
            role in _PLACES or (role == COUNT and False)
        ):
            return NEAR
        return APART

    def _says(self, speaker: int, said: int) -> bool:
        """Say whether somebody is told to have said something."""
        verbs = {a.head for a in self.theirs.roles.of_dep.get(speaker, ()) if a.role == AGENT}
        return any(self.theirs.items[v].key in SAYING and self._dominates(v, said) for v in verbs)

    def _dominates(self, head: int, dep: int) -> bool:
        """Say whether one element stands above another in one sentence: what is said, and who says it."""
        parse, top = self.theirs.roles.parse, self.theirs.items[head].head
        below = self.theirs.items[dep].head
        for above in parse.above(below):
            if parse.tokens[below].role == "parataxis":
                return False
            if above.index == top:
                return True
            below = above.index
        return False

    def _above(self, dep: int, head: int) -> bool:
        """Say whether a place or time belongs to a clause that the head's clause hangs on."""
        placed = {
            a.head
            for a in self.theirs.roles.of_dep.get(dep, ())
            if a.role in _PLACES and self.theirs.items[a.head].key not in SAYING
        }
        return any(self._dominates(one, head) for one in placed if self.theirs.items[one].part == "v")

    def _ergative(self, arc: Arc, head: int, role: str, down: frozenset[str]) -> bool:
        """Say whether a verb without an agent tells of its patient as its subject: the ship launched."""
        agents = any(a.role == AGENT for a in self.ours.roles.at_head.get(arc.head, ()))
        patients = any(a.role == PATIENT for a in self.theirs.roles.at_head.get(head, ()))
        if role == PATIENT and AGENT in down:
            return not agents and not patients
        theirs_agents = any(a.role == AGENT for a in self.theirs.roles.at_head.get(head, ()))
        ours_patients = any(a.role == PATIENT for a in self.ours.roles.at_head.get(arc.head, ()))
        return role == AGENT and PATIENT in down and not theirs_agents and not ours_patients
