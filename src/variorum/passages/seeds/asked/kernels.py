"""Compiled loops over those fingerprints that are asked for.

See `fingerprints.kernels` on what a kernel may call.
"""

from __future__ import annotations

from typing import Any

import numba
import numpy as np
from numpy.typing import NDArray

from variorum.passages.seeds.kernels import mix, rarity

kernel = numba.njit(nogil=True, cache=True)

ASKED, COARSE = np.uint64(43), np.uint64(49)
"""How many low bits of a hash do not matter when some are asked for, but for three that number bits; and at first."""
BYTE, LOW = np.uint64(3), np.uint64(7)


@kernel
def asked_for(corpus: Any, pattern: Any, places: Any, asked: Any, coarse: Any) -> NDArray[np.uint64]:
    """The fingerprints that are asked for (see `ask`).

    `coarse` has a bit for each eight bytes of `asked`, which says whether anything is marked there: it is looked at
    first, because it is small enough to be near at hand.
    """
    words, bounds = corpus.words, corpus.bounds
    second, third, _, least = pattern
    count, found = 0, np.empty(1 << 12, np.uint64)
    for document in range(len(bounds) - 1):
        for place in range(np.uint64(bounds[document]), np.uint64(max(bounds[document], bounds[document + 1] - third))):
            mixed = mix(words[place], words[place + np.uint64(second)], words[place + np.uint64(third)])
            if not coarse[mixed >> COARSE] >> (mixed >> (COARSE - BYTE) & LOW) & 1:
                continue
            there = asked[mixed >> ASKED] >> (mixed >> (ASKED - BYTE) & LOW) & 1
            if there and rarity(corpus, place, pattern) >= least:
                if count == len(found):
                    found = np.concatenate((found, np.empty_like(found)))
                found[count] = (mixed >> places << places) | place
                count += 1
    return found[:count].copy()


@kernel
def ask(corpus: Any, places: Any, pattern: Any, asked: Any) -> None:
    """Marks the hashes of the words of a pattern at some places; by their highest bits, so others with them."""
    words, (second, third, _, _) = corpus.words, pattern
    for place in places:
        owner = np.searchsorted(corpus.bounds, place, side="right")
        if place + third < corpus.bounds[owner]:
            _mark(asked, mix(words[place], words[place + second], words[place + third]))


@kernel
def ask_shared(corpus: Any, one: int, other: int, pattern: Any, asked: Any, room: Any) -> None:
    """Marks what two documents have of a pattern both; `room` is empty before and after."""
    words, bounds, (second, third, _, _) = corpus.words, corpus.bounds, pattern
    for turn in range(3):
        document = one if turn == 1 else other
        for place in range(bounds[document], bounds[document + 1] - third):
            mixed = mix(words[place], words[place + second], words[place + third])
            if turn == 0:
                _mark(room, mixed)
            elif turn == 1 and room[mixed >> ASKED] >> (mixed >> (ASKED - BYTE) & LOW) & 1:
                _mark(asked, mixed)
            elif turn == 2:
                room[mixed >> ASKED] = 0


@kernel
def _mark(asked: Any, mixed: Any) -> None:
    asked[mixed >> ASKED] |= np.uint8(1 << int(mixed >> (ASKED - BYTE) & LOW))


@kernel
def together(shared: Any, most: int, kept: Any) -> NDArray[np.int64]:
    """All pairs of places that share a fingerprint, in documents that are kept: two numbers of 32 bits in one."""
    found, count, start = np.empty(1024, np.int64), 0, 0
    for at in range(len(shared)):
        if shared[at] >= 0:
            continue
        for member in range(start, at if at - start < most else start + 1):
            for partner in range(member + 1, at + 1 if kept[shared[member]] else 0):
                other = shared[partner] if shared[partner] >= 0 else ~shared[partner]
                if kept[other]:
                    if count == len(found):
                        found = np.concatenate((found, found))
                    found[count] = (np.int64(shared[member]) << 32) | np.int64(other)
                    count += 1
        start = at + 1
    return found[:count]
