"""What one claim denies and the other asserts, with the same words."""

from __future__ import annotations

from collections.abc import Iterator

from scripts import english
from scripts.comparing.alignments import COPY
from scripts.comparing.changes.change import CONFLICTING, DENIAL, DIFFERENT, OPEN, Change
from scripts.comparing.laid_claims import Meeting
from scripts.comparing.role_matching import SAME
from scripts.comparing.word_proofs import SAYING
from scripts.reading.syntax.arcs import AGENT, PATIENT
from scripts.reading.syntax.elements import DATE, FIGURE, HOUR, PRONOUN, SHARE, WORD
from scripts.reading.syntax.whole_text import Reading

_ALIKE = 0.3  # of the weight of both claims, shared
_UNSURE = frozenset({"possible", "conditional", "asked"})
_VALUES = frozenset({FIGURE, SHARE, DATE, HOUR})
_AHEAD = frozenset({"proposed", "expected", "planned", "future"})
_SAID = frozenset({"attr", "acomp", "oprd"})
_ONE_WORD = frozenset({"same word", "spelling", "inflection", "said alike"})
_NO = frozenset({"no", "not", "n't", "never", "none", "neither", "nor"})


def find(meeting: Meeting) -> Iterator[Change]:
    """Yield the predicates, and the nouns behind a "no", that only one claim denies."""
    for ours, theirs in meeting.pairs:
        mine, its = meeting.left.states[ours], meeting.right.states[theirs]
        kinds = meeting.left.items[ours].kind, meeting.right.items[theirs].kind
        if mine.denied == its.denied or kinds[0] in _VALUES or PRONOUN in kinds:
            continue
        if predicates(meeting, ours, theirs) or _only_one_has_no(meeting, ours, theirs):
            yield Change(DENIAL, _sure(meeting, ours, theirs), (ours,), (theirs,))


def _sure(meeting: Meeting, ours: int, theirs: int) -> str:
    """Say how sure a denial is: the word is one sign of one slot, a shared part or a like claim another."""
    key = meeting.left.items[ours].key
    if key in SAYING or key in english.firmness() or key in english.stopwords():
        copied = meeting.closest and meeting.alignment.common >= COPY
        # Who declines to say one thing may say another; not to believe may be to doubt.
        return DIFFERENT if copied else OPEN
    mine, its = meeting.left.states[ours].levels, meeting.right.states[theirs].levels
    if _UNSURE & (mine | its) or _AHEAD & (mine ^ its):
        return DIFFERENT  # it does not run now, and will run
    if _of_another_time(meeting.left, ours) or _of_another_time(meeting.right, theirs):
        return DIFFERENT  # they do not run; they run again
    if _has_its_parts_turned(meeting, ours, theirs):
        return DIFFERENT  # apples left in the stores; apples that did not leave
    alike = meeting.alignment.common >= _ALIKE and meeting.closest
    shared = _shares_a_part(meeting, ours)
    one_word = meeting.over.matches[ours].proof.name in _ONE_WORD
    return CONFLICTING if (alike and shared) or (one_word and (alike or shared)) else DIFFERENT


def _of_another_time(read: Reading, index: int) -> bool:
    """Say whether a word sets the time of a predicate, or that of a thing, against another: so far."""
    told = english.other_times() | english.placing()
    tokens, roles = read.roles.parse.tokens, read.roles
    verbs = [arc.head for arc in roles.of_dep.get(index, ())] if read.items[index].part != "v" else []
    places = {t for k in (index, *verbs) for t in (read.items[k].head, *roles.anchors_of(k))}
    places |= {tokens[t].head for t in places if tokens[t].role == "conj"}  # now they come, and hear nothing
    below = (child for place in places for child in roles.parse.below(place))
    return any({child.lower, f"so {child.lower}"} & told for child in below)


def _has_its_parts_turned(meeting: Meeting, ours: int, theirs: int) -> bool:
    """Say whether what one verb does is what is done to it by the other."""
    acting = {AGENT: PATIENT, PATIENT: AGENT}
    return any(
        acting.get(arc.role) in meeting.right.roles.role(theirs, answer.theirs)
        for arc in meeting.left.roles.at_head.get(ours, ())
        if arc.role in acting and (answer := meeting.over.matches.get(arc.dep))
    )


def predicates(meeting: Meeting, ours: int, theirs: int) -> bool:
    """Say whether two elements say something of a subject; a noun may, for a verb that says little."""
    if stands_for_verb(meeting.left, ours) != stands_for_verb(meeting.right, theirs):
        return not _verb_is_paired(meeting, ours)
    return predicate(meeting.left, ours) and predicate(meeting.right, theirs)


def stands_for_verb(read: Reading, index: int) -> bool:
    """Say whether an element stands for a verb that says little: gave | a scanner."""
    tokens = read.roles.parse.tokens
    return any(tokens[t].part == "VERB" for t in read.roles.anchors_of(index))


def _verb_is_paired(meeting: Meeting, ours: int) -> bool:
    """Say whether the verb that an element stands for has an answer itself, which is told of then."""
    of_token = meeting.left.roles.elements.of_token
    verbs = {of_token.get(t) for t in meeting.left.roles.anchors_of(ours)}
    return any(index in verbs for index, _ in meeting.pairs)


def predicate(read: Reading, index: int) -> bool:
    """Say whether an element is the verb of a clause, or says what a subject is."""
    item, tokens = read.items[index], read.roles.parse.tokens
    if tokens[item.head].role in _SAID and any(tokens[t].part == "AUX" for t in read.roles.anchors_of(index)):
        return True
    is_verb = item.kind == WORD and item.part == "v" and tokens[item.head].part in ("VERB", "AUX")
    return is_verb and tokens[item.head].role not in ("amod", "compound", "nmod")


def _only_one_has_no(meeting: Meeting, ours: int, theirs: int) -> bool:
    """Say whether only one of two nouns has a "no", and nothing above the other is denied."""
    mine, its = _no(meeting.left, ours), _no(meeting.right, theirs)
    read, index = (meeting.right, theirs) if mine else (meeting.left, ours)
    above = [a.head for a in read.roles.of_dep.get(index, ())]
    return mine != its and not any(read.states[head].denied for head in above)


def _no(read: Reading, index: int) -> bool:
    """Say whether a word of denial stands right at a noun: no oil, not the president."""
    return any(t.lower in _NO for t in read.roles.parse.below(read.items[index].head))


def _shares_a_part(meeting: Meeting, ours: int) -> bool:
    """Say whether a part in what is told is the same in both claims."""
    over = meeting.over
    arcs = over.ours.roles.at_head.get(ours, ())
    return any(a.dep in over.matches and over.stand(a) == SAME for a in arcs)
