"""Rows of the record that are refused, each with one line: golden/refused_rows.txt."""

from __future__ import annotations

import csv
import shutil
from pathlib import Path

import pytest
from listed import Listed, listed

import scripts
from scripts.ground.faults import Fault
from scripts.record import read_reference

FOLDER = Path(scripts.__file__).resolve().parents[1] / "seeds" / "reference"
REFUSED = listed(Path(__file__).with_name("golden") / "refused_rows.txt")


def table(name: str) -> list[dict[str, str]]:
    with (FOLDER / f"{name}.csv").open(encoding="utf-8", newline="") as handle:
        return list(csv.DictReader(handle))


def broken(folder: Path, name: str, at: int, /, **changes: str) -> str:
    """The line by which the record is refused when row `at` of a table has some cells changed.

    A row past the end is a copy of the last one.
    """
    copy = folder / "reference"
    shutil.copytree(FOLDER, copy)
    rows = table(name)
    if at == len(rows) + 2:
        rows.append(dict(rows[-1]))
    rows[at - 2] |= changes
    with (copy / f"{name}.csv").open("w", encoding="utf-8", newline="") as handle:
        writer = csv.DictWriter(handle, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    with pytest.raises(Fault) as caught:
        read_reference(copy)
    return str(caught.value).removeprefix(f"{copy}/")


SURE = [
    "citations",
    "terms_of_office",
    "people",
    "offices",
    "terms",
    "events",
    "documents",
    "topics",
    "unsaid",
    "agreements",
    "quotations",
    "say_instead",
    "afterwards",
]


@pytest.mark.parametrize("name", SURE)
def test_a_row_that_does_not_say_how_sure_it_is_is_refused(tmp_path: Path, name: str) -> None:
    assert broken(tmp_path, name, 3, sure="") == f"{name}.csv: row 3: `sure` is empty; fill in `sure`"


TABLES = ["people", "offices", "terms", "events", "documents", "topics", "unsaid"]


@pytest.mark.parametrize("name", TABLES)
def test_a_row_without_citation_is_refused(tmp_path: Path, name: str) -> None:
    assert broken(tmp_path, name, 3, citation="") == (
        f"{name}.csv: row 3: no citation: `citation` is empty; write the key of a row of citations.csv"
    )


@pytest.mark.parametrize("name", TABLES)
def test_a_citation_that_is_not_on_record_is_refused(tmp_path: Path, name: str) -> None:
    assert broken(tmp_path, name, 3, citation="hearsay") == (
        f"{name}.csv: row 3: unknown citation `hearsay`; correct it or add the citation to its table"
    )


@pytest.mark.parametrize("case", REFUSED, ids=str)
def test_a_row_that_cannot_stand_is_refused(tmp_path: Path, case: Listed) -> None:
    (name, at), *cells = (
        part.split("=", 1) if "=" in part else part.split() for part in case.text.split(" | ")
    )
    (message,) = case.expected
    assert broken(tmp_path, name, int(at), **dict(cells)) == f"{name}.csv: row {at}: {message}"


def test_a_topic_that_was_not_looked_for_everywhere_is_refused(tmp_path: Path) -> None:
    rows = table("topics")
    first = rows[0]["topic"]
    last = sum(row["topic"] == first for row in rows)
    assert rows[1]["document"] == "JC"
    assert broken(tmp_path, "topics", 3, document="trilateral-2023") == (
        f"topics.csv: row 2: `{first}` has no row for `JC`, which was searched for every topic; "
        "look for it there and add a row, `not-seen` where it was sought in vain"
    )
    assert last > 3


def test_one_event_does_not_stand_twice(tmp_path: Path) -> None:
    rows = table("events")
    last = len(rows) + 2
    assert broken(tmp_path, "events", last, date="2030-01-01") == (
        f"events.csv: row {last}: event `{rows[-1]['event']}` stands in row {last - 1} already; "
        "keep it in one of the two rows"
    )


def test_a_missing_table_and_an_unknown_column_are_refused(tmp_path: Path) -> None:
    copy = tmp_path / "reference"
    shutil.copytree(FOLDER, copy)
    people = copy / "people.csv"
    people.write_text(people.read_text(encoding="utf-8").replace("hangul", "name", 1), encoding="utf-8")
    with pytest.raises(Fault) as caught:
        read_reference(copy)
    assert str(caught.value) == (
        f"{people}: row 1: unknown column: name; write the heading: person,hangul,forms,citation,sure"
    )
    people.unlink()
    with pytest.raises(Fault, match=r"people\.csv: whole file: no such file; put it back"):
        read_reference(copy)
