"""How far an alignment extends from two places, in a band of diagonals, and what it is worth.

A worth is in thousandths of a bit. Alignments carry it in the high bits of a number whose low bits count the words
that are the same, so that both travel together and of two alignments of one worth the more faithful wins.

`alignments.kernels` calls these, and numba's cache looks at a kernel's own file only: whoever changes this file empties
`__pycache__`.
"""

from __future__ import annotations

from typing import Any

import numba

from variorum.passages.alignments.likeness.kernels import DROP, GAP, MISMATCH, SAME, likeness
from variorum.passages.alignments.trails.kernels import BAND, mark
from variorum.passages.signs import MARKED

kernel = numba.njit(nogil=True, cache=True)
inlined = numba.njit(nogil=True, cache=True, forceinline=True)

LANES = 2 * BAND + 1

EDGE = 10_000 << SAME
"""What it is worth that an alignment ends at a quotation mark."""

NOTHING = -(1 << 62)

AGAIN = 3
"""When so many words in a row are the same again on the best diagonal, no other is followed any more."""

VALUE, AT_P, AT_Q, BEST, BEST_P, BEST_Q = range(6)
"""What is remembered of an extension: its worth and how far it is; its greatest worth and how far it was then."""


@kernel
def extend(corpus: Any, p: int, q: int, step: int, reach: Any, room: Any) -> tuple[int, int, int]:
    """The best alignment that begins at two places: its worth, and how many words it takes on either side.

    It runs forwards or backwards (`step`), within the reach on either side: along words that are the same as long as
    there are any, then in a band of diagonals, until the words are the same again for a while. It stops where all of a
    row of the band has fallen too far below the best (X-drop; Altschul et al. 1990). The corpus and the room are lent:
    a row of the band, one of letters, what is remembered (`VALUE` and the others), a trail, and how many cells it has.
    """
    state = room[2]
    for nth in range(BEST_Q + 1):
        state[nth] = 0
    if step < 0:
        state[BEST] = _edge(corpus.signs, p, 0, 1, step) | _edge(corpus.signs, q, 0, 1, step)
    while True:
        _follow(corpus, p, q, step, reach, room)
        if not _search(corpus, p, q, step, reach, room):
            return state[BEST], state[BEST_P], state[BEST_Q]


@inlined
def _follow(corpus: Any, p: int, q: int, step: int, reach: Any, room: Any) -> None:
    """Goes on along words that are the same."""
    (_, _, state, path, cells), words = room, corpus.words
    value, i, j = state[VALUE], state[AT_P], state[AT_Q]
    while i < reach[0] and j < reach[1] and words[p + step * i] == words[q + step * j]:
        value += (match(words, corpus.worths, p + step * i, q + step * j) << SAME) + 1
        i, j = i + 1, j + 1
        mark(path, cells, p, q, step, i, j)
        _reach(corpus.signs, p, q, step, reach, state, value, i, j)
    state[VALUE], state[AT_P], state[AT_Q] = value, i, j


@inlined
def _reach(signs: Any, p: int, q: int, step: int, reach: Any, state: Any, value: int, i: int, j: int) -> None:
    """Notes how far the alignment has come, if it has never been worth so much."""
    worth = value + (_edge(signs, p, i, reach[0], step) | _edge(signs, q, j, reach[1], step))
    if worth > state[BEST]:
        state[BEST], state[BEST_P], state[BEST_Q] = worth, i, j


@kernel
def _search(corpus: Any, p: int, q: int, step: int, reach: Any, room: Any) -> bool:
    """Goes on in a band of diagonals that follows the best one; tells whether the words are the same again."""
    row, letters, state, path, cells = room
    begun_p, begun_q, top = state[AT_P], state[AT_Q], state[VALUE]
    _begin(row, top)
    shift, same, top_lane, idle, moved = 0, 0, BAND, 0, False
    for i in range(begun_p + 1, reach[0] + 1):
        first, floor, leading, on = begun_q + i - begun_p + shift - BAND, state[BEST] - DROP, top, NOTHING
        at_p, at_q, high, bonus = p + step * (i - 1), q + step * (first - 1), min(LANES, reach[1] - first + 1), 0
        if top > floor and begun_q < first + top_lane < first + high:  # others are not looked at by letters
            bonus = _alike(corpus, at_p, at_q + step * top_lane, letters)
        if moved or bonus or high < LANES or _any_same(corpus, at_q if step > 0 else at_q - LANES + 1, at_p):
            _fall(row, idle)
            top, on = _next(corpus, row, floor, (at_p, at_q, step), high, (top_lane, bonus))
            idle, moved = 0, False
            if top >= floor and row[top_lane] != top:
                top_lane = _first(row, top)
        else:
            top, idle = top - GAP, idle + 1
        if top < floor:
            return False
        mark(path, cells, p, q, step, i, first + top_lane)
        if top > leading:
            _reach(corpus.signs, p, q, step, reach, state, top, i, first + top_lane)
        same = same + 1 if top == on else 0
        if same == AGAIN:
            state[VALUE], state[AT_P], state[AT_Q] = top, i, first + top_lane
            return True
        if abs(top_lane - BAND) > BAND // 2:
            _fall(row, idle)
            by = _recentre(row, 1 if top_lane > BAND else -1)
            shift, top_lane, idle, moved = shift + by, top_lane - by, 0, True
    return False


