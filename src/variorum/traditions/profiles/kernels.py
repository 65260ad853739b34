"""Compiled loops over columns of a collation: how much two columns have in common, and how two profiles line up.

A column holds the words that some witnesses have at one place, or their signs of punctuation, never both. Worths are
floats near 1 for a rare word that is the same in all. A gap is paid for once, when its first word is left alone, and
then a little for every word; signs cost next to nothing, so that no comma moves a word.
"""

from __future__ import annotations

from typing import Any

import numba
import numpy as np

kernel = numba.njit(nogil=True, cache=True)

LETTERS = 16
"""How many letters of a word are compared."""
SIGN, OTHER_SIGN, NEVER = 0.25, 0.05, -4.0
"""What the same sign is worth on both sides, another sign, and a word against a sign."""
MISMATCH, LIKE, HALF = -0.35, 1.1, 0.5
"""What two words are worth that have nothing in common; what their likeness adds, from half of the letters on."""
OPEN, EXTEND, SIGN_ALONE = 0.55, 0.1, 0.08
"""What the first word of a gap costs, every word of it, and a sign that answers none."""
SURE = 3
"""So many equal words at the beginning of a piece answer one another without further thought; fewer may be chance."""
SLOTS = 1 << 18
"""How many pairs of words are remembered."""
LOW = -1e30
M, X0, X1, Y0, Y1 = range(5)
"""What a cell ends with: a pair; signs or words of the first profile alone; signs or words of the second alone."""


@kernel
def likeness(lexicon: Any, one: Any, other: Any, row: Any) -> Any:
    """How alike the letters of two words are, 0 to 1; 0 where it is less than a half. `row` is room to work in."""
    long, short = lexicon.lengths[one], lexicon.lengths[other]
    if long < short:
        long, short = short, long
    if short * 2 < long or long == 0 or _apart(lexicon.bags[one], lexicon.bags[other]) > long:
        return 0.0
    x, y = lexicon.letters[one], lexicon.letters[other]
    columns = lexicon.lengths[other]
    for j in range(columns + 1):
        row[j] = j
    for i in range(1, lexicon.lengths[one] + 1):
        before, row[0] = row[0], i
        for j in range(1, columns + 1):
            cost = before if x[i - 1] == y[j - 1] else before + 1
            before = row[j]
            row[j] = min(cost, before + 1, row[j - 1] + 1)
    alike = 1.0 - row[columns] / long
    return alike if alike >= HALF else 0.0


@kernel
def _apart(one: Any, other: Any) -> Any:
    """How many kinds of letters only one of two words has: the bits of a number, counted side by side."""
    bits = one ^ other
    bits -= (bits >> np.uint64(1)) & np.uint64(0x5555555555555555)
    bits = (bits & np.uint64(0x3333333333333333)) + ((bits >> np.uint64(2)) & np.uint64(0x3333333333333333))
    bits = (bits + (bits >> np.uint64(4))) & np.uint64(0x0F0F0F0F0F0F0F0F)
    return np.int64((bits * np.uint64(0x0101010101010101)) >> np.uint64(56))


@kernel
def memory() -> Any:
    """Room for the worths of pairs of words, the later in the place of the earlier, and for a row of letters."""
    return np.full(SLOTS, -1), np.empty(SLOTS), np.empty(LETTERS + 1, np.int64)


@kernel
def worths_of(lexicon: Any, one: Any, i: int, other: Any, span: Any, known: Any, out: Any) -> None:
    """What it is worth that a column and each one of a span are one, over all pairs of witnesses.

    The absent count for nothing. `known` remembers pairs of words, as `memory` made it.
    """
    weights, is_word, (pairs, worths, row) = lexicon.weights, lexicon.is_word, known
    starts, words, counts = other.starts, other.words, other.counts
    share = 1.0 / (one.size * other.size)
    for j in range(span[0], span[1]):
        total = 0.0
        for p in range(one.starts[i], one.starts[i + 1]):
            x = np.int64(one.words[p])
            for q in range(starts[j], starts[j + 1]):
                y = np.int64(words[q])
                if x == y:
                    worth = weights[x]
                elif is_word[x] != is_word[y]:
                    worth = NEVER
                elif not is_word[x]:
                    worth = OTHER_SIGN
                else:
                    pair = (x << 32) | y
                    slot = ((pair * 0x9E3779B1) >> 12) & (SLOTS - 1)
                    if pairs[slot] != pair:
                        pairs[slot], worths[slot] = pair, MISMATCH + LIKE * likeness(lexicon, x, y, row)
                    worth = worths[slot]
                total += worth * one.counts[p] * counts[q]
        out[j - span[0]] = total * share


