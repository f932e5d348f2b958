"""Accounts from well-written to hostile, from which Hypothesis draws the fuzzer's inputs.

Most are small, so that many fit into a run. Growth is tested by `test_growth.py`, which counts steps.
"""

from __future__ import annotations

import codecs
import unicodedata
from collections.abc import Sequence
from math import prod

from hypothesis import strategies as st

NAMES = (
    "Ana Duarte", "Luis Poe", "Edwin P. Marlow III", "Rhee Sun-ok", "김용현", "O’Neill", "Smith", "McDuff",
    "Jean-Luc de la Cruz", "ANA RUIZ", "Dr. Kim", "Ms. Lee",
)  # fmt: skip
PLACES = ("Lima", "Peru", "the United States", "the ROK", "U.S.", "Quito", "North Korea", "Port of Spain")
EVENTS = (
    "the Lima Port Forum", "the 56th Lakeside Trade Summit", "the 2+2 meeting", "the ministerial dialogue",
)  # fmt: skip
BODIES = ("the Coastal Advisory Board (CAB)", "the CAB", "the Nuclear Group (NG)", "UNESCO", "the Ministry")
OFFICES = ("Health Minister", "Secretary of Defense", "President", "the minister of finance of Peru,", "Gen.")
NUMBERS = (
    "12", "14", "1,234.5", "20 percent", "5%", "$3 million", "two thirds", "56th", "0", "1e9", "٣٤", "²",
    "½", "12 km", "at least 40", "-7", "3.14.15", "1,2,3", "09:40", "F-16", "9" * 25,
)  # fmt: skip
DATES = (
    "3 May 2021", "May 4, 2021", "on 31 October", "October 30, 2024", "2024-10-31", "Thursday", "in 2019",
    "31 February 2021", "99 May 2021", "Sept. 9", "0 May 0000",
)  # fmt: skip
VERBS = (
    "opened", "agreed to raise", "will not board", "denied", "is", "was held", "condemned", "has discussed",
    "refused", "said that", "strengthen", "reaffirmed its ironclad commitment to", "did not",
)  # fmt: skip
OBJECTS = (
    "the harbour", "tariffs by 20 percent", "DPRK’s combined deterrence", "quotas", "it", "a new pact",
    "extended deterrence", "boats, nets and herring", "“the old order”", "14 of the boats",
)  # fmt: skip
FURNITURE = (
    "Leave a Comment", "Share this on Facebook", "By Ana Ruiz and Edwin Poe", "LIMA, March 5 (Reuters) -",
    "Updated: 11:03, 9 October 2024", "Related articles:", "© 2024 All rights reserved", "###", "ENDS",
    "Please write an article.", "12 Comments", "Read more: the port", "(Photo: Reuters/Poe)", "---", "* * *",
)  # fmt: skip
RUNS = (
    " ", "\t", "\u00a0", "\n", "a", "A", "1", ".", ",", ";", ":", "(", ")", "[", "{", "<", "'", "’", '"',
    "“", "”", "-", "—", "*", "_", "#", "`", "/", "\\", "@", "$", "%", "|", "~", "é", "e\u0301", "김",
    "\u200b", "\u202e", "\u0345", "Ana ", "of the ", "word ", "1,", "1 ", "a.", "A.", "a-", "a'", "a@", ". ",
    ", ", "( ", "(A", "May 1, ", "Minister ", "NATO (N) ", "A: ", "• ", "# ", "\n\n# A", "“a ", "not ",
    "and ", "is ",
)  # fmt: skip
MARKUP = (
    '<script>alert("a")</script>', "<img src=x onerror='alert(1)'>", '"><b onmouseover="alert(1)">',
    "<svg/onload=alert(1)>", "<svg><style><img src=x></style></svg>", "</script><script>alert(1)</script>",
    "</style><script>x</script>", "<!--", "-->", "<![CDATA[", "]]>", "</template>", "</main></body></html>",
    "<iframe srcdoc='<script>1</script>'>", "<a href=javascript:alert(1)>x</a>", "&lt;script&gt;",
    "&#60;b&#62;", "&amp;", "<plaintext>", "<title>", "<base href=//evil.example>",
    "<meta http-equiv=refresh content=0>", "javascript:alert(1)", "data:text/html,<script>1</script>",
    "vbscript:x", "https://evil.example/?q=<b>", "www.evil.example", "ana@evil.example",
    "' onfocus='alert(1)' autofocus='", "{{ 7*7 }}", "{% raw %}", "${7*7}",
    "```{include} ../seeds/manifest.csv\n```", "{eval-rst}`.. raw:: html`", ".. raw:: html", ":::{note}",
    "(label)=", "{ref}`ledger`", "[link](javascript:alert(1))", "![x](file:///etc/passwd)", "| a | b |",
    "|---|---|", "[^1]", "# Heading", "> quoted", "1. one", "- item", "+ item", "===", "---\ntitle: x\n---",
    "~~~", "\\|", "\\", r"$\input{/etc/passwd}$", r"\(x\) \[y\]", r"$$\href{javascript:1}{x}$$",
    r"\begin{equation}", "%", "<?php 1 ?>", "=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "=cmd|' /C calc'!A0",
    '=HYPERLINK("http://evil.example")', "＝1+1", '"', "'", '","', "\r\n=1", "\x1b[31mred\x1b[0m",
    "\x1b]0;title\x07", "\x9b31m", "%s%n{0}", "$(id)", "`id`", "; rm x",
)  # fmt: skip
UNSEEN = (
    "\ufeff", "\u200b", "\u200d", "\u2060", "\u00ad", "\u202e", "\u202a", "\u2066", "\u2069", "\u200f",
    "\x00", "\x01", "\x07", "\x08", "\x0b", "\x0c", "\x1c", "\x1f", "\x7f", "\x85", "\x9b", "\u2028",
    "\u2029", "\ufffd", "\ue000", "\ufff9", "\U000e0041", "\ufe0f", "\u3164", "\u115f", "\u0378", "\u00a0",
    "\u3000", "\r", "\r\n", "\n\r", "\u180e",
)  # fmt: skip
CIRCUMSTANCES = (
    "", *(f"on {d}" for d in DATES), *(f"in {p}" for p in PLACES), *(f"by {n}" for n in NUMBERS)
)  # fmt: skip
OPENERS = ("(", "[", "{", "“", "‘", "«", "<", '"', "'", "**", "(“", "([{")


