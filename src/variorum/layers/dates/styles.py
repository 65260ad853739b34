"""Which calendar a day is written in: by what the text says, by its weekday, or by where and when it was written."""

from __future__ import annotations

import re
from collections import Counter
from typing import NamedTuple

from variorum.layers.dates.calendars import GREGORIAN, JULIAN, Day, day_of, length, number, weekday
from variorum.layers.dates.events import places
from variorum.layers.dates.words import TALKS_OF_RUSSIA

BY_WEEKDAY = "the weekday decides"
"""How the reason begins where the weekday told the calendar."""
UNCERTAIN = "uncertain"
FIRST_CHANGE = Day(1582, 10, 15)
CHANGES = {
    "fr": (Day(1582, 12, 20), "France"),
    "de": (Day(1700, 3, 1), "Germany"),
    "en": (Day(1752, 9, 14), "Britain"),
    "ru": (Day(1918, 2, 14), "Russia"),
}
"""The first day of the new calendar, by the language that is read for the territory where nothing else tells."""
MENTIONS, APART = 3, 5_000
"""From how many names of Russian places and things on a text in another language may write its days, and how many code
points there may be for each of them."""
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_SAYS_NEW = re.compile(
    r"(?:our|the\s+(?:new|Western|Gregorian))\s+[Cc]alendar\s+throughout|(?:all|the)\s+dates\s+(?:\w+\s+){0,4}(?:new|Gregorian)\s"
    r"|[Дд]аты\s+(?:\w+\s+){0,4}по\s+новому\s+стилю"
)
_SAYS_OLD = re.compile(
    r"(?:all|the)\s+dates\s+(?:\w+\s+){0,4}(?:old|Julian)\s|[Дд]аты\s+(?:\w+\s+){0,4}по\s+старому\s+стилю"
)


class Setting(NamedTuple):
    """What of a document tells in which calendar it writes."""

    language: str
    russian: bool
    declared: str | None
    habits: Counter[tuple[str, int]]
    """How often, in which year, a weekday fits one calendar only."""
    written: int | None
    """The year in which the document was written, where that is known."""


def setting(text: str, language: str, written: int | None) -> Setting:
    """The setting of a document before its dates are read.

    >>> setting("I have used our Calendar throughout.", "en", None).declared
    'gregorian'
    """
    declared = GREGORIAN if _says(_SAYS_NEW, text) else JULIAN if _says(_SAYS_OLD, text) else None
    mentions = len(re.findall(TALKS_OF_RUSSIA, text))
    return Setting(language, mentions >= max(MENTIONS, len(text) // APART), declared, Counter(), written)


def _says(said: re.Pattern[str], text: str) -> bool:
    """Whether a text says so of its dates: looked for where one of the words stands that it takes."""
    return any(said.search(text, max(0, at - _NEAR), at + _NEAR) for at in places(text, _SPEAKING))


_SPEAKING = ("dates", "alendar", "Даты", "даты")
_NEAR = 200
"""How many code points round such a word may say so."""


def fitting(day: Day, on: int) -> list[str]:
    """The calendars in which a day falls on a weekday.

    >>> fitting(Day(1917, 10, 18), 2)
    ['julian']
    """
    return [calendar for calendar in (JULIAN, GREGORIAN) if weekday(number(calendar, day)) == on]


def calendar_of(day: Day, on: int | None, style: str | None, where: Setting) -> tuple[str, str]:
    """The calendar of a day, or that it is uncertain, and why.

    >>> calendar_of(Day(1917, 10, 18), 2, None, setting("", "en", None))
    ('julian', 'the weekday decides: 1917-10-18 is a Wednesday in the julian calendar only')
    """
    if style:
        return style, "the style is named"
    if on is not None and day >= FIRST_CHANGE:
        fits = fitting(day, on)
        if len(fits) == 1:
            return fits[0], f"{BY_WEEKDAY}: {day.iso()} is a {WEEKDAYS[on]} in the {fits[0]} calendar only"
    return calendar_at(day, where)


def calendar_at(day: Day, where: Setting) -> tuple[str, str]:
    """The calendar by what the text says of its days, by its habit, or by where it was written."""
    if day < FIRST_CHANGE:
        return JULIAN, "before 15 October 1582 there was no other calendar"
    changed, land = CHANGES["ru" if where.russian else where.language]
    if day >= changed:
        return GREGORIAN, f"after {changed.iso()} {land} had it"
    if where.declared:
        return where.declared, "the text says in which style it gives its dates"
    own_change = CHANGES[where.language][0]
    if where.russian and where.language != "ru" and day >= own_change:
        return _by_habit(day.year, where)
    if where.language == "de":
        return UNCERTAIN, "German lands changed between 1583 and 1700, and nothing says where this was written"
    return JULIAN, f"{land} kept it until {changed.iso()}"


def _by_habit(year: int, where: Setting) -> tuple[str, str]:
    """The calendar that most weekdays named in these years fit."""
    old, new = (sum(where.habits[calendar, year + by] for by in (-1, 0, 1)) for calendar in (JULIAN, GREGORIAN))
    if old == new:
        return UNCERTAIN, "it speaks of Russia before 14 February 1918, and nothing says in which style"
    calendar, times = (JULIAN, old) if old > new else (GREGORIAN, new)
    return calendar, f"weekdays fit the {calendar} calendar only in dates of this text of these years ({times})"


def double(first: int, second: int, month: int, other: int | None, year: int) -> tuple[Day, Day] | None:
    """One day in both calendars, the Julian one first, where two days and a month are written.

    >>> double(20, 7, 11, None, 1917)
    (Day(year=1917, month=11, day=7), Day(year=1917, month=11, day=20))
    """
    orders = ((first, second), (second, first))
    pairs = [
        pair for old, new in orders for step in (0, -1, 1) if (pair := _pair(old, new, 12 * year + month - 1 + step))
    ]
    named = [pair for pair in pairs if _named(pair, month, other)]
    both = [pair for pair in named if pair[0].month == pair[1].month]
    return next(iter(both or named), None)


def _pair(old: int, new: int, months: int) -> tuple[Day, Day] | None:
    """A day of the Julian month, counted from the beginning, if that is the other day in the Gregorian calendar."""
    day = Day(months // 12, months % 12 + 1, old)
    if old > length(JULIAN, day.year, day.month):
        return None
    there = day_of(GREGORIAN, number(JULIAN, day))
    return (day, there) if there.day == new else None


def _named(pair: tuple[Day, Day], month: int, other: int | None) -> bool:
    months = {pair[0].month, pair[1].month}
    return months == {month, other} if other else month in months
