"""Proper names written in lower case, so that a reader cannot tell that a particular thing is meant."""

from __future__ import annotations

from collections.abc import Iterator

from scripts.comparing.discrepancies.discrepancy import COSMETIC, DIFFERS, MATERIAL, Discrepancy
from scripts.comparing.discrepancies.rule_inputs import Single, term_reading
from scripts.record.terms import CASED, UNCAPPED


def find(single: Single) -> Iterator[Discrepancy]:
    """Yield each name of the record that is written in lower case somewhere in the account.

    A name that lost only one capital ("3+3 meeting") is still recognisable: that is cosmetic. Terms of art
    have no capitals to lose, and headings have capitals of their own.
    """
    for mention in single.terms:
        if mention.form not in {CASED, UNCAPPED}:
            continue
        yield Discrepancy(
            "lower-cased-name",
            DIFFERS,
            MATERIAL if mention.form == CASED else COSMETIC,
            f"name {mention.term.official}",
            (term_reading(single, mention),),
            f"“{mention.quote}” reads as common words; on record it is the name of a {mention.term.kind}, "
            f"{mention.term.official}.",
            single.pillar(mention.claim),
        )
