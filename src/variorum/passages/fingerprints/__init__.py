"""The words of a whole library in one row, numbered, and what it is worth that a word stands in two places."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from variorum.engine import Engine
from variorum.passages.fingerprints.documents import Document, read, restored
from variorum.passages.signs import LETTERS, QUOTED
from variorum.text import fold

SHORT, LONG = 4, 40
"""A quotation of so many words is looked at twice: a shorter one is a term, a longer one speaks for itself."""


class Lexicon(NamedTuple):
    """The different words of a library, by number."""

    keys: NDArray[np.uint64]
    """The same for a word in every library."""
    letters: NDArray[np.uint16]
    """The first sixteen folded letters, a row a word; of letters beyond the basic plane the lowest sixteen bits."""
    shapes: NDArray[np.uint64]
    """How many of those there are, in the highest six bits, and which, each as one of the other bits."""


class Corpus(NamedTuple):
    """Every word of the library, document after document in the order of their ids; a place is an index into it."""

    words: NDArray[np.int32]
    """Each word's number in the lexicon."""
    worths: NDArray[np.int16]
    """What a match of each word is worth by itself, and if the word before it matches too, in thousandths of a bit."""
    signs: NDArray[np.uint8]
    """What stands before each word, and whether it is quoted: a sum of `OMITTED`, `MARKED` and `QUOTED`."""
    quoted: NDArray[np.uint8]
    """How many words the quotation has that begins with each; 0 where none does, or one too short or too long."""
    bounds: NDArray[np.int64]
    """The place where each document starts, and the number of places."""
    lexicon: Lexicon


class Library(NamedTuple):
    """A corpus, and the way back from its places to spans of documents."""

    docs: list[str]
    corpus: Corpus
    starts: NDArray[np.int32]
    ends: NDArray[np.int32]


EMPTY = (
    np.empty(0, np.int32),
    np.empty((0, 2), np.int16),
    np.empty(0, np.uint8),
    np.empty(0, np.int32),
    np.empty(0, np.int32),
)


def library(engine: Engine, documents: pa.Table, quoted: pa.Table, wording: pa.Table | None = None) -> Library:
    """The words of all documents and which of them are quoted; as they are kept, or read now."""
    for known, asked, there in KEPT:
        if known is documents and asked is quoted:
            return there
    order = pc.sort_indices(documents["doc"].cast(pa.binary()))  # so that words have the same numbers however they come
    kept = wording.take(order) if wording is not None else None
    docs, found, lexicon = read_documents(engine, documents.select(["doc", "text"]).take(order), kept)
    return keep(documents, quoted, assembled(docs, found, quoted, lexicon))


KEPT: list[tuple[pa.Table, pa.Table, Library]] = []
"""The words of the library that was read last: the next step has the same."""


def keep(documents: pa.Table, quoted: pa.Table, read: Library) -> Library:
    """Keep what has been read of two tables until they are asked for again, or others are read."""
    KEPT[:] = [(documents, quoted, read)]
    return read


def forget() -> None:
    """Keep nothing any longer."""
    KEPT.clear()


def read_documents(
    engine: Engine, documents: pa.Table, wording: pa.Table | None = None
) -> tuple[list[str], list[Document], Lexicon]:
    """The words of some documents, numbered; from what is kept of them (`wording`, row by row), if that is given."""
    from variorum.passages.fingerprints import kernels

    texts = documents["text"]
    found = restored(wording) if wording is not None else list(engine.map(read, (text.as_py() for text in texts)))
    kinds = np.cumsum([0, *(len(document.kinds) for document in found)])
    numbers, firsts, _ = kernels.number(_joined([np.empty(0, np.uint64), *(document.kinds for document in found)]))
    lexicon = _lexicon(texts, found, kinds, firsts)
    numbered = [
        document._replace(words=numbers[low:][document.words])
        for low, document in zip(kinds[:-1].tolist(), found, strict=True)
    ]
    return documents["doc"].to_pylist(), numbered, lexicon


