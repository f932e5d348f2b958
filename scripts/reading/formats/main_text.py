"""The main text of a page: the blocks that readability finds, and those of the text that it drops.

Three libraries were compared on pages saved by Chromium and on pages built like blogs, news sites and press
releases. readability-lxml and trafilatura kept every paragraph and no comment, menu or notice; resiliparse
lost lists. readability also keeps captions and the line below a headline, which trafilatura drops, and takes
2 MB instead of 60. It drops short lists and tables within the text, which are restored here.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from scripts.reading.formats.blocks import HEADING, Block, blocks, plain
from scripts.reading.formats.document import counted

_MENUS = frozenset({"nav", "header", "footer", "aside", "menu", "form", "dialog", "button", "select"})
_ROLES = frozenset({"navigation", "banner", "contentinfo", "dialog", "complementary", "search"})
_WHOLE = frozenset({"table", "ul", "ol", "dl"})  # text, if any part of them is
_NOTES = frozenset({"footnotes", "endnotes", "doc-endnotes", "doc-endnote", "doc-footnote", "doc-footnotes"})
_LINKED = 0.5  # the smallest share of links in the words of a menu
_MATCHED = 0.8  # the smallest share of readability's text that must be found again in the page
# Words in the class or id of an element that contains something beside the text.
_BESIDE = frozenset(
    """
    ad ads advert advertisement banner comment comments cookie newsletter promo recommended related share
    sharing sidebar social sponsored subscribe teaser widget
    """.split()  # noqa: SIM905
)


def main_text(tree: Any, page: Sequence[Block]) -> list[int]:
    """Return the places of the blocks that are the main text; none if that cannot be decided."""
    found = list(_readable(tree))
    kept = {at for at in _again(found, page) if not _is_stray(page[at].place)}
    words = sum(len(block.text) for block in found)
    if not kept or sum(len(page[at].text) for at in kept) < _MATCHED * words:
        return []
    taken = kept | _amid(kept, page) | {at for at, block in enumerate(page) if _is_note(block.place)}
    first = min(taken)
    while first and page[first - 1].kind == HEADING and not _beside(page[first - 1].place):
        first -= 1
        taken.add(first)
    headlines = [at for at, block in enumerate(page) if block.kind == HEADING and block.level == 1]
    return sorted(taken | set(headlines if len(headlines) == 1 else ()))


def _readable(tree: Any) -> Iterator[Block]:
    import logging

    from lxml import etree, html
    from readability import Document as Readable
    from readability.readability import Unparseable

    logging.getLogger("readability").setLevel(logging.CRITICAL)
    try:
        found = Readable(html.tostring(tree, encoding="unicode")).summary(html_partial=True)
        body = html.document_fromstring(found) if found.strip() else None
    except (Unparseable, etree.LxmlError, ValueError, TypeError, AttributeError, IndexError, KeyError):
        return  # markup that it cannot handle
    if body is not None:
        yield from blocks(body)


def _again(found: Sequence[Block], page: Sequence[Block]) -> set[int]:
    """Find blocks in the page again. If several are alike, the last possible one is taken."""
    places: dict[str, list[int]] = {}
    for at, block in enumerate(page):
        places.setdefault(_key(block), []).append(at)
    kept: set[int] = set()
    before = len(page)
    for block in reversed(found):
        alike = places.get(_key(block), [])
        while alike and alike[-1] >= before:
            alike.pop()
        if alike:
            before = alike.pop()
            kept.add(before)
    return kept


def _key(block: Block) -> str:
    return "".join(c for c in block.text.lower() if c.isalnum())


def _amid(kept: set[int], page: Sequence[Block]) -> set[int]:
    """Return the blocks within the main text and in the same element, except menus and the like."""
    held = held_by(page[at] for at in kept)
    direct = {element for at in kept for element in (page[at].place, page[at].place.getparent())}
    found: set[int] = set()
    for at in range(min(kept), max(kept)):
        if at in kept:
            continue
        island = page[at].place
        while island.getparent() is not None and not held[island.getparent()]:
            island = island.getparent()
        above = island.getparent()
        amid = above is not None and (above in direct or above.tag in _WHOLE)
        if amid and not held[island] and not _beside(island):
            found.add(at)
    return found


def held_by(found: Any) -> Counter[Any]:
    """Return how many of these blocks each element of the tree contains."""
    held: Counter[Any] = Counter()
    for block in found:
        element = block.place
        while element is not None:
            held[element] += 1
            element = element.getparent()
    return held


def left_out(body: Any, page: Sequence[Block], main: Sequence[int]) -> tuple[str, ...]:
    """Count the parts of a page that are left out: the largest elements without a word of the main text."""
    kept = set(main)
    shown = held_by(page)
    lost = held_by(block for at, block in enumerate(page) if at not in kept)
    menus = others = 0
    waiting = [body] if lost[body] else []
    while waiting:
        element = waiting.pop()
        below = [child for child in element if lost[child]]
        if lost[element] < shown[element] and below:
            waiting += below
        elif _is_menu(element):
            menus += 1
        else:
            others += 1
    told = [counted(menus, "block of menus", "blocks of menus")] if menus else []
    return (*told, *([counted(others, "block of other text", "blocks of other text")] if others else []))


def _is_menu(element: Any) -> bool:
    if element.tag in _MENUS or (element.get("role") or "") in _ROLES:
        return True
    words = len(plain("".join(element.itertext())).split())
    linked = sum(len(plain("".join(link.itertext())).split()) for link in element.iter("a", "button"))
    return linked >= _LINKED * words


def _is_stray(element: Any) -> bool:
    """Say whether an element that readability kept is a list of links or something beside the text."""
    return _named_beside(element) or (element.tag in ("td", "div", "section", "ul") and _is_menu(element))


def _is_note(element: Any) -> bool:
    """Say whether an element is, or is in, the notes of the text."""
    while element is not None:
        if not _NOTES.isdisjoint(f"{element.get('class') or ''} {element.get('role') or ''}".lower().split()):
            return True
        element = element.getparent()
    return False


def _beside(element: Any) -> bool:
    """Say whether an element is a menu or something else beside the text."""
    return _is_menu(element) or _named_beside(element)


def _named_beside(element: Any) -> bool:
    named = f"{element.get('class') or ''} {element.get('id') or ''}".lower()
    return not _BESIDE.isdisjoint(re.split(r"[\s_-]+", named))
