"""Compiled loops over pairs of places: how far a seed extends on both sides, and what the stretch is worth.

A worth is in thousandths of a bit. Alignments carry it in the high bits of a number whose low bits count the words
that are the same, so that both travel together and of two alignments of one worth the more faithful wins.
"""

from __future__ import annotations

from typing import Any

import numba
import numpy as np
from numpy.typing import NDArray

from variorum.passages.alignments.likeness.kernels import DROP, GAP, MISMATCH, SAME, likeness
from variorum.passages.alignments.trails.kernels import BAND, EVERY, mark, passed, remember, still
from variorum.passages.signs import LETTERS, MARKED, OMITTED, QUOTED

kernel = numba.njit(nogil=True, cache=True)

LANES = 2 * BAND + 1

EDGE = 10_000 << SAME
"""What it is worth that an alignment ends at a quotation mark."""

LEAST_CROSSING, LEAST_BEHIND, CUT = 20_000 << SAME, 10_000, 80
"""An alignment worth so much is followed across an ellipsis, if what follows is worth that, over so many words."""

NOTHING = -(1 << 62)

AGAIN = 3
"""When so many words in a row are the same again on the best diagonal, no other is followed any more."""

VALUE, AT_P, AT_Q, BEST, BEST_P, BEST_Q = range(6)
"""What is remembered of an extension: its worth and how far it is; its greatest worth and how far it was then."""

NEAR, LEAST_NEAR, LEAST_QUOTED = 6, 34_000, 18_000
"""How far round a seed is looked before it is extended; what the words found there must be worth, and in quotations."""


@kernel
def extend(corpus: Any, p: int, q: int, step: int, reach: Any, room: Any) -> tuple[int, int, int]:
    """The best alignment that begins at two places: its worth, and how many words it takes on either side.

    It runs forwards or backwards (`step`), within the reach on either side: along words that are the same as long as
    there are any, then in a band of diagonals, until the words are the same again for a while. It stops where all of a
    row of the band has fallen too far below the best (X-drop; Altschul et al. 1990).
    """
    state = room[2]
    state[:] = 0
    if step < 0:
        state[BEST] = _edge(corpus.signs, p, 0, 1, step) | _edge(corpus.signs, q, 0, 1, step)
    while True:
        _follow(corpus, p, q, step, reach, room)
        if not _search(corpus, p, q, step, reach, room):
            return state[BEST], state[BEST_P], state[BEST_Q]


@kernel
def _follow(corpus: Any, p: int, q: int, step: int, reach: Any, room: Any) -> None:
    """Goes on along words that are the same."""
    (_, _, state, path), words = room, corpus.words
    value, i, j = state[VALUE], state[AT_P], state[AT_Q]
    while i < reach[0] and j < reach[1] and words[p + step * i] == words[q + step * j]:
        value += (_match(corpus, p + step * i, q + step * j) << SAME) + 1
        i, j = i + 1, j + 1
        mark(path, p, q, step, i, j)
        _reach(corpus.signs, p, q, step, reach, state, value, i, j)
    state[VALUE], state[AT_P], state[AT_Q] = value, i, j


@kernel
def _reach(signs: Any, p: int, q: int, step: int, reach: Any, state: Any, value: int, i: int, j: int) -> None:
    """Notes how far the alignment has come, if it has never been worth so much."""
    worth = value + (_edge(signs, p, i, reach[0], step) | _edge(signs, q, j, reach[1], step))
    if worth > state[BEST]:
        state[BEST], state[BEST_P], state[BEST_Q] = worth, i, j


