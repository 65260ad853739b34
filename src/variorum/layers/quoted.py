"""What is quoted: stretches in quotation marks, and block quotations; who speaks in them is another step.

A mark is read by what stands beside it, by the habits of its document, and by the cheapest reading of the whole run of
paragraphs (`readings.py`), so that apostrophes, marks turned the wrong way, quotations whose every paragraph opens with
a mark, and quotations that are never closed fall into place together. Headings, notes, cells and block quotations are
read each for itself; furniture is not read. Left alone: dialogue after a dash, and the brackets of Chinese titles.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

import pyarrow as pa

from variorum.layers.marks import SINGLE, Mark, marks
from variorum.layers.readings import Quoted, Unit, paired
from variorum.tables import QUOTED

_APART = frozenset({"quote", "note", "cell"})
"""Kinds of block whose quotations neither begin nor end outside them."""
_STOPS = frozenset({"heading", "furniture"})
"""Kinds of block that no quotation crosses."""
_PASSED_OVER = frozenset({"page number", "illustration"})
"""Sorts of furniture that may stand in the middle of a quotation."""
DITTOS = 50
"""So many marks may stand in a paragraph that has few letters between them."""
_SENTENCE_END = re.compile(r"[.!?…。！？](?=\s)")
_BRACKETED = re.compile(r"[\[{].*[\]}]\s*", re.DOTALL)


class _Block(NamedTuple):
    start: int
    end: int
    kind: str
    label: str | None


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
        return QUOTED.empty()
    doc, text = documents["doc"][0].as_py(), documents["text"][0].as_py()
    columns = (blocks[name].to_pylist() for name in ("start", "end", "kind", "label"))
    laid_out = [_Block(*values) for values in zip(*columns, strict=True)]
    found = marks(text)
    rows = [_in_marks(text, one, found, unclosed_reach) for one in _read(text, found, laid_out)]
    rows = [_in_paragraph(text, row, rows, laid_out) for row in rows]
    return QUOTED.rows(list(_nested(doc, _with_blocks(text, rows, laid_out))))


def _read(text: str, found: list[Mark], blocks: list[_Block]) -> Iterator[Quoted]:
    """Each quotation in marks, run by run."""
    starts = [mark.start for mark in found]
    for run in _runs(text, [_settled(text, block, found, starts) for block in blocks]):
        yield from paired(found, [_unit(text, found, starts, start, end) for start, end in run])


def _settled(text: str, block: _Block, found: list[Mark], starts: list[int]) -> _Block:
    """What a block is to the quotations round it.

    A line set as a heading whose marks do not pair is a line of a longer quotation: “TO ALL WORKERS! A paragraph in
    square or curly brackets is an editor's note.
    """
    if block.kind == "paragraph" and _BRACKETED.fullmatch(text, block.start, block.end):
        return block._replace(kind="note")
    if block.kind != "heading":
        return block
    mine = found[bisect_left(starts, block.start) : bisect_left(starts, block.end)]
    return block._replace(kind="paragraph") if sum(mark.family != SINGLE for mark in mine) % 2 else block


def _unit(text: str, found: list[Mark], starts: list[int], start: int, end: int) -> Unit:
    first, last = bisect_left(starts, start), bisect_left(starts, end)
    leading, at = first, start
    while leading < last and not text[at : found[leading].start].strip(" \t\r\n\u00a0\u202f\u200a\u2060_*[("):
        at = found[leading].end
        leading += 1
    if not text[at:end].strip() or end - start < 3 * (last - first - DITTOS):
        return Unit(start, end, last, last, 0, False)  # hardly anything but marks: dittos in a table, a drawing
    trimmed = start + len(text[start:end].rstrip(" \t\r\n\u00a0\u202f\u200a\u2060_*"))
    return Unit(start, trimmed, first, last, leading - first, text[start : start + 1].islower())


def _runs(text: str, blocks: list[_Block]) -> Iterable[list[tuple[int, int]]]:
    """Paragraphs that a quotation may run through, each run apart from headings, notes and other voices' blocks."""
    done: list[list[tuple[int, int]]] = []
    runs: dict[int, list[tuple[int, int]]] = {}
    open_blocks: list[tuple[int, _Block]] = []
    verse_end: dict[int, int] = {}
    for at, block in enumerate(blocks):
        while open_blocks and open_blocks[-1][1].end <= block.start:
            done.append(runs.pop(open_blocks.pop()[0], []))
        scope = open_blocks[-1][0] if open_blocks else -1
        inside = at + 1 < len(blocks) and blocks[at + 1].start < block.end
        if inside:
            _enter(open_blocks, at, block)
        elif block.kind in _STOPS:
            done += _stop(runs, scope, block)
        elif block.kind in _APART:
            done.append([(block.start, block.end)])
        else:
            _add(text, runs.setdefault(scope, []), verse_end, scope, block)
    return done + list(runs.values())


