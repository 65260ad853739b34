"""What each character of a text is, as bits in one table that grows with the characters that texts have."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from variorum.text import code_points

LETTER, FIGURE, APOSTROPHE, SPACE, SMALL, POINT, DASH, KNOWN = (1 << bit for bit in range(8))
"""A letter (`[^\\W\\d_]`), what else stands in words (`\\w`), an apostrophe, a space, a small letter, a point or dash
behind which a quotation may end, a long dash; every character that was looked up has the last."""

_POINTS, _DASHES, _APOSTROPHES = frozenset(",.!?;:…—–-"), frozenset("—–"), frozenset("'’ʼ")
_LAST_SMALL = "\ud7ff"
_KINDS = np.zeros(0x110000, np.uint8)


class Coded(NamedTuple):
    """The characters of a text as numbers, and the kind of each."""

    codes: npt.NDArray[np.uint32]
    kinds: npt.NDArray[np.uint8]


def coded(text: str) -> Coded:
    """The characters of a text.

    >>> [bool(kind & LETTER) for kind in coded("a1’").kinds], [bool(kind & FIGURE) for kind in coded("a1’").kinds]
    ([True, False, False], [False, True, False])
    """
    codes = code_points(text)
    return Coded(codes, _kinds(codes))


def _kinds(codes: npt.NDArray[np.uint32]) -> npt.NDArray[np.uint8]:
    """The kind of each; one that no text had before is looked up, and kept."""
    found = _KINDS[codes]
    if not found.all():
        for code in np.unique(codes[found == 0]).tolist():
            _KINDS[code] = _kind(chr(code))
        found = _KINDS[codes]
    return found


def _kind(char: str) -> int:
    letter = char.isalnum() and not char.isdecimal()
    kind = KNOWN | (LETTER if letter else FIGURE if char.isalnum() or char == "_" else 0)
    kind |= APOSTROPHE * (char in _APOSTROPHES) | SPACE * char.isspace()
    kind |= SMALL * (char.islower() and char <= _LAST_SMALL)
    return kind | POINT * (char in _POINTS) | DASH * (char in _DASHES)
