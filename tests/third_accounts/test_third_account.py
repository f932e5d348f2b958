"""A third account beside the two, and two accounts of something else: what stays, what comes, what is right.

``wire.txt`` is of the same two meetings by another hand: numbered paragraphs of a news agency. The two
``harbour`` accounts are of another event, with other people and other layouts.
"""

from __future__ import annotations

import csv
import hashlib
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from first_two import first_two

from scripts import report
from scripts.comparing.discrepancies.discrepancy import RELATIONS
from scripts.report import Finding, Report
from scripts.report.labels import Register, write_register

HERE = Path(__file__).parent
ROOT = report.ROOT
Change = Callable[[list[dict[str, str]]], list[dict[str, str]]]


def row(siglum: str, name: str, **cells: str) -> dict[str, str]:
    """A manifest row for an account of this folder."""
    made = {
        "siglum": siglum,
        "file": name,
        "title": f"An account in {name}",
        "publisher": "Written for this test",
        "url": "",
        "published": "2024-10-31",
        "as_of": "2024-10-31",
        "as_of_sure": "M",
        "events": "scm-56|2plus2-6",
        "kind": "news report",
        "likelihood": "almost certain",
        "reason": "Written for this test.",
        "reliability": "",
        "credibility": "",
        "grade_reason": "",
        "original": "",
        "sha256": hashlib.sha256((HERE / name).read_bytes()).hexdigest(),
    }
    return made | cells


