"""Web pages: what of a page is its text, and what it says of itself."""

from __future__ import annotations

import pytest

from scripts.reading.formats import inside, web
from scripts.reading.formats.document import Document, Unreadable

TEXT = (
    "The ministry signed an agreement with the region to rebuild the railway, which a storm destroyed. ",
    "The minister said that the line would carry twice as many passengers as before, with freight. ",
    "Engineers will first secure the cliff, where the track slid into the sea in the night of 4 January. ",
)
MENU = "<nav><ul><li><a href=/a>News</a></li><li><a href=/b>Sport</a></li></ul></nav>"


def page(body: str = "", head: str = "") -> str:
    said = "".join(f"<p>{text}</p>" for text in TEXT)
    return f"<html><head>{head}</head><body>{MENU}<main><h1>A railway</h1>{said}{body}</main></body></html>"


def read(markup: str, whole: bool = False) -> Document:
    return inside.read("web", markup.encode(), whole)


def test_menus_are_left_out_told_of_and_taken_in_when_asked_for() -> None:
    found, whole = read(page()), read(page(), whole=True)
    assert "Sport" not in found.text
    assert found.left_out == ("1 block of menus",)
    assert "- Sport" in whole.text
    assert not whole.left_out


@pytest.mark.parametrize(
    ("amid", "shown"),
    [
        ("<ul><li>Trams first.</li><li>Trains later.</li></ul>", "- Trams first.\n- Trains later.\n"),
        (
            "<table><tr><th>Year</th><th>Cost</th></tr><tr><td>2026</td><td>9</td></tr></table>",
            "Year | Cost\n\n2026 | 9\n",
        ),
        ("<h2>Doubts</h2>", "## Doubts\n"),
        ("<p>Short.</p>", "Short.\n"),
        ("<div>One line.<br><br>Another line.</div>", "One line.\n\nAnother line.\n"),
        ("<div>12 Main<br>Street</div>", "12 Main Street\n"),
        ("<aside><p>Read more: <a href=/x>Storm wrecks the railway</a></p></aside>", ""),
        ('<div class="ad">Advertisement</div>', ""),
        ('<p style="display: none">Nobody sees this.</p>', ""),
        ("<p hidden>Nobody sees this.</p>", ""),
        ("<script>document.write('no')</script>", ""),
        ("<!-- no comment -->", ""),
    ],
)
def test_what_stands_amid_the_text(amid: str, shown: str) -> None:
    found = read(page(f"{amid}<p>{TEXT[0]}</p>")).text
    before, after = found.split(TEXT[2].strip() + "\n\n")
    assert after == f"{shown}{chr(10) if shown else ''}{TEXT[0].strip()}\n"
    assert before.startswith("# A railway\n\nThe ministry signed")


def test_the_number_of_a_footnote_is_no_word() -> None:
    noted = '<p>It cost nine million.<sup><a href="#n1">1</a></sup> It is an area of 9 km<sup>2</sup>.</p>'
    assert "It cost nine million. It is an area of 9 km2." in read(page(noted)).text


@pytest.mark.parametrize(
    ("head", "title", "day"),
    [
        ("<title>A railway | News</title>", "A railway | News", ""),
        ('<meta property="og:title" content="A railway"><title>x</title>', "A railway", ""),
        ('<meta property="article:published_time" content="2025-05-14T09:30:00+02:00">', "", "2025-05-14"),
        ('<meta name="date" content="2025-02-30">', "", ""),
        ('<meta name="DC.date.issued" content="2025-03-01">', "", "2025-03-01"),
        (
            '<script type="application/ld+json">{"@graph": [{"datePublished": "2025-05-02T10:00"}]}</script>',
            "", "2025-05-02",
        ),
        ('<script type="application/ld+json">{"broken": </script>', "", ""),
    ],
)  # fmt: skip
def test_what_a_page_says_of_itself(head: str, title: str, day: str) -> None:
    found = read(page(head=head))
    assert (found.title, found.day.isoformat() if found.day else "") == (title, day)
    assert found.dated == ("published" if day else "")


def test_a_day_in_the_text_is_not_taken_for_the_day_of_publication() -> None:
    assert read(page("<p>Published on 3 May 2025.</p><time datetime='2025-05-03'>3 May</time>")).day is None


@pytest.mark.parametrize(
    ("said", "encoding"),
    [
        ('<meta charset="utf-8">', "utf-8"), ("", "utf-8"), ("", "cp1252"), ("", "utf-16"),
        ('<meta charset="iso-8859-1">', "cp1252"), ('<meta charset="no such">', "utf-8"),
        ('<meta http-equiv="Content-Type" content="text/html; charset=windows-1252">', "cp1252"),
        ('<meta charset="utf-7">', "utf-8"),
    ],
)  # fmt: skip
def test_a_page_is_decoded_as_browsers_do(said: str, encoding: str) -> None:
    markup = page("<p>The “café” costs 9 €, they said in the evening.</p>", said)
    assert "The “café” costs 9 €" in inside.read("web", markup.encode(encoding), True).text


def test_a_page_that_is_all_script_is_one_clear_line() -> None:
    with pytest.raises(Unreadable, match="all script") as refused:
        read('<html><body><div id="root"></div><script src="app.js"></script></body></html>')
    assert "save it from there" in refused.value.remedy
    with pytest.raises(Unreadable, match="has no text"):
        read("<html><body><img src=x></body></html>")
    assert read("<html><body><p>It rained.</p></body></html>").text == "It rained.\n"


@pytest.mark.parametrize(
    "markup",
    [
        "<div>" * 20_000 + "It rained." + "</div>" * 20_000,
        "<table><tr><td>" * 3_000 + "It rained.",
        "<p>It rained.</p>" * 20_000,
        f"<p>{'<b>' * 5_000}It rained.",
        f"<html {'a=1 ' * 20_000}><body><p>It rained.</p>",
        "<!DOCTYPE html [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;&a;&a;'>]><p>It rained. &b;&b;</p>",
        '<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/passwd">]><p>It rained. &x;</p>',
    ],
    ids=["deep", "tables", "long", "inline", "attributes", "entities", "file"],
)
def test_hostile_markup_takes_bounded_time(markup: str) -> None:
    try:
        text = read(markup, whole=True).text
    except Unreadable:
        return
    assert "root:" not in text
    assert len(text) <= 2 * len(markup)


def test_nothing_else_is_fetched(monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*given: object, **named: object) -> None:
        raise AssertionError("fetched")

    monkeypatch.setattr("socket.socket.connect", refused)
    monkeypatch.setattr("socket.getaddrinfo", refused)
    linked = '<link rel=stylesheet href="http://example.org/a.css"><base href="http://example.org/">'
    assert read(
        page('<img src="http://example.org/b.png"><iframe src="http://example.org"></iframe>', linked)
    )


def test_no_main_text_is_said() -> None:
    found = read("<html><body><p>It rained.</p></body></html>")
    assert found.text == "It rained.\n"
    assert web.decoded(b"<p>x</p>") == "<p>x</p>"
