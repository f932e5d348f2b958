"""The manifest is strict, and a source's text is what the bytes of its document decode to."""

from __future__ import annotations

import csv
import hashlib
import io
import pickle
from datetime import date
from pathlib import Path

import pytest

import scripts
from scripts.ground.faults import Fault
from scripts.reading.manifest import COLUMNS, check_documents, read_manifest
from scripts.reading.sources import Source, read_account

ROOT = Path(scripts.__file__).resolve().parents[1]
MANIFEST = ROOT / "seeds" / "manifest.csv"
TEXT = "The delegations met in Lisbon.\r\nThey signed nothing.\n"


def row(**changes: str) -> dict[str, str]:
    """A good manifest row for `one.txt`, with some cells changed."""
    good = {
        "siglum": "A",
        "file": "one.txt",
        "title": "A title, with a comma",
        "publisher": "A paper",
        "url": "",
        "published": "2020-02-03",
        "as_of": "2020-02-02",
        "as_of_sure": "M",
        "events": "first|second",
        "kind": "report",
        "likelihood": "likely",
        "reason": "It says so.",
        "reliability": "C",
        "credibility": "3",
        "grade_reason": "Known to check, not seen elsewhere.",
        "original": "",
        "sha256": hashlib.sha256(TEXT.encode()).hexdigest(),
    }
    return good | changes


