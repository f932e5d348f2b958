"""The book's pages in their order, and the notebooks among them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import yaml
from sphinx_external_toc.parsing import MalformedError, parse_toc_yaml

from scripts.ground.faults import Fault

# Imported where needed: it takes a second to import, and printing only needs the pages' names.
if TYPE_CHECKING:
    import nbformat


@dataclass(frozen=True)
class Chapter:
    """One notebook of the book: its page name in Sphinx, and its file."""

    page: str
    path: Path

    @property
    def file(self) -> str:
        """Its name in messages, from the root of the project."""
        return f"{self.page}.ipynb"

    def notebook(self) -> nbformat.NotebookNode:
        """Read the notebook as it stands. Raises `Fault` where the file is not one."""
        import nbformat

        try:
            return nbformat.read(self.path, as_version=4)
        except (ValueError, nbformat.ValidationError) as error:
            problem = str(error).splitlines()[0]
            raise Fault(self.file, "notebook", f"cannot be read: {problem}", "restore or mend it") from error


def pages(root: Path) -> list[str]:
    """Every page named by `_toc.yml`, in reading order. Raises `Fault` where that file is malformed."""
    toc = root / "_toc.yml"
    try:
        site = parse_toc_yaml(toc)
    except FileNotFoundError:
        raise Fault(toc.name, "contents", "no such file", "put it back") from None
    except (MalformedError, yaml.YAMLError, UnicodeDecodeError) as error:
        mark = getattr(error, "problem_mark", None)
        place, problem = f"line {mark.line + 1}" if mark else "contents", str(error).splitlines()[0]
        raise Fault(toc.name, place, problem, "mend the list of chapters") from error

    def walk(name: str) -> Iterator[str]:
        yield name
        for child in site[name].child_files():
            yield from walk(child)

    return list(walk(site.root.docname))


def chapters(root: Path) -> list[Chapter]:
    """The notebooks among the pages. Raises `Fault` where `_toc.yml` names a page without a file."""
    found = []
    for page in pages(root):
        path = root / f"{page}.ipynb"
        if path.is_file():
            found.append(Chapter(page, path))
        elif not any((root / f"{page}{end}").is_file() for end in (".md", ".rst")):
            raise Fault("_toc.yml", page, "no such page", "add the file or take the line out")
    return found
