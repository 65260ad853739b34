"""The Universal Sentence Encoder on many sentences at once, with what depends on a piece of a word alone made once.

Yang et al. 2020: pieces of words have vectors; three convolutions, of two, three and five pieces, each of two layers,
run over them; the sentence is the mean of all that, through four dense layers. The first layer sums what each piece
gives to each place of the window, so that a piece met again need not be multiplied again: that is the greater half of
the work, as few of a book's pieces are new. Weights, tokenizer and architecture are the package's.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import chain
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

Vectors = NDArray[np.float32]
Indices = NDArray[np.int64]

WINDOWS = ((2, 0), (3, 1), (5, 2))
"""Of each convolution, how many pieces its window has, and how many of them lie before the middle."""
BEGIN, UNKNOWN, END = 1, 0, 2
"""The pieces that stand for the begin and end of a sentence, and for what no piece is known for."""
CACHED = 1 << 18
"""Of so many words the pieces are remembered."""
PORTION = 768
"""Of about so many pieces the convolutions are made at once, so that what they need stays near the processor."""


class Universal:
    """The encoder, from the package's model and its tokenizer.

    >>> from variorum.passages.sentences.encoders import packaged
    >>> packaged().encode(["All power to the Soviets!"]).shape
    (1, 512)
    """

    def __init__(self, model: Any, tokenizer: Any) -> None:
        self.model = model
        self.first, self.second = (
            [_by_place(*layer) for layer in zip(w, WINDOWS, strict=True)] for w in (model.w1, model.w2)
        )
        self._of_word = lru_cache(CACHED)(lambda word: tokenizer.encode(word, add_bos=False, add_eos=False))

    def pieces(self, sentence: str) -> list[int]:
        """The pieces of a sentence by their numbers: no piece reaches from one word into the next."""
        inner = chain.from_iterable(map(self._of_word, sentence.split()))
        return [BEGIN, *(list(inner) or [UNKNOWN]), END]

    def encode(self, sentences: Sequence[str]) -> Vectors:
        """The vectors of sentences, each of length one: (sentences, 512)."""
        from variorum.passages.sentences.universal.kernels import pooled

        pieces = [self.pieces(sentence) for sentence in sentences]
        starts = np.cumsum([0, *map(len, pieces)])
        flat = np.fromiter(chain.from_iterable(pieces), np.int64, int(starts[-1]))
        distinct, of = np.unique(flat, return_inverse=True)
        given = _given(self.model, self.first, distinct)
        means = np.empty((len(pieces), self.model.cnn_W.shape[0]), np.float32)
        for begin, end in _portions(starts):
            here = starts[begin : end + 1] - starts[begin]
            mine = of[starts[begin] : starts[end]]
            pooled(mine, here, given.embedded, self._convolved(mine, here, given), self.model.eps, means[begin:end])
        return _dense(self.model, means, np.diff(starts).astype(np.float32)[:, None])

    def _convolved(self, of: Indices, starts: Indices, given: Given) -> Vectors:
        """What the three convolutions make of the pieces of some sentences: (pieces, 3 · 256)."""
        from variorum.passages.sentences.universal.kernels import convolved

        width = self.model.w1[0].shape[1]
        out = np.empty((len(of), len(WINDOWS) * width), np.float32)
        each = np.arange(len(of))
        for nth, (size, before) in enumerate(WINDOWS):
            inner = np.empty((len(of), width), np.float32)
            convolved(of, starts, given.projected[nth], given.first[nth], self.model.b1[nth], before, inner)
            places = (inner @ self.second[nth]).reshape(len(of), size, width)
            convolved(each, starts, inner, places, self.model.b2[nth], before, out[:, nth * width : (nth + 1) * width])
        return out


class Given(NamedTuple):
    """What depends on a piece alone, for each distinct piece.

    `embedded`: (pieces, 512); `projected` and `first`, for each convolution: what it is projected to, (pieces, 256),
    and what that gives to each place of the window in the first layer, (pieces, places, 256).
    """

    embedded: Vectors
    projected: list[Vectors]
    first: list[Vectors]


def _given(model: Any, first: list[Vectors], pieces: Indices) -> Given:
    part = pieces % len(model.scale)
    embedded = model.table[pieces] * model.scale[part, None] + model.lo[part, None]
    projected = _normal(embedded @ model.proj_W + model.proj_b, model.eps) * model.ln_g_all + model.ln_b_all
    parts = [np.ascontiguousarray(part) for part in np.split(projected, len(WINDOWS), axis=1)]
    layers = zip(parts, first, WINDOWS, strict=True)
    return Given(embedded, parts, [(part @ layer).reshape(len(pieces), size, -1) for part, layer, (size, _) in layers])


def _normal(rows: Vectors, eps: float) -> Vectors:
    """Rows with mean 0 and variance 1."""
    rows -= rows.mean(axis=1, keepdims=True)
    normal: Vectors = rows / np.sqrt(np.einsum("ij,ij->i", rows, rows) / rows.shape[1] + np.float32(eps))[:, None]
    return normal


def _by_place(weights: Vectors, window: tuple[int, int]) -> Vectors:
    """The weights of a window, (places · width, width), for a single piece at each place: (width, places · width)."""
    size, _ = window
    width = weights.shape[1]
    return np.ascontiguousarray(weights.reshape(size, width, width).transpose(1, 0, 2).reshape(width, size * width))


def _portions(starts: Indices) -> list[tuple[int, int]]:
    """Runs of whole sentences with about PORTION pieces each, from and to which.

    >>> _portions(np.array([0, 500, 700, 2000, 2010]))
    [(0, 2), (2, 3), (3, 4)]
    """
    out, begin = [], 0
    while begin < len(starts) - 1:
        end = max(begin + 1, int(np.searchsorted(starts, starts[begin] + PORTION, "right")) - 1)
        out.append((begin, end))
        begin = end
    return out


def _dense(model: Any, sums: Vectors, lengths: Vectors) -> Vectors:
    """The vectors of sentences, from the sums over their pieces: (sentences, 512)."""
    mean = (sums * model.ln_g + lengths * model.ln_b) @ model.cnn_W + lengths * model.cnn_b
    mean /= np.sqrt(lengths)
    middle = np.maximum(mean @ model.p1 + np.maximum(mean @ model.d0, 0) @ model.d1, 0)
    last = np.tanh(middle @ model.p3 + np.maximum(middle @ model.d2, 0) @ model.d3)
    vectors: Vectors = last / np.sqrt(np.maximum(np.einsum("ij,ij->i", last, last), model.eps))[:, None]
    return vectors
