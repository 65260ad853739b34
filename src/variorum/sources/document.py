"""A document as a reader gives it, and the tables that documents become."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterator, Sequence
from itertools import chain, islice
from operator import le
from typing import Any, BinaryIO, NamedTuple, TypeVar

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from variorum.sources.columns import Columns, column
from variorum.sources.word_counts import word_counts
from variorum.tables import BLOCKS, DOCUMENTS, MILESTONES, ORIGINS, STYLES, Table

Warn = Callable[[str], None]
"""Told what is wrong with a file that is read all the same."""


Row = TypeVar("Row", bound="Block | Milestone | Style")


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
    parts = {
        "origins": _origins(docs, [document.origins for document in documents]),
        "blocks": rows_of(BLOCKS, docs, [in_order(d.blocks) for d in documents]),
        "milestones": rows_of(MILESTONES, docs, [_by(d.milestones, "at unit") for d in documents]),
        "styles": rows_of(STYLES, docs, [_by(d.styles, "start -end style target") for d in documents]),
    }
    return {"documents": _rows(docs, documents, sha256, read_as), **parts}


def ids(path: str, documents: Sequence[Document]) -> list[str]:
    """The ids of some documents of one file."""
    return [f"{path}#{document.member}" if document.member else path for document in documents]


def _rows(docs: list[str], documents: Sequence[Document], sha256: str, read_as: str) -> pa.Table:
    """The table of documents."""
    told: dict[str, Sequence[Any]] = {
        "doc": docs,
        "format": [document.format or read_as for document in documents],
        "sha256": [sha256] * len(docs),
        "charset": [document.charset for document in documents],
        "words": word_counts(document.text for document in documents),
        "text": [document.text for document in documents],
        **{name: [document.facts[place] for document in documents] for place, name in enumerate(Facts._fields)},
    }
    arrays = [pa.array(told.get(field.name, [None] * len(docs)), field.type) for field in DOCUMENTS.schema]
    return pa.Table.from_arrays(arrays, schema=DOCUMENTS.schema)


def in_order(blocks: Sequence[Block]) -> Sequence[Block]:
    """Blocks, outer ones first; those that stand one behind the other are in order as they are."""
    apart = all(map(le, column(blocks, 1), islice(column(blocks, 0), 1, None)))
    return blocks if apart else _by(blocks, "start -end level")


def _by(rows: Sequence[Row], order: str) -> Sequence[Row]:
    """Rows in the order of these columns, downwards where there is a sign before one.

    >>> _by([Style(4, 6, "link", "b"), Style(0, 2, "bold"), Style(0, 6, "italic")], "start -end style target")[0].end
    6
    """
    if len(rows) < 2:
        return rows
    held = rows if isinstance(rows, Columns) else Columns(type(rows[0]), rows)
    fields = type(rows[0])._fields
    keys: list[NDArray[np.int64]] = []
    for name in order.split():
        place = fields.index(name.lstrip("-"))
        if not isinstance(held.columns[place], array) and _tell_apart(keys):
            break  # words need not be compared
        keys.append((-1 if name.startswith("-") else 1) * held.key(place))
    return held.in_order(keys)


def _tell_apart(keys: Sequence[NDArray[np.int64]]) -> bool:
    """Whether no two rows have the same keys."""
    order = np.lexsort(keys[::-1])
    return bool(np.any([np.diff(key[order]) != 0 for key in keys], axis=0).all())


def rows_of(table: Table, ids: list[str], groups: Sequence[Sequence[Any]]) -> pa.Table:
    """Rows of one table for documents with these ids: of each of them, all columns but the first."""
    counts = list(map(len, groups))
    if not sum(counts):
        return table.empty()
    arrays = [_array(groups, place, field.type) for place, field in enumerate(list(table.schema)[1:])]
    return pa.Table.from_arrays([_repeated(ids, counts), *arrays], schema=table.schema)


def _array(groups: Sequence[Sequence[Any]], place: int, kind: pa.DataType) -> pa.Array:
    """A column of some groups of rows."""
    if len(groups) == 1:
        only = column(groups[0], place)
        return pa.array(np.asarray(only) if isinstance(only, array) else only, kind)
    return pa.array(list(chain.from_iterable(column(group, place) for group in groups)), kind)


def _origins(ids: list[str], runs: list[Origins]) -> pa.Table:
    if not runs:
        return ORIGINS.empty()
    columns = [
        np.asarray(parts[0], kind) if len(parts) == 1 else np.concatenate([np.asarray(part, kind) for part in parts])
        for parts, kind in zip(zip(*runs, strict=True), "qqqq?", strict=True)
    ]
    counts = [len(part.start) for part in runs]
    return pa.Table.from_arrays([_repeated(ids, counts), *map(pa.array, columns)], schema=ORIGINS.schema)


def _repeated(ids: list[str], counts: list[int]) -> pa.Array:
    if len(ids) == 1:
        return pa.repeat(ids[0], counts[0])
    return pa.array(ids, pa.string()).take(pa.array(np.repeat(np.arange(len(ids)), counts)))
