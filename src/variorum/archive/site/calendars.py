"""Days in both calendars."""

from __future__ import annotations

import re

from variorum.archive.site.prose import date
from variorum.edtf import Moment, moment

REFORM = 2_299_161
"""The Julian day number of 15 October 1582, the first day of the Gregorian calendar."""


def is_day(edtf: str | None) -> bool:
    """Whether it is one day and no longer time.

    >>> is_day("1917-10-31"), is_day("1917-10"), is_day("[1917-10-18,1917-10-31]")
    (True, False, False)
    """
    return re.fullmatch(r"-?\d{4}-\d\d-\d\d[~?%]?", edtf or "") is not None


def old_style(day: str) -> str | None:
    """The Julian date of a Gregorian day; None before there was a Gregorian calendar.

    >>> old_style("1917-10-31"), old_style("1850-01-15"), old_style("1900-03-13"), old_style("1582-10-14")
    ('1917-10-18', '1850-01-03', '1900-02-29', None)
    """
    found = moment(day)
    if not found or not is_day(day):
        return None
    number = _gregorian(*found)
    return "{:04}-{:02}-{:02}".format(*_julian(number)) if number >= REFORM else None


def _gregorian(year: int, month: int, day: int) -> int:
    """The Julian day number of a Gregorian date (Richards, in the Explanatory Supplement, 2013)."""
    year, month = (year - 1, month + 12) if month < 3 else (year, month)
    return 365 * year + year // 4 - year // 100 + year // 400 + (153 * (month - 3) + 2) // 5 + day + 1_721_119


def _julian(number: int) -> Moment:
    """The Julian date of a Julian day number."""
    years, left = divmod(4 * (number - 1_721_117) - 1, 1461)
    months, rest = divmod(5 * (left // 4) + 2, 153)
    return Moment(years + (months > 9), months + 3 - 12 * (months > 9), rest // 5 + 1)


def both(day: str) -> str:
    """A day in both calendars.

    >>> both("1917-10-31")
    '31 October 1917, which is 18 October Old Style'
    >>> both("1918-01-13")
    '13 January 1918, which is 31 December 1917 Old Style'
    """
    old = old_style(day)
    if old is None:
        return date(day) or day
    shown = (date(old) or old).removesuffix(f" {day[:4]}")
    return f"{date(day)}, which is {shown} Old Style"
