"""Compiled loops over pairs of places: how far a seed extends on both sides, and what the stretch is worth.

A worth is in thousandths of a bit. Alignments carry it in the high bits of a number whose low bits count the words
that are the same, so that both travel together and of two alignments of one worth the more faithful wins.
"""

from __future__ import annotations

from typing import Any

import numba
import numpy as np
from numpy.typing import NDArray

from variorum.passages.signs import LETTERS, MARKED, OMITTED, QUOTED

kernel = numba.njit(nogil=True, cache=True)

BAND = 6
"""How many words one side may run ahead of the other, either way, before it has to catch up."""

LANES = 2 * BAND + 1

SAME = 24
"""How many low bits count the words that are the same."""

MISMATCH, GAP, DROP = 3_000 << SAME, 3_000 << SAME, 18_000 << SAME
"""What an unmatched pair costs, and an unmatched word of one side; how far below its best an alignment may fall."""

EDGE = 10_000 << SAME
"""What it is worth that an alignment ends at a quotation mark."""

LEAST_CROSSING, LEAST_BEHIND, CUT = 20_000 << SAME, 10_000, 80
"""An alignment worth so much is followed across an ellipsis, if what follows is worth that, over so many words."""

LENGTH, BESIDE = 58, np.uint64(6)
"""Where the length of a word stands in its shape, and how many bits it takes."""

NOTHING = -(1 << 62)

NEAR, LEAST_NEAR, LEAST_QUOTED = 6, 32_000, 18_000
"""How far round a seed is looked before it is extended; what the words found there must be worth, and in quotations."""


@kernel
def extend(corpus: Any, p: int, q: int, step: int, reach: Any, room: Any) -> tuple[int, int, int]:
    """The best alignment that begins at two places: its worth, and how many words it takes on either side.

    It runs forwards or backwards (`step`), within the reach on either side, in a band of diagonals that follows the
    best one, and stops where all of a row has fallen too far below the best (X-drop; Altschul et al. 1990).
    """
    (row, letters), words, signs = room, corpus.words, corpus.signs
    row[:] = NOTHING
    for ahead in range(BAND + 1):
        row[BAND + ahead] = -ahead * GAP
    best = _edge(signs, p, 0, 1, step) | _edge(signs, q, 0, 1, step) if step < 0 else 0
    best_p, best_q, shift, top = 0, 0, 0, 0
    for i in range(1, reach[0] + 1):
        at_p, first, floor, leading = p + step * (i - 1), i + shift - BAND, best - DROP, top
        top, top_lane, left, high = NOTHING, 0, NOTHING, min(LANES, reach[1] - first + 1)
        for lane in range(max(0, -first), high):
            value, before = max(left, row[lane + 1]) - GAP, row[lane]
            if before > floor and first + lane > 0:
                at_q = q + step * (first + lane - 1)
                if words[at_p] == words[at_q]:
                    value = max(value, before + (_match(corpus, at_p, at_q) << SAME) + 1)
                elif before == leading:  # only there are words looked at letter by letter, which takes long
                    value = max(value, before + _alike(corpus, at_p, at_q, letters))
                else:
                    value = max(value, before - MISMATCH)
            row[lane] = left = value if value >= floor else NOTHING
            if value > top:
                top, top_lane = value, lane
        row[max(0, high) :] = NOTHING
        if top < floor:
            break
        j = first + top_lane
        edge = _edge(signs, p, i, reach[0], step) | _edge(signs, q, j, reach[1], step) if top > leading else 0
        worth = top + edge
        if worth > best:
            best, best_p, best_q = worth, i, j
        if abs(top_lane - BAND) > BAND // 2:
            shift += _recentre(row, 1 if top_lane > BAND else -1)
    return best, best_p, best_q


