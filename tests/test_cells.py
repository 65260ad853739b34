"""Sentences in cells, and those of them that are each other's nearest, beside a plain search."""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from variorum.engines.local import LocalEngine
from variorum.passages import cells as module
from variorum.passages.cells import Cells, Met, cells, met, nearest
from variorum.passages.gate import hinted

Vectors = NDArray[np.float32]
COUNTS = st.lists(st.integers(1, 9), min_size=2, max_size=5)


def drawn(count: int, seed: int) -> Vectors:
    made = np.random.default_rng(seed).normal(size=(count, 6)).astype(np.float32)
    unit: Vectors = made / np.linalg.norm(made, axis=1, keepdims=True)
    return unit


def compared(among: Cells, x: int, y: int) -> bool:
    """Whether one of two sentences looks into the other's cell."""
    return among.seen[x, 0] in among.seen[y] or among.seen[y, 0] in among.seen[x]


def plainly(made: Vectors, among: Cells, firsts: list[int], least: float) -> dict[tuple[int, int], list[float]]:
    """What `nearest` finds, by looking at every two sentences."""
    docs = np.repeat(np.arange(len(firsts) - 1), np.diff(firsts))
    near = {
        (x, y): float(made[x] @ made[y])
        for x, y in product(range(len(docs)), repeat=2)
        if docs[x] != docs[y] and compared(among, x, y) and made[x] @ made[y] >= least
    }

    def two(x: int, doc: int) -> list[tuple[float, int]]:
        there = sorted((-near[x, y], y) for y in range(len(docs)) if docs[y] == doc and (x, y) in near)
        return [*((-value, y) for value, y in there), (-1, -1), (-1, -1)]

    found = {}
    for x, doc in product(range(len(docs)), range(len(firsts) - 1)):
        (best, y), (next_, _) = two(x, doc)[:2]
        if y >= 0 and docs[x] < doc:
            (_, owner), (second, _) = two(y, docs[x])[:2]
            if owner == x:
                found[x, y] = [best, next_, second]
    return found


@given(COUNTS, st.integers(1, 12), st.integers(0, 10**6), st.sampled_from([-1.0, 0.3]), st.data())
def test_the_nearest_of_those_that_are_compared(
    counts: list[int], size: int, seed: int, least: float, data: st.DataObject
) -> None:
    firsts, made = np.cumsum([0, *counts]), drawn(sum(counts), seed)
    among = cells(made, size)
    cut = data.draw(st.integers(0, len(counts)))
    parts = [nearest(made, among, firsts, least, part) for part in ((0, cut), (cut, len(counts)))]
    found = {tuple(pair): row.tolist() for pairs, near in parts for pair, row in zip(pairs.tolist(), near, strict=True)}
    assert len(found) == sum(len(pairs) for pairs, _ in parts)
    expected = plainly(made, among, firsts.tolist(), least)
    assert found.keys() == expected.keys()
    assert all(found[pair] == pytest.approx(row, abs=1e-5) for pair, row in expected.items())


@given(st.integers(1, 200), st.integers(1, 60), st.integers(0, 10**6))
def test_every_sentence_is_in_one_cell_and_looks_into_several(count: int, size: int, seed: int) -> None:
    among = cells(drawn(count, seed), size)
    number = max(1, count // size)
    for x, row in enumerate(among.seen.tolist()):
        assert len(set(row)) == len(row) == min(module.SEEN, number)
        for rank, cell in enumerate(row):
            at = cell + rank * number
            assert x in among.members[among.starts[at] : among.starts[at + 1]]
    assert len(among.members) == among.starts[-1] == among.seen.size


def test_what_lies_near_is_compared_in_a_library_of_many_cells() -> None:
    one = drawn(400, 7)
    other = one + np.float32(0.05) * drawn(400, 8)
    both = np.concatenate([one, other / np.linalg.norm(other, axis=1, keepdims=True)])
    [found] = met(LocalEngine(), both, np.array([0, 400, 800]), 0.3, 20)
    assert len(cells(both, 20).starts) > 100
    assert sum(y == x + 400 for x, y in found.pairs.tolist()) > 380


@pytest.mark.parametrize(("near", "told"), [(0.8, True), (0.96, False)])
def test_a_row_of_the_nearest_is_a_hint_unless_it_is_a_copy(near: float, told: bool) -> None:
    firsts = np.array([0, 300, 310, 700])
    pairs = np.array([[150, 500], [151, 501], [152, 503], [40, 650]])
    found = Met(pairs, np.array([[near, 0.4, 0.5]] * 4, np.float32))
    hints = dict(hinted(found, firsts))
    assert list(hints) == ([(0, 2)] if told else [])
    if told:
        assert hints[0, 2][0].tolist() == list(range(100, 203))
        assert hints[0, 2][1].tolist() == list(range(140, 244))


def test_no_row_goes_on_from_one_document_into_another() -> None:
    firsts = np.array([0, 3, 6, 9])
    pairs = np.array([[2, 5], [2, 6], [5, 8]])
    found = Met(pairs, np.array([[0.9, 0.4, 0.5]] * 3, np.float32))
    assert not dict(hinted(found, firsts))
