"""``make fuzz GUIDED=1``: inputs that grow out of what they reach in the program, held to the same promises.

Atheris changes bytes, sees which branches of ``scripts/`` they come to, and goes on from those that came to a
new one. It begins with the kept cases and some inputs of the grammar; what it has found worth keeping stays
in _build/guided, where the next run begins. What breaks a promise is kept as a case under ``cases/``.
"""

from __future__ import annotations

import argparse
import importlib
import json
import os
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
RESULTS = ROOT / "chapters" / "data" / "fuzz.json"
BUILT = ROOT / "_build" / "guided"
_SOME = 300  # initial inputs from each layer's grammar
_LONGEST = 6000  # largest input in bytes; growth is tested by test_growth.py
_PRINTED = range(0x20, 0x7F)


class Run:
    """The outcomes of the inputs, and the shortest input that broke a promise at each place."""

    def __init__(self, seconds: float) -> None:
        self.begun = time.monotonic()
        self.until = self.begun + seconds
        self.counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
        self.broken: dict[tuple[str, str], tuple[bytes, str]] = {}

    def over(self) -> bool:
        """Say whether the time is up."""
        return time.monotonic() > self.until

    def one(self, data: bytes) -> None:
        """Try an input."""
        # Imported here, where atheris sees the imports.
        from fuzz import targets, trying

        layer, given = targets.read(data)
        outcome, trace = trying.outcome(layer, given)
        self.counts[layer.name][outcome] += 1
        if trace:
            at = (layer.name, trying.place(trace))
            if at not in self.broken or len(data) < len(self.broken[at][0]):
                self.broken[at] = data, trace


def main(arguments: Sequence[str] | None = None) -> int:
    """Try inputs for some time. Exit status 1 if one broke a promise."""
    parser = argparse.ArgumentParser(prog="make fuzz GUIDED=1", description=__doc__)
    parser.add_argument("--seconds", type=int, default=900)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--out", type=Path, help=f"where to write (else {RESULTS.name})")
    args = parser.parse_args(arguments)
    import atheris  # installed separately: other tests import this file without it

    with atheris.instrument_imports(include=["scripts"]):
        importlib.import_module("fuzz.layers")
    found, corpus, begun_with = BUILT / "found", BUILT / "begin", _beginning(args.seed)
    found.mkdir(parents=True, exist_ok=True)
    corpus.mkdir(exist_ok=True)
    for number, data in enumerate(begun_with):
        (corpus / f"{number:05}").write_bytes(data)
    (BUILT / "words").write_text("".join(_dictionary()), "ascii")
    run = Run(args.seconds)

    def one(data: bytes) -> None:
        run.one(data)
        if run.over():
            # The fuzzer never returns, so it has to be left from within.
            about = {
                "seed": args.seed, "begun_with": len(begun_with), "kept": len(list(found.iterdir())),
                "atheris": version("atheris"),
            }  # fmt: skip
            code = _finish(run, about, args.out or RESULTS)
            sys.stdout.flush()
            os._exit(code)

    atheris.Setup(
        [
            "fuzz.guided", str(found), str(corpus), f"-seed={args.seed}", f"-max_len={_LONGEST}",
            f"-dict={BUILT / 'words'}", "-timeout=300", "-report_slow_units=300", "-rss_limit_mb=4096",
            f"-artifact_prefix={BUILT}/", "-verbosity=0",
        ],
        one,
    )  # fmt: skip
    atheris.Fuzz()
    return 0


def _beginning(seed: int) -> list[bytes]:
    """The kept cases, and inputs from the grammar."""
    from fuzz.cases import cases
    from fuzz.layers import LAYERS
    from fuzz.targets import written
    from fuzz.trying import drawn

    given = [(case.layer, case.given) for case in cases()]
    given += [(layer, one) for layer in LAYERS for one in drawn(layer, _SOME, seed)]
    made = [written(layer, one) for layer, one in given]
    return list(dict.fromkeys(data[:_LONGEST] for data in made if data is not None))


def _dictionary() -> Iterator[str]:
    """The words of the grammar in libFuzzer's format."""
    from fuzz.targets import words

    for word in dict.fromkeys(words()):
        shown = (chr(b) if b in _PRINTED and b not in b'"\\' else f"\\x{b:02X}" for b in word)
        yield f'"{"".join(shown)}"\n'


def _finish(run: Run, about: dict[str, Any], out: Path) -> int:
    """Keep the inputs that broke a promise, write the results, remove the scratch folder."""
    from fuzz import targets
    from fuzz.cases import keep, known, told
    from fuzz.tree import cleaned

    with cleaned():
        again = told(known())
        for (name, _), (data, trace) in run.broken.items():
            said = trace.strip().splitlines()[-1].removeprefix("AssertionError: ")
            again.append({"fault": said, "where": name, "fixed": False})
            print(f"{name}: kept as {keep(name, 'say in a line what is wrong', targets.read(data)[1])}")
            print("  " + trace.strip().replace("\n", "\n  "))
    written = results(run, about)
    whole = json.loads(out.read_text("utf-8")) if out.is_file() else {}
    whole |= {"found": again, "guided": written}
    out.write_text(json.dumps(whole, indent=1, ensure_ascii=False) + "\n", "utf-8")
    print(f"{written['inputs']} inputs in {written['seconds']} s, {len(run.broken)} faults; written to {out}")
    return int(bool(run.broken))


def results(run: Run, about: dict[str, Any]) -> dict[str, Any]:
    """Return the results to write: counts by layer as in a drawn run, its first inputs, and what it kept."""
    from fuzz.layer import ERROR, FAULT, RESULT
    from fuzz.targets import TARGETS

    from scripts.ground import machine

    seconds = round(time.monotonic() - run.begun)
    return {
        "command": f"make fuzz GUIDED=1 SECONDS={round(run.until - run.begun)} SEED={about['seed']}",
        "date": datetime.now(UTC).date().isoformat(),
        "inputs": sum(sum(counts.values()) for counts in run.counts.values()),
        "seconds": seconds,
        **about,
        "machine": machine.described(),
        "targets": [
            {
                "target": f"{target.layer.name}: {target.layer.what}",
                "inputs": sum(run.counts[target.layer.name].values()),
                **{name: run.counts[target.layer.name][name] for name in (RESULT, ERROR, FAULT)},
            }
            for target in TARGETS
        ],
    }


if __name__ == "__main__":
    sys.exit(main())
