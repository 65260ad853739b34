"""What stands round a word, and tells that it is none of its own: an editor's bracket inside it, an address."""

from __future__ import annotations

import re

_INSIDE = re.compile(r"[^\W\d_][\])]")
_GOES_ON = re.compile(r"[\[(][^\W\d_]+[\])]")
_ADDRESS = re.compile(r"[@/\\<>]|[^\W\d_]\.[^\W\d_]")


def bracketed(text: str, start: int, end: int) -> bool:
    """Whether a bracket stands inside the word that a stretch is part of, as editors write them.

    >>> bracketed("the [o]rganised men", 7, 14), bracketed("the Depu[ties] met", 4, 8), bracketed("(see so)", 5, 7)
    (True, True, False)
    """
    return bool(_INSIDE.match(text, max(0, start - 2), start) or _GOES_ON.match(text, end))


def addressed(text: str, start: int, end: int) -> bool:
    """Whether a word is part of an address, or of the name of a file.

    >>> addressed("at www.mill.example/door now", 7, 11), addressed("at the mill. And", 7, 11)
    (True, False)
    """
    return _ADDRESS.search(text, max(0, start - 3), end + 2) is not None
