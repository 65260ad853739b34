"""Leftovers: what stands between two beads on one side alone, left out on the other or rendered in a bead beside it."""

from __future__ import annotations

from collections.abc import Iterator
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
SPACE = 3
"""So few are no words."""
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
    """For how much of the leftover their side is too long."""


class Leftover(NamedTuple):
    """What stands between two beads of a document."""

    having: Side
    lacking: Side
    span: Span
    place: Span
    """Between which code points of the other side it would stand."""
    words: Numbers
    beside: tuple[Beside, ...]
    joined: tuple[tuple[Span, Span, Span], ...]
    """Of each bead beside it: our side alone, and with the leftover; and the other, with what stands between there."""


def leftovers(one: Side, other: Side, beads: Numbers, numbers: dict[str, int]) -> Iterator[Leftover]:
    """What stands between the beads of two documents, on either side, and may be left out: start and end on both,
    (beads, 4).

    New words get the next number of the vocabulary.
    """
    both = beads.reshape(-1, 2, 2)
    ratios = (both[:, ::-1, 1] - both[:, ::-1, 0]).sum(axis=0) / (both[:, :, 1] - both[:, :, 0]).sum(axis=0)
    gaps = np.stack([both[:-1, :, 1], both[1:, :, 0]], axis=2)
    long = gaps[:, :, 1] - gaps[:, :, 0]
    told = ((long >= 0) & (long <= LONG)).all(axis=1, keepdims=True) & (long > SPACE)
    for at, mine in np.argwhere(told).tolist():
        sides = (one, other) if mine == 0 else (other, one)
        span, place = _trimmed(sides[0].text, *gaps[at, mine].tolist()), _pair(gaps[at, 1 - mine])
        near = [both[nth, [mine, 1 - mine]] for nth in (at, at + 1)]
        rooms = [_room(bead, place, 1 / ratios[mine]) / max(1, span[1] - span[0]) for bead in near]
        words = _new(sides[0].text, span, numbers) if max(rooms) < RENDERED else np.empty(0, np.int64)
        if len(words):
            between = _new(sides[1].text, place, numbers)
            found = [_beside(sides, bead, between, room) for bead, room in zip(near, rooms, strict=True)]
            yield Leftover(
                *sides, span, place, words, tuple(found), (_before(near[0], span, place), _after(near[1], span, place))
            )


def _before(bead: Numbers, span: Span, place: Span) -> tuple[Span, Span, Span]:
    """The bead before a leftover, without and with it."""
    (start, end), (first, _) = bead.tolist()
    return (start, end), (start, span[1]), (first, place[1])


def _after(bead: Numbers, span: Span, place: Span) -> tuple[Span, Span, Span]:
    """The bead behind a leftover, without and with it."""
    (start, end), (_, last) = bead.tolist()
    return (start, end), (span[0], end), (place[0], last)


def _room(bead: Numbers, place: Span, ratio: float) -> float:
    """By how many code points the other side of a bead, with what stands beside it, is longer than ours lets expect."""
    mine, theirs = (bead[:, 1] - bead[:, 0]).tolist()
    return float((theirs + place[1] - place[0]) * ratio - mine)


def _beside(sides: tuple[Side, Side], bead: Numbers, between: Numbers, room: float) -> Beside:
    mine, theirs = (_words(side, span) for side, span in zip(sides, bead, strict=True))
    return Beside(mine, np.concatenate([theirs, between]), room)


def _words(side: Side, span: Numbers) -> Numbers:
    """The words of a side of a bead."""
    first, last = np.searchsorted(side.words.starts, span)
    return side.words.kinds[first:last]


def _new(text: str, span: Span, numbers: dict[str, int]) -> Numbers:
    """The words of any stretch."""
    return words_of(text, np.array([span]), np.array([True]), numbers).kinds


def _pair(span: Numbers) -> Span:
    return int(span[0]), int(span[1])


def _trimmed(text: str, start: int, end: int) -> Span:
    """A span without the space at its ends."""
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
    return float((found * weights).sum() / weights.sum()) + min(max(beside.room, 0.0), 1.0)
