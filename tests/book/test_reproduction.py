"""The same bytes wherever, whenever and however the book is made; and no word with any other machine."""

from __future__ import annotations

import hashlib
import json
import subprocess
from pathlib import Path

import pytest

from scripts.book.reproduction import byte_comparison, two_builds
from scripts.book.reproduction.conditions import HERE, NETWORK, THERE
from scripts.ground.faults import Fault
from tests.conftest import ROOT, Book, copy_tree


@pytest.fixture(scope="session")
def elsewhere(whole_book: Book, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real book a second time, on a machine that could hardly be less like this one, and is alone."""
    root = tmp_path_factory.mktemp("other") / THERE.folder
    root.parent.mkdir(parents=True)
    two_builds.lay_out(whole_book.root, root)
    two_builds.make(root, THERE)
    return root


@pytest.mark.long("builds the real book a second time, and the data and a brief of both")
def test_two_builds_under_unlike_conditions_agree_byte_for_byte(whole_book: Book, elsewhere: Path) -> None:
    for step in two_builds.more_steps(whole_book.root):
        done = subprocess.run([*whole_book.command()[:2], *step], cwd=whole_book.root, capture_output=True)
        assert done.returncode == 0, done.stderr
    here, there = (byte_comparison.files(root / "_build") for root in (whole_book.root, elsewhere))
    assert byte_comparison.differences(here, there) == {}
    assert byte_comparison.leaks(here, [str(whole_book.root), str(ROOT)]) == {}
    for part in byte_comparison.PARTS:
        assert any(name.startswith(part) for name in here), part


@pytest.mark.long("rests on the real book that was built a second time, on another machine")
def test_the_book_is_made_without_a_network(elsewhere: Path) -> None:
    """Where this user may: in a network of its own, without a route. In any case nothing asked for one."""
    assert (elsewhere / "_build" / "book" / "report.pdf").is_file()
    assert not (elsewhere.parent / NETWORK).exists()


def changing(book: Book, code: str) -> Book:
    """A copy of the small book with a chapter that does not print the same every time."""
    other = copy_tree(book.root, book.root.parent / "changing")
    other.chapter("second", ("text", "(second)=\n# The second chapter"), ("code", code))
    return other


def test_a_difference_is_named_with_its_byte_and_both_kinds_are_kept(
    book: Book, capsys: pytest.CaptureFixture[str]
) -> None:
    """It also shows that the conditions do differ."""
    code = "import os\nprint(os.getcwd(), len(os.sched_getaffinity(0)), os.umask(0))"
    other = changing(book, code)
    assert two_builds.reproduce(other.root) == 1
    said = capsys.readouterr().err
    assert "reproducing: book/html/chapters/second.html: byte " in said
    pages = [
        (other.root / "_build" / "differing" / kind.name / "book/html/chapters/second.html").read_text(
            "utf-8"
        )
        for kind in (HERE, THERE)
    ]
    for kind, page in zip((HERE, THERE), pages, strict=True):
        assert f"{kind.folder}/chapters" in page
    assert f" {THERE.cores} {THERE.mask}\n" in pages[1]
    assert not (other.root / "_build" / two_builds.LISTED).exists()


def test_what_asks_for_a_network_is_refused_and_named(book: Book) -> None:
    code = "import socket\nsocket.create_connection(('example.org', 80), timeout=1)"
    other = changing(book, code)
    with pytest.raises(Fault, match=r"OSError: \[Errno 101\] no network: socket\.getaddrinfo example\.org"):
        two_builds.make(other.root, THERE)
    assert (other.root.parent / NETWORK).read_text("utf-8") == "socket.getaddrinfo example.org\n"


def made(folder: Path, **texts: str) -> dict[str, Path]:
    """A made book, as far as a comparison looks."""
    for name, text in texts.items():
        path = folder / "book" / "html" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return byte_comparison.files(folder)


def test_what_differs_is_named_with_the_first_byte(tmp_path: Path) -> None:
    one = made(tmp_path / "one", same="alike", other="abcdef", longer="ab", only="x")
    other = made(tmp_path / "two", same="alike", other="abcxef", longer="abc")
    assert byte_comparison.differences(one, other) == {
        "book/html/only": "made by one build only",
        "book/html/longer": "byte 2: b'ab' and b'abc'",
        "book/html/other": "byte 3: b'abcdef' and b'abcxef'",
    }
    assert byte_comparison.differences(one, one) == {}


def test_a_file_that_names_a_folder_of_the_machine_is_named(tmp_path: Path) -> None:
    one = made(tmp_path, page=f"made in {tmp_path}", other="made somewhere")
    assert byte_comparison.leaks(one, [str(tmp_path), "/nowhere/at all"]) == {
        "book/html/page": f"names the folder {tmp_path}"
    }


def test_the_list_of_digests_is_one_that_sha256sum_checks(tmp_path: Path) -> None:
    found = byte_comparison.digests(made(tmp_path, one="1", two="2"))
    (tmp_path / "digests.txt").write_text(byte_comparison.listed(found), "utf-8")
    check = ["sha256sum", "--check", "--quiet", "digests.txt"]
    assert subprocess.run(check, cwd=tmp_path, capture_output=True).returncode == 0
    made(tmp_path, two="3")
    assert subprocess.run(check, cwd=tmp_path, capture_output=True).returncode == 1


def test_a_part_has_one_digest_that_follows_from_the_list(tmp_path: Path) -> None:
    made(tmp_path, one="1", two="2")
    (tmp_path / "book" / "report.pdf").write_text("pdf")
    found = byte_comparison.digests(byte_comparison.files(tmp_path))
    assert [(name, count) for name, _, count in byte_comparison.summary(found)] == [
        ("book/html", 2), ("book/report.pdf", 1), ("all", 3),
    ]  # fmt: skip
    assert byte_comparison.summary(found)[1][1] == hashlib.sha256(b"pdf").hexdigest()
    assert (
        byte_comparison.summary(found)[2][1]
        == hashlib.sha256(byte_comparison.listed(found).encode()).hexdigest()
    )


def test_the_command_hands_on_what_came_of_it_or_says_in_one_line_what_is_wrong(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.setattr("sys.argv", ["reproducing", "--record", str(tmp_path / "record.json")])
    asked: list[object] = []
    monkeypatch.setattr(two_builds, "reproduce", lambda *arguments: asked.extend(arguments) or 1)
    assert two_builds.main() == 1
    assert asked == [ROOT, False, tmp_path / "record.json"]
    for error, status, said in (
        (Fault("book", "step", "failed", "mend"), 1, "book: step: failed; mend"),
        (
            OSError(28, "No space left", "x"),
            1,
            "x: cannot be read or written (No space left); make room there",
        ),
        (KeyboardInterrupt(), 130, "stopped"),
    ):

        def fail(*_: object, error: BaseException = error) -> int:
            raise error

        monkeypatch.setattr(two_builds, "reproduce", fail)
        assert two_builds.main() == status
        assert capsys.readouterr().err == f"reproducing: {said}\n"


def test_books_that_agree_are_listed_and_recorded(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The building itself is what the tests above do; here it is a file that is written."""

    def make(root: Path, *_: object) -> None:
        made(root / "_build", page="alike", other="alike too")

    (tmp_path / "tree").mkdir()
    monkeypatch.setattr(two_builds, "make", make)
    assert two_builds.reproduce(tmp_path / "tree", record=tmp_path / "record.json") == 0
    lines = (tmp_path / "tree" / "_build" / two_builds.LISTED).read_text("utf-8").splitlines()
    assert [line.split("  ")[1] for line in lines] == ["book/html/other", "book/html/page"]
    assert "the same, byte for byte: 2 files" in capsys.readouterr().out
    record = json.loads((tmp_path / "record.json").read_text("utf-8"))
    assert (record["files"], record["identical"], record["differing"]) == (2, 2, [])
    assert len(record["varied"]) > 8


def test_the_last_commit_is_what_is_laid_out(tmp_path: Path) -> None:
    tree = tmp_path / "tree"
    git = ["git", "-c", "user.name=x", "-c", "user.email=x@example.org", "-C", str(tree)]
    subprocess.run(["git", "init", "--quiet", str(tree)], check=True)
    (tree / "page").write_text("committed")
    subprocess.run([*git, "add", "page"], check=True)
    subprocess.run([*git, "commit", "--quiet", "-m", "one"], check=True)
    (tree / "page").write_text("changed since")
    assert two_builds._uncommitted(tree) == 1
    two_builds.lay_out(tree, tmp_path / "made")
    assert (tmp_path / "made" / "page").read_text() == "committed"
