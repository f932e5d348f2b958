"""Two aligned sentences as the rules see them: whose verb a number hangs on, who acts, what stands around."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import golden
import pytest

from scripts.comparing.differences.difference import ClaimPair, Side, around
from scripts.reading.words import Word


@pytest.fixture
def pair() -> Callable[[str, str], ClaimPair]:
    """Two sentences aligned, with nothing known of their accounts."""

    def made(left: str, right: str) -> ClaimPair:
        aligned = golden.aligned(left, right)
        assert aligned is not None
        return ClaimPair(aligned)

    return made


Paired = Callable[[str, str], ClaimPair]


def _word(terms: Sequence[Word], text: str) -> Word:
    return next(w for w in terms if w.text == text)


def _side(found: ClaimPair, side: str, text: str) -> Side:
    claim, terms = (found.left, found.left_words) if side == "left" else (found.right, found.right_words)
    word = _word(terms, text)
    return Side.of(claim, word.start, word.end)


def _texts(found: Sequence[Word]) -> str:
    return " ".join(w.text for w in found)


OTHER = "Crews of Lund wanted boats and left in fog."
GOVERNED = [
    ("The mayor of Lund offered to send 40 boats.", "offered send"),
    ("The mayor of Lund offered to try to send 40 boats.", "offered try send"),
    ("Crews wanted to leave Lund in 40 boats to save them.", "wanted leave"),
    ("Crews drove to Lund in 40 boats.", "drove"),
    ("Crews left Lund and 40 boats sank.", "left"),
    ("In 40 boats the crews of Lund left.", "left"),
    ("In 40 boats we expect rain in Lund.", "expect"),
    ("In 40 boats they hope Lund wins.", "hope"),
    ("Of 40 boats you know in Lund.", "know"),
    ("In 40 boats I hope to reach Lund.", "hope"),
    ("In 40 boats crews hope to reach Lund.", ""),
    ("A fleet of 40 boats of Lund.", ""),
]


@pytest.mark.parametrize(("text", "verbs"), GOVERNED)
def test_the_verbs_that_a_number_hangs_on(text: str, verbs: str, pair: Paired) -> None:
    one, other = pair(text, OTHER), pair(OTHER, text)
    assert _texts(one.governing("left", _side(one, "left", "40"))) == verbs
    assert _texts(other.governing("right", _side(other, "right", "40"))) == verbs


HELD = [
    ("The mine of Lund, which employs 40 crews, was fined.", "employs", "The mine of Lund"),
    ("Divers of Lund who saw crews left.", "saw", "Divers of Lund"),
    ("The board praised crews of Lund who saw boats.", "saw", "crews of Lund"),
    ("Crews said that fog closed Lund.", "closed", "fog"),
    ("Boats of Lund were seen by crews.", "seen", "Boats"),
    ("Divers of Lund saw boats.", "saw", "Divers"),
    ("The mayor of Lund offered to send boats.", "send", "mayor"),
    ("From Lund, sailing boats for crews.", "sailing", "From Lund"),
]


@pytest.mark.parametrize(("text", "verb", "holders"), HELD)
def test_whose_verb_it_is(text: str, verb: str, holders: str, pair: Paired) -> None:
    one, other = pair(text, OTHER), pair(OTHER, text)
    assert _texts(one.holders("left", _word(one.left_words, verb))) == holders
    assert _texts(other.holders("right", _word(other.right_words, verb))) == holders


# Two sentences; whether their verbs, offered and declined, have a holder in common, and a name in common.
MET = [
    ("Togo offered to send rescue teams.", "Togo declined to receive rescue teams.", True, False),
    ("Togo offered rescue teams to Ghana.", "Ghana declined rescue teams of Togo.", False, False),
    ("Rescue teams were offered by Togo to Ghana.", "Togo declined rescue teams.", False, False),
    ("The board offered rescue teams.", "The board declined rescue teams.", True, False),
    ("After a storm, Togo offered rescue teams.", "After a storm, Togo declined rescue teams.", True, True),
    ("The same Minister offered rescue teams.", "The same Minister declined rescue teams.", True, False),
]


@pytest.mark.parametrize(("left", "right", "holder", "name"), MET)
def test_what_two_verbs_have_in_common(left: str, right: str, holder: bool, name: bool, pair: Paired) -> None:
    found = pair(left, right)
    ours, theirs = _word(found.left_words, "offered"), _word(found.right_words, "declined")
    assert found.one_holder(ours, theirs) is holder
    assert found.one_name(found.holders("left", ours), found.holders("right", theirs)) is name


BEFORE = "half of the loan to Togo will be paid in June."
AFTER = "half of the loan to Togo was paid late in July."
APART = [
    (f"The first {BEFORE}", f"The second {AFTER}", True),
    (f"The last {BEFORE}", f"The other {AFTER}", True),
    (f"The first {BEFORE}", f"The first {AFTER}", False),
    (f"The first {BEFORE}", f"A {AFTER}", False),
    (f"The first, {BEFORE}", f"The second {AFTER}", False),
    # One change alone, however it picks, is the difference itself.
    (f"The first {BEFORE}", f"The second {BEFORE}", False),
]


@pytest.mark.parametrize(("left", "right", "apart"), APART)
def test_two_parts_of_one_thing(left: str, right: str, apart: bool, pair: Paired) -> None:
    assert pair(left, right).apart is apart


# Where two sentences part: the words and where they stand; an empty side takes in the next word, or the last.
SIDES = [
    ("The old tug left the port.", "The tug left the port.", ("old tug", 4), ("tug", 4)),
    ("The tug left the port.", "The old tug left the port.", ("tug", 4), ("old tug", 4)),
    ("The tug left the port late.", "The tug left the port.", ("late", 22), ("port", 17)),
    ("The tug left the port.", "The tug left the port late.", ("port", 17), ("late", 22)),
    ("Late tugs left.", "Tugs left.", ("Late tugs", 0), ("Tugs", 0)),
    ("The crew left the port in fog.", "The crew leaves the port in fog.", ("left", 9), ("leaves", 9)),
]


@pytest.mark.parametrize(("left", "right", "ours", "theirs"), SIDES)
def test_a_change_as_two_sides(
    left: str, right: str, ours: tuple[str, int], theirs: tuple[str, int], pair: Paired
) -> None:
    found = pair(left, right)
    sides = found.sides(found.hunks[0])
    assert [(side.quote, side.start) for side in sides] == [ours, theirs]
    assert [side.end - side.start for side in sides] == [len(side.quote) for side in sides]


def test_two_forms_of_one_verb_are_one_verb(pair: Paired) -> None:
    found = pair("The crew left the port in fog.", "The crew leaves the port in fog.")
    assert [(a.base, a.tense, b.tense) for a, b in found.verbs] == [("leave", "past", "present")]


def test_what_is_shared_and_what_is_not(pair: Paired) -> None:
    found = pair("The board sold ships to Lund at $40 in May.", "In May the board bought tugs for Lund.")
    assert found.nearness == pytest.approx(2 * 2 / (5 + 4))
    assert not found.near
    assert found.hunks == ()
    assert _texts(found.left_only) == "sold ships 40"
    assert _texts(found.right_only) == "bought tugs"
    assert {at: w.text for at, w in found.paired.items()} == {4: "board", 24: "Lund"}
    assert {at: w.text for at, w in found.back.items()} == {11: "board", 33: "Lund"}


def test_what_stands_around(pair: Paired) -> None:
    found = pair("The board sold ships to Lund at $40 in May.", "In May the board bought tugs for Lund.")
    ours, theirs = _side(found, "left", "Lund"), _side(found, "right", "Lund")
    assert _texts(around(found.left_words, ours.start, ours.end, 2)) == "ships to at $"
    whole = around(found.left_words, ours.start, ours.end, 9)
    assert _texts(whole) == "The board sold ships to at $ 40 in May"
    assert [found.same_place(ours, theirs, reach) for reach in (1, 3, 4)] == [0, 0, 1]
    assert found.same_place(ours, theirs) == 1


@pytest.mark.parametrize(
    ("left", "right", "copied", "edited"),
    [
        ("The board sold a tug in Lund.", "The board sold a barge in Lund.", True, True),
        ("The board sold a tug in Lund.", "The board sold a barge in Lund.", False, False),
        ("The old board sold a tug in Lund.", "The new board sold a barge in Lund.", True, False),
        ("The board sold a tug in Lund.", "The board sold the tug in Lund.", True, True),
    ],
)
def test_one_place_changed_in_a_copy(left: str, right: str, copied: bool, edited: bool) -> None:
    aligned = golden.aligned(left, right)
    assert aligned is not None
    assert ClaimPair(aligned, copied=copied).edited is edited


def test_a_side_has_its_words_for_its_value(pair: Paired) -> None:
    claim = pair("The board sold a tug in Lund.", "The board sold a barge in Lund.").left
    assert Side.of(claim, 4, 9) == Side(4, 9, "board", "board")
    assert Side.of(claim, 4, 9, "panel") == Side(4, 9, "board", "panel")
