"""The locks: they have everything that packages ask for, with extras, and still install on later days."""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import subprocess
import sys
import tomllib
import zipfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from scripts.book.installation import locking
from scripts.book.installation.locks import LOCKS, Pin, pins
from tests.conftest import ROOT

MACHINES = [
    {"python_version": minor, "python_full_version": f"{minor}.4", "sys_platform": platform, **names}
    for minor in ("3.11", "3.12", "3.13")
    for platform, names in (
        ("linux", {"platform_system": "Linux", "os_name": "posix"}),
        ("darwin", {"platform_system": "Darwin", "os_name": "posix"}),
        ("win32", {"platform_system": "Windows", "os_name": "nt"}),
    )
]
# Of the checkers only one file each is used, so their dependencies are not needed.
INSTALLED = [lock for lock in LOCKS if lock != "tests/book/checkers.txt"]


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_is_read_whole_and_names_no_place_of_one_machine(lock: str) -> None:
    text = (ROOT / lock).read_text("utf-8")
    entries = [line for line in text.splitlines() if re.match(r"\S", line) and not line.startswith("#")]
    assert len(list(pins(ROOT, lock))) == len(entries) > 0
    assert "://" not in text
    assert "file:" not in text


def gaps(
    locked: Sequence[Pin],
    asks: Callable[[Pin], Sequence[str] | None],
    machine: Mapping[str, str],
    direct: Sequence[str] = (),
) -> Iterator[str]:
    """What packages ask for on a machine but the lock lacks there, one on each line."""
    here = {pin.name: pin for pin in locked if _applies(pin.requirement, machine)}
    wanted = [("the project", Requirement(line)) for line in direct]
    for pin in here.values():
        for requirement in map(Requirement, asks(pin) or ()):
            if any(_applies(requirement, machine, extra) for extra in ("", *pin.extras)):
                wanted.append((f"{pin.name}=={pin.version}", requirement))
    for who, requirement in wanted:
        given = here.get(canonicalize_name(requirement.name))
        if given is None:
            yield f"{who} asks for {requirement}: not locked"
        elif not requirement.specifier.contains(given.version, prereleases=True):
            yield f"{who} asks for {requirement}: locked at {given.version}"
        elif lacking := {canonicalize_name(extra) for extra in requirement.extras} - given.extras:
            yield f"{who} asks for {requirement}: locked without [{','.join(sorted(lacking))}]"


def _applies(requirement: Requirement, machine: Mapping[str, str], extra: str = "") -> bool:
    return requirement.marker is None or requirement.marker.evaluate({**machine, "extra": extra})


def own_metadata(pin: Pin) -> Sequence[str] | None:
    """What a package asks for by its own metadata; None if that version is not installed here."""
    try:
        installed = distribution(pin.name)
    except PackageNotFoundError:
        return None
    return (installed.requires or ()) if installed.version == pin.version else None


def asked_directly() -> list[str]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    parts = (project["project"]["optional-dependencies"], project["dependency-groups"])
    groups = [group for part in parts for group in part.values()]
    return [line for group in [project["project"]["dependencies"], *groups] for line in group]


@pytest.mark.parametrize("machine", MACHINES, ids=lambda m: f"{m['python_version']}-{m['sys_platform']}")
@pytest.mark.parametrize("lock", INSTALLED)
def test_what_locked_packages_ask_for_is_locked_with_its_extras(lock: str, machine: dict[str, str]) -> None:
    main = lock == LOCKS[0]
    direct = asked_directly() if main else (ROOT / lock).with_suffix(".in").read_text("utf-8").splitlines()
    direct = [line.partition("#")[0].strip() for line in direct]
    locked = list(pins(ROOT, lock))
    assert not list(gaps(locked, own_metadata, machine, [line for line in direct if line]))
    if main:  # and hardly any is skipped for not being installed here
        assert sum(own_metadata(pin) is not None for pin in locked) > 0.95 * len(locked)


