"""The verdicts of `check` as a page, and in each form to keep."""

from __future__ import annotations

import csv
import io
import json
from collections import Counter
from collections.abc import Sequence

from markupsafe import Markup

from scripts.commands import texts
from scripts.commands import verdicts as command
from scripts.commands.verdicts import Checked
from scripts.comparing.statements.statement_verdicts import CONTRADICTED, NOT_ENOUGH, SUPPORTED
from scripts.exhibits.badges import mark, siglum_badge, standing_badge
from scripts.exhibits.comparison_page import standing_page, text_to_copy, told
from scripts.exhibits.html import escaped, joined, tag
from scripts.exhibits.table_filters import Choice, Tools
from scripts.ground.invisible_characters import escaped_json
from scripts.reading.sources import Source
from scripts.report.output_formats import cell, plain_markdown

FORMS = ("html", "text", "csv", "json", "markdown")
_LOOKS = {CONTRADICTED: "refuted", NOT_ENOUGH: "not checked", SUPPORTED: "confirmed"}
_WORDS = {CONTRADICTED: "contradicted", NOT_ENOUGH: "not enough to tell", SUPPORTED: "supported"}
_WIDTH = 100  # characters of a line of the text


def written(found: Sequence[Checked], given: Source, source: Source, form: str) -> str:
    """Return verdicts as ``html``, ``text``, ``csv``, ``json`` or ``markdown``. Raises ValueError else."""
    if form == "text":
        return command.as_table(found, source, _WIDTH)
    if form == "json":
        row = command.as_object(found, given.file, source)
        return escaped_json(json.dumps(row, indent=1, ensure_ascii=False)) + "\n"
    if form == "csv":
        return _as_csv(found, source)
    if form == "markdown":
        return _as_markdown(found, source)
    if form == "html":
        return _page(found, source)
    raise ValueError(form)


_COLUMNS = ("line", "verdict", "statement", "why", "place", "sentence")


def _rows(found: Sequence[Checked], source: Source) -> list[tuple[str, ...]]:
    rows: list[tuple[str, ...]] = []
    for one in command.ordered(found):
        said = one.verdict.sentence
        where = (command.place(source, said), said.text) if said else ("", "")
        rows.append((str(one.line), _WORDS[one.verdict.verdict], one.statement, one.verdict.why, *where))
    return rows


def _as_csv(found: Sequence[Checked], source: Source) -> str:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(_COLUMNS)
    writer.writerows([cell(value) for value in row] for row in _rows(found, source))
    return text.getvalue()


def _as_markdown(found: Sequence[Checked], source: Source) -> str:
    lines = [f"| {' | '.join(_COLUMNS)} |", "|---" * len(_COLUMNS) + "|"]
    lines += [f"| {' | '.join(map(plain_markdown, row))} |" for row in _rows(found, source)]
    return "\n".join(lines) + "\n"


def _page(found: Sequence[Checked], source: Source) -> str:
    ordered = command.ordered(found)
    counts = Counter(one.verdict.verdict for one in found)
    totals = "; ".join(f"{counts[kind]} {_WORDS[kind]}" for kind in command.WORST_FIRST if counts[kind])
    about = [{"verdict": _WORDS[one.verdict.verdict]} for one in ordered]
    choice = Choice("verdict", "Verdict", {word: word for word in _WORDS.values()})
    facts = [tag("div", line, class_="small") for line in texts.facts(source.document, hint="")]
    against = tag("li", siglum_badge(source.siglum).markup, tag("span", source.title), *facts)
    body = joined(
        [
            tag("h1", "Statements checked against a source"),
            tag("ul", against, class_="accounts-read"),
            text_to_copy(command.as_table(found, source, _WIDTH)),
            tag(
                "section",
                tag("h2", "Verdicts", id="verdicts"),
                tag("p", totals, class_="totals"),
                Tools("statements", [choice]).bar("Verdicts", about),
                *(told(_card(one, source), row) for one, row in zip(ordered, about, strict=True)),
                class_="choose-from",
                aria_labelledby="verdicts",
            ),
        ]
    )
    return standing_page("Statements checked", body)


def _card(one: Checked, source: Source) -> Markup:
    verdict = one.verdict
    badge = standing_badge(_LOOKS[verdict.verdict], _WORDS[verdict.verdict]).markup
    head = tag("p", badge, " ", tag("span", one.statement), class_="finding-head")
    parts = [head]
    if verdict.sentence:
        where = command.place(source, verdict.sentence)
        words = joined([siglum_badge(source.siglum).markup, _marked(one), tag("small", f" ({where})")])
        parts.append(tag("blockquote", words, class_=mark(source.siglum)))
    if verdict.verdict != SUPPORTED:
        parts.append(tag("p", verdict.why, class_="rationale"))
    return tag("div", *parts, class_="finding-card")


def _marked(one: Checked) -> Markup:
    """The sentence of the source that decides, with the words that conflict marked."""
    sentence, conflict = one.verdict.sentence, one.verdict.conflict
    assert sentence is not None
    span = conflict.source if conflict else None
    if span is None or not sentence.start <= span.start < span.end <= sentence.end:
        return tag("span", sentence.text, class_="sentence")
    a, b = span.start - sentence.start, span.end - sentence.start
    marked = [escaped(sentence.text[:a]), tag("mark", sentence.text[a:b]), escaped(sentence.text[b:])]
    return tag("span", *marked, class_="sentence")
