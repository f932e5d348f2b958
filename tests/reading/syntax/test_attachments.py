"""What a phrase may hang on, by the words at its left edge."""

from __future__ import annotations

import pytest

from scripts.reading.syntax.attachments import may_hang_on
from scripts.reading.syntax.semantic_roles import roles


@pytest.mark.parametrize(
    ("text", "word", "among", "never"),
    [
        ("A court fined the owner of a mill in Tarn.", "tarn", {"mill", "owner", "fine"}, {"court"}),
        ("In Tarn, a court fined the owner.", "tarn", set(), {"owner", "court"}),
        ("They kept the curfew in the port and lifted it in the hills.", "hill", {"lift"}, {"keep", "port"}),
        ("They failed to agree after ten hours.", "hour", {"agree", "fail"}, set()),
    ],
)
def test_the_words_that_a_phrase_may_hang_on(text: str, word: str, among: set[str], never: set[str]) -> None:
    read = roles(text)
    index = next(item.index for item in read.items if word in item.key)
    found = {read.items[k].key for k in may_hang_on(read, index)}
    assert among <= found
    assert not never & found
