"""Pictures as nodes: drawings inside a page and files beside it, each with a description in words."""

from __future__ import annotations

from base64 import b64encode
from pathlib import Path
from urllib.parse import unquote, urlsplit
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from scripts.book.paper.html_parsing import SVG
from scripts.book.paper.inline_elements import Node, content, words
from scripts.ground.faults import Fault


def picture(element: Element, places: list[Node]) -> Node:
    """A figure, a drawing or an image as a node. Raises `Fault` for one without a description."""
    caption = element.find("figcaption")
    drawing = next(element.iter(f"{SVG}svg"), None)
    image = next(element.iter("img"), None)
    if drawing is not None:
        alt = drawing.attrib.get("aria-label") or drawing.findtext(f"{SVG}title") or ""
        data, form = serialise(drawing), "svg"
    elif image is not None:
        alt = image.attrib.get("alt", "")
        data, form = _file(Path(unquote(urlsplit(image.attrib["src"]).path)))
    else:
        raise Fault("the PDF", "a figure", "holds no drawing and no image", "draw it as SVG")
    if not alt.strip():
        raise Fault("the PDF", f"a figure ({form})", "has no text that says what it shows", "give it one")
    named = words(content(caption)) if caption is not None else []
    return {"kind": "picture", "caption": [*places, *named], "titled": caption is not None,
            "alt": alt, "data": data, "form": form}  # fmt: skip


def serialise(drawing: Element) -> str:
    """A drawing as a file of its own."""
    ElementTree.register_namespace("", SVG.strip("{}"))
    return ElementTree.tostring(drawing, encoding="unicode")


def _file(path: Path) -> tuple[str, str]:
    """A picture's content as text, and what form it has; that of a photograph by its bytes in base64."""
    form = path.suffix.lstrip(".").lower().replace("jpeg", "jpg")
    if form == "svg":
        return path.read_text("utf-8"), form
    if form not in ("png", "jpg", "gif", "webp"):
        raise Fault(path, "picture", "cannot be printed", "give an SVG, PNG, JPEG, GIF or WebP")
    return b64encode(path.read_bytes()).decode("ascii"), form
