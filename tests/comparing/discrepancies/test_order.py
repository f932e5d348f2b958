"""The ledger as a whole: which rules speak in which order, and what is left over at the end."""

from __future__ import annotations

from written import pair, single

from scripts.comparing import discrepancies
from scripts.comparing.discrepancies.discrepancy import MATERIALITIES, RELATIONS, passage_reading

LEFT = (
    "The harbour of Arica bought 12 cranes. Nurses of Quito refused to sleep. "
    "Peru and Chile praised their crews and us."
)
RIGHT = "The harbour of Arica bought 14 cranes. Nurses of Quito saw old cranes of a harbour at noon."


def test_across_follows_the_order_of_the_rules_and_ends_with_what_is_left_over() -> None:
    told = [(d.type, d.relation) for d in discrepancies.across(pair(LEFT, RIGHT), every_word=False)]
    assert told == [
        ("only-in-one", "only in one source"),
        ("number", "conflicts"),
        ("same-subject", "undetermined"),
    ]


def test_words_of_no_kind_are_rows_where_every_word_is_told() -> None:
    told = [(d.type, d.relation) for d in discrepancies.across(pair(LEFT, RIGHT))]
    assert told == [
        ("only-in-one", "only in one source"),
        ("number", "conflicts"),
        ("wording", "differs"),
    ]


def test_what_is_wrong_within_one_account_is_told_of_it_alone() -> None:
    (found,) = discrepancies.within(single(LEFT, "A"))
    assert (found.type, found.sources) == ("person-shift", ("A",))


def test_conflicts_stand_first_then_what_matters_more() -> None:
    found = sorted(discrepancies.across(pair(LEFT, RIGHT)), key=discrepancies.rank)
    assert [discrepancies.rank(d) for d in found] == [
        (RELATIONS.index(d.relation), MATERIALITIES.index(d.materiality)) for d in found
    ]
    assert discrepancies.rank(found[0]) == (0, 0)


def test_for_those_who_look_for_conflicts_first_stands_what_may_be_one() -> None:
    left = "The mayor of Orne may open the new bridge on Friday. The sirens sounded before the wave came."
    right = "The mayor of Orne will open the new bridge on Friday. The sirens sounded after the wave came."
    found = [d for d in discrepancies.across(pair(left, right)) if d.relation == "differs"]
    assert [d.type for d in sorted(found, key=discrepancies.rank)] == ["firmness", "bound"]
    assert [d.type for d in sorted(found, key=discrepancies.rank_of_leads)] == ["bound", "firmness"]


def test_a_finding_has_the_first_reading_of_each_source() -> None:
    both = pair(LEFT, RIGHT)
    found = next(d for d in discrepancies.across(both) if d.type == "number")
    for siglum, quote in (("L", "12"), ("R", "14")):
        reading = found.reading(siglum)
        assert reading is not None
        assert (reading.quote, reading.source) == (quote, siglum)
        assert both.single(siglum).siglum == siglum
    assert found.reading("X") is None


def test_a_passage_without_a_claim_has_readings_too() -> None:
    passage = single("Rain fell. Harbour cranes turned.", "A").account.passages[1]
    reading = passage_reading(passage, passage.start + 8, passage.start + 14)
    assert (reading.source, reading.quote, reading.value, reading.claim) == ("A", "cranes", "cranes", None)
    assert (reading.start, reading.end) == (19, 25)
