"""The download buttons of a page: the chapter as a notebook with its outputs, and the report as a PDF."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from scripts.book import repository_address, version
from scripts.book.publishing import PDF

if TYPE_CHECKING:
    from nbformat import NotebookNode
    from sphinx.application import Sphinx

HOW = "how-to-run-this"


def offer(app: Sphinx, page: str, _template: str, context: dict[str, Any], doctree: object) -> None:
    """Set the download buttons of a page; the PDF is one of them where it will be printed."""
    for group in context.get("header_buttons", []):
        if group.get("label") != "download-buttons" or doctree is None:
            continue
        for button in group["buttons"]:
            if button["label"] == "download-pdf-button":
                button.update(text="Print this page", icon="fas fa-print", tooltip="Print this page")
            else:
                button.update(text="This page, .ipynb", tooltip="The notebook with its outputs")
        if app.config.with_pdf:
            group["buttons"].append({
                "type": "link",
                "url": context["pathto"](PDF, 1),
                "text": "The whole report, .pdf",
                "icon": "fas fa-file-pdf",
                "tooltip": "The report as it is printed",
                "label": "download-report-button",
            })  # fmt: skip


def write_notebooks(root: Path, sources: Path, notebooks: dict[str, NotebookNode]) -> None:
    """Write each executed chapter where its page's button leads, with a note on how to run it."""
    import nbformat

    for page, notebook in notebooks.items():
        path = sources / f"{page}.ipynb"
        if not path.is_file():
            continue
        note = nbformat.v4.new_markdown_cell(how_to_run(root, page))
        note["id"] = HOW
        given = notebook.copy()
        given["cells"] = [note, *notebook["cells"]]
        path.write_text(nbformat.writes(given) + "\n", "utf-8")


def how_to_run(root: Path, page: str) -> str:
    """The note for readers of a downloaded notebook: it only runs inside the project."""
    url = repository_address.address(root)
    get = f"Get the project from {url}" if url else "Get the project"
    return (
        f"> This chapter of the report, version {version(root)}, is given with its results. It runs inside "
        f"the project, whose code and documents it reads. {get}, run `make environment` there, and open the "
        f"chapter in it: `.venv/bin/jupyter lab {page}.ipynb`."
    )
