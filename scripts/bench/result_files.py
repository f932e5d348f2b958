"""Where the benches keep their figures: `chapters/data/`, from which the chapters read them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from scripts.ground import atomic_files

FOLDER = Path(__file__).resolve().parents[2] / "chapters" / "data"


def keep(results: Mapping[str, Any], file: Path) -> None:
    """Write the figures of a bench, in one step."""
    file.parent.mkdir(parents=True, exist_ok=True)
    atomic_files.write(file, (json.dumps(results, indent=1, ensure_ascii=False) + "\n").encode())
