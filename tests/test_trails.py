"""Trails of alignments, held against the whole of the way that they have gone."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

EVERY, BAND, LENGTH = 32, 4, 400


class Way(NamedTuple):
    """Where an alignment starts on the first side, where it is on the second after each word, and where its seed is."""

    start: int
    seconds: list[int]
    seed: int

    @property
    def end(self) -> int:
        return self.start + len(self.seconds) - 1


@st.composite
def ways(draw: st.DrawFn) -> Way:
    start, at = draw(st.integers(0, 60)), draw(st.integers(0, 40))
    steps = draw(st.lists(st.sampled_from([0, 1, 1, 1, 2, 9]), min_size=1, max_size=150))
    seconds = [at + sum(steps[:nth]) for nth in range(len(steps) + 1)]
    return Way(start, seconds, draw(st.integers(0, len(steps))))


@given(st.lists(ways(), min_size=1, max_size=3), st.integers(0, 200), st.integers(0, 300))
@settings(deadline=None, max_examples=300)
def test_a_seed_is_passed_over_where_an_alignment_has_come_by(found: list[Way], p: int, q: int) -> None:
    from variorum.passages.alignments.trails import kernels

    rows = np.zeros((len(found), kernels.FIELDS), np.int64)
    active, trails = np.arange(len(found)), np.empty(len(found), np.int64)
    trail, ends, cells = np.empty(1, np.int64), 0, LENGTH // EVERY + 2
    path = np.full(cells, -999_999)
    for nth, way in enumerate(found):
        walked(way, path, cells)
        rows[nth, :4] = way.start, way.end, way.seconds[0], way.seconds[-1]
        trails[nth] = ends
        trail, ends = kernels.remember(path, cells, way.start, way.end, trail, ends)
    flat = rows.reshape(-1)
    busy = kernels.still(flat, active, trails, len(found), p)
    assert active[:busy].tolist() == [nth for nth, way in enumerate(found) if way.end > p]
    assert kernels.passed(flat, active, busy, trail, trails, p, q) == any(near(way, p, q) for way in found)


def walked(way: Way, path: np.ndarray[tuple[int], np.dtype[np.int64]], cells: int) -> None:
    """Marks the way from its seed, first back and then on."""
    from variorum.passages.alignments.trails.kernels import mark

    p, q = way.start + way.seed, way.seconds[way.seed]
    mark(path, cells, p, q, 1, 0, 0)
    for nth in range(way.seed - 1, -1, -1):
        mark(path, cells, p - 1, q - 1, -1, way.seed - nth, q - way.seconds[nth])
    for nth in range(way.seed + 1, len(way.seconds)):
        mark(path, cells, p, q, 1, nth - way.seed, way.seconds[nth] - q)


def near(way: Way, p: int, q: int) -> bool:
    """Whether a pair of places is no further from the diagonals of the marks round it than the band is wide."""
    if not (way.start <= p < way.end and way.seconds[0] <= q < way.seconds[-1]):
        return False
    marks = [max(way.start, p // EVERY * EVERY), min(way.end, (p // EVERY + 1) * EVERY)]
    diagonals = [way.seconds[at - way.start] - at for at in marks]
    return min(diagonals) - BAND <= q - p <= max(diagonals) + BAND