def write(folder: Path, *rows: dict[str, str], data: bytes = TEXT.encode()) -> Path:
    """A seeds folder with one document and the given manifest rows."""
    (folder / "documents").mkdir()
    (folder / "documents" / "one.txt").write_bytes(data)
    table = io.StringIO(newline="")
    writer = csv.DictWriter(table, COLUMNS, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    (folder / "manifest.csv").write_text(table.getvalue(), encoding="utf-8")
    return folder / "manifest.csv"


def refused(manifest: Path) -> str:
    """The one line by which a manifest is refused, without the folder it lies in."""
    with pytest.raises(Fault) as caught:
        read_manifest(manifest)
    assert "\n" not in str(caught.value)
    return str(caught.value).replace(f"{manifest.parent}/", "")


# The two accounts themselves


@pytest.fixture(scope="module")
def seeds() -> dict[str, Source]:
    return {source.siglum: source for source in read_manifest(MANIFEST)}


def test_the_seeds_are_the_documents_that_were_recorded(seeds: dict[str, Source]) -> None:
    assert list(seeds)[:2] == ["A", "B"]
    for source in seeds.values():
        data = source.file.read_bytes()
        assert hashlib.sha256(data).hexdigest() == source.sha256
        assert source.text.encode() == data, "no line end or blank was changed"


@pytest.mark.parametrize(
    ("siglum", "kind", "likelihood", "as_of", "sure"),
    [
        # A calls the meeting of the 31st still to come: it speaks on the 30th, published on the 31st
        (
            "A",
            "machine translation back into English of the official fact sheet",
            "very likely",
            date(2024, 10, 30),
            "M",
        ),
        # B tells that meeting as past, but its prompt names a page of the 30th: the day is a guess
        ("B", "article written by a language model", "almost certain", date(2024, 10, 31), "L"),
    ],
)
def test_what_each_seed_is(
    seeds: dict[str, Source], siglum: str, kind: str, likelihood: str, as_of: date, sure: str
) -> None:
    source = seeds[siglum]
    assert (source.kind, source.likelihood) == (kind, likelihood)
    assert (source.as_of, source.as_of_sure) == (as_of, sure)
    assert source.published == date(2024, 10, 31)
    assert source.events == ("scm-56", "2plus2-6")


def test_who_publishes_a_seed_is_graded_apart_from_what_it_says(seeds: dict[str, Source]) -> None:
    # a poor publisher of a faithful text; a publisher that checks nothing, of a text in part refuted
    first = [seeds["A"], seeds["B"]]
    assert {s.siglum: s.reliability + s.credibility for s in first} == {"A": "D2", "B": "E4"}
    assert all(len(source.grade_reason) > 80 for source in first)


def test_a_source_may_stay_ungraded(tmp_path: Path) -> None:
    (source,) = read_manifest(write(tmp_path, row(reliability="", credibility="", grade_reason="")))
    assert (source.reliability, source.credibility, source.grade_reason) == ("", "", "")


# Decoding: a span counts code points of the decoded text


@pytest.mark.parametrize(
    ("data", "text"),
    [
        pytest.param(b"One\r\ntwo\rthree\n", "One\r\ntwo\rthree\n", id="line ends stay as they are"),
        pytest.param(b"\xef\xbb\xbfOne", "One", id="the mark of UTF-8 is not part of the text"),
        pytest.param("김 met".encode("utf-16"), "김 met", id="UTF-16, as its mark says"),
        pytest.param(b"\xfe\xff" + "Réunion".encode("utf-16-be"), "Réunion", id="the other UTF-16"),
        pytest.param("e\u0301 \ufb01".encode(), "e\u0301 \ufb01", id="nothing is composed or unfolded"),
        pytest.param(b"One \xef\xbb\xbftwo", "One \ufefftwo", id="a mark further on is a character"),
    ],
)
def test_text_is_what_the_bytes_decode_to(tmp_path: Path, data: bytes, text: str) -> None:
    manifest = write(tmp_path, row(sha256=hashlib.sha256(data).hexdigest()), data=data)
    assert read_manifest(manifest)[0].text == text
    assert read_account(tmp_path / "documents" / "one.txt", "X").text == text


BAD_DATA = [
    pytest.param(b"", "empty", id="empty"),
    pytest.param(b" \n\t\n", "empty", id="blank"),
    pytest.param(b"\xef\xbb\xbf", "empty", id="only a mark"),
    pytest.param(b"\x89PNG\x00\x00", "binary, not a text", id="binary"),
    pytest.param("a\0b".encode("utf-16"), "binary, not a text", id="binary in UTF-16"),
    pytest.param("Réunion".encode("latin-1"), "undecodable as UTF-8 from byte 1 on", id="Latin-1"),
    pytest.param(b"\xff\xfeo\x00n", "undecodable as UTF-16 from byte 4 on", id="UTF-16 cut short"),
]


@pytest.mark.parametrize(("data", "problem"), BAD_DATA)
def test_a_document_that_is_no_text_is_refused(tmp_path: Path, data: bytes, problem: str) -> None:
    remedy = "give a plain text in UTF-8 (or UTF-16 with its byte order mark)"
    manifest = write(tmp_path, row(sha256=hashlib.sha256(data).hexdigest()), data=data)
    assert refused(manifest) == f"manifest.csv: row 2: documents/one.txt: {problem}; {remedy}"
    file = tmp_path / "documents" / "one.txt"
    with pytest.raises(Fault) as caught:
        read_account(file, "X")
    assert str(caught.value) == f"{file}: whole file: {problem}; {remedy}"


# The manifest's own rows

NEW = hashlib.sha256(TEXT.encode()).hexdigest()
OLD = "0" * 64
OUTSIDE = "leads out of documents/; put the document itself into documents/"


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"siglum": ""}, "`siglum` is empty; fill in `siglum`"),
        ({"siglum": "a"}, "siglum `a`; write a capital, then letters and digits only: A, B, C2"),
        ({"siglum": "A B"}, "siglum `A B`; write a capital, then letters and digits only: A, B, C2"),
        ({"file": ""}, "`file` is empty; fill in `file`"),
        ({"file": "none.txt"}, "documents/none.txt is missing; put the document there or correct `file`"),
        ({"file": "."}, "documents/.: cannot be read (Is a directory); make it a readable file"),
        ({"file": "../manifest.csv"}, f"`../manifest.csv` {OUTSIDE}"),
        ({"file": "x/../one.txt"}, f"`x/../one.txt` {OUTSIDE}"),
        ({"file": "/etc/hostname"}, f"`/etc/hostname` {OUTSIDE}"),
        ({"title": ""}, "`title` is empty; fill in `title`"),
        ({"publisher": " "}, "`publisher` is empty; fill in `publisher`"),
        ({"published": "3 Feb 2020"}, "`published` is `3 Feb 2020`, not a date; write it as YYYY-MM-DD"),
        ({"published": "2020-02-30"}, "`published` is `2020-02-30`, not a date; write it as YYYY-MM-DD"),
        ({"published": "20200203"}, "`published` is `20200203`, not a date; write it as YYYY-MM-DD"),
        ({"as_of": "2020-W05"}, "`as_of` is `2020-W05`, not a date or a date and time; write YYYY-MM-DD or "
         "YYYY-MM-DD HH:MM; if unknown, the day of publication with `as_of_sure` L"),
        ({"as_of_sure": "sure"}, "`as_of_sure` is `sure`; write one of: H, M, L"),
        ({"events": "first||second"}, "`events` has an empty value between two `|`; take out the spare `|`"),
        ({"events": "first|first"}, "`events` has `first` twice; keep one of the two"),
        ({"kind": ""}, "`kind` is empty; fill in `kind`"),
        ({"likelihood": "perhaps"}, "`likelihood` is `perhaps`; "
         "write one of: almost no chance, very unlikely, unlikely, roughly even chance, "
         "likely, very likely, almost certain"),
        ({"reason": ""}, "`reason` is empty; fill in `reason`"),
        ({"reliability": "c"}, "`reliability` is `c`; write one of: A, B, C, D, E, F"),
        ({"credibility": "7"}, "`credibility` is `7`; write one of: 1, 2, 3, 4, 5, 6"),
        # a source is graded whole, with a reason, or not at all
        ({"reliability": ""}, "`reliability` is empty; fill in `reliability`"),
        ({"credibility": ""}, "`credibility` is empty; fill in `credibility`"),
        ({"grade_reason": ""}, "`grade_reason` is empty; fill in `grade_reason`"),
        ({"sha256": ""}, f"`sha256` is empty; write {NEW}, the hash of documents/one.txt"),
        ({"sha256": OLD}, f"documents/one.txt has SHA-256 {NEW} where {OLD} is recorded; "
         f"restore the document or, if the change was meant, write {NEW}"),
    ],
)  # fmt: skip
def test_a_malformed_row_is_refused(tmp_path: Path, changes: dict[str, str], message: str) -> None:
    good = row(siglum="Z")
    assert refused(write(tmp_path, good, row(**changes))) == f"manifest.csv: row 3: {message}"


