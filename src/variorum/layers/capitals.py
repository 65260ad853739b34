"""Where words with a capital letter begin, looked up by their first letters."""

from __future__ import annotations

import re
from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from variorum.layers.glyphs import Units, units

_CAPITAL = re.compile(r"[^\W\d_a-zà-öø-ÿа-яё]")
_LETTERS = 3
"""By how many letters words are looked up."""


def capitalised(text: str) -> Callable[[str], list[int]]:
    """For the first letters of a word with a capital, the places where such words begin, in order.

    A word begins with its capital: what stands before that in one piece with it is passed over.

    >>> capitalised("Kolb met McKolb, and Kolbe.")("Kol")
    [0, 21]
    """
    codes = units(text)
    starts = _starts(codes)
    keys = _keys(codes, starts)
    order = np.argsort(keys, kind="stable")
    ordered, places = keys[order], starts[order]

    def begin(word: str) -> list[int]:
        letters = units(word[:_LETTERS])
        key = _keys(letters, np.zeros(1, np.int64))[0]
        if len(letters) == _LETTERS:
            span = np.searchsorted(ordered, key), np.searchsorted(ordered, key, "right")
        else:
            last = key + (1 << 21 * (_LETTERS - len(letters)))
            span = np.searchsorted(ordered, key), np.searchsorted(ordered, last)
        found: list[int] = np.sort(places[slice(*span)]).tolist()
        return found

    return begin


def _keys(codes: Units, starts: NDArray[np.int64]) -> NDArray[np.int64]:
    """The first letters of words as one number, in 21 bits each."""
    keys = np.zeros(len(starts), np.int64)
    for at in range(_LETTERS):
        there = codes.take(starts + at, mode="clip").astype(np.int64)
        keys = keys << 21 | np.where(starts + at < len(codes), there, 0)
    return keys


def _starts(codes: Units) -> NDArray[np.int64]:
    """The first capital of each piece of letters, digits and low lines."""
    kinds = np.zeros(int(codes.max(initial=0)) + 1, np.uint8)
    for code in np.flatnonzero(np.bincount(codes, minlength=len(kinds))).tolist():
        char = chr(code)
        kinds[code] = 2 if _CAPITAL.match(char) else 1 if char.isalnum() or char == "_" else 0
    seen = kinds[codes]
    capitals = np.flatnonzero(seen == 2)
    pieces = np.cumsum(seen == 0, dtype=np.int64)[capitals]
    first = np.append(True, pieces[1:] != pieces[:-1])[: len(capitals)]
    starts: NDArray[np.int64] = capitals[first]
    return starts
