"""The characters that are quotation marks, and where they stand in a text."""

from __future__ import annotations

from functools import cache

import numpy as np
from numpy.typing import NDArray

from variorum.text import code_points

DOUBLE, SINGLE, GUILLEMET, SMALL_GUILLEMET, CORNER, WHITE_CORNER = range(6)
"""Families of marks: a quotation closes with a mark of the family that opened it."""

OPENING, NEUTRAL, CLOSING = 0, 1, 2
"""Which way a character points, and which way its neighbours say that a mark points."""

_FAMILIES: tuple[tuple[int, str, str, str], ...] = (
    (DOUBLE, "“„‟〝", '"＂', "”〞〟"),
    (SINGLE, "‘‚‛`", "'＇", "’´"),
    (GUILLEMET, "«", "", "»"),
    (SMALL_GUILLEMET, "‹", "", "›"),
    (CORNER, "「｢﹁", "", "」｣﹂"),
    (WHITE_CORNER, "『﹃", "", "』﹄"),
)
GLYPHS: dict[str, tuple[int, int]] = {
    glyph: (family, way) for family, *ways in _FAMILIES for way, glyphs in enumerate(ways) for glyph in glyphs
}
"""Each character's family and the way it usually points."""
GLYPHS |= {"``": (DOUBLE, OPENING), "''": (DOUBLE, NEUTRAL), ",,": (DOUBLE, OPENING)}

CJK = "⺀-鿿가-힯豈-﫿"
SINGLES = "‘‚‛`'＇’´"
_CHARACTERS = "".join(glyph for glyph in GLYPHS if len(glyph) == 1)


_FIRST_NEAR, _LAST_NEAR, _FIRST_FAR = np.uint16(ord("‘")), np.uint16(ord("›")), np.uint16(ord("「"))
"""Marks that are no letters of Latin-1 stand between the first two, or not before the third."""

Units = NDArray[np.uint8] | NDArray[np.uint16] | NDArray[np.uint32]


def units(text: str) -> Units:
    """The code points of a text, in the narrowest type that has them all.

    >>> [units(text).dtype.itemsize for text in ("so", "“so”", "“so” 𝄞")]
    [1, 2, 4]
    """
    if text.isascii():
        return np.frombuffer(text.encode(), np.uint8)
    pairs = np.frombuffer(text.encode("utf-16-le", "surrogatepass"), "<u2")
    return pairs if len(pairs) == len(text) else code_points(text)


def glyphs(codes: Units) -> NDArray[np.int64]:
    """Where characters stand that are marks; a table is asked only where one may be."""
    likely = (codes == ord('"')) | (codes == ord("'")) | (codes == ord("`"))
    if codes.itemsize > 1:
        likely |= (codes == ord("«")) | (codes == ord("»")) | (codes == ord("´")) | (codes >= _FIRST_FAR)
        likely |= codes - _FIRST_NEAR <= _LAST_NEAR - _FIRST_NEAR  # those below are far above
    at = np.flatnonzero(likely)
    return at[_table(_CHARACTERS)[codes[at]]]


def singles(codes: Units) -> NDArray[np.bool_]:
    """Which characters are single marks."""
    return _table(SINGLES)[codes]


@cache
def _table(chars: str) -> NDArray[np.bool_]:
    table = np.zeros(0x110000, np.bool_)
    table[[ord(char) for char in chars]] = True
    return table
