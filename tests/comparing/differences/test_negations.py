"""What one sentence denies: a table of sentence pairs, harmless and unrelated ones among them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Told = list[tuple[str, str, str, str]]

CASES: list[tuple[str, str, Told]] = [
    (
        "The ferry did not sail in the morning fog.",
        "The ferry sailed in the morning fog.",
        [("negation", "conflicts", "did not sail", "sailed")],
    ),
    (
        "The ferry sailed in the morning fog.",
        "The ferry never sailed in the morning fog.",
        [("negation", "conflicts", "sailed", "never sailed")],
    ),
    (
        "The fog did not cause any delay to ferries.",
        "No delay to ferries was caused by the fog.",
        [("wording", "cosmetic", "The fog did not cause", "caused by the fog")],
    ),
    (
        "The crossing was lawful under the treaty.",
        "The crossing was unlawful under the treaty.",
        [("negation", "conflicts", "lawful", "unlawful")],
    ),
    (
        "Nobody was hurt in the ferry fire.",
        "No one was hurt in the ferry fire.",
        [("quantifier", "cosmetic", "Nobody", "No one")],
    ),
    (
        "The leaders did not discuss the fishing tax at the weekend talks.",
        "The leaders had a frank discussion of the fishing tax.",
        [
            ("negation", "conflicts", "did not", "had a frank"),
            ("wording", "cosmetic", "at the weekend talks", "tax"),
        ],
    ),
    (
        "No storm warning was issued for the northern coast.",
        "A storm warning was issued for the coast within minutes.",
        [
            ("negation", "conflicts", "No", "A"),
            ("wording", "cosmetic", "northern coast", "coast"),
            ("wording", "cosmetic", "coast", "within minutes"),
        ],
    ),
    (
        "The board had sent divers to the wreck, without elaborating.",
        "The board sent divers to the wreck.",
        [("wording", "cosmetic", "without elaborating", "wreck")],
    ),
    (
        "The ferry left the port without a warning.",
        "The ferry left the port after a warning.",
        [("negation", "conflicts", "without", "after")],
    ),
    ("The board did not comment on the fare.", "The ferry sank.", []),
    (
        "The firm refused to sell its ships to the port of Lund.",
        "The firm sold its ships to the port of Lund.",
        [("negation", "conflicts", "refused to sell", "sold")],
    ),
    (
        "The mayor denied that the port of Lund would close.",
        "The mayor said that the port of Lund would close.",
        [("negation", "conflicts", "denied", "said")],
    ),
]


@pytest.mark.parametrize(("left", "right", "expected"), CASES)
def test_negations(left: str, right: str, expected: Told, told: Callable[[str, str], Told]) -> None:
    assert told(left, right) == expected
