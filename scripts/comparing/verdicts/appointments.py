"""Who holds an office: a person has another office in the sentence, or the office another person."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from scripts import english
from scripts.comparing.verdicts.conflicts import Clash
from scripts.comparing.verdicts.frames import Frame
from scripts.comparing.verdicts.pairing import Answer
from scripts.reading.details.offices import OfficeHolder, is_title, office_holders
from scripts.reading.details.persons import DIFFERENT, relation, same_person
from scripts.reading.words import words

_IS = re.compile(r"\s+(?:is|was)\s+(?:the\s+)?")


def other_office(frame: Frame, _: Sequence[Answer]) -> Iterator[Clash]:
    """Yield a person whom the sentence gives an office of the same rank with other tasks."""
    for ours in _holders(frame.ours.text):
        for theirs in _holders(frame.theirs.text):
            if not same_person(ours.person, theirs.person) or _rank(ours) != _rank(theirs):
                continue
            if _apart(ours.portfolio, theirs.portfolio) or _apart(_bodies(ours), _bodies(theirs)):
                why = f"The source has {theirs.person} as “{theirs.office}”."
                yield Clash("office", _office(ours), _office(theirs), why, True)
                return


def other_holder(frame: Frame, _: Sequence[Answer]) -> Iterator[Clash]:
    """Yield an office that the sentence gives to another person, and this person none of the kind."""
    given = list(_holders(frame.theirs.text))
    for ours in _holders(frame.ours.text):
        for theirs in given:
            if not _one_office(ours, theirs) or relation(ours.person, theirs.person) != DIFFERENT:
                continue
            if any(same_person(ours.person, h.person) and _one_office(ours, h) for h in given):
                continue
            why = f"The source has {theirs.person} as “{theirs.office}”."
            yield Clash("office", _person(ours), _person(theirs), why, True)
            return


def _holders(text: str) -> tuple[OfficeHolder, ...]:
    """Return the persons in offices, "Ana Duarte is the mayor" read as "Ana Duarte, ... the mayor"."""
    found = _IS.search(text)
    if not found:
        return office_holders(text)
    # As long as what it stands for, so that places stay.
    comma = ", ".ljust(found.end() - found.start())
    return office_holders(f"{text[: found.start()]}{comma}{text[found.end() :]}")


def _one_office(one: OfficeHolder, other: OfficeHolder) -> bool:
    """Say whether two titles are one office that one person holds: all their words, and one state."""
    states = {one.country, other.country} - {""}
    return len(states) < 2 and len(_words(one)) > 1 and _words(one) == _words(other)


def _words(holder: OfficeHolder) -> frozenset[str]:
    return frozenset(w.key for w in words(holder.office) if w.lower not in english.stopwords())


def _apart(ours: frozenset[str], theirs: frozenset[str]) -> bool:
    return bool(ours and theirs) and not ours & theirs


def _bodies(holder: OfficeHolder) -> frozenset[str]:
    """Return the names in an office that has no tasks: the CEO of Veltra, Veltra CEO."""
    named = [w for w in words(holder.office) if w.is_capital and not is_title(w)]
    return frozenset() if holder.portfolio or holder.country else frozenset(w.key for w in named)


def _rank(holder: OfficeHolder) -> str:
    return "minister" if holder.title in {"minister", "secretary"} else holder.title


def _office(holder: OfficeHolder) -> tuple[int, int]:
    return holder.office_start, holder.office_end


def _person(holder: OfficeHolder) -> tuple[int, int]:
    return holder.person_start, holder.person_start + len(holder.person)
