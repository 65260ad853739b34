"""The words of a whole library in one row, numbered, and what it is worth that a word stands in two places."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from variorum.engine import Engine, Texts
from variorum.passages.fingerprints.documents import Document, buffers, edges, read, restored
from variorum.passages.signs import LETTERS, QUOTED
from variorum.passages.texts import Texted, by_row
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
    spans: list[Spans]


Spans = tuple[NDArray[Any], NDArray[Any]]
"""Where the words of a document stand, in few bytes: what stands between them, and how long they are (`edges`)."""


NOWHERE = np.empty(0, np.int32)


class Row(NamedTuple):
    """The words of some documents one after another, as in a corpus; which are quoted may not be known."""

    bounds: NDArray[np.int64]
    words: NDArray[np.int32]
    worths: NDArray[np.int16]
    signs: NDArray[np.uint8]
    spans: list[Spans]


def library(
    engine: Engine,
    documents: pa.Table,
    quoted: pa.Table,
    wording: pa.Table | None = None,
    texts: Texts | None = None,
) -> Library:
    """The words of all documents and which of them are quoted; as they are kept, or read now."""
    read_from, rows = documents if wording is None else wording, documents
    for known, asked, there in KEPT:
        if known is read_from and asked is quoted:
            return there
    order = pc.sort_indices(documents["doc"].cast(pa.binary()))  # so that words have the same numbers however they come
    if not order.equals(pa.array(range(len(order)), pa.uint64())):
        rows, wording = rows.take(order), wording.take(order) if wording is not None else None
    docs, found, lexicon = read_documents(engine, rows, by_row(rows, texts), wording)
    return keep(read_from, quoted, assembled(docs, found, quoted, lexicon))


KEPT: list[tuple[pa.Table, pa.Table, Library]] = []
"""The words of the library that was read last: the next step has the same."""


def keep(read_from: pa.Table, quoted: pa.Table, read: Library) -> Library:
    """Keep what has been read of two tables until they are asked for again, or others are read."""
    KEPT[:] = [(read_from, quoted, read)]
    pa.default_memory_pool().release_unused()  # much was read on the way, and little of it is here
    return read


def forget() -> None:
    """Keep nothing any longer."""
    KEPT.clear()


def read_documents(
    engine: Engine, documents: pa.Table, texts: Texted, wording: pa.Table | None = None
) -> tuple[list[str], Row, Lexicon]:
    """The words of some documents, numbered; from what is kept of them (`wording`, row by row), if that is given."""
    from variorum.passages.fingerprints import kernels

    if wording is not None:
        found, (kinds, signs) = restored(wording), (buffers(wording[name]) for name in ("kinds", "signs"))
        keys, lengths = [np.frombuffer(each, "<u8") for each in kinds], [len(each) for each in signs]
    else:
        read_now = list(engine.map(read, (text.as_py() for text in documents["text"])))
        found, keys = iter(read_now), [document.kinds for document in read_now]
        lengths = [len(document.signs) for document in read_now]
    every = np.concatenate([np.empty(0, np.uint64), *keys])
    numbers, firsts, _ = kernels.number(every)
    row, spans = _filled(found, lengths, np.split(numbers, np.cumsum([len(each) for each in keys])), firsts)
    return documents["doc"].to_pylist(), row, _lexicon(every[firsts], _forms(spans, texts))


def _filled(
    found: Iterable[Document], lengths: list[int], numbers: list[NDArray[np.int32]], firsts: NDArray[np.int64]
) -> tuple[Row, list[Spans]]:
    """The words of documents in a row, and where in each document those stand that are in none before."""
    row = _room(np.cumsum([0, *lengths]))
    spans: list[Spans] = []
    kinds = 0
    for nth, document in enumerate(found):
        here = slice(row.bounds[nth], row.bounds[nth + 1])
        np.take(numbers[nth], document.words, out=row.words[here])
        row.worths[here], row.signs[here] = document.worths, document.signs
        row.spans.append((document.gaps, document.lengths))
        low, high = np.searchsorted(firsts, (kinds, kinds + len(document.kinds)))
        spans.append(_places(document, document.firsts[firsts[low:high] - kinds]))
        kinds += len(document.kinds)
    return row, spans


def _places(document: Document, words: NDArray[np.int64]) -> Spans:
    """Where some words of a document start and end."""
    if not len(words):
        return NOWHERE, NOWHERE
    starts, ends = edges(document.gaps, document.lengths)
    return starts[words], ends[words]


def _forms(spans: list[Spans], texts: Texted) -> list[str]:
    """How each different word is written first."""
    forms: dict[int, list[str]] = {}
    for nth, text in texts(nth for nth, (starts, _) in enumerate(spans) if len(starts)):
        forms[nth] = [text[start:end] for start, end in zip(*map(np.ndarray.tolist, spans[nth]), strict=True)]
    return [form for nth in sorted(forms) for form in forms[nth]]


def _room(bounds: NDArray[np.int64]) -> Row:
    count = int(bounds[-1])
    return Row(bounds, np.empty(count, np.int32), np.empty((count, 2), np.int16), np.empty(count, np.uint8), [])


def assembled(
    docs: list[str], read: Row, quoted: pa.Table, lexicon: Lexicon, order: list[int] | None = None
) -> Library:
    """A library of documents that have been read and numbered; in the order of their ids, if there is no other."""
    order = sorted(range(len(docs)), key=docs.__getitem__) if order is None else order
    names, row = [docs[nth] for nth in order], _ordered(read, order)
    begun = _quoted(names, row, quoted)
    return Library(names, Corpus(row.words, row.worths, row.signs, begun, row.bounds, lexicon), row.spans)


def _ordered(row: Row, order: list[int]) -> Row:
    """Some of the documents in another order, or the row itself if it is that."""
    if order == list(range(len(row.bounds) - 1)):
        return row
    ordered = _room(np.cumsum([0, *np.diff(row.bounds)[order]]))
    for nth, old in enumerate(order):
        here, there = slice(*ordered.bounds[nth : nth + 2]), slice(*row.bounds[old : old + 2])
        ordered.words[here], ordered.signs[here] = row.words[there], row.signs[there]
        ordered.worths[here] = row.worths[there]
        ordered.spans.append(row.spans[old])
    return ordered


def offsets(read: Library, places: NDArray[np.int64], side: int) -> NDArray[np.int32]:
    """Where the words at some places start (`side` 0) or end (1) in their documents."""
    found = np.empty(places.shape, np.int32)
    order = np.argsort(places, axis=None, kind="stable")
    cuts = np.searchsorted(places.ravel()[order], read.corpus.bounds)
    for doc in np.flatnonzero(np.diff(cuts)).tolist():
        these = order[cuts[doc] : cuts[doc + 1]]
        found.flat[these] = edges(*read.spans[doc])[side][places.flat[these] - read.corpus.bounds[doc]]
    return found


def starting(read: Library, owners: NDArray[np.int64], offsets: NDArray[np.int64]) -> NDArray[np.int64]:
    """For each document and offset, or row of offsets, the place of the first word that starts there or later."""
    found = np.empty(offsets.shape, np.int64)
    order = np.argsort(owners, kind="stable")
    cuts = np.searchsorted(owners[order], np.arange(len(read.docs) + 1))
    for doc in np.flatnonzero(np.diff(cuts)).tolist():
        low, these = read.corpus.bounds[doc], order[cuts[doc] : cuts[doc + 1]]
        found[these] = low + np.searchsorted(edges(*read.spans[doc])[0], offsets[these])
    return found


def _quoted(docs: list[str], row: Row, stretches: pa.Table) -> NDArray[np.uint8]:
    """How many words the quotation has that begins with each word; marks the words inside in `signs`."""
    quoted, signs = np.zeros(len(row.words) + 1, np.uint8), row.signs
    owners = pc.index_in(stretches["doc"].combine_chunks(), pa.array(docs, pa.string())).to_numpy(zero_copy_only=False)
    inner = np.stack([stretches[name].to_numpy() for name in ("inner_start", "inner_end")], axis=1)
    order = np.argsort(owners, kind="stable")
    cuts = np.searchsorted(owners[order], np.arange(len(docs) + 1))
    for doc in np.flatnonzero(np.diff(cuts)).tolist():
        starts, _ = edges(*row.spans[doc])
        spans = row.bounds[doc] + np.searchsorted(starts, inner[order[cuts[doc] : cuts[doc + 1]]])
        for start, end in spans[np.lexsort(spans.T[::-1])].tolist():
            if SHORT <= end - start <= LONG:
                quoted[start] = end - start
                signs[start:end] |= QUOTED
    return quoted


def _lexicon(keys: NDArray[np.uint64], forms: list[str]) -> Lexicon:
    folded = fold("\n".join(forms))[0].split(" ") if forms else []
    letters = np.array(folded, dtype=f"U{LETTERS}").view(np.uint32).reshape(-1, LETTERS).astype(np.uint16)
    return Lexicon(keys, letters, _shapes(letters, (letters > 0).sum(axis=1)))


def _shapes(letters: NDArray[np.uint16], lengths: NDArray[np.int64]) -> NDArray[np.uint64]:
    members = np.where(letters > 0, np.uint64(1) << (letters % 58).astype(np.uint64), np.uint64(0))
    return np.asarray(np.bitwise_or.reduce(members, axis=1) | lengths.astype(np.uint64) << np.uint64(58))
