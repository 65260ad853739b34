"""Answers: how well each word of a bead is answered by a word of its other side, or of the sentences beside it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from variorum.passages.spellings import DIMENSIONS, spellings

Vectors = NDArray[np.float32]
Numbers = NDArray[np.int64]

WORD = re.compile(r"(?<![\[{(])\w+(?:['’]\w+)?|(?<=[\[{(])(?!\d{1,3}[\]})])\w+(?:['’]\w+)?")
"""A word; what stands alone in brackets as a number is none, but the mark of a note or a page."""
BESIDE = 1
"""A word may be rendered in so many sentences before and behind the bead."""
TOLD = 0.6
"""A number is answered by itself, or by a word that is so like it: ten by 10, and not by 11."""
SPREAD = 0.02
"""How much the likeness of a word to all others differs at least."""
CHUNK = 512
"""So many beads are looked at together."""
MET = 4096
"""Of so many words, those met first, is known beforehand how like they are: most of a text are among them."""


class Words(NamedTuple):
    """The words of a document's sentences that matter."""

    starts: Numbers
    ends: Numbers
    kinds: Numbers
    """The number of each in the vocabulary."""
    offsets: Numbers
    """How many words stand before each sentence, and before the end."""


class Vocabulary(NamedTuple):
    """The different words of a library, with a vector of what each says and one of how it is spelt."""

    words: Sequence[str]
    told: Vectors
    spelt: Spelt
    numbers: NDArray[np.bool_]
    """Which of them have figures."""
    met: Vectors
    """The cosines of what the first words say, each with each."""


class Spelt(NamedTuple):
    """How words are spelt, as vectors of which only what is not nothing is written: a word has few runs of letters."""

    offsets: Numbers
    """How much is written before each word, and before the end."""
    places: Numbers
    """In which dimension each stands."""
    values: Vectors


def vocabulary_of(words: Sequence[str], told: Vectors) -> Vocabulary:
    """Some words, with vectors of what they say."""
    numbers = np.array([bool(_digits(word)) for word in words], bool)
    return Vocabulary(words, told, _spelt(words), numbers, told[:MET] @ told[:MET].T)


def _spelt(words: Sequence[str]) -> Spelt:
    vectors = spellings(words)
    rows, places = np.nonzero(vectors)
    return Spelt(np.searchsorted(rows, np.arange(len(words) + 1)), places, vectors[rows, places])


class Gap(NamedTuple):
    """Words of a bead for which its other side has none left, where each is taken by one alone."""

    bead: int
    first: int
    last: int
    """The numbers of its first and last word in the document."""
    mass: float
    """What they tell: a rare word is 1, one that is everywhere 0."""
    between: float
    free: float
    """And the words that are left over there: between the answers of the words beside the gap, and in all of it."""
    held: float
    """And those of that side that are taken."""
    best: float
    """How much more like some word there they are than is usual, in standard deviations."""
    left: int
    right: int
    """The answers of the words beside the gap, or -1."""


class Answered(NamedTuple):
    """The words of one side of some beads, bead after bead."""

    bead: Numbers
    word: Numbers
    """The number of the bead, and of the word in its document."""
    like: Vectors
    """How like it is the word of the other side that is most like it."""
    by: Numbers
    """Which that is, by its number in the other document, or -1."""
    ever: Vectors
    """How like it is the word most like it of all that are looked at together."""
    gaps: NDArray[np.float64]
    """Where words stand together for which the other side has none left: the numbers of a `Gap`, a row each."""


def words_of(text: str, spans: Numbers, wanted: NDArray[np.bool_], numbers: dict[str, int]) -> Words:
    """The words of the wanted sentences; new ones get the next number of the vocabulary.

    >>> numbers = {}
    >>> found = words_of("An eel. Two.", np.array([[0, 7], [8, 12]]), np.array([True, True]), numbers)
    >>> found.kinds.tolist(), found.offsets.tolist(), list(numbers)
    ([0, 1, 2], [0, 2, 3], ['an', 'eel', 'two'])
    """
    found = [
        list(WORD.finditer(text, start, end)) if need else []
        for (start, end), need in zip(spans.tolist(), wanted.tolist(), strict=True)
    ]
    flat = [match for mine in found for match in mine]
    kinds = [numbers.setdefault(match.group().lower(), len(numbers)) for match in flat]
    offsets = np.cumsum([0, *map(len, found)], dtype=np.int64)
    starts, ends = ([match.span()[edge] for match in flat] for edge in (0, 1))
    return Words(np.array(starts, np.int64), np.array(ends, np.int64), np.array(kinds, np.int64), offsets)


def answers(
    one: Words, other: Words, beads: Numbers, vocabulary: Vocabulary, weights: tuple[Vectors, Vectors], light: float
) -> tuple[Answered, Answered]:
    """How well the words of both sides of all beads are answered: start and end on both sides, (beads, 4).

    Words are as like as the greater of two cosines: that of what they say, and that of how they are spelt. `weights`:
    what each word of the vocabulary tells in the language of either side; and `light` what one tells that is left over
    and stands everywhere.
    """
    found = [_chunk(one, other, beads, at, vocabulary, weights, light) for at in range(0, len(beads), CHUNK)]
    sides = zip(*found, strict=True)
    return tuple(Answered(*map(np.concatenate, zip(*side, strict=True))) for side in sides)  # type: ignore[return-value]


