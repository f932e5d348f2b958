"""What a source does not bear out of a statement: words without an answer, roles, firmness."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from scripts import english
from scripts.comparing.proofs.element_matching import Matching
from scripts.comparing.proofs.exchanged_places import exchanged
from scripts.comparing.proofs.narrowed import narrowed
from scripts.comparing.proofs.remaining_parts import is_of_rest, unproved_rests
from scripts.comparing.proofs.role_matching import APART, CROSSED, LOOSE, NEAR, OF_ONE_SIDE, PLACES, SAME
from scripts.comparing.proofs.unworded import needs_no_word
from scripts.comparing.proofs.wholes_and_parts import is_whole
from scripts.reading.syntax.elements import LIMIT, NAME, PRONOUN, SHARE, TITLE, WORD, Element
from scripts.reading.syntax.exclusions import excluded
from scripts.reading.syntax.figure import Figure
from scripts.reading.syntax.firmness import State, is_infinitive
from scripts.reading.syntax.semantic_roles import AGENT, AND, CLAUSE, IS, OF, PATIENT, RECIPIENT, Arc
from scripts.reading.syntax.whole_text import Reading

WORDS, ROLE, DENIAL, FIRMNESS, LIMITED, RANK = "words", "role", "denial", "firmness", "limit", "rank"
PLACE, BOUND = "place", "bound"
_WHOLE = frozenset({"comprise", "consist", "consist of"})  # verbs that list all parts
_ALWAYS = frozenset({"always", "anywhere", "daily", "everywhere", "weekly"})
_ONLY, _TOO = frozenset({"alone", "just", "only", "solely"}), frozenset({"also", "even", "too"})
_SIDES = frozenset({AGENT, RECIPIENT, "to", "from"})  # of a deal, a match, a gift
_COMPARING = ("JJR", "RBR")
_BESIDE = 2  # from an order to its superlative: second-largest
_WEAKER = {  # a statement at the level on the left is borne out by the levels on the right
    "possible": frozenset({"possible", "future", "able"}),
    "reported": frozenset({"reported"}),
    "proposed": frozenset({"proposed"}),
    "expected": frozenset({"expected", "planned", "future"}),
    "planned": frozenset({"planned", "future"}),
    "future": frozenset({"future"}),
    "asked": frozenset({"asked"}),
    "needed": frozenset({"needed"}),
    "able": frozenset({"able", "possible"}),
    "conditional": frozenset({"conditional"}),
    "nearly": frozenset({"nearly"}),
}
_FREE = frozenset({"possible", "able", "reported"})  # a plain assertion bears these out too


@dataclass(frozen=True)
class Leftover:
    """One thing that is not borne out: its kind, our element, the other text's if there is one."""

    kind: str
    ours: int
    theirs: int | None = None
    arc: Arc | None = None
    how: str = ""


def _lessened(found: Matching, ours: int, theirs: int) -> bool:
    """Say whether the other text weakens the thing: a former, deputy or acting one."""
    return _takes_back(found.theirs, theirs) - _takes_back(found.ours, ours) != set()


def _takes_back(read: Reading, index: int) -> set[str]:
    item, parse = read.items[index], read.roles.parse
    beside = {
        t.lower for k in range(item.first, item.last + 1) for t in parse.below(k, "amod", "compound", "nmod")
    }
    inside = {t.lower for t in parse.tokens[item.first : item.last + 1]}
    return {w for w in beside | inside if english.titles().get(w) == "deputy" or w in english.privative()}


def leftovers(found: Matching) -> Iterator[Leftover]:
    """Yield everything that is not borne out."""
    for item in found.laid:
        if (
            item.index not in found.matches
            and item.index not in found.compared
            and not needs_no_word(found, item.index)
            and item.index not in found.ours.roles.silent
        ):
            yield Leftover(WORDS, item.index)
    yield from (Leftover(WORDS, index) for index in unproved_rests(found))
    yield from _parts(found)
    yield from _reordered(found)
    yield from (Leftover(PLACE, one.ours, other.theirs) for one, other in exchanged(found))
    for index, match in found.matches.items():
        yield from _sense(found, index, match.theirs)


