"""The reading of marks that costs nothing, where it is there to be seen: most quotations are opened and closed duly."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

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


class Read(NamedTuple):
    """How far marks could be read for nothing."""

    whole: bool
    empty: int
    """The mark before which nothing is open for the last time."""
    steps: int
    """How many steps led there."""


Step = tuple[str, int, int]
"""What was done: “close”, “cut”, “end” or “again”; the opening mark; the mark, or the place of the end."""


def plain(marks: list[Mark], count: int, unit: Callable[[int], Unit], first: int, steps: list[Step]) -> int | None:
    """Read what costs nothing, if it is there to be seen, and tell the paragraph with which it ends."""
    stack: list[int] = []
    done: list[Step] = []
    for place in range(first, min(count, first + PLAIN)):
        one = unit(place)
        if one.leading < len(stack) or any(marks[one.first + n].family != marks[o].family for n, o in enumerate(stack)):
            return None
        done += [("again", opener, one.first + level) for level, opener in enumerate(stack)]
        if not plain_within(marks, one.first + len(stack), one.last, stack, done).whole:
            return None
        if not stack:
            steps += done
            return place
        if ending(marks, one) == marks[stack[0]].family:
            return None
    return None


def plain_within(marks: list[Mark], first: int, end: int, stack: list[int], steps: list[Step]) -> Read:
    """Read marks for nothing as far as they may be; `stack` and `steps` are carried on."""
    families = [marks[opener].family for opener in stack]
    empty, then = first, len(steps)
    for at in range(first, end):
        _, _, family, _, _, opens, closes, neither = marks[at]
        if opens <= 1 < neither - 4 and not (families and families[-1] == family):
            stack.append(at)
            families.append(family)
        elif closes == 0 and families and families[-1] == family:
            steps.append(("close", stack.pop(), at))
            families.pop()
        elif neither and (neither > 1 or opens < APOSTROPHE or family in families):
            return Read(False, empty, then)
        if not families:
            empty, then = at + 1, len(steps)
    return Read(True, empty, then)


def ending(marks: list[Mark], unit: Unit) -> int:
    """The family of the mark with which a paragraph ends, or -1."""
    last = marks[unit.last - 1]
    return last.family if unit.first < unit.last and last.end >= unit.end else -1
