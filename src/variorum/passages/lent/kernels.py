"""Arrays that are lent to a kernel as bare pointers, whose owners it does not count.

Compiled code counts whenever an array gets one more name, or one less, and asks of each index whether it is negative.
In a profile of many short calls a third of the samples stood there. A kernel that is given arrays by its caller, which
holds them until it is done, need do neither. It sees rows one after another, `place * columns + column`.

Imported by kernels only, because loading the compiler takes half a second.
"""

from __future__ import annotations

from typing import Any, NamedTuple

import numba
from numba import types
from numba.extending import intrinsic, overload


class Lent(NamedTuple):
    """A corpus (`fingerprints.Corpus`), lent; and how many places it has."""

    words: Any
    worths: Any
    """Two numbers a place."""
    signs: Any
    letters: Any
    """As many numbers a word as `signs.LETTERS`."""
    shapes: Any
    places: int


def bare(array: Any) -> Any:
    """Where an array's numbers stand; for the time of a call during which someone else holds it.

    >>> import numba, numpy as np
    >>> int(numba.njit(lambda rows: bare(rows)[3])(np.arange(6).reshape(3, 2)))
    3
    """
    return array.reshape(-1)


@intrinsic
def _pointer(_: Any, array: Any) -> Any:
    def generate(context: Any, builder: Any, signature: Any, arguments: Any) -> Any:
        return context.make_array(signature.args[0])(context, builder, arguments[0]).data

    return types.CPointer(array.dtype)(array), generate  # type: ignore[no-untyped-call]


@overload(bare)
def _bare(array: Any) -> Any:  # noqa: ARG001
    def bare(array: Any) -> Any:
        return _pointer(array)  # type: ignore[call-arg]

    return bare


@numba.njit(nogil=True, cache=True, forceinline=True)
def lent(corpus: Any) -> Lent:
    """A corpus of which no array is counted; for the time of a call during which someone else holds it."""
    return Lent(
        bare(corpus.words),
        bare(corpus.worths),
        bare(corpus.signs),
        bare(corpus.lexicon.letters),
        bare(corpus.lexicon.shapes),
        len(corpus.words),
    )
