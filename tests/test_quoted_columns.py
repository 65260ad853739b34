"""Quoted stretches: what is read in columns, or from memory, is what plain loops read each time."""

from __future__ import annotations

from functools import cache
from itertools import pairwise

import block_by_block
import every_reading
import mark_by_mark
import numpy as np
import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from variorum.layers import pairing
from variorum.layers.glyphs import GLYPHS, glyphs, units
from variorum.layers.marks import marks
from variorum.layers.pairing import paired
from variorum.layers.runs import laid_out, runs, settled
from variorum.layers.units import marked
from variorum.layers.units import units as paragraphs

PIECES = [
    "word ",
    "it",
    "s ",
    "boys",
    "Well",
    ". ",
    ", ",
    " ",
    "\n",
    "—",
    "’17",
    "(",
    "[",
    "]",
    "ß",
    "言",
    "5",
    "_",
    "𝄞",
]
MARKS = ["“", "”", "‘", "’", '"', "'", "''", "``", ",,", "«", "»"]
TEXTS = st.lists(st.sampled_from([*PIECES, *MARKS, *MARKS, *GLYPHS]), max_size=40).map("".join)
KINDS = ["paragraph", "paragraph", "item", "verse", "verse", "heading", "note", "cell", "quote", "furniture", "list"]
LABELS = [None, "page number", "navigation"]
LEAVES = st.tuples(st.sampled_from(KINDS), TEXTS, st.sampled_from(LABELS), st.sampled_from(["\n", "\n\n"]))
PAGES = st.lists(st.tuples(st.sampled_from([None, "list", "quote", "note"]), st.lists(LEAVES, max_size=4)), max_size=6)


def page(groups):
    """A text and its blocks: groups of leaves, some of them inside a block that holds them."""
    text, blocks = "", []
    for holder, leaves in groups:
        at, begun = len(blocks), len(text)
        for kind, body, label, gap in leaves:
            blocks.append(block_by_block.Block(len(text), len(text) + len(body), kind, label))
            text += body + gap
        if holder and len(leaves) > 1:
            blocks.insert(at, block_by_block.Block(begun, blocks[-1].end, holder, None))
    return text, blocks


def table(blocks):
    columns = list(zip(*blocks, strict=True)) or [()] * 4
    types = (pa.int64(), pa.int64(), pa.string(), pa.string())
    arrays = (pa.array(column, kind) for column, kind in zip(columns, types, strict=True))
    return pa.table(dict(zip(block_by_block.Block._fields, arrays, strict=True)))


def in_columns(text, blocks, found):
    starts = [mark.start for mark in found]
    return runs(text, settled(text, laid_out(table(blocks), np.array(starts, np.int64)), found))


def one_by_one(text, blocks, found):
    starts = [mark.start for mark in found]
    near = block_by_block.laid_out(blocks, starts)
    read = block_by_block.runs(text, [block_by_block.settled(text, one, found, starts) for one in near])
    return sorted(run for run in read if run)


@given(TEXTS)
def test_marks_are_those_that_are_read_one_by_one(text):
    assert marks(text) == mark_by_mark.marks(text)


@given(st.text())
def test_marks_are_found_in_any_text(text):
    assert glyphs(units(text)).tolist() == [at for at, char in enumerate(text) if char in GLYPHS]


@settings(max_examples=300)
@given(PAGES)
def test_runs_are_those_that_are_put_together_one_by_one(groups):
    text, blocks = page(groups)
    found = marks(text)
    read = in_columns(text, blocks, found)
    spans = list(zip(read.starts.tolist(), read.ends.tolist(), strict=True))
    ends = [0, *read.stops.tolist()]
    assert sorted(spans[a:b] for a, b in pairwise(ends)) == one_by_one(text, blocks, found)


@settings(max_examples=300)
@given(PAGES)
def test_what_is_remembered_is_what_is_searched_for_each_time(groups):
    text, blocks = page(groups)
    found = marks(text)
    starts = [mark.start for mark in found]
    read = in_columns(text, blocks, found)
    unit = paragraphs(text, found, starts, read)
    for stop, places in marked(read, starts):
        begin = max(end for end in (0, *read.stops.tolist()) if end < stop)
        here = cache(lambda place, begin=begin: unit(begin + place))
        each_time = every_reading.paired(found, stop - begin, [place - begin for place in places], here)
        assert paired(found, stop, places, unit) == each_time


def test_what_is_remembered_has_an_end(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(pairing, "KEPT", 20)
    for number in range(60):
        text = "“a ‘b " * (number % 7 + 1) + "’ c” " * (number % 5) + '"' * (number % 3)
        groups = [(None, [("paragraph", text, None, "\n\n")] * 3)]
        test_what_is_remembered_is_what_is_searched_for_each_time.hypothesis.inner_test(groups)
        assert len(pairing._STATES) <= 21
