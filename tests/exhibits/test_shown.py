"""What is shown is safe, complete, and keeps its promises whatever the accounts say."""

from __future__ import annotations

import base64
import csv
import io
import re
from collections import Counter
from collections.abc import Callable
from html.parser import HTMLParser
from urllib.parse import urlsplit

import pytest
from accounts_to_show import HOSTILE, hostile_report

from scripts import exhibits
from scripts.exhibits.html import Exhibit, escaped, listed, tag, visible
from scripts.report import Report

Show = Callable[[Report], Exhibit]
ASKING = {"basis_table", "official_wordings_table"}  # these need more arguments than the report
# These show what was measured, of which a file may or may not be there; they have tests of their own.
MEASURED = {
    "fuzz_table", "proof_table", "reproducible_table", "speed_table", "survey_table", "corrections_table",
    "peers_table",
}  # fmt: skip
TABLES: dict[str, Show] = {
    name: getattr(exhibits, name)
    for name in exhibits.__all__
    if name not in ASKING | MEASURED and name.endswith(("_table", "_figure"))
}
CARDS: dict[str, Show] = {
    "basis_table": lambda r: exhibits.basis_table(r, "regional-cooperation"),
    "topics_by_document": lambda r: exhibits.topics_table(r, documents=True),
    "cast_window": lambda r: exhibits.cast_window(r, "A"),
    "findings_list": lambda r: exhibits.findings_list(r, [f.label for f in r.findings]),
    "finding_cards": lambda r: exhibits.finding_cards(r, [f.label for f in r.findings]),
    "overlap_sentence": lambda r: exhibits.overlap_sentence(r, "A"),
    "official_wordings": lambda r: exhibits.official_wordings_table(r, "name"),
    "agreements_list": exhibits.agreements_list,
    "headlines_list": exhibits.headlines_list,
    "proof_example": exhibits.proof_example,
    "conflict_example": exhibits.conflict_example,
}
EVERY = {**TABLES, **CARDS}
# These set accounts side by side: a third one must appear in each.
COMPARING = [name for name in EVERY if name not in {
    "documents_table", "terms_of_office_table", "terms_table", "events_table", "citations_table",
    "counts_table", "types_figure", "overlap_sentence", "agreed_table", "basis_table",
    "agreements_list", "headlines_list", "to_quote_table", "cast_window", "types_table", "bench_table",
    "pillars_table", "register_table",
    "afterwards_table", "official_wordings", "quotable_table", "say_instead_table",
    "proof_example", "conflict_example",
}]  # fmt: skip
TAGS = {
    "a",
    "abbr",
    "blockquote",
    "br",
    "caption",
    "code",
    "col",
    "colgroup",
    "div",
    "em",
    "figcaption",
    "figure",
    "li",
    "ol",
    "p",
    "q",
    "span",
    "strong",
    "table",
    "tbody",
    "td",
    "th",
    "thead",
    "tr",
    "details",
    "form",
    "input",
    "label",
    "option",
    "select",
    "button",
    "clippath",
    "defs",
    "g",
    "path",
    "rect",
    "small",
    "svg",
    "text",
    "title",
    "tspan",
    "ul",
    "use",
}
VOID = {"br", "col", "input"}
EXHIBIT = re.compile(r"(?:table|figure)-[a-z0-9]+(?:-[a-z0-9]+)*$")
DATA = "data:text/csv;charset=utf-8;base64,"


class Page(HTMLParser):
    """What a browser makes of an exhibit: its tags, attributes, text; that every tag is closed in order."""

    def __init__(self, markup: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.open: list[str] = []
        self.feed(markup)
        self.close()
        assert not self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data

    def values(self, name: str) -> list[str]:
        """The values of one attribute."""
        return [value for _, given in self.tags if (value := given.get(name)) is not None]


def page(shown: Exhibit) -> Page:
    return Page(shown._repr_html_())


# An exhibit of a report that lasts as long as the tests do, and what a browser makes of it, made once.
_MADE: dict[tuple[str, int], tuple[Exhibit, Page]] = {}


def made(name: str, report: Report) -> tuple[Exhibit, Page]:
    key = name, id(report)
    if key not in _MADE:
        shown = EVERY[name](report)
        _MADE[key] = shown, page(shown)
    return _MADE[key]


@pytest.mark.parametrize("name", EVERY)
@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_are_only_shown(name: str, words: str) -> None:
    found = page(EVERY[name](hostile_report(words)))
    assert {tag for tag, _ in found.tags} <= TAGS
    for _, given in found.tags:
        assert not [key for key in given if key.startswith("on")]
    for address in found.values("href"):
        assert urlsplit(address).scheme in {"", "https", "http"} or address.startswith(DATA)
    assert not set("\u202e\u200b\u0007") & set(found.text)


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_are_shown_as_they_stand(words: str) -> None:
    report = hostile_report(words)
    assert visible(words) in page(exhibits.claims_table(report)).text
    assert visible(words) in page(exhibits.sources_table(report)).text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("plain & simple", "plain &amp; simple"),
        ("<b>", "&lt;b&gt;"),
        ("a\u202eb", "a‹U+202E›b"),  # right-to-left override
        ("a\u200bb\u2060", "a‹U+200B›b‹U+2060›"),  # zero-width space, word joiner
        ("a\u00adb", "a‹U+00AD›b"),  # soft hyphen
        ("\ufeffa", "‹U+FEFF›a"),
        ("a\x1b[31m", "a‹U+001B›[31m"),
        ("a\u3164b\u2800", "a‹U+3164›b‹U+2800›"),  # blank letters
        ("a\ufe0f\U000e0041", "a‹U+FE0F›‹U+E0041›"),  # selector, tag letter
        ("a\ue000", "a‹U+E000›"),
        ("a\ud800", "a‹U+D800›"),
        ("a\u2028b\nc\td", "a‹U+2028›b c d"),
        ("김용현 “é”", "김용현 “é”"),
    ],
)
def test_escaping(text: str, expected: str) -> None:
    assert escaped(text) == expected


