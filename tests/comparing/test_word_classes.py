"""Each word of two accounts is in one class, and the classes make up the whole."""

from __future__ import annotations

from written import pair

from scripts.comparing.word_classes import CHANGED, CLASSES, LEFT_OPEN, ONLY_HERE, SAME, word_classes


def test_each_word_is_in_one_class() -> None:
    left, right = word_classes(
        pair(
            "The blast killed two miners in Kanth. The hall was gilded. Nurses of Quito left.",
            "The blast killed three miners in Kanth. The hall was renovated.",
        )
    )
    assert left == {SAME: 5, CHANGED: 2, ONLY_HERE: 3}
    assert right == {SAME: 5, CHANGED: 2}
    assert set(left) <= set(CLASSES)


def test_a_copy_is_the_same_in_every_word() -> None:
    text = "The blast killed two miners in Kanth on Monday."
    left, right = word_classes(pair(text, text))
    assert left == right
    assert set(left) == {SAME}


def test_texts_that_share_nothing_are_only_here() -> None:
    left, right = word_classes(pair("Herring came to Riga.", "Nurses left Quito."))
    assert set(left) == set(right) == {ONLY_HERE}


def test_what_is_left_open_is_no_agreement() -> None:
    left, _ = word_classes(
        pair("The hall was renovated in spring for the mayor.", "In the spring the old hall was gilded.")
    )
    assert left[LEFT_OPEN] == 2
    assert left[SAME] == 2
