"""The two sides of beads, and a phrase of one that seems to be unrendered on the other."""

from __future__ import annotations

import re
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from variorum.passages.answers import Words

Numbers = NDArray[np.int64]

BREAK = re.compile(r"[^\w\s,.'’-]|--|[.!?]\s+(?=[^\W\d_])(?!\s*[^\W\d_]*[a-zа-я])")
"""What no phrase goes across."""


class Side(NamedTuple):
    """A document of a pair."""

    doc: str
    text: str
    spans: Numbers
    """Its sentences."""
    words: Words


class Proof(NamedTuple):
    """What has to be so of a phrase, and of its bead without it, when they are encoded."""

    nearer: float
    """By how much the bead has to be nearer to its other side without the phrase."""
    rest: float = 0.0
    """How near it has to be then."""
    most: float = 1.0
    """How like the phrase another may be that stands on the other side and is as long."""
    read: bool = False
    """Whether it is shown otherwise that the encoder reads the words, also where they are in no list."""


class Phrase(NamedTuple):
    """Words of a bead, by their numbers, that nothing on its other side seems to answer."""

    having: Side
    lacking: Side
    bead: tuple[int, int]
    """Where the bead stands on the side of the phrase."""
    there: tuple[int, int]
    """Where it stands on the other."""
    start: int
    end: int
    words: int
    place: tuple[int, int]
    """Between which code points of the other side it would stand."""
    proof: Proof


class Bead(NamedTuple):
    """A bead as it is seen from one of its sides: which sentences, and where they stand."""

    mine: Numbers
    theirs: Numbers
    span: tuple[int, int]
    there: tuple[int, int]