def test_attributes_are_escaped() -> None:
    assert tag("a", "x", href='"><script>', class_=None) == '<a href="&#34;&gt;&lt;script&gt;">x</a>'


@pytest.mark.parametrize("name", EVERY)
def test_every_exhibit_of_the_real_report(name: str, real: Report) -> None:
    shown, found = made(name, real)
    assert {tag for tag, _ in found.tags} <= TAGS
    bundle = shown._repr_mimebundle_()
    assert set(bundle) == {"text/html", "text/plain"}
    assert bundle["text/plain"].strip()
    assert not re.search(r"</|<(div|span|table|p|q|a)\b", bundle["text/plain"])
    if name not in {"overlap_sentence", "cast_window"}:
        assert shown.rows
        assert shown.csv().count("\n") >= len(shown.rows)
    assert not {"tex2jax_ignore", "mathjax_ignore"} - set(str(found.tags[0][1]["class"]).split())


@pytest.mark.parametrize("name", COMPARING)
def test_a_third_account_appears(name: str, three: Report) -> None:
    shown, found = made(name, three)
    cells = " ".join(str(cell) for row in shown.rows for cell in (*row, *row.values()))
    assert re.search(r"\bC\b", f"{found.text} {cells}")


@pytest.mark.parametrize("name", EVERY)
def test_no_both_of_three(name: str, three: Report) -> None:
    assert not re.search(r"\b[Bb]oth (accounts|of them)\b|\b[Nn]either\b", made(name, three)[1].text)


def test_third_account_says_what_others_do_not(three: Report) -> None:
    rows = {row["Headline"]: row for row in exhibits.unsaid_table(three).rows}
    troops = next(row for headline, row in rows.items() if "troops" in headline)
    assert troops["Account A"] == "not said"
    assert "“dispatch of troops”" in troops["Account C"]


@pytest.mark.parametrize("words", ["=1+1", "+1", "-1", "@SUM(A1)"])
def test_no_cell_of_a_data_file_is_a_formula(words: str) -> None:
    shown = Exhibit(tag("p", "x"), "x", ({words: words, "b": f"a {words}"},))
    assert list(csv.reader(shown.csv().splitlines())) == [[f"'{words}", "b"], [f"'{words}", f"a {words}"]]


def test_a_link_holds_the_data(real: Report) -> None:
    shown = exhibits.citations_table(real)
    (link,) = [given for tag, given in page(shown).tags if tag == "a" and "download" in given]
    assert link["download"] == "citations.csv"
    text = base64.b64decode(str(link["href"]).removeprefix(DATA)).decode("utf-8-sig")
    assert text == shown.csv()
    assert len(list(csv.DictReader(io.StringIO(text)))) == len(real.reference.citations)


def test_anchors_are_each_given_once_and_only_at_home(real: Report) -> None:
    homes = [
        exhibits.ledger_table(real, home=True),
        exhibits.claims_table(real, home=True),
        exhibits.citations_table(real, home=True),
    ]
    read = [*(page(shown) for shown in homes), *(made(name, real)[1] for name in EVERY)]
    anchors = Counter(a for found in read for a in found.values("id"))
    places = [a for a in anchors if not a.startswith(("table-", "figure-"))]
    assert [a for a in places if anchors[a] > 1] == []
    wanted = {f.anchor for f in real.findings} | {c.anchor for c in real.claims}
    wanted |= {f"cite-{c.key}" for c in real.reference.citations}
    assert wanted <= set(anchors)


