"""What a sentence leaves unsaid because one near it has it: the owner (of the ferry), died (in Tarvo).

A noun with "the" takes up what it is a part or a matter of; an event stands where its passage has a place.
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
    mine = ours.items[arc.head]
    if arc.role in _AT and 0 < abs(back) <= _FAR:
        return _is_place(theirs, dep) and not _placed(theirs, head)
    if not 0 <= back <= _FAR or dep > head:
        return False
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
    """Say whether a preposition or possessive says a role of a noun, not a word before the noun."""
    token = theirs.roles.parse.tokens[theirs.items[arc.dep].head]
    return token.role in ("pobj", "poss")


def _is_topic(theirs: Reading, dep: int) -> bool:
    """Say whether a thing plays a part in its sentence, so that a later one can take it up."""
    token = theirs.roles.parse.tokens[theirs.items[dep].head]
    return theirs.items[dep].part == "n" and token.role in (
        "nsubj",
        "nsubjpass",
        "dobj",
        "pobj",
        "appos",
        "nmod",
    )


def _is_place(theirs: Reading, dep: int) -> bool:
    """Say whether something is told as where a thing is or happens."""
    return any(a.role in _AT for a in theirs.roles.of_dep.get(dep, ())) and theirs.items[dep].part == "n"


def _placed(theirs: Reading, head: int) -> bool:
    """Say whether a clause has a place of its own."""
    clause = theirs.roles.clauses[head]
    return any(
        a.role in _AT and theirs.items[a.dep].part == "n" and theirs.items[a.dep].kind == NAME
        for one in (head, clause)
        for a in theirs.roles.at_head.get(one, ())
    )
