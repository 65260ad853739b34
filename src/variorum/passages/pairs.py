"""The steps `reuse` and `passages`: pairs of spans that carry the same text."""

from __future__ import annotations

import re
from typing import Any

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from variorum.engine import Engine
from variorum.passages.alignments import Alignments, alignments
from variorum.passages.fingerprints import Library, library
from variorum.passages.seeds import seeds
from variorum.tables import GAP, PASSAGES, REUSE

ELLIPSIS = re.compile(r"[\[(<]?\s*(?:…|(?:\.\s?){2,}\.|(?:\*\s?){2,})\s*[\])>]?")


def reuse(engine: Engine, documents: pa.Table, *, evidence: int = 45) -> pa.Table:
    """Every two spans of the library that carry the same words, in two documents or in one.

    `evidence`: how many bits of evidence a pair of spans needs to be listed. A word shared is worth what it surprises,
    from its frequency and from the words before it (`fingerprints`); 45 bits are about seven words of plain prose, five
    if a quotation mark stands where they end. Fewer find more, and more that is chance.
    """
    if not sum(documents["words"].to_pylist() if "words" in documents.column_names else [documents.num_rows]):
        return REUSE.empty()
    read = library(engine, documents)
    found = alignments(engine, read.corpus, seeds(engine, read.corpus), 1000 * evidence)
    return _table(read, found, documents)


def passages(reuse: pa.Table) -> pa.Table:
    """Every two spans of the library that carry the same text."""
    return reuse.cast(PASSAGES.schema)


def _table(read: Library, found: Alignments, documents: pa.Table) -> pa.Table:
    order = np.lexsort(found.rows[:, 3::-1].T)
    rows = found.rows[order]
    spans = _spans(read, rows[:, :4])
    words_a, words_b, same = rows[:, 1] - rows[:, 0], rows[:, 3] - rows[:, 2], rows[:, 5]
    columns = {
        "doc_a": _docs(read, rows[:, 0]),
        "start_a": spans[:, 0],
        "end_a": spans[:, 1],
        "doc_b": _docs(read, rows[:, 2]),
        "start_b": spans[:, 2],
        "end_b": spans[:, 3],
        "kind": np.where((same == words_a) & (same == words_b), "exact", "reworked"),
        "words": words_a,
        "identity": 2000 * same // (words_a + words_b),
        "score": rows[:, 4],
        "gaps": pa.array(_gaps(read, found, order, documents), pa.list_(GAP)),
    }
    return pa.table(
        [pa.array(column) if isinstance(column, np.ndarray) else column for column in columns.values()],
        names=list(columns),
    ).cast(REUSE.schema)


def _docs(read: Library, places: NDArray[np.int64]) -> pa.Array:
    owners = np.searchsorted(read.corpus.bounds, places, side="right") - 1
    return pa.array(read.docs, pa.string()).take(pa.array(owners))


def _spans(read: Library, places: NDArray[np.int64]) -> NDArray[np.int64]:
    """Spans of code points, from the first word to the last."""
    starts, ends = read.starts[places[:, 0::2]], read.ends[places[:, 1::2] - 1]
    return np.stack((starts[:, 0], ends[:, 0], starts[:, 1], ends[:, 1]), axis=1).astype(np.int64)


def _gaps(
    read: Library, found: Alignments, order: NDArray[np.int64], documents: pa.Table
) -> list[list[dict[str, Any]]]:
    """For each row what it leaves out on either side, from the word before to the word after."""
    gaps: list[list[dict[str, Any]]] = [[] for _ in order]
    rank, texts = np.argsort(order), _Texts(documents)
    for number, start_p, end_p, start_q, end_q in found.gaps[np.lexsort(found.gaps[:, 1::-1].T)].tolist():
        start_a, end_a, start_b, end_b = (
            int(read.ends[start_p - 1]),
            int(read.starts[end_p]),
            int(read.ends[start_q - 1]),
            int(read.starts[end_q]),
        )
        owner_a, owner_b = np.searchsorted(read.corpus.bounds, [start_p, start_q], side="right") - 1
        sides = ((read.docs[owner_a], start_a, end_a), (read.docs[owner_b], start_b, end_b))
        marker = next((sign for side in sides if (sign := texts.ellipsis(*side))), None)
        gaps[rank[number]].append(
            {"start_a": start_a, "end_a": end_a, "start_b": start_b, "end_b": end_b, "marker": marker}
        )
    return gaps


class _Texts:
    """The texts of documents by their ids, each made only when it is asked for."""

    def __init__(self, documents: pa.Table) -> None:
        self._rows = {doc: row for row, doc in enumerate(documents["doc"].to_pylist())}
        self._texts, self._last = documents["text"], ("", "")

    def ellipsis(self, doc: str, start: int, end: int) -> str | None:
        """The sign of something left out in a span, as it is written."""
        if self._last[0] != doc:
            self._last = doc, self._texts[self._rows[doc]].as_py()
        sign = ELLIPSIS.search(self._last[1], start, end)
        return sign.group().strip() if sign else None
