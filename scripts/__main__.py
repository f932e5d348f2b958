"""The command line: arguments only; each command is a module of its own that calls the same rules."""

from __future__ import annotations

import argparse
import os
import sys
from importlib import import_module
from io import TextIOWrapper

from scripts.ground.faults import Fault

# Each command, and where it stands.
_COMMANDS = {
    "compare": "scripts.commands.compare",
    "check": "scripts.commands.check",
    "survey": "scripts.survey",
    "register": "scripts.commands.register",
    "bench": "scripts.bench",
    "data": "scripts.commands.data",
    "brief": "scripts.commands.brief",
}


def main(arguments: list[str] | None = None) -> int:
    """Run a command: 0 with findings or none, 1 for bad input (one line says what), 2 for wrong usage."""
    parser = argparse.ArgumentParser(
        prog="python -m scripts",
        description="Compare accounts of one event, claim by claim and detail by detail.",
    )
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    given = sys.argv[1:] if arguments is None else arguments
    # A command pays for its own imports alone; help, and a command that is none, need them all.
    for name in [n for n in _COMMANDS if n == next(iter(given), "")] or _COMMANDS:
        import_module(_COMMANDS[name]).add_parser(commands)
    args = parser.parse_args(arguments)
    _speakable()
    try:
        code: int = args.run(args)
        sys.stdout.flush()
        return code
    except Fault as fault:
        print(fault, file=sys.stderr)
        return 1
    except BrokenPipeError:
        # The reader (head, less) has seen enough; what is left must not be written at exit either.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


def _speakable() -> None:
    """Have what a terminal's encoding lacks written as its code point: no output ends half-way for that."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


if __name__ == "__main__":
    sys.exit(main())
