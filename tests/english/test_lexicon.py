"""Relations between words in the lexicon, and the errors for a missing or broken table."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest

from scripts.english import lexicon, lexicon_table
from scripts.ground.faults import Fault

SYNONYMS = [
    # word, other, part, rank
    ("buy", "purchase", "v", 0),
    ("car", "automobile", "n", 0),
    ("car", "car", "n", 0),
    ("big", "large", "a", 0),
    ("almost", "nearly", "r", 0),
    ("take place", "happen", "v", 0),
    ("allege", "say", "v", 1),
    ("bank", "depository financial institution", "n", None),  # three words: a term, left to a record
    ("rise", "fall", "v", None),
    ("buy", "purchase", "a", None),
    ("buy", "no such word", "v", None),
    ("paris", "city of light", "n", None),
]

CONTRARIES = [
    # paired by WordNet
    ("rise", "fall", "v"),
    ("heavy", "light", "a"),
    ("quickly", "slowly", "r"),
    ("victory", "defeat", "n"),
    ("alive", "dead", "a"),
    ("import", "export", "v"),
    # through a synonym
    ("diminish", "increase", "v"),
    ("start", "finish", "v"),
    # through the head of a satellite
    ("ponderous", "light", "a"),
    ("fast", "sluggish", "a"),
    # through what a verb is a kind of
    ("climb", "fall", "v"),
    ("accelerate", "delay", "v"),
    # through the words they derive from
    ("strength", "weakness", "n"),
    ("opening", "closure", "n"),
    ("rise", "fall", "n"),
]

NO_CONTRARIES = [
    ("heavy", "heavy", "a"),
    ("heavy", "weighty", "a"),
    ("big", "large", "a"),
    ("buy", "purchase", "v"),
    ("mayor", "governor", "n"),
    ("rise", "jump", "v"),
    ("red", "heavy", "a"),
    ("rise", "no such word", "v"),
]

SIBLINGS = [
    ("mayor", "governor", "n"),
    ("bus", "train", "n"),
    ("wheat", "barley", "n"),
    ("leg", "arm", "n"),
    ("murder", "manslaughter", "n"),
    ("spring", "autumn", "n"),
    ("gold", "silver", "n"),
    ("eat", "drink", "v"),
    ("red", "blue", "a"),
]

NO_SIBLINGS = [
    ("car", "automobile", "n"),  # synonyms
    ("beat", "defeat", "v"),  # one a kind of the other
    ("theft", "robbery", "n"),
    ("doctor", "bridge", "n"),  # nothing in common
    ("mayor", "mayor", "n"),
    ("big", "small", "a"),
    ("slowly", "quickly", "r"),
]

KINDS = [
    # word, broader, part, depth, steps
    ("robbery", "theft", "n", 4, 1),
    ("miner", "worker", "n", 4, 4),
    ("miner", "worker", "n", 3, None),
    ("treaty", "agreement", "n", 4, 2),
    ("announce", "say", "v", 4, 1),
    ("say", "announce", "v", 4, None),
    ("vehicle", "car", "n", 4, None),
    ("car", "automobile", "n", 4, None),
    ("red", "coloured", "a", 4, None),
]

ONE_ROOT = [
    ("arrive", "v", "arrival", "n"),
    ("quick", "a", "quickly", "r"),
    ("economic", "a", "economy", "n"),
    ("minister", "n", "ministerial", "a"),
    ("decide", "v", "decision", "n"),
    ("sell", "v", "sale", "n"),  # these by roots.csv
    ("strong", "a", "strength", "n"),
]

NOT_ONE_ROOT = [
    ("arrive", "v", "departure", "n"),
    ("general", "n", "generate", "v"),
    ("arrive", "v", "arrival", "v"),
    ("no such word", "v", "arrival", "n"),
]


@pytest.mark.parametrize(("word", "other", "part", "rank"), SYNONYMS)
def test_synonyms(word: str, other: str, part: str, rank: int | None) -> None:
    assert lexicon.synonyms(word, other, part) == rank
    assert lexicon.synonyms(other, word, part) == rank


@pytest.mark.parametrize(("word", "other", "part"), CONTRARIES)
def test_contraries(word: str, other: str, part: str) -> None:
    assert lexicon.antonyms(word, other, part)
    assert lexicon.antonyms(other, word, part)
    assert lexicon.synonyms(word, other, part) is None


@pytest.mark.parametrize(("word", "other", "part"), NO_CONTRARIES)
def test_no_contraries(word: str, other: str, part: str) -> None:
    assert not lexicon.antonyms(word, other, part)
    assert not lexicon.antonyms(other, word, part)


@pytest.mark.parametrize(("word", "other", "part"), SIBLINGS)
def test_siblings(word: str, other: str, part: str) -> None:
    assert lexicon.siblings(word, other, part)
    assert lexicon.siblings(other, word, part)


@pytest.mark.parametrize(("word", "other", "part"), NO_SIBLINGS)
def test_no_siblings(word: str, other: str, part: str) -> None:
    assert not lexicon.siblings(word, other, part)
    assert not lexicon.siblings(other, word, part)


def test_a_hypernym_that_is_too_general_joins_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    assert lexicon.siblings("mayor", "governor", "n")
    _forget()
    monkeypatch.setattr(lexicon, "BROADEST", {"n": 5})
    assert not lexicon.siblings("mayor", "governor", "n")
    _forget()


@pytest.mark.parametrize(("word", "broader", "part", "depth", "steps"), KINDS)
def test_kinds(word: str, broader: str, part: str, depth: int, steps: int | None) -> None:
    assert lexicon.kind_of(word, broader, part, depth) == steps


@pytest.mark.parametrize(("word", "part", "other", "other_part"), ONE_ROOT)
def test_one_root(word: str, part: str, other: str, other_part: str) -> None:
    assert lexicon.derived(word, part, other, other_part)
    assert lexicon.derived(other, other_part, word, part)


@pytest.mark.parametrize(("word", "part", "other", "other_part"), NOT_ONE_ROOT)
def test_not_one_root(word: str, part: str, other: str, other_part: str) -> None:
    assert not lexicon.derived(word, part, other, other_part)
    assert not lexicon.derived(other, other_part, word, part)


@pytest.mark.parametrize(
    ("verb", "other", "brings"),
    [("kill", "die", True), ("snore", "sleep", True), ("die", "kill", False), ("walk", "sleep", False)],
)
def test_entailment(verb: str, other: str, brings: bool) -> None:
    assert lexicon.entails(verb, other) is brings


def test_senses_stand_in_the_order_of_their_frequency() -> None:
    counts = [sense.count for sense in lexicon.senses("kill", "v")]
    assert counts[0] > 50
    assert counts == sorted(counts, reverse=True)


@pytest.mark.parametrize(
    "word", ["", "@00001740", "a\tb", "kill\nv", "\ud800", "zzzz", "\U0010ffff", "Paris"]
)
def test_what_is_no_word_of_the_table_has_no_senses(word: str) -> None:
    assert lexicon.senses(word, "n") == ()


def lines() -> Iterator[list[str]]:
    for line in lexicon_table.TABLE.read_text("utf-8").splitlines():
        yield line.split("\t")


def test_every_row_is_found_and_whole() -> None:
    """Sorted by their bytes, so that halving finds them; and what a row names is in the table."""
    keys = ["\t".join(cells[:2]).encode() for cells in lines()]
    assert all(one + b"\t" < other + b"\t" for one, other in pairwise(keys))
    filed = frozenset(keys)
    for cells in lines():
        word, part = cells[:2]
        if word.startswith("@"):
            assert len(cells) == 7, word
            named = [f"@{name}\t{part}" for cell in cells[3:6] for name in cell.split("|") if name]
            named += [f"{one}\t{part}" for one in cells[2].split("|") if one]
        else:
            assert len(cells) == 6, word
            senses = cells[2].split("|")
            named = [f"@{sense.split(':')[0]}\t{part}" for sense in senses]
            named += [f"{one.split(':')[1]}\t{part}" for one in cells[3].split("|") if one]
            for one in (one for cell in cells[4:] for one in cell.split("|") if one):
                rank, of, other = one.split(":")
                named.append(f"{other}\t{of}")
                assert 1 <= int(rank) <= len(senses), word
        assert filed.issuperset(name.encode() for name in named), word
    for word, part in (cells[:2] for number, cells in enumerate(lines()) if number % 500 == 0):
        assert lexicon.senses(word, part) or word.startswith("@")


def test_no_names_and_no_terms() -> None:
    for cells in lines():
        assert cells[0] == cells[0].lower()
        assert cells[1] != "n" or cells[0].count(" ") < 2


@pytest.fixture
def at(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A table of the test's own; what is remembered of the real one is set aside."""
    path = tmp_path / "lexicon.tsv"
    monkeypatch.setattr(lexicon_table, "TABLE", path)
    _forget()
    yield path
    _forget()


