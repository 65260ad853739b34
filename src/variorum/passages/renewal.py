"""Candidates of a library that has changed a little: what the change cannot have touched is kept.

The candidates of two documents are a function of both and of which of their common patterns make seeds, which depends
on how many places of the library share a pattern. So the patterns of the documents that are new, changed or gone are
looked up in the whole library, as it was and as it is. Where that makes a seed more or less between two other
documents, and one that promises anything, these two are joined again; and every document that is new or changed is
joined with all. The result equals a join of everything, row for row.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from variorum.engine import Before, Engine, Texts
from variorum.passages.fingerprints import Corpus, Library, assembled, keep, read_documents
from variorum.passages.seeds import LENGTH, PATTERNS, RUN, Seeds, Wanted, located
from variorum.passages.seeds.asked import (
    Postings,
    asked_fingerprints,
    asked_seeds,
    asking,
    asking_shared,
    nothing_asked,
)
from variorum.passages.texts import by_row, one_after_another

STRETCH = ["doc", "inner_start", "inner_end"]
OLD = "\0was\0"
"""Stands before the ids of documents that are changed or gone; they are never asked for by it."""


class States(NamedTuple):
    """A library as it is and as it was in one: documents that are changed or gone stand before what they are now."""

    read: Library
    number: int
    """How many documents there are now."""
    now: NDArray[np.bool_]
    """Of each document, whether it is there now."""
    was: NDArray[np.bool_]
    """Of each document, whether it was there before."""


def states(
    engine: Engine,
    before: Before,
    documents: pa.Table,
    quoted: pa.Table,
    wording: pa.Table | None,
    texts: Texts | None,
) -> States:
    """Both states of a library, from the tables of the one and what has changed since the other.

    What is read for the one that is now is kept for the next step (`fingerprints.library`).
    """
    gone, count = before.tables["documents"], documents.num_rows
    kept = pa.concat_tables([wording, before.tables["wording"]]) if wording is not None else None
    columns = [name for name in ("doc", "text") if name in documents.schema.names]
    rows = pa.concat_tables([documents.select(columns), gone.select(columns)])
    written = one_after_another(by_row(documents, texts), count, by_row(gone))
    docs, read, lexicon = read_documents(engine, rows, written, kept)
    there = sorted(range(count), key=docs.__getitem__)
    keep(documents if wording is None else wording, quoted, now := assembled(docs, read, quoted, lexicon, there))
    if not gone.num_rows:
        found, order = now, there
    else:
        names = [*docs[:count], *(OLD + doc for doc in docs[count:])]
        stretches = before.tables["quoted"].select(STRETCH)
        renamed = pa.array([OLD + doc for doc in stretches["doc"].to_pylist()], pa.string())
        both = pa.concat_tables([quoted.select(STRETCH), stretches.set_column(0, "doc", renamed)])
        order = sorted(range(len(names)), key=lambda nth: (docs[nth], nth < count))
        found = assembled(names, read, both, lexicon, order)
    is_now = np.array([nth < count for nth in order])
    return States(found, count, is_now, ~is_now | np.array([docs[nth] not in before.touched for nth in order]))


Round = tuple[Seeds, Wanted]
"""Documents that have to be joined again, and all seeds that they have together."""


def rounds(both: States) -> tuple[Round, Round]:
    """The new documents, each with all; and those old ones of which a seed has come or gone, if any."""
    asked, corpus = nothing_asked(), both.read.corpus
    lengths = np.diff(corpus.bounds)
    now, was = np.repeat(both.now, lengths), np.repeat(both.was, lengths)
    asking(corpus, np.flatnonzero(now != was), asked)
    found = asked_fingerprints(corpus, asked)
    (shared, common), (then, common_then) = asked_seeds(corpus, found, now), asked_seeds(corpus, found, was)
    changed = np.flatnonzero(now & was & (common != common_then))
    if len(changed):  # which runs of common patterns there are has changed: those round them have to be known
        near = np.unique(changed[:, None] + np.arange(-LENGTH, LENGTH + 1))
        asking(corpus, near[(near >= 0) & (near < len(common))], asked)
        found = asked_fingerprints(corpus, asked)
        shared, then = asked_seeds(corpus, found, now)[0], asked_seeds(corpus, found, was)[0]
    pairs = _changed(corpus, now & was, shared, then)
    new = located(shared)
    if len(pairs):
        asking_shared(corpus, pairs, asked)
        shared, _ = asked_seeds(corpus, asked_fingerprints(corpus, asked), now)
    return (new, _wanted(_with_all(both), len(both.now))), (located(shared), _wanted(pairs, len(both.now)))


def _changed(corpus: Corpus, kept: NDArray[np.bool_], found: Postings, then: Postings) -> NDArray[np.int64]:
    """The pairs of kept documents that have a seed more or less, where it may bring anything."""
    from variorum.passages.alignments.kernels import promise
    from variorum.passages.seeds.asked.kernels import together

    most = [pattern.most for pattern in (*PATTERNS, RUN)]
    pairs = [[together(each, limit, kept) for each, limit in zip(state, most, strict=True)] for state in (found, then)]
    places = np.unique(
        np.concatenate([np.setxor1d(new, old, assume_unique=True) for new, old in zip(*pairs, strict=True)])
    )
    p, q = places >> 32, places & 0xFFFFFFFF
    owners = np.stack([np.searchsorted(corpus.bounds, side, side="right") - 1 for side in (p, q)], axis=1)
    telling = promise(corpus, owners, p, q)
    return np.asarray(np.unique(owners[telling], axis=0))


def _with_all(both: States) -> NDArray[np.int64]:
    """The pairs of every new document with all that are there."""
    there, new = np.flatnonzero(both.now), np.flatnonzero(both.now & ~both.was)
    pairs = [np.stack((np.minimum(there, one), np.maximum(there, one)), axis=1) for one in new]
    return np.unique(np.concatenate([np.empty((0, 2), np.int64), *pairs]), axis=0)


def _wanted(pairs: NDArray[np.int64], documents: int) -> Wanted:
    """Sorted pairs of documents, of so many."""
    return Wanted(np.searchsorted(pairs[:, 0], np.arange(documents), side="right"), pairs[:, 1].copy())


def outside(read: Library, before: Before, again: Wanted) -> pa.Table:
    """The rows of before that hold still: of kept documents that are not joined again."""
    ids = pa.array(read.docs, pa.string())
    owners = [_numbers(before.rows[name], ids) for name in ("doc_a", "doc_b")]
    joined = np.repeat(np.arange(len(ids)), np.diff(again.ends, prepend=0)) * len(ids) + again.others
    pairs = np.minimum(*owners) * len(ids) + np.maximum(*owners)
    same = np.array([doc not in before.touched for doc in read.docs] + [False])
    return before.rows.filter(pa.array(same[owners[0]] & same[owners[1]] & ~np.isin(pairs, joined)))


def _numbers(column: pa.ChunkedArray, ids: pa.Array) -> NDArray[np.int64]:
    """The number of each document; -1 of one that is gone."""
    found = pc.index_in(column.combine_chunks(), ids)
    return np.asarray(pc.fill_null(found, -1), np.int64)


def merged(read: Library, tables: Iterable[pa.Table]) -> pa.Table:
    """Rows of several tables in the order of the table."""
    rows = pa.concat_tables(tables)
    ids = pa.array(read.docs, pa.string())
    one, other = (_numbers(rows[name], ids) for name in ("doc_a", "doc_b"))
    start, end, start_b, end_b = (rows[name].to_numpy() for name in ("start_a", "end_a", "start_b", "end_b"))
    order = np.lexsort((start_b << 32 | end_b, end << 32 | other, one << 32 | start))
    return rows.take(pa.array(order))
