"""What is read from web pages, PDF, Word files and mails: good ones spoilt, and ones made of hostile parts.

The readers run here without the process that bounds them, so that what is found is a fault of theirs.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from pathlib import Path

from fuzz import grammar, promises
from fuzz.guard import bounded, inside
from fuzz.layer import ERROR, RESULT, Layer
from hypothesis import strategies as st

from scripts.reading.formats.document import Unreadable
from scripts.reading.formats.inside import read
from scripts.reading.passages import passages
from scripts.reading.sources import Source

_FILES = Path(__file__).parents[1] / "reading" / "formats" / "files"
_KINDS = {".html": "web", ".mhtml": "mail", ".pdf": "pdf", ".docx": "word", ".eml": "mail"}
_GOOD = tuple(
    (_KINDS[path.suffix], path.read_bytes()) for path in sorted(_FILES.iterdir()) if path.suffix in _KINDS
)
Drawn = tuple[str, bytes, bool]


def check_format(drawn: Drawn) -> str:
    """Read a file by a reader: a text that nothing obeys and all of whose pages lie in it, or one line."""
    kind, data, whole = drawn
    try:
        with inside(), bounded(20 * len(data)):
            found = read(kind, data, whole)
    except Unreadable as why:
        for line in (why.problem, why.remedy):
            assert line
            assert "\n" not in line
        return ERROR
    found.text.encode()
    assert "\0" not in found.text
    starts = [page.start for page in found.pages]
    assert starts == sorted(starts)
    assert all(start <= len(found.text) for start in starts)
    assert len({page.number for page in found.pages}) == len(starts)
    for said in (found.title, *found.left_out, *found.remarks):
        assert "\n" not in said
        said.encode()
    assert bool(found.day) == bool(found.dated)
    with bounded(len(found.text)):
        promises.nothing_is_lost(found.text, passages(_source(found.text)))
    return RESULT


def _source(text: str) -> Source:
    facts = dict.fromkeys(("title", "publisher", "url", "as_of_written", "kind", "likelihood", "reason"), "")
    return Source(
        siglum="A", file=Path("A"), published=None, as_of=None, as_of_sure="L", events=(), original="",
        sha256="", text=text, **facts,
    )  # fmt: skip


# Bytes changed at a few places: cut, doubled, exchanged.
_cuts = st.lists(
    st.tuples(
        st.integers(0, 1 << 20),
        st.integers(0, 40),
        st.binary(max_size=8)
        | st.sampled_from(
            (
                b"\x00",
                b"<",
                b">",
                b"/",
                b"(",
                b"[" * 50,
                b"<<" * 50,
                b"&a;",
                b"\xff\xfe",
                b"endobj",
                b"9" * 30,
            )
        ),
    ),
    min_size=1,
    max_size=5,
)


def _spoilt(drawn: tuple[tuple[str, bytes], list[tuple[int, int, bytes]], bool]) -> Drawn:
    (kind, data), cuts, whole = drawn
    for at, long, put in cuts:
        place = at % (len(data) + 1)
        data = data[:place] + put + data[place + long :]
    return kind, data, whole


_words = (
    grammar.sentences
    | grammar.paragraphs
    | st.sampled_from((*grammar.MARKUP, *grammar.UNSEEN))
    | grammar.runs
)
_tags = st.sampled_from(
    (
        "p",
        "div",
        "li",
        "ul",
        "table",
        "tr",
        "td",
        "h1",
        "h3",
        "a href=x",
        "nav",
        "aside",
        "article",
        "br",
        "pre",
        "script",
        "style",
        "noscript",
        "template",
        "svg",
        "iframe src=http://a.example/",
        "form",
        "b",
        "sup",
        "title",
        "meta charset=utf-16",
        "meta name=date content=2025-13-01",
        "base href=http://a.example/",
        "p hidden",
        "p class=ad",
        "body",
        "html",
        "!DOCTYPE x [<!ENTITY a 'b'>]",
        "!--",
        "![CDATA[",
        "?xml version='1.0'?",
    )
)
_deep = st.tuples(_tags, st.integers(1, 3000)).map(lambda drawn: f"<{drawn[0]}>" * drawn[1])
_elements = st.one_of(
    st.tuples(_tags, _words).map(lambda d: f"<{d[0]}>{d[1]}</{d[0].split()[0]}>"),
    _words,
    _tags.map(lambda tag: f"<{tag}>"),
    _tags.map(lambda tag: f"</{tag.split()[0]}>"),
    _deep,
)
_pages = st.lists(_elements, max_size=25).map("".join)


def _word_file(body: str) -> bytes:
    """A Word file whose document is this markup in the places of words, or as it stands."""
    head = '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("[Content_Types].xml", "<Types/>")
        packed.writestr("word/document.xml", f"{head}{body}</w:body></w:document>".encode("utf-8", "replace"))
    return made.getvalue()


_runs = st.sampled_from(
    (
        "<w:p>",
        "</w:p>",
        "<w:r>",
        "</w:r>",
        "<w:t>It rained.</w:t>",
        "<w:tbl><w:tr><w:tc>",
        "</w:tc></w:tr></w:tbl>",
        "<w:ins>",
        "</w:ins>",
        "<w:del>",
        "</w:del>",
        "<w:p><w:r><w:t>The port is open.</w:t></w:r></w:p>",
        "<w:br/>",
        "<w:footnoteReference w:id='1'/>",
        "<w:hyperlink>",
        "<w:drawing/>",
        "<!DOCTYPE d>",
        "&amp;",
        "&a;",
    )
)
_word_files = st.lists(_runs, max_size=20).map("".join).map(_word_file)
_objects = st.sampled_from(
    (
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R 2 0 R] /Count 9 >>",
        b"<< /Type /Page /Parent 2 0 R /Contents 4 0 R /MediaBox [0 0 9e9 -1] >>",
        b"[" * 400,
        b"<<" * 400,
        b"<< /Length 99999999 >> stream\nBT (It rained.) Tj ET\nendstream",
        b"(It rained.)",
        b"4 0 R",
        b"null",
        b"<< /Length 40 /Filter /FlateDecode >> stream\n"
        + zlib.compress(b"BT (a) Tj ET " * 100_000)
        + b"\nendstream",
        b"<< /Length 9 /Filter [/FlateDecode /FlateDecode /ASCIIHexDecode] >> stream\nxx\nendstream",
        b"<< /Length 60 >> stream\nBT /F 1 Tf 1 0 0 1 9e30 -9e30 Tm (It) Tj q q q Q ET /X Do\nendstream",
        b"<< /Encrypt 1 0 R /Root 1 0 R >>",
        b"<< /Type /Font /Subtype /Type0 /DescendantFonts [5 0 R] >>",
    )
)


def _pdf(objects: list[bytes]) -> bytes:
    numbered = b"".join(b"%d 0 obj\n%s\nendobj\n" % (at, one) for at, one in enumerate(objects, 1))
    return b"%PDF-1.7\n" + numbered + b"trailer << /Root 1 0 R /Info 3 0 R /Size 9 >>\nstartxref\n9\n%%EOF"


_pdfs = st.lists(_objects, min_size=1, max_size=7).map(_pdf)
_heads = st.lists(
    st.sampled_from(
        (
            "Subject: =?utf-8?b?////?=",
            "Date: Mon, 99 Xxx 99999 99:99",
            "From: a",
            "Content-Type: text/html",
            "Content-Type: multipart/mixed; boundary=x",
            "Content-Type: multipart/alternative; boundary=",
            "To: \x00",
            "Content-Type: text/plain; charset=punycode",
            "Content-Type: message/rfc822",
            "MIME-Version: 1.0",
            "Content-Transfer-Encoding: base64",
            "Content-Transfer-Encoding: quoted-printable",
            "Content-Location: x",
            "Content-Type: text/plain; format=flowed",
            "Content-Disposition: attachment; filename*=x''%ff",
            "",
        )
    ),
    max_size=6,
).map("\n".join)
_mails = st.lists(st.tuples(_heads, _words | _pages), min_size=1, max_size=5).map(
    lambda parts: "\n--x\n".join(f"{head}\n\n{body}" for head, body in parts).encode("utf-8", "replace")
)


def _of(kind: str, inputs: st.SearchStrategy[bytes]) -> st.SearchStrategy[Drawn]:
    return st.tuples(st.just(kind), inputs, st.booleans())


_inputs = st.one_of(
    st.tuples(st.sampled_from(_GOOD), _cuts, st.booleans()).map(_spoilt),
    _of("web", _pages.map(lambda page: page.encode("utf-8", "replace"))),
    _of("word", _word_files),
    _of("pdf", _pdfs),
    _of("mail", _mails),
    _of("web", grammar.documents),
)
FORMATS = Layer(
    "formats", "pages, PDF, Word files and mails, spoilt or made of hostile parts", 20, _inputs, check_format
)
