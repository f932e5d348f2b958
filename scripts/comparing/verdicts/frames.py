"""What a statement says of what: its subject, its predicate and its object, and whether a sentence has them.

A shallow reading, by the first finite verb: what stands before it is the subject, the first telling word
from it on the predicate, the next one the object. It is enough to ask whether a sentence speaks of the same.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from scripts import english
from scripts.comparing.verdicts.clauses import AUXILIARIES
from scripts.comparing.verdicts.overlaps import Held, Overlap
from scripts.comparing.verdicts.wording import Wording
from scripts.reading.details.predicates import BE, DETERMINERS, PREPOSITIONS
from scripts.reading.words import Word

_TIMES = frozenset({"year", "month", "week", "night", "morning", "evening", "season", "quarter", "today"})
_PRONOUNS = frozenset({"he", "she", "it", "they", "we", "i", "nobody", "both"})
_STANDS_FOR = frozenset(
    {"he", "she", "it", "they", "we", "i", "there", "both", "nobody", "none", "no", "neither", "one", "all"}
)
# "The firm" may be the one that the statement names; it is not "the coach" of the statement.
_MAY_BE_NAMED = frozenset({"the", "this", "these", "those", "its", "his", "her", "their", "our"})
_NOBODY = frozenset({"nobody", "none", "no-one"})
_CHAINS = frozenset({"continue", "begin", "start", "go", "keep", "come", "try", "manage", "be", "have"})
_LINKS = frozenset({"being", "remain", "remains", "remained", "become", "becomes", "became", "stay", "stays"})
_NEAR = 5


@dataclass(frozen=True)
class Frame:
    """The parts of a statement laid over a sentence."""

    found: Overlap

    @property
    def ours(self) -> Wording:
        """The statement."""
        return self.found.statement

    @property
    def theirs(self) -> Wording:
        """The sentence."""
        return self.found.sentence

    @cached_property
    def verb(self) -> int:
        """Where the statement's verb begins; of "it found that X did", that of what was found."""
        verb = self.ours.verb
        terms = [w for w in self.ours.words if w.start >= verb]
        for place, word in enumerate(terms[:4]):
            if word.lower == "that" and place and place + 1 < len(terms):
                for later in terms[place + 2 :]:
                    form = english.verb_form(later.lower)
                    if later.lower in AUXILIARIES or (form and form[1] & {"past", "third"}):
                        return later.start
        return verb

    @cached_property
    def subject(self) -> tuple[Word, ...]:
        """The content words before the verb, opening phrases with a comma left out."""
        that = [
            w.start for w in self.ours.words if self.ours.verb < w.start < self.verb and w.lower == "that"
        ]
        first = that[0] if that else 0
        before = [w for w in self.ours.content if first <= w.start < self.verb]
        last = self.ours.clauses[before[-1].start] if before else 0
        return tuple(w for w in before if self.ours.clauses[w.start] == last)

    @cached_property
    def head(self) -> Word | None:
        """The noun that the subject is about: the last one before a preposition."""
        chosen: Word | None = None
        for word in self.ours.words:
            if word.start >= self.verb or (chosen and word.lower in PREPOSITIONS):
                break
            if word in self.subject:
                chosen = word
        return chosen

    @cached_property
    def said(self) -> tuple[Word, ...]:
        """The content words from the statement's verb on, to the end of its clause."""
        clause = self.ours.clauses.get(self.verb)
        undoing = {w for mood in self.ours.moods.values() for w in mood.by}
        found = [
            w
            for w in self.ours.content
            if w.start >= self.verb and self.ours.clauses[w.start] == clause and w not in undoing
        ]
        found = [w for w in found if not w.lower.endswith("ly") or english.verb_form(w.lower)] or found
        while len(found) > 1 and english.verb_forms(found[0].lower).keys() & _CHAINS:
            found = found[1:]
        return tuple(found)

    def held_predicate(self) -> Held | None:
        """Return the first of the predicate's words that the sentence holds as a predicate of its own."""
        for word in self.said[:2]:
            held = self.found.partners.get(word.start)
            if held and self.is_said_of(self.ours, word) and self.is_said_of(self.theirs, held.theirs):
                return held
        return None

    def ends_with(self, theirs: Word) -> bool:
        """Say whether the clause of ``theirs`` has no telling word behind it."""
        clause = self.clause_words(theirs)
        return not any(w.start > theirs.start and w in self.theirs.content for w in clause)

    def objects(self, word: Word) -> tuple[Word, ...]:
        """Return the content words behind ``word`` in its clause, up to the preposition after the first."""
        found: list[Word] = []
        for other in self.ours.words:
            if other.start <= word.start:
                continue
            if found and other.lower in PREPOSITIONS:
                break
            if other in self.said:
                found.append(other)
        return tuple(found)

    def partner_near(self, word: Word | None, theirs: Word) -> bool:
        """Say whether the sentence holds ``word`` close to ``theirs`` and in its clause."""
        other = self.in_clause(word, theirs)
        if other is None:
            return False
        places = [k for k, w in enumerate(self.theirs.words) if w in (other, theirs)]
        return max(places) - min(places) <= _NEAR

    def in_clause(self, word: Word | None, theirs: Word) -> Word | None:
        """Return the sentence's word for ``word`` if it stands in the clause of ``theirs``."""
        if word is None:
            return None
        clause = self.theirs.clauses[theirs.start]
        for other in self.theirs.by_key.get(word.key, ()):
            if self.theirs.clauses[other.start] == clause:
                return other
        held = self.found.partners.get(word.start)
        if held and self.theirs.clauses[held.theirs.start] == clause:
            return held.theirs
        return None

    def same_subject(self, theirs: Word) -> bool:
        """Say whether the clause of ``theirs`` has the statement's subject, or a word that stands for it."""
        if any(self._before(word, theirs) for word in self.subject):
            return True
        return self._of_nobody(theirs) or self.open_subject(theirs)

    def _of_nobody(self, theirs: Word) -> bool:
        """Say whether the statement's subject is nobody, where the clause of ``theirs`` has somebody."""
        before = [w for w in self.ours.words if w.end <= self.verb]
        nobody = [w.lower for w in before[-2:]] == ["no", "one"] or (before and before[-1].lower in _NOBODY)
        clause = [w for w in self.clause_words(theirs) if w.end <= theirs.start]
        return bool(nobody) and any(w in self.theirs.content or w.is_number for w in clause)

    def _before(self, word: Word, theirs: Word) -> bool:
        other = self.in_clause(word, theirs)
        return other is not None and other.start != theirs.start

    def open_subject(self, theirs: Word) -> bool:
        """Say whether the clause begins with a pronoun or "the company": no name that is another's."""
        clause = self.clause_words(theirs)
        named = [w for w in clause if w.start < theirs.start and w.start in self.theirs.names]
        wanted = _STANDS_FOR
        if self.head is None or self.head.is_capital:
            wanted = _STANDS_FOR | _MAY_BE_NAMED
        return clause[0].lower in wanted and all(w.start in self.found.taken for w in named)

    def pronoun(self, theirs: Word) -> bool:
        """Say whether a pronoun opens the clause of ``theirs``."""
        return self.clause_words(theirs)[0].lower in _PRONOUNS

    def clause_words(self, theirs: Word) -> Sequence[Word]:
        """Return the words of the clause that ``theirs`` stands in."""
        clause = self.theirs.clauses[theirs.start]
        return [w for w in self.theirs.words if self.theirs.clauses[w.start] == clause]

    def is_said_of(self, wording: Wording, word: Word) -> bool:
        """Say whether a word is a predicate: a verb with no article, an adjective after "be".

        A noun counts where it stands right behind what denies it or leaves it open (ruled out a cut).
        """
        place = wording.words.index(word)
        before = wording.words[place - 1].lower if place else ""
        by = wording.moods[word.start].by
        if by and sum(by[-1].end <= w.start < word.start for w in wording.words) <= 2:
            return True
        if before in PREPOSITIONS and place > 1 and wording.words[place - 2].lower in BE:
            return True
        if before in DETERMINERS or before in PREPOSITIONS - {"to"} or word.start in wording.names:
            return False
        return (
            before in AUXILIARIES | _LINKS
            or english.verb_form(word.lower) is not None
            or word.lower.endswith("ed")
        )

    def acted_upon(self, word: Word) -> tuple[Word, ...]:
        """Return what the statement's verb acts upon: its objects, with no preposition between."""
        found = self.objects(word)
        found = tuple(w for w in found if w.lower not in _TIMES)
        if not found:
            return ()
        between = {w.lower for w in self.ours.words if word.end <= w.start < found[0].start}
        return () if PREPOSITIONS & between else found

    def said_of_subject(self, word: Word, contrary: Word) -> bool:
        """Say whether the sentence has the statement's own predicate too, of its subject or of no other."""
        for other in self.theirs.by_key.get(word.key, ()):
            clause = [w for w in self.clause_words(other) if w.start < other.start]
            own = [w for w in clause if w in self.theirs.content]
            if not own or self._named(other) >= max(1, self._named(contrary)):
                return True
        return False

    def _named(self, theirs: Word) -> int:
        """Return how many words of the subject stand in the clause of ``theirs``."""
        return sum(self.in_clause(word, theirs) is not None for word in self.subject)
