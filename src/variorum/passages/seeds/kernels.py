"""Compiled loops over fingerprints: which places share a rare pattern of words.

See `fingerprints.kernels` on what a kernel may call.
"""

from __future__ import annotations

from typing import Any

import numba
import numpy as np
from numpy.typing import NDArray

from variorum.passages.lent.kernels import bare

kernel = numba.njit(nogil=True, cache=True)
inlined = numba.njit(nogil=True, cache=True, forceinline=True)

WEIGHT = 1500
"""How much rarer a pattern must be for each time that twice as many places share it."""

GOLDEN = np.uint64(0x9E3779B97F4A7C15)
HALF = np.uint64(32)


@kernel
def fingerprints(corpus: Any, pattern: Any, part: Any, places: Any) -> NDArray[np.uint64]:
    """The fingerprints of one part of all: the hash of the words of a pattern, with its place in the low bits."""
    found = np.empty(len(corpus.words), np.uint64)  # of which no more is taken than is written
    return found[: _fingerprints(corpus, pattern, part, places, found)]


@kernel
def _fingerprints(corpus: Any, pattern: Any, part: Any, places: Any, found: Any) -> int:
    words, bounds, count, (second, third, _, least) = bare(corpus.words), corpus.bounds, 0, pattern
    worths, into = bare(corpus.worths), bare(found)
    for document in range(len(bounds) - 1):
        for place in range(bounds[document], bounds[document + 1] - third):
            if worth(worths, place, pattern) >= least:
                mixed = mix(words[place], words[place + second], words[place + third])
                if part.shift == 0 or mixed >> part.shift == part.number:
                    into[count] = (mixed >> places << places) | np.uint64(place)
                    count += 1
    return count


@kernel
def mix(one: int, two: int, three: int) -> Any:
    """The hash of three words."""
    mixed = ((np.uint64(one) * GOLDEN + np.uint64(two)) * GOLDEN + np.uint64(three)) * GOLDEN
    return (mixed ^ (mixed >> HALF)) * GOLDEN


@inlined
def worth(worths: Any, place: int, pattern: Any) -> int:
    """What the words of a pattern are worth, of worths that are lent."""
    second, third, _, _ = pattern
    both = int(worths[2 * place]) + int(worths[2 * (place + second) + (second == 1)])
    return both + (int(worths[2 * (place + third) + 1]) if third > second else 0)


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
    members, ends = _groups(found, places)
    shared = np.empty(len(members), np.int32)
    return shared[: _postings(corpus, members, ends, pattern, common, shared)].copy()


@kernel
def _postings(corpus: Any, members: Any, ends: Any, pattern: Any, common: Any, shared: Any) -> int:
    """Writes them, and gives how many there are."""
    lent, into, marks = (bare(corpus.words), bare(corpus.worths)), bare(shared), (bare(common), len(common))
    places, count, start = bare(members), 0, 0
    for end in ends:
        alike = True
        for nth in range(start + 1, end):
            alike &= agree(lent[0], places[nth - 1], places[nth], pattern)
        if alike:
            count = _admit(lent[1], places, (start, end), pattern, marks, into, count)
        else:
            count = _apart(lent, members[start:end], pattern, marks, into, count)
        start = end
    return count


@kernel
def _groups(found: Any, places: Any) -> tuple[NDArray[np.int32], NDArray[np.int64]]:
    """The places of sorted fingerprints that have their hash with others, and where those of each hash end."""
    members, ends = np.empty(len(found), np.int32), np.empty(len(found) // 2, np.int64)
    low, count, groups, before = (np.uint64(1) << places) - np.uint64(1), 0, 0, False
    for at in range(len(found)):
        behind = at + 1 < len(found) and (found[at] ^ found[at + 1]) >> places == 0
        if before or behind:
            members[count] = np.int32(found[at] & low)
            count += 1
            if not behind:
                ends[groups] = count
                groups += 1
        before = behind
    return members[:count], ends[:groups]


@kernel
def _apart(lent: Any, members: Any, pattern: Any, marks: Any, shared: Any, count: int) -> int:
    """Admits the places of a group in which two patterns have got one hash, those of each of them by itself."""
    left, (words, worths) = members, lent
    while len(left) > 1:
        same = np.array([agree(words, left[0], member, pattern) for member in left])
        some = left[same]
        if len(some) > 1:
            count = _admit_some(worths, some, pattern, marks, shared, count)
        left = left[~same]
    return count


@kernel
def _admit_some(worths: Any, members: Any, pattern: Any, marks: Any, shared: Any, count: int) -> int:
    """Admits a group that its caller holds."""
    return int(_admit(worths, bare(members), (0, len(members)), pattern, marks, shared, count))


@kernel
def _admit(worths: Any, members: Any, group: Any, pattern: Any, marks: Any, shared: Any, count: int) -> int:
    """Adds those places of a group whose words are rare enough for so many, if two are; gives the new count."""
    (start, end), (_, _, most, least), begun, (common, room) = group, pattern, count, marks
    if end - start > most and room:
        for nth in range(start, end):
            common[members[nth]] = 1
        return count
    enough = least + WEIGHT * np.log2(end - start) if least else 0.0
    for nth in range(start, end):
        if least == 0 or worth(worths, members[nth], pattern) >= enough:
            shared[count] = members[nth]
            count += 1
    if count - begun < 2:
        return begun
    shared[count - 1] = ~shared[count - 1]
    return count


@kernel
def grouped(shared: Any, postings: Any, most: int) -> tuple[NDArray[np.int64], NDArray[np.int32]]:
    """Of the postings of a pattern each one's place, with its number in the low bits; and its group.

    The number of a group is where it starts, counted from 1; negative for those that begin no pair: all but the first
    of a group of more than `most`.
    """
    (begun, end), count = postings, 0
    placed, groups, start = np.empty(end - begun, np.int64), np.empty(end - begun, np.int32), begun
    for at in range(begun, end):
        placed[at - begun] = (np.int64(shared[at] if shared[at] >= 0 else ~shared[at]) << 32) | (at - begun)
        if shared[at] < 0:
            for member in range(start, at + 1):
                groups[count] = start + 1 if member == start or at - start < most else -start - 1
                count += 1
            start = at + 1
    return placed, groups


@kernel
def ordered(placed: Any, groups: Any, begun: int, before: Any) -> NDArray[np.int32]:
    """Which postings begin pairs, of all in the order of their places; writes the group of the place before each.

    The last place of a document is in no group, so the one before the first place of another never is.
    """
    order, count, last, group = np.empty(len(placed), np.int32), 0, -2, 0
    for number in placed:
        place, at = number >> 32, number & 0xFFFFFFFF
        before[begun + at] = abs(group) if place == last + 1 else 0
        last, group = place, groups[at]
        if group > 0:
            order[count] = begun + at
            count += 1
    return order[:count].copy()


@kernel
def agree(words: Any, one: int, other: int, pattern: Any) -> bool:
    """Whether the words of a pattern are the same at two places; of a run, which may be of any words, all of them."""
    second, third, _, least = pattern
    if least == 0:
        for nth in range(third + 1):
            if words[one + nth] != words[other + nth]:
                return False
    first = words[one] == words[other] and words[one + second] == words[other + second]
    return bool(first and words[one + third] == words[other + third])
