"""What is named as what is not so: lightning, not arson; savings rather than tax."""

from __future__ import annotations

from scripts.reading.syntax.semantic_roles import Roles

_ASIDE = frozenset({("rather", "than"), ("instead", "of")})
_EXCEPTING = (
    ("except",), ("excluding",), ("barring",), ("except", "for"), ("apart", "from"), ("aside", "from"),
    ("other", "than"), ("all", "but"), ("everything", "but"), ("everybody", "but"), ("everyone", "but"),
    ("everywhere", "but"), ("anything", "but"), ("anyone", "but"), ("anybody", "but"), ("anywhere", "but"),
    ("as", "opposed", "to"),
)  # fmt: skip


def excluded(read: Roles, index: int) -> bool:
    """Say whether an element is named as what is not so: lightning, not arson; savings rather than tax."""
    item, tokens = read.items[index], read.parse.tokens
    if item.part == "v":
        return False
    first = min(left_edge(read, item.head), item.first)
    own = any(t.lower == "not" for t in tokens[first : item.first])
    is_excepted = _is_excepted(read, first)
    if first and tokens[first - 1].part == "ADP" and tokens[first - 1].lower not in ("than", "of"):
        first -= 1  # not by the owner, rather than from savings
    return own or is_set_aside(read, first) or is_excepted


def left_edge(read: Roles, token: int) -> int:
    """Return the first token of what hangs on a token."""
    children = read.parse.children
    while children[token] and children[token][0] < token:
        token = children[token][0]
    return token


def is_set_aside(read: Roles, first: int) -> bool:
    """Say whether the words before a token set it against what is so."""
    before = [t.lower for t in read.parse.tokens[max(0, first - 2) : first]]
    return before[-1:] == ["not"] or tuple(before) in _ASIDE


def _is_excepted(read: Roles, first: int) -> bool:
    """Say whether the words before a token except it from what is told of all: all but lorries, except on."""
    tokens = read.parse.tokens
    at = (
        first - 1 if first and tokens[first - 1].part == "ADP" and tokens[first - 1].lower != "but" else first
    )
    return any(
        tuple(t.lower for t in tokens[max(0, end - len(words)) : end]) == words
        for words in _EXCEPTING
        for end in {first, at}
    )
