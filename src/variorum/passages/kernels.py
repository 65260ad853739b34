"""Compiled loops over words: numbering, signs between words, fingerprints and the pairs of places that share one.

Imported only inside the functions that need it, because loading the compiler takes half a second.
"""

from __future__ import annotations

from typing import Any

import numba
import numpy as np
from numpy.typing import NDArray

kernel = numba.njit(nogil=True, cache=True)

ELLIPSIS, MARK = 1, 2
"""Signs between two words: something left out; a quotation mark."""

GOLDEN = np.uint64(0x9E3779B97F4A7C15)
HALF = np.uint64(32)


@kernel
def number(keys: Any) -> tuple[NDArray[np.int32], NDArray[np.int64], NDArray[np.int64]]:
    """A number for each different key in the order of appearance: of each key, then each number's first place and count."""
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
def _slot(slots: Any, keys: Any, firsts: Any, key: Any) -> int:
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
    """What stands before each word: a sign of something left out (… or ... or * *), a quotation mark, both or neither."""
    found = np.zeros(len(starts), np.uint8)
    before = 0
    for nth in range(len(starts)):
        dots, stars = 0, 0
        for at in range(max(before, starts[nth] - 40), starts[nth]):
            code = codes[at]
            dots = dots + 1 if code == 0x2E else dots if code == 0x20 else 0
            stars += code == 0x2A
            if code == 0x2026 or dots == 3 or stars == 2:
                found[nth] |= ELLIPSIS
            if code in (0x22, 0xAB, 0xBB) or 0x2018 <= code <= 0x201F:
                found[nth] |= MARK
        before = ends[nth]
    return found


@kernel
def worths(words: Any, bits: Any, bounds: Any, temper: float) -> NDArray[np.int16]:
    """What a match of each word is worth if the word before matches too: less, where the one leads to the other.

    The surprise of a word after one and after two words, in thousandths of a bit. Frequencies are counts of different
    contexts, not of places (Kneser and Ney 1995), so that a phrase in many copies of one text counts once, and a turn of
    speech that many texts use counts often.
    """
    size = np.uint64(65 - max(16, _log2(len(words))))
    seen = np.zeros(1 << (64 - int(size)), np.uint8)
    after = np.zeros((4, len(seen)), np.uint32)
    found = np.empty(len(words), np.int16)
    for document in range(len(bounds) - 1):
        for place in range(bounds[document] + 1, bounds[document + 1]):
            first = words[place - 3] if place - 3 >= bounds[document] else -1
            second = words[place - 2] if place - 2 >= bounds[document] else -1
            third, last = words[place - 1], words[place]
            one, two, three = _mix(0, 0, third) >> size, _mix(0, third, last) >> size, _mix(second, third, last) >> size
            if _new(seen, _mix(second + 1, third + 1, last + 1), size):
                after[0, two] += 1
                after[1, one] += 1
            if _new(seen, _mix(first * 31 + second, third, last), size):
                after[2, three] += 1
                after[3, _mix(0, second, third) >> size] += 1
    for document in range(len(bounds) - 1):
        for place in range(bounds[document], bounds[document + 1]):
            found[place] = bits[words[place]]
            if place > bounds[document]:
                second = words[place - 2] if place - 2 >= bounds[document] else -1
                third, last = words[place - 1], words[place]
                one, two, three = (
                    _mix(0, 0, third) >> size,
                    _mix(0, third, last) >> size,
                    _mix(second, third, last) >> size,
                )
                context = _mix(0, second, third) >> size
                likely = max(
                    (np.int64(after[0, two]) - 2) / max(1, after[1, one]),
                    (np.int64(after[2, three]) - 2) / max(1, after[3, context]),
                )
                if likely > 0:
                    found[place] = min(bits[last], int(-1000 * temper * np.log2(likely)))
    return found


@kernel
def _log2(number: int) -> int:
    count = 0
    while number > 1:
        number, count = number >> 1, count + 1
    return count + 1


@kernel
def _mix(one: int, two: int, three: int) -> Any:
    mixed = ((np.uint64(one) * GOLDEN + np.uint64(two)) * GOLDEN + np.uint64(three)) * GOLDEN
    return (mixed ^ (mixed >> HALF)) * GOLDEN


@kernel
def _new(seen: Any, mixed: Any, size: Any) -> bool:
    """Whether a hash is met for the first time; marks it."""
    slot, bit = mixed >> size, np.uint8(1 << int((mixed >> (size - np.uint64(3))) & np.uint64(7)))
    fresh = seen[slot] & bit == 0
    seen[slot] |= bit
    return fresh


