"""The words of a text as they are written, all at once: what `page.WORD` finds, and where."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Sequence
from functools import cache
from itertools import chain
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from variorum.layers.findings.words.kinds import APOSTROPHE, LETTER, Coded, coded
from variorum.text import LONG

Ids = npt.NDArray[np.int64]

WORD = re.compile(r"[^\W\d_]+(?:['’ʼ][^\W\d_]+)*")
"""A word as it is written, apostrophes within it included, hyphens not."""


class Indexed(NamedTuple):
    """The words of some stretches in order: the distinct ones, the number of each word, and how many each has."""

    names: list[str]
    ids: Ids
    sizes: Ids


class Placed(NamedTuple):
    """The words of some spans of a text, and where each starts and ends."""

    words: Indexed
    starts: Ids
    ends: Ids


def indexed(stretches: Sequence[Sequence[str]]) -> Indexed:
    """The words of some stretches as numbers.

    >>> indexed([["so", "it"], ["so"]]).ids.tolist()
    [0, 1, 0]
    """
    numbers = {word: at for at, word in enumerate(dict.fromkeys(chain.from_iterable(stretches)))}
    sizes = np.fromiter(map(len, stretches), np.int64, len(stretches))
    words = chain.from_iterable(stretches)
    return Indexed(list(numbers), np.fromiter(map(numbers.__getitem__, words), np.int64, int(sizes.sum())), sizes)


def placed(text: str, spans: Sequence[tuple[int, int]], characters: Coded | None = None) -> Placed:
    """The words of some spans of a text, as numbers in the order in which they come first; and where they stand.

    Long texts are read by compiled code; a short one needs no compiler.

    >>> found = placed("It isn’t so, it.", [(0, 8), (9, 16)])
    >>> found.words.names, found.words.ids.tolist(), found.starts.tolist(), found.ends.tolist()
    (['It', 'isn’t', 'so', 'it'], [0, 1, 2, 3], [0, 3, 9, 13], [2, 8, 11, 15])
    """
    if len(text) < LONG and "numba" not in sys.modules:
        return one_by_one(text, spans)
    return at_once(text, spans, characters)


def one_by_one(text: str, spans: Sequence[tuple[int, int]]) -> Placed:
    """What `placed` finds, by the pattern: the oracle of the compiled loop.

    >>> one_by_one("It isn’t so.", [(0, 12)]).ends.tolist()
    [2, 8, 11]
    """
    matches = [list(WORD.finditer(text, *span)) for span in spans]
    places = np.array([match.span() for match in chain.from_iterable(matches)], np.int64).reshape(-1, 2)
    return Placed(indexed([[match[0] for match in some] for some in matches]), places[:, 0], places[:, 1])


def at_once(text: str, spans: Sequence[tuple[int, int]], characters: Coded | None = None) -> Placed:
    """What `placed` finds, by compiled code.

    >>> at_once("It isn’t so.", [(0, 12)]).ends.tolist()
    [2, 8, 11]
    """
    most = len(text) // 2 + 1
    starts, ends, ids, firsts = (np.empty(most, np.int32) for _ in range(4))
    bounds, sizes = np.array(spans, np.int64).reshape(-1, 2), np.empty(len(spans), np.int64)
    slots = np.zeros(2 << most.bit_length(), np.int32)
    scan = _compiled_scan()
    if scan is None:
        return one_by_one(text, spans)
    count, known = scan(*(characters or coded(text)), bounds, starts, ends, ids, sizes, firsts, slots)
    columns = [part[:count].astype(np.int64) for part in (ids, starts, ends)]
    spelt = (part[firsts[:known]].tolist() for part in (starts, ends))
    names = [text[start:end] for start, end in zip(*spelt, strict=True)]
    return Placed(Indexed(names, columns[0], sizes), *columns[1:])


SEED, STEP, BITS = 0x9E3779B97F4A7C15, 0xFF51AFD7ED558CCD, 0xFFFFFFFFFFFFFFFF


@cache
def _compiled_scan() -> Callable[..., tuple[int, int]] | None:
    import numba

    compiled: Callable[..., tuple[int, int]] = numba.njit(nogil=True, cache=True)(_scan)
    return None if compiled is _scan else compiled  # where Numba is told to compile nothing


def _scan(
    codes: Any, kinds: Any, spans: Any, starts: Any, ends: Any, ids: Any, sizes: Any, firsts: Any, slots: Any
) -> tuple[int, int]:
    """Writes the words of each span, and where each comes first; says how many there are, and how many distinct ones.

    `slots` finds a word by its hash (open addressing: Peterson 1957); an empty one is 0.
    """
    count, known = 0, 0
    for nth in range(len(spans)):
        begun, at, last = count, spans[nth, 0], spans[nth, 1]
        while at < last:
            start, key = at, SEED
            while at < last and (
                kinds[at] & LETTER
                or (kinds[at] & APOSTROPHE and start < at and at + 1 < last and kinds[at + 1] & LETTER)
            ):
                key = (key ^ codes[at]) * STEP & BITS
                at += 1
            if start == at:
                at += 1
                continue
            slot = (key ^ key >> 32) & (len(slots) - 1)
            while slots[slot]:
                other = firsts[slots[slot] - 1]
                size = ends[other] - starts[other]
                if size == at - start:
                    same = 0
                    while same < size and codes[starts[other] + same] == codes[start + same]:
                        same += 1
                    if same == size:
                        break
                slot = (slot + 1) & (len(slots) - 1)
            if not slots[slot]:
                firsts[known] = count
                known += 1
                slots[slot] = known
            starts[count], ends[count], ids[count] = start, at, slots[slot] - 1
            count += 1
        sizes[nth] = count - begun
    return count, known