def _reordered(found: Matching) -> Iterator[Leftover]:
    """Yield the first element out of order where no verb is found that tells who does what.

    The parser takes a verb for a noun now and then (bit); there the order of the words is all there is.
    """
    told = any(t.lemma == "be" for t in found.ours.roles.parse.tokens)  # who is what: Ana Poe is the judge
    if told or any(item.part == "v" and item.kind == WORD for item in found.laid):
        return
    if any(t.lemma == "be" and t.role in ("ROOT", "ccomp", "conj") for t in found.ours.roles.parse.tokens):
        return
    last = -1
    for match in found.matches.values():
        if match.theirs < last and found.theirs.items[match.theirs].kind != PRONOUN:
            yield Leftover(ROLE, match.ours, match.theirs)
            return
        last = max(last, match.theirs)


def _sense(found: Matching, ours: int, theirs: int) -> Iterator[Leftover]:
    """Yield in what sense an element is told otherwise: as a whole, a rank, a former one, less firmly."""
    mine, its = found.ours.items[ours], found.theirs.items[theirs]
    reckoned = ours in found.reckoned or ours in found.compared
    if not reckoned and is_whole(found.theirs, its) and not is_whole(found.ours, mine):
        yield Leftover(ROLE, ours, theirs)
    if _order(found.theirs, its) not in (None, _order(found.ours, mine)):
        yield Leftover(RANK, ours, theirs)
    elif narrowed(found, ours, theirs):
        yield Leftover(BOUND, ours, theirs)  # the largest mill in Lund, the largest mill
    if mine.kind in (WORD, TITLE) and _lessened(found, ours, theirs):
        yield Leftover(FIRMNESS, ours, theirs)
    yield from _state(found, ours, theirs)
    if mine.kind == SHARE or mine.key in _ALWAYS:
        yield from _excepted(found, ours, theirs)
    if _ONLY & _words_at(found.theirs, its) and _TOO & _words_at(found.ours, mine):
        yield Leftover(LIMITED, ours, theirs)  # only the mayor; even the mayor
    if mine.key in _WHOLE and its.key in _WHOLE:
        yield from _incomplete(found, ours, theirs)


def _words_at(read: Reading, item: Element) -> set[str]:
    """Return the small words that stand at an element."""
    return {t.lower for t in read.roles.parse.below(item.head)}


def _incomplete(found: Matching, ours: int, theirs: int) -> Iterator[Leftover]:
    """Yield the first part of a whole that a list of its parts lacks."""
    answered = {k for m in found.matches.values() for k in found.theirs.alike(m.theirs)}
    listed = {a.dep for a in found.theirs.roles.at_head.get(theirs, ()) if a.role in (OF, PATIENT, "pobj")}
    if missing := listed - answered:
        yield Leftover(LIMITED, ours, min(missing))


def _parts(found: Matching) -> Iterator[Leftover]:
    """Yield the parts that elements play in the statement, and not in the source."""
    for arc in (arc for item in found.laid for arc in found.ours.roles.tree_of_dep.get(item.index, ())):
        if arc.head in found.matches and arc.dep in found.matches:
            how = found.stand(arc)
            made_by = arc.role == "by" and found.ours.items[arc.dep].kind == NAME
            strict = arc.role not in LOOSE or made_by or _of_another(found, arc) or _elsewhere(found, arc)
            either = arc.role == AND and _is_either(found, arc)
            if either or how in (APART, CROSSED) or (how == NEAR and strict):
                yield Leftover(ROLE, arc.dep, found.matches[arc.dep].theirs, arc, how)


def _is_either(found: Matching, arc: Arc) -> bool:
    """Say whether the other text leaves open which of two joined things it is: one or the other."""
    sides = (found.ours, arc.head), (found.theirs, found.matches[arc.head].theirs)
    joins = [{t.lower for t in r.roles.parse.below(r.items[k].head, "cc")} for r, k in sides]
    return "or" in joins[1] and "or" not in joins[0]


def _of_another(found: Matching, arc: Arc) -> bool:
    """Say whether a place is told of another thing that the same word names: of the mill in Orne."""
    place, head = found.matches[arc.dep].theirs, found.matches[arc.head].theirs
    others = {a.head for a in found.theirs.roles.of_dep.get(place, ()) if a.role in PLACES}
    return bool(others & set(found.candidates[arc.head]) - set(found.theirs.alike(head)))


def _elsewhere(found: Matching, arc: Arc) -> bool:
    """Say whether a place is told on another side: outside the town, in the town."""
    place = found.matches[arc.dep].theirs
    roles = {a.role for k in found.theirs.alike(place) for a in found.theirs.roles.of_dep.get(k, ())}
    return arc.role not in roles and bool(OF_ONE_SIDE & {arc.role, *(roles & (PLACES | OF_ONE_SIDE))})


