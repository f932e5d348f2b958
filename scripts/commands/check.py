"""``python -m scripts check``: is each statement supported by a source, contradicted, or neither?"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, TextIO

from scripts.commands import texts, verdicts
from scripts.commands.verdicts import Checked, as_row
from scripts.comparing.statements.sentence_ranking import Wording, ranking
from scripts.comparing.statements.spaced_out_text import closed
from scripts.comparing.statements.statement_verdicts import (
    CONTRADICTED,
    NOT_ENOUGH,
    SUPPORTED,
    Verdict,
    judge,
    judge_by,
)
from scripts.comparing.statements.summaries import check_summary
from scripts.english import english_share, foreign_share
from scripts.ground.faults import Fault
from scripts.ground.invisible_characters import escaped_json
from scripts.reading.sentences import sentence_spans
from scripts.reading.sources import Source

EXAMPLES = """examples:
  .venv/bin/python -m scripts check briefing.txt release.pdf
  .venv/bin/python -m scripts check article.docx release.pdf --format json
  .venv/bin/python -m scripts check briefing.txt page.html --fail-on contradicted --format lines
  .venv/bin/python -m scripts check --jsonl rows.jsonl > answers.jsonl

A plain text has one statement a line; of any other file each sentence is checked. The exit status is 0, or,
with --fail-on, 3 where a verdict is one of those named. JSON has the form that
scripts/report/schemas/check.schema.json describes.

