"""``python -m scripts check``: is each statement supported by a source, contradicted, or neither?"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, TextIO

from scripts.comparing.sentence_ranking import Wording, ranking
from scripts.comparing.spaced_out_text import closed
from scripts.comparing.statement_verdicts import Quote, Shown, Verdict, judge, judge_by
from scripts.comparing.summaries import check_summary
from scripts.english import english_share, foreign_share
from scripts.ground.faults import Fault
from scripts.ground.invisible_characters import escaped_json, visible
from scripts.reading.sources import in_english, read_account

EXAMPLES = """examples:
  .venv/bin/python -m scripts check briefing.txt account.txt
  .venv/bin/python -m scripts check briefing.txt account.txt --format json
  .venv/bin/python -m scripts check --jsonl rows.jsonl > answers.jsonl

STATEMENTS.txt has one statement on each line. With --jsonl, each row is {id, statement, source},
{id, statement, sentences} or {id, source, summary}; "-" reads rows from standard input.
The answers have the row's id with `verdict`, with `verdict` and `ranking` (the numbers of the
sentences, best first), or with `consistent`.
"""
_ROWS_WANTED = "give {id, statement, source}, {id, statement, sentences} or {id, source, summary}"
_LEAST_WORDS = 2


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
        "statements", type=Path, nargs="?", metavar="STATEMENTS.txt", help="one statement on each line"
    )
    parser.add_argument(
        "source", type=Path, nargs="?", metavar="SOURCE.txt", help="the text to check against"
    )
    parser.add_argument("--format", choices=("text", "json"), default="text")
    parser.add_argument("--jsonl", metavar="ROWS.jsonl", help="read rows from a file, or from - , instead")
    parser.set_defaults(run=run, parser=parser)


def run(args: argparse.Namespace) -> int:
    """Check the statements and print the verdicts. Raises Fault on input that cannot be used."""
    if args.jsonl is not None:
        if args.statements or args.source or args.format != "text":
            args.parser.error("--jsonl reads rows of its own: give no files and no --format beside it")
        _answer_rows(args.jsonl)
        return 0
    if not (args.statements and args.source):
        args.parser.error("give STATEMENTS.txt and SOURCE.txt, or --jsonl ROWS.jsonl")
    source = in_english(read_account(args.source, "S")).text
    checked = [(number, line, judge(line, source)) for number, line in _lines(args.statements)]
    if args.format == "json":
        rows = [as_row(number, line, verdict) for number, line, verdict in checked]
        print(escaped_json(json.dumps(rows, indent=1, ensure_ascii=False)))
    else:
        print("\n\n".join(_shown(number, line, verdict) for number, line, verdict in checked))
    return 0


def _lines(path: Path) -> list[tuple[int, str]]:
    """Return the statements with their line numbers. Blank lines are skipped."""
    lines = in_english(read_account(path, "S")).text.split("\n")
    found = [(number, line.strip()) for number, line in enumerate(lines, 1) if line.strip()]
    for number, line in found:
        if len(Wording(line).words) < _LEAST_WORDS:
            raise Fault(path, f"line {number}", "is no statement", "write one whole sentence on each line")
    return found


def as_row(number: int, statement: str, verdict: Verdict) -> dict[str, Any]:
    """Return a verdict as one JSON row; spans count code points of the statement's line and of the source."""
    conflict = verdict.conflict
    return {
        "line": number,
        "statement": statement,
        "verdict": verdict.verdict,
        "sentence": _quoted(verdict.sentence),
        "conflict": conflict and {"type": conflict.what, **_sides(conflict), "why": verdict.why},
        "why": verdict.why,
        "proofs": [{"proof": one.what, **_sides(one)} for one in verdict.proofs],
        "missing": [{"what": one.what, **_sides(one)} for one in verdict.missing],
    }


def _sides(shown: Shown) -> dict[str, Any]:
    return {"statement": _quoted(shown.statement), "source": _quoted(shown.source)}


def _quoted(quote: Quote | None) -> dict[str, Any] | None:
    return {"start": quote.start, "end": quote.end, "quote": quote.text} if quote else None


def _shown(number: int, statement: str, verdict: Verdict) -> str:
    """Return a verdict as text: the statement, the sentence, the detail, the main reasons."""
    lines = [f"{number}. {verdict.verdict.replace('-', ' ').upper()}: {statement}"]
    if verdict.sentence:
        text = " ".join(verdict.sentence.text.split())
        lines.append(f"   source   {_place(verdict.sentence)} {text}")
    if verdict.conflict:
        sides = [
            f"{_place(q)} “{q.text}”" for q in (verdict.conflict.statement, verdict.conflict.source) if q
        ]
        lines.append(f"   conflict {verdict.conflict.what}: {' / '.join(sides)}")
    lines.append(f"   because  {verdict.why}")
    return "\n".join(visible(line) for line in lines)


def _place(quote: Quote) -> str:
    return f"[{quote.start}:{quote.end}]"


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
