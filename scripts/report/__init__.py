"""The whole pipeline in one call: sources -> passages -> claims -> pillars -> alignments -> discrepancies.

>>> from scripts import report                                   # doctest: +SKIP
>>> found = report.read()                                        # doctest: +SKIP
>>> found.finding("F1").relation                                 # doctest: +SKIP
'conflicts'
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache, cached_property
from itertools import combinations
from pathlib import Path

from scripts.comparing import discrepancies
from scripts.comparing.discrepancies import Discrepancy, Pair, Single
from scripts.comparing.pairing.alignments import FAINT, Alignment
from scripts.ground.faults import Fault
from scripts.reading.accounts import Account, account
from scripts.reading.claims import Claim
from scripts.reading.manifest import check_documents, read_manifest
from scripts.reading.sources import Source
from scripts.record import Reference, check_events, read_reference, read_wordings
from scripts.record.pillars import Assignment, Pillars, read_pillars
from scripts.report.briefing_pillars import check_briefing
from scripts.report.labels import Entry, Register, digest, is_registered, read_register

ROOT = Path(__file__).resolve().parents[2]
# Types of finding that were renamed: labels are kept, since identity is made of the first name.
_FIRST_CALLED = {"shared-topic": "agreement"}


@dataclass(frozen=True)
class Finding:
    """A discrepancy or agreement of the ledger with its printed label and its identity."""

    label: str
    identity: str
    discrepancy: Discrepancy

    @property
    def registered(self) -> bool:
        """Whether it has a label to cite, not only a number in a list."""
        return is_registered(self.label)

    @property
    def place(self) -> tuple[bool, int]:
        """The sort key of findings: registered labels first, by number."""
        return not self.registered, int(self.label.lstrip("Fn"))

    @property
    def anchor(self) -> str:
        """The name of its anchor in the book, in HTML and in print."""
        return f"finding-{self.label.lower()}"


@dataclass(frozen=True)
class LabelledClaim:
    """A claim with its printed label, its identity and its pillar."""

    label: str
    identity: str
    claim: Claim
    assignment: Assignment

    @property
    def registered(self) -> bool:
        """Whether it has a label to cite, not only a number in a list."""
        return is_registered(self.label)

    @property
    def anchor(self) -> str:
        """The name of its anchor in the book, in HTML and in print."""
        return f"claim-{self.label.lower()}"


@dataclass(frozen=True)
class Report:
    """Everything the book shows, computed once; ``every_word`` as in `discrepancies.across`."""

    singles: tuple[Single, ...]
    reference: Reference
    pillars: Pillars
    register: Register
    every_word: bool = False

    @property
    def accounts(self) -> tuple[Account, ...]:
        """The accounts, in the manifest's order."""
        return tuple(s.account for s in self.singles)

    @property
    def sources(self) -> tuple[Source, ...]:
        """The sources, in the manifest's order."""
        return tuple(a.source for a in self.accounts)

    def source(self, siglum: str) -> Source:
        """The source of a siglum."""
        return next(source for source in self.sources if source.siglum == siglum)

    @cached_property
    def pairs(self) -> tuple[Pair, ...]:
        """Every two accounts side by side."""
        return tuple(Pair(left, right) for left, right in combinations(self.singles, 2))

    @cached_property
    def alignments(self) -> tuple[Alignment, ...]:
        """The alignments of every two accounts, without the faint ones."""
        return tuple(a for pair in self.pairs for a in pair.alignments if a.level != FAINT)

    @cached_property
    def claims(self) -> tuple[LabelledClaim, ...]:
        """The claim register: every claim with its label (A-1, A-2, ... B-1 ...)."""
        found = []
        for single in self.singles:
            identities = [claim_identity(c) for c in single.account.claims]
            labels = self.register.labels(f"{single.siglum}-", identities)
            found += [
                LabelledClaim(labels[i], i, c, self.pillars.assign(c))
                for i, c in zip(identities, single.account.claims, strict=True)
            ]
        return tuple(found)

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        """The ledger: every agreement and discrepancy with its label (F1, F2, ...), conflicts first."""
        found: dict[str, Discrepancy] = {}
        for discrepancy in (
            *(d for pair in self.pairs for d in discrepancies.across(pair, self.every_word)),
            *(d for single in self.singles for d in discrepancies.within(single)),
        ):
            found.setdefault(finding_identity(discrepancy), discrepancy)
        rank = discrepancies.rank_of_leads if self.every_word else discrepancies.rank
        ordered = sorted(found.items(), key=lambda item: rank(item[1]))
        labels = self.register.labels("F", [identity for identity, _ in ordered])
        return tuple(Finding(labels[i], i, d) for i, d in ordered)

    def finding(self, label: str) -> Finding:
        """Return the finding with a label. Raises Fault if the ledger has none."""
        for finding in self.findings:
            if finding.label == label:
                return finding
        raise Fault("ledger", label, "no such finding", "look the label up in the ledger")

    def claim(self, claim: Claim) -> LabelledClaim:
        """Return a claim with its label."""
        return self._by_claim[id(claim)]

    @cached_property
    def _by_claim(self) -> dict[int, LabelledClaim]:
        return {id(c.claim): c for c in self.claims}

    @property
    def unexplained(self) -> tuple[str, ...]:
        """The labels of the register that no claim or finding has, and that have no reason in `withdrawn`."""
        standing = {*(f.label for f in self.findings), *(c.label for c in self.claims)}
        return tuple(e.label for e in self.register.entries if e.label not in standing and not e.withdrawn)

    def entries(self, version: str) -> tuple[Entry, ...]:
        """Return the entries that the register must have for this report."""
        gists = {c.identity: _gist(c.claim.quote) for c in self.claims}
        gists |= {
            f.identity: _gist(f"{f.discrepancy.type}: {f.discrepancy.rationale}") for f in self.findings
        }
        kinds = {f"{s.siglum}-": [claim_identity(c) for c in s.account.claims] for s in self.singles}
        kinds["F"] = [f.identity for f in self.findings]
        labels = {p: self.register.next_labels(p, identities) for p, identities in kinds.items()}
        return tuple(
            Entry(label, identity, version, gists[identity])
            for given in labels.values()
            for identity, label in given.items()
        )

    @property
    def without_label(self) -> str:
        """A sentence on the claims and findings that cannot be cited yet; "" if there are none."""
        number = [*(c.registered for c in self.claims), *(f.registered for f in self.findings)].count(False)
        if not number:
            return ""
        return f"{number} claims and findings have no label yet, and are not to be cited: run `make register`"


