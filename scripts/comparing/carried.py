"""What a later sentence leaves unsaid because an earlier one has it: the owner (of the ferry), died (in Tarvo).

A noun with "the" takes up what it is a part or a matter of; an event stands where its passage has its one place.
"""

from __future__ import annotations

from scripts.reading.syntax.elements import NAME, PRONOUN
from scripts.reading.syntax.semantic_roles import OF, Arc
from scripts.reading.syntax.whole_text import Reading

_TAKEN_UP = frozenset({OF, "about", "for", "into", "to"})
_AT = frozenset({"at", "near", "from"})
_DEFINITE = frozenset({"the", "its", "their", "his", "her", "this", "that", "both"})
_FAR = 2  # sentences back


def is_carried(ours: Reading, theirs: Reading, arc: Arc, head: int, dep: int) -> bool:
    """Say whether an earlier sentence of theirs lends a word what ours says with it."""
    back = theirs.roles.sentence(head) - theirs.roles.sentence(dep)
    if not 0 <= back <= _FAR or dep > head:
        return False
    mine = ours.items[arc.head]
    if arc.role in _AT:
        return back > 0 and _one_place(theirs, dep) and not _placed(theirs, head)
    if arc.role not in _TAKEN_UP or mine.part != "n" or theirs.items[head].part != "n":
        return False
    return _is_open(theirs, head, back) and _is_topic(theirs, dep)


def _is_open(theirs: Reading, head: int, back: int) -> bool:
    """Say whether a noun stands with "the", and with nothing that says whose it is or what it is about."""
    parse, item = theirs.roles.parse, theirs.items[head]
    below = [t.lower for t in parse.below(item.head, "det", "poss")]
    if not any(word in _DEFINITE for word in below):
        return False
    own = theirs.roles.at_head.get(head, ())
    filled = [
        a for a in own if a.role in _TAKEN_UP and theirs.items[a.dep].part == "n" and _is_said(theirs, a)
    ]
    pronouns = [a for a in own if theirs.items[a.dep].kind == PRONOUN]
    return (
        not filled and (back > 0 or bool(pronouns)) and all(len(theirs.alike(a.dep)) == 1 for a in pronouns)
    )


def _is_said(theirs: Reading, arc: Arc) -> bool:
    """Say whether a role of a noun is one that a preposition or possessive says, not a word before the noun."""
    token = theirs.roles.parse.tokens[theirs.items[arc.dep].head]
    return token.role in ("pobj", "poss")


def _is_topic(theirs: Reading, dep: int) -> bool:
    """Say whether an earlier sentence is about a thing: it is the subject, the first of its things, or named."""
    token = theirs.roles.parse.tokens[theirs.items[dep].head]
    return theirs.items[dep].part == "n" and token.role in (
        "nsubj",
        "nsubjpass",
        "dobj",
        "pobj",
        "appos",
        "nmod",
    )


def _one_place(theirs: Reading, dep: int) -> bool:
    """Say whether a name is the one place of the passage before a word."""
    names = {
        theirs.items[a.dep].words
        for a in theirs.roles.arcs
        if a.role in _AT and theirs.items[a.dep].kind == NAME
    }
    return theirs.items[dep].kind == NAME and names == {theirs.items[dep].words}


def _placed(theirs: Reading, head: int) -> bool:
    """Say whether a clause has a place of its own."""
    clause = theirs.roles.clauses[head]
    return any(
        a.role in _AT and theirs.items[a.dep].part == "n" and theirs.items[a.dep].kind == NAME
        for one in (head, clause)
        for a in theirs.roles.at_head.get(one, ())
    )
