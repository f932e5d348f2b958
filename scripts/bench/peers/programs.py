"""The engine and its peers, each as something that answers rows: statements, or two accounts."""

from __future__ import annotations

import json
import subprocess
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Any

from scripts.bench import environments
from scripts.bench.peers import answers
from scripts.bench.public_sets import Row
from scripts.commands.compare import compared
from scripts.comparing.statements.statement_verdicts import judge
from scripts.ground.faults import Fault
from scripts.report import output_formats

ENVIRONMENT = Path(__file__).resolve().parents[3] / "_build" / ".peers"
LOCK = Path(__file__).with_name("requirements.txt")
STATEMENTS, ACCOUNTS = "statements", "accounts"


class Engine:
    """This report's engine, asked as `check` and `compare` ask it, without a record."""

    name, title = "engine", "This report's engine"
    kinds = (STATEMENTS, ACCOUNTS)

    @property
    def version(self) -> str:
        """The version of this project."""
        return version("alliance-accounts")

    def answers(self, kind: str, rows: Sequence[Row]) -> list[Any]:
        """Return a verdict for each statement, or the findings of each two accounts."""
        if kind == STATEMENTS:
            return [judge(row["statement"], row["source"]).verdict for row in rows]
        return [_findings(row["a"], row["b"]) for row in rows]


def _findings(one: str, other: str) -> list[dict[str, Any]]:
    """Compare two accounts; return the relation of each finding, its weight, and its spans on each side."""
    with tempfile.TemporaryDirectory() as folder:
        files = [Path(folder) / "a.txt", Path(folder) / "b.txt"]
        for file, text in zip(files, (one, other), strict=True):
            file.write_bytes(text.encode())
        found = output_formats.rows(compared(files, None))
    return [
        {
            "relation": row["relation"],
            "cosmetic": row["materiality"] == "cosmetic",
            "spans": {
                side: [(r["start"], r["end"]) for r in row["readings"] if r["source"] == side]
                for side in "AB"
            },
        }
        for row in found
    ]


@dataclass
class Peer:
    """Another program, run by the Python of an environment of its own."""

    name: str
    title: str
    version: str = ""

    @property
    def kinds(self) -> tuple[str, ...]:
        """What it can be asked."""
        return (STATEMENTS,) if self.name in answers.OF_STATEMENTS else (ACCOUNTS,)

    def answers(self, kind: str, rows: Sequence[Row]) -> list[Any]:
        """Return its answer to each row, read as `answers` says, and learn its version.

        Raises Fault if it cannot be installed or does not answer every row.
        """
        program = environments.python_of(ENVIRONMENT, LOCK)
        with tempfile.TemporaryDirectory() as folder:
            asked, answered = Path(folder) / "asked", Path(folder) / "answered"
            asked.write_text("".join(f"{json.dumps(row)}\n" for row in rows), "utf-8")
            command: list[str | Path] = [program, answers.__file__, self.name, asked, answered]
            done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
            if done.returncode:
                last = (done.stderr.strip().splitlines() or ["no word"])[-1]
                raise Fault(self.name, kind, f"does not run: {last}", "run it by itself")
            lines = answered.read_text("utf-8").splitlines() if answered.exists() else []
            found = [json.loads(line) for line in lines]
        if len(found) != len(rows):
            raise Fault(self.name, kind, f"answers {len(found)} of {len(rows)} rows", "run it by itself")
        self.version = done.stdout.splitlines()[-1]
        return found


def programs() -> tuple[Engine | Peer, ...]:
    """Return the engine and then its peers."""
    peers = (
        ("anchorcite", "AnchorCite's core"),
        ("groundrails", "groundrails (lexical mode)"),
        ("redlines", "redlines"),
    )
    return (Engine(), *(Peer(name, title) for name, title in peers))
