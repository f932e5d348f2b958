"""The states of the world: the forms of their names, their demonyms, their capitals."""

from __future__ import annotations

from functools import cache, lru_cache

from scripts.english import rows

_HEADER = ("iso", "name", "forms", "demonyms", "capital")


@cache
def country_forms() -> dict[str, str]:
    """Every form of a state's name, in lower case, with its two-letter ISO 3166-1 code."""
    found: dict[str, str] = {}
    for row in rows.table("countries.csv", _HEADER):
        for form in (row["name"], *rows.several(row["forms"])):
            found[form.lower()] = row["iso"]
    return found


@cache
def country_names() -> dict[str, str]:
    """ISO codes with the names that readers are shown."""
    return {row["iso"]: row["name"] for row in rows.table("countries.csv", _HEADER)}


@cache
def demonyms() -> dict[str, str]:
    """Adjectives and names of peoples, in lower case, with the state's code; shared ones are left out."""
    pairs = [
        (word.lower(), row["iso"])
        for row in rows.table("countries.csv", _HEADER)
        for word in rows.several(row["demonyms"])
    ]
    states: dict[str, set[str]] = {}
    for word, iso in pairs:
        states.setdefault(word, set()).add(iso)
    return {word: iso for word, iso in pairs if len(states[word]) == 1}


@cache
def capitals() -> dict[str, str]:
    """Capitals in all their forms, in lower case, with the state's code."""
    return {
        city.lower(): row["iso"]
        for row in rows.table("countries.csv", _HEADER)
        for city in rows.several(row["capital"])
    }


@lru_cache(maxsize=1 << 14)
def country(words: str) -> str | None:
    """The code of the state that a name means, with or without an article or possessive, or None.

    Two-letter forms (US, UK) count only in capitals: "us" is a pronoun.
    """
    name = " ".join(words.split())
    for ending in ("'s", "\u2019s", "'", "\u2019"):
        name = name.removesuffix(ending)
    for article in ("the ", "The ", "THE "):
        name = name.removeprefix(article)
    if len(name) == 2 and not name.isupper():
        return None
    return country_forms().get(name.lower())
