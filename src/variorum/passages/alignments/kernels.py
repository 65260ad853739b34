"""Compiled loops over pairs of places: how far a seed extends on both sides, and what the stretch is worth.

A worth is in thousandths of a bit. Alignments carry it in the high bits of a number whose low bits count the words
that are the same, so that both travel together and of two alignments of one worth the more faithful wins.
"""

from __future__ import annotations

from typing import Any

import numba
import numpy as np
from numpy.typing import NDArray

from variorum.passages.alignments.bands.kernels import BEST_Q, LANES, extend, match
from variorum.passages.alignments.likeness.kernels import SAME
from variorum.passages.alignments.trails.kernels import EVERY, FIELDS, mark, passed, remember, still
from variorum.passages.lent.kernels import bare, lent
from variorum.passages.seeds.meetings.kernels import owner
from variorum.passages.signs import LETTERS, OMITTED, QUOTED

kernel = numba.njit(nogil=True, cache=True)
inlined = numba.njit(nogil=True, cache=True, forceinline=True)

LEAST_CROSSING, LEAST_BEHIND, CUT = 20_000 << SAME, 10_000, 80
"""An alignment worth so much is followed across an ellipsis, if what follows is worth that, over so many words."""

NEAR, LEAST_NEAR, LEAST_QUOTED = 6, 34_000, 18_000
"""How far round a seed is looked before it is extended; what the words found there must be worth, and in quotations."""

ASIDE = 2
"""A word near a seed may stand so far from where the other text has it."""


@inlined
def promising(corpus: Any, p: int, q: int, p_range: Any, q_range: Any) -> bool:
    """Whether the words near a seed that stand near each other are worth enough: a quick guess at what it can bring.

    The corpus is lent, here and below.
    """
    words, worths, total = corpus.words, corpus.worths, 0
    least = LEAST_QUOTED if (corpus.signs[p] | corpus.signs[q]) & QUOTED else LEAST_NEAR
    inside = q_range[0] + NEAR + ASIDE <= q < q_range[1] - NEAR - ASIDE
    for i in range(max(p_range[0], p - NEAR), min(p_range[1], p + NEAR + 1)):
        at = q + i - p
        if inside and not _there(words, words[i], at):
            continue
        for j in range(max(q_range[0], at - ASIDE), min(q_range[1], at + ASIDE + 1)):
            if words[i] == words[j]:
                total += match(words, worths, i, j)
                if total >= least:
                    return True
                break
    return False


@inlined
def _there(words: Any, word: int, at: int) -> bool:
    """Whether a word stands at a place or beside it; all are compared, which is faster than to stop at one."""
    same = False
    for nth in range(2 * ASIDE + 1):
        same |= words[at - ASIDE + nth] == word
    return same


@kernel
def promise(corpus: Any, owners: Any, p: Any, q: Any) -> NDArray[np.bool_]:
    """Whether each pair of places is promising, or the next one after it."""
    found, borrowed = np.zeros(len(p), np.bool_), lent(corpus)
    for nth in range(len(p)):
        one, other = owners[nth]
        p_range = (corpus.bounds[one], corpus.bounds[one + 1])
        q_range = (corpus.bounds[other], corpus.bounds[other + 1])
        found[nth] = promising(borrowed, p[nth], q[nth], p_range, q_range)
        if not found[nth] and p[nth] + 1 < p_range[1] and q[nth] + 1 < q_range[1]:
            found[nth] = promising(borrowed, p[nth] + 1, q[nth] + 1, p_range, q_range)
    return found


