"""How alike two words are, by their letters.

`kernels` calls these, and numba's cache looks at a kernel's own file only: whoever changes this file empties
`__pycache__`.
"""

from __future__ import annotations

from typing import Any

import numba
import numpy as np

kernel = numba.njit(nogil=True, cache=True)

SAME = 24
"""How many low bits count the words that are the same."""

MISMATCH, GAP, DROP = 3_000 << SAME, 3_000 << SAME, 18_000 << SAME
"""What an unmatched pair costs, and an unmatched word of one side; how far below its best an alignment may fall."""

LENGTH, BESIDE = 58, np.uint64(6)
"""Where the length of a word stands in its shape, and how many bits it takes."""


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
def _members(mask: Any) -> int:
    """How many bits are set (Hacker's Delight, 5-1)."""
    mask = mask - ((mask >> np.uint64(1)) & np.uint64(0x5555555555555555))
    mask = (mask & np.uint64(0x3333333333333333)) + ((mask >> np.uint64(2)) & np.uint64(0x3333333333333333))
    mask = (mask + (mask >> np.uint64(4))) & np.uint64(0x0F0F0F0F0F0F0F0F)
    for half in (8, 16, 32):
        mask = mask + (mask >> np.uint64(half))
    return int(mask & np.uint64(0x7F))


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
