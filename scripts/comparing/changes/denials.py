"""What one claim denies and the other asserts, with the same words."""

from __future__ import annotations

from collections.abc import Iterator

from scripts import english
from scripts.comparing.changes.change import DENIAL, DIFFERENT, OPEN, Change
from scripts.comparing.laid_claims import Meeting
from scripts.comparing.pairing.alignments import COPY
from scripts.comparing.proofs.word_proofs import SAYING
from scripts.comparing.slots.single_events import is_many
from scripts.reading.syntax.elements import DATE, FIGURE, HOUR, PRONOUN, SHARE, WORD
from scripts.reading.syntax.semantic_roles import AGENT, OF, PATIENT
from scripts.reading.syntax.whole_text import Reading

_ALIKE = 0.2  # of the weight of both claims, shared
_VALUES = frozenset({FIGURE, SHARE, DATE, HOUR})
_SAID = frozenset({"attr", "acomp", "oprd"})
_LONGEST_RUN = 8  # words
_NOBODY = frozenset({"no one", "nobody", "none", "nothing"})
_NO = frozenset({"no", "not", "n't", "never", "none", "neither", "nor"})


def find(meeting: Meeting) -> Iterator[Change]:
    """Yield the predicates, and the nouns behind a "no", that only one claim denies."""
    for ours, theirs in meeting.pairs:
        mine, its = meeting.left.states[ours], meeting.right.states[theirs]
        kinds = meeting.left.items[ours].kind, meeting.right.items[theirs].kind
        placed = _is_placed(meeting.left, ours), _is_placed(meeting.right, theirs)
        if mine.denied == its.denied or (kinds[0] in _VALUES and not all(placed)):
            continue
        if _is_denied_in_one_run(meeting, ours, theirs):
            continue
        if PRONOUN in kinds and not all(placed):
            continue
        if predicates(meeting, ours, theirs) or _only_one_has_no(meeting, ours, theirs):
            yield Change(DENIAL, _sure(meeting, ours, theirs), (ours,), (theirs,))
        elif any(placed):
            yield Change(DENIAL, OPEN, (ours,), (theirs,))


def _is_placed(read: Reading, index: int) -> bool:
    """Say whether a subject stands for a "be" that says where or how it is: is not in use, is on the list."""
    tokens = read.roles.parse.tokens
    subject = tokens[read.items[index].head]
    anchors = (tokens[t] for t in read.roles.anchors_of(index))
    is_thing = subject.role == "nsubj" and read.items[index].part in ("n", "")
    return is_thing and any(t.lemma == "be" and t.index == subject.head for t in anchors)


def _sure(meeting: Meeting, ours: int, theirs: int) -> str:
    """Say whether a denial tells something: who declines to say one thing may say another."""
    if meeting.closest and meeting.alignment.common >= COPY:
        return DIFFERENT
    if says_little(meeting.left.items[ours].key) or _of_two(meeting, ours, theirs):
        return OPEN
    if _only_says_which(meeting.left, ours) or _only_says_which(meeting.right, theirs):
        return OPEN
    return DIFFERENT if _has_more(meeting, ours, theirs) else OPEN


def _only_says_which(read: Reading, index: int) -> bool:
    """Say whether a participle only tells who is meant: those affected, the sums paid by the city."""
    token = read.roles.parse.tokens[read.items[index].head]
    return token.role == "acl" and token.tag == "VBN"


def _has_more(meeting: Meeting, ours: int, theirs: int) -> bool:
    """Say whether a noun that one claim denies is not all that the two share there: no train, the train."""
    if meeting.left.items[ours].part == "v" or meeting.right.items[theirs].part == "v":
        return True
    return (meeting.closest and meeting.alignment.common >= _ALIKE) or meeting.hang_together(ours, theirs)


def _of_two(meeting: Meeting, ours: int, theirs: int) -> bool:
    """Say whether it may be so of one and not of another: the guards saw nothing, a neighbour saw them."""
    alike = meeting.closest and meeting.alignment.common >= _ALIKE
    roles = {AGENT} if is_many(meeting.over, ours) else set()
    roles |= set() if alike else {PATIENT}  # in claims that share much it may be the same in other words
    return any(_is_of_others(meeting, ours, theirs, role) for role in roles)


