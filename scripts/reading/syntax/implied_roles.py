"""Roles that follow from those of the parse: of a shared subject, an apposition, a participle."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from scripts import english
from scripts.reading.syntax.arcs import AGENT, COUNT, IS, OF, PATIENT, Arc
from scripts.reading.syntax.copulas_and_light_verbs import Anchors
from scripts.reading.syntax.elements import Element, Elements
from scripts.reading.syntax.figure import Figure
from scripts.reading.syntax.parser import Token

_WHOM = frozenset({"from", "of", "into", "for"})  # barred them from going, accused them of lying
_STATIVE = frozenset({"be", "become", "remain"})


class ImpliedRoles:
    """The elements of one text, with the roles that the parse gives them: `tree`."""

    def __init__(self, found: Elements, anchors: Anchors, tree: Sequence[Arc]) -> None:
        self.elements, self.parse, self.items = found, found.parse, found.items
        self.tree, self._anchors = tree, anchors

    def arcs(self) -> Iterator[Arc]:
        """Yield the roles that follow from those of the parse."""
        for item in self.items:
            if item.part == "v" and not self._anchors.has(item.head, "nsubj", "nsubjpass", "agent"):
                yield from self._shared_subject(item)
            if isinstance(item.value, Figure) and item.value.counted is not None:
                own = self.elements.of_token.get(item.value.counted)
                if own is not None and own != item.index:
                    yield Arc(own, COUNT, item.index)
        yield from self._participles()
        yield from self._become()
        yield from self._appositions()

    def _participles(self) -> Iterator[Arc]:
        """A participle before a noun tells what is done to it or what it does: spoiled ballots."""
        for same in self.tree:
            token = self.parse.tokens[self.items[same.dep].head]
            if same.role == OF and token.role == "amod":
                if token.tag == "VBN" or "participle" in english.forms_of_others(token.lower):
                    yield Arc(same.dep, PATIENT, same.head)
                elif token.tag == "VBG":
                    yield Arc(same.dep, AGENT, same.head)

    def _become(self) -> Iterator[Arc]:
        """Who became or stayed something is it: Ana Poe became the mayor."""
        said: dict[int, list[Arc]] = defaultdict(list)
        for arc in self.tree:
            if arc.role == IS and self.items[arc.head].key in _STATIVE:
                said[arc.head].append(arc)
        for arcs in said.values():
            who = [a.dep for a in arcs if self._is_subject(a.dep)]
            yield from (Arc(a.dep, IS, own) for own in who for a in arcs if a.dep not in who)

    def _is_subject(self, index: int) -> bool:
        return self.parse.tokens[self.items[index].head].role in ("nsubj", "nsubjpass")

    def _shared_subject(self, item: Element) -> Iterator[Arc]:
        """Give a verb without a subject the subject of the verb above it: asked to leave, came and went."""
        own = self.parse.tokens[item.head].role
        if own not in ("conj", "xcomp", "advcl", "pcomp"):
            return
        role = PATIENT if self._anchors.passive(item.head) else AGENT
        kept = own == "pcomp" and self.parse.tokens[self.parse.tokens[item.head].head].lower in _WHOM
        for above in self.parse.above(item.head):
            if above.part not in ("VERB", "AUX") and above.role not in ("ROOT", "conj"):
                continue
            whom = list(self.parse.below(above.index, "dobj")) if own == "xcomp" or kept else []
            who = whom or list(self.parse.below(above.index, "nsubj", "nsubjpass"))
            for one in who:
                yield from self._joined(item, role, one)
            if who:
                return
            kept = False

    def _joined(self, item: Element, role: str, token: Token) -> Iterator[Arc]:
        """Yield a role for a token's element, and for all elements coordinated with it."""
        own = self._anchors.nearest(token.index)
        if own is None and token.tag in ("WDT", "WP"):
            own = self._anchors.behind_relative(token.index)
        if own is None or own == item.index:
            return
        yield Arc(item.index, role, own)
        for other in self.parse.below(token.index, "conj"):
            if (also := self._anchors.nearest(other.index)) is not None:
                yield Arc(item.index, role, also)

    def _appositions(self) -> Iterator[Arc]:
        """An apposition has the same role as its noun: Ana Poe, the mayor, left."""
        of_dep: dict[int, list[Arc]] = defaultdict(list)
        for arc in self.tree:
            of_dep[arc.dep].append(arc)
        for same in self.tree:
            if same.role == IS and self.parse.tokens[self.items[same.dep].head].role == "appos":
                yield from (Arc(arc.head, arc.role, same.dep) for arc in of_dep[same.head])