@inlined
def _begin(row: Any, top: int) -> None:
    """The first row of a band: what it costs to leave out words of one side."""
    for lane in range(BAND):
        row[lane] = NOTHING
    for ahead in range(BAND + 1):
        row[BAND + ahead] = top - ahead * GAP
    row[LANES] = NOTHING


@inlined
def _any_same(corpus: Any, start: int, p: int) -> bool:
    """Whether a word is one of those in the lanes; also where they are not all there to be looked at."""
    if start < 0 or start + LANES > corpus.places:
        return True
    word, same = corpus.words[p], False
    for lane in range(LANES):
        same |= corpus.words[start + lane] == word
    return same


@inlined
def _fall(row: Any, rows: int) -> None:
    """So many rows in which no words are the same: to leave out a word costs as much as two that differ."""
    for _ in range(rows):
        for lane in range(LANES):
            row[lane] = max(row[lane], row[lane + 1]) - GAP


@inlined
def _next(corpus: Any, row: Any, floor: int, at: Any, high: int, leading: Any) -> tuple[int, int]:
    """The next row of the band; gives the best of it, and what is worth the last of its words that are the same.

    `leading` is the lane of the best, and by how much more than others its words are worth if they are not the same.
    """
    (at_p, at_q, step), (top_lane, bonus) = at, leading
    top, left, on, words = NOTHING, NOTHING, NOTHING, corpus.words
    for lane in range(high):
        before = row[lane]
        value = max(max(left, row[lane + 1]), before + (bonus if lane == top_lane else 0)) - GAP
        if before > floor and words[at_p] == words[at_q + step * lane]:
            on = before + (match(words, corpus.worths, at_p, at_q + step * lane) << SAME) + 1
            value = max(value, on)
        row[lane] = left = value
        top = max(top, value)
    for lane in range(max(0, high), LANES):
        row[lane] = NOTHING
    return top, on


@inlined
def _first(row: Any, value: int) -> int:
    """The first lane that has a value."""
    lane = 0
    while row[lane] != value:
        lane += 1
    return lane


@inlined
def match(words: Any, worths: Any, p: int, q: int) -> int:
    """What it is worth that two places have the same word: less if those before them have the same, too."""
    one, other = int(worths[2 * p + 1]), int(worths[2 * q + 1])
    if min(one, other) >= 0 and words[p - 1] == words[q - 1]:  # the words before belong to the documents
        return max(one, other)
    return max(int(worths[2 * p]), int(worths[2 * q]))


@inlined
def _edge(signs: Any, place: int, count: int, reach: int, step: int) -> int:
    """What it is worth that a quotation mark stands where an alignment ends that has run over so many words."""
    if count == reach and step > 0:
        return 0
    return EDGE if signs[place + step * count + (step < 0)] & MARKED else 0


@inlined
def _recentre(row: Any, by: int) -> int:
    """Moves the lanes of a row by one."""
    if by > 0:
        for lane in range(LANES - 1):
            row[lane] = row[lane + 1]
        row[LANES - 1] = NOTHING
    else:
        for lane in range(LANES - 1, 0, -1):
            row[lane] = row[lane - 1]
        row[0] = NOTHING
    return by


@inlined
def _alike(corpus: Any, p: int, q: int, room: Any) -> int:
    """By how much more than words that have nothing in common two are worth that are alike; 0 of the same one."""
    one, other = corpus.words[p], corpus.words[q]
    if one == other:
        return 0
    return MISMATCH + likeness(corpus, one, other, int(min(corpus.worths[2 * p], corpus.worths[2 * q])), room)
