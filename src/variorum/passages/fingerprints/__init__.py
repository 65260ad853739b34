"""The words of a whole library in one row, numbered, and what it is worth that a word stands in two places."""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from variorum.engine import Engine
from variorum.passages.signs import LETTERS, QUOTED
from variorum.text import Words, code_points, fold, words

PRIOR_WORDS = 20_000
"""How many words of a library the background outweighs."""

MOST_BITS = 12.0
"""No single word is worth more: a very rare one may be a slip."""


SPACELESS, SPACELESS_BITS = 0x0E00, 7.0
"""From which code point on scripts set no space between words, more or less; and what a character of them is worth."""


SHORT, LONG = 4, 40
"""A quotation of so many words is looked at twice: a shorter one is a term, a longer one speaks for itself."""


class Lexicon(NamedTuple):
    """The different words of a library, by number."""

    bits: NDArray[np.int64]
    """What a match is worth, in thousandths of a bit."""
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
    found: Words
    signs: NDArray[np.uint8]


def library(engine: Engine, documents: pa.Table, quotations: pa.Table) -> Library:
    """The words of all documents and which of them are quoted, several documents read at a time."""
    from variorum.passages.fingerprints import kernels

    docs = documents["doc"].to_pylist()
    order = sorted(range(len(docs)), key=docs.__getitem__)
    texts = documents["text"].take(pa.array(order, pa.int64()))
    read = list(engine.map(_read, (text.as_py() for text in texts)))
    found = Words(*(_joined(column) for column in zip(*(document.found for document in read), strict=True)))
    bounds = np.cumsum([0, *(len(document.signs) for document in read)])
    numbers, firsts, counts = kernels.number(found.keys)
    lexicon = _lexicon(texts, found, bounds, firsts, counts)
    worths = kernels.worths(numbers, lexicon.bits, bounds)
    names, signs = [docs[index] for index in order], _joined([document.signs for document in read])
    quoted = _quoted(names, bounds, found, quotations, signs)
    return Library(names, Corpus(numbers, worths, signs, quoted, bounds, lexicon), found.starts, found.ends)


def _quoted(
    docs: list[str], bounds: NDArray[np.int64], found: Words, quotations: pa.Table, signs: NDArray[np.uint8]
) -> NDArray[np.uint8]:
    """How many words the quotation has that begins with each word; marks the words inside in `signs`."""
    quoted = np.zeros(len(found.starts) + 1, np.uint8)
    owners = pc.index_in(quotations["doc"].combine_chunks(), pa.array(docs, pa.string())).to_numpy(zero_copy_only=False)
    edges = np.stack([quotations[name].to_numpy() for name in ("inner_start", "inner_end")], axis=1)
    order = np.argsort(owners, kind="stable")
    cuts = np.searchsorted(owners[order], np.arange(len(docs) + 1))
    for doc in np.flatnonzero(np.diff(cuts)).tolist():
        low, high = bounds[doc : doc + 2].tolist()
        spans = low + np.searchsorted(found.starts[low:high], edges[order[cuts[doc] : cuts[doc + 1]]])
        for start, end in spans[np.lexsort(spans.T[::-1])].tolist():
            if SHORT <= end - start <= LONG:
                quoted[start] = end - start
                signs[start:end] |= QUOTED
    return quoted


def _read(text: str) -> _Document:
    from variorum.passages.fingerprints import kernels

    found = words(text)
    return _Document(found, kernels.signs(code_points(text), found.starts, found.ends))


def _joined(parts: Any) -> Any:
    return np.concatenate(list(parts))


def _lexicon(
    texts: pa.ChunkedArray,
    found: Words,
    bounds: NDArray[np.int64],
    firsts: NDArray[np.int64],
    counts: NDArray[np.int64],
) -> Lexicon:
    forms: list[str] = []
    for text, low, high in zip(texts, bounds[:-1], bounds[1:], strict=True):
        new = firsts[np.searchsorted(firsts, low) : np.searchsorted(firsts, high)]
        whole = text.as_py() if len(new) else ""
        forms.extend(whole[start:end] for start, end in zip(found.starts[new], found.ends[new], strict=True))
    folded = fold("\n".join(forms))[0].split(" ") if forms else []
    letters = np.array(folded, dtype=f"U{LETTERS}").view(np.uint32).reshape(-1, LETTERS).astype(np.uint16)
    lengths = (letters > 0).sum(axis=1)
    background = np.where((lengths == 1) & (letters[:, 0] >= SPACELESS), SPACELESS_BITS, 2.0 * lengths)
    return Lexicon(_bits(counts, background, len(found.keys)), letters, _shapes(letters, lengths))


def _shapes(letters: NDArray[np.uint16], lengths: NDArray[np.int64]) -> NDArray[np.uint64]:
    members = np.where(letters > 0, np.uint64(1) << (letters % 58).astype(np.uint64), np.uint64(0))
    return np.asarray(np.bitwise_or.reduce(members, axis=1) | lengths.astype(np.uint64) << np.uint64(58))


def _bits(counts: NDArray[np.int64], background: NDArray[np.float64], total: int) -> NDArray[np.int64]:
    """What a match of each word is worth by itself, in thousandths of a bit: the surprise of meeting it.

    That is -log2 of its relative frequency, which does not grow with the library. In a small one it is badly known, so
    some words are added from a background in which each letter is worth two bits (short words are frequent in every
    language; Zipf 1935). What no count can know yet is how the languages differ: a word frequent in one language and
    rare in the library is worth too much.
    """
    likely = np.exp2(-np.clip(background, 3, MOST_BITS))
    frequency = (counts + PRIOR_WORDS * likely) / (total + PRIOR_WORDS)
    return np.asarray(np.rint(1000 * np.minimum(-np.log2(frequency), MOST_BITS)), np.int64)
