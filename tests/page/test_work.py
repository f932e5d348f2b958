"""What the server does: compare, check, tell each step, end what is stopped, and go on after a death."""

from __future__ import annotations

import http.client
import json
import socket
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path

import jsonschema
import pytest

from scripts.page import request
from scripts.report import ROOT
from tests.page.serving import ONE, TWO, Served, body, both, serving
from tests.reading.formats.shown import FILES

SCHEMAS = ROOT / "scripts" / "report" / "schemas"
FORMS = {"html", "text", "csv", "json", "markdown"}


def done(said: list[dict[str, object]]) -> dict[str, str]:
    """The answer, which comes last and once."""
    assert "done" in said[-1], said[-1]
    assert all(set(line) == {"step"} for line in said[:-1])
    return said[-1]["done"]  # type: ignore[return-value]


def problem(said: list[dict[str, object]]) -> str:
    assert "problem" in said[-1], str(said[-1])[:200]
    line = str(said[-1]["problem"])
    assert "\n" not in line
    return line


def test_two_texts_are_compared_in_every_form(served: Served) -> None:
    said = served.work("compare", both())
    found = done(said)
    assert set(found) == FORMS
    assert "[Ana Duarte]" in found["text"]
    jsonschema.validate(json.loads(found["json"]), json.loads((SCHEMAS / "finding.schema.json").read_text()))
    assert found["csv"].startswith("id,type,relation")
    assert "| n1 |" in found["markdown"]
    assert found["html"].startswith("<!DOCTYPE html>")
    steps = [str(line["step"]) for line in said[:-1]]
    assert steps[0] == "starting"
    assert "reading one.txt" in steps
    assert any("3 and 3 claims" in step for step in steps)


def test_statements_are_checked_in_every_form(served: Served) -> None:
    statements = b"The works cost 91 million euros.\nThe mayor sang.\nA crane fell.\n"
    said = served.work("check", [("", "statements", statements), ("A", "one.txt", ONE.encode())])
    found = done(said)
    assert set(found) == FORMS
    row = json.loads(found["json"])
    jsonschema.validate(row, json.loads((SCHEMAS / "check.schema.json").read_text()))
    assert next(one["verdict"] for one in row["verdicts"]) == "contradicted"
    assert "1 contradicted" in found["text"]
    assert found["csv"].splitlines()[1].startswith("1,contradicted,")
    assert "contradicted" in found["html"]
    assert any(line.get("step") == "checked 3 of 3 statements" for line in said)


OF_EACH_FORMAT = [
    "page-saved-by-chromium.html",
    "release-printed-by-chromium.pdf",
    "notice-by-pandoc.docx",
    "mail-by-mutt.eml",
    "page-saved-by-chromium.mhtml",
]


def test_files_of_every_format_are_read_and_what_is_left_out_is_told(served: Served) -> None:
    given = [(s, name, (FILES / name).read_bytes()) for s, name in zip("ABCDE", OF_EACH_FORMAT, strict=True)]
    read = json.loads(done(served.work("compare", given))["json"])["accounts"]
    assert [row["file"] for row in read] == OF_EACH_FORMAT
    assert read[0]["left_out"]


def test_what_is_left_out_can_be_taken_in(served: Served) -> None:
    name = OF_EACH_FORMAT[0]
    given = [("A", name, (FILES / name).read_bytes()), ("B", "two.txt", TWO.encode())]
    found = done(served.work("compare", given, whole=True))
    assert not json.loads(found["json"])["accounts"][0]["left_out"]


PROBLEMS = [
    # the bytes of one text, words of the line
    (b"", "one.txt: whole file: empty; give a plain text"),
    (b"\xff\xfe\xfa", "one.txt: whole file:"),
    (
        b"Der Minister hat am Montag die neue Talsperre und die Strasse eingeweiht, die nicht fertig war.",
        "English",
    ),
    (b"\x89PNG\r\n\x1a\n", "one.txt: whole file:"),
]


@pytest.mark.parametrize(("data", "words"), PROBLEMS)
def test_a_text_that_cannot_be_used_gives_one_line(served: Served, data: bytes, words: str) -> None:
    assert words in problem(served.work("compare", [("A", "one.txt", data), ("B", "two.txt", TWO.encode())]))


def test_a_damaged_file_gives_one_line_that_names_it(served: Served) -> None:
    given = [("A", "bad.pdf", b"%PDF-1.7\nno more"), ("B", "two.txt", TWO.encode())]
    assert problem(served.work("compare", given)).startswith("bad.pdf: whole file:")


def test_more_than_all_texts_may_have_is_refused_in_one_line(served: Served) -> None:
    head = {**served.own, "Content-Length": str(request.MOST + 1)}
    connection = http.client.HTTPConnection(served.host, timeout=60)
    connection.putrequest("POST", f"{served.path}work")
    for name, value in head.items():
        connection.putheader(name, value)
    connection.endheaders()
    answer = connection.getresponse()
    assert answer.status == 413
    assert json.loads(answer.read())["problem"].startswith(f"more than {request.MOST >> 20} MB in all")
    connection.close()


HOSTILE = '<script>document.title="run"</script><img src=x onerror=alert(1)> {{ x }} "><b onclick=a()>'


