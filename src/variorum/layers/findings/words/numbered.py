"""Words as numbers from which that of two words set together follows, so that a great many pairs are looked up at once.

The number of a word is a polynomial of its code points modulo 2 ** 64 (Karp, Rabin 1987): two words may have the same,
so that what is found is to be looked at again.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

Numbers = npt.NDArray[np.uint64]
Table = npt.NDArray[np.bool_]

BASE, BITS = 0x9E3779B97F4A7C15, 22
SHIFT = np.uint64(64 - BITS)
"""What is left of a number when it is shifted so far tells most numbers apart."""


def numbered(words: Sequence[str]) -> tuple[Numbers, Numbers]:
    """The number of each word, and by what that of a word after it is multiplied.

    >>> numbers, powers = numbered(["him", "self", "himself"])
    >>> bool((numbers[:1] + powers[:1] * numbers[1:2] == numbers[2:]).all())
    True
    """
    codes = _codes(words)
    lengths = np.fromiter(map(len, words), np.int64, len(words))
    ends = np.cumsum(lengths)
    powers = _powers(int(lengths.max(initial=0)) + 1)
    inside = np.arange(len(codes)) - np.repeat(ends - lengths, lengths)
    sums = np.concatenate((np.zeros(1, np.uint64), np.cumsum(codes * powers[inside])))
    return sums[ends] - sums[ends - lengths], powers[lengths]


class Changed(NamedTuple):
    """What a word may be with one letter another, and with one letter more, as far as numbers tell."""

    other: list[str]
    longer: list[str]


def changed(words: Iterable[str], letters: str, known: Table) -> dict[str, Changed]:
    """Of each word the strings a letter away that may be among what is known (`table`): all that are, and a few others.

    >>> numbers, _ = numbered(["tale", "table"])
    >>> changed(["tare"], "abl", table(numbers))["tare"].other
    ['tale']
    """
    found: dict[str, Changed] = {word: Changed([], []) for word in words}
    sizes: defaultdict[int, list[str]] = defaultdict(list)
    for word in found:
        sizes[len(word)].append(word)
    for size, same in sizes.items():
        codes = _codes(same).reshape(len(same), size)
        powers = _powers(size + 1)
        sums = np.zeros((len(same), size + 1), np.uint64)
        np.cumsum(codes * powers[:size], axis=1, out=sums[:, 1:])
        rest, tried = sums[:, -1:] - sums, _codes([letters]) * powers[:, None]
        other = sums[:, :-1, None] + rest[:, 1:, None] + tried[:-1]
        longer = (sums + rest * np.uint64(BASE))[:, :, None] + tried
        for row, at, letter in _hits(other, known):
            one = same[row]
            found[one].other.append(one[:at] + letters[letter] + one[at + 1 :])
        for row, at, letter in _hits(longer, known):
            one = same[row]
            found[one].longer.append(one[:at] + letters[letter] + one[at:])
    return found


def _hits(numbers: Numbers, known: Table) -> Iterator[tuple[int, ...]]:
    """Where a number may be known."""
    return zip(*(part.tolist() for part in np.nonzero(known[numbers >> SHIFT])), strict=True)


def _codes(words: Sequence[str]) -> Numbers:
    return np.frombuffer("".join(words).encode("utf-32-le", "surrogatepass"), "<u4").astype(np.uint64)


def _powers(most: int) -> Numbers:
    """The powers of the base from 0 on, so many of them."""
    powers = np.full(most, BASE, np.uint64)
    powers[:1] = 1
    return np.cumprod(powers)


def table(numbers: Numbers) -> Table:
    """Which upper bits some numbers have (Bloom 1970, with one hash).

    >>> numbers, _ = numbered(["lamp", "door"])
    >>> bool(table(numbers)[numbers >> SHIFT].all())
    True
    """
    found = np.zeros(1 << BITS, bool)
    found[numbers >> SHIFT] = True
    return found