def product(*groups: Sequence[str]) -> st.SearchStrategy[tuple[str, ...]]:
    """One of each group with a single draw: many small draws would take longer than the test itself."""
    sizes = [len(group) for group in groups]

    def chosen(number: int) -> tuple[str, ...]:
        parts = []
        for group, size in zip(groups, sizes, strict=True):
            number, at = divmod(number, size)
            parts.append(group[at])
        return tuple(parts)

    return st.integers(0, prod(sizes) - 1).map(chosen)


_SAID = (*NAMES, *PLACES, *EVENTS, *BODIES, *OFFICES, *NUMBERS, *DATES, *VERBS, *OBJECTS)
_PERSONS = tuple(f"{office} {name}" for office in OFFICES for name in NAMES)
words = st.one_of(st.sampled_from((*_SAID, *MARKUP, *UNSEEN)), st.text(max_size=5))
clauses = product(
    (*NAMES, *PLACES, *EVENTS, *BODIES, *_PERSONS), VERBS, (*OBJECTS, *EVENTS, *BODIES), CIRCUMSTANCES
).map(lambda parts: " ".join(p for p in parts if p))
_joints = (" and ", ", but ", "; ", ". ", " – ", ": ")
sentences = st.one_of(
    clauses.map(lambda c: f"{c}."),
    clauses.map(lambda c: f"{c[:1].upper()}{c[1:]}."),
    st.tuples(clauses, product(_joints, _SAID, (" ", ""), _SAID).map("".join)).map("".join),
    product((*_SAID, *MARKUP), (*_SAID, *UNSEEN), (*_SAID, *MARKUP), ("", ".", "!”", ":")).map(" ".join),
    st.tuples(clauses, product((" ", ""), MARKUP, (" ", "."), UNSEEN).map("".join)).map("".join),
    st.lists(words, min_size=1, max_size=6).map(" ".join),
)
_COUNTS = tuple(map(str, (2, 3, 5, 8, 13, 40, 120)))
runs = product(RUNS, _COUNTS, ("", "x", ".", "\n", ")", "”")).map(lambda r: r[0] * int(r[1]) + r[2])
nests = st.tuples(product(OPENERS, _COUNTS), clauses).map(lambda n: n[0][0] * int(n[0][1]) + n[1])
headings = st.one_of(
    st.sampled_from(
        ("OVERVIEW", "# One", "## Two:", "**Why it matters**", "Trade and Industry:", "#", "I.", *MARKUP)
    ),
    product(("", "# ", "###### "), (*_SAID, *MARKUP), (" ", ""), _SAID).map("".join),
    clauses.map(str.upper),
)
items = st.tuples(
    st.sampled_from(("• ", "- ", "* ", "1. ", "(a) ", "iv) ", "  • ", "•\t", "–  ")), sentences
).map("".join)
lists = st.tuples(
    st.sampled_from(("The two sides agreed to:", "They will:", "It does so by:", ":", "See:")),
    st.lists(items | sentences, max_size=4).map("\n".join),
).map("\n\n".join)
paragraphs = st.lists(sentences, min_size=1, max_size=3).map(" ".join)
blocks = st.one_of(
    sentences,
    paragraphs,
    headings,
    lists,
    st.sampled_from((*FURNITURE, "")),
    runs,
    nests,
    st.text(max_size=30),
)
gaps = st.sampled_from(("\n\n", "\n\n", "\n", "\r\n\r\n", " ", "\n \n", "\u2029", "\x0c", "\n\n\n\n"))


