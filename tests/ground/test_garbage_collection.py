"""Work without garbage collection; afterwards everything is as before, however the work ended."""

from __future__ import annotations

import gc

import pytest

from scripts.ground.garbage_collection import without_garbage_collection


def test_collecting_is_put_off_and_taken_up_again() -> None:
    with without_garbage_collection():
        assert not gc.isenabled()
    assert gc.isenabled()
    with pytest.raises(ZeroDivisionError), without_garbage_collection():
        _ = 1 / 0
    assert gc.isenabled()


def test_where_nothing_is_collected_anyway_it_stays_so() -> None:
    with without_garbage_collection():
        with without_garbage_collection():
            pass
        assert not gc.isenabled()
    assert gc.isenabled()
