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

from variorum.engine import Before, Engine
from variorum.passages.fingerprints import Library, assembled, read_documents
from variorum.passages.seeds import LENGTH, Seeds, Wanted, asking, nothing_asked, seeds

COLUMNS = ["doc", "text"]


class States(NamedTuple):
    """A library as it is and as it was, numbered alike."""

    now: Library
    was: Library
    kept: NDArray[np.uint8]
    """Of each place as it is, whether its document was there and is the same."""
    was_kept: NDArray[np.uint8]
    moved: NDArray[np.int64]
    """Of each place as it was, how much later it is now, if its document is kept."""


def states(engine: Engine, before: Before, documents: pa.Table, quoted: pa.Table) -> States:
    """Both states of a library, from the tables of the one and what has changed since the other."""
    gone = before.tables["documents"].select(COLUMNS)
    docs, read, lexicon = read_documents(engine, pa.concat_tables([documents.select(COLUMNS), gone]))
    count = documents.num_rows
    now = assembled(docs[:count], read[:count], quoted, lexicon)
    kept = [number for number, doc in enumerate(docs) if number >= count or doc not in before.touched]
    still = quoted.filter(pc.invert(pc.is_in(quoted["doc"], pa.array(sorted(before.touched), pa.string()))))
    quoted_then = pa.concat_tables([still, before.tables["quoted"]])
    was = assembled([docs[number] for number in kept], [read[number] for number in kept], quoted_then, lexicon)
    return States(now, was, _kept(now, before.touched), _kept(was, before.touched), _moved(was, now))


def _kept(read: Library, touched: frozenset[str]) -> NDArray[np.uint8]:
    kept = np.array([doc not in touched for doc in read.docs], np.uint8)
    return np.repeat(kept, np.diff(read.corpus.bounds))


def _moved(was: Library, now: Library) -> NDArray[np.int64]:
    starts = dict(zip(now.docs, now.corpus.bounds.tolist(), strict=False))
    moved = [starts.get(doc, 0) - start for doc, start in zip(was.docs, was.corpus.bounds.tolist(), strict=False)]
    return np.repeat(np.array(moved, np.int64), np.diff(was.corpus.bounds))


def renewed_seeds(engine: Engine, both: States) -> tuple[tuple[Seeds, ...], Wanted]:
    """All seeds of those documents that have to be joined again, maybe with others; and which these are."""
    asked = nothing_asked()
    asking(both.now.corpus, np.flatnonzero(both.kept == 0), asked)
    asking(both.was.corpus, np.flatnonzero(both.was_kept == 0), asked)
    found, common = seeds(engine, both.now.corpus, asked)
    then, common_then = seeds(engine, both.was.corpus, asked)
    places = _uncommon(both, common, common_then)
    if len(places):  # which runs of common patterns there are has changed: those round them have to be known
        asking(both.now.corpus, places, asked)
        found, _ = seeds(engine, both.now.corpus, asked)
        then, _ = seeds(engine, both.was.corpus, asked)
    pairs = _changed(both, found, then)
    if len(pairs):
        for one, other in pairs.tolist():
            asking(both.now.corpus, _shared(both.now, one, other), asked)
        found, _ = seeds(engine, both.now.corpus, asked)
    return found, _wanted(both.now, both.kept, pairs)


def _uncommon(both: States, common: NDArray[np.uint8], then: NDArray[np.uint8]) -> NDArray[np.int64]:
    """The places whose patterns have become too common, or are no longer, and those round them."""
    there = np.flatnonzero(both.was_kept)
    here = there + both.moved[there]
    changed = here[common[here] != then[there]]
    near = np.unique(changed[:, None] + np.arange(-LENGTH, LENGTH + 1))
    return near[(near >= 0) & (near < len(common))]


def _changed(both: States, found: tuple[Seeds, ...], then: tuple[Seeds, ...]) -> NDArray[np.int64]:
    """The pairs of kept documents that have a seed more or less, where it may bring anything."""
    from variorum.passages.alignments.kernels import promise
    from variorum.passages.seeds.kernels import together

    codes = []
    for new, old in zip(found, then, strict=True):
        here = together(new, both.kept, np.zeros(len(both.kept), np.int64))
        codes.append(np.setxor1d(here, together(old, both.was_kept, both.moved)))
    places = np.unique(np.concatenate(codes))
    p, q = places >> 32, places & 0xFFFFFFFF
    bounds = both.now.corpus.bounds
    owners = np.stack([np.searchsorted(bounds, side, side="right") - 1 for side in (p, q)], axis=1)
    telling = promise(both.now.corpus, owners, p, q)
    return np.asarray(np.unique(owners[telling], axis=0))


def _shared(read: Library, one: int, other: int) -> NDArray[np.int64]:
    """The places of a document whose patterns may stand in another, too."""
    bounds, words = read.corpus.bounds, read.corpus.words
    inside = np.isin(words[bounds[one] : bounds[one + 1]], words[bounds[other] : bounds[other + 1]])
    return np.asarray(np.flatnonzero(inside) + bounds[one])


def _wanted(read: Library, kept: NDArray[np.uint8], pairs: NDArray[np.int64]) -> Wanted:
    """Every new document with all, and the pairs besides."""
    count = len(read.docs)
    starts = read.corpus.bounds[:-1]
    empty = np.diff(read.corpus.bounds) == 0
    new = np.flatnonzero(~empty & (kept[np.minimum(starts, max(0, len(kept) - 1))] == 0)) if len(kept) else starts[:0]
    every = np.arange(count)
    with_all = [np.stack(np.broadcast_arrays(np.minimum(every, one), np.maximum(every, one)), axis=1) for one in new]
    both = np.unique(np.concatenate([pairs, *with_all]), axis=0)
    return Wanted(np.searchsorted(both[:, 0], every, side="right"), both[:, 1].copy())


def outside(read: Library, before: Before, wanted: Wanted) -> pa.Table:
    """The rows of before that hold still: of kept documents that are not joined again."""
    ids = pa.array(read.docs, pa.string())
    owners = [_numbers(before.rows[name], ids) for name in ("doc_a", "doc_b")]
    again = np.repeat(np.arange(len(read.docs)), np.diff(wanted.ends, prepend=0)) * len(read.docs) + wanted.others
    pairs = np.minimum(*owners) * len(read.docs) + np.maximum(*owners)
    same = np.array([doc not in before.touched for doc in read.docs] + [False])
    return before.rows.filter(pa.array(same[owners[0]] & same[owners[1]] & ~np.isin(pairs, again)))


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
    order = np.lexsort((end_b, start_b, other, end, start, one))
    return rows.take(pa.array(order))
