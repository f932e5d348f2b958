"""Where a finding stands in an account: the claim at a place, and the blocks that a lead-in opens."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from scripts.comparing.discrepancies.discrepancy import Reading
from scripts.reading.accounts import Account
from scripts.reading.claims import Claim
from scripts.reading.passages import CHROME, HEADING, LEAD_IN, SENTENCE, Passage
from scripts.record.standings import UNCHECKED, Standing


@dataclass(frozen=True)
class Block:
    """A lead-in (a sentence that ends in a colon) with the passages it introduces, in order."""

    lead_in: Passage
    passages: tuple[Passage, ...]


def blocks(account: Account) -> Iterator[Block]:
    """Yield the blocks of an account that introduce at least one passage.

    A block ends at the next heading, lead-in or site furniture, and at a sentence that begins a paragraph.
    """
    passages = account.passages
    for at, passage in enumerate(passages):
        if passage.kind != LEAD_IN:
            continue
        members: list[Passage] = []
        for other in (passages[n] for n in range(at + 1, len(passages))):
            last = members[-1] if members else passage
            paragraph = "\n" in account.source.text[last.end : other.start]
            if other.kind in {HEADING, LEAD_IN, CHROME} or (members and other.kind == SENTENCE and paragraph):
                break
            members.append(other)
        if members:
            yield Block(passage, tuple(members))


def claim_at(account: Account, place: int) -> Claim | None:
    """Return the first claim whose quote covers an offset; None in a heading and in site furniture."""
    at = bisect_right(account.starts, place) - 1
    if at < 0 or account.claims[at].end <= place:
        return None
    return account.claims[bisect_left(account.starts, account.starts[at])]


def reading_at(
    account: Account, start: int, end: int, value: str = "", standing: Standing = UNCHECKED
) -> Reading:
    """Return what the account says between two offsets, with the claim in which it begins.

    The span may run over several claims of one paragraph.
    """
    quote = account.source.text[start:end]
    return Reading(account.siglum, start, end, quote, claim_at(account, start), value or quote, standing)
