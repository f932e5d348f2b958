"""The command line: it parses arguments; each command is a module that calls the same rules as the book.

Run by a Python that lacks a package, it says so in one line: see `scripts.ground.command_ending`.
"""

import sys
from typing import TYPE_CHECKING

from scripts.ground import command_ending

if TYPE_CHECKING:
    import argparse

# Each command and its module.
_COMMANDS = {
    "compare": "scripts.commands.compare",
    "check": "scripts.commands.check",
    "survey": "scripts.survey",
    "open": "scripts.page",
    "register": "scripts.commands.register",
    "bench": "scripts.bench",
    "data": "scripts.commands.data",
    "brief": "scripts.commands.brief",
}
_OF_THE_REPORT = ("register", "bench", "data", "brief")
_TOLD = """{program} reads English accounts of one event and says what they agree on and where they differ.
{program} compare ONE.html OTHER.pdf   two accounts or more: web pages, PDF, Word files, mails, texts
{program} check SENTENCES.txt ONE.pdf  each sentence: supported, contradicted, or not enough to tell
{program} survey RELEASE.pdf FOLDER    a whole folder of accounts against one of them
{program} open                         a page in the browser, to paste two texts into
Nothing leaves this machine. More: {program} --help, {program} COMMAND --help
"""


@command_ending.command()
def main(arguments: "list[str] | None" = None) -> int:
    """Run a command. Exit status: 0 done, 1 bad input (one line says what is wrong), 2 wrong usage."""
    from importlib import import_module

    from scripts.ground import calling

    given = sys.argv[1:] if arguments is None else arguments
    if not given:
        sys.stdout.write(_TOLD.format(program=calling.program()))
        return 0
    if given[0] in _OF_THE_REPORT and "--help" not in given and "-h" not in given:
        _need_the_report(given[0])
    parser, commands = _parser()
    # Import only the command that was asked for; help and an unknown command need all of them.
    for name in [n for n in _COMMANDS if n == given[0]] or _COMMANDS:
        import_module(_COMMANDS[name]).add_parser(commands)
        _call_by_name(commands.choices[name])
    args = parser.parse_args(given)
    if args.version:
        from scripts.ground.version import version

        print(f"{calling.COMMAND} {version()}")
        return 0
    if args.completion:
        return _complete(parser, args.completion)
    if "run" not in args:
        parser.error(f"name a command: {', '.join(_COMMANDS)}")
    if getattr(args, "open", False):
        from scripts.page import run_compare

        return run_compare(args)
    code: int = args.run(args)
    return code


def typed() -> None:
    """Be the command `accounts`."""
    command_ending.process(main)


def _parser() -> "tuple[argparse.ArgumentParser, argparse._SubParsersAction[argparse.ArgumentParser]]":
    import argparse

    from scripts.ground import calling

    parser = argparse.ArgumentParser(
        prog=calling.program(),
        description="Compare accounts of one event, claim by claim and detail by detail.",
        epilog=f"examples:\n  {calling.program()} compare one.html other.pdf\n"
        f"  {calling.program()} check sentences.txt release.docx\n"
        f"  {calling.program()} --completion bash > ~/.local/share/bash-completion/completions/accounts",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="store_true", help="print the version")
    parser.add_argument(
        "--completion",
        choices=("bash", "zsh", "fish", "tcsh"),
        help="print what completes commands in a shell",
    )
    return parser, parser.add_subparsers(metavar="COMMAND")


def _call_by_name(parser: "argparse.ArgumentParser") -> None:
    """Have the examples of a command call it as the user does."""
    from scripts.ground import calling

    if parser.epilog:
        parser.epilog = parser.epilog.replace(calling.IN_CHECKOUT, calling.program())


def _complete(parser: "argparse.ArgumentParser", shell: str) -> int:
    """Print the completion for a shell: commands, options, and files where one is to be named."""
    from pathlib import Path

    import shtab

    waiting = [parser]
    while waiting:
        for action in waiting.pop()._actions:
            if isinstance(action.choices, dict):
                waiting += action.choices.values()
            elif action.type is Path:
                setattr(action, "complete", shtab.FILE)  # noqa: B010  # argparse knows nothing of it
    parser.prog = "accounts"
    print(shtab.complete(parser, shell))
    return 0


def _need_the_report(name: str) -> None:
    """Raise Fault where the report, its accounts and its record, does not lie beside this program."""
    from scripts.ground.faults import Fault
    from scripts.ground.version import ROOT

    if not (ROOT / "seeds" / "manifest.csv").is_file():
        problem = "works on the report's own folder, which is not installed with this command"
        raise Fault(name, "this command", problem, "get the repository, and run it there")


if __name__ == "__main__":
    typed()
