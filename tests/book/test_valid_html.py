"""Every page read by the Nu checker, the W3C's own: no error and no warning."""

from __future__ import annotations

import json
import subprocess

import pytest

from scripts.book.installation.system import NU
from tests.conftest import Book

pytestmark = pytest.mark.browser

# What the checker says and is no fault of the page.
NO_FAULT = (
    # The heading of the article is the first of its first section; the checker looks beside it only.
    "Article lacks heading.",
    # For the same reason: it stands in that section, and is the only one of the page.
    "Consider using the “h1” element as a top-level heading only",
)


def test_every_page_is_valid_html(whole_book: Book, published: Book) -> None:
    """And a page of a published book, which has buttons that lead into its repository."""
    paths = [path for path in sorted(whole_book.html.rglob("*.html")) if "_static" not in path.parts]
    paths.append(published.html / "chapters" / "first.html")
    assert len(paths) > 10
    checker = ["java", "-Xss4m", "-jar", NU, "--format", "json", "--exit-zero-always", *paths]
    done = subprocess.run(checker, capture_output=True, text=True, timeout=300)
    said = json.loads(done.stderr)["messages"]
    faults = [
        f"{message['url'].rpartition('/')[2]}:{message.get('lastLine')}: {message['message']}"
        for message in said
        # A plain "info" is a remark on style; a warning is an "info" of that kind.
        if (message["type"] != "info" or message.get("subType") == "warning")
        and not message["message"].startswith(NO_FAULT)
    ]
    assert not faults, "\n".join(faults[:20])
