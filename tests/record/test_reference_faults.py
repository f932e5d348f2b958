"""The reference record: what is refused, each by one line that names the row and the remedy."""

from __future__ import annotations

import csv
import shutil
from pathlib import Path

import pytest

import scripts
from scripts.ground.faults import Fault
from scripts.record import read_reference

FOLDER = Path(scripts.__file__).resolve().parents[1] / "seeds" / "reference"


def table(name: str) -> list[dict[str, str]]:
    with (FOLDER / f"{name}.csv").open(encoding="utf-8", newline="") as handle:
        return list(csv.DictReader(handle))


def broken(folder: Path, name: str, at: int, /, **changes: str) -> str:
    """The line by which the record is refused when row `at` of a table has some cells changed.

    A row past the end is a copy of the last one.
    """
    copy = folder / "reference"
    shutil.copytree(FOLDER, copy)
    rows = table(name)
    if at == len(rows) + 2:
        rows.append(dict(rows[-1]))
    rows[at - 2] |= changes
    with (copy / f"{name}.csv").open("w", encoding="utf-8", newline="") as handle:
        writer = csv.DictWriter(handle, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    with pytest.raises(Fault) as caught:
        read_reference(copy)
    return str(caught.value).removeprefix(f"{copy}/")


SURE = [
    "citations",
    "terms_of_office",
    "people",
    "offices",
    "terms",
    "events",
    "documents",
    "topics",
    "unsaid",
]


@pytest.mark.parametrize("name", SURE)
def test_a_row_that_does_not_say_how_sure_it_is_is_refused(tmp_path: Path, name: str) -> None:
    assert broken(tmp_path, name, 3, sure="") == f"{name}.csv: row 3: `sure` is empty; fill in `sure`"


TABLES = ["people", "offices", "terms", "events", "documents", "topics", "unsaid"]


@pytest.mark.parametrize("name", TABLES)
def test_a_row_without_citation_is_refused(tmp_path: Path, name: str) -> None:
    assert broken(tmp_path, name, 3, citation="") == (
        f"{name}.csv: row 3: no citation: `citation` is empty; write the key of a row of citations.csv"
    )


@pytest.mark.parametrize("name", TABLES)
def test_a_citation_that_is_not_on_record_is_refused(tmp_path: Path, name: str) -> None:
    assert broken(tmp_path, name, 3, citation="hearsay") == (
        f"{name}.csv: row 3: unknown citation `hearsay`; correct it or add the citation to its table"
    )


@pytest.mark.parametrize(
    ("name", "at", "changes", "message"),
    [
        ("citations", 2, {"url": "www.example.org"},
         "`url` is `www.example.org`; write an address that begins with http(s)://, or leave it empty"),
        ("citations", 2, {"kind": "rumour"},
         "`kind` is `rumour`; write one of: official, official-unopened, mirror-of-official, press, other, "
         "account"),
        ("citations", 3, {"url": ""},
         "no locator: `url` and `note` are empty; "
         "write the address as given, or in `note` how to find the page"),
        ("citations", 2, {"date": ""}, "`date` is empty; fill in `date`"),
        ("citations", 2, {"date": "soon"},
         "`date` is `soon`, not a date; "
         "write YYYY-MM-DD, YYYY-MM, YYYY or n.d., and what else there is to say in brackets"),
        ("citations", 2, {"date": "2024-02-30 (event)"},
         "`date` is `2024-02-30`, not a date; write it as YYYY-MM-DD"),
        ("citations", 3, {"url": "https://www.defense.gov/News/Releases/Release/Article/3951794/"
                                 "56th-security-consultative-meeting-joint-communique/"},
         "address `https://www.defense.gov/News/Releases/Release/Article/3951794/"
         "56th-security-consultative-meeting-joint-communique/` stands in row 2 already; "
         "keep it in one of the two rows"),
        ("citations", 2, {"key": "a b"},
         "`key` is `a b`; write letters and digits, joined by single hyphens"),
        ("citations", 3, {"key": "doc_JC_official"},
         "key `doc_JC_official` stands in row 2 already; keep it in one of the two rows"),
        ("people", 3, {"person": "lloyd-austin"},
         "person `lloyd-austin` stands in row 2 already; keep it in one of the two rows"),
        ("people", 3, {"forms": "LLOYD AUSTIN"},
         "name `LLOYD AUSTIN` stands in row 2 already; keep it in one of the two rows"),
        ("offices", 2, {"country": "usa"},
         "`country` is `usa`; write the ISO code of two capitals, such as US or KR"),
        ("offices", 3, {"forms": "Secretary of Defense"},
         "title `Secretary of Defense` stands in row 2 already; keep it in one of the two rows"),
        ("terms_of_office", 2, {"start": "22 Jan 2021"},
         "`start` is `22 Jan 2021`, not a date; write it as YYYY-MM-DD"),
        ("terms_of_office", 2, {"start": "2025-02-01"},
         "ends on 2025-01-20, before it starts on 2025-02-01; correct `start` or `end`"),
        ("terms_of_office", 2, {"end_citation": ""},
         "no citation: `end_citation` is empty; write the key of a row of citations.csv"),
        ("terms_of_office", 2, {"start_also": "2021-01-25"},
         "`start_also` has `2021-01-25`; write date@citation, such as 2024-01-11@a_key"),
        ("terms_of_office", 2, {"start_also": "2021-01-25@hearsay"},
         "unknown citation `hearsay`; correct it or add the citation to its table"),
        ("terms_of_office", 2, {"person": "nobody"},
         "unknown person `nobody`; correct it or add the person to its table"),
        ("terms_of_office", 2, {"office": "nowhere"},
         "unknown office `nowhere`; correct it or add the office to its table"),
        ("terms_of_office", 2, {"start_also": "2021-01-22@austin_start_d"},
         "`start_also` has 2021-01-22, which is the row's own day; "
         "put `austin_start_d` among the citations, or correct the day"),
        ("events", 17, {"date_also": "2024-10-02@sma_a"},
         "`date_also` has 2024-10-02, which is the row's own day; "
         "put `sma_a` among the citations, or correct the day"),
        # a term of which one day is known can still contradict another
        ("terms_of_office", 10, {"office": "us-state-secretary", "start": "2022-01-01"},
         "kurt-campbell holds us-state-secretary from 2022-01-01 to a day not known, "
         "but antony-blinken from 2021-01-26 to 2025-01-20 in row 3; "
         "correct a date, or give the date of another source in `start_also` or `end_also`"),
        ("terms_of_office", 5, {"end": "", "end_citation": "", "start": "2022-05-10"},
         "shin-won-sik holds kr-defense-minister from 2022-05-10 to a day not known, "
         "but lee-jong-sup from 2022-05-10 to 2023-10-07 in row 4; "
         "correct a date, or give the date of another source in `start_also` or `end_also`"),
        ("terms_of_office", 5, {"start": "2023-10-01"},
         "shin-won-sik holds kr-defense-minister from 2023-10-01 to 2024-09-06, "
         "but lee-jong-sup from 2022-05-10 to 2023-10-07 in row 4; "
         "correct a date, or give the date of another source in `start_also` or `end_also`"),
        ("terms", 2, {"kind": "thing"},
         "`kind` is `thing`; write one of: body, document, programme, exercise, framework, "
         "system, term-of-art, treaty"),
        ("terms", 2, {"sure": "?"}, "`sure` is `?`; write one of: H, M, L"),
        ("events", 2, {"ordinal": "first"}, "`ordinal` is `first`; write a number, such as 56"),
        ("events", 2, {"series": ""}, "`ordinal` without `series`; name the series it counts in"),
        ("events", 2, {"date": "1968-05-28/1968-05-27"},
         "ends on 1968-05-27, before it starts on 1968-05-28; correct `date`"),
        ("events", 2, {"heads": "lloyd-austin"}, "`heads` has `lloyd-austin`; write person@office"),
        ("events", 6, {"ordinal": "56", "date": "2024-10-31"},
         "number 56 of `scm` on 2024-10-31, but on 2024-10-30 in row 5; "
         "keep one row, with the date of another source in `date_also`"),
        ("events", 5, {"heads": "lee-jong-sup@kr-defense-minister"},
         "lee-jong-sup@kr-defense-minister on 2024-10-30, where the terms of office have lee-jong-sup from "
         "2022-05-10 to 2023-10-07; correct `heads`, `hosts` or `date`, or the term of office"),
        ("events", 6, {"date": "2024-10-29", "heads": "", "hosts": ""},
         "number 57 of `scm` on 2024-10-29, but number 56 on 2024-10-30 in row 5; "
         "correct `date` or `ordinal` in one of the two rows"),
        ("events", 9, {"date": "2024-12-24", "heads": "", "citation": "mcm49", "sure": "M"},
         "`date` is 2024-12-24, and every page cited for it is older (mcm49); "
         "cite a page that was written after it, or correct the day"),
        ("documents", 2, {"read": ""}, "`read` is empty; fill in `read`"),
        ("documents", 3, {"title": "U.S.-REPUBLIC OF KOREA Security Consultative Meeting and 2+2 "
                                   "Ministerial Dialogue Fact Sheet"},
         "title `U.S.-REPUBLIC OF KOREA Security Consultative Meeting and 2+2 "
         "Ministerial Dialogue Fact Sheet` "
         "stands in row 2 already; keep it in one of the two rows"),
        # one name, one thing
        ("terms", 3, {"acronym": "SCM"},
         "acronym `SCM` stands in row 2 already; keep it in one of the two rows"),
        ("terms", 3, {"forms": "Security consultative meeting"},
         "official form `Security consultative meeting` stands in row 2 already; "
         "keep it in one of the two rows"),
        ("terms", 3, {"hangul": "한미안보협의회의"},
         "Hangul `한미안보협의회의` stands in row 2 already; keep it in one of the two rows"),
        ("people", 5, {"hangul": "김용현"},
         "name `김용현` stands in row 4 already; keep it in one of the two rows"),
        ("events", 13, {"name": "Adoption of the Washington Declaration"},
         "name `Adoption of the Washington Declaration` stands in row 12 already; "
         "keep it in one of the two rows"),
        # no row is surer than what it rests on
        ("people", 14, {"citation": "deputies_d"},
         "`sure` is H, where `citation` allows M (deputies_d); "
         "write M, or cite a primary text or a second source of another publisher"),
        # a copy is one source like another, and a page that was not opened none
        ("documents", 3, {"citation": "doc_JC_official|doc_JC_mirror_a"},
         "`sure` is H, where `citation` allows M (doc_JC_official, doc_JC_mirror_a); "
         "write M, or cite a primary text or a second source of another publisher"),
        ("events", 5, {"heads_citation": "doc_JC_mirror_a"},
         "`sure` is H, where `heads_citation` allows M (doc_JC_mirror_a); "
         "write M, or cite a primary text or a second source of another publisher"),
        ("events", 5, {"heads_citation": "hearsay"},
         "unknown citation `hearsay`; correct it or add the citation to its table"),
        # an account is held against the record, and is no part of it
        ("people", 4, {"citation": "seed_A|kim_start_a|kim_start_b"},
         "`citation` cites the account seed_A; "
         "cite another text, or write `not-read` where no other was at hand"),
        ("topics", 2, {"citation": "seed_A", "sure": "L"},
         "`citation` cites the account seed_A; "
         "cite another text, or write `not-read` where no other was at hand"),
        ("topics", 2, {"finding": "not-read", "wording": "", "sure": "L"},
         "`not-read` without an account that renders it; cite the account"),
        ("topics", 2, {"finding": "not-read"},
         "`wording` of what was not read; leave `wording` empty or correct `finding`"),
        ("topics", 2, {"kind": "rumour"}, "`kind` is `rumour`; write one of: agreed, position, phrase"),
        ("documents", 2, {"searched": ""}, "`searched` is empty; fill in `searched`"),
        ("events", 4, {"citation": "blinken_end_d"},
         "`sure` is H, where `citation` allows L (blinken_end_d); "
         "write L, or cite a primary text or a second source of another publisher"),
        ("terms_of_office", 3, {"end_citation": "blinken_end_d"},
         "`sure` is H, where `end_citation` allows L (blinken_end_d); "
         "write L, or cite a primary text or a second source of another publisher"),
        ("topics", 2, {"document": "memo"},
         "unknown document `memo`; correct it or add the document to its table"),
        ("topics", 2, {"finding": "not-seen"},
         "`wording` of what was not seen; leave `wording` empty or correct `finding`"),
        ("topics", 2, {"finding": "maybe"},
         "`finding` is `maybe`; write one of: stated, near, not-seen, not-read"),
        ("topics", 3, {"document": "FS"},
         "topic `extended-deterrence / FS` stands in row 2 already; keep it in one of the two rows"),
        ("topics", 3, {"label": "another"},
         "label, kind or cues of `extended-deterrence` differ from row 2; make them the same"),
        ("unsaid", 2, {"document": "JC|memo"},
         "unknown document `memo`; correct it or add the document to its table"),
    ],
)  # fmt: skip
def test_a_row_that_cannot_stand_is_refused(
    tmp_path: Path, name: str, at: int, changes: dict[str, str], message: str
) -> None:
    assert broken(tmp_path, name, at, **changes) == f"{name}.csv: row {at}: {message}"


def test_a_topic_that_was_not_looked_for_everywhere_is_refused(tmp_path: Path) -> None:
    rows = table("topics")
    first = rows[0]["topic"]
    last = sum(row["topic"] == first for row in rows)
    assert rows[1]["document"] == "JC"
    assert broken(tmp_path, "topics", 3, document="trilateral-2023") == (
        f"topics.csv: row 2: `{first}` has no row for `JC`, which was searched for every topic; "
        "look for it there and add a row, `not-seen` where it was sought in vain"
    )
    assert last > 3


def test_one_event_does_not_stand_twice(tmp_path: Path) -> None:
    rows = table("events")
    last = len(rows) + 2
    assert broken(tmp_path, "events", last, date="2030-01-01") == (
        f"events.csv: row {last}: event `{rows[-1]['event']}` stands in row {last - 1} already; "
        "keep it in one of the two rows"
    )


def test_a_missing_table_and_an_unknown_column_are_refused(tmp_path: Path) -> None:
    copy = tmp_path / "reference"
    shutil.copytree(FOLDER, copy)
    people = copy / "people.csv"
    people.write_text(people.read_text(encoding="utf-8").replace("hangul", "name", 1), encoding="utf-8")
    with pytest.raises(Fault) as caught:
        read_reference(copy)
    assert str(caught.value) == (
        f"{people}: row 1: unknown column: name; write the heading: person,hangul,forms,citation,sure"
    )
    people.unlink()
    with pytest.raises(Fault, match=r"people\.csv: whole file: no such file; put it back"):
        read_reference(copy)
