"""Pillars: each claim of the two accounts has its place, and the words for it are shown."""

from __future__ import annotations

from pathlib import Path

import pytest
from written import single

from scripts import report
from scripts.ground.faults import Fault
from scripts.record.pillars import OUTSIDE, Cue, Pillar, Pillars, read_pillars

ASSIGNED = {
    # how a claim begins: its pillar
    "A": [
        ("At the 56th", "outside"),
        ("On October 31", "outside"),
        ("The United States reaffirmed", "extended-deterrence"),
        ("Strengthen broader", "extended-deterrence"),
        ("Conduct large-scale", "extended-deterrence"),
        ("Strengthen the DPRK", "alliance-capabilities"),
        ("Expand science", "alliance-capabilities"),
        ("Deepen industrial", "alliance-capabilities"),
        ("Launch a new", "regional-cooperation"),
        ("Areas of focus", "regional-cooperation"),
        ("Deepen trilateral", "regional-cooperation"),
    ],
    "B": [
        ("The SCM was", "outside"),
        ("Reaffirmed the ironclad", "extended-deterrence"),
        ("Agreed to strengthen military", "alliance-capabilities"),
        ("Discussed ways to strengthen", "regional-cooperation"),
        ("Agreed to promote freedom", "regional-cooperation"),
        ("Emphasized the shared commitment", "outside"),
        ("Agreed to explore joint", "alliance-capabilities"),
        ("Reaffirmed the importance of coordinating", "outside"),
        ("Agreed to promote economic", "outside"),
    ],
}


@pytest.mark.parametrize(
    ("siglum", "words", "pillar"), [(s, w, p) for s, rows in ASSIGNED.items() for w, p in rows]
)
def test_claims_of_the_accounts(siglum: str, words: str, pillar: str) -> None:
    found = [c for c in report.read().claims if c.claim.source == siglum and c.claim.quote.startswith(words)]
    assert [c.assignment.pillar for c in found] == [pillar]


def test_the_evidence_is_in_the_claim_or_the_headings_above_it() -> None:
    for claim in report.read().claims:
        heading = " / ".join(claim.claim.passage.section)
        for evidence in claim.assignment.evidence:
            assert evidence.quote in (claim.claim.quote if evidence.where == "text" else heading)
        if claim.assignment.pillar != OUTSIDE:
            assert claim.assignment.pillar in {e.pillar for e in claim.assignment.evidence}


PILLARS = Pillars(
    tuple(Pillar(name, name.title(), "", ("x",)) for name in ("fish", "ships", "trade")),
    (
        Cue("fish", "herring", "any", 2),
        Cue("fish", "herring quota", "text", 3),
        Cue("ships", "vessels", "text", 2),
        Cue("ships", "harbour", "heading", 2),
        Cue("trade", "tariffs", "any", 1),
    ),
)
CASES = [
    # text, the pillar of its claim, the words for it
    ("The herring came.", "fish", ["herring"]),
    ("The herring quota fell.", "fish", ["herring quota"]),  # the longer cue holds the shorter
    ("Herring and more herring came.", "fish", ["Herring"]),  # each phrase once
    ("Herring met vessels.", OUTSIDE, ["Herring", "vessels"]),  # two weigh alike
    ("The harbour is open.", OUTSIDE, []),  # a cue for headings alone
    ("# The harbour\n\nIt is open.", "ships", ["harbour"]),
    ("Herring quota and vessels.", "fish", ["Herring quota", "vessels"]),
    # all of them at once
    ("The herring quota, vessels and tariffs.", OUTSIDE, ["herring quota", "vessels", "tariffs"]),
    ("The port is open.", OUTSIDE, []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "pillar", "words"), CASES)
def test_assignment(text: str, pillar: str, words: list[str]) -> None:
    (claim,) = single(text).account.claims
    found = PILLARS.assign(claim)
    assert (found.pillar, [e.quote for e in found.evidence]) == (pillar, words)


def test_no_pillars_put_all_outside() -> None:
    (claim,) = single("The herring came.").account.claims
    assert Pillars().assign(claim).pillar == OUTSIDE


HEAD = "pillar,title,definition,citation\nfish,Fish,All fish,x\n"
CUES = "pillar,cue,where,weight,citation\n"
BROKEN = [
    ("ships,vessels,text,1,x", "unknown pillar `ships`"),
    ("fish,herring,text,much,x", "`weight` is `much`"),
    ("fish,herring,everywhere,1,x", "`where` is `everywhere`"),
    ("fish,herring,text,1,", "`citation` is empty"),
    ("fish,,text,1,x", "`cue` is empty"),
]


@pytest.mark.parametrize(("cue", "said"), BROKEN)
def test_broken_rules_are_refused(tmp_path: Path, cue: str, said: str) -> None:
    (tmp_path / "pillars.csv").write_text(HEAD, "utf-8")
    (tmp_path / "pillar_cues.csv").write_text(f"{CUES}{cue}\n", "utf-8")
    with pytest.raises(Fault) as caught:
        read_pillars(tmp_path)
    assert said in str(caught.value)
    assert "row 2" in str(caught.value)
