"""Copulas, light verbs and relative pronouns: which element each stands for (is, made, who).

An auxiliary or copula is no element itself; roles that depend on one belong to the element that it stands
for.
"""

from __future__ import annotations

from scripts.english import lexicon
from scripts.reading.syntax.elements import WORD, Elements
from scripts.reading.syntax.parser import Parse

_DEEP = 8  # how many steps up from a noun a person, a thing or an act is looked for
_LIGHT = frozenset({
    "carry out", "conduct", "give", "have", "hold", "impose", "lodge", "make", "perform", "take",
})  # fmt: skip
_RECEIVES = frozenset(
    ["receive", "get", "earn", "draw", "gain", "undergo"]
)  # "earned praise" means "was praised"
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

    def has(self, token: int, *roles: str) -> bool:
        """Say whether a token has a dependent in one of the roles."""
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
        """Say whether a verb makes its subject the patient: earned praise."""
        return (
            self.parse.tokens[token].lemma in _RECEIVES and self.elements.of_token.get(token) in self.silent
        )

    def nearest(self, token: int) -> int | None:
        """Return the element of a token, or of the first token below it that has one."""
        if token in self.elements.of_token:
            return self.elements.of_token[token]
        below = (child for child in self.parse.below(token, *_UNDER) if child.index in self.elements.of_token)
        return next((self.elements.of_token[child.index] for child in below), None)

    def behind_relative(self, token: int) -> int | None:
        """Return the element that a relative pronoun (who, which) stands for."""
        clause = next((one for one in self.parse.above(token) if one.role == "relcl"), None)
        return None if clause is None else self.nearest(clause.head)

    def is_relative(self, token: int, verb: int) -> bool:
        """Say whether a word opens a verb's relative clause."""
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
        """Map each copula to its predicate: is | the mayor."""
        found = {}
        for token in self.parse.tokens:
            if token.lemma != "be" or token.role in ("aux", "auxpass"):
                continue
            worded = (child for child in self.parse.below(token.index) if self._is_worded(child.index))
            said = next(worded, None) or next(self.parse.below(token.index, *_SAID), None)
            said = said or next(self.parse.below(token.index, *_SUBJECT), None)
            if said is not None and (own := self.nearest(said.index)) is not None:
                found[token.index] = own
        return found

    def _is_worded(self, token: int) -> bool:
        """Say whether a word stands in a wording that "be" begins: be in charge of."""
        own = self.elements.of_token.get(token)
        return own is not None and self.elements.items[own].key.startswith("be ")

    def _light(self) -> dict[int, int]:
        """Map each light verb to the noun with its meaning: made | an arrest, the crash | took place."""
        found = {}
        for item in self.elements.items:
            role = self._of_light(item.head, item.key) if item.part == "v" and item.kind == WORD else ""
            for noun in self.parse.below(item.head, role) if role else ():
                own = self.elements.of_token.get(noun.index)
                if own is not None and noun.part == "NOUN" and _is_action(noun.lemma):
                    found[item.head] = own
        return found

    def _of_light(self, verb: int, key: str) -> str:
        """Return the role of the noun that has a light verb's meaning; "" if it has none."""
        if key == "take" and any(t.lower == "place" for t in self.parse.below(verb, "dobj")):
            return "nsubj"
        if key in _LIGHT and self.passive(verb) and self.has(verb, "nsubjpass"):
            return "nsubjpass"
        return "dobj" if key in _LIGHT | _RECEIVES else "nsubj" if key in _HAPPENS else ""


def _is_action(noun: str) -> bool:
    """Return whether a noun names what is done; not a person, not a thing, though one can salt it."""
    is_person = noun == "people" or lexicon.kind_of(noun, "person", "n", _DEEP) is not None
    is_thing = lexicon.kind_of(noun, "physical entity", "n", _DEEP) is not None
    is_act = lexicon.kind_of(noun, "act", "n", _DEEP) is not None
    return lexicon.action(noun) and not is_person and (is_act or not is_thing)


def subtree_opener(parse: Parse, anchors: Anchors, verb: int) -> int | None:
    """Return the word that opens a relative clause, or None."""
    return next((t for t in parse.subtree(verb) if anchors.is_relative(t, verb)), None)
