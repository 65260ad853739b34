"""The first words of a stretch, by which a page calls it."""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import accumulate

from variorum.archive.plain import plain

LONGEST = 200
"""How many code points of a stretch are shown for its beginning, at most."""
_EMPHASIS = re.compile(r"(?<!\w)[_*]+(?=[\w\"“‘'«])|(?<=[^\s_*])[_*]+(?!\w)")


def opening(text: str, start: int, end: int, words: int = 8) -> str:
    """The first words of a stretch, on one line, whole unless a single one is too long, without signs of emphasis.

    >>> opening("Heavy _times._  A heavy problem.", 0, 32, 3)
    'Heavy times. A …'
    """
    reach = start + 40 * words
    found = [word for word in _EMPHASIS.sub("", text[start : min(end, reach)]).split() if word != ">"]
    if reach < end and len(found) > 1 and not any(map(str.isspace, text[reach - 1 : reach + 1])):
        found.pop()  # it may go on
    sizes = list(accumulate(len(word) + 1 for word in found[:words]))
    fit = max(1, bisect_right(sizes, LONGEST + 1))
    short = reach < end or fit < len(found) or len(found[0]) > LONGEST if found else False
    return plain(" ".join(found[:fit])[:LONGEST]) + (" …" if short else "")
