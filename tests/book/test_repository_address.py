"""The repository's one address: what leads into it when it is given, and that nothing does when it is not."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator
from typing import Any
from urllib.parse import parse_qs, urlsplit
from xml.etree.ElementTree import Element

import nbformat
import pytest
import tinyhtml5
import yaml

from scripts.book import repository_address
from scripts.book.html.downloads import HOW
from scripts.ground.faults import Fault
from tests.book.conftest import REPOSITORY
from tests.conftest import ROOT, Book

EMPTY = '\n  url: ""'


def with_address(text: str, url: str) -> str:
    assert text.count(EMPTY) == 1
    return text.replace(EMPTY, f'\n  url: "{url}"')


def links(book: Book, page: str) -> Iterator[Element]:
    tree = tinyhtml5.parse(book.html / "chapters" / f"{page}.html", namespace_html_elements=False)
    return (element for element in tree.iter("a") if "href" in element.attrib)


def buttons(book: Book, page: str) -> dict[str, str]:
    """Where each button of a page leads, by the class that names it."""
    return {
        name[1]: link.attrib["href"]
        for link in links(book, page)
        if (name := re.search(r"btn-([a-z-]+-button)", link.get("class", "")))
        or (name := re.search(r"(logo_[a-z]+)", str([i.get("src") for i in link.iter("img")])))
    }


def test_without_an_address_no_button_leads_away(built_book: Book) -> None:
    for page in ("first", "second"):
        leads = [link.attrib["href"] for link in links(built_book, page)]
        assert [url for url in leads if urlsplit(url).scheme or urlsplit(url).netloc] == []
        assert buttons(built_book, page) == {
            "download-source-button": f"../_sources/chapters/{page}.ipynb",
            "download-report-button": "../report.pdf",
        }
        assert "fa-rocket" not in built_book.page(page)


def test_what_the_buttons_hand_out_is_there_and_says_how_to_run(built_book: Book) -> None:
    assert (built_book.html / "report.pdf").read_bytes() == built_book.pdf.read_bytes()
    given = nbformat.read(built_book.html / "_sources" / "chapters" / "first.ipynb", as_version=4)
    nbformat.validate(given)
    note, *cells = given.cells
    assert (note["id"], note.cell_type) == (HOW, "markdown")
    assert "make environment" in note.source
    assert "chapters/first.ipynb" in note.source
    assert "http" not in note.source
    source = nbformat.read(built_book.root / "chapters" / "first.ipynb", as_version=4)
    assert [cell.source for cell in cells] == [cell.source for cell in source.cells]
    assert "A quiet account." in cells[2].outputs[0].data["text/html"]


def test_a_notebook_that_was_handed_out_runs_where_it_says(built_book: Book, book: Book) -> None:
    """Put back into the project's folder, all its cells run."""
    given = book.html / "_sources" / "chapters" / "second.ipynb"
    notebook = nbformat.read(given, as_version=4)
    for cell in notebook.cells:
        cell.pop("outputs", None) if cell.cell_type == "markdown" else cell.update(outputs=[])
    nbformat.write(notebook, book.root / "chapters" / "second.ipynb")
    (book.root / "scripts" / "report" / "__init__.py").write_text(
        "def read(root):\n    return 'Another.'\n", "utf-8"
    )
    assert book.build("--notebooks").returncode == 0
    assert "second" in book.ran()


