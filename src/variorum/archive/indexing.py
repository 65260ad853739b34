"""The index of an archive's words: an SQLite file that holds every leaf of every document, folded, in rows to be found.

    rows        a leaf, or a stretch of a long one: its document, its span, its text, and that text folded
    folded      the full-text index over the folded texts (FTS5, without a copy of them)
    vocabulary  each folded word of the library, and how many rows have it

Rows of one document follow one another as they are read, its furniture after all else, so that a phrase that crosses
the end of a paragraph is in two neighbouring rows.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from variorum.archive.leaves import Block, Leaf, leaves, stretches
from variorum.errors import StorageError
from variorum.text import fold

if TYPE_CHECKING:
    import pyarrow as pa

LONGEST = 1900
"""Code points of a row. Two rows together are short enough to be folded without the compiler."""

SCHEMA = """
    pragma journal_mode = off;
    pragma synchronous = off;
    pragma page_size = 8192;
    create table documents (number integer primary key, doc text, title text);
    create table rows (number integer primary key, document integer, start integer, "end" integer,
                       furniture integer, text text, folded text);
    create virtual table folded using fts5(text, content = '', tokenize = 'ascii');
    create virtual table spread using fts5vocab(folded, row);
"""
VOCABULARY = """
    create table vocabulary (word text primary key, rows integer) without rowid;
    insert into vocabulary select term, doc from spread order by term;
    drop table spread;
    insert into folded(folded) values ('optimize');
"""

Row = tuple[int, int, int, str, str]
"""Start, end, whether it is furniture, the text, and the text folded."""


def index(documents: pa.Table, blocks: pa.Table, path: Path) -> None:
    """Writes the index of the documents' words to a new file; the same tables give the same bytes.

    Raises StorageError where the file cannot be written.
    """
    try:
        with closing(sqlite3.connect(path, isolation_level=None)) as database:
            database.executescript(SCHEMA)
            database.execute("begin")
            _fill(database, documents, blocks)
            database.execute("commit")
            database.executescript(VOCABULARY)
    except sqlite3.OperationalError as error:
        raise StorageError(f"writing the search index {path}: {error}; is there space, and may you write?") from error


def _fill(database: sqlite3.Connection, documents: pa.Table, blocks: pa.Table) -> None:
    by_document = {doc: [Block(*row[1:]) for row in rows] for doc, rows in groupby(_block_rows(blocks), itemgetter(0))}
    columns = (documents.column(name) for name in ("doc", "title", "text"))
    for number, (doc, title, text) in enumerate(zip(*columns, strict=True)):
        name, body = doc.as_py(), text.as_py() or ""
        database.execute("insert into documents values (?, ?, ?)", (number, name, title.as_py()))
        found = leaves(body, by_document.get(name, ()))
        rows = list(_rows(body, sorted(found, key=lambda leaf: leaf.kind == "furniture")))
        after = database.execute("select coalesce(max(number), 0) + 1 from rows").fetchone()[0]
        numbered = [(after + nth, number, *row) for nth, row in enumerate(rows)]
        database.executemany("insert into rows values (?, ?, ?, ?, ?, ?, ?)", numbered)
        database.executemany("insert into folded(rowid, text) values (?, ?)", ((row[0], row[6]) for row in numbered))


def _block_rows(blocks: pa.Table) -> list[tuple[Any, ...]]:
    columns = [blocks.column(name).to_pylist() for name in ("doc", "start", "end", "kind", "level", "label")]
    return sorted(zip(*columns, strict=True), key=itemgetter(0))


def _rows(text: str, found: list[Leaf]) -> Iterator[Row]:
    folded, offsets = fold(text)
    spans = [
        (*span, leaf.kind == "furniture") for leaf in found for span in stretches(text, leaf.start, leaf.end, LONGEST)
    ]
    firsts, lasts = (np.searchsorted(offsets, [span[side] for span in spans]).tolist() for side in (0, 1))
    for (start, end, furniture), first, last in zip(spans, firsts, lasts, strict=True):
        words = folded[first:last].strip()
        if words:
            yield start, end, int(furniture), text[start:end], words
