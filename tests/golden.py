"""Golden cases: texts with everything the rules tell of them, in files that people read and edit.

A case is a title after ``#``, the left text in lines after ``<``, the right one after ``>``, and below what
is told. ``python tests/golden.py`` writes what is told anew: read what has changed before you keep it.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from itertools import groupby
from pathlib import Path

from invented import PILLARS, RECORD
from written import source, told_in

from scripts.comparing import differences, discrepancies
from scripts.comparing.alignments import Alignment, Vocabulary, compare
from scripts.comparing.differences.difference import Difference
from scripts.comparing.discrepancies import Discrepancy, Pair, Single, unsettled
from scripts.comparing.discrepancies.discrepancy import Reading
from scripts.comparing.discrepancies.same_event import same_event
from scripts.reading.claims import Claim, claims
from scripts.reading.passages import passages

HERE = Path(__file__).resolve().parent
WITHIN = dict(discrepancies.WITHIN)
ACROSS: dict[str, Callable[[Pair], Iterator[Discrepancy]]] = {
    **dict(discrepancies.ACROSS),
    "left over": lambda pair: unsettled.find(pair, []),
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


@cache  # reading takes most of a case's time, and the mutants of the rules (tests/mutants) share it
def aligned(left: str, right: str) -> Alignment | None:
    """Return the alignment of the first claims of two texts, or None if they do not align."""
    one, other = _first(left, "A"), _first(right, "B")
    return compare(one, other, Vocabulary([one, other])) if one and other else None


def _first(text: str, siglum: str) -> Claim | None:
    account = source(text, siglum)
    return next(iter(claims(account, passages(account))), None)


def differences_told(case: Case) -> str:
    """Return what the rules of differences report for two sentences."""
    both = aligned(case.left, case.right)
    return "\n".join(_difference(d, case) for d in differences.between(both)) if both else "not alike"


def _difference(found: Difference, case: Case) -> str:
    sides = []
    for text, side in ((case.left, found.left), (case.right, found.right)):
        assert text[side.start : side.end] == side.quote
        sides.append(side.quote if side.value == side.quote else f"{side.quote} [{side.value}]")
    head = f"{found.type} {found.relation}{' cosmetic' if found.cosmetic else ''}"
    return f"{head}: {' / '.join(sides)}\n    {found.why}"


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
    tail = [f"    {found.rationale}", *(f"    ({why})" for why in found.evidence)]
    return "\n".join([head, *(f"    {_reading(r)}" for r in found.readings), *tail])


def _reading(found: Reading) -> str:
    value = "" if found.value == found.quote else f" [{found.value}]"
    checked = found.standing
    standing = "" if checked.verdict == "not checked" else f"; {checked.verdict}: {checked.note}"
    at = "" if found.claim is None else f"@{found.start - found.claim.start}"
    return " ".join(f"{found.source}{at} {found.quote}{value}{standing}".split())


ROOMS: dict[str, Callable[[Case], str]] = {
    "differences": differences_told,
    "discrepancies": discrepancies_told,
}


def main() -> int:
    """Write the current results into every golden file."""
    for room, told in ROOMS.items():
        for path in sorted((HERE / "comparing" / room / "golden").glob("*.txt")):
            cases = (replace(case, told=told(case)) for case in read(path))
            path.write_text("\n\n".join(map(str, cases)) + "\n", "utf-8")
    return 0


if __name__ == "__main__":
    sys.path.insert(0, str(HERE.parent))
    sys.exit(main())
