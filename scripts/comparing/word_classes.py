"""How much of two accounts was compared, and with what result: each word of either is in one class.

What no rule could compare is counted as well, so that few findings are never taken for much agreement.
"""

from __future__ import annotations

from collections import Counter

from scripts.comparing.changes.change import CONFLICTING, DIFFERENT, OPEN
from scripts.comparing.discrepancies.rule_inputs import Pair
from scripts.reading.accounts import Account
from scripts.reading.syntax.elements import PRONOUN

SAME, CHANGED, LEFT_OPEN, ONLY_HERE = "same", "changed", "left open", "only here"
CLASSES = (SAME, CHANGED, LEFT_OPEN, ONLY_HERE)


def word_classes(pair: Pair) -> tuple[Counter[str], Counter[str]]:
    """Count the telling words of each account by class: names, numbers and words, no articles or pronouns.

    *Same* is proved; *changed* stands where the other account has something else; *left open* is beside other
    words of which nobody can say whether they are the same; the rest is *only here*.
    """
    surest: tuple[dict[int, str], dict[int, str]] = ({}, {})
    for sure, name in ((OPEN, LEFT_OPEN), (DIFFERENT, CHANGED), (CONFLICTING, CHANGED)):
        for _, found in pair.changes:
            for change in found:
                if change.sure == sure:
                    surest[0].update(dict.fromkeys(change.left, name))
                    surest[1].update(dict.fromkeys(change.right, name))
    left, right = pair.left.account, pair.right.account
    proved = pair.laid.proved
    return _counted(left, surest[0], proved[0]), _counted(right, surest[1], proved[1])


def _counted(account: Account, told: dict[int, str], proved: frozenset[int]) -> Counter[str]:
    read = account.reading
    told_of = {index for claim in account.claims for index in account.elements_of(claim)}
    telling = {k for k in told_of - read.roles.silent if read.items[k].kind != PRONOUN}
    return Counter(told.get(k) or (SAME if k in proved else ONLY_HERE) for k in telling)
