"""The main verb of a claim: what it takes, when, and whether it is denied."""

from __future__ import annotations

import pytest

from scripts.reading.details.stances import negations, stances

# A text; the main verb as written and in its base form, what it takes, its strength, when, whether denied.
Told = tuple[str, str, str, int, str, bool]
CASES: list[tuple[str, list[Told]]] = [
    ("Minister Duarte will join the talks.", [("join", "join", "", 0, "future", False)]),
    ("Peru agreed to sell tugs.", [("agreed", "agree", "agreed", 3, "past", False)]),
    ("Peru has agreed to sell tugs.", [("agreed", "agree", "agreed", 3, "past", False)]),
    ("Peru is to join the talks.", [("join", "join", "", 0, "future", False)]),
    ("Peru was to join the talks.", [("was", "be", "", 0, "past", False)]),
    ("Peru is due to join the talks.", [("join", "join", "", 0, "future", False)]),
    ("Peru is expected to win.", [("win", "win", "", 0, "future", False)]),
    ("Peru may sell tugs.", [("sell", "sell", "", 0, "present", False)]),
    ("Peru had tugs.", [("had", "have", "", 0, "past", False)]),
    ("Peru has tugs.", [("has", "have", "", 0, "present", False)]),
    ("Crews are leaving Lima.", [("leaving", "leave", "", 0, "present", False)]),
    ("Crews were told to leave.", [("told", "tell", "", 0, "past", False)]),
    ("Agreed to sell tugs.", [("Agreed", "agree", "agreed", 3, "past", False)]),
    ("Strengthen the talks.", [("Strengthen", "strengthen", "", 0, "order", False)]),
    ("Swiftly strengthen the talks.", [("strengthen", "strengthen", "", 0, "order", False)]),
    ("Crews who left Lima slept.", [("slept", "sleep", "", 0, "past", False)]),
    ("The mayor, who left Lima, slept.", [("slept", "sleep", "", 0, "past", False)]),
    ("Peru's talks.", []),
    ("The United States condemned the raid.", [("condemned", "condemn", "condemned", 2, "past", False)]),
    ("Peru never agreed.", [("agreed", "agree", "agreed", 3, "past", True)]),
    ("Peru won't agree.", [("agree", "agree", "agreed", 3, "future", True)]),
    ("Sales are up.", [("are", "be", "", 0, "present", False)]),
    ("Plans are made in Lima.", [("made", "make", "", 0, "present", False)]),
    ("The sold tugs left.", [("left", "leave", "", 0, "past", False)]),
    ("Talks in Lima.", []),
    ("Peru will, it seems, join.", []),
    ("Peru hasn't agreed.", [("agreed", "agree", "agreed", 3, "past", True)]),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_main_verbs(text: str, expected: list[Told]) -> None:
    found = stances(text)
    assert [(s.quote, s.verb, s.stance, s.rank, s.tense, s.negated) for s in found] == expected
    assert all(text[s.start : s.end] == s.quote for s in found)


def test_words_that_deny() -> None:
    text = "No crew did not, don’t or can't leave without nothing, nor cannot."
    assert [n.quote for n in negations(text)] == [
        "No",
        "not",
        "don’t",
        "can't",
        "without",
        "nothing",
        "nor",
        "cannot",
    ]
    assert [n.quote for n in negations(text, 3, 20)] == ["not"]


MORE: list[tuple[str, list[Told]]] = [
    ("Peru is set to join.", [("join", "join", "", 0, "future", False)]),
    ("Peru was set to join.", [("was", "be", "", 0, "past", False)]),
    ("Peru is planned to join.", [("join", "join", "", 0, "future", False)]),
    ("Peru is scheduled to join.", [("join", "join", "", 0, "future", False)]),
    ("Peru is slated to join.", [("join", "join", "", 0, "future", False)]),
    ("Peru is going to join.", [("join", "join", "", 0, "future", False)]),
    ("Peru is poised to join.", [("join", "join", "", 0, "future", False)]),
    ("Peru is set aside.", [("set", "set", "", 0, "present", False)]),
    ("Crews which left Lima slept.", [("slept", "sleep", "", 0, "past", False)]),
    ("Crews that left Lima slept.", [("slept", "sleep", "", 0, "past", False)]),
    ("Crews slept because fog came.", [("slept", "sleep", "", 0, "past", False)]),
    ("Crews slept before fog came.", [("slept", "sleep", "", 0, "past", False)]),
    ("Crews slept after fog came.", [("slept", "sleep", "", 0, "past", False)]),
    ("Crews could leave.", [("leave", "leave", "", 0, "present", False)]),
    ("Crews would leave.", [("leave", "leave", "", 0, "present", False)]),
    ("Crews should leave.", [("leave", "leave", "", 0, "present", False)]),
    ("Crews might leave.", [("leave", "leave", "", 0, "present", False)]),
    ("Crews must leave.", [("leave", "leave", "", 0, "present", False)]),
    ("Crews shall leave.", [("leave", "leave", "", 0, "future", False)]),
    ("Crews cannot leave.", [("leave", "leave", "", 0, "present", True)]),
    ("Crews can't leave.", [("leave", "leave", "", 0, "present", True)]),
    ("Crews had left.", [("left", "leave", "", 0, "past", False)]),
    ("Crews were leaving.", [("leaving", "leave", "", 0, "past", False)]),
    ("Crews are told.", [("told", "tell", "", 0, "present", False)]),
    ("Crews have also agreed.", [("agreed", "agree", "agreed", 3, "past", False)]),
    ("Crews have not agreed.", [("agreed", "agree", "agreed", 3, "past", True)]),
    ("Crews have quickly agreed.", [("agreed", "agree", "agreed", 3, "past", False)]),
    ("Nobody agreed.", [("agreed", "agree", "agreed", 3, "past", True)]),
    ("Join the talks.", [("Join", "join", "", 0, "order", False)]),
    ("Join our talks.", [("Join", "join", "", 0, "order", False)]),
    ("Join their talks.", [("Join", "join", "", 0, "order", False)]),
    ("Join all talks.", [("Join", "join", "", 0, "order", False)]),
    ("Join to talk.", [("Join", "join", "", 0, "order", False)]),
    ("Join an old talk.", [("Join", "join", "", 0, "order", False)]),
    ("Join a talk.", [("Join", "join", "", 0, "order", False)]),
    ("Join its talks.", [("Join", "join", "", 0, "order", False)]),
    ("Quickly join the talks.", [("join", "join", "", 0, "order", False)]),
    ("Joined the talks.", [("Joined", "join", "", 0, "past", False)]),
    ("Crews joining the talks.", []),
    ("The joined crews left.", [("left", "leave", "", 0, "past", False)]),
    ("For agreed sums crews left.", [("left", "leave", "", 0, "past", False)]),
]


@pytest.mark.parametrize(("text", "expected"), MORE)
def test_more_main_verbs(text: str, expected: list[Told]) -> None:
    found = stances(text)
    assert [(s.quote, s.verb, s.stance, s.rank, s.tense, s.negated) for s in found] == expected
