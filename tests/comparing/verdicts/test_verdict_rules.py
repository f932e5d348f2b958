"""The rules that decide by themselves: a table of cases each, with those in which they must abstain."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from scripts.comparing.verdicts import Wording, judge
from scripts.comparing.verdicts.model import VERDICTS

SUPPORTED, CONTRADICTED, OPEN = VERDICTS

# A statement, and below it each source with the verdict on it.
RULES = """
# denials
A storm alarm was raised.
- contradicted: No storm alarm was raised.
No storm alarm was raised.
- contradicted: A storm alarm was raised on Monday.
- supported: No storm alarm was raised on Monday.
The guild will sell its hall in Lund.
- contradicted: The guild has no plans to sell its hall in Lund.
The guild sold its hall.
- contradicted: The guild refused to sell its hall.
- contradicted: The guild declined to sell its hall.
- contradicted: The guild was unable to sell its hall.
- contradicted: The guild stopped short of selling its hall.
The guild will sell its hall.
- contradicted: The guild abandoned plans to sell its hall.
The guild is selling its hall.
- contradicted: The guild denied that it was selling its hall.
The guild refused to sell its hall.
- supported: The guild refused to sell its hall in May.
The panel found that Orrin bribed the judge.
- contradicted: The panel failed to prove that Orrin bribed the judge.
The diver reached the wreck.
- supported: The diver, who had not trained for weeks, reached the wreck.
The mayor left the door open to a new toll.
- contradicted: The mayor ruled out a new toll.
The coach resigned.
- not-enough-information: The mayor did not resign.
- contradicted: The coach did not resign on Monday.
The mayor ruled out a new toll.
- contradicted: The mayor did not rule out a new toll.
Many guests were badly injured.
- contradicted: Nobody was badly hurt.

# contraries
The kiosk was closed.
- contradicted: The bakery is closed; the kiosk remains open.
The kiosk was open.
- supported: The bakery is closed; the kiosk remains open.
Ticket sales fell after the notice.
- contradicted: Ticket sales rose 6%.
The barge had failed its last test.
- contradicted: The barge, built in 1994, passed a test in March.
Rents rose in August.
- contradicted: Rents eased to 3.1% in August from 3.6% in July.
Rents fell in August.
- contradicted: Rents eased to 3.6% in August from 3.1% in July.
The brewer made a profit of 40 million kronor.
- contradicted: The brewer had a loss of 40 million kronor, after a profit of 8 million.
The guild signed without reservations.
- contradicted: The guild signed with a reservation.
Ada Lind of Norway won the race.
- contradicted: Ada Lind of Sweden won the race.

# two sides exchanged
Ulm sued Graz over the fee.
- contradicted: Graz sued Ulm over the fee.
- supported: Graz was sued by Ulm over the fee.
The barge was on its way from Ulm to Graz.
- contradicted: The barge was sailing from Graz to Ulm.
The path runs from Ulm to Graz.
- supported: The path runs from Graz to Ulm.
Veltra must pay Morrow's costs.
- contradicted: The judges ordered Morrow to bear its own costs and to pay those incurred by Veltra.
Four states signed the Reed Pact.
- contradicted: The ministers of Peru, Chile and Ghana signed the Reed Pact.
Three states signed the Reed Pact.
- not-enough-information: The ministers of Peru, Chile and Ghana signed the Reed Pact.

# how it is said
The pact has entered into force.
- contradicted: The pact will enter into force once two parliaments agree.
The pact will enter into force.
- supported: The pact will enter into force once two parliaments agree.
The drug is effective in calves.
- not-enough-information: The drug may be effective in calves.
The ministry banned further trials.
- not-enough-information: The ministry opposed a ban on further trials.
The tremor measured 6.7.
- not-enough-information: An earlier bulletin had said the tremor measured 6.7.

# offices
Governor Ida Falk was ill.
- not-enough-information: Deputy Governor Ida Falk was ill.
Coach Ida Falk was ill.
- not-enough-information: Former Leeds coach Ida Falk was ill.
Deputy Governor Ida Falk was ill.
- supported: Deputy Governor Ida Falk was ill.

# parts of a number
The liner carried 183 travellers.
- supported: The liner carried 214 people, including 31 crew.
The liner carried 150 travellers.
- not-enough-information: The liner carried 214 people, including 31 crew.
The liner carried 190 people.
- contradicted: The liner carried 214 people, including 31 crew.

# one detail, and all else the same
The barge sank on Monday.
- contradicted: Two men were hurt when a barge loaded with gravel sank near Ulm on Sunday, the first of its kind.
- supported: The barge sank on Monday, and the owners told the port on Tuesday.
The barge sank on Tuesday.
- supported: On Tuesday the barge sank; a hearing was called for Friday.
More than 40 people drowned in a flood in Lund in 2015.
- contradicted: Clerks called it the worst flood since more than 40 drowned in a 2010 flood in Lund.
Norrland has the world's largest tram network.
- contradicted: Norrland's creaking tram network is the world's fourth largest.
- supported: Norrland's tram network is the world's largest.
The bridge is the second longest in Peru.
- contradicted: The bridge is the third longest in Peru.
Four miners were confirmed dead.
- contradicted: The clerk said that 119 miners were confirmed dead, while 78 others were in hospital, four of them under guard.
Twenty-six guests suffered serious burns.
- contradicted: By the latest list six guests suffered serious burns in the fire while 26 suffered minor burns.
Six guests suffered serious burns.
- supported: By the latest list six guests suffered serious burns in the fire while 26 suffered minor burns.
The kiosk sold 200 maps in June.
- supported: The kiosk sold 300 maps in May, while 200 were sold in June.

