"""Republications of one release, generated with a fixed seed: the accounts of the survey bench.

They differ in layout (paragraphs, headings, lists, pages with a site's furniture, wrapped lines, bulletins),
in length (a paragraph to several pages), in wording, and in the background that a site adds; some have a
planted change of a fact.
"""

from __future__ import annotations

import random
import textwrap
import tomllib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

RELEASE = Path(__file__).resolve().parents[2] / "tests" / "survey" / "port.toml"
_CHANGED = 0.3  # the share of accounts with planted changes
_CUT = 0.3  # the share of paragraphs that lose a sentence
T = TypeVar("T")


@dataclass(frozen=True)
class Release:
    """The release and what republishing does to it."""

    title: str
    dateline: str
    paragraphs: tuple[tuple[str, ...], ...]
    background: tuple[str, ...]
    changes: tuple[tuple[str, str], ...]
    rewordings: tuple[tuple[str, str], ...]

    @property
    def text(self) -> str:
        """The release as it was sent out."""
        body = "\n\n".join(" ".join(sentences) for sentences in self.paragraphs)
        return f"{self.title}\n\n{self.dateline} - {body}\n"


@dataclass(frozen=True)
class Made:
    """A generated account: its text, and the facts changed in it."""

    text: str
    changed: tuple[str, ...]


def read_release(path: Path = RELEASE) -> Release:
    """Read the release; raises KeyError where a part of it is missing."""
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    pairs = {name: tuple((a, b) for a, b in data[name]) for name in ("changes", "rewordings")}
    paragraphs = tuple(tuple(sentences) for sentences in data["paragraphs"])
    told = [sentence.format(town=town) for sentence in data["elsewhere"] for town in data["towns"]]
    background = (*data["background"], *told)
    return Release(data["title"], data["dateline"], paragraphs, background, **pairs)


def made(release: Release, number: int) -> Made:
    """Generate the account with a number, the same one each time and on every machine."""
    chance = random.Random(f"survey-{number}")
    paragraphs, size = _cut(release, chance)
    paragraphs = _replaced(paragraphs, chance.sample(release.rewordings, chance.randint(0, 5)))
    changed: tuple[tuple[str, str], ...] = ()
    if chance.random() < _CHANGED:
        held = [c for c in release.changes if any(c[0] in s for p in paragraphs for s in p)]
        changed = tuple(chance.sample(held, min(len(held), chance.randint(1, 3))))
        paragraphs = _replaced(paragraphs, changed)
    if size == "pages":
        paragraphs = _filled(release, paragraphs, chance)
    layout = chance.choice(LAYOUTS)
    return Made(layout(release, paragraphs, chance), tuple(new for _, new in changed))


def _cut(release: Release, chance: random.Random) -> tuple[list[list[str]], str]:
    """Return a part of the release: a paragraph, half, nearly all, or nearly all before added background."""
    lead, *rest = release.paragraphs
    size = chance.choices(("paragraph", "half", "whole", "pages"), (2, 3, 4, 1))[0]
    if size == "paragraph":
        others = [sentence for paragraph in rest for sentence in paragraph]
        return [[lead[0], *_some(others, chance.randint(2, 5), chance)]], size
    kept = _some(rest, chance.randint(2, 4) if size == "half" else len(rest), chance)
    # Drop a sentence here and there, as editors do for space.
    return [_some(p, len(p) - (chance.random() < _CUT), chance) for p in (lead, *kept)], size


def _some(whole: Sequence[T], number: int, chance: random.Random) -> list[T]:
    """Return a random part of a sequence, in its order."""
    return [whole[at] for at in sorted(chance.sample(range(len(whole)), number))]


def _replaced(paragraphs: list[list[str]], pairs: Sequence[tuple[str, str]]) -> list[list[str]]:
    for old, new in pairs:
        paragraphs = [[s.replace(old, new) for s in p] for p in paragraphs]
    return paragraphs


def _filled(release: Release, paragraphs: list[list[str]], chance: random.Random) -> list[list[str]]:
    """Put paragraphs of background between those of the release, up to several pages in all."""
    length = chance.randint(2, 14)
    spare = chance.sample(release.background, length * len(paragraphs))
    parts = [spare[at * length : (at + 1) * length] for at in range(len(paragraphs))]
    return [p for pair in zip(paragraphs, parts, strict=True) for p in pair]


def _plain(release: Release, paragraphs: list[list[str]], chance: random.Random) -> str:
    return "\n\n".join([release.title, *(" ".join(p) for p in paragraphs)])


def _headed(release: Release, paragraphs: list[list[str]], chance: random.Random) -> str:
    names = ("Reopening", "The Flood", "The Money", "Outlook", "The Wall", "Work and Pay", "Neighbours")
    mark = chance.choice(("## ", "", "**"))
    parts = [f"# {release.title}" if mark == "## " else release.title.upper()]
    for at, paragraph in enumerate(paragraphs):
        heading = f"{mark}{names[at % len(names)]}{mark if mark == '**' else ''}"
        parts += [heading, " ".join(paragraph)]
    return "\n\n".join(parts)


def _listed(release: Release, paragraphs: list[list[str]], chance: random.Random) -> str:
    mark = chance.choice(("- ", "• ", "* "))
    parts = [release.title, " ".join(paragraphs[0])]
    parts += ["\n".join(f"{mark}{sentence}" for sentence in p) for p in paragraphs[1:]]
    return "\n\n".join(parts)


def _on_a_page(release: Release, paragraphs: list[list[str]], chance: random.Random) -> str:
    head = ["Home | News | Business | Sport", "Skip to main content", release.title, "By Newsroom staff"]
    tail = ["Share this article: Facebook | Twitter | Email", "Related articles:", "Ten beaches to see"]
    tail += ["Comments (4)", "Subscribe to our newsletter", "© 2027 Coast Daily. All rights reserved."]
    kept = chance.randint(1, len(tail))
    return "\n\n".join([*head, *(" ".join(p) for p in paragraphs), *tail[:kept]])


def _wrapped(release: Release, paragraphs: list[list[str]], chance: random.Random) -> str:
    width = chance.randint(62, 88)
    return "\n\n".join([release.title, *(textwrap.fill(" ".join(p), width) for p in paragraphs)])


def _bulletin(release: Release, paragraphs: list[list[str]], chance: random.Random) -> str:
    first = f"{release.dateline} ({chance.choice(('Reuters', 'AP', 'AFP'))}) - {' '.join(paragraphs[0])}"
    return "\n\n".join([release.title.upper(), first, *(s for p in paragraphs[1:] for s in p)])


LAYOUTS: tuple[Callable[[Release, list[list[str]], random.Random], str], ...] = (
    _plain, _headed, _listed, _on_a_page, _wrapped, _bulletin,
)  # fmt: skip


def write_accounts(release: Release, folder: Path, most: int) -> dict[str, Made]:
    """Write the reference and its accounts below ``folder``; return the accounts by their path."""
    (folder / "release.txt").write_text(release.text, encoding="utf-8")
    found = {}
    for number in range(most):
        one = made(release, number)
        name = f"{number // 1000:02}/site-{number:05}.txt"
        (folder / "accounts" / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / "accounts" / name).write_text(one.text + "\n", encoding="utf-8")
        found[name] = one
    return found
