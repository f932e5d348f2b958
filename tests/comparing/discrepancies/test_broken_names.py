"""A name torn in two by a full stop."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from scripts.comparing.discrepancies import Single
from scripts.comparing.discrepancies.broken_names import find
from scripts.record import Reference

Read = Callable[..., Single]

CASES = [
    # text, the torn name, its standing with the record
    (
        "She joins him for a meeting of ports and finance ministers. Fisheries (3+3 meeting) to align plans.",
        "ports and finance ministers. Fisheries (3+3 meeting)",
        "refuted",  # "finance" has no part in the name
    ),
    (
        "She will join him for a meeting of ports. Fisheries ministers (3+3 meeting) to align plans.",
        "ports. Fisheries ministers (3+3 meeting)",
        "near",
    ),
    ("She joined the talks. Defence officials (mostly from Lima) attended them.", "", ""),  # two sentences
    ("She joined the talks of the Port Corp. Board (3+3 meeting) to align plans.", "", ""),  # an abbreviation
    ("They met at the Ports and Fisheries Meeting (3+3 meeting) to align plans.", "", ""),
]


@pytest.mark.parametrize(("text", "torn", "standing"), CASES)
def test_a_stop_within_a_name(read: Read, record: Reference, text: str, torn: str, standing: str) -> None:
    found = list(find(read(text, record)))
    assert [d.readings[0].quote for d in found] == ([torn] if torn else [])
    assert [d.readings[0].standing.verdict for d in found] == ([standing] if torn else [])
    assert all((d.relation, d.materiality) == ("differs", "material") for d in found)


def test_without_a_record_it_is_not_checked(read: Read) -> None:
    found = list(find(read(CASES[0][0])))
    assert [d.readings[0].standing.verdict for d in found] == ["not checked"]
