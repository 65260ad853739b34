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

INNER = -1
"""Instead of a number: a place in a group that is a star, but not its first."""

GOLDEN = np.uint64(0x9E3779B97F4A7C15)
HALF = np.uint64(32)


@kernel
def fingerprints(corpus: Any, pattern: Any, part: Any, places: Any) -> NDArray[np.uint64]:
    """The fingerprints of one part of all: the hash of the words of a pattern, with its place in the low bits."""
    words, bounds = corpus.words, corpus.bounds
    second, third, _, least = pattern
    count, found = 0, np.empty(1 << 12, np.uint64)
    for document in range(len(bounds) - 1):
        for place in range(bounds[document], bounds[document + 1] - third):
            mixed = mix(words[place], words[place + second], words[place + third])
            if part.shift and mixed >> part.shift != part.number:
                continue
            if rarity(corpus, place, pattern) >= least:
                if count == len(found):
                    found = np.concatenate((found, np.empty_like(found)))
                found[count] = (mixed >> places << places) | np.uint64(place)
                count += 1
    return found[:count].copy()


@kernel
def mix(one: int, two: int, three: int) -> Any:
    """The hash of three words."""
    mixed = ((np.uint64(one) * GOLDEN + np.uint64(two)) * GOLDEN + np.uint64(three)) * GOLDEN
    return (mixed ^ (mixed >> HALF)) * GOLDEN


@kernel
def rarity(corpus: Any, place: int, pattern: Any) -> int:
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
    """The places that share the words of a pattern with another, of sorted fingerprints; group by group.

    The last of each group is inverted. The larger a group, the rarer its words must be. Groups of more than `most`
    places are left out, because their pairs would be too many; their places are marked in `common`, if there is room
    for that, or else kept.
    """
    shared, low = np.empty(len(found), np.int32), (np.uint64(1) << places) - np.uint64(1)
    count, start, group = 0, 0, np.empty(1024, np.int32)
    for at in range(1, len(found) + 1):
        if at == len(found) or found[at] >> places != found[start] >> places:
            if at - start > 1:
                while len(group) < at - start:
                    group = np.concatenate((group, group))
                for nth in range(at - start):
                    group[nth] = np.int32(found[start + nth] & low)
                count = _alike(corpus, group[: at - start], pattern, common, shared, count)
            start = at
    return shared[:count].copy()


@kernel
def _alike(corpus: Any, group: Any, pattern: Any, common: Any, shared: Any, count: int) -> int:
    """Admits the places of a group; where two patterns have got one hash, of each of them by itself."""
    left = len(group)
    while left > 1:
        first, same = group[0], 0
        for nth in range(left):
            if _agree(corpus.words, first, group[nth], pattern):
                group[same], group[nth] = group[nth], group[same]
                same += 1
        if same > 1:
            members = np.sort(group[:same]) if same < left else group[:same]
            count = _admit(corpus, members, pattern, common, shared, count)
        group[: left - same], left = group[same:left].copy(), left - same
    return count


@kernel
def _admit(corpus: Any, group: Any, pattern: Any, common: Any, shared: Any, count: int) -> int:
    """Adds those places of a group whose words are rare enough for so many, if two are; gives the new count."""
    _, _, most, least = pattern
    if len(group) > most and len(common):
        for place in group:
            common[place] = 1
        return count
    start, enough = count, least + WEIGHT * np.log2(len(group)) if least else 0.0
    for place in group:
        if least == 0 or rarity(corpus, place, pattern) >= enough:
            shared[count] = place
            count += 1
    if count - start < 2:
        return start
    shared[count - 1] = ~shared[count - 1]
    return count


@kernel
def locate(shared: Any, index: Any, most: int) -> None:
    """Writes where each place stands in the postings; of a group of more than `most`, only the first place.

    The others of such a group are told apart (`INNER`) from places that share nothing.
    """
    start = 0
    for at in range(len(shared)):
        if shared[at] < 0:
            for member in range(start, at + 1):
                index[shared[member] if shared[member] >= 0 else ~shared[member]] = (
                    member + 1 if member == start or at - start < most else INNER
                )
            start = at + 1


@kernel
def loads(shared: Any, index: Any, bounds: Any, found: Any) -> None:
    """Adds to `found` how many pairs of places each document begins."""
    for document in range(len(bounds) - 1):
        for place in range(bounds[document], bounds[document + 1]):
            at = index[place] - 1
            while at >= 0 and shared[at] >= 0:
                at += 1
                found[document] += 1


@kernel
def pairs(
    words: Any, owners: Any, bounds: Any, document: int, patterns: Any, seeds: Any, others: Any
) -> NDArray[np.int32]:
    """The pairs of places that share a fingerprint, the first of them in this document; the other in one of `others`.

    In any, if none is named. A pair that only continues another of its kind, one word on, is left out.
    """
    found = np.empty((1024, 2), np.int32)
    count, lows, highs = 0, bounds[others], bounds[others + 1]
    begins = _begins(seeds, bounds[document], bounds[document + 1])
    for place in range(bounds[document], bounds[document + 1]):
        if not begins[place - bounds[document]]:
            continue
        for kind in range(len(seeds)):
            shared, index = seeds[kind]
            at, nth = index[place] - 1, 0
            while at >= 0 and shared[at] >= 0:
                at += 1
                other = shared[at] if shared[at] >= 0 else ~shared[at]
                while nth < len(highs) and highs[nth] <= other:
                    nth += 1
                if len(lows) and nth == len(lows):
                    break
                if len(lows) and other < lows[nth]:
                    continue
                if count == len(found):
                    found = np.concatenate((found, np.empty_like(found)))
                inside = place > bounds[document] and other > bounds[owners[other]]
                inside = inside and index[place - 1] > 0 and index[other - 1] != 0
                if not (inside and _agree(words, place - 1, other - 1, patterns[kind])):
                    found[count, 0], found[count, 1] = place, other
                    count += 1
    return found[:count]


@kernel
def _begins(seeds: Any, start: int, end: int) -> NDArray[np.bool_]:
    """Which places begin any pair."""
    found = np.zeros(end - start, np.bool_)
    for kind in range(len(seeds)):
        index = seeds[kind][1][start:end]
        for nth in range(len(found)):
            found[nth] |= index[nth] > 0
    return found


@kernel
def _agree(words: Any, one: int, other: int, pattern: Any) -> bool:
    """Whether the words of a pattern are the same at two places; of a run, which may be of any words, all of them."""
    second, third, _, least = pattern
    if least == 0:
        for nth in range(third + 1):
            if words[one + nth] != words[other + nth]:
                return False
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
def meetings(corpus: Any, owners: Any, documents: Any, patterns: Any, seeds: Any, wanted: Any) -> Any:
    """The pairs of places that begin in a range of documents, in groups of two documents each; and each group's end."""
    found, ends = [np.empty((0, 2), np.int32)], [np.empty(0, np.int64)]
    total, counts = 0, np.zeros(len(corpus.bounds), np.int64)
    for document in range(documents[0], documents[1]):
        if len(wanted.ends) and wanted.ends[document] == (wanted.ends[document - 1] if document else 0):
            continue
        others = wanted.others
        if len(wanted.ends):
            others = others[wanted.ends[document - 1] if document else 0 : wanted.ends[document]]
        some = pairs(corpus.words, owners, corpus.bounds, document, patterns, seeds, others)
        grouped, cuts = by_owner(some, owners, counts)
        found.append(grouped)
        ends.append(cuts + total)
        total += len(grouped)
    return found, ends
