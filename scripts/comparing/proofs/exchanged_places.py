"""Two words of one kind that have exchanged their places in a text, while all other words kept theirs.

Fares will go up by 4 per cent in January and by 2 in July; by 2 in January and by 4 in July. The ties of a
parser do not tell the two apart: both figures are an amount of the rise, both months are its time.
"""

from __future__ import annotations

from collections.abc import Iterator

from scripts.comparing.proofs.element_matching import Match, Matching
from scripts.comparing.proofs.role_matching import SAME
from scripts.reading.syntax.elements import PRONOUN
from scripts.reading.syntax.whole_text import Reading, joined

_LISTING = frozenset({"CCONJ", "DET", "PUNCT"})
_BOTH, _STAY = 2, 2  # words that move, and at least so many that do not


def exchanged(found: Matching) -> Iterator[tuple[Match, Match]]:
    """Yield the matches of two words that stand in each other's place, where grammar does not explain it."""
    for place in sorted({found.ours.roles.sentence(k) for k in found.matches}):
        both = _out_of_place(_in_order(found, place))
        if both is None or not _are_of_one_kind(found, *both) or _are_listed(found, *both):
            continue
        if not all(_has_own_part(found, one, other) for one, other in (both, both[::-1])):
            yield both


def _in_order(found: Matching, place: int) -> list[Match]:
    """Return the matches of a sentence, as it has them; what a pronoun stands for may stand anywhere."""
    items, sentence = found.ours.items, found.ours.roles.sentence
    of = (m for m in found.matches.values() if sentence(m.ours) == place and items[m.ours].kind != PRONOUN)
    return sorted(of, key=lambda match: match.ours)


def _out_of_place(matches: list[Match]) -> tuple[Match, Match] | None:
    """Return the two matches whose exchange would put all into the order of the other text."""
    ordered = sorted(matches, key=lambda match: match.theirs)
    moved = [k for k, (one, other) in enumerate(zip(matches, ordered, strict=True)) if one != other]
    if len(moved) != _BOTH or len(matches) < _BOTH + _STAY:
        return None
    return matches[moved[0]], matches[moved[1]]


def _are_of_one_kind(found: Matching, one: Match, other: Match) -> bool:
    mine, its = found.ours.items[one.ours], found.ours.items[other.ours]
    in_one = found.theirs.roles.sentence(one.theirs) == found.theirs.roles.sentence(other.theirs)
    return in_one and (mine.kind, mine.part) == (its.kind, its.part) and mine.part != "v"


def _are_listed(found: Matching, one: Match, other: Match) -> bool:
    """Say whether both are items of one list, in which the order tells nothing."""
    if _is_list(found.ours, one.ours, other.ours) and _is_list(found.theirs, one.theirs, other.theirs):
        return True
    return other.ours in joined(found.ours, one.ours) and other.theirs in joined(found.theirs, one.theirs)


def _is_list(read: Reading, one: int, other: int) -> bool:
    """Say whether nothing stands between two elements but others of their kind, commas and an "and"."""
    first, last = sorted((one, other))
    own = {t for k in range(first + 1, last) for t in range(read.items[k].first, read.items[k].last + 1)}
    of_kind = all(read.items[k].kind == read.items[one].kind for k in range(first + 1, last))
    between = range(read.items[first].last + 1, read.items[last].first)
    return of_kind and all(t in own or read.roles.parse.tokens[t].part in _LISTING for t in between)


def _has_own_part(found: Matching, one: Match, other: Match) -> bool:
    """Say whether a word has in the other text the part that it has in ours, and the other has not."""
    for arc in found.ours.roles.tree_of_dep.get(one.ours, ()):
        head = found.matches.get(arc.head)
        if head is None:
            continue
        if head.proof.turned:
            return found.stand(arc) == SAME
        own = found.theirs.roles.role(head.theirs, one.theirs)
        if own and not own & found.theirs.roles.role(head.theirs, other.theirs):
            return True
    return False
