"""Compiled loops over seeds: the pairs of places that they make, two documents at a time.

See `fingerprints.kernels` on what a kernel may call.
"""

from __future__ import annotations

from typing import Any

import numba
import numpy as np
from numpy.typing import NDArray

kernel = numba.njit(nogil=True, cache=True)


@kernel
def loads(seeds: Any, bounds: Any) -> NDArray[np.int64]:
    """How many pairs of places each document begins."""
    found, (shared, places, _) = np.zeros(len(bounds) - 1, np.int64), seeds
    for document in range(len(bounds) - 1):
        for at in places[bounds[document] : bounds[document + 1]].flat:
            while at > 0 and shared[at - 1] >= 0:
                at += 1
                found[document] += 1
    return found


@kernel
def pairs(bounds: Any, document: int, seeds: Any, others: Any) -> NDArray[np.int32]:
    """The pairs of places that share a fingerprint, the first of them in this document; the other in one of `others`.

    In any, if none is named. A pair that only continues another of its kind, one word on, is left out.
    """
    found, (shared, places, before) = np.empty((1024, 2), np.int32), seeds
    count, lows, highs = 0, bounds[others], bounds[others + 1]
    for place in range(bounds[document], bounds[document + 1]):
        for kind in range(places.shape[1]):
            at, nth = places[place, kind] - 1, 0
            group = before[at] if at >= 0 and place > bounds[document] and places[place - 1, kind] > 0 else 0
            while at >= 0 and shared[at] >= 0:
                at += 1
                other = shared[at] if shared[at] >= 0 else ~shared[at]
                while nth < len(highs) and highs[nth] <= other:
                    nth += 1
                if len(lows) and nth == len(lows):
                    break
                if (len(lows) == 0 or other >= lows[nth]) and (group == 0 or before[at] != group):
                    if count == len(found):
                        found = np.concatenate((found, np.empty_like(found)))
                    found[count, 0], found[count, 1] = place, other
                    count += 1
    return found[:count]


@kernel
def by_owner(pairs: Any, owners: Any, counts: Any) -> tuple[NDArray[np.int32], NDArray[np.int64]]:
    """The pairs grouped by the document of their second place, in order within a group, and where each group ends.

    `counts` is room for a number a document, all zero before and after.
    """
    groups, total, whose = np.empty(len(pairs), np.int64), 0, np.empty(len(pairs), np.int32)
    for nth in range(len(pairs)):
        whose[nth] = owner = owners[pairs[nth, 1]]
        if counts[owner] == 0:
            groups[total] = owner
            total += 1
        counts[owner] += 1
    ends = np.cumsum(counts[groups[:total]])
    counts[groups[:total]] = ends - counts[groups[:total]]
    ordered = np.empty_like(pairs)
    for nth in range(len(pairs)):
        owner = whose[nth]
        ordered[counts[owner], 0], ordered[counts[owner], 1] = pairs[nth, 0], pairs[nth, 1]
        counts[owner] += 1
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
        grouped, cuts = by_owner(some, owners, counts)
        found.append(grouped)
        ends.append(cuts + total)
        total += len(grouped)
    return found, ends
