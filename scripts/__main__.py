"""The command line: arguments only; each command is a module of its own that calls the same rules.

Run by a Python that lacks a package, it says so in one line: see `scripts.ground.command_ending`.
"""

import sys

from scripts.ground import command_ending

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


@command_ending.command()
def main(arguments: "list[str] | None" = None) -> int:
    """Run a command: 0 with findings or none, 1 for bad input (one line says what), 2 for wrong usage."""
    import argparse
    from importlib import import_module

    parser = argparse.ArgumentParser(
        prog=".venv/bin/python -m scripts",
        description="Compare accounts of one event, claim by claim and detail by detail.",
    )
    given = sys.argv[1:] if arguments is None else arguments
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    # A command pays for its own imports alone; help, and a command that is none, need them all.
    for name in [n for n in _COMMANDS if n == next(iter(given), "")] or _COMMANDS:
        import_module(_COMMANDS[name]).add_parser(commands)
    args = parser.parse_args(given)
    code: int = args.run(args)
    return code


if __name__ == "__main__":
    command_ending.process(main)
