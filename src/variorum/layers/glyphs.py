"""The characters that are quotation marks, and where they stand in a text."""

from __future__ import annotations

import re
from functools import cache, lru_cache

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


def glyphs(text: str) -> list[int]:
    """Where characters stand that are marks, and not inside a word; a table is faster than a regular expression."""
    found: list[int] = np.flatnonzero(_is_glyph()[code_points(text)]).tolist()
    return [at for at in found if text[at] not in SINGLES or not _inside_word(text, at)]


@cache
def _is_glyph() -> NDArray[np.bool_]:
    table = np.zeros(0x110000, np.bool_)
    table[[ord(glyph) for glyph in GLYPHS if len(glyph) == 1]] = True
    return table


def _inside_word(text: str, at: int) -> bool:
    return at > 0 and _is_letter(text[at - 1]) and _is_letter(text[at + 1 : at + 2])


@lru_cache(maxsize=4096)
def _is_letter(char: str) -> bool:
    """Whether it is a letter or digit of a script in which an apostrophe stands inside words."""
    return char.isalnum() and not re.match(f"[{CJK}]", char)
