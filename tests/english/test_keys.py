"""The forms and spellings of a word have one key; two words have two."""

from __future__ import annotations

import pytest

from scripts import english


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("modernising", "modernizing"),
        ("modernisation", "modernize"),
        ("organisations", "organization"),
        ("defence", "defense"),
        ("centres", "center"),
        ("labour", "labor"),
        ("programmes", "program"),
        ("neighbouring", "neighboring"),
        ("analysed", "analyze"),
        ("travelled", "traveling"),
        ("rose", "rises"),
        ("fell", "falling"),
        ("went", "go"),
        ("sought", "seeks"),
        ("men", "man"),
        ("women's", "woman"),
        ("children", "child"),
        ("crises", "crisis"),
        ("Agreed", "agrees"),
        ("Minister\u2019s", "ministers"),
        ("withdrew", "withdrawal"),
        ("production", "produces"),
        ("fulfilled", "fulfil"),
        ("favourite", "favorite"),
        ("authorised", "authorize"),
    ],
)
def test_one_key_for_one_word(one: str, other: str) -> None:
    assert english.key(one) == english.key(other)
    assert english.synonymous(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("several", "severe"),
        ("business", "busy"),
        ("important", "import"),
        ("university", "universal"),
        ("officer", "official"),
        ("majority", "major"),
        ("department", "depart"),
        ("experiment", "experience"),
        ("emergency", "emerge"),
        ("critical", "criticise"),
        ("conventional", "convention"),
        ("manned", "man"),
        ("positive", "position"),
        ("designated", "design"),
        ("consistent", "consist"),
        ("product", "productive"),
        ("mineral", "miner"),
        ("likely", "like"),
        ("candidate", "candid"),
        ("premiere", "premier"),
        ("subsided", "subsidised"),
        ("vacation", "vacate"),
        ("underlying", "under"),
    ],
)
def test_two_words_keep_two_keys(one: str, other: str) -> None:
    assert english.key(one) != english.key(other)


def test_a_past_form_that_is_a_word_of_its_own_has_two_keys() -> None:
    assert english.keys("left") == {english.key("left"), english.key("leave")}
    assert english.opposite("left", "right")
    assert english.opposite("left", "remained")
    assert english.key("take part") == f"{english.key('take')} {english.key('part')}"