def _is_of_others(meeting: Meeting, ours: int, theirs: int, role: str) -> bool:
    """Say whether the parts that two verbs have in one role are not the same."""
    mine, its = _parts(meeting.left, ours, role), _parts(meeting.right, theirs, role)
    if _is_nobody(meeting.left, mine) or _is_nobody(meeting.right, its):
        return False  # whoever it was, nobody was
    answers = (meeting.over.matches[k].theirs for k in mine if k in meeting.over.matches)
    named = {k for answer in answers for k in meeting.right.alike(answer)}
    return bool(mine and its) and named.isdisjoint(its)


def _is_nobody(read: Reading, parts: set[int]) -> bool:
    return any(read.items[k].key in _NOBODY for k in parts)


def done_to_nobody(read: Reading, verb: int) -> bool:
    """Say whether what a verb tells is done to nobody, or to nothing: saw nothing, nobody was fined."""
    below = read.roles.parse.below(read.items[verb].head, "dobj", "nsubjpass")
    return any(t.lower in _NOBODY for t in below)


def _parts(read: Reading, verb: int, role: str) -> set[int]:
    """Return the parts that a verb has in a role; of a share of some (none of the divers) those too."""
    found = {a.dep for a in read.roles.at_head.get(verb, ()) if a.role == role}
    shares = [k for k in found if read.items[k].kind in _VALUES or english.quantifier(read.items[k].key)]
    return found | {a.dep for k in shares for a in read.roles.at_head.get(k, ()) if a.role == OF}


def says_little(word: str) -> bool:
    """Say whether a word is for saying, or for how firm something is: not to believe may be to doubt."""
    return word in SAYING or word in english.firmness() or word in english.stopwords()


def predicates(meeting: Meeting, ours: int, theirs: int) -> bool:
    """Say whether two elements say something of a subject; a noun may, for a verb that says little."""
    if _is_placed(meeting.left, ours) and _is_placed(meeting.right, theirs):
        return True
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
    if tokens[item.head].role == "oprd":
        return True  # feared dead
    if tokens[item.head].role in _SAID and any(tokens[t].part == "AUX" for t in read.roles.anchors_of(index)):
        return True
    is_verb = item.kind == WORD and item.part != "n" and tokens[item.head].part in ("VERB", "AUX")
    return is_verb and tokens[item.head].role not in ("amod", "compound", "nmod")


def _is_denied_in_one_run(meeting: Meeting, ours: int, theirs: int) -> bool:
    """Say whether both claims have the element behind one denying word, in a run of words but one the same.

    Then the parser has tied the denial otherwise, and nothing is denied that was not.
    """
    runs = _run(meeting.left, ours), _run(meeting.right, theirs)
    if not all(runs) or len(runs[0]) != len(runs[1]) or runs[0][0] != runs[1][0]:
        return False
    return sum(one != other for one, other in zip(*runs, strict=True)) <= 1


def _run(read: Reading, index: int) -> list[str]:
    """Return the words from the nearest denying word before an element to the element."""
    tokens, last = read.roles.parse.tokens, read.items[index].head
    for first in range(last - 1, max(last - _LONGEST_RUN, -1), -1):
        if tokens[first].sentence != tokens[last].sentence:
            return []
        if tokens[first].lower in _NO:
            return [t.lower for t in tokens[first : last + 1]]
    return []


def _only_one_has_no(meeting: Meeting, ours: int, theirs: int) -> bool:
    """Say whether only one of two nouns has a "no", and nothing above the other is denied."""
    if _with_and_without(meeting, ours, theirs):
        return True
    mine, its = _no(meeting.left, ours), _no(meeting.right, theirs)
    read, index = (meeting.right, theirs) if mine else (meeting.left, ours)
    above = [a.head for a in read.roles.of_dep.get(index, ())]
    return mine != its and not any(read.states[head].denied for head in above)


def _no(read: Reading, index: int) -> bool:
    """Say whether a word of denial stands right at a noun: no oil, not the president."""
    return any(t.lower in _NO for t in read.roles.parse.below(read.items[index].head))


def _with_and_without(meeting: Meeting, ours: int, theirs: int) -> bool:
    """Say whether two nouns stand behind "with" and "without"."""
    sides = ((meeting.left, ours), (meeting.right, theirs))
    before = {tokens[tokens[item.head].head].lower for item, tokens in
              ((read.items[k], read.roles.parse.tokens) for read, k in sides)}  # fmt: skip
    return before == {"with", "without"}
