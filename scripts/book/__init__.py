"""The book's Sphinx extension: it executes the chapters, so that any way of building gives the whole book.

`_config.yml` names it as a local extension, which also puts the project's root on the import path. A bare
`jupyter-book build .` therefore needs only the locked packages.
"""

from __future__ import annotations

from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any

from scripts.ground.version import version

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.config import Config


__all__ = ["SYNOPSIS_STYLE", "progress", "setup", "version"]

# The style of the synopsis, shared by the book and a stand-alone page.
SYNOPSIS_STYLE = Path("scripts", "exhibits", "synopsis.css")


def setup(app: Sphinx) -> dict[str, Any]:
    """Register the extension: it sets the date and paths of a build, the chapters' outputs, the version."""
    from scripts.book.html.citations_under_exhibits import fill_pages
    from scripts.book.html.data_files import write_data
    from scripts.book.html.downloads import offer
    from scripts.book.html.meta_tags_and_footer import describe
    from scripts.book.html.page_texts import ask_for_excerpts, write_texts
    from scripts.book.html.running_head import put_above
    from scripts.book.html.table_scripts import ask_for_assets, write_assets
    from scripts.book.html.theme_repairs import drop_live_services, tidy_pages
    from scripts.book.paper.sheet import hand_out

    # Read pages again when the code or the documents behind them change, not only their own text.
    app.add_config_value("chapters_rest_on", "", "env", str)
    # Whether the PDF will be printed from these pages: only then do they link to it.
    app.add_config_value("with_pdf", False, "html", bool)
    app.connect("config-inited", _configure)
    app.connect("builder-inited", _execute)
    app.connect("builder-inited", write_assets)
    app.connect("html-page-context", ask_for_assets)
    app.connect("html-page-context", ask_for_excerpts)
    # After all other extensions.
    app.connect("html-page-context", describe, priority=800)
    app.connect("html-page-context", put_above, priority=800)
    app.connect("html-page-context", offer, priority=800)
    app.connect("html-page-context", drop_live_services, priority=900)
    app.connect("build-finished", write_data, priority=800)
    app.connect("build-finished", fill_pages, priority=840)
    app.connect("build-finished", tidy_pages, priority=850)
    app.connect("build-finished", write_texts, priority=860)
    app.connect("build-finished", hand_out, priority=870)
    app.connect("build-finished", _write_index, priority=900)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}


def _configure(app: Sphinx, config: Config) -> None:
    from sphinx.errors import SphinxError

    from scripts.book import determinism, fingerprints, repository_address
    from scripts.ground.faults import Fault

    root = Path(app.srcdir)
    determinism.settle(root)
    config["chapters_rest_on"] = fingerprints.of_chapters(root)
    config["html_static_path"] = [*config["html_static_path"], str(Path(__file__).parent / "html" / "static")]
    if (root / SYNOPSIS_STYLE).is_file():  # a book without exhibits has only the extension
        config["html_static_path"].append(str(root / SYNOPSIS_STYLE))
        app.add_css_file(SYNOPSIS_STYLE.name)
    options = config["html_theme_options"]
    try:
        repository_address.settle(root, options)
    except Fault as fault:
        raise SphinxError(str(fault)) from fault
    options["logo"] = {**options.get("logo", {}), "text": f"{config['html_title']} (version {version(root)})"}


def _execute(app: Sphinx) -> None:
    """Execute the chapters before Sphinx reads them, and give it each chapter with its outputs."""
    import nbformat
    from sphinx.errors import SphinxError
    from sphinx.util import logging

    from scripts.book.executing.chapters import chapters
    from scripts.book.executing.execution import Executed, execute
    from scripts.book.html.downloads import write_notebooks
    from scripts.ground.faults import Fault

    log = logging.getLogger(__name__)

    def tell(executed: Executed, number: int, of: int) -> None:
        log.info("%s", progress(executed.chapter.page, executed.seconds, number, of))

    root = Path(app.srcdir)
    try:
        notebooks = execute(root, chapters(root), tell)
    except Fault as fault:
        raise SphinxError(str(fault)) from fault

    for notebook in notebooks.values():
        for cell in notebook.cells:
            tags = cell.metadata.get("tags", [])
            if cell.cell_type == "code" and "show-input" not in tags:
                # Fold the code away: a reader of the report wants its results first.
                cell.metadata["tags"] = [*tags, "hide-input"]

    def give(_app: Sphinx, page: str, source: list[str]) -> None:
        if page in notebooks:
            source[0] = nbformat.writes(notebooks[page])

    def hand_out(_app: Sphinx, failure: Exception | None) -> None:
        if not failure and app.builder.format == "html":
            write_notebooks(root, Path(app.outdir) / "_sources", notebooks)

    app.connect("source-read", give)
    app.connect("build-finished", hand_out)


def _write_index(app: Sphinx, failure: Exception | None) -> None:
    """Write `index.html`, which redirects to the first chapter, and links to it in case that fails."""
    if failure or app.builder.format != "html" or app.config.root_doc == "index":
        return
    title, first = escape(app.config.html_title), f"{app.config.root_doc}.html"
    (Path(app.outdir) / "index.html").write_text(
        f'<!DOCTYPE html>\n<html lang="{app.config.language}">\n<head>\n<meta charset="utf-8">\n'
        f'<title>{title}</title>\n<meta http-equiv="refresh" content="0; url={first}">\n</head>\n'
        f'<body><p><a href="{first}">{title}</a></p></body>\n</html>\n',
        "utf-8",
    )


def progress(page: str, seconds: float | None, number: int, of: int) -> str:
    """One line for a finished chapter: its place in the queue, its name, and its time."""
    took = "kept, unchanged" if seconds is None else f"{seconds:.1f} s"
    return f"[{number}/{of}] {page.rpartition('/')[2]:<32} {took}"
