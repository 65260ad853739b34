"""What is said of an expression of time that is understood: its days as EDTF, first and last, and as it is written."""

from __future__ import annotations

from typing import NamedTuple

from variorum.layers.dates.calendars import GREGORIAN, JULIAN, Day, day_of, length, number
from variorum.layers.dates.styles import UNCERTAIN

UNSTATED = "unstated"
_SEASONS = ((3, 5), (6, 8), (9, 11), (12, 2))


class Dated(NamedTuple):
    """A date that is understood, as columns of the table."""

    written: str
    calendar: str
    edtf: str | None
    first_day: str | None = None
    last_day: str | None = None


def days(calendar: str, first: Day, last: Day, doubt: str = "") -> Dated:
    """A day, or several that follow one another.

    >>> days(JULIAN, Day(1917, 10, 18), Day(1917, 10, 18))[1:3]
    ('julian', '1917-10-31')
    """
    shown = first.iso() if first == last else f"{first.iso()}/{last.iso()}"
    if calendar == UNCERTAIN:
        new, old = ([_gregorian(one, day) for day in (first, last)] for one in (GREGORIAN, JULIAN))
        either = ",".join(sorted([new[0], old[0]])) if first == last else f"{new[0]}..{old[1]}"
        return Dated(shown, calendar, f"[{either}]", min(new[0], old[0]), max(new[1], old[1]))
    one, other = _gregorian(calendar, first), _gregorian(calendar, last)
    edtf = f"{one}{doubt}" if one == other else f"{one}{doubt}/{other}{doubt}"
    return Dated(shown, calendar, edtf, one, other)


def one_of(calendar: str, some: tuple[Day, ...]) -> Dated:
    """One of some days, it is not known which."""
    there = sorted(_gregorian(calendar, day) for day in some)
    return Dated(some[0].iso(), calendar, f"[{','.join(there)}]", there[0], there[-1])


def month(calendar: str, year: int, at: int, doubt: str = "") -> Dated:
    """A month; of the Julian calendar, the days of the Gregorian that it has.

    >>> month(JULIAN, 1917, 9).edtf
    '1917-09-14/1917-10-13'
    """
    known = GREGORIAN if calendar == UNCERTAIN else calendar
    last = _gregorian(known, Day(year, at, length(known, year, at)))
    first = _gregorian(known, Day(year, at, 1))
    shown = f"{year:04}-{at:02}"
    if calendar == UNCERTAIN:
        last = _gregorian(JULIAN, Day(year, at, length(JULIAN, year, at)))
        return Dated(shown, calendar, f"{first}~/{last}~", first, last)
    return Dated(shown, calendar, f"{shown}{doubt}" if calendar == GREGORIAN else f"{first}/{last}", first, last)


def season(year: int, at: int) -> Dated:
    """A season of a year.

    >>> season(1921, 0).edtf
    '1921-21'
    """
    first, last = _SEASONS[at]
    early, late = (year - 1, year + 1) if at == 3 else (year, year)
    end = Day(late, last, length(GREGORIAN, late, last))
    return Dated(f"{year:04}-{21 + at}", UNSTATED, f"{year:04}-{21 + at}", Day(early, first, 1).iso(), end.iso())


def years(first: int, last: int | None) -> Dated:
    """A year or several; where in the year is not said, so in which calendar does not matter.

    >>> years(1906, 1907).edtf
    '1906/1907'
    """
    shown = f"{first:04}" if last is None else f"{first:04}/{last:04}"
    return Dated(shown, UNSTATED, shown, Day(first, 1, 1).iso(), Day(last or first, 12, 31).iso())


def yearless(at: int | None, first: int | None, last: int | None) -> Dated:
    """A month or days of no year that is known, or a day of no month that is.

    >>> yearless(10, 18, None).edtf
    'XXXX-10-18'
    """
    month = f"XXXX-{at:02}" if at else "XXXX-XX"
    shown = "/".join(f"{month}-{day:02}" for day in (first, last) if day) or month
    return Dated(shown, UNSTATED, shown)


def _gregorian(calendar: str, day: Day) -> str:
    return day_of(GREGORIAN, number(calendar, day)).iso()
