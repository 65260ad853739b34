"""The cheapest reading of a run of paragraphs: which mark opens, which closes, which is an apostrophe.

A reading is a stack of open quotations. Each mark may open one, close one, or be neither; each paragraph's end may end
what is open, or carry it on, for nothing if the next paragraph opens with the same mark again. Every choice has a cost;
all readings are kept that may still turn out the cheapest (a Viterbi search over stacks, with a beam).
"""

from __future__ import annotations

from typing import NamedTuple

from variorum.layers.marks import DOUBLE, SINGLE, Mark

NESTED_ALIKE = (3, 3, 1, 1, 3, 3)
"""The cost, by family, of a quotation straight inside one with the same marks."""
CLOSES_TWO = (4, 4, 1, 1, 4, 4)
"""The cost of a mark that closes two quotations: Russian «Гостиница «Европа»."""
UNLIKE = 3
"""The cost of a pair of which one mark is straight and the other is not."""
MISTAKEN = 5
"""The cost of a single mark that closes what a double one opened, or the other way round."""
UNCLOSED = 5
UNCLOSED_INSIDE = 4
CARRIED, CARRIED_ON, GOES_ON = 4, 7, 1
"""The cost of going on into a paragraph that does not open with the mark again: into the second, into a later one, into
one that begins in the middle of a sentence."""
REOPENED_WITHIN = 4
"""The cost of a mark inside a paragraph that opens a quotation again: two paragraphs set as one."""
AFTER_CLOSING = 4
"""The cost of going on after a paragraph that ends with a closing mark of the same family."""
REOPENED_INNER = 1
DEEPEST = 12
"""Quotations that lie deeper than this are not looked for."""
STRAIGHT = frozenset("\"'") | {"''"}
MARGIN, BEAM = 12, 24
"""Readings dearer than the cheapest by more than this are given up, and those beyond this many."""


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


class _Event(NamedTuple):
    """What one choice did; `before` leads back to all that was chosen earlier."""

    before: _Event | None
    what: str
    opener: int
    mark: int


class _Reading(NamedTuple):
    """The cost of a reading so far, and its last event."""

    cost: int
    last: _Event | None


_Key = tuple[tuple[int, ...], int]
_Readings = dict[_Key, _Reading]
_START: _Key = ((), 0)


def paired(marks: list[Mark], units: list[Unit]) -> list[Quoted]:
    """The quotations of a run of paragraphs, in the order in which they end.

    >>> from variorum.layers.marks import marks
    >>> text = "“He said ‘no’ to us.”"
    >>> [(one.opener, one.closer) for one in paired(marks(text), [Unit(0, len(text), 0, 4, 1, False)])]
    [(1, 2), (0, 3)]
    """
    readings: _Readings = {_START: _Reading(0, None)}
    for at, unit in enumerate(units):
        following = units[at + 1] if at + 1 < len(units) else None
        plain = _plain(marks, unit, readings) if unit.first < unit.last else readings
        readings = plain if plain is not None else _within(marks, unit, readings)
        readings = _across(marks, unit, following, readings)
    return _settled(min(readings.values(), key=lambda reading: reading.cost).last, marks)


def _plain(marks: list[Mark], unit: Unit, readings: _Readings) -> _Readings | None:
    """The reading that costs nothing, if nothing is open and it is there to be seen."""
    if len(readings) > 1 or _START not in readings:
        return None
    cost, last = readings[_START]
    stack: list[int] = []
    for at in range(unit.first, unit.last):
        mark = marks[at]
        if mark.opens <= 1 < mark.neither - 4 and not (stack and marks[stack[-1]].family == mark.family):
            stack.append(at)
        elif mark.closes == 0 and stack and marks[stack[-1]].family == mark.family:
            last = _Event(last, "close", stack.pop(), at)
        elif mark.neither:
            return None
    return None if stack else {_START: _Reading(cost, last)}


def _within(marks: list[Mark], unit: Unit, readings: _Readings) -> _Readings:
    for at in range(unit.first, unit.last):
        found: _Readings = {}
        for (stack, skip), reading in readings.items():
            if at < skip:
                _keep(found, (stack, skip), reading.cost, reading.last)
            else:
                _choices(found, marks, unit, at, stack, reading)
        readings = _cheapest(found)
    return readings


