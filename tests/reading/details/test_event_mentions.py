"""Events that a text names, and which of them are one."""

from __future__ import annotations

import pytest

from scripts.reading.details.events import event_mentions

# A text; the events it names, by what words, short name and number, and whether the name only modifies.
Told = tuple[str, str, str, int | None, bool]
CASES: list[tuple[str, list[Told]]] = [
    (
        "They held the Third Lakeside Trade Summit and a dinner.",
        [("Third Lakeside Trade Summit", "lakesid summit trade", "", 3, False)],
    ),
    ("The 9th Lima Port Forum met.", [("9th Lima Port Forum", "forum lima port", "", 9, False)]),
    ("The second round of the Lima Port Talks ended.", [("Lima Port Talks", "lima port talk", "", 2, False)]),
    ("The 2+2 meeting was held.", [("2+2 meeting", "2+2 meet", "", None, False)]),
    ("The 2+2 was held.", [("2+2", "2+2", "", None, False)]),
    ("The Lakeside Summit communiqué was read.", [("Lakeside Summit", "lakesid summit", "", None, True)]),
    ("The Lakeside Summit ended.", [("Lakeside Summit", "lakesid summit", "", None, False)]),
    ("The third Lakeside Cup for the team.", [("third Lakeside Cup", "cup lakesid", "", None, False)]),
    ("Their third Lakeside Cup.", [("third Lakeside Cup", "cup lakesid", "", None, False)]),
    (
        "The Lima Port Forum (LPF) met, and the LPF ended.",
        [
            ("Lima Port Forum (LPF)", "forum lima port", "LPF", None, False),
            ("LPF", "lpf", "LPF", None, False),
        ],
    ),
    ("The meeting was long.", []),
    ("The Lima Port Forums met.", [("Lima Port Forums", "forum lima port", "", None, False)]),
    ("Lima Forum Board met.", []),
    ("At the Lima Water Summit on May 3.", [("Lima Water Summit", "lima summit water", "", None, False)]),
    ("The Lakeside Summit quickly ended.", [("Lakeside Summit", "lakesid summit", "", None, False)]),
    (
        "Crews of the Lima Port Forum Dinner left.",
        [("Lima Port Forum Dinner", "dinner forum lima port", "", None, False)],
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_events(text: str, expected: list[Told]) -> None:
    found = event_mentions(text, acronyms=("LPF",))
    told = [(m.quote, " ".join(sorted(m.keys)), m.acronym, m.ordinal, m.modifies) for m in found]
    assert told == expected
    assert all(text[m.start : m.end] == m.quote for m in found)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("The Lima Port Forum met.", "The Lima Forum met.", True),
        ("The Lima Port Forum met.", "The Lima Port Summit met.", False),
        ("The Lima Port Forum met.", "The Quito Water Summit met.", False),
        ("The 9th Lima Port Forum met.", "The 8th Lima Port Forum met.", False),
        ("The 9th Lima Port Forum met.", "The Lima Port Forum met.", True),
        ("The 2+2 meeting met.", "The 2+2 was held.", True),
        ("The 2+2 meeting met.", "The 3+3 was held.", False),
        ("The Lima Port Forum (LPF) met.", "The LPF met.", True),
        ("The Lima Forum met.", "The Lima Summit met.", False),
    ],
)
def test_one_event(one: str, other: str, same: bool) -> None:
    ours, theirs = (event_mentions(text, acronyms=("LPF",))[0] for text in (one, other))
    assert ours.same_as(theirs) is theirs.same_as(ours) is same
