"""Negations: one claim denies what the other asserts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from scripts import english
from scripts.comparing.differences.difference import CONFLICTS, ClaimPair, Difference, Side
from scripts.comparing.differences.word_diff import Hunk
from scripts.reading.details.verb_groups import PAST, PRESENT, Predicate
from scripts.reading.words import Word

_DENIALS_WORDS = """
    cannot hardly neither never no nobody none nor not nothing nowhere scarcely without
"""
DENIALS = frozenset(_DENIALS_WORDS.split())
_NOT_DOING = frozenset({"refuse", "fail", "decline"})
_SMOOTHLY = frozenset(
    english.key(w)
    for w in ("interruption", "delay", "pause", "exception", "incident", "hesitation", "problems")
)
_CARRYING = frozenset({"tender", "submit", "offer", "make", "give", "announce"})
_DENIERS = frozenset({"deny", "dispute", "refute"})
_ASSERTING = frozenset({"say", "confirm", "announce", "admit", "state", "tell", "report", "claim", "write"})
_DENYING = ("un", "in", "im", "il", "ir", "dis", "non")


def is_denial(word: Word) -> bool:
    """Say whether a word denies: not, never, no, none, n't."""
    return word.lower in DENIALS or word.lower.endswith("n't")


def differences(pair: ClaimPair) -> Iterator[Difference]:
    """Yield denials that only one of two claims has, and words negated by a prefix.

    In near-identical claims denials are counted: "did not cause any" and "caused no" deny once each. In
    loosely alike claims only a shared verb counts, with enough other shared words.
    """
    for hunk in pair.hunks:
        yield from _prefixed(pair, hunk)
        yield from _told_denied(pair, hunk)
    if pair.near:
        refused = list(_refused(pair))
        yield from refused or _counted(pair)
    else:
        loose = list(_loose(pair)) if pair.nearness >= 0.4 else []
        yield from loose or _refused(pair)


def _prefixed(pair: ClaimPair, hunk: Hunk) -> Iterator[Difference]:
    for ours in hunk.left:
        for theirs in hunk.right:
            short, long = sorted((ours.lower, theirs.lower), key=len)
            if (
                long.endswith(short[-4:])
                and long.startswith(_DENYING)
                and english.opposite(ours.lower, theirs.lower)
            ) and any(long == prefix + short for prefix in _DENYING):
                left, right = pair.span(pair.left, [ours]), pair.span(pair.right, [theirs])
                plainer, denying = sorted((ours.text, theirs.text), key=len)  # fair, unfair
                why = f"“{denying}” denies “{plainer}”."
                yield Difference("negation", CONFLICTS, left, right, why)


def _told_denied(pair: ClaimPair, hunk: Hunk) -> Iterator[Difference]:
    """Yield a verb of denial in the place of a verb of saying, with the same words behind "that"."""
    if len(hunk.left) != 1 or len(hunk.right) != 1:
        return
    forms = [english.verb_form(w.lower) for w in (hunk.left[0], hunk.right[0])]
    bases = [form[0] if form else "" for form in forms]
    denied = [base in _DENIERS for base in bases]
    after = pair.left_words[hunk.left_at + 1 : hunk.left_at + 2]
    if denied[0] == denied[1] or not after or after[0].lower != "that":
        return
    if bases[denied.index(False)] in _ASSERTING:
        left, right = pair.sides(hunk)
        why = "One of the claims has it denied, the other has it said."
        yield Difference("negation", CONFLICTS, left, right, why)


def _counted(pair: ClaimPair) -> Iterator[Difference]:
    left = _answered(pair.left_words, pair.paired)
    right = _answered(pair.right_words, pair.back)
    if len(left) == len(right) or (
        _denied_twice(pair) and _turns(pair.left_words) == _turns(pair.right_words)
    ):
        return
    more = right if len(left) < len(right) else left
    hunk = next(
        (h for h in pair.hunks if any(w in more for w in (h.right if more is right else h.left))), None
    )
    verb = next(((a, b) for a, b in pair.verbs if a.negated != b.negated), None)
    if verb:
        ours = pair.span(pair.left, _group(pair.left_words, verb[0], hunk.left if hunk else ()))
        theirs = pair.span(pair.right, _group(pair.right_words, verb[1], hunk.right if hunk else ()))
    elif hunk:
        ours, theirs = pair.sides(hunk)
    else:
        return
    denied, said = (ours, theirs) if more is left else (theirs, ours)
    yield Difference(
        "negation", CONFLICTS, ours, theirs, f"“{denied.quote}” denies what “{said.quote}” says."
    )


def _answered(terms: Sequence[Word], paired: Mapping[int, Word]) -> list[Word]:
    """Return the words that deny, without a "without" on whose content the other claim is silent.

    "Sent help, without elaborating" adds to "sent help"; "without warning" and "after a warning" conflict.
    """
    found = []
    for word in _denials(terms):
        then = next((w for w in terms if w.start > word.start and w.lower not in english.stopwords()), None)
        if word.lower != "without" or (then and then.start in paired):
            found.append(word)
    return found


def _denied_twice(pair: ClaimPair) -> bool:
    """Say whether a verb itself denies, beside or instead of "not" (denied that, did not rule out)."""
    return any(
        _denies(terms, at) for terms in (pair.left_words, pair.right_words) for at in range(len(terms))
    )


def _turns(terms: Sequence[Word]) -> int:
    """Return 1 if an odd number of words deny: two denials cancel out."""
    return (len(_denials(terms)) + sum(_denies(terms, at) for at in range(len(terms)))) % 2


