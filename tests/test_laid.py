"""What two versions of a text share because the text repeats itself, told by the beads they are laid in."""

from __future__ import annotations

import pyarrow as pa
from hypothesis import given
from hypothesis import strategies as st

from variorum.passages.settling.laid import BESIDE, COVERED, repeated

Span = tuple[int, int, int, int]


def rows(*spans: Span, docs: tuple[str, str] = ("old", "new")) -> pa.Table:
    columns = [pa.array([span[at] for span in spans], pa.int64()) for at in range(4)]
    names = ["doc_a", "doc_b", "start_a", "end_a", "start_b", "end_b"]
    return pa.table([pa.array([doc] * len(spans), pa.string()) for doc in docs] + columns, names=names)


def verses(count: int) -> list[Span]:
    """Two versions of so many verses, ten code points long in the one and twelve in the other."""
    return [(10 * nth, 10 * nth + 10, 12 * nth, 12 * nth + 12) for nth in range(count)]


def test_a_refrain_is_no_passage_between_two_versions_but_where_they_have_it() -> None:
    refrain, own, unlaid = (20, 30, 180, 192), (20, 30, 24, 36), (20, 30, 300, 312)
    there = rows(*verses(20))
    assert repeated(rows(refrain, own, unlaid), there).tolist() == [True, False, False]
    assert repeated(rows(refrain, docs=("old", "another")), there).tolist() == [False]
    assert repeated(rows(refrain), rows()).tolist() == [False]


def test_sentences_that_translators_divide_in_other_ways_are_kept() -> None:
    near = [(20, 30, 12 * (2 + off), 12 * (3 + off)) for off in range(-2, 7)]
    assert repeated(rows(*near), rows(*verses(20))).tolist() == [False] * 7 + [True] * 2


SPANS = st.tuples(st.integers(0, 120), st.integers(1, 60), st.integers(0, 150), st.integers(1, 60))


@given(st.sets(st.integers(0, 11)), st.lists(SPANS, min_size=1, max_size=9))
def test_both_sides_are_mostly_laid_and_nowhere_near_each_other(laid: set[int], places: list[Span]) -> None:
    beads = [bead for nth, bead in enumerate(verses(12)) if nth in laid]
    spans = [(a, a + long_a, b, b + long_b) for a, long_a, b, long_b in places]

    def touched(start: int, end: int, side: int) -> set[int] | None:
        inside = [set(range(max(start, one[side]), min(end, one[side + 1]))) for one in beads]
        if sum(map(len, inside)) < COVERED * (end - start):
            return None
        return {nth for nth, held in enumerate(inside) if held}

    def elsewhere(span: Span) -> bool:
        one, other = touched(*span[:2], 0), touched(*span[2:], 2)
        return one is not None and other is not None and min(abs(i - j) for i in one for j in other) > 2 * BESIDE

    assert repeated(rows(*spans), rows(*beads)).tolist() == [elsewhere(span) for span in spans]
