"""The processes behind the page: how many wait, what is said of a death and of a fault of the program."""

from __future__ import annotations

import asyncio
import io
import json
import os
import signal
import sys
from collections.abc import Callable

import pytest

from scripts.page import verdicts, worker, workers
from scripts.page.request import parsed
from scripts.page.workers import Workers
from tests.page.serving import body, both
from tests.written import source


def first(made: Workers, sent: bytes, most: int = 1) -> list[dict[str, str]]:
    """The first messages on a request."""

    async def ask() -> list[dict[str, str]]:
        found: list[dict[str, str]] = []
        answers = made.answers(sent)
        async for message in answers:
            found.append(json.loads(message))
            if len(found) == most:
                break
        await answers.aclose()
        return found

    return asyncio.run(ask())


def test_when_too_many_wait_the_next_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "MOST_WAITING", 0)
    assert first(Workers(), b"") == [{"problem": "too many comparisons wait already: try again when some of "
                                                 "them are done"}]  # fmt: skip


def test_who_has_to_wait_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "cores", lambda: 1)

    async def ask() -> list[str]:
        made = Workers()
        one, other = made.answers(b""), made.answers(b"")
        said = [await anext(one), await anext(other)]
        await one.aclose()
        said.append(await anext(other))
        await other.aclose()
        await made.end_all()
        return [json.loads(line)["step"] for line in said]

    assert asyncio.run(ask()) == ["starting", "waiting for other comparisons to be done", "starting"]


@pytest.mark.parametrize(
    ("end", "words"),
    [("os._exit(3)", "status 3"), (f"os.kill(os.getpid(), {signal.SIGKILL.value})", "killed by SIGKILL")],
)
def test_a_process_that_ends_early_is_told_of_in_one_line(
    monkeypatch: pytest.MonkeyPatch, end: str, words: str
) -> None:
    monkeypatch.setattr(workers, "_START", f"import os; {end}")
    found = first(Workers(), body("compare", both()), most=2)
    assert found[0] == {"step": "starting"}
    assert words in found[1]["problem"]
    assert "\n" not in found[1]["problem"]


FAULTS: list[tuple[BaseException, str]] = [
    (MemoryError(), "more memory than the machine has"),
    (RecursionError(), "nested too deeply"),
    (ZeroDivisionError("secret"), "a fault of this program stopped the work (ZeroDivisionError)"),
]


@pytest.mark.parametrize(("fault", "words"), FAULTS, ids=lambda v: type(v).__name__)
def test_what_goes_wrong_in_a_process_is_one_line(
    monkeypatch: pytest.MonkeyPatch, fault: BaseException, words: str
) -> None:
    def answered(*asked: object) -> dict[str, str]:
        raise fault

    problem = said_by_worker(monkeypatch, answered)["problem"]
    assert words in problem
    assert "secret" not in problem


def said_by_worker(monkeypatch: pytest.MonkeyPatch, answered: Callable[..., object]) -> dict[str, str]:
    """The last message of a process on a request, run in this one without its bounds."""
    sent = body("compare", both())
    reading, writing = os.pipe()
    keep = os.dup(1)
    try:
        with monkeypatch.context() as patch:
            patch.setattr(worker, "answered", answered)
            patch.setattr(worker, "_bound", lambda: None)
            patch.setattr(worker, "_end_with_server", lambda: None)
            stream = io.TextIOWrapper(io.BytesIO(worker.SIZE.pack(len(sent)) + sent))
            patch.setattr(sys, "stdin", stream)
            os.dup2(writing, 1)
            assert worker.main() == 0
    finally:
        os.dup2(keep, 1)
        os.close(keep)
        os.close(writing)
    with os.fdopen(reading, "rb") as said:
        return dict(json.loads(said.read(worker.SIZE.unpack(said.read(worker.SIZE.size))[0])))


def test_a_process_that_is_asked_nothing_ends_in_peace(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"")))
    assert worker._message(sys.stdin.buffer) is None


def test_an_answer_has_every_form_and_each_step_is_told() -> None:
    steps: list[str] = []
    found = worker.answered(parsed(body("compare", both())), steps.append)
    assert set(found) == {"html", "text", "csv", "json", "markdown"}
    assert steps[:2] == ["reading one.txt", "reading two.txt"]
    assert steps[-1] == "writing the page"


def test_verdicts_have_every_form_and_the_page_marks_the_words_that_conflict() -> None:
    said = b"The works cost 91 million euros.\nThe mayor sang <b>.\nTwo workers were hurt.\n"
    steps: list[str] = []
    asked = parsed(body("check", [("", "statements", said), both()[0]]))
    found = worker.answered(asked, steps.append)
    assert set(found) == set(verdicts.FORMS)
    assert "<mark>19 million euros</mark>" in found["html"]
    assert "&lt;b&gt;" in found["html"]
    assert [row["verdict"] for row in json.loads(found["json"])["verdicts"]] == [
        "contradicted", "not-enough-information", "supported",
    ]  # fmt: skip
    assert found["csv"].splitlines()[1].startswith("1,contradicted,")
    assert found["markdown"].splitlines()[2].startswith("| 1 | contradicted |")
    assert steps[-1] == "checked 3 of 3 statements"
    with pytest.raises(ValueError, match="pdf"):
        verdicts.written([], source(""), source(""), "pdf")
