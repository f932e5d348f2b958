"""Accounts to show: a third one of the same meeting, and small ones full of hostile words."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

from scripts import report
from scripts.reading.sources import Source
from scripts.record import Reference
from scripts.record.pillars import Pillars
from scripts.report.labels import Register

THIRD = (
    "The 56th U.S.-ROK Security Consultative Meeting was held in Seoul on October 29, 2024. "
    "U.S. Secretary of Defense Lloyd J. Austin III and ROK Minister of National Defense Shin Won-sik "
    "led it.\n\n"
    "The ministers condemned the dispatch of troops to Russia. They agreed to share information on space.\n"
)
HOSTILE = (
    '<script>alert("a")</script>',
    "<img src=x onerror='alert(1)'>",
    '"><b onmouseover="alert(1)">',
    "{eval-rst}`.. raw:: html`",
    "```{include} ../seeds/manifest.csv```",
    "[link](javascript:alert(1))",
    r"$\input{/etc/passwd}$ \(x\) \[y\]",
    "{{ config }} {% raw %}",
    "&lt;script&gt; &#60;",
    "left\u202eright\u200b\u0007",
)


def source(siglum: str, text: str, **given: object) -> Source:
    """A source with a text and nothing else known of it, except what is given."""
    known = Source(
        siglum=siglum, file=Path(f"{siglum}.txt"), title="", publisher="", url="",
        published=date(2024, 10, 31), as_of=date(2024, 10, 31), as_of_written="2024-10-31", as_of_sure="L",
        events=(), kind="", likelihood="", reason="", original="",
        sha256=hashlib.sha256(text.encode()).hexdigest(), text=text,
    )  # fmt: skip
    return replace(known, **given)  # type: ignore[arg-type]


def hostile_text(words: str) -> str:
    """A short account that has hostile words in every kind of place."""
    return (
        f"{words}\n\nOverview {words}\n\n"
        f"The Third Lakeside Trade Summit was held on 30 October 2024 in Geneva. "
        f"Finance Minister Ana {words} Duarte of Peru agreed to raise tariffs by 20 percent {words}.\n\n"
        f"The two sides agreed to {words} by:\n\n  • Strengthen the {words} trade framework.\n"
        f"  • Discussed {words} quotas on 12 fisheries.\n\nLeave a Comment {words}\n"
    )


@cache
def hostile_report(words: str) -> report.Report:
    """Two accounts full of hostile words, their manifest rows too, against an empty record."""
    facts = dict.fromkeys(("title", "publisher", "kind", "likelihood", "reason", "original"), words)
    one = source("A", hostile_text(words), url=f"https://example.org/{words}", **facts)
    two = source("B", hostile_text(words).replace("20 percent", "30 percent"), url=words, **facts)
    return report.compile_report([one, two], Reference.empty(), Pillars(), Register())
