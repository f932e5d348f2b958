"""Semantic roles: who does what to whom, as roles between the elements of a text.

Roles do not depend on how a clause is built: active or passive, relative or main, with a noun or a verb.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cached_property, lru_cache
from itertools import chain

from scripts import english
from scripts.reading.syntax.arcs import (
    AGENT,
    AND,
    BY,
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
from scripts.reading.syntax.copulas_and_light_verbs import Anchors, subtree_opener
from scripts.reading.syntax.elements import DATE, FIGURE, HOUR, SHARE, WORD, Element, Elements, elements
from scripts.reading.syntax.figure import Figure
from scripts.reading.syntax.implied_roles import ImpliedRoles
from scripts.reading.syntax.parser import Parse, Token

_PREPOSITIONS = {
    **dict.fromkeys(["in", "at", "on", "inside", "within", "aboard", "during"], "at"),
    **dict.fromkeys(["to", "into", "toward", "towards", "onto"], "to"),
    **dict.fromkeys(["from", "off", "out"], "from"),
    **dict.fromkeys(["with", "alongside"], "with"),
    **dict.fromkeys(["about", "regarding", "concerning"], "about"),
    **dict.fromkeys(["because", "due", "owing"], "because"),
    **dict.fromkeys(["after", "following"], "after"),
    **dict.fromkeys(["before", "ahead"], "before"),
    **dict.fromkeys(["until", "till"], "until"),
}
_DATED = frozenset({"", "in", "at", "on", "during"})
_COUNTING = frozenset(["nummod", "quantmod", "det", "predet", "amod", "compound", "nmod"])
_NAMED = {
    **dict.fromkeys(["nsubjpass", "csubjpass", "dobj", "obj"], PATIENT),
    **dict.fromkeys(["amod", "compound", "poss", "nmod", "nummod", "predet", "det"], OF),
    **dict.fromkeys(["attr", "acomp", "oprd"], IS),
    **dict.fromkeys(["advmod", "npadvmod", "intj", "quantmod", "prep"], HOW),
    **dict.fromkeys(["ccomp", "xcomp", "pcomp", "parataxis", "dep", "meta"], CLAUSE),
}
_STATIVE = frozenset({"be", "become", "remain"})


class Roles:
    """The roles between the elements of one text: `tree` as parsed, `arcs` with what follows from it."""

    def __init__(self, found: Elements) -> None:
        self.elements = found
        self.parse: Parse = found.parse
        self.items = found.items
        self._anchors = Anchors(found)
        self.silent = self._anchors.silent
        self.tree = tuple(self._tree())
        implied = ImpliedRoles(found, self._anchors, self.tree)
        self.arcs = tuple(dict.fromkeys([*self.tree, *implied.arcs()]))

    @cached_property
    def _between(self) -> dict[tuple[int, int], frozenset[str]]:
        found: dict[tuple[int, int], set[str]] = defaultdict(set)
        for arc in self.arcs:
            found[arc.head, arc.dep].add(arc.role)
        return {pair: frozenset(roles) for pair, roles in found.items()}

    @cached_property
    def at_head(self) -> dict[int, tuple[Arc, ...]]:
        """The arcs by head."""
        return self._grouped("head")

    @cached_property
    def of_dep(self) -> dict[int, tuple[Arc, ...]]:
        """The arcs by dependent."""
        return self._grouped("dep")

    @cached_property
    def tree_of_dep(self) -> dict[int, tuple[Arc, ...]]:
        """The arcs of each dependent that the parse itself has."""
        found: dict[int, list[Arc]] = defaultdict(list)
        for arc in self.tree:
            found[arc.dep].append(arc)
        return {index: tuple(arcs) for index, arcs in found.items()}

    def _grouped(self, end: str) -> dict[int, tuple[Arc, ...]]:
        found: dict[int, list[Arc]] = defaultdict(list)
        for arc in self.arcs:
            found[getattr(arc, end)].append(arc)
        return {index: tuple(arcs) for index, arcs in found.items()}

    @cached_property
    def clauses(self) -> tuple[int, ...]:
        """For each element the index of its clause's verb (or other predicate); -1 for none."""
        known: dict[int, int] = {}  # by token, so that no way up is gone twice
        return tuple(self._clause(item, known) for item in self.items)

    def _clause(self, item: Element, known: dict[int, int]) -> int:
        passed = []
        found = -1
        for token in chain([self.parse.tokens[item.head]], self.parse.above(item.head)):
            own = known.get(token.index, self.anchor(token.index))
            is_verb = token.part in ("VERB", "AUX") and token.role not in ("aux", "auxpass", "amod")
            if token.index in known or (is_verb and own is not None):
                found = -1 if own is None else own
                break
            passed.append(token.index)
        known.update(dict.fromkeys(passed, found))
        return found

    def sentence(self, index: int) -> int:
        """Return the number of an element's sentence."""
        return self.parse.tokens[self.items[index].head].sentence

    def role(self, head: int, dep: int) -> frozenset[str]:
        """Return the roles of one element at another."""
        return self._between.get((head, dep), frozenset())

    def passive(self, token: int) -> bool:
        """Say whether a verb is in the passive voice."""
        return self._anchors.passive(token)

    def anchor(self, token: int) -> int | None:
        """Return the element that a token belongs to or stands for."""
        return self._anchors.of_token.get(token)

    def anchors_of(self, index: int) -> tuple[int, ...]:
        """Return the tokens outside an element that stand for it: its copula, its light verb."""
        return self._outside.get(index, ())

    @cached_property
    def _outside(self) -> dict[int, tuple[int, ...]]:
        found: dict[int, list[int]] = defaultdict(list)
        for token, index in self._anchors.of_token.items():
            if not self.items[index].first <= token <= self.items[index].last:
                found[index].append(token)
        return {index: tuple(tokens) for index, tokens in found.items()}

    # Roles from the parse.

    def _tree(self) -> Iterator[Arc]:
        counted = dict(self._counted())
        replaced = set(counted.values())
        for item in self.items:
            if item.index in self.silent or item.index in replaced:
                continue  # a counted noun takes the place of its figure
            if item.index not in counted:
                yield from self._up(item, item.head)
                continue
            yield Arc(counted[item.index], COUNT, item.index)
            for arc in self._up(item, item.head):
                yield Arc(arc.head, arc.role, counted[item.index])

    def _counted(self) -> Iterator[tuple[int, int]]:
        """Yield figures and shares with what they count behind "of": dozens | of sheep, most | of all."""
        for item in self.items:
            if item.kind not in (FIGURE, SHARE) or self.parse.tokens[item.head].role in (
                "nummod",
                "amod",
                "det",
                "quantmod",
            ):
                continue
            ends = dict.fromkeys((item.head, item.last))  # hundreds | of thousands | of people
            for prep in (one for end in ends for one in self.parse.below(end, "prep")):
                for noun in self.parse.below(prep.index, "pobj") if prep.lower == "of" else ():
                    own = self.elements.of_token.get(noun.index)
                    if own is not None and self.items[own].kind == WORD and self.items[own].part == "n":
                        yield item.index, own
            before = item.value.counted if isinstance(item.value, Figure) else None
            if before is not None and before < item.first and self.parse.tokens[before].role == "pobj":
                own = self.elements.of_token.get(before)  # of the 120 seats, they won 64
                if own is not None:
                    yield item.index, own

    def _up(self, item: Element, at: int) -> Iterator[Arc]:
        """Yield the roles of an element at the elements above it."""
        tokens = self.parse.tokens
        if self.anchor(tokens[at].head) == item.index:  # the noun of a light verb takes the verb's place
            at = tokens[at].head
        role, prep = tokens[at].role, ""
        while tokens[at].head != at:
            head = tokens[tokens[at].head]
            anchor = self.anchor(head.index)
            if anchor is not None and anchor != item.index:
                yield from self._arc(item, role, prep, head, anchor, at)
                return
            if anchor == item.index or role == "conj":
                role = head.role  # the copula of this element, or the first item of a list
            elif head.role == "dative":
                prep = "dative"
            elif head.part in ("ADP", "SCONJ") or head.role in ("prep", "agent"):
                prep = prep or (BY if head.role == "agent" else head.lower)
            prep = english.long_prepositions().get(head.lower, prep)
            at = head.index

    def _arc(self, item: Element, role: str, prep: str, head: Token, anchor: int, last: int) -> Iterator[Arc]:
        if role == "conj":
            yield Arc(anchor, AND, item.index)
            first = head  # of the list: all its items have one place
            while first.role == "conj":
                first = self.parse.tokens[first.head]
            yield from (arc for arc in self._up(item, first.index) if arc.role != AND)
        elif role in ("relcl", "acl"):
            yield from self._clause_on_noun(item, anchor)
        else:
            named = IS if role == "appos" else self._named(item, role, prep, head, last)
            yield Arc(anchor, named, item.index)

    def _named(self, item: Element, role: str, prep: str, head: Token, last: int) -> str:
        """Return the semantic role for a grammatical role and a preposition."""
        if item.kind in (DATE, HOUR) and prep in _DATED:
            return TIME
        if prep == BY:
            return AGENT
        if "dative" in (prep, role):
            return RECIPIENT
        if role in ("nsubj", "csubj"):
            return self._subject(head)
        if role in ("nsubjpass", "csubjpass", "dobj", "obj"):
            return PATIENT
        if prep:
            return OF if prep == "of" else _PREPOSITIONS.get(prep, prep)
        if item.kind in (FIGURE, SHARE) and role in _COUNTING:
            return COUNT
        if role == "advcl":
            marks = (m.lower for m in self.parse.below(last, "mark", "advmod") if m.tag in ("IN", "WRB"))
            mark = next(marks, "")
            return _PREPOSITIONS.get(mark, mark) or CLAUSE
        if role == "pobj":  # behind a preposition that is part of a wording: arrived in | Tavrin
            return PATIENT if head.part in ("VERB", "ADP") else OF
        return _NAMED.get(role, role)

    def _subject(self, verb: Token) -> str:
        if self._anchors.receives(verb.index):
            return PATIENT
        own = self.anchor(verb.index)
        if own is not None and self.items[own].key.startswith("be "):
            return AGENT
        return IS if verb.lemma in _STATIVE or verb.part not in ("VERB", "AUX") else AGENT

    def _clause_on_noun(self, item: Element, noun: int) -> Iterator[Arc]:
        """A clause that modifies a noun gives it a role: the man | who left, the plan | to leave."""
        tokens = self.parse.tokens
        opener = subtree_opener(self.parse, self._anchors, item.head)
        if opener is not None:
            yield from self._relative(item, noun, tokens[opener])
        elif tokens[item.head].tag == "VBG":
            yield Arc(item.index, AGENT, noun)
        elif self.passive(item.head) or self._anchors.has(item.head, "nsubj"):
            yield Arc(item.index, PATIENT, noun)
        else:
            yield Arc(noun, CLAUSE, item.index)

    def _relative(self, item: Element, noun: int, opener: Token) -> Iterator[Arc]:
        if opener.role == "poss":
            own = self._anchors.nearest(opener.head)
            if own is not None:
                yield Arc(own, OF, noun)
            return
        above = self.parse.tokens[opener.head]
        prep = "" if opener.role != "pobj" else BY if above.role == "agent" else above.lower
        verb = self.parse.tokens[item.head]
        named = self._named(self.items[noun], opener.role, prep, verb, verb.index)
        yield Arc(item.index, "at" if opener.lower in ("where", "when") else named, noun)


__all__ = [
    "AGENT", "AND", "BY", "CLAUSE", "COUNT", "HOW", "IS", "OF", "PATIENT", "RECIPIENT", "TIME", "Arc",
    "Roles", "roles",
]  # fmt: skip


@lru_cache(maxsize=512)
def roles(text: str) -> Roles:
    """Read the roles in a text."""
    return Roles(elements(text))
