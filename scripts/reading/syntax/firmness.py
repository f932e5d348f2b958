"""How firmly each thing is said: denied or not, and the levels that lessen it (possible, proposed, reported).

What a word says of what hangs on it is data: `firmness.csv`. A denial of a denial says the thing.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from scripts import english
from scripts.english import lexicon
from scripts.reading.syntax.disputed_reports import doubted
from scripts.reading.syntax.elements import Element
from scripts.reading.syntax.exclusions import is_set_aside, left_edge
from scripts.reading.syntax.governing_words import (
    UNSETTLED,
    is_about,
    is_relative,
    is_statement,
    is_what,
    level_of,
    said_of,
)
from scripts.reading.syntax.parser import Token
from scripts.reading.syntax.semantic_roles import Roles

_NOBODY = frozenset(["nobody", "none", "nothing", "no-one", "neither"])
_NEVER = frozenset(["never", "not", "n't", "nor", "neither", "no", "hardly", "scarcely", "barely", "nowhere"])
_DENYING = frozenset({"denied", "disclaimed"})
_CONDITIONS = frozenset(["if", "unless", "provided"])
_TIMES = frozenset(["after", "before", "during", "since", "until"])
_WOULD = frozenset({"could", "should", "would"})
_INVERTED = frozenset({"had", "should", "were"})
_MOMENTS = frozenset({"when", "while"})
_SUBJECT = ("nsubj", "nsubjpass")
_PASSED_UP = frozenset({
    "ccomp", "xcomp", "csubj", "dobj", "pcomp", "acl", "advcl", "pobj", "attr", "acomp", "conj", "oprd",
    "prep", *_SUBJECT,
})  # fmt: skip
_OF_WHAT = frozenset({"acl", "acomp", "attr", "ccomp", "xcomp"})  # what there is proof of, or is a fact
_LITTLE = frozenset({"insufficient", "little", "scant"})
_GROUNDS = frozenset(["for", "after", "over", "at", "on", "by", "during", "since"])
_FAR = 8  # words above one that are asked


@dataclass(frozen=True)
class State:
    """How something is said: denied or not, and the levels of firmness that lessen it.

    `said`: it is told as what somebody said; `doubted`: that is disputed, or replaced by a later report;
    `unsettled`: it hangs on a word that does not tell whether it holds (free to, the idea that).
    """

    denied: bool = False
    levels: frozenset[str] = frozenset()
    said: bool = False
    doubted: bool = False
    unsettled: bool = False


def is_past(read: Roles, index: int) -> bool:
    """Say whether a verb tells of what is past: a past tense, or a perfect."""
    parse = read.parse
    for place in (read.items[index].head, *read.anchors_of(index)):
        token = parse.tokens[place]
        if token.tag == "VBD":
            return True
        if token.tag == "VBN" and any(
            (t.role == "aux" and t.lemma == "have") or (t.role == "auxpass" and t.tag == "VBD")
            for t in parse.below(place)
        ):
            return True
    return False


def is_infinitive(read: Roles, index: int) -> bool:
    """Say whether a verb is one of a motion to leave, voted to leave: what is done stands above it."""
    return any(t.tag == "TO" for t in read.parse.below(read.items[index].head, "aux"))


def states(read: Roles) -> tuple[State, ...]:
    """Return for each element how what it says is said."""
    return tuple(_Saying(read, item).state() for item in read.items)


@dataclass
class _Saying:
    """What is gathered on the way from one element up to the top of its sentence."""

    read: Roles
    item: Element
    denied: bool = False
    said: bool = False
    doubted: bool = False
    unsettled: bool = False
    levels: set[str] = field(default_factory=set)
    seen: set[int] = field(default_factory=set)

    def state(self) -> State:
        carriers = [self.item.head, *self.read.anchors_of(self.item.index)]
        for carrier in carriers:
            self.denied ^= self._at(carrier, self.levels)
        if self.item.part == "v" and is_set_aside(self.read, left_edge(self.read, self.item.head)):
            self.denied = True  # abstained rather than vote against it
        if self._was_open() or self._is_inverted():
            self.levels.add("conditional")
        before = self.read.parse.tokens[max(0, self.item.first - 2) : self.item.first]
        if self.item.part == "v" and [t.lower for t in before] == ["all", "but"]:
            self.levels.add("nearly")  # all but resigned
        self._climb()
        if not self.denied and self._is_one_of_several():
            self.levels.add("possible")
        return State(self.denied, frozenset(self.levels), self.said, self.doubted, self.unsettled)

    def _was_open(self) -> bool:
        """Say whether a verb tells of what would have been: could have been signed."""
        parse = self.read.parse
        aux = {t.lower for k in self.read.anchors_of(self.item.index) for t in parse.below(k, "aux")}
        aux |= {t.lower for t in parse.below(self.item.head, "aux")}
        return bool(aux & _WOULD) and "have" in aux

    def _is_inverted(self) -> bool:
        """Say whether a verb before its subject makes a condition: had the bridge collapsed, ..."""
        below, verb = self.read.parse.below, self.item.head
        if self.read.parse.tokens[verb].role != "advcl" or any(below(verb, "mark")):
            return False
        first = [t.index for t in below(verb, "aux", "auxpass") if t.lower in _INVERTED]
        return any(k < t.index for k in first for t in below(verb, *_SUBJECT))

    def _is_one_of_several(self) -> bool:
        """Say whether an "or" leaves the choice between a verb and another: fined or turned back."""
        parse = self.read.parse
        first = parse.tokens[self.item.head]
        for _ in range(_FAR):  # a list may be as long as a text
            first = parse.tokens[first.head] if first.role == "conj" else first
        joined = [first, *parse.below(first.index, "conj")]
        if self.item.part != "v" or len(joined) == 1:
            return False
        return any(c.lower == "or" for one in joined for c in parse.below(one.index, "cc"))

    def _climb(self) -> None:
        parse, below = self.read.parse, self.item.head
        for above, _ in zip(parse.above(self.item.head), range(_FAR), strict=False):
            role = self._role(parse.tokens[below])
            own_copula = self.read.anchor(above.index) == self.item.index
            if role == "prep" and parse.tokens[below].lower in _TIMES:
                return  # freed after it ran aground
            participle = parse.tokens[below].tag in ("VBG", "VBN") and not any(parse.below(below, "mark"))
            if role == "acl" and participle:
                return  # denies that the firm owned by her is at fault
            if role == "advcl" and any(t.lower in _MOMENTS for t in parse.below(below, "advmod", "mark")):
                return  # hoped to reach port when the mast broke
            if role not in _PASSED_UP or (role in _SUBJECT and above.lemma != "be" and above.part != "VERB"):
                return
            if role in _SUBJECT and not own_copula:
                self._of_predicate(above)
                return
            if role != "conj" and not (role in _SUBJECT and own_copula):
                self._under(above, parse.tokens[below])
            if role == "conj" and any(t.lower == "nor" for t in parse.below(above.index, "cc")):
                self.denied = True
            below = above.index

    def _role(self, token: Token) -> str:
        """Return the role of a word; a clause with "that" that tells what a noun is about is no relative."""
        marks = self.read.parse.below(token.index) if token.role == "relcl" else ()
        return "acl" if any(t.lower == "that" and t.tag == "IN" for t in marks) else token.role

    def _at(self, token: int, levels: set[str]) -> bool:
        """Add the firmness of the words that hang on one; return whether they deny it."""
        denied = False
        for child in self.read.parse.below(token):
            own = self.item.first <= child.index <= self.item.last  # no more than 90 denies nothing
            if own or child.index in self.seen:
                continue
            self.seen.add(child.index)
            level = level_of(child) if child.role in ("aux", "advmod", "amod") else self._within(child)
            if level in _DENYING and child.role == "amod" and not is_statement(self.read.parse.tokens[token]):
                level = None  # a false alarm was given
            if self._denies(child) or level in _DENYING:
                denied = True
            elif level:
                levels.add(level)
            elif child.role == "parataxis" and child.part == "VERB":
                self._said_under(child)
                denied = denied or level_of(child) == "denied"  # they took nothing, they denied
            elif self._is_condition(child):
                levels.add("conditional")
            elif child.role == "mark" and child.lower in ("if", "unless", "whether"):
                levels.add("possible")
        return denied

    def _within(self, child: Token) -> str | None:
        """Return the level of what only a plan or a story tells: under the plan, in the novel."""
        things = self.read.parse.below(child.index, "pobj") if child.role == "prep" else ()
        levels = (english.firmness().get(f"{child.lower} {t.lemma}") for t in things)
        return next((level for level in levels if level), None)

    def _denies(self, child: Token) -> bool:
        below = self.read.parse.below
        if child.role == "neg" or (
            child.lower in _NEVER and child.role in ("advmod", "preconj", "cc", "det")
        ):
            return True
        if child.lower == "less" and child.role == "advmod":  # less costly, but not: smoked less
            return self.read.parse.tokens[child.head].part == "ADJ"
        if child.lower in ("longer", "more") and child.role == "advmod":  # was no more a thief than
            return any(t.lower == "no" for t in below(child.index))
        if child.role == "prep":  # it went to none of the farmers
            return any(
                t.lower in _NOBODY and not (t.lower == "nothing" and self._is_free(child))
                for t in below(child.index, "pobj")
            )
        if child.role not in (*_SUBJECT, "dobj", "attr"):
            return False
        nobody = child.lower in _NOBODY or any(
            d.lower in ("no", "neither") for d in below(child.index, "det", "preconj", "cc", "predet")
        )
        return nobody or (child.lower == "one" and any(d.lower == "not" for d in below(child.index)))

    def _is_free(self, child: Token) -> bool:
        """Say whether a "for nothing" tells that a thing costs nothing: handed out for nothing."""
        verb = self.read.parse.tokens[child.head].lemma
        return child.lower == "for" and not lexicon.senses(f"{verb} for", "v")

    def _is_condition(self, child: Token) -> bool:
        if self.read.parse.tokens[left_edge(self.read, child.index)].lower == "pending":
            return True
        marks = self.read.parse.below(child.index, "mark") if child.role == "advcl" else ()
        return any(m.lower in _CONDITIONS for m in marks)

    def _under(self, above: Token, under: Token) -> None:
        """Add what a word says of what hangs on it: failed to, plans for, a report that."""
        role = under.role
        if above.part == "ADP":
            self.denied ^= above.lower == "without"
            return
        if role == "ccomp" and above.part == "VERB":
            self._said_under(above)
        own: set[str] = set()
        negated = self._at(above.index, own)
        level = said_of(self.read, above, under)
        if level in _DENYING and role == "prep" and under.lower in _GROUNDS:
            return  # dismissed for blocking the gate: they did block it
        if level in _DENYING and is_relative(self.read, above, under):
            level = None
        if level is None:
            if above.lemma == "be" and role == "xcomp" and under.tag.startswith("VB"):
                self.levels.add("future")  # is to open
            self._under_plain(above, "acl" if is_about(self.read, under) else role, own, negated)
        elif level == UNSETTLED:
            self.unsettled = True
            self._under_plain(above, role, own, negated)
        elif role != "advcl" or is_what(self.read, above, under):
            self.levels |= own | ({"reported"} if level == "disclaimed" else set())
            if level in _DENYING:
                self.denied ^= not negated
            else:
                self.levels.add(level)
                self.denied ^= negated

    def _said_under(self, verb: Token) -> None:
        self.said = True
        self.doubted = self.doubted or doubted(self.read.parse, verb)

    def _under_plain(self, above: Token, role: str, own: set[str], negated: bool) -> None:
        """Add what a word that lessens nothing says: could have said, did not come to see, no proof."""
        if role not in ("ccomp", "xcomp") or above.part not in ("VERB", "AUX"):
            lacking = negated or any(t.lower in _LITTLE for t in self.read.parse.below(above.index, "amod"))
            self.unsettled |= lacking and role in _OF_WHAT and self.item.part in ("v", "a")
            return
        if above.lemma in ("have", "remain") and any(
            t.lower == "yet" for t in self.read.parse.below(above.index)
        ):
            self.denied ^= True  # has yet to sign it
            return
        self.levels |= own
        if negated and role == "ccomp":  # did not say that it was so
            self.levels.add("possible")
        else:
            self.denied ^= negated

    def _of_predicate(self, above: Token) -> None:
        """Add what is said of a subject: a ban is possible, is planned, was averted."""
        parse = self.read.parse
        said = [above, *parse.below(above.index, "acomp", "attr")] if above.lemma == "be" else [above]
        for one in said:
            level = level_of(one) if self.read.passive(above.index) or one is not above else None
            if level in _DENYING:
                self.denied ^= True
                return
            if level:
                self.levels.add(level)
