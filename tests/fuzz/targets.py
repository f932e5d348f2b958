"""Bytes as inputs of the layers, and inputs as bytes: what a fuzzer that only knows bytes can change.

The first byte chooses the layer. What follows is the input as a file would have it; the parts of one that has
several stand with a mark between them that no text in UTF-8 can hold.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from fuzz import grammar
from fuzz.commands import ARGUMENTS, COMMANDS, ROWS
from fuzz.comparing import LEDGERS, PAGES, SHOWN
from fuzz.files import DOCUMENTS, MANIFESTS
from fuzz.formats import FORMATS
from fuzz.layer import Layer
from fuzz.reading import CLAIMS, STATEMENTS

_BETWEEN = b"\xff"
_BETWEEN_FILES = b"\n\xff\xff\n"  # a file in UTF-16 may begin with the shorter one
_EXHIBITS = sorted(SHOWN)
_FORMATS = [(kind, whole) for kind in ("web", "pdf", "word", "mail") for whole in (False, True)]


@dataclass(frozen=True)
class Target:
    """A layer, and how its inputs are read from bytes and written as bytes."""

    layer: Layer
    read: Callable[[bytes], Any]
    written: Callable[[Any], bytes]


def _text(data: bytes) -> str:
    return data.decode("utf-8", "ignore")


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "ignore")


def _texts(data: bytes, number: int) -> list[str]:
    """So many texts; those that are not there are empty."""
    parts = data.split(_BETWEEN, number - 1)
    return [_text(part) for part in [*parts, *[b""] * (number - len(parts))]]


def _chosen(data: bytes, among: Sequence[Any]) -> tuple[Any, bytes]:
    return among[(data[0] if data else 0) % len(among)], data[1:]


def _ledger(data: bytes) -> tuple[tuple[str, ...], bool]:
    recorded, rest = _chosen(data, (False, True))
    return tuple(_texts(rest, 2)), recorded


def _page(data: bytes) -> tuple[tuple[str, ...], str, str]:
    shown, rest = _chosen(data, _EXHIBITS)
    one, other, fact = _texts(rest, 3)
    return (one, other), shown, fact


def _command(data: bytes) -> tuple[tuple[bytes, bytes], list[str]]:
    arguments, rest = _chosen(data, ARGUMENTS)
    one, _, other = rest.partition(_BETWEEN_FILES)
    return (one, other), arguments


def _format(data: bytes) -> tuple[str, bytes, bool]:
    (kind, whole), rest = _chosen(data, _FORMATS)
    return kind, rest, whole


def _same(given: bytes) -> bytes:
    return given


TARGETS = (
    Target(MANIFESTS, _same, _same),
    Target(DOCUMENTS, _same, _same),
    Target(FORMATS, _format, lambda given: bytes([_FORMATS.index((given[0], given[2]))]) + given[1]),
    Target(CLAIMS, _text, _bytes),
    Target(STATEMENTS, lambda data: tuple(_texts(data, 2)), lambda given: _BETWEEN.join(map(_bytes, given))),
    Target(LEDGERS, _ledger, lambda given: bytes([given[1]]) + _BETWEEN.join(map(_bytes, given[0]))),
    Target(
        PAGES, _page,
        lambda given: bytes([_EXHIBITS.index(given[1])]) + _BETWEEN.join(map(_bytes, (*given[0], given[2]))),
    ),
    Target(
        COMMANDS, _command,
        lambda given: bytes([ARGUMENTS.index(given[1])]) + _BETWEEN_FILES.join(given[0]),
    ),
    Target(ROWS, _same, _same),
)  # fmt: skip


def read(data: bytes) -> tuple[Layer, Any]:
    """The layer that bytes are for, and its input."""
    target, rest = _chosen(data, TARGETS)
    return target.layer, target.read(rest)


def written(layer: Layer, given: Any) -> bytes | None:
    """An input of a layer as bytes; None for a layer that takes none."""
    for number, target in enumerate(TARGETS):
        if target.layer is layer:
            return bytes([number]) + target.written(given)
    return None


def words() -> Iterator[bytes]:
    """What is worth putting into an input whole."""
    groups = (
        grammar.NAMES, grammar.PLACES, grammar.EVENTS, grammar.BODIES, grammar.OFFICES, grammar.NUMBERS,
        grammar.DATES, grammar.VERBS, grammar.OBJECTS, grammar.FURNITURE, grammar.RUNS, grammar.MARKUP,
        grammar.UNSEEN,
    )  # fmt: skip
    yield from (_bytes(word) for group in groups for word in group)
    yield from (_BETWEEN, _BETWEEN_FILES)
