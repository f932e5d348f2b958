"""Who does what to whom: the roles between the elements of a text, and how firmly each thing is said.

Roles are the same however a clause is built: active or passive, relative or main, with a noun or a verb.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

from scripts import english
from scripts.english import lexicon
from scripts.reading.elements import DATE, FIGURE, HOUR, SHARE, WORD, Element, Elements, elements
from scripts.reading.figures import Figure
from scripts.reading.syntax import Parse, Token

AGENT, PATIENT, RECIPIENT, IS, OF, COUNT, HOW, CLAUSE, TIME = (
    "agent", "patient", "recipient", "is", "of", "count", "how", "clause", "time",
)  # fmt: skip
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
_LIGHT = frozenset(["make", "take", "give", "hold", "have", "carry out", "impose"])
_RECEIVES = frozenset(["receive", "get", "earn", "draw", "gain", "undergo"])  # earned praise: was praised
_HAPPENS = frozenset(["happen", "occur"])
_NOBODY = frozenset(["nobody", "none", "nothing", "no-one", "neither"])
_NEVER = frozenset(["never", "not", "n't", "nor", "neither", "no", "hardly", "scarcely", "barely", "nowhere"])
_FROM_WITHIN = (
    "ccomp",
    "xcomp",
    "dobj",
    "pcomp",
    "acl",
    "advcl",
    "pobj",
    "attr",
    "acomp",
    "conj",
    "oprd",
    "relcl",
)
_CONDITIONS = frozenset(["if", "unless", "provided"])


@dataclass(frozen=True)
class Arc:
    """Element `dep` plays a role at element `head`."""

    head: int
    role: str
    dep: int


@dataclass(frozen=True)
class State:
    """How something is said: denied or not, and the levels of firmness that lessen it."""

    denied: bool = False
    levels: frozenset[str] = frozenset()


class Roles:
    """The roles and states of one text's elements."""

    def __init__(self, found: Elements) -> None:
        self.elements = found
        self.parse: Parse = found.parse
        self.items = found.items
        self._anchors = {**found.of_token, **self._copulas()}
        light = self._light()
        self.silent = frozenset(found.of_token[verb] for verb in light if verb in found.of_token)
        self._anchors.update(light)
        self.tree = tuple(self._tree())
        self.arcs = tuple(dict.fromkeys([*self.tree, *self._inferred()]))

    @cached_property
    def roles_of(self) -> dict[tuple[int, int], frozenset[str]]:
        """For a head and a dependent, the roles between them."""
        found: dict[tuple[int, int], set[str]] = defaultdict(set)
        for arc in self.arcs:
            found[arc.head, arc.dep].add(arc.role)
        return {pair: frozenset(roles) for pair, roles in found.items()}

    @cached_property
    def at_head(self) -> dict[int, tuple[Arc, ...]]:
        """The arcs of each head."""
        found: dict[int, list[Arc]] = defaultdict(list)
        for arc in self.arcs:
            found[arc.head].append(arc)
        return {head: tuple(arcs) for head, arcs in found.items()}

    @cached_property
    def of_dep(self) -> dict[int, tuple[Arc, ...]]:
        """The arcs of each dependent."""
        found: dict[int, list[Arc]] = defaultdict(list)
        for arc in self.arcs:
            found[arc.dep].append(arc)
        return {dep: tuple(arcs) for dep, arcs in found.items()}

    @cached_property
    def clauses(self) -> tuple[int, ...]:
        """For each element the verb (or other predicate) of its clause, as an index of an element; -1: none."""
        return tuple(self._clause(item) for item in self.items)

    def sentence(self, index: int) -> int:
        """Return the number of the sentence that an element stands in."""
        return self.parse.tokens[self.items[index].head].sentence

    def role(self, head: int, dep: int) -> frozenset[str]:
        """Return the roles of one element at another."""
        return self.roles_of.get((head, dep), frozenset())

    def passive(self, token: int) -> bool:
        """Say whether a verb is in the passive voice."""
        if any(True for _ in self.parse.below(token, "auxpass", "nsubjpass")):
            return True
        one = self.parse.tokens[token]
        if (
            one.role == "conj"
            and one.tag == "VBN"
            and not any(True for _ in self.parse.below(token, "aux", "nsubj"))
        ):
            return self.passive(one.head)
        return (
            (one.tag == "VBN"
            and one.role in ("acl", "amod"))
            or (
                one.tag == "VBN"
                and one.role in ("advcl", "xcomp", "ccomp")
                and not any(True for _ in self.parse.below(token, "aux", "nsubj"))
            )
        )

    # Tokens that are no elements but stand for one.

    def _copulas(self) -> dict[int, int]:
        """Map each "be" that is no auxiliary to what it says of its subject: is | the mayor."""
        found = {}
        for token in self.parse.tokens:
            if token.lemma != "be" or token.role in ("aux", "auxpass"):
                continue
            said = next(iter(self.parse.below(token.index, "attr", "acomp", "oprd")), None)
            if said is None:
                said = next(iter(self.parse.below(token.index, "nsubj", "nsubjpass")), None)
            if said is not None and (own := self._nearest(said.index)) is not None:
                found[token.index] = own
        return found

    def _light(self) -> dict[int, int]:
        """Map a verb that says little to the noun that says it: made | an arrest, the crash | took place."""
        found = {}
        for item in self.items:
            if item.part != "v" or item.kind != WORD:
                continue
            role = "dobj" if item.key in _LIGHT | _RECEIVES else "nsubj" if item.key in _HAPPENS else ""
            if item.key == "hold" and self.passive(item.head):
                role = "nsubjpass"
            if item.key == "take" and any(t.lower == "place" for t in self.parse.below(item.head, "dobj")):
                role = "nsubj"
            for noun in self.parse.below(item.head, role) if role else ():
                own = self.elements.of_token.get(noun.index)
                if own is not None and noun.part == "NOUN" and lexicon.action(noun.lemma):
                    found[item.head] = own
        return found

    def _nearest(self, token: int) -> int | None:
        """Return the element of a token, or of the first below it that has one."""
        if token in self.elements.of_token:
            return self.elements.of_token[token]
        for child in self.parse.children[token]:
            if child in self.elements.of_token and self.parse.tokens[child].role in (
                "pobj",
                "conj",
                "nummod",
                "amod",
            ):
                return self.elements.of_token[child]
        return None

    # Roles that the tree has.

    def _tree(self) -> Iterator[Arc]:
        counted = dict(self._counted())
        for item in self.items:
            if item.index in self.silent or item.index in counted.values():
                continue  # a noun that is counted takes the place of its figure
            if item.index in counted:
                yield Arc(counted[item.index], COUNT, item.index)
                for arc in self._up(item, item.head):
                    yield Arc(arc.head, arc.role, counted[item.index])
            else:
                yield from self._up(item, item.head)

    def _counted(self) -> Iterator[tuple[int, int]]:
        """Yield figures and shares with what they count behind "of": dozens | of sheep, most | of the members."""
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

    def _up(self, item: Element, token: int) -> Iterator[Arc]:
        """Yield the roles of an element at the elements above it."""
        tokens = self.parse.tokens
        role, prep, at = tokens[token].role, "", token
        if self._anchors.get(tokens[token].head) == item.index:  # what a light verb stands for has its place
            at, role = tokens[token].head, tokens[tokens[token].head].role
        while tokens[at].head != at:
            head = tokens[at].head
            anchor = self._anchors.get(head)
            if anchor is not None and anchor != item.index:
                yield from self._arc(item, role, prep, head, anchor, tokens[at])
                return
            if anchor == item.index:  # the copula that this element stands for
                role, prep = tokens[head].role, prep
            elif tokens[head].part in ("ADP", "SCONJ") or tokens[head].role in ("prep", "agent", "dative"):
                prep = prep or (tokens[head].lower if tokens[head].role != "agent" else "by-agent")
                if tokens[head].role == "dative":
                    prep = "dative"
            elif role in ("conj",):
                role = tokens[head].role
            if tokens[head].lower in english.long_prepositions():
                prep = english.long_prepositions()[tokens[head].lower]
            at = head

    def _arc(self, item: Element, role: str, prep: str, head: int, anchor: int, last: Token) -> Iterator[Arc]:
        if role == "conj":
            yield Arc(anchor, "and", item.index)
            for arc in self._up(item, head):
                if arc.role != "and":
                    yield arc
            return
        if role == "appos":
            yield Arc(anchor, IS, item.index)
            return
        if role in ("relcl", "acl"):
            yield from self._clause_on_noun(item, anchor)
            return
        yield Arc(anchor, self._named(item, role, prep, head, last.index), item.index)

    def _named(self, item: Element, role: str, prep: str, head: int, below: int = -1) -> str:
        tokens = self.parse.tokens
        if item.kind in (DATE, HOUR) and prep in ("", "in", "at", "on", "during"):
            return TIME
        if prep == "by-agent":
            return AGENT
        if prep == "dative" or role == "dative":
            return RECIPIENT
        if role in ("nsubj", "csubj") and self._receives(head):
            return PATIENT
        if role in ("nsubj", "csubj"):
            return (
                IS
                if tokens[head].lemma in ("be", "become", "remain")
                or tokens[head].part not in ("VERB", "AUX")
                else AGENT
            )
        if role in ("nsubjpass", "csubjpass", "dobj", "obj"):
            return PATIENT
        if prep:
            return OF if prep == "of" else _PREPOSITIONS.get(prep, prep)
        if item.kind in (FIGURE, SHARE) and role in (
            "nummod",
            "quantmod",
            "det",
            "predet",
            "amod",
            "compound",
            "nmod",
        ):
            return COUNT
        if role in ("amod", "compound", "poss", "nmod", "nummod", "predet", "det"):
            return OF
        if role in ("attr", "acomp", "oprd"):
            return IS
        if role in ("advmod", "npadvmod", "intj", "quantmod"):
            return HOW
        if role in ("ccomp", "xcomp", "pcomp", "parataxis", "dep", "meta"):
            return CLAUSE
        if role == "advcl":
            mark = next(
                (
                    m.lower
                    for m in self.parse.below(below if below >= 0 else item.head, "mark", "advmod")
                    if m.tag in ("IN", "WRB")
                ),
                "",
            )
            return _PREPOSITIONS.get(mark, mark) or CLAUSE
        return role

    def _clause_on_noun(self, item: Element, noun: int) -> Iterator[Arc]:
        """A clause that hangs on a noun gives it a role: the man | who left, the plan | to leave."""
        relative = next((t for t in self.parse.subtree(item.head) if self._is_relative(t, item.head)), None)
        if relative is not None:
            role, prep = self.parse.tokens[relative].role, ""
            if role == "pobj":
                head = self.parse.tokens[relative].head
                prep = (
                    "by-agent" if self.parse.tokens[head].role == "agent" else self.parse.tokens[head].lower
                )
            if role == "poss":
                own = self._nearest(self.parse.tokens[relative].head)
                if own is not None:
                    yield Arc(own, OF, noun)
                return
            named = self._named(self.items[noun], role, prep, item.head)
            yield Arc(
                item.index, "at" if self.parse.tokens[relative].lower in ("where", "when") else named, noun
            )
        elif self.parse.tokens[item.head].tag == "VBG":
            yield Arc(item.index, AGENT, noun)
        elif self.passive(item.head) or any(True for _ in self.parse.below(item.head, "nsubj")):
            yield Arc(item.index, PATIENT, noun)
        else:
            yield Arc(noun, CLAUSE, item.index)

    def _is_relative(self, token: int, verb: int) -> bool:
        one = self.parse.tokens[token]
        if one.tag not in ("WDT", "WP", "WP$", "WRB") and not (one.lower == "that" and one.role != "mark"):
            return False
        return (
            next(
                (
                    h.index
                    for h in self.parse.above(token)
                    if h.part in ("VERB", "AUX") and h.role not in ("aux", "auxpass")
                ),
                -1,
            )
            == verb
        )

    def _receives(self, token: int) -> bool:
        return (
            self.parse.tokens[token].lemma in _RECEIVES and self.elements.of_token.get(token) in self.silent
        )

    # Roles that a reader adds.

    def _inferred(self) -> Iterator[Arc]:
        for item in self.items:
            token = self.parse.tokens[item.head]
            if item.part == "v" and not self._has_subject(item.head):
                yield from self._shared_subject(item, token)
            if isinstance(item.value, Figure) and item.value.counted is not None:
                own = self.elements.of_token.get(item.value.counted)
                if own is not None and own != item.index:
                    yield Arc(own, COUNT, item.index)
        yield from self._appositions()

    def _has_subject(self, token: int) -> bool:
        return any(True for _ in self.parse.below(token, "nsubj", "nsubjpass", "agent"))

    def _shared_subject(self, item: Element, token: Token) -> Iterator[Arc]:
        """Give a verb without a subject the one of the verb above it (asked to leave, came and went)."""
        if token.role not in ("conj", "xcomp", "advcl", "pcomp"):
            return
        role = PATIENT if self.passive(item.head) else AGENT
        for above in self.parse.above(item.head):
            if above.part not in ("VERB", "AUX") and above.role not in ("ROOT", "conj"):
                continue
            if token.role == "xcomp":
                whom = [d for d in self.parse.below(above.index, "dobj")]
                for one in whom:
                    yield from self._to(item, role, one)
                if whom:
                    return
            subjects = [*self.parse.below(above.index, "nsubj", "nsubjpass")]
            for one in subjects:
                yield from self._to(item, role, one)
            if subjects:
                return

    def _to(self, item: Element, role: str, token: Token) -> Iterator[Arc]:
        own = self._nearest(token.index)
        if own is None and token.tag in ("WDT", "WP"):
            own = next(
                (self._nearest(v.head) for v in self.parse.above(token.index) if v.role == "relcl"), None
            )
        if own is None or own == item.index:
            return
        yield Arc(item.index, role, own)
        for other in self.parse.below(token.index, "conj"):
            if (also := self._nearest(other.index)) is not None:
                yield Arc(item.index, role, also)

    def _appositions(self) -> Iterator[Arc]:
        """What stands in apposition plays the same part: Ana Poe, the mayor, left."""
        for same in [
            a for a in self.tree if a.role == IS and self.parse.tokens[self.items[a.dep].head].role == "appos"
        ]:
            for arc in self.tree:
                if arc.dep == same.head and arc != same:
                    yield Arc(arc.head, arc.role, same.dep)

    def _clause(self, item: Element) -> int:
        for token in (self.parse.tokens[item.head], *self.parse.above(item.head)):
            if token.part in ("VERB", "AUX") and token.role not in ("aux", "auxpass", "amod"):
                own = self._anchors.get(token.index)
                if own is not None:
                    return own
        return -1

    # How firmly.

    def excluded(self, index: int) -> bool:
        """Say whether an element stands behind "not" or "rather than", as what is not so: lightning, not arson."""
        item = self.items[index]
        first = min((t for t in self.parse.subtree(item.head) if t <= item.first), default=item.first)
        before = [t.lower for t in self.parse.tokens[max(0, first - 2) : first]]
        if item.part == "v" or not before:
            return False
        own = any(t.lower == "not" for t in self.parse.tokens[first : item.first])
        return own or before[-1] == "not" or before in (["rather", "than"], ["instead", "of"])

    @cached_property
    def states(self) -> tuple[State, ...]:
        """For each element, how what it says is said."""
        return tuple(self._state(item) for item in self.items)

    def _state(self, item: Element) -> State:
        denied, levels = False, set[str]()
        carriers = [
            item.head,
            *(t for t, e in self._anchors.items() if e == item.index and not item.first <= t <= item.last),
        ]
        seen: set[int] = set()
        for carrier in carriers:
            denied ^= self._own(carrier, levels, seen, item)
        below, hop = item.head, 0
        for above in self.parse.above(item.head):
            role = self.parse.tokens[below].role
            if (role not in _FROM_WITHIN and role not in ("prep", "nsubj", "nsubjpass")) or hop > 8:
                break
            if role in ("nsubj", "nsubjpass") and not (above.lemma == "be" or above.part == "VERB"):
                break
            if role == "conj" or role == "relcl":
                if role == "relcl":
                    break
                below = above.index
                continue
            if role in ("nsubj", "nsubjpass") and self._anchors.get(above.index) == item.index:
                below = above.index
                continue
            if role in ("nsubj", "nsubjpass"):
                denied ^= self._of_predicate(above, levels, item)
                break
            denied ^= self._weakened(above, role, levels, seen)
            below, hop = above.index, hop + 1
        return State(denied, frozenset(levels))

    def _own(self, token: int, levels: set[str], seen: set[int], item: Element) -> bool:
        """Add the firmness that hangs on a word itself; return whether it is denied."""
        denied = False
        for child in self.parse.below(token):
            if child.index in seen or child.index == item.head:
                continue
            seen.add(child.index)
            if (child.lower == "longer" and any(t.lower == "no" for t in self.parse.below(child.index))) or (
                child.role == "neg"
                or (child.lower in _NEVER
                and child.role in ("advmod", "preconj", "cc", "det"))
            ) or (child.role in ("nsubj", "nsubjpass", "dobj", "attr") and self._is_none(child.index)):
                denied = True
            elif child.role in ("aux", "advmod", "amod") and (
                level := english.firmness().get(child.lemma) or english.firmness().get(child.lower)
            ):
                if level in ("denied", "disclaimed"):
                    denied = True
                else:
                    levels.add(level)
            elif child.role == "advcl" and any(
                m.lower in _CONDITIONS for m in self.parse.below(child.index, "mark")
            ):
                levels.add("conditional")
            elif child.role == "mark" and child.lower in ("if", "unless", "whether"):
                levels.add("possible")
        return denied

    def _is_none(self, token: int) -> bool:
        one = self.parse.tokens[token]
        return one.lower in _NOBODY or any(
            d.lower in ("no", "neither") for d in self.parse.below(token, "det", "preconj", "cc", "predet")
        )

    def _weakened(self, above: Token, role: str, levels: set[str], seen: set[int]) -> bool:
        """Add what a word above says of the one below: failed to, plans for; return whether it denies it."""
        level = english.firmness().get(above.lemma)
        if above.part in ("ADP",):
            return above.lower in ("without", "despite", "except") and above.lower == "without"
        own: set[str] = set()
        negated = self._own(above.index, own, seen, self.items[0])
        if level is None or role in ("conj",):
            if role in ("ccomp", "xcomp") and above.part in ("VERB", "AUX"):
                levels |= own
                if negated and role == "ccomp":
                    levels.add("possible")
                    return False
                return negated
            return False
        if role in ("advcl",):
            return False
        levels |= own
        if level == "disclaimed":
            levels.add("reported")
        if level in ("denied", "disclaimed"):
            return not negated
        levels.add(level)
        return negated

    def _of_predicate(self, above: Token, levels: set[str], item: Element) -> bool:
        """A subject is as firm as what is said of it: a ban is possible, is planned, was averted."""
        said = [above, *self.parse.below(above.index, "acomp", "attr")] if above.lemma == "be" else [above]
        passive = self.passive(above.index)
        for one in said:
            level = english.firmness().get(one.lemma) or english.firmness().get(one.lower)
            if level and (passive or one is not above):
                if level in ("denied", "disclaimed"):
                    return True
                levels.add(level)
        return False


@lru_cache(maxsize=512)
def roles(text: str) -> Roles:
    """Read the roles in a text."""
    return Roles(elements(text))
