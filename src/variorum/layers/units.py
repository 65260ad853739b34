"""Of each paragraph what the reading of its marks asks."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from itertools import pairwise

import numpy as np

from variorum.layers.marks import Mark
from variorum.layers.plain import Unit
from variorum.layers.runs import Runs

DITTOS = 50
"""So many marks may stand in a paragraph that has few letters between them."""
_BLANKS = " \t\r\n\u00a0\u202f\u200a\u2060_*"
_LEADS = re.compile(rf"[{re.escape(_BLANKS)}\[(]*")
_SOMETHING = re.compile(r"\S")


def marked(runs: Runs, marks: Sequence[int]) -> Iterator[tuple[int, list[int]]]:
    """Of each run that has marks, which start at these places, its end, and which paragraphs have them.

    >>> runs = Runs(np.array([0, 9, 20]), np.array([9, 20, 30]), np.array([1, 3]))
    >>> list(marked(runs, [3, 25]))
    [(1, [0]), (3, [2])]
    """
    has = np.searchsorted(marks, runs.ends) > np.searchsorted(marks, runs.starts)
    places = np.flatnonzero(has)
    parts = np.searchsorted(places, runs.stops).tolist()
    for stop, (first, last) in zip(runs.stops.tolist(), pairwise([0, *parts]), strict=True):
        if first < last:
            yield stop, places[first:last].tolist()


def units(text: str, found: list[Mark], marks: Sequence[int], runs: Runs) -> Callable[[int], Unit]:
    """Each paragraph as the reading of its marks needs it, looked at once and only when asked."""
    starts, ends = runs.starts.tolist(), runs.ends.tolist()

    @cache
    def unit(place: int) -> Unit:
        start, end = starts[place], ends[place]
        first, last = bisect_left(marks, start), bisect_left(marks, end)
        leading, at = first, start
        while leading < last and (at == found[leading].start or _LEADS.fullmatch(text, at, found[leading].start)):
            at = found[leading].end
            leading += 1
        if end - start < 3 * (last - first - DITTOS) or not _SOMETHING.search(text, at, end):
            return Unit(start, end, last, last, 0, False)  # hardly anything but marks: dittos in a table, a drawing
        trimmed = min(end, len(text))
        while trimmed > start and text[trimmed - 1] in _BLANKS:
            trimmed -= 1
        return Unit(start, trimmed, first, last, leading - first, text[start : start + 1].islower())

    return unit
