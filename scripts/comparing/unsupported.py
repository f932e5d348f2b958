"""What a statement says that a source does not bear out: words without an answer, roles, firmness."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from scripts import english
from scripts.comparing.element_matching import Matching
from scripts.comparing.reckoned_figures import PRIOR
from scripts.comparing.remaining_parts import is_of_rest, unproved_rests
from scripts.comparing.role_matching import APART, CROSSED, LOOSE, NEAR
from scripts.comparing.word_proofs import SAYING
from scripts.reading.syntax.elements import PRONOUN, SHARE, TITLE, WORD
from scripts.reading.syntax.firmness import State, excluded
from scripts.reading.syntax.semantic_roles import AGENT, CLAUSE, HOW, IS, OF, PATIENT, Arc
from scripts.reading.syntax.whole_text import Reading

WORDS, ROLE, DENIAL, FIRMNESS, LIMITED = "words", "role", "denial", "firmness", "limit"
_WEAKER = {  # what is said at the level on the left is borne out at those on the right
    "possible": frozenset({"possible", "future", "able"}),
    "reported": frozenset({"reported"}),
    "planned": frozenset({"planned", "future"}),
    "future": frozenset({"future"}),
    "asked": frozenset({"asked"}),
    "needed": frozenset({"needed"}),
    "able": frozenset({"able", "possible"}),
    "conditional": frozenset({"conditional"}),
}
_IN_CLAUSE = frozenset({"denied", "disclaimed", "reported", "possible", "needed", "able"})
_FREE = frozenset({"possible", "able", "reported"})  # what is done or said flatly bears these out, too


_EARLIER = frozenset({"previous", "prior", "earlier", "before", "previously", "then"})
_STANDING = frozenset({
    "stand", "stand at", "be at", "amount to", "total", "number", "come to", "cost", "have", "lie at",
})  # fmt: skip
_REASONS = frozenset({"reason", "cause", "ground"})
_HAVING = frozenset({"have", "hold", "own", "possess"})


@dataclass(frozen=True)
class Leftover:
    """One thing that is not borne out: its kind, our element, and the other's element where there is one."""

    kind: str
    ours: int
    theirs: int | None = None
    arc: Arc | None = None
    how: str = ""


def _lessened(found: Matching, ours: int, theirs: int) -> bool:
    """Say whether the other text takes the thing back: a former, deputy or acting one."""
    return _takes_back(found.theirs, theirs) - _takes_back(found.ours, ours) != set()


def _takes_back(read: Reading, index: int) -> set[str]:
    item, parse = read.items[index], read.roles.parse
    beside = {
        t.lower for k in range(item.first, item.last + 1) for t in parse.below(k, "amod", "compound", "nmod")
    }
    inside = {t.lower for t in parse.tokens[item.first : item.last + 1]}
    return {w for w in beside | inside if english.titles().get(w) == "deputy"}


def leftovers(found: Matching) -> Iterator[Leftover]:
    """Yield all that is not borne out."""
    for item in found.ours.items:
        if (
            item.index not in found.matches
            and item.index not in found.compared
            and not _carried(found, item.index)
            and item.index not in found.ours.roles.silent
        ):
            yield Leftover(WORDS, item.index)
    yield from (Leftover(WORDS, index) for index in unproved_rests(found))
    for arc in found.ours.roles.tree:
        if arc.head in found.matches and arc.dep in found.matches:
            how = found.stand(arc)
            if how in (APART, CROSSED) or (how == NEAR and arc.role not in LOOSE):
                yield Leftover(ROLE, arc.dep, found.matches[arc.dep].theirs, arc, how)
    for index, match in found.matches.items():
        if found.ours.items[index].kind in (WORD, TITLE) and _lessened(found, index, match.theirs):
            yield Leftover(FIRMNESS, index, match.theirs)
        yield from _state(found, index, match.theirs)
        if found.ours.items[index].kind == SHARE:
            yield from _excepted(found, index, match.theirs)


def _carried(found: Matching, index: int) -> bool:
    """Say whether a word is borne out without a word of its own.

    "Failed to" stands in how the clause below is said there, "X said" in "according to X", "has" in "X's".
    """
    item = found.ours.items[index]
    if item.key in SAYING or (item.key in english.accounts() and item.part == "n"):
        return _told(found, index)
    if item.key in _HAVING and item.part == "v" and _had(found, index):
        return True
    if item.kind == PRONOUN:
        return item.key == "it" and len(found.ours.alike(index)) == 1  # it took an hour: stands for nothing
    if item.key in _REASONS and any(a.role == "because" for a in found.theirs.roles.arcs):
        return _gives_reason(found)
    if _is_before(found, index):
        return True
    if item.key in english.placing():
        return found.ours.roles.clauses[index] in found.matches
    return _lessens(found, index)


