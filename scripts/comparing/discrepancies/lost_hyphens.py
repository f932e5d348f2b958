"""A term written without the hyphen that carries its sense."""

from __future__ import annotations

from collections.abc import Iterator

from scripts.comparing.discrepancies.discrepancy import DIFFERS, MATERIAL, Discrepancy
from scripts.comparing.discrepancies.rule_inputs import Single, term_reading
from scripts.record.terms import UNHYPHENED


def find(single: Single) -> Iterator[Discrepancy]:
    """Yield each place where a hyphenated term of the record is written without its hyphen.

    Without a record nothing is yielded, because most compounds mean the same with and without a hyphen.
    """
    for mention in single.terms:
        if mention.form != UNHYPHENED:
            continue
        yield Discrepancy(
            "lost-hyphen",
            DIFFERS,
            MATERIAL,
            f"hyphen of {mention.term.official}",
            (term_reading(single, mention),),
            f"“{mention.quote}” lacks the hyphen of “{mention.term.official}”, and with it the sense that "
            "the two are joined.",
            single.pillar(mention.claim),
        )
