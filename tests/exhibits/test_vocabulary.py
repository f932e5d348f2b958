"""Words, scores, labels and names of citations."""

from __future__ import annotations

import ast
import json
from pathlib import Path

import pytest

from scripts import exhibits, report
from scripts.comparing.changes import change
from scripts.exhibits.citation_names import citation_name, citation_names, document_words
from scripts.exhibits.finding_types import TYPES
from scripts.exhibits.renderings import most_varied
from scripts.ground.faults import Fault
from scripts.report import ROOT, Report


def types_in_rules() -> set[str]:
    """Every type that a rule writes out as the first argument of a finding."""
    found = set()
    for path in (ROOT / "scripts" / "comparing" / "discrepancies").glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Discrepancy":
                for part in ast.walk(node.args[0]) if node.args else ():
                    if isinstance(part, ast.Constant) and isinstance(part.value, str):
                        found.add(part.value)
    # The kinds of change become types of findings, but for words added: those stand in one account.
    kinds = {value for name, value in vars(change).items() if name.isupper() and isinstance(value, str)}
    return found | kinds - {change.CONFLICTING, change.DIFFERENT, change.OPEN, change.ALONE, change.ADDED}


def test_every_type_has_its_words(real: Report) -> None:
    told = types_in_rules() | {f.discrepancy.type for f in real.findings}
    assert told <= set(TYPES)
    shown = exhibits.types_table(real).rows
    assert sum(int(row["Findings"]) for row in shown) == len(real.findings)


