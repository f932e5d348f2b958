"""Verb groups: tense, voice, denial, and who acts on whom."""

from __future__ import annotations

import pytest

from scripts.reading.details.verb_groups import predicates
from scripts.reading.words import words

CASES = [
    # text, (base, tense, passive, negated, agent, patient) of each verb group
    ("The mayor thanked the firemen.", [("thank", "past", False, False, "mayor", "firemen")]),
    ("The firemen were thanked by the mayor.", [("thank", "past", True, False, "mayor", "firemen")]),
    ("The board will not reopen the pier.", [("reopen", "future", False, True, "board", "pier")]),
    ("The pier will be quickly reopened.", [("reopen", "future", True, False, "", "pier")]),
    ("The tug will airlift crates.", [("airlift", "future", False, False, "tug", "crates")]),  # unlisted verb
    ("The tug did not sail.", [("sail", "past", False, True, "tug", "")]),
    (
        "The mayor praised Ada but scolded Bo.",
        [("praise", "past", False, False, "mayor", "Ada"), ("scold", "past", False, False, "mayor", "Bo")],
    ),
    ("The plans of the engineers in spring.", []),  # plural nouns are no verbs
    ("A long, cold winter.", []),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_predicates(text: str, expected: list[tuple[str, str, bool, bool, str, str]]) -> None:
    terms = words(text)
    found = [
        (
            p.base,
            p.tense,
            p.passive,
            p.negated,
            " ".join(terms[i].text for i in p.agent),
            " ".join(terms[i].text for i in p.patient),
        )
        for p in predicates(terms)
    ]
    assert found == expected


# A text; the words of each verb group, its base form, tense, voice, whether it is denied, who acts, on whom,
# and who stands behind "to" or "from".
Group = tuple[str, str, str, bool, bool, str, str, str]
GROUPS: list[tuple[str, list[Group]]] = [
    ("Peru signed the pact with Chile.", [("signed", "sign", "past", False, False, "Peru", "pact", "")]),
    ("The pact was signed by Peru.", [("was signed", "sign", "past", True, False, "Peru", "pact", "")]),
    (
        "The pact will not be signed by Peru in May.",
        [("will not be signed", "sign", "future", True, True, "Peru", "pact", "")],
    ),
    (
        "Peru has never signed the pact.",
        [("has never signed", "sign", "past", False, True, "Peru", "pact", "")],
    ),
    (
        "Peru may also soon sign the pact.",
        [("may also soon sign", "sign", "modal", False, False, "Peru", "pact", "")],
    ),
    ("The signed pact of Peru ended.", [("ended", "end", "past", False, False, "signed pact", "", "")]),
    ("Peru signs the pact.", [("signs", "sign", "present", False, False, "Peru", "pact", "")]),
    ("Peru plans rain.", []),
    ("Peru will blorp boats.", [("will blorp", "blorp", "future", False, False, "Peru", "boats", "")]),
    ("Peru did not blorp boats.", [("did not blorp", "blorp", "past", False, True, "Peru", "boats", "")]),
    ("Crews blorped boats.", [("blorped", "blorped", "past", False, False, "Crews", "boats", "")]),
    ("The need grew.", [("grew", "grow", "past", False, False, "need", "", "")]),
    (
        "Crews agreed to sell boats to Chile.",
        [("agreed", "agree", "past", False, False, "Crews", "", "sell boats")],
    ),
    (
        "Boats were sold to Chile by Peru.",
        [("were sold", "sell", "past", True, False, "Peru", "Boats", "Chile")],
    ),
    ("Peru was in Lima.", [("was", "be", "past", False, False, "Peru", "", "")]),
    ("Peru is selling boats.", [("is selling", "sell", "present", False, False, "Peru", "boats", "")]),
    (
        "Peru has been selling boats.",
        [("has been selling", "sell", "past", False, False, "Peru", "boats", "")],
    ),
    ("Peru isn't selling boats.", [("isn't selling", "sell", "present", False, True, "Peru", "boats", "")]),
    ("Peru can't sell boats.", [("can't sell", "sell", "modal", False, True, "Peru", "boats", "")]),
    ("It was sold.", [("was sold", "sell", "past", True, False, "", "It", "")]),
    ("They sold it.", [("sold", "sell", "past", False, False, "They", "it", "")]),
    (
        "Peru sold boats that Chile had bought.",
        [
            ("sold", "sell", "past", False, False, "Peru", "boats", ""),
            ("had bought", "buy", "past", False, False, "Chile", "", ""),
        ],
    ),
    (
        "Peru would have sold boats.",
        [("would have sold", "sell", "modal", False, False, "Peru", "boats", "")],
    ),
    (
        "Peru was sold and Chile left.",
        [
            ("was sold", "sell", "past", True, False, "", "Peru", ""),
            ("left", "leave", "past", False, False, "Chile", "", ""),
        ],
    ),
    ("Peru had boats.", [("had", "have", "past", False, False, "Peru", "boats", "")]),
    ("Peru does sell boats.", [("does sell", "sell", "present", False, False, "Peru", "boats", "")]),
    (
        "Peru sold boats but bought tugs.",
        [
            ("sold", "sell", "past", False, False, "Peru", "boats", ""),
            ("bought", "buy", "past", False, False, "Peru", "tugs", ""),
        ],
    ),
    ("The sale of boats ended.", [("ended", "end", "past", False, False, "sale", "", "")]),
    ("A sold boat left.", [("left", "leave", "past", False, False, "sold boat", "", "")]),
    ("Crews to sell boats left.", [("left", "leave", "past", False, False, "Crews", "", "")]),
    ("Peru sells 40 boats.", [("sells", "sell", "present", False, False, "Peru", "boats", "")]),
    ("Peru sells that boat.", [("sells", "sell", "present", False, False, "Peru", "", "")]),
    ("Peru sells them to Chile.", [("sells", "sell", "present", False, False, "Peru", "", "Chile")]),
    ("Peru sells to Chile.", [("sells", "sell", "present", False, False, "Peru", "", "Chile")]),
    ("Peru sells whether it rains.", [("sells", "sell", "present", False, False, "Peru", "", "")]),
    ("Peru sells about 40 boats.", [("sells", "sell", "present", False, False, "Peru", "", "")]),
    ("Peru sells it.", [("sells", "sell", "present", False, False, "Peru", "it", "")]),
    ("Peru sells not.", [("sells", "sell", "present", False, False, "Peru", "", "")]),
    ("The bridge becomes old.", [("becomes", "become", "present", False, False, "bridge", "old", "")]),
    ("The bridge survives.", [("survives", "survive", "present", False, False, "bridge", "", "")]),
    ("Peru also sold boats.", [("sold", "sell", "past", False, False, "Peru", "boats", "")]),
    (
        "Peru now is selling boats.",
        [("now is selling", "sell", "present", False, False, "Peru", "boats", "")],
    ),
    (
        "Peru had already been told of it.",
        [("had already been told", "tell", "past", True, False, "", "Peru", "")],
    ),
    ("Peru is being sold.", [("is being sold", "sell", "present", True, False, "", "Peru", "")]),
    ("Peru was not happily sold.", [("was not happily sold", "sell", "past", True, True, "", "Peru", "")]),
    ("Peru was never, sold.", [("was never sold", "sell", "past", True, True, "", "Peru", "")]),
    ("Peru shan't sell boats.", [("shan't sell", "sell", "future", False, True, "Peru", "boats", "")]),
    ("Peru didn't sell boats.", [("didn't sell", "sell", "past", False, True, "Peru", "boats", "")]),
    (
        "The crews, boats and tugs left Lima.",
        [("left", "leave", "past", False, False, "crews boats tugs", "Lima", "")],
    ),
    (
        "40 crews and two boats left Lima.",
        [("left", "leave", "past", False, False, "crews boats", "Lima", "")],
    ),
    ("Crews of Lima, Peru left.", [("left", "leave", "past", False, False, "Crews Peru", "", "")]),
    ("We sold a boat and an old tug.", [("sold", "sell", "past", False, False, "We", "boat old tug", "")]),
    (
        "Crews sold boats before Chile left.",
        [
            ("sold", "sell", "past", False, False, "Crews", "boats", ""),
            ("left", "leave", "past", False, False, "Chile", "", ""),
        ],
    ),
    (
        "Crews sold boats because Chile left.",
        [
            ("sold", "sell", "past", False, False, "Crews", "boats", ""),
            ("left", "leave", "past", False, False, "Chile", "", ""),
        ],
    ),
    ("Crews left Lima for Chile by boat.", [("left", "leave", "past", False, False, "Crews", "Lima", "")]),
    ("Boats were sold quickly by Peru.", [("were sold", "sell", "past", True, False, "Peru", "Boats", "")]),
    ("Boats were sold in May by Peru.", [("were sold", "sell", "past", True, False, "Peru", "Boats", "")]),
    (
        "Boats were sold in May to Chile by the crews of Peru.",
        [("were sold", "sell", "past", True, False, "crews", "Boats", "")],
    ),
    (
        "The mayor was told, but slept.",
        [
            ("was told", "tell", "past", True, False, "", "mayor", ""),
            ("slept", "sleep", "past", False, False, "mayor", "", ""),
        ],
    ),
]


@pytest.mark.parametrize(("text", "expected"), GROUPS)
def test_verb_groups(text: str, expected: list[Group]) -> None:
    terms = words(text)

    def named(places: tuple[int, ...]) -> str:
        return " ".join(terms[at].text for at in places)

    assert [
        (
            named(tuple(range(p.begin, p.at + 1))), p.base, p.tense, p.passive, p.negated,
            named(p.agent), named(p.patient), named(p.to),
        )
        for p in predicates(terms)
    ] == expected  # fmt: skip
