"""A quotation laid beside its source, word by word."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import Levenshtein
from rapidfuzz.process import cdist

from variorum.differences import plain, shape
from variorum.text import words

ANCHOR = 3
"""So many words in a row that both have hold the two together; between such runs each word is weighed."""
LARGEST = 250_000
"""How many pairs of words are weighed at once; where there are more, the runs alone hold the two together."""


class Row(NamedTuple):
    """Words in a row: where each starts and ends in its text, its key, and how it is written."""

    starts: list[int]
    ends: list[int]
    keys: list[int]
    written: list[str]


NONE = Row([], [], [], [])
"""No words."""


class Step(NamedTuple):
    """Words of the quotation, and the words of the source that they stand for; either may be none."""

    start: int
    end: int
    other_start: int
    other_end: int
    same: bool


def row(text: str, start: int, end: int) -> Row:
    """The words of a stretch of a text.

    >>> row("Heavy times.", 6, 12).written
    ['times']
    """
    found = words(text[start:end])
    starts, ends = (found.starts + start).tolist(), (found.ends + start).tolist()
    return Row(starts, ends, found.keys.tolist(), [text[a:b] for a, b in zip(starts, ends, strict=True)])


def laid(one: Row, other: Row) -> list[Step]:
    """Which words answer one another; the source's before the first and behind the last that answers are left away.

    >>> text = "the ship came in at noon; so the shipp came at noon"
    >>> [tuple(step)[:4] for step in laid(row(text, 29, 51), row(text, 0, 24)) if not step.same]
    [(1, 2, 1, 2), (3, 3, 3, 4)]
    """
    steps: list[Step] = []
    for region in _regions(one.keys, other.keys):
        steps += [region] if region.same else _weighed(one, other, region)
    while steps and steps[0].start == steps[0].end:
        steps.pop(0)
    while steps and steps[-1].start == steps[-1].end:
        steps.pop()
    return [step for run in steps for step in _singly(run)]


def _singly(step: Step) -> Iterator[Step]:
    """The words of a run that both have, one by one."""
    if not step.same:
        yield step
        return
    for nth in range(step.end - step.start):
        i, j = step.start + nth, step.other_start + nth
        yield Step(i, i + 1, j, j + 1, True)


def _regions(one: Sequence[int], other: Sequence[int]) -> Iterator[Step]:
    """The runs that both have, and what lies between them."""
    i = j = 0
    for op in Levenshtein.opcodes(one, other):
        if op.tag == "equal" and op.src_end - op.src_start >= min(ANCHOR, len(one)):
            if (i, j) != (op.src_start, op.dest_start):
                yield Step(i, op.src_start, j, op.dest_start, False)
            yield Step(op.src_start, op.src_end, op.dest_start, op.dest_end, True)
            i, j = op.src_end, op.dest_end
    if (i, j) != (len(one), len(other)):
        yield Step(i, len(one), j, len(other), False)


def _weighed(one: Row, other: Row, region: Step) -> list[Step]:
    """What lies between two runs, pair by pair."""
    i, end, j, other_end, _ = region
    n, m = end - i, other_end - j
    if not n or not m or n * m > LARGEST:
        return [region]
    if n == m == 1:  # to pass over both words would cost more
        return [region._replace(same=one.keys[i] == other.keys[j])]
    from variorum.evidence.laying.kernels import lay, priced

    mine, theirs = _with_next(one.written[i:end]), _with_next(other.written[j:other_end])
    letters, outlines = _alike(mine, theirs), _alike(list(map(shape, mine)), list(map(shape, theirs)))
    costs = priced(letters, outlines, np.array(one.keys[i:end]), np.array(other.keys[j:other_end]))
    return list(_steps(lay(costs[0], costs[1], costs[2], i == 0, end == len(one.keys)), one.keys, other.keys, i, j))


def _with_next(written: Sequence[str]) -> list[str]:
    """The words, folded, and then each with the next one."""
    words = list(map(plain, written))
    return words + [a + b for a, b in zip(words, [*words[1:], ""], strict=True)]


def _alike(mine: Sequence[str], theirs: Sequence[str]) -> NDArray[np.float32]:
    like: NDArray[np.float32] = cdist(mine, theirs, scorer=Levenshtein.normalized_similarity, dtype=np.float32)
    return like


def _steps(moves: NDArray[np.int64], one: Sequence[int], other: Sequence[int], i: int, j: int) -> Iterator[Step]:
    for x, y in moves.tolist():
        yield Step(i, i + x, j, j + y, x == y == 1 and one[i] == other[j])
        i, j = i + x, j + y
