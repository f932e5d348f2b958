"""Comparing the words of a reading with the words of a document on the same topic."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from scripts.reading.words import keys, words
from scripts.record.lookups import Reference
from scripts.record.phrase_search import has_phrase
from scripts.record.row_classes import Topic

_PART = 5  # a word of at least this length may be part of another (cyber, cyberattack)


def in_these_words(reference: Reference, wording: str, row: Topic, rows: Sequence[Topic]) -> bool:
    """Say whether a reading has a document's words: more than half of the shorter one's.

    An acronym counts as its words. A wording in another script cannot be compared, and passes only if no
    document gives one in English. A reading must have all words of a term of art in the document: a part of
    the term is another thing, and so is another term with the same neighbouring word.
    """
    if not _is_english(row.wording):
        return not any(_is_english(r.wording) for r in rows if r.finding == "stated")
    full = " ".join(
        [
            row.wording,
            *(t.official for t in reference.terms if t.acronym and t.acronym in row.wording.split()),
        ]
    )
    ours, theirs = (frozenset(keys(words(text))) for text in (wording, full))
    arts = [
        t.official for t in reference.terms if t.kind == "term-of-art" and has_phrase(row.wording, t.official)
    ]
    if arts and not any(_shared(art, ours) == art for art in (list(keys(words(text))) for text in arts)):
        return False
    return 2 * len(_shared(ours, theirs)) > min(len(ours), len(theirs))


def _shared(ours: Collection[str], theirs: Collection[str]) -> list[str]:
    """Return our keys that theirs contain, whole or as a long part of a word."""
    return [
        k
        for k in ours
        if any(k == o or (min(len(k), len(o)) >= _PART and (k in o or o in k)) for o in theirs)
    ]


def _is_english(wording: str) -> bool:
    return any(character.isascii() and character.isalpha() for character in wording)
