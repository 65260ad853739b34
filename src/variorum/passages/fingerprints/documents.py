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
    gaps: NDArray[Any]
    """How many code points stand before each word and after the one before it; in few bytes each (`_narrow`)."""
    lengths: NDArray[Any]
    """How many each word has."""
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
    >>> same.words.tolist(), edges(same.gaps, same.lengths)[0].tolist()
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
    gaps = _narrow(found.starts - np.concatenate([[0], found.ends[:-1]])[: len(found.starts)])
    return Document(numbers, worths, signs, gaps, _narrow(found.ends - found.starts), found.keys[firsts], firsts, bits)


def edges(gaps: NDArray[Any], lengths: NDArray[Any]) -> tuple[NDArray[np.int32], NDArray[np.int32]]:
    """Where the words of a document start and end."""
    ends = gaps.astype(np.int32)
    ends += lengths
    np.cumsum(ends, out=ends)
    return ends - lengths, ends


def _columns(document: Document) -> tuple[bytes, ...]:
    numbers = [column.tobytes() for column in (_narrow(document.words), document.gaps, document.lengths)]
    return (document.kinds.tobytes(), document.bits.astype("<i2").tobytes(), document.signs.tobytes(), *numbers)


def _narrow(numbers: NDArray[Any]) -> NDArray[Any]:
    """Numbers, none below 0, in as few bytes each as the largest of them needs: one, two or four."""
    return numbers.astype(np.min_scalar_type(int(numbers.max(initial=0))))


def _stored(stored: memoryview, count: int) -> NDArray[Any]:
    """So many numbers that are stored so."""
    return np.frombuffer(stored, f"<u{len(stored) // max(1, count) or 1}")


def _restored(
    kinds: memoryview, bits: memoryview, signs: memoryview, numbers: memoryview, gaps: memoryview, lengths: memoryview
) -> Document:
    from variorum.passages.fingerprints import kernels

    count, worth = len(signs), np.frombuffer(bits, "<i2").astype(np.int64)
    words = _stored(numbers, count).astype(np.int32)
    worths, firsts = kernels.worths(words, worth), kernels.firsts(words, len(worth))
    keys, written = np.frombuffer(kinds, "<u8"), np.frombuffer(signs, np.uint8)
    return Document(words, worths, written, _stored(gaps, count), _stored(lengths, count), keys, firsts, worth)
