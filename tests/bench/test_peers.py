"""The engine beside its peers: how answers are read, what is counted, what is kept. Peers are stand-ins."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest

from scripts.bench.peers import __main__ as peers
from scripts.bench.peers import answers, marked, programs, sets
from scripts.bench.public_sets import Row
from scripts.ground.faults import Fault

SAID = [{"statement": "The pier is open.", "source": "The pier is open to all."}]


def stand_in(monkeypatch: pytest.MonkeyPatch, name: str, **parts: Any) -> None:
    module = ModuleType(name)
    vars(module).update(parts)
    monkeypatch.setitem(sys.modules, name, module)


@pytest.mark.parametrize(("found", "verdict"), [(object(), "supported"), (None, "not-enough-information")])
def test_a_sentence_that_anchorcite_names_is_support_and_none_is_not_enough(
    found: object, verdict: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = []

    def anchor_claim(claim: str, source: str) -> object:
        asked.append((claim, source))
        return found

    stand_in(monkeypatch, "anchorcite", anchor_claim=anchor_claim)
    assert list(answers.anchorcite(SAID)) == [verdict]
    assert asked == [("The pier is open.", "The pier is open to all.")]


@pytest.mark.parametrize(
    ("grounded", "kind", "contradiction", "verdict"),
    [
        (True, "fuzzy", None, "supported"),
        (True, "fuzzy", {"numeric": [["3", "4"]]}, "supported"),  # it says so all the same
        (False, "contradicted", None, "contradicted"),
        (False, "none", {"numeric": [["3", "4"]]}, "contradicted"),
        (False, "none", None, "not-enough-information"),
    ],
)
def test_what_groundrails_calls_grounded_contradicted_or_neither(
    grounded: bool, kind: str, contradiction: object, verdict: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = {"grounded": grounded, "match_type": kind, "contradiction": contradiction}
    ready: list[bool] = []

    def ground(statement: str, sources: list[str], config: object, semantic: bool) -> tuple[object, ...]:
        assert ready, "it refuses to answer before"
        return statement, sources, config, semantic

    def document(matches: list[object]) -> dict[str, Any]:
        assert matches == [
            ("The pier is open.", ["The pier is open to all."], {"lexical_effort": "low"}, False)
        ]
        return {"claims": [told]}

    config = SimpleNamespace(overlay=dict)
    stand_in(
        monkeypatch, "groundrails.grounding", ground=ground, build_grounding_document=document,
        load_config=lambda: config,
    )  # fmt: skip
    stand_in(monkeypatch, "groundrails.settings", mark_ready=lambda: ready.append(True))
    assert list(answers.groundrails(SAID)) == [verdict]


def test_changes_that_redlines_marks_are_rows_with_their_places(monkeypatch: pytest.MonkeyPatch) -> None:
    one = "Two ships sailed.\n\nRain fell (a little)."
    other = "Three big ships sailed.\n\nRain fell."
    left = ["Two ", "ships ", "sailed. ", "¶ ", "Rain ", "fell ", "(", "a ", "little", ")", "."]
    right = ["Three ", "big ", "ships ", "sailed. ", "¶ ", "Rain ", "fell", "."]

    def process(source: str, test: str) -> list[SimpleNamespace]:
        assert (source, test) == (one, other)
        codes = [
            ("replace", 0, 1, 0, 1), ("insert", 1, 1, 1, 2), ("equal", 1, 6, 2, 7), ("delete", 6, 10, 7, 7),
            ("equal", 10, 11, 7, 8), ("replace", 3, 4, 4, 5),
        ]  # fmt: skip
        return [
            SimpleNamespace(
                opcodes=code, source_chunk=SimpleNamespace(text=left), test_chunk=SimpleNamespace(text=right)
            )
            for code in codes
        ]

    processor = SimpleNamespace(process=process)
    stand_in(monkeypatch, "redlines.processor", WholeDocumentProcessor=lambda: processor)
    (told,) = answers.redlines([{"a": one, "b": other}])
    quoted = [
        (
            row["relation"],
            [one[a:b] for a, b in row["spans"]["A"]],
            [other[a:b] for a, b in row["spans"]["B"]],
        )
        for row in told
    ]
    assert quoted == [
        ("differs", ["Two"], ["Three"]),
        ("only in one source", [], ["big"]),
        ("only in one source", ["(a little)"], []),
        ("differs", [], []),  # the sign between paragraphs is no word of either
    ]


A = "Two crews left Lund on Monday. The mayor spoke. Ana Duarte won."
B = "Three crews left Lund on Monday. The major spoke. Duarte came first. Rain fell."
ITEMS = [
    {"left": "Two", "right": "Three", "relation": "conflicts"},
    {"left": "mayor", "right": "major", "relation": "differs"},
    {"left": "won", "right": "came first", "relation": "same"},
    {"left": "", "right": "Rain fell.", "relation": "only-in-one"},
]


def row(relation: str, left: str, right: str, cosmetic: bool = False) -> dict[str, Any]:
    spans = {
        side: [(text.index(words), text.index(words) + len(words))] if words else []
        for side, text, words in (("A", A, left), ("B", B, right))
    }
    return {"relation": relation, "cosmetic": cosmetic, "spans": spans}


# Findings; then the hits: conflicts found, told as such, differences, only in one, alike, right, reassured.
COUNTED: list[tuple[list[dict[str, Any]], list[int]]] = [
    ([], [0, 0, 0, 0, 0, 0, 0]),
    ([row("conflicts", "Two", "Three")], [1, 1, 0, 0, 0, 1, 0]),
    ([row("differs", "Two crews", "Three")], [1, 0, 0, 0, 0, 1, 0]),
    ([row("differs", "Two", "Three", cosmetic=True)], [0, 0, 0, 0, 0, 0, 0]),
    ([row("differs", "Two", "")], [0, 0, 0, 0, 0, 0, 0]),
    ([row("agrees", "Two crews left", "Three crews left")], [0, 0, 0, 0, 0, 0, 1]),
    # named by one and covered by another, it is told
    ([row("agrees", "Two crews", "Three crews"), row("differs", "Two", "Three")], [1, 0, 0, 0, 0, 1, 0]),
    ([row("differs", "mayor", "major")], [0, 0, 1, 0, 0, 1, 0]),
    ([row("conflicts", "mayor", "major")], [0, 0, 1, 0, 0, 0, 0]),
    ([row("differs", "won", "first")], [0, 0, 0, 0, 1, 0, 0]),
    ([row("only in one source", "", "Rain")], [0, 0, 0, 1, 0, 0, 0]),
    ([row("differs", "", "Rain")], [0, 0, 0, 1, 0, 0, 0]),
    ([row("differs", "won", "Rain")], [0, 0, 0, 0, 0, 0, 0]),
    ([row("undetermined", "Two", "Three")], [0, 0, 0, 0, 0, 0, 0]),
]


@pytest.mark.parametrize(("findings", "hits"), COUNTED)
def test_findings_are_counted_against_what_was_marked(
    findings: list[dict[str, Any]], hits: list[int]
) -> None:
    counts = marked.counted([{"a": A, "b": B, "items": ITEMS}], [findings])
    assert [hit for hit, _ in counts.values()] == hits
    told = sum(f["relation"] in {"conflicts", "differs"} and not f["cosmetic"] for f in findings)
    assert [total for _, total in counts.values()] == [1, 1, 1, 1, 1, told, 1]


def test_a_wide_finding_names_nothing() -> None:
    long = f"{A} {'Nothing else was told of it. ' * 5}"
    wide = {"relation": "conflicts", "spans": {"A": [(0, len(long))], "B": [(0, 5)]}}
    counts = marked.counted([{"a": long, "b": B, "items": ITEMS}], [[wide]])
    assert counts["conflicts found"] == [0, 1]
    assert counts["findings right"] == [0, 1]


VERDICTS = ("supported", "contradicted", "not-enough-information")
ROWS = [
    {"id": f"{verdict}{n}", "statement": said, "source": "Two cranes came to Lund.", "verdict": verdict}
    for verdict, said in zip(
        VERDICTS, ("Two cranes came.", "Nine cranes came.", "The mayor likes tea."), strict=True
    )
    for n in range(2)
]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of labelled sets."""
    made = tmp_path / "sets"
    made.mkdir()
    (made / "lines-x.jsonl").write_text("".join(f"{json.dumps(one)}\n" for one in ROWS), "utf-8")
    pairs = [{"id": "P", "a": A, "b": B, "items": ITEMS}]
    (made / "accounts-x.json").write_text(json.dumps(pairs), "utf-8")
    return made


