"""Days told by their distance from a date or a feast: two days after Christmas 1851, a few days before 3 May."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from variorum.layers.dates.calendars import GREGORIAN, JULIAN, Day, day_of, number, weekday
from variorum.layers.dates.events import events
from variorum.layers.dates.expressions import Expression
from variorum.layers.dates.forms import either, place_of
from variorum.layers.dates.pages import Understood
from variorum.layers.dates.styles import WEEKDAYS
from variorum.layers.dates.words import COUNTS, OFFSETS, SOME, WORDS
from variorum.layers.dates.written import Dated, days

_REACH = 60
"""How many code points before a date may belong to what is told from it."""
_WHOLE = 7
"""How many days “a few days” may be."""


def offsets(text: str, language: str, rows: Sequence[Understood]) -> Iterator[Understood]:
    """The days that are told from the days of other rows, each spanning what says so and the date itself.

    >>> from variorum.layers.dates.pages import Understood
    >>> christmas = Dated("1851-12-25", "gregorian", "1851-12-25", "1851-12-25", "1851-12-25")
    >>> row = Understood(Expression(23, 37, "feast"), christmas, None, "a feast")
    >>> [found] = offsets("He went two days after Christmas 1851.", "en", [row])
    >>> found.dated.edtf, found.reason
    ('1851-12-27', '“two days after” 1851-12-25')
    """
    for start, end, day, calendar in (*_days_of(rows), *_days_of_events(text)):
        match = _pattern(language).search(text, max(0, start - _REACH), start)
        if match and (read := _read(match, language, number(GREGORIAN, day), calendar)):
            dated, told = read
            own = day_of(calendar, number(GREGORIAN, day)).iso()
            shown = f"“{' '.join(text[start:end].split())}” ({own})"
            yield Understood(Expression(match.start(), end, "offset"), dated, shown, f"{told} {own}")


Known = tuple[int, int, Day, str]
"""Where a day is named, the day in the Gregorian calendar, and the calendar in which it is written."""


def _days_of(rows: Sequence[Understood]) -> Iterator[Known]:
    for row in rows:
        first, calendar = row.dated.first_day, row.dated.calendar
        if first and first == row.dated.last_day == row.dated.edtf and calendar in (GREGORIAN, JULIAN):
            yield row.expression.start, row.expression.end, Day(*map(int, first.split("-"))), calendar


def _days_of_events(text: str) -> Iterator[Known]:
    for at, named, event in events(text):
        calendar = JULIAN if event.old_style else GREGORIAN
        yield at, at + len(named), day_of(GREGORIAN, number(calendar, Day(*event[:3]))), calendar


@cache
def _pattern(language: str) -> re.Pattern[str]:
    words = OFFSETS[language]
    counts, weekday = either((*COUNTS[language], r"\d{1,2}", SOME[language])), either(WORDS[language].weekdays)
    return re.compile(
        rf"\b(?:(?P<count>(?i:{counts}))\s+(?P<unit>{words.days}|{words.weeks})\s+(?:(?P<before>{words.before})|{words.after})"
        rf"|(?P<eve>{words.eve})|(?P<morrow>{words.morrow})"
        rf"|(?P<wd>{weekday})\s+(?:(?P<ante>{words.before})|{words.after}))\s*(?:{words.article})?\Z"
    )


def _read(match: re.Match[str], language: str, at: int, calendar: str) -> tuple[Dated, str] | None:
    if match["wd"]:
        on = place_of(match["wd"], WORDS[language].weekdays)
        apart = -((weekday(at) - on - 1) % 7 + 1) if match["ante"] else (on - weekday(at) - 1) % 7 + 1
        told = f"the {WEEKDAYS[on]} {'before' if match['ante'] else 'after'}"
        return _one(calendar, at + apart), told
    if match["eve"] or match["morrow"]:
        apart = -1 if match["eve"] else 1
        return _one(calendar, at + apart), f"the day {'before' if match['eve'] else 'after'}"
    return _counted(match, language, at, calendar)


def _counted(match: re.Match[str], language: str, at: int, calendar: str) -> tuple[Dated, str] | None:
    """So many days or weeks away; of “a few days” it is about when."""
    said = f"“{' '.join(match.group().split())}”"
    step = (-1 if match["before"] else 1) * (7 if re.fullmatch(OFFSETS[language].weeks, match["unit"]) else 1)
    if not re.fullmatch(SOME[language], match["count"]):
        count = (
            int(match["count"]) if match["count"].isdigit() else place_of(match["count"].lower(), COUNTS[language]) + 1
        )
        return _one(calendar, at + count * step), said
    if abs(step) > 1:
        return None
    first, last = sorted((at + step, at + step * _WHOLE))
    return days(calendar, day_of(calendar, first), day_of(calendar, last), "~"), said


def _one(calendar: str, at: int) -> Dated:
    day = day_of(calendar, at)
    return days(calendar, day, day)
