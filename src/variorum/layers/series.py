"""Whether the numbers of some headings are a series: they rise by one, and begin anew only with a new division."""

from __future__ import annotations

from collections.abc import Sequence

NONE, OUTER, INNER = range(3)
"""Whether a number is no part of its series, part of it, or part of a lesser one inside it."""
LEAP = 2
"""By how much a number may rise: one heading may have been missed."""

Member = tuple[str, int | None]
"""The name of a series and a number; None for what has no number and is always taken."""


def accepted(members: Sequence[Member | None], last: dict[str, int]) -> list[int]:
    """What each of the members is in its series; None among them is passed over.

    A series begins with one, or goes on where the `last` of its name ended, in a wider division before. `last` is
    brought up to date. A number by itself, a series whose name begins with bare or inner, is no series alone.

    >>> accepted([("ch.", 1), ("ch.", 2), ("ch.", 9), ("ch.", 3)], {})
    [1, 1, 0, 1]
    >>> accepted([("", 1), ("", 2), ("", 3), ("", 1), ("", 2), ("", 4)], {})
    [1, 1, 1, 2, 2, 1]
    """
    states = [NONE] * len(members)
    for name in {member[0] for member in members if member}:
        places = [place for place, member in enumerate(members) if member and member[0] == name]
        numbers = [member[1] for place in places if (member := members[place])]
        told = _states(numbers, last.get(name, 0))
        alone = told.count(OUTER) < 2 and name.startswith(("bare", "inner"))
        for place, state in zip(places, told, strict=True):
            states[place] = NONE if alone and state == OUTER else state
        taken = [number for number, place in zip(numbers, places, strict=True) if number and states[place] == OUTER]
        last[name] = taken[-1] if taken else last.get(name, 0)
    return states


def _states(numbers: Sequence[int | None], before: int) -> list[int]:
    states: list[int] = []
    current = 0
    inner = 0
    for place, number in enumerate(numbers):
        if number is None:
            states.append(OUTER)
        elif current and _rises(number, current) and not (inner and number == inner + 1 == current + 1 and inner < 2):
            states.append(OUTER)
            current, inner = number, 0
        elif inner and number == inner + 1:
            states.append(INNER)
            inner = number
        elif number == 1 and current and _is_inside(numbers[place + 1 :], current):
            states.append(INNER)
            inner = 1
        elif number == 1 and current > 1 and 2 not in numbers[place + 1 : place + 2]:
            states.append(NONE)
        elif number == 1 or (not current and before and _rises(number, before)):
            states.append(OUTER)
            current, inner = number, 0
        else:
            states.append(NONE)
    return states


def _rises(number: int, current: int) -> bool:
    return current < number <= current + LEAP


def _is_inside(following: Sequence[int | None], current: int) -> bool:
    """Whether a series that has just begun is inside the wider one: this goes on after it, or it is much shorter."""
    inner = 1
    for number in following:
        if number == current + 1 and inner > 1:
            return True
        if number == inner + 1:
            inner = number
        elif number == 1:
            break
    return 1 < inner <= current // 2
