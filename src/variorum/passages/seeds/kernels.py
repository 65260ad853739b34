"""Compiled loops over fingerprints: which places share a rare pattern of words, and the pairs they make.

See `fingerprints.kernels` on what a kernel may call.
"""

from __future__ import annotations

from typing import Any

import numba
import numpy as np
from numpy.typing import NDArray

kernel = numba.njit(nogil=True, cache=True)

WEIGHT = 1500
"""How much rarer a pattern must be for each time that twice as many places share it."""

GOLDEN = np.uint64(0x9E3779B97F4A7C15)
HALF = np.uint64(32)


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
def _mix(one: int, two: int, three: int) -> Any:
    mixed = ((np.uint64(one) * GOLDEN + np.uint64(two)) * GOLDEN + np.uint64(three)) * GOLDEN
    return (mixed ^ (mixed >> HALF)) * GOLDEN


@kernel
def _rarity(corpus: Any, place: int, pattern: Any) -> int:
    """What the words of a pattern are worth."""
    second, third, _, _ = pattern
    worths = corpus.worths
    worth = worths[place, 0] + worths[place + second, 1 if second == 1 else 0]
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
    count, start, most = 0, 0, pattern[2]
    for at in range(1, len(found) + 1):
        if at == len(found) or found[at] >> places != found[start] >> places:
            size = at - start
            if size > most and len(common):
                for member in range(start, at):
                    common[found[member] & low] = 1
            elif size > 1:
                count = _admit(corpus, found[start:at] & low, pattern, shared, count)
            start = at
    return shared[:count].copy()


@kernel
def _admit(corpus: Any, group: Any, pattern: Any, shared: Any, count: int) -> int:
    """Adds those places of a group whose words are rare enough for so many, if two are; gives the new count."""
    _, _, _, least = pattern
    start, least = count, least + WEIGHT * np.log2(len(group)) if least else 0.0
    for member in group:
        place = int(member)
        if least == 0 or _rarity(corpus, place, pattern) >= least:
            shared[count] = place
            count += 1
    if count - start < 2:
        return start
    shared[count - 1] = ~shared[count - 1]
    return count


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


@kernel
def meetings(corpus: Any, owners: Any, documents: Any, patterns: Any, seeds: Any) -> Any:
    """The pairs of places that begin in a range of documents, in groups of two documents each; and each group's end."""
    found, ends = [np.empty((0, 2), np.int32)], [np.empty(0, np.int64)]
    total, counts = 0, np.zeros(len(corpus.bounds), np.int64)
    for document in range(documents[0], documents[1]):
        some = pairs(corpus.words, owners, corpus.bounds, document, patterns, seeds)
        grouped, cuts = by_owner(some, owners, counts)
        found.append(grouped)
        ends.append(cuts + total)
        total += len(grouped)
    return found, ends
