"""What `find` finds in other words, or in another language: sentences whose vectors point where the query's does."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from variorum.archive.search import meant
from variorum.passages.sentences import vectors_of
from variorum.passages.sentences.encoders import NONE, called
from variorum.store import Store

if TYPE_CHECKING:
    from collections.abc import Sequence

    from variorum.archive.search import Hit

FLOOR = 0.55
"""How like the query a sentence is that likely says the same. Of 123 renderings laid side by side by hand, 87 in 100
are as like; of long sentences that nothing renders, 4 in 100 are as like any of 37,000 others."""
TOGETHER = 3
"""What is sought may be rendered in so many sentences that follow one another."""
LEAST = 3
"""A query of fewer words says too little."""
CHUNK = 1 << 14

Numbers = NDArray[np.int64]
Vectors = NDArray[np.float32]


class Alike(NamedTuple):
    """A sentence, or a few that follow one another, and how like the query they are."""

    doc: str
    start: int
    end: int
    score: float


def meaning(store: Store, query: str, beside: Sequence[Hit], *, limit: int) -> list[Hit]:
    """The places of an archive that likely say what the query says, best first, but for those that its words found.

    No encoder is loaded where the query has too few words, or the archive no vectors. Raises EncoderError or
    MissingExtra where the encoder that made them cannot be had.
    """
    if len(query.split()) < LEAST or not encoded(store):
        return []
    near = alike(query, store.read_all("sentences"), limit=limit + len(beside))
    fresh = [one for one in near if not any(_meet(one, hit) for hit in beside)][:limit]
    documents = store.rows_of("documents", {one.doc for one in fresh}).select(["doc", "title", "text"]).to_pylist()
    read = {row["doc"]: row for row in documents}
    return [meant(one.doc, read[one.doc]["title"], read[one.doc]["text"], *one[1:]) for one in fresh]


def _meet(one: Alike, hit: Hit) -> bool:
    return one.doc == hit.doc and one.start < hit.end and hit.start < one.end


def encoded(store: Store) -> bool:
    """Whether the sentences of an archive have vectors, so that what says the same can be sought in them."""
    first = store.read("sentences", columns=["encoder"]) if store.count("sentences") else None
    return first is not None and first["encoder"][0].as_py() != NONE


def alike(query: str, sentences: pa.Table, *, limit: int) -> list[Alike]:
    """The sentences that likely say what the query says, best first, none in two places of the list."""
    encoder = called(sentences["encoder"][0].as_py())
    if encoder is None:
        return []
    vector = encoder.encode([" ".join(query.split())])[0]
    docs = sentences["doc"].to_numpy(zero_copy_only=False)
    starts, ends = sentences["start"].to_numpy(), sentences["end"].to_numpy()
    taken = np.zeros(len(docs), bool)
    found: list[Alike] = []
    for score, first, last in _groups(vector, sentences, docs):
        if len(found) == limit:
            break
        if not taken[first:last].any():
            taken[first:last] = True
            found.append(Alike(docs[first], int(starts[first]), int(ends[last - 1]), round(score, 4)))
    return found


def _groups(vector: Vectors, sentences: pa.Table, docs: NDArray[np.object_]) -> list[tuple[float, int, int]]:
    """The groups of sentences of one document that are like the vector, with how like, best first."""
    same = docs[1:] == docs[:-1]
    found = []
    for begun in range(0, len(docs), CHUNK):
        part = vectors_of(sentences.slice(begun, CHUNK + TOGETHER - 1))
        total = np.zeros_like(part)
        for more in range(TOGETHER):
            count = len(part) - more
            if count < 1:
                break
            total = total[:count] + part[more:]
            whole = np.ones(count, bool)
            for at in range(more):
                whole &= same[begun + at : begun + at + count]
            near = (total @ vector) / np.maximum(np.linalg.norm(total, axis=1), 1e-6)
            found += [
                (float(near[at]), begun + at, begun + at + more + 1)
                for at in np.flatnonzero(whole & (near >= FLOOR)).tolist()
                if at < CHUNK
            ]
    return sorted(found, key=lambda group: (-group[0], group[2] - group[1], group[1]))