def _chunk(
    one: Words,
    other: Words,
    beads: Numbers,
    at: int,
    vocabulary: Vocabulary,
    weights: tuple[Vectors, Vectors],
    light: float,
) -> tuple[Answered, Answered]:
    from variorum.passages.answers.kernels import more_than_usual

    mine = beads[at : at + CHUNK]
    sides = [
        _looked_at(words, spans, heavy)
        for words, spans, heavy in zip((one, other), (mine[:, :2], mine[:, 2:]), weights, strict=True)
    ]
    like = likeness(vocabulary, sides[0].kinds, sides[1].kinds)
    unusual = more_than_usual(like, SPREAD)
    return (
        _answered((sides[0], sides[1]), at, like, unusual, light, turned=False),
        _answered((sides[1], sides[0]), at, like, unusual, light, turned=True),
    )


def _answered(
    sides: tuple[_Look, _Look], at: int, like: Vectors, unusual: Vectors, light: float, turned: bool
) -> Answered:
    """How the words of the first side are answered; `turned`: the tables have a column for each of them, not a row."""
    from variorum.passages.answers.kernels import gaps, nearest

    here, there = sides
    most, where = nearest(like, here.ranks, here.spans, there.ranks, there.windows, turned)
    counts = here.spans[:, 1] - here.spans[:, 0]
    words = np.concatenate([np.arange(start, end) for start, end in here.spans.tolist()])
    ever = like.max(axis=0 if turned else 1, initial=0)[here.ranks[words]]
    bead = np.repeat(np.arange(at, at + len(here.spans)), counts)
    mine, theirs = (here.ranks, here.spans, here.heavy), (there.ranks, there.windows, there.spans, there.heavy)
    left = gaps(unusual, *mine, *theirs, light, turned)
    left[:, 0] += at
    left[:, 1:3] += here.first
    left[:, 8:] += np.where(left[:, 8:] < 0, 0, there.first)
    return Answered(bead, words + here.first, most, np.where(where < 0, -1, where + there.first), ever, left)


class _Look(NamedTuple):
    """The words of one side of the beads that are looked at together, counted from the first of them."""

    first: int
    spans: Numbers
    windows: Numbers
    kinds: Numbers
    """The different ones, by their numbers in the vocabulary."""
    ranks: Numbers
    """Of each word, which of these it is."""
    heavy: Vectors
    """And what it tells."""


def _looked_at(words: Words, sentences: Numbers, weights: Vectors) -> _Look:
    spans, windows = around(words, sentences, 0), around(words, sentences, BESIDE)
    first, last = int(windows.min()), int(windows.max())
    kinds, ranks = np.unique(words.kinds[first:last], return_inverse=True)
    return _Look(first, spans - first, windows - first, kinds, ranks, weights[words.kinds[first:last]])


def around(words: Words, sentences: Numbers, reach: int) -> Numbers:
    """The words, from and to, of some sentences, and of so many before and behind them."""
    found: Numbers = words.offsets[np.clip(sentences + np.array([-reach, reach]), 0, len(words.offsets) - 1)]
    return found


def likeness(vocabulary: Vocabulary, kinds: Numbers, others: Numbers) -> Vectors:
    """How like words are to others, each by its number in the vocabulary: (kinds, others)."""
    from variorum.passages.answers.kernels import alike_in_spelling

    like = _cosines(vocabulary, kinds, others)
    alike_in_spelling(*vocabulary.spelt, kinds, others, DIMENSIONS, like)
    for table, mine, theirs in ((like, kinds, others), (like.T, others, kinds)):
        for row in np.flatnonzero(vocabulary.numbers[mine]).tolist():
            table[row] = _number_like(vocabulary, int(mine[row]), theirs, table[row])
    return like


def _cosines(vocabulary: Vocabulary, kinds: Numbers, others: Numbers) -> Vectors:
    """The cosines of what words say: (kinds, others)."""
    from variorum.passages.answers.kernels import looked_up

    told, met = vocabulary.told, vocabulary.met
    like = np.empty((len(kinds), len(others)), np.float32)
    looked_up(met, kinds, others, like)
    ours, theirs = np.flatnonzero(kinds >= len(met)), np.flatnonzero(others >= len(met))
    like[:, theirs] = told[kinds] @ told[others[theirs]].T
    like[ours] = told[kinds[ours]] @ told[others].T
    return like


def _digits(word: str) -> str:
    return "".join(filter(str.isdecimal, word))


def _number_like(vocabulary: Vocabulary, kind: int, others: Numbers, like: Vectors) -> Vectors:
    """How like a number is to others, and to words: 7 is the end of 1907, and ten is like 10."""
    number, numbers = _digits(vocabulary.words[kind]), vocabulary.numbers[others]
    out = np.where(~numbers & (like >= TOLD), like, np.float32(0))
    for at in np.flatnonzero(numbers).tolist():
        other = _digits(vocabulary.words[others[at]])
        out[at] = number.endswith(other) or other.endswith(number)
    return out
