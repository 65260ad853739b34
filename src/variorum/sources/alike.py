"""Blocks of a page that stand in a row, are alike, and hold nothing but text: where they end, and what is in them."""

from __future__ import annotations

import re
from functools import cache
from itertools import accumulate

_SPACE = r"[ \t\r\n\f]*+"
_TEXT = r" *+(?:[^ <&\t\r\n\f\ufffd]++ ?+)*+ *+"
"""A text that is read as it stands, but for spaces at its ends."""
_CELL = rf"{_SPACE}(?:<td>{_TEXT}</td>|<th>{_TEXT}</th>)"
_CELLS = rf"(?:{_CELL}){{2,}}+{_SPACE}</tr>"
_ROWS = re.compile(rf"{_CELLS}(?:{_SPACE}<tr>{_CELLS}){{0,1000}}+")
"""Rows of several cells each, behind the first one's tag: no more at once than may be held twice in passing."""
_BETWEEN = re.compile(rf"(<[^>]*+>(?:{_SPACE}<[^>]*+>)*+{_SPACE})")
"""What stands between two texts: tags, and elements that are empty."""


@cache
def _siblings(name: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{_SPACE}<{name}>{_TEXT}</{name}>){{0,1000}}+")


def siblings_end(name: str, source: str, at: int) -> int:
    """Where the elements of this name end that follow at once, without attributes; `at` if there are none.

    >>> siblings_end("li", "<li>a</li> <li>b</li><li><i>c</i></li>", 0)
    21
    """
    found = _siblings(name).match(source, at)
    return found.end() if found else at


def rows_end(source: str, at: int) -> int:
    """Where rows of cells without attributes end; `at` stands behind the first one's tag, and is given back for none.

    >>> rows_end("<tr><td>a</td><td>b</td></tr> <tr><td>c</td></tr>", 4)
    29
    """
    found = _ROWS.match(source, at)
    return found.end() if found else at


def texts_in(source: str, start: int, end: int) -> tuple[list[str], list[int]]:
    """The texts in a stretch of tags and of texts that are read as they stand, and where each begins.

    >>> texts_in("<td>one</td> <td></td> <td> two three </td>", 0, 43)
    (['one', 'two three'], [4, 28])
    """
    pieces = _BETWEEN.split(source[start:end])
    places = list(accumulate(map(len, pieces), initial=start))
    return [piece.rstrip(" ") for piece in pieces[2:-1:2]], places[2:-2:2]
