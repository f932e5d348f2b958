"""Word lists: abbreviations, titles, heads of names, function words, and the furniture of web pages."""

from __future__ import annotations

import re
from functools import cache

from scripts.english import rows

_WORD = re.compile(r"[^\W\d_]+(?:['\u2019][^\W\d_]+)?")
# Short titles, months and firms that are not English words without a capital.
_SAFE = (
    "mr mrs ms dr prof rev lt capt cmdr adm sgt cpl pvt brig gov sen rep jan feb apr jun jul aug sept oct nov"
    " dec inc corp ltd dept vs etc approx"
)
_ENGLISH = 0.12  # in English prose 0.3 to 0.5 of the words are on the list; lists of names have fewer
_FLASH = 30  # with fewer words the share of function words means little
_INITIALS = re.compile(r"(?:[^\W\d_]\.){1,5}\Z")


def is_abbreviation(token: str) -> bool:
    """Whether a token with its full stop is an abbreviation or an initial: Gen., U.S., J."""
    if token in rows.words("abbreviations.txt") or token.lower() in _abbreviations_lowered():
        return True
    return bool(_INITIALS.match(token)) and (token[0].isupper() or token.count(".") > 1)


@cache
def _abbreviations_lowered() -> frozenset[str]:
    """Abbreviations that are no word in lower case; a sentence may end in "no." or "sun."."""
    words = frozenset(word.lower() for word in rows.words("abbreviations.txt"))
    return frozenset(word for word in words if word.count(".") > 1 or word[:-1] in _SAFE.split())


@cache
def titles() -> dict[str, str]:
    """Title words of offices, in lower case, with their kind: head, deputy, rank, honorific."""
    return {row["title"]: row["kind"] for row in rows.table("titles.csv", ("title", "kind"))}


@cache
def short_titles() -> dict[str, str]:
    """Short forms of titles without full stops, with the whole word: lt, lieutenant."""
    return {row["short"]: row["title"] for row in rows.table("short_titles.csv", ("short", "title"))}


def full_title(word: str) -> str:
    """Return a title in lower case with its short forms written out.

    >>> full_title("Lt.-Col.")
    'lieutenant colonel'
    """
    parts = [part for part in word.lower().replace("-", " ").replace(".", " ").split() if part]
    return " ".join(short_titles().get(part, part) for part in parts)


@cache
def firmness() -> dict[str, str]:
    """Words that say how far something holds, with the level: denied, planned, possible, reported..."""
    return {row["word"]: row["level"] for row in rows.table("firmness.csv", ("word", "level"))}


@cache
def settling() -> frozenset[str]:
    """Words with which what hangs on them holds: the fact that, proud to, managed to."""
    return rows.words("settling.txt")


@cache
def privative() -> frozenset[str]:
    """Words before a noun with which the thing is not one, or need not be: fake, alleged."""
    return rows.words("privative.txt")


@cache
def long_prepositions() -> dict[str, str]:
    """The telling word of a preposition of several words (in spite of), with its one-word equivalent."""
    return {row["word"]: row["meaning"] for row in rows.table("prepositions.csv", ("word", "meaning"))}


@cache
def accounts() -> frozenset[str]:
    """Nouns for what somebody says or thinks: by her account, in his view."""
    return rows.words("accounts.txt")


@cache
def other_times() -> frozenset[str]:
    """Words that set a time against another one: again, still, no longer."""
    return rows.words("other_times.txt")


@cache
def turning() -> frozenset[str]:
    """Small words that turn the sense of what they stand before: above, below, without, no."""
    return rows.words("turning.txt")


@cache
def placing() -> frozenset[str]:
    """Words that only say that something holds at the time it is told: now, already, so far."""
    return rows.words("placing.txt")


@cache
def causing() -> frozenset[str]:
    """Verbs of what is done to a thing, which also tell what becomes of it: open, drown."""
    return rows.words("causing.txt")


@cache
def many() -> frozenset[str]:
    """Verbs that many can do separately, so two different subjects do not contradict: praise, say, attend."""
    return rows.words("verbs_of_many.txt")


@cache
def many_senses() -> frozenset[str]:
    """Verbs of which the sense, and not the word, tells what excludes them: find, try."""
    return rows.words("many_senses.txt")


@cache
def one_way() -> frozenset[str]:
    """Verbs and nouns whose two parts cannot be exchanged: beat, capital of."""
    return rows.words("one_way.txt")


@cache
def superseded() -> frozenset[str]:
    """The words that tell of a report which a later one may have replaced."""
    return rows.words("superseded.txt")


@cache
def silent_words() -> frozenset[str]:
    """Words that add nothing to the content: also, however, then."""
    return rows.words("silent_words.txt")


@cache
def event_nouns() -> frozenset[str]:
    """Nouns that head the name of an event: meeting, summit, election, trial."""
    return frozenset(row["noun"] for row in rows.table("event_nouns.csv", ("noun",)))


@cache
def body_nouns() -> frozenset[str]:
    """Nouns that head the name of a body, a programme or an agreement: committee, partnership, treaty."""
    return frozenset(row["noun"] for row in rows.table("body_nouns.csv", ("noun",)))