def _enter(open_blocks: list[tuple[int, _Block]], at: int, block: _Block) -> None:
    """A block that holds others is a scope of its own only if its voice is another."""
    scope = open_blocks[-1][0] if open_blocks else -1
    open_blocks.append((at if block.kind in _APART | _STOPS else scope, block))


def _stop(runs: dict[int, list[tuple[int, int]]], scope: int, block: _Block) -> list[list[tuple[int, int]]]:
    if block.kind == "furniture":
        return [] if block.label in _PASSED_OVER else [runs.pop(scope, [])]
    return [runs.pop(scope, []), [(block.start, block.end)]]


def _add(text: str, run: list[tuple[int, int]], verse_end: dict[int, int], scope: int, block: _Block) -> None:
    """A paragraph joins its run; lines of verse that stand together are one paragraph."""
    joins = block.kind == "verse" and run and verse_end.get(scope) == run[-1][1]
    if joins and text.count("\n", run[-1][1], block.start) < 2:
        run[-1] = (run[-1][0], block.end)
    else:
        run.append((block.start, block.end))
    if block.kind == "verse":
        verse_end[scope] = block.end


def _in_marks(text: str, one: Quoted, found: list[Mark], reach: int) -> _Row:
    opener = found[one.opener]
    closed = one.closer is not None
    end = one.end if closed or one.reopened else _unclosed_end(text, opener.end, one.end, reach)
    inner_end = found[one.closer].start if one.closer is not None else end
    inner_start, inner_end = _stripped(text, opener.end, inner_end)
    end = one.end if closed else max(inner_end, opener.end)
    form = "paragraphs" if one.reopened else "inline"
    return _Row(opener.start, end, inner_start, inner_end, form, closed, _why(one, found))


def _in_paragraph(text: str, row: _Row, rows: list[_Row], blocks: list[_Block]) -> _Row:
    """A quotation that is never closed ends with its paragraph, unless one that it holds goes on."""
    if row.closed or row.form != "inline" or "\n" not in text[row.start : row.end]:
        return row
    holds = any(row.start < one.start and one.end <= row.end and (one.closed or one.form != "inline") for one in rows)
    after = min((block.start for block in blocks if row.start < block.start < row.end), default=row.end)
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
    inside = text[start:end]
    start += len(inside) - len(inside.lstrip())
    return start, max(start, start + len(inside.strip()))


def _why(one: Quoted, found: list[Mark]) -> str:
    opener = found[one.opener]
    closer = found[one.closer] if one.closer is not None else None
    opened = f"{one.reopened + 1} paragraphs open with {opener.glyph}" if one.reopened else f"opens with {opener.glyph}"
    ended = f"closes with {closer.glyph}" if closer else "is never closed"
    words = f"{opened}; the last {ended}" if one.reopened else f"{opened} and {ended}"
    turned = [
        name for name, wrong in (("opening", opener.points == 2), ("closing", closer and not closer.points)) if wrong
    ]
    return words + "".join(f"; the {name} mark is turned the wrong way" for name in turned)


def _with_blocks(text: str, rows: list[_Row], blocks: list[_Block]) -> list[_Row]:
    """The quotations in marks together with the block quotations, one row where both are the same stretch."""
    quotes = [_stripped(text, block.start, block.end) for block in blocks if block.kind == "quote"]
    whole = {(row.start, row.end): row for row in rows}
    out = [_block_row(span, whole.get(span)) for span in dict.fromkeys(quotes) if span[0] < span[1]]
    taken = set(quotes)
    return [row for row in rows if (row.start, row.end) not in taken] + out


def _block_row(span: tuple[int, int], marked: _Row | None) -> _Row:
    if marked is None:
        return _Row(*span, *span, "block", True, "set as a block quotation")
    return marked._replace(form="block", reason=f"set as a block quotation; {marked.reason}")


def _nested(doc: str, rows: list[_Row]) -> Iterator[dict[str, Any]]:
    """Rows in order, longest first, with depth and parent by containment."""
    open_rows: list[tuple[int, int]] = []
    for at, row in enumerate(sorted(rows, key=lambda row: (row.start, -row.end, row.inner_start))):
        while open_rows and open_rows[-1][1] < row.end:
            open_rows.pop()
        place = {"doc": doc, "quotation": at, "depth": len(open_rows) + 1}
        yield {**row._asdict(), **place, "parent": open_rows[-1][0] if open_rows else None}
        open_rows.append((at, row.end))
