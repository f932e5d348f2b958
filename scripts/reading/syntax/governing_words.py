"""What a word says of the clause that hangs on it: failed to close it, a plan to, it is unlikely that.

What a word says is data: `firmness.csv`. A word that is not known to settle its clause (`settling.txt`: the
fact that, glad to, managed to) leaves it open: free to resign, the idea that it fell, tempted to flee.
"""

from __future__ import annotations

from scripts import english
from scripts.english import lexicon
from scripts.reading.syntax.parser import Token
from scripts.reading.syntax.semantic_roles import Roles

UNSETTLED = "unsettled"
_ASKED = "asked"
_TOLD = ("statement", "message", "information", "belief", "story")  # what may be true or false
_DEEPEST = 8  # steps up to one of these in the lexicon
_WHETHER = ("advcl", "ccomp", "csubj", "xcomp")  # roles of a clause that may be true or not
_OF_WHAT = frozenset({"about", "against", "of", "toward", "towards"})  # talked of closing it
_OPENING = frozenset({"for", "that", "whether"})


def level_of(token: Token) -> str | None:
    """Return how far what a word tells of holds, or None."""
    return english.firmness().get(token.lemma) or english.firmness().get(token.lower)


def said_of(read: Roles, above: Token, under: Token) -> str | None:
    """Return what a word, with its particle or its preposition, says of what hangs on it."""
    parse = read.parse
    if above.lemma == "have" and under.role == "xcomp" and _has_to(read, above):
        return english.firmness().get("have to")
    if under.lower.endswith(("self", "selves")):
        return None  # gave himself up
    if above.lemma == "call" and parse.below(above.index, "oprd", "ccomp"):
        return None  # called it a bargain, one worth having
    own = read.elements.of_token.get(above.index)
    keys = [above.lemma] if own is None else [read.items[own].key, above.lemma]
    prep = _preposition(read, under)
    if prep:  # short of selling denies the sale
        keys = [f"{above.lemma} {prep} doing", f"{above.lemma} {prep}", *keys]
    if under.role == "xcomp" and read.passive(above.index):  # is said to have confessed
        keys.insert(0, f"{above.lower} to")
    predicates = _predicates(read, above, under)
    keys += [t.lemma for t in predicates]
    found = next((known for key in keys if (known := english.firmness().get(key))), None)
    if found is None and prep in _OF_WHAT:
        return None if f"{above.lemma} {prep}" in english.settling() else UNSETTLED
    if under.role == "advcl" and _is_infinitive(read, under) and not is_what(read, above, under):
        return UNSETTLED  # closed to protect walkers
    return UNSETTLED if found is None and _leaves_open(read, above, under, predicates) else found


def _preposition(read: Roles, under: Token) -> str:
    """Return the preposition before what is done: short of selling; called for it to be sold."""
    doing = any(t.tag == "VBG" for t in read.parse.below(under.index, "pcomp"))
    if under.role == "prep":
        return under.lower if doing else ""
    marks = (t.lower for t in read.parse.below(under.index, "mark") if t.lower == "for")
    return next(marks, "") if _is_infinitive(read, under) else ""


def is_about(read: Roles, under: Token) -> bool:
    """Say whether a preposition tells what a word is about that somebody does: convicted of closing it."""
    return under.role == "prep" and _preposition(read, under) in _OF_WHAT | {"for", "in", "to"}


def _predicates(read: Roles, above: Token, under: Token) -> list[Token]:
    """Return what is said of a clause: it is unlikely that, a myth that; the risk is that."""
    if above.lemma != "be" or under.role not in _WHETHER:
        return []
    said = [t for t in read.parse.below(above.index, "acomp", "attr") if t.index != under.index]
    of_what = read.parse.below(above.index, "nsubj") if under.role == "ccomp" else ()
    return said or [t for t in of_what if t.part == "NOUN"]


def _leaves_open(read: Roles, above: Token, under: Token, predicates: list[Token]) -> bool:
    """Say whether nothing tells that a clause holds which hangs on a noun or an adjective."""
    if not _is_clause(read, under):
        return False
    if predicates:
        return any(t.lemma not in english.settling() for t in predicates)
    own = read.elements.of_token.get(above.index)
    settles = {above.lemma, *([] if own is None else [read.items[own].key])} & english.settling()
    if above.part == "VERB":
        return under.role in _WHETHER and _is_infinitive(read, under) and not settles
    hangs = under.role == "acl" if above.part == "NOUN" else above.part == "ADJ" and under.role in _WHETHER
    return hangs and not settles


def _is_clause(read: Roles, under: Token) -> bool:
    """Say whether a clause is an infinitive, or opens with "that": to close it, that it closed."""
    below = read.parse.below(under.index)
    return any(t.tag == "TO" or (t.role == "mark" and t.lower in _OPENING) for t in below)


def _is_infinitive(read: Roles, under: Token) -> bool:
    return any(t.tag == "TO" for t in read.parse.below(under.index, "aux"))


def is_statement(noun: Token) -> bool:
    """Say whether a noun names what may be true or false."""
    return any(lexicon.kind_of(noun.lemma, kind, "n", _DEEPEST) is not None for kind in _TOLD)


def is_relative(read: Roles, noun: Token, under: Token) -> bool:
    """Say whether a clause only tells which is meant, and not what is said: disputes that it settles."""
    is_that = any(t.lower == "that" for t in read.parse.below(under.index))
    return noun.part == "NOUN" and under.role == "acl" and is_that and not is_statement(noun)


def is_what(read: Roles, above: Token, under: Token) -> bool:
    """Say whether a clause beside a verb is what that is about: ruled out moving, exhorted them to move."""
    if under.tag == "VB" and level_of(above) == _ASKED:
        return True
    if any(t.lower == "for" for t in read.parse.below(under.index, "mark")):
        return True  # it was impossible for the boat to sail; waited for it to sail
    between = read.parse.tokens[above.index + 1 : under.index]
    return under.tag == "VBG" and all(t.role == "prt" for t in between) and under.index > above.index


def _has_to(read: Roles, have: Token) -> bool:
    """Say whether a "have" is one of "have to": not that of "has a day to sign", of "has yet to sign"."""
    below = read.parse.below(have.index)
    return not any(t.role in ("dobj", "prep", "npadvmod") or t.lower == "yet" for t in below)
