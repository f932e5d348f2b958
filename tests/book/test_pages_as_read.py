"""The pages as readers see them: acronyms are explained, and only the seven words of likelihood are used."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

import pytest
from bs4 import BeautifulSoup

from scripts import report
from scripts.reading.manifest import CREDIBILITIES, LIKELIHOODS
from scripts.report import citations
from tests.chapters.notebooks import LOOSE, NAMES
from tests.conftest import Book

OTHERS_WORDS = ", ".join(
    (
        "script", "style", "nav", ".cell_input", "details.admonition", ".headerlink", "q", ".account-quote",
        "a.cite", ".citations", ".cite-this", ".synopsis", "pre",
    )
)  # fmt: skip
LISTS = "#record-citations, #works-cited, #register"  # titles of works, first words of claims
NEAR = 160  # how soon after an acronym its words may follow


@cache
def short_forms() -> dict[str, frozenset[str]]:
    """Acronyms of the record, with the words that explain them."""
    record = report.read().reference
    told: dict[str, set[str]] = {
        "ROK": {"Republic of Korea", "South Korea"},
        "DPRK": {"North Korea"},
        "2+2": {"foreign and defense ministers", "foreign and the defense ministers"},
    }
    for term in record.terms:
        if term.acronym:
            told.setdefault(term.acronym, set()).update({term.official, *term.forms})
    for document in record.documents:
        if re.fullmatch("[A-Z]{2,}", document.id):
            words = document.title.split()  # a fact sheet is called that, whatever its title is
            shorter = {" ".join(words[:2]), " ".join(words[-2:])}
            told.setdefault(document.id, set()).update({document.title, *shorter})
    return {short: frozenset(words.casefold() for words in full) for short, full in told.items()}


def read(book: Book, name: str) -> tuple[str, list[range]]:
    """The report's own words on a page, and their links to the glossary."""
    article = BeautifulSoup(book.page(name), "html.parser").select_one("article.bd-article")
    assert article is not None
    for label in article.select(LISTS):
        section = label if label.name == "section" else label.find_parent("section")
        assert section is not None
        section.clear()
    for part in article.select(OTHERS_WORDS):
        part.decompose()
    text, linked = "", []
    for piece in article.find_all(string=True):
        if piece.find_parent("a", class_="term"):
            linked.append(range(len(text), len(text) + len(piece)))
        text += piece
    return text, linked


TITLE = citations.read_work(report.ROOT).title


def untold(text: str, linked: list[range]) -> Iterator[str]:
    """Acronyms whose first use has neither their words nearby nor a link to the glossary."""
    quoted = [range(*match.span()) for match in re.finditer("“[^”]*”", text)]
    # The title of the book is a name; it stands in the citation under each page.
    quoted += [range(*match.span()) for match in re.finditer(re.escape(TITLE), text)]
    for short, full in short_forms().items():
        for found in re.finditer(rf"(?<![\w-]){re.escape(short)}(?![\w-])", text):
            if any(found.start() in place for place in quoted):
                continue
            before = " ".join(text[: found.end() + NEAR].split()).casefold()
            led = any(found.start() in place for place in linked)
            if not led and not any(words in before for words in full):
                yield f"{short}: {' '.join(text[max(0, found.start() - 60) : found.end()].split())}"
            break


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The NCG met.", ["NCG: The NCG"]),
        ("The Nuclear Consultative Group (NCG) met.", []),
        ("NCG is the Nuclear Consultative Group.", []),
        ("A has “NCG”.", []),
        ("A has “NCG”; the NCG met.", ["NCG: A has “NCG”; the NCG"]),
        ("The DPRK.", ["DPRK: The DPRK"]),
    ],
)
def test_untold(text: str, expected: list[str]) -> None:
    assert list(untold(text, [])) == expected


@pytest.mark.parametrize("name", [name for name in NAMES if name != "glossary"])
def test_a_short_form_is_told_or_leads_to_the_glossary_where_a_page_first_has_it(
    whole_book: Book, name: str
) -> None:
    assert not list(untold(*read(whole_book, name)))


@pytest.mark.parametrize("name", NAMES)
def test_outputs_too_keep_to_the_seven_words_of_likelihood(whole_book: Book, name: str) -> None:
    text = re.sub("“[^”]*”", "", read(whole_book, name)[0])
    for grade in CREDIBILITIES.values():  # names of grades are not words of likelihood
        text = text.replace(grade, "")
    assert not LOOSE.findall(text)
    for sentence in re.split(r"(?<=[.!?;:])\s+|\n\n", text):
        if re.search(r"\bconfiden", sentence, re.IGNORECASE) and name != "method":
            assert not any(re.search(rf"\b{word}\b", sentence) for word in LIKELIHOODS), sentence
