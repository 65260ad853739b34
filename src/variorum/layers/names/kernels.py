"""The word list of a language laid out as a table to look words up in, by a compiled loop over its bytes."""

from __future__ import annotations

from typing import Any

import numba
import numpy as np
from numpy.typing import NDArray

kernel = numba.njit(nogil=True, cache=True)


@kernel
def laid_out(packed: Any, crc: Any, first: int) -> tuple[NDArray[np.int32], NDArray[np.int16]]:
    """Where each word of a list stands, and in which of its groups, at the place that the word's checksum gives it.

    `packed`: arrays of words as MessagePack, the first of them at `first`; `crc`: the table of CRC-32. A word whose
    place is taken stands at the next one; 0 is a free place, as two of three are, and there is a power of two of them.
    """
    size = 4
    words = _fill(packed, crc, first, np.zeros(0, np.int32), np.zeros(0, np.int16))
    while size < 2 * words:
        size *= 2
    places, groups = np.zeros(size, np.int32), np.zeros(size, np.int16)
    _fill(packed, crc, first, places, groups)
    return places, groups


@kernel
def _fill(packed: Any, crc: Any, at: int, places: Any, groups: Any) -> int:
    """How many words there are; they are put where they belong if there are any places."""
    words, group, left, mask = 0, -1, 0, len(places) - 1
    while at < len(packed):
        if left == 0:
            left, at = _length(packed, at, 0x90, 15, 0xDC, 2)
            group += 1
            continue
        length, at = _length(packed, at, 0xA0, 31, 0xD9, 1)
        if len(places):
            place = _checksum(packed, at, at + length, crc) & mask
            while places[place]:
                place = (place + 1) & mask
            places[place], groups[place] = at, group
        at += length
        left -= 1
        words += 1
    return words


@kernel
def _length(packed: Any, at: int, short: int, most: int, long: int, width: int) -> tuple[int, int]:
    """How long an array or a string is, and where it begins; longer ones say so in more and more bytes."""
    head = int(packed[at])
    if short <= head <= short + most:
        return head - short, at + 1
    width <<= head - long
    length = 0
    for byte in packed[at + 1 : at + 1 + width]:
        length = length << 8 | int(byte)
    return length, at + 1 + width


@kernel
def _checksum(packed: Any, at: int, end: int, crc: Any) -> int:
    """The CRC-32 of some bytes."""
    found = 0xFFFFFFFF
    for byte in packed[at:end]:
        found = int(crc[(found ^ int(byte)) & 0xFF]) ^ (found >> 8)
    return found ^ 0xFFFFFFFF
