"""The record and the standings of the real accounts: nothing in a circle, one standing for one thing."""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from collections.abc import Iterator

import pytest

from scripts import exhibits, report
from scripts.comparing.discrepancies.discrepancy import Discrepancy, Reading
from scripts.comparing.discrepancies.rule_inputs import term_standing, topic_reading
from scripts.exhibits.facts import facts
from scripts.exhibits.renderings import AS_ON_RECORD, form_of
from scripts.record.standings import NOT_CHECKED
from scripts.record.terms import MISNAMED

# Types that ask how a thing is worded or whether a topic was spoken of, not who held what or on which day.
OF_WORDS = {
    "agreement", "commitment", "commitment-level", "lost-hyphen", "lower-cased-name", "only-in-one",
    "specificity", "term", "term-rendering",
}  # fmt: skip


@pytest.fixture(scope="module")
def found() -> report.Report:
    return report.read()


def readings(found: report.Report) -> Iterator[tuple[str, Reading]]:
    """Every reading that a page shows: of the findings, of the tables of topics."""
    for finding in found.findings:
        for reading in finding.discrepancy.readings:
            yield finding.label, reading
    for single in found.singles:
        for mention in single.topics:
            yield f"topic {mention.topic}", topic_reading(single, mention)


def discrepancy(found: report.Report, label: str) -> Discrepancy:
    return found.finding(label).discrepancy


def verdicts(found: report.Report, label: str) -> str:
    """The standings of a finding as a judgment names them: "A near; B confirmed, near"."""
    by: dict[str, dict[str, None]] = {}
    for reading in discrepancy(found, label).readings:
        by.setdefault(reading.source, {})[reading.standing.verdict] = None
    return "; ".join(f"{siglum} {', '.join(told)}" for siglum, told in by.items())


# Never in a circle


def test_no_standing_rests_on_words_taken_from_an_account(found: report.Report) -> None:
    pages = {source.url for source in found.sources}
    accounts = {c.key for c in found.reference.citations if c.url in pages}
    assert len(accounts) == len(found.sources)
    assert accounts == {c.key for c in found.reference.citations if c.kind == "account"}
    checked = 0
    for label, reading in readings(found):
        assert not accounts & set(reading.standing.citations), label
        checked += bool(reading.standing.citations)
    assert checked > 150
    for single in found.singles:
        for mention in single.terms:
            assert not accounts & set(term_standing(single, mention).citations), mention.quote


@pytest.mark.parametrize(
    ("label", "standing"),
    [
        # the fact sheet was not read there: by other documents, or not at all
        ("F53", "A borne out elsewhere"),
        ("F75", "A borne out elsewhere"),
        ("F94", "A borne out elsewhere; B borne out elsewhere"),
        ("F54", "A not checked"),
        ("F57", "A near"),
        ("F96", "A borne out elsewhere; B borne out elsewhere"),
        ("F99", "A near; B near"),
        # searched in all that was read
        ("F61", "B borne out elsewhere"),
        ("F70", "B near"),
        ("F72", "B borne out elsewhere"),
        ("F87", "B unconfirmed"),
    ],
)
def test_what_the_record_says_now(found: report.Report, label: str, standing: str) -> None:
    assert verdicts(found, label) == standing


def test_what_nobody_read_says_where_and_what_was_searched(found: report.Report) -> None:
    for reading in discrepancy(found, "F54").readings:
        assert reading.standing.note.endswith("second pillar, third item: not read")
        assert len(reading.standing.searched) == 3


def test_what_was_sought_in_vain_was_sought_everywhere(found: report.Report) -> None:
    read = [d for d in found.reference.documents if d.searched == "every topic"]
    unconfirmed = [
        (label, r)
        for label, r in readings(found)
        if r.standing.verdict == "unconfirmed"
        and (label.startswith("topic") or r.standing.note == "not seen")
    ]
    assert unconfirmed
    for label, reading in unconfirmed:
        for document in read:
            assert any(said.startswith(document.title) for said in reading.standing.searched), label


# One standing for one thing


