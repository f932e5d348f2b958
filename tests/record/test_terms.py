"""Terms of the record in an account: named rightly, or in one of the ways in which a name is spoilt."""

from __future__ import annotations

import pytest
from written import single

from scripts import report
from scripts.record import Reference, Term
from scripts.record.terms import ACRONYM, CASED, OFFICIAL, RENDERING, UNHYPHENED

CITED = ("harbour_gazette",)


def term(kind: str, official: str, acronym: str = "") -> Term:
    return Term(official.lower(), kind, official, acronym, (), (), "", CITED, "H", "")


RECORD = Reference(
    terms=(
        term("body", "Nautical Safety Board", "NSB"),
        term("term-of-art", "extended protection"),
        term("term-of-art", "land-sea transport"),
    )
)
MENTIONS = [
    # text, the terms with their form and words
    ("The Nautical Safety Board met.", [("nautical safety board", OFFICIAL, "Nautical Safety Board")]),
    ("The NSB met.", [("nautical safety board", ACRONYM, "NSB")]),
    ("The nautical safety board met.", [("nautical safety board", CASED, "nautical safety board")]),
    ("They discussed extended protection.", [("extended protection", OFFICIAL, "extended protection")]),
    ("They discussed expanded protection.", [("extended protection", RENDERING, "expanded protection")]),
    ("They discussed broader protection.", [("extended protection", RENDERING, "broader protection")]),
    (
        "They agreed on broader cooperation on protection.",
        [("extended protection", RENDERING, "broader cooperation on protection")],
    ),
    ("They discussed wet protection.", []),  # no near-equivalent of the official word
    ("They discussed broader trade. Protection is vital.", []),  # over the end of a sentence
    ("They discussed broader trade in goods and so on and protection.", []),  # too far apart
    ("They discussed land-sea transport.", [("land-sea transport", OFFICIAL, "land-sea transport")]),
    ("They discussed land sea transport.", [("land-sea transport", UNHYPHENED, "land sea transport")]),
    ("The port is open.", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), MENTIONS)
def test_mentions(text: str, expected: list[tuple[str, str, str]]) -> None:
    found = single(text, reference=RECORD).terms
    assert [(m.term.id, m.form, m.quote) for m in found] == expected
    assert all(text[m.start : m.end] == m.quote for m in found)


def test_headings_name_terms_without_a_claim() -> None:
    (heading, text) = single("EXTENDED PROTECTION\n\nExtended protection is vital.", reference=RECORD).terms
    assert (heading.claim, heading.form) == (None, OFFICIAL)
    assert text.claim is not None


def test_without_a_record_there_are_no_terms() -> None:
    assert single("The NSB met.").terms == ()


def test_one_term_of_art_comes_back_under_four_renderings_in_a() -> None:
    """The record has the term once; that no rendering is listed anywhere is held by another test."""
    (read,) = [s for s in report.read().singles if s.siglum == "A"]
    told = [m.quote for m in read.terms if m.term.id == "extended-deterrence"]
    assert told == [
        "broader deterrence",
        "EXPANDED DETERRENCE",
        "extensive deterrence",
        "broader cooperation on deterrence",
    ]
