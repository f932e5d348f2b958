"""What can be quoted: the words, how to mark them, where they are, and how far they were compared."""

from __future__ import annotations

from dataclasses import replace

import pytest

from scripts import exhibits
from scripts.record import CopyOf, Document
from scripts.record.briefing import Briefing, Quotation
from scripts.report import Report

QUOTED = Quotation(
    document="JC", words="mutual <b> commitment", said_of="to the posture", where="paragraph 2",
    citations=("doc_JC_mirror_a", "doc_JC_mirror_b"), sure="H",
)  # fmt: skip
COPY = CopyOf(
    citation="doc_JC_mirror_a", document="JC", language="English", reliability="D", credibility="2",
    reason="No known editor.",
)  # fmt: skip
KOREAN = replace(COPY, citation="doc_JC_gino_ko", language="Korean", reliability="B")
BETTER = replace(COPY, citation="doc_JC_mirror_b", reliability="C")


def with_quotations(
    report: Report, *quotations: Quotation, copies: tuple[CopyOf, ...] = (COPY,), official: str = ""
) -> Report:
    """A report whose record has these words to quote; ``official`` is what its official page is."""
    reference = report.reference
    pages = tuple(
        replace(page, kind=official) if official and page.key == "doc_JC_official" else page
        for page in reference.citations
    )
    briefing = Briefing(quotations=quotations, copies=copies)
    return replace(report, reference=replace(reference, citations=pages, briefing=briefing))


def test_a_line_says_what_to_quote_how_to_mark_it_and_where_it_is(real: Report) -> None:
    shown = exhibits.to_quote_table(with_quotations(real, QUOTED))
    (row,) = shown.rows
    assert row == {
        "Quote": "“mutual <b> commitment” (to the posture)",
        "Mark it as": "SCM joint communique, 30 Oct 2024, paragraph 2, from a copy",
        "Where it is": (
            "official: https://www.defense.gov/News/Releases/Release/Article/3951794/"
            "56th-security-consultative-meeting-joint-communique/ [doc_JC_official], not opened; copy: "
            "https://pulsewaveglobal.com/news/56th-security-consultative-meeting-joint-communique "
            "[doc_JC_mirror_a] (site not usually reliable)"
        ),
    }
    assert "mutual &lt;b&gt; commitment" in shown.markup
    assert ">pulsewaveglobal.com</a>" in shown.markup, "a page shows the host alone"


# the quotations, what the official page is, and what the line above the table says
RULES = [
    ([QUOTED], "", "At least two copies have these words alike; no official page was opened."),
    (
        [QUOTED, replace(QUOTED, citations=("doc_JC_mirror_a", "doc_JC_mirror_b", "doc_JC_gino_ko"))],
        "",
        "At least two copies have these words alike; no official page was opened.",
    ),
    ([replace(QUOTED, citations=("doc_JC_mirror_a",))], "", "Read in a copy; no official page was opened."),
    ([QUOTED], "official", "At least two copies have these words alike; not every official page was opened."),
]


@pytest.mark.parametrize(("quotations", "official", "expected"), RULES)
def test_how_far_the_words_were_compared(
    real: Report, quotations: list[Quotation], official: str, expected: str
) -> None:
    shown = exhibits.to_quote_table(with_quotations(real, *quotations, official=official))
    assert shown.plain.startswith(f"{expected} Grades, and more words: Say instead.\n")
    assert 'href="say-instead.html#table-quotable"' in shown.markup


# the copies of the document, and the one that is named with its grade
BEST = [
    ((COPY, BETTER), "[doc_JC_mirror_b] (site fairly reliable)"),  # of two the better
    ((KOREAN, COPY), "[doc_JC_mirror_a] (site not usually reliable)"),  # English before a better one
    ((KOREAN,), "in Korean [doc_JC_gino_ko] (site usually reliable)"),
    (
        (replace(COPY, credibility="3"), replace(BETTER, reliability="D")),
        "[doc_JC_mirror_b] (site not usually reliable)",
    ),
]


@pytest.mark.parametrize(("copies", "expected"), BEST)
def test_the_copy_that_is_named_is_the_best_that_can_be_read(
    real: Report, copies: tuple[CopyOf, ...], expected: str
) -> None:
    shown = exhibits.to_quote_table(with_quotations(real, QUOTED, copies=copies))
    assert shown.rows[0]["Where it is"].endswith(expected)


def test_a_document_without_official_address_or_words_says_so_or_stays_away(real: Report) -> None:
    sheet = replace(COPY, citation="doc_FS_mirror_b", document="FS")
    found = with_quotations(real, replace(QUOTED, document="FS", said_of=""), copies=(COPY, sheet))
    (row,) = exhibits.to_quote_table(found).rows
    assert row["Quote"] == "“mutual <b> commitment”"
    assert row["Where it is"].startswith("no official address known; copy: ")
    assert exhibits.to_quote_table(with_quotations(real)).plain.endswith(": none.")


def test_the_long_table_has_every_copy_with_both_grades_and_the_reason(real: Report) -> None:
    (row,) = exhibits.quotable_table(with_quotations(real, QUOTED, copies=(COPY, KOREAN))).rows
    known = next(d for d in real.reference.documents if d.id == "JC")
    assert isinstance(known, Document)
    assert row["Read, and so to be quoted"].startswith(known.read)
    copies = row["Copies, each with its grade and the reason"]
    assert "(site not usually reliable, text probably true) No known editor." in copies
    assert "in Korean [doc_JC_gino_ko] (site usually reliable, text probably true)" in copies


# what bears out the reason, and the cell of the reason
REASONS = [(("lee_end_a", "lee_end_b"), "He had left. F1 [lee_end_a]"), ((), "He had left. F1")]


@pytest.mark.parametrize(("keys", "expected"), REASONS)
def test_what_to_say_and_why_are_cited_apart(real: Report, keys: tuple[str, ...], expected: str) -> None:
    row = replace(real.reference.briefing.replacements[0], why="He had left.", why_citations=keys)
    briefing = replace(real.reference.briefing, replacements=(row,))
    found = replace(real, reference=replace(real.reference, briefing=briefing))
    (shown,) = exhibits.say_instead_table(found).rows
    assert shown["Why"] == expected
    assert shown["Say instead"] == "Minister of National Defense Kim Yong-hyun [doc_JC_mirror_a]"
