"""One term of art under several wordings."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from scripts.comparing.discrepancies import Single
from scripts.comparing.discrepancies.term_renderings import find
from scripts.record import Reference

Read = Callable[..., Single]

CASES = [
    # text, the wordings found (in lower case), none where there is nothing to say
    (
        "They deepened wider protection. EXTENSIVE PROTECTION came. Broader work on protection followed.",
        ["wider protection", "extensive protection", "broader work on protection"],
    ),
    (
        "They spoke of extended protection. Later they called it broader protection.",
        [
            "extended protection",
            "broader protection",
        ],
    ),
    ("They spoke of extended protection. Extended protection matters.", []),  # kept fixed
    ("They spoke of broader protection.", []),  # one wording alone is not at odds with itself
    ("They spoke of combined protection and of legal protection.", []),  # other terms, not renderings
    ("They spoke of extended protection and a broader trade deal.", []),
]


@pytest.mark.parametrize(("text", "wordings"), CASES)
def test_renderings_of_one_term(read: Read, record: Reference, text: str, wordings: list[str]) -> None:
    found = list(find(read(text, record)))
    assert [r.quote.lower() for d in found for r in d.readings] == wordings
    for discrepancy in found:
        assert (discrepancy.relation, discrepancy.materiality) == ("differs", "material")
        assert all(r.standing.citations for r in discrepancy.readings)


def test_without_a_record_it_abstains(read: Read) -> None:
    assert not list(find(read("They deepened wider protection. Broader protection was reaffirmed.")))