def stopwords() -> frozenset[str]:
    """Words too common to tell one statement from another."""
    return rows.words("stopwords.txt")


def function_words() -> frozenset[str]:
    """English function words that hardly occur in other languages written in Latin letters."""
    return rows.words("function_words.txt")


def english_share(text: str) -> float:
    """The share of the words of a text that are English function words; 0 for a text without words.

    Running English prose lies above .25, terse lists and headlines above .15, prose in other languages
    below .10.
    """
    tokens = [token.lower() for token in _WORD.findall(text)]
    if not tokens:
        return 0.0
    return sum(token in function_words() for token in tokens) / len(tokens)


def not_english(text: str) -> str:
    """The reason why a text is not English; "" if it is."""
    share, foreign = english_share(text), foreign_share(text)
    # A few words may contain no English function word; then they must contain no foreign one either.
    flash = len(text.split()) < _FLASH
    if foreign > share if flash else share < _ENGLISH:
        return f"not English, it seems ({share:.0%} of its words are function words)"
    return ""


def foreign_share(text: str) -> float:
    """The share of a text's words that are function words of another language; 1 for other scripts.

    Particles of a name ("Rio de Janeiro", "El Salvador") do not count, nor does a name added in its own
    script.
    """
    tokens = _WORD.findall(text)
    if not tokens:
        return 0.0
    if 2 * sum(not _LATIN.match(token) for token in tokens) > len(tokens):
        return 1.0
    small = [number for number, t in enumerate(tokens) if t.lower() in rows.words("foreign_words.txt")]
    return sum(not _inside_name(tokens, number) for number in small) / len(tokens)


def _inside_name(tokens: list[str], number: int) -> bool:
    """Whether a particle stands within a name: capitals on both sides, skipping particles."""
    if tokens[number].lower() not in _PARTICLES:
        return False
    around = reversed(tokens[max(0, number - 2) : number]), tokens[number + 1 : number + 3]
    before, after = (next((t for t in side if t.lower() not in _PARTICLES), "") for side in around)
    return after[:1].isupper() and (before[:1].isupper() or tokens[number][0].isupper())


_LATIN = re.compile(r"[A-Za-zÀ-ɏḀ-ỿ]")
_PARTICLES = (
    "al", "da", "das", "de", "del", "della", "den", "der", "di", "do", "dos", "du", "el", "la", "las", "le",
    "les", "los", "van", "von", "vom", "zu",
)  # fmt: skip
_BELOW = "-below"  # ends the kind of a pattern for headings with only furniture below them


@cache
def chrome_patterns() -> tuple[tuple[str, re.Pattern[str], str], ...]:
    """Patterns of site furniture, for one line of a page: kind, pattern, reason."""
    return tuple(row for row in _chrome() if not row[0].endswith(_BELOW))


@cache
def chrome_sections() -> tuple[tuple[str, re.Pattern[str], str], ...]:
    """Patterns of headings with only furniture below them: kind of furniture, pattern, reason."""
    return tuple(
        (kind.removesuffix(_BELOW), pattern, why) for kind, pattern, why in _chrome() if kind.endswith(_BELOW)
    )


@cache
def _chrome() -> tuple[tuple[str, re.Pattern[str], str], ...]:
    table = rows.table("chrome.csv", ("kind", "pattern", "reason"))
    return tuple((row["kind"], re.compile(row["pattern"], re.IGNORECASE), row["reason"]) for row in table)


def agencies() -> frozenset[str]:
    """Words that name a news agency in the brackets behind a dateline."""
    return rows.words("agencies.txt")


def byline_words() -> frozenset[str]:
    """Small words of a byline: reporter, staff, desk."""
    return rows.words("byline_words.txt")


def firm_forms() -> frozenset[str]:
    """Words at the end of a firm's name for its legal form: inc, gmbh."""
    return rows.words("firm_forms.txt")


def issuer_nouns() -> frozenset[str]:
    """Nouns for an issuer or author: a heading "About the ..." with one of them opens boilerplate."""
    return rows.words("issuer_nouns.txt")


def stamp_words() -> frozenset[str]:
    """Words beside the day or hour of a page's stamp: published, updated, GMT."""
    return rows.words("stamp_words.txt")


@cache
def tolls() -> dict[str, str]:
    """What a word counts among people: killed, dead and fatalities count deaths."""
    found = rows.table("tolls.csv", ("toll", "words"))
    return {word: row["toll"] for row in found for word in rows.several(row["words"])}


@cache
def causes() -> dict[str, tuple[str, ...]]:
    """Words with the prepositions behind which their cause stands: blame on, die of, trigger by."""
    table = rows.table("causes.csv", ("word", "prepositions"))
    return {row["word"]: tuple(rows.several(row["prepositions"])) for row in table}


@cache
def rates() -> dict[str, str]:
    """Words that say what a figure is told for, with the unit: annually, a year; in all, the whole."""
    return {row["words"]: row["unit"] for row in rows.table("rates.csv", ("words", "unit"))}
