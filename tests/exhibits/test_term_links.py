"""Terms lead to the glossary where the book has one: the first mention in a text, and no other."""

from __future__ import annotations

import pytest

from scripts import exhibits
from scripts.exhibits import term_links
from scripts.exhibits.html import Exhibit
from scripts.report import ROOT, Report


@pytest.fixture
def glossary(monkeypatch: pytest.MonkeyPatch) -> None:
    """A book that has the page."""
    monkeypatch.setattr(term_links, "has_glossary", lambda root: True)


@pytest.fixture
def bare(monkeypatch: pytest.MonkeyPatch) -> None:
    """A book that has not."""
    monkeypatch.setattr(term_links, "has_glossary", lambda root: False)


def linked(shown: Exhibit) -> list[str]:
    return [part.split('"')[0] for part in str(shown.markup).split('href="glossary.html#')[1:]]


@pytest.mark.usefixtures("glossary")
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The NCG met.", ["term-ncg"]),
        ("The Nuclear Consultative Group (NCG) met; the NCG again.", ["term-ncg"]),
        ("*Extended deterrence* is a term, extended deterrence.", ["term-extended-deterrence"]),
        ("The NCG and the MRO.", ["term-ncg", "term-mro"]),
        ("NCG-3 and SNCG are others, and ncg is none.", []),
        ("Nothing here.", []),
    ],
)
def test_first_mentions(real: Report, text: str, expected: list[str]) -> None:
    shown = exhibits.sentence(real, text)
    assert linked(shown) == expected
    assert shown.plain == text.replace("*", "")


@pytest.mark.usefixtures("glossary")
def test_words_of_an_account_are_no_mention(real: Report) -> None:
    label = exhibits.finding_labels(real, kind="acronym-expansion", pillar="extended-deterrence")[0]
    shown = exhibits.sentence(real, f"It says {exhibits.quote(real, label, 'A')}, the NCG.")
    assert linked(shown) == ["term-ncg"]
    assert "(NCG)</q>" in shown.markup


@pytest.mark.usefixtures("bare")
def test_no_link_to_a_page_that_is_not_there(real: Report) -> None:
    assert linked(exhibits.sentence(real, "The NCG met.")) == []
    assert linked(exhibits.terms_table(real)) == []


@pytest.mark.usefixtures("glossary")
def test_tables_lead_there_too(real: Report) -> None:
    assert len(linked(exhibits.terms_table(real))) == len(real.reference.terms)


def test_the_book_says_whether_it_has_one() -> None:
    pages = (ROOT / "_toc.yml").read_text("utf-8")
    assert term_links.has_glossary(ROOT) is ("/glossary" in pages)


def test_names_in_both_scripts(real: Report) -> None:
    rows = [row["Record"] for row in exhibits.meetings_table(real).rows if row["Meeting"] == "Who"]
    assert "Kim Yong-hyun 김용현" in rows[0]
    held = {row["Office"]: row["Record"] for row in exhibits.office_table(real).rows}
    assert held["ROK Minister of Foreign Affairs"].startswith("Cho Tae-yul 조태열, 10 January 2024")
