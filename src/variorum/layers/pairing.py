"""The cheapest reading of a run of paragraphs: which marks open and close its quotations.

Most quotations are opened and closed duly (`plain.py`); the rest is searched for (`readings.py`). The same few marks
stand one after another again and again, in a text and in the next one, so what follows from a state of the search is
worked out once and kept, as a lazy automaton does it; what was chosen is looked up when nothing is open any more.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from variorum.layers.glyphs import SINGLE
from variorum.layers.marks import Mark
from variorum.layers.plain import APOSTROPHE, Quoted, Step, Unit, ending, plain, plain_within
from variorum.layers.readings import START, Event, Following, Found, Open, State, at_end, at_mark

KEPT = 20_000
"""How many states are kept before all are forgotten."""
HARDLY = 4
"""A single mark that it costs more to take for an apostrophe is none, however far it stands from its pair."""


class _Move(NamedTuple):
    """Where a mark, or the end of a paragraph, leads."""

    state: State
    kept: tuple[int, ...] | None
    """For each mark that is open then, its number before; the mark itself comes after those. None: all that were."""
    came: tuple[Event, ...]
    """For each reading then, what was done last, before that, and so on to the reading's place in the state before."""


_Trail = list[tuple[_Move, tuple[int, ...], int, int]]
"""Moves that were made: which marks were open, and the mark and the end of the paragraph that each was about."""
_NOTHING_OPEN = State(((*START, 0),), (), 0, {})
_STATES: dict[Any, State] = {}


def paired(marks: list[Mark], count: int, marked: Sequence[int], unit: Callable[[int], Unit]) -> list[Quoted]:
    """The quotations of a run of paragraphs, in the order in which they end.

    It goes on up to paragraph `count`; those that are `marked` have marks, and only those that matter are asked for.

    >>> from variorum.layers.marks import marks
    >>> text = "“He said ‘no’ to us.”"
    >>> [(one.opener, one.closer) for one in paired(marks(text), 1, [0], lambda at: Unit(0, len(text), 0, 4, 1, False))]
    [(1, 2), (0, 3)]
    """
    steps: list[Step] = []
    done = -1
    for at in marked:
        if at <= done:
            continue
        easy = plain(marks, count, unit, at, steps)
        done = at if easy is None else easy
        if easy is None:
            done = _searched(marks, count, unit, at, steps)
    return _settled(steps, marks)


def _searched(marks: list[Mark], count: int, unit: Callable[[int], Unit], place: int, steps: list[Step]) -> int:
    """Read paragraphs until nothing is open, and tell the last one."""
    trail: _Trail = []
    state, open_ = _NOTHING_OPEN, tuple[int, ...]()
    one = unit(place)
    while True:
        state, open_ = _within(marks, one, state, open_, trail, steps)
        following = unit(place + 1) if place + 1 < count else None
        state, open_ = _across(marks, one, following, state, open_, trail)
        if state is _NOTHING_OPEN or following is None:  # nothing can be open after the last
            steps += _chosen(trail)
            return place
        one, place = following, place + 1


def _within(
    marks: list[Mark], unit: Unit, state: State, open_: tuple[int, ...], trail: _Trail, steps: list[Step]
) -> tuple[State, tuple[int, ...]]:
    """Read the marks of a paragraph."""
    at = unit.first
    while at < unit.last:
        if state is _NOTHING_OPEN:
            steps += _chosen(trail)
            read = plain_within(marks, at, unit.last, [], steps)
            at, steps[read.steps :] = read.empty, []
            if at == unit.last:
                break
        mark = marks[at]
        if mark.neither > 1 or mark.opens < APOSTROPHE or _may_close(state, mark.family):
            move = _at_mark(marks, mark, state, open_)
            trail.append((move, open_, at, 0))
            state = move.state
            if move.kept is not None:
                known = (*open_, at)
                open_ = tuple([known[n] for n in move.kept])
        at += 1
    return state, open_


def _may_close(state: State, family: int) -> bool:
    return any(one.family == family for one in state.open)


