"""What the user typed: the name under which this program was called, and whether it was installed by itself.

Installed it is the command `accounts`; in the checkout, `python -m scripts` in its environment.
"""

from __future__ import annotations

import sys
from pathlib import Path

COMMAND = "accounts"
IN_CHECKOUT = ".venv/bin/python -m scripts"
PACKAGE = __name__.partition(".")[0]


def program() -> str:
    """Return how this program is called, as its help and its examples write it."""
    installed = PACKAGE == COMMAND or Path(sys.argv[0] if sys.argv else "").stem == COMMAND
    return COMMAND if installed else IN_CHECKOUT
