"""Compiled loops over those fingerprints that are asked for.

See `fingerprints.kernels` on what a kernel may call.
"""

from __future__ import annotations

from typing import Any

import numba
import numpy as np
from numpy.typing import NDArray

from variorum.passages.lent.kernels import bare
from variorum.passages.seeds.kernels import mix, worth

kernel = numba.njit(nogil=True, cache=True)
inlined = numba.njit(nogil=True, cache=True, forceinline=True)

ASKED, COARSE = np.uint64(43), np.uint64(49)
"""How many low bits of a hash do not matter when some are asked for, but for three that number bits; and at first."""
BYTE, LOW = np.uint64(3), np.uint64(7)

ROOMY = 8
"""How many bytes a document's patterns are marked in, at least, for each of its words."""


@kernel
def asked_for(corpus: Any, pattern: Any, places: Any, asked: Any, coarse: Any) -> NDArray[np.uint64]:
    """The fingerprints that are asked for (see `ask`).

    `coarse` has a bit for each eight bytes of `asked`, which says whether anything is marked there: it is looked at
    first, because it is small enough to be near at hand.
    """
    count, found, start = 0, np.empty(1 << 16, np.uint64), 0
    for document in range(len(corpus.bounds) - 1):
        start, end = corpus.bounds[document], corpus.bounds[document + 1] - pattern.third
        if len(found) - count < end - start:
            found = np.concatenate((found, np.empty(max(len(found), end - start), np.uint64)))
        count = _asked_for(corpus, pattern, places, (start, end), bare(asked), bare(coarse), bare(found), count)
    return found[:count].copy()


@kernel
def _asked_for(
    corpus: Any, pattern: Any, places: Any, document: Any, asked: Any, coarse: Any, found: Any, count: int
) -> int:
    """Writes those of a document, of which there may be as many as it has places."""
    words, worths, (second, third, _, least) = bare(corpus.words), bare(corpus.worths), pattern
    for place in range(*document):
        mixed = mix(words[place], words[place + second], words[place + third])
        near = _marked(coarse, mixed, COARSE) & (worth(worths, place, pattern) >= least)  # one guess for the processor
        if near and _marked(asked, mixed, ASKED):
            found[count] = (mixed >> places << places) | np.uint64(place)
            count += 1
    return count


@kernel
def ask(corpus: Any, places: Any, pattern: Any, asked: Any) -> None:
    """Marks the hashes of the words of a pattern at some places; by their highest bits, so others with them."""
    words, worths, (second, third, _, least), owner = corpus.words, bare(corpus.worths), pattern, 0
    for place in places:
        while corpus.bounds[owner + 1] <= place:
            owner += 1
        if place + third < corpus.bounds[owner + 1] and worth(worths, place, pattern) >= least:
            _mark(asked, mix(words[place], words[place + second], words[place + third]), ASKED)


@kernel
def ask_shared(corpus: Any, pairs: Any, pattern: Any, asked: Any) -> None:
    """Marks what two documents have of a pattern both, of each of some pairs, which come by the first of them."""
    lengths, start = np.diff(corpus.bounds), 0
    room = np.zeros(1 << _bits(lengths.max()), np.uint8)
    while start < len(pairs):
        one, end = pairs[start, 0], start
        shift = np.uint64(64 - _bits(lengths[one]))
        _shared(corpus, one, pattern, bare(asked), bare(room), shift, True)
        while end < len(pairs) and pairs[end, 0] == one:
            _shared(corpus, pairs[end, 1], pattern, bare(asked), bare(room), shift, False)
            end += 1
        room[: 1 << _bits(lengths[one])] = 0
        start = end


@kernel
def _bits(words: int) -> int:
    """How many bits number the bytes in which a document's patterns are marked, so that few fall together."""
    return int(np.log2(ROOMY * words + 1)) + 1


@kernel
def _shared(corpus: Any, document: int, pattern: Any, asked: Any, room: Any, shift: Any, first: bool) -> None:
    """Marks in `room` what the first document of a pair has; or marks what is asked for, of what another has too."""
    words, worths, (second, third, _, least) = bare(corpus.words), bare(corpus.worths), pattern
    for place in range(corpus.bounds[document], corpus.bounds[document + 1] - third):
        mixed = mix(words[place], words[place + second], words[place + third])
        if first:
            if worth(worths, place, pattern) >= least:
                _mark(room, mixed, shift)
        elif _marked(room, mixed, shift) & (worth(worths, place, pattern) >= least):
            _mark(asked, mixed, ASKED)


@inlined
def _mark(marks: Any, mixed: Any, shift: Any) -> None:
    marks[mixed >> shift] |= np.uint8(1 << int(mixed >> (shift - BYTE) & LOW))


@inlined
def _marked(marks: Any, mixed: Any, shift: Any) -> int:
    return int(marks[mixed >> shift] >> (mixed >> (shift - BYTE) & LOW) & 1)


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