def _at_mark(marks: list[Mark], mark: Mark, state: State, open_: tuple[int, ...]) -> _Move:
    _, _, family, glyph, _, opens, closes, neither = mark
    far: tuple[int, ...] = ()
    if family == SINGLE and neither <= HARDLY:
        far = tuple([_far(marks[opener], mark) for opener in open_])
    asked = family, glyph, opens, closes, neither, far
    move: _Move | None = state.moves.get(asked)
    if move is None:
        move = state.moves[asked] = _move(at_mark(state, mark, far), state, Open(family, glyph))
    return move


def _far(opener: Mark, closer: Mark) -> int:
    """Two marks that could be apostrophes are a pair rather if they are near to one another."""
    if opener.family != SINGLE or opener.neither > HARDLY:
        return 0
    between = closer.start - opener.end
    if between <= 16:
        return -2 if opener.neither and closer.neither else 0
    return min(4, between // 40)


def _across(
    marks: list[Mark], unit: Unit, following: Unit | None, state: State, open_: tuple[int, ...], trail: _Trail
) -> tuple[State, tuple[int, ...]]:
    """Go from the end of one paragraph to the beginning of the next."""
    if state is _NOTHING_OPEN:
        return state, open_
    leads = _following(marks, following, len(open_)) if following else None
    asked = ending(marks, unit), leads
    move: _Move | None = state.moves.get(asked)
    if move is None:
        move = state.moves[asked] = _move(at_end(state, *asked), state, None)
    trail.append((move, open_, following.first if following else 0, unit.end))
    return move.state, open_ if move.kept is None else tuple([open_[n] for n in move.kept])


def _following(marks: list[Mark], unit: Unit, most: int) -> Following:
    leading = marks[unit.first : unit.first + min(unit.leading, most)]
    return Following(unit.goes_on, tuple([mark.family for mark in leading]))


def _move(found: Found, state: State, new: Open | None) -> _Move:
    """A move to what was found; `new` is the mark that may be open then, or None between paragraphs."""
    open_ = state.open if new is None else (*state.open, new)
    kept = sorted({opener for stack, _ in found for opener in stack})
    least = min([cost for cost, _ in found.values()])
    before = sum([opener < state.before for opener in kept]) if new else len(kept)
    came = tuple([last for _, last in found.values()])
    if len(kept) == len(open_):
        readings = tuple([(stack, ahead, cost - least) for (stack, ahead), (cost, _) in found.items()])
    else:
        number = {opener: n for n, opener in enumerate(kept)}
        readings = tuple(
            [
                (tuple([number[one] for one in stack]), ahead, cost - least)
                for (stack, ahead), (cost, _) in found.items()
            ]
        )
        open_ = tuple([open_[opener] for opener in kept])
    return _Move(_state(readings, open_, before), None if kept == [*range(len(state.open))] else tuple(kept), came)


def _state(readings: tuple[tuple[tuple[int, ...], int, int], ...], open_: tuple[Open, ...], before: int) -> State:
    """The one state that is like this; all are forgotten when there are too many."""
    if readings == _NOTHING_OPEN.readings:
        return _NOTHING_OPEN
    if len(_STATES) > KEPT:
        _NOTHING_OPEN.moves.clear()
        _STATES.clear()
    return _STATES.setdefault((readings, open_, before), State(readings, open_, before, {}))


def _chosen(trail: _Trail) -> list[Step]:
    """What was done on the way to the one reading that is left; the trail is empty then."""
    steps: list[Step] = []
    place: Event = 0
    while trail:
        move, open_, mark, end = trail.pop()
        place = move.came[place]
        while not isinstance(place, int):
            place, what, opener, on = place
            steps.append((what, mark if opener == len(open_) else open_[opener], end if what == "end" else mark + on))
    return steps[::-1]


def _settled(steps: list[Step], marks: list[Mark]) -> list[Quoted]:
    """The quotations that were read."""
    out: list[Quoted] = []
    reopened: dict[int, int] = {}
    for what, opener, mark in steps:
        if what == "again":
            reopened[opener] = reopened.get(opener, 0) + 1
            continue
        end = mark if what == "end" else marks[mark].end if what == "close" else marks[mark].start
        out.append(Quoted(opener, mark if what == "close" else None, end, reopened.pop(opener, 0)))
    return out
