"""Golden cases: texts with everything the rules tell of them, in files that people read and edit.

A case is a title after ``#``, the left text in lines after ``<``, the right one after ``>``, and below what
is told. Beside the tables of statements stands why each is judged as it is, and its source by it.
``python tests/golden.py`` writes what is told anew: read what has changed before you keep it.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby
from pathlib import Path

from invented import PILLARS, RECORD
from listed import listed
from stated import TABLES
from written import source, told_in

from scripts.comparing import discrepancies
from scripts.comparing.changes.change import Change
from scripts.comparing.discrepancies import Discrepancy, Pair, Single, unsettled
from scripts.comparing.discrepancies.discrepancy import Reading
from scripts.comparing.discrepancies.same_event import same_event
from scripts.comparing.laid_claims import Meeting
from scripts.comparing.statements.statement_verdicts import judge
from scripts.reading.syntax.whole_text import Reading as Read

HERE = Path(__file__).resolve().parent
WITHIN = dict(discrepancies.WITHIN)
ACROSS: dict[str, Callable[[Pair], Iterator[Discrepancy]]] = {
    **dict(discrepancies.ACROSS),
    "left over": lambda pair: unsettled.find(pair, [], every_word=False),
}


ONE_EVENT = "one event"
_AS_OF = re.compile(r"as of (\S+) and (\S+):")


@dataclass(frozen=True)
class Case:
    """Two texts, or one, and what is told of them; the title ends with the rule where one alone is asked."""

    title: str
    left: str
    right: str
    told: str

    def __str__(self) -> str:
        sides = [f"{sign} {line}".rstrip() for sign, text in (("<", self.left), (">", self.right)) if text
                 for line in text.split("\n")]  # fmt: skip
        return "\n".join([f"# {self.title}", *sides, *([self.told] if self.told else [])])


def read(path: Path) -> tuple[Case, ...]:
    """Return the cases of a file."""
    return tuple(_cases(path.read_text("utf-8")))


def _cases(text: str) -> Iterator[Case]:
    for block in text.strip().split("\n\n"):
        parts = {sign: [line[2:] for line in lines] for sign, lines in groupby(block.split("\n"), _sign)}
        told = "\n".join(line for line in block.split("\n") if _sign(line) == "")
        yield Case(parts["#"][0], "\n".join(parts["<"]), "\n".join(parts.get(">", ())), told)


def _sign(line: str) -> str:
    return line[:1] if line[:2] in {"# ", "< ", "> "} or line in {"<", ">"} else ""


def changes_told(case: Case) -> str:
    """Return what two sentences say otherwise, and whether each word of both is proved the same."""
    both = Pair(_side(case.left, "L", ""), _side(case.right, "R", ""))
    lines = []
    for meeting, found in both.changes:
        lines += [_change(meeting, change) for change in found]
        if not found:
            lines.append("proved the same" if both.laid.is_proved(meeting.alignment) else "nothing told")
    return "\n".join(lines) or "not alike"


def _change(meeting: Meeting, change: Change) -> str:
    sides = (_words(meeting.left, change.left), _words(meeting.right, change.right))
    return f"{change.kind} {change.sure}: {' / '.join(sides)}"


def _words(read: Read, indices: tuple[int, ...]) -> str:
    return " … ".join(read.items[k].quote for k in indices) or "nothing"


def _side(text: str, siglum: str, day: str) -> Single:
    return Single(told_in(source(text, siglum, day, "M" if day else "")), RECORD, PILLARS)


def discrepancies_told(case: Case) -> str:
    """Return what the rule named at the end of a case's title reports for one or two accounts.

    A title may give their days: "as of 2021-05-01 and 2021-05-09".
    """
    rule = case.title.rpartition(": ")[2]
    said = _AS_OF.search(case.title)
    days = said.groups() if said else ("", "")
    left, right = _side(case.left, "L", days[0]), _side(case.right, "R", days[1])
    if rule == ONE_EVENT:
        answer = same_event(Pair(left, right))
        return f"{answer.verdict}: {answer.why}"
    found = ACROSS[rule](Pair(left, right)) if rule in ACROSS else WITHIN[rule](left)
    return "\n".join(_discrepancy(d) for d in found)


def _discrepancy(found: Discrepancy) -> str:
    head = f"{found.type} {found.relation} {found.materiality}: {found.slot} ({found.pillar or 'no pillar'})"
    tail = [f"    {found.rationale}"]
    return "\n".join([head, *(f"    {_reading(r)}" for r in found.readings), *tail])


def _reading(found: Reading) -> str:
    value = "" if found.value == found.quote else f" [{found.value}]"
    checked = found.standing
    standing = "" if checked.verdict == "not checked" else f"; {checked.verdict}: {checked.note}"
    at = "" if found.claim is None else f"@{found.start - found.claim.start}"
    return " ".join(f"{found.source}{at} {found.quote}{value}{standing}".split())


def why_told(table: Path) -> str:
    """Return what is judged of each statement of a table, and of its source by the statement, and why."""
    lines = []
    for case in listed(table):
        lines.append(f"< {case.text}")
        for line in case.expected:
            statement = line.split(": ", 1)[1]
            both = judge(statement, case.text), judge(case.text, statement)
            lines += [f"> {statement}", *(f"{said.verdict}: {said.why}" for said in both)]
    return "\n".join(lines) + "\n"


ROOMS: dict[str, Callable[[Case], str]] = {
    "changes": changes_told,
    "discrepancies": discrepancies_told,
}


def main() -> int:
    """Write the current results into every golden file."""
    for room, told in ROOMS.items():
        for path in sorted((HERE / "comparing" / room / "golden").glob("*.txt")):
            cases = (replace(case, told=told(case)) for case in read(path))
            path.write_text("\n\n".join(map(str, cases)) + "\n", "utf-8")
    for table in TABLES:
        (table.parent / "golden" / table.name).write_text(why_told(table), "utf-8")
    return 0


if __name__ == "__main__":
    sys.path.insert(0, str(HERE.parent))
    sys.exit(main())
