"""What an incomplete date is reckoned from: the date of the letter that it stands in, or one that stands before it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from variorum.layers.dates.calendars import GREGORIAN, Day
from variorum.layers.dates.forms import events

CLOSE, FAR, DOUBTED = 300, 20_000, 5_000
"""Within how many code points a date before is nearer than the letter's own; is looked at at all; is not doubted."""
_EDTF = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")


class Anchor(NamedTuple):
    """A date to reckon from: where it stands, how it reads, and as much of it as is known."""

    at: int
    shown: str
    year: int
    month: int | None = None
    day: Day | None = None
    calendar: str = GREGORIAN


class Home(NamedTuple):
    """A stretch of the text that has a date of its own."""

    start: int
    end: int
    anchor: Anchor


class Anchors:
    """The dates of a text so far, asked for the one that a place in it is reckoned from."""

    def __init__(self, text: str, homes: Sequence[Home], whole: Anchor | None) -> None:
        self._homes, self._whole = homes, whole
        self._events = [
            Anchor(at, shown, year, month) for at, shown, (year, month, _) in events(text)
        ]
        self._full: Anchor | None = None
        self._year: Anchor | None = None
        self._days: list[Anchor] = []

    def add(self, anchor: Anchor) -> None:
        """A date that was understood."""
        if anchor.month is None:
            self._year = anchor
            return
        self._full = anchor
        if anchor.day:
            self._days.append(anchor)

    def at(self, place: int) -> Anchor | None:
        """What gives the year, and perhaps the month, of a date at this place."""
        return next(self._candidates(place), None)

    def day_before(self, place: int, within: int) -> Anchor | None:
        """The last whole day that stands before, not farther away than so many code points."""
        last = self._days[-1] if self._days else None
        return last if last and place - last.at <= within else None

    def _candidates(self, place: int) -> Iterator[Anchor]:
        before = self._nearest(place)
        if before and place - before.at <= CLOSE:
            yield before
        inside = [home for home in self._homes if home.start <= place < home.end]
        yield from (home.anchor for home in sorted(inside, key=lambda home: home.end - home.start))
        if before and place - before.at <= FAR:
            yield before
        if self._year and place - self._year.at <= FAR:
            yield self._year
        if self._whole:
            yield self._whole

    def _nearest(self, place: int) -> Anchor | None:
        """The last date with a month before a place, or the last event with a known one, whichever is nearer."""
        named = [one for one in self._events if one.at < place]
        some = [one for one in (self._full, named[-1] if named else None) if one]
        return max(some, key=lambda one: one.at, default=None)


def stated(edtf: str | None, what: str) -> Anchor | None:
    """A date that is known of a document or of a letter inside it.

    >>> stated("1850-01-15", "the letter’s own date").month
    1
    """
    match = _EDTF.match(edtf or "")
    if not match:
        return None
    year, month, day = (int(part) if part else None for part in match.groups())
    whole = Day(year or 0, month, day) if month and day else None
    return Anchor(0, f"{what} ({match.group()})", year or 0, month, whole)
