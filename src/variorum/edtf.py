"""Dates as EDTF writes them: where they begin, and the days that they may mean."""

from __future__ import annotations

import re
from calendar import monthrange
from typing import NamedTuple

_DATE = re.compile(r"(?<![\dX-])(-?)(\d{3}[\dX]|\d\dXX)(?:-(\d\d))?(?:-(\d\d))?")


class Moment(NamedTuple):
    """Where a date begins, in the Gregorian calendar; month and day are 0 where it does not say."""

    year: int
    month: int
    day: int


class Days(NamedTuple):
    """The first and the last day that a date may mean."""

    first: str
    last: str
    edtf: str


def moment(edtf: str | None) -> Moment | None:
    """Where an EDTF date begins; None for what is none, and for a season its year.

    >>> moment("1917-10-18~"), moment("1917/1918"), moment("192X"), moment("[1917-10-18,1917-10-31]").day
    (Moment(year=1917, month=10, day=18), Moment(year=1917, month=0, day=0), Moment(year=1920, month=0, day=0), 18)
    >>> moment("November 1st"), moment("1917-21")
    (None, Moment(year=1917, month=0, day=0))
    """
    found = _DATE.match((edtf or "").lstrip("[{"))
    return _begins(found) if found else None


def days(edtf: str | None) -> Days | None:
    """The days of a date of our era; nothing where it has no year.

    >>> days("1925"), days("1850-02~").last, days("XXXX-10-18"), days("192X").last, days("1917-21").first
    (Days(first='1925-01-01', last='1925-12-31', edtf='1925'), '1850-02-28', None, '1929-12-31', '1917-01-01')
    """
    found = list(_DATE.finditer(edtf or ""))
    if not found or edtf is None or any(match[1] for match in found):
        return None
    return Days(min(map(_first, found)), max(map(_last, found)), edtf)


def _begins(match: re.Match[str]) -> Moment:
    """What a date says of its beginning; a season is no month."""
    year, month, day = int(match[1] + match[2].replace("X", "0")), int(match[3] or 0), int(match[4] or 0)
    return Moment(year, month, day) if month <= 12 else Moment(year, 0, 0)


def _first(match: re.Match[str]) -> str:
    year, month, day = _begins(match)
    return f"{year:04}-{month or 1:02}-{day or 1:02}"


def _last(match: re.Match[str]) -> str:
    _, month, day = _begins(match)
    year = int(match[2].replace("X", "9"))
    longest = monthrange(year, month)[1] if month and year else 31
    return f"{year:04}-{month or 12:02}-{day or longest:02}"
