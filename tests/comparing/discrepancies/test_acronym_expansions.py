"""Which words make their short form."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from scripts.comparing.discrepancies import Single
from scripts.comparing.discrepancies.acronym_expansions import find
from scripts.record import Reference

Read = Callable[..., Single]

CASES = [
    # text, type and relation of what is found without a record, or "" for nothing
    (
        "The Nautical Advisory Board (NSB) met.",
        "acronym-expansion differs",
    ),  # one initial of three is another
    ("The Board for Safety at Sea (BSS) met.", ""),  # small words may be passed over
    ("The Safety Nautical Board (NSB) met.", "acronym-expansion differs"),  # the same initials, another order
    ("They agreed on tonnage and draught survey work (TDS).", "displaced-acronym differs"),
    ("They agreed on a tonnage and draught survey (TDS).", ""),
    ("Doctors Without Borders (MSF) sent a team.", ""),  # of another language: abstains
    ("The Association of Southeast Asian Nations (ASEAN) met.", ""),  # draws on inner letters: abstains
    ("The European Union (UE) agreed.", ""),  # two letters in another language's order: abstains
    ("The World Health Organization (WHO) spoke.", ""),
    ("Stocks of weapons of mass destruction (WMDs) fell.", ""),  # a plural
    ("The Latin American Steel Chamber (LASC) complained.", ""),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_words_and_their_short_form(read: Read, text: str, expected: str) -> None:
    found = [f"{d.type} {d.relation}" for d in find(read(text))]
    assert found == ([expected] if expected else [])


CHECKED = [
    # text, what is found with the record, materiality, standing
    ("The Nautical Advisory Board (NSB) met.", "acronym-expansion conflicts", "material", "refuted"),
    (
        "The Coastal Clean Water Compact (CCWQ) was signed.",
        "acronym-expansion conflicts",
        "material",
        "refuted",
    ),
    ("The Coastal Water Compact (CCWQ) was signed.", "", "", ""),  # an accepted form, whatever its initials
    (
        "Work on tonnage and draught survey tools (TDS) began.",
        "displaced-acronym differs",
        "cosmetic",
        "near",
    ),
    ("The Northern Seal Bureau (NSB) met.", "", "", ""),  # another body whose words make the same letters
    (
        "The Tidal Power Group (TRG) met.",
        "acronym-expansion differs",
        "material",
        "unconfirmed",
    ),  # not on record
]


@pytest.mark.parametrize(("text", "expected", "materiality", "standing"), CHECKED)
def test_with_a_record(
    read: Read, record: Reference, text: str, expected: str, materiality: str, standing: str
) -> None:
    found = list(find(read(text, record)))
    assert [f"{d.type} {d.relation}" for d in found] == ([expected] if expected else [])
    assert [d.materiality for d in found] == ([materiality] if expected else [])
    assert [d.readings[0].standing.verdict for d in found] == ([standing] if expected else [])


def test_a_sentence_on_two_events_is_one_finding(read: Read) -> None:
    text = "The Lakeside Trade Summit and the Hill Water Summit heard the Nautical Advisory Board (NSB)."
    assert len(list(find(read(text)))) == 1
