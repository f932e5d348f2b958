"""What two claims that speak of the same say otherwise: an ordered list of finders, one a file.

Sameness has been proved before (`laid_claims`); here is decided what the rest is. To add a kind of change,
write a file with a `find` and add it to ``FINDERS``, with a table of its cases under
``tests/comparing/changes/``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from scripts.comparing.changes import (
    attributions,
    causes,
    conflicts,
    denials,
    exactness,
    firmness,
    parts_of_wholes,
    quotations,
    rates,
    roles,
    said_without_denial,
    stretches,
    turning_words,
    untied,
    values,
)
from scripts.comparing.changes.change import CONFLICTING, DIFFERENT, OPEN, Change
from scripts.comparing.laid_claims import Meeting
from scripts.comparing.pairing.alignments import FAINT

FINDERS: tuple[tuple[str, Callable[[Meeting], Iterator[Change]]], ...] = (
    ("denials", denials.find),
    ("values", values.find),
    ("parts of wholes", parts_of_wholes.find),
    ("exactness", exactness.find),
    ("rates", rates.find),
    ("causes", causes.find),
    ("roles", roles.find),
    ("firmness", firmness.find),
    ("attributions", attributions.find),
    ("quotations", quotations.find),
    ("turning words", turning_words.find),
    ("stretches", stretches.find),
)


# What speaks for itself where a slot is shared: told of claims that hardly meet, and able to conflict.
OF_SLOTS = frozenset({"causes", "denials", "parts of wholes", "values"})
Places = tuple[tuple[int, ...], tuple[int, ...]]


def changes(meeting: Meeting) -> tuple[Change, ...]:
    """Return what two claims say otherwise; what one finder tells of a pair of words, no later one does.

    A conflict counts whichever claim is laid over the other, so the order of the accounts decides nothing.
    """
    of_slots_alone = meeting.alignment.level == FAINT
    turned = (c for c in _found(meeting.turned, of_slots_alone=True).values() if c.sure == CONFLICTING)
    conflicts = {(c.right, c.left): replace(c, left=c.right, right=c.left) for c in turned}
    found = _found(meeting, of_slots_alone) | conflicts
    return tuple(found.values()) or tuple(untied.find(meeting))


def _found(meeting: Meeting, of_slots_alone: bool) -> dict[Places, Change]:
    """Return what the left claim, laid over the right one, says otherwise, by the places of the words."""
    found: dict[Places, Change] = {}
    for name, finder in FINDERS:
        if not of_slots_alone or name in OF_SLOTS:
            for change in finder(meeting):
                if change.sure == DIFFERENT and said_without_denial.may_be(meeting, change):
                    change = replace(change, sure=OPEN)
                if conflicts.conflict(meeting, change):
                    change = replace(change, sure=CONFLICTING)
                found.setdefault((change.left, change.right), change)
    return found