METADATA = {
    "report": ["coverage[toml]>=7.10", "tomli; python_version < '3.11'"],
    "coverage": ["toml-reader>=2; extra == 'toml'", "gevent; extra == 'green'"],
    "toml-reader": ["colours; sys_platform == 'win32'"],
}


@pytest.mark.parametrize(
    ("lock", "machine", "told"),
    [
        ("report==1 coverage[toml]==7.17.3 toml-reader==2", "linux", []),
        (
            "report==1 coverage==7.17.3", "linux",
            ["report==1 asks for coverage[toml]>=7.10: locked without [toml]"],
        ),
        (
            "report==1 coverage[toml]==7.17.3", "linux",
            ['coverage==7.17.3 asks for toml-reader>=2; extra == "toml": not locked'],
        ),
        (
            "report==1 coverage[toml]==7.1 toml-reader==2", "linux",
            ["report==1 asks for coverage[toml]>=7.10: locked at 7.1"],
        ),
        (
            "report==1 coverage[toml]==7.17.3 toml-reader==2", "win32",
            ['toml-reader==2 asks for colours; sys_platform == "win32": not locked'],
        ),
        # the project may ask for packages that the lock has only for other machines
        ("other==1;sys_platform=='win32'", "linux", ["the project asks for other: not locked"]),
    ],
)  # fmt: skip
def test_a_gap_in_a_lock_is_seen(lock: str, machine: str, told: list[str]) -> None:
    locked = [Pin(Requirement(one), one.partition(";")[0].partition("==")[2]) for one in lock.split(" ")]
    where = {"python_version": "3.12", "sys_platform": machine}
    direct = ["other"] if "other" in lock else []
    assert list(gaps(locked, lambda pin: METADATA.get(pin.name), where, direct)) == told


def release(index: Path, name: str, version: str, *metadata: str) -> None:
    """Put an empty package with some metadata on an index that is a folder."""
    page, told = index / name / "index.html", f"{name}-{version}.dist-info"
    page.parent.mkdir(parents=True, exist_ok=True)
    wheel = page.with_name(f"{name}-{version}-py3-none-any.whl")
    with zipfile.ZipFile(wheel, "w") as packed:
        lines = ("Metadata-Version: 2.1", f"Name: {name}", f"Version: {version}", *metadata)
        packed.writestr(f"{told}/METADATA", "\n".join(lines) + "\n")
        packed.writestr(f"{told}/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n")
        packed.writestr(f"{told}/RECORD", "")
    digest = hashlib.sha256(wheel.read_bytes()).hexdigest()
    with page.open("a", encoding="utf-8") as links:
        links.write(f'<a href="{wheel.name}#sha256={digest}">{wheel.name}</a>\n')


