"""Shared by several tests of the book: a browser (Debian's), and the small book as published."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from selenium import webdriver
from selenium.webdriver.chrome.options import Options
from selenium.webdriver.chrome.service import Service

from tests.conftest import Book
from tests.once import made_once

# The published address of the small book and that of its repository; neither exists.
BASE, REPOSITORY = "https://reports.example.org/tides/", "https://github.com/quay/tides"

QUIET = [
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="session")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[webdriver.Chrome]:
    options = Options()
    options.binary_location = "/usr/bin/chromium"
    for argument in (*QUIET, f"--user-data-dir={tmp_path_factory.mktemp('profile')}"):
        options.add_argument(argument)
    options.set_capability("goog:loggingPrefs", {"performance": "ALL", "browser": "ALL"})
    driver = webdriver.Chrome(options=options, service=Service("/usr/bin/chromedriver"))
    driver.set_script_timeout(180)
    yield driver
    driver.quit()


@pytest.fixture(scope="session")
def published(built_book: Book, tmp_path_factory: pytest.TempPathFactory) -> Book:
    """The small book, built with both addresses in its settings."""

    def publish(place: Path) -> None:
        root = place / "book"
        shutil.copytree(built_book.root, root, symlinks=True)
        settings = root / "_config.yml"
        text = settings.read_text("utf-8")
        for empty, given in (('  baseurl: ""', BASE), ('\n  url: ""', f"{REPOSITORY}/")):
            assert text.count(empty) == 1
            text = text.replace(empty, empty.replace('""', f'"{given}"'))
        settings.write_text(text, "utf-8")
        done = Book(root).build()
        assert done.returncode == 0, done.stderr

    return Book(made_once(tmp_path_factory, "published-book", publish) / "book")
