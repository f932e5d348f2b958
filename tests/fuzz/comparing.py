"""Comparing two accounts: findings, exports, pages, a brief."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cache
from inspect import signature

from fuzz import grammar, promises
from fuzz.guard import ROOT, bounded
from fuzz.layer import RESULT, Layer, one_line
from fuzz.reading import source
from hypothesis import strategies as st

from scripts import exhibits, report
from scripts.exhibits.comparison_page import page
from scripts.ground.faults import Fault
from scripts.record import Reference, read_reference
from scripts.record.pillars import Pillars
from scripts.report import Report, briefs, output_formats
from scripts.report.labels import Entry, Register


@cache
def _record() -> Reference:
    return read_reference(ROOT / "seeds" / "reference")


def compiled(texts: tuple[str, str], recorded: bool = False, sigla: str = "AB", **facts: str) -> Report:
    """The report on two accounts, with the record as in the book, or without one as in `compare`."""
    reference = _record() if recorded else Reference.empty()
    sources = [source(siglum, text, **facts) for siglum, text in zip(sigla, texts, strict=True)]
    return report.compile_report(sources, reference, Pillars(), Register(), every_word=not recorded)


def check_ledger(drawn: tuple[tuple[str, str], bool]) -> str:
    """Compare two accounts: exact readings, safe exports, the same result again and in the other order."""
    texts, recorded = drawn
    try:
        with bounded(sum(map(len, texts))):
            found = compiled(texts, recorded)
            findings = found.findings
    except Fault as fault:
        return one_line(fault)
    promises.readings_are_exact(found)
    promises.exports_are_safe(found)
    again = compiled(texts, recorded)
    assert output_formats.rows(again) == output_formats.rows(found)
    turned = compiled((texts[1], texts[0]), recorded, "BA")
    conflicts = [
        {f.identity for f in one if f.discrepancy.relation == "conflicts"}
        for one in (findings, turned.findings)
    ]
    assert conflicts[0] == conflicts[1], "the order of the accounts decides what conflicts"
    return RESULT


def takes_a_report_alone(shown: Callable[..., exhibits.Exhibit]) -> bool:
    """Say whether a table needs nothing but the report: no choice, no results of a bench."""
    needed = [
        p.name for p in signature(shown).parameters.values()
        if p.default is p.empty and p.kind is not p.VAR_POSITIONAL
    ]  # fmt: skip
    return needed in (["report"], ["_report"])


SHOWN: dict[str, Callable[[Report], exhibits.Exhibit]] = {
    name: getattr(exhibits, name)
    for name in exhibits.__all__
    if name.endswith("_table") and name != "bench_table" and takes_a_report_alone(getattr(exhibits, name))
} | {"finding_cards": lambda r: exhibits.finding_cards(r, [f.label for f in r.findings])}


def check_page(drawn: tuple[tuple[str, str], str, str]) -> str:
    """Show two accounts: the page of `compare`, an exhibit, a brief; all markup is the program's own."""
    texts, shown, fact = drawn
    facts = dict.fromkeys(("title", "publisher", "url", "kind", "reason"), fact)
    try:
        found = compiled(texts, **facts)
        with bounded(sum(map(len, texts))):
            written = page(found, found.findings)
    except Fault as fault:
        return one_line(fault)
    promises.page_is_ours(written, scripts=2)
    promises.parses_as_html5(written, scripts=2)
    exhibit = SHOWN[shown](found)
    markup = exhibit._repr_html_()
    promises.page_is_ours(markup, scripts=markup.count("<script>") and 1)
    promises.nothing_is_obeyed(exhibit.plain)
    promises.no_formula(exhibit.csv())
    if found.findings:
        registered = Register((Entry("F1", found.findings[0].identity, "0.1.0", ""),))
        pasted = briefs.markdown(briefs.brief(replace(found, register=registered), ["F1"], ROOT))
        promises.nothing_is_obeyed(pasted)
        promises.no_markup(
            pasted, ("heading", "paragraph", "bullet", "ordered", "list", "strong", "em", "link")
        )
    return RESULT


LEDGERS = Layer(
    "ledgers", "two accounts to findings, JSON, CSV, Markdown, text", 25,
    st.tuples(grammar.pairs, st.sampled_from((False, False, False, True))), check_ledger,
)  # fmt: skip
PAGES = Layer(
    "pages", "two accounts to HTML pages, exhibits of the book, a brief", 5,
    st.tuples(grammar.pairs, st.sampled_from(sorted(SHOWN)), grammar.cells), check_page,
)  # fmt: skip
