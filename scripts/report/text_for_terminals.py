"""Findings as text for a terminal: the gravest first, each with both sentences, the words at issue marked.

What stands in one account only and what is agreed take a line each; what could not be judged comes last, the
best leads first.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Collection, Iterator, Sequence

from scripts.comparing.discrepancies.discrepancy import (
    AGREES,
    CONFLICTS,
    DIFFERS,
    ONLY_IN_ONE,
    UNDETERMINED,
)
from scripts.ground.invisible_characters import visible
from scripts.report import places
from scripts.report.output_formats import Row, short

_GRAVE = (CONFLICTS, DIFFERS)
LEADS = 10  # findings that could not be judged, shown before "more"
_INDENT = 19
_UNWEIGHED = frozenset({"wording", "same-subject"})  # no rule says how much other words matter
_VALUE = re.compile(r"\d|(?<=\s)[A-Z]")  # a figure, a name: what a reader looks up first


def as_text(found: Sequence[Row], width: int = 100, leads: int | None = None) -> str:
    """Return text for a terminal; of what could not be judged at most ``leads`` findings, all for None."""
    blocks = [_block(row, width) for row in found if row["relation"] in _GRAVE]
    seen = _seen(found)
    for relation in (ONLY_IN_ONE, AGREES):
        rows = [row for row in found if row["relation"] == relation and not _is_seen(row, seen)]
        blocks += [_block(row, width) for row in rows if _has_standing(row)]
        if plain := [row for row in rows if not _has_standing(row)]:
            blocks.append("\n".join(line for row in plain for line in _one_line(row, width)))
    open_ = sorted((r for r in found if r["relation"] == UNDETERMINED), key=_lead)
    blocks += [_block(row, width) for row in open_[:leads]]
    if leads is not None and len(open_) > leads:
        blocks.append(f"{len(open_) - leads} more could not be judged (--only undetermined prints them)")
    return "\n\n".join(blocks) + "\n"


def hidden(found: Sequence[Row]) -> int:
    """Return how many findings are not printed: words of sentences that are printed whole."""
    seen = _seen(found)
    return sum(_is_seen(row, seen) for row in found)


def _seen(found: Sequence[Row]) -> set[tuple[str, str]]:
    """Return the sentences that are printed whole: the account and the words."""
    grave = (row for row in found if row["relation"] in _GRAVE)
    return {(reading["source"], reading["sentence"]) for row in grave for reading in row["readings"]}


def _is_seen(row: Row, seen: Collection[tuple[str, str]]) -> bool:
    """Say whether what one account has beyond the other stands in a sentence that is printed whole above."""
    if row["relation"] != ONLY_IN_ONE or row["slot"] != "words of a claim":
        return False
    return all((reading["source"], reading["sentence"]) in seen for reading in row["readings"])


def _lead(row: Row) -> tuple[bool, int]:
    """Return what leads are sorted by: those with a figure or a name first, then those of few words."""
    words = " ".join(f" {reading['quote']}" for reading in row["readings"])
    return not _VALUE.search(words), len(words)


def _block(row: Row, width: int) -> str:
    """Return a finding with the sentences that it quotes, the standing of its readings, and why it is one."""
    weight = "" if row["type"] in _UNWEIGHED else f"  [{row['materiality']}]"
    head = f"{row['id']}  {row['relation'].upper()}  {row['type']}{weight}"
    lines = [head if row["slot"] in ("", row["type"]) else f"{head}  {row['slot']}"]
    for own in _by_sentence(row["readings"]):
        where = f"{own[0]['source']} {places.offsets(own[0])}"
        shown = _marked(own)
        lines += _hung(where, shown, width)
        lines += _wrapped(places.doubt(own[0]), _INDENT, width)
        for reading in own:
            lines += _standing(reading, len(own) > 1, width)
    if not _restates(row):
        lines += _wrapped(row["rationale"], 4, width)
    return "\n".join(visible(line) for line in lines)


def _by_sentence(readings: Sequence[Row]) -> Iterator[list[Row]]:
    """Yield the readings of one sentence together, in the order of the finding."""
    found: dict[tuple[str, str], list[Row]] = {}
    for reading in readings:
        found.setdefault((reading["source"], reading["sentence"]), []).append(reading)
    yield from found.values()


def _marked(own: Sequence[Row]) -> str:
    """Return a sentence with the words at issue in brackets; the words alone where they are all."""
    sentence = " ".join(own[0]["sentence"].split())
    marked, rest = "", sentence
    for reading in sorted(own, key=lambda r: int(r["start"])):
        quote = " ".join(reading["quote"].split())
        before, found, after = rest.partition(quote) if quote else (rest, "", "")
        if found and len(sentence) > len(quote) + 2:
            marked, rest = f"{marked}{before}[{quote}]", after
    if marked:
        return visible(marked + rest)
    return "; ".join(f"“{visible(short(reading['quote']))}”" for reading in own)


def _standing(reading: Row, named: bool, width: int) -> list[str]:
    """Return what the record says of a reading, in lines; none where it was not checked."""
    if reading["standing"] == "not checked":
        return []
    whose = f"“{visible(short(reading['quote']))}” " if named else ""
    note = f": {reading['note']}" if reading["note"] else ""
    return _wrapped(f"{whose}= {reading['standing']}{note}", _INDENT, width)


def _has_standing(row: Row) -> bool:
    return any(reading["standing"] != "not checked" for reading in row["readings"])


def _restates(row: Row) -> bool:
    """Say whether a rationale only repeats the words that are marked in the sentences."""
    return bool(row["readings"]) and row["rationale"].startswith(f"{row['readings'][0]['source']}: “")


def _one_line(row: Row, width: int) -> list[str]:
    """Return a finding on one line, wrapped: whose it is, and the words; below it the nearest words."""
    sources = list(dict.fromkeys(reading["source"] for reading in row["readings"]))
    first = [r for r in row["readings"] if r["source"] == sources[0]]
    marked = row["relation"] == ONLY_IN_ONE and row["slot"] == "words of a claim"
    words = _marked(first) if marked else f"“{short(first[0]['sentence'] or first[0]['quote'])}”"
    page = f" ({where})" if (where := places.page_words(first[0])) else ""
    lines = _wrapped(visible(f"{row['id']}  {_label(row)}: {', '.join(sources)} {words}{page}"), 0, width)
    if near := row["nearest"]:
        lines += _wrapped(visible(f"nearest in {near['source']}: “{short(near['sentence'])}”"), 8, width)
    return lines


def _label(row: Row) -> str:
    """Return what a finding on one line is called; a claim with a near one is only not paired with it."""
    if row["relation"] != ONLY_IN_ONE or not row["slot"].startswith("claim, not in"):
        return str(row["relation"])
    return "not paired" if row["nearest"] else "no counterpart recognised"


def _hung(where: str, text: str, width: int) -> list[str]:
    """Return text behind its place, wrapped under itself."""
    first = f"    {where:<{_INDENT - 5}} "
    return textwrap.wrap(
        text, width, initial_indent=first, subsequent_indent=" " * _INDENT, break_on_hyphens=False
    )


def _wrapped(text: str, indent: int, width: int) -> list[str]:
    """Break text into lines, but not at a hyphen."""
    margin = " " * indent
    return textwrap.wrap(text, width, initial_indent=margin, subsequent_indent=margin, break_on_hyphens=False)
