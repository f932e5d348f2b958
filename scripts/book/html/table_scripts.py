"""The scripts by which long tables are sorted and searched, and their library, on pages with such a table.

The library is DataTables, as bundled in the locked package itables. The bundle is a JavaScript module, which
a browser does not load from disk; it is written beside the pages as a plain script, so that the book needs
neither a network nor a server.
"""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

from scripts.ground.faults import Fault

if TYPE_CHECKING:
    from sphinx.application import Sphinx

LIBRARY = "datatables.js"
_FOLDER = Path("scripts", "exhibits")
# In the order in which a page loads them.
SCRIPTS = (_FOLDER / "kept_choices.js", _FOLDER / "tables.js")
STYLES = tuple(_FOLDER / name for name in ("exhibit_foot.css", "tables.css", "stacked_tables.css"))
_NEEDED = 'class="exhibit sortable'
# The end of the module, where it exports its names. Only the licences come after it.
_EXPORTS = re.compile(r"\bexport\s*\{([^}]*)\}\s*;(?=\s*(?:/\*.*?\*/\s*)?$)", re.DOTALL)


def write_assets(app: Sphinx) -> None:
    """Write the library and the script into ``_static``. Raises `Fault` where the package has changed."""
    root = Path(app.srcdir)
    if app.builder.format != "html" or not (root / SCRIPTS[-1]).is_file():
        return  # a book without exhibits has no such table
    folder = Path(app.outdir) / "_static"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / LIBRARY).write_text(library(), "utf-8")
    for path in (*SCRIPTS, *STYLES):
        (folder / path.name).write_bytes((root / path).read_bytes())


def ask_for_assets(
    app: Sphinx, _page: str, _template: str, context: dict[str, Any], _doctree: object
) -> None:
    """Load them on pages with a long table, and the small styles of all tables on every page."""
    if not (Path(app.srcdir) / SCRIPTS[-1]).is_file():
        return
    for path in STYLES:
        app.add_css_file(path.name)
    if _NEEDED in context.get("body", ""):
        for name in (LIBRARY, *(path.name for path in SCRIPTS)):
            app.add_js_file(name, loading_method="defer")


def library() -> str:
    """DataTables as a plain script that sets ``window.DataTables.jQuery``.

    Raises `Fault` where the bundle of itables does not end as a module does.
    """
    found = importlib.util.find_spec("itables")
    if found is None or found.origin is None:
        raise Fault("requirements.txt", "itables", "is not installed", "run make environment")
    path = Path(found.origin).parent / "html" / "dt_bundle.js"
    text = path.read_text("utf-8")
    exports = _EXPORTS.search(text)
    named = dict(one.strip().split(" as ")[::-1] for one in exports[1].split(",")) if exports else {}
    if not exports or "jQuery" not in named:
        raise Fault("itables", path.name, "is not a module of the expected form", "pin the release before")
    given = f"window.DataTables = {{ jQuery: {named['jQuery']} }};"
    return f"(() => {{\n{text[: exports.start()]}{given}{text[exports.end() :]}\n}})();\n"
