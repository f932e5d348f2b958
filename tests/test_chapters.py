"""The chapters as they are written: thin, true for any number of accounts, and held to the ledger."""

from __future__ import annotations

import ast
import csv
import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import nbformat
import pypdf
import pytest
import yaml
from nbclient import NotebookClient

from scripts import exhibits, report
from scripts.book.chapters import pages
from scripts.report import Finding
from scripts.sources import CREDIBILITIES, LIKELIHOODS, RELIABILITIES
from tests.conftest import Book

ROOT = Path(__file__).resolve().parents[1]
CHAPTERS = sorted((ROOT / "chapters").glob("*.ipynb"))
NAMES = [path.stem for path in CHAPTERS]
LONGEST = 15

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
# Words that a reader takes for a likelihood, and that the seven words are there to replace.
LOOSE = re.compile(
    r"\b(probab\w+|possibl[ey]|perhaps|maybe|remote|improbab\w+|nearly certain|presumabl[ey]|apparently|"
    r"seemingly|undoubtedly|doubtless|certainly|surely|conceivabl[ey]|plausibl[ey])\b",
    re.IGNORECASE,
)
LIKELY = re.compile(
    r"\b(?:[\w-]+ )*?(?:likely|unlikely|almost no chance|even chance|almost certain)\b", re.IGNORECASE
)
BEFORE_LIKELY = {"very", "is", "how", "are", "be", "as", "of"}


@cache
def notebook(name: str) -> Any:
    return nbformat.read(ROOT / "chapters" / f"{name}.ipynb", as_version=4)


def cells(name: str, kind: str) -> list[Any]:
    return [cell for cell in notebook(name).cells if cell.cell_type == kind]


def fixed_text(name: str) -> str:
    return "\n\n".join(cell.source for cell in cells(name, "markdown"))


def authored(name: str) -> Iterator[str]:
    """The sentences in code cells."""
    for cell in cells(name, "code"):
        yield from _sentences(cell.source)


