"""Semantic roles: who does what to whom, as roles between the elements of a text.

Roles do not depend on how a clause is built: active or passive, relative or main, with a noun or a verb.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

from scripts import english
from scripts.reading.syntax.amounts import Figure
from scripts.reading.syntax.copulas_and_light_verbs import Anchors, subtree_opener
from scripts.reading.syntax.elements import DATE, FIGURE, HOUR, SHARE, WORD, Element, Elements, elements
from scripts.reading.syntax.parser import Parse, Token

AGENT, PATIENT, RECIPIENT, IS, OF, COUNT, HOW, CLAUSE, TIME = (
    "agent", "patient", "recipient", "is", "of", "count", "how", "clause", "time",
)  # fmt: skip
AND, BY = "and", "by an agent"
_PREPOSITIONS = {
    **dict.fromkeys(["in", "at", "on", "inside", "within", "aboard", "during"], "at"),
    **dict.fromkeys(["to", "into", "toward", "towards", "onto"], "to"),
    **dict.fromkeys(["from", "off", "out"], "from"),
    **dict.fromkeys(["with", "alongside"], "with"),
    **dict.fromkeys(["about", "regarding", "concerning", "over"], "about"),
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
_WHOM = frozenset({"from", "of", "into", "for"})  # barred them from going, accused them of lying
_STATIVE = frozenset({"be", "become", "remain"})


@dataclass(frozen=True)
class Arc:
    """Element `dep` has a role at element `head`."""

    head: int
    role: str
    dep: int


class Roles:
    """The roles between the elements of one text: `tree` as parsed, `arcs` with what follows from it."""

    def __init__(self, found: Elements) -> None:
        self.elements = found
        self.parse: Parse = found.parse
        self.items = found.items
        self._anchors = Anchors(found)
        self.silent = self._anchors.silent
        self.tree = tuple(self._tree())
        self.arcs = tuple(dict.fromkeys([*self.tree, *self._following()]))

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

    def _grouped(self, end: str) -> dict[int, tuple[Arc, ...]]:
        found: dict[int, list[Arc]] = defaultdict(list)
        for arc in self.arcs:
            found[getattr(arc, end)].append(arc)
        return {index: tuple(arcs) for index, arcs in found.items()}

    @cached_property
    def clauses(self) -> tuple[int, ...]:
        """For each element the index of its clause's verb (or other predicate); -1 for none."""
        return tuple(self._clause(item) for item in self.items)

    def _clause(self, item: Element) -> int:
        for token in (self.parse.tokens[item.head], *self.parse.above(item.head)):
            own = self.anchor(token.index)
            is_verb = token.part in ("VERB", "AUX") and token.role not in ("aux", "auxpass", "amod")
            if is_verb and own is not None:
                return own
        return -1

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
        item = self.items[index]
        return tuple(
            t for t, e in self._anchors.of_token.items() if e == index and not item.first <= t <= item.last
        )

    # Roles from the parse.

    def _tree(self) -> Iterator[Arc]:
        counted = dict(self._counted())
        for item in self.items:
            if item.index in self.silent or item.index in counted.values():
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
            for prep in self.parse.below(item.head, "prep"):
                for noun in self.parse.below(prep.index, "pobj") if prep.lower == "of" else ():
                    own = self.elements.of_token.get(noun.index)
                    if own is not None and self.items[own].kind == WORD and self.items[own].part == "n":
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

    # Roles that follow from the parsed ones.

    def _following(self) -> Iterator[Arc]:
        for item in self.items:
            if item.part == "v" and not self._anchors.has(item.head, "nsubj", "nsubjpass", "agent"):
                yield from self._shared_subject(item)
            if isinstance(item.value, Figure) and item.value.counted is not None:
                own = self.elements.of_token.get(item.value.counted)
                if own is not None and own != item.index:
                    yield Arc(own, COUNT, item.index)
        yield from self._participles()
        yield from self._appositions()

    def _participles(self) -> Iterator[Arc]:
        """A participle before a noun tells what it does or what is done to it: spoiled ballots."""
        for same in self.tree:
            token = self.parse.tokens[self.items[same.dep].head]
            if same.role == OF and token.role == "amod":
                if token.tag == "VBN" or "participle" in english.forms_of_others(token.lower):
                    yield Arc(same.dep, PATIENT, same.head)
                elif token.tag == "VBG":
                    yield Arc(same.dep, AGENT, same.head)

    def _shared_subject(self, item: Element) -> Iterator[Arc]:
        """Give a verb without a subject the subject of the verb above it: asked to leave, came and went."""
        own = self.parse.tokens[item.head].role
        if own not in ("conj", "xcomp", "advcl", "pcomp"):
            return
        role = PATIENT if self.passive(item.head) else AGENT
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
        for same in self.tree:
            if same.role == IS and self.parse.tokens[self.items[same.dep].head].role == "appos":
                yield from (Arc(arc.head, arc.role, same.dep) for arc in self.tree if arc.dep == same.head)


@lru_cache(maxsize=512)
def roles(text: str) -> Roles:
    """Read the roles in a text."""
    return Roles(elements(text))
