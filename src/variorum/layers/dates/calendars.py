"""Days of the Julian, Gregorian and French Republican calendars as numbers, their weekdays, and Easter.

The number of a day is its Julian Day Number. Source: E. G. Richards, *Calendars*, in the *Explanatory Supplement to the
Astronomical Almanac* (2013), chapter 15; Easter by the anonymous Gregorian algorithm, the Julian one by that of Meeus.
"""

from __future__ import annotations

from typing import NamedTuple

GREGORIAN, JULIAN = "gregorian", "julian"
LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_REPUBLICAN = (22, 22, 22, 23, 22, 22, 22, 23, 23, 23, 23, 24, 23, 23)
"""The day of September 1792 and of the years after on which each year of the Republic began."""
REPUBLICAN_YEARS = len(_REPUBLICAN)


class Day(NamedTuple):
    """A day as it is written in some calendar."""

    year: int
    month: int
    day: int

    def iso(self) -> str:
        """As text: 1917-10-18."""
        return f"{self.year:04}-{self.month:02}-{self.day:02}"


def length(calendar: str, year: int, month: int) -> int:
    """How many days a month has.

    >>> length(JULIAN, 1900, 2), length(GREGORIAN, 1900, 2)
    (29, 28)
    """
    leap = year % 4 == 0 and (calendar == JULIAN or year % 100 != 0 or year % 400 == 0)
    return LENGTHS[month - 1] + (month == 2 and leap)


def number(calendar: str, day: Day) -> int:
    """The number of a day.

    >>> number(JULIAN, Day(1917, 10, 25)) == number(GREGORIAN, Day(1917, 11, 7))
    True
    """
    before = (14 - day.month) // 12
    year, month = day.year + 4800 - before, day.month + 12 * before - 3
    days = day.day + (153 * month + 2) // 5 + 365 * year + year // 4
    return days - 32083 if calendar == JULIAN else days - year // 100 + year // 400 - 32045


def day_of(calendar: str, at: int) -> Day:
    """The day that has this number.

    >>> day_of(GREGORIAN, number(JULIAN, Day(1752, 9, 3)))
    Day(year=1752, month=9, day=14)
    """
    since = at + 1401 + (calendar == GREGORIAN) * ((4 * at + 274277) // 146097 * 3 // 4 - 38)
    in_cycle = (4 * since + 3) % 1461 // 4
    rest = 5 * in_cycle + 2
    month = (rest // 153 + 2) % 12 + 1
    return Day((4 * since + 3) // 1461 - 4716 + (14 - month) // 12, month, rest % 153 // 5 + 1)


def weekday(at: int) -> int:
    """Its weekday, Monday 0 to Sunday 6.

    >>> weekday(number(JULIAN, Day(1917, 10, 18)))
    2
    """
    return at % 7


def republican(year: int, month: int, day: int) -> int:
    """The number of a day of the French Republic; its thirteenth month has the days at the end of the year.

    >>> day_of(GREGORIAN, republican(2, 11, 9))
    Day(year=1794, month=7, day=27)
    """
    return number(GREGORIAN, Day(1791 + year, 9, _REPUBLICAN[year - 1])) + 30 * (month - 1) + day - 1


def easter(calendar: str, year: int) -> Day:
    """Easter Sunday.

    >>> easter(GREGORIAN, 1916), easter(JULIAN, 1917)
    (Day(year=1916, month=4, day=23), Day(year=1917, month=4, day=2))
    """
    golden = year % 19
    if calendar == JULIAN:
        moon = (19 * golden + 15) % 30
        rest = moon + (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7 + 114
        return Day(year, rest // 31, rest % 31 + 1)
    century, of_it = divmod(year, 100)
    moon = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    sunday = (32 + 2 * (century % 4) + 2 * (of_it // 4) - moon - of_it % 4) % 7
    rest = moon + sunday - 7 * ((golden + 11 * moon + 22 * sunday) // 451) + 114
    return Day(year, rest // 31, rest % 31 + 1)


def roman(mark: str, before: int, month: int) -> tuple[int, int]:
    """Month and day of so many days before the Kalends, Nones or Ides, both ends counted.

    >>> roman("nones", 3, 5), roman("kalends", 3, 5)
    ((5, 5), (4, 29))
    """
    late = month in (3, 5, 7, 10)
    fixed = {"kalends": 1, "nones": 7 if late else 5, "ides": 15 if late else 13}[mark]
    day = fixed - before + 1
    return (month, day) if day > 0 else ((month - 2) % 12 + 1, LENGTHS[month - 2] + day)
