"""The address of the project's repository, and all that uses it: buttons, Binder, the citation record.

It is given once, as `repository: url:` of `_config.yml`. While it is empty, no page has a button to it.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import yaml

from scripts.ground.faults import Fault
from scripts.ground.version import RECORD, line

SETTINGS, KEY = "_config.yml", "repository-code"
# The forges for which the theme can write addresses to edit a page and to open an issue.
FORGES = ("github", "gitlab", "bitbucket")


def address(root: Path) -> str:
    """The repository's address without a final slash, or "". Raises Fault for an invalid address."""
    settings = yaml.safe_load((root / SETTINGS).read_text("utf-8")) or {}
    written = str((settings.get("repository") or {}).get("url") or "").strip()
    url = urlsplit(written)
    if written and (url.scheme not in ("https", "http") or len(url.path.strip("/").split("/")) < 2):
        problem = f"`{written}` is no address of a repository"
        raise Fault(
            SETTINGS,
            "repository: url",
            problem,
            "write it as https://github.com/OWNER/NAME, or leave it empty",
        )
    return written.rstrip("/").removesuffix(".git")


def forge(url: str) -> str:
    """The kind of forge of an address. Raises Fault for a forge that the theme cannot link to."""
    host = urlsplit(url).hostname or ""
    for known in FORGES:
        if known in host:
            return known
    raise Fault(SETTINGS, "repository: url", f"{host} is not GitHub, GitLab or Bitbucket", "leave it empty")


def settle(root: Path, options: dict[str, Any]) -> None:
    """Set all buttons to the repository in the theme's options, or none.

    Raises Fault where the citation record names another repository.
    """
    url = address(root)
    recorded_as = line(KEY).search((root / RECORD).read_text("utf-8"))
    if recorded_as and recorded_as["value"] != url:
        problem = f"is {recorded_as['value']}, but {SETTINGS} has `{url}`"
        raise Fault(RECORD, KEY, problem, "write the address that holds into both, or take this line out")
    options["repository_url"] = url
    buttons = ("use_repository_button", "use_edit_page_button", "use_issues_button")
    options.update(dict.fromkeys(buttons, bool(url)))
    if not url:
        options["launch_buttons"] = {}
        return
    options["repository_provider"] = forge(url)
    if options["repository_provider"] == "bitbucket":
        options["use_issues_button"] = False  # the theme knows no address for it


def recorded(record: str, url: str) -> str:
    """The text of the citation record with the repository's address in it, if there is one."""
    without = re.sub(rf"^{KEY}:.*\n", "", record, flags=re.MULTILINE)
    if not url:
        return without
    return re.sub(r"^(date-released:.*\n)", rf'\1{KEY}: "{url}"\n', without, flags=re.MULTILINE)
