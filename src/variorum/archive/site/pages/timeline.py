"""The timeline of the library: when its texts were written, what is said of them, and the days they speak of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from variorum.archive.site import calendars, moments
from variorum.archive.site.edition import Edition
from variorum.archive.site.moments import Entry
from variorum.archive.site.prose import date
from variorum.archive.site.render import page
from variorum.edtf import Moment

ON_A_PAGE = 400
"""How many entries stand on one page."""
YEARS = 40
"""If there are more years, only the first of each decade is linked at the head."""


class Day(NamedTuple):
    """A day, a month or a year, and what happened."""

    when: str
    old: str
    """The same day Old Style; "" where no document gives it so."""
    entries: Sequence[Entry]


class Year(NamedTuple):
    """A year; `id` is its name on the page, "" where an earlier page has it."""

    name: str
    id: str
    days: Sequence[Day]


def timeline(edition: Edition) -> Iterator[tuple[str, bytes]]:
    """`timeline.html`, and as many pages more as it takes."""
    if not edition.has_dates:
        return
    found = moments.entries(edition)
    old = moments.old_days(edition)
    parts = [found[at : at + ON_A_PAGE] for at in range(0, len(found), ON_A_PAGE)] or [[]]
    paths = [timeline_page(number) for number in range(1, len(parts) + 1)]
    links = _links(parts, paths)
    for number, (path, part) in enumerate(zip(paths, parts, strict=True), 1):
        years = [
            Year(year_name(year), year_id(year) if links[year].startswith(f"{path}#") else "", _days(list(group), old))
            for year, group in groupby(part, key=lambda one: one.when.year)
        ]
        yield page(
            "timeline.html",
            edition,
            path,
            years=years,
            links=[(year_name(year), links[year]) for year in _linked(list(links))],
            undated=sum(not (one.composed or one.published) for one in edition.documents),
            most=moments.DAYS,
            number=number,
            paths=paths,
        )


def timeline_page(number: int) -> str:
    """The path of a page of the timeline."""
    return "timeline.html" if number == 1 else f"timeline-{number}.html"


def year_id(year: int) -> str:
    """The name of a year on its page."""
    return f"y{year}"


def year_name(year: int) -> str:
    """A year as it is read.

    >>> year_name(1917), year_name(0)
    ('1917', '1 BC')
    """
    return str(year) if year > 0 else f"{1 - year} BC"


def _links(parts: Sequence[Sequence[Entry]], paths: Sequence[str]) -> dict[int, str]:
    """Where each year begins."""
    found: dict[int, str] = {}
    for path, part in zip(paths, parts, strict=True):
        for one in part:
            found.setdefault(one.when.year, f"{path}#{year_id(one.when.year)}")
    return found


def _linked(years: Sequence[int]) -> list[int]:
    """The years that are linked at the head."""
    if len(years) <= YEARS:
        return list(years)
    firsts: dict[int, int] = {}
    for year in years:
        firsts.setdefault(year // 10, year)
    step = max(1, len(firsts) // YEARS)
    return list(firsts.values())[::step]


def _days(found: Sequence[Entry], old: set[str]) -> list[Day]:
    """The days of a year; what has a longer date stands at its beginning."""
    days = []
    for when, group in groupby(found, key=lambda one: (one.when, one.shown if not one.when.day else "")):
        days.append(Day(*_when(*when, old), list(group)))
    return days


def _when(when: Moment, shown: str, old: set[str]) -> tuple[str, str]:
    year = str(when.year)
    if not when.day:
        return shown, ""
    day = "{:04}-{:02}-{:02}".format(*when)
    written = calendars.old_style(day) if day in old else None
    return (date(day) or "").removesuffix(f" {year}"), (date(written) or "").removesuffix(f" {year}") if written else ""
