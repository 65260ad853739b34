"""The words of a whole library in one row, numbered, and what it is worth that a word stands in two places."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from variorum.engine import Engine
from variorum.passages.background import word_bits
from variorum.passages.signs import LETTERS, QUOTED
from variorum.text import code_points, fold, words

SHORT, LONG = 4, 40
"""A quotation of so many words is looked at twice: a shorter one is a term, a longer one speaks for itself."""


class Lexicon(NamedTuple):
    """The different words of a library, by number."""

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


class _Document(NamedTuple):
    words: NDArray[np.int32]
    worths: NDArray[np.int16]
    signs: NDArray[np.uint8]
    starts: NDArray[np.int32]
    ends: NDArray[np.int32]
    kinds: NDArray[np.uint64]
    """The keys of its different words, in the order in which they first appear."""
    firsts: NDArray[np.int64]


def library(engine: Engine, documents: pa.Table, quoted: pa.Table) -> Library:
    """The words of all documents and which of them are quoted, several documents read at a time."""
    from variorum.passages.fingerprints import kernels

    docs = documents["doc"].to_pylist()
    order = sorted(range(len(docs)), key=docs.__getitem__)
    texts = documents["text"].take(pa.array(order, pa.int64()))
    read = list(engine.map(_read, (text.as_py() for text in texts)))
    bounds = np.cumsum([0, *(len(document.signs) for document in read)])
    kinds = np.cumsum([0, *(len(document.kinds) for document in read)])
    numbers, firsts, _ = kernels.number(_joined(document.kinds for document in read))
    numbered = [numbers[low:][document.words] for low, document in zip(kinds[:-1], read, strict=True)]
    lexicon = _lexicon(texts, read, kinds, firsts)
    starts, ends = (_joined(document[column] for document in read) for column in (3, 4))
    names, signs = [docs[index] for index in order], _joined(document.signs for document in read)
    begun = _quoted(names, bounds, starts, quoted, signs)
    worths = _joined(document.worths for document in read)
    return Library(names, Corpus(_joined(numbered), worths, signs, begun, bounds, lexicon), starts, ends)


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


def _read(text: str) -> _Document:
    from variorum.passages.fingerprints import kernels

    found, codes = words(text), code_points(text)
    numbers, firsts, counts = kernels.number(found.keys)
    starts, ends = found.starts[firsts], found.ends[firsts]
    bits = word_bits(found.keys[firsts], counts, ends - starts, codes[starts])
    signs, worths = kernels.signs(codes, found.starts, found.ends), kernels.worths(numbers, bits)
    return _Document(numbers, worths, signs, found.starts, found.ends, found.keys[firsts], firsts)


def _joined(parts: Iterable[Any]) -> Any:
    return np.concatenate(list(parts))


def _lexicon(
    texts: pa.ChunkedArray, read: list[_Document], kinds: NDArray[np.int64], firsts: NDArray[np.int64]
) -> Lexicon:
    forms: list[str] = []
    for text, document, low, high in zip(texts, read, kinds[:-1], kinds[1:], strict=True):
        new = document.firsts[firsts[np.searchsorted(firsts, low) : np.searchsorted(firsts, high)] - low]
        whole = text.as_py() if len(new) else ""
        forms.extend(whole[start:end] for start, end in zip(document.starts[new], document.ends[new], strict=True))
    folded = fold("\n".join(forms))[0].split(" ") if forms else []
    letters = np.array(folded, dtype=f"U{LETTERS}").view(np.uint32).reshape(-1, LETTERS).astype(np.uint16)
    return Lexicon(letters, _shapes(letters, (letters > 0).sum(axis=1)))


def _shapes(letters: NDArray[np.uint16], lengths: NDArray[np.int64]) -> NDArray[np.uint64]:
    members = np.where(letters > 0, np.uint64(1) << (letters % 58).astype(np.uint64), np.uint64(0))
    return np.asarray(np.bitwise_or.reduce(members, axis=1) | lengths.astype(np.uint64) << np.uint64(58))
