"""Whether what is left over beside a value or a denial leaves a conflict standing.

What the other text is silent on may be left over: it may speak of the same with fewer words. Where it fills
that place with something else, or where a word sets one thing off from others (another, more, each), the two
texts may tell of two events, and nothing is said to conflict.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from scripts import english
from scripts.comparing.proofs.element_matching import Matching
from scripts.comparing.proofs.role_matching import CROSSED, SAME
from scripts.comparing.proofs.unsupported import DENIAL, FIRMNESS, LIMITED, RANK, ROLE, WORDS, Leftover
from scripts.comparing.proofs.word_proofs import SAYING
from scripts.comparing.slots.incompatible_values import clash
from scripts.comparing.slots.slot_rivals import rivals
from scripts.reading.syntax.elements import (
    DATE,
    FIGURE,
    HOUR,
    LIMIT,
    NAME,
    PRONOUN,
    SHARE,
    TITLE,
    WORD,
    Element,
)
from scripts.reading.syntax.exclusions import excluded
from scripts.reading.syntax.semantic_roles import AGENT, IS, OF, PATIENT
from scripts.reading.syntax.whole_text import Reading

# Words that set one thing off from others of its kind.
_APART = frozenset({
    "additional", "again", "another", "apiece", "as well", "average", "combined", "different", "else",
    "extra", "final", "first", "further", "last", "new", "next", "other", "previous", "remain", "remaining",
    "rest", "second", "separate", "total",
})  # fmt: skip
_COMPARED = frozenset({"JJR", "RBR", "JJS", "RBS"})
_MORE = 3  # words more that a denial may have than what it denies
_MODIFIES = frozenset({"compound", "amod", "nmod", "poss"})
_BESIDE = frozenset({"relcl", "acl", "appos", "ccomp", "parataxis", "conj", "cc", "punct", "dep"})
_BOUNDS = frozenset({"after", "before", "except", "since", "until", "without"})
_OPEN = _BOUNDS - {"after"}  # what is denied before a day may be so after it
_CORE = frozenset({AGENT, PATIENT, IS, OF})
_REASONS = frozenset({"because", "since", "as", "although", "though", "while", "despite"})


def rest_same(found: Matching, others: Sequence[Leftover]) -> bool:
    """Say whether all else is borne out, but for one describing word."""
    if any(o.kind in (FIRMNESS, DENIAL, RANK) for o in others):
        return False
    lacking = [found.ours.items[i] for i in {o.ours for o in others}]
    if any(_sets_apart(found.ours, i.index) for i in lacking):
        return False
    return len(lacking) <= 1 and all(i.kind in (WORD, TITLE) and i.part != "v" for i in lacking)


def rest_open(found: Matching, others: Sequence[Leftover]) -> bool:
    """Say whether the other text is silent on all that is left over, and no word sets it apart."""
    if any(o.kind in (FIRMNESS, DENIAL, RANK) for o in others):
        return False
    moved = {o.ours for o in others if o.kind == ROLE}
    if len(moved) > 1 or any(o.kind == ROLE and _is_moved(found, o) for o in others):
        return False
    lacking = {o.ours for o in others if o.kind == WORDS}
    if len(lacking) > len(found.matches):
        return False  # of what hardly shares a word with it nobody knows what it speaks of
    return not any(_is_told(found, one) for one in lacking)


def _is_moved(found: Matching, one: Leftover) -> bool:
    """Say whether a part that both texts have is so much another one that they tell of two things."""
    if one.how == CROSSED or one.arc is None or one.theirs is None:
        return True
    theirs = {a.role for a in found.theirs.roles.of_dep.get(one.theirs, ())}
    return one.arc.role in _CORE | _BOUNDS or bool(theirs & (_BOUNDS | {"than"}))


def _is_told(found: Matching, index: int) -> bool:
    """Say whether a word that is not borne out tells of something else than the other text."""
    item = found.ours.items[index]
    if item.part == "v" or item.kind in (DATE, HOUR, LIMIT, SHARE) or _sets_apart(found.ours, index):
        return True
    others = [r for r in rivals(found, index) if _is_other(found, item, found.theirs.items[r.theirs])]
    if item.kind == FIGURE:  # a count beside a count may be another, too: fewer ill, and fewer dead
        return any(not clash(found, item, rival) for rival in others)
    return bool(others)


def _is_other(found: Matching, mine: Element, its: Element) -> bool:
    """Say whether what stands in the place of a word is something else: not "it" or "the firm" for a name."""
    if mine.kind == NAME and its.kind != NAME:
        below = found.theirs.roles.parse.below(its.head, "det", "poss")
        return its.kind != PRONOUN and not any(t.lower in ("the", "this", "its") for t in below)
    return mine.kind == its.kind and mine.part == its.part


def _sets_apart(read: Reading, index: int) -> bool:
    item = read.items[index]
    return item.key in _APART or read.roles.parse.tokens[item.head].tag in _COMPARED


def denied_whole(found: Matching, one: Leftover, left: Sequence[Leftover]) -> bool:
    """Say whether a text denies all that the other says.

    Who denies a thing denies it with all that might be said beside it; so the side that denies may have next
    to nothing in its denial that the other lacks.
    """
    if one.theirs is None or not _is_main(found.ours, one.ours):
        return False
    if any(o.kind in (FIRMNESS, RANK, LIMITED) for o in left):
        return False
    if found.ours.states[one.ours].denied:
        lacking = {o.ours for o in left if o.kind in (WORDS, ROLE)} & set(scope(found.ours, one.ours))
        read, head = found.ours, one.ours
    else:
        answered = {k for m in found.matches.values() for k in found.theirs.alike(m.theirs)}
        lacking = set(scope(found.theirs, one.theirs)) - answered - found.theirs.roles.silent
        read, head = found.theirs, one.theirs
    if read is found.theirs:
        narrowed = len(lacking) > _MORE or any(_sets_apart(read, k) or _limits(read, k) for k in lacking)
    else:
        narrowed = len(lacking) > 1 or any(_narrows(read, k, head) for k in lacking)
    if narrowed:
        return False
    lacking = {o.ours for o in left if o.kind == WORDS}
    if any(_sets_apart(found.ours, k) or _limits(found.ours, k) for k in lacking):
        return False
    arcs = [a for a in found.ours.roles.at_head.get(one.ours, ()) if a.role in _CORE]
    same = [a for a in arcs if found.stand(a) == SAME]
    return bool(same) and all(a in same for a in arcs if a.role in (AGENT, IS))


def _limits(read: Reading, index: int) -> bool:
    """Say whether a word leaves out some: all, only; not "none", which leaves out nothing."""
    value = read.items[index].value
    none = isinstance(value, english.Quantifier) and not value.high
    return read.items[index].kind in (LIMIT, SHARE) and not none


def denied_of_one(found: Matching, one: Leftover) -> bool:
    """Say whether a denial may be of what the other says: not of it before a day, nor told there, too."""
    if one.theirs is None or _said_so_too(found, one):
        return False
    sides = ((found.ours, one.ours), (found.theirs, one.theirs))
    for read, index in sides:
        arcs = read.roles.at_head.get(index, ())
        bounds = (a for a in arcs if a.role in _OPEN and (a.role != "since" or not _is_verb(read, a.dep)))
        before = (t.lower for t in read.roles.parse.below(read.items[index].head, "prep", "advmod"))
        if read.states[index].denied and (next(bounds, None) or _OPEN & set(before)):
            return False
        item = read.items[index]
        if item.part == "n" and read.roles.parse.tokens[item.head].role in _MODIFIES:
            return False  # a bomb threat is no bomb
    denied = [read.states[index].denied or excluded(read.roles, index) for read, index in sides]
    return denied[0] != denied[1]


def _is_verb(read: Reading, index: int) -> bool:
    return read.items[index].part == "v"


def _narrows(read: Reading, index: int, head: int) -> bool:
    """Say whether a word makes less of what is denied: not every day, not again, not on Friday."""
    valued = read.items[index].kind in (DATE, HOUR, FIGURE, NAME)
    if valued or _limits(read, index) or _sets_apart(read, index):
        return True
    roles = read.roles.role(head, index)
    return read.items[index].part in ("n", "v") and not roles & _CORE


def _is_main(read: Reading, index: int) -> bool:
    """Say whether a verb is what a sentence says, or what it tells that somebody said."""
    tokens = read.roles.parse.tokens
    item, at = read.items[index], tokens[read.items[index].head]
    while at.role in ("ccomp", "conj", "xcomp"):
        at = tokens[at.head]
    if item.part != "v":  # what a main clause says of its subject: is the mayor
        return at.role in ("attr", "acomp") and tokens[at.head].role == "ROOT"
    return item.key not in SAYING and at.role == "ROOT"


def _said_so_too(found: Matching, one: Leftover) -> bool:
    """Say whether the other text has the word denied, or not denied, as this one has, in another place."""
    denied, key = found.ours.states[one.ours].denied, found.ours.items[one.ours].key
    told = (k for k in found.candidates[one.ours] if k != one.theirs and found.theirs.items[k].key == key)
    return any(found.theirs.states[k].denied == denied for k in told)


def scope(read: Reading, index: int) -> Iterator[int]:
    """Yield the elements that a predicate is said with: its parts and what describes them."""
    parse, items = read.roles.parse, read.items
    carriers = {items[index].head, *read.roles.anchors_of(index)}
    waiting, seen = list(carriers), set(carriers)
    while waiting:
        for child in parse.below(waiting.pop()):
            marks = parse.below(child.index, "mark") if child.role == "advcl" else ()
            reason = any(m.lower in _REASONS for m in marks)
            if child.index in seen or child.role in _BESIDE or reason:
                continue
            seen.add(child.index)
            waiting.append(child.index)
            own = read.roles.elements.of_token.get(child.index)
            if own is not None and own != index:
                yield own
