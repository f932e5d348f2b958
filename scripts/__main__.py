"""The command line: it parses arguments; each command is a module that calls the same rules as the book.

Run by a Python that lacks a package, it says so in one line: see `scripts.ground.command_ending`.
"""

import sys

from scripts.ground import command_ending

# Each command and its module.
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
    """Run a command. Exit status: 0 done, 1 bad input (one line says what is wrong), 2 wrong usage."""
    import argparse
    from importlib import import_module

    parser = argparse.ArgumentParser(
        prog=".venv/bin/python -m scripts",
        description="Compare accounts of one event, claim by claim and detail by detail.",
    )
    given = sys.argv[1:] if arguments is None else arguments
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    # Import only the command that was asked for; help and an unknown command need all of them.
    for name in [n for n in _COMMANDS if n == next(iter(given), "")] or _COMMANDS:
        import_module(_COMMANDS[name]).add_parser(commands)
    args = parser.parse_args(given)
    code: int = args.run(args)
    return code


if __name__ == "__main__":
    command_ending.process(main)
