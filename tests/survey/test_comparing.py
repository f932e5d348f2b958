"""What is found in one account of a survey is what `compare` finds in the two files."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from surveyed import CONFLICTS_ONCE, OTHER_EVENT, RELEASE

from scripts.commands.compare import compared, warnings
from scripts.comparing.discrepancies.discrepancy import AGREES, MATERIAL
from scripts.ground.faults import Fault
from scripts.survey import comparing, rules_digest
from scripts.survey.account_files import Text
from scripts.survey.outcomes import Outcome

ROOT = Path(__file__).resolve().parents[2]
PAIRS = sorted(folder for folder in (ROOT / "tests" / "bench" / "pairs").iterdir() if folder.is_dir())
SEEDS = sorted((ROOT / "seeds" / "documents").glob("*.txt"))


def setup(reference: Path, record: Path | None = None) -> comparing.Setup:
    return comparing.setup(reference, reference.read_bytes(), record)


def judged(given: comparing.Setup, data: bytes, file: str = "account.txt") -> Outcome:
    comparing.prepare(given)
    line = comparing.judged(given.against, Text(file, data, "0" * 64))
    assert line is not None
    outcome = Outcome.parsed(line)
    assert outcome is not None
    return outcome


def same_as_compare(one: Path, other: Path, record: Path | None = None) -> None:
    given = setup(one, record)
    outcome = judged(given, other.read_bytes())
    own = comparing.own_findings(comparing.prepare(given))
    wanted = [f.discrepancy for f in compared([one, other], record).findings]
    ours = Counter({(r, m): n for r, row in outcome.counts.items() for m, n in row.items()})
    assert ours + Counter((d.relation, d.materiality) for d in own) == Counter(
        (d.relation, d.materiality) for d in wanted
    )
    types = Counter({t: sum(row.values()) for t, row in outcome.types.items()})
    assert types + Counter(d.type for d in own) == Counter(d.type for d in wanted if d.relation != AGREES)
    material = [d for d in wanted if d.materiality == MATERIAL and d.relation != AGREES and d not in own]
    told = [[(r.source, r.start, r.end, r.quote, r.value) for r in d.readings] for d in material]
    assert [[tuple(r.values()) for r in f["readings"]] for f in outcome.findings] == told
    assert [(f["type"], f["relation"], f["slot"], f["rationale"]) for f in outcome.findings] == [
        (d.type, d.relation, d.slot, d.rationale) for d in material
    ]


@pytest.mark.parametrize("folder", PAIRS, ids=lambda folder: folder.name)
def test_the_findings_are_those_of_compare(folder: Path) -> None:
    one, other = folder / "one.txt", folder / "two.txt"
    outcome = judged(setup(one), other.read_bytes())
    if outcome.problem:  # another event, of which `compare` only warns
        (warned,) = warnings(compared([one, other], None))
        assert warned.why in outcome.problem
    else:
        same_as_compare(one, other)


@pytest.mark.parametrize("record", [None, ROOT / "seeds"], ids=["no record", "the record"])
def test_so_they_are_with_a_record_and_faults_of_the_reference_s_own(record: Path | None) -> None:
    same_as_compare(SEEDS[0], SEEDS[1], record)
    same_as_compare(SEEDS[1], SEEDS[0], record)
    assert comparing.own_findings(comparing.prepare(setup(SEEDS[1]))) or comparing.own_findings(
        comparing.prepare(setup(SEEDS[0]))
    )


@pytest.fixture
def release(tmp_path: Path) -> comparing.Setup:
    (tmp_path / "release.txt").write_text(RELEASE, "utf-8")
    return setup(tmp_path / "release.txt")


def test_quotes_stand_where_their_spans_say(release: comparing.Setup) -> None:
    outcome = judged(release, CONFLICTS_ONCE.encode())
    assert outcome.conflicts == 1
    texts = {"A": RELEASE, "B": CONFLICTS_ONCE}
    readings = [r for f in outcome.findings for r in f["readings"]]
    assert {r["source"] for r in readings} == {"A", "B"}
    assert all(texts[r["source"]][r["start"] : r["end"]] == r["quote"] for r in readings)


# Accounts that cannot be compared: one outcome each, which says why.
BAD = (
    (b"", "empty"),
    (b"   \n", "empty"),
    (b"The port\0is open.", "binary"),
    (b"The caf\xe9 is open again.", "undecodable as UTF-8"),
    ("Der Hafen ist für alle Schiffe wieder geöffnet, sagte der Minister.".encode(), "not English"),
    (b"# The Port of the City\n\n# The Forum\n", "no claim was found"),
    (OTHER_EVENT.encode(), "different events"),
)


@pytest.mark.parametrize(("data", "problem"), BAD, ids=[problem for _, problem in BAD])
def test_a_bad_account_is_one_outcome_with_its_problem(
    release: comparing.Setup, data: bytes, problem: str
) -> None:
    outcome = judged(release, data)
    assert problem in outcome.problem
    assert (outcome.counts, outcome.findings, outcome.again) == ({}, (), False)


@pytest.mark.parametrize(
    ("error", "again"),
    [(RecursionError("too deep"), False), (ValueError("a\nb"), False), (MemoryError(), True)],
)
def test_a_rule_that_breaks_costs_one_account(
    release: comparing.Setup, monkeypatch: pytest.MonkeyPatch, error: Exception, again: bool
) -> None:
    def breaks(reference: object, text: object) -> object:
        raise error

    monkeypatch.setattr(comparing, "findings", breaks)
    outcome = judged(release, RELEASE.encode())
    assert outcome.problem.startswith(f"could not be compared ({type(error).__name__}")
    assert "\n" not in outcome.problem
    assert outcome.again is again


def test_the_reference_is_read_once(release: comparing.Setup) -> None:
    assert comparing.prepare(release) is comparing.prepare(release)


def test_references_do_not_pile_up(tmp_path: Path) -> None:
    for number in range(9):
        (tmp_path / "release.txt").write_text(f"{RELEASE}It has {number} gates.\n", "utf-8")
        comparing.prepare(setup(tmp_path / "release.txt"))
    assert len(comparing._ready) <= 4


def test_a_process_without_the_reference_says_so() -> None:
    assert comparing.judged("no such survey", Text("a.txt", RELEASE.encode())) is None


def test_a_process_with_other_rules_does_not_take_part(
    release: comparing.Setup, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rules_digest, "fingerprint", lambda: "other")
    monkeypatch.setattr(comparing, "_ready", {})
    with pytest.raises(Fault, match="other rules"):
        comparing.prepare(release)


def test_rules_have_another_fingerprint_when_code_or_data_changes(tmp_path: Path) -> None:
    (tmp_path / "english").mkdir()
    (tmp_path / "exhibits").mkdir()
    (tmp_path / "words.py").write_text("one", "utf-8")
    (tmp_path / "english" / "verbs.csv").write_text("rise", "utf-8")
    found = {rules_digest.fingerprint.__wrapped__(tmp_path)}
    (tmp_path / "exhibits" / "page.py").write_text("shown", "utf-8")
    assert rules_digest.fingerprint.__wrapped__(tmp_path) in found
    for name in ("words.py", "english/verbs.csv", "claims.py"):
        (tmp_path / name).write_text("two", "utf-8")
        found.add(rules_digest.fingerprint.__wrapped__(tmp_path))
    assert len(found) == 4


def test_rules_have_a_fingerprint_without_the_stemmer_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = rules_digest.fingerprint.__wrapped__(tmp_path)
    monkeypatch.setattr(rules_digest, "_DECIDING", ("no-such-package",))
    assert rules_digest.fingerprint.__wrapped__(tmp_path) != before
