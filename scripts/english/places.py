"""The states of the world: the forms of their names, their demonyms, their capitals."""

from __future__ import annotations

from functools import cache, lru_cache

from scripts.english import rows

_HEADER = ("iso", "name", "forms", "demonyms", "capital")


@cache
def country_forms() -> dict[str, str]:
    """Every form of a state's name, lower-cased, to its ISO 3166-1 code of two letters."""
    found: dict[str, str] = {}
    for row in rows.table("countries.csv", _HEADER):
        for form in (row["name"], *rows.several(row["forms"])):
            found[form.lower()] = row["iso"]
    return found


@cache
def country_names() -> dict[str, str]:
    """ISO code to the name a reader is shown."""
    return {row["iso"]: row["name"] for row in rows.table("countries.csv", _HEADER)}


@cache
def demonyms() -> dict[str, str]:
    """Adjectives and names of peoples, lower-cased, to the code of the state; shared ones are left out."""
    pairs = [
        (word.lower(), row["iso"])
        for row in rows.table("countries.csv", _HEADER)
        for word in rows.several(row["demonyms"])
    ]
    shared = {word for word, iso in pairs if any(word == other and iso != code for other, code in pairs)}
    return {word: iso for word, iso in pairs if word not in shared}


@cache
def capitals() -> dict[str, str]:
    """Capitals, lower-cased, to the code of the state; several forms of one capital all count."""
    return {
        city.lower(): row["iso"]
        for row in rows.table("countries.csv", _HEADER)
        for city in rows.several(row["capital"])
    }


@lru_cache(maxsize=1 << 14)
def country(words: str) -> str | None:
    """The code of the state a name stands for, with or without an article or possessive; else none.

    Upper-case forms of two letters (US, UK) count only in capitals: "us" is a pronoun.
    """
    name = " ".join(words.split())
    for ending in ("'s", "\u2019s", "'", "\u2019"):
        name = name.removesuffix(ending)
    for article in ("the ", "The ", "THE "):
        name = name.removeprefix(article)
    if len(name) == 2 and not name.isupper():
        return None
    return country_forms().get(name.lower())
