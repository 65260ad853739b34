"""Leftovers: what stands between two beads on one side alone, left out on the other or rendered in a bead beside it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from variorum.passages.answers import Vocabulary, likeness, words_of
from variorum.passages.sides import Side

Numbers = NDArray[np.int64]
Vectors = NDArray[np.float32]
Span = tuple[int, int]

LONG = 4000
"""More code points between two beads are another text, and no sentence of this one."""
ANSWER = 0.3
"""Words that are less alike do not answer each other."""
LIGHT = 0.05
"""What a word that stands everywhere counts."""
RENDERED = 0.5
"""So much of a leftover is rendered beside it, that of its words which is answered and that of it for which there is
room taken together, if it is."""


class Beside(NamedTuple):
    """A bead beside a leftover: the words of both its sides, by their numbers in the vocabulary."""

    mine: Numbers
    theirs: Numbers
    room: float
    """For how many code points of ours their side is too long."""


class Leftover(NamedTuple):
    """What stands between two beads of a document."""

    having: Side
    lacking: Side
    span: Span
    place: Span
    """Between which code points of the other side it would stand."""
    words: Numbers
    beside: tuple[Beside, Beside]


def leftovers(one: Side, other: Side, beads: Numbers, numbers: dict[str, int]) -> Iterator[Leftover]:
    """What stands between the beads of two documents, on either side: start and end on both, (beads, 4).

    New words get the next number of the vocabulary.
    """
    long = (beads[:, 1::2] - beads[:, ::2]).sum(axis=0)
    for before, after in pairwise(beads.reshape(-1, 2, 2)):
        gaps = [(int(before[side, 1]), int(after[side, 0])) for side in (0, 1)]
        if all(0 <= end - start <= LONG for start, end in gaps):
            for having, lacking, mine in ((one, other, 0), (other, one, 1)):
                text, span, ratio = having.text, gaps[mine], long[mine] / long[1 - mine]
                words = _words(text, span, numbers)
                if len(words):
                    left, right = (
                        _beside((having, lacking), bead[[mine, 1 - mine]], gaps[1 - mine], ratio, numbers)
                        for bead in (before, after)
                    )
                    yield Leftover(having, lacking, _trimmed(text, span), gaps[1 - mine], words, (left, right))


def _beside(sides: tuple[Side, Side], bead: Numbers, gap: Span, ratio: float, numbers: dict[str, int]) -> Beside:
    """A bead, mine and theirs; with their side goes what stands between it and the next."""
    (mine, theirs), (start, end) = bead.tolist(), gap
    words = [_words(sides[1].text, span, numbers) for span in (theirs, gap)]
    room = (theirs[1] - theirs[0] + end - start) * ratio - (mine[1] - mine[0])
    return Beside(_words(sides[0].text, mine, numbers), np.concatenate(words), float(room))


def _words(text: str, span: Span, numbers: dict[str, int]) -> Numbers:
    return words_of(text, np.array([span]), np.array([True]), numbers).kinds


def _trimmed(text: str, span: Span) -> Span:
    """A span without the space at its ends."""
    start, end = span
    part = text[start:end]
    return end - len(part.lstrip()), start + len(part.rstrip())


def left_out(left: Leftover, vocabulary: Vocabulary, heavy: Vectors) -> bool:
    """Whether neither bead beside a leftover renders it; `heavy`: what each word of the vocabulary tells."""
    return max(_rendered(left, beside, vocabulary, heavy) for beside in left.beside) < RENDERED


def _rendered(left: Leftover, beside: Beside, vocabulary: Vocabulary, heavy: Vectors) -> float:
    """How much of a leftover a bead beside it renders: its words that get an answer which no word of the bead has a
    better claim to; and the part of its length by which the other side is longer than the bead's own side lets expect.
    """
    from variorum.passages.leftovers.kernels import answered

    ours, mine = np.unique(np.concatenate([left.words, beside.mine]), return_inverse=True)
    theirs, other = np.unique(beside.theirs, return_inverse=True)
    found = answered(likeness(vocabulary, ours, theirs), mine, other, ANSWER)[: len(left.words)]
    weights = heavy[left.words] + LIGHT
    room = beside.room / (left.span[1] - left.span[0])
    return float((found * weights).sum() / weights.sum()) + min(max(room, 0.0), 1.0)
