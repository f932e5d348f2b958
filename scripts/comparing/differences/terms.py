"""Terms of art: the name of one thing replaced by the name of another.

A changed noun or adjective is a term if nothing says that the two words mean the same: neither general
English (synonyms) nor its position. It is a conflict only if one account copies the other and this is the one
word that it changes, because a rewording uses many words for one thing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import pairwise

from scripts import english
from scripts.comparing.differences.difference import CONFLICTS, DIFFERS, ClaimPair, Difference, Side
from scripts.comparing.differences.negations import is_denial
from scripts.comparing.differences.word_diff import Hunk, abbreviates, plain
from scripts.reading.details.verb_groups import DETERMINERS, PREPOSITIONS
from scripts.reading.words import Word

_ALIKE = 0.6
_LONGEST = 3
_FEW = 3


def differences(pair: ClaimPair) -> Iterator[Difference]:
    """Yield nouns and adjectives of near-identical claims that name other things."""
    if sum(h.both for h in pair.hunks) > _FEW:
        return  # in a rewording throughout, another word is no sign of another thing
    for hunk in pair.hunks:
        left, right = _content(hunk.left), _content(hunk.right)
        if left and right and _is_term(pair, hunk, left, right):
            yield _difference(pair, *pair.sides(hunk))
    yield from _derived(pair)


def _difference(pair: ClaimPair, ours: Side, theirs: Side) -> Difference:
    """Return a conflict if all else was copied. In a rewording, both words may mean one thing."""
    if pair.edited:
        why = f"“{ours.quote}” and “{theirs.quote}” name different things."
        return Difference("term", CONFLICTS, ours, theirs, why)
    why = f"“{ours.quote}” stands where the other says “{theirs.quote}”, perhaps for another thing."
    return Difference("term", DIFFERS, ours, theirs, why)


def _content(found: Sequence[Word]) -> list[Word]:
    return [w for w in found if w.lower not in english.stopwords() and not w.is_number]


def _is_term(pair: ClaimPair, hunk: Hunk, left: list[Word], right: list[Word]) -> bool:
    if len(left) > _LONGEST or len(right) > _LONGEST or (_counts(hunk.left) and _counts(hunk.right)):
        return False  # two counted things are not two names
    rest = [(a, b) for a, b in zip(left, right, strict=False) if not english.synonymous(a.lower, b.lower)]
    if any(w.is_capital for w in left) != any(w.is_capital for w in right) and not pair.edited:
        return False  # a name on one side only: the words are paired by chance
    if not rest or any(_alike(a, b) == "same" for a in left for b in right):
        return False
    if english.synonymous(_phrase(left), _phrase(right)) or _reworded(hunk):
        return False
    if any(is_denial(w) for w in (*hunk.left, *hunk.right)) or _adverbial(hunk):
        return False
    if all(w.lower.endswith("ly") for w in (*left, *right)):
        return False  # a degree or a manner is wording, since no earlier rule saw a contrary
    if _verbal(pair, hunk) and not _hyphened(pair, hunk):
        return False
    if any(_alike(a, b) == "near" for a, b in rest):
        return True
    return _in_phrase(pair, hunk)


def _counts(found: Sequence[Word]) -> bool:
    return any(w.is_number or english.number_word(w.lower) is not None for w in found)


def _reworded(hunk: Hunk) -> bool:
    """Say whether a noun on one side is a verb with "to" on the other (first winner, first to win)."""
    for ours, theirs in ((hunk.left, hunk.right), (hunk.right, hunk.left)):
        for joint, verb in pairwise(ours):
            if joint.lower == "to" and any(w.lower.startswith(verb.lower) for w in theirs):
                return True
    return False


def _phrase(found: Sequence[Word]) -> str:
    return " ".join(w.lower for w in found)


def _alike(one: Word, other: Word) -> str:
    """Return "same" for one word in two spellings, "near" for two words that only look alike, or ""."""
    if plain(one) == plain(other) or abbreviates(one, other):
        return "same"
    if english.synonymous(one.lower, other.lower) or english.opposite(one.lower, other.lower):
        return ""
    ratio = SequenceMatcher(None, one.lower, other.lower, autojunk=False).ratio()
    return "near" if ratio >= _ALIKE else ""


def _verbal(pair: ClaimPair, hunk: Hunk) -> bool:
    """Say whether a verb changed: that is wording or a contrary, not a term."""
    left, right = {w.start for w in hunk.left}, {w.start for w in hunk.right}
    ours = any(pair.left_words[p.at].start in left for p in pair.left_predicates)
    theirs = any(pair.right_words[p.at].start in right for p in pair.right_predicates)
    if (ours and theirs) or (ours and _is_verb(hunk.right[0])) or (theirs and _is_verb(hunk.left[0])):
        return True
    if _gerunds(pair, hunk):
        return True
    return bool(_inflection(hunk.left) & _inflection(hunk.right))


def _gerunds(pair: ClaimPair, hunk: Hunk) -> bool:
    """Say whether both sides are words in -ing with an object, which a determiner or a number begins."""
    after = pair.left_words[hunk.left_at + len(hunk.left) :][:1]
    if not after or not (after[0].is_number or after[0].lower in DETERMINERS):
        return False
    return hunk.left[-1].lower.endswith("ing") and hunk.right[-1].lower.endswith("ing")


def _is_verb(word: Word) -> bool:
    return english.verb_form(word.lower) is not None


def _hyphened(pair: ClaimPair, hunk: Hunk) -> bool:
    """Say whether a hyphen joins the change to a word that stayed (cold-rolled)."""
    text = pair.left.quote
    begin, end = hunk.left[0].start - pair.left.start, hunk.left[-1].end - pair.left.start
    return text[begin - 1 : begin] == "-" or text[end : end + 1] == "-"


def _inflection(found: Sequence[Word]) -> frozenset[str]:
    """Return the forms in which the first word is inflected as a verb."""
    form = english.verb_form(found[0].lower)
    return form[1] & {"third", "past", "gerund"} if form else frozenset()


def _adverbial(hunk: Hunk) -> bool:
    """Say whether a preposition belongs to the change (below cost, at a loss; rated, judged by)."""
    if all(side[0].lower in PREPOSITIONS for side in (hunk.left, hunk.right)):
        return True
    return (hunk.left[-1].lower in PREPOSITIONS) != (hunk.right[-1].lower in PREPOSITIONS)


def _in_phrase(pair: ClaimPair, hunk: Hunk) -> bool:
    """Say whether a paired content word stands right beside the change: half of a compound was kept."""
    for terms, at, size, verbs in (
        (pair.left_words, hunk.left_at, len(hunk.left), pair.left_predicates),
        (pair.right_words, hunk.right_at, len(hunk.right), pair.right_predicates),
    ):
        if at > 1 and terms[at - 1].lower == "of" and _names_thing(terms[at - 2]):
            return True
        for place in (at - 1, at + size):
            if 0 <= place < len(terms) and all(v.at != place for v in verbs):
                word = terms[place]
                gap = terms[at].start - word.end if place < at else word.start - terms[at + size - 1].end
                if gap <= 1 and _names_thing(word):
                    return True
    return False


def _names_thing(word: Word) -> bool:
    if word.lower in english.stopwords() or word.is_number or word.lower.endswith("ly"):
        return False
    return english.quantifier(word.lower) is None and english.number_word(word.lower) is None


def _derived(pair: ClaimPair) -> Iterator[Difference]:
    """Yield nouns of one stem with other endings (undertaking, undertaker), which name different things."""
    if not pair.near:
        return
    verbs = {p.at for p in pair.left_predicates}
    others = {p.at for p in pair.right_predicates}
    for at, there in pair.diff.pairs.items():
        one, other = pair.left_words[at], pair.right_words[there]
        if one.lower == other.lower or at in verbs or there in others:
            continue
        if (
            _ending(one.lower)
            and _ending(other.lower)
            and _ending(one.lower) != _ending(other.lower)
            and {_ending(one.lower), _ending(other.lower)} & {"er", "or", "ist"}
        ):
            yield _difference(pair, pair.span(pair.left, [one]), pair.span(pair.right, [other]))


def _ending(word: str) -> str:
    singular = word.removesuffix("s")
    return next((e for e in ("er", "or", "ist", "ing", "ion", "ed", "ment") if singular.endswith(e)), "")
