"""What one claim says with a denial, the other without: only with consent, not without it; last, not since.

Neither is proved to be the other: that it was last mended in 2019 also says that it was mended then. So it is
left open.
"""

from __future__ import annotations

from collections.abc import Iterator

from scripts.comparing.changes.change import BOUND, DENIAL, LIMIT, Change
from scripts.comparing.laid_claims import Meeting
from scripts.reading.syntax.parser import Token
from scripts.reading.syntax.whole_text import Reading

_UNLESS = frozenset({"unless", "until", "without"})
_FORBID = frozenset({"ban", "bar", "forbid", "prohibit"})
_KINDS = frozenset({BOUND, DENIAL, LIMIT})


def may_be(meeting: Meeting, change: Change) -> bool:
    """Say whether a denial, and what it is tied to, may be what the other claim says without one."""
    if change.kind not in _KINDS:
        return False
    return _only_and_unless(meeting) or any(_last_and_since(meeting, *pair) for pair in meeting.pairs)


def _only_and_unless(meeting: Meeting) -> bool:
    """Say whether one claim sets a condition with "only", and the other denies what is done without it."""
    sides = (meeting.left, meeting.ours), (meeting.right, meeting.theirs)
    words = [
        {word for k in own for t in _around(read, k) for word in (t.lower, t.lemma)} for read, own in sides
    ]
    denied = [_is_denied(read, own) or bool(words[at] & _FORBID) for at, (read, own) in enumerate(sides)]
    return any(
        denied[one] and not denied[1 - one] and bool(words[one] & _UNLESS) and "only" in words[1 - one]
        for one in (0, 1)
    )


def _last_and_since(meeting: Meeting, ours: int, theirs: int) -> bool:
    """Say whether one claim tells when a thing was done last, the other since when it was not done."""
    words = _beside(meeting.left, ours), _beside(meeting.right, theirs)
    denied = meeting.left.states[ours].denied, meeting.right.states[theirs].denied
    return any(denied[one] and "since" in words[one] and "last" in words[1 - one] for one in (0, 1))


def _is_denied(read: Reading, own: frozenset[int]) -> bool:
    return any(read.states[k].denied for k in own)


def _around(read: Reading, index: int) -> Iterator[Token]:
    """Yield the tokens of an element, what they hang on, and what hangs on them."""
    tokens, item = read.roles.parse.tokens, read.items[index]
    for token in tokens[item.first : item.last + 1]:
        yield from (token, tokens[token.head], *read.roles.parse.below(token.index))


def _beside(read: Reading, index: int) -> set[str]:
    """Return the words that hang on a word."""
    return {t.lower for t in read.roles.parse.below(read.items[index].head)}
