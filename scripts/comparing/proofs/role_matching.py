"""Ties: how two elements are connected on one side, compared with the other: by the same roles or by others.

A tie is same if the role is the same or follows from it, near if the two are connected otherwise, crossed if
one plays the other's part, apart if nothing connects them.
"""

from __future__ import annotations

from scripts import english
from scripts.comparing.proofs.carried_over import is_carried
from scripts.comparing.proofs.element_proofs import proof as same
from scripts.comparing.proofs.word_order import word_for_word
from scripts.comparing.proofs.word_proofs import CAUSE, IDENTICAL, SAYING, Proof
from scripts.reading.syntax.attachments import may_hang_on
from scripts.reading.syntax.elements import FIGURE, NAME, PRONOUN, SHARE, TITLE
from scripts.reading.syntax.semantic_roles import (
    AGENT,
    AND,
    CLAUSE,
    COUNT,
    HOW,
    IS,
    OF,
    PATIENT,
    RECIPIENT,
    TIME,
    Arc,
)
from scripts.reading.syntax.whole_text import Reading

SAME, NEAR, APART, CROSSED = "same", "near", "apart", "crossed"
PLACES = frozenset(
    {"at", "near", "by", "on", "in", TIME, HOW, "above", "off", "outside", "under", "along", "through"}
)
# Roles for which another kind of tie between the same two words is enough.
LOOSE = PLACES | {CLAUSE, "as", "about", "over", "with", "under"}
_CORE = frozenset({AGENT, PATIENT, RECIPIENT})
_MODIFIES = frozenset({OF, IS, COUNT, HOW})
# The role at a verb and at its converse: the buyer is the recipient of a sale, the loser is who is beaten.
_TURNED = {
    AGENT: frozenset({"to", RECIPIENT, PATIENT, "from", OF, "for", "at", "with"}),
    PATIENT: frozenset({PATIENT, AGENT}),
    RECIPIENT: frozenset({AGENT}),
    "to": frozenset({AGENT}),
    "from": frozenset({AGENT}),
    "for": frozenset({AGENT, "for"}),
    "at": frozenset({AGENT, "at"}),
    "with": frozenset({AGENT, "with"}),
}
# What a verb has as its patient, another has behind a preposition: object to, oppose.
_GOVERNED = frozenset({PATIENT, OF, "to", "at", "for", "with", "from", "about", "against", "through"})
_CAUSED = frozenset({"at", "from", "because", "by"})
_BOUNDS = frozenset({"before", "after", "until", "since", "except"})
OF_ONE_SIDE = frozenset({"above", "off", "outside", "over", "under"})  # of a place
_CONVERSE = {"before": "after", "after": "before"}
# Roles of which a part has one or the other.
_CONTRARY = (
    ("with", "without"), (IS, "than"), ("before", "after"), ("before", "behind"), ("from", "to"),
    ("above", "below"), ("above", "under"), ("over", "under"), ("for", "against"),
)  # fmt: skip
_OF_A_NOUN = frozenset({AGENT, PATIENT, "from", "without", "against"})  # a modifier has none of these roles
_AT_A_NOUN = _CORE | {OF, "by", "with", "from"}  # how a noun expresses agent and patient


