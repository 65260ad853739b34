"""What very many documents carry is listed from the earliest of them."""

from __future__ import annotations

import numpy as np
import pyarrow as pa
from hypothesis import given, settings
from hypothesis import strategies as st

from variorum.engines.local import LocalEngine
from variorum.passages import passages, reuse
from variorum.passages.seeds import MOST
from variorum.passages.settling.stars import bridged
from variorum.tables import QUOTED

ENGINE = LocalEngine(threads=1)
Row = tuple[int, int, int, int]


def one_text(one: tuple[int, int], other: tuple[int, int]) -> bool:
    both = min(one[1], other[1]) - max(one[0], other[0])
    return 3 * both >= 2 * max(one[1] - one[0], other[1] - other[0])


def expected(rows: list[Row], docs: list[tuple[int, int]]) -> list[bool]:
    apart = [row for row, (one, other) in zip(rows, docs, strict=True) if one != other]
    rays = []
    for row in apart:
        middle = (row[0] + row[1]) // 2
        if sum(start <= middle < end for start, end, _, _ in apart) >= MOST:
            rays.append(row)
    return [
        pair[0] != pair[1]
        and any(
            one_text(one[2:], row[:2]) and one_text(other[2:], row[2:]) and one_text(one[:2], other[:2])
            for one in rays
            for other in rays
        )
        for row, pair in zip(rows, docs, strict=True)
    ]


@st.composite
def lists(draw: st.DrawFn) -> list[Row]:
    """Many passages of the first document, and some of others; a document has a hundred places."""
    rows = []
    for nth in range(draw(st.integers(0, MOST + 4))):
        start, length, at = draw(st.integers(0, 6)), draw(st.integers(4, 12)), 100 * (nth % 7 + 1)
        rows.append((start, start + length, at + draw(st.integers(0, 4)), at + length))
    for _ in range(draw(st.integers(0, 6))):
        one, other = sorted(draw(st.tuples(st.integers(0, 7), st.integers(0, 7))))
        start, end, begun = draw(st.integers(0, 5)), draw(st.integers(6, 12)), draw(st.integers(0, 6))
        rows.append((100 * one + start, 100 * one + end, 100 * other + begun, 100 * other + begun + 6))
    return rows


@given(lists())
@settings(deadline=None, max_examples=60)
def test_what_two_rays_say_is_said(rows: list[Row]) -> None:
    docs = [(row[0] // 100, row[2] // 100) for row in rows]
    got = bridged(np.array(rows, np.int64).reshape(-1, 4), np.array(docs, np.int64).reshape(-1, 2))
    assert got.tolist() == expected(rows, docs)


@given(st.integers(MOST + 2, MOST + 12), st.integers(0, 3))
@settings(deadline=None, max_examples=6)
def test_a_licence_makes_no_more_rows_than_it_has_further_witnesses(pages: int, ends: int) -> None:
    """Though some of them go on in the same words behind it, and rare ones, which make seeds of their own."""
    licence = "whoever finds this lantern may carry it into any harbour and lend it to the pilots of every barge there"
    texts = [f"{own(nth)} {licence} {'quicklime ' * (nth % (ends + 1))}{own(nth + 500)}" for nth in range(pages)]
    docs = [f"{nth:03}" for nth in range(pages)]
    documents = pa.table({"doc": docs, "text": pa.array(texts, pa.large_string())})
    rows = passages(ENGINE, documents, QUOTED.empty(), reuse(ENGINE, documents, QUOTED.empty()))
    assert rows["doc_a"].to_pylist() == docs[:1] * (pages - 1)
    assert sorted(rows["doc_b"].to_pylist()) == docs[1:]


def own(nth: int) -> str:
    """Words that no other page has."""
    letters = "bcdfghklmnpr"
    return " ".join(f"{letters[nth % 12]}a{letters[nth // 12 % 12]}e{letters[nth // 144]}i{way}" for way in "dgkmprst")
