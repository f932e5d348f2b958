"""The way from file to page in layers, each with its inputs and what it promises of them.

A layer's check returns `RESULT` or `ERROR` (one clear line) and raises on anything else.
"""

from __future__ import annotations

import contextlib
import csv
import hashlib
import io
import json
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from fuzz import grammar, promises
from fuzz.guard import ROOT, bounded, inside
from hypothesis import strategies as st

from scripts import briefs, check, exhibits, exports, report
from scripts.__main__ import main
from scripts.accounts import account
from scripts.exhibits.synopsis import page
from scripts.faults import Fault
from scripts.identifiers import Register
from scripts.passages import passages
from scripts.pillars import Pillars
from scripts.reference import Reference, read_reference
from scripts.report import Report
from scripts.sources import COLUMNS, Source, read_account, read_manifest

RESULT, ERROR = "results", "errors"
_FACTS = dict.fromkeys(("title", "publisher", "url", "as_of_written", "kind", "likelihood", "reason"), "")


@dataclass(frozen=True)
class Layer:
    """One stage of the way: what is drawn, what is done with it, and its share of a run in thousandths."""

    name: str
    what: str
    share: int
    inputs: st.SearchStrategy[Any]
    check: Callable[[Any], str]


def source(siglum: str, text: str, **facts: str) -> Source:
    """A source with a text and what its manifest says of it."""
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    known = {**_FACTS, **facts}
    return Source(
        siglum=siglum, file=Path(f"{siglum}.txt"), published=None, as_of=None, as_of_sure="L", events=(),
        original="", sha256=digest, text=text, **known,
    )  # fmt: skip


def _one_line(fault: Fault) -> str:
    """A fault is one line that a terminal can show."""
    line = str(fault)
    assert line
    assert "\n" not in line
    promises.nothing_is_obeyed(line)
    return ERROR


# Files


@cache
def _folder() -> Path:
    """A tree to read from, with every kind of trap in it, and a file outside that must stay unread."""
    tree = Path(tempfile.mkdtemp(prefix="fuzz-"))
    documents = tree / "seeds" / "documents"
    (documents / "sub").mkdir(parents=True)
    outside = tree / "outside"
    outside.mkdir()
    (outside / "secret.txt").write_text("It is secret.", "utf-8")
    (documents / "a.txt").write_text("Ana Duarte opened the port. It has 12 cranes.", "utf-8")
    (documents / "sub" / "b.txt").write_text("The port is open.", "utf-8")
    (documents / "binary.txt").write_bytes(b"a\x00b")
    (documents / "empty.txt").write_bytes(b"")
    for name, target in (
        ("out.txt", outside / "secret.txt"), ("far.txt", Path("/etc/passwd")),
        ("device.txt", Path("/dev/zero")),
        ("loop.txt", documents / "loop.txt"), ("in.txt", documents / "a.txt"), ("up", outside),
    ):  # fmt: skip
        (documents / name).symlink_to(target)
    os.mkfifo(documents / "pipe.txt")
    shutil.copytree(ROOT / "seeds" / "reference", tree / "reference")
    return tree


_GOOD = {
    "siglum": "A", "file": "a.txt", "title": "An account", "publisher": "Somebody", "url": "",
    "published": "2024-10-31", "as_of": "2024-10-31", "as_of_sure": "M", "events": "", "kind": "news report",
    "likelihood": "likely", "reason": "It says so.", "reliability": "", "credibility": "", "grade_reason": "",
    "original": "", "sha256": "",
}  # fmt: skip
_PATHS = (
    "a.txt", "sub/b.txt", "./a.txt", "sub/../a.txt", "..", ".", "../../outside/secret.txt", "/etc/passwd",
    "/dev/zero", "out.txt", "far.txt", "device.txt", "loop.txt", "in.txt", "up/secret.txt", "pipe.txt",
    "sub", "binary.txt", "empty.txt", "a.txt/", "a.txt/x", "~/.profile", "$HOME", "a.txt\\..\\x",
    "C:\\a.txt", "file:///etc/passwd", "x" * 300, "x/" * 3000, "a.txt ", "А.txt", "%2e%2e/secret.txt",
    "\u202etxt.a", "a\x1b.txt", "//etc/passwd",
)  # fmt: skip
_cells = st.one_of(
    st.sampled_from((*grammar.MARKUP, *grammar.UNSEEN)),
    st.sampled_from(("A", "B", "a", "AA", "2024-02-30", "20241031", "2024-10-31 12:00", "H", "likely")),
    st.sampled_from(("F", "7", "a|b", "|", "a|" * 2000 + "b", "|".join(map(str, range(2000))))),
    st.text(max_size=12),
    st.sampled_from(grammar.RUNS).flatmap(lambda r: st.integers(1, 400).map(lambda n: r * n)),
)  # fmt: skip
_changed = st.one_of(
    st.just([]),
    st.sampled_from(_PATHS).map(lambda path: [("file", path)]),
    st.tuples(st.sampled_from(COLUMNS), _cells).map(lambda cell: [cell]),
    st.lists(st.tuples(st.sampled_from(COLUMNS), _cells), max_size=3),
)
_manifests = st.tuples(
    st.lists(_changed, min_size=1, max_size=3),
    st.sampled_from((True, True, True, False)),
    st.one_of(st.none(), st.none(), st.none(), st.tuples(st.integers(0, 400), st.binary(max_size=6))),
)