@pytest.fixture
def small(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project that asks for a few packages, all of which its own index has."""
    index = tmp_path / "index"
    release(index, "report", "1", "Requires-Dist: cover[toml]>=1")
    release(index, "cover", "1", "Provides-Extra: toml", "Requires-Dist: reader; extra == 'toml'")
    for name in ("reader", "far", "linter", "other"):
        release(index, name, "1")
    (tmp_path / "pyproject.toml").write_text(
        '[project]\nname = "small"\nversion = "1"\ndependencies = ["report"]\n'
        '[project.optional-dependencies]\ncluster = ["far"]\n[dependency-groups]\nlint = ["linter"]\n'
        f'[tool.uv.pip]\nindex-url = "{index.as_uri()}"\n',
        "utf-8",
    )
    for lock in LOCKS:
        (tmp_path / lock).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / lock).write_text("", "utf-8")
    for lock in LOCKS[1:]:
        (tmp_path / lock).with_suffix(".in").write_text("report\nother\n", "utf-8")
    monkeypatch.setenv("PIP_CONFIG_FILE", os.devnull)
    monkeypatch.delenv("PIP_FIND_LINKS", raising=False)
    return tmp_path


def written(root: Path, *upgrade: str) -> dict[str, list[str]]:
    """Write the locks, and return the contents of each."""
    for lock, text in locking.made(root, upgrade).items():
        (root / lock).write_bytes(text)
    return {lock: [str(pin.requirement) for pin in pins(root, lock)] for lock in LOCKS}


def test_every_extra_and_group_is_locked_and_what_stands_is_kept(small: Path) -> None:
    first = written(small)
    assert first.pop("requirements.txt") == [
        "cover[toml]==1",
        "far==1",
        "linter==1",
        "reader==1",
        "report==1",
    ]
    # A package that is only read, not run, is locked without its dependencies.
    assert first.pop("tests/book/checkers.txt") == ["other==1", "report==1"]
    assert list(first.values()) == [["cover[toml]==1", "other==1", "reader==1", "report==1"]] * 4
    for name in ("reader", "linter", "other"):
        release(small / "index", name, "2")
    kept = written(small)
    assert kept["requirements.txt"] == ["cover[toml]==1", "far==1", "linter==1", "reader==1", "report==1"]
    assert kept["tests/fuzz/requirements.txt"] == ["cover[toml]==1", "other==1", "reader==1", "report==1"]
    named = written(small, "reader")
    assert named["requirements.txt"] == ["cover[toml]==1", "far==1", "linter==1", "reader==2", "report==1"]
    assert named["tests/fuzz/requirements.txt"] == ["cover[toml]==1", "other==1", "reader==2", "report==1"]
    newest = written(small, "all")
    assert newest["requirements.txt"] == ["cover[toml]==1", "far==1", "linter==2", "reader==2", "report==1"]
    assert newest["tests/fuzz/requirements.txt"] == ["cover[toml]==1", "other==2", "reader==2", "report==1"]


def test_what_is_excluded_beside_a_lock_is_left_out_of_it_alone(small: Path) -> None:
    (small / "tests" / "fuzz" / "excluded.in").write_text("# not imported\ncover\n", "utf-8")
    made = written(small)
    assert made["tests/fuzz/requirements.txt"] == ["other==1", "report==1"]
    assert made["tests/mutants/requirements.txt"] == ["cover[toml]==1", "other==1", "reader==1", "report==1"]


def test_a_lock_that_cannot_be_made_is_one_line_and_none_is_written(
    small: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (small / "tests" / "mutants" / "requirements.in").write_text("never-there\n", "utf-8")
    monkeypatch.setattr(locking, "ROOT", small)
    monkeypatch.setattr("sys.argv", ["locking"])
    assert locking.main() == 1
    (line,) = capsys.readouterr().err.splitlines()
    assert line.startswith("locks: cannot make tests/mutants/requirements.txt: ")
    assert "never-there was not found" in line
    assert not any((small / lock).read_text("utf-8") for lock in LOCKS)


def installed(root: Path, *options: str) -> subprocess.CompletedProcess[str]:
    """Install the lock with pip, from that index only."""
    shutil.rmtree(root / "made", ignore_errors=True)
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "install", "-q", *options]
    alone = ["--index-url", (root / "index").as_uri(), "--target", str(root / "made")]
    lock = ["--require-hashes", "-r", str(root / "requirements.txt")]
    return subprocess.run([*pip, *alone, *lock], capture_output=True, text=True, check=False)


@pytest.mark.parametrize("options", [(), ("--no-deps",)])
def test_a_lock_installs_after_a_newer_release_of_what_is_asked_for_with_an_extra(
    small: Path, options: tuple[str, ...]
) -> None:
    """On the day it is made every lock does. As `pip install --require-hashes -r`, and as `make` does."""
    written(small)
    release(small / "index", "cover", "2", "Provides-Extra: toml")
    done = installed(small, *options)
    assert done.returncode == 0, done.stdout + done.stderr
    made = {path.name for path in (small / "made").iterdir()}
    assert {"cover-1.dist-info", "reader-1.dist-info", "report-1.dist-info"} <= made
