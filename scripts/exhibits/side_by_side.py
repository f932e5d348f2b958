"""The panes of the synopsis: each account in full, its claims as units, words with findings marked."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from markupsafe import Markup

from scripts.comparing.discrepancies.discrepancy import COSMETIC
from scripts.exhibits.collation import Unit, place
from scripts.exhibits.html import escaped, joined, tag
from scripts.exhibits.links import anchored
from scripts.exhibits.overlaps import over
from scripts.reading.accounts import Account
from scripts.reading.passages import CHROME, HEADING, ITEM, Passage
from scripts.report import Finding

Span = tuple[int, int, Finding]
# Only these findings mark words in the text: agreements and only-in-one concern whole claims.
_MARKED = ("conflicts", "differs", "undetermined")


def pane(account: Account, found: Sequence[Unit], findings: Sequence[Finding], heading: int) -> Markup:
    """One account; `heading` is the level of its heading.

    A claim's label links to the register; on a page without a register it links to the claim itself.
    """
    stretches = [(p.start, p.end) for p in account.passages]
    spans = over(stretches, ((s[0], s[1], s) for s in _spans(account, findings)))
    own = over(stretches, ((u.start, u.end, u) for u in found if u.siglum == account.siglum))
    title = f"{account.siglum}: {account.source.title}" if account.source.title else account.siglum
    parts = [tag(f"h{heading}", title)]
    for passage, here, marked in zip(account.passages, own, spans, strict=True):
        parts.append(_passage(passage, here, marked, heading + 1))
    return tag(
        "section", *parts, class_="synopsis-account", aria_label=f"Account {account.siglum}", tabindex="0"
    )


def _spans(account: Account, findings: Sequence[Finding]) -> list[Span]:
    return [
        (r.start, r.end, f)
        for f in findings
        if f.discrepancy.relation in _MARKED
        for r in f.discrepancy.readings
        if r.source == account.siglum
    ]


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
    told = [f"{f.label}:{f.discrepancy.relation}:{f.discrepancy.materiality}" for f in unit.findings]
    return tag(
        "span",
        *([joined(labels, " "), " "] if first else []),
        _text(passage, start, end, spans),
        class_="unit",
        id=unit.anchor if first else None,
        data_unit=unit.anchor,
        data_pillar=unit.claims[0].assignment.pillar,
        data_partners=" ".join(place(c) for c, _ in unit.partners),
        data_findings="|".join(told),
    )


def _text(passage: Passage, start: int, end: int, spans: Sequence[Span]) -> Markup:
    """Text of a passage, with the words of findings marked."""
    here = [s for s in spans if s[0] < end and start < s[1]]
    cuts = {start, end} | {max(s[0], start) for s in here} | {min(s[1], end) for s in here}
    return joined(
        _marked(passage.quote[a - passage.start : b - passage.start], a, b, here)
        for a, b in pairwise(sorted(cuts))
    )


def _marked(text: str, start: int, end: int, spans: Sequence[Span]) -> Markup:
    """A marked piece of text, followed by links to the findings that end in it."""
    here = [f for a, b, f in spans if a <= start and end <= b]
    if not here:
        return escaped(text)
    telling = [f for f in here if f.discrepancy.materiality != COSMETIC]
    ending = dict.fromkeys(f for a, b, f in spans if b == end and f in telling)
    look = f"relation-{telling[0].discrepancy.relation}" if telling else "cosmetic"
    links = [tag("a", f.label, href=anchored(f.anchor, "finding", home=False)) for f in ending]
    return tag("mark", text, tag("sup", joined(links, " ")) if links else "", class_=look)
