"""Turn the garbage collector off while pages are written.

They create almost no cyclic garbage, and collecting would take a sixth of the build.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def without_garbage_collection() -> Iterator[None]:
    """Run the enclosed code without garbage collection. Objects outside of cycles are freed as always."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
