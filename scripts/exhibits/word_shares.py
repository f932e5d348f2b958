"""How much of each account was compared, and with what result: the share of its words in each class."""

from __future__ import annotations

from scripts.comparing.word_classes import CLASSES, word_classes
from scripts.exhibits.badges import siglum_badge
from scripts.exhibits.html import Exhibit
from scripts.exhibits.tables import Column, Grid, Line
from scripts.report import Report

_FOOT = "Telling words only: names, numbers and the other words that carry sense; no articles or pronouns."


def word_classes_table(report: Report) -> Exhibit:
    """Each account beside each other one: how many telling words, and the share of them in each class.

    The data have the number of words in each class as well.
    """
    columns = [
        Column("Account", 12, heads=True), Column("Beside", 12), Column("Words", 12, counts=True),
        *(Column(name.capitalize(), 16, counts=True) for name in CLASSES),
    ]  # fmt: skip
    lines, rows = [], []
    for pair in report.pairs:
        sigla = pair.left.siglum, pair.right.siglum
        for (own, other), counts in zip((sigla, sigla[::-1]), word_classes(pair), strict=True):
            shares = {name: f"{counts[name] / max(1, counts.total()):.0%}" for name in CLASSES}
            words = str(counts.total())
            lines.append(Line((siglum_badge(own), siglum_badge(other), words, *shares.values())))
            rows.append(
                {"account": own, "beside": other, "words": words}
                | {name: str(counts[name]) for name in CLASSES}
                | {f"{name}, share": share for name, share in shares.items()}
            )
    caption = "The words of each account by class"
    return Grid(caption, columns, lines, _FOOT, "word-classes").exhibit(rows)
