"""Events that an account names: meetings, summits, exercises and the like, by name or short name."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import ClassVar

from scripts import english
from scripts.reading.details.acronym_expansions import Expansion, expansions
from scripts.reading.details.detail import Detail
from scripts.reading.details.proper_names import state_words
from scripts.reading.words import Word, gap, words

_NUMBER_NAME = re.compile(r"\d+\+\d+|[A-Z]-?\d{1,2}")
_NAME_WORDS = 10
_THEIRS = frozenset({"their", "its", "his", "her", "our", "my", "your"})
_ROUNDS = frozenset({"round", "session", "edition", "meeting", "iteration", "instalment", "installment"})


@dataclass(frozen=True)
class EventMention(Detail):
    """An event as it is named in one place.

    ``keys`` are the content words of the name (countries and the ordinal left out), by which two mentions are
    recognised as one event; ``ordinal`` is 56 for "the 56th". ``modifies`` is true where the name describes
    another noun (the Lakeside Summit communiqué).
    """

    kind: ClassVar[str] = "event"
    keys: frozenset[str] = frozenset()
    acronym: str = ""
    ordinal: int | None = None
    modifies: bool = False

    def same_as(self, other: EventMention) -> bool:
        """Say whether two mentions can name one event: a short name shared, or most words of the name."""
        if self.ordinal and other.ordinal and self.ordinal != other.ordinal:
            return False
        if self.acronym and self.acronym == other.acronym:
            return True
        numbered = {k for k in self.keys | other.keys if _NUMBER_NAME.fullmatch(k)}
        if numbered:
            return bool(numbered & self.keys & other.keys)
        shared = self.keys & other.keys
        return len(shared) >= 2 and 2 * len(shared) > len(self.keys | other.keys)


def event_mentions(
    text: str, start: int = 0, end: int | None = None, acronyms: Collection[str] = ()
) -> tuple[EventMention, ...]:
    """Return the events named in ``text[start:end]``.

    A name is a run of capitalised words, or a numbered short name (2+2), that ends in a noun for an event;
    ``acronyms`` are the short names of events that the account has introduced before.

    >>> [m.quote for m in event_mentions("They held the Third Lakeside Trade Summit and a dinner.")]
    ['Third Lakeside Trade Summit']
    """
    terms = words(text, start, end)
    introduced = {e.start: e for e in expansions(text, start, end)}
    found: list[EventMention] = []
    for at, word in enumerate(terms):
        noun = word.lower if word.lower in english.event_nouns() else word.lower.removesuffix("s")
        if noun in english.event_nouns():
            mention = _mention(text, terms, at, introduced)
        elif word.text in acronyms or re.fullmatch(r"\d+\+\d+", word.text):
            mention = EventMention(
                word.start, word.end, word.text, frozenset({word.text.lower()}),
                word.text if word.text in acronyms else "", _ordinal(terms, _first(text, terms, at), at),
            )  # fmt: skip
        else:
            continue
        if mention:
            if found and found[-1].end > mention.start:
                mention = max(found.pop(), mention, key=lambda m: m.end - m.start)
            found.append(mention)
    return tuple(found)


def _mention(
    text: str, terms: Sequence[Word], at: int, introduced: dict[int, Expansion]
) -> EventMention | None:
    """Read the name that ends in the event noun at ``at``, or None for a plain noun ("the meeting")."""
    begin = _first(text, terms, at)
    following = terms[at + 1] if at + 1 < len(terms) else None
    run = terms[begin : at + 1]
    numbered = any(_NUMBER_NAME.fullmatch(w.text) for w in run)
    if following and following.is_capital and gap(text, terms[at], following) == " " and not numbered:
        return None
    modifies = _modifies(text, terms, at)
    ordinal = None if modifies else _ordinal(terms, begin, at)
    states = state_words(text, run)
    content = [
        w for w in run[:-1]
        if w.lower not in english.stopwords() and english.ordinal(w.lower) is None and w.start not in states
    ]  # fmt: skip
    named = [w for w in content if w.is_capital or _NUMBER_NAME.fullmatch(w.text)]
    if not named or not (terms[at].is_capital or any(_NUMBER_NAME.fullmatch(w.text) for w in named)):
        return None
    expansion = next(
        (e for e in introduced.values() if run[0].start <= e.start <= terms[at].start < e.end), None
    )
    stop = expansion.end if expansion else terms[at].end
    keys = frozenset(w.lower if _NUMBER_NAME.fullmatch(w.text) else w.key for w in content)
    acronym = expansion.acronym if expansion else ""
    return EventMention(
        run[0].start, stop, text[run[0].start : stop], keys | {terms[at].key}, acronym, ordinal, modifies
    )


def _first(text: str, terms: Sequence[Word], at: int) -> int:
    """Return the start of the name that ends at ``at``."""
    begin = at
    while begin and at - begin < _NAME_WORDS and _belongs(text, terms, begin - 1):
        begin -= 1
    while begin < at and terms[begin].lower in english.stopwords() | {"the"}:
        begin += 1
    return begin


def _modifies(text: str, terms: Sequence[Word], at: int) -> bool:
    """Say whether a plain noun follows, which the event's name only describes."""
    if at + 1 >= len(terms) or gap(text, terms[at], terms[at + 1]) != " ":
        return False
    following = terms[at + 1].lower
    plain = following.isalpha() and following not in english.stopwords() and not terms[at + 1].is_capital
    form = english.verb_form(
        following
    )  # after a single event a finite verb is in the third person or the past
    return plain and not (form and form[1] - {"base"}) and not following.endswith(("ly", "ing", "ed"))


def _ordinal(terms: Sequence[Word], begin: int, at: int) -> int | None:
    """Return an event's number in its series: "the 56th NAME", "the second round of the NAME".

    "The third NAME for the team" and "their third NAME" count titles won, not events.
    """
    if at + 1 < len(terms) and terms[at + 1].lower == "for":
        return None
    if begin and terms[begin - 1].lower in _THEIRS:
        return None
    inside = (english.ordinal(w.lower) for w in terms[begin : at + 1])
    found = next((n for n in inside if n is not None), None)
    before = [w.lower for w in terms[max(0, begin - 4) : begin]]
    while before and before[-1] in {"the", "a", "an"}:
        before.pop()
    if found is None and len(before) > 2 and before[-1] == "of" and before[-2] in _ROUNDS:
        found = english.ordinal(before[-3])
    return found


def _belongs(text: str, terms: Sequence[Word], at: int) -> bool:
    """Say whether a word belongs to the event's name on its right."""
    word = terms[at]
    if gap(text, word, terms[at + 1]).strip("- –’'"):
        return False
    if word.is_capital and not (at == 0 and word.lower in english.function_words()):
        return True
    if english.ordinal(word.lower) is not None or _NUMBER_NAME.fullmatch(word.text):
        return True
    return word.lower in {"of", "on"} and at > 0 and terms[at - 1].is_capital
