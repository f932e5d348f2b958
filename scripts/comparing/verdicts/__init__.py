"""Statements checked against a source: supported, contradicted, or not enough to tell, and by which detail.

spacing        text that a tokeniser spaced out, closed up, with the way back
clauses        where a clause ends
moods          how a word is said: as so, denied, still to come, possible
wording        the words of a statement or sentence
overlaps       which words of one the other holds
figures        numbers and dates as ranges
pairing        which figure answers which; parts for a total and its part
substitutions  what stands in place of a word that is lacked
ranking        which sentence carries a statement
features       the named quantities; model and weights.json make a verdict of them
conflicts      the details that clash
frames         subject, predicate and object of a statement, laid over a sentence
rulings        rules that decide by themselves, and the list of all; some have a file of their own:
particulars    a day, a rank or a figure that is another, all else the same
bearers        whose a figure, a deed or a way is
appointments   who holds an office
exchanges      who does what to whom
explaining     the reason in plain words
judging        a statement against a source
summaries      a summary against its source
"""

from scripts.comparing.verdicts.judging import Conflict, Quote, Reason, Verdict, judge, judge_by
from scripts.comparing.verdicts.model import CONTRADICTED, NOT_ENOUGH, SUPPORTED, VERDICTS
from scripts.comparing.verdicts.ranking import Ranked, ranking
from scripts.comparing.verdicts.sentences import Sentence, sentences
from scripts.comparing.verdicts.summaries import Consistency, check_summary
from scripts.comparing.verdicts.wording import Wording

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