def _sentences(source: str) -> Iterator[str]:
    """Every string of a cell that has several words."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value.count(" ") > 2:
            yield node.value


def prose(name: str) -> str:
    return "\n\n".join([fixed_text(name), *authored(name)])


def test_the_contents_name_every_chapter_and_no_other() -> None:
    assert sorted(pages(ROOT)) == sorted(f"chapters/{name}" for name in NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_a_chapter_stores_no_output_and_each_cell_has_an_id_of_its_own(name: str) -> None:
    found = notebook(name)
    assert (found.nbformat, found.nbformat_minor) >= (4, 5)
    assert found.metadata.kernelspec.name == "python3"
    ids = [cell.id for cell in found.cells]
    assert len(set(ids)) == len(ids)
    assert all(re.fullmatch(r"[a-z0-9-]+", identity) for identity in ids), "ids are chosen, not drawn"
    for cell in cells(name, "code"):
        assert not cell.outputs
        assert cell.execution_count is None


@pytest.mark.parametrize("name", NAMES)
def test_a_chapter_begins_with_its_title_under_a_label_of_its_name(name: str) -> None:
    first = notebook(name).cells[0]
    assert first.cell_type == "markdown"
    assert re.match(rf"\({name}\)=\n# \S", first.source)


@pytest.mark.parametrize("name", NAMES)
def test_every_heading_has_a_label(name: str) -> None:
    lines = re.sub(r"```.*?```", "", fixed_text(name), flags=re.DOTALL).splitlines()
    bare = [
        line
        for before, line in zip(["", *lines], lines, strict=False)
        if line.startswith("#") and not re.fullmatch(r"\([a-z0-9-]+\)=", before)
    ]
    assert not bare


def test_no_two_labels_are_alike() -> None:
    labels = [
        label
        for name in NAMES
        for label in re.findall(r"^\(([a-z0-9-]+)\)=$", fixed_text(name), re.MULTILINE)
    ]
    assert sorted(set(labels)) == sorted(labels)


@pytest.mark.parametrize("name", NAMES)
def test_a_chapter_imports_calls_and_shows(name: str) -> None:
    defining = (
        ast.FunctionDef,
        ast.AsyncFunctionDef,
        ast.ClassDef,
        ast.Lambda,
        ast.For,
        ast.While,
        ast.If,
        ast.Try,
    )
    for cell in cells(name, "code"):
        assert cell.source.count("\n") < LONGEST, cell.id
        for node in ast.walk(ast.parse(cell.source)):
            assert not isinstance(node, defining), f"{cell.id}: {ast.unparse(node)[:60]}"
            if isinstance(node, ast.ImportFrom):
                assert (node.module, {n.name for n in node.names} <= {"exhibits", "report"}) == (
                    "scripts",
                    True,
                )
            assert not isinstance(node, ast.Import), cell.id


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


@pytest.mark.parametrize(("name", "words"), INITIATIVES)
def test_each_initiative_has_its_place(name: str, words: str) -> None:
    assert words.lower() in " ".join(prose(name).lower().split())


@pytest.mark.parametrize(("name", "place"), [("bottom-line", "."), ("meetings", "chapters")])
def test_a_chapter_runs_in_plain_jupyter(name: str, place: str) -> None:
    found = nbformat.read(ROOT / "chapters" / f"{name}.ipynb", as_version=4)
    NotebookClient(found, timeout=120, resources={"metadata": {"path": str(ROOT / place)}}).execute()
    shown = [out for cell in found.cells if cell.cell_type == "code" for out in cell.outputs]
    assert sum("text/html" in out.get("data", {}) for out in shown) > 4


@pytest.mark.parametrize("name", [name for name in NAMES if name != "glossary"])
@pytest.mark.parametrize(("short", "full"), [(short, full) for short, *full in SHORT_FORMS])
def test_a_short_form_is_explained_where_a_chapter_first_has_it(
    name: str, short: str, full: list[str]
) -> None:
    """In the order of the page; a heading may have the short form that the text below it explains."""
    shown = [
        cell.source if cell.cell_type == "markdown" else " ".join(_sentences(cell.source))
        for cell in notebook(name).cells
    ]
    text = " ".join("\n".join(shown).split())
    found = re.search(rf"(?<![\w-]){re.escape(short)}(?![\w-])", text)
    if found:
        told = text[: found.end() + 160]
        assert any(words.lower() in told.lower() for words in full), text[found.start() - 60 : found.end()]


def test_the_highlights_name_five_findings_and_show_no_code() -> None:
    first = {cell.id: cell for cell in cells("bottom-line", "code")}
    assert len(set(re.findall(r"F\d+", first["findings"].source))) == 5
    assert all(cell.metadata.get("tags") == ["remove-input"] for cell in first.values())


def test_the_highlights_are_one_printed_page(whole_book: Book) -> None:
    printed = pypdf.PdfReader(whole_book.pdf)
    titles = [item for item in printed.outline if not isinstance(item, list)]
    numbers = {str(item.title): printed.get_destination_page_number(item) for item in titles}
    assert numbers["The sources"] == numbers["Bottom line"] + 1
    page = printed.pages[numbers["Bottom line"]].extract_text()
    for heading in ("What to trust", "The findings that matter most", "What was agreed", "disagree"):
        assert heading in page
    for pillar in ("Extended deterrence", "Alliance capabilities", "Regional security cooperation"):
        assert pillar in " ".join(page.split())


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
        assert row["Source"] == f"{source.reliability} {RELIABILITIES[source.reliability]}"
        assert row["Information"] == f"{source.credibility} {CREDIBILITIES[source.credibility]}"
        assert row["Why"] == source.grade_reason
    scale = [row["Grade"] for row in exhibits.grading_scale_table(found).rows]
    assert scale == [*RELIABILITIES, *CREDIBILITIES]
    assert "grading_scale_table" in "".join(cell.source for cell in cells("method", "code"))
    assert "grades_table" in "".join(cell.source for cell in cells("sources", "code"))


def _row(line: str) -> list[str]:
    return [part.strip() for part in line.strip().strip("|").split("|")]


def headlines() -> list[list[str]]:
    """The rows of the table of headline findings in README.md."""
    return [
        _row(line)
        for line in (ROOT / "README.md").read_text("utf-8").splitlines()
        if re.match(r"\| F\d", line)
    ]


def standing(finding: Finding) -> str:
    parts = []
    for siglum in finding.discrepancy.sources:
        verdicts = (r.standing.verdict for r in finding.discrepancy.readings if r.source == siglum)
        parts.append(f"{siglum} {', '.join(dict.fromkeys(verdicts))}")
    return "; ".join(parts)


def test_the_headline_findings_of_the_readme_are_those_of_the_ledger() -> None:
    found = report.read()
    rows = headlines()
    assert len(rows) >= 8
    for label, _, kind, relation, said in rows:
        finding = found.finding(label)
        discrepancy = finding.discrepancy
        assert [label, discrepancy.type, discrepancy.relation, standing(finding)] == [
            label,
            kind,
            relation,
            said,
        ]


def test_the_names_in_the_headlines_are_those_of_the_readings() -> None:
    found = report.read()
    for label, about, kind, *_ in headlines():
        if kind != "office-holder":
            continue
        for siglum, name in re.findall(r"([A-Z][\w -]+?) in ([A-Z])\b", about):
            reading = found.finding(label).discrepancy.reading(name)
            assert reading is not None
            assert siglum.rpartition(": ")[2] in reading.quote


def test_the_changelog_has_a_section_for_the_version_that_is_cited() -> None:
    cited = yaml.safe_load((ROOT / "CITATION.cff").read_text("utf-8"))
    assert f"## {cited['version']}" in (ROOT / "CHANGELOG.md").read_text("utf-8")


def test_the_changelog_names_every_finding() -> None:
    """One by one, or as the first and the last of a row."""
    ranges = re.findall(r"\bF(\d+)(?: to F(\d+))?\b", (ROOT / "CHANGELOG.md").read_text("utf-8"))
    told = {n for first, last in ranges for n in range(int(first), int(last or first) + 1)}
    with (ROOT / "seeds" / "register.csv").open(encoding="utf-8", newline="") as register:
        labels = {row["label"] for row in csv.DictReader(register) if row["label"].startswith("F")}
    assert labels <= {f"F{n}" for n in told}


def test_the_picture_of_the_data_flow_has_every_room_and_no_other() -> None:
    drawn = ElementTree.parse(ROOT / "chapters" / "data-flow.svg").getroot()
    lines = [text.text or "" for text in drawn.iterfind(".//{*}text[@class='room']")]
    rooms = {
        path.name if path.suffix else f"{path.name}/"
        for path in (ROOT / "scripts").iterdir()
        if path.name not in {"__init__.py", "__pycache__"} and (path.suffix == ".py" or any(path.glob("*.*")))
    }
    assert sorted(" ".join(lines).split()) == sorted(rooms)
    for page in (fixed_text("method"), (ROOT / "CONTRIBUTING.md").read_text("utf-8")):
        assert re.search(r"!\[[^\]]{80,}\]\((?:chapters/)?data-flow\.svg\)", page), "shown, and told in words"


def test_the_readme_has_a_line_for_every_chapter_and_command() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    for name in NAMES:
        title = re.search(r"^# (.+)$", fixed_text(name), re.MULTILINE)
        assert title is not None
        assert f"- **{title[1]}**" in readme
    makefile = (ROOT / "Makefile").read_text("utf-8")
    for command in re.findall(r"^    make ([a-z-]+)", readme, re.MULTILINE):
        assert re.search(rf"^{command}:", makefile, re.MULTILINE)
