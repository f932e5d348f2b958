"""What one element is to another: an arc between them, and the names of the roles that it can give."""

from __future__ import annotations

from dataclasses import dataclass

AGENT, PATIENT, RECIPIENT, IS, OF, COUNT, HOW, CLAUSE, TIME = (
    "agent", "patient", "recipient", "is", "of", "count", "how", "clause", "time",
)  # fmt: skip
AND, BY = "and", "by an agent"


@dataclass(frozen=True)
class Arc:
    """Element `dep` has a role at element `head`."""

    head: int
    role: str
    dep: int
