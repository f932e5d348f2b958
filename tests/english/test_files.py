"""Requirements on the data files: sorted, unique, complete, and described."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from scripts import english
from scripts.english import rows
from scripts.ground.faults import Fault
from tests.english.tables import FOLDER, read

TABLES = sorted(path.name for path in FOLDER.glob("*.csv"))
LISTS = sorted(path.name for path in FOLDER.glob("*.txt"))
# The only columns in which an empty cell says something.
MAY_BE_EMPTY = {
    ("verbs.csv", "past"),
    ("verbs.csv", "participle"),
    ("opposites.csv", "exact"),
    ("opposites.csv", "converse"),
    ("countries.csv", "forms"),
    ("countries.csv", "demonyms"),
    ("countries.csv", "capital"),
    ("units.csv", "forms"),
}


@pytest.mark.parametrize("name", TABLES)
def test_tables_are_sorted_unique_and_full(name: str) -> None:
    header, body = read(name)
    assert body == sorted(body)
    assert not [row for row, count in Counter(map(tuple, body)).items() if count > 1]
    firsts = Counter(row[0] for row in body)
    if name not in ("opposites.csv", "chrome.csv", "held_apart.csv", "roots.csv", "said_alike.csv"):
        assert not [first for first, count in firsts.items() if count > 1]
    for row in body:
        assert len(row) == len(header)
        for column, cell in zip(header, row, strict=True):
            assert cell == cell.strip()
            assert cell or (name, column) in MAY_BE_EMPTY, row
            if name != "chrome.csv" and "|" in cell:
                parts = cell.split("|")
                assert all(parts)
                assert len(parts) == len(set(parts)), row


@pytest.mark.parametrize("name", LISTS)
def test_lists_are_sorted_and_unique(name: str) -> None:
    lines = (FOLDER / name).read_text(encoding="utf-8").splitlines()
    assert lines
    assert all(line == line.strip() and line for line in lines)
    assert lines == sorted(set(lines))


@pytest.mark.parametrize("name", [*TABLES, *LISTS])
def test_every_file_is_described(name: str) -> None:
    assert re.search(rf"\b{re.escape(name)}\b", english.__doc__ or "")


def test_a_row_too_short_is_a_fault(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rows, "FOLDER", tmp_path)
    (tmp_path / "short.csv").write_text("a,b\n1\n", encoding="utf-8")
    with pytest.raises(Fault, match=r"short\.csv: row 2: 1 cells; give it 2"):
        rows.table("short.csv", ("a", "b"))
    (tmp_path / "other.csv").write_text("a,c\n1,2\n", encoding="utf-8")
    with pytest.raises(Fault, match="header"):
        rows.table("other.csv", ("a", "b"))
    with pytest.raises(Fault, match="not a number"):
        rows.value("units.csv", {"unit": "metre", "factor": "one"}, "factor")
