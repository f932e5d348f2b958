"""Terms of the record in an account: in official form, by acronym, in another case, or in a distorted form.

A distorted form (rendering) is recognised by rule, not by a list: a near synonym replaces the official
modifier, while the head of the term stays, within three words of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from scripts import english
from scripts.reading.claims import Claim
from scripts.reading.details.acronym_expansions import Expansion, expansions
from scripts.reading.passages import HEADING, Passage
from scripts.reading.words import Word, words
from scripts.record import Reference, Term
from scripts.record.phrase_search import word_keys

OFFICIAL, ACRONYM, CASED = "official", "acronym", "lower case"
UNHYPHENED, RENDERING, MISNAMED = "lost hyphen", "rendering", "acronym with other words"
UNCAPPED = "lost capital"
# Forms other than the official one; words beside an acronym may be right or wrong.
DISTORTED = frozenset({CASED, UNCAPPED, UNHYPHENED, RENDERING})
_REACH = 3


@dataclass(frozen=True)
class TermMention:
    """A place where an account has a term: its span, and how its form compares with the official one."""

    term: Term
    form: str
    start: int
    end: int
    quote: str
    claim: Claim | None
    passage: Passage


def term_mentions(
    passages: Sequence[Passage], claims: Sequence[Claim], reference: Reference
) -> tuple[TermMention, ...]:
    """Return the terms named in the passages of one account (headings too), in the order of the text."""
    claim_of = {id(c.passage): c for c in reversed(claims)}
    spoken = [p for p in passages if p.kind == HEADING or id(p) in claim_of]
    found: list[TermMention] = []
    for passage in spoken:
        claim = claim_of.get(id(passage))
        named = list(_named(passage, claim, reference))
        found += named
        found += [m for m in _renderings(passage, claim, reference) if not _inside(m, named)]
    return tuple(sorted(found, key=lambda m: (m.start, m.end)))


def _inside(mention: TermMention, others: Sequence[TermMention]) -> bool:
    return any(o.start <= mention.start and mention.end <= o.end and o.term == mention.term for o in others)


def _named(passage: Passage, claim: Claim | None, reference: Reference) -> Iterator[TermMention]:
    terms = {t.id: t for t in reference.terms}
    hits = reference.terms_in(passage.quote)
    for hit in hits:
        term = terms[hit.id]
        start, end = passage.start + hit.start, passage.start + hit.end
        form = _form(term, hit.phrase, passage.quote[hit.start : hit.end], passage)
        if form == ACRONYM and (introduced := _introduced(passage, start)):
            if any(
                h.id == hit.id and h is not hit and introduced.start <= passage.start + h.start < start
                for h in hits
            ):
                continue  # the official words before the bracket are the mention
            start, end, form = introduced.start, introduced.end, MISNAMED
        quote = passage.quote[start - passage.start : end - passage.start]
        yield TermMention(term, form, start, end, quote, claim, passage)


def _introduced(passage: Passage, acronym: int) -> Expansion | None:
    """Return the "name (ACRONYM)" that an acronym stands in, if it does."""
    found = expansions(passage.quote)
    at = acronym - passage.start
    return next(
        (
            replace(e, start=e.start + passage.start, end=e.end + passage.start)
            for e in found
            if e.acronym_start <= at < e.end
        ),
        None,
    )


def _form(term: Term, phrase: str, quote: str, passage: Passage) -> str:
    if phrase == term.acronym:
        return ACRONYM
    if "-" in phrase and _joints(phrase) - _joints(quote):
        return UNHYPHENED
    if term.kind == "term-of-art" or passage.kind == HEADING:
        return OFFICIAL
    capitals = [w for w in words(phrase) if w.is_capital]
    written = [w for w in words(quote) if w.lower not in english.stopwords()]
    if len(capitals) > 1 and any(not w.is_capital and w.text[0].isalpha() for w in written):
        return CASED
    return UNCAPPED if _one_capital(term, quote) else OFFICIAL


def _one_capital(term: Term, quote: str) -> bool:
    """Say whether a name whose form has one capital beside its number is written here without it."""
    for form in (term.official, *term.forms):
        if word_keys(form) != word_keys(quote):
            continue
        content = [w for w in words(form) if w.lower not in english.stopwords()]
        numbered = any(w.is_number for w in content)
        return numbered and len(content) > 1 and not any(w.is_capital for w in words(quote))
    return False


def _joints(text: str) -> set[tuple[str, str]]:
    """Return the pairs of word keys that are joined by a hyphen."""
    terms = words(text)
    return {(a.key, b.key) for a, b in pairwise(terms) if text[a.end : b.start] in {"-", "‑", "–"}}


def _renderings(passage: Passage, claim: Claim | None, reference: Reference) -> Iterator[TermMention]:
    found = words(passage.quote)
    for term in reference.terms:
        official = words(term.official)
        if term.kind != "term-of-art" or len(official) != 2:
            continue
        modifier, head = official
        for at, word in enumerate(found):
            if word.key != head.key:
                continue
            near = found[max(0, at - _REACH) : at]
            stand_in = next((w for w in reversed(near) if _stands_in(w, modifier)), None)
            if stand_in:
                quote = passage.quote[stand_in.start : word.end]
                if not any(mark in quote for mark in ".;:()"):
                    yield TermMention(
                        term,
                        RENDERING,
                        passage.start + stand_in.start,
                        passage.start + word.end,
                        quote,
                        claim,
                        passage,
                    )


def _stands_in(word: Word, modifier: Word) -> bool:
    """Say whether a word replaces the official modifier: a near synonym, but not the same word."""
    return word.key not in word_keys(modifier.text) and english.synonymous(word.lower, modifier.lower)
