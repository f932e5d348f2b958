"""Work without garbage collection; afterwards everything is as before, however the work ended."""

from __future__ import annotations

import gc

import pytest

from scripts.book.garbage_collection import without_garbage_collection


def test_collecting_is_put_off_and_taken_up_again() -> None:
    with without_garbage_collection():
        assert not gc.isenabled()
    assert gc.isenabled()
    with pytest.raises(ZeroDivisionError), without_garbage_collection():
        _ = 1 / 0
    assert gc.isenabled()
