"""Which words of one text stand in the other in the same order, with nothing between that tells otherwise.

Where two words and all between them are taken over word for word, what the one is to the other is the same
on both sides, whatever the parser makes of it. What a noun or a clause has beside it (a day, an adjective,
an apposition) may be left out.
"""

from __future__ import annotations

from scripts.reading.syntax.elements import DATE, HOUR, NAME
from scripts.reading.syntax.parser import Token
from scripts.reading.syntax.whole_text import Reading

_FAR = 24  # words between two, beyond which nothing is looked for
_LEFT_OUT = frozenset({"amod", "appos", "compound", "det", "nummod", "npadvmod", "poss", "case", "nmod"})
_SIGNS = frozenset("\"'“”‘’«»,")


def word_for_word(ours: Reading, theirs: Reading, mine: tuple[int, int], its: tuple[int, int]) -> bool:
    """Say whether two elements and all between them stand in the other text in the same words."""
    first, second = sorted(mine)
    begin, end = its if first == mine[0] else its[::-1]
    if begin >= end or theirs.roles.sentence(begin) != theirs.roles.sentence(end):
        return False
    if _is_owner(theirs, end) and not _is_owner(ours, second):
        return False  # without the ruler's consent, without the ruler
    asked = _between(ours, first, second)
    given = _between(theirs, begin, end)
    if max(len(asked), len(given)) > _FAR:
        return False
    return _covered(theirs, asked, given)


def _is_owner(read: Reading, index: int) -> bool:
    """Say whether an element only tells whose something else is."""
    return read.roles.parse.tokens[read.items[index].head].role == "poss"


def _between(read: Reading, first: int, second: int) -> list[Token]:
    """Return the words between two elements, without quotation marks and commas."""
    tokens = read.roles.parse.tokens[read.items[first].last + 1 : read.items[second].first]
    return [t for t in tokens if t.text not in _SIGNS]


def _covered(theirs: Reading, asked: list[Token], given: list[Token]) -> bool:
    """Say whether words are those of the other text in their order, but for what may be left out."""
    place = 0
    for token in given:
        if place < len(asked) and _one_word(asked[place], token):
            place += 1
        elif not _may_go(theirs, token):
            return False
    return place == len(asked)


def _one_word(ours: Token, theirs: Token) -> bool:
    return ours.lower == theirs.lower or (ours.lemma == theirs.lemma and ours.part == theirs.part)


def _may_go(read: Reading, token: Token) -> bool:
    """Say whether a word only describes another, or says when something was."""
    own = read.roles.elements.of_token.get(token.index)
    kind = read.items[own].kind if own is not None else ""
    if kind in (DATE, HOUR):
        return True
    if kind == NAME:
        return token.role == "appos"
    if token.role == "prep":
        return all(_is_time(read, below) for below in read.roles.parse.below(token.index))
    return token.role in _LEFT_OUT


def _is_time(read: Reading, token: Token) -> bool:
    own = read.roles.elements.of_token.get(token.index)
    return own is not None and read.items[own].kind in (DATE, HOUR)
