"""The words of one document, which are kept as the table `wording`, so that they are found once."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from variorum.passages.background import word_bits
from variorum.tables import WORDING
from variorum.text import code_points, words


class Document(NamedTuple):
    """The words of a document, numbered in the order in which they first appear, or in a lexicon."""

    words: NDArray[np.int32]
    worths: NDArray[np.int16]
    signs: NDArray[np.uint8]
    starts: NDArray[np.int32]
    ends: NDArray[np.int32]
    kinds: NDArray[np.uint64]
    """The keys of its different words, in the order in which they first appear."""
    firsts: NDArray[np.int64]
    """The place at which each of these does."""
    bits: NDArray[np.int64]
    """What a match of each of these is worth by itself."""


def wording(documents: pa.Table) -> pa.Table:
    """The words of a document as numbers: what `reuse` and `passages` need of them, found once.

    >>> from variorum.tables import DOCUMENTS
    >>> found = wording(DOCUMENTS.rows([{"doc": "a", "text": "Eels, eels and more eels"}]))
    >>> same = next(restored(found))
    >>> same.words.tolist(), same.starts.tolist()
    ([0, 0, 1, 2, 0], [0, 6, 11, 15, 20])
    """
    found = [read(text.as_py()) for text in documents["text"]]
    columns = list(zip(*map(_columns, found), strict=True)) or [()] * (len(WORDING.schema) - 1)
    arrays = [pa.array(column, pa.large_binary()) for column in columns]
    return pa.Table.from_arrays([documents["doc"].combine_chunks(), *arrays], schema=WORDING.schema)


def restored(rows: pa.Table) -> Iterator[Document]:
    """The documents of which these rows are kept."""
    columns = [buffers(rows[name]) for name in rows.schema.names[1:]]
    return (_restored(*row) for row in zip(*columns, strict=True))


def buffers(column: pa.ChunkedArray) -> list[memoryview]:
    """The bytes of each value, where they stand."""
    return [memoryview(value.as_buffer()) for value in column]


def read(text: str) -> Document:
    """The words of a text."""
    from variorum.passages.fingerprints import kernels

    found, codes = words(text), code_points(text)
    numbers, firsts, counts = kernels.number(found.keys)
    starts, ends = found.starts[firsts], found.ends[firsts]
    bits = word_bits(found.keys[firsts], counts, ends - starts, codes[starts])
    signs, worths = kernels.signs(codes, found.starts, found.ends), kernels.worths(numbers, bits)
    return Document(numbers, worths, signs, found.starts, found.ends, found.keys[firsts], firsts, bits)


def _columns(document: Document) -> tuple[bytes, ...]:
    gaps = document.starts - np.concatenate([[0], document.ends[:-1]])[: len(document.starts)]
    lengths = document.ends - document.starts
    numbers = [_narrow(column) for column in (document.words, gaps, lengths)]
    return (document.kinds.tobytes(), document.bits.astype("<i2").tobytes(), document.signs.tobytes(), *numbers)


def _narrow(numbers: NDArray[Any]) -> bytes:
    """Numbers, none below 0, in as few bytes each as the largest of them needs: one, two or four."""
    return numbers.astype(np.min_scalar_type(int(numbers.max(initial=0)))).tobytes()


def _wide(stored: memoryview, count: int) -> NDArray[np.int32]:
    """So many numbers that are stored so."""
    return np.frombuffer(stored, f"<u{len(stored) // max(1, count) or 1}").astype(np.int32)


def _restored(
    kinds: memoryview, bits: memoryview, signs: memoryview, numbers: memoryview, gaps: memoryview, lengths: memoryview
) -> Document:
    from variorum.passages.fingerprints import kernels

    count, worth = len(signs), np.frombuffer(bits, "<i2").astype(np.int64)
    words, longs = _wide(numbers, count), _wide(lengths, count)
    ends = np.cumsum(_wide(gaps, count) + longs, dtype=np.int32)
    firsts = np.flatnonzero(np.diff(np.maximum.accumulate(words), prepend=-1)) if count else np.empty(0, np.int64)
    worths, keys = kernels.worths(words, worth), np.frombuffer(kinds, "<u8")
    return Document(words, worths, np.frombuffer(signs, np.uint8), ends - longs, ends, keys, firsts, worth)
