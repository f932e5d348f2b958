"""The main verb of a claim: what it takes, and when; and words that deny."""

from __future__ import annotations

import pytest

from scripts.reading.details.stances import negations, stances

# A text; the main verb as written and in its base form, what it takes, its strength, when.
Told = tuple[str, str, str, int, str]
CASES: list[tuple[str, list[Told]]] = [
    ("Minister Duarte will join the talks.", [("join", "join", "", 0, "future")]),
    ("Peru agreed to sell tugs.", [("agreed", "agree", "agreed", 3, "past")]),
    ("Peru has agreed to sell tugs.", [("agreed", "agree", "agreed", 3, "past")]),
    ("Peru is to join the talks.", [("join", "join", "", 0, "future")]),
    ("Peru was to join the talks.", [("was", "be", "", 0, "past")]),
    ("Peru is due to join the talks.", [("join", "join", "", 0, "future")]),
    ("Peru is expected to win.", [("win", "win", "", 0, "future")]),
    ("Peru may sell tugs.", [("sell", "sell", "", 0, "present")]),
    ("Peru had tugs.", [("had", "have", "", 0, "past")]),
    ("Peru has tugs.", [("has", "have", "", 0, "present")]),
    ("Crews are leaving Lima.", [("leaving", "leave", "", 0, "present")]),
    ("Crews were told to leave.", [("told", "tell", "", 0, "past")]),
    ("Agreed to sell tugs.", [("Agreed", "agree", "agreed", 3, "past")]),
    ("Strengthen the talks.", [("Strengthen", "strengthen", "", 0, "order")]),
    ("Swiftly strengthen the talks.", [("strengthen", "strengthen", "", 0, "order")]),
    ("Crews who left Lima slept.", [("slept", "sleep", "", 0, "past")]),
    ("The mayor, who left Lima, slept.", [("slept", "sleep", "", 0, "past")]),
    ("Peru's talks.", []),
    ("The United States condemned the raid.", [("condemned", "condemn", "condemned", 2, "past")]),
    ("Peru never agreed.", [("agreed", "agree", "agreed", 3, "past")]),
    ("Peru won't agree.", [("agree", "agree", "agreed", 3, "future")]),
    ("Sales are up.", [("are", "be", "", 0, "present")]),
    ("Plans are made in Lima.", [("made", "make", "", 0, "present")]),
    ("The sold tugs left.", [("left", "leave", "", 0, "past")]),
    ("Talks in Lima.", []),
    ("Peru will, it seems, join.", []),
    ("Peru hasn't agreed.", [("agreed", "agree", "agreed", 3, "past")]),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_main_verbs(text: str, expected: list[Told]) -> None:
    found = stances(text)
    assert [(s.quote, s.verb, s.stance, s.rank, s.tense) for s in found] == expected
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
    ("Peru is set to join.", [("join", "join", "", 0, "future")]),
    ("Peru was set to join.", [("was", "be", "", 0, "past")]),
    ("Peru is planned to join.", [("join", "join", "", 0, "future")]),
    ("Peru is scheduled to join.", [("join", "join", "", 0, "future")]),
    ("Peru is slated to join.", [("join", "join", "", 0, "future")]),
    ("Peru is going to join.", [("join", "join", "", 0, "future")]),
    ("Peru is poised to join.", [("join", "join", "", 0, "future")]),
    ("Peru is set aside.", [("set", "set", "", 0, "present")]),
    ("Crews which left Lima slept.", [("slept", "sleep", "", 0, "past")]),
    ("Crews that left Lima slept.", [("slept", "sleep", "", 0, "past")]),
    ("Crews slept because fog came.", [("slept", "sleep", "", 0, "past")]),
    ("Crews slept before fog came.", [("slept", "sleep", "", 0, "past")]),
    ("Crews slept after fog came.", [("slept", "sleep", "", 0, "past")]),
    ("Crews could leave.", [("leave", "leave", "", 0, "present")]),
    ("Crews would leave.", [("leave", "leave", "", 0, "present")]),
    ("Crews should leave.", [("leave", "leave", "", 0, "present")]),
    ("Crews might leave.", [("leave", "leave", "", 0, "present")]),
    ("Crews must leave.", [("leave", "leave", "", 0, "present")]),
    ("Crews shall leave.", [("leave", "leave", "", 0, "future")]),
    ("Crews cannot leave.", [("leave", "leave", "", 0, "present")]),
    ("Crews can't leave.", [("leave", "leave", "", 0, "present")]),
    ("Crews had left.", [("left", "leave", "", 0, "past")]),
    ("Crews were leaving.", [("leaving", "leave", "", 0, "past")]),
    ("Crews are told.", [("told", "tell", "", 0, "present")]),
    ("Crews have also agreed.", [("agreed", "agree", "agreed", 3, "past")]),
    ("Crews have not agreed.", [("agreed", "agree", "agreed", 3, "past")]),
    ("Crews have quickly agreed.", [("agreed", "agree", "agreed", 3, "past")]),
    ("Nobody agreed.", [("agreed", "agree", "agreed", 3, "past")]),
    ("Join the talks.", [("Join", "join", "", 0, "order")]),
    ("Join our talks.", [("Join", "join", "", 0, "order")]),
    ("Join their talks.", [("Join", "join", "", 0, "order")]),
    ("Join all talks.", [("Join", "join", "", 0, "order")]),
    ("Join to talk.", [("Join", "join", "", 0, "order")]),
    ("Join an old talk.", [("Join", "join", "", 0, "order")]),
    ("Join a talk.", [("Join", "join", "", 0, "order")]),
    ("Join its talks.", [("Join", "join", "", 0, "order")]),
    ("Quickly join the talks.", [("join", "join", "", 0, "order")]),
    ("Joined the talks.", [("Joined", "join", "", 0, "past")]),
    ("Crews joining the talks.", []),
    ("The joined crews left.", [("left", "leave", "", 0, "past")]),
    ("For agreed sums crews left.", [("left", "leave", "", 0, "past")]),
]


@pytest.mark.parametrize(("text", "expected"), MORE)
def test_more_main_verbs(text: str, expected: list[Told]) -> None:
    found = stances(text)
    assert [(s.quote, s.verb, s.stance, s.rank, s.tense) for s in found] == expected
