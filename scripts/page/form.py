"""The page itself: boxes to paste into or to drop files on, and the place where the answer comes."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from scripts.exhibits.html import joined, tag
from scripts.page.request import CHECK, COMPARE, MOST_ACCOUNTS
from scripts.reading.formats import ENDINGS, LARGEST

_SIGLA = "ABCDEF"
_NAMES = ("First", "Second", "Third", "Fourth", "Fifth", "Sixth")
_FORMS = {"html": "HTML", "csv": "CSV", "json": "JSON", "markdown": "Markdown"}
assert len(_SIGLA) == len(_NAMES) == MOST_ACCOUNTS


def page(files: Sequence[str] = (), whole: bool = False) -> str:
    """The page, with the names of files that it begins with."""
    head = joined(
        [
            Markup('<meta charset="utf-8">'),
            Markup('<meta name="viewport" content="width=device-width, initial-scale=1">'),
            tag("title", "Compare accounts"),
            Markup('<link rel="icon" href="data:,">'),
            Markup('<link rel="stylesheet" href="page.css">'),
            Markup('<script src="page.js" defer></script>'),
        ]
    )
    given = [tag("li", name) for name in files]
    body = tag(
        "main",
        tag("h1", "Compare accounts"),
        tag("p", _ABOUT),
        tag("noscript", tag("p", "This page needs scripts, which come from this machine.", class_="warned")),
        _form(whole),
        _work(),
        _result(),
        tag("ul", *given, class_="given", hidden=""),
        class_="comparison",
    )
    return f"<!DOCTYPE html>\n{tag('html', tag('head', head), tag('body', body), lang='en')}\n"


_ABOUT = (
    "Paste two English texts that tell of one event, or drop files: web pages, PDF, Word files, mails, "
    "texts. Nothing leaves this machine, and nothing is kept that you do not download."
)


def _form(whole: bool) -> Markup:
    boxes = tag("div", *(_account(number) for number in range(MOST_ACCOUNTS)), class_="boxes")
    checked = {"checked": ""} if whole else {}
    options = tag(
        "label", tag("input", type="checkbox", name="whole", **checked),
        " Take in menus, running heads and quoted mails, too",
    )  # fmt: skip
    actions = tag(
        "div",
        tag("button", "Compare", type="submit", value=COMPARE, class_="main"),
        " ",
        tag("button", "Add an account", type="button", class_="add"),
        " ",
        options,
        class_="actions",
    )
    return tag(
        "form", boxes, actions, _statements(), id="form", autocomplete="off", data_largest=str(LARGEST),
        novalidate="",
    )  # fmt: skip


def _account(number: int) -> Markup:
    siglum = _SIGLA[number]
    title = f"{_NAMES[number]} account ({siglum})"
    return _box(siglum, title, "Paste a text here, or drop a file", siglum if number > 1 else None)


def _statements() -> Markup:
    against = tag(
        "label", "against ",
        tag("select", *(tag("option", f"account {s}", value=s) for s in _SIGLA[:2]), name="against"),
    )  # fmt: skip
    actions = tag("div", tag("button", "Check", type="submit", value=CHECK), " ", against, class_="actions")
    hint = "Paste one statement on each line, or drop a file whose sentences are to be checked"
    return tag("div", _box("", "Statements to check", hint, None), actions, class_="checking")


def _box(siglum: str, title: str, hint: str, folded: str | None) -> Markup:
    name = siglum or "statements"
    area = tag(
        "textarea", id=f"text-{name}", rows="10", spellcheck="false", placeholder=hint, autocomplete="off"
    )  # fmt: skip
    held = tag(
        "p",
        tag("span", class_="held-name"), " ", tag("button", "Take it out", type="button", class_="take-out"),
        class_="held", hidden="",
    )  # fmt: skip
    file = tag("input", type="file", accept=",".join(ENDINGS), aria_label=f"{title}: a file")
    return tag(
        "section",
        tag("label", title, for_=f"text-{name}", class_="box-title"), area, held,
        tag("p", tag("label", "or a file ", file), class_="from-file"),
        class_="box", data_siglum=siglum, data_title=title, hidden="" if folded else None,
    )  # fmt: skip


def _work() -> Markup:
    return joined(
        [
            tag(
                "section",
                tag("progress", aria_label="At work"),
                tag("p", class_="step", role="status"),
                tag("span", class_="elapsed", aria_hidden="true"),
                tag("button", "Stop", type="button", class_="stop"),
                id="work", class_="work", aria_label="Work", hidden="",
            ),
            tag("p", id="problem", class_="warned", role="alert", hidden=""),
        ]
    )  # fmt: skip


def _result() -> Markup:
    links = [
        tag("button", f"Download {words}", type="button", data_form=form) for form, words in _FORMS.items()
    ]
    bar = tag(
        "div",
        tag("button", "Copy as text", type="button", class_="copy"), *links,
        tag("span", class_="copied", role="status"),
        class_="actions", role="group", aria_label="Copy or download",
    )  # fmt: skip
    return tag(
        "section", bar, tag("div", class_="shown"),
        id="result", aria_label="Result", hidden="",
    )  # fmt: skip
