"""What stands where: each initiative, the highlights, the glossary, the grades."""

from __future__ import annotations

import json
import re

import pypdf
import pytest

from scripts import exhibits, report
from scripts.reading.manifest import CREDIBILITIES, RELIABILITIES
from tests.chapters.notebooks import authored, cells, prose
from tests.conftest import Book

# Every initiative that an account names, with the chapter in which a sentence or heading of its own has it.
INITIATIVES = [
    ("extended-deterrence", "ironclad"),
    ("extended-deterrence", "Nuclear Consultative Group"),
    ("extended-deterrence", "workstreams"),
    ("extended-deterrence", "Guidelines"),
    ("extended-deterrence", "conventional-nuclear"),
    ("extended-deterrence", "exercises"),
    ("extended-deterrence", "crisis management"),
    ("extended-deterrence", "North Korea"),
    ("alliance-capabilities", "early warning"),
    ("alliance-capabilities", "missile defense"),
    ("alliance-capabilities", "Defense Science and Technology Executive Committee"),
    ("alliance-capabilities", "autonomous"),
    ("alliance-capabilities", "artificial intelligence"),
    ("alliance-capabilities", "quantum"),
    ("alliance-capabilities", "Partnership for Indo-Pacific Industrial Resilience"),
    ("alliance-capabilities", "maintenance, repair"),
    ("alliance-capabilities", "supply chains"),
    ("alliance-capabilities", "interoperability"),
    ("alliance-capabilities", "combined"),
    ("regional-cooperation", "maritime security"),
    ("regional-cooperation", "multilateral exercises"),
    ("regional-cooperation", "capacity building"),
    ("regional-cooperation", "defense-industrial cooperation"),
    ("regional-cooperation", "technology cooperation"),
    ("regional-cooperation", "information sharing"),
    ("regional-cooperation", "Trilateral Security Cooperation Framework"),
    ("regional-cooperation", "missile-warning data"),
    ("regional-cooperation", "dialogues"),
    ("outside-the-pillars", "freedom of navigation"),
    ("outside-the-pillars", "rules-based order"),
    ("outside-the-pillars", "counterterrorism"),
    ("outside-the-pillars", "cyber"),
    ("outside-the-pillars", "space"),
    ("outside-the-pillars", "Ukraine"),
    ("outside-the-pillars", "climate"),
    ("outside-the-pillars", "pandemic"),
    ("outside-the-pillars", "trad"),
    ("outside-the-pillars", "supply chains"),
    ("outside-the-pillars", "next steps"),
    ("unsaid", "headlines"),
    ("method", "apart from what is said"),
    ("cite", "make brief"),
    ("cite", "../data/README.md"),
]


@pytest.mark.parametrize(("name", "words"), INITIATIVES)
def test_each_initiative_has_its_place(name: str, words: str) -> None:
    assert words.lower() in " ".join(prose(name).lower().split())


def test_the_first_page_answers_its_questions_and_shows_no_code() -> None:
    first = {cell.id: cell for cell in cells("bottom-line", "code")}
    assert list(first) == [
        "read", "accounts", "takeaway", "talks", "needs", "who", "agreed-in-short", "agreed", "instead",
        "quotable", "silent", "sure",
    ]  # fmt: skip
    assert all(cell.metadata.get("tags") == ["remove-input"] for cell in first.values())


def test_the_takeaway_is_two_sentences() -> None:
    (said,) = [text for text in authored("bottom-line") if text.startswith("**")]
    assert len(re.findall(r"\.(?=\s|\*|$)", said)) == 2


def test_what_not_to_say_has_the_words_of_the_findings_and_the_official_ones() -> None:
    rows = exhibits.say_instead_table(report.read()).rows
    by_label = {re.search(r"F\d+", row["Why"]).group(): row for row in rows}  # type: ignore[union-attr]
    assert {"F1", "F2", "F3", "F4", "F5", "F11"} <= set(by_label)
    assert "Lee Jong-sup" in by_label["F1"]["Do not say"]
    assert by_label["F1"]["Say instead"] == "Minister of National Defense Kim Yong-hyun [doc_JC_mirror_a]"
    assert by_label["F1"]["Why"] == "In office until October 2023. F1 [lee_end_a]", "each is cited by itself"
    assert by_label["F5"]["Why"].startswith(
        "A has the allies strengthen North Korea’s missile deterrence; the fact sheet says the reverse."
    )


def test_what_was_agreed_is_five_to_eight_sentences_documents_first() -> None:
    rows = exhibits.agreements_list(report.read()).rows
    assert 5 <= len(rows) <= 8
    assert all(re.fullmatch(r"[A-Z].+\.", row["statement"]) for row in rows)
    alone = [row["statement"] for row in rows if row["said in"] == "in neither"]
    told = " ".join(alone)
    for topic in ("space", "cyberspace", "health security", "nonproliferation", "law of the sea", "Taiwan"):
        assert topic in told


