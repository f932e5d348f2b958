"""The article of a page as a tree: its contents, and what counts as an error of the page."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree
from xml.etree.ElementTree import Comment

import pytest
import tinyhtml5

from scripts.book.paper.html_parsing import SVG, article
from scripts.ground.faults import Fault


def written(tmp_path: Path, text: str) -> Path:
    (tmp_path / "page.html").write_text(text, "utf-8")
    return tmp_path / "page.html"


# the inside of an article: as a browser reads it
READ = [
    "<p>a &lt;b&gt; &amp;amp; &#34; &nbsp;&hellip;</p>",
    '<p id="x" class=y hidden>a<br>b<img src="c" alt="d">e</p>tail',
    "<p>a<!-- <p> --> b</p><div><div></div></div>",
    "<p title='&lt;svg&gt; \"x\"'>김 \u202e</p>",
    "<button>x</button><script>if (a < b) '</p>';</script><p>y</p>",
]


@pytest.mark.parametrize("inside", READ)
def test_an_article_is_read_as_a_browser_reads_it(tmp_path: Path, inside: str) -> None:
    text = f"<!DOCTYPE html><title>t</title><p>before</p><article>{inside}</article><article>other</article>"
    found = article(written(tmp_path, text))
    expected = tinyhtml5.parse(text, namespace_html_elements=False).find(".//article")
    assert expected is not None
    for comment in expected.iter(Comment):
        comment.text = ""
    elements = [(e.tag, dict(e.attrib)) for e in expected.iter() if e.tag is not Comment]
    assert [(e.tag, e.attrib) for e in found.iter()] == elements
    assert "".join(found.itertext()) == "".join(expected.itertext())


def test_a_drawing_keeps_the_capitals_of_its_names(tmp_path: Path) -> None:
    drawing = '<svg viewBox="0 0 1 1"><clipPath id="a"></clipPath><text>x &lt; y</text></svg>'
    named = drawing.replace("<svg", '<svg xmlns="http://www.w3.org/2000/svg"')
    root = article(written(tmp_path, f"<article><p>a{drawing}b</p>{named}</article>"))
    found, also = root.iter(f"{SVG}svg")
    assert ElementTree.tostring(found) == ElementTree.tostring(also) + b"b"
    assert found.attrib == {"viewBox": "0 0 1 1"}
    assert [e.tag for e in found] == [f"{SVG}clipPath", f"{SVG}text"]
    assert "".join(root.itertext()) == "ax < ybx < y"


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("<p>x</p>", "holds no article"),
        ("<article><p>x</article>", "line 1: </article> where <p> is open"),
        ("<article>\n<p><i>x</p></i></article>", "line 2: </p> where <i> is open"),
        ("<article><svg><g></svg></article>", "a drawing that is not XML"),
        ("<article>x", "holds no article"),
    ],
)
def test_what_is_wrong_with_a_page_is_one_line(tmp_path: Path, text: str, problem: str) -> None:
    with pytest.raises(Fault, match=problem):
        article(written(tmp_path, text))
