"""A document as a reader gives it, and the tables that documents become."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import chain
from operator import itemgetter, le
from typing import Any, BinaryIO, NamedTuple

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from variorum.tables import BLOCKS, DOCUMENTS, MILESTONES, ORIGINS, STYLES, Table
from variorum.text import count_words

Warn = Callable[[str], None]
"""Told what is wrong with a file that is read all the same."""


class Block(NamedTuple):
    """A row of the table of blocks."""

    start: int
    end: int
    kind: str
    level: int = 0
    label: str | None = None


class Milestone(NamedTuple):
    """A row of the table of milestones."""

    at: int
    unit: str
    n: str | None
    facsimile: str | None = None


class Style(NamedTuple):
    """A row of the table of styles."""

    start: int
    end: int
    style: str
    target: str | None = None


class Facts(NamedTuple):
    """What a source says about a document."""

    title: str | None = None
    author: str | None = None
    composed: str | None = None
    published: str | None = None
    transcribed: str | None = None
    language: str | None = None
    series: str | None = None
    source: str | None = None
    transcriber: str | None = None
    access: str | None = None


class Origins(NamedTuple):
    """Runs of a text, and the bytes that they came from: columns of equal length."""

    start: Sequence[int] | NDArray[np.int64]
    end: Sequence[int] | NDArray[np.int64]
    source_start: Sequence[int] | NDArray[np.int64]
    source_end: Sequence[int] | NDArray[np.int64]
    exact: Sequence[bool] | NDArray[np.bool_]


class Document(NamedTuple):
    """A document as a reader gives it."""

    member: str
    """Its id inside a file that holds many; nothing where the file is the document."""
    text: str
    facts: Facts
    origins: Origins
    blocks: Sequence[Block]
    milestones: Sequence[Milestone] = ()
    styles: Sequence[Style] = ()
    charset: str = "utf-8"
    """How the bytes that `origins` points to are decoded."""
    format: str | None = None
    """What it was read as, where that is not what its file was read as: the member of an archive."""


class Reader(NamedTuple):
    """One format: how it is known, and how it is read."""

    name: str
    knows: Callable[[bytes, str], bool]
    """Whether a file with these first bytes and a name that ends so (lower case, with its point) is of this format."""
    read: Callable[[BinaryIO, Warn], Iterator[Document]]


def tables(path: str, sha256: str, read_as: str, documents: Sequence[Document]) -> dict[str, pa.Table]:
    """The five tables of some documents of one file."""
    docs = ids(path, documents)
    return {
        "documents": DOCUMENTS.rows([_row(*each, sha256, read_as) for each in zip(docs, documents, strict=True)]),
        "origins": _origins(docs, [document.origins for document in documents]),
        "blocks": rows_of(BLOCKS, docs, [in_order(d.blocks) for d in documents]),
        "milestones": rows_of(MILESTONES, docs, [sorted(d.milestones, key=_milestone_order) for d in documents]),
        "styles": rows_of(STYLES, docs, [sorted(d.styles, key=_style_order) for d in documents]),
    }


def ids(path: str, documents: Sequence[Document]) -> list[str]:
    """The ids of some documents of one file."""
    return [f"{path}#{document.member}" if document.member else path for document in documents]


def _row(doc: str, document: Document, sha256: str, read_as: str) -> dict[str, Any]:
    """A row of the table of documents."""
    return {
        "doc": doc,
        "format": document.format or read_as,
        "sha256": sha256,
        "charset": document.charset,
        "words": count_words(document.text),
        "text": document.text,
        **document.facts._asdict(),
    }


def in_order(blocks: Sequence[Block]) -> Sequence[Block]:
    """Blocks, outer ones first; those that stand one behind the other are in order as they are."""
    apart = all(map(le, map(itemgetter(1), blocks), map(itemgetter(0), blocks[1:])))
    return blocks if apart else sorted(blocks, key=_outer_first)


def _outer_first(block: Block) -> tuple[int, int, int]:
    return block.start, -block.end, block.level


def _milestone_order(milestone: Milestone) -> tuple[int, str]:
    return milestone.at, milestone.unit


def _style_order(style: Style) -> tuple[int, int, str, str]:
    return style.start, -style.end, style.style, style.target or ""


def rows_of(table: Table, ids: list[str], groups: Sequence[Sequence[Any]]) -> pa.Table:
    """Rows of one table for documents with these ids: of each of them, all columns but the first."""
    rows = groups[0] if len(groups) == 1 else list(chain.from_iterable(groups))
    if not rows:
        return table.empty()
    arrays = [pa.array([row[place] for row in rows], field.type) for place, field in enumerate(list(table.schema)[1:])]
    return pa.Table.from_arrays([_repeated(ids, [len(group) for group in groups]), *arrays], schema=table.schema)


def _origins(ids: list[str], runs: list[Origins]) -> pa.Table:
    if not runs:
        return ORIGINS.empty()
    columns = [
        np.concatenate([np.asarray(part, kind) for part in parts])
        for parts, kind in zip(zip(*runs, strict=True), "qqqq?", strict=True)
    ]
    counts = [len(part.start) for part in runs]
    return pa.Table.from_arrays([_repeated(ids, counts), *map(pa.array, columns)], schema=ORIGINS.schema)


def _repeated(ids: list[str], counts: list[int]) -> pa.Array:
    return pa.array(ids, pa.string()).take(pa.array(np.repeat(np.arange(len(ids)), counts)))
