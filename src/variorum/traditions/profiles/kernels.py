"""Compiled loops over columns of a collation: how two profiles line up.

A gap is paid for once, when its first word is left alone, and then a little for every word; signs cost next to nothing,
so that no comma moves a word.
"""

from __future__ import annotations

from typing import Any

import numba
import numpy as np

from variorum.traditions.profiles.worths.kernels import enter, mark, unmark, worth_of, worths_of

kernel = numba.njit(nogil=True, cache=True)

OPEN, EXTEND, SIGN_ALONE = 0.55, 0.1, 0.08
"""What the first word of a gap costs, every word of it, and a sign that answers none."""
SURE = 3
"""So many equal words at the beginning of a piece answer one another without further thought; fewer may be chance."""
LOW, BARRED = -1e30, 1e31
"""What no cell is worth that can be reached, and a cost that none can pay."""
M, X0, X1, Y0, Y1 = range(5)
"""What a cell ends with: a pair; signs or words of the first profile alone; signs or words of the second alone."""


@kernel
def fill(lexicon: Any, one: Any, other: Any, pieces: Any, answers: Any, most: int, span: Any) -> None:
    """Writes for each column of the first profile the one that answers it, in every piece; -1 is there already.

    `most`: how many cells a piece has at most; `span`: room for any span of the second profile.
    """
    steps = np.empty(most, np.uint16)
    for at in range(len(pieces)):
        i, i_end, j, j_end = pieces[at, 0], pieces[at, 1], pieces[at, 2], pieces[at, 3]
        same = 0
        while i + same < i_end and j + same < j_end and one.keys[i + same] == other.keys[j + same]:
            same += 1
        if same >= SURE or i + same == i_end or j + same == j_end:
            answers[i : i + same] = np.arange(j, j + same)
            i, j = i + same, j + same
        while i < i_end and j < j_end and one.keys[i_end - 1] == other.keys[j_end - 1]:
            i_end, j_end = i_end - 1, j_end - 1
            answers[i_end] = j_end
        if i < i_end and j < j_end and (i_end - i + 1) * (j_end - j + 1) <= most:
            _align(lexicon, one, other, (i, i_end, j, j_end), answers, steps, span)


@kernel
def _align(lexicon: Any, one: Any, other: Any, piece: Any, answers: Any, steps: Any, span: Any) -> None:
    """The best alignment of a piece, gaps affine (Gotoh 1982), gaps of signs apart from gaps that hold words."""
    first, end, begin, stop = piece
    wide, count = stop - begin + 1, enter(lexicon, other, begin, stop, span)
    above, now, costs = np.full((5, wide), LOW), np.full((5, wide), LOW), np.empty((4, wide))
    worths, left = np.full(wide, LOW), np.full(wide, LOW)
    for j in range(begin, stop):
        for nth, cost in enumerate(_costs(other, j)):
            costs[nth, j - begin] = cost
    above[M, 0], left[0], steps[:wide] = 0.0, 0.0, 0
    _across(above, left, costs, steps)
    for i in range(first, end):
        worths_of(lexicon, one, i, other, (begin, stop, count), span, worths[1:])
        line = steps[(i - first + 1) * wide :]
        _down(above, now, worths, _costs(one, i), left, line)
        _across(now, left, costs, line)
        above, now = now, above
    _trace(piece, _best(above[:, wide - 1]), steps, answers)


@kernel
def _costs(profile: Any, column: int) -> Any:
    """What a column costs that is left alone: as a sign; as a gap's first word, without and with itself; as one more.

    What it is not is barred.
    """
    part = profile.filled[column]
    if profile.is_word[column]:
        return -LOW, OPEN * part, (OPEN + EXTEND) * part, EXTEND * part
    return SIGN_ALONE * part, BARRED, BARRED, SIGN_ALONE * part


@kernel
def _best(cell: Any) -> int:
    """The best state of a cell; of equals the first."""
    best = M
    for state in range(X0, Y1 + 1):
        if cell[state] > cell[best]:
            best = state
    return best


