"""Whether two numbers count one thing: a table of sentence pairs with the signs that speak for it."""

from __future__ import annotations

import golden
import pytest

from scripts.comparing.differences.counted_things import kinship, rate
from scripts.comparing.differences.difference import ClaimPair
from scripts.reading.details.quantities import Quantity

# What each sign weighs; two numbers may count one thing where the signs weigh 2.
COUNTED, MEASURED, PLACE, FIGURES, HARDLY, ALONE, VERB, NEAR = 1.2, 0.8, 0.5, 0.7, 0.8, 0.7, 0.5, 1.0
NONE = 0.0

# Two sentences and what the first number of either weighs as one thing.
CASES: list[tuple[str, str, float]] = [
    # Nearly the same words: what is counted, what stands around, the same figures of another magnitude.
    ("The flood killed 40 people in Lund on Sunday night.",
     "The flood killed 50 people in Lund on Sunday night.", COUNTED + 5 * PLACE + NEAR),
    ("The flood killed 40 people in Lund.", "The flood injured 50 people in Lund.",
     0.0),
    ("The mine near Lund is 40 metres deep.", "The mine near Lund is 60 metres deep.",
     COUNTED + MEASURED + 4 * PLACE + ALONE + VERB + NEAR),
    ("The mine near Lund is 40 metres deep, and 90 metres wide.",
     "The mine near Lund is 60 metres deep, and 90 metres wide.", COUNTED + MEASURED + 7 * PLACE + NEAR),
    ("Lund will spend 40 million euros on the port.", "Lund will spend 40 billion euros on the port.",
     MEASURED + 3 * PLACE + FIGURES + ALONE + VERB + NEAR),
    ("Lund sold 1,300 ships to Oslo.", "Lund sold 130 ships to Oslo.",
     COUNTED + 4 * PLACE + FIGURES + NEAR),
    ("Lund sold 120 ships to Oslo.", "Lund sold 12 ships to Oslo.", COUNTED + 4 * PLACE + FIGURES + NEAR),
    ("Lund sold 12 ships to Oslo.", "Lund sold 120 ships to Oslo.", COUNTED + 4 * PLACE + NEAR),
    # Two things are counted, two dimensions measured, one is a place in an order or the whole of the other.
    ("The flood killed 40 people in Lund.", "The flood drowned 40 cattle in Lund.", NONE),
    ("In May the flood killed 40 people in the old stone town of Lund on the north coast road.",
     "In May the flood killed 50 cattle in the old stone town of Lund on the north coast road.", 1 + 2 / 3),
    ("The mine near Lund is 40 metres deep.", "The mine near Lund is 40 hours away.", 2.5),
    ("The mine near Lund is 40 metres deep.", "The mine near Lund is 50 hours away.", NONE),
    ("It was the 40th mine near Lund.", "It was 40 mines near Lund.", NONE),
    ("Six of the ten boats sank near Lund.", "Ten boats sank near Lund.",
     COUNTED + 2 * PLACE + NEAR),
    # Loosely alike: whose number it is.
    ("Lund: Adoh won 31 seats in the new council.", "After a recount, Adoh held 30 seats in the council.",
     COUNTED + 3 * PLACE),
    ("Lund: Adoh won 31 seats in the new council.", "After a recount, Agbo held 30 seats in the council.",
     NONE),
    ("The council of Lund, where Adoh won 31 seats, met.",
     "After a recount the list held 30 seats in that council.", COUNTED + PLACE),
    ("The council of Lund, where Adoh won 31 seats, met.",
     "After a recount the list held 30 seats, not of Adoh, in that council.", NONE),
    ("A list won 31 seats in the new council of Lund.",
     "After a recount some list held 30 seats in the council.", COUNTED + 3 * PLACE),
    ("A list won 31 seats in the new council of Lund.",
     "After a recount some list held 30 seats in the council of 90 seats.", NONE),
    # Whose it is ends with the clause; days, months and titles have no numbers.
    *((f"Lund: Adoh slept {joint} lists won 31 seats in the new council.",
       "After a recount, lists held 30 seats in that council, but not Adoh.", COUNTED + 3 * PLACE)
      for joint in ("while", "and", "but", "whereas")),
    ("Lund: Adoh slept as lists won 31 seats in the new council.",
     "After a recount, lists held 30 seats in that council, but not Adoh.", NONE),
    ("Lund: on Monday lists won 31 seats in the new council.",
     "After a recount, lists held 30 seats in that council on Monday.", COUNTED + 3 * PLACE),
    ("Lund: in March lists won 31 seats in the new council.",
     "After a recount, lists held 30 seats in that council in March.", COUNTED + 3 * PLACE),
    ("Lund: the President won 31 seats in the new council.",
     "After a recount, lists held 30 seats in that council of the President.", COUNTED + 2 * PLACE),
    # The price of all and the price of a share; large counts hardly apart.
    ("The tug was sold in Lund for $196 a share.", "The tug was sold in Lund for $96 each.", NONE),
    ("The tug was sold in Lund for $196 a share.", "The tug was sold in Lund for $96 a share.",
     MEASURED + 3 * PLACE + ALONE + VERB + NEAR),
    ("Crews of Lund towed 40 boats and ships.", "Crews of Lund towed 50 ships and boats.",
     COUNTED + 5 * PLACE + NEAR),
    ("The fleet has 5,120 men of Lund.", "The fleet has 5,130 men of Lund.",
     COUNTED + 3 * PLACE + HARDLY + NEAR),
    ("The fleet has 90 men of Lund.", "The fleet has 91 men of Lund.", COUNTED + 3 * PLACE + NEAR),
    # When it was so.
    ("On 3 May 2018 a fire in Lund killed 85 people.",
     "The fire that gutted Lund left 80 people dead.", COUNTED + 4 * PLACE),
    ("On 3 May 2018 a fire in Lund killed 85 people.",
     "On 4 May 2019 the fire that gutted Lund left 80 people dead.", NONE),
    ("In 2018 a fire in Lund killed 85 people in all.",
     "The fire that gutted Lund and its old port left 80 people dead.", NONE),
    ("In the storm of 1960, 61 people died in Lund.", "A fire in Lund killed 85 people in 2018.", NONE),
    # What is told of it: two tolls, two acts that took time, what one has and another has, what is hoped.
    ("Four people survived the crash of a bus near Lund.",
     "In the crash of that bus sixty people died, police said.", NONE),
    ("Four people died in the crash of a bus near Lund.",
     "In the crash of that bus sixty people died, police said.", COUNTED + 3 * PLACE),
    ("The runner from Lund was slowed by a hill 40 metres high.",
     "In Lund a runner fell from a roof 12 metres high.", NONE),
    ("The trial in Lund lasted 40 days in all.", "Lawyers said the trial in Lund was 12 days long.",
     MEASURED + 2 * PLACE + ALONE),
    ("The trial in Lund lasted 40 days in all.",
     "Heavy rain, lawyers said, delayed a trial in Lund by 12 days.", NONE),
    ("The pit employs 40 people in Lund.",
     "The firm, which owns that pit and others, employs 3,000 people in Oslo.", COUNTED + 3 * PLACE),
    ("The pit near Lund employs 40 people.", "The firm employs 3,000 people in Oslo and at the pit.", NONE),
    ("A poll expects the party of Lund to win 29 seats.",
     "The party of Lund won 31 seats after a long recount.", NONE),
    # Nothing else is shared.
    ("Rain flooded 40 houses in all.", "Fire burned 90 houses last week.", NONE),
    ("Rain flooded 40 houses near Lund.", "Fire burned 90 houses around Lund last week.",
     COUNTED + 2 * PLACE),
    # Measured alone, or beside another measure.
    ("The rise of 3 percent in fares annoyed crews last week.", "Fares, crews said, grew by 4 percent.",
     MEASURED + 3 * PLACE + ALONE),
    ("The rise of 3 percent in fares annoyed 20 percent of crews.", "Fares, crews said, grew by 4 percent.",
     MEASURED + 2 * PLACE),
    ("The rise of 3 percent in fares annoyed crews.", "Crews said they saw no reason for it: 4 percent.",
     MEASURED + ALONE),
]  # fmt: skip


