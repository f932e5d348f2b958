"""A detail that two claims give differently, with the words on either side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from scripts import english
from scripts.comparing.alignments import Alignment
from scripts.comparing.differences.word_diff import Diff, Hunk, diff
from scripts.reading.claims import Claim
from scripts.reading.details.detail import Detail
from scripts.reading.details.verb_groups import Predicate
from scripts.reading.words import Word

CONFLICTS, DIFFERS, UNDETERMINED = "conflicts", "differs", "undetermined"
_NEAR = 0.6
_PICKING = frozenset({"another", "final", "former", "initial", "last", "latter", "next", "other", "previous"})


@dataclass(frozen=True)
class Side:
    """The words of one claim that a difference is about, and their value in a normalised form."""

    start: int
    end: int
    quote: str
    value: str

    @classmethod
    def of(cls, claim: Claim, start: int, end: int, value: str = "") -> Side:
        """Return as a side what ``claim`` says between two offsets of its source's text."""
        quote = claim.quote[start - claim.start : end - claim.start]
        return cls(start, end, quote, value or quote)

    @classmethod
    def detail(cls, detail: Detail, value: str = "") -> Side:
        """Return a detail as a side."""
        return cls(detail.start, detail.end, detail.quote, value or detail.quote)


@dataclass(frozen=True)
class Difference:
    """One detail that two claims give differently; ``why`` is one sentence made by the rule that found it.

    ``cosmetic`` marks what changes no reader's belief (synonyms, order, spelling).
    """

    type: str
    relation: str
    left: Side
    right: Side
    why: str
    cosmetic: bool = False


