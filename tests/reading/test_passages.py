"""Passages: how the two accounts divide, where sentences end, and what holds for any text at all."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from written import source

from scripts import report
from scripts.reading.accounts import account
from scripts.reading.passages import (
    CHROME,
    HEADING,
    ITEM,
    LEAD_IN,
    SENTENCE,
    Passage,
    passages,
    sentence_spans,
)
from scripts.reading.sources import Source
from scripts.reading.words import _kept

FIXTURES = Path(__file__).parent / "fixtures"


@pytest.fixture(scope="module")
def seeds() -> dict[str, tuple[Passage, ...]]:
    return {a.siglum: a.passages for a in report.read().accounts}


def of_kind(found: tuple[Passage, ...], kind: str) -> list[str]:
    return [p.quote for p in found if p.kind == kind]


# The two accounts


@pytest.mark.parametrize("siglum", ["A", "B"])
def test_an_account_divides_as_it_was_read_by_hand(
    seeds: dict[str, tuple[Passage, ...]], siglum: str
) -> None:
    """Each line of the fixture is a passage: its kind, the headings above it in number, its words."""
    expected = (FIXTURES / f"passages_{siglum.lower()}.txt").read_text("utf-8").splitlines()
    told = [f"{p.kind} {len(p.section)}: {p.quote}" for p in seeds[siglum]]
    assert told == [line for line in expected if line and not line.startswith("##")]


def test_capital_lines_of_a_are_its_headings(seeds: dict[str, tuple[Passage, ...]]) -> None:
    headings = of_kind(seeds["A"], HEADING)
    assert len(headings) == 3
    assert all(h.isupper() for h in headings)


def test_items_of_a_that_run_together_are_told_apart(seeds: dict[str, tuple[Passage, ...]]) -> None:
    items = [p for p in seeds["A"] if p.kind == ITEM]
    firsts = ["Strengthen", "Conduct", "Strengthen", "Expand", "Deepen", "Launch", "Deepen"]
    assert [p.quote.split()[0] for p in items] == firsts
    assert all(p.lead_in.endswith("by:") and "bullet was lost" in p.reason for p in items)
    assert len({p.lead_in for p in items}) == 3


def test_a_stray_stop_does_not_end_a_sentence_of_a(seeds: dict[str, tuple[Passage, ...]]) -> None:
    torn = [p.quote for p in seeds["A"] if ". ," in p.quote]
    assert len(torn) == 2
    assert not [p.quote for p in seeds["A"] if p.quote.startswith((",", "modernize", "interoperable"))]


def test_a_name_that_a_stop_broke_stays_in_one_sentence(seeds: dict[str, tuple[Passage, ...]]) -> None:
    (joined,) = [p.quote for p in seeds["A"] if "(2+2 meeting)" in p.quote]
    assert joined.startswith("On October 31,")
    assert "ministers. Defense (2+2 meeting)" in joined
    assert joined.endswith("of our Alliance.")


def test_the_furniture_of_b_is_set_apart_with_what_it_is(seeds: dict[str, tuple[Passage, ...]]) -> None:
    chrome = {p.quote[:24]: p.reason for p in seeds["B"] if p.kind == CHROME}
    assert chrome == {
        "October 30, 2024": "dateline",
        "U.S.-Republic of Korea S": "repeated-title",
        "The AI has provided us w": "model-remark",
        "I’ve asked Google Gemini": "model-remark",
        "Defense.gov a new articl": "model-prompt",
        "Please write a detailed ": "model-prompt",
        "Answers should be in Eng": "model-prompt",
        "22": "counter",
        "Leave a Comment": "comment-form",
    }
    assert [p.reason for p in seeds["A"] if p.kind == CHROME] == ["crawl-stamp"]


def test_every_item_of_b_stands_under_its_two_headings(seeds: dict[str, tuple[Passage, ...]]) -> None:
    items = [p for p in seeds["B"] if p.kind == ITEM]
    assert len(items) == 19
    sections = {p.section[0] for p in items}
    assert sections == {"Key Outcomes", "2+2 Ministerial Dialogue", "Next Steps"}
    assert all(len(p.section) == 2 for p in items if p.section[0] != "Next Steps")
    assert all("•" not in p.quote for p in items)


# Where sentences end

SENTENCES = [
    # text; each sentence between bars
    "The U.S. side spoke.|It agreed.",
    "The minister met Edwin P. Marlow III in Rome.|He left.",
    "Gen. Ana Ruiz spoke.|Col. Poe listened.",
    "Mr. and Mrs. Poe came.|They ate.",
    "Dr. No spoke.|Prof. May heard him.",
    "Dr. Poe Jr. spoke.|All left.",
    "It is resolution No. 5 of the board.|It passed.",
    "They met in Washington, D.C.|The talks were long.",
    "They met in Washington, D.C.|Both sides spoke.",
    "They met in Washington, D.C. on Monday.|All came.",
    "They live in the U.K.|They like it.",
    "He spoke to the U.N. Security Council.|It met.",
    "The U.S.-Peru pact is old.|It lasts.",
    "Prices rose 3.5 percent.|Wages fell.",
    "It is press release no. 47/2024 of the board.|It passed.",
    "See no. 5 of the list.|It is long.",
    "Basketball is his No. 1 sport.|He plays.",
    "The answer is no.|40 people left.",
    "See arts. 5 and 6 of the pact.|It is old.",
    "It was told (Corr. Lima) today.|It rained.",
    "Version 2.0.|It works.",
    "Visit example.org.|It is free.",
    "“We will stay.”|He left.",
    "He said “We will stay.”|She agreed.",
    "He asked “Why?” and left.",
    '"Stop."|"Why?"|"Because."',
    "It grew (by half.)|Then it fell.",
    "They waited ... and left.",
    "They waited...|Then they left.",
    "They waited…|Then they left.",
    "Really?|Yes!|Good.",
    "Who?|What?!|When?",
    "J. R. R. Tolkien wrote it.|He was English.",
    "Prof. A. I. Poe won.|He spoke.",
    "Prof. Poe et al. wrote it.|It sold.",
    "See e.g. the annex.|It is long.",
    "The last, i.e. the tenth, won.|It was late.",
    "The vote was 5-4 vs. the bill.|It fell.",
    "Poe v. The State was heard.|It lasted.",
    "He came on Oct. 30.|She came on Nov. 2.",
    "He left at 5 p.m. on Monday.|It rained.",
    "He left at 5 p.m.|Then it rained.",
    "It was 5 a.m.|She slept.",
    "The firm, Poe Inc. of Lima, won.|It grew.",
    "The firm is Poe Inc.|It grew.",
    "Ports, ships, etc.|The list is long.",
    "St. Mary is in Ohio.|It is old.",
    "It is I.|We left.",
    "The answer is no.|They left.",
    "The talks failed. , and the port closed.|It rained.",
    "The talks failed. and the port closed.|It rained.",
    "1. First thing.|2. Second thing.",
    "They left.|It rained.",
    "He met the ministers of Peru. Trade (3+3 meeting) to agree on fish.|It rained.",
    "He met the ministers of Peru.|Trade (3+3 meeting) grew.",  # a verb of its own: no torn name
    "It fell at noon.[1][8]|The house (of stone) stood.[12]|It rained.",  # marks of footnotes
    "Ends without a stop",
    # what nobody could tell without knowing the world: it stays whole
    "They met in Washington, D.C. Ministers spoke.",
    "In the U.S. Congress voted.",
]


@pytest.mark.parametrize("marked", SENTENCES)
@pytest.mark.parametrize("gap", [" ", "\n", "  "])
def test_where_sentences_end(marked: str, gap: str) -> None:
    text = marked.replace("|", gap)
    assert [text[a:b] for a, b in sentence_spans(text)] == marked.split("|")


def test_only_the_stretch_that_is_asked_for_is_read() -> None:
    text = "One left. Two came. Three stayed. Four slept."
    assert [text[a:b] for a, b in sentence_spans(text, 10, 33)] == ["Two came.", "Three stayed."]


# Layouts

LAYOUTS = [
    # text, the kinds of its passages
    ("# A title\n\nThe port is open.", [HEADING, SENTENCE]),
    ("#\tA title\n\nThe port is open.", [HEADING, SENTENCE]),
    ("# \n\nThe port is open.", [CHROME, SENTENCE]),  # a mark alone is no heading
    ("THE PORT\n\nThe port is open.", [HEADING, SENTENCE]),
    ("Port of Lima Opens\n\nThe port is open.", [HEADING, SENTENCE]),
    ("The port is open, he said\n\nIt is.", [SENTENCE, SENTENCE]),  # few capitals
    ("The Port Is Open.\n\nIt is.", [SENTENCE, SENTENCE]),  # a full stop
    ("THE PORT IS\nopen today.", [SENTENCE]),  # does not stand alone
    ("They will:\n\n- Dig a canal.\n- Build a port.", [LEAD_IN, ITEM, ITEM]),
    ("They will:\n1. Dig a canal.\n2) Build a port.\n(c) Rest.", [LEAD_IN, ITEM, ITEM, ITEM]),
    ("They will:\n\nDig a canal. Build a port.", [LEAD_IN, ITEM, ITEM]),
    ("They will:\n\nDig a canal.", [LEAD_IN, ITEM]),
    ("They said this:\n\nThe port is open. It is deep.", [LEAD_IN, SENTENCE, SENTENCE]),
    ("Dig a canal. Build a port.", [SENTENCE, SENTENCE]),  # nothing leads in
    ("It is open.\nIt is deep.", [SENTENCE, SENTENCE]),
    ("It is\nopen.", [SENTENCE]),
    ("It is open.\n\nLeave a Comment", [SENTENCE, CHROME]),
    ("Share this article\n\nIt is open.", [CHROME, SENTENCE]),
    ("3 May 2021\n\nIt is open.", [CHROME, SENTENCE]),
    ("The Lima Port\n\nIt is open.\n\nThe Lima Port", [HEADING, SENTENCE, CHROME]),
    ("It is open.\r\n\r\nTHE END\r\n\r\nIt was.", [SENTENCE, HEADING, SENTENCE]),
    ("Please write a detailed article on this. It must be long.\n\nIt is open.", [CHROME, CHROME, SENTENCE]),
    ("\n \n", []),
]


@pytest.mark.parametrize(("text", "kinds"), LAYOUTS)
def test_layouts(text: str, kinds: list[str]) -> None:
    assert [p.kind for p in passages(source(text))] == kinds


def test_headings_enclose_what_is_below_them() -> None:
    found = passages(source("# One\n\nIt is open.\n\n## Two\n\nIt is deep.\n\n# Three\n\nIt is shut."))
    assert {p.quote: p.section for p in found} == {
        "One": (),
        "It is open.": ("One",),
        "Two": ("One",),
        "It is deep.": ("One", "Two"),
        "Three": (),
        "It is shut.": ("Three",),
    }


# Any text at all

PIECES = [
    "The",
    "minister",
    "U.S.",
    "Gen.",
    "Poe",
    "agreed",
    "to",
    "will",
    "not",
    "2+2",
    "56th",
    "(SCM)",
    "October",
    "30,",
    "2024",
    "Summit",
    "of",
    "Lima",
    "•",
    "-",
    "1.",
    "by:",
    "“",
    "”",
    ".",
    ",",
    "…",
    "!",
    "?",
    "#",
    "##",
    "HEADING",
    "D.C.",
    "percent",
    "김용현",
    "é²",
    "\u202e",
    "\u200b",
    "\x01",
    "\ufeff",
    "\x1c",
    "\x85",
    "\u2028",
    "�",
    "(",
    ")",
    ":",
    ";",
]
TEXTS = st.one_of(
    st.text(max_size=200),
    st.text(st.characters(exclude_categories=()), max_size=80),
    st.lists(st.sampled_from([*PIECES, "\n", "\n\n", "\t"]), max_size=60).map(" ".join),
    st.lists(st.one_of(st.sampled_from([*PIECES, " ", "\n"]), st.text(max_size=4)), max_size=60).map("".join),
)
_MARK = re.compile(r"[ \t]*(?:#{1,6}|[•◦▪‣●○■□·*–—-]|\(?(?:\d{1,2}|[a-zA-Z]|[ivx]{1,4})[.)])[ \t]+")


@settings(max_examples=300, deadline=None)
@given(TEXTS)
@example("#\tTitle")
@example("# \x1c")
@example("a²")
@example("• \n\n•")
def test_a_text_is_divided_without_loss(text: str) -> None:
    """Passages are in order, apart, exact; all else is white space, bullets and the marks of headings."""
    found = passages(source(text))
    last = 0
    for passage in found:
        assert text[passage.start : passage.end] == passage.quote
        assert passage.quote == passage.quote.strip() != ""
        left = text[last : passage.start]
        assert not left.strip() or _MARK.fullmatch(left.splitlines()[-1] if left.splitlines() else ""), left
        assert not "".join(left.splitlines(keepends=True)[:-1]).strip(), left
        last = passage.end
    assert not text[last:].strip()


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_claims_and_details_stand_where_they_say(text: str) -> None:
    read = account(source(text))
    held = {id(p) for p in read.passages}
    for claim in read.claims:
        assert text[claim.start : claim.end] == claim.quote
        assert id(claim.passage) in held
        for detail in claim.details:
            assert text[detail.start : detail.end] == detail.quote
            assert claim.start <= detail.start < detail.end <= claim.end


# Time grows with size


class Counted(str):
    """A text that counts the characters copied out of it."""

    copied = 0

    def __getitem__(self, key: object) -> str:
        part = super().__getitem__(key)  # type: ignore[index]
        Counted.copied += len(part)
        return part


@pytest.mark.parametrize(
    "piece", ["He ran. ", ". ", ". , ", "U.S. ", "The end.\n", "It is open (now. ", "A. "]
)
def test_a_long_paragraph_is_read_in_steps_that_grow_with_it(piece: str) -> None:
    steps = []
    for times in (4000 // len(piece), 8000 // len(piece)):
        Counted.copied = 0
        assert list(sentence_spans(Counted(piece * times)))
        steps.append(Counted.copied)
    assert steps[1] <= 2.3 * steps[0] + 1000


SHAPES = [
    "He ran. ",
    ". ",
    "The 2+2 met. ",
    "# One\n\n",
    "• It is.\n",
    "Please write an article. ",
    "Do it by:\n\n",
]


@pytest.mark.parametrize("piece", SHAPES)
def test_reading_takes_calls_that_grow_with_the_text(piece: str) -> None:
    sizes = (4000, 8000)  # longer than what is kept
    calls = [_calls(source(piece * (size // len(piece)))) for size in sizes]
    assert calls[1] <= 2.3 * calls[0] + 2000


def _calls(made: Source) -> int:
    """How many calls of functions, of Python and of C, reading an account takes."""
    count = 0

    def counting(frame: object, event: str, argument: object) -> None:
        nonlocal count
        count += event in {"call", "c_call"}

    account(made)  # the words of English are read once
    _kept.cache_clear()
    sys.setprofile(counting)
    try:
        account(made)
    finally:
        sys.setprofile(None)
    return count


LONG = (
    "The port council of Lima met on Monday and heard the harbour master on the dredging of the northern "
    "basin, which silts up."
)


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        # A line longer than anyone wraps is a paragraph; the title above it is not its first words.
        (
            f"Lima port to be dredged\n{LONG} {LONG}\nNine ships wait\n{LONG}",
            ["Lima port to be dredged", LONG],
        ),
        # In wrapped text a line goes on with the one before.
        ("The council of Lima met on Monday\nand heard the harbour master.", None),
    ],
)
def test_where_lines_are_paragraphs_a_title_stands_alone(text: str, kinds: list[str] | None) -> None:
    quotes = [p.quote for p in passages(source(text))]
    assert quotes[:2] == kinds if kinds else quotes == [text]
