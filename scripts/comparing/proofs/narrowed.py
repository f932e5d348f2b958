"""What narrows a superlative: the largest mill in Lund need not be the largest mill.

The first, the only, the last and every superlative say that nothing else within some bounds is so. A
statement without those bounds says more.
"""

from __future__ import annotations

from collections.abc import Iterator

from scripts.comparing.proofs.element_matching import Matching
from scripts.reading.syntax.parser import Token
from scripts.reading.syntax.whole_text import Reading

_SUPERLATIVE = ("JJS", "RBS")
_RANKS = frozenset({"first", "last", "only", "sole"})
_ATTRIBUTES = ("amod", "compound", "poss", "nmod")
_BOUNDS = (*_ATTRIBUTES, "prep", "acl", "relcl")


def narrowed(found: Matching, ours: int, theirs: int) -> bool:
    """Say whether the other text tells a superlative within bounds that ours leaves out."""
    mine, its = _ranked(found.ours, ours), _ranked(found.theirs, theirs)
    if mine is None or its is None:
        return False
    answered = {k for m in found.matches.values() for k in found.theirs.alike(m.theirs)} | {theirs}
    return any(not bound <= answered for bound in _bounds(found.theirs, its))


def _ranked(read: Reading, index: int) -> Token | None:
    """Return the noun of which an element says that it is first or most; None for any other element."""
    tokens = read.roles.parse.tokens
    item = read.items[index]
    own = tokens[item.head]
    above = tokens[own.head]
    inside = tokens[item.first : item.last + 1]
    beside = read.roles.parse.below(own.index, "advmod")
    if not any(t.tag in _SUPERLATIVE or t.lower in _RANKS for t in (*inside, *beside)):
        return None
    return above if own.role in ("amod", "nummod") and above.part in ("NOUN", "PROPN") else None


def _bounds(read: Reading, noun: Token) -> Iterator[set[int]]:
    """Yield the elements of each phrase that tells of which things a noun is the first."""
    parse = read.roles.parse
    for child in parse.below(noun.index, *_BOUNDS):
        under = parse.subtree(child.index)
        if child.role not in _ATTRIBUTES and parse.tokens[min(under) - 1].text == ",":
            continue  # a remark about it
        yield {read.roles.elements.of_token[t] for t in under if t in read.roles.elements.of_token}
