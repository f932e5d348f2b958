"""What no verdict hangs on: how long a text is, its batch, the last digits of the weights, a seed."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest
from stated import CASES

from scripts.comparing.statements.statement_verdicts import SUPPORTED, judge
from scripts.reading.syntax import parser


def test_a_text_longer_than_the_parser_takes_is_read_to_its_end() -> None:
    source = "The ferry sailed at noon and " * 1500 + "sank. The mayor of Kell resigned on Friday."
    assert len(source) > 2 * 20_000
    assert parser.parse(source).tokens[-2].text == "Friday"
    assert judge("The mayor of Kell resigned.", source).verdict == SUPPORTED


def test_a_small_change_of_the_weights_changes_no_verdict(monkeypatch: pytest.MonkeyPatch) -> None:
    import numpy

    from scripts.reading.syntax import elements, semantic_roles, whole_text

    tables = CASES[:: max(1, len(CASES) // 120)]
    before = [judge(statement, source).verdict for _, statement, source in tables]
    model = parser.model()
    noise = numpy.random.default_rng(7)
    kept = []
    for _, pipe in model.pipeline:
        for node in getattr(getattr(pipe, "model", None), "walk", list)():
            for name in node.param_names:
                if node.has_param(name):
                    weights = node.get_param(name)
                    kept.append((node, name, weights.copy()))
                    factor = 1 + noise.uniform(-1e-6, 1e-6, weights.shape)
                    node.set_param(name, (weights * factor).astype(weights.dtype))
    caches = (parser.parse, elements.elements, semantic_roles.roles, whole_text.reading)
    try:
        for cache in caches:
            cache.cache_clear()
        after = [judge(statement, source).verdict for _, statement, source in tables]
    finally:
        for node, name, weights in kept:
            node.set_param(name, weights)
        for cache in caches:
            cache.cache_clear()
    assert kept
    assert after == before


def test_batches_of_any_size_parse_alike() -> None:
    texts = [source for _, _, source in CASES[:40]]
    together = list(parser.parse_all(texts))
    assert together == [next(parser.parse_all([text])) for text in texts]


def test_the_seed_of_hashing_changes_nothing() -> None:
    program = (
        "from scripts.comparing.statements.statement_verdicts import judge\n"
        "print(judge('Two women won the cup.', 'The cup was won by two women, Ida Falk and Jo Orr.'))\n"
        "print(judge('Ida Falk resigned.', 'Mayor Jo Orr resigned in May; Ida Falk took her place.'))"
    )
    said = {
        subprocess.run(
            [sys.executable, "-c", program],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True, check=True, text=True,
        ).stdout
        for seed in ("0", "1")
    }  # fmt: skip
    assert len(said) == 1
