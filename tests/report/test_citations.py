"""One record, cited in every form: each form is read back by a program that is not ours."""

from __future__ import annotations

import importlib.resources
import json
import shutil
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

import jsonschema
import pytest
import rispy
import tinyhtml5
import yaml
from pybtex.database import BibliographyData, parse_string

from scripts import report
from scripts.book import determinism, fingerprints
from scripts.book.html.citations_under_exhibits import fill, printed
from scripts.exhibits import PAGES, cite_exhibit, cite_this
from scripts.exhibits.citation_box import citing, in_short
from scripts.exhibits.exhibit_foot import unfilled
from scripts.ground.faults import Fault
from scripts.report import citation_formats, citations
from scripts.report.citations import Author, Citable, Work
from tests.conftest import Book

ROOT = report.ROOT
WORK = Work(
    project="two-harbours",
    title="Two harbours",
    authors=(Author("The Quay Group"), Author("Ana Vidal", "Vidal", "Ana")),
    version="1.2.0",
    released=date(2031, 3, 5),
    licences=("MIT", "CC-BY-4.0"),
    abstract="What two pilots said.",
    keywords=("harbours", "pilots"),
    language="en",
    base="",
)
CHAPTER = citations.of_chapter(WORK, "chapters/tides", "The tides")
# What a title could hold to end a field, forge a tag, or run.
HOSTILE = [
    "a } brace that ends the entry, @misc{x, title = {forged}}",
    "a { brace that never ends",
    "back\\slash, 100 % off, A & B, C_1, #2, $3, x^2, ~",
    "a break\r\nTY  - FORGED\r\nER  - ",
    "line\u2028separator, next\u0085line, escape\x1b[0m",
    "<script>alert(1)</script> \"quoted\" 'single' &amp;",
    "한미 안보협의회의",
]


@cache
def work() -> Work:
    return citations.read_work(ROOT)


def titled(title: str) -> Citable:
    return citations.of_chapter(WORK, "chapters/tides", title)


def entry(cited: Citable) -> BibliographyData:
    found = parse_string(citation_formats.bibtex(cited), "bibtex")
    assert list(found.entries) == [cited.key]
    return found.entries[cited.key]


# --- the record -------------------------------------------------------------------------------------------


def test_the_record_is_valid_by_the_published_schema_of_its_format() -> None:
    # The Citation File Format's own schema, as the package check-jsonschema carries it.
    folder = importlib.resources.files("check_jsonschema") / "builtin_schemas" / "vendor"
    schema = json.loads((folder / "citation-file-format.json").read_text("utf-8"))
    record = yaml.load((ROOT / "CITATION.cff").read_text("utf-8"), yaml.BaseLoader)
    jsonschema.Draft7Validator(schema, format_checker=jsonschema.FormatChecker()).validate(record)
    assert "citation-file-format" in schema["$id"]


def test_the_archive_is_told_what_the_record_has() -> None:
    # Zenodo takes this file before CITATION.cff; version and day come from the release it archives.
    told = json.loads((ROOT / ".zenodo.json").read_text("utf-8"))
    assert told["title"] == work().title
    assert [maker["name"] for maker in told["creators"]] == [author.name for author in work().authors]
    assert told["description"] == work().abstract
    assert told["keywords"] == list(work().keywords)
    assert told["license"] == work().data_licence.lower()
    assert not {"version", "publication_date", "doi"} & set(told)


@pytest.mark.parametrize(
    ("doi", "problem"), [("", ""), ("10.5281/zenodo.1234567", ""), ("https://doi.org/10.5281/x", "doi: is")]
)
def test_a_doi_is_read_as_a_name_and_no_address(tmp_path: Path, doi: str, problem: str) -> None:
    for name in ("CITATION.cff", "_config.yml", "pyproject.toml"):
        (tmp_path / name).write_bytes((ROOT / name).read_bytes())
    with (tmp_path / "CITATION.cff").open("a") as record:
        record.write(f'doi: "{doi}"\n')
    if problem:
        with pytest.raises(Fault, match=problem):
            citations.read_work(tmp_path)
    else:
        assert citations.read_work(tmp_path).doi == doi


def test_the_version_is_that_of_the_book() -> None:
    from scripts.book import version

    assert work().version == version(ROOT)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("title: [", "CITATION.cff: line 1: not readable as YAML"),
        ("- a\n- b\n", "CITATION.cff: whole file: no list of keys"),
        ("version: 0.1.0\ntitle: T\n", "CITATION.cff: license: is missing"),
        (
            "version: 0.1.0\ntitle: T\nlicense: MIT\nauthors: [{website: x}]\ndate-released: 2031-01-01",
            "without a name",
        ),
        (
            "version: 0.1.0\ntitle: T\nlicense: MIT\nauthors: [{name: x}]\ndate-released: May",
            "is `May`, not a date",
        ),
    ],
)
def test_a_broken_record_is_one_line(tmp_path: Path, text: str, problem: str) -> None:
    shutil.copy(ROOT / "_config.yml", tmp_path)
    (tmp_path / "pyproject.toml").write_text('[project]\nname = "x"\n')
    (tmp_path / "CITATION.cff").write_text(text)
    with pytest.raises(Fault) as raised:
        citations.read_work(tmp_path)
    assert problem in str(raised.value)
    assert "\n" not in str(raised.value)


