"""Offices and roles that changed while the person stayed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from scripts import english
from scripts.comparing.differences.difference import CONFLICTS, DIFFERS, ClaimPair, Difference
from scripts.comparing.differences.word_diff import Hunk, abbreviates
from scripts.reading.details.office_holders import OfficeHolder
from scripts.reading.details.person_names import SAME, relation
from scripts.reading.details.titles_beside_names import roles
from scripts.reading.words import Word

_TELLING = frozenset({"said", "says", "told", "added", "announced", "confirmed"})


def differences(pair: ClaimPair) -> Iterator[Difference]:
    """Yield offices that changed; in loosely alike claims only those of one named person."""
    ours, theirs = roles(pair.left_words), roles(pair.right_words)
    for hunk in pair.hunks:
        if not hunk.both or not _content(hunk.left) or not _content(hunk.right):
            continue  # "of" in place of a comma changes no office
        names = _named(hunk.left, ours), _named(hunk.right, theirs)
        if (any(names) and not _titled(hunk)) or _speakers(pair, hunk) or _joins(hunk):
            continue
        if _within(hunk.left, ours) and _within(hunk.right, theirs):
            yield from _changed(pair, hunk)
    if not pair.near:
        yield from _of_one_person(pair)


def _within(changed: Sequence[Word], found: frozenset[int]) -> bool:
    """Say whether all changed words are part of an office or a role."""
    content = [w for w in changed if w.lower not in english.stopwords() or w.start in found]
    return bool(content) and all(w.start in found for w in content)


def _content(found: Sequence[Word]) -> list[Word]:
    return [w for w in found if w.lower not in english.stopwords()]


def _named(changed: Sequence[Word], found: frozenset[int]) -> bool:
    """Say whether one claim has a name, not an office, in that place."""
    return all(w.is_capital and w.start not in found for w in _content(changed))


def _joins(hunk: Hunk) -> bool:
    """Say whether one side begins with "and": then another person follows, not another office."""
    return (hunk.left[0].lower == "and") != (hunk.right[0].lower == "and")


def _titled(hunk: Hunk) -> bool:
    return any(english.titles().get(w.lower) for w in (*hunk.left, *hunk.right))


def _speakers(pair: ClaimPair, hunk: Hunk) -> bool:
    """Say whether the claims differ in two unnamed speakers, and elsewhere too."""
    if len(pair.hunks) < 2:
        return False
    sides = ((pair.left_words, hunk.left), (pair.right_words, hunk.right))
    return all(any(w.lower in _TELLING for w in _following(terms, found)) for terms, found in sides)


def _following(terms: Sequence[Word], found: Sequence[Word]) -> list[Word]:
    return [w for w in terms if w.start >= found[-1].end][:1]


def _changed(pair: ClaimPair, hunk: Hunk) -> Iterator[Difference]:
    left, right = pair.sides(hunk)
    alike = all(
        any(english.synonymous(a.lower, b.lower) or abbreviates(a, b) for b in hunk.right)
        for a in hunk.left
        if a.lower not in english.stopwords()
    )
    if alike:
        yield Difference("office", DIFFERS, left, right, "Two wordings of one office.", cosmetic=True)
    elif not _titled(hunk) and not pair.edited:
        why = f"“{left.quote}” stands where the other says “{right.quote}”: both may hold."
        yield Difference("office", DIFFERS, left, right, why)
    else:
        yield Difference(
            "office", CONFLICTS, left, right, f"“{left.quote}” and “{right.quote}” are not one office."
        )


def _of_one_person(pair: ClaimPair) -> Iterator[Difference]:
    for ours in pair.left.of(OfficeHolder):
        for theirs in pair.right.of(OfficeHolder):
            if relation(ours.person, theirs.person) == SAME and different(ours, theirs):
                left = pair.span(pair.left, [w for w in pair.left_words if ours.start <= w.start < ours.end])
                right = pair.span(
                    pair.right, [w for w in pair.right_words if theirs.start <= w.start < theirs.end]
                )
                yield Difference(
                    "office",
                    CONFLICTS,
                    left,
                    right,
                    f"{ours.person} is given two offices: “{ours.office}”, “{theirs.office}”.",
                )


def different(one: OfficeHolder, other: OfficeHolder) -> bool:
    """Say whether two offices are surely two: both portfolios are known and share no word."""
    return bool(one.portfolio and other.portfolio) and not one.portfolio & other.portfolio
