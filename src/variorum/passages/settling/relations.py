"""Whether two documents belong to bodies of text that surely share passages: what they may share is the likelier."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

STEPS = 3
"""How often the walk is doubled: eight steps."""
STREWN = 0.3
"""As if so much of a sure passage more were strewn over the library evenly: where few are known, little follows."""
WEIGHT, MOST = 3.0, 36_000
"""How much is made of it, and what it costs at most that two documents are strangers."""
AT_ONCE = 1 << 18
"""So many candidates are looked at together, so that what is reckoned on the way takes little room."""
GROUPS = 2048
"""Documents of a larger library are taken in so many groups of neighbours."""


def strangers(docs: NDArray[np.int64], sure: NDArray[np.bool_], lengths: NDArray[np.int64]) -> NDArray[np.int64]:
    """What it costs each pair of documents that they are strangers to one another, in thousandths of a bit; 0 or less.

    From a document one walks to those with which it surely shares passages, and on from these (a lazy random walk, of
    one step and 2 to the power of `STEPS` more). Where the walk from one hardly ever comes to the other, though that is
    well connected, nothing ties the bodies of text to which they belong. Most chance likenesses are between such. No
    candidate speaks for itself: of one that is sure the first step is taken without it.

    >>> docs = np.array([[0, 1]] * 40 + [[2, 3]] * 40 + [[0, 2]])
    >>> costs = strangers(docs, np.arange(81) < 80, np.array([900] * 4))
    >>> int(costs[0]), int(costs[-1]) < -4000
    (0, True)
    """
    groups = np.arange(len(lengths)) * min(GROUPS, len(lengths)) // max(1, len(lengths))
    own = sure & (docs[:, 0] != docs[:, 1])
    known = groups[docs[own]]
    sizes = np.bincount(groups, lengths) / max(1, lengths.sum())
    shared = STREWN * np.outer(sizes, sizes)
    np.add.at(shared, (known[:, 0], known[:, 1]), 1)
    np.add.at(shared, (known[:, 1], known[:, 0]), 1)
    ends = np.maximum(shared.sum(axis=1), 1e-12)
    roots = np.sqrt(ends)
    walk = shared / roots / roots[:, None] / 2  # symmetric, so that half of it is multiplied
    np.fill_diagonal(walk, walk.diagonal() + 0.5)
    for _ in range(STEPS):
        walk = walk @ walk.T
    walk *= roots / roots[:, None]
    first, costs = shared @ walk, np.empty(len(docs), np.int64)
    for start in range(0, len(docs), AT_ONCE):
        some = slice(start, start + AT_ONCE)
        costs[some] = _costs(groups[docs[some]], own[some].astype(float), first, walk, ends)
    return costs


def _costs(
    pairs: NDArray[np.int64],
    own: NDArray[np.float64],
    first: NDArray[np.float64],
    walk: NDArray[np.float64],
    ends: NDArray[np.float64],
) -> NDArray[np.int64]:
    """What it costs some pairs; `own` is 1 for what is sure, of which the first step is taken without it."""
    lifts = []
    for one, other in (pairs.T, pairs.T[::-1]):
        reached = (first[one, other] - own * walk[other, other]) / np.maximum(ends[one] - own, 1e-12)
        lifts.append(reached * ends.sum() / ends[other])
    bits = np.log2(np.clip(np.minimum(*lifts), 1e-9, 1))
    tenths = np.rint(10 * WEIGHT * bits)  # what another machine adds up in another order is the same in these
    return np.asarray(np.clip(100 * tenths, -MOST, 0), np.int64)
