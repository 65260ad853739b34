"""What marks may be: which opens, which closes, which is an apostrophe, and what each way of reading them costs.

A reading is a stack of open quotations. Each mark may open one, close one, or be neither; each paragraph's end may end
what is open, or carry it on, for nothing if the next paragraph opens with the same mark again. Every choice has a cost;
all readings are kept that may still turn out the cheapest (a Viterbi search over stacks, with a beam). What follows
from a state of the search depends on that state and the next mark alone, so `pairing.py` need not ask it twice.
"""

from __future__ import annotations

from typing import Any, NamedTuple

from variorum.layers.glyphs import DOUBLE, SINGLE
from variorum.layers.marks import Mark

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
MARGIN, BEAM = 10, 24
"""Readings dearer than the cheapest by more than this are given up, and those beyond this many."""

Stack = tuple[int, ...]
Event = Any
"""What one choice did: (what led here; what; the number of the opening mark; how many marks on). What led to the first
is the place of a reading in the state before. Many are made, and a plain tuple is made five times as fast as a named
one."""
Key = tuple[Stack, int]
"""The marks that are open; and one more than the marks to come that are read, 0 if none was read ahead."""
Found = dict[Key, tuple[int, Event]]
"""Each reading's cost, and its last event."""
START: Key = ((), 0)


class Open(NamedTuple):
    """A mark that may be open: what of it matters to those that follow."""

    family: int
    glyph: str


class State(NamedTuple):
    """All that may be open at a place. Marks are numbered in their order, and cost is counted from the cheapest."""

    readings: tuple[tuple[Stack, int, int], ...]
    """For each its stack, what of a key stands beside it, and its cost."""
    open: tuple[Open, ...]
    before: int
    """How many of the open marks stand in paragraphs before."""
    moves: dict[Any, Any]
    """Where marks and ends of paragraphs lead from here, as far as that was asked."""


class Following(NamedTuple):
    """The next paragraph: whether it begins in the middle of a sentence, and the families of the marks that open it."""

    goes_on: bool
    leading: tuple[int, ...]


class _Here(NamedTuple):
    """A mark, where it stands."""

    open: tuple[Open, ...]
    before: int
    mark: Mark
    far: tuple[int, ...]
    dearest: int


def at_mark(state: State, mark: Mark, far: tuple[int, ...]) -> Found:
    """What a mark may be, after each reading of those before it; `far` is what each open mark's distance costs."""
    found: Found = {}
    dearest = MARGIN + min([_least(state.open, mark, stack, cost) for stack, _, cost in state.readings])
    here = _Here(state.open, state.before, mark, far, dearest)
    for place, (stack, ahead, cost) in enumerate(state.readings):
        if ahead > 1:
            _keep(found, (stack, ahead - 1), cost, place)
        else:
            _choices(found, here, stack, cost, place)
    return _cheapest(found) if len(found) > 1 else found


def _least(open_: tuple[Open, ...], mark: Mark, stack: Stack, cost: int) -> int:
    """A bound: what the cheapest choice for a mark costs at most after a reading."""
    _, _, family, glyph, _, opens, closes, neither = mark
    if not stack or open_[stack[-1]].family != family:
        return cost + min(neither, opens)
    alike = family != SINGLE and (open_[stack[-1]].glyph in STRAIGHT) == (glyph in STRAIGHT)
    return cost + min(neither, opens + NESTED_ALIKE[family], closes if alike else neither)


def _choices(found: Found, here: _Here, stack: Stack, cost: int, last: Event) -> None:
    """All that one mark may be, after one reading of what stands before it, if it is not too dear."""
    mark, new = here.mark, len(here.open)
    _keep(found, (stack, 0), cost + mark.neither, last)
    alike = bool(stack) and here.open[stack[-1]].family == mark.family
    opened = cost + mark.opens
    if opened <= here.dearest:
        if len(stack) < DEEPEST:
            _keep(found, ((*stack, new), 0), opened + (NESTED_ALIKE[mark.family] if alike else 0), last)
        if alike:
            _keep(found, ((*stack[:-1], new), 0), opened + UNCLOSED, (last, "cut", stack[-1], 0))
            if stack[-1] < here.before:
                _keep(found, (stack, 0), opened + REOPENED_WITHIN, (last, "again", stack[-1], 0))
    if stack and cost + mark.closes - 2 <= here.dearest:
        _closings(found, here, stack, cost + mark.closes, last)


