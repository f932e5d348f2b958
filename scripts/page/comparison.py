"""A comparison as one object: what the page shows, what a notebook displays, and each form to keep.

>>> from scripts import compare                                    # doctest: +SKIP
>>> found = compare("First text ...", "second.pdf")                # doctest: +SKIP
>>> found.to_frame()                                               # doctest: +SKIP
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from scripts.commands import compare as command
from scripts.commands import texts
from scripts.exhibits.comparison_page import framed, printed
from scripts.ground import atomic_files
from scripts.ground.faults import Fault
from scripts.reading import formats
from scripts.reading.sources import Source, account_of, in_english
from scripts.report import Report, output_formats

if TYPE_CHECKING:
    import pandas as pd

_ENDINGS = {".html": "html", ".txt": "text", ".csv": "csv", ".json": "json", ".md": "markdown"}


@dataclass(frozen=True)
class Comparison:
    """Two accounts or more, compared. A notebook displays it as the page that `accounts open` shows."""

    report: Report

    @classmethod
    def of(
        cls,
        sources: Sequence[Source],
        reference: Path | None = None,
        tell: Callable[[str], None] = lambda step: None,
    ) -> Comparison:
        """Compare accounts that are read, and tell each step. Raises Fault on one that makes no claim."""
        tell("finding what each account claims")
        report = command.compared_sources(sources, reference)
        for pair in report.pairs:
            names = f"{pair.left.siglum} and {pair.right.siglum}"
            claims = f"{len(pair.left.account.claims)} and {len(pair.right.account.claims)} claims"
            tell(f"setting {names} side by side ({claims})")
            aligned = len(pair.alignments)
            tell(f"laying {names} over each other word by word ({aligned} pairs of claims)")
            assert pair.changes is not None
        tell("finding where they differ")
        assert report.findings is not None
        return cls(report)

    @cached_property
    def warnings(self) -> tuple[command.Warned, ...]:
        """What speaks against comparing these accounts: other days, other things."""
        return command.warnings(self.report)

    def written(self, form: str) -> str:
        """Return it as ``html``, ``text``, ``csv``, ``json`` or ``markdown``. Raises ValueError else."""
        if form == "text":
            return command.as_text(self.report, self.report.findings, self.warnings)
        return command.written(self.report, self.report.findings, self.warnings, form)

    def save(self, path: str | Path) -> None:
        """Write it to a file, in the form of its ending: .html, .txt, .csv, .json or .md.

        Raises Fault for another ending, OSError where the file cannot be written.
        """
        file = Path(path)
        form = _ENDINGS.get(file.suffix.lower())
        if form is None:
            raise Fault(file, "its ending", "names no form", f"give one of {', '.join(_ENDINGS)}")
        atomic_files.write(file, self.written(form).encode())

    def to_frame(self) -> pd.DataFrame:
        """Return a row for each reading of each finding, as in the CSV, to be counted and sorted."""
        import pandas as pd

        rows = output_formats.flat(output_formats.rows(self.report))
        return pd.DataFrame(rows, columns=list(output_formats.COLUMNS))

    def _repr_mimebundle_(
        self, include: Iterable[str] | None = None, exclude: Iterable[str] | None = None
    ) -> dict[str, str]:
        return {"text/html": self._repr_html_(), "text/plain": self.written("text")}

    def _repr_html_(self) -> str:
        names = " and ".join(source.siglum for source in self.report.sources)
        on_paper = printed(self.report, self.report.findings)
        return framed(self.written("html"), f"Comparison of {names}", on_paper)._repr_html_()

    def __repr__(self) -> str:
        return self.written("text")


def compare(
    *accounts: str | Path, names: Sequence[str] = (), whole: bool = False, reference: str | Path | None = None
) -> Comparison:
    """Compare accounts, as `scripts.compare` says. Raises Fault on one that cannot be compared."""
    if not 2 <= len(accounts) <= len(command.SIGLA):
        raise Fault("compare", "accounts", f"are {len(accounts)}", "give two or more, 26 at the most")
    sources = [
        _read(account, siglum, names[number] if number < len(names) else "", whole)
        for number, (account, siglum) in enumerate(zip(accounts, command.SIGLA, strict=False))
    ]
    return Comparison.of(sources, Path(reference) if reference else None)


def _read(account: str | Path, siglum: str, name: str, whole: bool) -> Source:
    if isinstance(account, Path) or _names_a_file(account):
        return texts.read_texts([Path(account)], [siglum], whole)[0]
    return in_english(account_of(Path(name or f"text {siglum}"), siglum, account.encode(), whole))


def _names_a_file(text: str) -> bool:
    """Say whether a string is the path of a file, which has a known ending and one line, and no text."""
    return "\n" not in text and Path(text).suffix.lower() in formats.ENDINGS


__all__ = ["Comparison", "compare"]
