"""The reference record: what it answers on the real seeds, and that every row of them is cited."""

from __future__ import annotations

import csv
import re
from datetime import date
from pathlib import Path

import pytest

import scripts
from scripts.ground.faults import Fault
from scripts.reading.manifest import read_manifest
from scripts.record import Reference, check_events, read_reference
from tests.chapters.notebooks import NAMES, cells

ROOT = Path(scripts.__file__).resolve().parents[1]
FOLDER = ROOT / "seeds" / "reference"
SCM, TWO = date(2024, 10, 30), date(2024, 10, 31)


@pytest.fixture(scope="module")
def record() -> Reference:
    return read_reference(FOLDER)


# Who held which office, when


@pytest.mark.parametrize(
    ("person", "office", "on", "verdict", "by"),
    [
        # the four ministers at the two meetings
        ("lloyd-austin", "us-defense-secretary", SCM, "confirmed", "lloyd-austin"),
        ("antony-blinken", "us-state-secretary", TWO, "confirmed", "antony-blinken"),
        ("kim-yong-hyun", "kr-defense-minister", SCM, "confirmed", "kim-yong-hyun"),
        ("cho-tae-yul", "kr-foreign-minister", TWO, "confirmed", "cho-tae-yul"),
        # their predecessors, by their own terms
        ("lee-jong-sup", "kr-defense-minister", SCM, "refuted", "lee-jong-sup"),
        ("shin-won-sik", "kr-defense-minister", SCM, "refuted", "shin-won-sik"),
        ("park-jin", "kr-foreign-minister", TWO, "refuted", "park-jin"),
        # someone else's office, by the term of its holder
        ("lloyd-austin", "us-state-secretary", TWO, "refuted", "antony-blinken"),
        # the day of handover belongs to both; the day before and after to one
        ("lee-jong-sup", "kr-defense-minister", date(2023, 10, 7), "confirmed", "lee-jong-sup"),
        ("shin-won-sik", "kr-defense-minister", date(2023, 10, 7), "confirmed", "shin-won-sik"),
        ("lee-jong-sup", "kr-defense-minister", date(2023, 10, 8), "refuted", "lee-jong-sup"),
        # between the days that sources give, neither
        ("cho-tae-yul", "kr-foreign-minister", date(2024, 1, 9), "refuted", "cho-tae-yul"),
        ("cho-tae-yul", "kr-foreign-minister", date(2024, 1, 11), "unconfirmed", "cho-tae-yul"),
        ("cho-tae-yul", "kr-foreign-minister", date(2024, 1, 12), "confirmed", "cho-tae-yul"),
        # no day on record, no day asked, nobody on record
        ("kim-seon-ho", "kr-vice-defense-minister", SCM, "unconfirmed", "kim-seon-ho"),
        ("kim-yong-hyun", "kr-defense-minister", None, "unconfirmed", "kim-yong-hyun"),
        ("nobody", "kr-defense-minister", SCM, "unconfirmed", "kim-yong-hyun"),
        ("kim-yong-hyun", "nowhere", SCM, "unconfirmed", None),
    ],
)
def test_who_held_an_office(
    record: Reference, person: str, office: str, on: date | None, verdict: str, by: str | None
) -> None:
    tenure = record.holds(person, office, on)
    assert (tenure.verdict, tenure.term and tenure.term.person) == (verdict, by)


@pytest.mark.parametrize(
    ("office", "on", "people"),
    [
        ("kr-defense-minister", SCM, ["kim-yong-hyun"]),
        ("kr-defense-minister", date(2024, 9, 6), ["shin-won-sik", "kim-yong-hyun"]),
        ("kr-defense-minister", date(2020, 1, 1), []),
        ("kr-vice-defense-minister", SCM, []),
    ],
)
def test_holders_on_a_day(record: Reference, office: str, on: date, people: list[str]) -> None:
    assert [term.person for term in record.holder(office, on)] == people


LEE, PARK = ("lee-jong-sup", "kr-defense-minister"), ("park-jin", "kr-foreign-minister")
AUSTIN, BLINKEN = ("lloyd-austin", "us-defense-secretary"), ("antony-blinken", "us-state-secretary")
KIM = ("kim-yong-hyun", "kr-defense-minister")


