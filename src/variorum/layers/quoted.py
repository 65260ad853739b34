"""What is quoted: stretches in quotation marks, and block quotations; who speaks in them is another step.

A mark is read by what stands beside it, by the habits of its document, and by the cheapest reading of the whole run of
paragraphs (`readings.py`), so that apostrophes, marks turned the wrong way, quotations whose every paragraph opens with
a mark, and quotations that are never closed fall into place together. Headings, notes, cells and block quotations are
read each for itself; furniture is not read. Left alone: dialogue after a dash, and the brackets of Chinese titles.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache
from typing import Any, NamedTuple

import numpy as np
import pyarrow as pa

from variorum.layers.glyphs import CLOSING, OPENING
from variorum.layers.marks import Mark, marks
from variorum.layers.pairing import paired
from variorum.layers.plain import Quoted
from variorum.layers.runs import QUOTE, Layout, laid_out, runs, settled
from variorum.layers.units import marked, units
from variorum.tables import QUOTED

_NOTHING = QUOTED.empty()
_SET = r"[\s_*>]*"
_LEAD = re.compile(_SET)
_CITED = re.compile(
    rf"{_SET}(?:[\[(](?:[^\[\]()]|\([^()]*\)|\[[^\[\]]*\]){{2,300}}[\])]|(?:--?|—|–|―)[^.!?\n]{{3,80}})?[\s_*>.]*"
)
"""What may stand in a block quotation behind the words and their marks: a citation in brackets, or behind a dash."""
_SENTENCE_END = re.compile(r"[.!?…。！？](?=\s)")


class _Row(NamedTuple):
    """A quotation before its place among the others is known."""

    start: int
    end: int
    inner_start: int
    inner_end: int
    form: str
    closed: bool
    reason: str


def quoted(documents: pa.Table, blocks: pa.Table, *, unclosed_reach: int = 2000) -> pa.Table:
    """The quoted stretches of one document, nested as they stand.

    `unclosed_reach` is how many code points a quotation that is never closed may run on in its paragraph; beyond that
    it is taken to end with its first sentence. Spans are in code points of `documents.text`.

    >>> text = "He said: “I know the word ‘enough.’”"
    >>> documents = pa.table({"doc": ["a.txt"], "text": [text]})
    >>> blocks = pa.table({"start": [0], "end": [len(text)], "kind": ["paragraph"], "label": [""]})
    >>> [(text[row["start"]:row["end"]], row["depth"]) for row in quoted(documents, blocks).to_pylist()]
    [('“I know the word ‘enough.’”', 1), ('‘enough.’', 2)]
    """
    if not documents.num_rows:
        return _NOTHING
    doc, text = documents["doc"][0].as_py(), documents["text"][0].as_py()
    found = marks(text)
    starts = [mark.start for mark in found]
    near = laid_out(blocks, np.array(starts, np.int64))
    if not len(near.starts):
        return _NOTHING
    rows = [_in_marks(text, one, found, unclosed_reach) for one in _read(text, found, starts, near)]
    edges = near.starts.tolist()
    rows = [_in_paragraph(text, row, rows, edges) for row in rows]
    return _nested(doc, _with_blocks(text, rows, near.at(near.kinds == QUOTE)))


def _read(text: str, found: list[Mark], starts: list[int], near: Layout) -> Iterator[Quoted]:
    """Each quotation in marks, run by run."""
    if not found:
        return
    paragraphs = runs(text, settled(text, near, found))
    unit = units(text, found, starts, paragraphs)
    for stop, places in marked(paragraphs, starts):
        yield from paired(found, stop, places, unit)


def _in_marks(text: str, one: Quoted, found: list[Mark], reach: int) -> _Row:
    start, inner_start, _, *opener, _, _, _ = found[one.opener]
    closer = None if one.closer is None else found[one.closer]
    end = one.end if closer or one.reopened else _unclosed_end(text, inner_start, one.end, reach)
    inner_start, inner_end = _stripped(text, inner_start, closer.start if closer else end)
    end = one.end if closer else max(inner_end, found[one.opener].end)
    form = "paragraphs" if one.reopened else "inline"
    reason = _why(one.reopened, (opener[0], opener[1]), (closer.glyph, closer.points) if closer else None)
    return _Row(start, end, inner_start, inner_end, form, closer is not None, reason)


def _in_paragraph(text: str, row: _Row, rows: list[_Row], starts: list[int]) -> _Row:
    """A quotation that is never closed ends with its paragraph, unless one that it holds goes on."""
    if row.closed or row.form != "inline" or "\n" not in text[row.start : row.end]:
        return row
    following = bisect_right(starts, row.start)
    after = starts[following] if following < len(starts) and starts[following] < row.end else row.end
    holds = any(row.start < one.start and one.end <= row.end and (one.closed or one.form != "inline") for one in rows)
    if holds or after == row.end:
        return row
    inner_start, inner_end = _stripped(text, row.inner_start, after)
    return row._replace(inner_start=inner_start, inner_end=inner_end, end=max(inner_end, row.inner_start))


def _unclosed_end(text: str, start: int, end: int, reach: int) -> int:
    if end - start <= reach:
        return end
    sentence = _SENTENCE_END.search(text, start, end)
    return sentence.end() if sentence else start + reach


def _stripped(text: str, start: int, end: int) -> tuple[int, int]:
    """The span without white space at its ends."""
    end = min(end, len(text))
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return start, max(start, end)


@lru_cache(maxsize=10_000)
def _why(reopened: int, opener: tuple[str, int], closer: tuple[str, int] | None) -> str:
    """How marks were read, each a character and which way it points."""
    opened = f"{reopened + 1} paragraphs open with {opener[0]}" if reopened else f"opens with {opener[0]}"
    ended = f"closes with {closer[0]}" if closer else "is never closed"
    words = f"{opened}; the last {ended}" if reopened else f"{opened} and {ended}"
    turned = (("opening", opener[1] == CLOSING), ("closing", closer and closer[1] == OPENING))
    return words + "".join(f"; the {name} mark is turned the wrong way" for name, wrong in turned if wrong)


def _with_blocks(text: str, rows: list[_Row], blocks: Layout) -> list[_Row]:
    """The quotations in marks together with the block quotations, one row where both are the same stretch.

    They are the same, too, where a block has nothing but what stands in marks, and where that is from.
    """
    first = {row.start: row for row in sorted(rows, key=_order, reverse=True)}
    stretches = [_stripped(text, *span) for span in zip(blocks.starts.tolist(), blocks.ends.tolist(), strict=True)]
    quotes = [_without_citation(text, span, first) for span in stretches]
    whole = {(row.start, row.end): row for row in rows}
    out = [_block_row(span, whole.get(span)) for span in dict.fromkeys(quotes) if span[0] < span[1]]
    taken = set(quotes)
    return [row for row in rows if (row.start, row.end) not in taken] + out


def _without_citation(text: str, span: tuple[int, int], first: dict[int, _Row]) -> tuple[int, int]:
    """The stretch in marks that a block is but for a citation; the block itself where it is more."""
    lead = _LEAD.match(text, *span)
    row = first.get(lead.end() if lead else span[0])
    if row and row.closed and row.end <= span[1] and _CITED.fullmatch(text, row.end, span[1]):
        return row.start, row.end
    return span


def _block_row(span: tuple[int, int], marked: _Row | None) -> _Row:
    if marked is None:
        return _Row(*span, *span, "block", True, "set as a block quotation")
    return marked._replace(form="block", reason=f"set as a block quotation; {marked.reason}")


def _nested(doc: str, rows: list[_Row]) -> pa.Table:
    """Rows in order, longest first, with depth and parent by containment."""
    ordered = sorted(rows, key=_order)
    open_rows: list[tuple[int, int]] = []
    depths: list[int] = []
    parents: list[int | None] = []
    for at, row in enumerate(ordered):
        while open_rows and open_rows[-1][1] < row[1]:
            open_rows.pop()
        depths.append(len(open_rows) + 1)
        parents.append(open_rows[-1][0] if open_rows else None)
        open_rows.append((at, row[1]))
    columns: dict[str, Any] = dict(zip(_Row._fields, zip(*ordered, strict=True), strict=True)) if ordered else {}
    columns |= {"doc": [doc] * len(ordered), "quotation": range(len(ordered)), "depth": depths, "parent": parents}
    arrays = [pa.array(columns.get(field.name, ()), field.type) for field in QUOTED.schema]
    return pa.Table.from_arrays(arrays, schema=QUOTED.schema)


def _order(row: _Row) -> tuple[int, int, int]:
    return row[0], -row[1], row[2]
