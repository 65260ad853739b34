"""Compiled loops over the words of a library: their numbers, the signs between them, what a match of each is worth.

Imported only inside the functions that need it, because loading the compiler takes half a second.
"""

from __future__ import annotations

from typing import Any

import numba
import numpy as np
from numpy.typing import NDArray

from variorum.passages.signs import MARKED, OMITTED

kernel = numba.njit(nogil=True, cache=True)

RECENT, REPEATED = 12, 4_000
"""A word that stands among so many before it is worth no more than this."""

GOLDEN = np.uint64(0x9E3779B97F4A7C15)
HALF = np.uint64(32)


@kernel
def number(keys: Any) -> tuple[NDArray[np.int32], NDArray[np.int64], NDArray[np.int64]]:
    """The number of each key, counted from its first appearance; and the first place and the count of each number."""
    slots = np.full(1 << 16, -1, np.int32)
    numbers, firsts, counts = np.empty(len(keys), np.int32), np.empty(1 << 16, np.int64), np.zeros(1 << 16, np.int64)
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
def signs(codes: Any, starts: Any, ends: Any) -> NDArray[np.uint8]:
    """What stands before each word: a sign of something left out (… or ... or * *), a quotation mark, both, neither."""
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
        before = ends[nth]
    return found


@kernel
def worths(words: Any, bits: Any, bounds: Any) -> NDArray[np.int16]:
    """What a match of each word is worth by itself, and if the word before matches too, in thousandths of a bit.

    By itself less than the word's own worth if it has just been used: texts repeat their words. After a word less where
    the one leads to the other: the surprise of it after one and after two words. Frequencies count different contexts,
    not places (Kneser and Ney 1995), so that a phrase in many copies of one text counts once, and a turn of speech that
    many texts use counts often. Twice is no habit yet.
    """
    shift = np.uint64(max(30, 63 - int(np.log2(len(words) + 1))))
    pair, triple, after_one, after_two = _contexts(words, bounds, shift)
    found = np.empty((len(words), 2), np.int16)
    for document in range(len(bounds) - 1):
        for place in range(bounds[document], bounds[document + 1]):
            own = bits[words[place]]
            for before in words[max(bounds[document], place - RECENT) : place]:
                if before == words[place]:
                    own = min(own, REPEATED)
            found[place] = own
            if place > bounds[document]:
                one, two, last = _window(words, place, bounds[document])
                likely = _share(pair[_mix(0, one, last) >> shift], after_one[_mix(0, 0, one) >> shift])
                context = after_two[_mix(0, two, one) >> shift]
                likely = max(likely, _share(triple[_mix(two, one, last) >> shift], context))
                if likely > 0:
                    found[place, 1] = min(own, int(-1000 * np.log2(likely)))
    return found


@kernel
def _contexts(words: Any, bounds: Any, shift: Any) -> Any:
    """After how many different words each pair and each triple of words stands, and all that begin with a word or two.

    By hashes: two that fall together make both look a little commoner than they are.
    """
    size = 1 << (64 - int(shift))
    seen = np.zeros(size, np.uint8)
    pair, triple = np.zeros(size, np.uint32), np.zeros(size, np.uint32)
    after_one, after_two = np.zeros(size, np.uint32), np.zeros(size, np.uint32)
    for document in range(len(bounds) - 1):
        for place in range(bounds[document] + 1, bounds[document + 1]):
            one, two, last = _window(words, place, bounds[document])
            three = words[place - 3] if place - 3 >= bounds[document] else -1
            if _new(seen, _mix(two + 1, one + 1, last + 1), shift):
                pair[_mix(0, one, last) >> shift] += 1
                after_one[_mix(0, 0, one) >> shift] += 1
            if _new(seen, _mix(three * 31 + two, one, last), shift):
                triple[_mix(two, one, last) >> shift] += 1
                after_two[_mix(0, two, one) >> shift] += 1
    return pair, triple, after_one, after_two


@kernel
def _window(words: Any, place: int, start: int) -> Any:
    """The word before a place, the one before that if its document has it, and the word there."""
    return words[place - 1], words[place - 2] if place - 2 >= start else -1, words[place]


@kernel
def _share(count: int, total: int) -> float:
    return (count - 2.0) / max(1, total)


@kernel
def _mix(one: int, two: int, three: int) -> Any:
    mixed = ((np.uint64(one) * GOLDEN + np.uint64(two)) * GOLDEN + np.uint64(three)) * GOLDEN
    return (mixed ^ (mixed >> HALF)) * GOLDEN


@kernel
def _new(seen: Any, mixed: Any, size: Any) -> bool:
    """Whether a hash is met for the first time; marks it."""
    slot, bit = mixed >> size, np.uint8(1 << int((mixed >> (size - np.uint64(3))) & np.uint64(7)))
    fresh = bool(seen[slot] & bit == 0)
    seen[slot] |= bit
    return fresh
