"""The report as data: read back by programs that are not ours, and by the standards they implement."""

from __future__ import annotations

import csv
import hashlib
import io
from dataclasses import replace
from pathlib import Path

import frictionless
import pytest

from scripts import report
from scripts.report import compile_report, datapackage
from scripts.report.datapackage.dictionary import fields
from scripts.report.datapackage.package import schema
from scripts.report.datapackage.tables import Table
from scripts.report.labels import Register
from tests.report.written_data import files, found, json_of

ROOT = report.ROOT


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    into = tmp_path_factory.mktemp("data")
    for name, data in files().items():
        (into / name).write_bytes(data)
    return into


# --- the package ------------------------------------------------------------------------------------------


def test_the_package_and_every_table_are_valid(folder: Path) -> None:
    # frictionless is the reference implementation of the Data Package standard: it checks the descriptor, the
    # size and digest of each file, and each row against its schema: types, keys, where a column leads to.
    outcome = frictionless.validate(str(folder / datapackage.DESCRIPTOR))
    assert outcome.valid, outcome.flatten(["name", "rowNumber", "fieldName", "message"])
    assert {task.name for task in outcome.tasks if task.type == "table"} >= set(fields())


@pytest.mark.parametrize(
    ("name", "before", "after", "complaint"),
    [
        ("claims.csv", b"\nA-1,", b"\nA-2,", "primary-key"),
        ("readings.csv", b"\nF1,1,", b"\nF9999,1,", "foreign-key"),
        ("claims.csv", b",A,", b",Z,", "foreign-key"),
        ("details.csv", b",1,Name,", b",one,Name,", "type-error"),
        ("sources.csv", b"2024-10-31", b"yesterday", "type-error"),
    ],
)
def test_what_is_wrong_with_it_would_be_noticed(
    folder: Path, tmp_path: Path, name: str, before: bytes, after: bytes, complaint: str
) -> None:
    for file in folder.iterdir():
        (tmp_path / file.name).write_bytes(file.read_bytes())
    data = (tmp_path / name).read_bytes()
    assert before in data
    (tmp_path / name).write_bytes(data.replace(before, after, 1))
    outcome = frictionless.validate(str(tmp_path / datapackage.DESCRIPTOR))
    assert complaint in {kind for (kind,) in outcome.flatten(["type"])}


def test_every_file_is_named_in_the_descriptor_with_its_digest() -> None:
    named = {r["path"]: r for r in json_of("datapackage.json")["resources"]}
    assert set(named) | {"datapackage.json"} == set(files())
    for name, resource in named.items():
        assert resource["hash"] == f"sha256:{hashlib.sha256(files()[name]).hexdigest()}"
        assert resource["bytes"] == len(files()[name])


def test_the_dictionary_describes_every_column_and_no_other() -> None:
    made = {table.name: table for table in datapackage.tables(found())}
    assert set(made) == set(fields())
    readme = files()["README.md"].decode()
    for name, table in made.items():
        assert table.rows, name
        for row in table.rows:
            assert list(row) == [field.name for field in fields()[name]]
        assert f"## {name}\n" in readme


def test_nothing_of_the_record_is_left_out() -> None:
    import dataclasses

    for table, nouns in (
        ("record-events", found().reference.events),
        ("record-topics", found().reference.topics),
    ):
        assert {f.name for f in dataclasses.fields(nouns[0])} == {field.name for field in fields()[table]}
        assert len(json_of(f"{table}.json")) == len(nouns)


def test_csv_and_json_say_the_same() -> None:
    for table in datapackage.tables(found()):
        rows = list(csv.DictReader(io.StringIO(files()[f"{table.name}.csv"].decode(), newline="")))
        written = json_of(f"{table.name}.json")
        assert len(rows) == len(written)
        for row, item in zip(rows, written, strict=True):
            for name, value in item.items():
                text = "|".join(value) if isinstance(value, list) else "" if value is None else str(value)
                assert row[name].removeprefix("'") == text.removeprefix("'"), (table.name, name)


def test_quotes_are_the_text_between_their_offsets() -> None:
    texts = {source.siglum: source.text for source in found().sources}
    for name in ("claims", "readings"):
        for row in json_of(f"{name}.json"):
            assert texts[row["source"]][row["start"] : row["end"]] == row["quote"]


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("=1+1", "'=1+1"),
        ("+1", "'+1"),
        ("-1", "'-1"),
        ("@x", "'@x"),
        ("\tx", "'‹U+0009›x"),
        ("a=b", "a=b"),
        (["=a", "b|c"], "'=a|b/c"),
        (-3, "-3"),
        (None, ""),
    ],
)
def test_no_cell_is_a_formula(value: object, expected: str) -> None:
    assert datapackage._cell(value) == expected


def test_it_is_the_same_every_time(tmp_path: Path) -> None:
    again = compile_report(found().sources, found().reference, found().pillars, found().register)
    assert datapackage.files(again) == files()
    assert len(datapackage.write(again, tmp_path / "new" / "data")) == len(files())
    assert (tmp_path / "new" / "data" / "claims.csv").read_bytes() == files()["claims.csv"]


def test_hostile_words_stay_words(tmp_path: Path) -> None:
    hostile = (
        'The ministers met on 3 May 2031. "=cmd|calc" </script><script>alert(1)</script> they said. '
        "=HYPERLINK(1) was agreed by the two ministers on 4 May 2031."
    )
    source = replace(found().sources[0], text=hostile, sha256=hashlib.sha256(hostile.encode()).hexdigest())
    made = compile_report([source], found().reference, found().pillars, Register())
    datapackage.write(made, tmp_path)
    outcome = frictionless.validate(str(tmp_path / datapackage.DESCRIPTOR))
    assert outcome.valid, outcome.flatten(["name", "rowNumber", "fieldName", "message"])
    for line in csv.reader(io.StringIO((tmp_path / "claims.csv").read_text("utf-8"), newline="")):
        assert not any(value.startswith(("=", "+", "-", "@")) for value in line)


def test_a_column_without_a_line_in_the_dictionary_is_refused() -> None:
    with pytest.raises(KeyError):
        schema(Table("nowhere", "Nothing", (), (), ()))
