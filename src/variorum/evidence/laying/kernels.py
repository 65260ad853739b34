"""The compiled loop that lays the words of a quotation beside those of its source."""

from __future__ import annotations

from typing import Any

import numba
import numpy as np
from numpy.typing import NDArray

kernel = numba.njit(nogil=True, cache=True)

ALONE, ALONE_MORE = 1100, 500
"""What the first word that the quotation has alone costs, and each one after it; a pair of unlike words costs 1000."""
LACKING, LACKING_MORE = 600, 200
"""What the first word of the source that the quotation lacks costs, and each one after it."""
FAR = 1 << 40
LIKE, UNLIKE = 0.5, 1000
"""From what likeness of letters on two words may be one; and what a pair costs that is not."""
DIVIDED, NEVER = 0.65, 10_000
"""From what likeness on one word may be two; and what it costs where it cannot."""
LESS = 0.05
"""By so much less are words alike whose outlines alone are."""


@kernel
def priced(letters: Any, outlines: Any, one: Any, other: Any) -> NDArray[np.int64]:
    """What it costs that words stand for one another: the less the more alike their letters, or their outlines, are.

    `letters` and `outlines`: how alike they are, (2n, 2m), the words of either side and then each with the next one;
    `one` and `other`: the words' keys. Returned are pairs, joined and divided, as `lay` takes them, (3, n, m).
    """
    n, m = len(one), len(other)
    costs = np.empty((3, n, m), np.int64)
    for i in range(n):
        for j in range(m):
            costs[0, i, j] = 0 if one[i] == other[j] else _price(letters, outlines, i, j, LIKE, UNLIKE)
    alone = costs[0] == 0
    for i in range(n):
        for j in range(m):  # where one of the two is the word itself, it stands for no more
            joined = alone[i, j] or alone[i, (j + 1) % m]
            costs[1, i, j] = NEVER if joined else _price(letters, outlines, i, m + j, DIVIDED, NEVER)
            divided = alone[i, j] or alone[(i + 1) % n, j]
            costs[2, i, j] = NEVER if divided else _price(letters, outlines, n + i, j, DIVIDED, NEVER)
    return costs


@kernel
def _price(letters: Any, outlines: Any, i: int, j: int, least: float, unlike: int) -> int:
    like = max(letters[i, j], outlines[i, j] - np.float32(LESS))
    return round(UNLIKE * (1 - like)) if like >= least else unlike


@kernel
def lay(pairs: Any, joined: Any, divided: Any, free_head: bool, free_tail: bool) -> NDArray[np.int64]:
    """The cheapest way to lay two rows of words: of each step how many words of either side it takes.

    `pairs[i, j]`: what it costs that word i of the quotation stands for word j of the source; `joined[i, j]` for one
    word that stands for two, j and the next; `divided[i, j]` for two words, i and the next, that stand for one. Words
    of the source before the first and behind the last of the quotation cost nothing where that end is free.
    """
    n, m = pairs.shape
    best = np.full((3, n + 1, m + 1), FAR, np.int64)
    moves = np.zeros((3, n + 1, m + 1), np.int8)
    best[0, 0, 0] = 0
    for i in range(n + 1):
        for j in range(m + 1):
            _extend(best, moves, pairs, joined, divided, (i, j, free_head, free_tail))
    return _back(best, moves, n, m)


@kernel
def _extend(best: Any, moves: Any, pairs: Any, joined: Any, divided: Any, at: Any) -> None:
    """What the cheapest way costs that ends here: in a pair (0), in a word of the quotation (1) or the source (2)."""
    i, j, free_head, free_tail = at
    n = pairs.shape[0]
    if i and j:
        _offer(best, moves, 0, i, j, 1, 1, pairs[i - 1, j - 1])
    if i and j > 1:
        _offer(best, moves, 0, i, j, 1, 2, joined[i - 1, j - 2])
    if i > 1 and j:
        _offer(best, moves, 0, i, j, 2, 1, divided[i - 2, j - 1])
    if i:
        for state in range(3):
            cost = best[state, i - 1, j] + (ALONE_MORE if state == 1 else ALONE)
            if cost < best[1, i, j]:
                best[1, i, j], moves[1, i, j] = cost, state
    if j:
        free = (free_head and i == 0) or (free_tail and i == n)
        for state in range(3):
            cost = best[state, i, j - 1] + (0 if free else LACKING_MORE if state == 2 else LACKING)
            if cost < best[2, i, j]:
                best[2, i, j], moves[2, i, j] = cost, state


@kernel
def _offer(best: Any, moves: Any, target: int, i: int, j: int, x: int, y: int, price: int) -> None:
    for state in range(3):
        cost = best[state, i - x, j - y] + price
        if cost < best[target, i, j]:
            best[target, i, j], moves[target, i, j] = cost, state + 3 * (x + 2 * y - 3)


@kernel
def _back(best: Any, moves: Any, n: int, m: int) -> NDArray[np.int64]:
    steps = np.empty((n + m + 1, 2), np.int64)
    count, i, j = 0, n, m
    state = 0
    for other in range(1, 3):
        if best[other, n, m] < best[state, n, m]:
            state = other
    while i or j:
        x, y = 1, 1
        move = moves[state, i, j]
        if state == 0:
            taken = move // 3
            x, y = (2, 1) if taken == 1 else (1, 2) if taken == 2 else (1, 1)
            move = move % 3
        elif state == 1:
            x, y = 1, 0
        else:
            x, y = 0, 1
        steps[count, 0], steps[count, 1] = x, y
        count, i, j, state = count + 1, i - x, j - y, move
    return steps[:count][::-1]
