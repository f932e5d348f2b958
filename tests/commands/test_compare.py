"""The command line, end to end: what is printed, in five forms, and how bad input is refused."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path

import jsonschema
import pytest

from scripts import report
from scripts.__main__ import main
from scripts.reading.manifest import read_manifest

ROOT = report.ROOT
SEEDS = [str(source.file) for source in read_manifest(ROOT / "seeds" / "manifest.csv")[:2]]
SCHEMA = json.loads((ROOT / "scripts" / "report" / "schemas" / "finding.schema.json").read_text("utf-8"))
ONE = "Health Minister Ana Duarte opened the Lima Port Forum on 3 May 2021. The harbour has 12 cranes.\n"
TWO = "The Lima Port Forum was opened on 4 May 2021 by Health Minister Luis Poe. The harbour has 14 cranes.\n"


Write = Callable[[str, str | bytes], str]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Write an account and return its path."""

    def made(name: str, content: str | bytes) -> str:
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return str(path)

    return made


@pytest.fixture
def accounts(write: Write) -> list[str]:
    return [write("one.txt", ONE), write("two.txt", TWO)]


def printed(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert main(["compare", *arguments]) == 0
    out, err = capsys.readouterr()
    assert err == ""
    return out


def written(capsys: pytest.CaptureFixture[str], *arguments: str) -> dict[str, list[dict[str, object]]]:
    return json.loads(printed(capsys, *arguments, "--format", "json"))  # type: ignore[no-any-return]


def rows(capsys: pytest.CaptureFixture[str], *arguments: str) -> list[dict[str, object]]:
    return written(capsys, *arguments)["discrepancies"]


# Forms


def test_text_is_a_block_a_finding(capsys: pytest.CaptureFixture[str], accounts: list[str]) -> None:
    out = printed(capsys, *accounts)
    head, table, words, totals, *blocks = out.split("\n\n")
    # Which account is which, the table that fits a screen, the words by class, and the totals come first.
    assert head.splitlines()[:2] == [f"{s} = {file}" for s, file in zip("AB", accounts, strict=True)]
    assert table.splitlines()[1].startswith("who")
    assert [line[:5] for line in words.splitlines()] == ["A: of", "B: of"]
    assert "in conflict" in totals
    office = next(b for b in blocks if "office-holder" in b)
    assert "CONFLICTS" in office
    assert "[Health Minister Ana Duarte]" in office
    assert "[Health Minister Luis Poe]" in office
    # Conflicts come first, agreements last.
    assert [("CONFLICTS" in b) for b in blocks] == sorted(("CONFLICTS" in b for b in blocks), reverse=True)


def test_json_rows_follow_their_schema(capsys: pytest.CaptureFixture[str], accounts: list[str]) -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    for arguments in (accounts, SEEDS, [*SEEDS, "--reference", str(ROOT / "seeds")]):
        whole = written(capsys, *arguments)
        jsonschema.validate(whole, SCHEMA)
        found = whole["discrepancies"]
        assert found
        assert not whole["warnings"]
        texts = {s: Path(p).read_text("utf-8") for s, p in zip("AB", arguments[:2], strict=True)}
        for row in found:
            for reading in row["readings"]:  # type: ignore[attr-defined]
                assert texts[reading["source"]][reading["start"] : reading["end"]] == reading["quote"]


@pytest.mark.parametrize(
    "broken",
    [
        {"relation": "false"},
        {"materiality": "huge"},
        {"readings": []},
        {"id": "7"},
        {"id": "A-1"},
        {"identity": "x"},
        {"surplus": 1},
    ],
)
def test_the_schema_refuses(
    capsys: pytest.CaptureFixture[str], accounts: list[str], broken: dict[str, object]
) -> None:
    whole = written(capsys, *accounts)
    (row, *_) = whole["discrepancies"]
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({**whole, "discrepancies": [row | broken]}, SCHEMA)


def test_the_schema_describes_every_column() -> None:
    for part in SCHEMA["$defs"].values():
        assert set(part["required"]) == set(part["properties"])
        assert all(column["description"].endswith(".") for column in part["properties"].values())


def test_csv_has_a_line_a_reading(capsys: pytest.CaptureFixture[str], accounts: list[str]) -> None:
    found = list(csv.DictReader(io.StringIO(printed(capsys, *accounts, "--format", "csv"))))
    told = [r for row in rows(capsys, *accounts) for r in row["readings"]]  # type: ignore[attr-defined]
    assert [r["quote"] for r in found] == [r["quote"] for r in told]
    assert {r["standing"] for r in found} == {"not checked"}


def test_markdown_has_a_column_an_account(capsys: pytest.CaptureFixture[str], accounts: list[str]) -> None:
    head, line, *body = printed(capsys, *accounts, "--format", "markdown").splitlines()
    columns = ["", "type", "relation", "materiality", "A", "B", "why"]
    assert [c.strip() for c in head.split("|")[1:-1]] == columns
    assert line == "|---|---|---|---|---|---|---|"
    (office,) = [row for row in body if "office-holder" in row]
    assert [("Duarte" in c, "Poe" in c) for c in office.split("|")[5:7]] == [(True, False), (False, True)]


class Page(HTMLParser):
    """What a page holds: its tags with attributes, and its text."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text += data


def test_html_is_one_page_that_asks_for_nothing(
    capsys: pytest.CaptureFixture[str], accounts: list[str]
) -> None:
    page = Page(printed(capsys, *accounts, "--format", "html"))
    assert {"html", "h1", "mark", "section"} <= {tag for tag, _ in page.tags}
    assert not [t for t, a in page.tags if t in {"img", "link", "iframe", "object"} or "src" in a]
    assert not [a["href"] for _, a in page.tags if a.get("href") and not str(a["href"]).startswith("#")]
    ids = [a["id"] for _, a in page.tags if a.get("id")]
    assert len(set(ids)) == len(ids)
    assert {str(a["href"])[1:] for _, a in page.tags if a.get("href")} <= set(ids)
    assert "Health Minister Luis Poe" in " ".join(page.text.split())


# Hostile words

HOSTILE = (
    "The Lima Port Forum opened on 3 May 2021 with the minister of the port.\n\n"
    "=1+2 <script>alert(1)</script> “{glue}`x`” $x^2$ | \u202eshown\u202c to nurses \x1b[31mof Quito.\n"
)


@pytest.fixture
def hostile(write: Write) -> list[str]:
    return [write("one.txt", HOSTILE), write("two.txt", HOSTILE.split("\n")[0].replace("3 May", "4 May"))]


def test_a_terminal_sees_no_control_character(capsys: pytest.CaptureFixture[str], hostile: list[str]) -> None:
    out = printed(capsys, *hostile)
    assert not [c for c in out if c != "\n" and not c.isprintable()]
    assert "‹U+202E›" in out
    assert "‹U+001B›" in out


def test_a_spreadsheet_runs_no_formula(capsys: pytest.CaptureFixture[str], hostile: list[str]) -> None:
    found = list(csv.reader(io.StringIO(printed(capsys, *hostile, "--format", "csv"))))
    assert not [c for row in found for c in row if c.startswith(("=", "+", "-", "@", "\t", "\r"))]
    assert [c for row in found for c in row if c.startswith("'=1+2 <script>")]
    assert not [c for row in found for cell in row for c in cell if not c.isprintable()]


def test_json_gives_the_words_back_and_obeys_none(
    capsys: pytest.CaptureFixture[str], hostile: list[str]
) -> None:
    out = printed(capsys, *hostile, "--format", "json")
    assert not [c for c in out if c != "\n" and not c.isprintable()]
    quotes = [r["quote"] for row in json.loads(out)["discrepancies"] for r in row["readings"]]
    assert HOSTILE.split("\n\n")[1].strip() in quotes


def test_a_page_runs_no_script(capsys: pytest.CaptureFixture[str], hostile: list[str]) -> None:
    html = printed(capsys, *hostile, "--format", "html")
    assert "<script>alert" not in html
    assert "&lt;script&gt;alert(1)" in html
    assert "\u202e" not in html
    assert "\x1b" not in html


def test_markdown_makes_no_markup(capsys: pytest.CaptureFixture[str], hostile: list[str]) -> None:
    out = printed(capsys, *hostile, "--format", "markdown")
    assert "alert" in out
    assert "<script>" not in out
    assert "{glue}`x`" not in out
    assert not [c for c in out if c != "\n" and not c.isprintable()]


# Choices


def test_only_some_relations(capsys: pytest.CaptureFixture[str], accounts: list[str]) -> None:
    every = rows(capsys, *accounts)
    some = rows(capsys, *accounts, "--only", "conflicts, agrees")
    assert some == [r for r in every if r["relation"] in {"conflicts", "agrees"}]
    assert 0 < len(some) < len(every) or {r["relation"] for r in every} <= {"conflicts", "agrees"}
    assert "nothing found" in printed(capsys, *accounts, "--only", "undetermined") or "undetermined" in {
        r["relation"] for r in every
    }


def test_the_day_an_account_speaks_decides_whether_a_preview_can_stand(
    capsys: pytest.CaptureFixture[str],
) -> None:
    def tense(*days: str) -> str:
        given = [part for day in days for part in ("--as-of", day)]
        found = rows(capsys, *SEEDS, "--reference", str(ROOT / "seeds"), *given)
        (told,) = [str(r["relation"]) for r in found if r["type"] == "event-tense"]
        return told

    assert tense() == "differs"
    assert tense("A=2024-10-30", "B=2024-11-02") == "differs"
    assert tense("A=2024-10-30", "B=2024-10-29") == "conflicts"
    assert tense("A=2024-11-02", "B=2024-11-03") == "conflicts"


def test_three_accounts(capsys: pytest.CaptureFixture[str], accounts: list[str], write: Write) -> None:
    third = write("three.txt", ONE.replace("12 cranes", "15 cranes"))
    found = rows(capsys, *accounts, third)
    assert {r["source"] for row in found for r in row["readings"]} == {"A", "B", "C"}  # type: ignore[attr-defined]


def test_an_account_agrees_with_itself(capsys: pytest.CaptureFixture[str], accounts: list[str]) -> None:
    relations = {str(r["relation"]) for r in rows(capsys, accounts[0], accounts[0])}
    assert relations == {"agrees"}


# What nothing proves the same is told

DUKE = "The duke opened the old bridge at Callao at noon, and the crowd sang for an hour."
UNPROVED = [
    # the second account's wording, what is told of the words at issue (relation, materiality, either side)
    (DUKE, []),
    (DUKE.replace("opened", "has opened"), []),
    (DUKE.replace("crowd", "choir"), [("differs", "minor", "crowd", "choir")]),
    (DUKE.replace("opened", "shunned"), [("differs", "minor", "opened", "shunned")]),
    (DUKE.replace("opened", "may have opened"), [("differs", "material", "opened", "may have opened")]),
    (DUKE.replace("the crowd", "only the crowd"), [("differs", "material", "crowd", "only the crowd")]),
    (DUKE.replace("the old bridge", "the bridge"), [("only in one source", "minor", "old")]),
    (DUKE.replace("at noon", "before noon"), [("differs", "material", "at noon", "before noon")]),
]


@pytest.mark.parametrize(("other", "told"), UNPROVED)
def test_what_nothing_proves_the_same_is_told(
    capsys: pytest.CaptureFixture[str],
    write: Write,
    other: str,
    told: list[tuple[str, ...]],
) -> None:
    found = rows(capsys, write("one.txt", DUKE + "\n"), write("two.txt", other + "\n"))
    apart = [r for r in found if r["relation"] != "agrees"]
    assert len(apart) == len(told)
    for row, expected in zip(apart, told, strict=True):
        quotes = tuple(r["quote"] for r in row["readings"])  # type: ignore[attr-defined]
        assert (row["relation"], row["materiality"], *quotes) == expected
    assert [r["relation"] for r in found].count("agrees") == (not told)


def test_nothing_is_called_the_same_for_being_likely(
    capsys: pytest.CaptureFixture[str], write: Write
) -> None:
    """Two rewordings of one sentence: of what is left over nobody is told that it agrees, or is cosmetic."""
    one = write("one.txt", "Mayor Ana Poe opened the new dam at Callao on Monday before noon.\n")
    two = write("two.txt", "Mayor Ana Poe shut the dam at Callao on Monday after noon.\n")
    found = rows(capsys, one, two)
    assert found
    assert not [r for r in found if r["relation"] == "agrees" or r["materiality"] == "cosmetic"]


# Accounts that may not tell of one event: a warning first, and exit status 0

FERRY = "On {} the old ferry sank off Callao. The ferry was bound for Lima with 12 crates of tea.\n"
FISH = "The herring quota of the Baltic fleet was cut by a third, they said in Tallinn on 9 June 1998.\n"


@pytest.fixture
def of_two_dates(write: Write) -> list[str]:
    return [write("one.txt", FERRY.format("3 May 2021")), write("two.txt", FERRY.format("9 June 1998"))]


def test_other_dates_are_a_warning_and_a_finding(
    capsys: pytest.CaptureFixture[str], of_two_dates: list[str]
) -> None:
    first, *_ = printed(capsys, *of_two_dates).splitlines()
    assert first == "warning: A and B may tell of two events: A is of 2021-05-03, B of 1998-06-09"
    whole = written(capsys, *of_two_dates)
    jsonschema.validate(whole, SCHEMA)
    assert whole["warnings"] == [
        {"accounts": ["A", "B"], "problem": "other dates", "why": "A is of 2021-05-03, B of 1998-06-09"}
    ]
    (clash,) = [r for r in whole["discrepancies"] if "day" in str(r["slot"])]
    assert (clash["type"], clash["relation"], clash["materiality"]) == ("event-date", "differs", "material")
    assert [r["quote"] for r in clash["readings"]] == ["3 May 2021", "9 June 1998"]  # type: ignore[attr-defined]
    # What else they tell is compared as ever.
    assert "agrees" in {r["relation"] for r in whole["discrepancies"]}


def test_days_in_a_dateline_clash_too(capsys: pytest.CaptureFixture[str], write: Write) -> None:
    one, two = (
        write(
            f"{day}.txt", f"CALLAO, 3 {day} - The old ferry of Lima sank off Callao with 12 crates of tea.\n"
        )
        for day in ("May 2021", "July 1998")
    )
    whole = written(capsys, one, two)
    assert [w["problem"] for w in whole["warnings"]] == ["other dates"]
    assert [r["type"] for r in whole["discrepancies"]].count("event-date") == 1


def test_accounts_that_share_nothing_are_about_different_things(
    capsys: pytest.CaptureFixture[str],
    accounts: list[str],
    write: Write,
) -> None:
    fish = write("fish.txt", FISH)
    first, *_ = printed(capsys, accounts[0], fish).splitlines()
    assert first.startswith("warning: A and B are about different things: ")
    whole = written(capsys, accounts[0], fish)
    jsonschema.validate(whole, SCHEMA)
    assert [w["problem"] for w in whole["warnings"]] == ["different things"]
    assert {r["relation"] for r in whole["discrepancies"]} == {"only in one source"}


def test_of_three_accounts_those_are_named_that_stand_apart(
    capsys: pytest.CaptureFixture[str],
    accounts: list[str],
    write: Write,
) -> None:
    whole = written(capsys, *accounts, write("fish.txt", FISH))
    assert [w["accounts"] for w in whole["warnings"]] == [["A", "C"], ["B", "C"]]


@pytest.mark.parametrize("form", ["csv", "markdown", "html"])
def test_a_form_for_a_file_has_warnings_on_standard_error_and_a_page_shows_them_too(
    capsys: pytest.CaptureFixture[str], of_two_dates: list[str], form: str
) -> None:
    assert main(["compare", *of_two_dates, "--format", form]) == 0
    out, err = capsys.readouterr()
    assert ("warning" in out) == (form == "html")
    assert err == "warning: A and B may tell of two events: A is of 2021-05-03, B of 1998-06-09\n"


# Bad input: one line, exit status 1

BAD = [
    # content of the second account (None: no such file), what the line says
    (None, "no such file"),
    (b"", "empty"),
    (b" \n\t\n", "empty"),
    (b"a\0b", "binary"),
    (b"\xff\xfa\xfb", "undecodable"),
    ("Der Minister hat gestern in Berlin mit der Delegation gesprochen und alle gingen.", "not English"),
    ("장관은 어제 워싱턴에서 회담을 가졌다.", "not English"),
    ("# The Port of Lima and the Forum of It\n", "no claim"),
    ("Leave a Comment\n\nThe Port of the Forum\n", "no claim"),
]


@pytest.mark.parametrize(("content", "said"), BAD)
def test_bad_input_is_refused_in_one_line(
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
    accounts: list[str],
    content: str | bytes | None,
    said: str,
) -> None:
    bad = tmp_path / "bad.txt"
    if content is not None:
        bad.write_bytes(content if isinstance(content, bytes) else content.encode())
    assert main(["compare", accounts[0], str(bad)]) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert len(err.splitlines()) == 1
    assert str(bad) in err
    assert said in err
    assert "; " in err, "it says what to do"


def test_a_folder_is_no_account(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, accounts: list[str]
) -> None:
    assert main(["compare", accounts[0], str(tmp_path)]) == 1
    assert len(capsys.readouterr().err.splitlines()) == 1


def test_a_record_that_is_not_there(capsys: pytest.CaptureFixture[str], accounts: list[str]) -> None:
    assert main(["compare", *accounts, "--reference", "/no/such/folder"]) == 1
    assert "no such folder" in capsys.readouterr().err


# Wrong usage: exit status 2

USAGE = [
    ["compare"],
    ["compare", SEEDS[0]],
    ["compare", *SEEDS, "--format", "pdf"],
    ["compare", *SEEDS, "--as-of", "A=yesterday"],
    ["compare", *SEEDS, "--as-of", "2024-10-30"],
    ["compare", *SEEDS, "--as-of", "Z=2024-10-30"],
    ["compare", *SEEDS, "--only", "conflict"],
    ["compare", *SEEDS, "--surprise"],
]


@pytest.mark.parametrize("arguments", USAGE)
def test_wrong_usage(capsys: pytest.CaptureFixture[str], arguments: list[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(arguments)
    assert stopped.value.code == 2
    assert "usage:" in capsys.readouterr().err


def test_help_has_examples(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["compare", "--help"])
    assert stopped.value.code == 0
    assert "examples:" in capsys.readouterr().out


# As a process of its own


def run(*arguments: str, **options: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run(  # type: ignore[call-overload, no-any-return]
        [sys.executable, "-m", "scripts", "compare", *arguments],
        cwd=ROOT, capture_output=True, text=True, timeout=300, **options,
    )  # fmt: skip


def test_it_runs_from_the_command_line(accounts: list[str]) -> None:
    done = run(*accounts, "--format", "json")
    assert (done.returncode, done.stderr) == (0, "")
    jsonschema.validate(json.loads(done.stdout), SCHEMA)


def test_two_runs_print_the_same_whatever_the_hash_seed() -> None:
    seeds = [os.environ | {"PYTHONHASHSEED": seed} for seed in ("1", "2")]
    first, second = (run(*SEEDS, "--format", "json", env=each).stdout for each in seeds)
    assert first == second != ""


def test_a_reader_that_has_seen_enough_is_no_error() -> None:
    command = '"$0" -m scripts compare "$1" "$2" --format json | head -c 9; echo "${PIPESTATUS[0]}"'
    done = subprocess.run(
        ["bash", "-c", command, sys.executable, *SEEDS],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=300,
        check=True,
    )
    assert done.stderr == ""
    assert done.stdout.endswith("0\n"), "the first command ended well"


def test_it_starts_without_what_the_book_needs() -> None:
    """The heavy imports wait until they are needed; how long the rest takes, `make bench-speed` measures."""
    code = (
        "import pathlib, re, sys\n"
        "from scripts.__main__ import main\n"
        "assert main(['compare', *sys.argv[1:]]) == 0\n"
        "heavy = {'pandas', 'matplotlib', 'sphinx', 'jupyter_book', 'nbformat', 'typst'}\n"
        # Not what `getrusage` says: that counts the process as well that this one was begun by.
        "status = pathlib.Path('/proc/self/status')\n"
        "found = re.search(r'VmHWM:\\s+(\\d+) kB', status.read_text() if status.exists() else '')\n"
        "most = int(found[1]) / 1024 if found else 0\n"
        "print(*sorted(heavy & set(sys.modules)), most, file=sys.stderr)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, *SEEDS],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=300,
        check=True,
    )
    *imported, memory = done.stderr.split()
    assert imported == []
    assert float(memory) < 500, "MB"
