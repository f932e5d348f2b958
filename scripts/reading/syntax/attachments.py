"""What a phrase may hang on: the words at its left edge between which the parser has to guess.

"A court fined the owner of a mill in Tavrin": the place is that of the mill, of the owner or of the fine. All
are readings of one order of words, so that a text bears out each of them.
"""

from __future__ import annotations

from functools import lru_cache

from scripts.reading.syntax.parser import Parse, Token
from scripts.reading.syntax.semantic_roles import Roles

_TOPS = frozenset({"prep", "agent", "advcl", "relcl", "acl", "dative"})
_OPEN = frozenset(
    {"xcomp", "pcomp", "amod"}
)  # clauses out of which what hangs on a verb may hang on the one above
_OWN = ("nsubj", "nsubjpass", "dobj")
_SIGNS = frozenset("\"'“”‘’«»,-–—")


@lru_cache(maxsize=65536)
def may_hang_on(read: Roles, index: int) -> frozenset[int]:
    """Return the elements that the phrase of an element may hang on; none where it stands before its head."""
    parse = read.parse
    top = _top(parse, read.items[index].head)
    if top is None:
        return frozenset()
    left = min(parse.subtree(top.index)) - 1
    while left >= 0 and parse.tokens[left].text in _SIGNS:
        left -= 1
    if left < 0 or left < top.head or parse.tokens[left].sentence != top.sentence:
        return frozenset()
    found: set[int] = set()
    for token in _edge(parse, parse.tokens[left], top.role):
        own = read.anchor(token.index)
        if own is not None and own != index:
            found.add(own)
    return frozenset(found)


def _top(parse: Parse, at: int) -> Token | None:
    """Return the word by which a word hangs on what stands before it: its preposition, or itself."""
    token = parse.tokens[at]
    while token.role == "conj":
        token = parse.tokens[token.head]
    if token.role in ("pobj", "pcomp"):
        token = parse.tokens[token.head]
    return token if token.role in _TOPS and token.head < token.index else None


def _edge(parse: Parse, left: Token, role: str) -> list[Token]:
    """Return the words from one up to the verb of its clause."""
    found = [left]
    for above in parse.above(left.index):
        below = found[-1]
        if below.part in ("VERB", "AUX") and not _is_open(parse, below, role):
            break
        if below.role != "conj" or not _has_phrase(parse, above, below.index):
            found.append(above)
    if role == "relcl":
        verb = next((k for k, t in enumerate(found) if t.part in ("VERB", "AUX")), len(found))
        return found[:verb]
    return found


def _has_phrase(parse: Parse, noun: Token, before: int) -> bool:
    """Say whether a noun has a phrase of its own before another noun: a mill in Lund and a barn in Kell."""
    own = parse.below(noun.index, "prep")
    return noun.part in ("NOUN", "PROPN") and any(t.index < before and t.lower != "of" for t in own)


def _is_open(parse: Parse, verb: Token, role: str) -> bool:
    """Say whether what stands behind a verb may belong to the one above: failed to agree after an hour."""
    if verb.role in _OPEN or verb.role in ("aux", "auxpass"):
        return True
    shared = role == "advcl" or not any(True for _ in parse.below(verb.index, *_OWN))
    return verb.role == "conj" and shared
