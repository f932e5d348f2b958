"""The locks: all that is asked for stands in them, with its extras, and they install on any later day."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterator, Mapping, Sequence
from importlib.metadata import PackageNotFoundError, distribution

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from scripts.licences.locks import LOCKS, Pin, pins
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
# The checkers are fetched for a file in each, and run nothing of what they ask for.
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
    """What packages ask for on a machine and the lock does not give there, a line each."""
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
    """What a package asks for, by its own metadata; None where that version is not installed here."""
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
    if main:  # and hardly any is passed over because it is not installed here
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
        # the project itself asks for what a lock may have for other machines alone
        ("other==1;sys_platform=='win32'", "linux", ["the project asks for other: not locked"]),
    ],
)  # fmt: skip
def test_a_gap_in_a_lock_is_seen(lock: str, machine: str, told: list[str]) -> None:
    locked = [Pin(Requirement(one), one.partition(";")[0].partition("==")[2]) for one in lock.split(" ")]
    where = {"python_version": "3.12", "sys_platform": machine}
    direct = ["other"] if "other" in lock else []
    assert list(gaps(locked, lambda pin: METADATA.get(pin.name), where, direct)) == told