@pytest.mark.parametrize(
    ("posts", "spans"),
    [
        ([LEE, PARK], [(date(2022, 5, 12), date(2023, 10, 7))]),
        ([LEE, PARK, AUSTIN, BLINKEN], [(date(2022, 5, 12), date(2023, 10, 7))]),
        ([KIM, PARK], []),
        ([KIM, ("kim-seon-ho", "kr-vice-defense-minister")], []),  # a term without days bounds nothing
        ([], []),
    ],
)
def test_when_several_held_office_together(
    record: Reference, posts: list[tuple[str, str]], spans: list[tuple[date, date]]
) -> None:
    assert list(record.tenure_overlap(posts)) == spans


# Names


@pytest.mark.parametrize(
    ("name", "person"),
    [
        ("Kim Yong Hyun", "kim-yong-hyun"),
        ("Kim Yong-hyun", "kim-yong-hyun"),
        ("KIM YONG-HYUN", "kim-yong-hyun"),
        ("Kim Yonghyun", "kim-yong-hyun"),
        ("김용현", "kim-yong-hyun"),
        ("Antony Blinken", "antony-blinken"),
        ("Antony J. Blinken", "antony-blinken"),
        ("Lloyd J. Austin III", "lloyd-austin"),
        ("Lee Jong-seop", "lee-jong-sup"),
        ("Jo Taeyeol", "cho-tae-yul"),
        ("Minoru Kihara", "kihara-minoru"),
        # a part of a name, another person, nothing at all
        ("Kim", None),
        ("Austin", None),
        ("Kim Yong-chol", None),
        ("", None),
        ("J.", None),
    ],
)
def test_a_person_is_known_by_every_spelling(record: Reference, name: str, person: str | None) -> None:
    found = record.person_named(name)
    assert (found and found.id) == person


@pytest.mark.parametrize(
    ("words", "country", "office"),
    [
        ("Minister of National Defense", "KR", "kr-defense-minister"),
        ("ROK Minister of National Defense", "", "kr-defense-minister"),
        ("Minister of National Defence of the Republic of Korea", "", "kr-defense-minister"),
        ("South Korean Defense Minister", "", "kr-defense-minister"),
        ("Republic of Korea Foreign Minister", "", "kr-foreign-minister"),
        ("Foreign Minister", "KR", "kr-foreign-minister"),
        ("Secretary of Defense", "", "us-defense-secretary"),
        ("U.S. Secretary of State", "US", "us-state-secretary"),
        ("Vice Defense Minister", "KR", "kr-vice-defense-minister"),
        # a title of another country's kind is not an accepted variant
        ("Secretary of National Defense", "KR", None),
        ("Secretary of National Defense of Republic of Korea", "", None),
        ("Secretary of State", "KR", None),
        # two countries have one of that title
        ("Minister of Defense", "", None),
        ("Minister of Fisheries", "KR", None),
        ("", "", None),
    ],
)
def test_an_office_is_known_by_accepted_titles(
    record: Reference, words: str, country: str, office: str | None
) -> None:
    found = record.office_named(words, country)
    assert (found and found.id) == office


@pytest.mark.parametrize(
    ("portfolio", "country", "office"),
    [
        ({"defens"}, "KR", "kr-defense-minister"),
        ({"nation", "defens"}, "KR", "kr-defense-minister"),
        ({"vice", "defens"}, "KR", "kr-vice-defense-minister"),
        ({"state"}, "US", "us-state-secretary"),
        ({"economi"}, "KR", None),
        ({"defens"}, "", None),
        (set(), "US", None),
    ],
)
def test_an_office_is_known_by_its_portfolio_whatever_its_title(
    record: Reference, portfolio: set[str], country: str, office: str | None
) -> None:
    found = record.office_with(portfolio, country)
    assert (found and found.id) == office


BOTH = ("scm-56", "2plus2-6")