def _gives_reason(found: Matching) -> bool:
    """Say whether what ours has is told in theirs with a "because" between: the reason, because of fog."""
    answers = {match.theirs for match in found.matches.values()}
    because = [a for a in found.theirs.roles.arcs if a.role == "because"]
    return any(a.dep in answers and a.head in answers for a in because)


def _is_before(found: Matching, index: int) -> bool:
    """Say whether a word only says that a figure is what was before: had stood at 13, the previous."""
    if not any(one.how == PRIOR for one in found.reckoned.values()):
        return False
    item = found.ours.items[index]
    ours = found.ours.roles.at_head
    below = {arc.dep for arc in ours.get(index, ())}
    below |= {arc.dep for one in below for arc in ours.get(one, ())}
    return item.key in _EARLIER or (item.key in _STANDING and not below.isdisjoint(found.reckoned))


def _told(found: Matching, index: int) -> bool:
    """Say whether who says it in ours says it in theirs by another word: according to her, by her account."""
    ours = found.ours.roles
    roles = {AGENT} if found.ours.items[index].part == "v" else {OF}
    spoken = [a.dep for a in ours.at_head.get(index, ()) if a.role in roles and a.dep in found.matches]
    arcs = [
        arc
        for dep in spoken
        for mention in found.theirs.alike(found.matches[dep].theirs)
        for arc in found.theirs.roles.of_dep.get(mention, ())
    ]
    by_noun = roles == {OF} and any(
        a.role == AGENT and found.theirs.items[a.head].key in SAYING for a in arcs
    )
    return by_noun or any(a.role == "according" for a in arcs)


def _had(found: Matching, index: int) -> bool:
    """Say whether what somebody has is told as theirs: the firm's 12 mills, a firm with 12 mills."""
    arcs = found.ours.roles.at_head.get(index, ())
    who = [found.matches[a.dep].theirs for a in arcs if a.role == AGENT and a.dep in found.matches]
    what = [found.matches[a.dep].theirs for a in arcs if a.role == PATIENT and a.dep in found.matches]
    role, alike = found.theirs.roles.role, found.theirs.alike
    return bool(who and what) and all(
        any(OF in role(thing, one) or "with" in role(one, thing) for owner in who for one in alike(owner))
        for thing in what
    )


def _lessens(found: Matching, index: int) -> bool:
    item, ours = found.ours.items[index], found.ours.roles
    if english.firmness().get(item.key) not in _IN_CLAUSE:
        return False
    # Only what it lessens shows how firmly it is said: its clause, its subject, the verb it stands beside.
    below = [a.dep for a in ours.at_head.get(index, ()) if a.role in (CLAUSE, IS)]
    beside = [a.head for a in ours.of_dep.get(index, ()) if a.role == HOW]
    return any(other in found.matches for other in (*below, *beside))


def _state(found: Matching, ours: int, theirs: int) -> Iterator[Leftover]:
    if excluded(found.ours.roles, ours) != excluded(found.theirs.roles, theirs):
        yield Leftover(DENIAL, ours, theirs)
        return
    mine, its = found.ours.states[ours], found.theirs.states[theirs]
    if ours in found.ours.roles.silent or not _says(found, ours):
        return
    if mine.denied != its.denied and not is_of_rest(found, ours):
        yield Leftover(DENIAL, ours, theirs)
    if not borne_out(mine, its):
        yield Leftover(FIRMNESS, ours, theirs)


def _says(found: Matching, ours: int) -> bool:
    """Say whether an element says something: a verb, what is said of a subject, the top of a statement."""
    item = found.ours.items[ours]
    if item.kind != WORD:
        return False
    if item.part == "v":
        return True
    arcs = found.ours.roles.at_head.get(ours, ())
    if any(a.role == IS for a in arcs):
        return True
    return all(a.role == CLAUSE for a in found.ours.roles.of_dep.get(ours, ()))


def borne_out(mine: State, its: State) -> bool:
    """Say whether what is said at one level of firmness bears out what is said at another."""
    if "possible" in mine.levels and its.levels <= {"possible", "future", "able"}:
        return True
    for level in its.levels:
        if not any(level in _WEAKER[own] for own in mine.levels):
            return False
    return all(own in _FREE or any(level in _WEAKER[own] for level in its.levels) for own in mine.levels)


def _excepted(found: Matching, ours: int, theirs: int) -> Iterator[Leftover]:
    """All and every are not borne out by a clause that makes an exception."""
    place = found.theirs.roles.sentence(theirs)
    for arc in found.theirs.roles.arcs:
        if arc.role in ("except", "but") and found.theirs.roles.sentence(arc.dep) == place:
            yield Leftover(LIMITED, ours, arc.dep)
            return
