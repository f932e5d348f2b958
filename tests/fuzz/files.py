"""Reading files: a manifest, the record, an account with any bytes."""

from __future__ import annotations

import csv
import hashlib
import io

from fuzz import grammar, promises
from fuzz.guard import ROOT, bounded, inside
from fuzz.layer import RESULT, Layer, one_line
from fuzz.tree import tree
from hypothesis import strategies as st

from scripts.ground.faults import Fault
from scripts.reading.manifest import COLUMNS, read_manifest
from scripts.reading.passages import passages
from scripts.reading.sources import read_account
from scripts.record import read_reference

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
_changed = st.one_of(
    st.just([]),
    st.sampled_from(_PATHS).map(lambda path: [("file", path)]),
    st.tuples(st.sampled_from(COLUMNS), grammar.cells).map(lambda cell: [cell]),
    st.lists(st.tuples(st.sampled_from(COLUMNS), grammar.cells), max_size=3),
)
_manifests = st.tuples(
    st.lists(_changed, min_size=1, max_size=3),
    st.sampled_from((True, True, True, False)),
    st.one_of(st.none(), st.none(), st.none(), st.tuples(st.integers(0, 400), st.binary(max_size=6))),
)


def _manifest(drawn: tuple[list[list[tuple[str, str]]], bool, tuple[int, bytes] | None]) -> bytes:
    """A manifest with a few changed cells, perhaps with some bytes inserted."""
    rows, hashed, spoilt = drawn
    text = io.StringIO()
    writer = csv.DictWriter(text, COLUMNS, lineterminator="\n")
    writer.writeheader()
    for number, changes in enumerate(rows):
        row = _GOOD | {"siglum": "ABC"[number]} | dict(changes)
        document = tree() / "seeds" / "documents" / "a.txt"
        if hashed and row["file"] in {"a.txt", "./a.txt", "in.txt"} and not row["sha256"]:
            row["sha256"] = hashlib.sha256(document.read_bytes()).hexdigest()
        writer.writerow(row)
    data = text.getvalue().encode()
    return data[: spoilt[0]] + spoilt[1] + data[spoilt[0] :] if spoilt else data


def check_manifest(data: bytes) -> str:
    """Read a manifest: the sources' documents lie in the tree, or there is one line."""
    seeds = tree() / "seeds"
    path = seeds / "manifest.csv"
    path.write_bytes(data)
    try:
        with inside(seeds), bounded(len(data)):
            found = read_manifest(path)
    except Fault as fault:
        return one_line(fault)
    for one in found:
        assert one.file.resolve().is_relative_to(seeds.resolve())
        assert hashlib.sha256(one.file.read_bytes()).hexdigest() == one.sha256
        assert "secret" not in one.text
    return RESULT


def check_record(drawn: tuple[str, int, int, str]) -> str:
    """Read the record with one cell or one line damaged."""
    name, line, cell, said = drawn
    folder = tree() / "reference"
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
        return one_line(fault)
    finally:
        path.write_bytes(good)
    return RESULT


def check_document(data: bytes) -> str:
    """Read a file as an account: its text is what the bytes say, or one line says why there is none."""
    path = tree() / "account.txt"
    path.write_bytes(data)
    try:
        with inside(tree()), bounded(len(data)):
            made = read_account(path, "A")
    except Fault as fault:
        return one_line(fault)
    assert (
        made.text.encode("utf-16-le") in data
        or made.text.encode("utf-16-be") in data
        or made.text.encode() in data
    )
    assert made.sha256 == hashlib.sha256(data).hexdigest()
    with bounded(len(made.text)):
        promises.nothing_is_lost(made.text, passages(made))
    return RESULT


_TABLES = tuple(sorted(p.name for p in (ROOT / "seeds" / "reference").glob("*.csv")))
MANIFESTS = Layer("manifests", "rows and paths of a manifest", 100, _manifests.map(_manifest), check_manifest)
RECORDS = Layer(
    "records", "tables of the cited record with a cell spoilt", 5,
    st.tuples(st.sampled_from(_TABLES), st.integers(0, 200), st.integers(0, 20), grammar.cells), check_record,
)  # fmt: skip
DOCUMENTS = Layer(
    "documents", "bytes of a document, read and divided", 200, grammar.documents, check_document
)
