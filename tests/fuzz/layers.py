"""The way from file to page as layers, in order, with their shares of a run of ``make fuzz``."""

from __future__ import annotations

from fuzz.commands import COMMANDS, ROWS
from fuzz.comparing import LEDGERS, PAGES
from fuzz.files import DOCUMENTS, MANIFESTS, RECORDS
from fuzz.reading import CLAIMS, PASSAGES, STATEMENTS

LAYERS = (MANIFESTS, RECORDS, DOCUMENTS, PASSAGES, CLAIMS, STATEMENTS, LEDGERS, PAGES, COMMANDS, ROWS)
assert sum(layer.share for layer in LAYERS) == 1000