@pytest.mark.parametrize(("left", "right", "expected"), CASES)
def test_the_signs_that_two_numbers_count_one_thing(left: str, right: str, expected: float) -> None:
    aligned = golden.aligned(left, right)
    assert aligned is not None
    pair = ClaimPair(aligned)
    ours, theirs = pair.left.of(Quantity)[0], pair.right.of(Quantity)[0]
    assert kinship(pair, ours, theirs) == pytest.approx(expected)


RATES = [
    ("The tug cost $196 a share in Lund.", "share"),
    ("Fares are 9 euros an hour.", "hour"),
    ("Fares are 9 euros per trip.", "trip"),
    ("Fares are 9 euros old coins per trip.", "trip"),
    ("Fares are 9 euros old good red coins per trip.", ""),  # too far off
    ("The tugs cost $196 each in Lund.", "piece"),
    ("The tugs cost $196 apiece.", "piece"),
    ("The tugs cost $196, each of them red.", ""),
    ("The tug cost $196 in each port.", ""),
    ("The tug sails 50 miles per hour.", "hour"),
    ("The tug sails 50 miles a day.", ""),
    ("The tug cost $196 per", ""),
    ("The tug cost $196 a", ""),
]


@pytest.mark.parametrize(("text", "expected"), RATES)
def test_what_a_number_is_given_for_each_of(text: str, expected: str) -> None:
    aligned = golden.aligned(text, text)
    assert aligned is not None
    assert rate(aligned.left.words, aligned.left.of(Quantity)[0]) == expected