def _denials(terms: Sequence[Word]) -> list[Word]:
    """Return the words that deny. "Without interruption" says how, and denies nothing."""
    return [
        w for w, then in zip(terms, (*terms[1:], None), strict=True)
        if is_denial(w) and not (w.lower == "without" and then and then.key in _SMOOTHLY)
    ]  # fmt: skip


def _denies(terms: Sequence[Word], at: int) -> bool:
    form = english.verb_form(terms[at].lower)
    after = terms[at + 1].lower if at + 1 < len(terms) else ""
    if form is None:
        return False
    undone = form[0] in _NOT_DOING and after == "to"
    return undone or form[0] in _DENIERS or (form[0] == "rule" and after == "out")


def _group(terms: Sequence[Word], found: Predicate, changed: Sequence[Word]) -> list[Word]:
    """Return the verb group with the changed words right before it."""
    near = [w for w in changed if 0 <= terms[found.begin].start - w.end <= 12]
    return [*near, *terms[found.begin : found.at + 1]]


def _loose(pair: ClaimPair) -> Iterator[Difference]:
    """Yield a verb that both claims have and only one denies."""
    for ours in pair.left_predicates:
        for theirs in pair.right_predicates:
            if (
                ours.key != theirs.key
                or ours.negated == theirs.negated
                or ours.base in {"be", "have", "do", "say"}
            ):
                continue
            left = pair.left_words[ours.begin : ours.at + 1]
            right = pair.right_words[theirs.begin : theirs.at + 1]
            sides = pair.span(pair.left, left), pair.span(pair.right, right)
            if pair.same_place(*sides, reach=6) >= 2 and not _denied_otherwise(left, right, pair):
                why = f"Only one of the claims denies “{ours.base}”."
                yield Difference("negation", CONFLICTS, *sides, why)
                return
    yield from _scoped(pair)


def _refused(pair: ClaimPair) -> Iterator[Difference]:
    """Yield what one claim says somebody refused, failed or was unable to do, and the other says was done.

    A noun made from the verb counts behind a light verb (tendered his resignation).
    """
    for flipped in (False, True):
        ours, theirs = ("right", "left") if flipped else ("left", "right")
        terms, others = (
            (pair.right_words, pair.left_words) if flipped else (pair.left_words, pair.right_words)
        )
        done = _done(others, pair.left_predicates if flipped else pair.right_predicates)
        for at, verb in _undone(terms):
            match = next((w for w in done if english.synonymous(w.lower, verb.lower)), None)
            if not match:
                continue
            holders = pair.holders(ours, terms[at]), pair.holders(theirs, match)
            words = (match, terms[at]) if flipped else (terms[at], match)
            named = pair.one_name(*(reversed(holders) if flipped else holders))
            if not named and not (pair.near and pair.one_holder(*words)):
                continue
            one = pair.span(pair.right if flipped else pair.left, [terms[at], verb])
            other = pair.span(pair.left if flipped else pair.right, [match])
            left, right = (other, one) if flipped else (one, other)
            why = f"“{one.quote}” denies what “{other.quote}” says."
            yield Difference("negation", CONFLICTS, left, right, why)
            return


def _undone(terms: Sequence[Word]) -> Iterator[tuple[int, Word]]:
    """Yield each verb of not doing with the verb behind its "to", unless the first is denied."""
    for at, word in enumerate(terms[:-2]):
        form = english.verb_form(word.lower)
        left_undone = word.lower == "unable" or (form is not None and form[0] in _NOT_DOING)
        denied = any(is_denial(w) for w in terms[max(0, at - 3) : at])
        if left_undone and not denied and terms[at + 1].lower == "to":
            yield at, terms[at + 2]


def _done(terms: Sequence[Word], groups: Sequence[Predicate]) -> list[Word]:
    """Return the verbs told as done and not denied, and the nouns that are objects of a light verb."""
    found = []
    for group in groups:
        if group.negated or group.tense not in {PAST, PRESENT}:
            continue
        found.append(terms[group.at])
        if group.base in _CARRYING:
            found += [terms[i] for i in group.patient]
    return found


def _scoped(pair: ClaimPair) -> Iterator[Difference]:
    """Yield a denial whose next content word both claims have, while the other claim denies nothing."""
    for ours, theirs, paired, flipped in (
        (pair.left_words, pair.right_words, pair.paired, False),
        (pair.right_words, pair.left_words, pair.back, True),
    ):
        if any(is_denial(w) for w in theirs):
            continue
        for at, word in enumerate(ours):
            after = [w for w in ours[at + 1 : at + 4] if w.lower not in english.stopwords()][:1]
            if not is_denial(word) or word.lower == "without" or not after or after[0].start not in paired:
                continue
            if paired[after[0].start].key != after[0].key:
                continue
            one = Side.of(pair.right if flipped else pair.left, word.start, after[0].end)
            match = paired[after[0].start]
            other = Side.of(pair.left if flipped else pair.right, match.start, match.end)
            left, right = (other, one) if flipped else (one, other)
            if pair.same_place(left, right, 6) >= 2:
                yield Difference(
                    "negation", CONFLICTS, left, right, f"Only one of the claims denies “{match.text}”."
                )
                return


def _denied_otherwise(left: Sequence[Word], right: Sequence[Word], pair: ClaimPair) -> bool:
    """Say whether the claim that does not deny the verb denies elsewhere ("no one came")."""
    spans = {w.start for w in left}, {w.start for w in right}
    return any(is_denial(w) and w.start not in spans[0] for w in pair.left_words) or any(
        is_denial(w) and w.start not in spans[1] for w in pair.right_words
    )
