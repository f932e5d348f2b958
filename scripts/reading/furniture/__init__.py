"""Furniture of a page: what stands around an account and asserts nothing of its event.

    lines.py      what one line is by itself: a byline, a stamp, a share bar, a rule
    datelines.py  the place, day and agency before the first words of a report
    sections.py   blocks that a heading opens: links, contacts, comments, boilerplate
    marks.py      all of it together, over the passages of an account

Rules look at layout and at general words of the press. Precision comes first: what may be a sentence of the
account is one.
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
