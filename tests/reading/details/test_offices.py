"""Persons in offices, by how the office stands beside the name: articles, commas, names of several parts."""

from __future__ import annotations

import pytest

from scripts.reading.details.offices import office_holders

# A text; person, office, country, title, what the office is in charge of, and the words.
Told = tuple[str, str, str, str, str, str]
CASES: list[tuple[str, list[Told]]] = [
    (
        "Ana Duarte, a finance minister, spoke.",
        [
            (
                "Ana Duarte",
                "finance minister",
                "",
                "minister",
                "finance minister",
                "Ana Duarte, a finance minister",
            )
        ],
    ),
    (
        "Ana Duarte, who is finance minister, spoke.",
        [
            (
                "Ana Duarte",
                "finance minister",
                "",
                "minister",
                "finance minister",
                "Ana Duarte, who is finance minister",
            )
        ],
    ),
    (
        "Ana Duarte, an ambassador, spoke.",
        [("Ana Duarte", "ambassador", "", "ambassador", "ambassador", "Ana Duarte, an ambassador")],
    ),
    (
        "Minister of Health and Trade Ana Duarte spoke.",
        [
            (
                "Ana Duarte",
                "Minister of Health and Trade",
                "",
                "minister",
                "health trade minister",
                "Minister of Health and Trade Ana Duarte",
            )
        ],
    ),
    (
        "Minister for Health Ana Duarte spoke.",
        [
            (
                "Ana Duarte",
                "Minister for Health",
                "",
                "minister",
                "health minister",
                "Minister for Health Ana Duarte",
            )
        ],
    ),
    (
        "Minister of the Interior Ana Duarte spoke.",
        [
            (
                "Ana Duarte",
                "Minister of the Interior",
                "",
                "minister",
                "interior minister",
                "Minister of the Interior Ana Duarte",
            )
        ],
    ),
    ("minister of zorps Ana Duarte", []),
    (
        "Minister of Zorps Ana Duarte spoke.",
        [("Ana Duarte", "Minister of Zorps", "", "minister", "minister", "Minister of Zorps Ana Duarte")],
    ),
    (
        "Minister of Peru Ana Duarte spoke.",
        [("Ana Duarte", "Minister of Peru", "PE", "minister", "PE minister", "Minister of Peru Ana Duarte")],
    ),
    (
        "The Minister of Health of the Republic of Korea, Rhee Sun Ok, spoke.",
        [
            (
                "Rhee Sun Ok",
                "Minister of Health of the Republic of Korea",
                "KR",
                "minister",
                "KR health minister",
                "Minister of Health of the Republic of Korea, Rhee Sun Ok",
            )
        ],
    ),
    (
        "Minister Ana van der Berg spoke.",
        [("Ana van der Berg", "Minister", "", "minister", "minister", "Minister Ana van der Berg")],
    ),
    (
        "Minister Ana bin Duarte spoke.",
        [("Ana bin Duarte", "Minister", "", "minister", "minister", "Minister Ana bin Duarte")],
    ),
    (
        "Minister Ana P. Duarte spoke.",
        [("Ana P. Duarte", "Minister", "", "minister", "minister", "Minister Ana P. Duarte")],
    ),
    (
        "Minister Ana-Maria Duarte spoke.",
        [("Ana-Maria Duarte", "Minister", "", "minister", "minister", "Minister Ana-Maria Duarte")],
    ),
    ("Minister Ana 43 left.", [("Ana", "Minister", "", "minister", "minister", "Minister Ana")]),
    (
        "Minister Duarte’s crew left.",
        [("Duarte", "Minister", "", "minister", "minister", "Minister Duarte’s")],
    ),
    ("Minister Ana Duarte Forum spoke.", []),
    ("Minister The Duarte spoke.", []),
    ("Minister Lima of Peru spoke.", []),
    (
        "Minister, Ana Duarte, spoke.",
        [("Ana Duarte", "Minister", "", "minister", "minister", "Minister, Ana Duarte")],
    ),
    ("Minister, Duarte, spoke.", []),
    (
        "Minister. Ana Duarte spoke.",
        [("Ana Duarte", "Minister", "", "minister", "minister", "Minister. Ana Duarte")],
    ),
    ("Minister; Ana Duarte spoke.", []),
    (
        "Health Minister, Ana Duarte, Trade Minister, spoke.",
        [("Ana Duarte", "Trade Minister", "", "minister", "trade minister", "Ana Duarte, Trade Minister")],
    ),
    (
        "President Duarte and Minister Poe left.",
        [
            ("Duarte", "President", "", "president", "president", "President Duarte"),
            ("Poe", "Minister", "", "minister", "minister", "Minister Poe"),
        ],
    ),
    (
        "Deputy Minister Ana Duarte spoke.",
        [("Ana Duarte", "Deputy Minister", "", "minister", "minister", "Deputy Minister Ana Duarte")],
    ),
    (
        "Assistant Secretary Ana Duarte spoke.",
        [
            (
                "Ana Duarte",
                "Assistant Secretary",
                "",
                "secretary",
                "minister",
                "Assistant Secretary Ana Duarte",
            )
        ],
    ),
    (
        "now Minister Ana Duarte spoke",
        [("Ana Duarte", "Minister", "", "minister", "minister", "Minister Ana Duarte")],
    ),
    (
        "Said Minister Ana Duarte.",
        [("Ana Duarte", "Minister", "", "minister", "minister", "Minister Ana Duarte")],
    ),
    (
        "Peru (again) Health Minister Ana Duarte spoke.",
        [("Ana Duarte", "Health Minister", "", "minister", "health minister", "Health Minister Ana Duarte")],
    ),
    (
        "9 Minister Ana Duarte",
        [("Ana Duarte", "Minister", "", "minister", "minister", "Minister Ana Duarte")],
    ),
    (
        "the ruling minister Ana Duarte",
        [("Ana Duarte", "minister", "", "minister", "minister", "minister Ana Duarte")],
    ),
    (
        "Chief Minister Ana Duarte spoke.",
        [("Ana Duarte", "Chief Minister", "", "minister", "minister", "Chief Minister Ana Duarte")],
    ),
    (
        "Mr. HAYASHI Yoshimasa, the minister, left.",
        [("HAYASHI Yoshimasa", "minister", "", "minister", "minister", "HAYASHI Yoshimasa, the minister")],
    ),
    (
        "NSB Duarte, the president, left.",
        [("NSB Duarte", "president", "", "president", "president", "NSB Duarte, the president")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_offices_beside_names(text: str, expected: list[Told]) -> None:
    found = office_holders(text)
    assert [(h.person, h.office, h.country, h.title, h.slot, h.quote) for h in found] == expected
