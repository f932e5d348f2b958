"""The rules that decide by themselves: a table of cases each, with those in which they must abstain."""

from __future__ import annotations

import pytest

from scripts.verdicts import Wording, judge
from scripts.verdicts.model import VERDICTS

SUPPORTED, CONTRADICTED, OPEN = VERDICTS

# statement, source, verdict
DENIALS = [
    ("A storm alarm was raised.", "No storm alarm was raised.", CONTRADICTED),
    ("No storm alarm was raised.", "A storm alarm was raised on Monday.", CONTRADICTED),
    ("No storm alarm was raised.", "No storm alarm was raised on Monday.", SUPPORTED),
    (
        "The guild will sell its hall in Lund.",
        "The guild has no plans to sell its hall in Lund.",
        CONTRADICTED,
    ),
    ("The guild sold its hall.", "The guild refused to sell its hall.", CONTRADICTED),
    ("The guild sold its hall.", "The guild declined to sell its hall.", CONTRADICTED),
    ("The guild sold its hall.", "The guild was unable to sell its hall.", CONTRADICTED),
    ("The guild sold its hall.", "The guild stopped short of selling its hall.", CONTRADICTED),
    ("The guild will sell its hall.", "The guild abandoned plans to sell its hall.", CONTRADICTED),
    ("The guild is selling its hall.", "The guild denied that it was selling its hall.", CONTRADICTED),
    ("The guild refused to sell its hall.", "The guild refused to sell its hall in May.", SUPPORTED),
    (
        "The panel found that Orrin bribed the judge.",
        "The panel failed to prove that Orrin bribed the judge.",
        CONTRADICTED,
    ),
    (
        "The diver reached the wreck.",
        "The diver, who had not trained for weeks, reached the wreck.",
        SUPPORTED,
    ),
    ("The mayor left the door open to a new toll.", "The mayor ruled out a new toll.", CONTRADICTED),
    ("The coach resigned.", "The mayor did not resign.", OPEN),
    ("The coach resigned.", "The coach did not resign on Monday.", CONTRADICTED),
    ("The mayor ruled out a new toll.", "The mayor did not rule out a new toll.", CONTRADICTED),
    ("Many guests were badly injured.", "Nobody was badly hurt.", CONTRADICTED),
]
CONTRARIES = [
    ("The kiosk was closed.", "The bakery is closed; the kiosk remains open.", CONTRADICTED),
    ("The kiosk was open.", "The bakery is closed; the kiosk remains open.", SUPPORTED),
    ("Ticket sales fell after the notice.", "Ticket sales rose 6%.", CONTRADICTED),
    (
        "The barge had failed its last test.",
        "The barge, built in 1994, passed a test in March.",
        CONTRADICTED,
    ),
    ("Rents rose in August.", "Rents eased to 3.1% in August from 3.6% in July.", CONTRADICTED),
    ("Rents fell in August.", "Rents eased to 3.6% in August from 3.1% in July.", CONTRADICTED),
    (
        "The brewer made a profit of 40 million kronor.",
        "The brewer had a loss of 40 million kronor, after a profit of 8 million.",
        CONTRADICTED,
    ),
    ("The guild signed without reservations.", "The guild signed with a reservation.", CONTRADICTED),
    ("Ada Lind of Norway won the race.", "Ada Lind of Sweden won the race.", CONTRADICTED),
]
EXCHANGES = [
    ("Ulm sued Graz over the fee.", "Graz sued Ulm over the fee.", CONTRADICTED),
    ("Ulm sued Graz over the fee.", "Graz was sued by Ulm over the fee.", SUPPORTED),
    ("The barge was on its way from Ulm to Graz.", "The barge was sailing from Graz to Ulm.", CONTRADICTED),
    ("The path runs from Ulm to Graz.", "The path runs from Graz to Ulm.", SUPPORTED),
    (
        "Veltra must pay Morrow's costs.",
        "The judges ordered Morrow to bear its own costs and to pay those incurred by Veltra.",
        CONTRADICTED,
    ),
    (
        "Four states signed the Reed Pact.",
        "The ministers of Peru, Chile and Ghana signed the Reed Pact.",
        CONTRADICTED,
    ),
    (
        "Three states signed the Reed Pact.",
        "The ministers of Peru, Chile and Ghana signed the Reed Pact.",
        OPEN,
    ),
]
MOODS = [
    (
        "The pact has entered into force.",
        "The pact will enter into force once two parliaments agree.",
        CONTRADICTED,
    ),
    (
        "The pact will enter into force.",
        "The pact will enter into force once two parliaments agree.",
        SUPPORTED,
    ),
    ("The drug is effective in calves.", "The drug may be effective in calves.", OPEN),
    ("The ministry banned further trials.", "The ministry opposed a ban on further trials.", OPEN),
    ("The tremor measured 6.7.", "An earlier bulletin had said the tremor measured 6.7.", OPEN),
]
OFFICES = [
    ("Governor Ida Falk was ill.", "Deputy Governor Ida Falk was ill.", OPEN),
    ("Coach Ida Falk was ill.", "Former Leeds coach Ida Falk was ill.", OPEN),
    ("Deputy Governor Ida Falk was ill.", "Deputy Governor Ida Falk was ill.", SUPPORTED),
]
PARTS = [
    ("The liner carried 183 travellers.", "The liner carried 214 people, including 31 crew.", SUPPORTED),
    ("The liner carried 150 travellers.", "The liner carried 214 people, including 31 crew.", OPEN),
    ("The liner carried 190 people.", "The liner carried 214 people, including 31 crew.", CONTRADICTED),
]


