"""How every command ends: well, or with one line on standard error that says what stopped it.

Exit status: 0 the command did its work, 1 it could not, 2 wrong usage, 130 its user stopped it. Any Python
may load this file before all others, so it imports only the standard library and keeps to old syntax.
"""

import errno
import io
import os
import signal
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from functools import wraps

INTERRUPTED = 130
OLDEST = (3, 11)
OUTPUT = "standard output"
# Two interrupts in quick succession count as one; a later one means that the user will not wait.
PATIENCE = 1.0
_ENVIRONMENT = "run `make environment`, then .venv/bin/python in place of python"
_REMEDIES = {
    errno.ENOSPC: "make room there",
    errno.EDQUOT: "make room there",
    errno.EACCES: "let this user read and write there",
    errno.EPERM: "let this user read and write there",
    errno.EROFS: "name a place that can be written to",
    errno.ENOENT: "check the path",
    errno.EEXIST: "move away what stands there",
    errno.ENOTDIR: "move away what stands there",
    errno.EISDIR: "move away what stands there",
    errno.EBADF: "give it a terminal, a file or a pipe",
}
_stopped: "list[float]" = []  # when this process was first told to stop


def process(main: "Callable[[], int]") -> None:
    """Run a command as this process, and exit with its status."""
    if sys.version_info < OLDEST:
        version = ".".join(map(str, sys.version_info[:3]))
        _tell("", f"Python 3.11 or later is needed, {sys.executable} is {version}; {_ENVIRONMENT}")
        sys.exit(1)
    _take_streams()
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, _stop)
    sys.unraisablehook = _unraisable
    code = main()
    if code == INTERRUPTED:
        os._exit(code)  # exit without waiting for threads: none has anything that it must finish
    sys.exit(code)


def command(name: str = "") -> "Callable[[Callable[..., int]], Callable[..., int]]":
    """Decorate a function so that it always returns an exit status; ``name`` begins its messages."""

    def ending(run: "Callable[..., int]") -> "Callable[..., int]":
        @wraps(run)
        def status(*given: object, **named: object) -> int:
            return _status(lambda: run(*given, **named), name)

        return status

    return ending


def _status(run: "Callable[[], int]", name: str) -> int:
    """Return the exit status of ``run``. Any error that a user can cause is one line on standard error."""
    try:
        try:
            code = run()
        except SystemExit:  # argparse exits after help and wrong usage
            sys.stdout.flush()
            raise
        sys.stdout.flush()
    except KeyboardInterrupt as stop:
        _forget()
        _tell(name, str(stop) or "stopped")
        return INTERRUPTED
    except BrokenPipeError as error:
        if error.filename not in (None, OUTPUT):
            return _failed(name, error)
        _forget()  # the reader of the pipe (head, less) has closed it
        return 0
    except Exception as error:  # an error of the program itself is raised again
        return _failed(name, error)
    else:
        return code


def _failed(name: str, error: Exception) -> int:
    told = _told(error)
    if told is None:
        raise error
    try:
        sys.stdout.flush()
    except OSError:
        _forget()
    _tell(name, told)
    return 1


def _told(error: Exception) -> "str | None":
    """Return what an error says to the user; None for an error that is not the user's."""
    if isinstance(error, OSError):
        where = (
            error.filename2 or error.filename or "input or output"
        )  # for a copy, name the file it was written to
        problem = error.strerror or str(error) or type(error).__name__
        remedy = _REMEDIES.get(error.errno or 0, "mend that, then run it again")
        return f"{where}: cannot be read or written ({problem}); {remedy}"
    if isinstance(error, ModuleNotFoundError) and not (error.name or "").startswith("scripts"):
        return f"{error.name} is not installed for {sys.executable}; {_ENVIRONMENT}"
    from scripts.ground.faults import Fault

    return str(error) if isinstance(error, Fault) else None


def _tell(name: str, told: str) -> None:
    # A path may hold line breaks or terminal codes; the message must be one harmless line.
    line = "".join(c if c.isprintable() else "?" for c in " ".join(told.split()))
    with suppress(OSError, ValueError):
        print(f"{name}: {line}" if name else line, file=sys.stderr, flush=True)


def _stop(number: int, frame: object) -> None:
    """Handle an interrupt: unwind the first time, exit at once if the user interrupts again later."""
    if not _stopped:
        _stopped.append(time.monotonic())
        raise KeyboardInterrupt
    if time.monotonic() - _stopped[0] > PATIENCE:
        os._exit(INTERRUPTED)


def _unraisable(unraisable: "sys.UnraisableHookArgs") -> None:
    """Handle an interrupt that Python could not raise, as within a destructor, so that it is not lost."""
    if unraisable.exc_type is KeyboardInterrupt:
        _tell("", "stopped")
        os._exit(INTERRUPTED)
    sys.__unraisablehook__(unraisable)


class _Output(io.FileIO):
    """Standard output that names itself when writing fails: the error for a full disk names no file."""

    def write(self, data: "bytes") -> int:  # type: ignore[override]
        try:
            return super().write(data)
        except OSError as error:
            raise OSError(error.errno, error.strerror, OUTPUT) from None


def _take_streams() -> None:
    """Make all three streams usable: open closed ones, and escape characters that the encoding lacks."""
    for number in range(3):
        try:
            os.fstat(number)
        except OSError:
            # The caller closed it. Take its number with the null device, or the next open file gets it.
            os.open(os.devnull, os.O_WRONLY if number == 0 else os.O_RDONLY)
    if sys.stdin is None:
        sys.stdin = open(0, closefd=False)  # noqa: SIM115
    old = sys.stdout
    sys.stdout = io.TextIOWrapper(
        io.BufferedWriter(_Output(1, "w", closefd=False)),
        encoding=old.encoding if old else "utf-8",
        errors="backslashreplace",
        line_buffering=bool(old and old.line_buffering),
        write_through=bool(old and getattr(old, "write_through", False)),
    )
    if sys.stderr is None:
        sys.stderr = open(os.devnull, "w")  # noqa: SIM115  # as long as the process lasts
    if isinstance(sys.stderr, io.TextIOWrapper):
        sys.stderr.reconfigure(errors="backslashreplace")


def _forget() -> None:
    """Discard what standard output could not write, so that it does not fail again at exit."""
    if isinstance(getattr(getattr(sys.stdout, "buffer", None), "raw", None), _Output):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
