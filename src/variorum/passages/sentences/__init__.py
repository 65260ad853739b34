"""The step `sentences`: what may have been translated, with a vector of what it says."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import groupby
from operator import itemgetter
from typing import Annotated

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from variorum.engine import Before, Engine, Texts
from variorum.passages.sentences.cutting import cut
from variorum.passages.sentences.encoders import PACKAGED, Encoder, called
from variorum.passages.texts import reading
from variorum.tables import SENTENCES

BATCH = 512
"""So many sentences of a document are handed to the encoder at once."""
FEW = 5
"""A document of fewer sentences cannot be known for a translation."""
Vectors = NDArray[np.float32]
Counted = Annotated[pa.Table, "doc", "words"]
Leaves = Annotated[pa.Table, "doc", "start", "end", "kind"]


def sentences(
    engine: Engine,
    documents: Counted,
    blocks: Leaves,
    texts: Texts | None = None,
    *,
    encoder: str = PACKAGED,
    most: int = 1_000_000,
) -> pa.Table:
    """The sentences of all documents, long ones in clauses, each with a vector: what says the same has one direction.

    `encoder`: the multilingual one that comes with the program, the folder or name of a model of sentence-transformers,
    or none: then texts of one language are lined up by their words alone.
    `most`: in a library of more words there are none, as each has to be encoded (some hundreds a second).
    """
    return _made(engine, documents, blocks, texts, encoder, most, SENTENCES.empty())


def kept_sentences(
    engine: Engine,
    before: Before,
    documents: Counted,
    blocks: Leaves,
    texts: Texts | None = None,
    *,
    encoder: str = PACKAGED,
    most: int = 1_000_000,
) -> pa.Table:
    """The same rows as `sentences` makes: those of before, and new ones for the documents that are new or changed."""
    touched = pc.is_in(before.rows["doc"], pa.array(sorted(before.touched), pa.string()))
    return _made(engine, documents, blocks, texts, encoder, most, before.rows.filter(pc.invert(touched)))


def _made(
    engine: Engine,
    documents: pa.Table,
    blocks: pa.Table,
    texts: Texts | None,
    encoder: str,
    most: int,
    kept: pa.Table,
) -> pa.Table:
    if (pc.sum(documents["words"]).as_py() or 0) > most:
        return SENTENCES.empty()
    there = dict(_by_document(kept))
    of = dict(_by_document(blocks))
    docs = documents["doc"].to_pylist()
    new = dict(reading(documents, texts)([doc for doc in docs if doc not in there]))
    spans = {doc: cut(new[doc], of.get(doc, blocks.slice(0, 0))) for doc in docs if doc in new}
    long = {doc: cuts for doc, cuts in spans.items() if len(cuts) >= FEW}
    if len(long) + len(there) < 2:
        return SENTENCES.empty()
    said = [_said(new[doc], cuts) for doc, cuts in long.items()]
    fresh = dict(zip(long, _vectors(engine, called(encoder) if said else None, said), strict=True))
    made = {doc: _rows(doc, long[doc], vectors, encoder) for doc, vectors in fresh.items()}
    return pa.concat_tables([SENTENCES.empty(), *((there | made)[doc] for doc in docs if doc in there or doc in made)])


def _by_document(rows: pa.Table) -> Iterator[tuple[str, pa.Table]]:
    """The rows of each document, which stand together."""
    at = 0
    for doc, same in groupby(rows["doc"].to_pylist()):
        count = sum(1 for _ in same)
        yield doc, rows.slice(at, count)
        at += count


def _said(text: str, spans: NDArray[np.int64]) -> list[str]:
    """What the sentences of a text say, with single spaces."""
    return [" ".join(text[start:end].split()) for start, end in spans.tolist()]


def _vectors(engine: Engine, encoder: Encoder | None, said: list[list[str]]) -> list[NDArray[np.int8]]:
    """The vectors of the sentences of each document, as small numbers; each distinct one of a document encoded once.

    Which sentences are encoded together depends on the document alone, and so do the last digits of their vectors.
    """
    from threadpoolctl import threadpool_limits

    if encoder is None:
        return [np.zeros((len(mine), 0), np.int8) for mine in said]
    distinct = [list(dict.fromkeys(mine)) for mine in said]
    batches = [(nth, mine[at : at + BATCH]) for nth, mine in enumerate(distinct) for at in range(0, len(mine), BATCH)]
    with threadpool_limits(1, user_api="blas"):
        made = zip(batches, engine.map(_small(encoder), map(itemgetter(1), batches)), strict=True)
        parts = {nth: [vectors for _, vectors in group] for nth, group in groupby(made, key=lambda one: one[0][0])}
    out = []
    for nth, mine in enumerate(said):
        rank = {sentence: at for at, sentence in enumerate(distinct[nth])}
        out.append(np.concatenate(parts[nth])[[rank[sentence] for sentence in mine]])
    return out


def _small(encoder: Encoder) -> Callable[[list[str]], NDArray[np.int8]]:
    """Encodes sentences to vectors of numbers from -127 to 127."""

    def encode(sentences: list[str]) -> NDArray[np.int8]:
        vectors = encoder.encode(sentences)
        small: NDArray[np.int8] = np.rint(vectors * (127 / np.abs(vectors).max(axis=1, keepdims=True))).astype(np.int8)
        return small

    return encode


def _rows(doc: str, spans: NDArray[np.int64], vectors: NDArray[np.int8], encoder: str) -> pa.Table:
    offsets = pa.py_buffer(np.arange(len(vectors) + 1, dtype=np.int32) * vectors.shape[1])
    binary = pa.BinaryArray.from_buffers(pa.binary(), len(vectors), [None, offsets, pa.py_buffer(vectors.tobytes())])
    names = (pa.array([name] * len(spans), pa.string()) for name in (doc, encoder))
    columns = [next(names), pa.array(spans[:, 0]), pa.array(spans[:, 1]), next(names), binary]
    return pa.table(columns, schema=SENTENCES.schema)


def vectors_of(rows: pa.Table) -> Vectors:
    """The vectors of sentences, each of length one: (sentences, dimensions), with none where nothing encoded them."""
    written = np.frombuffer(b"".join(rows["vector"].to_pylist()), np.int8)
    unit: Vectors = written.reshape(rows.num_rows, len(written) // max(1, rows.num_rows)).astype(np.float32)
    unit /= np.maximum(np.sqrt(np.einsum("ij,ij->i", unit, unit)), np.float32(1e-6))[:, None]
    return unit
