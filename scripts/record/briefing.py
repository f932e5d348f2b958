"""What a briefer needs of the record: what was agreed, what to say instead, the copies, what came later.

Each class is a row of a table under `seeds/reference/`. The table of `OfficialWording` stands beside the
manifest, since it quotes an account.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

FIRST_PAGE, CHAPTER = "first-page", "chapter"
NEW, PARTLY_NEW, RESTATED = "new", "partly new", "restated"
SENSE, NAME, STYLE = "sense", "name", "style"


@dataclass(frozen=True)
class Agreement:
    """Something that was agreed or stated, in one sentence, and the documents that it stands in.

    ``pillar`` is empty for what lies outside all pillars. ``events`` are the meetings that agreed it;
    ``news`` is `new`, `partly new` or `restated`, empty where the record does not tell. ``topics`` and
    ``unsaid`` (headlines) are those by which an account that has it is known; where there are none, it is
    looked for in no account. ``shown`` is `first-page`, or `chapter` for what only the chapter of its pillar
    tells.
    """

    id: str
    pillar: str
    statement: str
    events: tuple[str, ...]
    news: str
    documents: tuple[str, ...]
    topics: tuple[str, ...]
    unsaid: tuple[str, ...]
    shown: str
    citations: tuple[str, ...]
    sure: str
    note: str


@dataclass(frozen=True)
class Replacement:
    """What to say in place of the words that a finding refutes: the official words, and why.

    ``citations`` bear out what to say, and the reason too where ``why_citations`` are empty.
    """

    finding: str
    say: str
    why: str
    citations: tuple[str, ...]
    why_citations: tuple[str, ...]
    sure: str


@dataclass(frozen=True)
class CopyOf:
    """A copy of a document that was read, graded as accounts are: who keeps it, how far it is borne out."""

    citation: str
    document: str
    language: str
    reliability: str
    credibility: str
    reason: str


@dataclass(frozen=True)
class Quotation:
    """A short phrase of a document, word by word as its copies have it, and the place where it stands.

    ``said_of`` completes it where it needs that: "to the treaty".
    """

    document: str
    words: str
    said_of: str
    where: str
    citations: tuple[str, ...]
    sure: str


@dataclass(frozen=True)
class Later:
    """What became of something after the meetings; ``day`` is None where none is known."""

    id: str
    subject: str
    statement: str
    day: date | None
    citations: tuple[str, ...]
    sure: str
    note: str


@dataclass(frozen=True)
class OfficialWording:
    """Words of an account beside those of the document that it renders.

    ``weight`` says what the change does: to the `sense`, to a `name` or term, or to the `style` alone.
    """

    account: str
    words: str
    official: str
    document: str
    weight: str
    citations: tuple[str, ...]
    sure: str


@dataclass(frozen=True)
class Briefing:
    """All of these tables. ``cutoff`` is the day on which the record was last gone over, if there is one."""

    agreements: tuple[Agreement, ...] = ()
    replacements: tuple[Replacement, ...] = ()
    copies: tuple[CopyOf, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    afterwards: tuple[Later, ...] = ()
    wordings: tuple[OfficialWording, ...] = ()
    cutoff: date | None = None
    covers: str = ""
