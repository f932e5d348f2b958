"""Figures as SVG inside a page: one style for all, unique ids, and the same bytes in every build."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from markupsafe import Markup

from scripts.exhibits.exhibit_foot import foot
from scripts.exhibits.html import Exhibit, joined, tag, visible

if TYPE_CHECKING:
    from matplotlib.axes import Axes

# The colours of Okabe and Ito, safe for colour-blind readers, ordered so that they also differ in grey.
SOURCE_COLOURS = ("#0072B2", "#E69F00", "#CC79A7", "#56B4E9", "#D55E00", "#F0E442")
INK, SOFT, FAINT = "#1a1a1a", "#59626b", "#d3d8dd"
# The background behind words, and words on a bar. Nothing else has these colours, so that the style sheet for
# dark mode can swap ink and background and leave the words on bars alone.
PAPER, ON_DARK, ON_LIGHT = "#fefefe", "#ffffff", "#1b1b1b"
WIDTH = 4.6  # inches, about as wide as a page on a telephone: letters keep their size there
LETTERS, SMALL = 12, 10.5  # points: the size of letters, and of those in labels and legends

_SVG = "http://www.w3.org/2000/svg"
_XLINK = "{http://www.w3.org/1999/xlink}href"
# Fill the width of the page within limits, so that letters stay readable.
_SIZE = "background: #fff; pointer-events: none; width: 100%; min-width: 0; max-width: 29rem; height: auto"
_REFERENCE = re.compile(r"url\(#([^)]*)\)")
_STYLE: Any = {
    "svg.fonttype": "none",
    "svg.hashsalt": "alliance-accounts",
    "text.parse_math": False,  # a dollar sign in a name is a dollar sign
    "font.family": "sans-serif",
    "font.sans-serif": ["DejaVu Sans", "Verdana", "Arial"],
    "font.size": LETTERS,
    "text.color": INK,
    "axes.edgecolor": SOFT,
    "axes.labelcolor": INK,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "xtick.color": SOFT,
    "ytick.color": SOFT,
    "xtick.labelcolor": INK,
    "ytick.labelcolor": INK,
}


def colour(sigla: Sequence[str], siglum: str) -> str:
    """The colour of an account: by its place in the manifest, the same in every figure."""
    return SOURCE_COLOURS[sigla.index(siglum) % len(SOURCE_COLOURS)]


def figure(
    name: str,
    title: str,
    alt: str,
    height: float,
    draw: Callable[[Axes], None],
    rows: Sequence[Mapping[str, str]] = (),
) -> Exhibit:
    """A figure: `draw` fills the axes, `title` states its point, a text describes it for who cannot see it.

    Its anchor and the ids inside the drawing are made from `name`, which says what the figure is of.
    """
    drawn = picture(name, alt, height, draw)
    wrap = tag(
        "div",
        drawn,
        class_="table-wrap figure-wrap",
        tabindex="0",
        role="region",
        aria_label=f"Figure: {title}",
    )
    caption = tag("figcaption", tag("strong", title))
    anchor = f"figure-{name}"
    shown = joined([caption, wrap, foot(anchor, title, rows)])
    markup = tag("figure", shown, class_="exhibit", id=anchor)
    return Exhibit(markup, f"{title}\n{alt}", tuple(rows))


def without_numbers(axes: Axes) -> None:
    """List bars from the top, and remove the numbers of the axis, because each bar has its own."""
    axes.invert_yaxis()
    axes.xaxis.set_visible(False)
    axes.spines["bottom"].set_visible(False)
    axes.tick_params(axis="y", length=0)
    axes.margins(x=0.12, y=0.01)


def picture(name: str, alt: str, height: float, draw: Callable[[Axes], None]) -> Markup:
    """The drawing alone, as SVG to stand inside a page."""
    import matplotlib as mpl
    from matplotlib.backends.backend_svg import FigureCanvasSVG
    from matplotlib.figure import Figure

    with mpl.rc_context():
        mpl.rcdefaults()  # regardless of the user's own settings
        mpl.rcParams.update(_STYLE)
        drawn = Figure(figsize=(WIDTH, height), layout="constrained")
        FigureCanvasSVG(drawn)
        draw(drawn.add_subplot())
        text = io.StringIO()
        drawn.savefig(text, format="svg", metadata={"Date": None, "Creator": None}, transparent=True)
    return _inlined(text.getvalue(), name, alt)


def _inlined(text: str, name: str, alt: str) -> Markup:
    """Make an SVG fit for a page: unique ids, no style sheet that leaks out, a text for screen readers.

    Print takes that text from `<title>`; it ignores the mouse, or the title would pop up under it.
    """
    ElementTree.register_namespace("", _SVG)
    root = ElementTree.fromstring(text)
    _prune(root)
    _rename(root, name)
    root.attrib.pop("version", None)
    root.attrib.update(
        {
            "role": "img",
            "aria-label": visible(alt),
            "stroke-linejoin": "round",
            "style": _SIZE,
        }
    )
    heading = Element(f"{{{_SVG}}}title")
    heading.text = visible(alt)
    root.insert(0, heading)
    ElementTree.indent(root, "")
    return Markup(ElementTree.tostring(root, encoding="unicode"))  # the writer has escaped the text in it


def _prune(element: Element) -> None:
    """Remove metadata, comments, and the style sheet, which would style the whole page."""
    for child in list(element):
        if child.tag in {f"{{{_SVG}}}metadata", f"{{{_SVG}}}style"}:
            element.remove(child)
        else:
            _prune(child)


def _rename(root: Element, name: str) -> None:
    """Keep only the ids that are referred to, and rename them so that no other figure has them."""
    used: set[str] = set()
    for element in root.iter():
        if target := element.attrib.pop(_XLINK, ""):
            element.attrib["href"] = f"#{name}-{target.removeprefix('#')}"
            used.add(target.removeprefix("#"))
        for key, value in element.attrib.items():
            used.update(_REFERENCE.findall(value))
            element.attrib[key] = _REFERENCE.sub(rf"url(#{name}-\1)", value)
    for element in root.iter():
        identity = element.attrib.pop("id", "")
        if identity in used:
            element.attrib["id"] = f"{name}-{identity}"
