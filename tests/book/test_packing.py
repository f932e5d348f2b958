"""The wheel: what a machine gets that installs the command and has no checkout."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tomllib
import zipfile
from email import message_from_string
from pathlib import Path

import pytest

from scripts.book.installation.packing import renamed
from tests.conftest import ROOT
from tests.once import made_once
from tests.page.serving import both, serving
from tests.reading.formats.shown import FILES

ONE, OTHER = FILES / "page-saved-by-chromium.html", FILES / "other-page-saved-by-chromium.html"
_BUILD = "from scripts.book.installation.packing import build_wheel; import sys; build_wheel(sys.argv[1])"
BOOK = {
    "jupyter-book",
    "jupyterlab",
    "nbconvert",
    "sphinx",
    "typst",
    "itables",
    "pandas",
    "matplotlib",
    "scipy",
}


def tree_as_it_is() -> dict[str, int]:
    """Every file of the tree that belongs to it, with the time at which it was last changed."""
    folders = [p for p in ROOT.iterdir() if p.is_dir() and not p.name.startswith((".", "_"))]
    files = [
        p for folder in folders for p in folder.rglob("*") if p.is_file() and "__pycache__" not in p.parts
    ]
    return {str(p): p.stat().st_mtime_ns for p in files if ".egg-info" not in str(p)}


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, made once."""

    def make(folder: Path) -> None:
        subprocess.run([sys.executable, "-c", _BUILD, str(folder)], cwd=ROOT, check=True, capture_output=True)

    (made,) = made_once(tmp_path_factory, "wheel", make).glob("*.whl")
    return made