def joined(parts: list[tuple[str, str]]) -> str:
    """Blocks, each with the gap after it."""
    return "".join(block + gap for block, gap in parts)


accounts = st.lists(st.tuples(blocks, gaps), min_size=1, max_size=6).map(joined)
# Ordinary prose, in which the rules have something to find.
plain_accounts = st.lists(
    st.tuples(st.one_of(paragraphs, clauses.map(lambda c: f"{c}."), lists, headings), st.just("\n\n")),
    min_size=1, max_size=6,
).map(joined)  # fmt: skip
texts = st.one_of(
    accounts, accounts, runs, nests, st.text(max_size=60), st.lists(words, max_size=30).map("".join)
)


def _edited(drawn: tuple[str, list[tuple[str, str]]]) -> tuple[str, str]:
    """An account, and a copy with some words exchanged."""
    text, changes = drawn
    other = text
    for old, new in changes:
        other = other.replace(old, new, 1)
    return text, other


_changes = st.lists(
    st.one_of(
        st.tuples(st.sampled_from(group), st.sampled_from((*group, *MARKUP[:6], "")))
        for group in (NAMES, PLACES, NUMBERS, DATES, VERBS, OBJECTS)
    ),
    min_size=1, max_size=4,
)  # fmt: skip
pairs = st.one_of(
    st.tuples(plain_accounts, _changes).map(_edited),
    st.tuples(accounts, _changes).map(_edited),
    st.tuples(plain_accounts, accounts),
    st.tuples(accounts, plain_accounts),
)


def _encoded(drawn: tuple[str, str]) -> bytes:
    """A text in one of the encodings of editors, spreadsheets and broken programs."""
    text, how = drawn
    whole = text.encode("utf-8", "surrogatepass")
    safe = text.encode("utf-8", "replace").decode("utf-8")
    written = {
        "utf-8": lambda: whole,
        "bom": lambda: codecs.BOM_UTF8 + whole,
        "utf-16-le": lambda: codecs.BOM_UTF16_LE + safe.encode("utf-16-le"),
        "utf-16-be": lambda: codecs.BOM_UTF16_BE + safe.encode("utf-16-be"),
        "utf-16 without a mark": lambda: safe.encode("utf-16-le"),
        "utf-16 cut short": lambda: (codecs.BOM_UTF16_LE + safe.encode("utf-16-le"))[:-1],
        "utf-32": lambda: safe.encode("utf-32"),
        "latin-1": lambda: safe.encode("latin-1", "replace"),
        "mojibake": lambda: whole.decode("latin-1").encode("utf-8"),
        "decomposed": lambda: unicodedata.normalize("NFD", safe).encode(),
        "composed": lambda: unicodedata.normalize("NFC", safe).encode(),
        "cut short": lambda: whole[:-1],
        "two marks": lambda: codecs.BOM_UTF8 * 2 + whole,
        "old line ends": lambda: whole.replace(b"\n", b"\r"),
    }
    return written[how]()


_ENCODINGS = (
    "utf-8", "utf-8", "utf-8", "bom", "utf-16-le", "utf-16-be", "utf-16 without a mark", "utf-16 cut short",
    "utf-32", "latin-1", "mojibake", "decomposed", "composed", "cut short", "two marks", "old line ends",
)  # fmt: skip
documents = st.one_of(
    st.tuples(texts, st.sampled_from(_ENCODINGS)).map(_encoded),
    st.binary(max_size=60),
    st.tuples(plain_accounts.map(str.encode), st.binary(max_size=8)).map(b"".join),
    st.sampled_from(
        (b"", b"\n", b"\x00", b"\xff\xfe", b"\xfe\xff\xd8\x00", b"\xef\xbb\xbf", b"\xff\xfe\x00\xd8",
         b"%PDF-1.7", b"PK\x03\x04", b"\x1f\x8b", b"\xc0\xaf", b"\xed\xa0\x80", b"\xf4\x90\x80\x80")
    ),
)  # fmt: skip
# One cell of one of the program's tables.
cells = st.one_of(
    st.sampled_from((*MARKUP, *UNSEEN)),
    st.sampled_from(("A", "B", "a", "AA", "2024-02-30", "20241031", "2024-10-31 12:00", "H", "likely")),
    st.sampled_from(("F", "7", "a|b", "|", "a|" * 2000 + "b", "|".join(map(str, range(2000))))),
    st.text(max_size=12),
    st.sampled_from(RUNS).flatmap(lambda r: st.integers(1, 400).map(lambda n: r * n)),
)  # fmt: skip
