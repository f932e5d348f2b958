"""The page of a comparison: the table first, the findings with the gravest first, only its own scripts."""

from __future__ import annotations

import hashlib
import re
from base64 import b64encode
from itertools import pairwise

import pytest
from accounts_to_show import source
from markupsafe import Markup

from scripts.exhibits.comparison_page import Beside, framed, group, page, printed
from scripts.exhibits.overview_table import overview_table
from scripts.record import Reference
from scripts.record.pillars import Pillars
from scripts.report import Report, compile_report
from scripts.report.labels import Register
from tests.page.serving import ONE, TWO


@pytest.fixture(scope="module")
def compared() -> Report:
    texts = (ONE, TWO, TWO.replace("91 million", "17 million"))
    sources = [source(siglum, text) for siglum, text in zip("ABC", texts, strict=True)]
    return compile_report(sources, Reference.empty(), Pillars(), Register())


def test_a_policy_names_the_scripts_of_the_page_and_no_other(compared: Report) -> None:
    written = page(compared, compared.findings)
    scripts = re.findall(r"<script>(.*?)</script>", written, re.DOTALL)
    digests = [b64encode(hashlib.sha256(s.encode()).digest()).decode() for s in scripts]
    policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', written)
    assert policy is not None
    assert re.findall(r"sha256-([^']+)", policy[1]) == digests
    assert policy[1].startswith("default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-")
    assert len(digests) == 2


def test_there_is_a_table_for_each_two_accounts_before_the_findings(compared: Report) -> None:
    written = page(compared, compared.findings)
    captions = re.findall(r"<caption>(.*?)</caption>", written)[:3]
    assert captions == [f"{a} and {b} at a glance" for a, b in ("AB", "AC", "BC")]
    order = [written.index(f">{words}<") for words in ("A and B at a glance", "Findings", "In conflict")]
    assert order == sorted(order)


def test_a_line_of_the_table_names_its_finding(compared: Report) -> None:
    shown = overview_table(compared.pairs[0], compared.findings)
    stand = {row["Question"]: row["How they stand"] for row in overview_rows(shown.plain)}
    who = next(
        f
        for f in compared.findings
        if {"Ana Duarte", "Luis Poe"} == {r.quote for r in f.discrepancy.readings}
    )
    assert stand["who"] == f"conflicts {who.label} 2 the same"
    assert stand["when"] == "agrees 1 the same"


def overview_rows(plain: str) -> list[dict[str, str]]:
    _, head, *lines = plain.splitlines()
    return [dict(zip(head.split(" | "), line.split(" | "), strict=True)) for line in lines]


def test_every_finding_stands_there_once_and_the_gravest_first(compared: Report) -> None:
    written = page(compared, compared.findings)
    anchors = re.findall(r'<div class="told" id="([^"]*)"', written)
    assert sorted(anchors) == sorted(f.anchor for f in compared.findings)
    groups = [group(next(f for f in compared.findings if f.anchor == a)) for a in anchors]
    assert groups[0] == "conflicts"
    assert len([1 for one, other in pairwise(groups) if one != other]) == len(set(groups)) - 1


def test_sentences_are_whole_with_the_words_at_issue_marked(compared: Report) -> None:
    written = page(compared, compared.findings)
    assert "Mayor <mark>Ana Duarte</mark> opened the new dam near Kanth on Monday." in written
    assert "The works cost <mark>19 million euros</mark>." in written


def test_every_link_leads_to_a_place_on_the_page(compared: Report) -> None:
    written = page(compared, compared.findings)
    places = set(re.findall(r' id="([^"]+)"', written))
    links = re.findall(r' href="([^"]+)"', written)
    assert links
    assert {link.removeprefix("#") for link in links} <= places


def test_warnings_what_was_read_and_the_text_are_told(compared: Report) -> None:
    beside = Beside(
        ["warning: other days"], [["web page"], ["left out: a menu"], []], "first line\nsecond line"
    )
    written = page(compared, compared.findings, beside)
    for words in ("warning: other days", "web page", "left out: a menu", "first line\nsecond line</pre>"):
        assert words in written


def test_accounts_without_a_finding_make_a_page_that_says_so(compared: Report) -> None:
    assert "Nothing was found." in page(compared, [])


def test_a_frame_holds_the_page_to_the_letter() -> None:
    held = '<p title="a &amp; b">&lt;script&gt;</p>'
    shown = str(framed(held, 'a "title"', Markup("")).markup)
    assert shown.count("<iframe") == 1
    assert 'srcdoc="<p title=&quot;a &amp;amp; b&quot;>&amp;lt;script&amp;gt;</p>"' in shown


def test_for_paper_there_is_neither_a_link_nor_an_anchor(compared: Report) -> None:
    shown = printed(compared, compared.findings)
    assert "19 million euros" in shown
    assert "href=" not in shown
    assert " id=" not in shown


def test_without_a_record_words_are_marked_by_how_the_accounts_stand(compared: Report) -> None:
    written = page(compared, compared.findings)
    assert '<mark class="standing-not-checked relation-conflicts">Ana Duarte' in written
    assert '<mark class="standing-not-checked relation-differs">may close' in written
    assert "Words of a finding are marked by how the accounts stand:" in written
    assert "Outside the pillars" not in written
    assert 'name="pillar"' not in written
