"""A verdict in plain words: how much of the statement the sentence has, and what stands against it."""

from __future__ import annotations

from collections.abc import Sequence

from scripts.comparing.verdicts.conflicts import Bar, Clash
from scripts.comparing.verdicts.model import CONTRADICTED, SUPPORTED
from scripts.comparing.verdicts.overlaps import Overlap, share
from scripts.comparing.verdicts.pairing import BROKEN, MET, MISSING, OPEN, Answer

_SHARES = ((0.95, "all"), (0.8, "nearly all"), (0.6, "most"), (0.35, "some"), (0.01, "few"), (0.0, "none"))
_MOST_NAMED = 6


def explained(
    verdict: str, found: Overlap, answered: Sequence[Answer], clash: Clash | None, bar: Bar | None
) -> str:
    """Return why a statement was judged as it was, in one or two sentences for a reader."""
    if clash and verdict == CONTRADICTED:
        return f"{clash.why} {_held(found)}"
    if bar:
        return f"{bar.why} {_held(found)}"
    lacked = [w.text for w in found.lacked]
    if verdict == SUPPORTED:
        met = [a.asked.quote.strip() for a in answered if a.outcome == MET]
        figures = f" {_quoted(met)} {'is' if len(met) == 1 else 'are'} borne out." if met else ""
        return f"{_held(found)}{figures}{_not_found(lacked)} No detail conflicts."
    missing = [a.asked.quote.strip() for a in answered if a.outcome in {MISSING, OPEN, BROKEN}]
    return _held(found) + _not_found([*lacked, *missing])


def _not_found(missing: Sequence[str]) -> str:
    return f" Not found there: {_quoted([*dict.fromkeys(missing)])}." if missing else ""


def _held(found: Overlap) -> str:
    content = found.statement.content
    if not content:
        return "The statement has no telling words beside its figures."
    held = share(content, found.held)
    much = next(name for least, name in _SHARES if held >= least)
    verb = "stands" if much == "none" else "stand"
    return f"{much.capitalize()} of the statement’s words {verb} in the sentence."


def _quoted(found: Sequence[str]) -> str:
    more = ", …" if len(found) > _MOST_NAMED else ""
    return ", ".join(f"“{one}”" for one in found[:_MOST_NAMED]) + more
