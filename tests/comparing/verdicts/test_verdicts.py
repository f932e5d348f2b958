"""Statements against sources: the verdict, the detail that decides, and where the rules must abstain."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from scripts.comparing.verdicts import Wording, check_summary, judge, judge_by, ranking, sentences
from scripts.comparing.verdicts.figures import breaks, meets
from scripts.comparing.verdicts.model import VERDICTS, fitted
from scripts.comparing.verdicts.pairing import answers
from scripts.comparing.verdicts.spacing import closed
from scripts.ground.faults import Fault

SUPPORTED, CONTRADICTED, OPEN = VERDICTS

# statement, source, verdict, kind of the conflict ("" for none)
CASES = [
    # numbers: what is asked for is a range
    (
        "More than 300 people came to the fair.",
        "In all, 250 people came to the fair.",
        CONTRADICTED,
        "number",
    ),
    ("More than 200 people came to the fair.", "In all, 250 people came to the fair.", SUPPORTED, ""),
    (
        "Fewer than 40 ferries were delayed.",
        "On Monday 52 ferries were delayed by fog.",
        CONTRADICTED,
        "number",
    ),
    ("The bridge cost $ 40 million .", "The bridge cost $ 62 million to build .", CONTRADICTED, "number"),
    ("The bridge cost less than $70 million.", "The bridge cost $62 million to build.", SUPPORTED, ""),
    ("The vaccine was 91% effective.", "The vaccine was 84% effective in adults.", CONTRADICTED, "number"),
    ("The team won its third title.", "The team won its second title in Oslo.", CONTRADICTED, "number"),
    # dates, and dates as limits
    ("The treaty was signed on 3 May 2019.", "The treaty was signed on 5 May 2019.", CONTRADICTED, "date"),
    ("The treaty was signed before 2020.", "The treaty was signed on 5 May 2019.", SUPPORTED, ""),
    ("The museum opened after 1995.", "The museum opened in 1988.", CONTRADICTED, "date"),
    ("The talks took place on 30 October 2024.", "The talks were held on 30 October 2024.", SUPPORTED, ""),
    # words
    (
        "The harbour board of Bergen approved the new terminal.",
        "The harbour board of Bergen approved the new terminal on Friday.",
        SUPPORTED,
        "",
    ),
    ("The river froze in January.", "The orchestra will tour Portugal next spring.", OPEN, ""),
    ("The mayor visited the new school in Arequipa.", "The council discussed the price of bread.", OPEN, ""),
    # figures of other things say nothing
    ("The hospital treated 80 patients.", "The library lent more than 4,000 books.", OPEN, ""),
]


@pytest.mark.parametrize(("statement", "source", "verdict", "kind"), CASES)
def test_verdict(statement: str, source: str, verdict: str, kind: str) -> None:
    found = judge(statement, source)
    assert found.verdict == verdict
    assert (found.conflict.kind if found.conflict else "") == kind


@pytest.mark.parametrize(("statement", "source", "verdict", "kind"), CASES)
def test_spans_are_the_text_as_given(statement: str, source: str, verdict: str, kind: str) -> None:
    found = judge(statement, source)
    assert found.sentence
    assert source[found.sentence.start : found.sentence.end] == found.sentence.text
    if found.conflict:
        for quote, text in ((found.conflict.statement, statement), (found.conflict.source, source)):
            assert quote
            assert text[quote.start : quote.end] == quote.text


def test_the_deciding_sentence_is_found_in_a_long_source() -> None:
    source = (
        "Budget talks opened on Monday. Rain fell.\n\nThe ministry ordered 14 trains from Poland. "
        "A union leader called the order late. Tickets will not cost more. The lines are being electrified."
    )
    found = judge("The ministry ordered 20 trains from Poland.", source)
    assert (found.verdict, found.place) == (CONTRADICTED, 2)
    assert found.conflict
    assert found.conflict.source
    assert found.conflict.source.text == "14"


def test_a_long_source_does_not_support_what_shares_a_few_words_with_it() -> None:
    source = (
        "The alliance met in June. The members of the alliance reviewed supplies of grain. "
        "A report was promised. Ministers of Kenya and Ghana spoke. The hall was full."
    )
    assert judge("The alliance expelled Kenya for hiding grain exports.", source).verdict == OPEN


def test_a_source_without_words_says_nothing() -> None:
    assert judge("The fair was opened.", " \n ").verdict == OPEN
    assert judge_by("The fair was opened.", []).verdict == OPEN


def test_reasons_name_words_and_weights() -> None:
    found = judge("More than 300 people came to the fair.", "In all, 250 people came to the fair.")
    named = {reason.name: reason for reason in found.reasons}
    assert any("number" in name for name in named)
    assert all(reason.weight for reason in found.reasons)
    assert any("people" in reason.words for reason in found.reasons)


# statement's figure, sentence's figure: met, broken
@pytest.mark.parametrize(
    ("asked", "given", "met", "broken"),
    [
        ("more than 10 boats", "12 boats", True, False),
        ("more than 12 boats", "12 boats", False, True),
        ("at least 12 boats", "12 boats", True, False),
        ("more than 12 boats", "more than 10 boats", False, False),
        ("before 4 March 2020", "3 March 2020", True, False),
        ("before 4 March 2020", "4 March 2020", False, True),
        ("by 4 March 2020", "4 March 2020", True, False),
        ("in March 2020", "4 March 2020", True, False),
        ("on 4 March", "4 March 2021", True, False),
        ("until 4 March", "until 9 March", False, True),
        ("a rating of 6/10", "a rating of 6.4/10", False, True),
        ("£5 million", "£5,000,000", True, False),
    ],
)
def test_ranges(asked: str, given: str, met: bool, broken: bool) -> None:
    ours, theirs = Wording(asked).figures[0], Wording(given).figures[0]
    assert (meets(ours, theirs), breaks(ours, theirs)) == (met, broken)


def test_each_figure_answers_one() -> None:
    asked = Wording("There were 30 cases and 4 deaths.").figures
    given = Wording("It counted 28 cases, 4 deaths and 11 recoveries.").figures
    found = [(a.asked.quote, a.given.quote if a.given else "", a.outcome) for a in answers(asked, given)]
    assert found == [("30", "28", "broken"), ("4", "4", "met")]


@pytest.mark.parametrize("text", ["The crew of Apollo 11 landed.", "The train left at 10:45."])
def test_names_and_times_are_no_figures(text: str) -> None:
    assert Wording(text).figures == ()


def test_ranking_finds_the_sentence_and_says_why() -> None:
    parts = sentences("The choir sang. The dam at Kariba holds back the Zambezi. It rained.")
    best = ranking(Wording("The Zambezi is held back by a dam."), [p.wording for p in parts])[0]
    assert best.place == 1
    assert best.words[0][1] > 0
    assert best.score == pytest.approx(sum(best.parts.values()))


SOURCE = (
    "Norway's parliament passed the fisheries bill on Tuesday by 88 votes. Minister Anne Berg welcomed it.\n"
    "The law lowers the quota for cod. Boat owners in Tromsø plan to appeal."
)


@pytest.mark.parametrize(
    ("summary", "kinds"),
    [
        ("Norway's parliament passed a fisheries bill, and Minister Anne Berg welcomed it.", []),
        ("The fisheries bill lowers the cod quota.", []),
        ("Norway's parliament passed the fisheries bill by 78 votes.", ["number"]),
        ("Sweden's parliament passed the fisheries bill.", ["country", "name"]),
        ("Norway's parliament passed the fisheries bill on Friday.", ["weekday", "name"]),
        ("Minister Anne Berg did not welcome the fisheries bill.", ["negation"]),
        ("Boat owners in Bodø plan to appeal.", ["name"]),
    ],
)
def test_summaries(summary: str, kinds: list[str]) -> None:
    found = check_summary(summary, SOURCE)
    assert found.consistent is not kinds or not kinds
    assert [c.kind for c in found.conflicts] == kinds


@pytest.mark.parametrize(
    ("spaced", "plain"),
    [
        ("It cost $ 5 , not $ 6 .", "It cost $5, not $6."),
        ("( see page 4 )", "(see page 4)"),
        ("As of 2 May , 11, 750 tests", "As of 2 May, 11,750 tests"),
        ("As people write it, it stays.", "As people write it, it stays."),
    ],
)
def test_spaced_text_is_closed_up_with_the_way_back(spaced: str, plain: str) -> None:
    text = closed(spaced)
    assert text.text == plain
    for place, letter in enumerate(text.text):
        assert spaced[text.place(place)] == letter


def test_weights_are_of_the_quantities_that_are_taken() -> None:
    model = fitted()
    assert len(model.start) == len(VERDICTS)
    chances = model.chances(dict.fromkeys(model.weights, 0.5))
    assert sum(chances) == pytest.approx(1)


def test_broken_weights_are_one_fault(tmp_path: Path) -> None:
    file = tmp_path / "weights.json"
    file.write_text(json.dumps({"weights": {"held": "much"}}), encoding="utf-8")
    with pytest.raises(Fault, match="cannot be read as weights"):
        fitted(file)