@kernel
def _match(corpus: Any, p: int, q: int) -> Any:
    """What it is worth that two places have the same word: less if those before them have the same, too."""
    follows = int(corpus.words[p - 1] == corpus.words[q - 1])
    return max(corpus.worths[p, follows], corpus.worths[q, follows])


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
def likeness(lexicon: Any, one: int, other: int, worth: int, room: Any) -> int:
    """What it is worth that two different words stand for one another: less than a match by two shares for each edit.

    Words that are too little alike cost something. `room` is space for a row of letters.
    """
    x, y = lexicon.shapes[one], lexicon.shapes[other]
    long = max(x >> LENGTH, y >> LENGTH)
    if _members((x ^ y) << BESIDE) * 3 <= 2 * (long + 1):
        edits = _edits(lexicon.letters[one], x >> LENGTH, lexicon.letters[other], y >> LENGTH, room)
        if 3 * edits <= long + 1 and 2 * edits < long:
            return int(worth * (long - 2 * edits) // long) << SAME
    return -MISMATCH


@kernel
def _alike(corpus: Any, p: int, q: int, room: Any) -> int:
    """What it is worth that two places have words that are alike."""
    worth = int(min(corpus.worths[p, 0], corpus.worths[q, 0]))
    return int(likeness(corpus.lexicon, corpus.words[p], corpus.words[q], worth, room))


@kernel
def _members(mask: Any) -> int:
    """How many bits are set (Hacker's Delight, 5-1)."""
    mask = mask - ((mask >> np.uint64(1)) & np.uint64(0x5555555555555555))
    mask = (mask & np.uint64(0x3333333333333333)) + ((mask >> np.uint64(2)) & np.uint64(0x3333333333333333))
    mask = (mask + (mask >> np.uint64(4))) & np.uint64(0x0F0F0F0F0F0F0F0F)
    return int((mask * np.uint64(0x0101010101010101)) >> np.uint64(56))


@kernel
def _edits(one: Any, x: int, other: Any, y: int, row: Any) -> int:
    """The Levenshtein distance of the first letters of two words."""
    for j in range(y + 1):
        row[j] = j
    for i in range(x):
        corner, row[0] = row[0], i + 1
        for j in range(y):
            cost = corner + (one[i] != other[j])
            corner = row[j + 1]
            row[j + 1] = min(cost, corner + 1, row[j] + 1)
    return int(row[y])


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
def align(corpus: Any, pairs: Any, p_range: Any, q_range: Any) -> NDArray[np.int64]:
    """The alignments that grow from pairs of places of two documents: start and end on both sides, worth, same words.

    The pairs are in the order of their places; one that an earlier alignment passes through is passed over. A document
    aligned with itself gives spans that do not overlap.
    """
    found, active = np.empty((4 * len(pairs), 6), np.int64), np.empty(len(pairs), np.int64)
    room = np.empty(LANES + 1, np.int64), np.empty(LETTERS + 1, np.int64)
    (low_p, high_p), (low_q, high_q), itself = p_range, q_range, p_range == q_range
    count, busy = 0, 0
    for p, q in pairs:
        busy = _still(found, active, busy, p)
        if _passed(found, active[:busy], p, q) or not promising(corpus, p, q, p_range, q_range):
            continue
        behind = p - low_p, q - (p + 1 if itself else low_q)
        back, p_back, q_back = extend(corpus, p - 1, q - 1, -1, behind, room)
        ahead = (q - q_back if itself else high_p) - p, high_q - q
        on, p_on, q_on = extend(corpus, p, q, 1, ahead, room)
        if p_on == 0:
            continue
        worth = back + on
        found[count] = (p - p_back, p + p_on, q - q_back, q + q_on, worth >> SAME, worth & ((1 << SAME) - 1))
        active[busy] = count
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
        for far in range(CUT):
            for i, j, at in ((near, far, p + step * near), (far, near, q + step * near)):
                i, j = p + step * i, q + step * j
                inside = p_range[0] <= i < p_range[1] and q_range[0] <= j < q_range[1]
                if inside and corpus.signs[at + (step < 0)] & OMITTED:
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
def _still(found: Any, active: Any, busy: int, p: int) -> int:
    """Keeps those alignments active that end after a place."""
    kept = 0
    for nth in range(busy):
        if found[active[nth], 1] > p:
            active[kept] = active[nth]
            kept += 1
    return kept


@kernel
def _passed(found: Any, active: Any, p: int, q: int) -> bool:
    """Whether an alignment passes near a pair of places."""
    for nth in active:
        start_p, _, start_q, end_q, _, _ = found[nth]
        drift = (end_q - start_q) - (found[nth, 1] - start_p)
        ahead = (q - start_q) - (p - start_p)
        if start_p <= p and start_q <= q < end_q and min(0, drift) - BAND <= ahead <= max(0, drift) + BAND:
            return True
    return False


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
