"""The extension of an alignment, held against plain Python that follows its definition cell by cell."""

from __future__ import annotations

from typing import Any

import numpy as np
import pyarrow as pa
from hypothesis import given, settings
from hypothesis import strategies as st
from rapidfuzz.distance import Levenshtein

from variorum.engines.local import LocalEngine
from variorum.passages.fingerprints import Corpus, Library, library
from variorum.passages.signs import LETTERS, MARKED
from variorum.tables import QUOTED
from variorum.text import fold_word

ENGINE = LocalEngine()
FORMS = ["the", "of", "eels", "eel", "candlelight", "candelight", "“candlelight", "parish”", "parishes", "reeve"]
BAND, DROP, COST, EDGE, AGAIN = 4, 18_000, 3_000, 10_000, 3
BITS = 24
Cells = dict[int, int]


@st.composite
def two_texts(draw: st.DrawFn) -> tuple[list[str], list[str]]:
    """A text, and a copy of it with words changed, left out and put in; or any other."""
    one = draw(st.lists(st.sampled_from(FORMS), min_size=2, max_size=40))
    other = []
    for word in one:
        change = draw(st.integers(0, 9))
        other += [] if change == 0 else [word] if change > 2 else [draw(st.sampled_from(FORMS))]
        other += [draw(st.sampled_from(FORMS))] if change == 1 else []
    return one, other or ["reeve"]


@given(two_texts(), st.booleans(), st.integers(0, 39), st.integers(0, 39))
@settings(deadline=None, max_examples=300)
def test_how_far_an_alignment_extends(texts: tuple[list[str], list[str]], forwards: bool, p: int, q: int) -> None:
    from variorum.passages.alignments.bands.kernels import LANES, extend

    documents = pa.table({"doc": ["a", "b"], "text": pa.array([" ".join(text) for text in texts], pa.large_string())})
    read = library(ENGINE, documents, QUOTED.empty())
    middle, end = read.corpus.bounds[1:].tolist()
    p, q, step = p % middle, middle + q % (end - middle), 1 if forwards else -1
    reach = (middle - p, end - q) if forwards else (p, q - middle)
    p, q = (p, q) if forwards else (p - 1, q - 1)
    numbers = [np.empty(length, np.int64) for length in (LANES + 1, LETTERS + 1, 6, 99)]
    forms = [fold_word(word)[:LETTERS] for text in texts for word in text]
    assert extend(flat(read.corpus), p, q, step, reach, (*numbers, 99)) == expected(read, forms, (p, q, step), reach)


def flat(corpus: Corpus) -> Any:
    """A corpus as kernels see it that are lent one."""
    from variorum.passages.lent.kernels import lent

    return getattr(lent, "py_func", lent)(corpus)


def expected(read: Library, forms: list[str], at: tuple[int, int, int], reach: tuple[int, int]) -> tuple[int, int, int]:
    p, q, step = at
    begins = step < 0 and any(read.corpus.signs[place + 1] & MARKED for place in (p, q))
    best = ((EDGE << BITS) if begins else 0, 0, 0)
    value, i, j, on = 0, 0, 0, True
    while on:
        while i < reach[0] and j < reach[1] and forms[p + step * i] == forms[q + step * j]:
            value += agreed(read, forms, p + step * i, q + step * j)
            i, j = i + 1, j + 1
            best = further(read, at, reach, best, (value, i, j))
        value, i, j, best, on = searched(read, forms, at, reach, best, (value, i, j))
    return best


def searched(read: Library, forms: list[str], at: Any, reach: Any, best: Any, begun: Any) -> Any:
    """Row by row the cells of the band, which are kept by how far they are on the second side."""
    (p, q, step), (top, start_p, start_q) = at, begun
    row: Cells = {start_q + ahead: top - ahead * (COST << BITS) for ahead in range(BAND + 1)}
    centre, leader, same = start_q, start_q, 0
    for i in range(start_p + 1, reach[0] + 1):
        centre, floor, before, on, new = centre + 1, best[0] - (DROP << BITS), top, None, {}
        leader, top = leader + 1, -(1 << 62)
        lead = leader
        for j in range(max(start_q, centre - BAND), min(centre + BAND, reach[1]) + 1):
            value = max(new.get(j - 1, -(1 << 62)), row.get(j, -(1 << 62))) - (COST << BITS)
            corner = row.get(j - 1, -(1 << 62))
            if corner > floor and j > start_q:
                one, other = p + step * (i - 1), q + step * (j - 1)
                if forms[one] == forms[other]:
                    on = corner + agreed(read, forms, one, other)
                    value = max(value, on)
                else:
                    value = max(value, corner + (alike(read, forms, one, other) if j == leader else -(COST << BITS)))
            if value >= floor:
                new[j] = value
            if value > top or (value == top and j == leader):
                top, lead = value, j
        if top < floor:
            return 0, 0, 0, best, False
        row, leader = new, lead
        if top > before:
            best = further(read, at, reach, best, (top, i, leader))
        same = same + 1 if top == on else 0
        if same == AGAIN:
            return top, i, leader, best, True
        if abs(leader - centre) > BAND // 2:
            centre += 1 if leader > centre else -1
            row = {j: value for j, value in row.items() if abs(j - centre) <= BAND}
    return 0, 0, 0, best, False


def further(read: Library, at: Any, reach: Any, best: Any, now: Any) -> Any:
    """The better of the best so far and what there is now, which is worth more at a quotation mark."""
    (p, q, step), (value, i, j) = at, now
    edges = [
        (step < 0 or count < whole) and read.corpus.signs[place + step * count + (step < 0)] & MARKED
        for place, count, whole in ((p, i, reach[0]), (q, j, reach[1]))
    ]
    worth = value + (EDGE << BITS if any(edges) else 0)
    return (worth, i, j) if worth > best[0] else best


def agreed(read: Library, forms: list[str], p: int, q: int) -> int:
    """What a word is worth that is the same, and one for the count of these."""
    worths = read.corpus.worths.astype(int)
    follows = forms[p - 1] == forms[q - 1] and min(worths[p, 1], worths[q, 1]) >= 0
    return (int(max(worths[p, int(follows)], worths[q, int(follows)])) << BITS) + 1


def alike(read: Library, forms: list[str], p: int, q: int) -> int:
    """What two words are worth that differ."""
    edits, length = Levenshtein.distance(forms[p], forms[q]), max(len(forms[p]), len(forms[q]))
    if 3 * edits > length + 1 or 2 * edits >= length:
        return -(COST << BITS)
    worth = int(min(read.corpus.worths[p, 0], read.corpus.worths[q, 0]))
    return worth * (length - 2 * edits) // length << BITS