@kernel
def _down(above: Any, now: Any, worths: Any, costs: Any, left: Any, steps: Any) -> None:
    """The states of a row that come from the row above: a pair, or the row's column left alone.

    From which state each comes is kept in a step, three bits for each; `left` has the best of these states, and the
    bits of Y0 which it is.
    """
    sign, _, opening, going_on = costs
    m = x0 = x1 = y0 = y1 = LOW
    for j in range(len(left)):
        best, state = m, M
        if x0 > best:
            best, state = x0, X0
        if x1 > best:
            best, state = x1, X1
        if y0 > best:
            best, state = y0, Y0
        if y1 > best:
            best, state = y1, Y1
        pair = best + worths[j]
        m, x0, x1, y0, y1 = above[M, j], above[X0, j], above[X1, j], above[Y0, j], above[Y1, j]
        before = X0 if x0 > m else M
        alone = max(m, x0)
        signs, words, opened = alone - sign, x1 - going_on, X1
        if alone - opening > words:
            words, opened = alone - opening, before
        now[M, j], now[X0, j], now[X1, j] = pair, signs, words
        state |= before << 3 * X0 | opened << 3 * X1
        best, before = pair, M
        if signs > best:
            best, before = signs, X0
        if words > best:
            best, before = words, X1
        left[j], steps[j] = best, state | before << 3 * Y0


@kernel
def _across(now: Any, left: Any, costs: Any, steps: Any) -> None:
    """The states of a row that come from its left: the second profile's column left alone, after the first's."""
    y0 = y1 = LOW
    step = steps[0]
    for j in range(len(left) - 1):
        now[Y0, j], now[Y1, j] = y0, y1
        alone, before = left[j], step >> 3 * Y0 & 7
        if y0 > alone:
            alone, before = y0, Y0
        words, opened = y1 - costs[3, j], Y1
        if alone - costs[1, j] > y1:
            words, opened = alone - costs[2, j], before
        y0, y1 = alone - costs[0, j], words
        step = steps[j + 1]
        steps[j + 1] = step & 0o777 | before << 3 * Y0 | opened << 3 * Y1
    now[Y0, len(left) - 1], now[Y1, len(left) - 1] = y0, y1


@kernel
def _trace(piece: Any, state: int, steps: Any, answers: Any) -> None:
    first, end, begin, stop = piece
    wide = stop - begin + 1
    i, j = end - first, stop - begin
    while i or j:
        before = int(steps[i * wide + j]) >> 3 * state & 7
        if state == M:
            i, j = i - 1, j - 1
            answers[first + i] = begin + j
        elif state <= X1:
            i -= 1
        else:
            j -= 1
        state = before


@kernel
def worth(lexicon: Any, one: Any, other: Any, answers: Any, masks: Any) -> Any:
    """What an alignment of two whole profiles is worth, by the same rules that it is made by."""
    total, j = 0.0, 0
    opened, opened_there = False, False
    for i in range(len(answers) + 1):
        ends = i == len(answers)
        if not ends and answers[i] < 0:
            total -= _cost(one, i, opened)
            opened = opened or one.is_word[i]
            continue
        stop = len(other.is_word) if ends else answers[i]
        while j < stop:
            total -= _cost(other, j, opened_there)
            opened_there = opened_there or other.is_word[j]
            j += 1
        if not ends:
            total += _together(lexicon, one, i, other, j, masks)
            j, opened, opened_there = j + 1, False, False
    return total


@kernel
def _together(lexicon: Any, one: Any, i: int, other: Any, j: int, masks: Any) -> Any:
    """What it is worth that two columns are one, as `worths_of` has it of many."""
    total = 0.0
    for p in range(one.starts[i], one.starts[i + 1]):
        word = np.int64(one.words[p])
        mark(lexicon, word, masks)
        for q in range(other.starts[j], other.starts[j + 1]):
            total += worth_of(lexicon, word, np.int64(other.words[q]), masks) * one.counts[p] * other.counts[q]
        unmark(lexicon, word, masks)
    return total * (1.0 / (one.size * other.size))


@kernel
def _cost(profile: Any, column: int, opened: bool) -> Any:
    if not profile.is_word[column]:
        return SIGN_ALONE * profile.filled[column]
    return (EXTEND if opened else OPEN + EXTEND) * profile.filled[column]


@kernel
def rising(values: Any) -> Any:
    """The places of a longest rising subsequence of distinct numbers."""
    tails, before = np.empty(len(values), np.int64), np.full(len(values), -1)
    count = 0
    for at in range(len(values)):
        low, high = 0, count
        while low < high:
            middle = (low + high) // 2
            if values[tails[middle]] < values[at]:
                low = middle + 1
            else:
                high = middle
        if low:
            before[at] = tails[low - 1]
        tails[low] = at
        count = max(count, low + 1)
    chain = np.empty(count, np.int64)
    at = tails[count - 1] if count else -1
    for nth in range(count - 1, -1, -1):
        chain[nth] = at
        at = before[at]
    return chain
