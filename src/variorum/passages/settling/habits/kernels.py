"""Compiled loops that find the habits of documents: three words in a row that one has again and again.

See `fingerprints.kernels` on what a kernel may call.
"""

from __future__ import annotations

from typing import Any

import numba
import numpy as np

from variorum.passages.lent.kernels import bare

kernel = numba.njit(nogil=True, cache=True)

HABIT, TERM = 2, 8
"""How often a document may use three words in a row before that is a habit, if the other has it too; or alone."""

LOOSE = 8
"""How much more room there is to count a document's habits in than it has words."""

GOLDEN = np.uint64(0x9E3779B97F4A7C15)
HALF, ONE, NO_WORD = np.uint64(32), np.uint64(1), np.uint64(0)


@kernel
def mix(one: Any, two: Any, three: Any) -> Any:
    """A hash of three words."""
    mixed = ((one * GOLDEN + two) * GOLDEN + three) * GOLDEN
    return (mixed ^ (mixed >> HALF)) * GOLDEN


@kernel
def habits(words: Any, keys: Any, bounds: Any) -> Any:
    """Which three words in a row each document has more than `HABIT` times: hashes in a table (`_slot`), 0 for none.

    And of each how often it stands there, and how often its first two words do.
    """
    longest, count, words, keys = 0, 0, bare(words), bare(keys)
    for document in range(len(bounds) - 1):
        longest = max(longest, bounds[document + 1] - bounds[document])
    room = np.zeros((2, 1 << _bits(LOOSE * longest)), np.uint16)
    slots, often = np.zeros(1 << 10, np.uint64), np.zeros((1 << 10, 2), np.uint16)
    for document in range(len(bounds) - 1):
        span, most = (bounds[document], bounds[document + 1]), bounds[document + 1] - bounds[document]
        if 2 * (count + most) > len(slots):
            slots, often = _larger(slots, often, _bits(2 * (count + most)))
        count = _habits(words, keys, document, span, (room[0], room[1], _bits(LOOSE * most)), slots, often, count)
    return slots, often


@kernel
def _bits(count: int) -> int:
    """How many bits number so many, at least."""
    return max(10, int(np.ceil(np.log2(count + 1))))


@kernel
def _habits(words: Any, keys: Any, document: int, span: Any, room: Any, slots: Any, often: Any, count: int) -> int:
    """Adds the habits of a document to the table; gives how many there are then.

    They are counted by hashes, as in `contexts`, in room that is empty before and after.
    """
    (two, three, bits), salt, size = room, np.uint64(document) * HALF, len(slots)
    shift = np.uint64(64 - bits)
    for place in range(span[0] + 2, span[1]):
        first, second, last = keys[words[place - 2]], keys[words[place - 1]], keys[words[place]]
        for counts, slot in ((two, mix(salt, first, second)), (three, mix(first + salt, second, last))):
            counts[slot >> shift] = min(counts[slot >> shift] + 1, 60_000)
    for place in range(span[0] + 2, span[1]):
        first, second, last = keys[words[place - 2]], keys[words[place - 1]], keys[words[place]]
        mixed = mix(first + salt, second, last)
        if three[mixed >> shift] > HABIT:
            slot = _slot(slots, mixed, size)
            count += slots[slot] == NO_WORD
            slots[slot], often[slot, 0] = mixed, three[mixed >> shift]
            often[slot, 1] = two[mix(salt, first, second) >> shift]
    two[: 1 << bits], three[: 1 << bits] = 0, 0
    return count


@kernel
def _larger(slots: Any, often: Any, bits: int) -> Any:
    """The same table with more room."""
    more, numbers = np.zeros(1 << bits, np.uint64), np.zeros((1 << bits, 2), np.uint16)
    for old in range(len(slots)):
        if slots[old] != NO_WORD:
            slot = _slot(more, slots[old], len(more))
            more[slot], numbers[slot] = slots[old], often[old]
    return more, numbers


@kernel
def _slot(slots: Any, mixed: Any, size: int) -> Any:
    """Where a hash stands in a table, or where there is room for it."""
    slot = np.int64(mixed & np.uint64(size - 1))
    while slots[slot] != NO_WORD and slots[slot] != mixed:
        slot = (slot + 1) & (size - 1)
    return slot


@kernel
def habit(words: Any, keys: Any, table: Any, documents: Any, place: int) -> float:
    """How likely a word is after the two before it where two documents have all three as a habit, or one as a term.

    What a document says again and again (the name of an office, a form of address) is its own way of speaking.
    """
    slots, numbers, size = table
    first, second, last = keys[words[place - 2]], keys[words[place - 1]], keys[words[place]]
    both, either = 1.0, 0.0
    for document in documents:
        mixed = mix(first + np.uint64(document) * HALF, second, last)
        slot = _slot(slots, mixed, size)
        if slots[slot] != mixed:  # as in most: it is no habit
            both = min(both, 0.0)
            continue
        often = float(numbers[2 * slot])
        after = max(often, float(numbers[2 * slot + 1]))
        both, either = min(both, (often - HABIT) / after), max(either, (often - TERM) / after)
    return max(both, either)
