"""The words of a text as they are written, all at once: what `page.WORD` finds, and where."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from variorum.text import code_points

Ids = npt.NDArray[np.int64]

LETTER, APOSTROPHE, OTHER, UNKNOWN = range(4)
_KINDS = np.full(0x110000, UNKNOWN, np.uint8)
_KINDS[[ord(char) for char in "'’ʼ"]] = APOSTROPHE


class Indexed(NamedTuple):
    """The words of some stretches in order: the distinct ones, the number of each word, and how many each has."""

    names: list[str]
    ids: Ids
    sizes: Ids


def indexed(stretches: Sequence[Sequence[str]]) -> Indexed:
    """The words of some stretches as numbers.

    >>> indexed([["so", "it"], ["so"]]).ids.tolist()
    [0, 1, 0]
    """
    numbers = {word: at for at, word in enumerate(dict.fromkeys(chain.from_iterable(stretches)))}
    sizes = np.fromiter(map(len, stretches), np.int64, len(stretches))
    words = chain.from_iterable(stretches)
    return Indexed(list(numbers), np.fromiter(map(numbers.__getitem__, words), np.int64, int(sizes.sum())), sizes)


def tokens(text: str) -> tuple[Ids, Ids]:
    """Where words start and end.

    >>> [part.tolist() for part in tokens("It isn’t so.")]
    [[0, 3, 9], [2, 8, 11]]
    """
    kinds = _kinds(code_points(text))
    letters = kinds == LETTER
    within = np.flatnonzero(kinds[1:-1] == APOSTROPHE) + 1
    letters[within[letters[within - 1] & letters[within + 1]]] = True
    edges = np.flatnonzero(np.diff(letters, prepend=False, append=False))
    return edges[::2], edges[1::2]


def _kinds(codes: npt.NDArray[np.uint32]) -> npt.NDArray[np.uint8]:
    """The kind of each character; one that no text had before is looked up, and kept."""
    kinds = _KINDS[codes]
    unknown = kinds == UNKNOWN
    if unknown.any():
        for code in np.unique(codes[unknown]).tolist():
            _KINDS[code] = LETTER if chr(code).isalnum() and not chr(code).isdecimal() else OTHER
        kinds = _KINDS[codes]
    return kinds


def divided(text: str, spans: Iterable[tuple[int, int]]) -> list[list[str]] | None:
    """The words of each of some spans; None where a word goes across an end of one."""
    starts, ends = tokens(text)
    bounds = np.array(list(spans), np.int64).reshape(-1, 2)
    first, last = (np.searchsorted(starts, bounds[:, way]) for way in (0, 1))
    before = np.concatenate((np.zeros(1, np.int64), ends))
    if (before[first] > bounds[:, 0]).any() or (before[last] > bounds[:, 1]).any():
        return None
    words = [text[start:end] for start, end in zip(starts.tolist(), ends.tolist(), strict=True)]
    return [words[at:to] for at, to in zip(first.tolist(), last.tolist(), strict=True)]