def seeds(into: Path, change: Change, register: Path | None = None) -> Path:
    """A tree whose seeds are the real ones with the manifest's rows changed, and another register."""
    shutil.copytree(ROOT / "seeds", into / "seeds")
    if register:
        shutil.copy(register, into / "seeds" / "register.csv")
    path = into / "seeds" / "manifest.csv"
    with path.open(encoding="utf-8", newline="") as table:
        rows = list(csv.DictReader(table))
    rows = change(rows[:2])  # whatever accounts have come since
    # A document without a row is refused.
    texts = {
        text.name: text for folder in (HERE, ROOT / "seeds" / "documents") for text in folder.glob("*.txt")
    }
    shutil.rmtree(into / "seeds" / "documents")
    (into / "seeds" / "documents").mkdir()
    for one in rows:
        shutil.copy(texts[one["file"]], into / "seeds" / "documents")
    with path.open("w", encoding="utf-8", newline="") as table:
        writer = csv.DictWriter(table, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    return into


WIRE = row("C", "wire.txt")
HARBOUR = {"published": "2023-06-15", "as_of": "2023-06-15", "events": ""}


@pytest.fixture(scope="module")
def two() -> Report:
    return first_two()


@pytest.fixture(scope="module")
def three(tmp_path_factory: pytest.TempPathFactory) -> Report:
    return report.read(seeds(tmp_path_factory.mktemp("three"), lambda rows: [*rows, WIRE]))


@pytest.fixture(scope="module")
def reordered(tmp_path_factory: pytest.TempPathFactory) -> Report:
    return report.read(seeds(tmp_path_factory.mktemp("reordered"), lambda rows: [WIRE, *rows[::-1]]))


@pytest.fixture(scope="module")
def other(tmp_path_factory: pytest.TempPathFactory) -> Report:
    rows = [row("D", "harbour_one.txt", **HARBOUR), row("E", "harbour_two.txt", **HARBOUR)]
    return report.read(seeds(tmp_path_factory.mktemp("other"), lambda _: rows))


def between(found: Report, *sigla: str) -> list[Finding]:
    return [f for f in found.findings if set(f.discrepancy.sources) == set(sigla)]


def told(finding: Finding) -> tuple[object, ...]:
    found = finding.discrepancy
    readings = tuple((r.source, r.start, r.end, r.quote, r.standing) for r in found.readings)
    return found.type, found.relation, found.materiality, found.slot, found.rationale, readings


# What was found between the first two


def test_a_third_account_changes_nothing_between_the_first_two(two: Report, three: Report) -> None:
    before = {f.identity: told(f) for f in two.findings}
    after = {f.identity: told(f) for f in three.findings if "C" not in f.discrepancy.sources}
    # One account alone may be told against C as well: only what A and B had together must be there again.
    assert before.keys() <= after.keys()
    assert {k: after[k] for k in before} == before


def test_registered_labels_stay_whoever_comes(two: Report, three: Report, reordered: Report) -> None:
    labels = {f.identity: f.label for f in two.findings}
    known = {e.identity: e.label for e in two.register.entries}
    assert labels, "the ledger is not empty"
    for found in (three, reordered):
        again = {f.identity: f.label for f in found.findings}
        for identity, label in labels.items():
            if identity in known:
                assert again[identity] == label == known[identity]
        assert len(set(again.values())) == len(again)
        taken = {e.label for e in found.register.entries}
        assert not {label for i, label in again.items() if i not in known} & taken


def test_claims_keep_their_identity_and_label(two: Report, three: Report, reordered: Report) -> None:
    labels = {c.identity: c.label for c in two.claims}
    for found in (three, reordered):
        again = {c.identity: c.label for c in found.claims}
        assert {i: again[i] for i in labels} == labels


def test_the_order_of_the_manifest_is_no_part_of_an_identity(three: Report, reordered: Report) -> None:
    """Findings that set two accounts against each other are the same, whichever is read first."""
    for sigla in (("A", "B"), ("A", "C"), ("B", "C")):
        one = {f.identity for f in between(three, *sigla) if f.discrepancy.relation == "conflicts"}
        other = {f.identity for f in between(reordered, *sigla) if f.discrepancy.relation == "conflicts"}
        assert one == other


# What the third account brings


def test_the_third_account_is_in_every_pair(three: Report) -> None:
    assert [(p.left.siglum, p.right.siglum) for p in three.pairs] == [("A", "B"), ("A", "C"), ("B", "C")]
    for sigla in (("A", "C"), ("B", "C")):
        found = between(three, *sigla)
        assert {"agrees", "differs", "conflicts"} & {f.discrepancy.relation for f in found}
    assert [c.label for c in three.claims if c.claim.source == "C"][:2] == ["C-n1", "C-n2"]


def office(found: Report, slot: str, *sigla: str) -> Finding:
    (only,) = [f for f in between(found, *sigla) if f.discrepancy.slot == slot]
    return only


OFFICES = [
    # office, the two accounts, relation, standings by account
    ("kr-defense-minister", "AC", "agrees", {"A": "confirmed", "C": "confirmed"}),
    ("kr-foreign-minister", "AC", "agrees", {"A": "confirmed", "C": "confirmed"}),
    ("us-state-secretary", "AC", "agrees", {"A": "confirmed", "C": "confirmed"}),
    ("kr-defense-minister", "BC", "conflicts", {"B": "refuted", "C": "confirmed"}),
    ("kr-foreign-minister", "BC", "conflicts", {"B": "refuted", "C": "confirmed"}),
    ("us-defense-secretary", "BC", "agrees", {"B": "confirmed", "C": "confirmed"}),
]


@pytest.mark.parametrize(("slot", "sigla", "relation", "standings"), OFFICES)
def test_offices_of_the_third_account(
    three: Report, slot: str, sigla: str, relation: str, standings: dict[str, str]
) -> None:
    found = office(three, slot, *sigla).discrepancy
    assert found.relation == relation
    for siglum, verdict in standings.items():
        assert {r.standing.verdict for r in found.readings if r.source == siglum} == {verdict}


def dates(found: Report, *sigla: str) -> dict[str, tuple[str, dict[str, str]]]:
    """Each date of an event that two accounts give: relation, and standing by account."""
    return {
        f.discrepancy.slot: (
            f.discrepancy.relation,
            {r.source: r.standing.verdict for r in f.discrepancy.readings},
        )
        for f in between(found, *sigla)
        if f.discrepancy.slot.startswith("date of")
    }


def test_dates_of_the_third_account(three: Report) -> None:
    scm = "date of 56th U.S.-ROK Security Consultative Meeting"
    (two_plus_two,) = [slot for slot in dates(three, "A", "C") if "2+2" in slot]
    assert dates(three, "A", "C") == {
        scm: ("agrees", {"A": "confirmed", "C": "confirmed"}),
        two_plus_two: ("agrees", {"A": "confirmed", "C": "confirmed"}),
    }
    assert dates(three, "B", "C") == {
        scm: ("agrees", {"B": "confirmed", "C": "confirmed"}),
        two_plus_two: ("conflicts", {"B": "refuted", "C": "confirmed"}),
    }


def test_what_only_the_third_account_says(three: Report) -> None:
    alone = [
        r.quote
        for f in three.findings
        if f.discrepancy.relation == "only in one source"
        for r in f.discrepancy.readings
        if r.source == "C"
    ]
    assert any("patrol boat" in quote for quote in alone)
    assert any("14 of the boats" in quote for quote in alone)


# Two accounts of something else, with a record that knows nothing of it


def test_other_people_and_other_events_are_read(other: Report) -> None:
    assert {h.name for a in other.accounts for h in a.holdings} == {
        "Didzis Smits",
        "Uldis Augulis",
        "Madis Kallas",
    }
    assert {a.siglum: sum(p.kind == "item" for p in a.passages) for a in other.accounts} == {"D": 4, "E": 0}


def conflicts(found: Report) -> list[tuple[str, ...]]:
    return [
        (f.discrepancy.type, *(r.value for r in f.discrepancy.readings))
        for f in found.findings
        if f.discrepancy.relation == "conflicts"
    ]


def test_the_conflicts_between_them_are_the_four_that_were_written_in(other: Report) -> None:
    assert sorted(conflicts(other)) == [
        ("denial", "will not board", "will board"),
        ("event-date", "2023-10-02", "2023-10-03"),
        ("number", "24 percent", "42 percent"),
        ("office-holder", "Didzis Smits", "Uldis Augulis"),
    ]


def test_a_record_of_other_things_says_nothing_of_them(other: Report) -> None:
    verdicts = {r.standing.verdict for f in other.findings for r in f.discrepancy.readings}
    assert verdicts <= {"unconfirmed", "not checked"}


def test_no_vocabulary_of_the_alliance_is_spoken_of_them(other: Report) -> None:
    """No finding about accounts of herring says a word of the record's own matters."""
    said = " ".join(f.discrepancy.rationale for f in other.findings)
    for word in ("ROK", "Korea", "Austin", "deterrence", "2+2", "U.S."):
        assert word not in said


def test_every_finding_is_well_formed(other: Report, three: Report) -> None:
    for found in (other, three):
        texts = {s.siglum: s.text for s in found.sources}
        for finding in found.findings:
            assert finding.discrepancy.relation in RELATIONS
            for reading in finding.discrepancy.readings:
                assert texts[reading.source][reading.start : reading.end] == reading.quote


# All of them in one manifest


def test_accounts_of_two_events_stand_in_one_manifest(tmp_path: Path, two: Report) -> None:
    rows = [row("D", "harbour_one.txt", **HARBOUR)]
    found = report.read(seeds(tmp_path, lambda given: [*given, WIRE, *rows]))
    assert len(found.pairs) == 6
    before = {f.identity: told(f) for f in two.findings}
    after = {f.identity: told(f) for f in found.findings}
    assert {k: after.get(k) for k in before} == before
    with_harbour = [f for s in "ABC" for f in between(found, s, "D")]
    assert not [f.discrepancy.rationale for f in with_harbour if f.discrepancy.relation == "conflicts"]


# The register


def test_numbers_once_written_down_are_kept_when_a_source_comes_and_goes(tmp_path: Path) -> None:
    tree = seeds(tmp_path / "one", lambda rows: rows)
    register = tree / "seeds" / "register.csv"
    write_register(register, Register())
    bare = report.read(tree)
    given = bare.entries("1")
    write_register(register, bare.register.extended(given))
    first = report.read(seeds(tmp_path / "again", lambda rows: rows, register))
    assert not first.without_label
    assert first.entries("1") == given, "what is printed is what was written down"
    labels = {e.identity: e.label for e in given}
    assert all(labels[one.identity] == one.label for one in (*first.claims, *first.findings))

    second = report.read(seeds(tmp_path / "two", lambda rows: [WIRE, *rows], register))
    labels = {f.identity: f.label for f in second.findings}
    assert {f.identity: f.label for f in first.findings}.items() <= labels.items()
    assert len(set(labels.values())) == len(labels)
    highest = max(int(f.label[1:]) for f in first.findings)
    old = {f.identity for f in first.findings}
    # Nothing has a label that can be cited before it is written down; then it is the next that is free.
    assert {f.registered for f in second.findings if f.identity not in old} == {False}
    assert "are not to be cited" in second.without_label
    entries = [e for e in second.entries("2") if e.label.startswith("F")]
    new = sorted(int(e.label[1:]) for e in entries if e.identity not in old)
    assert new == list(range(highest + 1, highest + 1 + len(new)))

    # The third account is withdrawn and a fourth comes: the numbers of the third are not given again.
    full = second.register.extended(second.entries("2"))
    write_register(register, full)
    third = report.read(seeds(tmp_path / "three", lambda rows: [*rows, WIRE | {"siglum": "F"}], register))
    theirs = {f.identity for f in third.findings if "F" in f.discrepancy.sources}
    fresh = {e.label for e in third.entries("3") if e.identity in theirs}
    assert fresh
    assert not fresh & {e.label for e in full.entries}