@pytest.mark.parametrize(
    ("statement", "source", "verdict"), [*DENIALS, *CONTRARIES, *EXCHANGES, *MOODS, *OFFICES, *PARTS]
)
def test_rule(statement: str, source: str, verdict: str) -> None:
    assert judge(statement, source).verdict == verdict


NOTICE = (
    "Harbour notice. The harbour of Kell will stay shut on Friday. Two cranes are being painted. "
    "Nobody was badly hurt when the old crane fell. We will not lend cranes to any other port. "
    "Fares dropped 6%. An agent sold maps."
)


@pytest.mark.parametrize(
    ("statement", "verdict"),
    [
        ("Several men were badly injured when the crane fell.", CONTRADICTED),
        ("The harbour will lend cranes to the navy.", CONTRADICTED),
        ("Fares rose after the notice.", CONTRADICTED),
        ("Fares dropped 6%.", SUPPORTED),
        ("The navy bought maps.", OPEN),
    ],
)
def test_more_than_the_best_sentence_is_asked(statement: str, verdict: str) -> None:
    assert judge(statement, NOTICE).verdict == verdict


@pytest.mark.parametrize(
    ("text", "word", "said"),
    [
        ("No alarm was raised.", "raised", "denied"),
        ("They did not rule out a toll.", "toll", "possible"),
        ("She failed to finish.", "finish", "denied"),
        ("He never got the report that it rained.", "rained", ""),
        ("He got wet because it rained, not because he swam.", "rained", ""),
        ("The rower, who had not slept, won.", "won", ""),
        ("It will not only grow but last.", "grow", "to come"),
        ("It may grow.", "grow", "possible"),
        ("It signed without delay in May.", "May", ""),
    ],
)
def test_moods(text: str, word: str, said: str) -> None:
    wording = Wording(text)
    place = next(w.start for w in reversed(wording.words) if w.text == word)
    mood = wording.moods[place]
    found = {"denied": mood.denied, "possible": mood.possible, "to come": mood.to_come}
    assert [name for name, is_so in found.items() if is_so] == ([said] if said else [])


@pytest.mark.parametrize(
    ("statement", "source", "why"),
    [
        (
            "The kiosk sells maps.",
            "The kiosk sells maps and tea.",
            "All of the statement’s words stand in the sentence. No detail conflicts.",
        ),
        ("The kiosk sold 40 maps.", "The kiosk sold 40 maps on Monday.", "“40” is borne out."),
        (
            "The kiosk sold maps.",
            "The kiosk refused to sell maps.",
            "Only the source denies it (“refused to”).",
        ),
        ("The choir sang in Rome.", "The kiosk sells maps.", "Not found there: “choir”, “sang”, “Rome”."),
    ],
)
def test_reasons_are_plain_words(statement: str, source: str, why: str) -> None:
    assert why in judge(statement, source).why
