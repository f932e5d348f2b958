"""A judgment fails if the findings differ from what its author expected; authored text stays plain."""

from __future__ import annotations

import pytest

from scripts import exhibits
from scripts.exhibits.ledger import finding_labels
from scripts.ground.faults import Fault
from scripts.report import Report


@pytest.fixture(scope="module")
def minister(real: Report) -> str:
    """The finding on the ROK Minister of National Defense."""
    labels = finding_labels(real, kind="office-holder")
    return next(label for label in labels if real.finding(label).discrepancy.slot == "kr-defense-minister")


@pytest.fixture(scope="module")
def austin(real: Report) -> str:
    """The finding on Austin under two offices: one reading of A confirmed, one refuted."""
    return finding_labels(real, kind="two-offices")[0]


@pytest.mark.parametrize(
    "expected",
    ["conflicts; A confirmed; B refuted", "conflicts; B refuted; A confirmed", "conflicts; A any; B refuted"],
)
def test_a_judgment_that_holds(real: Report, minister: str, expected: str) -> None:
    shown = exhibits.judgment(real, "B is *wrong*.", {minister: expected})
    assert str(shown.markup).startswith('<p class="judgment">B is <em>wrong</em>. ')
    assert f'href="ledger.html#finding-{minister.lower()}"' in shown.markup
    assert 'href="reference.html#cite-' in shown.markup


@pytest.mark.parametrize(
    ("expected", "problem"),
    [
        ("differs; A confirmed; B refuted", "expected relation `differs`"),
        ("conflicts; A refuted; B refuted", "expected `A refuted`"),
        ("conflicts; A confirmed; B confirmed", "expected `B confirmed`"),
        ("conflicts; A confirmed", "says nothing of B"),
        ("conflicts; A confirmed; B refuted; C any", "expected a reading of C"),
        ("conflicts; A confirmed, refuted; B refuted", "expected `A confirmed, refuted`"),
        ("conflicts; A true; B refuted", "`A true` names no standing"),
        ("contradicts; A confirmed; B refuted", "`contradicts` is no relation"),
        ("", "`` is no relation"),
    ],
)
def test_a_judgment_that_does_not_hold(real: Report, minister: str, expected: str, problem: str) -> None:
    with pytest.raises(Fault) as caught:
        exhibits.judgment(real, "B is wrong.", {minister: expected})
    told = str(caught.value)
    assert problem in told
    assert f": {minister}: " in told
    assert "the engine now says `conflicts; A confirmed; B refuted`" in told
    assert "B is wrong." in told


def test_several_readings_of_one_account(real: Report, austin: str) -> None:
    exhibits.judgment(real, "One of the two is wrong.", {austin: "conflicts; A confirmed, refuted"})
    with pytest.raises(Fault, match="expected `A refuted`"):
        exhibits.judgment(real, "One of the two is wrong.", {austin: "conflicts; A refuted"})


def test_a_judgment_needs_findings_that_exist(real: Report) -> None:
    with pytest.raises(Fault, match="rests on no finding"):
        exhibits.judgment(real, "It is so.", {})
    with pytest.raises(Fault, match="no such finding"):
        exhibits.judgment(real, "It is so.", {"F9999": "agrees"})


def test_citations_must_exist(real: Report, minister: str) -> None:
    with pytest.raises(Fault, match="no such citation"):
        exhibits.statement(real, "It is so.", ["no_such_key"])
    with pytest.raises(Fault, match="no such citation"):
        exhibits.judgment(real, "So.", {minister: "conflicts; A any; B any"}, ["no_such_key"])
    shown = exhibits.statement(real, "It is so.", ["scm56_a"])
    assert 'href="reference.html#cite-scm56_a"' in shown.markup
    assert shown.plain == "It is so. [scm56_a]"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("plain", "plain"),
        ("*one* and **two**", "<em>one</em> and <strong>two</strong>"),
        ("**a *b* c**", "<strong>a <em>b</em> c</strong>"),
        ("2 * 3 * 4", "2 * 3 * 4"),
        ("<b>x</b> & “y”", "&lt;b&gt;x&lt;/b&gt; &amp; “y”"),
        ("[x](y) `z` $1$ {role}`a`", "[x](y) `z` $1$ {role}`a`"),
        ("*<i>*", "<em>&lt;i&gt;</em>"),
        ("an F-35, the Covid-19 year", "an F-35, the Covid-19 year"),
    ],
)
def test_markup_of_authored_text(real: Report, text: str, expected: str) -> None:
    assert exhibits.sentence(real, text).markup == f"<p>{expected}</p>"


def test_labels_become_links(real: Report, minister: str) -> None:
    shown = exhibits.sentence(real, f"See {minister} and A-1.")
    assert f'<a class="finding" href="ledger.html#finding-{minister.lower()}">{minister}</a>' in shown.markup
    assert 'href="claims.html#claim-a-1"' in shown.markup
    assert shown.plain == f"See {minister} and A-1."
    for label in ("F9999", "A-999"):
        with pytest.raises(Fault, match="no such"):
            exhibits.sentence(real, f"See {label}.")


def test_words_of_an_account(real: Report, minister: str) -> None:
    text = f"A has {exhibits.quote(real, minister, 'A')}, then {exhibits.quote(real, minister, 'A', 2)}."
    shown = exhibits.sentence(real, text)
    assert '<q class="account-quote mark-a">Minister Kim</q>' in shown.markup
    assert (
        shown.plain
        == "A has “Secretary of National Defense of Republic of Korea Kim Yong Hyun”, then “Minister Kim”."
    )
    with pytest.raises(Fault, match="has no reading 3"):
        exhibits.quote(real, minister, "A", 3)
    with pytest.raises(Fault, match="has no reading 1"):
        exhibits.quote(real, minister, "C")


def test_words_inside_emphasis(real: Report, minister: str) -> None:
    shown = exhibits.sentence(real, f"It says *only {exhibits.quote(real, minister, 'A', 2)} here*.")
    assert (
        shown.markup == '<p>It says <em>only <q class="account-quote mark-a">Minister Kim</q> here</em>.</p>'
    )


def test_a_forged_mark_is_only_text(real: Report) -> None:
    assert "‹U+E000›" in exhibits.sentence(real, "\ue000").markup