def test_hostile_words_are_only_shown(served: Served) -> None:
    one, two = (f"{text} He said {HOSTILE} on Monday.\n" for text in (ONE, TWO))
    given = [("A", f"{HOSTILE}.txt", one.encode()), ("B", "two.txt", two.encode())]
    shown = done(served.work("compare", given))["html"]
    assert "<script>document" not in shown
    assert "<img" not in shown
    assert "<b onclick" not in shown
    assert "&lt;script&gt;document" in shown
    checked = served.work("check", [("", "statements", f"He said {HOSTILE} on Monday.".encode()), given[0]])
    assert "<img" not in done(checked)["html"]


def start(served: Served, sent: bytes) -> http.client.HTTPConnection:
    connection = http.client.HTTPConnection(served.host, timeout=300)
    connection.request("POST", f"{served.path}work", sent, served.own)
    return connection


def long_work() -> bytes:
    """Two texts whose comparison takes many seconds."""
    text = "".join(f"{ONE.strip()} The mayor named {n} engineers of {n % 7} towns. " for n in range(4000))
    return body("compare", [("A", "long.txt", text.encode()), ("B", "two.txt", TWO.encode())])


def until(found: object, seconds: float = 20) -> None:
    """Wait until a function says yes. Raises AssertionError if it does not."""
    end = time.monotonic() + seconds
    while not found():  # type: ignore[operator]
        assert time.monotonic() < end
        time.sleep(0.05)


def test_a_process_that_dies_gives_one_line_and_the_next_request_is_answered(served: Served) -> None:
    connection = start(served, long_work())
    answer = connection.getresponse()
    assert json.loads(answer.readline()) == {"step": "starting"}
    assert b"reading long.txt" in answer.readline()
    served.kill_workers()
    last = answer.read().splitlines()[-1]
    assert "killed by SIGKILL" in json.loads(last)["problem"]
    connection.close()
    assert done(served.work("compare", both()))


def test_the_work_of_a_page_that_goes_away_is_ended(served: Served) -> None:
    until(lambda: len(served.workers()) == 1)
    connection = start(served, long_work())
    answer = connection.getresponse()
    answer.readline(), answer.readline()
    worker = set(served.workers())
    assert connection.sock is not None
    connection.sock.shutdown(socket.SHUT_RDWR)
    connection.close()
    until(lambda: not worker & set(served.workers()))
    assert done(served.work("compare", both()))


def test_two_users_at_once_get_each_their_own(served: Served) -> None:
    names = [f"user-{n}.txt" for n in range(4)]
    given = [[("A", name, ONE.encode()), ("B", "two.txt", TWO.encode())] for name in names]
    with ThreadPoolExecutor(len(names)) as users:
        found = list(users.map(lambda texts: done(served.work("compare", texts)), given))
    for name, answer in zip(names, found, strict=True):
        assert name in answer["text"]
        assert not [other for other in names if other != name and other in answer["text"]]


def test_stopping_one_users_work_leaves_that_of_another_alone(served: Served) -> None:
    stopped = start(served, long_work())
    stopped.getresponse().readline()
    other: list[dict[str, str]] = []
    working = threading.Thread(target=lambda: other.append(done(served.work("compare", both()))))
    working.start()
    assert stopped.sock is not None
    stopped.sock.shutdown(socket.SHUT_RDWR)
    stopped.close()
    working.join(120)
    assert len(other) == 1


def opened_for_writing(process: int) -> list[str]:
    """The files that a process has open for writing; one that it closes meanwhile is none."""
    found = []
    for handle in Path(f"/proc/{process}/fd").iterdir():
        with suppress(FileNotFoundError):
            flags = Path(f"/proc/{process}/fdinfo/{handle.name}").read_text("ascii")
            if flags.split("flags:")[1].split()[0][-1] != "0":
                found.append(str(handle.readlink()))
    return [where for where in found if where.startswith("/")]


def test_nothing_is_written_anywhere(served: Served) -> None:
    """Files that the server and its processes have open for writing, and what lies where they run."""

    def beside() -> set[Path]:
        # What measures the tests writes there, too.
        return {path for path in ROOT.iterdir() if not path.name.startswith(".coverage")}

    before = beside()
    assert done(served.work("compare", both()))
    for process in (served.process.pid, *served.workers()):
        for where in opened_for_writing(process):
            assert where.startswith("/dev/"), f"{where} is open for writing"
    assert beside() == before


def test_ending_the_server_ends_its_processes() -> None:
    with serving() as found:
        connection = start(found, long_work())
        answer = connection.getresponse()
        answer.readline(), answer.readline()
        workers = found.workers()
        assert workers
    until(lambda: not any(Path(f"/proc/{worker}").exists() for worker in workers))
    connection.close()


def test_files_of_the_command_line_are_given_and_no_other(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text(ONE, "utf-8")
    (tmp_path / "secret.txt").write_text("secret", "utf-8")
    with serving(str(tmp_path / "one.txt")) as found:
        assert found.ask(f"{found.path}given/0")[2] == ONE
        for path in ("given/1", "given/-1", "given/../secret.txt", "secret.txt", "given/%2e%2e%2fsecret.txt"):
            assert found.ask(f"{found.path}{path}")[0] == 404
        assert "<li>one.txt</li>" in found.ask(found.path)[2]
        assert str(tmp_path) not in found.ask(found.path)[2]
