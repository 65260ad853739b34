"""The step `translations`: which parts of documents render one another, sentence by sentence."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import partial
from itertools import combinations
from typing import NamedTuple

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from variorum.engine import Engine
from variorum.passages.beads import beads
from variorum.passages.counterparts import counterparts, stretches
from variorum.passages.encoders import encoded, packaged
from variorum.passages.sentences import sentences
from variorum.passages.spellings import spellings
from variorum.tables import REUSE

Vectors = NDArray[np.float32]
Numbers = NDArray[np.int64]

BEYOND = 12
"""How many sentences before and behind a stretch may belong to it."""
WORTH = 1.0
MOSTLY = 0.8
"""Where so many of the counterparts have the same words, the one is a copy of the other."""


class Text(NamedTuple):
    """A document in sentences."""

    doc: str
    spans: Numbers
    said: list[str]
    """What each sentence says, its spaces made one."""
    plain: list[str]
    """The same, without points and capitals."""
    first: int
    """How many sentences the documents before it have."""


def translations(
    engine: Engine, documents: pa.Table, blocks: pa.Table, *, most: int = 60_000
) -> pa.Table:
    """Every two groups of sentences that render each other: beads, in one language or in two.

    Sentences that say the same have vectors of one direction (`encoders`), names and numbers tell besides
    (`spellings`). Where many sentences of a document have their counterparts in a row of another (`counterparts`), the
    two are laid in beads (`beads`). What is copied word for word is no translation.

    `most`: in a library of more sentences none are looked for, as each has to be encoded.
    """
    texts = _texts(documents, blocks)
    if not 0 < sum(len(text.spans) for text in texts) <= most:
        return REUSE.empty()
    vectors = _vectors(engine, texts)
    pairs = [(a, b) for a, b in combinations(texts, 2) if len(a.spans) and len(b.spans)]
    found = engine.map(partial(_between, vectors), pairs)
    return pa.concat_tables([REUSE.empty(), *(_rows(*pair, each) for pair, each in zip(pairs, found, strict=True))])


def _texts(documents: pa.Table, blocks: pa.Table) -> list[Text]:
    docs, texts, first = blocks["doc"].to_pylist(), [], 0
    for doc, text in zip(documents["doc"].to_pylist(), documents["text"].to_pylist(), strict=True):
        start, end = bisect_left(docs, doc), bisect_right(docs, doc)
        spans = sentences(text, blocks.slice(start, end - start))
        said = [" ".join(text[start:end].split()) for start, end in spans.tolist()]
        texts.append(Text(doc, spans, said, ["".join(filter(str.isalnum, each)).lower() for each in said], first))
        first += len(spans)
    return texts


def _vectors(engine: Engine, texts: list[Text]) -> Vectors:
    """A vector of length one for each sentence of the library: what it says, and how it is spelt."""
    said = [sentence for text in texts for sentence in text.said]
    both: Vectors = np.concatenate([encoded(engine, packaged(), said), spellings(said)], axis=1) / np.float32(
        np.sqrt(2)
    )
    return both


def _of(vectors: Vectors, text: Text) -> Vectors:
    return vectors[text.first : text.first + len(text.spans)]


Bead = tuple[Numbers, Vectors]
"""Beads of two documents, (beads, 4), as numbers of their sentences; and how alike the two sides of each are."""


def _between(vectors: Vectors, pair: tuple[Text, Text]) -> list[Bead]:
    """The beads of two documents, a part for each stretch in which they render each other."""
    a, b = pair
    one, other = _of(vectors, a), _of(vectors, b)
    found: list[Bead] = []
    for stretch in stretches(*counterparts(one, other), WORTH):
        if _copied(a, b, stretch.line) <= MOSTLY:
            at, to = stretch.line.T
            import os
            if os.environ.get("DUMP"):
                m = np.array([one[x] @ other[y] for x, y in stretch.line])
                print("STRETCH", round(_copied(a, b, stretch.line),2), a.doc[-30:], b.doc[-30:], len(stretch.line), round(stretch.worth, 2), "alike", round(float(m.mean()), 2), "span", at[-1] - at[0], to[-1] - to[0], round(stretch.worth/len(at),3))
            (low, high), (low_b, high_b) = _reach(at, len(one)), _reach(to, len(other))
            lengths = np.diff(a.spans[low:high]).ravel(), np.diff(b.spans[low_b:high_b]).ravel()
            near = beads(one[low:high], other[low_b:high_b], lengths, stretch.line - [low, low_b])
            laid = near + [low, low, low_b, low_b]
            found.append((laid, _alike(one, other, lengths_of(a), lengths_of(b), laid)))
    return found


def _reach(at: Numbers, count: int) -> tuple[int, int]:
    """The numbers of sentences in and beside a row of counterparts."""
    return max(0, int(at[0]) - BEYOND), min(count, int(at[-1]) + 1 + BEYOND)


def lengths_of(text: Text) -> Numbers:
    """How many code points each sentence has."""
    return np.asarray(text.spans[:, 1] - text.spans[:, 0])


def _alike(one: Vectors, other: Vectors, long_a: Numbers, long_b: Numbers, laid: Numbers) -> Vectors:
    """The cosine of the two sides of each bead, whose sentences count by their lengths."""
    sums = []
    for vectors, lengths, first, last in ((one, long_a, *laid[:, :2].T), (other, long_b, *laid[:, 2:].T)):
        total = np.concatenate([np.zeros((1, vectors.shape[1])), np.cumsum(vectors * lengths[:, None], axis=0)])
        both = total[last] - total[first]
        sums.append(both / np.linalg.norm(both, axis=1, keepdims=True))
    return np.asarray(np.einsum("ij,ij->i", *sums), np.float32)


def _copied(a: Text, b: Text, line: Numbers) -> float:
    """The share of counterparts that have the same words."""
    same = [a.plain[at] == b.plain[to] for at, to in line.tolist()]
    return sum(same) / len(same)


def _rows(a: Text, b: Text, found: list[Bead]) -> pa.Table:
    """The beads as passages."""
    laid = np.concatenate([np.zeros((0, 4), np.int64), *(laid for laid, _ in found)])
    alike = np.concatenate([np.zeros(0, np.float32), *(alike for _, alike in found)])
    first, last, first_b, last_b = laid.T
    words = [sum(len(said.split()) for said in a.said[start:end]) for start, end in laid[:, :2].tolist()]
    columns = {
        "doc_a": [a.doc] * len(laid), "start_a": a.spans[first, 0], "end_a": a.spans[last - 1, 1],
        "doc_b": [b.doc] * len(laid), "start_b": b.spans[first_b, 0], "end_b": b.spans[last_b - 1, 1],
        "kind": ["translation"] * len(laid), "words": words, "identity": np.rint(1000 * alike).astype(np.int64),
        "score": np.zeros(len(laid), np.int64), "gaps": [[] for _ in words],
    }  # fmt: skip
    return pa.table(
        [pa.array(column, field.type) for column, field in zip(columns.values(), REUSE.schema, strict=True)],
        schema=REUSE.schema,
    )
