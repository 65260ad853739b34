"""What stands beside a mark, and which way its neighbours say that it points."""

from __future__ import annotations

import re
from functools import cache
from unicodedata import category

import numpy as np
from numpy.typing import NDArray

from variorum.layers.glyphs import CJK, CLOSING, GLYPHS, NEUTRAL, OPENING, Units

_BLANK, _LEFT, _RIGHT, _DASH, _WORD, _OTHER, _SKIP = range(7)
"""Kinds of neighbour: white space; ( [ ¿; . , ! ); a dash; a letter or digit; another sign; marks, _ and *."""
_KIND, _LETTER, _DIGIT, _STOP, _KNOWN = 7, 8, 16, 32, 128
"""What is kept of a character: its kind; whether it is a letter or digit of a script in which an apostrophe stands
inside words, a digit, a stop; and whether it was looked at."""
_STOPS = frozenset(".,!?…—;:。，！？،؟۔")

# What the neighbours say, by the kind before (row) and the kind after (column).
_O, _N, _C = OPENING, NEUTRAL, CLOSING
_CONTEXT = np.array(
    # blank left right dash word other skip
    (
        (_N, _O, _N, _O, _O, _N, -1),  # blank
        (_N, _O, _N, _O, _O, _O, -1),  # left
        (_C, _C, _C, _C, _N, _C, -1),  # right
        (_C, _O, _C, _N, _O, _N, -1),  # dash
        (_C, _C, _C, _C, _N, _C, -1),  # word
        (_C, _N, _C, _C, _O, _N, -1),  # other
        (-1, -1, -1, -1, -1, -1, -1),  # skip
    )
)
FAR = 12
"""How many marks and signs of emphasis are looked past."""

Characters = NDArray[np.uint8]


def neighbours(codes: Units, places: NDArray[np.int64]) -> Characters:
    """What stands at some places of a text; a blank where a place is outside.

    >>> is_letter(neighbours(np.array([97, 46]), np.array([-1, 0, 1]))).tolist()
    [False, True, False]
    """
    there = codes.take(places, mode="clip")
    there[(places < 0) | (places >= len(codes))] = ord(" ")
    seen = _table()[there]
    if not seen.all():
        for code in set(there[seen == 0].tolist()):
            _table()[code] = _looked_at(chr(code))
        seen = _table()[there]
    return seen


@cache
def _table() -> Characters:
    """Of each character what was asked before; 0 where it was not."""
    return np.zeros(0x110000, np.uint8)


def _looked_at(char: str) -> int:
    letter = char.isalnum() and not re.match(f"[{CJK}]", char)
    return _kind(char) | _LETTER * letter | _DIGIT * char.isdigit() | _STOP * (char in _STOPS) | _KNOWN


def _kind(char: str) -> int:
    if char.isspace():
        return _BLANK
    if char.isalnum():
        return _WORD
    if char in GLYPHS or char in "_*\u200b\u200d\u2060\ufeff":
        return _SKIP
    return _punctuation(char)


def _punctuation(char: str) -> int:
    kind = category(char)
    if kind == "Pd":
        return _DASH
    if kind == "Ps" or char in "¿¡=/<":
        return _LEFT
    return _RIGHT if kind in ("Pe", "Po", "Mn", "Mc") and char not in "&@#§\\" else _OTHER


def is_letter(seen: Characters) -> NDArray[np.bool_]:
    """Which are letters or digits of a script in which an apostrophe stands inside words."""
    return (seen & _LETTER) > 0


def is_digit(seen: Characters) -> NDArray[np.bool_]:
    """Which are digits."""
    return (seen & _DIGIT) > 0


def is_stop(seen: Characters) -> NDArray[np.bool_]:
    """Which end a sentence or a part of it."""
    return (seen & _STOP) > 0


def contexts(
    text: str, starts: NDArray[np.int64], ends: NDArray[np.int64], before: Characters, after: Characters
) -> NDArray[np.int64]:
    """Which way the neighbours say that each mark points."""
    left, right = before & _KIND, after & _KIND
    found: NDArray[np.int64] = _CONTEXT[left, right]
    unsure = (found < 0) | ((found == NEUTRAL) & ((left == _BLANK) | (right == _BLANK)))
    for at in np.flatnonzero(unsure).tolist():
        found[at] = _context_far(text, int(starts[at]), int(ends[at]))
    return found


def _context_far(text: str, start: int, end: int) -> int:
    """The same with other marks beside it, and single spaces between them, looked past: “ ‘So,’ ”."""
    near = _context(_past(text, start - 1, -1, False), _past(text, end, 1, False))
    if near != NEUTRAL:
        return near
    return _context(_past(text, start - 1, -1, True), _past(text, end, 1, True))


@cache
def _context(left: int, right: int) -> int:
    return int(_CONTEXT[left, right])


def _past(text: str, at: int, step: int, spaces: bool) -> int:
    """The kind of the first character from `at` on in one direction that is no mark and no sign of emphasis."""
    last = at + FAR * step
    while 0 <= at < len(text) and at != last:
        if spaces and text[at].isspace() and text[at] != "\n" and 0 <= at + step < len(text):
            at += step if text[at + step] in GLYPHS else 0
        kind = _kind_of(text[at])
        if kind != _SKIP:
            return kind
        at += step
    return _BLANK


_kind_of = cache(_kind)