def assembled(
    docs: list[str], read: list[Document], quoted: pa.Table, lexicon: Lexicon, order: list[int] | None = None
) -> Library:
    """A library of documents that have been read and numbered; in the order of their ids, if there is no other."""
    order = sorted(range(len(docs)), key=docs.__getitem__) if order is None else order
    names, there = [docs[index] for index in order], [read[index] for index in order]
    words, worths, signs, starts, ends = (
        _joined([empty, *(document[column] for document in there)]) for column, empty in enumerate(EMPTY)
    )
    bounds = np.cumsum([0, *(len(document.signs) for document in there)])
    begun = _quoted(names, bounds, starts, quoted, signs)
    return Library(names, Corpus(words, worths, signs, begun, bounds, lexicon), starts, ends)


def starting(read: Library, owners: NDArray[np.int64], offsets: NDArray[np.int64]) -> NDArray[np.int64]:
    """For each document and offset the place of the first word that starts there or later."""
    found = np.empty(len(owners), np.int64)
    order = np.argsort(owners, kind="stable")
    cuts = np.searchsorted(owners[order], np.arange(len(read.docs) + 1))
    for doc in np.flatnonzero(np.diff(cuts)).tolist():
        low, high = read.corpus.bounds[doc : doc + 2].tolist()
        these = order[cuts[doc] : cuts[doc + 1]]
        found[these] = low + np.searchsorted(read.starts[low:high], offsets[these])
    return found


def _quoted(
    docs: list[str],
    bounds: NDArray[np.int64],
    starts: NDArray[np.int32],
    stretches: pa.Table,
    signs: NDArray[np.uint8],
) -> NDArray[np.uint8]:
    """How many words the quotation has that begins with each word; marks the words inside in `signs`."""
    quoted = np.zeros(len(starts) + 1, np.uint8)
    owners = pc.index_in(stretches["doc"].combine_chunks(), pa.array(docs, pa.string())).to_numpy(zero_copy_only=False)
    edges = np.stack([stretches[name].to_numpy() for name in ("inner_start", "inner_end")], axis=1)
    order = np.argsort(owners, kind="stable")
    cuts = np.searchsorted(owners[order], np.arange(len(docs) + 1))
    for doc in np.flatnonzero(np.diff(cuts)).tolist():
        low, high = bounds[doc : doc + 2].tolist()
        spans = low + np.searchsorted(starts[low:high], edges[order[cuts[doc] : cuts[doc + 1]]])
        for start, end in spans[np.lexsort(spans.T[::-1])].tolist():
            if SHORT <= end - start <= LONG:
                quoted[start] = end - start
                signs[start:end] |= QUOTED
    return quoted


def _joined(parts: Iterable[Any]) -> Any:
    return np.concatenate(list(parts))


def _lexicon(
    texts: pa.ChunkedArray, read: list[Document], kinds: NDArray[np.int64], firsts: NDArray[np.int64]
) -> Lexicon:
    forms: list[str] = []
    for text, document, low, high in zip(texts, read, kinds[:-1], kinds[1:], strict=True):
        new = document.firsts[firsts[np.searchsorted(firsts, low) : np.searchsorted(firsts, high)] - low]
        whole = text.as_py() if len(new) else ""
        forms.extend(whole[start:end] for start, end in zip(document.starts[new], document.ends[new], strict=True))
    folded = fold("\n".join(forms))[0].split(" ") if forms else []
    letters = np.array(folded, dtype=f"U{LETTERS}").view(np.uint32).reshape(-1, LETTERS).astype(np.uint16)
    keys = _joined([np.empty(0, np.uint64), *(document.kinds for document in read)])[firsts]
    return Lexicon(keys, letters, _shapes(letters, (letters > 0).sum(axis=1)))


def _shapes(letters: NDArray[np.uint16], lengths: NDArray[np.int64]) -> NDArray[np.uint64]:
    members = np.where(letters > 0, np.uint64(1) << (letters % 58).astype(np.uint64), np.uint64(0))
    return np.asarray(np.bitwise_or.reduce(members, axis=1) | lengths.astype(np.uint64) << np.uint64(58))