@kernel
def fingerprints(words: Any, bits: Any, worths: Any, bounds: Any, pattern: Any, part: Any, places: Any) -> NDArray[np.uint64]:
    """The fingerprints of one part of all: the hash of each place's pattern of words, with the place in its low bits."""
    second, third, _, least = pattern
    found = np.empty(len(words), np.uint64)
    count = 0
    for document in range(len(bounds) - 1):
        for place in range(bounds[document], bounds[document + 1] - third):
            first, next_, last = words[place], words[place + second], words[place + third]
            mixed = _mix(first, next_, last)
            worth = bits[first] + (worths[place + second] if second == 1 else bits[next_])
            worth += worths[place + third] if third == second + 1 else bits[last] if third > second else 0
            if mixed >> part.shift == part.number and worth >= least:
                found[count] = (mixed >> places << places) | np.uint64(place)
                count += 1
    return found[:count].copy()


@kernel
def postings(found: Any, places: Any, most: int) -> NDArray[np.int32]:
    """The places that share a fingerprint with another, of sorted fingerprints; the last of each such group inverted.

    Groups of more than `most` places are left out: they say little, and their pairs would be too many.
    """
    shared = np.empty(len(found), np.int32)
    low = (np.uint64(1) << places) - np.uint64(1)
    count, start = 0, 0
    for at in range(1, len(found) + 1):
        if at == len(found) or found[at] >> places != found[start] >> places:
            if 2 <= at - start <= most:
                for member in range(start, at):
                    shared[count] = found[member] & low
                    count += 1
                shared[count - 1] = ~shared[count - 1]
            start = at
    return shared[:count].copy()


@kernel
def locate(shared: Any, index: Any) -> None:
    """Writes where each place stands in the postings."""
    for at in range(len(shared)):
        place = shared[at]
        index[place if place >= 0 else ~place] = at


@kernel
def loads(shared: Any, index: Any, bounds: Any, found: Any) -> None:
    """Adds to `found` how many pairs of places each document begins."""
    for document in range(len(bounds) - 1):
        for place in range(bounds[document], bounds[document + 1]):
            at = index[place]
            while at >= 0 and shared[at] >= 0:
                at += 1
                found[document] += 1


@kernel
def pairs(words: Any, owners: Any, bounds: Any, document: int, patterns: Any, seeds: Any) -> NDArray[np.int32]:
    """The pairs of places that share a fingerprint, the first of them in this document.

    A pair that only continues another of its kind, one word on, is left out.
    """
    found = np.empty((1024, 2), np.int32)
    count = 0
    for place in range(bounds[document], bounds[document + 1]):
        for kind in range(len(seeds)):
            shared, index = seeds[kind]
            at = index[place]
            if count + 1000 > len(found):
                found = np.concatenate((found, np.empty_like(found)))
            while at >= 0 and shared[at] >= 0:
                at += 1
                other = shared[at] if shared[at] >= 0 else ~shared[at]
                inside = place > bounds[document] and index[place - 1] >= 0 and other > bounds[owners[other]]
                if not (inside and _agree(words, place - 1, other - 1, patterns[kind])):
                    found[count, 0], found[count, 1] = place, other
                    count += 1
    return found[:count]


@kernel
def _agree(words: Any, one: int, other: int, pattern: Any) -> bool:
    second, third, _, _ = pattern
    first = words[one] == words[other]
    return first and words[one + second] == words[other + second] and words[one + third] == words[other + third]


@kernel
def by_owner(pairs: Any, owners: Any, counts: Any) -> tuple[NDArray[np.int32], NDArray[np.int64]]:
    """The pairs grouped by the document of their second place, in order within a group, and where each group ends.

    `counts` is room for a number a document, all zero before and after.
    """
    groups, total = np.empty(len(pairs), np.int64), 0
    for _, other in pairs:
        owner = owners[other]
        if counts[owner] == 0:
            groups[total] = owner
            total += 1
        counts[owner] += 1
    ends = np.cumsum(counts[groups[:total]])
    counts[groups[:total]] = ends - counts[groups[:total]]
    ordered = np.empty_like(pairs)
    for nth in range(len(pairs)):
        owner = owners[pairs[nth, 1]]
        ordered[counts[owner]] = pairs[nth]
        counts[owner] += 1
    counts[groups[:total]] = 0
    return ordered, ends