The list names 27 divers and five clerks.
- contradicted: The list names 27 clerks, five divers and a cook.
- supported: The list names 27 divers, five clerks and a cook.
The tug was on the last leg of its tour.
- contradicted: The tug Odo was on the first leg of a tour around the lake when she struck a rock.
- supported: The tug Odo was on the last leg of a tour around the lake when she struck a rock.

# whose it is
The Reeds had 49%.
- contradicted: With nearly all votes counted, Harbour had 49%, with the opposition Reeds on 27%.
- supported: With nearly all votes counted, the Reeds had 49%, with Harbour on 27%.
Harbour was expected to win 35 seats.
- contradicted: Harbour was expected to win 64 of the 120 seats in the council, and Reeds, 35.
- not-enough-information: Reeds was expected to win 35 of the 120 seats in the council.
Ida Falk won the vote.
- not-enough-information: Mayor Nils Orr has won the vote in Lund.
- supported: Ida Falk spoke to the crowd. She has won the vote in Lund.
In May the barge was towed to Ulm.
- contradicted: In May the barge was pumped dry and towed 300 km to her home port of Graz.
- supported: In May the barge was pumped dry and towed 300 km to her home port of Ulm.
The ruling was published on Thursday.
- contradicted: The text of the ruling, in Lind's own words, was published on Tuesday.
In May the tug was towed to Ulm.
- contradicted: In May, the tug was pumped dry with pumps (hand pumps) from shore, and was towed 300km (200miles) to her home port of Graz.
In May the barge was towed to Peru.
- not-enough-information: In May the barge was pumped dry and towed 300 km to her home port of Tacna.
Veltra is buying Morrow.
- contradicted: Today Morrow announced plans to acquire the small brewer Veltra for 26 million.
- supported: Today Veltra announced plans to acquire the small brewer Morrow for 26 million.
Ida Falk is the CEO of Veltra.
- contradicted: Morrow CEO Ida Falk said that little would change.
- supported: Veltra CEO Ida Falk said that little would change.

The fire killed more than 1,000 people.
- contradicted: A fire swept Lund, killing at least 231 people and injuring more than 1,000, the radio said.
- supported: A fire swept Lund, killing more than 1,000 people and injuring 231, the radio said.
The net cost is 22 million.
- contradicted: The full cost is 22 million, though the net cost is 19 million.
- supported: The net cost is 22 million, though the full cost is 24 million.
Falk is the sixth coach to win it.
- contradicted: It was the sixth title for Lund, and Falk is the third coach to win it.
- supported: It was the third title for Lund, and Falk is the sixth coach to win it.
The fire broke out at 5:55pm.
- contradicted: The fire, which broke out at 5.55 a.m., burned for hours.
- supported: The fire, which broke out at 5:55 p.m., burned for hours.
The brewer expects a loss in the second half of its year.
- supported: Profits fell in the first half of the year, and the brewer expects a loss in the second half of its year.

# nobody and nothing
Lind Harbour Works faced criminal charges.
- contradicted: Despite harsh words, the yard and its parent company, Lind Harbour Works, did not face criminal charges.
The mayor said that nobody was drowned.
- contradicted: The mayor said that four people were drowned, with the port giving the same number.
No one was missing, the port said.
- contradicted: Port clerks said men were still missing as divers went down.
Nobody was missing.
- supported: Nobody was missing by the evening, the port said.
The crew of the tug could not finish the work.
- contradicted: Bad weather held up the work, but divers and the crew of the tug (COT) finished the work.

# an office and who holds it
Ida Falk is the district judge.
- contradicted: Harbour master Ida Falk said the crane fell, with district judge Nils Orr giving the same account.
Nils Orr is the district judge.
- supported: Harbour master Ida Falk said the crane fell, with district judge Nils Orr giving the same account.
Ida Falk, the interior minister, promised help.
- contradicted: Ida Falk, Peru's railways minister, promised help to those hurt.
- supported: Interior minister Ida Falk promised help.
Ida Falk, the minister, promised help.
- supported: Ida Falk, Peru's railways minister, promised help to those hurt.
Ida Falk is the president of the guild.
- not-enough-information: Ida Falk, the guild's vice president, spoke.
"""  # noqa: E501 - sentences are as long as they are


def _cases(table: str) -> Iterator[tuple[str, str, str]]:
    """Statement, source, verdict, line by line."""
    statement = ""
    for line in table.splitlines():
        if line.startswith("- "):
            verdict, _, source = line[2:].partition(": ")
            yield statement, source, verdict
        elif not line.startswith("# "):
            statement = line


@pytest.mark.parametrize(("statement", "source", "verdict"), [*_cases(RULES)])
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


RACE = (
    "Ida Falk won the first heat. She set a record in it. Nils Orr won the final by a length. "
    "The guild paid for the cup."
)


@pytest.mark.parametrize(
    ("statement", "verdict"),
    [
        ("Nils Orr won the final by a length.", SUPPORTED),
        ("Ida Falk won the final by a length.", OPEN),
    ],
)
def test_a_sentence_among_many_names_whom_the_statement_names(statement: str, verdict: str) -> None:
    assert judge(statement, RACE).verdict == verdict


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