def test_no_address_is_made_up() -> None:
    assert (yaml.safe_load((ROOT / "_config.yml").read_text())["html"]["baseurl"] or "") == work().base == ""
    for cited in citations.everything(report.read(), work(), ROOT):
        for form in citation_formats.FORMS:
            assert "http" not in citation_formats.written(replace(cited, title=""), form)
        assert not any("url" in name or "og:" in name for _, name, _ in citation_formats.meta_tags(cited))


def test_everything_has_a_key_of_its_own_and_is_at_home_where_the_tables_say() -> None:
    found = list(citations.everything(report.read(), work(), ROOT))
    assert len({cited.key for cited in found}) == len(found)
    assert PAGES["finding"] == f"{citations.LEDGER.rpartition('/')[2]}.html"
    assert PAGES["claim"] == f"{citations.CLAIMS.rpartition('/')[2]}.html"
    from scripts.book.executing.chapters import pages

    assert citations.pages(ROOT) == pages(ROOT)


@pytest.mark.parametrize(
    ("wanted", "title", "address"),
    [
        ("", "The U.S.-South Korea Security Consultative Meeting and 2+2", "chapters/bottom-line.html"),
        ("cite", "How to cite", "chapters/cite.html"),
        ("F1", "Finding F1: ", "chapters/ledger.html#finding-f1"),
        ("A-3", "Claim A-3: ", "chapters/claims.html#claim-a-3"),
    ],
)
def test_what_a_reader_asks_for(wanted: str, title: str, address: str) -> None:
    found = citations.cited(report.read(), work(), ROOT, wanted)
    assert found.title.startswith(title)
    assert found.address == address
    published = replace(found, work=replace(work(), base="https://example.org/book/"))
    assert published.url == f"https://example.org/book/{address}"


def test_what_is_not_there_is_one_line() -> None:
    with pytest.raises(Fault, match="F9999: no such finding, claim or chapter"):
        citations.cited(report.read(), work(), ROOT, "F9999")


# --- the forms --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("cited", "expected"),
    [
        (
            citations.of_book(WORK),
            "The Quay Group; Ana Vidal. Two harbours, version 1.2.0, 5 March 2031. No public address yet.",
        ),
        (
            CHAPTER,
            "The Quay Group; Ana Vidal. “The tides.” In Two harbours, version 1.2.0, 5 March 2031. "
            "No public address yet; in a copy of the book: chapters/tides.html.",
        ),
        (
            titled("What is “slack water”?"),
            "The Quay Group; Ana Vidal. “What is ‘slack water’?” In Two harbours, version 1.2.0, "
            "5 March 2031. No public address yet; in a copy of the book: chapters/tides.html.",
        ),
        (
            replace(CHAPTER, work=replace(WORK, doi="10.5281/zenodo.1234567")),
            "The Quay Group; Ana Vidal. “The tides.” In Two harbours, version 1.2.0, 5 March 2031. "
            "https://doi.org/10.5281/zenodo.1234567",
        ),
        (
            replace(CHAPTER, work=replace(WORK, base="https://example.org/b/")),
            "The Quay Group; Ana Vidal. “The tides.” In Two harbours, version 1.2.0, 5 March 2031. "
            "https://example.org/b/chapters/tides.html",
        ),
    ],
)
def test_a_citation_to_read(cited: Citable, expected: str) -> None:
    assert citation_formats.formatted(cited) == expected


@pytest.mark.parametrize("title", ["The tides", *HOSTILE])
def test_bibtex_is_one_entry_whatever_the_title(title: str) -> None:
    found = entry(titled(title))
    assert found.type == "incollection"
    assert [str(person) for person in found.persons["author"]] == ["{The Quay Group}", "Vidal, Ana"]
    assert (found.fields["year"], found.fields["month"]) == ("2031", "March")
    assert found.fields["booktitle"] == "{Two harbours}"
    # No mark of TeX stands alone.
    bare = found.fields["title"][1:-1].replace("\\textbackslash{}", "")
    for mark in "&%$#_":
        assert bare.count(mark) == bare.count(f"\\{mark}")
    assert entry(citations.of_book(WORK)).type == "misc"