def test_verdicts_are_scored_and_what_is_let_pass_is_counted(folder: Path) -> None:
    lines, _ = sets.labelled(folder)
    assert lines.asked()[0] == {"statement": "Two cranes came.", "source": "Two cranes came to Lund."}
    said = ["supported", "contradicted", "supported", "contradicted", *["not-enough-information"] * 2]
    assert lines.figures(said) == {
        "accuracy": 0.667, "macro-F1": 0.667, "supported ones found": [1, 2], "wrong ones let pass": [1, 4],
    }  # fmt: skip


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("{", "accounts-x.json: whole file: cannot be read"),
        ("[3]", "accounts-x.json: pair 1: is no pair; give it id, a, b, items"),
        ('{"id": "P"}', "accounts-x.json: pair 1: is no pair"),
        (
            '[{"id": "P", "a": "x", "b": "y", "items": [{"left": "z", "right": "y"}]}]',
            "accounts-x.json: P: lacks the words 'z'",
        ),
    ],
)
def test_accounts_that_cannot_be_used_are_one_line(folder: Path, text: str, told: str) -> None:
    (folder / "accounts-x.json").write_text(text, "utf-8")
    with pytest.raises(Fault) as caught:
        list(sets.labelled(folder))
    assert str(caught.value).startswith(told)


def test_a_folder_without_sets_and_no_folder_are_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert peers.main([]) == 1
    assert peers.main(["--data", str(tmp_path)]) == 1
    first, second = capsys.readouterr().err.splitlines()
    assert "no folder given; make bench-peers DATA=folder" in first
    assert "labelled sets: there is none" in second


