"""Imperatives where a lead-in asks for a verb in -ing: "they will help by:", then "Send money"."""

from __future__ import annotations

from collections.abc import Iterator

from scripts import english
from scripts.comparing.discrepancies.discrepancy import COSMETIC, DIFFERS, Discrepancy, Reading
from scripts.comparing.discrepancies.places import blocks, claim_at, reading_at
from scripts.comparing.discrepancies.rule_inputs import Single
from scripts.reading.passages import ITEM, Passage
from scripts.reading.words import Word, words

_LEAD = {"by", "through", "for", "of", "without", "in"}
_VERBS = {"is", "are", "was", "were", "will", "has", "have"}
_AFTER_NOUN = _VERBS | {"of", "for", "from", "in", "by", "with", "and", "or"}


def find(single: Single) -> Iterator[Discrepancy]:
    """Yield the items that begin with a base verb although their lead-in ends in a preposition.

    All items of one lead-in are one finding. After another preposition than "by" an item may be a noun
    ("through: Support for schools"), so there a base form counts only before an article or a possessive.
    """
    found = list(_orders(single))
    if not found:
        return
    readings = tuple(reading for _, reading in found)
    leads = ", ".join(f"“{lead}:”" for lead in dict.fromkeys(lead for lead, _ in found))
    orders = ", ".join(f"“{word}”" for word in dict.fromkeys(r.quote for r in readings))
    several = "The lead-ins end" if len({lead for lead, _ in found}) > 1 else "The lead-in ends"
    said = "the items give orders" if len(found) > 1 else "the item gives an order"
    pillars = [single.pillar(claim_at(single.account, r.start)) for r in readings]
    yield Discrepancy(
        "imperative-after-lead-in",
        DIFFERS,
        COSMETIC,
        "verb form",
        readings,
        f"{several} in {leads}, and {said}, {orders}.",
        max(pillars, key=pillars.count),
    )


def _orders(single: Single) -> Iterator[tuple[str, Reading]]:
    """Yield each imperative with the last word of its lead-in."""
    for block in blocks(single.account):
        lead = words(block.lead_in.quote)[-1:]
        if not lead or lead[0].lower not in _LEAD:
            continue
        for item in block.passages:
            verb = _order(item, lead[0].lower == "by") if item.kind == ITEM else None
            if verb:
                start, end = item.start + verb.start, item.start + verb.end
                yield lead[0].text, reading_at(single.account, start, end)


def _order(item: Passage, surely: bool) -> Word | None:
    """Return the base verb that begins an item, skipping an adverb before it."""
    terms = words(item.quote)
    at = 1 if terms and terms[0].lower.endswith("ly") and len(terms) > 1 else 0
    if len(terms) < at + 2 or not english.is_base_verb(terms[at].lower):
        return None
    following = terms[at + 1]
    if following.lower in {"the", "a", "an", "our", "their", "its", "all"}:
        return terms[at]
    return terms[at] if surely and following.lower not in _AFTER_NOUN else None
