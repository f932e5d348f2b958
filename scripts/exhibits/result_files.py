"""Reading the result files of benches and other long runs (`chapters/data/`)."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from scripts import report as whole
from scripts.exhibits.html import Exhibit, tag
from scripts.ground.faults import Fault

FOLDER = "chapters/data"
Made = TypeVar("Made")
# The errors from showing a file with other contents than its command writes.
_UNEXPECTED = (KeyError, TypeError, ValueError, AttributeError, IndexError, ZeroDivisionError)


def results_shown(name: str, command: str, make: Callable[[Mapping[str, Any]], Exhibit]) -> Exhibit:
    """The exhibit that `make` makes of a result file, or a line that there are no results.

    Raises Fault for a file that cannot be read or has other contents than `command` writes.
    """
    return results_of(name, command, make) or absent(command)


def results_of(name: str, command: str, make: Callable[[Mapping[str, Any]], Made]) -> Made | None:
    """What `make` makes of a result file; None where there are no results.

    Raises Fault for a file that cannot be read or has other contents than `command` writes.
    """
    found = read_results(name, command)
    if found is None:
        return None
    try:
        return make(found)
    except _UNEXPECTED as error:
        problem = f"is not what was expected ({type(error).__name__}: {error})"
        raise Fault(f"{FOLDER}/{name}.json", "results", problem, f"run `{command}` again") from error


def read_results(name: str, command: str) -> Mapping[str, Any] | None:
    """The results that `command` wrote under this name; None where it has not been run.

    Raises Fault for a file that holds no JSON object.
    """
    path = whole.ROOT / FOLDER / f"{name}.json"
    if not path.is_file():
        return None
    try:
        found = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise Fault(
            f"{FOLDER}/{name}.json", "results", f"cannot be read ({error})", f"run `{command}` again"
        ) from error
    if not isinstance(found, dict):
        raise Fault(f"{FOLDER}/{name}.json", "results", "holds no object", f"run `{command}` again")
    return found


def absent(command: str) -> Exhibit:
    """The line to show where there are no results."""
    line = f"No figure has been taken: {command} has not been run on this version."
    return Exhibit(tag("p", line, class_="table-note"), line, ({"results": line},))