@pytest.fixture
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A root with results of our own."""
    monkeypatch.setattr(report, "ROOT", tmp_path)
    (tmp_path / "chapters" / "data").mkdir(parents=True)
    return tmp_path / "chapters" / "data"


def test_a_bench_without_results_says_so(real: Report, elsewhere: Path) -> None:
    shown = exhibits.bench_table(real)
    assert shown.plain.count("has no results here") == 4
    assert shown.rows == ()


def test_results_are_read_not_measured(real: Report, elsewhere: Path) -> None:
    kinds = [
        {"kind": "<b>date</b>", "harmless": False, "passed": 3, "total": 4},
        {"kind": "spelling", "harmless": True, "passed": 2, "total": 2},
    ]
    sets = {"rows.jsonl": {"rows": 7, "figures": {"accuracy": 0.5, "kept": 3}}}
    apart = [{"kind": "spelling", "harmless": True, "passed": 1, "total": 2}]
    known = [{"kind": "spelling", "listed": 4, "words": 5}]
    mutations = {"kinds": kinds, "held_out": apart, "known": known}
    (elsewhere / "mutations.json").write_text(json.dumps(mutations))
    (elsewhere / "public-bench.json").write_text(json.dumps({"sets": sets, "absent": ["passages"]}))
    (elsewhere / "pairs.json").write_text(json.dumps({"pairs": [{"name": "one", "found": 2, "alarms": 0}]}))
    proofs = [{"left out": "synonym", "rows": 9, "supported": 4, "contradicted": 2, "wrong": 1}]
    (elsewhere / "left-out.json").write_text(json.dumps({"rows": 50, "left_out": proofs}))
    rows = [[value for value in row.values() if value] for row in exhibits.bench_table(real).rows]
    assert ["left-out", "synonym", "9", "4", "2", "1"] in rows
    assert ["mutations", "<b>date</b>", "to be found and typed", "4", "3", "0", "0"] in rows
    assert ["mutations", "All harmless changes", "to be left alone", "2", "2", "2", "1"] in rows
    assert "spelling | to be left alone | 2 of 2 (100%) | 1 of 2 (50%)" in exhibits.bench_table(real).plain
    assert "had before: spelling: 4 of 5." in exhibits.bench_table(real).plain
    assert ["pairs", "one", "2", "0"] in rows
    assert ["public-bench", "rows.jsonl", "accuracy", "0.500"] in rows
    assert "<b>" not in exhibits.bench_table(real).markup
    assert "for want of its file: passages" in exhibits.bench_table(real).plain


@pytest.mark.parametrize("text", ["{", "[]", '{"kinds": 3}', '{"kinds": [{"kind": "date"}]}'])
def test_results_that_cannot_be_read(real: Report, elsewhere: Path, text: str) -> None:
    (elsewhere / "mutations.json").write_text(text)
    with pytest.raises(Fault, match=r"chapters/data/mutations.json: results: cannot be read"):
        exhibits.bench_table(real)


@pytest.mark.parametrize(
    ("key", "name"),
    [
        # a copy goes by what it is a copy of, not by where it was found
        ("doc_JS_mirror_en", "2+2 joint statement, 31 Oct 2024 (copy a)"),
        ("doc_FS_mirror_a", "SCM fact sheet, 30 Oct 2024 (copy a)"),
        ("doc_JC_official", "SCM joint communique, 30 Oct 2024 (official address, page not opened)"),
        ("doc_RCF_mirror_a", "Regional Cooperation Framework, 30 Oct 2024 (copy a)"),
        ("tscf_a", "Trilateral Ministerial Joint Statement, 28 Jul 2024 (copy)"),
        # a page about a document is no copy of it, whoever published it
        ("rcf_kookbang", "Kookbang Ilbo 2024"),
        ("dstec_b", "Iowa Express 2024"),
        # a copy of what is no document on record goes by whose words it has
        ("mcm49", "U.S. Joint Chiefs of Staff 2024 (copy)"),
        ("lee_start_a", "Yonhap, 10 May 2022"),
        ("blinken_end_d", "Wikipedia copy n.d."),
    ],
)
def test_what_a_citation_is_called(real: Report, key: str, name: str) -> None:
    found = real.reference.citation(key)
    assert found is not None
    assert citation_name(real, found) == name


def test_no_two_citations_have_one_name(real: Report) -> None:
    keys = ("lee_start_a", "park_start_a", "doc_FS_mirror_a", "doc_FS_mirror_b", "ncg3_a", "guidelines_b")
    names = citation_names(real, [c for key in keys if (c := real.reference.citation(key))])
    assert names == [
        "Yonhap, 10 May 2022", "Yonhap, 12 May 2022", "SCM fact sheet, 30 Oct 2024 (copy a)",
        "SCM fact sheet, 30 Oct 2024 (copy b)", "KBS World 2024 b", "KBS World 2024 c",
    ]  # fmt: skip
    everything = citation_names(real, real.reference.citations)
    assert len(set(everything)) == len(everything)


def test_documents_have_short_names(real: Report) -> None:
    names = [document_words(real, d) for d in real.reference.documents]
    assert all(0 < len(name) < 46 for name in names)
    assert len(set(names)) == len(names)


def test_labels_that_fell_away_stay(real: Report) -> None:
    rows = exhibits.register_table(real).rows
    assert [row["Label"] for row in rows] == [e.label for e in real.register.entries]
    standing = {f.label for f in real.findings} | {c.label for c in real.claims}
    assert all((row["Now"] == "stands") == (row["Label"] in standing) for row in rows)
    claims = exhibits.register_table(real, kind="claim").rows
    assert {row["Label"] for row in claims} >= {c.label for c in real.claims if c.label in standing}
    assert not [row for row in claims if row["Label"].startswith("F")]


def test_examples_of_citations(real: Report) -> None:
    rows = exhibits.cite_examples(real, "F2").rows
    assert [row["What"] for row in rows[:2]] == ["The report", "Finding F2"]
    assert rows[1]["Where it stands"].endswith("ledger.html#finding-f2")
    with pytest.raises(Fault, match="no such finding"):
        exhibits.cite_examples(real, "F9999")


def test_wordings_of_one_term(real: Report) -> None:
    assert (most_varied(real) or real.reference.terms[0]).id == "extended-deterrence"
    (row,) = exhibits.renderings_table(real, term="extended-deterrence").rows
    for words in ("broader deterrence", "EXPANDED DETERRENCE", "extensive deterrence"):
        assert f"“{words}” rendering" in row["Account A"]
    varied = exhibits.renderings_table(real, varied=True).rows
    assert not [r for r in varied if r["On record"].startswith("Security Consultative Meeting")]
    with pytest.raises(Fault, match="no such term"):
        exhibits.renderings_table(real, term="nothing")


def test_documents_can_be_chosen(real: Report) -> None:
    rows = exhibits.documents_table(real, ["RCF", "FS"]).rows
    assert [row["Short"] for row in rows] == ["RCF", "FS"]
    with pytest.raises(Fault, match="no such document"):
        exhibits.documents_table(real, ["XX"])


def test_topics_document_by_document(real: Report) -> None:
    shown = exhibits.topics_table(real, only="B", documents=True)
    rows = {row["Topic"]: row for row in shown.rows}
    climate = rows["climate change"]
    assert "Told by" not in climate
    assert (climate["FS"], climate["JS"]) == ("not seen", "stated")
    assert "JS: climate change [doc_JS_mirror_en" in climate["In which words, and where"]
    research = rows["research, production and procurement"]
    assert (research["FS"], research["JS"]) == ("not seen", "not seen")
    others = rows["rules-based international order"]["In which words, and where"]
    assert "Defense Vision of 2023 (stated): rules-based order" in others
    everything = exhibits.topics_table(real, documents=True).rows
    assert {row["Told by"] for row in everything} == {"A", "B", "A B"}
    # what was not read is told from what was sought in vain
    pipir = next(row for row in everything if row["Topic"].startswith("Partnership for Indo-Pacific"))
    assert (pipir["FS"], pipir["JC"]) == ("not read", "not seen")
    assert pipir["In which words, and where"].startswith("FS: only as A renders it")
    for row in everything:
        assert {row[key] for key in ("FS", "JC", "JS", "RCF")} <= {"stated", "near", "not seen", "not read"}


def test_the_cast_and_the_days_of_the_meetings(real: Report) -> None:
    span = exhibits.cast_span(real, "B")
    assert span is not None
    assert [str(one) for one in span] == ["2022-05-12", "2023-10-07"]
    assert exhibits.cast_window(real, "B").plain.endswith(
        "The 56th SCM on 30 October 2024 and the 6th 2+2 on 31 October 2024 lie outside that time."
    )
    assert exhibits.cast_window(real, "A").plain.endswith("lie within that time.")
    assert exhibits.cast_span(real, "Z") is None


def test_a_table_of_some_findings(real: Report) -> None:
    shown = exhibits.ledger_table(real, relation="conflicts", pillar="alliance-capabilities")
    labels = [row["Finding"].split(";")[0] for row in shown.rows]
    assert tuple(labels) == exhibits.finding_labels(
        real, relation="conflicts", pillar="alliance-capabilities"
    )
