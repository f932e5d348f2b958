"""What each peer answers, run by the Python of the peers' environment.

PEERS_PYTHON answers.py anchorcite|groundrails|redlines ROWS ANSWERS

ROWS has a JSON object on each line, and so has ANSWERS, in the same order. The last line printed is the
version. The process may not open a connection: a peer that tries to fails.

anchorcite and groundrails judge one statement by one source and compare no accounts; redlines compares two
texts and judges no statement. So each is asked only what it is made for.
"""

from __future__ import annotations

import importlib
import json
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from importlib.metadata import version
from pathlib import Path
from typing import Any

SUPPORTED, CONTRADICTED, NOT_ENOUGH = "supported", "contradicted", "not-enough-information"
Rows = Sequence[Mapping[str, str]]


def anchorcite(rows: Rows) -> Iterator[str]:
    """Give the verdict of AnchorCite's core: the sentence of the source that bears out the statement.

    Its own scorer and threshold decide. A sentence found is `supported`; none is `not-enough-information`,
    since it does not tell what is denied from what is not there.
    """
    anchor_claim: Any = importlib.import_module("anchorcite").anchor_claim
    for row in rows:
        yield SUPPORTED if anchor_claim(row["statement"], row["source"]) else NOT_ENOUGH


def groundrails(rows: Rows) -> Iterator[str]:
    """Give the verdict of groundrails' lexical mode, with its own weights and thresholds.

    Its effort is `low`: `medium` downloads a lexicon, and `high` models that translate. `grounded` is
    `supported`. Of the rest, what it tells a contradiction of (another number, another name) is
    `contradicted`, and all else `not-enough-information`.
    """
    grounding: Any = importlib.import_module("groundrails.grounding")
    # Its `init` does this after it has downloaded what the other efforts need.
    importlib.import_module("groundrails.settings").mark_ready()
    config = grounding.load_config().overlay(lexical_effort="low")
    for row in rows:
        match = grounding.ground(row["statement"], [row["source"]], config=config, semantic=False)
        (told,) = grounding.build_grounding_document([match])["claims"]
        unlike = told["match_type"] == CONTRADICTED or told["contradiction"]
        yield SUPPORTED if told["grounded"] else CONTRADICTED if unlike else NOT_ENOUGH


def redlines(rows: Rows) -> Iterator[list[dict[str, Any]]]:
    """Give each change that redlines marks between two accounts, with its places in code points.

    Words that stand for others are a row `differs`; words that were taken out or put in are a row `only in
    one source`. It never says `conflicts` or `agrees`.
    """
    processor: Any = importlib.import_module("redlines.processor").WholeDocumentProcessor()
    for row in rows:
        told = []
        for change in processor.process(row["a"], row["b"]):
            kind, *ends = change.opcodes
            if kind == "equal":
                continue
            sides = (
                ("A", row["a"], change.source_chunk, *ends[:2]),
                ("B", row["b"], change.test_chunk, *ends[2:]),
            )
            spans = {
                side: _span(places(text, chunk.text)[start:end]) for side, text, chunk, start, end in sides
            }
            relation = "differs" if kind == "replace" else "only in one source"
            told.append({"relation": relation, "spans": spans})
        yield told


def places(text: str, tokens: Sequence[str]) -> list[tuple[int, int] | None]:
    """Find each word of redlines in the text it came from: its start and end.

    None for the sign that it puts between paragraphs.
    """
    found: list[tuple[int, int] | None] = []
    reached = 0
    for token in tokens:
        word = token.strip()
        start = text.find(word, reached)
        if word == "¶" or start < 0:
            found.append(None)
            continue
        reached = start + len(word)
        found.append((start, reached))
    return found


def _span(words: Sequence[tuple[int, int] | None]) -> list[tuple[int, int]]:
    """Return the whole stretch of some words, in a list; the empty list for none."""
    there = [word for word in words if word]
    return [(there[0][0], there[-1][1])] if there else []


# Whether it judges statements or compares accounts, and by what.
OF_STATEMENTS: dict[str, Callable[[Rows], Iterator[Any]]] = {
    "anchorcite": anchorcite, "groundrails": groundrails,
}  # fmt: skip
OF_ACCOUNTS: dict[str, Callable[[Rows], Iterator[Any]]] = {"redlines": redlines}


def without_network(event: str, _: tuple[Any, ...]) -> None:
    """Refuse every connection, as a hook of `sys`. Raises OSError."""
    if event in {"socket.connect", "socket.getaddrinfo"}:
        raise OSError("it needs a network")


def main(arguments: Sequence[str]) -> int:
    """Answer the rows of a file into another, and print the version of what answered."""
    name, asked, answered = arguments
    sys.addaudithook(without_network)
    rows = [json.loads(line) for line in Path(asked).read_text("utf-8").splitlines()]
    answers = {**OF_STATEMENTS, **OF_ACCOUNTS}[name](rows)
    Path(answered).write_text("".join(f"{json.dumps(one)}\n" for one in answers), "utf-8")
    print(version(name))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
