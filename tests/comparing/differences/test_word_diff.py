"""The word diff: which words of two sentences are one, which only moved, and where the sentences part."""

from __future__ import annotations

import pytest

from scripts.comparing.differences.word_diff import abbreviates, diff, plain
from scripts.reading.words import words

Part = tuple[str, str, int, int]

# Two sentences; where they part (words on either side, and where among the words); the words that moved.
CASES: list[tuple[str, str, list[Part], str]] = [
    ("The port opened.", "The port opened.", [], ""),
    ("The port opened in May.", "The port closed in May.", [("opened", "closed", 2, 2)], ""),
    ("The old port opened.", "The port opened.", [("old", "", 1, 1)], ""),
    ("The port opened.", "The old port opened.", [("", "old", 1, 1)], ""),
    ("The port opened late.", "The port opened.", [("late", "", 3, 3)], ""),
    ("The port opened.", "The port opened late.", [("", "late", 3, 3)], ""),
    ("Fog.", "Rain fell.", [("Fog", "Rain fell", 0, 0)], ""),
    ("Rain fell today.", "Fog.", [("Rain fell today", "Fog", 0, 0)], ""),
    # What moved is no change.
    ("Late, the port opened.", "The port opened late.", [], "Late"),
    ("On Sunday the board sold the ferry.", "The board sold the ferry on Sunday.", [], "On Sunday"),
    ("The mayor of Lund met the crew.", "The mayor met the crew of Lund.", [], "of Lund"),
    ("Storms closed roads, ports and schools.", "Storms closed schools, ports and roads.", [],
     "roads schools"),
    ("Ghana beat Togo in Lund.", "Togo beat Ghana in Lund.", [], "beat Togo"),
    ("Chile opened the mine.", "The mine opened.", [("Chile", "", 0, 2)], "opened"),
    # A stop word alone does not move.
    ("Of the crew, ten left.", "The crew of ten left.", [("Of", "", 0, 0), ("", "of", 3, 2)], ""),
    ("The red tug and the red barge left Lund harbour.", "The red barge and the red tug left Lund harbour.",
     [("and", "", 3, 0), ("", "and", 7, 3)], "the red barge"),
    # A stop word alone between two changes belongs to them; not at an end of the sentence, nor if it denies.
    ("Crews and divers of Lund left in boats.", "Sailors and pilots of Oslo left on rafts.",
     [("Crews and divers of Lund", "Sailors and pilots of Oslo", 0, 0), ("in boats", "on rafts", 6, 6)], ""),
    ("Crews did not leave Lund.", "Crews could not enter Lund.",
     [("did", "could", 1, 1), ("leave", "enter", 3, 3)], ""),
    ("No crew saw any fog.", "No pilot saw no fog.",
     [("crew", "pilot", 1, 1), ("any", "no", 3, 3)], ""),
    ("Crews saw no fog on Sunday.", "Pilots had no rain on Sunday.",
     [("Crews saw", "Pilots had", 0, 0), ("fog", "rain", 3, 3)], ""),
    ("They saw fog.", "They had rain.", [("saw fog", "had rain", 1, 1)], ""),
    ("The fog lifted.", "At the port they slept.",
     [("fog lifted", "port they slept", 1, 2), ("", "At", 0, 0)], ""),
    # One word in two spellings is one word.
    ("At 9 p.m. it rained.", "At 9 pm it rained.", [], ""),
    ("José Peña left the U.S. port.", "Jose Pena left the US port.", [], ""),
]  # fmt: skip


@pytest.mark.parametrize(("left", "right", "parts", "moved"), CASES)
def test_where_two_sentences_part(left: str, right: str, parts: list[Part], moved: str) -> None:
    ours, theirs = words(left), words(right)
    found = diff(ours, theirs)
    told = [
        (" ".join(w.text for w in h.left), " ".join(w.text for w in h.right), h.left_at, h.right_at)
        for h in found.hunks
    ]
    assert told == parts
    assert " ".join(ours[at].text for at in sorted(found.moved)) == moved
    assert all(plain(ours[at]) == plain(theirs[there]) for at, there in found.pairs.items())
    assert len(found.pairs) + sum(len(h.left) for h in found.hunks) == len(ours)
    assert len(found.pairs) + sum(len(h.right) for h in found.hunks) == len(theirs)


def test_a_longer_run_moves_first() -> None:
    ours, theirs = words("Port Moro, Port Ash and Elm sank."), words("Elm sank in Port Ash and Port Moro.")
    pairs = diff(ours, theirs).pairs
    assert " ".join(theirs[pairs[at]].text for at in (0, 1, 2, 3)) == "Port Moro Port Ash"


@pytest.mark.parametrize(
    ("one", "other", "short"),
    [
        ("Prof.", "Professor", True),
        ("General", "Gen.", True),
        ("St.", "Street", True),
        ("St.", "Port", False),
        ("P.", "Professor", False),  # one letter is any name's
        ("Prof", "Professor", False),
        ("Prof.", "Prof.", False),
        ("Co.", "Company", True),
    ],
)
def test_what_cuts_a_word_short(one: str, other: str, short: bool) -> None:
    assert abbreviates(words(f"{one} Holm")[0], words(f"{other} Holm")[0]) is short


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("p.m.", "pm"),
        ("PM", "pm"),
        ("U.S.", "us"),
        ("José", "jose"),
        ("Keïta's", "keita"),
        ("Ärzte", "arzt"),
        ("ships", "ship"),
        ("The", "the"),
        ("was", "was"),
    ],
)
def test_what_two_words_must_share(text: str, expected: str) -> None:
    assert plain(words(text)[0]) == expected