def test_one_address_gives_every_button(published: Book) -> None:
    for page in ("first", "second"):
        found = buttons(published, page)
        chapter, base = f"chapters/{page}.ipynb", REPOSITORY
        assert (published.root / chapter).is_file()
        binder = urlsplit(found.pop("logo_binder"))
        assert (
            f"{binder.scheme}://{binder.netloc}{binder.path}" == "https://mybinder.org/v2/gh/quay/tides/main"
        )
        assert parse_qs(binder.query) == {"urlpath": [f"lab/tree/{chapter}"]}
        issue = urlsplit(found.pop("source-issues-button"))
        assert f"{issue.scheme}://{issue.netloc}{issue.path}" == f"{base}/issues/new"
        assert f"/chapters/{page}.html" in parse_qs(issue.query)["title"][0]
        assert found == {
            "source-repository-button": base,
            "source-edit-button": f"{base}/edit/main/{chapter}",
            "download-source-button": f"../_sources/{chapter}",
            "download-report-button": "../report.pdf",
        }
        given = nbformat.read(published.html / "_sources" / "chapters" / f"{page}.ipynb", as_version=4)
        assert f"from {base}," in given.cells[0].source


@pytest.mark.parametrize(
    ("url", "says"),
    [
        ("github.com/quay/tides", "is no address of a repository"),
        ("https://github.com/quay", "is no address of a repository"),
        ("git@github.com:quay/tides.git", "is no address of a repository"),
        ("javascript:alert(1)", "is no address of a repository"),
        ("https://code.example.org/quay/tides", "code.example.org is not GitHub, GitLab or Bitbucket"),
    ],
)
def test_an_address_that_cannot_be_one_is_a_fault(book: Book, url: str, says: str) -> None:
    settings = book.root / "_config.yml"
    settings.write_text(with_address(settings.read_text("utf-8"), url), "utf-8")
    with pytest.raises(Fault, match=re.escape(says)):
        repository_address.settle(book.root, {})


@pytest.mark.parametrize(
    ("url", "forge", "issues"),
    [
        ("https://gitlab.com/quay/tides.git", "gitlab", True),
        ("https://gitlab.example.org/harbour/quay/tides", "gitlab", True),
        ("https://bitbucket.org/quay/tides", "bitbucket", False),
    ],
)
def test_other_forges(book: Book, url: str, forge: str, issues: bool) -> None:
    settings = book.root / "_config.yml"
    settings.write_text(with_address(settings.read_text("utf-8"), url), "utf-8")
    options: dict[str, Any] = {"launch_buttons": {"binderhub_url": "x"}}
    repository_address.settle(book.root, options)
    assert options["repository_url"] == url.removesuffix(".git")
    assert options["repository_provider"] == forge
    assert options["use_edit_page_button"]
    assert options["use_issues_button"] is issues


def test_the_record_must_not_name_another_repository(book: Book) -> None:
    record = book.root / "CITATION.cff"
    record.write_text(
        repository_address.recorded(record.read_text("utf-8"), "https://github.com/other/place"), "utf-8"
    )
    with pytest.raises(Fault, match=r"^CITATION\.cff: repository-code: is https://github\.com/other/place"):
        repository_address.settle(book.root, {})
    done = book.build("--html")
    assert done.returncode == 1
    assert "repository-code" in done.stderr


def test_this_projects_record_has_the_repository_of_its_settings() -> None:
    record = yaml.safe_load((ROOT / "CITATION.cff").read_text("utf-8"))
    assert record.get("repository-code", "") == repository_address.address(ROOT)


def test_binder_makes_the_environment_from_the_lock() -> None:
    """Where there is a folder for it, Binder looks there alone, and its own Python is older than ours."""
    folder = ROOT / ".binder"
    lines = (folder / "requirements.txt").read_text("utf-8").splitlines()
    (asked,) = [line for line in lines if not line.startswith("#")]
    assert (folder / asked.removeprefix("-r ")).resolve() == ROOT / "requirements.txt"
    name, _, version = (folder / "runtime.txt").read_text("utf-8").strip().partition("-")
    assert name == "python"
    assert version in ("3.11", "3.12", "3.13")
    after = folder / "postBuild"
    assert after.stat().st_mode & 0o111
    assert subprocess.run(["bash", "-n", after]).returncode == 0
    assert "install --no-cache-dir --no-deps --no-build-isolation -e ." in after.read_text("utf-8")
    assert {path.name for path in folder.iterdir()} == {"requirements.txt", "runtime.txt", "postBuild"}