def test_the_same_words_have_one_standing(found: report.Report) -> None:
    told: dict[tuple[str, str], dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for label, reading in readings(found):
        topical = label.startswith("topic ")
        if topical or (discrepancy(found, label).type in OF_WORDS and not _of_fact(found, label)):
            told[reading.source, reading.quote.casefold()][reading.standing.verdict].add(label)
    several = {words: dict(by) for words, by in told.items() if len(by) > 1}
    assert not several
    assert len(told) > 60


def test_words_inside_others_stand_as_these_do(found: report.Report) -> None:
    """A commitment, a term, plain words for a name: what is quoted of them alone stands no higher."""
    outer = [
        (f.label, r)
        for f in found.findings
        if f.discrepancy.type in {"commitment", "lost-hyphen", "lower-cased-name", "specificity", "term"}
        for r in f.discrepancy.readings
    ]
    for label, whole in outer:
        for inner, part in readings(found):
            inside = part.source == whole.source and whole.start <= part.start and part.end <= whole.end
            kind, _, topic = inner.partition(" ")
            if inside and kind == "topic" and topic in _topics_named(found, whole):
                assert part.standing.verdict == whole.standing.verdict, (label, inner, part.quote)


def _topics_named(found: report.Report, whole: Reading) -> set[str]:
    """The topics that words speak of as a whole: those of a term that stands there, else all in them."""
    single = next(s for s in found.singles if s.siglum == whole.source)
    terms = [t for t in single.terms if t.start < whole.end and whole.start < t.end and t.claim]
    own = {topic for t in terms for topic in single.topics_of_term[t.term.id]}
    return own or {m.topic for m in single.topics if whole.start <= m.start and m.end <= whole.end}


def _of_fact(found: report.Report, label: str) -> bool:
    return not discrepancy(found, label).slot.startswith(
        ("topic", "term", "claim", "name", "hyphen", "commit")
    )


def test_the_glossary_says_of_a_form_what_the_findings_say(found: report.Report) -> None:
    near = {
        (r.source, r.start, r.end)
        for f in found.findings
        if f.discrepancy.type in {"lost-hyphen", "lower-cased-name", "term-rendering"}
        for r in f.discrepancy.readings
        if r.standing.verdict == "near"
    }
    assert len(near) > 8
    for single in found.singles:
        for mention in single.terms:
            if (single.siglum, mention.start, mention.end) in near:
                assert form_of(mention) not in AS_ON_RECORD, mention.quote
            if form_of(mention) in AS_ON_RECORD and mention.form != MISNAMED:
                assert term_standing(single, mention).verdict != "refuted", mention.quote


@pytest.mark.parametrize(
    ("one", "other"), [("F13", "F49"), ("F15", "F52"), ("F16", "F56"), ("F17", "F58"), ("F14", "F50")]
)
def test_a_distorted_name_is_near_in_both_its_findings(found: report.Report, one: str, other: str) -> None:
    assert verdicts(found, one) == verdicts(found, other) == "A near"


def test_ironclad_is_near_in_both_its_findings(found: report.Report) -> None:
    assert verdicts(found, "F8") == verdicts(found, "F91") == "A near; B near"


# What matters


@pytest.mark.parametrize("label", ["F68", "F72", "F61", "F99"])
def test_a_phrase_binds_nobody(found: report.Report, label: str) -> None:
    assert discrepancy(found, label).materiality == "minor"


@pytest.mark.parametrize("label", ["F19", "F48", "F82", "F83", "F85", "F87"])
def test_what_was_agreed_or_held_matters(found: report.Report, label: str) -> None:
    assert discrepancy(found, label).materiality == "material"


def test_the_weight_of_a_topic_follows_from_its_kind_alone(found: report.Report) -> None:
    for finding in found.findings:
        slot = finding.discrepancy.slot.partition(",")[0]
        if slot.startswith("topic "):
            kind = found.reference.topic(slot.removeprefix("topic "))[0].kind
            assert finding.discrepancy.materiality == ("minor" if kind == "phrase" else "material")


# What is no finding any more


def test_a_withdrawn_label_says_why_and_is_told(found: report.Report) -> None:
    assert found.unexplained == ()
    standing = {f.label for f in found.findings}
    with (report.ROOT / "seeds" / "register.csv").open(encoding="utf-8", newline="") as rows:
        gone = {row["label"]: row["withdrawn"] for row in csv.DictReader(rows) if row["withdrawn"]}
    assert set(gone) == {"F9", "F24", *(f"F{n}" for n in range(33, 40)), "F100"}
    assert not standing & set(gone)
    for reason in gone.values():
        assert set(re.findall(r"F\d+", reason)) <= standing
    told = (report.ROOT / "CHANGELOG.md").read_text("utf-8")
    section = told[told.index("Withdrawn") :].partition("\n- ")[0]
    assert {"F9", "F24", "F33 to F39", "F100"} <= set(re.findall(r"F\d+(?: to F\d+)?", section))


def test_one_fault_of_grammar_is_one_finding(found: report.Report) -> None:
    (one,) = [f for f in found.findings if f.discrepancy.type == "imperative-after-lead-in"]
    assert (one.label, len(one.discrepancy.readings)) == ("F102", 7)


def test_nothing_is_paired_for_what_one_account_never_speaks_of(found: report.Report) -> None:
    assert not [f for f in found.findings if f.discrepancy.type == "commitment-level"]
    assert not [f for f in found.findings if f.discrepancy.slot == "term pipir"]
    shared = [f.discrepancy.rationale for f in found.findings if f.discrepancy.type == "same-subject"]
    assert shared
    assert not [said for said in shared if "Indo, Pacific" in said]


# What is counted


def test_facts_of_the_world_are_counted_apart_and_once(found: report.Report) -> None:
    counted = {s.siglum: [f.verdict for f in facts(found) if f.source == s.siglum] for s in found.sources}
    # Austin as Secretary of Defense and as Secretary of State, Blinken, Kim, Cho; two days; the number.
    assert sorted(counted["A"]) == ["confirmed"] * 7 + ["refuted"]
    # Austin, Blinken; Lee, Park; the day of the one meeting, and of the other.
    assert sorted(counted["B"]) == ["confirmed"] * 3 + ["refuted"] * 3
    title = exhibits.standings_figure(found).plain
    assert title.startswith("Of who, when and where the record refutes 1 of A's 8 and 3 of B's 6")
    assert NOT_CHECKED in title


def test_who_and_when_are_no_claims_outside_the_pillars(found: report.Report) -> None:
    rows = {row["Pillar"]: row for row in exhibits.coverage_table(found).rows}
    assert rows["Who met, and when"]["Account B"] == "4"
    assert exhibits.coverage_figure(found).plain.startswith(
        "Outside the pillars, who met and when set apart: 0 of A's 12 claims and 10 of B's 19"
    )
    assert rows["All claims"]["Account B"] == str(len([c for c in found.claims if c.claim.source == "B"]))


# Who is shown


def test_the_pages_have_the_persons_that_accounts_and_sentences_name(found: report.Report) -> None:
    shown = {row["Name"].partition(";")[0] for row in exhibits.people_table(found).rows}
    assert shown == {
        "Lloyd J. Austin III", "Antony J. Blinken", "Kim Yong-hyun", "Shin Won-sik", "Lee Jong-sup",
        "Cho Tae-yul", "Park Jin",
    }  # fmt: skip
    assert len(found.reference.people) > 2 * len(shown), "the record keeps the others"
    chapter = (report.ROOT / "chapters" / "meetings.ipynb").read_text("utf-8")
    assert "Shin Won-sik" in chapter, "whom no account names, a sentence does"
    offices = {row["Office"] for row in exhibits.terms_of_office_table(found).rows}
    assert len(offices) == 4


def test_the_table_of_a_meeting_cites_what_names_those_present(found: report.Report) -> None:
    who = [row["Record"] for row in exhibits.meetings_table(found).rows if row["Meeting"] == "Who"]
    assert ["doc_JC_mirror_a" in who[0], "doc_JS_mirror_en" in who[1]] == [True, True]
    assert not re.search(r"kim_start|cho_start|austin_start", " ".join(who))