def _manifest(drawn: tuple[list[list[tuple[str, str]]], bool, tuple[int, bytes] | None]) -> bytes:
    """A manifest of some rows, each a good one with a few cells changed, perhaps with bytes put in."""
    rows, hashed, spoilt = drawn
    text = io.StringIO()
    writer = csv.DictWriter(text, COLUMNS, lineterminator="\n")
    writer.writeheader()
    for number, changes in enumerate(rows):
        row = _GOOD | {"siglum": "ABC"[number]} | dict(changes)
        document = _folder() / "seeds" / "documents" / "a.txt"
        if hashed and row["file"] in {"a.txt", "./a.txt", "in.txt"} and not row["sha256"]:
            row["sha256"] = hashlib.sha256(document.read_bytes()).hexdigest()
        writer.writerow(row)
    data = text.getvalue().encode()
    return data[: spoilt[0]] + spoilt[1] + data[spoilt[0] :] if spoilt else data


def check_manifest(data: bytes) -> str:
    """Read a manifest: sources whose documents lie in the tree, or one line."""
    seeds = _folder() / "seeds"
    path = seeds / "manifest.csv"
    path.write_bytes(data)
    try:
        with inside(seeds), bounded(len(data)):
            found = read_manifest(path)
    except Fault as fault:
        return _one_line(fault)
    for one in found:
        assert one.file.resolve().is_relative_to(seeds.resolve())
        assert hashlib.sha256(one.file.read_bytes()).hexdigest() == one.sha256
        assert "secret" not in one.text
    return RESULT


def check_record(drawn: tuple[str, int, int, str]) -> str:
    """Read the cited record with one cell or one line of it spoilt."""
    name, line, cell, said = drawn
    folder = _folder() / "reference"
    path = folder / name
    good = path.read_bytes()
    rows = list(csv.reader(io.StringIO(good.decode(), newline="")))
    row = rows[line % len(rows)]
    row[cell % len(row)] = said
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows(rows)
    try:
        path.write_bytes(text.getvalue().encode("utf-8", "surrogatepass"))
        with inside(folder), bounded(len(good)):
            read_reference(folder)
    except Fault as fault:
        return _one_line(fault)
    finally:
        path.write_bytes(good)
    return RESULT


def check_document(data: bytes) -> str:
    """Read a file as an account: its text is what the bytes say, or one line says why there is none."""
    path = _folder() / "account.txt"
    path.write_bytes(data)
    try:
        with inside(_folder()), bounded(len(data)):
            made = read_account(path, "A")
    except Fault as fault:
        return _one_line(fault)
    assert (
        made.text.encode("utf-16-le") in data
        or made.text.encode("utf-16-be") in data
        or made.text.encode() in data
    )
    assert made.sha256 == hashlib.sha256(data).hexdigest()
    with bounded(len(made.text)):
        promises.nothing_is_lost(made.text, passages(made))
    return RESULT


# Reading


def check_passages(text: str) -> str:
    """Divide a text: nothing is lost, and dividing it again gives the same."""
    made = source("A", text)
    with bounded(len(text)):
        found = passages(made)
    promises.nothing_is_lost(text, found)
    return RESULT


def check_claims(text: str) -> str:
    """Read claims and details: each stands where it says, and reading again gives the same."""
    made = source("A", text)
    with bounded(len(text)):
        read = account(made)
    promises.spans_are_exact(read)
    assert account(made) == read
    return RESULT


