"""The labelled rows that all programs answer, and the figures of their answers.

statements*.jsonl, lines*.jsonl, triples*.jsonl   a statement, its source, and the right verdict
accounts*.json                                    two accounts, and what readers marked in them
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from scripts.bench.peers import marked
from scripts.bench.peers.programs import ACCOUNTS, STATEMENTS
from scripts.bench.public_sets import Row, read_rows, score_statements
from scripts.comparing.statements.statement_verdicts import SUPPORTED
from scripts.ground.faults import Fault

# A share, or `[hits, of how many]`.
Figures = dict[str, float | list[int]]
_OF_STATEMENTS = ("lines", "triples", "statements")
_MARKED = ("id", "a", "b", "items")


@dataclass(frozen=True)
class Labelled:
    """A file of labelled rows: its name, its digest, and which kind of question its rows are."""

    name: str
    sha256: str
    kind: str
    rows: Sequence[Row]

    def asked(self) -> list[dict[str, str]]:
        """Return the rows without their labels, as a program is given them."""
        columns = ("statement", "source") if self.kind == STATEMENTS else ("a", "b")
        return [{column: row[column] for column in columns} for row in self.rows]

    def figures(self, answers: Sequence[Any]) -> Figures:
        """Score the answers of one program, one for each row.

        Of verdicts: accuracy, macro-F1, how many of the supported statements are called supported, and how
        many of the others (`wrong ones let pass`). Of findings: the counts of `marked`.
        """
        if self.kind == ACCOUNTS:
            return {**marked.counted(self.rows, answers)}
        all_figures = score_statements(self.rows, answers)
        let_pass = {True: [0, 0], False: [0, 0]}
        for row, said in zip(self.rows, answers, strict=True):
            counts = let_pass[row["verdict"] == SUPPORTED]
            counts[0] += said == SUPPORTED
            counts[1] += 1
        return {
            "accuracy": all_figures["accuracy"],
            "macro-F1": all_figures["macro-F1"],
            "supported ones found": let_pass[True],
            "wrong ones let pass": let_pass[False],
        }


def labelled(folder: Path) -> Iterator[Labelled]:
    """Read the sets of a folder. Raises Fault where there is none, or on a row that cannot be read."""
    files = [(file, STATEMENTS) for name in _OF_STATEMENTS for file in sorted(folder.glob(f"{name}*.jsonl"))]
    files += [(file, ACCOUNTS) for file in sorted(folder.glob("accounts*.json"))]
    if not files:
        raise Fault(folder, "labelled sets", "there is none", "give the folder of the labelled sets")
    for file, kind in files:
        rows = read_rows(file) if kind == STATEMENTS else _read_accounts(file)
        yield Labelled(file.name, hashlib.sha256(file.read_bytes()).hexdigest(), kind, rows)


def _read_accounts(file: Path) -> list[Row]:
    """Read pairs of accounts. Raises Fault if it is no list of them, or marks words that are not there."""
    try:
        pairs = json.loads(file.read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise Fault(file.name, "whole file", f"cannot be read ({error})", "give a list of pairs") from None
    for number, pair in enumerate(pairs if isinstance(pairs, list) else [pairs], 1):
        if not isinstance(pair, dict) or any(column not in pair for column in _MARKED):
            raise Fault(file.name, f"pair {number}", "is no pair", f"give it {', '.join(_MARKED)}")
        for item in pair["items"]:
            _look_up(file, pair, item)
    return list(pairs)


def _look_up(file: Path, pair: Row, item: Mapping[str, str]) -> None:
    for text, words in ((pair["a"], item["left"]), (pair["b"], item["right"])):
        if words not in text:
            raise Fault(file.name, str(pair["id"]), f"lacks the words {words!r}", "mark words of the account")