@pytest.mark.parametrize(
    ("words", "on", "among", "event"),
    [
        ("the 56th U.S.-Republic of Korea Security Consultative Meeting (SCM)", None, (), "scm-56"),
        ("fifty-sixth Security Consultative Meeting", None, (), "scm-56"),
        ("2024 U.S.-ROK Security Consultative Meeting", None, (), "scm-56"),
        ("57th SCM", SCM, BOTH, "scm-57"),
        ("SCM", None, BOTH, "scm-56"),
        ("SCM", date(2023, 11, 20), (), "scm-55"),
        ("2+2 Ministerial Dialogue", None, BOTH, "2plus2-6"),
        ("meeting of the four ministers (2+2 meeting)", SCM, (), "2plus2-6"),
        ("Washington Declaration summit", None, (), "washington-declaration"),
        # several, nothing to choose by; a number or year of which nothing is on record; no such event
        ("SCM", None, (), None),
        ("99th SCM", SCM, BOTH, None),
        ("2019 SCM", SCM, BOTH, None),
        ("SCM", date(2015, 1, 1), (), None),
        ("the annual dinner", SCM, BOTH, None),
    ],
)
def test_an_event_is_known_by_name_number_year_or_nearness(
    record: Reference, words: str, on: date | None, among: tuple[str, ...], event: str | None
) -> None:
    found = record.event_named(words, on, among)
    assert (found and found.id) == event


def test_acronyms(record: Reference) -> None:
    assert [term.official for term in record.terms_with_acronym("PIPIR")] == [
        "Partnership for Indo-Pacific Industrial Resilience"
    ]
    assert record.terms_with_acronym("") == record.terms_with_acronym("XYZ") == ()


@pytest.mark.parametrize(
    ("text", "topics"),
    [
        ("They spoke of climate change and of supply chains.", [("climate", "climate change"),
                                                                ("supply-chains", "supply chains")]),
        ("A supply-chain crisis", [("supply-chains", "supply-chain")]),
        ("The climatologist acclimated.", []),
        ("", []),
    ],
)  # fmt: skip
def test_topics_are_recognised_by_whole_words(
    record: Reference, text: str, topics: list[tuple[str, str]]
) -> None:
    assert [(hit.id, text[hit.start : hit.end]) for hit in record.topics_in(text)] == topics


def test_no_account_tells_the_headlines_of_those_days(record: Reference) -> None:
    for source in read_manifest(ROOT / "seeds" / "manifest.csv"):
        assert record.unsaid_in(source.text) == (), source.siglum
    assert record.unsaid_in("North Korea sent troops to Russia and tested an ICBM.")


def test_an_empty_record_abstains() -> None:
    record = Reference.empty()
    assert record.holds("a", "b", SCM).verdict == "unconfirmed"
    assert record.person_named("Kim Yong-hyun") is None
    assert record.event_named("SCM", SCM) is None
    assert not record.topics_in("climate change")
    assert not record.holder("b", SCM)


def test_the_manifest_speaks_of_events_and_documents_on_record(record: Reference) -> None:
    manifest = ROOT / "seeds" / "manifest.csv"
    sources = read_manifest(manifest)
    check_events(record, sources, manifest)
    with pytest.raises(Fault) as caught:
        check_events(Reference(events=record.events), sources, manifest)
    assert str(caught.value) == (
        f"{manifest}: source A: unknown document `FS`; "
        "correct `original` or add the document to reference/documents.csv"
    )
    with pytest.raises(Fault, match="source A: unknown event `scm-56`; correct `events` or add the event"):
        check_events(Reference.empty(), sources, manifest)


# The seeds' rows as rows


def table(name: str, folder: Path = FOLDER) -> list[dict[str, str]]:
    with (folder / f"{name}.csv").open(encoding="utf-8", newline="") as handle:
        return list(csv.DictReader(handle))


def test_every_row_cites_what_is_on_record_and_every_locator_is_well_formed(record: Reference) -> None:
    keys = {row["key"] for row in table("citations")}
    for name in ("pillars", "pillar_cues"):
        for row in table(name, ROOT / "seeds"):
            assert set(row["citation"].split("|")) <= keys, row
    for citation in record.citations:
        assert re.fullmatch(r"(https?://[^\s/]+/\S*)?", citation.url), citation.key


def test_every_citation_is_used_or_says_what_it_is_kept_for() -> None:
    used = {
        key.rpartition("@")[2]
        for folder in (FOLDER, ROOT / "seeds")
        for path in folder.glob("*.csv")
        for row in table(path.stem, folder)
        for column, cell in row.items()
        if "citation" in column or column.endswith("_also")
        for key in cell.split("|")
    }
    chapters = "".join(cell.source for name in NAMES for cell in cells(name, "code"))
    for row in table("citations"):
        kept = row["key"].startswith(("doc_", "seed_")) or row["note"].startswith("Conflict")
        assert row["key"] in used or kept or f'"{row["key"]}"' in chapters, row["key"]


