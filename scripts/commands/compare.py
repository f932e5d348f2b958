"""``python -m scripts compare``: what two or more accounts of one event agree on, and where they differ."""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from scripts.commands import texts
from scripts.comparing.discrepancies.discrepancy import COSMETIC, ONLY_IN_ONE, RELATIONS, UNDETERMINED
from scripts.comparing.discrepancies.same_event import DIFFERENT, same_event
from scripts.ground.faults import Fault
from scripts.reading.sources import Source
from scripts.record import Reference, read_reference
from scripts.record.pillars import Pillars, read_pillars
from scripts.report import Finding, Report, compile_report, output_formats, overview, text_for_terminals
from scripts.report.labels import Register

SIGLA = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"

EXAMPLES = """examples:
  .venv/bin/python -m scripts compare first.html second.pdf
  .venv/bin/python -m scripts compare first.docx second.eml --save-text texts
  .venv/bin/python -m scripts compare first.txt second.txt third.txt --format json
  .venv/bin/python -m scripts compare first.txt second.txt --reference seeds --format html > page.html
  .venv/bin/python -m scripts compare first.txt second.txt --as-of A=2024-10-30 --only conflicts,differs
"""


def add_parser(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add ``compare`` to the command line."""
    parser = commands.add_parser(
        "compare",
        help="compare two or more English accounts of one event",
        description="Print what accounts of one event agree on and where they differ, detail by detail. "
        "The accounts are called A, B, C ... in the order given.",
        epilog=EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument(
        "accounts", nargs="+", metavar="ACCOUNT", type=Path, help=f"two or more of them: {texts.TAKEN}"
    )
    parser.add_argument("--format", choices=("text", "json", "csv", "markdown", "html"), default="text")
    texts.add_record_option(parser)
    parser.add_argument(
        "--as-of", metavar="A=DATE", action="append", default=[], help="the day an account speaks"
    )
    parser.add_argument("--only", metavar="RELATIONS", default="", help="e.g. conflicts,differs")
    parser.add_argument("--cosmetic", action="store_true", help="in text, print cosmetic differences too")
    parser.add_argument("--open", action="store_true", help="show it on a page in the browser")
    texts.add_options(parser)
    parser.set_defaults(run=run, parser=parser)


def run(args: argparse.Namespace) -> int:
    """Compare the accounts and print the ledger; raises Fault on input that cannot be compared."""
    if len(args.accounts) < 2 or len(args.accounts) > len(SIGLA):
        args.parser.error("give two accounts or more, 26 at the most")
    wanted = _wanted(args)
    report = compared(args.accounts, args.reference, _as_of(args), args.whole_page)
    if args.save_text:
        texts.save_texts(report.sources, args.save_text)
    findings = [f for f in report.findings if f.discrepancy.relation in wanted]
    doubts = warnings(report)
    if args.format == "text":
        leads = None if wanted == {UNDETERMINED} else text_for_terminals.LEADS
        sys.stdout.write(as_text(report, findings, doubts, args.cosmetic, leads))
        return 0
    if args.format != "json":  # a table has no place for them; who writes a page to a file sees them at once
        sys.stderr.writelines(f"{note}\n" for note in texts.notes(report.sources))
        sys.stderr.writelines(f"{output_formats.visible(doubt.line)}\n" for doubt in doubts)
    sys.stdout.write(written(report, findings, doubts, args.format))
    return 0


@dataclass(frozen=True)
class Warned:
    """Two accounts that may not tell of one event: which, what speaks for that (see the schema), and why."""

    accounts: tuple[str, str]
    problem: str
    why: str

    @property
    def line(self) -> str:
        """The warning as one line."""
        one, other = self.accounts
        said = "may tell of two events" if self.problem == _OTHER_DATES else "are about different things"
        return f"warning: {one} and {other} {said}: {self.why}"


_OTHER_DATES, _DIFFERENT_THINGS = "other dates", "different things"


def warnings(report: Report) -> tuple[Warned, ...]:
    """Return which accounts may not tell of one event; they are compared all the same."""
    found = []
    for pair in report.pairs:
        answer = same_event(pair)
        if answer.verdict == DIFFERENT:
            problem = _OTHER_DATES if answer.days else _DIFFERENT_THINGS
            found.append(Warned((pair.left.siglum, pair.right.siglum), problem, answer.why))
    return tuple(found)


def compared(
    paths: Sequence[Path], reference: Path | None, as_of: dict[str, date] | None = None, whole: bool = False
) -> Report:
    """Read the accounts and compare them; ``whole`` takes in what is left out of a file else.

    Raises Fault on a file that gives no text, is not English, or makes no claim.
    """
    return compared_sources(
        [_dated(s, as_of or {}) for s in texts.read_texts(paths, SIGLA, whole)], reference
    )


def compared_sources(sources: Sequence[Source], reference: Path | None = None) -> Report:
    """Compare accounts that are read. Raises Fault on one that makes no claim."""
    record, pillars = read_record(reference) if reference else (Reference.empty(), Pillars())
    return compile_report(sources, record, pillars, Register(), every_word=True)


def read_record(folder: Path) -> tuple[Reference, Pillars]:
    """Read a cited record laid out as ``seeds/`` is: ``reference/`` and, where there are any, pillars."""
    tables = folder / "reference" if (folder / "reference").is_dir() else folder
    if not tables.is_dir():
        raise Fault(folder, "whole folder", "no such folder", "give a folder with the tables of a record")
    pillars = read_pillars(folder) if (folder / "pillars.csv").exists() else Pillars()
    return read_reference(tables), pillars


def _wanted(args: argparse.Namespace) -> set[str]:
    """Return the relations asked for, all of them where none is named."""
    named = {part.strip() for part in args.only.split(",") if part.strip()}
    if unknown := named - set(RELATIONS):
        args.parser.error(f"--only takes {', '.join(RELATIONS)}, not {', '.join(sorted(unknown))}")
    return named or set(RELATIONS)


def _as_of(args: argparse.Namespace) -> dict[str, date]:
    found = {}
    for part in args.as_of:
        siglum, _, day = part.partition("=")
        if siglum not in SIGLA[: len(args.accounts)]:
            args.parser.error(f"--as-of takes the letter of an account given, not {part}")
        try:
            found[siglum] = date.fromisoformat(day)
        except ValueError:
            args.parser.error(f"--as-of takes SIGLUM=YYYY-MM-DD, not {part}")
    return found


def _dated(source: Source, as_of: dict[str, date]) -> Source:
    day = as_of.get(source.siglum)
    return replace(source, as_of=day, as_of_sure="M") if day else source


def as_text(
    report: Report,
    findings: Sequence[Finding],
    doubts: Sequence[Warned],
    cosmetic: bool = False,
    leads: int | None = text_for_terminals.LEADS,
) -> str:
    """Return what a terminal shows: warnings, the accounts, a table of each two, the totals, the findings."""
    shown = [f for f in findings if cosmetic or f.discrepancy.materiality != COSMETIC]
    lines = [output_formats.visible(doubt.line) for doubt in doubts]
    lines += [line for source in report.sources for line in texts.told(source)]
    for pair in report.pairs:
        sigla = pair.left.siglum, pair.right.siglum
        lines += ["", *map(output_formats.visible, overview.as_text(overview.overview(pair), sigla)), ""]
        lines += [*map(output_formats.visible, overview.words_as_text(pair)), ""]
    rows = output_formats.rows(report, shown)
    counts = Counter(f.discrepancy.relation for f in shown)
    inside = text_for_terminals.hidden(rows)
    counts[ONLY_IN_ONE] -= inside
    lines.append("; ".join(f"{counts[r]} {_TOTALS[r]}" for r in RELATIONS if counts[r]) or "nothing found")
    if open_ := sum(f.discrepancy.relation == UNDETERMINED for f in report.findings) - counts[UNDETERMINED]:
        lines.append(f"{open_} leads that could not be judged are left out")
    if inside:
        lines.append(f"{inside} places where a sentence below says more than the other are not listed")
    if len(shown) < len(findings):
        lines.append(f"{len(findings) - len(shown)} cosmetic differences left out (--cosmetic prints them)")
    blocks = text_for_terminals.as_text(rows, leads=leads) if shown else ""
    return "\n".join(lines) + "\n" + (f"\n{blocks}" if blocks else "")


_TOTALS = {
    "conflicts": "in conflict",
    "differs": "different in a detail",
    "undetermined": "that could not be judged",
    "only in one source": "in one account only, as far as was found",
    "agrees": "agreed",
}


def written(report: Report, findings: Sequence[Finding], doubts: Sequence[Warned], form: str) -> str:
    """Return the findings as ``json``, ``csv``, ``markdown`` or ``html``. Raises ValueError else."""
    found = output_formats.rows(report, findings)
    if form == "json":
        warned = [{"accounts": list(w.accounts), "problem": w.problem, "why": w.why} for w in doubts]
        read = [texts.as_row(source) for source in report.sources]
        tables = [overview.as_rows(pair) for pair in report.pairs]
        return output_formats.as_json(
            {"accounts": read, "warnings": warned, "overview": tables, "discrepancies": found}
        )
    if form == "csv":
        return output_formats.as_csv(found)
    if form == "markdown":
        return output_formats.as_markdown(found, [s.siglum for s in report.sources])
    if form == "html":
        # Heavy to import, and only this form needs it.
        from scripts.exhibits.comparison_page import Beside, page

        told = [list(texts.facts(source.document, hint="")) for source in report.sources]
        text = as_text(report, findings, doubts)
        return page(report, findings, Beside([doubt.line for doubt in doubts], told, text))
    raise ValueError(form)
