"""Grades of the sources: the publisher's reliability and the information's credibility, and their scale."""

from __future__ import annotations

from scripts.exhibits.badges import siglum_badge
from scripts.exhibits.html import Exhibit
from scripts.exhibits.tables import Cell, Column, Grid, Line, cell, stacked, wrapped
from scripts.reading.manifest import CREDIBILITIES, RELIABILITIES
from scripts.reading.sources import Source
from scripts.report import Report

_UNGRADED = "not graded"


def grades_table(report: Report) -> Exhibit:
    """Each account with its grade: the publisher's reliability, the information's credibility, and why."""
    columns = [
        Column("Account", 11, heads=True), Column("Source", 19), Column("Information", 19), Column("Why", 51),
    ]  # fmt: skip
    lines = [
        Line((
            stacked([siglum_badge(source.siglum), _code(source)]),
            _grade(source.reliability, RELIABILITIES),
            _grade(source.credibility, CREDIBILITIES),
            source.grade_reason or "—",
        ))
        for source in report.sources
    ]  # fmt: skip
    caption = "Each account graded: its source, and its information"
    return Grid(caption, columns, lines, name="grades").exhibit()


def _code(source: Source) -> Cell | str:
    """The grade as staffs write it: D2."""
    grade = source.reliability + source.credibility
    return wrapped("strong", f"graded {grade}") if grade else ""


def _grade(given: str, scale: dict[str, str]) -> Cell | str:
    return cell(wrapped("strong", given), scale[given]) if given else _UNGRADED


def grading_scale_table(report: Report) -> Exhibit:
    """The scale: what each letter and figure means, and which account has it here."""
    columns = [
        Column("Scale", 20, heads=True), Column("Grade", 10), Column("Meaning", 45), Column("Accounts", 25),
    ]  # fmt: skip
    scales = (("Source", "reliability", RELIABILITIES), ("Information", "credibility", CREDIBILITIES))
    lines = [
        Line((
            f"{name}: {kind}", wrapped("strong", grade), meaning,
            cell(*(siglum_badge(s.siglum) for s in report.sources if getattr(s, kind) == grade)),
        ))
        for name, kind, scale in scales
        for grade, meaning in scale.items()
    ]  # fmt: skip
    return Grid("The scale for sources and for information", columns, lines, name="grading-scale").exhibit()
