"""A text that is one letter: it opens with a salutation, and who signs it at its end has written it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from variorum.sources.persons import is_person
from variorum.sources.vocabulary import LEAVE, SALUTATION

OPENING = 8
"""Among how many lines the salutation of a letter stands."""
LONG = 100
"""Code points from which a line before it is a text of its own."""
_SALUTATION = re.compile(rf"(?:{SALUTATION})(?!\w)[^\n.;?]{{0,60}}(?:\.?\s*[,:!—–-]+)", re.I)
_LEAVE = re.compile(rf"(?<!\w)(?:{LEAVE})(?!\w)", re.I)
_ENDS = 4
"""In how many lines at its end a letter is signed."""


def signed(leaves: Sequence[str]) -> str | None:
    r"""Who signs a text that is one letter and nothing else; nobody where it has two salutations or no leave is taken.

    >>> signed(["To a Friend", "Dear Tom,", "The mill is sold. " * 9, "Yours ever,\nAnn Lake"])
    'Ann Lake'
    >>> signed(["On the Mill", "He read me a letter. " * 9, "Dear Tom,", "It is sold.", "Yours ever,\nAnn Lake"])
    """
    first = next((place for place, leaf in enumerate(leaves[:OPENING]) if _SALUTATION.match(leaf)), None)
    if first is None or any(len(leaf) > LONG for leaf in leaves[:first]):
        return None
    if any(_SALUTATION.match(leaf) for leaf in leaves[first + 1 :]):
        return None
    lines = [line.strip(" ._*") for leaf in leaves[first + 1 :][-_ENDS:] for line in leaf.split("\n")][-_ENDS:]
    for before, line in pairwise(lines):
        if len(before) < LONG and _LEAVE.search(before) and is_person(line) and not _LEAVE.search(line):
            return line
    return None
