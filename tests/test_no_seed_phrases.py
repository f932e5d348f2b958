"""No wording of an account lives in the English data or in the code.

What this holds. The documents are all the files under seeds/documents. The texts are every cell value of
scripts/english/*.csv and *.txt, and every string literal, docstring and comment of scripts/**/*.py.

- A phrase of an account is a run of three to six words, with no punctuation but hyphens and full stops
  inside words, that stands in exactly one of the documents (in any of them, where the text is a value of
  the English data), and of which two words at least are content words: runs such as "in the region", with
  one word between function words, are English and not an account's. Letter case does not count.
- A name of an account is two capitalised words in a row, neither a function word, which stand so in any
  document.
- No text holds either. Exempt are names of states, their demonyms and capitals, and months, with what is
  part of them, since these are general knowledge; and words alone.

A rule written from the wording of one account would find that account's faults and no other's.
"""

from __future__ import annotations

import ast
import csv
import io
import re
import tokenize
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

import pytest

from scripts import english

ROOT = Path(english.__file__).resolve().parents[2]
DOCUMENTS = sorted((ROOT / "seeds" / "documents").glob("*"))
DATA = sorted(
    path
    for path in (ROOT / "scripts" / "english").rglob("*")
    if path.is_file() and path.suffix != ".py" and "__pycache__" not in path.parts
)
CODE = sorted((ROOT / "scripts").rglob("*.py"))
LENGTHS = range(3, 7)
WORD = re.compile(r"[^\W_]+(?:[.'\u2019+-][^\W_]+)*|[^\w\s]|\n[ \t]*\n")


def stretches(text: str) -> Iterator[list[str]]:
    """The words of a text between punctuation marks and blank lines."""
    words: list[str] = []
    for token in WORD.findall(text):
        if token[0].isalnum():
            words.append(token)
        elif words:
            yield words
            words = []
    if words:
        yield words


def runs(words: list[str], length: int) -> Iterator[tuple[str, ...]]:
    """Every run of a given number of words."""
    return (tuple(words[start : start + length]) for start in range(len(words) - length + 1))


@cache
def functional() -> frozenset[str]:
    return english.stopwords() | english.function_words() | {"following", "including", "such", "well", "part"}


@cache
def general() -> frozenset[tuple[str, ...]]:
    """The words of states' names, demonyms and capitals, and every run of them."""
    names = {*english.country_forms(), *english.demonyms(), *english.capitals()}
    found: set[tuple[str, ...]] = set()
    for name in names:
        words = [word for stretch in stretches(name) for word in stretch]
        for length in range(1, len(words) + 1):
            found.update(runs(words, length))
    return frozenset(found)


def content(run: Iterable[str]) -> int:
    return sum(word not in functional() and not word.isdecimal() for word in run)


def core(run: tuple[str, ...]) -> tuple[str, ...]:
    """A run without function words at its ends."""
    inside = [place for place, word in enumerate(run) if word not in functional()]
    return run[inside[0] : inside[-1] + 1] if inside else ()


def phrases(text: str) -> set[tuple[str, ...]]:
    """The runs of a text that would count as a phrase of an account if one contained them."""
    lowered = [[word.lower() for word in stretch] for stretch in stretches(text)]
    found = {run for words in lowered for length in LENGTHS for run in runs(words, length)}
    return {run for run in found if content(run) >= 2 and core(run) not in general()}


def names(text: str) -> set[tuple[str, ...]]:
    """The pairs of capitalised words of a text, lower-cased."""
    pairs = {run for words in stretches(text) for run in runs(words, 2)}
    capital = [pair for pair in pairs if all(word[0].isupper() for word in pair)]
    lowered = {(one.lower(), other.lower()) for one, other in capital}
    exempt = set(english.months()) | functional()
    return {
        pair
        for pair in lowered
        if pair not in general()
        and not exempt.intersection(pair)
        and not all((word,) in general() for word in pair)
    }