def _closings(found: Found, here: _Here, stack: Stack, cost: int, last: Event) -> None:
    """The mark closes the innermost quotation of its family; those inside that one were never closed."""
    family, unlike = here.mark.family, False
    for depth in range(len(stack) - 1, -1, -1):
        opener = here.open[stack[depth]]
        if opener.family == family:
            closed = (last, "close", stack[depth], 0)
            unlike = (opener.glyph in STRAIGHT) != (here.mark.glyph in STRAIGHT)
            far = here.far[stack[depth]] if here.far else 0
            _keep(found, (stack[:depth], 0), cost + far + UNLIKE * unlike, closed)
            if depth and here.open[stack[depth - 1]].family == family:
                both = (closed, "close", stack[depth - 1], 0)
                _keep(found, (stack[: depth - 1], 0), cost + CLOSES_TWO[family], both)
            if not unlike:
                return
        elif depth == len(stack) - 1 and {opener.family, family} == {SINGLE, DOUBLE}:
            mistaken = cost + MISTAKEN + max(0, 4 - here.mark.neither)
            _keep(found, (stack[:depth], 0), mistaken, (last, "close", stack[depth], 0))
        last = (last, "cut", stack[depth], 0)
        cost += UNCLOSED_INSIDE


def at_end(state: State, ending: int, following: Following | None) -> Found:
    """From a paragraph’s end to the next one’s beginning; `ending` is the family of a mark that ends it, or -1."""
    found: Found = {}
    for place, (stack, _, cost) in enumerate(state.readings):
        ended: Event = place
        for opener in reversed(stack):
            ended = (ended, "end", opener, 0)
        _keep(found, START, cost + UNCLOSED * len(stack), ended)
        if stack and following:
            carried = GOES_ON if following.goes_on else CARRIED if stack[0] >= state.before else CARRIED_ON
            _keep(found, (stack, 0), cost + carried, place)
            closed = AFTER_CLOSING if ending == state.open[stack[0]].family else 0
            _open_again(found, state, following.leading, stack, cost + closed, place)
    alike = _alike(found, state)
    return {START: alike[START], **_cheapest(alike)}  # that nothing is open is always possible between paragraphs


def _alike(found: Found, state: State) -> Found:
    """Of readings that differ only in which mark of a character opened what is open, the cheapest: they go on alike."""
    best: dict[tuple[tuple[str, ...], int], tuple[Key, tuple[int, Event]]] = {}
    for key, reading in found.items():
        glyphs = tuple([state.open[opener].glyph for opener in key[0]]), key[1]
        if glyphs not in best or reading[0] < best[glyphs][1][0]:
            best[glyphs] = key, reading
    return dict(best.values())


def _open_again(found: Found, state: State, leading: tuple[int, ...], stack: Stack, cost: int, last: Event) -> None:
    """The marks at the beginning of a paragraph repeat those that are open, outermost first."""
    read, depth = 0, 0
    for level, opener in enumerate(stack):
        if read < len(leading) and leading[read] == state.open[opener].family:
            last = (last, "again", opener, read)
            cost += REOPENED_INNER * (level - depth)
            read, depth = read + 1, level + 1
    if read:
        _keep(found, (stack, read + 1), cost + 2 * (len(stack) > depth), last)


def _keep(found: Found, key: Key, cost: int, last: Event) -> None:
    known = found.get(key)
    if known is None or cost < known[0]:
        found[key] = (cost, last)


def _cost(reading: tuple[int, Event]) -> int:
    return reading[0]


def _cheapest(found: Found) -> Found:
    """Without the readings that are too dear; of equal ones those found first stay first."""
    limit = min(found.values(), key=_cost)[0] + MARGIN
    kept = [item for item in found.items() if item[1][0] <= limit]
    if len(kept) > BEAM:
        kept = sorted(kept, key=lambda item: item[1][0])[:BEAM]
    return dict(kept)