def _choices(
    found: _Readings, marks: list[Mark], unit: Unit, at: int, stack: tuple[int, ...], so_far: _Reading
) -> None:
    """All that one mark may be, after one reading of what stands before it."""
    cost, last = so_far
    mark = marks[at]
    _keep(found, (stack, 0), cost + mark.neither, last)
    alike = bool(stack) and marks[stack[-1]].family == mark.family
    if len(stack) < DEEPEST:
        opened = cost + mark.opens + (NESTED_ALIKE[mark.family] if alike else 0)
        _keep(found, ((*stack, at), 0), opened, last)
    if alike:
        ended = _Event(last, "cut", stack[-1], at)
        _keep(found, ((*stack[:-1], at), 0), cost + mark.opens + UNCLOSED, ended)
        if stack[-1] < unit.first:
            again = _Event(last, "again", stack[-1], at)
            _keep(found, (stack, 0), cost + mark.opens + REOPENED_WITHIN, again)
    _closings(found, marks, at, stack, _Reading(cost + mark.closes, last))


def _closings(found: _Readings, marks: list[Mark], at: int, stack: tuple[int, ...], reading: _Reading) -> None:
    """The mark closes the innermost quotation of its family; those inside that one were never closed."""
    cost, last = reading
    family, unlike = marks[at].family, False
    for depth in range(len(stack) - 1, -1, -1):
        opener = marks[stack[depth]]
        if opener.family == family:
            closed = _Event(last, "close", stack[depth], at)
            unlike = (opener.glyph in STRAIGHT) != (marks[at].glyph in STRAIGHT)
            _keep(found, (stack[:depth], 0), cost + _far(opener, marks[at]) + UNLIKE * unlike, closed)
            if depth and marks[stack[depth - 1]].family == family:
                both = _Event(closed, "close", stack[depth - 1], at)
                _keep(found, (stack[: depth - 1], 0), cost + CLOSES_TWO[family], both)
            if not unlike:
                return
        elif depth == len(stack) - 1 and {opener.family, family} == {SINGLE, DOUBLE}:
            mistaken = cost + MISTAKEN + max(0, 4 - marks[at].neither)
            _keep(found, (stack[:depth], 0), mistaken, _Event(last, "close", stack[depth], at))
        last = _Event(last, "cut", stack[depth], at)
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
    if len(readings) == 1 and _START in readings:
        return readings
    found: _Readings = {}
    for (stack, _), (cost, last) in readings.items():
        ended = last
        for opener in reversed(stack):
            ended = _Event(ended, "end", opener, unit.end)
        _keep(found, _START, cost + UNCLOSED * len(stack), ended)
        if stack and following:
            carried = GOES_ON if following.goes_on else CARRIED if stack[0] >= unit.first else CARRIED_ON
            _keep(found, (stack, 0), cost + carried, last)
            _open_again(found, marks, unit, following, stack, _Reading(cost, last))
    return {_START: found[_START], **_cheapest(found)}  # that nothing is open is always possible between paragraphs


def _open_again(
    found: _Readings, marks: list[Mark], unit: Unit, following: Unit, stack: tuple[int, ...], reading: _Reading
) -> None:
    """The marks at the beginning of a paragraph repeat those that are open, outermost first."""
    cost, last = reading
    at, depth = following.first, 0
    for level, opener in enumerate(stack):
        if at < following.first + following.leading and marks[at].family == marks[opener].family:
            last = _Event(last, "again", opener, at)
            cost += REOPENED_INNER * (level - depth)
            at, depth = at + 1, level + 1
    if at == following.first:
        return
    ends_closed = unit.first < unit.last and marks[unit.last - 1].end >= unit.end
    closed_alike = ends_closed and marks[unit.last - 1].family == marks[stack[0]].family
    cost += 2 * (len(stack) > depth) + (AFTER_CLOSING if closed_alike else 0)
    _keep(found, (stack, at), cost, last)


def _keep(found: _Readings, key: _Key, cost: int, last: _Event | None) -> None:
    known = found.get(key)
    if known is None or cost < known.cost:
        found[key] = _Reading(cost, last)


def _cheapest(found: _Readings) -> _Readings:
    """Without the readings that are too dear; of equal ones those found first stay first."""
    limit = min(reading.cost for reading in found.values()) + MARGIN
    kept = [item for item in found.items() if item[1].cost <= limit]
    if len(kept) > BEAM:
        kept = sorted(kept, key=lambda item: item[1].cost)[:BEAM]
    return dict(kept)


def _settled(last: _Event | None, marks: list[Mark]) -> list[Quoted]:
    """The quotations that a chain of events made."""
    out: list[Quoted] = []
    reopened: dict[int, int] = {}
    for event in _forward(last):
        if event.what == "again":
            reopened[event.opener] = reopened.get(event.opener, 0) + 1
            continue
        closer = event.mark if event.what == "close" else None
        end = event.mark if event.what == "end" else marks[event.mark].start
        end = marks[event.mark].end if event.what == "close" else end
        out.append(Quoted(event.opener, closer, end, reopened.get(event.opener, 0)))
    return out


def _forward(last: _Event | None) -> list[_Event]:
    events: list[_Event] = []
    while last is not None:
        events.append(last)
        last = last.before
    return events[::-1]
