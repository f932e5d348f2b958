"""Findings on a terminal: both sentences whole with the words at issue marked, the gravest first."""

from __future__ import annotations

from typing import Any

from scripts.report.text_for_terminals import as_text


def reading(source: str, quote: str, sentence: str, start: int = 0) -> dict[str, Any]:
    return {
        "source": source, "claim": "", "quote": quote, "start": start, "end": start + len(quote),
        "value": quote, "sentence": sentence, "standing": "not checked", "citation": [], "note": "",
        "searched": [], "page": None, "order_unsure": False,
    }  # fmt: skip


def row(label: str, relation: str, *readings: dict[str, Any], why: str = "") -> dict[str, Any]:
    return {
        "id": label, "identity": label, "type": "number", "relation": relation, "materiality": "material",
        "pillar": "", "slot": "number", "readings": list(readings), "rationale": why,
        "nearest": None,
    }  # fmt: skip


TWO = reading("A", "two", "The blast killed two miners.", 17)
THREE = reading("B", "three", "The blast killed three miners.", 17)


def test_both_sentences_are_shown_with_the_words_at_issue_marked() -> None:
    told = as_text([row("n1", "conflicts", TWO, THREE, why="A: “two”. B: “three”.")])
    assert told.splitlines() == [
        "n1  CONFLICTS  number  [material]",
        "    A 17-20        The blast killed [two] miners.",
        "    B 17-22        The blast killed [three] miners.",
    ]


def test_a_reason_that_says_more_than_the_marks_is_printed() -> None:
    assert "    No number satisfies both." in as_text(
        [row("n1", "conflicts", TWO, THREE, why="No number satisfies both.")]
    )


def test_several_words_of_one_sentence_are_marked_in_it_once() -> None:
    blast = reading("A", "blast", TWO["sentence"], 4)
    told = as_text([row("n1", "differs", blast, TWO, THREE)])
    assert told.count("The [blast] killed [two] miners.") == 1


def test_what_one_account_has_and_what_is_agreed_take_a_line_each() -> None:
    told = as_text([row("n2", "only in one source", TWO), row("n3", "agrees", TWO, THREE)])
    assert told.split("\n\n") == [
        "n2  only in one source: A “The blast killed two miners.”",
        "n3  agrees: A, B “The blast killed two miners.”\n",
    ]


def test_a_claim_alone_is_not_paired_where_something_comes_near_and_words_alone_are_marked() -> None:
    claim = {**row("n1", "only in one source", TWO), "slot": "claim, not in B"}
    near = {**claim, "id": "n2", "nearest": {"source": "B", "sentence": THREE["sentence"]}}
    words = {**row("n3", "only in one source", TWO), "slot": "words of a claim"}
    other = {**TWO, "sentence": "The blast killed two cows."}
    told = as_text([claim, near, {**words, "readings": [other]}])
    assert told.splitlines() == [
        "n1  no counterpart recognised: A “The blast killed two miners.”",
        "n2  not paired: A “The blast killed two miners.”",
        "        nearest in B: “The blast killed three miners.”",
        "n3  only in one source: A The blast killed [two] cows.",
    ]


def test_of_what_could_not_be_judged_the_best_leads_come_first_and_the_rest_is_counted() -> None:
    plain = [row(f"n{k}", "undetermined", reading("A", f"some {'long ' * k}words", "")) for k in range(1, 13)]
    named = row("n20", "undetermined", reading("A", "in 1998", ""))
    told = as_text([*plain, named], leads=10)
    assert told.startswith("n20")
    assert told.count("UNDETERMINED") == 10
    assert told.endswith("3 more could not be judged (--only undetermined prints them)\n")
    assert as_text([*plain, named]).count("UNDETERMINED") == 13