@kernel
def _search(corpus: Any, p: int, q: int, step: int, reach: Any, room: Any) -> bool:
    """Goes on in a band of diagonals that follows the best one; tells whether the words are the same again."""
    (row, letters, state, path), words = room, corpus.words
    row[:] = NOTHING
    begun_p, begun_q, top = state[AT_P], state[AT_Q], state[VALUE]
    for ahead in range(BAND + 1):
        row[BAND + ahead] = top - ahead * GAP
    shift, same, top_lane = 0, 0, BAND
    for i in range(begun_p + 1, reach[0] + 1):
        first, floor, leading, on = begun_q + i - begun_p + shift - BAND, state[BEST] - DROP, top, NOTHING
        at_p, high = p + step * (i - 1), min(LANES, reach[1] - first + 1)
        top, best_lane, left = NOTHING, top_lane, NOTHING
        for lane in range(max(0, begun_q - first), high):
            value, before = max(left, row[lane + 1]) - GAP, row[lane]
            if before > floor and first + lane > begun_q:
                at_q = q + step * (first + lane - 1)
                if words[at_p] == words[at_q]:
                    on = before + (_match(corpus, at_p, at_q) << SAME) + 1
                    value = max(value, on)
                elif lane == top_lane:  # only there are words looked at letter by letter, which takes long
                    value = max(value, before + _alike(corpus, at_p, at_q, letters))
                else:
                    value = max(value, before - MISMATCH)
            row[lane] = left = value if value >= floor else NOTHING
            if value > top or (value == top and lane == top_lane):
                top, best_lane = value, lane
        row[max(0, high) :] = NOTHING
        if top < floor:
            return False
        top_lane = best_lane
        mark(path, p, q, step, i, first + top_lane)
        if top > leading:
            _reach(corpus.signs, p, q, step, reach, state, top, i, first + top_lane)
        same = same + 1 if top == on else 0
        if same == AGAIN:
            state[VALUE], state[AT_P], state[AT_Q] = top, i, first + top_lane
            return True
        if abs(top_lane - BAND) > BAND // 2:
            by = _recentre(row, 1 if top_lane > BAND else -1)
            shift, top_lane = shift + by, top_lane - by
    return False


@kernel
def _match(corpus: Any, p: int, q: int) -> Any:
    """What it is worth that two places have the same word: less if those before them have the same, too."""
    if corpus.words[p - 1] == corpus.words[q - 1]:
        one, other = corpus.worths[p, 1], corpus.worths[q, 1]
        if min(one, other) >= 0:  # the word before belongs to the document
            return max(one, other)
    return max(corpus.worths[p, 0], corpus.worths[q, 0])


@kernel
def _edge(signs: Any, place: int, count: int, reach: int, step: int) -> int:
    """What it is worth that a quotation mark stands where an alignment ends that has run over so many words."""
    if count == reach and step > 0:
        return 0
    return EDGE if signs[place + step * count + (step < 0)] & MARKED else 0


@kernel
def _recentre(row: Any, by: int) -> int:
    """Moves the lanes of a row by one."""
    for lane in range(LANES - 1) if by > 0 else range(LANES - 1, 0, -1):
        row[lane] = row[lane + by]
    row[LANES - 1 if by > 0 else 0] = NOTHING
    return by


@kernel
def _alike(corpus: Any, p: int, q: int, room: Any) -> int:
    """What it is worth that two places have words that are alike."""
    worth = int(min(corpus.worths[p, 0], corpus.worths[q, 0]))
    return int(likeness(corpus.lexicon, corpus.words[p], corpus.words[q], worth, room))


@kernel
def promising(corpus: Any, p: int, q: int, p_range: Any, q_range: Any) -> bool:
    """Whether the words near a seed that stand near each other are worth enough: a quick guess at what it can bring."""
    words, total = corpus.words, 0
    for i in range(max(p_range[0], p - NEAR), min(p_range[1], p + NEAR + 1)):
        at = q + i - p
        for j in range(max(q_range[0], at - 2), min(q_range[1], at + 3)):
            if words[i] == words[j]:
                total += _match(corpus, i, j)
                break
    return total >= (LEAST_QUOTED if (corpus.signs[p] | corpus.signs[q]) & QUOTED else LEAST_NEAR)


@kernel
def promise(corpus: Any, owners: Any, p: Any, q: Any) -> NDArray[np.bool_]:
    """Whether each pair of places is promising, or the next one after it."""
    found = np.zeros(len(p), np.bool_)
    for nth in range(len(p)):
        one, other = owners[nth]
        p_range = (corpus.bounds[one], corpus.bounds[one + 1])
        q_range = (corpus.bounds[other], corpus.bounds[other + 1])
        found[nth] = promising(corpus, p[nth], q[nth], p_range, q_range)
        if not found[nth] and p[nth] + 1 < p_range[1] and q[nth] + 1 < q_range[1]:
            found[nth] = promising(corpus, p[nth] + 1, q[nth] + 1, p_range, q_range)
    return found