@pytest.mark.parametrize("title", ["The tides", *HOSTILE])
def test_ris_is_one_record_whatever_the_title(title: str) -> None:
    text = citation_formats.ris(titled(title))
    assert all(line[2:6] == "  - " for line in text.split("\r\n")[:-1])
    (found,) = rispy.loads(text)
    assert found["type_of_reference"] == "CHAP"
    assert found["authors"] == ["The Quay Group", "Vidal, Ana"]
    assert (found["secondary_title"], found["year"]) == ("Two harbours", "2031")
    assert found["title"].split()[0] == title.split()[0]


@pytest.mark.parametrize("title", ["The tides", *HOSTILE])
def test_csl_json_has_only_what_csl_data_has(title: str) -> None:
    # By hand, after csl-data.json of the Citation Style Language 1.0.2: no package carries that schema.
    (found,) = json.loads(citation_formats.csl_json([titled(title)]))
    strings = {"id", "title", "language", "publisher", "version", "container-title"}
    assert set(found) == strings | {"type", "author", "issued"}
    assert all(isinstance(found[name], str) and "\n" not in found[name] for name in strings)
    assert found["type"] in {"report", "chapter"}
    assert found["author"] == [{"literal": "The Quay Group"}, {"family": "Vidal", "given": "Ana"}]
    assert found["issued"] == {"date-parts": [[2031, 3, 5]]}


PRINTED = replace(
    CHAPTER, work=replace(WORK, pages={"page-tides--high": 7}), address="chapters/tides.html#high"
)


def test_what_is_printed_on_a_page_is_cited_with_it_in_every_form() -> None:
    assert "version 1.2.0, 5 March 2031, p. 7. " in citation_formats.formatted(PRINTED)
    assert entry(PRINTED).fields["pages"] == "7"
    (found,) = rispy.loads(citation_formats.ris(PRINTED))
    assert found["start_page"] == "7"
    (item,) = json.loads(citation_formats.csl_json([PRINTED]))
    assert item["page"] == "7"


@pytest.mark.parametrize(
    ("address", "page"),
    [
        ("chapters/tides.html#low", "3"),
        ("chapters/tides.html#high", "7"),  # an anchor that two chapters have
        ("chapters/tides.html#nowhere", ""),
        ("chapters/tides.html", "5"),  # a chapter begins on a page of its own
        ("chapters/ebb.html", ""),
    ],
)
def test_a_page_is_given_only_where_it_is_known(address: str, page: str) -> None:
    pages = {"low": 3, "page-tides--high": 7, "page-tides": 5, "": 1}
    cited = replace(CHAPTER, work=replace(WORK, pages=pages), address=address)
    assert cited.page == page
    assert ("pages" in entry(cited).fields) is bool(page)


def test_the_head_of_a_page_as_zotero_reads_it() -> None:
    # Its translator "Embedded Metadata": a book title makes a section of a book; a comma keeps a name whole.
    tags = list(citation_formats.meta_tags(CHAPTER))
    assert [content for _, name, content in tags if name == "citation_author"] == [
        "The Quay Group,",
        "Vidal, Ana",
    ]
    found = {name: content for _, name, content in tags}
    assert found["citation_title"] == "The tides"
    assert found["citation_book_title"] == "Two harbours"
    assert found["citation_publication_date"] == "2031/03/05"
    assert found["citation_language"] == "en"
    published = replace(CHAPTER, work=replace(WORK, base="https://example.org/b/"))
    more = {name: content for _, name, content in citation_formats.meta_tags(published)}
    assert more["citation_public_url"] == more["og:url"] == "https://example.org/b/chapters/tides.html"
    # Open Graph's four basic properties but the picture, which a book without one does not make up.
    assert {"og:title", "og:type", "og:url"} <= set(more)


# --- as shown ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("title", ["The tides", *HOSTILE])
def test_a_citation_opens_to_every_form_and_no_title_is_markup(title: str) -> None:
    shown = citing(titled(title))
    page = tinyhtml5.parse(f"<!DOCTYPE html>{shown._repr_html_()}", namespace_html_elements=False)
    (details,) = page.iter("details")
    assert "".join(details.find("summary").itertext()) == "Cite this chapter"  # type: ignore[union-attr]
    assert [term.text for term in details.iter("dt")] == list(citation_formats.FORMS)
    assert not list(page.iter("script"))
    for form, shown_form in zip(citation_formats.FORMS, details.iter("pre"), strict=True):
        written = citation_formats.written(titled(title), form).strip().splitlines()
        assert "".join(shown_form.itertext()).splitlines() == written