ANCHORCITE = 'def anchor_claim(claim, source): return "mayor" not in claim or None'
REDLINES = "import socket\nsocket.create_connection(('localhost', 9))"


@pytest.fixture
def environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A ready environment of the peers: one that answers, one that asks the network, and one missing."""
    made = tmp_path / "peers"
    (made / "bin").mkdir(parents=True)
    (made / "redlines").mkdir()
    for name, text in (
        ("anchorcite", ANCHORCITE),
        ("redlines/__init__", ""),
        ("redlines/processor", REDLINES),
    ):
        (made / f"{name}.py").write_text(text, "utf-8")
    (made / "anchorcite-9.dist-info").mkdir()
    (made / "anchorcite-9.dist-info" / "METADATA").write_text("Name: anchorcite\nVersion: 9\n", "utf-8")
    program = made / "bin" / "python"
    program.write_text(f'#!/bin/sh\nPYTHONPATH="{made}" exec "{sys.executable}" "$@"\n', "utf-8")
    program.chmod(0o755)
    (made / ".made-from").write_text(programs.LOCK.read_text("utf-8"), "utf-8")
    monkeypatch.setattr(programs, "ENVIRONMENT", made)
    monkeypatch.setattr(peers, "RESULT", tmp_path / "data" / "peers.json")
    return made


def test_all_answer_the_same_rows_and_a_peer_that_fails_is_left_out(
    environment: Path, folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert peers.main(["--data", str(folder)]) == 0
    kept = json.loads((tmp_path / "data" / "peers.json").read_text("utf-8"))
    assert kept["sets"]["lines-x.jsonl"]["rows"] == len(ROWS)
    assert {name: one["accounts"] for name, one in kept["sets"].items()} == {
        "lines-x.jsonl": False, "accounts-x.json": True,
    }  # fmt: skip
    engine, anchorcite, groundrails, redlines = kept["programs"]
    assert engine["figures"]["lines-x.jsonl"]["accuracy"] == 1
    assert engine["figures"]["accounts-x.json"]["conflicts found"] == [1, 1]
    assert engine["figures"]["accounts-x.json"]["only in one found"] == [1, 1]
    assert anchorcite["version"] == "9"
    assert list(anchorcite["figures"]) == ["lines-x.jsonl"]
    assert anchorcite["figures"]["lines-x.jsonl"]["wrong ones let pass"] == [2, 4]
    assert groundrails["left_out"] == "does not run: ModuleNotFoundError: No module named 'groundrails'"
    assert redlines["left_out"] == "does not run: OSError: it needs a network"
    assert "Lund" not in json.dumps(kept), "no labelled text is kept"
    out = capsys.readouterr().out
    assert "AnchorCite's core, lines-x.jsonl: accuracy 0.667; " in out
    assert "wrong ones let pass 2 of 4" in out
    assert "redlines: left out: does not run: OSError: it needs a network" in out


def test_a_peer_that_answers_too_few_rows_is_at_fault(environment: Path) -> None:
    (environment / "anchorcite.py").write_text(
        "def anchor_claim(claim, source): raise SystemExit(0)", "utf-8"
    )
    peer = programs.Peer("anchorcite", "AnchorCite")
    with pytest.raises(Fault, match="anchorcite: statements: answers 0 of 1 rows"):
        peer.answers(programs.STATEMENTS, SAID)


def test_a_fault_of_the_engine_itself_is_not_passed_over(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(self: programs.Engine, kind: str, rows: list[Row]) -> list[str]:
        raise Fault("x", "y", "z", "w")

    monkeypatch.setattr(programs.Engine, "answers", refuse)
    with pytest.raises(Fault):
        peers.measured(list(sets.labelled(folder)), [programs.Engine()])


def test_the_rows_of_a_file_are_answered_into_another(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hooks: list[object] = []
    monkeypatch.setattr(sys, "addaudithook", hooks.append)
    monkeypatch.setattr(answers, "version", lambda name: f"{name} 9")
    stand_in(monkeypatch, "anchorcite", anchor_claim=lambda claim, source: None)
    (tmp_path / "asked").write_text(f"{json.dumps(SAID[0])}\n" * 2, "utf-8")
    assert answers.main(["anchorcite", str(tmp_path / "asked"), str(tmp_path / "answered")]) == 0
    assert (tmp_path / "answered").read_text("utf-8") == '"not-enough-information"\n' * 2
    assert hooks == [answers.without_network]


@pytest.mark.parametrize("event", ["socket.connect", "socket.getaddrinfo"])
def test_a_connection_is_refused_and_all_else_is_left_alone(event: str) -> None:
    answers.without_network("open", ("file",))
    with pytest.raises(OSError, match="it needs a network"):
        answers.without_network(event, ())


def test_the_answers_need_nothing_of_this_project() -> None:
    """They run in an environment that has only the peers."""
    command = [sys.executable, "-I", "-S", "-c", f"import runpy; runpy.run_path({answers.__file__!r})"]
    assert subprocess.run(command, check=False, capture_output=True).returncode == 0