def check_statement(drawn: tuple[str, str]) -> str:
    """Check a statement against a source, as a row of JSON and from two files."""
    statement, text = drawn
    row = json.loads(json.dumps({"id": 1, "statement": statement, "source": text}))
    with bounded(len(statement) + len(text)):
        answered = check.answer(row, "rows", "line 1")
    for part in (answered["sentence"], answered["conflict"] and answered["conflict"]["source"]):
        assert not part or text[part["start"] : part["end"]] == part["quote"], part
    return RESULT


# Comparing


@cache
def _record() -> Reference:
    return read_reference(ROOT / "seeds" / "reference")


def compiled(texts: tuple[str, str], recorded: bool = False, sigla: str = "AB", **facts: str) -> Report:
    """The report on two accounts, with the cited record or with none."""
    reference = _record() if recorded else Reference.empty()
    sources = [source(siglum, text, **facts) for siglum, text in zip(sigla, texts, strict=True)]
    return report.compile_report(sources, reference, Pillars(), Register())


def check_ledger(drawn: tuple[tuple[str, str], bool]) -> str:
    """Compare two accounts: exact readings, safe exports, the same again, and the same in the other order."""
    texts, recorded = drawn
    try:
        with bounded(sum(map(len, texts))):
            found = compiled(texts, recorded)
            findings = found.findings
    except Fault as fault:
        return _one_line(fault)
    promises.readings_are_exact(found)
    promises.exports_are_safe(found)
    again = compiled(texts, recorded)
    assert exports.rows(again) == exports.rows(found)
    turned = compiled((texts[1], texts[0]), recorded, "BA")
    conflicts = [
        {f.identity for f in one if f.discrepancy.relation == "conflicts"}
        for one in (findings, turned.findings)
    ]
    assert conflicts[0] == conflicts[1], "the order of the accounts decides what conflicts"
    return RESULT


_SHOWN: dict[str, Callable[[Report], exhibits.Exhibit]] = {
    name: getattr(exhibits, name)
    for name in exhibits.__all__
    if name.endswith("_table") and name not in {"basis_table", "bench_table"}
} | {"finding_cards": lambda r: exhibits.finding_cards(r, [f.label for f in r.findings])}


def check_page(drawn: tuple[tuple[str, str], str, str]) -> str:
    """Show two accounts: the page of `compare`, an exhibit of the book, a brief, all of our own markup."""
    texts, shown, fact = drawn
    facts = dict.fromkeys(("title", "publisher", "url", "kind", "reason"), fact)
    try:
        found = compiled(texts, **facts)
        with bounded(sum(map(len, texts))):
            written = page(found, found.findings)
    except Fault as fault:
        return _one_line(fault)
    promises.page_is_ours(written, scripts=1)
    promises.parses_as_html5(written, scripts=1)
    exhibit = _SHOWN[shown](found)
    markup = exhibit._repr_html_()
    promises.page_is_ours(markup, scripts=markup.count("<script>") and 1)
    promises.nothing_is_obeyed(exhibit.plain)
    promises.no_formula(exhibit.csv())
    if found.findings:
        pasted = briefs.markdown(briefs.brief(found, [found.findings[0].label], ROOT))
        promises.nothing_is_obeyed(pasted)
        promises.no_markup(
            pasted, ("heading", "paragraph", "bullet", "ordered", "list", "strong", "em", "link")
        )
    return RESULT


# The command line


def check_command(drawn: tuple[tuple[bytes, bytes], list[str]]) -> str:
    """Type `compare` or `check` on two files of any bytes: an answer, or one line on standard error."""
    (one, two), arguments = drawn
    folder = _folder() / "typed"
    folder.mkdir(exist_ok=True)
    paths = [folder / name for name in ("one.txt", "two.txt")]
    for path, data in zip(paths, (one, two), strict=True):
        path.write_bytes(data)
    code, out, err = _typed([arguments[0], *map(str, paths), *arguments[1:]], folder, len(one) + len(two))
    assert code in {0, 1}
    promises.nothing_is_obeyed(out)
    if code:
        assert err.count("\n") == 1
        assert not out
        promises.nothing_is_obeyed(err)
        return ERROR
    assert not err
    out.encode()
    if "json" in arguments:
        json.loads(out)
    if "html" in arguments:
        promises.page_is_ours(out, scripts=1)
    return RESULT


