"""Marks paired by looking at every reading each time: the oracle for `variorum.layers.pairing`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from variorum.layers.glyphs import DOUBLE, SINGLE
from variorum.layers.marks import Mark
from variorum.layers.plain import APOSTROPHE, PLAIN, Quoted, Unit
from variorum.layers.readings import (
    AFTER_CLOSING,
    BEAM,
    CARRIED,
    CARRIED_ON,
    CLOSES_TWO,
    DEEPEST,
    GOES_ON,
    MARGIN,
    MISTAKEN,
    NESTED_ALIKE,
    REOPENED_INNER,
    REOPENED_WITHIN,
    STRAIGHT,
    UNCLOSED,
    UNCLOSED_INSIDE,
    UNLIKE,
)

Event = Any
Reading = tuple[int, Event]
_Key = tuple[tuple[int, ...], int]
"""The marks that are open, and the first mark that is not yet read."""
_Readings = dict[_Key, Reading]
_START: _Key = ((), 0)


def paired(marks: list[Mark], count: int, marked: Sequence[int], unit: Callable[[int], Unit]) -> list[Quoted]:
    readings: _Readings = {_START: (0, None)}
    done = -1
    for at in marked:
        while done + 1 < at and not _nothing_open(readings):
            done += 1
            readings = _across(marks, unit(done), unit(done + 1), readings)
        if at <= done:
            continue
        done, one = at, unit(at)
        if _nothing_open(readings) and (easy := plain(marks, count, unit, at, readings[_START][1])):
            done, readings = easy[0], {_START: (readings[_START][0], easy[1])}
            continue
        readings = _across(marks, one, unit(at + 1) if at + 1 < count else None, _within(marks, one, readings))
    while done + 1 < count and not _nothing_open(readings):
        done += 1
        readings = _across(marks, unit(done), unit(done + 1) if done + 1 < count else None, readings)
    return _settled(min(readings.values(), key=_cost)[1], marks)


def _nothing_open(readings: _Readings) -> bool:
    return len(readings) == 1 and _START in readings


def _cost(reading: Reading) -> int:
    return reading[0]


def _within(marks: list[Mark], unit: Unit, readings: _Readings) -> _Readings:
    at = unit.first
    while at < unit.last:
        if _nothing_open(readings):
            cost, last = readings[_START]
            _, at, last, _ = plain_within(marks, at, unit.last, [], last)
            readings = {_START: (cost, last)}
        if at < unit.last and not _is_apostrophe(marks, at, readings):
            readings = _one(marks, unit, at, readings)
        at += 1
    return readings


def _one(marks: list[Mark], unit: Unit, at: int, readings: _Readings) -> _Readings:
    """The readings of a mark after each reading of those before it."""
    found: _Readings = {}
    dearest = MARGIN + min([_least(marks, at, stack, reading[0]) for (stack, _), reading in readings.items()])
    for (stack, skip), reading in readings.items():
        if at < skip:
            _keep(found, (stack, skip), *reading)
        else:
            _choices(found, marks, unit, at, stack, reading, dearest)
    return _cheapest(found) if len(found) > 1 else found


def _least(marks: list[Mark], at: int, stack: tuple[int, ...], cost: int) -> int:
    """A bound: what the cheapest choice for a mark costs at most after a reading."""
    _, _, family, glyph, _, opens, closes, neither = marks[at]
    if not stack or marks[stack[-1]].family != family:
        return cost + min(neither, opens)
    alike = family != SINGLE and (marks[stack[-1]].glyph in STRAIGHT) == (glyph in STRAIGHT)
    return cost + min(neither, opens + NESTED_ALIKE[family], closes if alike else neither)


def _is_apostrophe(marks: list[Mark], at: int, readings: _Readings) -> bool:
    mark = marks[at]
    return mark.neither <= 1 and mark.opens >= APOSTROPHE and not _opened(marks, mark.family, readings)


def _opened(marks: list[Mark], family: int, readings: _Readings) -> bool:
    """Whether a mark of a family may be open."""
    return any(marks[opener].family == family for stack, _ in readings for opener in stack)


def _choices(
    found: _Readings, marks: list[Mark], unit: Unit, at: int, stack: tuple[int, ...], so_far: Reading, dearest: int
) -> None:
    """All that one mark may be, after one reading of what stands before it, if it is not too dear."""
    cost, last = so_far
    mark = marks[at]
    _keep(found, (stack, 0), cost + mark.neither, last)
    alike = bool(stack) and marks[stack[-1]].family == mark.family
    opened = cost + mark.opens
    if opened <= dearest:
        if len(stack) < DEEPEST:
            _keep(found, ((*stack, at), 0), opened + (NESTED_ALIKE[mark.family] if alike else 0), last)
        if alike:
            _keep(found, ((*stack[:-1], at), 0), opened + UNCLOSED, (last, "cut", stack[-1], at))
            if stack[-1] < unit.first:
                _keep(found, (stack, 0), opened + REOPENED_WITHIN, (last, "again", stack[-1], at))
    if stack and cost + mark.closes - 2 <= dearest:
        _closings(found, marks, at, stack, (cost + mark.closes, last))


def _closings(found: _Readings, marks: list[Mark], at: int, stack: tuple[int, ...], reading: Reading) -> None:
    """The mark closes the innermost quotation of its family; those inside that one were never closed."""
    cost, last = reading
    family, unlike = marks[at].family, False
    for depth in range(len(stack) - 1, -1, -1):
        opener = marks[stack[depth]]
        if opener.family == family:
            closed = (last, "close", stack[depth], at)
            unlike = (opener.glyph in STRAIGHT) != (marks[at].glyph in STRAIGHT)
            _keep(found, (stack[:depth], 0), cost + _far(opener, marks[at]) + UNLIKE * unlike, closed)
            if depth and marks[stack[depth - 1]].family == family:
                both = (closed, "close", stack[depth - 1], at)
                _keep(found, (stack[: depth - 1], 0), cost + CLOSES_TWO[family], both)
            if not unlike:
                return
        elif depth == len(stack) - 1 and {opener.family, family} == {SINGLE, DOUBLE}:
            mistaken = cost + MISTAKEN + max(0, 4 - marks[at].neither)
            _keep(found, (stack[:depth], 0), mistaken, (last, "close", stack[depth], at))
        last = (last, "cut", stack[depth], at)
        cost += UNCLOSED_INSIDE


def _far(opener: Mark, closer: Mark) -> int:
    """Two marks that could be apostrophes are a pair rather if they are near to one another."""
    if opener.family != SINGLE or max(opener.neither, closer.neither) > 4:
        return 0
    between = closer.start - opener.end
    if between <= 16:
        return -2 if opener.neither and closer.neither else 0
    return min(4, between // 40)


def _across(marks: list[Mark], unit: Unit, following: Unit | None, readings: _Readings) -> _Readings:
    """From the end of one paragraph to the beginning of the next."""
    found: _Readings = {}
    for (stack, _), (cost, last) in readings.items():
        ended = last
        for opener in reversed(stack):
            ended = (ended, "end", opener, unit.end)
        _keep(found, _START, cost + UNCLOSED * len(stack), ended)
        if stack and following:
            carried = GOES_ON if following.goes_on else CARRIED if stack[0] >= unit.first else CARRIED_ON
            _keep(found, (stack, 0), cost + carried, last)
            _open_again(found, marks, unit, following, stack, (cost, last))
    alike = _alike(found, marks)
    return {_START: alike[_START], **_cheapest(alike)}  # that nothing is open is always possible between paragraphs


def _alike(found: _Readings, marks: list[Mark]) -> _Readings:
    """Of readings that differ only in which mark of a character opened what is open, the cheapest: they go on alike."""
    best: dict[tuple[tuple[str, ...], int], tuple[_Key, Reading]] = {}
    for key, reading in found.items():
        glyphs = tuple([marks[at].glyph for at in key[0]]), key[1]
        if glyphs not in best or reading[0] < best[glyphs][1][0]:
            best[glyphs] = key, reading
    return dict(best.values())


def _open_again(
    found: _Readings, marks: list[Mark], unit: Unit, following: Unit, stack: tuple[int, ...], reading: Reading
) -> None:
    """The marks at the beginning of a paragraph repeat those that are open, outermost first."""
    cost, last = reading
    at, depth = following.first, 0
    for level, opener in enumerate(stack):
        if at < following.first + following.leading and marks[at].family == marks[opener].family:
            last = (last, "again", opener, at)
            cost += REOPENED_INNER * (level - depth)
            at, depth = at + 1, level + 1
    if at == following.first:
        return
    cost += 2 * (len(stack) > depth) + (AFTER_CLOSING if ends_closed(marks, unit, stack[0]) else 0)
    _keep(found, (stack, at), cost, last)


def _keep(found: _Readings, key: _Key, cost: int, last: Event) -> None:
    known = found.get(key)
    if known is None or cost < known[0]:
        found[key] = (cost, last)


def _cheapest(found: _Readings) -> _Readings:
    """Without the readings that are too dear; of equal ones those found first stay first."""
    limit = min(found.values(), key=_cost)[0] + MARGIN
    kept = [item for item in found.items() if item[1][0] <= limit]
    if len(kept) > BEAM:
        kept = sorted(kept, key=lambda item: item[1][0])[:BEAM]
    return dict(kept)


def _settled(last: Event, marks: list[Mark]) -> list[Quoted]:
    """The quotations that a chain of events made."""
    out: list[Quoted] = []
    reopened: dict[int, int] = {}
    for _, what, opener, mark in _forward(last):
        if what == "again":
            reopened[opener] = reopened.get(opener, 0) + 1
            continue
        end = mark if what == "end" else marks[mark].end if what == "close" else marks[mark].start
        out.append(Quoted(opener, mark if what == "close" else None, end, reopened.get(opener, 0)))
    return out


def _forward(last: Event) -> list[Event]:
    events: list[Event] = []
    while last is not None:
        events.append(last)
        last = last[0]
    return events[::-1]


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
