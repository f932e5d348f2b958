"""What is read of the files beside, which programs in common use made, as text to be looked at.

Run as a program, it writes what is read of each beside it, as `NAME.read`: look at what changes, then keep
it.
"""

from __future__ import annotations

from pathlib import Path

from scripts.reading import formats
from scripts.reading.formats import inside

FILES = Path(__file__).with_name("files")
WRITTEN = ".read"


def made() -> list[Path]:
    """The files that programs made."""
    return sorted(path for path in FILES.iterdir() if path.suffix != WRITTEN)


def shown(path: Path) -> str:
    """What is read of a file: a line for each fact, then the text, with a mark where a page begins."""
    try:
        found = formats.read(path.name, path.read_bytes())
    except formats.Unreadable as error:
        return f"unreadable: {error.problem}; {error.remedy}\n"
    facts = [f"kind: {found.kind}", f"title: {found.title}", f"{found.dated or 'no day'}: {found.day or ''}"]
    facts += [f"left out: {one}" for one in found.left_out] + [f"remark: {one}" for one in found.remarks]
    text = found.text
    for page in reversed(found.pages):
        mark = f"[page {page.number}{'' if page.sure else ', unsure'}]"
        text = text[: page.start] + mark + text[page.start :]
    return "\n".join([*facts, "", text])


def tried(kind: str, data: bytes) -> str:
    """What a reader makes of bytes in this process: the text, or its one line."""
    try:
        return inside.read(kind, data, False).text
    except formats.Unreadable as error:
        said = f"unreadable: {error}"
    assert "\n" not in said
    return said


def main() -> None:
    """Write what is read of each file beside it."""
    for path in made():
        path.with_name(path.name + WRITTEN).write_text(shown(path), "utf-8")


if __name__ == "__main__":
    main()
