"""Compiled loops over words: numbering, signs between words, fingerprints and the pairs of places that share one.

Imported only inside the functions that need it, because loading the compiler takes half a second.
"""

from __future__ import annotations

from typing import Any

import numba
import numpy as np
from numpy.typing import NDArray

from variorum.passages.fingerprints import MARKED, OMITTED

kernel = numba.njit(nogil=True, cache=True)

RECENT, REPEATED = 12, 4_000
"""A word that stands among so many before it is worth no more than this."""

WEIGHT = 1500
"""How much rarer a pattern must be for each time that twice as many places share it."""

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


@kernel
def fingerprints(corpus: Any, pattern: Any, part: Any, places: Any) -> NDArray[np.uint64]:
    """The fingerprints of one part of all: the hash of the words of a pattern, with its place in the low bits."""
    words, bounds = corpus.words, corpus.bounds
    second, third, _, least = pattern
    found = np.empty(len(words), np.uint64)
    count = 0
    for document in range(len(bounds) - 1):
        for place in range(bounds[document], bounds[document + 1] - third):
            mixed = _mix(words[place], words[place + second], words[place + third])
            if mixed >> part.shift == part.number and _rarity(corpus, place, pattern) >= least:
                found[count] = (mixed >> places << places) | np.uint64(place)
                count += 1
    return found[:count].copy()


@kernel
def _rarity(corpus: Any, place: int, pattern: Any) -> int:
    """What the words of a pattern are worth."""
    second, third, _, _ = pattern
    words, bits, worths = corpus.words, corpus.lexicon.bits, corpus.worths
    worth = bits[words[place]] + (worths[place + second, 1] if second == 1 else bits[words[place + second]])
    return int(worth + (worths[place + third, 1] if third > second else 0))


@kernel
def runs(words: Any, bounds: Any, common: Any, length: int, places: Any) -> NDArray[np.uint64]:
    """The fingerprints of runs of so many words that are made of common patterns only."""
    found, count = np.empty(len(words), np.uint64), 0
    for document in range(len(bounds) - 1):
        inside = 0
        for place in range(bounds[document], bounds[document + 1] - 2):
            inside = inside + 1 if common[place] else 0
            if inside >= length - 2:
                mixed = GOLDEN
                for word in words[place + 3 - length : place + 3]:
                    mixed = (mixed ^ np.uint64(word)) * GOLDEN
                    mixed ^= mixed >> HALF
                found[count] = (mixed * GOLDEN >> places << places) | np.uint64(place + 3 - length)
                count += 1
    return found[:count].copy()


@kernel
def postings(corpus: Any, found: Any, places: Any, pattern: Any, common: Any) -> NDArray[np.int32]:
    """The places that share a fingerprint with another, of sorted fingerprints; the last of each such group inverted.

    The larger a group, the rarer its words must be. Groups of more than `most` places are left out, because their pairs
    would be too many; their places are marked in `common`, if there is room for that, or else kept.
    """
    shared, low = np.empty(len(found), np.int32), (np.uint64(1) << places) - np.uint64(1)
    count, start, (_, _, most, least) = 0, 0, pattern
    for at in range(1, len(found) + 1):
        if at == len(found) or found[at] >> places != found[start] >> places:
            size = at - start
            if size > most and len(common):
                for member in range(start, at):
                    common[found[member] & low] = 1
            elif size > 1 and (
                least == 0 or _rarity(corpus, int(found[start] & low), pattern) >= least + WEIGHT * np.log2(size)
            ):
                for member in range(start, at):
                    shared[count] = found[member] & low
                    count += 1
                shared[count - 1] = ~shared[count - 1]
            start = at
    return shared[:count].copy()


@kernel
def locate(shared: Any, index: Any, most: int) -> None:
    """Writes where each place stands in the postings; of a group of more than `most`, only the first place."""
    start = 0
    for at in range(len(shared)):
        if shared[at] < 0:
            for member in range(start, at + 1 if at - start < most else start + 1):
                index[shared[member] if shared[member] >= 0 else ~shared[member]] = member
            start = at + 1


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
            while at >= 0 and shared[at] >= 0:
                at += 1
                if count == len(found):
                    found = np.concatenate((found, np.empty_like(found)))
                other = shared[at] if shared[at] >= 0 else ~shared[at]
                inside = place > bounds[document] and index[place - 1] >= 0 and other > bounds[owners[other]]
                if not (inside and _agree(words, place - 1, other - 1, patterns[kind])):
                    found[count, 0], found[count, 1] = place, other
                    count += 1
    return found[:count]


@kernel
def _agree(words: Any, one: int, other: int, pattern: Any) -> bool:
    second, third, _, _ = pattern
    first = words[one] == words[other] and words[one + second] == words[other + second]
    return bool(first and words[one + third] == words[other + third])


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
