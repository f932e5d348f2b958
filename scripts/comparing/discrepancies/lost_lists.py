"""A list that was run together into one paragraph, so that the reader has to guess where items begin."""

from __future__ import annotations

from collections.abc import Iterator

from scripts import english
from scripts.comparing.discrepancies.discrepancy import COSMETIC, DIFFERS, Discrepancy
from scripts.comparing.discrepancies.places import blocks, claim_at, reading_at
from scripts.comparing.discrepancies.rule_inputs import Single
from scripts.reading.passages import ITEM, Passage
from scripts.reading.words import words


def find(single: Single) -> Iterator[Discrepancy]:
    """Yield each paragraph after a lead-in in which two or more sentences begin with a verb, like list items.

    One such sentence may be a real sentence. A sentence that begins with a past tense is no item.
    """
    for block in blocks(single.account):
        items = [p for p in block.passages if p.kind == ITEM and p.reason and _begins_an_item(p)]
        if len(items) < 2:
            continue
        start, end = items[0].start, block.passages[-1].end
        lead = " ".join(block.lead_in.quote.split()[-4:])
        yield Discrepancy(
            "lost-list",
            DIFFERS,
            COSMETIC,
            "list",
            (reading_at(single.account, start, end),),
            f"After the lead-in “… {lead}” {len(items)} items run on in one paragraph.",
            single.pillar(claim_at(single.account, start)),
        )


def _begins_an_item(passage: Passage) -> bool:
    first = words(passage.quote)[0].lower
    form = english.verb_form(first)
    return english.is_base_verb(first) or bool(form and "gerund" in form[1])
