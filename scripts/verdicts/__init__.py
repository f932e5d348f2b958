"""Statements checked against a source: supported, contradicted, or not enough to tell, and by which detail.

spacing        text that a tokeniser spaced out, closed up, with the way back
wording        the words of a statement or sentence; which of them the other holds
figures        numbers and dates as ranges
pairing        which figure answers which
substitutions  what stands in place of a word that is lacked
ranking        which sentence carries a statement
features       the named quantities; model and weights.json make a verdict of them
conflicts      the details that clash
judging        a statement against a source
summaries      a summary against its source
"""

from scripts.verdicts.judging import Conflict, Quote, Reason, Verdict, judge, judge_by
from scripts.verdicts.model import CONTRADICTED, NOT_ENOUGH, SUPPORTED, VERDICTS
from scripts.verdicts.ranking import Ranked, ranking
from scripts.verdicts.sentences import Sentence, sentences
from scripts.verdicts.summaries import Consistency, check_summary
from scripts.verdicts.wording import Wording

__all__ = [
    "CONTRADICTED",
    "NOT_ENOUGH",
    "SUPPORTED",
    "VERDICTS",
    "Conflict",
    "Consistency",
    "Quote",
    "Ranked",
    "Reason",
    "Sentence",
    "Verdict",
    "Wording",
    "check_summary",
    "judge",
    "judge_by",
    "ranking",
    "sentences",
]
