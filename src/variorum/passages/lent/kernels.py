"""Arrays that are lent to a kernel, whose owners it does not count.

Compiled code counts with a locked instruction whenever an array gets one more name, or one less. In a profile of many
short calls a third of the samples stood there. A kernel that is given arrays by its caller, which holds them until it
is done, need not count.

Imported by kernels only, because loading the compiler takes half a second.
"""

from __future__ import annotations

from typing import Any

import numba
from numba.extending import intrinsic, overload

from variorum.passages.fingerprints import Corpus, Lexicon


def unowned(array: Any) -> Any:
    """The same array, not counted; for the time of a call during which someone else holds it.

    >>> import numba, numpy as np
    >>> int(numba.njit(lambda row: unowned(row).sum())(np.arange(4)))
    6
    """
    return array


@intrinsic
def _without_owner(_: Any, array: Any) -> Any:
    """An array's description without the place where its owners are counted."""

    def generate(context: Any, builder: Any, signature: Any, arguments: Any) -> Any:
        described = context.make_array(signature.return_type)(context, builder, arguments[0])
        described.meminfo = described.meminfo.type(None)  # null: there is nothing to count
        return described._getvalue()

    return array(array), generate


@overload(unowned)
def _unowned(array: Any) -> Any:  # noqa: ARG001
    def unowned(array: Any) -> Any:
        return _without_owner(array)  # type: ignore[call-arg]

    return unowned


@numba.njit(nogil=True, cache=True, forceinline=True)
def lent(corpus: Any) -> Any:
    """A corpus of which no array is counted; for the time of a call during which someone else holds it."""
    lexicon = corpus.lexicon
    return Corpus(
        unowned(corpus.words),
        unowned(corpus.worths),
        unowned(corpus.signs),
        unowned(corpus.quoted),
        unowned(corpus.bounds),
        Lexicon(unowned(lexicon.keys), unowned(lexicon.letters), unowned(lexicon.shapes)),
    )