@dataclass(frozen=True)
class ClaimPair:
    """Two aligned claims with the words they share and the words that only one of them has.

    ``nearness`` is the share (0 to 1) of the content words of both that are paired: 1 for two wordings of the
    same words, about 0.2 for two sentences on one subject. ``people`` are the lower-cased name parts of
    persons to whom either account gives an office or a role; ``names`` the words that either account
    capitalises within a sentence. ``copied`` says that one account has most of the shared content in the
    other's words, so a changed word is meant to say something else.
    """

    alignment: Alignment
    people: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    copied: bool = True

    @property
    def left(self) -> Claim:
        """The first source's claim."""
        return self.alignment.left

    @property
    def right(self) -> Claim:
        """The second source's claim."""
        return self.alignment.right

    @cached_property
    def left_words(self) -> tuple[Word, ...]:
        """All words of the left claim."""
        return self.left.words

    @cached_property
    def right_words(self) -> tuple[Word, ...]:
        """All words of the right claim."""
        return self.right.words

    @cached_property
    def paired(self) -> dict[int, Word]:
        """The right word for each left word that has one, by where the left one starts."""
        return {s.left.start: s.right for s in self.alignment.shared}

    @cached_property
    def back(self) -> dict[int, Word]:
        """The left word for each right word that has one, by where the right one starts."""
        return {s.right.start: s.left for s in self.alignment.shared}

    @cached_property
    def left_only(self) -> tuple[Word, ...]:
        """Content words that only the left claim has."""
        return tuple(w for w in self.left_words if _is_content(w) and w.start not in self.paired)

    @cached_property
    def right_only(self) -> tuple[Word, ...]:
        """Content words that only the right claim has."""
        return tuple(w for w in self.right_words if _is_content(w) and w.start not in self.back)

    @cached_property
    def nearness(self) -> float:
        """The share of the content words of both claims that are paired."""
        total = sum(_is_content(w) for w in (*self.left_words, *self.right_words))
        return 2 * len(self.paired) / total if total else 0.0

    @property
    def near(self) -> bool:
        """Whether the claims are so alike that every differing word matters."""
        return self.nearness >= _NEAR

    @cached_property
    def diff(self) -> Diff:
        """The pairing of equal words, with moved words kept apart from changed ones."""
        return diff(self.left_words, self.right_words)

    @property
    def hunks(self) -> tuple[Hunk, ...]:
        """The places where near-identical claims differ; none if the claims are only loosely alike."""
        return self.diff.hunks if self.near else ()

    @property
    def edited(self) -> bool:
        """Whether one account copies the other and these two claims differ in only one place."""
        changed = [
            h for h in self.hunks if any(w.lower not in english.stopwords() for w in (*h.left, *h.right))
        ]
        return self.copied and len(changed) < 2

    @property
    def left_predicates(self) -> tuple[Predicate, ...]:
        """The verb groups of the left claim."""
        return self.left.predicates

    @property
    def right_predicates(self) -> tuple[Predicate, ...]:
        """The verb groups of the right claim."""
        return self.right.predicates

    @cached_property
    def verbs(self) -> tuple[tuple[Predicate, Predicate], ...]:
        """The verb groups that both claims have: the same word, paired by the diff."""
        there = {p.at: p for p in self.right_predicates}
        found = [(p, there.get(self.diff.pairs.get(p.at, -1))) for p in self.left_predicates]
        made = [(p, other) for p, other in found if other is not None]
        for hunk in self.hunks:  # forms of one verb that the diff does not recognise (left, leave)
            ours = [p for p in self.left_predicates if self.left_words[p.at] in hunk.left]
            theirs = [p for p in self.right_predicates if self.right_words[p.at] in hunk.right]
            made += [(p, other) for p in ours for other in theirs if p.base == other.base]
        return tuple(made)

    def governing(self, side: str, detail: Detail | Side) -> tuple[Word, ...]:
        """Return the verbs that govern a detail: the last verb group before it, with infinitives between.

        If none comes before, the first one after it, or a plain verb behind a pronoun ("we expect"). Empty if
        the claim has no verb.
        """
        terms, groups = (
            (self.left_words, self.left_predicates)
            if side == "left"
            else (self.right_words, self.right_predicates)
        )
        before = [p for p in groups if terms[p.at].start < detail.start]
        if not before:
            plain = [
                word for subject, word in pairwise(terms)
                if subject.lower in {"i", "we", "you", "they"} and english.is_base_verb(word.lower)
            ]  # fmt: skip
            return tuple(plain[:1]) or ((terms[groups[0].at],) if groups else ())
        last = before[-1].at
        open_verbs = [
            word for joint, word in zip(terms[last + 1 :], terms[last + 2 :], strict=False)
            if joint.lower == "to" and word.end <= detail.start and english.is_base_verb(word.lower)
        ]  # fmt: skip
        return (terms[last], *open_verbs)

    def holders(self, side: str, verb: Word) -> tuple[Word, ...]:
        """Return the words that name a verb's subject; of "the pit, which employs", the pit.

        If no such words are recognised, return all words before the verb.
        """
        terms, groups = (
            (self.left_words, self.left_predicates)
            if side == "left"
            else (self.right_words, self.right_predicates)
        )
        upto = [p for p in groups if terms[p.at].start <= verb.start]
        group = upto[-1] if upto else None  # the subject of "offered to send" is that of "offered"
        named = (group.patient if group.passive else group.agent) if group else ()
        if named:
            return tuple(terms[i] for i in named)
        if group and group.begin > 1 and terms[group.begin - 1].lower in {"who", "which", "that"}:
            begin = upto[-2].at + 1 if len(upto) > 1 else 0
            return tuple(terms[begin : group.begin - 1])
        return tuple(w for w in terms if w.start < verb.start)

    def one_holder(self, ours: Word, theirs: Word) -> bool:
        """Say whether the subjects of two verbs share a word."""
        there = {w.start for w in self.holders("right", theirs)}
        holders = self.holders("left", ours)
        return any(w.start in self.paired and self.paired[w.start].start in there for w in holders)

    def one_name(self, ours: Sequence[Word], theirs: Sequence[Word]) -> bool:
        """Say whether words of the left claim and of the right contain a name that both claims have."""
        there = {w.start for w in theirs}
        return any(
            w.is_capital and w is not self.left_words[0] and w.start in self.paired
            and self.paired[w.start].start in there and not english.titles().get(w.lower)
            for w in ours
        )  # fmt: skip

    @cached_property
    def apart(self) -> bool:
        """Say whether the claims speak of two parts of one thing (the first half, the second half).

        Two selecting words differ beside a noun that both claims have, and something else has changed as
        well.
        """
        changed = sum(
            any(w.lower not in english.stopwords() for w in (*h.left, *h.right)) for h in self.hunks
        )
        if self.near and changed < 2:
            return False
        for shared in self.alignment.shared:
            picks = [_pick(terms, word) for terms, word in
                     ((self.left_words, shared.left), (self.right_words, shared.right))]  # fmt: skip
            if all(picks) and picks[0] != picks[1]:
                return True
        return False

    def sides(self, hunk: Hunk) -> tuple[Side, Side]:
        """Return a hunk as two sides. An empty side takes in the next word that both claims have."""
        left, right = list(hunk.left), list(hunk.right)
        if not (left and right):
            after = hunk.left_at + len(hunk.left), hunk.right_at + len(hunk.right)
            if after[0] < len(self.left_words) and after[1] < len(self.right_words):
                left.append(self.left_words[after[0]])
                right.append(self.right_words[after[1]])
            else:
                left = left or [self.left_words[max(0, hunk.left_at - 1)]]
                right = right or [self.right_words[max(0, hunk.right_at - 1)]]
        return self.span(self.left, left), self.span(self.right, right)

    @staticmethod
    def span(claim: Claim, found: Sequence[Word]) -> Side:
        """Return the stretch of a claim from the first to the last of the given words."""
        return Side.of(claim, min(w.start for w in found), max(w.end for w in found))

    def same_place(self, left: Detail | Side, right: Detail | Side, reach: int = 5) -> int:
        """Count the words around ``left`` that also stand around ``right``, including near-equivalents."""
        ours = around(self.left_words, left.start, left.end, reach)
        theirs = around(self.right_words, right.start, right.end, reach)
        starts = {w.start for w in theirs}
        return sum(w.start in self.paired and self.paired[w.start].start in starts for w in ours)


def _pick(terms: Sequence[Word], noun: Word) -> int | str | None:
    """Return what a word right before a noun selects: an ordinal number (2 for second), "last", "other"."""
    before = [w for w in terms if w.end <= noun.start][-1:]
    if not before or noun.start - before[0].end > 1:
        return None
    word = before[0].lower
    return word if word in _PICKING else english.ordinal(word)


def around(terms: Sequence[Word], start: int, end: int, reach: int) -> list[Word]:
    """Return the words within ``reach`` words before and after a span."""
    before = [w for w in terms if w.end <= start][-reach:]
    after = [w for w in terms if w.start >= end][:reach]
    return [*before, *after]


def _is_content(word: Word) -> bool:
    return word.lower not in english.stopwords() and word.text not in "$€£¥₩%"