With --jsonl, each row is {id, statement, source}, {id, statement, sentences} or {id, source, summary}; - is
standard input. The answers have the row's id with `verdict`, with `verdict` and `ranking` (the
numbers of the sentences, best first), or with `consistent`.
"""
_ROWS_WANTED = "give {id, statement, source}, {id, statement, sentences} or {id, source, summary}"
_STATEMENT_WANTED = "write one whole sentence on each line"
_LEAST_WORDS = 2
# What `scripts.reading.formats` puts before headings and items.
_MARKS = re.compile(r"^(?:#{1,6}|-) ", re.MULTILINE)
FAILED = 3  # the exit status where a verdict is one that --fail-on names
_NAMES = {"contradicted": CONTRADICTED, "not-enough": NOT_ENOUGH, "supported": SUPPORTED}


def add_parser(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add ``check`` to the command line."""
    parser = commands.add_parser(
        "check",
        help="check statements against a source",
        description="Say of each statement whether a source supports it, contradicts it, or does not say "
        "enough; by which sentence, and which detail conflicts.",
        epilog=EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument(
        "statements", type=Path, nargs="?", metavar="STATEMENTS",
        help="a text with a statement a line, or a file whose sentences are to be checked",
    )  # fmt: skip
    parser.add_argument(
        "source", type=Path, nargs="?", metavar="SOURCE", help=f"what to check against: {texts.TAKEN}"
    )
    parser.add_argument(
        "--format", choices=("text", "lines", "json"), default="text",
        help="a table, lines `path:line: message` of what is not supported, or JSON",
    )  # fmt: skip
    parser.add_argument(
        "--fail-on", metavar="VERDICTS", default="",
        help=f"end with status {FAILED} where there is one of these: {', '.join(_NAMES)}",
    )  # fmt: skip
    parser.add_argument("--jsonl", metavar="ROWS.jsonl", help="read rows from a file, or from - , instead")
    texts.add_options(parser)
    parser.set_defaults(run=run, parser=parser)


def run(args: argparse.Namespace) -> int:
    """Check the statements and print the verdicts: 3 where `--fail-on` names one of them.

    Raises Fault on input that cannot be used.
    """
    if args.jsonl is not None:
        if args.statements or args.source or args.format != "text" or args.fail_on or args.save_text:
            args.parser.error("--jsonl reads rows of its own: give no files and no other option beside it")
        _answer_rows(args.jsonl)
        return 0
    if not (args.statements and args.source):
        args.parser.error("give STATEMENTS and SOURCE, or --jsonl ROWS.jsonl")
    failing = _failing(args)
    given, source = texts.read_texts((args.statements, args.source), ("STATEMENTS", "S"), args.whole_page)
    if args.save_text:
        texts.save_texts((given, source), args.save_text)
    found = checked(statements(given), source)
    if args.format == "json":
        row = verdicts.as_object(found, given.file, source)
        print(escaped_json(json.dumps(row, indent=1, ensure_ascii=False)))
    elif args.format == "lines":
        kinds = failing or (CONTRADICTED, NOT_ENOUGH)
        sys.stdout.write(verdicts.as_lines(found, given.file, source, kinds))
    else:
        sys.stdout.write(verdicts.as_table(found, source))
    return FAILED if any(one.verdict.verdict in failing for one in found) else 0


def checked(
    wanted: Sequence[tuple[int, str]], source: Source, tell: Callable[[int], None] = lambda number: None
) -> list[Checked]:
    """Return the verdict on each statement, with the line on which it begins; ``tell`` how many are done."""
    text = _without_marks(source)
    found = []
    for line, said in wanted:
        found.append(Checked(line, said, judge(said, text)))
        tell(len(found))
    return found


def _without_marks(source: Source) -> str:
    """Return the text of a source with blanks for the marks of headings and items: all offsets stay."""
    if source.document is None or source.document.kind == "text":
        return source.text
    return _MARKS.sub(lambda mark: " " * len(mark[0]), source.text)


def _failing(args: argparse.Namespace) -> tuple[str, ...]:
    """Return the verdicts on which the command fails."""
    named = [part.strip() for part in args.fail_on.split(",") if part.strip()]
    if unknown := sorted(set(named) - set(_NAMES)):
        args.parser.error(f"--fail-on takes {', '.join(_NAMES)}, not {', '.join(unknown)}")
    return tuple(_NAMES[name] for name in named)


def statements(given: Source) -> list[tuple[int, str]]:
    """Return the statements with their line numbers: lines of a plain text, sentences of any other file.

    Raises Fault where there are none.
    """
    if given.document is not None and given.document.kind != "text":
        found = list(_sentences(given.text))
    else:
        lines = enumerate(given.text.split("\n"), 1)
        found = [(number, line.strip()) for number, line in lines if line.strip()]
        for number, line in found:
            if len(Wording(line).words) < _LEAST_WORDS:
                raise Fault(given.file, f"line {number}", "is no statement", _STATEMENT_WANTED)
    if not found:
        raise Fault(given.file, "whole file", "has no statement", _STATEMENT_WANTED)
    return found


def _sentences(text: str) -> Iterator[tuple[int, str]]:
    """Yield the sentences of a text that was read from a page or a file of a program, without headings."""
    line, at = 1, 0
    for start, end in sentence_spans(text, 0, len(text)):
        line += text.count("\n", at, start)
        at = start
        said = " ".join(text[start:end].removeprefix("- ").split())
        if not said.startswith("#") and len(Wording(said).words) >= _LEAST_WORDS:
            yield line, said


def _answer_rows(name: str) -> None:
    """Answer each row as soon as it is read, so that any number of rows can be piped through."""
    if name == "-":
        _answer_stream(sys.stdin, "standard input")
        return
    with Path(name).open(encoding="utf-8") as rows:
        _answer_stream(rows, name)


def _answer_stream(rows: TextIO, name: str) -> None:
    try:
        for place, row in _rows(rows, name):
            written = json.dumps(answer(row, name, place), ensure_ascii=False)
            sys.stdout.write(escaped_json(written) + "\n")
    except UnicodeDecodeError:
        raise Fault(name, "whole file", "is not UTF-8 text", "give rows of JSON in UTF-8") from None


def _rows(rows: TextIO, name: str) -> Iterator[tuple[str, Any]]:
    for number, line in enumerate(rows, 1):
        if not line.strip():
            continue
        try:
            yield f"line {number}", json.loads(line)
        except (ValueError, RecursionError) as error:
            raise Fault(
                name, f"line {number}", f"is not JSON ({error})", "give one JSON object on each line"
            ) from None


def answer(row: Any, name: str, place: str) -> dict[str, Any]:
    """Answer one row. Raises Fault on a row that lacks a needed key, or whose source is not English."""
    if not isinstance(row, dict) or not isinstance(row.get("id"), str | int):
        raise Fault(name, place, "is not a row with an `id`", _ROWS_WANTED)
    given = row.get("source")
    # Text from a table may have hardly any function words, so it is refused only if foreign ones prevail.
    if isinstance(given, str) and foreign_share(given) > english_share(given):
        raise Fault(name, place, "its `source` does not seem to be English", "give English sources")
    if isinstance(row.get("summary"), str) and isinstance(row.get("source"), str):
        checked = check_summary(row["summary"], row["source"])
        return {"id": row["id"], "consistent": checked.consistent, "why": list(checked.why)}
    if not isinstance(row.get("statement"), str):
        raise Fault(name, place, "has neither a `statement` nor a `summary` with its `source`", _ROWS_WANTED)
    if isinstance(row.get("source"), str):
        return _answered(row["id"], judge(row["statement"], row["source"]))
    found = row.get("sentences")
    if not isinstance(found, list) or not all(isinstance(s, str) for s in found):
        raise Fault(name, place, "has neither a `source` nor a list of `sentences`", _ROWS_WANTED)
    answered = _answered(row["id"], judge_by(row["statement"], found))
    ranked = ranking(Wording(closed(row["statement"]).text), [Wording(closed(text).text) for text in found])
    return {**answered, "ranking": [r.place for r in ranked]}


def _answered(identity: str | int, verdict: Verdict) -> dict[str, Any]:
    row = as_row(0, "", verdict)
    return {
        "id": identity,
        "verdict": verdict.verdict,
        "place": verdict.place,
        **{k: row[k] for k in ("sentence", "conflict", "why", "proofs", "missing")},
    }
