"""The steps `reuse` and `passages`: pairs of spans that carry the same text."""

from __future__ import annotations

import re
from typing import Annotated

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from variorum.engine import Before, Engine, Texts
from variorum.passages.alignments import Alignments, alignments
from variorum.passages.fingerprints import Library, forget, library, offsets, starting
from variorum.passages.renewal import merged, outside, rounds, states
from variorum.passages.seeds import seeds
from variorum.passages.settling import Candidates, support
from variorum.passages.settling.laid import repeated
from variorum.passages.settling.stars import bridged
from variorum.passages.signs import OMITTED
from variorum.passages.texts import reading
from variorum.tables import GAP, PASSAGES, REUSE

KINDS = ("exact", "reworked")
Names = Annotated[pa.Table, "doc"]
Stretches = Annotated[pa.Table, "doc", "inner_start", "inner_end"]
ELLIPSIS = re.compile(r"[\[(<]?\s*(?:…|(?:\.\s?){2,}\.|(?:\*\s?){2,})\s*[\])>]?")


def reuse(
    engine: Engine,
    documents: Names,
    quoted: Stretches,
    wording: pa.Table | None = None,
    texts: Texts | None = None,
    *,
    least: int = 43,
    least_quoted: int = 34,
) -> pa.Table:
    """Every two spans of the library that may carry the same words, in two documents or in one: candidates.

    Words are held against one another folded (`variorum.text`); places that share a rare pattern of them are seeds
    (`seeds`); from each an alignment grows both ways (`alignments`); those that follow one another make one passage
    with gaps (`chains`). A word shared is worth what it surprises, by itself and after the words before it
    (`background`, `fingerprints`), in bits. That depends on the two documents alone.

    The words are those of the documents; or those that are kept of them, row by row (`wording`). How they are written
    is read in the column `text`, or by `texts`, so that those of a large library need not be held.

    `least`: how many bits a pair of spans needs to be a candidate, and `least_quoted` if it is a quotation of four to
    forty words. Which candidates are passages is settled by `passages`, which may add as much as these are lower.

    >>> from variorum.engines.local import LocalEngine
    >>> from variorum.tables import QUOTED
    >>> texts = ["Nobody may sell eels by candlelight in this parish.", "“Nobody may sell eels by candlelight!”"]
    >>> documents = pa.table({"doc": ["law", "novel"], "text": pa.array(texts, pa.large_string())})
    >>> found = reuse(LocalEngine(), documents, QUOTED.empty())
    >>> found.select(["doc_a", "start_a", "end_a", "doc_b", "start_b", "end_b", "kind"]).to_pylist()
    [{'doc_a': 'law', 'start_a': 0, 'end_a': 35, 'doc_b': 'novel', 'start_b': 1, 'end_b': 36, 'kind': 'exact'}]
    """
    if not documents.num_rows:
        return REUSE.empty()
    read = library(engine, documents, quoted, wording, texts)
    worth = 1000 * least, 1000 * least_quoted
    return _table(read, alignments(engine, read.corpus, seeds(engine, read.corpus), worth), reading(documents, texts))


def renewed(
    engine: Engine,
    before: Before,
    documents: Names,
    quoted: Stretches,
    wording: pa.Table | None = None,
    texts: Texts | None = None,
    *,
    least: int = 43,
    least_quoted: int = 34,
) -> pa.Table:
    """The same rows as `reuse` makes, from those of before, where few documents are new, changed or gone."""
    written = reading(documents, texts)
    both = states(engine, before, documents, quoted, wording, texts)
    again = rounds(both)
    worth = 1000 * least, 1000 * least_quoted
    found = [alignments(engine, both.read.corpus, seeds, worth, wanted) for seeds, wanted in again]
    kept = outside(both.read, before, again[1][1])
    return merged(both.read, [kept, *(_table(both.read, some, written) for some in found)])


def passages(
    engine: Engine,
    documents: Names,
    quoted: Stretches,
    reuse: pa.Table,
    translations: pa.Table,
    wording: pa.Table | None = None,
    texts: Texts | None = None,
    *,
    evidence: int = 58,
) -> pa.Table:
    """Every two spans of the library that carry the same text: the candidates that have evidence enough, and beads.

    `evidence`: how many bits `score` and `support` need together; fewer find more, and more that is chance. The score
    depends on two documents alone. The support is what the library adds or takes (`settling`): it takes where words
    follow one another by habit, where few agree, and where nothing ties the two documents to one body of text; it adds
    where points and capitals agree too; up to fifteen bits where both documents surely share other text for their
    length; and for a quotation of four words to forty up to 25, where most of what its document quotes is found, and
    much in the other. What more than fifty documents carry is listed from the earliest of them only (`settling.stars`).
    What two versions of a text share because the text repeats itself is listed within each, not between them
    (`settling.laid`).
    """
    found = _settled(engine, documents, quoted, reuse, wording, texts, evidence)
    if not translations.num_rows:
        return found
    found = found.filter(pa.array(~repeated(found, translations)))
    nothing = pa.nulls(translations.num_rows, pa.int64()).fill_null(0)
    beads = translations.add_column(translations.schema.get_field_index("gaps"), "support", nothing)
    return pa.concat_tables([found, beads.cast(PASSAGES.schema)]).sort_by([(name, "ascending") for name in ORDER])


