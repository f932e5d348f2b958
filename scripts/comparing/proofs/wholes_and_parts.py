"""Whether a figure counts a whole that is told of, or some of one: 64 of the 120 seats."""

from __future__ import annotations

from scripts.reading.syntax.elements import FIGURE, SHARE, Element
from scripts.reading.syntax.whole_text import Reading

_WITHIN = 3  # tokens at most between a part and its whole: 11 of the 26


def is_whole(read: Reading, item: Element) -> bool:
    """Say whether a figure is the whole that another is a part of: 64 of the 120 seats."""
    if item.kind not in (FIGURE, SHARE):
        return False
    tokens, elements = read.roles.parse.tokens, read.roles.elements
    before = read.items[item.index - 1] if item.index else None
    if before is not None and before.kind in (FIGURE, SHARE):
        between = tokens[before.last + 1 : item.first]
        if any(t.lower in ("of", "out") for t in between) and len(between) <= _WITHIN:
            return True
    noun = tokens[item.head] if tokens[item.head].role == "pobj" else tokens[tokens[item.head].head]
    of = tokens[noun.head]
    if noun.role != "pobj" or of.lower != "of":
        return False
    above = elements.of_token.get(of.head)
    if above is not None and (read.items[above].kind in (FIGURE, SHARE) or tokens[of.head].tag == "JJS"):
        return True
    fronted = tokens[of.head].part in ("VERB", "AUX") and of.index < of.head
    clause = read.roles.clauses[item.index]
    return fronted and any(
        e.kind in (FIGURE, SHARE) and e.index != item.index and read.roles.clauses[e.index] == clause
        for e in read.items
    )


def is_part(read: Reading, item: Element) -> bool:
    """Say whether a figure counts some of a whole that is known: one of the knives, six of its crew."""
    tokens = read.roles.parse.tokens
    if item.kind != FIGURE or item.last + 2 >= len(tokens):
        return False
    return tokens[item.last + 1].lower == "of" and tokens[item.last + 2].tag in ("DT", "PRP$")
