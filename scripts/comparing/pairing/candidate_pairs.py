"""Finding the pairs of claims of two long accounts that are worth weighing, with sparse matrix products.

A row of a matrix is a claim, a column a word. The product of two claims is never less than what `alignments`
finds them to share, so no pair that could matter is missed while every word takes part. In long accounts the
commonest words are left out of the search, because they would join each claim to every other: claims are
found by rare words, and common words only add to the weight.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import chain

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

from scripts.comparing.pairing.word_rarity import Least, Terms, Vocabulary
from scripts.ground import machine
from scripts.reading.claims import Claim

Numbers = NDArray[np.int64]
Floats = NDArray[np.float32]
WORK = 2_000  # products allowed for each claim; beyond that, the commonest words are left out of the search
_NEAR = 0.4  # of a claim's best share in rare words: a partner with this much is looked at
_ASKED = 24  # at most this many partners with shared rare words are weighed with all words
_BLOCK = 500_000  # products at once; this bounds the memory
_AT_ONCE = 200_000
_WEIGHED = 128  # at most this many equally near claims are weighed
_ROUNDING = 1e-4
_SHARE = 10


@dataclass(frozen=True)
class _Side:
    """The claims of one account as rows, with and without the weights of their words, and their totals.

    The product of a weighted row with a plain one is complex. Its real part is the weight of the equal words;
    its imaginary part is at least the weight of the near-equivalents among the other words.
    """

    weighed: csr_array
    plain: csr_array
    totals: Floats


def near(
    left: Sequence[Claim], right: Sequence[Claim], vocabulary: Vocabulary, least: Least, work: int = WORK
) -> Iterator[tuple[int, int]]:
    """Yield the places of the claims that are to be weighed against each other, in order."""
    sides = _sides(left, right, vocabulary, least)
    kept = _rare(sides, work * max(len(left), len(right)))
    whole = bool(kept.all())
    rows_of = [s.weighed if whole else _told_by(s.weighed, kept) for s in sides]
    columns_of = [s.plain.T.tocsr() if whole else _cut(s.plain, kept, work) for s in sides]
    jobs = [
        (one, other, start, end)
        for one, other in ((0, 1), (1, 0))
        for start, end in _blocks(rows_of[one], columns_of[other])
    ]

    def search(job: tuple[int, int, int, int]) -> Numbers:
        one, other, start, end = job
        product = rows_of[one][start:end] @ columns_of[other]
        if whole:
            rows = np.repeat(np.arange(start, end), np.diff(product.indptr))
            found = _Pairs(rows, product.indices.astype(np.int64), product.data)
        else:
            found = _in_full(*_asked(product, start, sides[one], sides[other]), sides[one], sides[other])
        rows, columns = _that_matter(found, sides[one], sides[other], least)
        return rows * len(right) + columns if one == 0 else columns * len(right) + rows

    with ThreadPoolExecutor(machine.cores()) as pool:
        codes = np.unique(np.concatenate(list(pool.map(search, jobs))))
    for code in codes.tolist():
        yield divmod(code, len(right))


@dataclass(frozen=True)
class _Pairs:
    """Pairs of a row with a column, in the order of the rows, and the product of each."""

    rows: Numbers
    columns: Numbers
    products: NDArray[np.complex64]

    def most(self, one: _Side, other: _Side) -> Floats:
        """An upper bound of the common part of each pair."""
        return self.common(one, other, self.products.real + self.products.imag)

    def common(self, one: _Side, other: _Side, held: Floats) -> Floats:
        """The common part of the pairs that share enough."""
        return 2 * held / (one.totals[self.rows] + other.totals[self.columns])

    def best(self, values: Floats) -> Floats:
        """For each pair, the highest value in its row."""
        if not len(values):
            return values
        starts = np.flatnonzero(np.diff(self.rows, prepend=-1))
        sizes = np.diff(starts, append=len(values))
        found: Floats = np.repeat(np.maximum.reduceat(values, starts), sizes)
        return found

    def only(self, kept: NDArray[np.bool_] | Numbers) -> _Pairs:
        return _Pairs(self.rows[kept], self.columns[kept], self.products[kept])


def _that_matter(found: _Pairs, one: _Side, other: _Side, least: Least) -> tuple[Numbers, Numbers]:
    """Keep the pairs that may be near the best of their row.

    The best is at least the weight of the equal words, if that is enough for the pair to be kept at all.
    """
    equal = found.products.real
    smaller = np.minimum(one.totals[found.rows], other.totals[found.columns])
    sure = np.where(equal >= (least.contained + _ROUNDING) * smaller, found.common(one, other, equal), 0)
    most = found.most(one, other)
    near = np.flatnonzero(most >= least.of_best * found.best(sure.astype(np.float32)) - _ROUNDING)
    kept = near[_first(found.rows[near], most[near], found.columns[near], _WEIGHED)]
    return found.rows[kept], found.columns[kept]


def _asked(product: csr_array, start: int, one: _Side, other: _Side) -> tuple[Numbers, Numbers]:
    """For each row from ``start`` on, return the pairs that share most by rare words."""
    starts, sizes = product.indptr[:-1], np.diff(product.indptr)
    best = np.maximum.reduceat(product.data, starts[sizes > 0]) if product.nnz else product.data
    near = np.flatnonzero(product.data >= np.repeat(_NEAR * best, sizes[sizes > 0]))
    rows = start + np.searchsorted(product.indptr, near, side="right") - 1
    columns = product.indices[near].astype(np.int64)
    common = product.data[near] / (one.totals[rows] + other.totals[columns])
    kept = _first(rows, common, columns, _ASKED)
    return rows[kept], columns[kept]


def _first(rows: Numbers, values: Floats, columns: Numbers, most: int) -> Numbers:
    """Return the places of the pairs with the highest values in their row, ``most`` for each row."""
    if not len(rows):
        return np.zeros(0, dtype=np.int64)
    # Sort by row, value and column, packed into one number: this is ten times as fast.
    order = np.argsort(rows - rows[0] - np.minimum(values, 1.0) * 0.5 + columns * 2.0**-44)
    firsts = np.flatnonzero(np.diff(rows[order], prepend=-1))
    place = np.arange(len(rows)) - np.repeat(firsts, np.diff(firsts, append=len(rows)))
    found: Numbers = order[place < most]
    return found


def _in_full(rows: Numbers, columns: Numbers, one: _Side, other: _Side) -> _Pairs:
    """Weigh all words of the pairs, also the commonest."""
    products = [np.zeros(0, dtype=np.complex64)] + [
        one.weighed[rows[at : at + _AT_ONCE]].multiply(other.plain[columns[at : at + _AT_ONCE]]).sum(axis=1)
        for at in range(0, len(rows), _AT_ONCE)
    ]
    return _Pairs(rows, columns, np.concatenate(products))


def _rare(sides: tuple[_Side, _Side], work: int) -> NDArray[np.bool_]:
    """Say which columns take part: the rarest, as long as they need no more than ``work`` products."""
    cost = np.multiply(*(np.bincount(s.plain.indices, minlength=s.plain.shape[1]) for s in sides))
    order = np.argsort(cost, kind="stable")
    kept = np.empty(len(cost), dtype=bool)
    kept[order] = np.cumsum(cost[order]) <= work
    return kept


def _told_by(rows: csr_array, kept: NDArray[np.bool_]) -> csr_array:
    """Return the rows with only the columns that take part. A row that has none of them keeps all."""
    found = _real(rows)
    takes_part = kept[found.indices]
    counted = np.concatenate([[0], np.cumsum(takes_part)])[found.indptr]
    poor = np.repeat(np.diff(counted) == 0, np.diff(found.indptr))
    found.data[~(takes_part | poor)] = 0
    found.eliminate_zeros()
    return found


def _real(rows: csr_array) -> csr_array:
    """Return a copy with the real parts only."""
    return csr_array((rows.data.real.copy(), rows.indices.copy(), rows.indptr.copy()), shape=rows.shape)


def _cut(rows: csr_array, kept: NDArray[np.bool_], work: int) -> csr_array:
    """Return the columns as rows.

    A column that takes no part keeps a few claims, so that rows with common words only meet some others.
    """
    columns = _real(rows).T.tocsr()
    place = np.arange(columns.nnz) - np.repeat(columns.indptr[:-1], np.diff(columns.indptr))
    columns.data[~np.repeat(kept, np.diff(columns.indptr)) & (place >= work // _SHARE)] = 0
    columns.eliminate_zeros()
    return columns


def _blocks(rows: csr_array, columns: csr_array) -> Iterator[tuple[int, int]]:
    """Yield runs of rows that together need a limited number of products."""
    costs = np.concatenate([[0], np.cumsum(np.diff(columns.indptr)[rows.indices])])[rows.indptr]
    start, count = 0, rows.shape[0]
    while start < count:
        end = int(np.searchsorted(costs, costs[start] + _BLOCK, side="right")) - 1
        end = min(count, max(end, start + 1))
        yield start, end
        start = end


def _sides(
    left: Sequence[Claim], right: Sequence[Claim], vocabulary: Vocabulary, least: Least
) -> tuple[_Side, _Side]:
    """Return the claims of both accounts as rows over the same columns.

    A column is a key with the number of its occurrence in the claim, so a word that stands twice in one claim
    is shared twice only if it also stands twice in the other. Further columns hold what near-equivalents
    share.
    """
    key = np.array(vocabulary.key, dtype=np.int64)
    weights = np.array(vocabulary.weights)
    likes = _likes(vocabulary)
    doubled = _doubled(vocabulary, likes)
    read = [_columns([vocabulary.of(c) for c in claims], key) for claims in (left, right)]
    again = np.unique(np.concatenate([codes[codes >= len(key)] for _, _, codes in read]))
    made = []
    for claims, (rows, flat, codes) in zip((left, right), read, strict=True):
        places = np.where(codes < len(key), codes, len(key) + np.searchsorted(again, codes))
        groups = likes[flat].tocoo()
        half = np.sqrt(least.synonym * weights[flat[groups.row]])
        where = (
            np.concatenate([rows, rows[groups.row]]),
            np.concatenate([places, len(key) + len(again) + groups.col]),
        )
        heavy = weights[flat]
        weighed = np.concatenate([heavy - 1j * least.synonym * heavy * doubled[flat], 1j * half])
        plain = np.concatenate([np.ones(len(rows)), half])
        shape = (len(claims), len(key) + len(again) + likes.shape[1])
        totals = np.array([vocabulary.total(c) for c in claims], dtype=np.float32)
        made.append(
            _Side(
                csr_array((weighed.astype(np.complex64), where), shape=shape),
                csr_array((plain.astype(np.complex64), where), shape=shape),
                np.maximum(totals, np.float32(1e-9)),
            )
        )
    return made[0], made[1]


def _columns(terms: Sequence[Terms], key: Numbers) -> tuple[Numbers, Numbers, Numbers]:
    """For each word of each claim, return its row, its number and its key's number (higher if it recurs)."""
    lengths = np.fromiter(map(len, terms), dtype=np.int64, count=len(terms))
    flat = np.fromiter(chain.from_iterable(terms), dtype=np.int64, count=int(lengths.sum()))
    rows = np.repeat(np.arange(len(terms)), lengths)
    return rows, flat, key[flat] + len(key) * _occurrence(rows, key[flat])