def test_every_table_and_figure_has_an_anchor_of_its_own_from_what_it_shows(
    real: Report, three: Report
) -> None:
    shown = {name: [a for a in made(name, real)[1].values("id") if EXHIBIT.match(a)] for name in EVERY}
    assert [name for name in TABLES if not shown[name]] == []
    counts = Counter(anchor for anchors in shown.values() for anchor in anchors)
    assert [anchor for anchor, count in counts.items() if count > 1] == []
    # A third account changes what is shown, not what it is called.
    assert [a for a in made("tenure_figure", three)[1].values("id") if EXHIBIT.match(a)] == ["figure-tenures"]
    # Each place for a citation is that of an anchor in the same exhibit, and has a title of its own.
    for name in EVERY:
        places = [given for tag, given in made(name, real)[1].tags if tag == "details"]
        titled = {given["data-cites"] for given in places if given.get("data-title")}
        assert titled == set(shown[name])


def test_links_lead_to_anchors(real: Report) -> None:
    homes = {
        "ledger.html": exhibits.ledger_table(real, home=True),
        "claims.html": exhibits.claims_table(real, home=True),
        "reference.html": exhibits.citations_table(real, home=True),
        "glossary.html": exhibits.glossary_table(real),
        "say-instead.html": exhibits.quotable_table(real),
    }
    anchors = {f"{name}#{a}" for name, shown in homes.items() for a in page(shown).values("id")}
    anchors |= {f"reference.html#{a}" for a in page(exhibits.documents_table(real)).values("id")}
    for name in EVERY:
        found = made(name, real)[1]
        own = {f"#{a}" for a in found.values("id")}
        for address in found.values("href"):
            assert address.startswith(("http", DATA)) or address in anchors | own, (name, address)


def test_regions_of_a_page_are_told_apart(real: Report) -> None:
    pillars = [p.id for p in real.pillars.pillars]
    read = [made(name, real)[1] for name in TABLES]
    read += [page(exhibits.claims_table(real, pillar=p)) for p in pillars]
    read += [page(exhibits.topics_table(real, pillar=p)) for p in pillars]
    names = Counter(n for found in read for n in found.values("aria-label") if n != "nothing")
    regions = [a["aria-label"] for found in read for _, a in found.tags if a.get("role") == "region"]
    assert len(regions) == len(set(regions)), names.most_common(2)


def test_the_ledger_has_every_finding_once_in_its_order(real: Report) -> None:
    assert [row["Finding"] for row in exhibits.ledger_table(real).rows] == [f.label for f in real.findings]


def test_meanings_on_the_real_seeds(real: Report) -> None:
    offices = {row["Office"]: row for row in exhibits.office_table(real).rows}
    minister = offices["ROK Minister of National Defense"]
    assert minister["Account A"] == "Kim Yong Hyun confirmed"
    assert minister["Account B"] == "Lee Jong-sup refuted"
    assert minister["Record"].startswith("Kim Yong-hyun 김용현, 6 September 2024 to 5 December 2024")
    meetings = [row for row in exhibits.meetings_table(real).rows if row["Meeting"] == "When"]
    assert [(row["Account A"], row["Account B"]) for row in meetings] == [
        ("“October 30, 2024”", "“October 30, 2024”"),
        ("“October 31”", "“October 30, 2024”"),
    ]
    assert {row["Account A"] for row in exhibits.unsaid_table(real).rows} == {"not said"}
    span = "held office together only from 12 May 2022 to 7 October 2023."
    assert exhibits.overlap_sentence(real, "B").plain.startswith(
        f"The four office-holders whom B names {span}"
    )


def test_counts_add_up(real: Report) -> None:
    *types, whole = exhibits.counts_table(real).rows
    assert whole["All"] == str(len(real.findings)) == str(sum(int(row["All"]) for row in types))
    *_, claims = exhibits.coverage_table(real).rows
    assert int(claims["Account A"]) + int(claims["Account B"]) == len(real.claims)


@pytest.mark.parametrize(
    ("words", "expected"), [([], ""), (["A"], "A"), (["A", "B"], "A and B"), (["A", "B", "C"], "A, B and C")]
)
def test_lists(words: list[str], expected: str) -> None:
    assert listed(words) == expected


def test_phrases_follow_the_number_of_accounts(real: Report, three: Report) -> None:
    two_and_three = {
        exhibits.accounts_phrase: ("both accounts", "all three accounts"),
        exhibits.the_accounts_phrase: ("the two accounts", "the three accounts"),
        exhibits.each_phrase: ("each account", "each of the three accounts"),
        exhibits.neither_phrase: ("neither account", "none of the three accounts"),
        exhibits.either_phrase: ("either account", "any of the three accounts"),
        exhibits.sigla_phrase: ("A and B", "A, B and C"),
    }
    for phrase, expected in two_and_three.items():
        assert (phrase(real), phrase(three)) == expected


def test_every_public_function_is_described() -> None:
    described = exhibits.__doc__ or ""
    missing = {name for name in exhibits.__all__ if name not in described}
    assert missing <= {"Exhibit", "PAGES"}
