"""The reading of marks that costs nothing, where it is there to be seen: most quotations are opened and closed duly."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from variorum.layers.marks import Mark

APOSTROPHE = 6
"""What it costs at least to open a quotation with a mark that is hardly a quotation mark, where no other of its
family is open: it is an apostrophe without a second look."""
PLAIN = 40
"""How many paragraphs a quotation may have that is read without a second look."""


class Unit(NamedTuple):
    """A paragraph: its span, and its marks in the run's list of marks; `leading` of them open it.

    One that `goes_on` begins in the middle of a sentence, with a small letter.
    """

    start: int
    end: int
    first: int
    last: int
    leading: int
    goes_on: bool


class Quoted(NamedTuple):
    """A quotation as read: the marks that opened and closed it, its end, and how often it was opened again."""

    opener: int
    closer: int | None
    end: int
    reopened: int


Event = Any
"""What one choice did: (what led here, or None; what; the opening mark; the mark or place). Millions are made, and a
plain tuple is made five times as fast as a named one."""
Reading = tuple[int, Event]
"""The cost of a reading so far, and its last event."""


def plain(
    marks: list[Mark], count: int, unit: Callable[[int], Unit], first: int, last: Event
) -> tuple[int, Event] | None:
    """The reading that costs nothing, if it is there to be seen, and the paragraph with which it ends."""
    stack: list[int] = []
    for place in range(first, min(count, first + PLAIN)):
        one = unit(place)
        if one.leading < len(stack) or any(marks[one.first + n].family != marks[o].family for n, o in enumerate(stack)):
            return None
        for level, opener in enumerate(stack):
            last = (last, "again", opener, one.first + level)
        read, _, _, last = plain_within(marks, one.first + len(stack), one.last, stack, last)
        if not read:
            return None
        if not stack:
            return place, last
        if ends_closed(marks, one, stack[0]):
            return None
    return None


def plain_within(
    marks: list[Mark], first: int, end: int, stack: list[int], last: Event
) -> tuple[bool, int, Event, Event]:
    """Whether marks may be read for nothing; up to where nothing is open, with what was read so far; and all of it."""
    families = [marks[opener].family for opener in stack]
    empty, then = first, last
    for at in range(first, end):
        _, _, family, _, _, opens, closes, neither = marks[at]
        if opens <= 1 < neither - 4 and not (families and families[-1] == family):
            stack.append(at)
            families.append(family)
        elif closes == 0 and families and families[-1] == family:
            last = (last, "close", stack.pop(), at)
            families.pop()
        elif neither and (neither > 1 or opens < APOSTROPHE or family in families):
            return False, empty, then, last
        if not families:
            empty, then = at + 1, last
    return True, empty, then, last


def ends_closed(marks: list[Mark], unit: Unit, opener: int) -> bool:
    """Whether a paragraph ends with a closing mark of the family of an opening one."""
    last = marks[unit.last - 1]
    return unit.first < unit.last and last.end >= unit.end and last.family == marks[opener].family
