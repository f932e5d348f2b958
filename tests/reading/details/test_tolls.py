"""Tolls: a table of sentences and what they count."""

from __future__ import annotations

import pytest

from scripts.reading.details.quantities import quantities
from scripts.reading.details.tolls import tolls
from scripts.reading.words import words

CASES: list[tuple[str, list[tuple[str, float]]]] = [
    ("The crash killed at least 12 people and injured 30.", [("deaths", 12), ("injured", 30)]),
    ("Two people were killed and three were injured in the crash.", [("deaths", 2), ("injured", 3)]),
    ("Fourteen people died when the ferry sank; nine are missing.", [("deaths", 14), ("missing", 9)]),
    ("One person has died and two firefighters have been hurt.", [("deaths", 1), ("injured", 2)]),
    ("The death toll from the quake rose to 80.", [("deaths", 80)]),
    ("The blaze has already claimed 36 lives.", [("deaths", 36)]),
    ("The new sirens have saved 36 lives.", []),
    ("Fatalities: 0", [("deaths", 0)]),
    ("No deaths were reported, and nobody was hurt.", [("deaths", 0), ("injured", 0)]),
    ("The storm left 12 dead and 30 injured.", [("deaths", 12), ("injured", 30)]),
    ("A car bomb left 7 people dead, including 3 children.", [("deaths", 7)]),
    ("Three of the dead were children.", []),
    ("Six workers are presumed dead.", []),
    ("Another quake could kill 300 people.", []),
    ("The police arrested 23 people.", [("arrests", 23)]),
    ("The police said 23 people had been detained.", [("arrests", 23)]),
    ("About 1,900 residents were told to leave.", []),
    ("The 12th death came on Monday.", []),
    ("Injuries: 3 minor; nobody was seriously hurt.", []),
    ("Only four people survived so far.", [("survivors", 4)]),
    ("A man of 34 died in hospital.", []),
    ("A total of 34 deaths was counted.", [("deaths", 34)]),
    ("The ferry sank with the loss of 34 lives.", [("deaths", 34)]),
    ("A service honoured the 32 people who died that night.", [("deaths", 32)]),
    ("A service honoured the 32 nurses who died that night.", []),  # others may have died as well
    ("The crew, which gave the latest death toll, also said 23 people had been sent home.", []),
    ("The two halls caused 115 and 18 deaths respectively.", []),  # parts of a sum
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_tolls(text: str, expected: list[tuple[str, float]]) -> None:
    assert [(t.of, t.quantity.value) for t in tolls(words(text), quantities(text))] == expected


MORE: list[tuple[str, list[tuple[str, float]]]] = [
    ("The storm killed 12 people.", [("deaths", 12.0)]),
    ("Twelve people were killed by the storm.", [("deaths", 12.0)]),
    ("12 dead, 30 injured", [("deaths", 12.0), ("injured", 30.0)]),
    ("At least 12 died and 30 were hurt.", [("deaths", 12.0), ("injured", 30.0)]),
    ("12 killed", [("deaths", 12.0)]),
    ("The toll rose to 12.", [("deaths", 12.0)]),
    ("The toll stood at 12 dead.", [("deaths", 12.0)]),
    ("It injured 30, killing 12.", [("injured", 30.0), ("deaths", 12.0)]),
    ("A total of 12 people have died.", [("deaths", 12.0)]),
    ("12 people lost their lives.", [("deaths", 12.0)]),
    ("Police arrested 12.", [("arrests", 12.0)]),
    ("12 arrests were made.", [("arrests", 12.0)]),
    ("12 are missing.", [("missing", 12.0)]),
    ("12 people went missing.", [("missing", 12.0)]),
    ("12 survivors were found.", [("survivors", 12.0)]),
    ("No one died.", [("deaths", 0.0)]),
    ("Nobody was hurt.", [("injured", 0.0)]),
    ("12 deaths and 30 injuries", [("deaths", 12.0), ("injured", 30.0)]),
    ("12 houses were destroyed.", []),
    ("The storm has killed 12.", [("deaths", 12.0)]),
    ("The storm killed at least 12.", [("deaths", 12.0)]),
    ("The storm killed as many as 12.", [("deaths", 12.0)]),
    ("The storm killed about another 12.", [("deaths", 12.0)]),
    ("The storm killed 12 and injured 30.", [("deaths", 12.0), ("injured", 30.0)]),
    ("Those killed 12.", [("deaths", 12.0)]),
    ("People injured 12.", []),
    ("who injured 12", []),
    ("It could kill 12.", []),
    ("It never killed 12.", []),
    ("Deaths: 12", [("deaths", 12.0)]),
    ("Injured: 30", [("injured", 30.0)]),
    ("The toll, he said, and 23 others.", []),
    ("The toll rose from 12.", []),
    ("The toll has risen to 12.", [("deaths", 12.0)]),
    ("The toll now stands at 12.", [("deaths", 12.0)]),
    ("The toll of boats crews said rose to 12.", []),
    ("The death toll was 12 on Monday.", [("deaths", 12.0)]),
    ("12 people who died", [("deaths", 12.0)]),
    ("12 people, killed", []),
    ("12 people after which died", []),
    ("12 possibly died", []),
    ("12 badly hurt", []),
    ("12 seriously injured", []),
    ("Two people suffered serious injuries.", []),
    ("Two people were taken away with grave injuries.", []),
    ("the loss of 12 lives", [("deaths", 12.0)]),
    ("a total of 12 lives lost", [("deaths", 12.0)]),
    ("It cost 12 lives.", [("deaths", 12.0)]),
    ("12 lives were lost.", [("deaths", 12.0)]),
    ("12 lives were saved.", []),
    ("12 lives began.", []),
    ("It took the lives of 12.", [("deaths", 12.0)]),
    ("A man of 34 died.", []),
    ("a total of 34 died", [("deaths", 34.0)]),
    ("the number of 34 dead", [("deaths", 34.0)]),
    ("one man died", [("deaths", 1.0)]),
    ("No one man died.", [("deaths", 0.0)]),
    ("one died", [("deaths", 1.0)]),
    ("one of the crew died", []),
    ("One by one they died.", []),
    ("None died.", [("deaths", 0.0)]),
    ("Nobody died.", [("deaths", 0.0)]),
    ("No crew died.", [("deaths", 0.0)]),
    ("no", []),
    ("115 and 18 deaths", []),
    ("115 or 18 deaths", []),
    ("12 red old boats of the crew died", []),
    ("12 red old boats of crews then died", []),
    ("The 12th died.", []),
    ("12 metres died", []),
    ("6 of the 12 died", []),
    ("12 died and no one was hurt", [("deaths", 12.0), ("injured", 0.0)]),
    ("12 arrested", [("arrests", 12.0)]),
    ("12 were rescued", [("rescued", 12.0)]),
    ("12 survived", [("survivors", 12.0)]),
    ("12 were detained", [("arrests", 12.0)]),
    ("killed by 12", []),
]


@pytest.mark.parametrize(("text", "expected"), MORE)
def test_more_tolls(text: str, expected: list[tuple[str, float]]) -> None:
    assert [(t.of, t.quantity.value) for t in tolls(words(text), quantities(text))] == expected
