"""Where alignments have passed: a point every so many words, so that no seed on their way is extended again.

`kernels` calls these, and numba's cache looks at a kernel's own file only: whoever changes this file empties
`__pycache__`.
"""

from __future__ import annotations

from typing import Any

import numba
import numpy as np

kernel = numba.njit(nogil=True, cache=True)
inlined = numba.njit(nogil=True, cache=True, forceinline=True)

FIELDS = 6
"""How many numbers an alignment has: start and end on both sides, worth, same words."""

BAND = 4
"""How many words one side may run ahead of the other, either way, before it has to catch up."""

EVERY = 32
"""After so many words, a power of two, an alignment writes down how far it is."""


@inlined
def mark(path: Any, cells: int, p: int, q: int, step: int, i: int, j: int) -> None:
    """Writes down where an alignment stands, every so many words; see `passed`. There is room for so many cells."""
    at = p + i if step > 0 else p + 1 - i
    if at & (EVERY - 1) == 0:
        path[at // EVERY % cells] = q + j if step > 0 else q + 1 - j


@inlined
def still(found: Any, active: Any, trails: Any, busy: int, p: int) -> int:
    """Keeps those alignments active that end after a place."""
    kept = 0
    for nth in range(busy):
        if found[FIELDS * active[nth] + 1] > p:
            active[kept], trails[kept] = active[nth], trails[nth]
            kept += 1
    return kept


@kernel
def remember(path: Any, cells: int, start: int, end: int, trail: Any, ends: int) -> Any:
    """Adds the trail of an alignment that starts and ends at two places to the trails of others; and their end."""
    first, last = (start + EVERY - 1) // EVERY, end // EVERY
    while ends + last - first + 1 > len(trail):
        trail = np.concatenate((trail, np.empty_like(trail)))
    for cell in range(first, last + 1):
        trail[ends] = path[cell % cells]
        ends += 1
    return trail, ends


@inlined
def passed(found: Any, active: Any, busy: int, trail: Any, trails: Any, p: int, q: int) -> bool:
    """Whether an alignment passes near a pair of places, between the two points of its trail that stand round it."""
    for nth in range(busy):
        at = FIELDS * active[nth]
        start_p, end_p, start_q, end_q = found[at], found[at + 1], found[at + 2], found[at + 3]
        if start_p <= p and start_q <= q < end_q:
            first, cell = (start_p + EVERY - 1) // EVERY, p // EVERY
            before, behind = start_q - start_p, end_q - end_p
            if cell >= first:
                before = trail[trails[nth] + cell - first] - cell * EVERY
            if (cell + 1) * EVERY <= end_p:
                behind = trail[trails[nth] + cell + 1 - first] - (cell + 1) * EVERY
            if min(before, behind) - BAND <= q - p <= max(before, behind) + BAND:
                return True
    return False