ORDER = ("doc_a", "start_a", "end_a", "doc_b", "start_b", "end_b")


def _settled(
    engine: Engine,
    documents: Names,
    quoted: Stretches,
    reuse: pa.Table,
    wording: pa.Table | None,
    texts: Texts | None,
    evidence: int,
) -> pa.Table:
    """The candidates that have evidence enough."""
    if not reuse.num_rows:
        return PASSAGES.empty()
    read = library(engine, documents, quoted, wording, texts)
    found = _candidates(read, reuse)
    forget()
    added = support(read.docs, read.corpus, found, 1000 * evidence)
    table = reuse.add_column(reuse.schema.get_field_index("gaps"), "support", pa.array(added))
    sure = found.scores + added >= 1000 * evidence
    sure[sure] = ~bridged(found.spans[sure], found.docs[sure])
    return table.filter(pa.array(sure)).cast(PASSAGES.schema)


def _candidates(read: Library, reuse: pa.Table) -> Candidates:
    ids = pa.array(read.docs, pa.string())
    docs = [pc.index_in(reuse[f"doc_{side}"].combine_chunks(), ids).to_numpy() for side in "ab"]
    edges = [[reuse[f"{edge}_{side}"].to_numpy() for edge in ("start", "end")] for side in "ab"]
    spans = starting(read, np.concatenate(docs), np.concatenate(edges, axis=1).T)
    return Candidates(np.hstack(np.split(spans, 2)), reuse["score"].to_numpy(), np.stack(docs, axis=1))


def _table(read: Library, found: Alignments, texts: Texts) -> pa.Table:
    order = np.lexsort(found.rows[:, 3::-1].T)
    rows, cuts = found.rows[order], found.gaps
    del found  # its rows, which are many, have no other holder
    spans = _spans(read, rows[:, :4])
    words_a, words_b, same = rows[:, 1] - rows[:, 0], rows[:, 3] - rows[:, 2], rows[:, 5]
    apart = np.bincount(cuts[:, 0], (cuts[:, 2:5:2] - cuts[:, 1:4:2]).sum(axis=1), len(rows))[order]
    columns = {
        "doc_a": _docs(read, rows[:, 0]),
        "start_a": spans[:, 0],
        "end_a": spans[:, 1],
        "doc_b": _docs(read, rows[:, 2]),
        "start_b": spans[:, 2],
        "end_b": spans[:, 3],
        "kind": pa.array(KINDS).take(pa.array(((same < words_a) | (same < words_b)).astype(np.int8))),
        "words": words_a,
        "identity": (2000 * same / (words_a + words_b - apart)).astype(np.int64),
        "score": rows[:, 4],
        "gaps": _gaps(read, cuts, order, texts),
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
    starts, ends = offsets(read, places[:, 0::2], 0), offsets(read, places[:, 1::2] - 1, 1)
    return np.stack((starts[:, 0], ends[:, 0], starts[:, 1], ends[:, 1]), axis=1).astype(np.int64)


def _gaps(read: Library, found: NDArray[np.int64], order: NDArray[np.int64], texts: Texts) -> pa.Array:
    """For each row what it leaves out on either side, from the word before to the word after."""
    rank = np.argsort(order)[found[:, 0]]
    gaps = found[np.lexsort((found[:, 1], rank))]
    counts = np.bincount(rank, minlength=len(order))
    ends, starts = offsets(read, gaps[:, 1::2] - 1, 1), offsets(read, gaps[:, 2::2], 0)
    spans = [ends[:, 0], starts[:, 0], ends[:, 1], starts[:, 1]]
    columns = [pa.array(span.astype(np.int64)) for span in spans]
    markers = pa.array(_markers(read, gaps, np.stack(spans, axis=1), texts), pa.string())
    rows = pa.StructArray.from_arrays([*columns, markers], fields=list(GAP))
    return pa.ListArray.from_arrays(pa.array(np.cumsum([0, *counts]), pa.int32()), rows)


def _markers(read: Library, gaps: NDArray[np.int64], spans: NDArray[np.int32], texts: Texts) -> list[str | None]:
    """The sign of something left out that stands in each gap, as it is written on the one side or on the other."""
    markers: list[str | None] = [None] * len(gaps)
    for side in (1, 0):
        before = gaps[:, 2 * side + 2]
        owners = np.searchsorted(read.corpus.bounds, before, side="right") - 1
        signed = np.flatnonzero(read.corpus.signs[before] & OMITTED)
        asked = {read.docs[owner]: owner for owner in np.unique(owners[signed]).tolist()}
        for doc, text in texts(asked):
            for gap in signed[owners[signed] == asked[doc]].tolist():
                sign = ELLIPSIS.search(text, *spans[gap, 2 * side : 2 * side + 2].tolist())
                markers[gap] = sign.group().strip() if sign else markers[gap]
    return markers
