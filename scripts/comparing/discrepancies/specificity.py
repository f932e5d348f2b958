"""A name in one account for which the other has only plain words: one is more specific.

For each official name the record lists plain words for things of its kind. If both accounts use terms of art,
the difference is one of terms, not of specificity.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from scripts.comparing.discrepancies.discrepancy import DIFFERS, MINOR, Discrepancy, Reading, span_reading
from scripts.comparing.discrepancies.rule_inputs import Pair, Single, term_standing, topic_standing
from scripts.comparing.pairing.alignments import Alignment
from scripts.reading.claims import Claim
from scripts.record.standings import NEAR, NOT_CHECKED, Standing
from scripts.record.terms import TermMention

_NAMES = {"body", "document", "programme", "exercise", "framework", "system", "treaty"}


@dataclass(frozen=True)
class _Plain:
    """Plain words in a claim for the kind of thing that a term names."""

    term: str
    start: int
    end: int
    claim: Claim


def find(pair: Pair) -> Iterator[Discrepancy]:
    """Yield each term that one account names and the other has only in plain words, best alignment first."""
    for named, plain in ((pair.left, pair.right), (pair.right, pair.left)):
        theirs = {m.term.id for m in plain.terms}
        words = _plain_words(plain)
        told: set[tuple[int, int]] = set()
        for term in dict.fromkeys(m.term for m in named.terms if m.claim and m.term.id not in theirs):
            mention = _fullest([m for m in named.terms if m.term == term and m.claim])
            found = _nearest(pair, mention, [p for p in words if p.term == term.id])
            if not found or (found.start, found.end) in told:
                continue
            told.add((found.start, found.end))
            yield _discrepancy(pair, (named, mention), (plain, found))


def _plain_words(single: Single) -> list[_Plain]:
    return [
        _Plain(hit.id, claim.start + hit.start, claim.start + hit.end, claim)
        for claim in single.account.claims
        for hit in single.reference.generic_in(claim.quote)
    ]


def _fullest(mentions: list[TermMention]) -> TermMention:
    return max(mentions, key=lambda m: (m.end - m.start, -m.start))


def _nearest(pair: Pair, mention: TermMention, words: list[_Plain]) -> _Plain | None:
    """Return the plain words in the claim that aligns best with the name's; None if there is none."""
    scores = {(id(a.left), id(a.right)): a for a in pair.alignments}
    best: tuple[float, _Plain] | None = None
    for plain in words:
        aligned: Alignment | None = scores.get((id(mention.claim), id(plain.claim))) or scores.get(
            (id(plain.claim), id(mention.claim))
        )
        same_pillar = pair.left.pillar(mention.claim) == pair.left.pillar(plain.claim) != "outside"
        score = (
            (aligned.common if aligned else 0.0)
            + 0.1 * same_pillar
            + 0.2 * _share_topic(pair, mention, plain)
        )
        if score and (best is None or score > best[0]):
            best = score, plain
    return best[1] if best else None


def _share_topic(pair: Pair, mention: TermMention, plain: _Plain) -> bool:
    """Say whether the name and the plain words belong to one topic of the record."""
    spans = ((mention.claim, mention.start, mention.end), (plain.claim, plain.start, plain.end))
    ours, theirs = (
        {
            m.topic
            for single in (pair.left, pair.right)
            for m in single.topics
            if m.claim is claim and m.start < end and start < m.end
        }
        for claim, start, end in spans
    )
    return bool(ours & theirs)


def _discrepancy(pair: Pair, named: tuple[Single, TermMention], plain: tuple[Single, _Plain]) -> Discrepancy:
    (single, mention), (other, words) = named, plain
    readings = [_name(single, mention), _words(other, words)]
    if single is not pair.left:
        readings.reverse()
    quote = words.claim.quote[words.start - words.claim.start : words.end - words.claim.start]
    if mention.term.kind in _NAMES:
        kind, why = (
            "specificity",
            f"{single.siglum} names “{mention.quote}”; {other.siglum} has only “{quote}”.",
        )
    else:
        kind, why = (
            "term",
            f"{single.siglum} has the term “{mention.quote}”, {other.siglum} the words “{quote}”.",
        )
    return Discrepancy(
        kind, DIFFERS, MINOR, f"term {mention.term.id}", tuple(readings), why, single.pillar(mention.claim)
    )


def _name(single: Single, mention: TermMention) -> Reading:
    assert mention.claim is not None
    standing = term_standing(single, mention)
    return span_reading(mention.claim, mention.start, mention.end, mention.term.official, standing)


def _words(single: Single, plain: _Plain) -> Reading:
    """Return the plain words with what the record says of their topic, or else of the name."""
    topics = [
        m for m in single.topics if m.claim is plain.claim and m.start < plain.end and plain.start < m.end
    ]
    term = next(t for t in single.reference.terms if t.id == plain.term)
    told = topic_standing(single, topics[0]) if topics else Standing()
    standing = told
    if told.verdict in {NEAR, NOT_CHECKED}:
        cited = tuple(dict.fromkeys((*told.citations, *term.citations)))
        standing = Standing(NEAR, cited, f"the record has the name: {term.official}")
    return span_reading(plain.claim, plain.start, plain.end, standing=standing)
