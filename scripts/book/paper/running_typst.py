"""Running Typst: it typesets a tree of data with a template, and reports the page of each anchor."""

from __future__ import annotations

import json
import shutil
import sys
from datetime import datetime
from pathlib import Path
from typing import Any, Literal

import typst

from scripts.book import temporary_files
from scripts.book.paper import typefaces
from scripts.ground.faults import Fault

HERE = Path(__file__).parent
# The PDF standard; Typst itself refuses a document that breaks its rules.
STANDARD: Literal["ua-1"] = "ua-1"


class Printed:
    """A typeset document: its bytes, and the page of each anchor."""

    def __init__(self, pdf: bytes, pages: dict[str, int], count: int) -> None:
        self.pdf = pdf
        self.pages = pages
        self.count = count


def print_tree(template: str, tree: dict[str, Any], date: datetime) -> Printed:
    """Typeset a tree with a template of this folder; the same bytes at every call.

    Characters that no typeface has are written as `[U+XXXX]`, and one warning lists them all. Raises `Fault`
    with Typst's complaint; under PDF/UA-1 that includes anything inaccessible.
    """
    writer = typefaces.Writer()
    data = json.dumps(writer.tree(tree), ensure_ascii=False).encode()
    with temporary_files.folder() as desk:
        for path in HERE.glob("*.typ"):
            shutil.copy(path, desk)
        (desk / "tree.json").write_bytes(data)
        fonts = typefaces.gathered(desk / "faces")
        try:
            compiler = typst.Compiler(desk / template, root=desk, font_paths=fonts)
            pdf, warnings = compiler.compile_with_warnings(
                format="pdf", pdf_standards=[STANDARD], timestamp=int(date.timestamp())
            )
            # Typst caches what it has just typeset, so this query does not typeset again.
            asked = compiler.query("<places>", field="value", one=True)
        except typst.TypstError as error:
            raise Fault("the PDF", "printing", str(error), "mend the page or the template") from error
    places = json.loads(asked)
    assert isinstance(pdf, bytes)  # a format of one file
    if warnings:
        problem = " | ".join(warning.message for warning in warnings)
        raise Fault("the PDF", "printing", problem, "mend the page or the template")
    if writer.missing:
        listed = ", ".join(f"U+{ord(character):04X}" for character in sorted(writer.missing))
        print(f"the PDF: no typeface of the book has {listed}: written as their numbers", file=sys.stderr)
    return Printed(pdf, places["pages"], places["count"])