class Ties:
    """The ties of one text that correspond to the arcs of another."""

    def __init__(self, ours: Reading, theirs: Reading) -> None:
        self.ours, self.theirs = ours, theirs

    def tie(self, arc: Arc, head: int, dep: int, proof: Proof | None) -> str:
        """Return how two of their elements are tied, compared with an arc of ours; `proof` is that of the
        heads.
        """
        if head == dep:
            return SAME  # both are in one name
        plain = proof is None or not (proof.turned or proof == CAUSE)
        if plain and word_for_word(self.ours, self.theirs, (arc.head, arc.dep), (head, dep)):
            return SAME
        best = APART
        for one in self.heads(head):
            for other in self.theirs.alike_beside(dep, one):
                found = self._between(arc, one, other, proof)
                if found == SAME:
                    return SAME
                if found == CROSSED or best == APART:
                    best = found
        return best

    def heads(self, head: int) -> tuple[int, ...]:
        """Return the elements that refer to the same thing as a head; a verb only refers to itself."""
        item = self.theirs.items[head]
        is_thing = item.kind in (NAME, TITLE, PRONOUN) or item.part == "n"
        return self.theirs.alike(head) if is_thing else (head,)

    def _between(self, arc: Arc, head: int, dep: int, proof: Proof | None) -> str:
        down, up = self.theirs.roles.role(head, dep), self.theirs.roles.role(dep, head)
        if proof is not None and proof.turned and arc.role in _TURNED:
            return _first(down & _TURNED[arc.role] and SAME, down & _CORE and CROSSED, (down or up) and NEAR)
        if apart := self._kept_apart(arc, head, dep, down, up):
            return apart
        if proof == CAUSE and arc.role in _CORE:
            return SAME if arc.role == AGENT and PATIENT in down else APART
        if self._is_governed(arc, head, down, proof) or self._by_grammar(arc, head, dep):
            return SAME
        ours_verb, theirs_verb = self._verbs(arc, head)
        if arc.role in _CORE and down & _CORE and ours_verb and theirs_verb:
            return SAME if self._without_agent(arc, head, down) else CROSSED
        if self._by_position(arc, head, dep):
            return SAME
        clauses = self.theirs.roles.clauses
        near = down or up or (arc.role in PLACES and clauses[head] == clauses[dep] != -1)
        return NEAR if near else APART

    def _kept_apart(
        self, arc: Arc, head: int, dep: int, down: frozenset[str], up: frozenset[str]
    ) -> str:  # fmt: skip
        """Return how two elements stand that cannot be so tied as ours are; "" where they may be."""
        if any({arc.role, *down} >= {one, other} != {arc.role} for one, other in _CONTRARY):
            return CROSSED
        if self._belongs(arc, head, dep, down | up):
            return APART  # the parent of Torvik, and Torvik, the parent
        if arc.role in _CONVERSE and arc.role in up:
            return CROSSED  # one after the other, and not the other after the one
        if {arc.role, *down} >= {"by", "to"} and is_amount(self.ours, arc.dep):
            return APART  # rose by 3 per cent, rose to 3 per cent
        if arc.role in PLACES and down & PLACES and not any(_alike(arc.role, role) for role in down):
            return APART  # inside the town, outside the town
        if arc.role in PLACES and not down and self._is_elsewhere(head, dep):
            return APART  # the mill in Lund and the barn in Kell, the mill in Kell
        return APART if arc.role in PLACES and down & _BOUNDS else ""  # on Thursday, and not before it

    def _is_elsewhere(self, head: int, dep: int) -> bool:
        """Say whether a thing has its own named place, and the place asked for is that of another thing."""
        roles, items = self.theirs.roles, self.theirs.items
        own = [a.dep for a in roles.at_head.get(head, ()) if a.role in PLACES and items[a.dep].kind == NAME]
        of = {a.head for a in roles.tree_of_dep.get(dep, ()) if a.role in PLACES} - {head, *own}
        return bool(own) and bool(of) and all(items[one].part == "n" for one in {head, *of})

    def _belongs(self, arc: Arc, head: int, dep: int, either: frozenset[str]) -> bool:
        """Say whether a noun is told to be of a name on one side, and to be it on the other."""
        if arc.role == OF and either == {IS}:
            return _of_a_name(self.ours, arc.head, arc.dep)
        return arc.role == IS and either == {OF} and _of_a_name(self.theirs, dep, head)

    def _by_grammar(self, arc: Arc, head: int, dep: int) -> bool:
        """Say whether the roles between two elements tell the same part, whichever way they are built."""
        down, up = self.theirs.roles.role(head, dep), self.theirs.roles.role(dep, head)
        if arc.role in _CAUSED and AGENT in down and self.theirs.items[head].key in english.causing():
            return True  # drowned in the flood: the flood drowned them
        if _is_same(arc.role, down, up) or self._by_build(arc, head, dep, down, up):
            return True
        return self._by_clause(arc, head, dep)

    def _is_governed(self, arc: Arc, head: int, down: frozenset[str], proof: Proof | None) -> bool:
        """Say whether the patient of a verb stands behind the preposition of another in other words."""
        if proof is None or proof == IDENTICAL or arc.role not in _GOVERNED or not down & _GOVERNED:
            return False
        if proof.governs:
            return True
        if "from" in (arc.role, *down) or not all(self._verbs(arc, head)):
            return False
        ours = {a.role for a in self.ours.roles.at_head.get(arc.head, ())}
        theirs = {a.role for a in self.theirs.roles.at_head.get(head, ())}
        return (arc.role == PATIENT and PATIENT not in theirs) or (PATIENT in down and PATIENT not in ours)

    def _by_position(self, arc: Arc, head: int, dep: int) -> bool:
        """Say whether two elements belong together although the parser keeps them apart."""
        if arc.role == COUNT and self._is_afloat(head, dep):
            return True
        return self._by_attachment(arc, head, dep) or is_carried(self.ours, self.theirs, arc, head, dep)

    def _is_afloat(self, head: int, dep: int) -> bool:
        """Say whether a word for all stands away from what it counts: they were all fined."""
        roles = self.theirs.roles
        adverb = self.theirs.items[dep].kind == SHARE and any(
            a.role == HOW for a in roles.of_dep.get(dep, ())
        )
        return adverb and roles.sentence(head) == roles.sentence(dep)

    def _by_attachment(self, arc: Arc, head: int, dep: int) -> bool:
        """Say whether a phrase plays the same part at a word between which and another the parser guessed."""
        at = [a.head for a in self.theirs.roles.of_dep.get(dep, ()) if _alike(a.role, arc.role)]
        if not at or arc.role in _CORE:
            return False
        if head in may_hang_on(self.theirs.roles, dep):
            return True
        others = may_hang_on(self.ours.roles, arc.dep) - {arc.head}
        items = self.theirs.items
        return any(same(self.ours.items[one], items[other]) for one in others for other in at)

    def _verbs(self, arc: Arc, head: int) -> tuple[bool, bool]:
        return self.ours.items[arc.head].part == "v", self.theirs.items[head].part == "v"

    def _by_build(self, arc: Arc, head: int, dep: int, down: frozenset[str], up: frozenset[str]) -> bool:
        """Say whether verb and noun express the same part in their way: attacked the fort, attack on it."""
        ours_verb, theirs_verb = self._verbs(arc, head)
        if arc.role == OF and not ours_verb and down and not down & _OF_A_NOUN:
            return True
        if arc.role in _CORE | {OF} and not (ours_verb and theirs_verb) and down & _AT_A_NOUN:
            return True
        if ours_verb != theirs_verb and arc.role in (PATIENT, "at") and down & {PATIENT, "at"}:
            return True
        if ours_verb != theirs_verb and {arc.role, *down, *up} >= {AGENT, IS}:
            return True  # who heads it is its head
        if arc.role in (OF, IS) and AGENT in up and self._names_a_doer(arc, dep):
            return True  # the farmer, and who farms
        return not ours_verb and theirs_verb and arc.role in ("from", "by") and AGENT in down

    def _names_a_doer(self, arc: Arc, dep: int) -> bool:
        return self.ours.items[arc.dep].part == "n" and self.theirs.items[dep].part == "v"

    def _by_clause(self, arc: Arc, head: int, dep: int) -> bool:
        """Say whether two elements belong together through their clauses."""
        if arc.role == "according":
            return self._says(dep, head)
        if arc.role == CLAUSE:
            return self._dominates(head, dep)
        return arc.role in PLACES and self._set_above(dep, head)

    def _says(self, speaker: int, said: int) -> bool:
        """Say whether somebody is reported to have said something."""
        verbs = {a.head for a in self.theirs.roles.of_dep.get(speaker, ()) if a.role == AGENT}
        return any(self.theirs.items[v].key in SAYING and self._dominates(v, said) for v in verbs)

    def _dominates(self, head: int, dep: int) -> bool:
        """Say whether one element stands above another in one sentence, as the speaker above what is said."""
        parse, top = self.theirs.roles.parse, self.theirs.items[head].head
        below = self.theirs.items[dep].head
        for above in parse.above(below):
            if parse.tokens[below].role == "parataxis":
                return False
            if above.index == top:
                return True
            below = above.index
        return False

    def _set_above(self, dep: int, head: int) -> bool:
        """Say whether a place or time belongs to a clause that governs the head's clause."""
        items = self.theirs.items
        placed = {a.head for a in self.theirs.roles.of_dep.get(dep, ()) if a.role in PLACES}
        verbs = (one for one in placed if items[one].part == "v" and items[one].key not in SAYING)
        return any(self._dominates(one, head) for one in verbs)

    def _without_agent(self, arc: Arc, head: int, down: frozenset[str]) -> bool:
        """Say whether a verb without an agent has its patient as subject: the ship launched."""
        ours = {a.role for a in self.ours.roles.at_head.get(arc.head, ())}
        theirs = {a.role for a in self.theirs.roles.at_head.get(head, ())}
        causing = english.causing()
        becomes = {self.ours.items[arc.head].key, self.theirs.items[head].key} <= causing
        if arc.role == PATIENT:  # who was asked to go did not ask to
            return becomes and AGENT in down and AGENT not in ours and PATIENT not in theirs
        # A participle may be a past tense that the parser took for it: boats of the ports left.
        verb = self.theirs.items[head].head
        told = next(self.theirs.roles.parse.below(verb, "auxpass", "nsubjpass"), None) is None
        causes = becomes or (told and AGENT not in theirs)
        return causes and arc.role == AGENT and PATIENT in down and PATIENT not in ours