def _occurrence(rows: Numbers, keys: Numbers) -> Numbers:
    """For each word of each row, return how many earlier words of the row have its key."""
    order = np.lexsort((keys, rows))
    new = (np.diff(rows[order], prepend=-1) != 0) | (np.diff(keys[order], prepend=-1) != 0)
    starts = np.flatnonzero(new)
    before = np.arange(len(rows)) - np.repeat(starts, np.diff(starts, append=len(rows)))
    found = np.empty(len(rows), dtype=np.int64)
    found[order] = before
    return found


def _likes(vocabulary: Vocabulary) -> csr_array:
    """Return, with one row for each word, what it shares with words of another key."""
    keys: dict[str | int, set[int]] = {}
    for term, alike in enumerate(vocabulary.alike):
        for one in alike:
            keys.setdefault(one, set()).add(vocabulary.key[term])
    numbers = {one: number for number, one in enumerate(one for one, held in keys.items() if len(held) > 1)}
    pairs = [(t, numbers[one]) for t, alike in enumerate(vocabulary.alike) for one in alike if one in numbers]
    where = np.array(pairs, dtype=np.int64).reshape(-1, 2)
    shape = (len(vocabulary.alike), max(1, len(numbers)))
    return csr_array((np.ones(len(pairs)), (where[:, 0], where[:, 1])), shape=shape)


def _doubled(vocabulary: Vocabulary, likes: csr_array) -> Floats:
    """For each word, return how many columns of near-equivalents all words of its key share."""
    common: dict[int, set[int]] = {}
    for term, key in enumerate(vocabulary.key):
        held = set(likes.indices[likes.indptr[term] : likes.indptr[term + 1]].tolist())
        common[key] = common[key] & held if key in common else held
    return np.array([len(common[key]) for key in vocabulary.key], dtype=np.float32)
