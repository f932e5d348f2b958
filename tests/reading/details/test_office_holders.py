"""Persons in offices: who is given which office, of which state."""

from __future__ import annotations

import pytest

from scripts.reading.details.offices import office_holders

# A text; person, office, country, title, what the office is in charge of, and the words.
Told = tuple[str, str, str, str, str, str]
CASES: list[tuple[str, list[Told]]] = [
    (
        "Finance Minister Ana Duarte spoke.",
        [
            (
                "Ana Duarte",
                "Finance Minister",
                "",
                "minister",
                "finance minister",
                "Finance Minister Ana Duarte",
            )
        ],
    ),
    (
        "The minister of finance of Peru, Ana Duarte, spoke.",
        [
            (
                "Ana Duarte",
                "minister of finance of Peru",
                "PE",
                "minister",
                "PE finance minister",
                "minister of finance of Peru, Ana Duarte",
            )
        ],
    ),
    (
        "Ana Duarte, Peru's finance minister, spoke.",
        [
            (
                "Ana Duarte",
                "Peru's finance minister",
                "PE",
                "minister",
                "PE finance minister",
                "Ana Duarte, Peru's finance minister",
            )
        ],
    ),
    (
        "Ana Duarte, the finance minister of Peru, spoke.",
        [
            (
                "Ana Duarte",
                "finance minister of Peru",
                "PE",
                "minister",
                "PE finance minister",
                "Ana Duarte, the finance minister of Peru",
            )
        ],
    ),
    (
        "Peruvian Finance Minister Ana Duarte met Chile's Foreign Minister Luis Poe.",
        [
            (
                "Ana Duarte",
                "Peruvian Finance Minister",
                "PE",
                "minister",
                "PE finance minister",
                "Peruvian Finance Minister Ana Duarte",
            ),
            (
                "Luis Poe",
                "Chile's Foreign Minister",
                "CL",
                "minister",
                "CL foreign minister",
                "Chile's Foreign Minister Luis Poe",
            ),
        ],
    ),
    (
        "Minister for Trade and Fisheries Ana Duarte spoke.",
        [
            (
                "Ana Duarte",
                "Minister for Trade and Fisheries",
                "",
                "minister",
                "fishery trade minister",
                "Minister for Trade and Fisheries Ana Duarte",
            )
        ],
    ),
    ("The minister spoke.", []),
    ("Minister Duarte spoke.", [("Duarte", "Minister", "", "minister", "minister", "Minister Duarte")]),
    (
        "Mr. HAYASHI Yoshimasa, the foreign minister, spoke.",
        [
            (
                "HAYASHI Yoshimasa",
                "foreign minister",
                "",
                "minister",
                "foreign minister",
                "HAYASHI Yoshimasa, the foreign minister",
            )
        ],
    ),
    ("President NATO spoke.", []),
    (
        "Secretary of State Ana P. Duarte's aide spoke.",
        [
            (
                "Ana P. Duarte",
                "Secretary of State",
                "",
                "secretary",
                "state minister",
                "Secretary of State Ana P. Duarte's",
            )
        ],
    ),
    ("The director of the Southern District of New York spoke.", []),
    (
        "Minister Ana de la Cruz spoke.",
        [("Ana de la Cruz", "Minister", "", "minister", "minister", "Minister Ana de la Cruz")],
    ),
    (
        "Prime Minister Ana Duarte-Poe spoke.",
        [
            (
                "Ana Duarte-Poe",
                "Prime Minister",
                "",
                "minister",
                "prime minister",
                "Prime Minister Ana Duarte-Poe",
            )
        ],
    ),
    (
        "Former President Ana Duarte spoke.",
        [("Ana Duarte", "Former President", "", "president", "president", "Former President Ana Duarte")],
    ),
    (
        "Yesterday Minister Ana Duarte spoke.",
        [("Ana Duarte", "Minister", "", "minister", "minister", "Minister Ana Duarte")],
    ),
    (
        "The Lima Minister Ana Duarte spoke.",
        [("Ana Duarte", "Minister", "", "minister", "minister", "Minister Ana Duarte")],
    ),
    (
        "Health Minister of the Republic of Korea Rhee Sun Ok spoke.",
        [
            (
                "Rhee Sun Ok",
                "Health Minister of the Republic of Korea",
                "KR",
                "minister",
                "KR health minister",
                "Health Minister of the Republic of Korea Rhee Sun Ok",
            )
        ],
    ),
    (
        "Luis Poe, a minister, spoke.",
        [("Luis Poe", "minister", "", "minister", "minister", "Luis Poe, a minister")],
    ),
    (
        "Luis Poe, who is the defence minister of Chile, spoke.",
        [
            (
                "Luis Poe",
                "defence minister of Chile",
                "CL",
                "minister",
                "CL defense minister",
                "Luis Poe, who is the defence minister of Chile",
            )
        ],
    ),
    (
        "Minister Duarte (Peru) spoke.",
        [("Duarte", "Minister", "", "minister", "minister", "Minister Duarte")],
    ),
    (
        "Defence Minister Ana Duarte, Chile's ambassador Luis Poe and a pilot spoke.",
        [
            (
                "Ana Duarte",
                "Defence Minister",
                "",
                "minister",
                "defense minister",
                "Defence Minister Ana Duarte",
            ),
            (
                "Luis Poe",
                "Chile's ambassador",
                "CL",
                "ambassador",
                "CL ambassador",
                "Chile's ambassador Luis Poe",
            ),
        ],
    ),
    (
        "Ana Duarte, Defence Minister Luis Poe spoke.",
        [("Luis Poe", "Defence Minister", "", "minister", "defense minister", "Defence Minister Luis Poe")],
    ),
    (
        "Ambassador Ana Duarte, 43, spoke.",
        [("Ana Duarte", "Ambassador", "", "ambassador", "ambassador", "Ambassador Ana Duarte")],
    ),
    (
        "Secretary-General Ana Duarte spoke.",
        [("Ana Duarte", "Secretary-General", "", "general", "general", "Secretary-General Ana Duarte")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_office_holders(text: str, expected: list[Told]) -> None:
    found = office_holders(text)
    assert [(h.person, h.office, h.country, h.title, h.slot, h.quote) for h in found] == expected
    for holder in found:
        assert text[holder.start : holder.end] == holder.quote
        assert text[holder.office_start : holder.office_end] == holder.office
        assert text[holder.person_start :].startswith(holder.person)
    after = office_holders(f"Oh. {text}", 4)
    assert [(h.start - 4, h.quote) for h in after] == [(h.start, h.quote) for h in found]