@pytest.mark.parametrize("title", ["The tides", *HOSTILE])
def test_a_row_opens_to_its_citation_and_to_files(title: str) -> None:
    cited = citations.of_exhibit(WORK, "chapters/tides", "table-tides", f"Table: {title}")
    page = tinyhtml5.parse(f"<!DOCTYPE html>{in_short(cited, '../cite')}", namespace_html_elements=False)
    (details,) = page.iter("details")
    assert "".join(details.find("summary").itertext()) == "Cite this table"  # type: ignore[union-attr]
    said, files = details.iter("p")
    assert "".join(said.itertext()) == citation_formats.formatted(cited)
    assert {link.text: link.get("href") for link in files.iter("a")} == {
        "BibTeX": "../cite/table-tides.bib",
        "RIS": "../cite/table-tides.ris",
        "CSL-JSON": "../cite/table-tides.json",
    }
    assert not list(page.iter("script"))


def page_of(anchor: str, title: str) -> str:
    """A page as the book writes it, with places for a finding in short and in full, and for a table."""
    full = citing(citations.cited(report.read(), work(), ROOT, "F1")).markup
    return f"<p>{unfilled('finding-f1')}</p>{full}<div>{unfilled(anchor, title)}</div>"


def test_places_are_filled_twice_and_the_files_beside_them_give_the_printed_page(tmp_path: Path) -> None:
    chapters = {name: tmp_path / f"{name}.html" for name in citations.pages(ROOT)}
    (tmp_path / "chapters").mkdir()
    for path in chapters.values():
        path.write_text("<p>Nothing to cite.</p>", "utf-8")
    ledger = chapters["chapters/ledger"]
    ledger.write_text(page_of("table-tides", 'Table: "High" & <low>'), "utf-8")
    fill(ROOT, tmp_path, {})
    first = ledger.read_text("utf-8")
    assert 'hidden=""' not in first
    assert "p. 31." not in first
    fill(ROOT, tmp_path, {"finding-f1": 31, "table-tides": 32, "claim-a-1": 33})
    second = ledger.read_text("utf-8")
    assert second.count("p. 31.") == 2  # in short and in full
    assert "SP  - 31" in second
    assert second.count("p. 32.") == 1
    assert "&lt;low&gt;" in second
    assert "<low>" not in second
    assert "pages = {32}" in (tmp_path / "cite" / "table-tides.bib").read_text("utf-8")
    assert json.loads((tmp_path / "cite" / "a-1.json").read_text("utf-8"))[0]["page"] == "33"
    assert "SP  - 31\r\n" in (tmp_path / "cite" / "f1.ris").read_bytes().decode()
    held = json.loads((tmp_path / "data" / "citations.json").read_text("utf-8"))
    assert {"31", "32", "33"} == {item["page"] for item in held if "page" in item}


def test_a_place_for_what_the_report_has_not_is_a_fault(tmp_path: Path) -> None:
    (tmp_path / "chapters").mkdir()
    for name in citations.pages(ROOT):
        (tmp_path / f"{name}.html").write_text(str(unfilled("finding-f9999")), "utf-8")
    with pytest.raises(Fault, match="finding-f9999: nothing to cite has this name"):
        fill(ROOT, tmp_path, {})


def test_pages_are_read_only_of_the_book_of_this_tree(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    release = tmp_path / "_build" / "book" / ".current"
    (release / "html").mkdir(parents=True)
    (release / "html" / "index.html").write_text("", "utf-8")
    (release / "report.pdf").write_bytes(b"")
    (release / "pages.json").write_text('{"anchors": {"finding-f1": 31}}', "utf-8")
    monkeypatch.setattr(determinism, "settle", lambda _root: None)
    monkeypatch.setattr(fingerprints, "of_book", lambda _root: "these sources")
    (release / ".made-from").write_text("these sources", "utf-8")
    assert printed(tmp_path) == {"finding-f1": 31}
    (release / ".made-from").write_text("others", "utf-8")
    assert printed(tmp_path) == {}


def test_on_paper_findings_and_chapters_give_their_page() -> None:
    finding = cite_this(report.read(), "F1").markup
    assert 'class="cite-page" href="ledger.html#finding-f1"' in finding
    assert 'class="cite-page" href="#meetings"' in cite_this(report.read(), "meetings").markup
    assert "print-only" in cite_this(report.read()).markup
    figure = cite_exhibit("chapters/meetings", "tenures", "Terms of office")
    assert "“Terms of office.” In The U.S.-South Korea" in figure.plain


def test_each_page_says_in_its_head_how_to_cite_it(built_book: Book) -> None:
    page = built_book.page("first")
    for name, content in (
        ("citation_title", "The first chapter"),
        ("citation_book_title", work().title),
        ("citation_author", f"{work().authors[0].name},"),
        ("citation_publication_date", f"{work().released:%Y/%m/%d}"),
        ("citation_language", "en"),
    ):
        assert f'<meta name="{name}" content="{content}"' in page
    # Nothing that needs an address, while the book has none.
    assert "og:" not in page
    assert "canonical" not in page
