"""Furniture of a page: text around an account that says nothing about its event.

    lines.py      a single line: a byline, a stamp, a share bar, a rule
    datelines.py  the place, day and agency before the first words of a report
    sections.py   blocks under a heading: links, contacts, comments, boilerplate
    marks.py      all of it together, over the passages of an account

Rules look at layout and at general words of the press. Precision comes first: anything that may be a sentence
of the account counts as one.
"""

from scripts.reading.furniture.datelines import dateline_end
from scripts.reading.furniture.lines import is_prose, is_verbless, line_kind, plain_line
from scripts.reading.furniture.marks import TITLE, marks
from scripts.reading.furniture.sections import opens_section

__all__ = [
    "TITLE",
    "dateline_end",
    "is_prose",
    "is_verbless",
    "line_kind",
    "marks",
    "opens_section",
    "plain_line",
]
