"""Lines that belong to a web page and not to an account."""

from __future__ import annotations

import time

import pytest

from scripts import english


def kinds_of(line: str) -> set[str]:
    return {kind for kind, pattern, _ in english.chrome_patterns() if pattern.search(line)}


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Leave a Comment", "comment-form"),
        ("Post your reply", "comment-form"),
        ("3 comments", "comment-form"),
        ("Log in to post a comment", "comment-form"),
        ("22", "counter"),
        ("1,204 views", "counter"),
        ("5 min read", "counter"),
        ("Share on Facebook", "share-bar"),
        ("Facebook | Twitter | Email", "share-bar"),
        ("I\u2019ve asked ChatGPT the following question, and here is its reply.", "model-remark"),
        ("The AI has written this story for you.", "model-remark"),
        ("As an AI language model, I cannot", "model-remark"),
        ("Please write a long essay on the flood in the valley.", "model-prompt"),
        ("Responses should be in French.", "model-prompt"),
        ("date 2023-01-15", "crawl-stamp"),
        ("Published: 12 May 2023", "crawl-stamp"),
        ("3 hours ago", "crawl-stamp"),
        ("2023-01-15T10:00:00Z", "crawl-stamp"),
        ("Read more", "navigation"),
        ("Skip to content", "navigation"),
        ("Related articles", "navigation"),
        ("Sign up for our daily newsletter", "subscription"),
        ("Subscribe now", "subscription"),
        ("© 2024 The Daily Paper", "copyright"),
        ("All rights reserved.", "copyright"),
        ("Photo: A. Person", "copyright"),
        ("We use cookies to improve your visit.", "cookie-notice"),
        ("Source: The Daily Paper", "source-line"),
    ],
)
def test_furniture_is_recognised(line: str, kind: str) -> None:
    assert kind in kinds_of(line)


@pytest.mark.parametrize(
    "line",
    [
        "The ministers met in Vienna on Monday and agreed to meet again in May.",
        "The court asked the company to share its data with the regulator.",
        "Discussed the need for closer links in energy and trade.",
        "Rescuers found 22 people alive.",
        "The company has provided 3,000 masks to hospitals.",
        "Key points",
        "Overview",
        "The minister said she hoped the two sides would follow up on the plan.",
        "The regulator said it would subscribe to the principle.",
        "Sources close to the talks said a deal was near.",
        "The government will register all boats under the new law.",
        "Home prices rose for the third month.",
        "AI has changed how doctors read scans.",
    ],
)
def test_prose_is_no_furniture(line: str) -> None:
    assert not kinds_of(line)


def test_patterns_are_quick_on_long_lines() -> None:
    parts = ("a", " ", "please ", "share|", "1,", "cookies ", "write a ", "the ai has ", "\u00a9 ")
    for part in parts:
        short, long = (seconds(part * (size // len(part))) for size in (5_000, 40_000))
        assert long <= 20 * short + 0.1, part  # in proportion 8 times; with the square, 64


def seconds(line: str) -> float:
    """The processor time that a line takes, whoever else uses the machine."""
    spent = []
    for _ in range(3):
        started = time.process_time()
        kinds_of(line)
        spent.append(time.process_time() - started)
    return min(spent)
