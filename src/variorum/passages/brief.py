"""Brief renderings: what tells of one where counterparts are few."""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from variorum.passages.beads import Beads, margins

Vectors = NDArray[np.float32]
Numbers = NDArray[np.int64]

TOLD, PLAIN, LETTERS, FEWEST = 0.45, 0.5, 60, 2
"""What the beads have to be worth together, from the first that tells to the last; how alike sides are that tell
nothing; how long the shorter side of a bead is that counts in full; how many tell at least."""
RUN, COPIED, SAMPLE, AROUND = 4, 0.75, 32, 3
"""So many words in a row are a run, and where so many of the runs are the same, the one is a copy; looked for in so
many counterparts, among so many sentences on either side."""


def brief(found: Beads, one: Vectors, other: Vectors, lengths: tuple[Numbers, Numbers]) -> Beads | None:
    """The beads in which two documents render each other, from the first that tells to the last, if so few are enough.

    Each tells by how much more alike its sides are than either is to any other sentence of the two documents, and than
    what is said on one subject may be, as short documents have few sentences to be held against. Dates, signatures and
    forms of address, which are short, tell little. What stands before and behind, and tells against it, is taken off: a
    text may go on otherwise beside what it quotes, but it must not outweigh that.
    """
    told = np.minimum(margins(found, one, other, lengths), found.alike - PLAIN)
    tells = np.flatnonzero(told > 0)
    shorter = np.minimum(_long(lengths[0], found.laid[:, :2]), _long(lengths[1], found.laid[:, 2:]))
    if len(tells) < FEWEST:
        return None
    inside, worth = slice(int(tells[0]), int(tells[-1]) + 1), told * np.minimum(1, shorter / LETTERS)
    if worth[inside].sum() < TOLD or worth.sum() <= 0:
        return None
    return Beads(found.laid[inside], found.alike[inside], found.apart[inside])


def _long(lengths: Numbers, spans: Numbers) -> Numbers:
    """How long some groups of sentences are."""
    total = np.concatenate([[0], np.cumsum(lengths)])
    return np.asarray(total[spans[:, 1]] - total[spans[:, 0]])


def copied(one: Sequence[str], other: Sequence[str], met: Numbers) -> bool:
    """Whether the counterparts of two texts in sentences say the same in the same words, however they are cut.

    >>> one, met = ["The ferry sank in sight of the quay.", "Nobody who was aboard her could swim."], np.array([[0, 0]])
    >>> copied(one, ["The ferry sank in sight", "of the quay. Nobody who", "was aboard her could swim."], met)
    True
    >>> copied(one, ["Within sight of land the ferry went down.", "No one aboard was able to swim."], met)
    False
    """
    shares = []
    for i, j in met[:: max(1, len(met) // SAMPLE)].tolist():
        near = _runs(one[max(0, i - AROUND) : i + AROUND + 1]), _runs(other[max(0, j - AROUND) : j + AROUND + 1])
        own = _runs(one[i : i + 1]), _runs(other[j : j + 1])
        found = [len(mine & around) / len(mine) for mine, around in zip(own, near[::-1], strict=True) if mine]
        shares += [max(found)] if found else []
    return bool(shares) and sum(shares) >= COPIED * len(shares)


def _runs(sentences: Sequence[str]) -> set[tuple[str, ...]]:
    """The runs of words of some sentences that follow one another."""
    words = re.findall(r"\w+", " ".join(sentences).lower())
    return {tuple(words[at : at + RUN]) for at in range(len(words) - RUN + 1)}