def test_a_document_behind_a_link_out_of_its_folder_is_refused(tmp_path: Path) -> None:
    outside = tmp_path / "outside.txt"
    outside.write_text(TEXT)
    folder = tmp_path / "seeds"
    folder.mkdir()
    manifest = write(folder, row(file="link.txt"))
    (folder / "documents" / "link.txt").symlink_to(outside)
    assert refused(manifest) == f"manifest.csv: row 2: `link.txt` {OUTSIDE}"


@pytest.mark.parametrize("second", ["A", "AB"])
def test_a_siglum_stands_for_one_source(tmp_path: Path, second: str) -> None:
    first = {"A": "A", "AB": "Ab"}[second]  # in an address, Ab and AB may be one
    message = f"siglum `{second}` is taken by row 2; give this source another siglum"
    manifest = write(tmp_path, row(siglum=first), row(siglum=second))
    assert refused(manifest) == f"manifest.csv: row 3: {message}"


BARE = ",".join(COLUMNS).encode()
HEADING = f"write the heading: {','.join(COLUMNS)}"


@pytest.mark.parametrize(
    ("table", "message"),
    [
        (b"", f"row 1: the table is empty; {HEADING}"),
        (",".join(COLUMNS[1:]).encode(), f"row 1: missing column: siglum; {HEADING}"),
        (",".join((*COLUMNS, "x")).encode(), f"row 1: unknown column: x; {HEADING}"),
        (",".join((*COLUMNS, "file")).encode(), f"row 1: column twice: file; {HEADING}"),
        (BARE, "row 2: lists no source; write one row for each account"),
        # a blank line counts as a row, as it does in an editor
        (BARE + b"\n\nA,b,c\n", "row 3: 3 cells where the heading has 17; "
         "put cells that hold a comma in quotation marks, and leave no cell out"),
        (BARE + b'\nA,"open\nB,closed"\n',
         "row 2: a cell runs over the end of its line; close the quotation mark"),
        (BARE + b'\nA,"open\n',
         "row 2: not readable as CSV (unexpected end of data); check its quotation marks"),
        (b"siglum\xff", "byte 6: not UTF-8; save the table as UTF-8"),
        (b"siglum\x00", "whole file: binary, not a table; save the table as CSV in UTF-8"),
    ],
)  # fmt: skip
def test_a_table_that_cannot_be_read_is_refused(tmp_path: Path, table: bytes, message: str) -> None:
    manifest = tmp_path / "manifest.csv"
    manifest.write_bytes(table)
    assert refused(manifest) == f"manifest.csv: {message}"


def test_a_missing_manifest_is_refused(tmp_path: Path) -> None:
    expected = "manifest.csv: whole file: no such file; put it back or correct the path"
    assert refused(tmp_path / "manifest.csv") == expected


