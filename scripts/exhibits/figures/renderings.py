"""How each account words one official term."""

from __future__ import annotations

from collections import Counter

from scripts.exhibits.figures.counts import by_account
from scripts.exhibits.figures.drawing import figure
from scripts.exhibits.html import Exhibit, listed, slug
from scripts.exhibits.prose import number_word
from scripts.exhibits.renderings import (
    AS_ON_RECORD,
    form_of,
    mentions_of,
    most_varied,
    term_of,
    wordings,
)
from scripts.report import Report

_RECORD = "\0"  # no wording of an account

_NONE = "No term of the record comes back in two wordings"


def renderings_figure(report: Report, term: str | None = None) -> Exhibit:
    """How often each account uses each wording of a term (default: the term with the most wordings).

    Raises Fault for a term that the record does not have.
    """
    known = term_of(report, term) if term else most_varied(report)
    if known is None:
        return figure("renderings", _NONE, f"{_NONE}.", 0.5, lambda axes: axes.set_axis_off())
    by = mentions_of(report).get(known.id, {})
    sigla = [s.siglum for s in report.sources]
    odd = {s: wordings([m for m in by.get(s, ()) if form_of(m) not in AS_ON_RECORD]) for s in sigla}
    whole = sum(odd.values(), Counter[str]())
    right = {s: sum(form_of(m) in AS_ON_RECORD for m in by.get(s, ())) for s in sigla}
    names = [(_RECORD, f"{known.official} (on record)"), *((w, w) for w, _ in whole.most_common())]
    counts = {(_RECORD, s): right[s] for s in sigla} | {(w, s): odd[s][w] for w in whole for s in sigla}
    told = [f"{number_word(len(odd[s]))} in {s}" for s in sigla]
    title = f"Other wordings of “{known.official}”: {listed(told)}"
    # Name the figure after the requested term, or generally, because the most varied term may change.
    return by_account(report, slug("renderings", term or ""), title, "places", names, counts)
