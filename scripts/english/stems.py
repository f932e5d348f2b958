"""One key for all forms of a word: spellings, inflections and the commonest derivations.

Stems are those of the Snowball English stemmer (Porter 2) of the snowballstemmer package. It gives some
unrelated words the same stem (several and severe, business and busy, import and important); stems.csv keeps
them apart.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache, lru_cache

from scripts.english import rows

_POSSESSIVE = re.compile(r"['\u2019]s?$")
# The cache is limited, or a survey of many accounts would fill the memory with names.
_REMEMBERED = 1 << 16


@cache
def _snowball() -> Callable[[str], str]:
    # Imported when first needed: the package loads a stemmer for every language, a third of the start-up
    # time.
    import snowballstemmer  # type: ignore[import-untyped]  # the package has no stubs

    stem_word: Callable[[str], str] = snowballstemmer.stemmer("english").stemWord
    return stem_word


@cache
def _kept_apart() -> dict[str, str]:
    return {row["word"]: row["stem"] for row in rows.table("stems.csv", ("word", "stem"))}


@cache
def _plurals() -> dict[str, str]:
    return {row["plural"]: row["singular"] for row in rows.table("plurals.csv", ("plural", "singular"))}


@cache
def _american() -> dict[str, str]:
    """British stems with their American stems; one row covers every inflection of a word."""
    pairs = rows.table("spellings.csv", ("british", "american"))
    return {stem(row["british"]): stem(row["american"]) for row in pairs}


@cache
def _irregular() -> dict[str, str]:
    """Irregular past forms with their base, except those that are also words of their own (left, found)."""
    own = rows.words("homographs.txt")
    forms: dict[str, str] = {}
    for row in rows.table("verbs.csv", ("base", "past", "participle")):
        for form in (*rows.several(row["past"]), *rows.several(row["participle"])):
            if form not in own:
                forms.setdefault(form, row["base"])
    return forms


@lru_cache(_REMEMBERED)
def stem(word: str) -> str:
    """The stem of one word, lower-cased, without a possessive ending."""
    lowered = _POSSESSIVE.sub("", word.lower()) or word.lower()
    apart = _kept_apart().get(lowered)
    return apart if apart is not None else _snowball()(lowered)


@lru_cache(_REMEMBERED)
def key(word: str) -> str:
    """The key that all forms of a word share: modernising and modernized, rose and rises, men and man.

    Several words give several keys, with one space between them. A form that is also a word of its own (left,
    found, saw) keeps its own key; `keys` gives both.
    """
    parts = word.lower().split()
    if len(parts) != 1:
        return " ".join(key(part) for part in parts)
    lowered = _POSSESSIVE.sub("", parts[0]) or parts[0]
    lowered = _plurals().get(lowered, lowered)
    lowered = _irregular().get(lowered, lowered)
    found = stem(lowered)
    return _american().get(found, found)


def respelled(one: str, other: str) -> bool:
    """Whether spellings.csv has one word in British and the other in American spelling: grey, gray."""
    ours, theirs = stem(one), stem(other)
    return _american().get(ours, ours) == _american().get(theirs, theirs)


@lru_cache(_REMEMBERED)
def keys(word: str) -> frozenset[str]:
    """Every key of a word: its own, and that of the verb whose past form it may be."""
    found = {key(word)}
    lowered = word.lower()
    if lowered in rows.words("homographs.txt"):
        for row in rows.table("verbs.csv", ("base", "past", "participle")):
            if lowered in (*rows.several(row["past"]), *rows.several(row["participle"])):
                found.add(key(row["base"]))
    return frozenset(found)
