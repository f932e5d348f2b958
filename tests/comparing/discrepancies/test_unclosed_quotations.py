"""Quotations opened and never closed."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from scripts.comparing.discrepancies import Single
from scripts.comparing.discrepancies.unclosed_quotations import find

Read = Callable[..., Single]

CASES = [
    ("They signed the “Charter of Lima. It has nine parts.", ["“Charter of Lima."]),
    ("They signed the “Charter of Lima.” It has nine parts.", []),
    ("“We signed it. It has nine parts,” she said.", []),  # closed in a later sentence
    ("She said: “We signed it.\n\n“It has nine parts.”", []),  # opened anew in each paragraph
    ('They signed the "Charter of Lima. It has nine parts.', ['"Charter of Lima.']),
    ('They signed the "Charter of Lima" in May.', []),
    ('The plank is 9" wide and was cut in Lima.', []),  # inches
    ("“We signed it.\n\nIt has nine parts,” she said.", []),  # closed a paragraph later
    ("She said: “We signed it.\n\nHe said: “It has nine parts.”", ["“We signed it."]),
    ("They signed the “Charter of “Lima” and Callao” in May.", []),  # one within another
    ('They sang "777" in May.', []),
    ("They signed the ‘Charter of Lima. It has nine parts.", []),  # may be an apostrophe: abstains
    ("Sie sagte „Guten Tag“ and they signed it.", []),  # other quotation marks: abstains
]


@pytest.mark.parametrize(("text", "quotes"), CASES)
def test_quotations(read: Read, text: str, quotes: list[str]) -> None:
    found = list(find(read(text)))
    assert [d.readings[0].quote for d in found] == quotes
    assert all((d.relation, d.materiality) == ("differs", "minor") for d in found)


def test_site_furniture_is_left_out(read: Read) -> None:
    text = "They signed it in Lima.\n\nPlease write an article on “the charter.\n"
    assert not list(find(read(text)))
