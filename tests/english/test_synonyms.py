"""Words of like meaning, and words that are not."""

from __future__ import annotations

import pytest

from scripts import english


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("expanded", "extended"),
        ("extensive", "broader"),
        ("wider", "enlarged"),
        ("began", "commenced"),
        ("purchased", "bought"),
        ("annual", "yearly"),
        ("ironclad", "unwavering"),
        ("soared", "rose"),
        ("stressed", "emphasized"),
        ("earthquake", "quake"),
        ("company", "firm"),
        ("postponed", "delayed"),
        ("jailed", "imprisoned"),
        ("improving", "enhanced"),
        ("verdict", "ruling"),
        ("nearly", "almost"),
        ("cooperation", "collaborative"),
        ("truce", "ceasefire"),
        ("unmanned", "uncrewed"),
        ("aircraft", "plane"),
        ("roughly", "about"),
        ("resigned", "quit"),
        ("murder", "murders"),
        ("deadly", "fatal"),
        ("participated", "take part"),
        ("synchronized", "coordinate"),
        ("physician", "doctors"),
    ],
)
def test_synonyms(one: str, other: str) -> None:
    assert english.synonymous(one, other)
    assert english.synonymous(other, one)
    assert not english.opposite(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("rose", "fell"),
        ("minister", "secretary"),
        ("missile", "table"),
        ("advisory", "consultative"),
        ("foreign", "economic"),
        ("epidemic", "pandemic"),
        ("safety", "security"),
        ("autonomous", "unmanned"),
        ("discussed", "agreed"),
        ("joint", "combined"),
        ("army", "navy"),
        ("river", "mountain"),
        ("allow", "prevent"),
        ("president", "governor"),
        ("treaty", "framework"),
    ],
)
def test_words_that_are_no_synonyms(one: str, other: str) -> None:
    assert not english.synonymous(one, other)