def claim_identity(claim: Claim) -> str:
    """Return a claim's identity by content: siglum, quote, occurrence, event."""
    return digest("claim", claim.source, claim.quote, str(claim.occurrence), claim.event)


def finding_identity(found: Discrepancy) -> str:
    """Return a finding's identity by content: type, slot, and its readings' claims in any order.

    A type that was renamed counts under the name that it had when labels were given for it.
    """
    first_called = _FIRST_CALLED.get(found.type, found.type)
    claims = sorted(
        claim_identity(r.claim) if r.claim else digest("passage", r.source, r.quote) for r in found.readings
    )
    spans = sorted(f"{r.source}:{r.quote}" for r in found.readings)
    return digest("finding", first_called, found.slot, *claims, *spans)


def _gist(text: str) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= 80 else f"{plain[:79]}…"


@cache
def read(root: Path = ROOT) -> Report:
    """Read ``seeds/`` under ``root`` and run the whole pipeline.

    Raises Fault on any bad input, as one line with the file, the row and the remedy.
    """
    seeds = root / "seeds"
    reference = read_reference(seeds / "reference")
    pillars = read_pillars(seeds)
    sources = read_manifest(seeds / "manifest.csv")
    check_documents(seeds / "manifest.csv", sources)
    check_events(reference, sources, seeds / "manifest.csv")
    register = read_register(seeds / "register.csv")
    check_briefing(reference.briefing, seeds / "reference", pillars)
    wordings = read_wordings(seeds / "official_wordings.csv", sources, reference)
    reference = replace(reference, briefing=replace(reference.briefing, wordings=wordings))
    return compile_report(sources, reference, pillars, register)


def compile_report(
    sources: Sequence[Source],
    reference: Reference,
    pillars: Pillars,
    register: Register,
    every_word: bool = False,
) -> Report:
    """Compile the report of ``sources``; ``every_word`` as in `discrepancies.across`.

    Raises Fault if one makes no claim.
    """
    singles = tuple(Single(account(source), reference, pillars) for source in sources)
    for single in singles:
        if not single.account.claims:
            raise Fault(
                single.account.source.file, "whole file", "no claim was found in it",
                "give a text with sentences, or remove its row from the manifest",
            )  # fmt: skip
    return Report(singles, reference, pillars, register, every_word)
