"""One term of art in several wordings within one account; a writer would keep it fixed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from scripts.comparing.discrepancies.discrepancy import DIFFERS, MATERIAL, Discrepancy
from scripts.comparing.discrepancies.rule_inputs import Single, term_reading
from scripts.record.phrase_search import word_keys
from scripts.record.pillars import OUTSIDE
from scripts.record.terms import OFFICIAL, RENDERING, TermMention


def find(single: Single) -> Iterator[Discrepancy]:
    """Yield each term of the record that the account words in at least two ways, one of them not official.

    Without a record nothing tells which phrases are one term, so nothing is yielded.
    """
    by_term: dict[str, list[TermMention]] = {}
    for mention in single.terms:
        if mention.term.kind == "term-of-art" and mention.form in {OFFICIAL, RENDERING}:
            by_term.setdefault(mention.term.id, []).append(mention)
    for mentions in by_term.values():
        distinct = {word_keys(m.quote) for m in mentions}
        if len(distinct) < 2 or all(m.form == OFFICIAL for m in mentions):
            continue
        term = mentions[0].term
        readings = tuple(term_reading(single, mention) for mention in mentions)
        wordings = ", ".join(f"“{q}”" for q in dict.fromkeys(m.quote.lower() for m in mentions))
        yield Discrepancy(
            "term-rendering",
            DIFFERS,
            MATERIAL,
            f"term {term.official}",
            readings,
            f"{single.siglum} words one term of art in {len(distinct)} ways: {wordings}; on record it is "
            f"“{term.official}”.",
            _pillar(single, mentions),
        )


def _pillar(single: Single, mentions: Sequence[TermMention]) -> str:
    """Return the pillar in which the term occurs most often."""
    counted = Counter(single.pillar(m.claim) for m in mentions if m.claim)
    return counted.most_common(1)[0][0] if counted else OUTSIDE
