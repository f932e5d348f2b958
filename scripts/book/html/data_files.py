"""The data package beside the pages, for readers to download."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def write_data(app: Sphinx, failure: Exception | None) -> None:
    """Write the data package into ``data/`` beside the pages, once these are complete."""
    root = Path(app.srcdir)
    # A book without accounts has no data.
    if failure or app.builder.format != "html" or not (root / "scripts" / "report" / "datapackage").is_dir():
        return
    from scripts import report
    from scripts.report import datapackage

    datapackage.write(report.read(root), Path(app.outdir) / datapackage.FOLDER, root)
