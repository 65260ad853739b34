"""How alike two words are, by their letters.

`kernels` calls these, and numba's cache looks at a kernel's own file only: whoever changes this file empties
`__pycache__`.
"""

from __future__ import annotations

from typing import Any

import numba
import numpy as np

from variorum.passages.signs import LETTERS

kernel = numba.njit(nogil=True, cache=True)
inlined = numba.njit(nogil=True, cache=True, forceinline=True)

SAME = 24
"""How many low bits count the words that are the same."""

MISMATCH, GAP, DROP = 3_000 << SAME, 3_000 << SAME, 18_000 << SAME
"""What an unmatched pair costs, and an unmatched word of one side; how far below its best an alignment may fall."""

LENGTH, BESIDE = 58, np.uint64(6)
"""Where the length of a word stands in its shape, and how many bits it takes."""


@kernel
def likeness(corpus: Any, one: int, other: int, worth: int, room: Any) -> int:
    """What it is worth that two different words stand for one another: less than a match by two shares for each edit.

    Words that are too little alike cost something. `room` is space for a row of letters; `corpus` is lent.
    """
    x, y = corpus.shapes[one], corpus.shapes[other]
    long_x, long_y = np.int64(x >> LENGTH), np.int64(y >> LENGTH)
    long = max(long_x, long_y)
    if _members((x ^ y) << BESIDE) * 3 <= 2 * (long + 1):
        most = min((long + 1) // 3, (long - 1) // 2)
        edits = _edits(corpus.letters, (one * LETTERS, long_x), (other * LETTERS, long_y), room)
        if edits <= most:
            return int(worth * (long - 2 * edits) // long) << SAME
    return -MISMATCH


@inlined
def _members(mask: Any) -> Any:
    """How many bits are set (Hacker's Delight, 5-1)."""
    mask = mask - ((mask >> np.uint64(1)) & np.uint64(0x5555555555555555))
    mask = (mask & np.uint64(0x3333333333333333)) + ((mask >> np.uint64(2)) & np.uint64(0x3333333333333333))
    mask = (mask + (mask >> np.uint64(4))) & np.uint64(0x0F0F0F0F0F0F0F0F)
    return np.int64(mask * np.uint64(0x0101010101010101) >> np.uint64(56))


@kernel
def _edits(letters: Any, one: Any, other: Any, row: Any) -> int:
    """The Levenshtein distance of the first letters of two words, each given by where they start and how many."""
    (start, x), (begin, y) = one, other
    while x > 0 and y > 0 and letters[start] == letters[begin]:
        start, begin, x, y = start + 1, begin + 1, x - 1, y - 1
    while x > 0 and y > 0 and letters[start + x - 1] == letters[begin + y - 1]:
        x, y = x - 1, y - 1
    for j in range(y + 1):
        row[j] = j
    for i in range(x):
        corner, row[0] = row[0], i + 1
        for j in range(y):
            cost = corner + (letters[start + i] != letters[begin + j])
            corner = row[j + 1]
            row[j + 1] = min(cost, corner + 1, row[j] + 1)
    return int(row[y])
