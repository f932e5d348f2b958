"""The synopsis: the accounts whole, every claim in its place once, and on paper a table with all of them."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from accounts_to_show import HOSTILE, hostile_report

from scripts.exhibits import synopsis
from scripts.exhibits.collation import collation_rows, collation_table, units
from scripts.exhibits.comparison_page import Beside, page
from scripts.exhibits.html import visible
from scripts.exhibits.links import PAGES
from scripts.exhibits.side_by_side import GRAVEST, heading_of, look_of, marked_words
from scripts.exhibits.synopsis import SCRIPTS, script_text, text_of
from scripts.report import Report

VOID = {"br", "col", "meta", "input", "hr"}


class Shown(HTMLParser):
    """What a browser makes of it: tags, and the text of each account's pane; that all tags are closed."""

    def __init__(self, markup: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.panes: list[str] = []
        self.scripts: list[str] = []
        self.open: list[tuple[str, bool]] = []
        self.feed(markup)
        self.close()
        assert not self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.tags.append((tag, given))
        pane = given.get("class") == "synopsis-account"
        if pane:
            self.panes.append("")
        if tag not in VOID:
            self.open.append((tag, pane))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop()[0] == tag

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1][0] == "script":
            self.scripts.append(data)
        # The marks are ours, not the account's.
        inside = {name for name, _ in self.open}
        if any(pane for _, pane in self.open) and not inside & {"a", "sup", "summary"}:
            self.panes[-1] += data

    def values(self, name: str) -> list[str]:
        return [value for _, given in self.tags if (value := given.get(name)) is not None]


def squeezed(text: str) -> str:
    """Text without its white space, and without what stands between passages: bullets and marks."""
    return re.sub(r"[\s•*#·–-]", "", visible(text))


def test_each_account_is_there_whole(three: Report) -> None:
    panes = Shown(str(synopsis(three).markup)).panes
    assert len(panes) == 3
    for account, pane in zip(three.accounts, panes, strict=True):
        shown = squeezed(pane.removeprefix(visible(heading_of(account))))
        assert shown == squeezed("".join(p.quote for p in account.passages))


def test_each_claim_has_its_place_once(three: Report) -> None:
    found = Shown(str(synopsis(three).markup))
    places = [i for i in found.values("id") if i.startswith("synopsis-")]
    assert sorted(places) == sorted(f"synopsis-{c.label.lower()}" for c in three.claims)
    partners = {p for value in found.values("data-partners") for p in value.split()}
    assert partners <= set(places)
    told = {f.split(":")[0] for value in found.values("data-findings") for f in value.split("|") if f}
    assert told == set(found.values("data-finding"))
    assert set(found.values("data-unit")) <= set(places)


def test_claims_in_the_same_words_are_one_unit(real: Report) -> None:
    shared = next(u for u in units(real, real.findings) if len(u.claims) > 1)
    assert [c.label for c in shared.claims] == ["B-1", "B-2"]
    assert {c.label for c, _ in shared.partners} >= {"A-1"}


def test_on_paper_the_order_is_that_of_the_first_account(real: Report) -> None:
    found = units(real, real.findings)
    rows = list(collation_rows(found, ["A", "B"]))
    first = [unit.anchor for unit, _ in rows if unit.siglum == "A"]
    assert first == [u.anchor for u in found if u.siglum == "A"]
    left = [unit for unit, _ in rows if unit.siglum == "B"]
    assert [unit for unit, _ in rows][len(first) :] == left
    assert all(not u.partners for u in left)
    table = str(collation_table(real, found).markup)
    for unit in found:
        assert f"claims.html#{unit.claims[0].anchor}" in table


def test_a_third_account_has_a_column(three: Report) -> None:
    found = units(three, three.findings)
    assert "Account C" in collation_table(three, found).markup
    in_rows = {
        unit.anchor for first, beside in collation_rows(found, ["A", "B", "C"])
        for unit in (first, *(u for others in beside.values() for u in others))
    }  # fmt: skip
    assert in_rows == {u.anchor for u in found}


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_are_only_shown(words: str) -> None:
    report = hostile_report(words)
    own = [script_text()]
    text = f"{words}\n{words}"
    whole = page(report, report.findings, Beside([words], [[words], [words]], text))
    for markup, scripts in ((str(synopsis(report).markup), own), (whole, [*own, text_of("comparison.js")])):
        found = Shown(markup)
        assert found.scripts == scripts
        for _, given in found.tags:
            assert not [key for key in given if key.startswith("on")]
            address = given.get("href") or "#"
            assert address.startswith(("#", *(f"{p}#" for p in PAGES.values()), "data:text/csv;"))
        assert not set("\u202e\u200b\u0007") & set("".join(found.panes))
        assert squeezed(words) in squeezed("".join(found.panes))


@pytest.mark.parametrize("name", ["synopsis", "comparison"])
def test_what_runs_asks_nothing_and_writes_no_markup(name: str) -> None:
    script = "".join(map(text_of, (*SCRIPTS, "comparison.js")))
    for word in ("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "fetch(", "http"):
        assert word not in script
    assert "</" not in script + text_of(f"{name}.css") + text_of("pages.css")
    assert "url(" not in text_of(f"{name}.css") + text_of("pages.css")


def test_the_data_have_every_claim(real: Report) -> None:
    labels = [label for row in synopsis(real).rows for label in row["claims"].split(", ")]
    assert labels == [c.label for c in real.claims]


def test_a_title_is_shown_once(real: Report) -> None:
    first, second = real.accounts
    assert heading_of(first) == f"Account A: {first.source.title}"
    assert heading_of(second) == "Account B"
    pane = str(synopsis(real).markup).split('aria-label="Account B"')[1].split("</section>")[0]
    title = second.source.title.partition(",")[2]
    again = f'<details class="chrome"><summary>the title again</summary>{title}</details>'
    assert pane.count(f"{title}</h4>") == 1
    assert pane.count(again) == 1


def test_marks_have_the_gravest_standing_and_the_legend_has_each(real: Report) -> None:
    markup = str(synopsis(real).markup)
    legend = markup.split('class="synopsis-legend"')[1].split("</ul>")[0]
    panes = markup.split('class="synopsis-panes"')[1]
    spans = [s for account in real.accounts for s in marked_words(account, real.findings) if not s.cosmetic]
    told = {s.verdict for s in spans}
    assert {"refuted", "confirmed", "near"} <= told
    for verdict in GRAVEST:
        assert (f'class="{look_of(verdict)}"' in legend) == (verdict in told)
    assert '<mark class="standing-confirmed"> Kim Yong Hyun' in panes
    assert '<mark class="standing-refuted">ROK Minister of Foreign Affairs Park Jin' in panes
