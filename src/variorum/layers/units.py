"""Of each paragraph what the reading of its marks asks."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import cache
from typing import NamedTuple

import numpy as np

from variorum.layers.marks import Mark
from variorum.layers.plain import Unit
from variorum.layers.runs import Run

DITTOS = 50
"""So many marks may stand in a paragraph that has few letters between them."""
_BLANKS = " \t\r\n\u00a0\u202f\u200a\u2060_*"
_LEADS = re.compile(rf"[{re.escape(_BLANKS)}\[(]*")
_SOMETHING = re.compile(r"\S")


class Paragraphs(NamedTuple):
    """The paragraphs of one run after another: their spans, and the marks that stand in each."""

    starts: list[int]
    ends: list[int]
    firsts: list[int]
    lasts: list[int]
    marked: list[list[int]]
    """By run, which of them have marks."""
    bounds: list[int]
    """After which paragraph each run ends."""


def paragraphs_of(runs: Iterable[Run], marks: list[int]) -> Paragraphs:
    """The paragraphs of runs, when marks start at these places.

    >>> paragraphs_of([[(0, 9)], [(9, 20), (20, 30)]], [3, 25]).marked
    [[0], [2]]
    """
    spans = np.array([span for run in runs for span in run], np.int64).reshape(-1, 2)
    first, last = (np.searchsorted(marks, edges) for edges in (spans[:, 0], spans[:, 1]))
    bounds = np.cumsum([len(run) for run in runs], dtype=np.int64)
    marked = np.flatnonzero(last > first)
    parts = [0, *np.searchsorted(marked, bounds).tolist()]
    places = marked.tolist()
    by_run = [places[begin:end] for begin, end in zip(parts, parts[1:], strict=False)]
    return Paragraphs(
        spans[:, 0].tolist(), spans[:, 1].tolist(), first.tolist(), last.tolist(), by_run, bounds.tolist()
    )


def units(text: str, found: list[Mark], paragraphs: Paragraphs) -> Callable[[int], Unit]:
    """Each paragraph as the reading of its marks needs it, looked at once and only when asked."""
    starts, ends, firsts, lasts = paragraphs[:4]

    @cache
    def unit(place: int) -> Unit:
        start, end, first, last = starts[place], ends[place], firsts[place], lasts[place]
        leading, at = first, start
        while leading < last and (at == found[leading].start or _LEADS.fullmatch(text, at, found[leading].start)):
            at = found[leading].end
            leading += 1
        if end - start < 3 * (last - first - DITTOS) or not _SOMETHING.search(text, at, end):
            return Unit(start, end, last, last, 0, False)  # hardly anything but marks: dittos in a table, a drawing
        trimmed = end
        while trimmed > start and text[trimmed - 1] in _BLANKS:
            trimmed -= 1
        return Unit(start, trimmed, first, last, leading - first, text[start : start + 1].islower())

    return unit
