"""Agreements: the runs of words that two translations have to the letter, and how usual those words are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import LCSseq

from variorum.text import Words

Numbers = NDArray[np.int64]

USUAL = (1e-2, 1e-3, 1e-4)
"""Words are sorted by which share of all words of the library they are."""
SORTS = 2 + len(USUAL)
"""Names and numbers are a sort of their own, the first."""


class Read(NamedTuple):
    """A document's words, and of which sort each is."""

    words: Words
    sorts: NDArray[np.int8]


class Agreements(NamedTuple):
    """The runs of words that two documents have to the letter, each as long as can be."""

    runs: Numbers
    """Number of the first word on either side, and how many they are: (runs, 3)."""
    gone_on: Numbers
    """How many words of each sort a run has after its first: (runs, SORTS)."""
    ended: Numbers
    """Of which sort the word is with which the two no longer agree, likewise."""
    share: float
    """Which share of the words of the shorter sides agree."""


def agreements(one: Read, other: Read, beads: Iterable[tuple[int, int, int, int]]) -> Agreements:
    """Where two documents agree word by word inside beads, whose spans are given in code points."""
    runs: dict[tuple[int, int, int], None] = {}
    agreed = words = 0
    spans = np.array(list(beads), np.int64).reshape(-1, 4)
    sides = np.searchsorted(one.words.starts, spans[:, :2]), np.searchsorted(other.words.starts, spans[:, 2:])
    for a, a_end, b, b_end in np.hstack(sides).tolist():
        words += min(a_end - a, b_end - b)
        for at_a, at_b, long in _agreeing(one.words.keys[a:a_end].tolist(), other.words.keys[b:b_end].tolist()):
            agreed += long
            runs[_stretched(one.words.keys, other.words.keys, a + at_a, b + at_b, long)] = None
    found = np.array(sorted(runs), np.int64).reshape(-1, 3)
    return Agreements(found, *_sorted(one, other, found), agreed / max(words, 1))


def _agreeing(one: list[int], other: list[int]) -> Iterator[tuple[int, int, int]]:
    """The stretches that two rows of words have in common, in order: their longest common subsequence."""
    for step in LCSseq.opcodes(one, other):
        if step.tag == "equal":
            yield step.src_start, step.dest_start, step.src_end - step.src_start


def _stretched(one: NDArray[np.uint64], other: NDArray[np.uint64], a: int, b: int, long: int) -> tuple[int, int, int]:
    """A run with the words before and behind it that agree, too."""
    while a and b and one[a - 1] == other[b - 1]:
        a, b, long = a - 1, b - 1, long + 1
    while a + long < len(one) and b + long < len(other) and one[a + long] == other[b + long]:
        long += 1
    return a, b, long


def _sorted(one: Read, other: Read, runs: Numbers) -> tuple[Numbers, Numbers]:
    """How many words of each sort stand in each run after its first; and of which sort the one behind it is."""
    a, b, long = runs.T
    total = np.zeros((len(one.sorts) + 1, SORTS), np.int64)
    total[1:] = np.cumsum(one.sorts[:, None] == np.arange(SORTS), axis=0)
    behind = np.zeros((len(runs), SORTS), np.int64)
    there = (a + long < len(one.sorts)) & (b + long < len(other.sorts))
    behind[np.flatnonzero(there), one.sorts[(a + long)[there]]] = 1
    return total[a + long] - total[a + 1], behind


def sorts(text: str, words: Words, counts: tuple[NDArray[np.uint64], Numbers]) -> NDArray[np.int8]:
    """Of which sort each word is: 0 with a capital or a figure, then the more the rarer; `counts` are the library's.

    >>> from variorum.text import words as words_of
    >>> counts = np.unique(words_of("the eel and the pike").keys, return_counts=True)
    >>> sorts("the eels of Pim", words_of("the eels of Pim"), counts).tolist()
    [1, 4, 4, 0]
    """
    known, times = counts
    at = np.minimum(np.searchsorted(known, words.keys), len(known) - 1)
    share = np.where(known[at] == words.keys, times[at], 0) / times.sum()
    by_share = 1 + (share[:, None] < USUAL).sum(axis=1)
    named = [text[at].isupper() or text[at].isdigit() for at in words.starts.tolist()]
    return np.where(named, 0, by_share).astype(np.int8)
