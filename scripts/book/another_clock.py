"""A clock that is off, for every Python that is started: what a build prints must not depend on the day.

Copied into the tree of a build as `sitecustomize.py`; `CLOCK_OFF_BY_DAYS` says by how much. Waiting is not
touched: it goes by another clock, which no page could show.
"""

from __future__ import annotations

import datetime
import os
import time
from collections.abc import Callable
from datetime import date as day_of_old
from datetime import datetime as moment_of_old
from functools import partial
from typing import Any


class _Like(type):
    """What was made before, or by C, counts as the class that takes its place."""

    def __instancecheck__(cls, one: object) -> bool:
        return isinstance(one, cls.__mro__[1])

    def __subclasscheck__(cls, kind: type) -> bool:
        return issubclass(kind, cls.__mro__[1])


class _Date(day_of_old, metaclass=_Like):
    __slots__ = ()  # no larger than what it takes the place of, as compiled code expects

    @classmethod
    def today(cls) -> Any:
        return cls.fromtimestamp(time.time())


class _Datetime(moment_of_old, metaclass=_Like):
    __slots__ = ()

    @classmethod
    def now(cls, tz: datetime.tzinfo | None = None) -> Any:
        return cls.fromtimestamp(time.time(), tz)

    @classmethod
    def today(cls) -> Any:
        return cls.fromtimestamp(time.time())

    @classmethod
    def utcnow(cls) -> Any:
        return cls.fromtimestamp(time.time(), datetime.UTC).replace(tzinfo=None)


def turn(days: float) -> None:
    """Put the clock of this process forward by so many days, or back."""
    now, now_finely = time.time, time.time_ns
    # Partial functions and no functions: who keeps one in a class must not find it bound as a method.
    time.time = partial(_shifted, now, days * 86_400)
    time.time_ns = partial(_shifted, now_finely, int(days * 86_400 * 10**9))
    time.localtime = partial(_of, time.localtime)
    time.gmtime = partial(_of, time.gmtime)
    time.ctime = partial(_of, time.ctime)
    time.strftime = partial(_formatted, time.strftime)
    datetime.date, datetime.datetime = _Date, _Datetime  # type: ignore[misc]


def _shifted(told: Callable[[], Any], by: float) -> Any:
    return told() + by


def _of(told: Callable[[float], Any], seconds: float | None = None) -> Any:
    return told(time.time() if seconds is None else seconds)


def _formatted(told: Callable[..., str], form: str, *when: Any) -> str:
    return told(form, *(when or (time.localtime(),)))


if "CLOCK_OFF_BY_DAYS" in os.environ:
    turn(float(os.environ["CLOCK_OFF_BY_DAYS"]))
