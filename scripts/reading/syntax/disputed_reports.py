"""Whether what somebody is told to have said is disputed by another, or replaced by a later report."""

from __future__ import annotations

from scripts import english
from scripts.reading.syntax.parser import Parse, Token

_CLAIMS = frozenset(
    ["accusation", "account", "allegation", "assertion", "charge", "claim", "report", "suggestion", "version"]
)
_POINTS = frozenset(["it", "so", "that", "them", "these", "this", "those", "which"])
_OBJECTS = ("dobj", "obj", "nsubjpass", "advmod")
_NEXT = 1  # sentences on, in which a denial is looked for


def doubted(read: Parse, saying: Token) -> bool:
    """Say whether a verb of saying tells of what another disputes, or of a report that was replaced."""
    return _superseded(read, saying) or _disputed(read, saying)


def _superseded(read: Parse, saying: Token) -> bool:
    """Say whether a report is told of as an earlier one: an earlier bulletin had said, had first said."""
    words = english.superseded()
    if any(t.lower in words for t in read.below(saying.index, "advmod")):
        return True
    return any(
        t.lower in words
        for who in read.below(saying.index, "nsubj")
        for t in read.below(who.index, "amod", "advmod")
    )


def _disputed(read: Parse, saying: Token) -> bool:
    """Say whether somebody denies what was said, in this sentence or the next."""
    first, last = read.sentences[saying.sentence][0], min(saying.sentence + _NEXT, len(read.sentences) - 1)
    inside = read.tokens[first : read.sentences[last][1]]
    return any(_denies_that(read, one) for one in inside if one.index != saying.index)


def _denies_that(read: Parse, verb: Token) -> bool:
    """Say whether a verb denies what has been said before it: denied it, which the army disputes."""
    level = english.firmness().get(verb.lemma)
    if level not in ("disclaimed", "denied"):
        return False
    if verb.role in ("relcl", "acl") and read.tokens[verb.head].lemma in _CLAIMS:
        return True
    what = list(read.below(verb.index, *_OBJECTS)) if verb.part == "VERB" else []
    if any(t.lemma in _CLAIMS for t in what):
        return True
    return level == "disclaimed" and any(t.lower in _POINTS for t in what)