def check_row(data: bytes) -> str:
    """Type `check --jsonl` on a file of any bytes."""
    folder = _folder() / "typed"
    folder.mkdir(exist_ok=True)
    path = folder / "rows.jsonl"
    path.write_bytes(data)
    code, out, err = _typed(["check", "--jsonl", str(path)], folder, len(data))
    promises.nothing_is_obeyed(out + err)
    out.encode()
    assert all(isinstance(json.loads(line), dict) for line in out.splitlines())
    assert code == bool(err)
    assert err.count("\n") == code
    return ERROR if code else RESULT


def _typed(arguments: list[str], folder: Path, size: int) -> tuple[int, str, str]:
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err), inside(folder), bounded(2 * size):
        code = main(arguments)
    return code, out.getvalue(), err.getvalue()


_files = st.one_of(
    st.tuples(grammar.documents, grammar.documents),
    grammar.pairs.map(lambda pair: (pair[0].encode(), pair[1].encode())),
    grammar.pairs.map(lambda pair: (pair[0].encode("utf-16"), pair[1].encode("utf-8-sig"))),
)
_ARGUMENTS = st.sampled_from(
    [["compare", "--format", form] for form in ("text", "json", "csv", "markdown", "html")]
    + [["compare", "--cosmetic"], ["check"], ["check", "--format", "json"]]
)
_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3),
    max_leaves=4,
)
_BROKEN_ROWS = (
    b'{"id":1,"statement":"\\ud800 ran.","source":"It ran."}', b"[" * 100_000, b'{"a":' * 50_000, b"{",
    b"NaN", b"\xff", b'{"id":' + b"9" * 5000 + b"}", b'{"id":"\\u0000"}', b"\xef\xbb\xbf{}",
)  # fmt: skip
_json_rows = st.one_of(
    st.fixed_dictionaries(
        {},
        optional={
            "id": st.one_of(st.integers(), st.text(max_size=5), _values),
            "statement": grammar.sentences | _values, "source": grammar.plain_accounts | _values,
            "summary": grammar.paragraphs | _values,
            "sentences": st.lists(grammar.sentences, max_size=3) | _values,
        },
    ).map(lambda row: json.dumps(row).encode()),
    st.sampled_from(_BROKEN_ROWS),
    st.binary(max_size=20),
)  # fmt: skip


def _lines(inputs: st.SearchStrategy[bytes]) -> st.SearchStrategy[bytes]:
    return st.lists(inputs, min_size=1, max_size=2).map(b"\n".join)


_TABLES = tuple(sorted(p.name for p in (ROOT / "seeds" / "reference").glob("*.csv")))
LAYERS = (
    Layer("manifests", "rows and paths of a manifest", 100, _manifests.map(_manifest), check_manifest),
    Layer(
        "records", "tables of the cited record with a cell spoilt", 5,
        st.tuples(st.sampled_from(_TABLES), st.integers(0, 200), st.integers(0, 20), _cells), check_record,
    ),
    Layer("documents", "bytes of a document, read and divided", 200, grammar.documents, check_document),
    Layer("passages", "text to headings, sentences, items, furniture", 480, grammar.texts, check_passages),
    Layer("claims", "text to claims with their details", 150, grammar.texts, check_claims),
    Layer(
        "statements", "a statement checked against a source", 25,
        st.tuples(grammar.sentences, grammar.plain_accounts | grammar.texts), check_statement,
    ),
    Layer(
        "ledgers", "two accounts to findings, JSON, CSV, Markdown, text", 25,
        st.tuples(grammar.pairs, st.sampled_from((False, False, False, True))), check_ledger,
    ),
    Layer(
        "pages", "two accounts to HTML pages, exhibits of the book, a brief", 5,
        st.tuples(grammar.pairs, st.sampled_from(sorted(_SHOWN)), _cells), check_page,
    ),
    Layer(
        "commands", "files of any bytes through the command line", 5,
        st.tuples(_files, _ARGUMENTS), check_command,
    ),
    Layer("rows", "rows of JSON through the command line", 5, _lines(_json_rows), check_row),
)  # fmt: skip
assert sum(layer.share for layer in LAYERS) == 1000


@contextlib.contextmanager
def cleaned() -> Iterator[None]:
    """Take away the folder that the inputs were written into."""
    try:
        yield
    finally:
        if _folder.cache_info().currsize:
            shutil.rmtree(_folder(), ignore_errors=True)
            _folder.cache_clear()
