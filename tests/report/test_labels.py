"""Labels: identity is content, not position; a number that was given is never given again."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from written import single, source

from scripts import report
from scripts.comparing.discrepancies import Pair
from scripts.ground.faults import Fault
from scripts.record import Reference
from scripts.record.pillars import Pillars
from scripts.report import Report, claim_identity, compile_report, finding_identity
from scripts.report.labels import (
    COLUMNS,
    Entry,
    Register,
    digest,
    is_registered,
    missing,
    read_register,
    write_register,
)


def test_a_digest_is_twenty_digits_and_depends_on_every_part_and_their_order() -> None:
    made = [digest("a", "b"), digest("b", "a"), digest("ab"), digest("a", "b", ""), digest("a")]
    assert len(set(made)) == 5
    assert all(len(d) == 20 and set(d) <= set("0123456789abcdef") for d in made)
    assert digest("claim", "A", "The port is open.") == "5438673c03238ac6a40c"


def test_a_lone_surrogate_has_an_identity_too() -> None:
    assert len(digest("\ud800")) == 20


# Changes that move nothing


def compiled(*texts: str) -> Report:
    made = [source(text, siglum) for text, siglum in zip(texts, "ABCDE", strict=False)]
    return compile_report(made, Reference.empty(), Pillars(), Register())


ONE = "Health Minister Ana Duarte opened the Lima Port Forum on 3 May 2021. The harbour has 12 cranes."
TWO = "The Lima Port Forum was opened on 4 May 2021 by Health Minister Luis Poe. The harbour has 14 cranes."


def test_position_is_no_part_of_an_identity() -> None:
    """Text before a claim changes its position but not its identity, nor that of its findings."""
    plain, moved = compiled(ONE, TWO), compiled(f"The weather was fine.\n\n{ONE}", TWO)
    before = {c.claim.quote: c.identity for c in plain.claims}
    after = {c.claim.quote: c.identity for c in moved.claims}
    assert before.items() <= after.items()
    conflicts = [
        {f.identity for f in r.findings if f.discrepancy.relation == "conflicts"} for r in (plain, moved)
    ]
    assert conflicts[0] == conflicts[1] != set()


def test_what_another_source_says_is_no_part_of_a_claims_identity() -> None:
    turned = ". ".join(reversed(TWO.rstrip(".").split(". "))) + "."
    one, other = compiled(ONE, TWO), compiled(ONE, turned)
    ours = [{c.identity for c in r.claims if c.claim.source == "A"} for r in (one, other)]
    assert ours[0] == ours[1]


def test_siglum_quote_occurrence_and_event_are() -> None:
    claim = compiled(ONE, TWO).claims[0].claim
    changed = [
        claim,
        replace(claim, source="B"),
        replace(claim, quote="x"),
        replace(claim, occurrence=2),
        replace(claim, event="other"),
    ]
    assert len({claim_identity(c) for c in changed}) == 5
    same = replace(claim, start=99, end=100, details=(), event_reason="")
    assert claim_identity(same) == claim_identity(claim)


def test_a_finding_is_its_type_slot_and_readings_in_any_order() -> None:
    found = compiled(ONE, TWO).findings[0].discrepancy
    turned = replace(found, readings=found.readings[::-1], rationale="x", materiality="minor")
    assert finding_identity(turned) == finding_identity(found)
    changed = [
        found,
        replace(found, type="x"),
        replace(found, slot="x"),
        replace(found, readings=found.readings[:1]),
    ]
    assert len({finding_identity(d) for d in changed}) == 4


def test_the_two_claims_of_one_sentence_are_two() -> None:
    read = single("They held the Lima Trade Summit and the Quito Water Forum.")
    assert len({claim_identity(c) for c in read.account.claims}) == 2


def test_no_identity_stands_twice_on_the_seeds() -> None:
    found = report.read()
    for identities in ([f.identity for f in found.findings], [c.identity for c in found.claims]):
        assert len(set(identities)) == len(identities) > 0
    pair = Pair(*found.singles[:2])
    assert pair.alignments


# The register

ENTRIES = (Entry("F2", "aaa", "0.1.0", ""), Entry("F7", "bbb", "0.1.0", ""), Entry("A-9", "ccc", "0.1.0", ""))


@pytest.mark.parametrize(
    ("prefix", "asked", "labels"),
    [
        ("F", ["aaa"], {"aaa": "F2"}),
        ("F", ["new"], {"new": "F8"}),  # after the highest ever given: F1 and F3 may have been withdrawn
        ("F", ["new", "bbb", "newer"], {"new": "F8", "bbb": "F7", "newer": "F9"}),
        ("F", ["new", "new"], {"new": "F8"}),
        ("A-", ["new"], {"new": "A-10"}),
        ("A-", ["aaa"], {"aaa": "A-10"}),  # registered as a finding, not as a claim
        ("B-", ["ccc"], {"ccc": "B-1"}),
    ],
)
def test_labels_to_give(prefix: str, asked: list[str], labels: dict[str, str]) -> None:
    assert Register(ENTRIES).next_labels(prefix, asked) == labels


@pytest.mark.parametrize(
    ("prefix", "asked", "labels"),
    [
        ("F", ["new", "bbb", "newer", "new"], {"new": "n1", "bbb": "F7", "newer": "n2"}),
        ("A-", ["new", "ccc"], {"new": "A-n1", "ccc": "A-9"}),
        ("N-", ["new"], {"new": "N-n1"}),
    ],
)
def test_what_is_not_registered_has_no_label(prefix: str, asked: list[str], labels: dict[str, str]) -> None:
    assert Register(ENTRIES).labels(prefix, asked) == labels
    assert {label for label in labels.values() if is_registered(label)} <= {"F7", "A-9"}


@given(
    st.lists(
        st.tuples(st.integers(1, 50), st.text("abc", min_size=1, max_size=3)),
        unique_by=(lambda e: e[0], lambda e: e[1]),
    ),
    st.lists(st.text("abcd", min_size=1, max_size=3)),
)
def test_no_label_is_given_twice(known: list[tuple[int, str]], asked: list[str]) -> None:
    register = Register(tuple(Entry(f"F{n}", identity, "", "") for n, identity in known))
    registered = {identity: f"F{n}" for n, identity in known}
    for labels in (register.labels("F", asked), register.next_labels("F", asked)):
        assert set(labels) == set(asked)
        assert len(set(labels.values())) == len(labels)
        for identity, label in labels.items():
            assert label == registered.get(identity, label)
            assert identity in registered or label not in registered.values()


def test_what_was_withdrawn_stays() -> None:
    grown = Register(ENTRIES).extended([Entry("F8", "ddd", "0.2.0", "")])
    assert grown.entries[:3] == ENTRIES
    again = grown.extended([Entry("F8", "ddd", "0.3.0", "reworded")])
    assert again == grown, "the version that gave a label first is kept"
    assert missing(grown, [Entry("F8", "ddd", "0.3.0", ""), Entry("F9", "e", "", "")]) == (
        Entry("F9", "e", "", ""),
    )


def test_a_register_comes_back_as_it_was_written(tmp_path: Path) -> None:
    path = tmp_path / "register.csv"
    register = Register((*ENTRIES, Entry("F8", "ddd", "0.2.0", 'A "quote", and a comma', "told in F9")))
    write_register(path, register)
    assert read_register(path) == register
    assert [p.name for p in tmp_path.iterdir()] == ["register.csv"]


def test_a_register_that_is_gone_is_not_begun_anew(tmp_path: Path) -> None:
    """A new one would give its labels to other findings. An unused register is only its heading."""
    path = tmp_path / "register.csv"
    with pytest.raises(Fault, match="no such file; restore it"):
        read_register(path)
    path.write_text("label,identity,first,gist,withdrawn\n", "utf-8")
    assert read_register(path) == Register()


def test_what_cannot_be_written_leaves_the_register_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "register.csv"
    write_register(path, Register(ENTRIES))

    def full(half: Path, data: bytes) -> int:
        half.touch()
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(OSError, match=r"No space left.*register\.csv"):
        write_register(path, Register(ENTRIES[:1]))
    assert read_register(path) == Register(ENTRIES)
    assert list(tmp_path.iterdir()) == [path]


BROKEN = [
    ("F1,aaa,0.1.0,x,\nF1,bbb,0.1.0,y,", "row 3: `F1` stands twice, first in row 2"),
    ("F1,aaa,0.1.0,x,\nF2,aaa,0.1.0,y,", "row 3: `F aaa` stands twice, first in row 2"),
    ("F,aaa,0.1.0,x,", "row 2: `F` is not a label"),
    ("1,aaa,0.1.0,x,", "row 2: `1` is not a label"),
    (",aaa,0.1.0,x,", "row 2: `label` is empty"),
    ("F1,,0.1.0,x,", "row 2: `identity` is empty"),
]


@pytest.mark.parametrize(("lines", "said"), BROKEN)
def test_a_broken_register_is_refused(tmp_path: Path, lines: str, said: str) -> None:
    path = tmp_path / "register.csv"
    path.write_text(f"{','.join(COLUMNS)}\n{lines}\n", "utf-8")
    with pytest.raises(Fault) as caught:
        read_register(path)
    assert said in str(caught.value)


def test_one_identity_may_be_a_claim_of_one_account_and_no_other(tmp_path: Path) -> None:
    path = tmp_path / "register.csv"
    path.write_text(f"{','.join(COLUMNS)}\nA-1,aaa,0.1.0,x,\nB-1,aaa,0.1.0,y,\n", "utf-8")
    assert len(read_register(path).entries) == 2
