"""This machine: the cores that may be used, and a description for measured figures."""

from __future__ import annotations

import os
import platform
from importlib.metadata import version
from pathlib import Path


def cores() -> int:
    """Return how many cores this process may use; the machine may have more."""
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:  # not available on every system
        return os.cpu_count() or 1


def described(*packages: str) -> dict[str, str | int]:
    """Return the processor, usable cores, memory, system, Python, and the versions of ``packages``."""
    pages = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
    return {
        "processor": processor(),
        "cores": cores(),
        "memory_gb": round(pages / 2**30),
        "system": platform.system(),
        "python": platform.python_version(),
        **{name: version(name) for name in packages},
    }


def processor() -> str:
    """Return the processor's name, as far as the system tells it."""
    told = Path("/proc/cpuinfo")
    lines = told.read_text("utf-8").splitlines() if told.is_file() else []
    named = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(named, platform.processor() or platform.machine())
