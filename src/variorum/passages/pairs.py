"""The steps `reuse` and `passages`: pairs of spans that carry the same text."""

from __future__ import annotations

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from variorum.engine import Engine
from variorum.passages.alignments import Alignments, alignments
from variorum.passages.fingerprints import Library, library
from variorum.passages.seeds import PATTERNS, seeds
from variorum.tables import PASSAGES, REUSE


def reuse(engine: Engine, documents: pa.Table, *, evidence: int = 40) -> pa.Table:
    """Every two spans of the library that carry the same words.

    `evidence`: how many bits of evidence a pair of spans needs to be listed.
    """
    read = library(engine, documents)
    found = tuple(seeds(engine, read.corpus, pattern) for pattern in PATTERNS)
    return _table(read, alignments(engine, read.corpus, found, 1000 * evidence))


def passages(reuse: pa.Table) -> pa.Table:
    """Every two spans of the library that carry the same text."""
    return reuse.cast(PASSAGES.schema)


def _table(read: Library, found: Alignments) -> pa.Table:
    rows = found.rows
    order = np.lexsort((rows[:, 3], rows[:, 2], rows[:, 1], rows[:, 0]))
    rows = rows[order]
    start_a, end_a, start_b, end_b = _spans(read, rows[:, :4])
    owner_a = np.searchsorted(read.corpus.bounds, rows[:, 0], side="right") - 1
    owner_b = np.searchsorted(read.corpus.bounds, rows[:, 2], side="right") - 1
    docs = pa.array(read.docs, pa.string())
    words_a, words_b, same = rows[:, 1] - rows[:, 0], rows[:, 3] - rows[:, 2], rows[:, 5]
    exact = (same == words_a) & (same == words_b)
    columns = {
        "doc_a": docs.take(pa.array(owner_a)),
        "start_a": start_a,
        "end_a": end_a,
        "doc_b": docs.take(pa.array(owner_b)),
        "start_b": start_b,
        "end_b": end_b,
        "kind": np.where(exact, "exact", "reworked"),
        "words": words_a,
        "identity": 2000 * same // np.maximum(1, words_a + words_b),
        "score": rows[:, 4],
        "gaps": pa.nulls(len(rows), REUSE.schema.field("gaps").type),
    }
    return pa.table({k: pa.array(v) if isinstance(v, np.ndarray) else v for k, v in columns.items()}).cast(REUSE.schema)


def _spans(read: Library, places: NDArray[np.int64]) -> list[NDArray[np.int64]]:
    start_p, end_p, start_q, end_q = places.T
    spans = (read.starts[start_p], read.ends[end_p - 1], read.starts[start_q], read.ends[end_q - 1])
    return [side.astype(np.int64) for side in spans]
