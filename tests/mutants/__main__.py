"""Change the rules, a little at a time, and see whether a test notices: mutation testing.

``make mutants`` tries what mutmut makes of the rooms of rooms.toml (``ROOM="details"``: of that one), one
change at a time, and writes to chapters/data/mutants.json how many were noticed; rooms that were not run stay
there as they were. Of a room that was run whole, ``ROOM="details --only roles"`` runs some modules anew. What
no test noticed stands with its change in _build/mutants/ROOM/survivors.txt; changes that nothing could notice
are listed with the reason in equivalent.csv.
"""

from __future__ import annotations

import argparse
import csv
import difflib
import json
import os
import re
import shutil
import subprocess
import sys
import tomllib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from fnmatch import fnmatch
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
BUILT = ROOT / "_build" / "mutants"
RESULT = ROOT / "chapters" / "data" / "mutants.json"
_COPIED = ("scripts", "tests", "seeds", "pyproject.toml")
# A killed mutant failed a test or was refused by the type checker (typed: how many of the killed).
_OUTCOMES = ("killed", "typed", "timeout", "survived", "untested")
# The switch between a function and its mutants as the type checker sees it, and its complaints about it.
_SWITCH = """from collections.abc import Callable
from typing import Any, TypeVar

F = TypeVar("F", bound=Callable[..., Any])
MutantDict = dict[str, Any]

def wrap_in_trampoline(mutants: dict[str, Any], is_classmethod: bool = ...) -> Callable[[F], F]: ...
"""
_OF_THE_SWITCH = {"unused-ignore", "has-type"}


@dataclass(frozen=True)
class Mutant:
    """One changed function: its full name, module and function, the change, and its lines."""

    name: str
    module: str
    function: str
    before: str
    after: str
    lines: range


def plant(room: str, mutate: list[str], only: list[str]) -> tuple[Path, list[Mutant]]:
    """Copy the project and put all mutants of a room into the copy, each behind a switch."""
    # Imported here, because other tests import this file without the tool installed.
    from mutmut.mutation.file_mutation import mutate_file_contents

    tree = BUILT / room
    shutil.rmtree(tree, ignore_errors=True)
    tree.mkdir(parents=True)
    for name in _COPIED:
        copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy
        copy(ROOT / name, tree / name)
    mutants: list[Mutant] = []
    for path in sorted((tree / "scripts").rglob("*.py")):
        module = path.relative_to(tree).as_posix()
        if not any(fnmatch(module, pattern) for pattern in mutate) or (
            only and not any(part in module for part in only)
        ):
            continue
        changed = mutate_file_contents(module, path.read_text("utf-8"))
        path.write_text(changed.code, "utf-8")
        lines = changed.code.splitlines()
        spans = changed.line_span_by_function_name
        dotted = module.removesuffix(".py").replace("/", ".").removesuffix(".__init__")
        for name in changed.mutant_names:
            function = name.rpartition("__mutmut_")[0]
            before, after = (
                [line for line in lines[span.start - 1 : span.end] if "__mutmut_" not in line]
                for span in (spans[f"{function}__mutmut_orig"], spans[name])
            )
            readable = function.removeprefix("x_").removeprefix("xǁ").replace("ǁ", ".")
            extent = range(spans[name].start, spans[name].end + 1)
            mutants.append(Mutant(f"{dotted}.{name}", module, readable, *_difference(before, after), extent))
    return tree, mutants


def _difference(before: list[str], after: list[str]) -> tuple[str, str]:
    told = list(difflib.unified_diff(before, after, n=0, lineterm=""))[3:]
    return tuple(  # type: ignore[return-value]
        " ".join(line[1:].strip() for line in told if line.startswith(sign)) for sign in "-+"
    )


def try_all(tree: Path, mutants: list[Mutant], tests: list[str], jobs: int) -> dict[str, str]:
    """Run the tests on every mutant of the tree. Raises CalledProcessError if they fail without one."""
    listed, outcomes = tree / "mutants.json", tree / "outcomes.json"
    listed.write_text(json.dumps([m.name for m in mutants]), "utf-8")
    present = [path for path in tests if (tree / path).exists()]
    # Leave out the fixtures that build books, because they need other packages.
    command = [
        sys.executable, "-m", "pytest", "-q", "-s", "-p", "trials", "-p", "no:cacheprovider",
        "-p", "no:logging", "-o", "addopts=--import-mode=importlib", "--rootdir=.",
        f"--confcutdir={present[0]}", "--mutants", listed, "--outcomes", outcomes, "--jobs", str(jobs),
        *present,
    ]  # fmt: skip
    paths = os.pathsep.join([str(tree), str(HERE)])
    subprocess.run(command, cwd=tree, check=True, env={**os.environ, "PYTHONPATH": paths})
    found: dict[str, str] = json.loads(outcomes.read_text("utf-8"))["outcomes"]
    return found


