"""Verbs: base, past, participle, gerund, third person."""

from __future__ import annotations

import re

import pytest

from scripts import english
from tests.english.tables import read

CONJUGATIONS = """
accept accepted accepted accepting accepts
admit admitted admitted admitting admits
agree agreed agreed agreeing agrees
allow allowed allowed allowing allows
apply applied applied applying applies
be was been being is
become became become becoming becomes
begin began begun beginning begins
ban banned banned banning bans
benefit benefited benefited benefiting benefits
bring brought brought bringing brings
build built built building builds
choose chose chosen choosing chooses
commit committed committed committing commits
condemn condemned condemned condemning condemns
conduct conducted conducted conducting conducts
cut cut cut cutting cuts
defer deferred deferred deferring defers
deny denied denied denying denies
deploy deployed deployed deploying deploys
develop developed developed developing develops
die died died dying dies
do did done doing does
drop dropped dropped dropping drops
enter entered entered entering enters
equip equipped equipped equipping equips
fall fell fallen falling falls
fight fought fought fighting fights
fix fixed fixed fixing fixes
flee fled fled fleeing flees
fly flew flown flying flies
focus focused focused focusing focuses
free freed freed freeing frees
go went gone going goes
have had had having has
hit hit hit hitting hits
hold held held holding holds
launch launched launched launching launches
lead led led leading leads
lose lost lost losing loses
make made made making makes
occur occurred occurred occurring occurs
offer offered offered offering offers
oversee oversaw overseen overseeing oversees
panic panicked panicked panicking panics
pay paid paid paying pays
permit permitted permitted permitting permits
plan planned planned planning plans
quit quit quit quitting quits
refer referred referred referring refers
rise rose risen rising rises
see saw seen seeing sees
seek sought sought seeking seeks
set set set setting sets
show showed shown showing shows
speak spoke spoken speaking speaks
stop stopped stopped stopping stops
strengthen strengthened strengthened strengthening strengthens
strike struck struck striking strikes
target targeted targeted targeting targets
tie tied tied tying ties
travel traveled traveled traveling travels
undertake undertook undertaken undertaking undertakes
visit visited visited visiting visits
withdraw withdrew withdrawn withdrawing withdraws
write wrote written writing writes
"""


@pytest.mark.parametrize("line", CONJUGATIONS.strip().splitlines(), ids=lambda line: line.split()[0])
def test_verbs_conjugate(line: str) -> None:
    base, past, participle, gerund, third = line.split()
    found = english.verb(base)
    assert found is not None
    assert [found.past[0], found.participle[0], found.gerund, found.third] == line.split()[1:]
    for form, name in ((past, "past"), (participle, "participle"), (gerund, "gerund"), (third, "third")):
        assert name in english.verb_forms(form)[base]
    assert english.is_base_verb(base)


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("found", ("find", {"past", "participle"})),
        ("Founded", ("found", {"past", "participle"})),
        ("travelling", ("travel", {"gerund"})),
        ("modernises", ("modernize", {"third"})),
        ("Strengthen", ("strengthen", {"base"})),
        ("cut", ("cut", {"base", "past", "participle"})),
        ("table", ("table", {"base"})),
        ("window", None),
        ("quickly", None),
        ("the", None),
        ("", None),
    ],
)
def test_verb_form(word: str, expected: tuple[str, set[str]] | None) -> None:
    assert english.verb_form(word) == expected


@pytest.mark.parametrize("word", ["strengthening", "agreed", "committee", "Seoul", "", "of"])
def test_no_base_verb(word: str) -> None:
    assert not english.is_base_verb(word)


def test_irregular_rows_only_where_irregular() -> None:
    _, body = read("verbs.csv")
    assert len(body) > 1500
    for base, past, participle in body:
        assert bool(past) == bool(participle), base
        assert re.fullmatch(r"[a-z-]+", base)
