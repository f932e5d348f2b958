"""Verbs: their forms, made from verbs.csv by spelling rules, and the stances that verbs of saying express."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from scripts.english import rows

_VOWELS = "aeiou"
_HISSES = ("s", "x", "z", "ch", "sh")
_NONE: Mapping[str, frozenset[str]] = {}


@dataclass(frozen=True)
class Verb:
    """A verb and its forms; `past` and `participle` list every accepted form, the commonest first."""

    base: str
    past: tuple[str, ...]
    participle: tuple[str, ...]
    gerund: str
    third: str


@dataclass(frozen=True)
class Stance:
    """What a speaker does with a verb: `rank` goes from 1 (talked about) to 4 (decided or done)."""

    name: str
    rank: int


def _doubles(base: str) -> bool:
    """Whether a regular one-syllable verb doubles its last letter (plan, planned; not visit, play)."""
    if len(base) < 3 or base[-1] in _VOWELS or base[-1] in "wxy":
        return False
    if base[-2] not in _VOWELS or (base[-3] in _VOWELS and base[-3:-1] != "ui"):
        return False
    return sum(letter in _VOWELS for letter in base.replace("qu", "q")) == 1


def _doubling(base: str) -> str:
    if _doubles(base) or base in rows.words("doubled.txt"):
        return base + base[-1]
    return base


def _regular_past(base: str) -> str:
    if base.endswith("e"):
        return base + "d"
    if base.endswith("y") and base[-2] not in _VOWELS:
        return base[:-1] + "ied"
    if base.endswith("c"):
        return base + "ked"
    return _doubling(base) + "ed"


def _gerund(base: str) -> str:
    if base.endswith("ie"):
        return base[:-2] + "ying"
    if base.endswith("e") and base[-2] not in "eoy" and base not in ("be", "singe"):
        return base[:-1] + "ing"
    if base.endswith("c"):
        return base + "king"
    return _doubling(base) + "ing"


def _third(base: str) -> str:
    special = {"be": "is", "have": "has", "do": "does", "go": "goes"}.get(base)
    if special:
        return special
    if base.endswith("y") and base[-2] not in _VOWELS:
        return base[:-1] + "ies"
    if base.endswith("quiz"):
        return base + "zes"
    hisses = base.endswith(_HISSES) or (base.endswith("o") and base[-2] not in _VOWELS)
    return base + ("es" if hisses else "s")


@cache
def verb(base: str) -> Verb | None:
    """The forms of a listed verb, or None; the base must be in verbs.csv."""
    row = _listed().get(base)
    if row is None:
        return None
    past = rows.several(row["past"]) or (_regular_past(base),)
    participle = rows.several(row["participle"]) or past
    return Verb(base, past, participle, _gerund(base), _third(base))


@cache
def _listed() -> dict[str, dict[str, str]]:
    return {row["base"]: row for row in rows.table("verbs.csv", ("base", "past", "participle"))}


def _named(found: Verb) -> Iterator[tuple[str, str]]:
    yield found.base, "base"
    for form in found.past:
        yield form, "past"
        # British doubling (travelled) beside the American form (traveled).
        if form.endswith("led") and not form.endswith("lled") and form[-4:-3] in tuple(_VOWELS):
            yield form[:-2] + "led", "past"
            yield form[:-2] + "led", "participle"
            yield form[:-2] + "ling", "gerund"
    for form in found.participle:
        yield form, "participle"
    yield found.gerund, "gerund"
    yield found.third, "third"


@cache
def _forms() -> dict[str, dict[str, frozenset[str]]]:
    """Every form with its bases, and for each base the names of the form (past, gerund ...)."""
    forms: dict[str, dict[str, set[str]]] = {}
    for base in _listed():
        found = verb(base)
        if found is not None:
            for form, name in _named(found):
                forms.setdefault(form, {}).setdefault(base, set()).add(name)
    for row in rows.table("spellings.csv", ("british", "american")):
        british_base, american = row["british"], row["american"]
        if american in _listed() and british_base not in _listed():
            pattern = (_regular_past(british_base),)
            spelled = Verb(british_base, pattern, pattern, _gerund(british_base), _third(british_base))
            for form, name in _named(spelled):
                forms.setdefault(form, {}).setdefault(american, set()).add(name)
    return {form: {base: frozenset(names) for base, names in found.items()} for form, found in forms.items()}


def verb_forms(word: str) -> Mapping[str, frozenset[str]]:
    """Every verb of which a word can be a form, by base, with the names of that form."""
    return _forms().get(word.lower(), _NONE)


def forms_of_others(word: str) -> frozenset[str]:
    """Which forms of other verbs a word is: spoiled is a past form and a participle, set is itself a base."""
    return frozenset(
        form for base, names in verb_forms(word).items() if base != word.lower() for form in names
    )


def verb_form(word: str) -> tuple[str, frozenset[str]] | None:
    """The verb of a word form, and which form it is: base, past, participle, gerund or third; or None.

    If two verbs share the form, the one with the irregular past is returned (found: find). `verb_forms`
    returns all.
    """
    found = verb_forms(word)
    if not found:
        return None
    base = min(found, key=lambda one: ("base" in found[one], one))
    return base, found[base]


def is_base_verb(word: str) -> bool:
    """Whether a word is the base form of a listed verb, which can begin an imperative or a list item."""
    return any("base" in names for names in verb_forms(word).values())


@cache
def _stances() -> dict[str, Stance]:
    found: dict[str, Stance] = {}
    for row in rows.table("stances.csv", ("stance", "verbs", "rank")):
        stance = Stance(row["stance"], int(rows.value("stances.csv", row, "rank")))
        for base in rows.several(row["verbs"]):
            found[base] = stance
    return found


def stance_of(verb_base: str) -> Stance | None:
    """The stance of a verb, given in any of its forms, or None."""
    lowered = verb_base.lower()
    if lowered in _stances():
        return _stances()[lowered]
    for base in verb_forms(lowered):
        if base in _stances():
            return _stances()[base]
    return None
