"""Ordered gaps: phrases between words that answer each other, where the other side has no word left for them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from variorum.passages.answers import Answered, Gap, Words, around
from variorum.passages.sides import Bead, Phrase, Proof, Side

Numbers = NDArray[np.int64]
Vectors = NDArray[np.float32]

ENDS = re.compile(r"[^\w\s.,'’-]|--|[.,!?]\s")
"""What no gap goes across."""
TOLD, RIVAL = 0.8, 0.1
"""So much the words of a gap tell, less what is left over at its place, and so much of all that is left over there."""
AROUND = 2
"""A phrase that renders another stands in the bead, or at most so many sentences before and behind it."""
LEAST = 2
"""A gap has so many words: one alone has too many ways to be put."""


class Bar(NamedTuple):
    """What a gap between two documents has to pass."""

    light: float
    """What a word tells that is left over and stands everywhere."""
    between: float
    """How much may be left over at most at the place of a gap, for what the gap tells."""
    free: float
    """And in all of the other side."""
    held: float
    """How much of it has to answer other words: of two sentences that share little, either may be put freely."""
    strange: float
    """And how much more like the gap than is usual its words may be."""
    proof: Proof
    unanswered: float
    """How near the bead has to be without a phrase that no word answers at all."""


SAME = Bar(0.3, 0.0, 2.0, 0.5, 1.9, Proof(0.05, 0.75, 0.43), 0.65)
ACROSS = Bar(0.0, 0.2, np.inf, 0.3, 1.9, Proof(0.05, 0.0, 0.5), 0.0)
"""Of two texts in one language, and in two: in one, what is left over on both sides is put in other words, and a free
rendering is no loss; in two, words are left over because the encoder does not know that they answer each other."""


def gaps_of(
    having: Side, lacking: Side, found: Answered, bead: Callable[[int], Bead], heavy: Vectors, bar: Bar
) -> Iterator[Phrase]:
    """The gaps of one side of all beads that tell enough; `heavy`: what each word of the vocabulary tells."""
    mass, between, free, held, best = found.gaps[:, 3:8].T
    told = (mass - between - RIVAL * free >= TOLD) & (between <= bar.between * mass) & (free <= bar.free)
    told &= (held >= bar.held) & (best <= bar.strange)
    for row in found.gaps[told].tolist():
        gap = Gap(*map(int, row[:3]), *row[3:8], *map(int, row[8:]))
        yield from _phrases(having, lacking, gap, bead(gap.bead), heavy, bar)


def _phrases(having: Side, lacking: Side, gap: Gap, bead: Bead, heavy: Vectors, bar: Bar) -> Iterator[Phrase]:
    """The longest piece of a gap in which nothing breaks off."""
    words, text = having.words, having.text
    between = [(int(words.ends[at]), int(words.starts[at + 1])) for at in range(gap.first, gap.last)]
    breaks = [nth + gap.first + 1 for nth, span in enumerate(between) if ENDS.search(text, *span)]
    pieces = list(pairwise([gap.first, *breaks, gap.last + 1]))
    first, last = max(pieces, key=lambda piece: piece[1] - piece[0])
    start, end = int(words.starts[first]), int(words.ends[last - 1])
    if last - first < LEAST or _named(text, words, first, last):
        return
    if not _repeated(words, first, last, bead.mine, heavy):
        place = _place(lacking, gap, bead)
        yield Phrase(having, lacking, bead.span, bead.there, start, end, last - first, place, bar.proof)


def _named(text: str, words: Words, first: int, last: int) -> bool:
    """Whether fewer words of a gap than it needs begin with a small letter: a pronoun may stand for a name.

    >>> at = np.array([0, 5]), np.array([4, 11]), np.array([0, 1]), np.array([0, 2])
    >>> _named("Wise Martin", Words(*at), 0, 2), _named("wise martin", Words(*at), 0, 2)
    (True, False)
    """
    return sum(not text[at].isupper() for at in words.starts[first:last].tolist()) < LEAST


def _repeated(words: Words, first: int, last: int, bead: Numbers, heavy: Vectors) -> bool:
    """Whether a word of a gap that tells something stands in its bead once more: it may be put otherwise there, too.

    >>> words = Words(np.array([0, 4, 8]), np.array([3, 7, 11]), np.array([0, 1, 0]), np.array([0, 3]))
    >>> _repeated(words, 0, 2, np.array([0, 1]), np.array([1, 1])), _repeated(words, 1, 2, np.array([0, 1]), np.ones(2))
    (True, False)
    """
    start, end = (int(at) for at in around(words, bead, 0))
    beside = np.concatenate([words.kinds[start:first], words.kinds[last:end]])
    mine = words.kinds[first:last]
    return bool(np.isin(mine[heavy[mine] > 0], beside).any())


def _place(lacking: Side, gap: Gap, bead: Bead) -> tuple[int, int]:
    """Between which code points of the other side a gap would stand."""
    (start, end), words = bead.there, lacking.words
    left = int(words.ends[gap.left]) if gap.left >= 0 else start
    right = int(words.starts[gap.right]) if gap.right >= 0 else end
    left, right = (min(max(at, start), end) for at in (left, right))
    return (left, right) if left <= right else (left, left)


def renderings(phrase: Phrase) -> list[str]:
    """The phrases of the other side, and of the sentences around it, as long as one, or a word more or less."""
    words, text = phrase.lacking.words, phrase.lacking.text
    bead = np.searchsorted(phrase.lacking.spans[:, 0], phrase.there)
    first, last = (int(at) for at in around(words, bead, AROUND))
    lengths = range(max(1, phrase.words - 1), phrase.words + 2)
    spans = [(at, at + long - 1) for long in lengths for at in range(first, last - long + 1)]
    return [" ".join(text[words.starts[a] : words.ends[b]].split()) for a, b in spans]
