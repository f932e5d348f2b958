"""A quotation that is opened and never closed: where the quoted words end cannot be told."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scripts.discrepancies.comparison import Single
from scripts.discrepancies.discrepancy import DIFFERS, MINOR, Discrepancy
from scripts.discrepancies.places import claim_at, reading_at
from scripts.passages import CHROME

_PARAGRAPH = re.compile(r"[^\n]*\S[^\n]*")
# A straight mark after a digit is an inch or a second.
_STRAIGHT = re.compile(r'(?<!\d)"')
_OPENS = '“"'


def find(single: Single) -> Iterator[Discrepancy]:
    """Yield each double quotation mark that opens a quotation which its paragraph does not close.

    A quotation of several paragraphs opens each of them anew and is closed in the last: where the next
    paragraph opens with a mark, nothing is yielded. Single marks double as apostrophes and are left alone,
    and so is a text that also uses the low mark, whose closing mark looks like an opening one.
    """
    text = single.account.source.text
    if "„" in text:
        return
    paragraphs = list(_PARAGRAPH.finditer(text))
    for at, paragraph in enumerate(paragraphs):
        start = _unclosed(paragraph.group())
        following = paragraphs[at + 1].group().lstrip(" \t•-*") if at + 1 < len(paragraphs) else ""
        if start is None or following.startswith(tuple(_OPENS)):
            continue
        start += paragraph.start()
        passage = next((p for p in single.account.passages if p.start <= start < p.end), None)
        if passage is None or passage.kind == CHROME:
            continue
        quoted = text[start : passage.end]
        yield Discrepancy(
            "unclosed-quotation",
            DIFFERS,
            MINOR,
            "quotation",
            (reading_at(single.account, start, passage.end),),
            f"The quotation that begins “{_opening(quoted)}” is never closed.",
            single.pillar(claim_at(single.account, start)),
        )


def _unclosed(paragraph: str) -> int | None:
    """Return where the mark stands that opens a quotation not closed in this paragraph."""
    opened: list[int] = []
    for match in re.finditer("[“”]", paragraph):
        if match.group() == "“":
            opened.append(match.start())
        elif opened:
            opened.pop()
    if opened:
        return opened[0]
    straight = [m.start() for m in _STRAIGHT.finditer(paragraph)]
    if len(straight) % 2 and "“" not in paragraph and "”" not in paragraph:
        last = straight[-1]
        before, after = paragraph[last - 1 : last] if last else "", paragraph[last + 1 : last + 2]
        if not before.strip(" (—–-") and after.strip():
            return last
    return None


def _opening(quoted: str) -> str:
    terms = quoted.lstrip(_OPENS).split()
    return " ".join(terms[:4])
