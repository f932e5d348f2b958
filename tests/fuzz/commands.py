"""Commands: `compare` and `check` on files with any bytes."""

from __future__ import annotations

import contextlib
import io
import json
from pathlib import Path

from fuzz import grammar, promises
from fuzz.guard import bounded, inside
from fuzz.layer import ERROR, RESULT, Layer
from fuzz.tree import tree
from hypothesis import strategies as st

from scripts.__main__ import main


def check_command(drawn: tuple[tuple[bytes, bytes], list[str]]) -> str:
    """Run `compare` or `check` on two files with any bytes: an answer, or one line on standard error."""
    (one, two), arguments = drawn
    folder = tree() / "typed"
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
    promises.nothing_is_obeyed(err)
    warned = {"csv", "markdown", "html"} & set(
        arguments
    )  # the other formats have the warnings inside their output
    assert all(line.startswith("warning: ") for line in err.splitlines()) if warned else not err
    out.encode()
    if "json" in arguments:
        json.loads(out)
    if "html" in arguments:
        promises.page_is_ours(out, scripts=2)
    return RESULT


def check_row(data: bytes) -> str:
    """Run `check --jsonl` on a file with any bytes."""
    folder = tree() / "typed"
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
ARGUMENTS = [
    *(["compare", "--format", form] for form in ("text", "json", "csv", "markdown", "html")),
    ["compare", "--cosmetic"],
    ["check"],
    ["check", "--format", "json"],
]
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


COMMANDS = Layer(
    "commands",
    "files of any bytes through the command line",
    5,
    st.tuples(_files, st.sampled_from(ARGUMENTS)),
    check_command,
)
ROWS = Layer("rows", "rows of JSON through the command line", 5, _lines(_json_rows), check_row)
