"""Compiled loops over pairs of places: how far a seed extends on both sides, and what the stretch is worth.

A worth is in thousandths of a bit. Alignments carry it in the high bits of a number whose low bits count the words
that are the same, so that both travel together and of two alignments of one worth the more faithful wins.
"""

from __future__ import annotations

from typing import Any

import numba
import numpy as np
from numpy.typing import NDArray

from variorum.passages.alignments.bands.kernels import LANES, extend, match
from variorum.passages.alignments.likeness.kernels import SAME
from variorum.passages.alignments.trails.kernels import EVERY, mark, passed, remember, still
from variorum.passages.lent.kernels import lent, unowned
from variorum.passages.signs import LETTERS, OMITTED, QUOTED

kernel = numba.njit(nogil=True, cache=True)
inlined = numba.njit(nogil=True, cache=True, forceinline=True)

LEAST_CROSSING, LEAST_BEHIND, CUT = 20_000 << SAME, 10_000, 80
"""An alignment worth so much is followed across an ellipsis, if what follows is worth that, over so many words."""

NEAR, LEAST_NEAR, LEAST_QUOTED = 6, 34_000, 18_000
"""How far round a seed is looked before it is extended; what the words found there must be worth, and in quotations."""

ASIDE = 2
"""A word near a seed may stand so far from where the other text has it."""


@kernel
def promising(corpus: Any, p: int, q: int, p_range: Any, q_range: Any) -> bool:
    """Whether the words near a seed that stand near each other are worth enough: a quick guess at what it can bring."""
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
    start, same = np.uint64(at - ASIDE), False
    for nth in range(2 * ASIDE + 1):
        same |= words[start + np.uint64(nth)] == word
    return same


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
def align(corpus: Any, pairs: Any, p_range: Any, q_range: Any, room: Any, found: Any) -> int:
    """The alignments that grow from pairs of places of two documents: start and end on both sides, worth, same words.

    They are written into `found`, which has room for four a pair; gives how many there are.

    The pairs are in the order of their places; one that an earlier alignment passes through is passed over. A document
    aligned with itself gives spans that do not overlap.
    """
    trail, trails, active, ends = (
        np.empty(64, np.int64),
        np.empty(len(pairs), np.int64),
        np.empty(len(pairs), np.int64),
        0,
    )
    room[3][:] = 0
    (low_p, high_p), (low_q, high_q), itself = p_range, q_range, p_range == q_range
    count, busy = 0, 0
    for p, q in pairs:
        busy = still(found, active, trails, busy, p)
        if passed(found, active[:busy], trail, trails, p, q) or not promising(corpus, p, q, p_range, q_range):
            continue
        mark(room[3], p, q, 1, 0, 0)
        behind = p - low_p, q - (p + 1 if itself else low_q)
        back, p_back, q_back = extend(corpus, p - 1, q - 1, -1, behind, room)
        ahead = (q - q_back if itself else high_p) - p, high_q - q
        on, p_on, q_on = extend(corpus, p, q, 1, ahead, room)
        if p_on == 0:
            continue
        worth = back + on
        found[count] = (p - p_back, p + p_on, q - q_back, q + q_on, worth >> SAME, worth & ((1 << SAME) - 1))
        active[busy], trails[busy] = count, ends
        trail, ends = remember(room[3], p - p_back, p + p_on, trail, ends)
        count, busy = count + 1, busy + 1
        if worth >= LEAST_CROSSING and not itself:
            origin, spare = found[count - 1], found[: len(found) - len(pairs)]
            count = _crossings(corpus, origin, 1, p_range, q_range, room, spare, count)
            count = _crossings(corpus, origin, -1, p_range, q_range, room, spare, count)
    return count


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
def grow(corpus: Any, owners: Any, pairs: Any, ends: Any) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """The alignments of each group of pairs, a group for two documents; and where each group's alignments end."""
    found, cuts = np.empty((4 * len(pairs), 6), np.int64), np.empty(len(ends), np.int64)
    longest = int(np.diff(corpus.bounds).max())
    room = np.empty(LANES + 1, np.int64), np.empty(LETTERS + 1, np.int64), np.empty(6, np.int64)
    path = np.empty(longest // EVERY + 2, np.int64)
    total = _grow(lent(corpus), owners, pairs, ends, (*room, path), (found, cuts))
    return found[:total], cuts


@kernel
def _grow(corpus: Any, owners: Any, pairs: Any, ends: Any, room: Any, into: Any) -> int:
    """Writes alignments, and where those of each group end, and gives how many there are."""
    row, letters, state, path = room
    row, letters, state, path = unowned(row), unowned(letters), unowned(state), unowned(path)
    found, cuts, start, total = unowned(into[0]), into[1], 0, 0
    for nth, end in enumerate(ends):
        one, other = owners[pairs[start, 0]], owners[pairs[start, 1]]
        p_range = (corpus.bounds[one], corpus.bounds[one + 1])
        q_range = (corpus.bounds[other], corpus.bounds[other + 1])
        cells = (p_range[1] - p_range[0]) // EVERY + 2
        lane = row, letters, state, path[:cells]
        total += align(corpus, pairs[start:end], p_range, q_range, lane, found[total : total + 4 * (end - start)])
        cuts[nth], start = total, end
    return total