def test_an_item_of_the_first_page_is_agreed_or_silent_but_not_both() -> None:
    found = report.read()
    agreed = exhibits.agreements_list(found)
    silent = exhibits.headlines_list(found).plain
    for topic in ("Taiwan", "cyberspace", "nuclear use", "forces in Korea"):
        assert topic in agreed.plain
        assert topic not in silent
    assert all(row["meeting"] in {"SCM", "2+2", "SCM and 2+2"} for row in agreed.rows)
    assert {row["news"] for row in agreed.rows} <= {"new", "partly new", "restated", "unclear if new"}
    assert {row["sure"] for row in agreed.rows} <= {"sure", "fairly sure", "not sure"}
    news = {
        row["news"] for row in agreed.rows if "DSTEC" in row["statement"] or "Regional" in row["statement"]
    }
    assert news == {"new"}


def test_persons_and_places_of_the_first_page_are_told_apart() -> None:
    told = exhibits.who_when_where_table(report.read()).plain
    assert "Lloyd J. Austin III (host); ROK Minister" in told
    assert "the Pentagon, Arlington (officially Washington, D.C.)" in told


def test_each_document_that_was_read_has_a_phrase_to_quote() -> None:
    rows = exhibits.to_quote_table(report.read()).rows
    assert len(rows) >= 4
    for row in rows:
        assert re.search("“.+”", row["Quote"])
        assert row["Mark it as"].endswith(", from a copy")
        assert re.search(r"official: .+, not opened|no official address known", row["Where it is"])
        assert not re.search(r"\b[A-F][1-6]\b", row["Where it is"]), "a grade is in words"


def test_the_first_page_is_one_printed_page_in_type_to_read(whole_book: Book) -> None:
    printed = pypdf.PdfReader(whole_book.pdf)
    titles = [item for item in printed.outline if not isinstance(item, list)]
    numbers = {str(item.title): printed.get_destination_page_number(item) for item in titles}
    assert numbers["The sources"] == numbers["Bottom line"] + 1
    cover = " ".join(printed.pages[0].extract_text().split())
    assert "quote neither account" in cover
    assert "Rests on" not in cover
    page = printed.pages[numbers["Bottom line"]]
    text = " ".join(page.extract_text().split())
    for heading in ("Who, when, where", "What was agreed", "Do not say", "What can be quoted", "How sure"):
        assert heading in text
    sizes: set[float] = set()

    def see(words: str, _cm: object, matrix: list[float], _font: object, size: float) -> None:
        if words.strip():
            sizes.add(round(size * abs(matrix[3] or 1), 2))

    page.extract_text(visitor_text=see)  # type: ignore[arg-type]
    assert min(sizes) >= 9.5


def test_the_first_page_can_be_handed_on_as_a_sheet_and_as_text(whole_book: Book) -> None:
    folder = whole_book.html / "brief"
    assert len(pypdf.PdfReader(folder / "brief.pdf").pages) == 1
    text = (folder / "brief.txt").read_text("utf-8")
    assert max(map(len, text.splitlines())) <= 96
    for words in ("Kim Yong-hyun", "What was agreed", "Cite as: ", "version"):
        assert words in text


def test_the_glossary_is_the_home_of_every_term_with_what_each_account_has_for_it() -> None:
    found = report.read()
    calls = "\n".join(cell.source for cell in cells("glossary", "code"))
    kinds = re.findall(r'"([a-z-]+)"', calls)
    assert set(kinds) == {term.kind for term in found.reference.terms}
    assert len(set(kinds)) == len(kinds), "an anchor stands once"
    shown = str(exhibits.glossary_table(found, *kinds).markup)
    assert all(f'id="term-{term.id}"' in shown for term in found.reference.terms)
    rows = {row["Official name"].partition(";")[0]: row for row in exhibits.glossary_table(found).rows}
    assert "Nuclear Advisory Group" in rows["NCG"]["In A"]
    assert rows["NCG"]["In B"] == "not named"


def test_persons_stand_under_their_romanised_and_their_hangul_names() -> None:
    rows = {row["Name"]: row for row in exhibits.people_table(report.read()).rows}
    assert "A-1" in rows["Kim Yong-hyun; 김용현"]["In A"]
    assert "B-3" in rows["Lee Jong-sup; 이종섭"]["In B"]
    assert "Jo Taeyeol" in rows["Cho Tae-yul; 조태열"]["Also written"]


def test_the_search_finds_hangul_and_romanised_names(whole_book: Book) -> None:
    script = (whole_book.html / "searchindex.js").read_text("utf-8")
    terms = json.loads(script[script.index("{") : script.rindex("}") + 1])["terms"]
    for word in ("김용현", "이종섭", "조태열", "박진", "yong", "jong", "cho"):
        assert word in terms


def test_source_and_information_are_graded_apart_with_a_reason() -> None:
    found = report.read()
    for row, source in zip(exhibits.grades_table(found).rows, found.sources, strict=True):
        if not source.reliability:  # nobody has graded it
            continue
        assert row["Source"] == f"{source.reliability} {RELIABILITIES[source.reliability]}"
        assert row["Information"] == f"{source.credibility} {CREDIBILITIES[source.credibility]}"
        assert row["Why"] == source.grade_reason
    scale = [row["Grade"] for row in exhibits.grading_scale_table(found).rows]
    assert scale == [*RELIABILITIES, *CREDIBILITIES]
    assert "grading_scale_table" in "".join(cell.source for cell in cells("method", "code"))
    assert "grades_table" in "".join(cell.source for cell in cells("sources", "code"))