def test_its_package_is_called_accounts_and_nothing_else_is_in_it(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as packed:
        tops = {name.split("/")[0] for name in packed.namelist()}
        assert tops == {"accounts", f"alliance_accounts-{wheel.name.split('-')[1]}.dist-info"}
        for name in packed.namelist():
            if name.endswith(".py"):
                assert not re.search(
                    r"(?m)^\s*(from|import) scripts\b|\"scripts\.", packed.read(name).decode()
                ), name


def test_all_data_of_the_rooms_are_in_it(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as packed:
        names = set(packed.namelist())
    for path in (ROOT / "scripts").rglob("*"):
        inside = Path("accounts", path.relative_to(ROOT / "scripts"))
        if path.is_file() and path.suffix not in (".pyc", ".in"):
            assert inside.as_posix() in names


def test_what_it_asks_for_is_what_comparing_takes(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as packed:
        (name,) = [n for n in packed.namelist() if n.endswith("METADATA")]
        said = message_from_string(packed.read(name).decode())
        (entry,) = [n for n in packed.namelist() if n.endswith("entry_points.txt")]
        assert "accounts = accounts.__main__:typed" in packed.read(entry).decode()
    asked = [line for line in said.get_all("Requires-Dist", []) if "extra ==" not in line]
    names = {re.split(r"[ ;<>=!\[]", line)[0] for line in asked}
    assert not names & BOOK
    assert set(said.get_all("Provides-Extra", [])) == {"book", "cluster", "notebook", "page", "survey"}
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert len(asked) == len(project["dependencies"])


def installed(wheel: Path, folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """What the command answers where the wheel is unpacked, and no tree is about."""
    place = folder / "installed"
    if not place.is_dir():
        with zipfile.ZipFile(wheel) as packed:
            packed.extractall(place)
    run = (
        "import sys; sys.argv[0] = 'accounts'; from accounts.__main__ import main; code = main();"
        "sys.exit('scripts was imported' if 'scripts' in sys.modules else code)"
    )
    return subprocess.run(
        [sys.executable, "-c", run, *arguments], cwd=folder, capture_output=True, text=True, timeout=120,
        check=False, env={**os.environ, "PYTHONPATH": str(place)},
    )  # fmt: skip


def test_it_compares_two_saved_pages(wheel: Path, tmp_path: Path) -> None:
    done = installed(wheel, tmp_path, "compare", str(ONE), str(OTHER))
    assert (done.returncode, done.stderr) == (0, "")
    assert "840 metres]" in done.stdout
    assert "804 metres]" in done.stdout
    page = installed(wheel, tmp_path, "compare", str(ONE), str(OTHER), "--format", "html")
    assert page.stdout.startswith("<!DOCTYPE html>")


def test_it_checks_a_page_against_a_pdf(wheel: Path, tmp_path: Path) -> None:
    release = str(FILES / "page-printed-by-chromium.pdf")
    done = installed(wheel, tmp_path, "check", str(OTHER), release, "--fail-on", "contradicted")
    assert (done.returncode, done.stderr) == (3, "")
    assert "contradicted   Cracks were found in three" in done.stdout


@pytest.mark.no_cover  # none of scripts/ runs there, and the measuring says so on standard error
def test_its_page_compares_and_its_parts_are_there(wheel: Path, tmp_path: Path) -> None:
    installed(wheel, tmp_path, "--version")
    run = "import sys; sys.argv[0] = 'accounts'; from accounts.__main__ import typed; typed()"
    place = {**os.environ, "PYTHONPATH": str(tmp_path / "installed")}
    with serving(command=(sys.executable, "-c", run), cwd=tmp_path, env=place) as served:
        for part in ("", "page.js", "page.css", "synopsis.js", "comparison.js"):
            assert served.ask(f"{served.path}{part}")[0] == 200
        assert "done" in served.work("compare", both())[-1]


def test_it_has_the_version_of_the_tree(wheel: Path, tmp_path: Path) -> None:
    """The version stands in the metadata of what is installed, and the tree that has it may be gone."""
    assert installed(wheel, tmp_path, "--version").stdout == f"accounts {wheel.name.split('-')[1]}\n"


@pytest.mark.parametrize("command", ["brief", "data", "register"])
def test_what_works_on_the_report_says_that_it_is_not_there(
    wheel: Path, tmp_path: Path, command: str
) -> None:
    done = installed(wheel, tmp_path, command)
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (1, "", 1)
    assert "works on the report's own folder, which is not installed with this command" in done.stderr


@pytest.mark.long("each example is typed as it stands, in a process of its own that loads all it needs")
def test_the_examples_of_its_help_work(wheel: Path, tmp_path: Path) -> None:
    given = {
        "html": ONE,
        "pdf": FILES / "page-printed-by-chromium.pdf",
        "docx": FILES / "notice-by-pandoc.docx",
    }
    given["eml"] = FILES / "mail-by-s-nail.eml"
    for command in ("compare", "check"):
        said = installed(wheel, tmp_path, command, "--help").stdout.partition("examples:\n")[2]
        examples = re.findall(rf"^  accounts ({command} [^>|\n]*)", said, re.MULTILINE)
        assert len(examples) >= 3
        for example in examples:
            words = example.split()
            for word in words:
                if (ending := Path(word).suffix[1:]) in given:
                    (tmp_path / word).write_bytes(given[ending].read_bytes())
                elif ending in ("txt", "jsonl"):
                    (tmp_path / word).write_text(
                        "The bridge is 840 metres long.\n" if ending == "txt" else ""
                    )
            if "seeds" not in words:
                done = installed(wheel, tmp_path, *words)
                assert done.returncode in (0, 3), (example, done.stderr)


def test_building_leaves_the_tree_alone(tmp_path: Path) -> None:
    before = tree_as_it_is()
    subprocess.run([sys.executable, "-c", _BUILD, str(tmp_path)], cwd=ROOT, check=True, capture_output=True)
    assert tree_as_it_is() == before


@pytest.mark.parametrize(
    ("line", "becomes"),
    [
        ("from scripts import report", "from accounts import report"),
        ("    import scripts.book as book", "    import accounts.book as book"),
        ('command = [python, "-m", "scripts", "compare"]', 'command = [python, "-m", "accounts", "compare"]'),
        ('"""As `scripts.reading` says."""', '"""As `accounts.reading` says."""'),
        ("the_scripts.x = manuscripts.y", "the_scripts.x = manuscripts.y"),
        ('Path("scripts", "exhibits")', 'Path("scripts", "exhibits")'),
        ("# Without scripts. A table", "# Without scripts. A table"),
    ],
)
def test_only_the_name_of_the_package_is_changed(line: str, becomes: str) -> None:
    assert renamed(line) == becomes


@pytest.mark.long("an environment is made from the package index, as on a machine that has nothing")
def test_two_commands_on_a_bare_machine(tmp_path: Path) -> None:
    tree, bare = tmp_path / "tree", tmp_path / "bare"
    subprocess.run(["git", "clone", "-q", str(ROOT), str(tree)], check=True)
    subprocess.run([sys.executable, "-m", "venv", str(bare)], check=True)
    pip = [str(bare / "bin" / "pip"), "install", "-q", "--disable-pip-version-check", str(tree)]
    subprocess.run(pip, check=True, capture_output=True, timeout=900)
    large = sum(p.lstat().st_size for p in bare.rglob("*") if p.is_file() and not p.is_symlink())
    assert large < 450 * 1000 * 1000
    done = subprocess.run(
        [str(bare / "bin" / "accounts"), "compare", str(ONE), str(OTHER)],
        cwd=tmp_path, capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "")
    assert "840 metres]" in done.stdout
    assert "804 metres]" in done.stdout
