"""The command `open`, and `compare --open`: what they serve, and how they refuse, in one line."""

from __future__ import annotations

import argparse
import builtins
import socket
from collections.abc import Sequence
from pathlib import Path

import pytest

from scripts import page
from scripts.__main__ import main
from tests.page.serving import ONE, TWO, serving


@pytest.fixture
def served(monkeypatch: pytest.MonkeyPatch) -> list[tuple[object, ...]]:
    """What would be served: nothing is."""
    found: list[tuple[object, ...]] = []
    monkeypatch.setattr("scripts.page.server.serve_page", lambda *given: found.append(given) or 0)
    return found


def test_compare_open_begins_with_its_files(tmp_path: Path, served: list[tuple[object, ...]]) -> None:
    files = [tmp_path / "one.txt", tmp_path / "two.txt"]
    for file, text in zip(files, (ONE, TWO), strict=True):
        file.write_text(text, "utf-8")
    assert main(["compare", "--open", *map(str, files), "--whole-page"]) == 0
    assert main(["open", *map(str, files), "--port", "0", "--no-browser"]) == 0
    (compared, port, browser), (opened, _, quiet) = served
    assert (compared.files, compared.whole, port, browser) == (tuple(files), True, 0, True)  # type: ignore[attr-defined]
    assert (opened.files, opened.whole, quiet) == (tuple(files), False, False)  # type: ignore[attr-defined]


REFUSED: list[tuple[Sequence[str], str]] = [
    (["open", "no-such-file.html"], "no-such-file.html: whole file: no such file; check the path"),
    (["open", "-"], "open: -: cannot be taken in by a page; give a file"),
    (["open", "--reference", "no-such-folder"], "no-such-folder: whole folder: no such folder"),
    (["open", *("a.txt",) * 7], "open: files: are 7; give 6 at the most"),
    (["compare", "--open", "one.txt", "no-such-file.html"], "one.txt: whole file: no such file"),
]


@pytest.mark.parametrize(("arguments", "line"), REFUSED)
def test_what_cannot_be_served_is_refused_in_one_line(
    arguments: Sequence[str], line: str, served: list[tuple[object, ...]], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(list(arguments)) == 1
    out, err = capsys.readouterr()
    assert (out, err.count("\n")) == ("", 1)
    assert err.startswith(line)
    assert not served


USAGE = [
    ["open", "--port", "70000"],
    ["open", "--port", "-1"],
    ["compare", "--open", "a", "b", "--format", "json"],
    ["compare", "--open", "a", "b", "--only", "conflicts"],
    ["compare", "--open", "a", "b", "--as-of", "A=2024-01-01"],
    ["compare", "--open", "a", "b", "--save-text", "texts"],
]


@pytest.mark.parametrize("arguments", USAGE, ids=" ".join)
def test_what_it_does_not_take_is_wrong_usage(
    arguments: list[str], served: list[tuple[object, ...]], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(arguments)
    assert stopped.value.code == 2
    assert not served


def test_a_port_that_is_taken_is_refused_in_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        assert main(["open", "--no-browser", "--port", str(port)]) == 1
    assert capsys.readouterr().err.startswith(f"open: port {port}: cannot be had")


def test_without_its_server_it_says_how_to_install_it(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    taken = builtins.__import__

    def lacking(name: str, *given: object) -> object:
        if name == "uvicorn":
            raise ModuleNotFoundError("No module named 'uvicorn'", name=name)
        return taken(name, *given)  # type: ignore[arg-type]

    monkeypatch.setattr(builtins, "__import__", lacking)
    assert main(["open"]) == 1
    assert capsys.readouterr().err == (
        "open: this command: needs uvicorn; install this command with it: "
        'pip install "alliance-accounts[page]"\n'
    )


def test_it_listens_on_this_machine_alone(tmp_path: Path) -> None:
    with serving() as found:
        listening = Path(f"/proc/{found.process.pid}/net/tcp").read_text("ascii").splitlines()[1:]
        port = int(found.host.rpartition(":")[2])
        ends = [line.split()[1] for line in listening if line.split()[3] == "0A"]
        assert f"0100007F:{port:04X}" in ends
        assert f"00000000:{port:04X}" not in ends


def test_the_parser_is_that_of_the_command() -> None:
    commands = argparse.ArgumentParser().add_subparsers()
    page.add_parser(commands)
    assert set(commands.choices) == {"open"}