def test_the_record_holds_no_rendering_that_is_one_account_s_own_slip() -> None:
    slips = re.compile(
        r"broader deterrence|expanded deterrence|extensive deterrence|nuclear advisory|conventional nuclear"
        r"|secretary of national defense|economic ministers|industrial resilience partnership",
        re.IGNORECASE,
    )
    for path in (*FOLDER.glob("*.csv"), *(ROOT / "seeds").glob("pillar*.csv")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
            assert not slips.search(line), f"{path.name} row {number}"


@pytest.mark.parametrize(
    ("topic", "findings"),
    [
        ("climate", {"FS": "not-seen", "JC": "not-seen", "JS": "stated", "RCF": "stated"}),
        ("pandemic", {"FS": "not-seen", "JC": "not-seen", "JS": "near", "RCF": "near"}),
        ("counterterrorism", {"FS": "not-seen", "JC": "not-seen", "JS": "not-seen", "RCF": "stated"}),
        ("trade", {"FS": "not-seen", "JC": "not-seen", "JS": "not-seen", "RCF": "not-seen"}),
        ("artificial-intelligence", {"FS": "not-read", "JC": "stated", "JS": "not-seen", "RCF": "not-seen",
                                     "SCM-reports": "stated"}),
        # the communique's second paragraph, the joint statement's, the framework's first and third
        ("peninsula-peace", {"FS": "not-seen", "JC": "stated", "JS": "near", "RCF": "near"}),
        ("prosperity", {"FS": "not-seen", "JC": "stated", "JS": "stated", "RCF": "near"}),
        ("economic-cooperation", {"FS": "not-seen", "JC": "not-seen", "JS": "not-seen", "RCF": "not-seen",
                                  "bilateral-remarks": "near"}),
        ("free-open-indo-pacific", {"FS": "not-read", "JC": "not-seen", "JS": "not-seen", "RCF": "near"}),
    ],
)  # fmt: skip
def test_what_the_documents_say_of_a_topic(record: Reference, topic: str, findings: dict[str, str]) -> None:
    assert {row.document: row.finding for row in record.topic(topic)} == findings


def test_every_topic_was_looked_for_in_every_document_that_was_read(record: Reference) -> None:
    read = {d.id for d in record.documents if d.searched == "every topic"}
    assert read == {"FS", "JC", "JS", "RCF"}
    for topic in {row.id for row in record.topics}:
        assert read <= {row.document for row in record.topic(topic)}, topic


def test_no_words_of_the_fact_sheet_are_an_account_s(record: Reference) -> None:
    """Of the items that were not read there is no wording, and every other row of that sheet was read."""
    for row in (row for row in record.topics if row.document == "FS"):
        last = row.where.startswith(("second pillar, second", "second pillar, third", "third pillar"))
        assert (row.finding == "not-read") == last, row.id
        if last:
            assert (row.wording, row.citations, row.sure) == ("", ("seed_A",), "L"), row.id
        else:
            assert set(row.citations) == {"doc_FS_mirror_a", "doc_FS_mirror_b"}, row.id


def test_who_came_is_proved_by_what_names_them(record: Reference) -> None:
    for event, proof in (("scm-56", "doc_JC_mirror_a"), ("2plus2-6", "doc_JS_mirror_en")):
        found = record.event(event)
        assert found
        assert proof in found.attendance
        held = {key for term in record.terms_of_office for key in term.citations}
        assert not held & set(found.attendance), "holding an office shows who could have come"


def test_official_addresses_come_first_and_are_marked(record: Reference) -> None:
    known = [d for d in record.documents if any("official" in key for key in d.citations)]
    assert {d.id for d in known} == {"JC", "JS"}
    for document in known:
        first = record.citation(document.citations[0])
        assert first
        assert first.kind == "official-unopened"
        assert "not opened" in first.note
    copies = [c for c in record.citations if c.kind == "mirror-of-official"]
    assert copies
    assert all(c.sure != "H" for c in copies), "a copy is graded as a copy"


@pytest.mark.parametrize(
    ("term", "citation"),
    [("freedom-shield", "freedom_shield_spring"), ("ulchi-freedom-shield", "freedom_shield_summer")],
)
def test_the_season_of_an_exercise_rests_on_what_says_so(record: Reference, term: str, citation: str) -> None:
    (found,) = (t for t in record.terms if t.id == term)
    assert citation in found.citations
