"""Words that a text bears out without a word of its own: by her account, the firm's mills, had stood at."""

from __future__ import annotations

from scripts import english
from scripts.comparing.proofs.element_matching import Matching
from scripts.comparing.proofs.reckoned_figures import PRIOR
from scripts.comparing.proofs.word_proofs import SAYING
from scripts.reading.syntax.elements import PRONOUN
from scripts.reading.syntax.semantic_roles import AGENT, CLAUSE, HOW, IS, OF, PATIENT, Arc

_IN_CLAUSE = frozenset({"denied", "disclaimed", "reported", "possible", "needed", "able"})
_EARLIER = frozenset({"previous", "prior", "earlier", "before", "previously", "then"})
_STANDING = frozenset({
    "stand", "stand at", "be at", "amount to", "total", "number", "come to", "cost", "have", "lie at",
})  # fmt: skip
_REASONS = frozenset({"reason", "cause", "ground"})
_HAVING = frozenset({"have", "hold", "own", "possess"})


def needs_no_word(found: Matching, index: int) -> bool:
    """Say whether a word is borne out without a word of its own.

    "Failed to" stands in how the clause below is said there, "X said" in "according to X", "has" in "X's".
    """
    item = found.ours.items[index]
    if item.key in SAYING or (item.key in english.accounts() and item.part == "n"):
        return _told(found, index)
    if item.key in _HAVING and item.part == "v" and _had(found, index):
        return True
    if item.kind == PRONOUN:
        return item.key == "it" and len(found.ours.alike(index)) == 1  # it took an hour: stands for nothing
    if item.key in _REASONS and any(a.role == "because" for a in found.theirs.roles.arcs):
        return _gives_reason(found)
    if _is_before(found, index):
        return True
    if item.key in english.placing():
        return found.ours.roles.clauses[index] in found.matches
    return _lessens(found, index)


def _gives_reason(found: Matching) -> bool:
    """Say whether what ours has is told in theirs with a "because" between: the reason, because of fog."""
    answers = {match.theirs for match in found.matches.values()}
    because = [a for a in found.theirs.roles.arcs if a.role == "because"]
    return any(a.dep in answers and a.head in answers for a in because)


def _is_before(found: Matching, index: int) -> bool:
    """Say whether a word only says that a figure is what was before: had stood at 13, the previous."""
    if not any(one.how == PRIOR for one in found.reckoned.values()):
        return False
    item = found.ours.items[index]
    ours = found.ours.roles.at_head
    below = {arc.dep for arc in ours.get(index, ())}
    below |= {arc.dep for one in below for arc in ours.get(one, ())}
    return item.key in _EARLIER or (item.key in _STANDING and not below.isdisjoint(found.reckoned))


def _told(found: Matching, index: int) -> bool:
    """Say whether who says it in ours says it in theirs by another word: according to her, by her account."""
    ours = found.ours.roles
    roles = {AGENT} if found.ours.items[index].part == "v" else {OF}
    spoken = [a.dep for a in ours.at_head.get(index, ()) if a.role in roles and a.dep in found.matches]
    arcs = [
        arc
        for dep in spoken
        for mention in found.theirs.alike(found.matches[dep].theirs)
        for arc in found.theirs.roles.of_dep.get(mention, ())
    ]
    by_noun = roles == {OF} and any(
        a.role == AGENT and found.theirs.items[a.head].key in SAYING for a in arcs
    )
    return by_noun or any(a.role == "according" for a in arcs)


def _had(found: Matching, index: int) -> bool:
    """Say whether what somebody has is told as theirs: the firm's 12 mills, a firm with 12 mills."""
    arcs = found.ours.roles.at_head.get(index, ())
    who = [found.matches[a.dep].theirs for a in arcs if a.role == AGENT and a.dep in found.matches]
    what = [found.matches[a.dep].theirs for a in arcs if a.role == PATIENT and a.dep in found.matches]
    role, alike = found.theirs.roles.role, found.theirs.alike
    return bool(who and what) and all(
        any(OF in role(thing, one) or "with" in role(one, thing) for owner in who for one in alike(owner))
        for thing in what
    )


def _is_likely(arc: Arc, part: str) -> bool:
    """Say whether a word says how firm its subject is: likely; not that a launch is a failure."""
    return arc.role == IS and part != "n"


def _lessens(found: Matching, index: int) -> bool:
    item, ours = found.ours.items[index], found.ours.roles
    if english.firmness().get(item.key) not in _IN_CLAUSE:
        return False
    # Only what it lessens shows how firmly it is said: its clause, its subject, the verb it stands beside.
    below = [a.dep for a in ours.at_head.get(index, ()) if a.role == CLAUSE or _is_likely(a, item.part)]
    beside = [a.head for a in ours.of_dep.get(index, ()) if a.role == HOW]
    return any(other in found.matches for other in (*below, *beside))
