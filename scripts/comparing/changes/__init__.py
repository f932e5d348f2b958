"""What two claims that speak of the same say otherwise: an ordered list of finders, one a file.

Sameness has been proved before (`laid_claims`); here is decided what the rest is. To add a kind of change,
write a file with a `find` and add it to ``FINDERS``, with a table of its cases under
``tests/comparing/changes/``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from scripts.comparing.alignments import FAINT
from scripts.comparing.changes import denials, firmness, quotations, roles, stretches, values
from scripts.comparing.changes.change import Change
from scripts.comparing.laid_claims import Meeting

FINDERS: tuple[tuple[str, Callable[[Meeting], Iterator[Change]]], ...] = (
    ("denials", denials.find),
    ("values", values.find),
    ("roles", roles.find),
    ("firmness", firmness.find),
    ("quotations", quotations.find),
    ("stretches", stretches.find),
)


# What may be told of claims that hardly meet: where a slot is shared, it speaks for itself.
OF_FAINT = frozenset({"denials", "values"})


def changes(meeting: Meeting) -> tuple[Change, ...]:
    """Return what two claims say otherwise; what one finder tells of a pair of words, no later one does."""
    found: dict[tuple[tuple[int, ...], tuple[int, ...]], Change] = {}
    for name, finder in FINDERS:
        if meeting.alignment.level == FAINT and name not in OF_FAINT:
            continue
        for change in finder(meeting):
            found.setdefault((change.left, change.right), change)
    return tuple(found.values())
