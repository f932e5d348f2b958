"""How elements are quoted: each with the small words that say how it is meant, neighbours as one stretch."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from scripts.reading.syntax.semantic_roles import Roles
from scripts.reading.syntax.whole_text import Reading

_WITH = ("aux", "auxpass", "neg", "prt")
_NO = frozenset({"no", "not", "never", "neither", "hardly", "barely", "only"})
_DENYING = _NO - {"only", "hardly", "barely"} | {"n't", "nobody", "none", "nor", "nothing"}
_FAR = 6  # tokens from a preposition to the end of what stands behind it
_BETWEEN = 3  # small words between two elements that are quoted as one stretch
_LONGEST = 90  # code points of a stretch; a longer one is no quotation of words at issue


def joined_spans(
    read: Reading, indices: Sequence[int], prepositions: bool = False, denials: bool = False
) -> list[tuple[int, int]]:
    """Return the stretches that elements stand in, in order: "may have opened", "only the crowd".

    Elements that follow each other with nothing but small words between make one stretch, up to a
    length. With ``prepositions`` each has the preposition that it stands behind: before noon. With
    ``denials`` the words that deny what they say are stretches as well: none … was paid.
    """
    tokens = read.roles.parse.tokens
    joined: list[tuple[int, int, int]] = []  # the first and the last token, and the last element
    for index in indices:
        first, last = _with_small_words(read.roles, index)
        if prepositions:
            first = _behind_preposition(read.roles, index, first)
        if joined and _goes_on(read, joined[-1], index, last):
            before = joined.pop()
            first, last = before[0], max(before[1], last)
        joined.append((first, last, index))
    spans = [(tokens[first].start, tokens[last].end) for first, last, _ in joined]
    if denials:
        denying = {t for index in indices for t in _denying(read.roles, index)}
        spans += [(tokens[t].start, tokens[t].end) for t in denying]
    return [span for span in sorted(set(spans)) if not _is_inside(span, spans)]


def _is_inside(span: tuple[int, int], spans: Sequence[tuple[int, int]]) -> bool:
    return any(start <= span[0] and span[1] <= end and span != (start, end) for start, end in spans)


def _denying(read: Roles, index: int) -> Iterator[int]:
    """Yield the tokens that deny what an element says: none of the ships, at no port, without a permit."""
    parse = read.parse
    places = {read.items[index].head, *read.anchors_of(index)}
    for place in places:
        above = parse.tokens[parse.tokens[place].head]
        if above.lower == "without":
            yield above.index
        for child in parse.below(place):
            for token in (child, *parse.below(child.index)):
                if token.lower in _DENYING or token.role == "neg":
                    yield token.index


def _goes_on(read: Reading, before: tuple[int, int, int], index: int, last: int) -> bool:
    """Say whether an element continues the stretch before it."""
    first, end, element = before
    tokens = read.roles.parse.tokens
    apart = read.items[index].first - end - 1
    short = tokens[last].end - tokens[first].start <= _LONGEST
    return element == index - 1 and apart <= _BETWEEN and short


def _with_small_words(read: Roles, index: int) -> tuple[int, int]:
    """Return the first and last token of an element with the auxiliaries and denials right beside it."""
    item, parse = read.items[index], read.parse
    first, last = item.first, item.last
    small = {t.index for t in parse.below(item.head) if t.role in _WITH or t.lower in _NO}
    while first - 1 in small or (first - 2 in small and parse.tokens[first - 1].role == "advmod"):
        first -= 1
    while last + 1 in small:
        last += 1
    return first, last


def _behind_preposition(read: Roles, index: int, first: int) -> int:
    """Return the token of the preposition that an element stands right behind, else its first token."""
    tokens = read.parse.tokens
    above = tokens[tokens[read.items[index].head].head]
    near = above.part == "ADP" and 0 < first - above.index <= _FAR
    return above.index if near else first
