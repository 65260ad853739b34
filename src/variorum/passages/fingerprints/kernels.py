"""Compiled loops over the words of a library: their numbers, the signs between them, what a match of each is worth.

Imported only inside the functions that need it, because loading the compiler takes half a second.
"""

from __future__ import annotations

from typing import Any

import numba
import numpy as np
from numpy.typing import NDArray

from variorum.passages.signs import CAPITAL, MARKED, OMITTED, PAUSED, STOPPED

kernel = numba.njit(nogil=True, cache=True)

RECENT, REPEATED = 12, 4_000
"""A word that stands among so many before it is worth no more than this."""

MOST, HABIT = 12_000, 25_000
"""After another a word that is worth so much alone is worth as much, a more frequent one less."""


@kernel
def number(keys: Any) -> tuple[NDArray[np.int32], NDArray[np.int64], NDArray[np.int64]]:
    """The number of each key, counted from its first appearance; and the first place and the count of each number."""
    room = 1 << min(16, 4 + int(np.log2(len(keys) + 1)))
    slots = np.full(room, -1, np.int32)
    numbers, firsts, counts = np.empty(len(keys), np.int32), np.empty(room, np.int64), np.zeros(room, np.int64)
    total = 0
    for place in range(len(keys)):
        slot = _slot(slots, keys, firsts, keys[place])
        if slots[slot] < 0:
            firsts[total], slots[slot], total = place, total, total + 1
        numbers[place] = slots[slot]
        counts[slots[slot]] += 1
        if 2 * total >= len(slots):
            slots = _rehashed(slots, keys, firsts, total)
            firsts, counts = np.concatenate((firsts, firsts)), np.concatenate((counts, np.zeros_like(counts)))
    return numbers, firsts[:total].copy(), counts[:total].copy()


@kernel
def _slot(slots: Any, keys: Any, firsts: Any, key: Any) -> Any:
    last = np.uint64(len(slots) - 1)
    slot = key & last
    while slots[slot] >= 0 and keys[firsts[slots[slot]]] != key:
        slot = (slot + np.uint64(1)) & last
    return slot


@kernel
def _rehashed(slots: Any, keys: Any, firsts: Any, total: int) -> Any:
    larger = np.full(2 * len(slots), -1, np.int32)
    for number in range(total):
        larger[_slot(larger, keys, firsts, keys[firsts[number]])] = number
    return larger


@kernel
def firsts(words: Any, kinds: int) -> NDArray[np.int64]:
    """The first place of each of so many words that are numbered in the order in which they first appear."""
    found, total = np.empty(kinds, np.int64), 0
    for place in range(len(words)):
        if words[place] == total:
            found[total] = place
            total += 1
    return found


@kernel
def signs(codes: Any, starts: Any, ends: Any) -> NDArray[np.uint8]:
    """What stands before each word: a sign of something left out (… or ... or * *), a quotation mark, a comma, a stop.

    And whether it begins with a capital.
    """
    found = np.zeros(len(starts), np.uint8)
    before = 0
    for nth in range(len(starts)):
        dots, stars = 0, 0
        for at in range(max(before, starts[nth] - 40), starts[nth]):
            code = codes[at]
            dots = dots + 1 if code == 0x2E else dots if code == 0x20 else 0
            stars += code == 0x2A
            if code == 0x2026 or dots == 3 or stars == 2:
                found[nth] |= OMITTED
            if code in (0x22, 0xAB, 0xBB, 0x2039, 0x203A) or 0x2018 <= code <= 0x201F or 0x300A <= code <= 0x300F:
                found[nth] |= MARKED
            if code in (0x2C, 0x60C, 0x3001):
                found[nth] |= PAUSED
            if code in (0x2E, 0x3A, 0x3B, 0x21, 0x3F, 0x387, 0x61B, 0x61F, 0x2026, 0x3002):
                found[nth] |= STOPPED
        if _capital(codes[starts[nth]]):
            found[nth] |= CAPITAL
        before = ends[nth]
    return found


@kernel
def _capital(code: int) -> bool:
    """Whether a letter is a capital of the Latin, Greek or Cyrillic alphabet, as most texts have them."""
    latin = 0x41 <= code <= 0x5A or 0xC0 <= code <= 0xDE
    return latin or 0x391 <= code <= 0x3AB or 0x400 <= code <= 0x42F


@kernel
def worths(words: Any, bits: Any) -> NDArray[np.int16]:
    """What a match of each word of a document is worth by itself, and if the word before matches too.

    In thousandths of a bit. By itself less than the word's own worth if it has just been used: texts repeat their
    words. After a word less, because words follow one another by habit: the more frequent one is, the more of what it
    says is known from the word before; -1 where there is none.
    """
    found = np.empty((len(words), 2), np.int16)
    for place in range(len(words)):
        own = bits[words[place]]
        for before in words[max(0, place - RECENT) : place]:
            if before == words[place]:
                own = min(own, REPEATED)
        found[place, 0] = own
        found[place, 1] = own - own * (MOST - own) // HABIT if place > 0 else -1
    return found
