"""Executing chapters in parallel, and keeping their outputs, so that an unchanged chapter is not run again.

The key of a kept output covers all that can change it: the chapter's code cells, everything under `scripts/`
and `seeds/`, the locked packages and the Python that runs them. Jupyter Book's own cache looks only at the
code cells, so it would serve a page made by an older rule or from an older document.
"""

from __future__ import annotations

import hashlib
import json
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor, as_completed
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import nbformat
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError
from traitlets.config import Config

from scripts.book import fingerprints, temporary_files
from scripts.book.executing.chapters import Chapter
from scripts.book.executing.kernels import Forked, Nursery
from scripts.ground import atomic_files, machine
from scripts.ground.faults import Fault

CELL_SECONDS = 300
REMEDY = "run the chapter in Jupyter"


@dataclass(frozen=True)
class Executed:
    """One chapter's notebook with its outputs, and the seconds it took (None: kept from before)."""

    chapter: Chapter
    notebook: nbformat.NotebookNode
    seconds: float | None


Watch = Callable[[Executed, int, int], None]


def execute(root: Path, chapters: list[Chapter], watch: Watch) -> dict[str, nbformat.NotebookNode]:
    """Every chapter with its outputs, by page name; `watch` is called for each when it is done.

    Raises `Fault`, naming the chapter, the cell and the error, for the first chapter that fails.
    """
    store, rests_on = root / "_build" / ".executed", fingerprints.of_chapters(root)
    store.mkdir(parents=True, exist_ok=True)
    temporary_files.sweep()
    done: dict[str, nbformat.NotebookNode] = {}
    kept: set[Path] = set()
    with _at_work(root / "chapters") as (pool, nursery):
        work = [pool.submit(_one, chapter, store, rests_on, nursery) for chapter in chapters]
        for finished in as_completed(work):
            executed, entry = finished.result()
            done[executed.chapter.page] = executed.notebook
            kept.add(entry)
            watch(executed, len(done), len(chapters))
    _sweep(store, kept)
    return done


@contextmanager
def _at_work(folder: Path) -> Iterator[tuple[ThreadPoolExecutor, Nursery]]:
    """Threads, and kernels for them, which have all ended when the block ends."""
    pool, nursery = ThreadPoolExecutor(max_workers=machine.cores()), Nursery(folder)
    stopped = False
    try:
        yield pool, nursery
    except KeyboardInterrupt:
        # A stop does not wait for chapters: the nursery and its kernels end with this process.
        stopped = True
        raise
    finally:
        pool.shutdown(wait=not stopped, cancel_futures=True)
        if not stopped:
            nursery.close()


def _sweep(store: Path, kept: set[Path]) -> None:
    """Remove outputs that no chapter uses, and half-written files of killed builds, from the store."""
    for path in set(store.iterdir()) - kept:
        if not temporary_files.runs(path.suffix.removeprefix(".")):  # another build may be writing it now
            path.unlink(missing_ok=True)


def _kept(entry: Path, cells: int) -> dict[str, Any] | None:
    """The kept output; None if there is none or its file is damaged."""
    try:
        kept = json.loads(entry.read_text("utf-8"))
        return kept if len(kept["outputs"]) == cells and "language_info" in kept else None
    except (FileNotFoundError, ValueError, KeyError, TypeError):
        return None


def _one(chapter: Chapter, store: Path, rests_on: str, nursery: Nursery) -> tuple[Executed, Path]:
    """One chapter from the store; if it is not there, execute it and store it in one step."""
    notebook = chapter.notebook()
    code = [cell for cell in notebook.cells if cell.cell_type == "code"]
    key = json.dumps([rests_on, chapter.page, [cell.source for cell in code]])
    entry = store / f"{hashlib.sha256(key.encode()).hexdigest()}.json"
    seconds = None
    kept = _kept(entry, len(code))
    if kept is not None:
        for cell, outputs in zip(code, kept["outputs"], strict=True):
            cell.outputs = nbformat.from_dict(outputs)
        notebook.metadata["language_info"] = kept["language_info"]
    else:
        started = time.monotonic()
        _run(chapter, notebook, nursery)
        seconds = time.monotonic() - started
        language = notebook.metadata.get("language_info", {})
        kept = {"language_info": language, "outputs": [cell.outputs for cell in code]}
        atomic_files.write(entry, json.dumps(kept).encode())
    for count, cell in enumerate(code, 1):
        cell.execution_count = count
    return Executed(chapter, notebook, seconds), entry


def _run(chapter: Chapter, notebook: nbformat.NotebookNode, nursery: Nursery) -> None:
    """Run all cells in the chapter's own folder, as Jupyter would."""
    where = {"metadata": {"path": str(chapter.path.parent)}}
    # Talk to the kernel through sockets of this user, not through ports that others can read.
    with temporary_files.folder() as private:
        channels = {
            "transport": "ipc",
            "ip": f"{private}/kernel",
            "connection_file": f"{private}/kernel.json",
        }
        transport = Config({"KernelManager": channels})
        client = NotebookClient(
            notebook, timeout=CELL_SECONDS, resources=where, shutdown_kernel="immediate", config=transport
        )
        manager = client.create_kernel_manager()
        manager.provisioner = Forked(nursery, kernel_spec=manager.kernel_spec, parent=manager)
        said = private / "said"
        with said.open("w") as log:
            try:
                client.execute(stdout=log, stderr=log)
            except CellExecutionError as error:
                problem = f"{error.ename}: {error.evalue}"
                raise Fault(chapter.file, _failed_cell(notebook), problem, REMEDY) from error
            except CellTimeoutError as error:
                problem = f"a cell ran longer than {CELL_SECONDS} seconds"
                raise Fault(chapter.file, "a cell", problem, "make it quicker") from error
            except (DeadKernelError, RuntimeError) as error:
                last = said.read_text("utf-8").strip().rpartition("\n")[2]
                raise Fault(chapter.file, "kernel", f"{error} {last}", REMEDY) from error


def _failed_cell(notebook: nbformat.NotebookNode) -> str:
    for number, cell in enumerate(notebook.cells, 1):
        if any(output.output_type == "error" for output in cell.get("outputs", [])):
            return f"cell {number}"
    return "a cell"
