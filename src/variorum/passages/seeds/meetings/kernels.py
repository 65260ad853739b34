"""Compiled loops over seeds: the pairs of places that they make, two documents at a time.

See `fingerprints.kernels` on what a kernel may call.
"""

from __future__ import annotations

from typing import Any

import numba
import numpy as np
from numpy.typing import NDArray

kernel = numba.njit(nogil=True, cache=True)
inlined = numba.njit(nogil=True, cache=True, forceinline=True)


BLOCK = 8
"""There are two to this power of places for each of which it is written down which document has the first."""

NONE = 1 << 40
"""Instead of a place, where there is none."""


@kernel
def loads(seeds: Any, bounds: Any) -> NDArray[np.int64]:
    """How many pairs of places each document begins."""
    found, (shared, _, order, ends), start = np.zeros(len(bounds) - 1, np.int64), seeds, 0
    for end in ends:
        document = 0
        for nth in range(start, end):
            at = order[nth]
            while bounds[document + 1] <= _place(shared, at):
                document += 1
            while shared[at] >= 0:
                at += 1
                found[document] += 1
        start = end
    return found


@inlined
def _place(shared: Any, at: int) -> int:
    """The place of one that shares a fingerprint."""
    return int(shared[at] if shared[at] >= 0 else ~shared[at])


@kernel
def _first(shared: Any, order: Any, start: int, end: int, place: int) -> int:
    """Which of some postings in order is the first at a place or behind it."""
    while start < end:
        middle = (start + end) // 2
        start, end = (middle + 1, end) if _place(shared, order[middle]) < place else (start, middle)
    return start


@kernel
def pairs(bounds: Any, document: int, seeds: Any, others: Any) -> NDArray[np.int32]:
    """The pairs of places that share a fingerprint, the first of them in this document; the other in one of `others`.

    In any, if none is named. A pair that only continues another of its kind, one word on, is left out.
    """
    found, (shared, before, order, ends) = np.empty((1024, 2), np.int32), seeds
    count, lows, highs = 0, bounds[others], bounds[others + 1]
    cursors, nexts = np.empty(len(ends), np.int64), np.full(len(ends), NONE)
    for kind in range(len(ends)):
        cursors[kind] = _first(shared, order, ends[kind - 1] if kind else 0, ends[kind], bounds[document])
        nexts[kind] = _place(shared, order[cursors[kind]]) if cursors[kind] < ends[kind] else NONE
    lasts, place = np.full(len(ends), -2), nexts.min()
    while place < bounds[document + 1]:
        for kind in range(len(ends)):
            if nexts[kind] != place:
                continue
            at, nth = order[cursors[kind]], 0
            group = before[at] if lasts[kind] == place - 1 else 0
            while shared[at] >= 0:
                at += 1
                other = _place(shared, at)
                while nth < len(highs) and highs[nth] <= other:
                    nth += 1
                if len(lows) and nth == len(lows):
                    break
                if (len(lows) == 0 or other >= lows[nth]) and (group == 0 or before[at] != group):
                    if count == len(found):
                        found = np.concatenate((found, np.empty_like(found)))
                    found[count, 0], found[count, 1] = place, other
                    count += 1
            lasts[kind] = place
            cursors[kind] += 1
            nexts[kind] = _place(shared, order[cursors[kind]]) if cursors[kind] < ends[kind] else NONE
        place = nexts.min()
    return found[:count]


@inlined
def owner(owners: Any, bounds: Any, place: int) -> int:
    """The document that has a place; `owners` are those of the first places of all blocks."""
    document = owners[place >> BLOCK]
    while bounds[document + 1] <= place:
        document += 1
    return int(document)


@kernel
def by_owner(pairs: Any, owners: Any, bounds: Any, counts: Any) -> tuple[NDArray[np.int32], NDArray[np.int64]]:
    """The pairs grouped by the document of their second place, in order within a group, and where each group ends.

    `counts` is room for a number a document, all zero before and after.
    """
    groups, total, whose = np.empty(len(pairs), np.int64), 0, np.empty(len(pairs), np.int32)
    for nth in range(len(pairs)):
        whose[nth] = document = owner(owners, bounds, pairs[nth, 1])
        if counts[document] == 0:
            groups[total] = document
            total += 1
        counts[document] += 1
    ends = np.cumsum(counts[groups[:total]])
    counts[groups[:total]] = ends - counts[groups[:total]]
    ordered = np.empty_like(pairs)
    for nth in range(len(pairs)):
        document = whose[nth]
        ordered[counts[document], 0], ordered[counts[document], 1] = pairs[nth, 0], pairs[nth, 1]
        counts[document] += 1
    counts[groups[:total]] = 0
    return ordered, ends


@kernel
def meetings(corpus: Any, owners: Any, documents: Any, seeds: Any, wanted: Any) -> Any:
    """The pairs of places that begin in a range of documents, in groups of two documents each; and each group's end."""
    found, ends = [np.empty((0, 2), np.int32)], [np.empty(0, np.int64)]
    total, counts = 0, np.zeros(len(corpus.bounds), np.int64)
    for document in range(documents[0], documents[1]):
        if len(wanted.ends) and wanted.ends[document] == (wanted.ends[document - 1] if document else 0):
            continue
        others = wanted.others
        if len(wanted.ends):
            others = others[wanted.ends[document - 1] if document else 0 : wanted.ends[document]]
        some = pairs(corpus.bounds, document, seeds, others)
        grouped, cuts = by_owner(some, owners, corpus.bounds, counts)
        found.append(grouped)
        ends.append(cuts + total)
        total += len(grouped)
    return found, ends
