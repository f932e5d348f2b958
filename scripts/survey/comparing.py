"""Comparing one account with the reference: the work of each process of a survey.

Each process reads and analyses the reference once and keeps it. The findings are those of ``compare``,
without the faults within the reference itself, which would count again for every account.
An account of another event, which ``compare`` warns of, is refused: it has no place in a ranking.
"""

from __future__ import annotations

import time
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from scripts.commands.compare import read_record
from scripts.comparing import discrepancies
from scripts.comparing.discrepancies import Discrepancy, Pair, Single
from scripts.comparing.discrepancies.same_event import DIFFERENT, same_event
from scripts.ground.faults import Fault
from scripts.reading.accounts import account
from scripts.reading.sources import account_of, in_english
from scripts.record import Reference
from scripts.record.pillars import Pillars
from scripts.report import finding_identity
from scripts.report.labels import digest
from scripts.survey import rules_digest
from scripts.survey.account_files import Text
from scripts.survey.outcomes import Outcome

_KEPT = 4  # cached references; a cluster may work on several surveys at once
_ready: dict[str, Single] = {}


@dataclass(frozen=True)
class Setup:
    """What every account is compared with: the reference's name and bytes, and the cited record, if any.

    ``against`` is a digest of all of this and of the rules; ``rules`` is a digest of the rules alone.
    """

    file: Path
    data: bytes
    record: tuple[Reference, Pillars]
    rules: str
    against: str


def setup(file: Path, data: bytes, record: Path | None = None) -> Setup:
    """Return the setup of a survey under the rules of this process, with the record in a folder, if any.

    Raises Fault where the record cannot be used.
    """
    made = rules_digest.fingerprint()
    read = read_record(record) if record else (Reference.empty(), Pillars())
    against = digest("survey", sha256(data).hexdigest(), _digest(record), made)
    return Setup(file, data, read, made, against)


def _digest(folder: Path | None) -> str:
    made = sha256()
    for path in sorted(folder.rglob("*.csv")) if folder else ():
        made.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return made.hexdigest()


def prepare(given: Setup) -> Single:
    """Read and analyse the reference, once in this process.

    Raises Fault where it is no text, not English or makes no claim, and where this process has other rules
    than the one that set the survey up (another version on a machine of a cluster).
    """
    if given.against not in _ready:
        if given.rules != rules_digest.fingerprint():
            raise Fault(
                "survey", "a worker", "it has other rules than this process", "install one version on all"
            )
        while len(_ready) >= _KEPT:
            del _ready[next(iter(_ready))]
        _ready[given.against] = _single(given.file, "A", given.data, given.record)
    return _ready[given.against]


def judged(against: str, text: Text) -> bytes | None:
    """Compare an account with the prepared reference and return a line of the result file.

    A problem with the account is reported in its line. None if this process does not have that reference.
    """
    reference = _ready.get(against)
    if reference is None:
        return None
    begun = time.perf_counter()
    try:
        found = findings(reference, text)
    except Fault as fault:
        return Outcome.refused(text, against, f"{fault.problem}; {fault.remedy}").line()
    except Exception as error:  # one account that crashes a rule must not end a survey of thousands
        problem = f"could not be compared ({type(error).__name__}: {error})"
        return Outcome.refused(text, against, problem, again=isinstance(error, MemoryError)).line()
    return Outcome.of(text, against, found, time.perf_counter() - begun).line()


def findings(reference: Single, text: Text) -> tuple[Discrepancy, ...]:
    """Return the findings between the reference and an account and within the account, conflicts first.

    Raises Fault on an account that is no text, not English, makes no claim, or tells of another event.
    """
    single = _single(Path(text.file), "B", text.data, (reference.reference, reference.pillars))
    pair = Pair(reference, single)
    answer = same_event(pair)
    if answer.verdict == DIFFERENT:  # `compare` only warns: among thousands, nobody reads the warnings
        against = f"against {reference.account.source.file}"
        problem = f"they tell of different events: {answer.why}"
        raise Fault(text.file, against, problem, "give accounts of one event")
    return _distinct((*discrepancies.across(pair), *discrepancies.within(single)))


def own_findings(reference: Single) -> tuple[Discrepancy, ...]:
    """Return the findings within the reference alone, which no account's counts include."""
    return _distinct(discrepancies.within(reference))


def _distinct(found: tuple[Discrepancy, ...]) -> tuple[Discrepancy, ...]:
    kept: dict[str, Discrepancy] = {}
    for one in found:
        kept.setdefault(finding_identity(one), one)
    return tuple(sorted(kept.values(), key=discrepancies.rank_of_leads))


def _single(file: Path, siglum: str, data: bytes, record: tuple[Reference, Pillars]) -> Single:
    single = Single(account(in_english(account_of(file, siglum, data))), *record)
    if not single.account.claims:
        raise Fault(file, "whole file", "no claim was found in it", "give a text with sentences")
    return single