@kernel
def fill(lexicon: Any, one: Any, other: Any, pieces: Any, answers: Any, room: int) -> None:
    """Writes for each column of the first profile the one that answers it, in every piece; -1 is there already."""
    steps, known = np.empty(room, np.uint16), memory()
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
        if i < i_end and j < j_end and (i_end - i + 1) * (j_end - j + 1) <= room:
            _align(lexicon, one, other, (i, i_end, j, j_end), answers, steps, known)


@kernel
def _align(lexicon: Any, one: Any, other: Any, piece: Any, answers: Any, steps: Any, known: Any) -> None:
    """The best alignment of a piece, gaps affine (Gotoh 1982), gaps of signs apart from gaps that hold words."""
    first, end, begin, stop = piece
    wide = stop - begin + 1
    above, now = np.full((wide, 5), LOW), np.full((wide, 5), LOW)
    worths = np.full(wide, LOW)
    above[0, M], steps[:wide] = 0.0, 0
    _across(above, other.is_word[begin:stop], other.filled[begin:stop], steps[:wide])
    for i in range(first, end):
        worths_of(lexicon, one, i, other, (begin, stop), known, worths[1:])
        line = steps[(i - first + 1) * wide : (i - first + 2) * wide]
        _down(above, now, worths, one.is_word[i], one.filled[i], line)
        _across(now, other.is_word[begin:stop], other.filled[begin:stop], line)
        above, now = now, above
    _trace(piece, _best(above[wide - 1]), steps, answers)


@kernel
def _best(cell: Any) -> int:
    """The best state of a cell; of equals the first."""
    best = M
    for state in range(X0, Y1 + 1):
        if cell[state] > cell[best]:
            best = state
    return best


@kernel
def _down(above: Any, now: Any, worths: Any, is_word: bool, filled: float, steps: Any) -> None:
    """The states of a row that come from the row above: a pair, or the row's column left alone.

    From which state each comes is kept in a step, three bits for each.
    """
    opening, going_on, sign = (OPEN + EXTEND) * filled, EXTEND * filled, SIGN_ALONE * filled
    m = x0 = x1 = y0 = y1 = LOW
    for j in range(len(now)):
        best, state = m, M
        if x0 > best:
            best, state = x0, X0
        if x1 > best:
            best, state = x1, X1
        if y0 > best:
            best, state = y0, Y0
        if y1 > best:
            best, state = y1, Y1
        now[j, M] = best + worths[j]
        m, x0, x1, y0, y1 = above[j, M], above[j, X0], above[j, X1], above[j, Y0], above[j, Y1]
        before = X0 if x0 > m else M
        alone = max(m, x0)
        if not is_word:
            now[j, X0], now[j, X1] = alone - sign, x1 - sign
            steps[j] = state | before << 3 * X0 | X1 << 3 * X1
        elif alone - opening > x1 - going_on:
            now[j, X0], now[j, X1] = LOW, alone - opening
            steps[j] = state | before << 3 * X1
        else:
            now[j, X0], now[j, X1] = LOW, x1 - going_on
            steps[j] = state | X1 << 3 * X1


@kernel
def _across(now: Any, is_word: Any, filled: Any, steps: Any) -> None:
    """The states of a row that come from its left: the second profile's column left alone, after the first's."""
    now[0, Y0] = now[0, Y1] = LOW
    y0 = y1 = LOW
    for j in range(1, len(now)):
        alone, before = now[j - 1, M], M
        if now[j - 1, X0] > alone:
            alone, before = now[j - 1, X0], X0
        if now[j - 1, X1] > alone:
            alone, before = now[j - 1, X1], X1
        if y0 > alone:
            alone, before = y0, Y0
        part = filled[j - 1]
        if not is_word[j - 1]:
            y0, y1 = alone - SIGN_ALONE * part, y1 - SIGN_ALONE * part
            steps[j] |= before << 3 * Y0 | Y1 << 3 * Y1
        elif alone - OPEN * part > y1:
            y0, y1 = LOW, alone - (OPEN + EXTEND) * part
            steps[j] |= before << 3 * Y1
        else:
            y0, y1 = LOW, y1 - EXTEND * part
            steps[j] |= Y1 << 3 * Y1
        now[j, Y0], now[j, Y1] = y0, y1


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
def worth(lexicon: Any, one: Any, other: Any, answers: Any) -> Any:
    """What an alignment of two whole profiles is worth, by the same rules that it is made by."""
    total, j, known, out = 0.0, 0, memory(), np.empty(1)
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
            worths_of(lexicon, one, i, other, (j, j + 1), known, out)
            total += out[0]
            j, opened, opened_there = j + 1, False, False
    return total


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
