"""Quantifiers: all, most, some, none, and whether two of them contradict each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from scripts import english
from scripts.comparing.differences.difference import CONFLICTS, DIFFERS, ClaimPair, Difference
from scripts.comparing.differences.word_diff import Hunk
from scripts.reading.words import Word

_LONGEST = 3
_SAME = 0.15
# Words for one or several of a number: a count, not a share, but two counts can contradict each other.
_COUNTS = {
    "a single": (1, 1), "single": (1, 1), "only one": (1, 1), "one of": (1, 1), "just one": (1, 1),
    "more than one": (2, 99), "several": (3, 99), "a few": (2, 99), "some": (1, 99), "many": (4, 99),
    "numerous": (4, 99), "a handful": (2, 9),
    "no": (0, 0), "none": (0, 0), "no one": (0, 0), "nobody": (0, 0), "every one of": (2, 99),
}  # fmt: skip
_DETERMINERS = frozenset({"the", "a", "an", "of", "its", "their", "his", "her", "these", "those"})
_SILENT = frozenset(
    {"any", "no", "none", "each", "both", "neither", "whole", "entire", "not any", "none of", "much"}
)


@dataclass(frozen=True)
class Share:
    """A quantifier in its place: its words, its share of the whole, and its count if it has one."""

    words: tuple[Word, ...]
    phrase: str
    share: tuple[float, float] | None
    count: tuple[int, int] | None

    def excludes(self, other: Share) -> bool:
        """Say whether no number satisfies both."""
        for mine, yours in ((self.share, other.share), (self.count, other.count)):
            if mine and yours and max(mine[0], yours[0]) > min(mine[1], yours[1]):
                return True
        return False

    def equals(self, other: Share) -> bool:
        """Say whether both mean about the same share."""
        if self.phrase == other.phrase:
            return True
        if self.share and other.share:
            return all(abs(a - b) <= _SAME for a, b in zip(self.share, other.share, strict=True))
        return self.count is not None and self.count == other.count


def differences(pair: ClaimPair) -> Iterator[Difference]:
    """Yield quantifiers that changed in near-identical claims; "no one" and "someone" are a denial."""
    if not pair.near and pair.nearness >= 0.4:
        yield from _loose(pair)
    for hunk in pair.hunks:
        ours, theirs = _in_hunk(pair.left_words, hunk.left), _in_hunk(pair.right_words, hunk.right)
        if ours and theirs and not ours.equals(theirs):
            if _denial(ours, hunk.left) or _denial(theirs, hunk.right):
                continue
            relation = CONFLICTS if ours.excludes(theirs) else DIFFERS
            yield Difference(
                "quantifier", relation, pair.span(pair.left, ours.words), pair.span(pair.right, theirs.words),
                f"“{ours.phrase}” and “{theirs.phrase}” are different shares.",
            )  # fmt: skip
        elif ours and theirs:
            left, right = pair.span(pair.left, ours.words), pair.span(pair.right, theirs.words)
            why = f"“{ours.phrase}” and “{theirs.phrase}” are about the same share."
            yield Difference("quantifier", DIFFERS, left, right, why, cosmetic=True)
        elif (ours or theirs) and _only_determiners(hunk.right if ours else hunk.left):
            yield from _one_sided(pair, hunk, ours or theirs)


def _loose(pair: ClaimPair) -> Iterator[Difference]:
    """Yield shares of one thing that exclude each other, in similar claims ("all N", "most of N")."""
    right = [(share, _head(pair.right_words, share)) for share in _shares(pair.right_words)]
    for ours in _shares(pair.left_words):
        head = _head(pair.left_words, ours)
        match = pair.paired.get(head.start) if head else None
        theirs = next((s for s, h in right if h is not None and h == match and s.excludes(ours)), None)
        if theirs:
            sides = pair.span(pair.left, ours.words), pair.span(pair.right, theirs.words)
            why = f"“{ours.phrase}” and “{theirs.phrase}” cannot both be right."
            yield Difference("quantifier", CONFLICTS, *sides, why)
            return


def _shares(terms: Sequence[Word]) -> list[Share]:
    return [share for at in range(len(terms)) if (share := _ahead(terms, at))]


def _ahead(terms: Sequence[Word], at: int) -> Share | None:
    """Return the longest quantifier that begins at ``at``."""
    runs = (terms[at : at + size] for size in range(_LONGEST, 0, -1))
    return next((s for run in runs if run and (s := _share(run)) and s.share), None)


def _head(terms: Sequence[Word], share: Share) -> Word | None:
    """Return the first content word behind a quantifier, skipping numbers."""
    after = [w for w in terms if w.start > share.words[-1].start][:4]
    for word in after:
        number = word.is_number or english.number_word(word.lower) is not None
        if word.lower not in english.stopwords() and not number:
            return word
    return None


def _one_sided(pair: ClaimPair, hunk: Hunk, share: Share | None) -> Iterator[Difference]:
    """Yield a share that one claim states and the other does not."""
    if share is None or share.phrase in _SILENT or not share.share:
        return
    terms = (*pair.left_words, *pair.right_words)
    at = next(i for i, w in enumerate(terms) if w is share.words[0])
    if at and terms[at - 1].lower in {"in", "at", "after", "above", "of"}:
        return
    if share.words[0].lower in {"some", "over", "half"} and _before_number(pair, share):
        return
    starts = {w.start for w in share.words}
    if any(w.start not in starts and w.lower not in english.stopwords() for w in (*hunk.left, *hunk.right)):
        return  # other content words changed with the quantifier
    left, right = pair.sides(hunk)
    yield Difference("quantifier", DIFFERS, left, right, f"Only one of the claims says “{share.phrase}”.")


def _before_number(pair: ClaimPair, share: Share) -> bool:
    terms = (*pair.left_words, *pair.right_words)
    at = next(i for i, w in enumerate(terms) if w is share.words[-1])
    return at + 1 < len(terms) and (
        terms[at + 1].is_number or english.number_word(terms[at + 1].lower) is not None
    )


def _in_hunk(terms: Sequence[Word], changed: Sequence[Word]) -> Share | None:
    """Return the longest quantifier that contains a changed word."""
    if not changed:
        return None
    starts = {w.start for w in changed}
    best: Share | None = None
    for begin, word in enumerate(terms):
        if word.start > changed[-1].start or word.end < changed[0].start - 20:
            continue
        for size in range(_LONGEST, 0, -1):
            run = terms[begin : begin + size]
            if len(run) < size or not any(w.start in starts for w in run):
                continue
            found = _share(run)
            if found and (best is None or len(found.words) > len(best.words)):
                best = found
    return best


def _share(run: Sequence[Word]) -> Share | None:
    phrase = " ".join(w.lower for w in run)
    listed, count = english.quantifier(phrase), _COUNTS.get(phrase)
    if phrase == "every one of":
        listed = english.quantifier("every")
    if not listed and not count:
        return None
    return Share(tuple(run), phrase, (listed.low, listed.high) if listed else None, count)


def _denial(share: Share, changed: Sequence[Word]) -> bool:
    """Say whether a pronoun denies or affirms ("no one", "everybody"); the negation rule reports those."""
    return any(
        w.lower in {"nobody", "someone", "somebody", "everyone", "everybody", "anyone"} for w in changed
    )


def _only_determiners(found: Sequence[Word]) -> bool:
    return all(w.lower in _DETERMINERS for w in found)