@cache
def account_phrases() -> Counter[tuple[str, ...]]:
    """Each phrase with the number of documents that contain it."""
    return Counter(run for path in DOCUMENTS for run in phrases(path.read_text(encoding="utf-8")))


@cache
def account_names() -> frozenset[tuple[str, ...]]:
    return frozenset(pair for path in DOCUMENTS for pair in names(path.read_text(encoding="utf-8")))


def values(path: Path) -> Iterator[str]:
    """The values of a data file: cells, and the parts of a cell; for patterns, the words in them."""
    text = path.read_text(encoding="utf-8")
    lines = text.splitlines()
    table = list(csv.reader(lines)) if path.suffix == ".csv" else [line.split("\t") for line in lines]
    for row in table:
        for cell in row:
            yield from cell.split("|")


def _blocks(source: str) -> Iterator[list[tokenize.TokenInfo]]:
    """Strings and comments, with adjacent ones joined."""
    passed_over = (tokenize.NL, tokenize.NEWLINE, tokenize.INDENT, tokenize.DEDENT)
    block: list[tokenize.TokenInfo] = []
    for token in tokenize.generate_tokens(io.StringIO(source).readline):
        kind = tokenize.tok_name[token.type]
        if kind in ("STRING", "COMMENT", "FSTRING_MIDDLE"):
            if block and block[-1].type != token.type:
                yield block
                block = []
            block.append(token)
        elif token.type not in passed_over and block:
            yield block
            block = []
    if block:
        yield block


def _plain(token: tokenize.TokenInfo) -> str:
    if token.type == tokenize.COMMENT:
        return token.string.lstrip("# ")
    try:
        value = ast.literal_eval(token.string)
    except (ValueError, SyntaxError):
        return token.string
    return value if isinstance(value, str) else token.string


def writing(source: str) -> Iterator[str]:
    """The words of a module: its literals, docstrings and comments."""
    for block in _blocks(source):
        yield "\n".join(_plain(token) for token in block)


def found_in_data(text: str) -> set[tuple[str, ...]]:
    return {run for run in phrases(text) if account_phrases()[run]} | names(text) & account_names()


def found_in_code(text: str) -> set[tuple[str, ...]]:
    return {run for run in phrases(text) if account_phrases()[run] == 1} | names(text) & account_names()


def test_the_documents_are_there() -> None:
    assert len(DOCUMENTS) >= 2
    assert DATA
    assert CODE


def test_the_net_holds() -> None:
    """Three words and a name of each document are caught, in another case and among other words too."""
    for path in DOCUMENTS:
        text = path.read_text(encoding="utf-8")
        one = next(run for run in sorted(phrases(text)) if account_phrases()[run] == 1)
        assert found_in_data("he said " + " ".join(one).upper() + " to them")
        assert found_in_code("he said " + " ".join(one) + " to them")
        name = next(iter(sorted(names(text))))
        assert found_in_data(" ".join(name).title())


@pytest.mark.parametrize(
    "text",
    ["in the region", "as well as the", "North Korea", "October", "South Korean", "Washington, D.C."],
)
def test_general_english_passes(text: str) -> None:
    assert not found_in_data(text)


def test_strings_and_comments_are_read() -> None:
    source = '"""Doc one.\nDoc two."""\nx = "a" "b"  # late\n# one\n# two\ny = f"left {x} right"\n'
    said = "|".join(writing(source))
    for part in ("Doc one.\nDoc two.", "a\nb", "one\ntwo", "left", "right"):
        assert part in said


@pytest.mark.parametrize("path", DATA, ids=lambda path: path.name)
def test_no_data_holds_an_accounts_wording(path: Path) -> None:
    found = {" ".join(run) for value in values(path) for run in found_in_data(value)}
    assert not found, f"{path.name}: {sorted(found)}"


@pytest.mark.parametrize("path", CODE, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_no_code_holds_an_accounts_wording(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    found = {" ".join(run) for text in writing(source) for run in found_in_code(text)}
    assert not found, f"{path.relative_to(ROOT)}: {sorted(found)}"
