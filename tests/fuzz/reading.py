"""Reading a text: passages, claims with details, the verdict on a statement."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

from fuzz import grammar, promises
from fuzz.guard import bounded
from fuzz.layer import RESULT, Layer, one_line
from hypothesis import strategies as st

from scripts.commands import check
from scripts.ground.faults import Fault
from scripts.reading.accounts import account
from scripts.reading.passages import passages
from scripts.reading.sources import Source

_FACTS = dict.fromkeys(("title", "publisher", "url", "as_of_written", "kind", "likelihood", "reason"), "")


def source(siglum: str, text: str, **facts: str) -> Source:
    """A source with a text and manifest data."""
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    known = {**_FACTS, **facts}
    return Source(
        siglum=siglum, file=Path(f"{siglum}.txt"), published=None, as_of=None, as_of_sure="L", events=(),
        original="", sha256=digest, text=text, **known,
    )  # fmt: skip


def check_passages(text: str) -> str:
    """Divide a text: nothing is lost, and dividing it again gives the same."""
    made = source("A", text)
    with bounded(len(text)):
        found = passages(made)
    promises.nothing_is_lost(text, found)
    return RESULT


def check_claims(text: str) -> str:
    """Read claims and details: each is at its place, and reading again gives the same."""
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
    try:
        with bounded(len(statement) + len(text)):
            answered = check.answer(row, "rows", "line 1")
    except Fault as fault:  # not English
        return one_line(fault)
    for part in (answered["sentence"], answered["conflict"] and answered["conflict"]["source"]):
        assert not part or text[part["start"] : part["end"]] == part["quote"], part
    return RESULT


PASSAGES = Layer(
    "passages", "text to headings, sentences, items, furniture", 480, grammar.texts, check_passages
)
CLAIMS = Layer("claims", "text to claims with their details", 150, grammar.texts, check_claims)
STATEMENTS = Layer(
    "statements", "a statement checked against a source", 25,
    st.tuples(grammar.sentences, grammar.plain_accounts | grammar.texts), check_statement,
)  # fmt: skip
