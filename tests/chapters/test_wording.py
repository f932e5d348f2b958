"""What a chapter says: true for any number of accounts, no figure by hand, short forms told, seven words."""

from __future__ import annotations

import re

import pytest

from scripts.reading.manifest import LIKELIHOODS
from tests.chapters.notebooks import LOOSE, NAMES, cells, fixed_text, notebook, prose, sentences

# A short form that a reader of one chapter may not know, with words of which one stands there before it.
SHORT_FORMS = [
    ("2+2", "foreign and defense ministers", "foreign and the defense ministers"),
    ("SCM", "Security Consultative Meeting"),
    ("NCG", "Nuclear Consultative Group"),
    ("DSTEC", "Defense Science and Technology Executive Committee"),
    ("PIPIR", "Partnership for Indo-Pacific Industrial Resilience"),
    ("MRO", "maintenance, repair, and overhaul"),
    ("DPRK", "North Korea"),
    ("ROK", "Republic of Korea", "South Korea"),
]

# Names that hold a figure and are no computed number.
NAMED = re.compile(r"2\+2|ICD 20[36]|AJP-2\.1|FM 2-22\.3|CC BY 4\.0|`[^`]*`")
# The chances of the seven words are the standard's own.
SCALE = re.compile(r"^\| [a-z ]+ \| \d+–\d+ % \|$", re.MULTILINE)
COUNTS = re.compile(r"\b(both|neither|either|the two|the three|two|three|four|five|six)\b", re.IGNORECASE)


@pytest.mark.parametrize("name", NAMES)
def test_fixed_text_holds_no_number_that_the_code_should_compute(name: str) -> None:
    text = re.sub(r"```.*?```", "", SCALE.sub("", fixed_text(name)), flags=re.DOTALL)
    text = NAMED.sub("", re.sub(r"\]\([^)]*\)|^\([^)]*\)=$", "", text, flags=re.MULTILINE))
    assert not re.findall(r".{0,20}\d.{0,20}", text)


@pytest.mark.parametrize("name", NAMES)
def test_fixed_text_stays_true_when_an_account_is_added(name: str) -> None:
    text = re.sub(r"```.*?```", "", fixed_text(name), flags=re.DOTALL)
    counted = [
        match.group()
        for match in re.finditer(rf".{{0,30}}{COUNTS.pattern}.{{0,30}}", text, re.IGNORECASE)
        if re.search(r"account|source|reading|of them", match.group(), re.IGNORECASE)
    ]
    assert not counted


@pytest.mark.parametrize("name", NAMES)
def test_words_of_likelihood_are_the_seven(name: str) -> None:
    assert not LOOSE.findall(prose(name))
    for sentence in re.split(r"(?<=[.!?:|])\s+|\n\n", prose(name)):
        if "confiden" in sentence.lower() and name != "method":
            assert not any(re.search(rf"\b{word}\b", sentence) for word in LIKELIHOODS), sentence


def test_the_method_defines_each_word_of_likelihood_once() -> None:
    defined = re.findall(r"^\| ([a-z ]+) \| \d+–\d+ % \|$", fixed_text("method"), re.MULTILINE)
    assert tuple(defined) == LIKELIHOODS


@pytest.mark.parametrize("name", NAMES)
def test_what_one_account_alone_says_is_not_called_false(name: str) -> None:
    for cell in cells(name, "code"):
        rests = set(re.findall(r'"F\d+": "([a-z ]+)', cell.source))
        if rests == {"only in one source"}:
            assert not re.search(r"\b(false|wrong|invented|untrue|refuted)\b", cell.source), cell.source


@pytest.mark.parametrize("name", [name for name in NAMES if name != "glossary"])
@pytest.mark.parametrize(("short", "full"), [(short, full) for short, *full in SHORT_FORMS])
def test_a_short_form_is_explained_where_a_chapter_first_has_it(
    name: str, short: str, full: list[str]
) -> None:
    """In the order of the page; a heading may have the short form that the text below it explains."""
    shown = [
        cell.source if cell.cell_type == "markdown" else " ".join(sentences(cell.source))
        for cell in notebook(name).cells
    ]
    text = " ".join("\n".join(shown).split())
    found = re.search(rf"(?<![\w-]){re.escape(short)}(?![\w-])", text)
    if found:
        told = text[: found.end() + 160]
        assert any(words.lower() in told.lower() for words in full), text[found.start() - 60 : found.end()]
