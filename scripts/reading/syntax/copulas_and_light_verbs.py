"""Which element a word of the grammar belongs to: what "is" says, what "made" makes, whom "who" stands for.

An auxiliary or copula is no element of its own; roles that hang on one belong to the element that it anchors.
"""

from __future__ import annotations

from collections import defaultdict

from scripts.english import lexicon
from scripts.reading.syntax.elements import WORD, Elements
from scripts.reading.syntax.parser import Parse

_LIGHT = frozenset(["make", "take", "give", "hold", "have", "carry out", "impose"])
_RECEIVES = frozenset(["receive", "get", "earn", "draw", "gain", "undergo"])  # earned praise: was praised
_HAPPENS = frozenset(["happen", "occur"])
_SAID = ("attr", "acomp", "oprd")
_SUBJECT = ("nsubj", "nsubjpass")
_UNDER = ("pobj", "conj", "nummod", "amod")


class Anchors:
    """For the tokens of one text, the element that each stands for."""

    def __init__(self, found: Elements) -> None:
        self.elements, self.parse = found, found.parse
        copulas = self._copulas()
        light = self._light()
        self.silent = frozenset(found.of_token[verb] for verb in light if verb in found.of_token)
        self.of_token = {**found.of_token, **copulas, **light}
        outside: dict[int, list[int]] = defaultdict(list)
        for token, own in self.of_token.items():
            if not found.items[own].first <= token <= found.items[own].last:
                outside[own].append(token)
        self.outside = {own: tuple(tokens) for own, tokens in outside.items()}

    def has(self, token: int, *roles: str) -> bool:
        """Say whether anything hangs on a token by one of the roles."""
        return next(self.parse.below(token, *roles), None) is not None

    def passive(self, token: int) -> bool:
        """Say whether a verb is in the passive voice."""
        one = self.parse.tokens[token]
        if self.has(token, "auxpass", "nsubjpass"):
            return True
        if one.tag != "VBN" or one.role in ("acl", "amod"):
            return one.tag == "VBN"
        while one.role == "conj" and not self.has(one.index, "aux", "nsubj"):
            one = self.parse.tokens[one.head]
            if self.has(one.index, "auxpass", "nsubjpass"):
                return True
        alone = one.tag == "VBN" and not self.has(one.index, "aux", "nsubj")
        return alone and one.role in ("advcl", "xcomp", "ccomp", "acl", "amod")

    def receives(self, token: int) -> bool:
        """Say whether a verb makes its subject the one to whom something is done: earned praise."""
        return (
            self.parse.tokens[token].lemma in _RECEIVES and self.elements.of_token.get(token) in self.silent
        )

    def nearest(self, token: int) -> int | None:
        """Return the element of a token, or of the first below it that has one."""
        if token in self.elements.of_token:
            return self.elements.of_token[token]
        below = (child for child in self.parse.below(token, *_UNDER) if child.index in self.elements.of_token)
        return next((self.elements.of_token[child.index] for child in below), None)

    def behind_relative(self, token: int) -> int | None:
        """Return the element that a relative pronoun (who, which) stands for."""
        clause = next((one for one in self.parse.above(token) if one.role == "relcl"), None)
        return None if clause is None else self.nearest(clause.head)

    def is_relative(self, token: int, verb: int) -> bool:
        """Say whether a word opens the relative clause of a verb."""
        one = self.parse.tokens[token]
        if one.tag not in ("WDT", "WP", "WP$", "WRB") and not (one.lower == "that" and one.role != "mark"):
            return False
        verbs = (
            h
            for h in self.parse.above(token)
            if h.part in ("VERB", "AUX") and h.role not in ("aux", "auxpass")
        )
        return next((h.index for h in verbs), -1) == verb

    def _copulas(self) -> dict[int, int]:
        """Map each "be" that is no auxiliary to what it says of its subject: is | the mayor."""
        found = {}
        for token in self.parse.tokens:
            if token.lemma != "be" or token.role in ("aux", "auxpass"):
                continue
            said = next(self.parse.below(token.index, *_SAID), None)
            said = said or next(self.parse.below(token.index, *_SUBJECT), None)
            if said is not None and (own := self.nearest(said.index)) is not None:
                found[token.index] = own
        return found

    def _light(self) -> dict[int, int]:
        """Map a verb that says little to the noun that says it: made | an arrest, the crash | took place."""
        found = {}
        for item in self.elements.items:
            role = self._of_light(item.head, item.key) if item.part == "v" and item.kind == WORD else ""
            for noun in self.parse.below(item.head, role) if role else ():
                own = self.elements.of_token.get(noun.index)
                if own is not None and noun.part == "NOUN" and lexicon.action(noun.lemma):
                    found[item.head] = own
        return found

    def _of_light(self, verb: int, key: str) -> str:
        """Return the role of the noun that a light verb leaves its sense to; "" where the verb has one."""
        if key == "take" and any(t.lower == "place" for t in self.parse.below(verb, "dobj")):
            return "nsubj"
        if key == "hold" and self.passive(verb):
            return "nsubjpass"
        return "dobj" if key in _LIGHT | _RECEIVES else "nsubj" if key in _HAPPENS else ""


def subtree_opener(parse: Parse, anchors: Anchors, verb: int) -> int | None:
    """Return the word that opens a relative clause, or None where no word does."""
    return next((t for t in parse.subtree(verb) if anchors.is_relative(t, verb)), None)
