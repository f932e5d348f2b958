"""Words that two claims quote: who is said to have said them, and which they were, word for word."""

from __future__ import annotations

from collections.abc import Iterator

from scripts.comparing.changes.change import DIFFERENT, QUOTATION, Change
from scripts.comparing.laid_claims import Meeting
from scripts.reading.syntax.whole_text import Reading

_OPENING, _CLOSING, _PLAIN = "“«", "”»", '"'
_SHARED = 2  # quoted words that both claims have, before others are set against each other


def find(meeting: Meeting) -> Iterator[Change]:
    """Yield the quoted words for which the other claim quotes others, where both quote much the same."""
    ours, theirs = _quoted(meeting.left, meeting.ours), _quoted(meeting.right, meeting.theirs)
    if sum(a in ours and b in theirs for a, b in meeting.pairs) < _SHARED:
        return
    left = tuple(sorted(k for k in ours if k not in meeting.proved[0]))
    right = tuple(sorted(k for k in theirs if k not in meeting.proved[1]))
    if left and right:
        yield Change(QUOTATION, DIFFERENT, left, right)


def _quoted(read: Reading, indices: frozenset[int]) -> set[int]:
    """Return the elements of a claim that stand inside quotation marks."""
    if not indices:
        return set()
    tokens = read.roles.parse.tokens
    first, last = read.items[min(indices)], read.items[max(indices)]
    sentence = tokens[first.head].sentence
    begin = first.first
    while begin and tokens[begin - 1].sentence == sentence:
        begin -= 1
    depth, inside = 0, set()
    for token in tokens[begin : last.last + 1]:
        if token.text in _OPENING or (token.text == _PLAIN and not depth):
            depth = 1
        elif token.text in _CLOSING or token.text in (_PLAIN, "''"):
            depth = 0
        elif depth:
            inside.add(token.index)
    return {k for k in indices if read.items[k].head in inside}