@kernel
def align(corpus: Any, pairs: Any, group: Any, p_range: Any, q_range: Any, room: Any, found: Any, count: int) -> int:
    """The alignments that grow from a group of pairs of places, of two documents: see `FIELDS`.

    They are written into `found` from a number on, which has room for four a pair; gives the number after them.

    The pairs are in the order of their places; one that an earlier alignment passes through is passed over. A document
    aligned with itself gives spans that do not overlap.
    """
    room, (active, trails) = room
    trail, ends, busy, itself = np.empty(64, np.int64), 0, 0, p_range == q_range
    path, cells, spare = room[3], room[4], count + 3 * (group[1] - group[0])
    for nth in range(group[0], group[1]):
        p, q = int(pairs[2 * nth]), int(pairs[2 * nth + 1])
        busy = still(found, active, trails, busy, p)
        if passed(found, active, busy, trail, trails, p, q) or not promising(corpus, p, q, p_range, q_range):
            continue
        mark(path, cells, p, q, 1, 0, 0)
        behind = p - p_range[0], q - (p + 1 if itself else q_range[0])
        back, p_back, q_back = extend(corpus, p - 1, q - 1, -1, behind, room)
        ahead = (q - q_back if itself else p_range[1]) - p, q_range[1] - q
        on, p_on, q_on = extend(corpus, p, q, 1, ahead, room)
        if p_on == 0:
            continue
        _write(found, count, (p - p_back, p + p_on, q - q_back, q + q_on), back + on)
        active[busy], trails[busy] = count, ends
        trail, ends = remember(path, cells, p - p_back, p + p_on, trail, ends)
        count, busy = count + 1, busy + 1
        if back + on >= LEAST_CROSSING and not itself:
            ahead, behind = (p + p_on, q + q_on), (p - p_back - 1, q - q_back - 1)
            count = _crossings(corpus, ahead, 1, p_range, q_range, room, found, (count, spare))
            count = _crossings(corpus, behind, -1, p_range, q_range, room, found, (count, spare))
    return count


@inlined
def _write(found: Any, nth: int, spans: Any, worth: int) -> None:
    """Writes an alignment down."""
    at = FIELDS * nth
    found[at], found[at + 1], found[at + 2], found[at + 3] = spans
    found[at + 4], found[at + 5] = worth >> SAME, worth & ((1 << SAME) - 1)


@kernel
def _crossings(corpus: Any, at: Any, step: int, p_range: Any, q_range: Any, room: Any, found: Any, counts: Any) -> int:
    """Adds those alignments in which one goes on behind ellipses, as far as there is room; gives the new count."""
    (p, q), (count, most) = at, counts
    while count < most:
        worth, p, q = _behind(corpus, p, q, step, p_range, q_range)
        if worth < LEAST_BEHIND:
            break
        reach = (p_range[1] - p, q_range[1] - q) if step > 0 else (p + 1 - p_range[0], q + 1 - q_range[0])
        worth, far_p, far_q = extend(corpus, p, q, step, reach, room)
        if far_p == 0:
            break
        low_p, low_q = (p, q) if step > 0 else (p - far_p + 1, q - far_q + 1)
        _write(found, count, (low_p, low_p + far_p, low_q, low_q + far_q), worth)
        count, p, q = count + 1, p + step * far_p, q + step * far_q
    return int(count)


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
        total += int(corpus.worths[2 * p])
        p, q = p + step, q + step
    return total


@kernel
def grow(corpus: Any, owners: Any, pairs: Any, ends: Any) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """The alignments of each group of pairs, a group for two documents; and where each group's alignments end."""
    found, cuts = np.empty((4 * len(pairs), FIELDS), np.int64), np.empty(len(ends), np.int64)
    longest = int(np.diff(corpus.bounds).max())
    room = np.empty(LANES + 1, np.int64), np.empty(LETTERS + 1, np.int64), np.empty(BEST_Q + 1, np.int64)
    path = np.empty(longest // EVERY + 2, np.int64)
    busy = np.empty(len(pairs), np.int64), np.empty(len(pairs), np.int64)
    total = _grow(corpus, owners, pairs, ends, (room, path, busy), found, cuts)
    return found[:total], cuts


@kernel
def _grow(corpus: Any, owners: Any, pairs: Any, ends: Any, room: Any, found: Any, cuts: Any) -> int:
    """Writes alignments, and where those of each group end, and gives how many there are."""
    (row, letters, state), path, (active, trails) = room
    borrowed, start, total = lent(corpus), 0, 0
    for nth in range(len(ends)):
        one = owner(owners, corpus.bounds, pairs[start, 0])
        other = owner(owners, corpus.bounds, pairs[start, 1])
        p_range = (corpus.bounds[one], corpus.bounds[one + 1])
        q_range = (corpus.bounds[other], corpus.bounds[other + 1])
        lane = bare(row), bare(letters), bare(state), bare(path), (p_range[1] - p_range[0]) // EVERY + 2
        lanes = lane, (bare(active), bare(trails))
        total = align(borrowed, bare(pairs), (start, ends[nth]), p_range, q_range, lanes, bare(found), total)
        cuts[nth], start = total, ends[nth]
    return total
