"""A word diff of two near-identical claims that tells moved words from changed ones.

It uses Heckel's idea (Communications of the ACM 21(4), 1978) of pairing moved words, on top of the longest
common blocks of Ratcliff and Obershelp. What is left over on both sides at one place is one hunk.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from scripts import english
from scripts.reading.words import Word

_LETTERS = re.compile(r"(?:[a-z]\.)+[a-z]?|[a-z]{2}")  # p.m. and pm


@dataclass(frozen=True)
class Hunk:
    """Words of the left claim that were replaced by words of the right one; one side may be empty.

    ``left_at`` and ``right_at`` are the positions where the hunk begins among the words of its claim.
    """

    left: tuple[Word, ...]
    right: tuple[Word, ...]
    left_at: int
    right_at: int

    @property
    def both(self) -> bool:
        """Whether it has words on both sides."""
        return bool(self.left and self.right)


@dataclass(frozen=True)
class Diff:
    """The pairing of the left claim's words with the right claim's, and the hunks between them.

    ``pairs`` maps positions of left words to positions of right ones. ``moved`` holds the left positions
    whose word has crossed some other pair.
    """

    pairs: dict[int, int]
    moved: frozenset[int]
    hunks: tuple[Hunk, ...]


def plain(word: Word) -> str:
    """Return what two words must share to count as one: the key without accents."""
    if _LETTERS.fullmatch(word.lower):
        return word.lower.replace(".", "")
    if word.text.isascii():
        return word.lower if word.lower in english.stopwords() else word.key
    folded = "".join(c for c in unicodedata.normalize("NFKD", word.lower) if not unicodedata.combining(c))
    return english.key(folded) if folded.isalpha() else folded


def abbreviates(one: Word, other: Word) -> bool:
    """Say whether one word abbreviates the other (Prof. and Professor, Gen. and General)."""
    short, long = sorted((one, other), key=lambda w: len(w.lower.rstrip(".")))
    stem = short.lower.rstrip(".")
    return (
        len(stem) > 1 and short.text != long.text and short.text.endswith(".") and long.lower.startswith(stem)
    )


def diff(left: Sequence[Word], right: Sequence[Word]) -> Diff:
    """Pair the words of two claims and return what is left over.

    >>> from scripts.reading.words import words
    >>> [([w.text for w in h.left], [w.text for w in h.right])
    ...  for h in diff(words("Chile opened the mine."), words("Peru opened the mine.")).hunks]
    [(['Chile'], ['Peru'])]
    """
    ours, theirs = [plain(w) for w in left], [plain(w) for w in right]
    pairs: dict[int, int] = {}
    for block in SequenceMatcher(None, ours, theirs, autojunk=False).get_matching_blocks():
        pairs |= {block.a + step: block.b + step for step in range(block.size)}
    fixed = _loosened(left, right, pairs)
    moved = _moved(left, ours, theirs, fixed)
    return Diff(fixed | moved, frozenset(moved), tuple(_hunks(left, right, fixed | moved)))


def _loosened(left: Sequence[Word], right: Sequence[Word], pairs: dict[int, int]) -> dict[int, int]:
    """Undo a pair of stop words that stands alone between two changes: they match by chance."""
    kept = dict(pairs)
    for at, other in pairs.items():
        if left[at].lower not in english.stopwords() or left[at].lower in {"not", "no"}:
            continue
        before = pairs.get(at - 1) == other - 1
        after = pairs.get(at + 1) == other + 1
        if not before and not after and 0 < at < len(left) - 1 and 0 < other < len(right) - 1:
            del kept[at]
    return kept


def _moved(
    left: Sequence[Word], ours: Sequence[str], theirs: Sequence[str], fixed: dict[int, int]
) -> dict[int, int]:
    """Pair runs of words that have moved, the longest first."""
    moved: dict[int, int] = {}
    free = {at for at in range(len(ours)) if at not in fixed}
    open_there = set(range(len(theirs))) - set(fixed.values())
    while True:
        best: list[tuple[int, int]] = []
        for at in sorted(free):
            for other in sorted(open_there):
                run = _run(ours, theirs, at, other, free, open_there)
                if len(run) > len(best) and any(left[a].lower not in english.stopwords() for a, _ in run):
                    best = run
        if not best:
            return moved
        moved |= dict(best)
        free -= {a for a, _ in best}
        open_there -= {b for _, b in best}


def _run(
    ours: Sequence[str], theirs: Sequence[str], at: int, other: int, free: set[int], open_there: set[int]
) -> list[tuple[int, int]]:
    """Return the pairs of equal words that begin at two places, as long as both sides are unpaired."""
    found: list[tuple[int, int]] = []
    while at in free and other in open_there and ours[at] == theirs[other]:
        found.append((at, other))
        at, other = at + 1, other + 1
    return found


def _hunks(left: Sequence[Word], right: Sequence[Word], pairs: dict[int, int]) -> Iterator[Hunk]:
    """Yield the runs of unpaired words, left and right together if they stand at one place."""
    taken = set(pairs.values())
    used: set[int] = set()
    for begin, end in _runs(len(left), set(pairs)):
        other = pairs[begin - 1] + 1 if begin else 0
        if other in taken or other >= len(right):
            other = pairs[end] if end < len(left) else len(right)
            while other and other - 1 not in taken:
                other -= 1
        stop = other
        while stop < len(right) and stop not in taken and stop not in used:
            stop += 1
        used |= set(range(other, stop))
        yield Hunk(tuple(left[begin:end]), tuple(right[other:stop]), begin, other)
    back = {b: a for a, b in pairs.items()}
    for begin, end in _runs(len(right), taken | used):
        at = back[begin - 1] + 1 if begin and begin - 1 in back else (back[end] if end in back else len(left))
        yield Hunk((), tuple(right[begin:end]), at, begin)


def _runs(length: int, paired: set[int]) -> Iterator[tuple[int, int]]:
    begin = None
    for at in range(length + 1):
        free = at < length and at not in paired
        if free and begin is None:
            begin = at
        elif not free and begin is not None:
            yield begin, at
            begin = None
