"""Compiled loops over the letters of sentences."""

from __future__ import annotations

from typing import Any

import numba
import numpy as np
from numpy.typing import NDArray

kernel = numba.njit(nogil=True, cache=True)

ROOM = 1 << 14
"""How many runs the table begins with; it grows when half of it is taken."""


@kernel
def runs(codes: Any, owners: Any, space: int) -> tuple[NDArray[np.uint64], NDArray[np.int64], NDArray[np.int32]]:
    """The runs of three letters about a letter: each distinct one, how many sentences have it, and which is where.

    `owners`: to which sentence each letter belongs, rising; `space`: what is no letter. Of the middle of a run is given
    its number, else -1.
    """
    which, slots = np.full(len(codes), -1, np.int32), np.full(ROOM, -1, np.int32)
    values, had = np.empty(ROOM, np.uint64), np.zeros(ROOM, np.int64)
    last, count = np.full(ROOM, -1, np.int64), 0
    for at in range(1, len(codes) - 1):
        if codes[at] == space or owners[at - 1] != owners[at + 1]:
            continue
        value = _run(codes, at)
        slot = _slot(slots, values, value)
        if slots[slot] < 0:
            values[count], slots[slot], count = value, count, count + 1
        which[at] = nth = slots[slot]
        if last[nth] != owners[at]:
            had[nth], last[nth] = had[nth] + 1, owners[at]
        if 2 * count >= len(slots):
            values, had, last = _twice(values, 0), _twice(had, 0), _twice(last, -1)
            slots = np.full(len(values), -1, np.int32)
            for each in range(count):
                slots[_slot(slots, values, values[each])] = each
    return values[:count], had[:count], which


@kernel
def _run(codes: Any, at: int) -> Any:
    """A letter with those before and after it, as a number."""
    two = np.uint64(codes[at - 1]) * np.uint64(0x9E3779B97F4A7C15) + np.uint64(codes[at])
    return two * np.uint64(0xC2B2AE3D27D4EB4F) + np.uint64(codes[at + 1])


@kernel
def _slot(slots: Any, values: Any, value: Any) -> int:
    """Where a value is in the table, or would be."""
    mask = np.uint64(len(slots) - 1)
    at = (value ^ (value >> np.uint64(32))) & mask
    while slots[at] >= 0 and values[slots[at]] != value:
        at = (at + np.uint64(1)) & mask
    return np.int64(at)  # type: ignore[return-value]


@kernel
def _twice(values: Any, fill: int) -> Any:
    """The same values, and as much room again."""
    wider = np.full(2 * len(values), fill, values.dtype)
    wider[: len(values)] = values
    return wider


@kernel
def summed(which: Any, owners: Any, places: Any, weights: Any, sums: Any) -> None:
    """Add the weight of each run to its place in the vector of its sentence."""
    for at in range(len(which)):
        if which[at] >= 0:
            sums[owners[at], places[which[at]]] += weights[which[at]]
