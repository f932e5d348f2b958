"""The panes of the synopsis: each account in full, its claims as units, words with findings marked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from markupsafe import Markup

from scripts.comparing.discrepancies.discrepancy import COSMETIC
from scripts.exhibits.collation import Unit, place
from scripts.exhibits.html import escaped, joined, tag
from scripts.exhibits.links import anchored
from scripts.exhibits.overlaps import over
from scripts.reading.accounts import Account
from scripts.reading.passages import CHROME, HEADING, ITEM, Passage
from scripts.record.standings import BORNE_OUT, CONFIRMED, NEAR, NOT_CHECKED, REFUTED, UNCONFIRMED
from scripts.report import Finding

# Only these findings mark words in the text: agreements and only-in-one concern whole claims.
MARKED = ("conflicts", "differs", "undetermined")
# Where several findings mark the same words, the gravest standing gives the colour.
GRAVEST = (REFUTED, NEAR, UNCONFIRMED, NOT_CHECKED, BORNE_OUT, CONFIRMED)
# A heading of fewer words may be said twice in a text without being its title.
_TITLE = 4


class Span(NamedTuple):
    """Words of an account that a finding reads, and what the record says of them."""

    start: int
    end: int
    finding: Finding
    verdict: str

    @property
    def cosmetic(self) -> bool:
        """Whether the finding only tells how the text was made."""
        return self.finding.discrepancy.materiality == COSMETIC


def pane(account: Account, found: Sequence[Unit], findings: Sequence[Finding], heading: int) -> Markup:
    """One account; `heading` is the level of its heading.

    A claim's label links to the register; on a page without a register it links to the claim itself.
    """
    stretches = [(p.start, p.end) for p in account.passages]
    spans = over(stretches, ((s.start, s.end, s) for s in marked_words(account, findings)))
    own = over(stretches, ((u.start, u.end, u) for u in found if u.siglum == account.siglum))
    parts, titles = [tag(f"h{heading}", heading_of(account))], [""]
    for passage, here, marked in zip(account.passages, own, spans, strict=True):
        again = passage.kind == HEADING and not (here or marked) and _repeats(passage.quote, titles)
        if passage.kind == HEADING:
            titles.append(passage.quote)
        parts.append(_again(passage) if again else _passage(passage, here, marked, heading + 1))
    return tag(
        "section", *parts, class_="synopsis-account", aria_label=f"Account {account.siglum}", tabindex="0"
    )


def heading_of(account: Account) -> str:
    """What stands above an account: its title only where the text below does not begin with it."""
    title = account.source.title
    told = not title or _repeats(title, [p.quote for p in account.passages if p.kind == HEADING])
    return f"Account {account.siglum}" if told else f"Account {account.siglum}: {title}"


def _repeats(title: str, before: Sequence[str]) -> bool:
    """Whether one of these headings has the whole title in it."""
    words = _bare(title)
    return len(words.split()) >= _TITLE and any(words in _bare(one) for one in before)


def _bare(text: str) -> str:
    return " ".join("".join(c if c.isalnum() else " " for c in text.casefold()).split())


def _again(passage: Passage) -> Markup:
    """A title that is said once more: it can be opened, and is not shown a second time."""
    return tag("details", tag("summary", "the title again"), passage.quote, class_="chrome")


def marked_words(account: Account, findings: Sequence[Finding]) -> Iterator[Span]:
    """The words of an account that are marked, one span for each reading of a finding."""
    for finding in findings:
        if finding.discrepancy.relation in MARKED:
            for reading in finding.discrepancy.readings:
                if reading.source == account.siglum:
                    yield Span(reading.start, reading.end, finding, reading.standing.verdict)


def _passage(passage: Passage, found: Sequence[Unit], spans: Sequence[Span], heading: int) -> Markup:
    if passage.kind == CHROME:
        return tag("p", passage.quote, class_="chrome", title=f"site furniture: {passage.reason}")
    parts: list[Markup] = []
    at = passage.start
    for unit in found:
        start, end = max(unit.start, passage.start), min(unit.end, passage.end)
        parts += [_text(passage, at, start, spans), _unit(passage, unit, start, end, spans)]
        at = end
    parts.append(_text(passage, at, passage.end, spans))
    if passage.kind == HEADING:
        return tag(f"h{heading}", *parts)
    return tag("p", *parts, class_="item" if passage.kind == ITEM else None)


def _unit(passage: Passage, unit: Unit, start: int, end: int, spans: Sequence[Span]) -> Markup:
    first = start == unit.start  # a unit that runs over two passages has its name in the first
    labels = [
        tag(
            "a", c.label, href=anchored(c.anchor, "claim", home=False), class_="unit-label",
            id=place(c) if number and first else None,
        )
        for number, c in enumerate(unit.claims)
    ]  # fmt: skip
    return tag(
        "span",
        *([joined(labels, " "), " "] if first else []),
        _text(passage, start, end, spans),
        class_="unit",
        id=unit.anchor if first else None,
        data_unit=unit.anchor,
        data_pillar=unit.claims[0].assignment.pillar,
        data_partners=" ".join(place(c) for c, _ in unit.partners),
        data_findings="|".join(_told(unit)),
    )


def _told(unit: Unit) -> Iterator[str]:
    """Each finding on a unit with what the filters choose by: label, relation, materiality, standings."""
    for finding in unit.findings:
        found = finding.discrepancy
        verdicts = dict.fromkeys(r.standing.verdict for r in found.readings if r.source == unit.siglum)
        yield f"{finding.label}:{found.relation}:{found.materiality}:{'/'.join(verdicts)}"


def _text(passage: Passage, start: int, end: int, spans: Sequence[Span]) -> Markup:
    """Text of a passage, with the words of findings marked."""
    here = [s for s in spans if s.start < end and start < s.end]
    cuts = {start, end} | {max(s.start, start) for s in here} | {min(s.end, end) for s in here}
    return joined(
        _marked(passage.quote[a - passage.start : b - passage.start], a, b, here)
        for a, b in pairwise(sorted(cuts))
    )


def _marked(text: str, start: int, end: int, spans: Sequence[Span]) -> Markup:
    """A marked piece of text, followed by links to the findings that end in it."""
    here = [s for s in spans if s.start <= start and end <= s.end]
    if not here:
        return escaped(text)
    telling = [s for s in here if not s.cosmetic]
    ending = dict.fromkeys(s.finding for s in telling if s.end == end)
    look = _look(telling) if telling else "cosmetic"
    links = [tag("a", f.label, href=anchored(f.anchor, "finding", home=False)) for f in ending]
    return tag("mark", text, tag("sup", joined(links, " ")) if links else "", class_=look)


def _look(spans: Sequence[Span]) -> str:
    """The CSS classes of marked words: what the record says of them; if nothing, also how they stand."""
    verdict = min((s.verdict for s in spans), key=GRAVEST.index)
    if verdict != NOT_CHECKED:
        return look_of(verdict)
    relation = min((s.finding.discrepancy.relation for s in spans), key=MARKED.index)
    return f"{look_of(verdict)} relation-{relation}"


def look_of(verdict: str) -> str:
    """The CSS class of words with this standing."""
    return f"standing-{verdict.replace(' ', '-')}"