def _forget() -> None:
    for one in (*vars(lexicon_table).values(), *vars(lexicon).values()):
        if callable(clear := getattr(one, "cache_clear", None)):
            clear()


def test_a_missing_table_is_a_fault(at: Path) -> None:
    with pytest.raises(Fault, match=r"^lexicon\.tsv: opening: .* missing or empty; restore it, or derive"):
        lexicon.senses("kill", "v")


@pytest.mark.parametrize(
    "text",
    [
        b"kill\tv\t00000001:1\t\t\t",  # cut off
        b"kill\tv\t00000001\t\t\t\n",  # no count
        b"kill\tv\t00000001:x\t\t\t\n",
        b"kill\tv\t00000001:1\t\n",  # too few cells
        b"kill\tv\t00000001:1\tx:die\t\t\n",
        b"kill\tv\t00000001:1\t\t\t\xff\n",  # not UTF-8
    ],
)
def test_a_broken_row_is_a_fault(at: Path, text: bytes) -> None:
    at.write_bytes(text)
    with pytest.raises(Fault, match=r"^lexicon\.tsv: kill: the row is broken; restore it, or derive"):
        lexicon.senses("kill", "v")


def test_an_empty_table_and_a_broken_synset_are_faults(at: Path) -> None:
    at.write_bytes(b"")
    with pytest.raises(Fault, match="missing or empty"):
        lexicon.senses("kill", "v")
    at.write_bytes(b"@00000001\tv\tkill\t\nkill\tv\t00000001:1\t\t\t\n")
    with pytest.raises(Fault, match="00000001: the row is broken"):
        lexicon.kind_of("kill", "act", "v")
