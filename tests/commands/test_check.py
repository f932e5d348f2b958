"""The check command: tables, rows in and out, and one line for what cannot be used."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from scripts.__main__ import main
from scripts.bench.public_sets import RESULT, run, table
from scripts.ground.faults import Fault

STATEMENTS = "The ferry carries 300 cars.\n\nThe ferry was built in Gdansk.\n"
SOURCE = (
    "The ferry was built in Gdansk. It entered service in May. The ferry carries 250 cars.\nIt is blue.\n"
)


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    """Two statements and their source."""
    statements, source = tmp_path / "statements.txt", tmp_path / "source.txt"
    statements.write_text(STATEMENTS, encoding="utf-8")
    source.write_text(SOURCE, encoding="utf-8")
    return statements, source


def test_text(files: tuple[Path, Path], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", *map(str, files)]) == 0
    out = capsys.readouterr().out
    assert "1. CONTRADICTED: The ferry carries 300 cars." in out
    assert "“300” / " in out
    assert "3. SUPPORTED: The ferry was built in Gdansk." in out


def test_json(files: tuple[Path, Path], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", *map(str, files), "--format", "json"]) == 0
    first, second = json.loads(capsys.readouterr().out)
    assert (first["verdict"], second["verdict"]) == ("contradicted", "supported")
    assert (first["line"], second["line"]) == (1, 3)
    assert first["conflict"]["type"] == "number"
    for side, text in (("statement", first["statement"]), ("source", SOURCE)):
        quote = first["conflict"][side]
        assert text[quote["start"] : quote["end"]] == quote["quote"]
    assert second["conflict"] is None
    assert [one["what"] for one in first["missing"]] == ["is not borne out"]
    assert {one["proof"] for one in second["proofs"]} == {"same word"}


def test_rows_round_trip(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = [
        {"id": "a", "statement": "The ferry carries 300 cars.", "source": SOURCE},
        {"id": 2, "statement": "The ferry was built in Gdansk.", "sentences": SOURCE.split(". ")},
        {"id": "c", "summary": "The ferry was built in Gdansk and carries 300 cars.", "source": SOURCE},
    ]
    file = tmp_path / "rows.jsonl"
    file.write_text("\n".join(map(json.dumps, rows)) + "\n\n", encoding="utf-8")
    assert main(["check", "--jsonl", str(file)]) == 0
    said = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [row["id"] for row in said] == ["a", 2, "c"]
    assert said[0]["verdict"] == "contradicted"
    assert said[1]["verdict"] == "supported"
    assert said[1]["ranking"][0] == 0
    assert sorted(said[1]["ranking"]) == list(range(len(rows[1]["sentences"])))
    assert said[2]["consistent"] is False


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("{not json", "line 2: is not JSON"),
        ("[1]", "line 2: is not a row with an `id`"),
        ('{"id": 1}', "line 2: has neither"),
        ('{"id": 1, "statement": "A line."}', "line 2: has neither a `source` nor"),
        ('{"id": 1, "statement": "A line.", "sentences": [1]}', "line 2: has neither a `source` nor"),
    ],
)
def test_a_bad_row_is_one_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], line: str, said: str
) -> None:
    file = tmp_path / "rows.jsonl"
    file.write_text(
        f'{{"id": 0, "statement": "It rains.", "source": "It rains."}}\n{line}\n', encoding="utf-8"
    )
    assert main(["check", "--jsonl", str(file)]) == 1
    found = capsys.readouterr()
    assert len(found.out.splitlines()) == 1
    assert said in found.err
    assert len(found.err.splitlines()) == 1


def test_a_missing_file_is_one_line(
    files: tuple[Path, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for arguments in (
        ["check", str(files[0]), str(tmp_path / "no")],
        ["check", "--jsonl", str(tmp_path / "no")],
    ):
        assert main(arguments) == 1
        assert len(capsys.readouterr().err.splitlines()) == 1


def test_a_line_that_is_no_statement(files: tuple[Path, Path], capsys: pytest.CaptureFixture[str]) -> None:
    files[0].write_text("A whole sentence stands here.\n***\n", encoding="utf-8")
    assert main(["check", *map(str, files)]) == 1
    assert "line 2: is no statement" in capsys.readouterr().err


FRENCH = "Le ferry a été construit à Gdansk. Il est bleu et il transporte des voitures."


@pytest.mark.parametrize("side", [0, 1])
def test_what_is_not_english_is_refused(
    files: tuple[Path, Path], side: int, capsys: pytest.CaptureFixture[str]
) -> None:
    files[side].write_text(FRENCH, encoding="utf-8")
    assert main(["check", *map(str, files)]) == 1
    (line,) = capsys.readouterr().err.splitlines()
    assert line.startswith(f"{files[side]}: whole file: not English, it seems (")


def test_a_row_whose_source_is_not_english_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    names = "Year Title Role Notes 2001 Amélie Nino 2004 Ronin Sam 2006 Taxi Émilien 2009 Nine Guido Contini"
    rows = [
        {"id": at, "statement": "It is blue.", "source": source} for at, source in enumerate((names, FRENCH))
    ]
    file = tmp_path / "rows.jsonl"
    file.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    assert main(["check", "--jsonl", str(file)]) == 1
    out, err = capsys.readouterr()
    assert len(out.splitlines()) == 1, "a row of names is English enough"
    assert err == f"{file}: line 2: its `source` does not seem to be English; give English sources\n"


@pytest.mark.parametrize(
    "arguments", [["check"], ["check", "one.txt"], ["check", "a.txt", "b.txt", "--jsonl", "c.jsonl"]]
)
def test_wrong_usage(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(arguments)
    assert stopped.value.code == 2
    capsys.readouterr()


def test_the_public_bench_names_an_absent_set(tmp_path: Path) -> None:
    row = {"id": "1", "statement": "More than 10 came.", "source": "Only 8 came.", "verdict": "contradicted"}
    (tmp_path / "statements-few.jsonl").write_text(json.dumps(row) + "\n", encoding="utf-8")
    results = run(tmp_path)
    assert results["absent"] == ["lines", "triples", "passages", "summaries"]
    assert results["sets"]["statements-few.jsonl"]["rows"] == 1
    assert "passages: no file" in table(results)


def test_the_public_bench_refuses_a_bad_row(tmp_path: Path) -> None:
    (tmp_path / "passages.jsonl").write_text('{"id": 1}\n', encoding="utf-8")
    with pytest.raises(Fault, match="line 1: lacks `statement`"):
        run(tmp_path)


def test_the_kept_figures_reach_their_goals() -> None:
    figures = {
        name: one["figures"] for name, one in json.loads(RESULT.read_text(encoding="utf-8"))["sets"].items()
    }
    # What may not happen is that a statement is called supported that is not.
    assert figures["lines-dev.jsonl"]["reassured"] <= 0.06
    assert figures["triples-dev.jsonl"]["reassured"] <= 0.08
    assert figures["statements-dev.jsonl"]["supported precision"] >= 0.85
    assert figures["lines-dev.jsonl"]["contradicted precision"] >= 0.85
    assert figures["passages-dev.jsonl"]["hit@1"] >= 0.88
