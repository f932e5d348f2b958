"""The Korean typeface of the printed book, made from a small collection of typefaces drawn for the test."""

from __future__ import annotations

import runpy
import sys
from collections.abc import Iterable
from pathlib import Path

import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTCollection, TTFont

from scripts.book.paper import fonts
from scripts.book.paper.fonts import __main__ as making
from scripts.ground.faults import Fault

FAR = 0x1F600  # a character that no seed and no standard has
LETTERS = (ord("A"), ord("가"), ord("国"), FAR)


def typeface(family: str, letters: Iterable[int] = LETTERS) -> TTFont:
    """A typeface in which every letter is the same box."""
    named = {code: f"uni{code:05X}" for code in letters}
    glyphs = [".notdef", *named.values()]
    pen = TTGlyphPen(None)
    pen.moveTo((0, 0))
    for point in ((0, 500), (500, 500), (500, 0)):
        pen.lineTo(point)
    pen.closePath()
    box = pen.glyph()
    builder = FontBuilder(1000, isTTF=True)
    builder.setupGlyphOrder(glyphs)
    builder.setupCharacterMap(named)
    builder.setupGlyf(dict.fromkeys(glyphs, box))
    builder.setupHorizontalMetrics(dict.fromkeys(glyphs, (600, 0)))
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    builder.setupNameTable({
        "familyName": family, "styleName": "Regular", "licenseDescription": "free", "sampleText": "dropped",
    })  # fmt: skip
    builder.setupOS2()
    builder.setupPost()
    return builder.font


@pytest.fixture
def collection(tmp_path: Path) -> Path:
    """A collection in which the typeface that is wanted is the second."""
    made = TTCollection()
    made.fonts = [typeface("Another", [ord("A")]), typeface(making.FAMILY)]
    made.save(tmp_path / "all.ttc")
    return tmp_path / "all.ttc"


@pytest.fixture
def seeds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A tree with one text in its seeds."""
    monkeypatch.setattr(making, "ROOT", tmp_path)
    (tmp_path / "seeds" / "texts").mkdir(parents=True)
    (tmp_path / "seeds" / "texts" / "a.txt").write_text("Aé ⻄", "utf-8")
    return tmp_path / "seeds"


def test_the_repertoire_is_the_standards_the_blocks_and_what_the_seeds_have(seeds: Path) -> None:
    found = making.repertoire(seeds)
    assert {ord("가"), ord("힝"), ord("国"), ord("の"), 0x1100, 0x3131, 0x3001} <= found
    assert ord("⻄") in found, "which no standard has"
    assert not {ord("A"), ord("é"), FAR} & found, "the Latin typefaces have these"
    (seeds / "texts" / "a.txt").unlink()
    assert ord("⻄") not in making.repertoire(seeds)


def test_the_typeface_of_that_name_is_cut_to_the_repertoire(collection: Path, seeds: Path) -> None:
    into = seeds.parent / "made.ttf"
    making.make(collection, into)
    made = TTFont(into)
    assert made["name"].getDebugName(1) == making.FAMILY
    assert made["name"].getDebugName(13) == "free", "its licence stays"
    assert made["name"].getDebugName(19) is None
    assert set(made.getBestCmap()) == {ord("가"), ord("国")}


def test_one_file_gives_the_same_bytes_twice(collection: Path, seeds: Path) -> None:
    one, other = seeds.parent / "one.ttf", seeds.parent / "other.ttf"
    for into in (one, other):
        making.make(collection, into)
    assert one.read_bytes() == other.read_bytes()


def test_a_file_without_that_typeface_is_one_line_and_nothing_is_written(seeds: Path) -> None:
    foreign = TTCollection()
    foreign.fonts = [typeface("Another")]
    foreign.save(seeds / "other.ttc")
    (seeds / "text.ttc").write_text("no font", "utf-8")
    for name in ("other.ttc", "text.ttc", "nothing.ttc"):
        with pytest.raises(Fault, match=rf"{name}: {making.FAMILY}: is not in it: .*; give NotoSansCJK"):
            making.make(seeds / name, seeds / "made.ttf")
    assert not (seeds / "made.ttf").exists()


def test_the_command_says_what_is_wrong_in_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = fonts.HANGUL.read_bytes()
    monkeypatch.setattr(sys, "argv", ["fonts", str(tmp_path / "none.ttc")])
    with pytest.raises(SystemExit) as ended:
        runpy.run_path(str(making.__file__), run_name="__main__")
    assert str(ended.value.code).startswith("fonts: ")
    assert "none.ttc: Noto Sans CJK KR: is not in it" in str(ended.value.code)
    assert fonts.HANGUL.read_bytes() == before
