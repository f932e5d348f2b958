"""The one address of the project's repository, and what follows it: buttons, Binder, the citation record.

It is `repository: url:` of `_config.yml`. While that is empty no page has a button that would lead there.
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
# The forges whose addresses for editing and for issues the theme knows how to write.
FORGES = ("github", "gitlab", "bitbucket")


def address(root: Path) -> str:
    """The repository's address without a slash at its end, or "". Raises Fault for what cannot be one."""
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
    """Which kind of forge an address is on. Raises Fault for one that the theme cannot link into."""
    host = urlsplit(url).hostname or ""
    for known in FORGES:
        if known in host:
            return known
    raise Fault(SETTINGS, "repository: url", f"{host} is not GitHub, GitLab or Bitbucket", "leave it empty")


def settle(root: Path, options: dict[str, Any]) -> None:
    """Give the theme's options every button that leads into the repository, or none.

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
    """The citation record with the repository's address in it, or without one where there is none."""
    without = re.sub(rf"^{KEY}:.*\n", "", record, flags=re.MULTILINE)
    if not url:
        return without
    return re.sub(r"^(date-released:.*\n)", rf'\1{KEY}: "{url}"\n', without, flags=re.MULTILINE)