@kernel
def align(corpus: Any, pairs: Any, p_range: Any, q_range: Any) -> NDArray[np.int64]:
    """The alignments that grow from pairs of places of two documents: start and end on both sides, worth, same words.

    The pairs are in the order of their places; one that an earlier alignment passes through is passed over. A document
    aligned with itself gives spans that do not overlap.
    """
    found, active = np.empty((4 * len(pairs), 6), np.int64), np.empty(len(pairs), np.int64)
    path = np.zeros((p_range[1] - p_range[0]) // EVERY + 2, np.int64)
    trail, trails, ends = np.empty(64, np.int64), np.empty(len(pairs), np.int64), 0
    room = np.empty(LANES + 1, np.int64), np.empty(LETTERS + 1, np.int64), np.empty(6, np.int64), path
    (low_p, high_p), (low_q, high_q), itself = p_range, q_range, p_range == q_range
    count, busy = 0, 0
    for p, q in pairs:
        busy = still(found, active, trails, busy, p)
        if passed(found, active[:busy], trail, trails, p, q) or not promising(corpus, p, q, p_range, q_range):
            continue
        behind = p - low_p, q - (p + 1 if itself else low_q)
        back, p_back, q_back = extend(corpus, p - 1, q - 1, -1, behind, room)
        ahead = (q - q_back if itself else high_p) - p, high_q - q
        on, p_on, q_on = extend(corpus, p, q, 1, ahead, room)
        if p_on == 0:
            continue
        worth = back + on
        found[count] = (p - p_back, p + p_on, q - q_back, q + q_on, worth >> SAME, worth & ((1 << SAME) - 1))
        active[busy], trails[busy] = count, ends
        trail, ends = remember(path, p - p_back, p + p_on, trail, ends)
        count, busy = count + 1, busy + 1
        if worth >= LEAST_CROSSING and not itself:
            origin, spare = found[count - 1], found[: len(found) - len(pairs)]
            count = _crossings(corpus, origin, 1, p_range, q_range, room, spare, count)
            count = _crossings(corpus, origin, -1, p_range, q_range, room, spare, count)
    return found[:count].copy()


@kernel
def _crossings(
    corpus: Any, origin: Any, step: int, p_range: Any, q_range: Any, room: Any, found: Any, count: int
) -> int:
    """Adds those alignments in which one goes on behind ellipses, as far as there is room; gives the new count."""
    start_p, end_p, start_q, end_q, _, _ = origin
    p, q = (end_p, end_q) if step > 0 else (start_p - 1, start_q - 1)
    while count < len(found):
        worth, p, q = _behind(corpus, p, q, step, p_range, q_range)
        if worth < LEAST_BEHIND:
            break
        reach = (p_range[1] - p, q_range[1] - q) if step > 0 else (p + 1 - p_range[0], q + 1 - q_range[0])
        worth, far_p, far_q = extend(corpus, p, q, step, reach, room)
        if far_p == 0:
            break
        low_p, low_q = (p, q) if step > 0 else (p - far_p + 1, q - far_q + 1)
        found[count] = (low_p, low_p + far_p, low_q, low_q + far_q, worth >> SAME, worth & ((1 << SAME) - 1))
        count, p, q = count + 1, p + step * far_p, q + step * far_q
    return count


@kernel
def _behind(corpus: Any, p: int, q: int, step: int, p_range: Any, q_range: Any) -> tuple[int, int, int]:
    """What the first words are worth with which the text goes on behind an ellipsis on either side, and where."""
    best, best_p, best_q = 0, p, q
    for near in range(3):
        for side in range(2):
            at = (q if side else p) + step * near
            low, high = q_range if side else p_range
            if not (low <= at < high and corpus.signs[at + (step < 0)] & OMITTED):
                continue
            for far in range(CUT):
                i, j = p + step * (far if side else near), q + step * (near if side else far)
                if p_range[0] <= i < p_range[1] and q_range[0] <= j < q_range[1]:
                    worth = _run(corpus, i, j, step, p_range, q_range)
                    if worth > best:
                        best, best_p, best_q = worth, i, j
    return best, best_p, best_q


@kernel
def _run(corpus: Any, p: int, q: int, step: int, p_range: Any, q_range: Any) -> int:
    """What the words are worth that are the same from two places on."""
    total = 0
    while p_range[0] <= p < p_range[1] and q_range[0] <= q < q_range[1] and corpus.words[p] == corpus.words[q]:
        total += corpus.worths[p, 0]
        p, q = p + step, q + step
    return total


@kernel
def grow(corpus: Any, owners: Any, pairs: Any, ends: Any) -> Any:
    """The alignments of each group of pairs, a group for two documents; and where each group's alignments end."""
    found, cuts, start, total = [np.empty((0, 6), np.int64)], np.empty(len(ends), np.int64), 0, 0
    for nth, end in enumerate(ends):
        one, other = owners[pairs[start, 0]], owners[pairs[start, 1]]
        p_range = (corpus.bounds[one], corpus.bounds[one + 1])
        q_range = (corpus.bounds[other], corpus.bounds[other + 1])
        some = align(corpus, pairs[start:end], p_range, q_range)
        found.append(some)
        total += len(some)
        cuts[nth], start = total, end
    return found, cuts
