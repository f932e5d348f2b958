"""Licences of the locked packages: all are listed, and none is unknown or incompatible."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from email.message import Message
from importlib.metadata import Distribution, PathDistribution
from pathlib import Path

import pytest

from scripts.book import licences
from scripts.book.licences import Terms, weighed
from scripts.book.licences.declared_licences import of_package
from scripts.ground.faults import Fault
from tests.conftest import ROOT

HASH = "--hash=sha256:" + "0" * 64
SPELLINGS = {"Apache 2.0": "Apache-2.0", "MIT License": "MIT"}
BSD = "Redistribution and use in source and binary forms, with or without modification, are permitted"
GIVEN = "Permission is hereby granted, free of charge, to any person obtaining a copy"


def test_the_committed_list_is_what_the_command_writes(tmp_path: Path) -> None:
    """So it has every package of every lock at the locked version, and no other."""
    licences.write(ROOT, tmp_path / "packages.csv")
    assert (tmp_path / "packages.csv").read_text("utf-8") == licences.LISTED.read_text("utf-8")
    with licences.LISTED.open(encoding="utf-8", newline="") as file:
        rows = [(row["lock"], row["package"], row["version"]) for row in csv.DictReader(file)]
    assert rows == list(licences.locked(ROOT))
    assert len(rows) > 200


def test_what_is_locked_is_read_with_and_without_markers(tmp_path: Path) -> None:
    for lock in licences.LOCKS:
        (tmp_path / lock).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / lock).write_text("")
    (tmp_path / "requirements.txt").write_text(
        f"# a word\nnumpy==2.4.6 ; python_full_version < '3.12' \\\n    {HASH}\n    # via pandas==3\n"
        f"six==1 {HASH}  # as it was\ncoverage[toml]==7.17.3 \\\n    {HASH} \\\n    {HASH}\n"
    )
    (tmp_path / "tests" / "book" / "checkers.txt").write_text(f"a.b==0.1 \\\n {HASH}")
    assert list(licences.locked(tmp_path)) == [
        ("requirements.txt", "numpy", "2.4.6"),
        ("requirements.txt", "six", "1"),
        ("requirements.txt", "coverage", "7.17.3"),
        ("tests/book/checkers.txt", "a-b", "0.1"),
    ]


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        (f"-r other.txt {HASH}", "is not a package specification"),
        ("--index-url https://example.org/simple", "is not a package specification"),
        (f"six=1 {HASH}", "is not a package specification"),
        (f"six==1 --hash=sha512:00 {HASH}", "is not a package specification"),
        (f"six @ https://example.org/six-1.whl {HASH}", "is not pinned to one version"),
        (f"six {HASH}", "is not pinned to one version"),
        (f"six>=1 {HASH}", "is not pinned to one version"),
        (f"six==1.* {HASH}", "is not pinned to one version"),
        (f"six==1,!=2 {HASH}", "is not pinned to one version"),
        ("six==1", "has no hash"),
        ("<<<<<<< ours", "is not a package specification"),
    ],
)
def test_a_line_that_is_no_locked_package_is_refused_and_not_left_out(
    tmp_path: Path, line: str, problem: str
) -> None:
    (tmp_path / "requirements.txt").write_text(f"six==1 \\\n    {HASH}\n{line}\n")
    with pytest.raises(Fault) as caught:
        list(licences.locked(tmp_path))
    assert str(caught.value).startswith("requirements.txt: line 3: `")
    assert str(caught.value).endswith(f"` {problem}; write it again with `make locks`")


def test_every_lock_of_the_project_is_among_those_that_are_read() -> None:
    files = [file for folder in (".", "scripts", "tests", ".binder") for file in _texts(ROOT / folder)]
    locks = {str(file.relative_to(ROOT)) for file in files if "--hash=sha256:" in file.read_text("utf-8")}
    assert locks == set(licences.LOCKS)


def _texts(folder: Path) -> Iterator[Path]:
    return folder.glob("*.txt") if folder == ROOT else folder.rglob("*.txt")


def test_every_row_by_hand_is_of_a_locked_package_and_says_where_it_was_read() -> None:
    locked = {name for _, name, _ in licences.locked(ROOT)}
    with (licences.HERE / "by_hand.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert {row["package"] for row in rows} <= locked
    assert all(row["where"] for row in rows)


KNOWN = {
    "MIT": Terms("permissive", True),
    "MPL-2.0": Terms("weak copyleft", True),
    "GPL-3.0-only": Terms("x", False),
}


@pytest.mark.parametrize(
    ("licence", "terms"),
    [
        ("MIT", "permissive"),
        ("MIT AND MPL-2.0", "permissive, weak copyleft"),
        # one of several licences may be chosen
        ("GPL-3.0-only OR MIT", "permissive"),
        ("GPL-3.0-only AND MIT OR MPL-2.0", "weak copyleft"),
    ],
)
def test_under_what_terms_a_package_is_used(licence: str, terms: str) -> None:
    assert weighed(licence, KNOWN) == terms


@pytest.mark.parametrize(
    ("licence", "problem"),
    [
        ("GPL-3.0-only", "`GPL-3.0-only` does not go with this project's own licence"),
        ("MIT AND GPL-3.0-only", "`MIT AND GPL-3.0-only` does not go with this project's own licence"),
        ("Proprietary", "`Proprietary` is not among the licences that are known"),
        # an unknown licence is refused even if another could be chosen
        ("MIT OR Proprietary", "`Proprietary` is not among the licences that are known"),
        ("MIT AND (MIT OR MPL-2.0)", "`MIT AND (MIT OR MPL-2.0)` is more than a list of licences"),
    ],
)
def test_what_may_not_be_used_or_is_not_known_is_refused(licence: str, problem: str) -> None:
    with pytest.raises(ValueError, match=r"^`") as caught:
        weighed(licence, KNOWN)
    assert str(caught.value) == problem


def installed(folder: Path, texts: dict[str, str], **said: str) -> Distribution:
    """A package as installed, with its metadata and licence files."""
    folder = folder / "one-1.dist-info"
    folder.mkdir()
    metadata = Message()
    metadata["Metadata-Version"], metadata["Name"], metadata["Version"] = "2.1", "one", "1"
    for name, value in said.items():
        for one in value.split("|"):
            metadata[name.replace("_", "-")] = one
    (folder / "METADATA").write_text(str(metadata), "utf-8")
    for name, text in texts.items():
        (folder / name).write_text(text, "utf-8")
    (folder / "RECORD").write_text("".join(f"one-1.dist-info/{name},,\n" for name in texts), "utf-8")
    return PathDistribution(folder)


OSI = "License :: OSI Approved :: "


@pytest.mark.parametrize(
    ("texts", "said", "found"),
    [
        ({}, {"License_Expression": "0BSD", "License": "MIT"}, ("0BSD", "License-Expression")),
        ({"LICENSE": GIVEN}, {"License": "MPL-2.0 AND MIT"}, ("MPL-2.0 AND MIT", "License")),
        ({}, {"License": "Apache 2.0"}, ("Apache-2.0", "License")),
        # its text says which BSD licence it is
        ({"LICENSE.txt": BSD}, {"License": "BSD"}, ("BSD-2-Clause", "licence file")),
        (
            {"LICENSE.txt": f"{BSD}\nNeither the name of X nor the names of its contributors may be used"},
            {"Classifier": f"{OSI}BSD License"},
            ("BSD-3-Clause", "licence file"),
        ),
        ({}, {"Classifier": f"{OSI}MIT License|Framework :: Sphinx"}, ("MIT", "Classifier")),
    ],
)
def test_what_a_package_says_of_its_licence(
    tmp_path: Path, texts: dict[str, str], said: dict[str, str], found: tuple[str, str]
) -> None:
    assert of_package(installed(tmp_path, texts, **said), SPELLINGS) == found


@pytest.mark.parametrize(
    ("texts", "said", "shown"),
    [
        ({}, {}, "nothing"),
        ({}, {"License": "BSD"}, "BSD"),
        ({"LICENSE": f"{BSD} {GIVEN}"}, {}, "nothing"),  # a person has to read a file with two texts
        ({"LICENSE": GIVEN, "LICENSE.other": BSD}, {}, "nothing"),
        ({}, {"Classifier": f"{OSI}MIT License|{OSI}BSD License"}, "MIT License, BSD License"),
    ],
)
def test_what_says_nothing_certain_is_left_to_a_person(
    tmp_path: Path, texts: dict[str, str], said: dict[str, str], shown: str
) -> None:
    with pytest.raises(LookupError, match=f"says `{shown}` of its licence"):
        of_package(installed(tmp_path, texts, **said), SPELLINGS)


def test_a_package_that_nobody_looked_at_is_refused_in_one_line_and_nothing_is_written(
    tmp_path: Path,
) -> None:
    (tmp_path / "tests" / "book").mkdir(parents=True)
    (tmp_path / "requirements.txt").write_text(f"never-heard-of==1 {HASH}\n")
    (tmp_path / "tests" / "book" / "checkers.txt").write_text("")
    with pytest.raises(Fault) as caught:
        licences.write(tmp_path, tmp_path / "packages.csv")
    assert str(caught.value) == (
        "requirements.txt: never-heard-of: is not installed here, and its licence is not known; "
        "read its licence and add a row to scripts/book/licences/by_hand.csv"
    )
    assert not (tmp_path / "packages.csv").exists()


def test_an_incompatible_package_is_refused_by_its_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "tests" / "book").mkdir(parents=True)
    (tmp_path / "requirements.txt").write_text(f"six==1 {HASH}\n")
    (tmp_path / "tests" / "book" / "checkers.txt").write_text("")
    monkeypatch.setattr(licences, "of_package", lambda *_: ("GPL-3.0-only", "License"))
    with pytest.raises(Fault, match=r"requirements\.txt: six: `GPL-3\.0-only` does not go with"):
        licences.packages(tmp_path)


def test_the_command_counts_what_it_wrote_or_says_in_one_line_what_is_wrong(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from scripts.book.licences import __main__ as command

    one = licences.Package("requirements.txt", "six", "1", "MIT", "permissive", "License")
    monkeypatch.setattr(licences, "write", lambda root: [one, one])
    assert command.main() == 0
    assert capsys.readouterr().out == (
        "   2  MIT\n   2  packages, all compatible: scripts/book/licences/packages.csv\n"
    )
    for error, said in (
        (
            Fault("requirements.txt", "six", "unknown", "look"),
            "licences: requirements.txt: six: unknown; look\n",
        ),
        (
            PermissionError(13, "Permission denied", "x.csv"),
            "licences: x.csv: cannot be read or written (Permission denied); "
            "let this user read and write there\n",
        ),
    ):

        def fail(root: Path, error: Exception = error) -> None:
            raise error

        monkeypatch.setattr(licences, "write", fail)
        assert command.main() == 1
        assert capsys.readouterr().err == said