def test_columns_may_stand_in_any_order_and_as_a_spreadsheet_saves_them(tmp_path: Path) -> None:
    write(tmp_path, row())
    cells = row(as_of="2020-02-02 14:55")
    order = list(reversed(COLUMNS))
    table = io.StringIO(newline="")
    lines = [order, [cells[name] for name in order], [""] * len(order)]
    csv.writer(table, lineterminator="\r\n").writerows(lines)
    (tmp_path / "manifest.csv").write_bytes(b"\xef\xbb\xbf" + table.getvalue().encode())
    (source,) = read_manifest(tmp_path / "manifest.csv")
    assert (source.siglum, source.as_of, source.as_of_written) == ("A", date(2020, 2, 2), "2020-02-02 14:55")
    assert source.events == ("first", "second")


def test_a_fault_is_one_line_and_survives_a_worker_process() -> None:
    fault = Fault(Path("a\nb.csv"), "row 2", "an odd name", "rename it")
    assert str(fault) == "a b.csv: row 2: an odd name; rename it"
    assert str(pickle.loads(pickle.dumps(fault))) == str(fault)


# One report is of accounts in English, of the same events, each with one document and one row


FRENCH = "Les ministres ont condamné l'envoi de troupes. Ils se sont réunis à Lisbonne avec la délégation."


def several(folder: Path, *rows: dict[str, str]) -> Path:
    """A seeds folder with a document of its own for each row."""
    named = [one | {"file": f"{one['siglum']}.txt"} for one in rows]
    manifest = write(folder, *named)
    for one in named:
        (folder / "documents" / one["file"]).write_bytes(TEXT.encode())
    (folder / "documents" / "one.txt").unlink()
    return manifest


def test_an_account_that_is_not_english_is_refused_with_its_row(tmp_path: Path) -> None:
    digest = hashlib.sha256(FRENCH.encode()).hexdigest()
    manifest = write(tmp_path, row(sha256=digest), data=FRENCH.encode())
    said = "documents/one.txt is not English, it seems (0% of its words are function words)"
    assert refused(manifest) == f"manifest.csv: row 2: {said}; take the row out, or give an English account"


@pytest.mark.parametrize(
    ("declared", "line"),
    [
        (["first|second", "second"], None),
        (["first", "", "first"], None),
        (["", "second", "first|second"], None),
        (["first", "second", "first|second"], None),  # the third ties them
        (["first|second", "third"], 3),
        (["", "first", "second|third", "third"], 4),
    ],
)
def test_accounts_of_other_events_are_refused_with_their_row(
    tmp_path: Path, declared: list[str], line: int | None
) -> None:
    rows = [row(siglum="ABCD"[at], events=events) for at, events in enumerate(declared)]
    manifest = several(tmp_path, *rows)
    if line is None:
        assert len(read_manifest(manifest)) == len(rows)
    else:
        said = refused(manifest)
        assert said.startswith(f"manifest.csv: row {line}: `events` are others than those of row ")
        assert "give accounts of the same events" in said


def test_dates_and_places_of_the_text_are_no_reason_to_refuse(tmp_path: Path) -> None:
    manifest = several(tmp_path, row(siglum="A"), row(siglum="B"))
    other = b"The delegations met in Quito on 9 March 1998 and left for Rome in the evening.\n"
    (tmp_path / "documents" / "B.txt").write_bytes(other)
    text = manifest.read_text("utf-8")
    at = text.rindex(hashlib.sha256(TEXT.encode()).hexdigest())
    manifest.write_text(text[:at] + hashlib.sha256(other).hexdigest() + "\n", "utf-8")
    assert [source.siglum for source in read_manifest(manifest)] == ["A", "B"]


def test_one_document_has_one_row(tmp_path: Path) -> None:
    manifest = write(tmp_path, row(), row(siglum="B", file="./one.txt"))
    said = "documents/./one.txt is the document of row 2, too; give each account one row"
    assert refused(manifest) == f"manifest.csv: row 3: {said}"


def test_a_document_without_a_row_is_refused_and_a_hidden_one_is_none(tmp_path: Path) -> None:
    manifest = write(tmp_path, row())
    sources = read_manifest(manifest)
    (tmp_path / "documents" / ".two.txt.swp").write_text("It is being written.", "utf-8")
    check_documents(manifest, sources)
    (tmp_path / "documents" / "two.txt").write_text(TEXT, "utf-8")
    with pytest.raises(Fault, match=r"whole file: documents/two\.txt has no row; add its row, or take"):
        check_documents(manifest, sources)
