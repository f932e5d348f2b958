"""Sections of furniture: blocks under a heading, such as links to other stories, contacts, comments."""

from __future__ import annotations

from functools import lru_cache

from scripts import english
from scripts.reading.furniture.lines import is_verbless, plain_line
from scripts.reading.words import words

LINKS, CONTACT, COMMENTS, BOILERPLATE = "links", "contact", "comments", "boilerplate"
# How far each reaches: over short lines, over paragraphs to the next heading, to the end of the page.
LINES, PARAGRAPHS, REST = "lines", "paragraphs", "rest"
EXTENTS = {LINKS: LINES, CONTACT: LINES, COMMENTS: REST, BOILERPLATE: PARAGRAPHS, "end-mark": REST}
_MOST_WORDS = 9
_COUNTED = (
    "half", "all", "one", "two", "three", "a", "an", "third", "quarter",
)  # fmt: skip


@lru_cache(maxsize=8192)
def opens_section(line: str) -> str:
    """Return the kind of section that ``line`` opens as a heading, or an empty string.

    >>> opens_section("Related articles:"), opens_section("About Poe Inc.")
    ('links', 'boilerplate')
    >>> opens_section("About Half of Voters Stay Home"), opens_section("About 14,000 people fled")
    ('', '')
    """
    plain = plain_line(line).lstrip("# ").rstrip(": ")
    if not plain or len(plain) > 90:
        return ""
    for kind, pattern, _ in english.chrome_sections():
        if pattern.search(plain):
            return kind
    return BOILERPLATE if _is_about(plain) else ""


def _is_about(plain: str) -> bool:
    """Say whether a heading is "About" and a name; the text below it then describes an issuer."""
    terms = words(plain)
    if not 1 < len(terms) <= _MOST_WORDS or terms[0].lower != "about" or not terms[0].is_capital:
        return False
    name = terms[1:]
    if name[0].is_number or name[0].lower in _COUNTED or plain[-1] in "?!,;":
        return False
    if name[0].lower in {"the", "our"}:
        return name[-1].lower in english.issuer_nouns()
    capital = all(t.is_capital or t.lower in english.stopwords() for t in name)
    return name[0].is_capital and capital and is_verbless(plain)
