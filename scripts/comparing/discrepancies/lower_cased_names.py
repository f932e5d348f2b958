"""Proper names written as common words: a reader cannot tell that a particular thing is meant."""

from __future__ import annotations

from collections.abc import Iterator

from scripts import english
from scripts.comparing.discrepancies.comparison import Single
from scripts.comparing.discrepancies.discrepancy import COSMETIC, DIFFERS, MATERIAL, Discrepancy
from scripts.comparing.discrepancies.places import reading_at
from scripts.reading.passages import HEADING
from scripts.reading.words import words
from scripts.record.phrases import word_keys
from scripts.record.standings import of_term
from scripts.record.terms import CASED, OFFICIAL, TermMention


def find(single: Single) -> Iterator[Discrepancy]:
    """Yield each name of the record, in one place or another, that lost its capitals.

    A name of which one capital alone is lost ("3+3 meeting") stays recognisable: that is cosmetic. Terms of
    art have no capitals to lose, and headings have their own.
    """
    for mention in single.terms:
        lost = mention.form == CASED
        if not lost and not _one_capital(mention):
            continue
        standing = of_term(single.reference, mention.term, CASED)
        reading = reading_at(single.account, mention.start, mention.end, mention.quote, standing)
        yield Discrepancy(
            "lower-cased-name",
            DIFFERS,
            MATERIAL if lost else COSMETIC,
            f"name {mention.term.official}",
            (reading,),
            f"“{mention.quote}” reads as common words; on record it is the name of a {mention.term.kind}, "
            f"{mention.term.official}.",
            single.pillar(mention.claim),
        )


def _one_capital(mention: TermMention) -> bool:
    """Say whether a name whose form has one capital beside its number stands here without it."""
    if mention.form != OFFICIAL or mention.term.kind == "term-of-art" or mention.passage.kind == HEADING:
        return False
    written = words(mention.quote)
    for form in (mention.term.official, *mention.term.forms):
        if word_keys(form) != word_keys(mention.quote):
            continue
        content = [w for w in words(form) if w.lower not in english.stopwords()]
        numbered = any(w.is_number for w in content)
        return numbered and len(content) > 1 and not any(w.is_capital for w in written)
    return False