def _of_a_name(read: Reading, noun: int, name: int) -> bool:
    """Say whether a noun stands before a name that it belongs to: the parent of Torvik."""
    of, whose = read.items[noun], read.items[name]
    return whose.kind == NAME and of.kind != NAME and whose.first > of.last + 1


def _is_same(role: str, down: frozenset[str], up: frozenset[str]) -> bool:
    """Say whether a role equals one of those between two elements, by name only."""
    either = down | up
    return (
        role in down
        or role == AND
        or ("about" in down and role == "over")
        or ("over" in down and role == "about")
        or (role == IS and IS in up)
        or _CONVERSE.get(role) in up
        or (role == OF and bool((down or up) & _MODIFIES))
        or (role in _MODIFIES and OF in either)
        or (role in PLACES and any(_alike(role, other) for other in down))
        or (role in (RECIPIENT, "to") and bool(down & {RECIPIENT, "to", PATIENT}))
        or (role == CLAUSE and bool(either))
    )


def _alike(role: str, other: str) -> bool:
    """Say whether two roles tell one place: in the town, at it; outside it is elsewhere."""
    return role == other or ({role, other} <= PLACES and not OF_ONE_SIDE & {role, other})


def is_amount(read: Reading, index: int) -> bool:
    """Say whether an element is a number, or what a number counts: 8 million crowns."""
    counts = (arc.role == COUNT for arc in read.roles.at_head.get(index, ()))
    return read.items[index].kind == FIGURE or any(counts)


def _first(*found: object) -> str:
    return next((str(one) for one in found if one), APART)