def typed(tree: Path, mutants: list[Mutant]) -> set[str]:
    """Return the mutants that the type checker of ``make test`` refuses, on which no test needs to run.

    Raises RuntimeError if it cannot run, or refuses something that is not a mutant.
    """
    stub = tree / "stubs" / "mutmut" / "mutation"
    stub.mkdir(parents=True)
    for folder in (stub, stub.parent):
        (folder / "__init__.pyi").touch()
    (stub / "trampoline.pyi").write_text(_SWITCH, "utf-8")
    modules = sorted({m.module for m in mutants})
    checker = [ROOT / ".venv" / "bin" / "python", "-m", "mypy", "--no-error-summary", "--no-pretty"]
    environment = {**os.environ, "MYPYPATH": str(stub.parents[1])}
    environment.pop("PYTHONPATH", None)
    told = subprocess.run([*checker, *modules], cwd=tree, env=environment, capture_output=True, text=True)
    if told.returncode > 1:
        raise RuntimeError(told.stdout + told.stderr)
    places = re.findall(r"^(scripts/\S+?\.py):(\d+): error: .*\[(\S+)\]$", told.stdout, re.MULTILINE)
    refused = {(module, int(line)) for module, line, kind in places if kind not in _OF_THE_SWITCH}
    as_it_is = refused - {(m.module, line) for m in mutants for line in m.lines}
    if as_it_is:
        raise RuntimeError(f"the type checker refuses the rules as they are: {sorted(as_it_is)[0]}")
    return {m.name for m in mutants if any((m.module, line) in refused for line in m.lines)}


def equivalents() -> set[tuple[str, str, str, str]]:
    """Return the mutants that are equivalent to the rule: module, function, before, after."""
    with (HERE / "equivalent.csv").open(encoding="utf-8", newline="") as handle:
        return {(r["module"], r["function"], r["before"], r["after"]) for r in csv.DictReader(handle)}


def rows(mutants: list[Mutant], outcomes: dict[str, str]) -> Iterator[dict[str, object]]:
    """Yield a row for each module: mutants by outcome, and the share noticed of those that could be."""
    same = equivalents()
    for module in sorted({m.module for m in mutants}):
        here = [m for m in mutants if m.module == module]
        counted = Counter(outcomes[m.name] for m in here)
        listed = sum(
            (m.module, m.function, m.before, m.after) in same and outcomes[m.name] == "survived" for m in here
        )
        counted["killed"] += counted["typed"]
        noticed = counted["killed"] + counted["timeout"]
        yield {
            "module": module,
            "mutants": len(here),
            **{outcome: counted[outcome] for outcome in _OUTCOMES},
            "equivalent": listed,
            "share": round(noticed / len(here), 3),
        }


def survivors(mutants: list[Mutant], outcomes: dict[str, str]) -> str:
    """Return the unnoticed mutants as text, for whoever writes the next test."""
    same = equivalents()
    told = []
    for mutant in mutants:
        known = (mutant.module, mutant.function, mutant.before, mutant.after) in same
        if outcomes[mutant.name] in {"survived", "untested"} and not known:
            told.append(
                f"{mutant.module} {mutant.function} {outcomes[mutant.name]}\n"
                f"  - {mutant.before}\n  + {mutant.after}\n"
            )
    return "\n".join(told)


def main(arguments: list[str]) -> int:
    """Run the given rooms, or all, and write the result."""
    rooms = tomllib.loads((HERE / "rooms.toml").read_text("utf-8"))
    parser = argparse.ArgumentParser(prog="tests/mutants", description=__doc__)
    parser.add_argument(
        "rooms", nargs="*", default=list(rooms), help=f"of {', '.join(rooms)}; all by default"
    )
    parser.add_argument("--jobs", type=int, default=1, help="mutants tried at once")
    parser.add_argument(
        "--only",
        action="append",
        default=[],
        help="only modules whose path holds this, or one of these: no result where their room was never run",
    )
    parser.add_argument("--every", type=int, default=1, help="try one mutant in so many; writes no result")
    given = parser.parse_args(arguments)
    os.chdir(ROOT)  # the tool looks for its settings here
    for room in given.rooms:
        tree, mutants = plant(room, rooms[room]["mutate"], given.only)
        refused = typed(tree, mutants)
        mutants = mutants[:: given.every]
        tried = [m for m in mutants if m.name not in refused]
        outcomes = {m.name: "typed" for m in mutants if m.name in refused}
        outcomes |= try_all(tree, tried, rooms[room]["tests"], given.jobs)
        (tree / "survivors.txt").write_text(survivors(mutants, outcomes), "utf-8")
        made = list(rows(mutants, outcomes))
        for row in made:
            print(
                "{module}: {mutants} mutants, {killed} killed, {timeout} timeouts, {share:.1%}".format(**row)
            )
        if given.every == 1 and (not given.only or was_run(rooms[room]["mutate"])):
            write(made)
    return 0


def was_run(patterns: list[str]) -> bool:
    """Say whether the result has the room of these patterns; a room is always run as a whole."""
    return any(fnmatch(str(row["module"]), pattern) for row in _written() for pattern in patterns)


def _written() -> list[dict[str, object]]:
    found: dict[str, list[dict[str, object]]] = json.loads(RESULT.read_text()) if RESULT.exists() else {}
    return found.get("modules", [])


def write(made: list[dict[str, object]]) -> None:
    """Replace the rows of some modules in the result file, and drop modules that no longer exist."""
    kept = {str(row["module"]): row for row in _written() if (ROOT / str(row["module"])).exists()}
    kept |= {str(row["module"]): row for row in made}
    modules = [row for _, row in sorted(kept.items())]
    counted = ("mutants", *_OUTCOMES, "equivalent")
    totals = {key: sum(int(str(row[key])) for row in modules) for key in counted}
    share = round((totals["killed"] + totals["timeout"]) / totals["mutants"], 3)
    text = json.dumps({"total": {**totals, "share": share}, "modules": modules}, indent=1) + "\n"
    beside = RESULT.with_suffix(".part")
    beside.write_text(text, "utf-8")
    beside.replace(RESULT)
    print(f"all: {totals['mutants']} mutants, {share:.1%} noticed")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