def _order(read: Reading, item: Element) -> float | None:
    """Return the place in an order that a superlative is told with: second-largest."""
    before = read.items[item.index - 1] if item.index else None
    is_superlative = item.kind == WORD and read.roles.parse.tokens[item.head].tag in ("JJS", "RBS")
    if not is_superlative or before is None or not isinstance(before.value, Figure):
        return None
    beside = before.value.dimension == "order" and item.first - before.last <= _BESIDE
    return before.value.low if beside else None


def _state(found: Matching, ours: int, theirs: int) -> Iterator[Leftover]:
    if excluded(found.ours.roles, ours) != excluded(found.theirs.roles, theirs):
        yield Leftover(DENIAL, ours, theirs)
        return
    mine, its = found.ours.states[ours], found.theirs.states[theirs]
    if found.matches[ours].proof.turned and not _has_two_sides(found, ours):
        yield Leftover(ROLE, ours, theirs)  # contact was lost, contact was won
    if ours in found.ours.roles.silent or not _says(found, ours):
        if _has_no(found.ours, ours) != _has_no(found.theirs, theirs):
            yield Leftover(LIMITED, ours, theirs)  # on no door, on every door
        return
    if mine.denied != its.denied and not is_of_rest(found, ours):
        yield Leftover(DENIAL, ours, theirs)
    if its.unsettled and not mine.unsettled and not is_infinitive(found.ours.roles, ours):
        yield Leftover(FIRMNESS, ours, theirs)  # was tempted to flee, fled
    elif not borne_out(mine, its) or (its.doubted and not mine.said):
        yield Leftover(FIRMNESS, ours, theirs)


def _has_no(read: Reading, index: int) -> bool:
    """Say whether a noun behind a preposition, or a word that compares, has a "no": on no door, no sooner."""
    token = read.roles.parse.tokens[read.items[index].head]
    compares = token.tag in _COMPARING and read.items[index].kind == WORD
    can_have = token.role == "pobj" or compares
    return can_have and any(t.lower == "no" for t in read.roles.parse.below(token.index, "det", "neg"))


def _has_two_sides(found: Matching, verb: int) -> bool:
    """Say whether it is told who takes part, so that a converse can be told from its contrary: won, beat."""
    arcs = found.ours.roles.at_head.get(verb, ())
    told = found.ours.roles.tree
    sides = (a for a in arcs if a.role in _SIDES and a.dep in found.matches)
    return any(a in told or found.stand(a) == SAME for a in sides)  # has yet to win, to lose a game


def _says(found: Matching, ours: int) -> bool:
    """Say whether an element asserts something: a verb, a predicate, the root of a statement."""
    item, roles = found.ours.items[ours], found.ours.roles
    tokens = roles.parse.tokens
    if any(tokens[t].lemma == "be" for t in roles.anchors_of(ours)):
        return True  # ten may be under the rubble
    if item.kind != WORD:
        return False
    if item.part == "v":
        return True
    arcs = found.ours.roles.at_head.get(ours, ())
    if any(a.role == IS for a in arcs):
        return True
    return all(a.role == CLAUSE for a in found.ours.roles.of_dep.get(ours, ()))


def borne_out(mine: State, its: State) -> bool:
    """Say whether one level of firmness bears out another."""
    if mine.levels == {"possible"} and its.levels <= {"possible", "future", "able"}:
        return True
    for level in its.levels:
        if not any(level in _WEAKER[own] for own in mine.levels):
            return False
    return all(own in _FREE or any(level in _WEAKER[own] for level in its.levels) for own in mine.levels)


def _excepted(found: Matching, ours: int, theirs: int) -> Iterator[Leftover]:
    """ "All" and "every" are not borne out by a clause with an exception that they have not."""
    if _exception(found.ours, ours) is None and (but := _exception(found.theirs, theirs)) is not None:
        yield Leftover(LIMITED, ours, but)


def _exception(read: Reading, index: int) -> int | None:
    """Return what the sentence of an element excepts, if anything."""
    place = read.roles.sentence(index)
    limits = (i.index for i in read.items if i.kind == LIMIT and i.key == "except")
    excepted = (arc.dep for arc in read.roles.arcs if arc.role in ("except", "but"))
    return next((k for k in (*limits, *excepted) if read.roles.sentence(k) == place), None)
