"""One line at the end of a test run: what ran and what did not.

Tests that are left out are counted where that happens, which in a run on several processes is in each
process; each sends its count to the one that prints.
"""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest

LEFT_OUT = pytest.StashKey[Counter[str]]()
# Tests that a run may leave out, by marker, and the command that runs them.
ASIDE = {"browser": "in a browser: make test-browser", "long": "long: make test-long"}
ENDS = ("passed", "failed", "error", "skipped")


def kind(item: pytest.Item) -> str:
    """The marker by which a test may be left out; "" for other tests."""
    return next((name for name in ASIDE if item.get_closest_marker(name)), "")


def pytest_itemcollected(item: pytest.Item) -> None:
    """Refuse a test that is marked long without a reason. Raises UsageError."""
    for mark in item.iter_markers("long"):
        if not mark.args:
            raise pytest.UsageError(f"{item.nodeid}: marked long without a reason; say why it has to be")


def pytest_deselected(items: list[pytest.Item]) -> None:
    """Count the tests that this process leaves out."""
    if items:
        left_out = items[0].config.stash.setdefault(LEFT_OUT, Counter())
        left_out.update(kind(item) for item in items)


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: Any) -> None:
    """Take over the count of another process; all of them leave out the same tests."""
    left_out = getattr(node, "workeroutput", {}).get("left_out")
    if left_out is not None:
        node.config.stash[LEFT_OUT] = Counter(left_out)


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_sessionfinish(session: pytest.Session) -> Any:
    """After all other output, print what ran and what did not."""
    config = session.config
    left_out = config.stash.setdefault(LEFT_OUT, Counter())
    alone = not hasattr(config, "workeroutput")
    if not alone:  # this process is one of several, not the one that prints
        config.workeroutput["left_out"] = dict(left_out)  # sent when the session finishes
    ended = yield
    reporter = config.pluginmanager.get_plugin("terminalreporter")
    if alone and reporter is not None and not config.option.collectonly:
        left_out = config.stash[LEFT_OUT]
        reporter.write_line(told({end: len(reporter.stats.get(end, ())) for end in ENDS}, left_out))
    return ended


def told(ended: dict[str, int], left_out: Counter[str]) -> str:
    """Return the line: `ended` are the tests by outcome, `left_out` the tests that were not run."""
    ran = {"passed": ended["passed"], "failed": ended["failed"] + ended["error"]}
    counted = ", ".join(f"{count:,} {name}" for name, count in ran.items())
    others = {"skipped": ended["skipped"], **{words: left_out[name] for name, words in ASIDE.items()}}
    others["not asked for"] = left_out[""]
    not_run = "; ".join(f"{count:,} {words}" for words, count in others.items() if count)
    return f"Ran {sum(ran.values()):,} tests: {counted}. Did not run: {not_run or 'none'}."
