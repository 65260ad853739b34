"""What an incomplete date is reckoned from: the date of the letter that it stands in, or one that stands before it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from variorum.layers.dates.calendars import GREGORIAN, Day
from variorum.layers.dates.events import events

CLOSE, NEAR, DOUBTED, FAR = 300, 1_000, 10_000, 20_000
"""How many code points after it a date is nearer than the letter's own; a month and year is reckoned from; a whole date
is reckoned from without doubt; is at all."""
_EDTF = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")


class Anchor(NamedTuple):
    """A date to reckon from: where it stands, how it reads, and as much of it as is known."""

    at: int
    shown: str
    year: int
    month: int | None = None
    day: Day | None = None
    calendar: str = GREGORIAN
    root: int = -1
    """Where the date stands that its own year was taken from; -1 if it names its year."""
    reach: int = FAR
    """How far after its root it may still be reckoned from."""

    def away(self, place: int) -> int:
        """How far a place is from where the year was named."""
        return place - (self.at if self.root < 0 else self.root)


class Home(NamedTuple):
    """A stretch of the text that has a date of its own."""

    start: int
    end: int
    anchor: Anchor


def _place(one: Anchor) -> int:
    return one.at


class Anchors:
    """The dates of a text so far, asked for the one that a place in it is reckoned from."""

    def __init__(self, text: str, homes: Sequence[Home], whole: Anchor | None, dated: Sequence[Anchor] = ()) -> None:
        """`dated` has the dates that say all themselves, in order; events tell the year only where there are none."""
        self._homes, self._whole, self._dated = homes, whole, dated
        told = () if dated or whole else events(text)
        self._events = [Anchor(at, " ".join(shown.split()), *event[:2]) for at, shown, event in told]
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

    def own(self, place: int) -> Anchor | None:
        """The day on which was written what stands at a place: of the letter inside, else of the document."""
        inside = [home for home in self._homes if home.start <= place < home.end]
        if inside:
            own = min(inside, key=lambda home: home.end - home.start).anchor
            return own if own.day else None
        return self._whole if self._whole and self._whole.day else None

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
        if before and before.away(place) <= before.reach:
            yield before
        if self._year and place - self._year.at <= NEAR:
            yield self._year
        if self._whole:
            yield self._whole
        after = bisect_right(self._dated, place, key=_place)
        if after < len(self._dated) and self._dated[after].at <= place + FAR:
            yield self._dated[after]

    def _nearest(self, place: int) -> Anchor | None:
        """The last date with a month before a place, or the last event with a known one, whichever is nearer."""
        before = bisect_left(self._events, place, key=_place)
        some = [one for one in (self._full, self._events[before - 1] if before else None) if one]
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
