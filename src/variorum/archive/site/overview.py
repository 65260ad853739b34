"""A tradition at one glance: where along the text its witnesses differ, and how far each two of them agree."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

import numpy as np
from markupsafe import Markup

from variorum.archive.site.collating import Collation
from variorum.archive.site.edition import Edition

STRIPES = 300
"""Into how many stripes a text is cut."""
NOTHING = -1
"""What a witness has where it has no word."""
FEWEST, MOST = 3, 26
"""Of how many witnesses on, and up to how many, a matrix says more than the text."""


def strip(found: Collation) -> Markup:
    """Where along the text the variants lie: a stripe is the higher, the more of its places differ.

    Drawn twice: all variants, and before them those that are more than spelling and punctuation.
    """
    count = found.stretches[-1].last if found.stretches else 0
    if not found.differing:
        return Markup("")
    stripes = min(STRIPES, count)
    shapes = []
    for name, grave in (("slight", False), ("grave", True)):
        heights = [0] * stripes
        for place, kind in found.differing.items():
            if not grave or kind != "accidental":
                heights[min(stripes - 1, place * stripes // count)] += 1
        shapes += [
            f'<rect class="{name}" x="{at}" y="{1 - height:.3f}" width="1.02" height="{height:.3f}"/>'
            for at, high in enumerate(heights)
            if (height := min(1.0, high * stripes / count))
        ]
    return Markup("".join(shapes))  # numbers and names of our own


def stripes(found: Collation) -> int:
    """How wide the strip is."""
    return min(STRIPES, found.stretches[-1].last) if found.stretches else 1


def agreement(edition: Edition, found: Collation) -> Sequence[Sequence[float | None]]:
    """Of every two witnesses the part of the places that either has at which both have the same; nothing for few."""
    size = len(found.witnesses)
    if not FEWEST <= size <= MOST:
        return []
    words: dict[str, int] = {}
    held = np.full((size, found.stretches[-1].last), NOTHING)
    for mine, witness, tokens in zip(held, found.witnesses, found.tokens, strict=True):
        text, own = edition.texts[witness.document], [token for token in tokens if token.start < token.end]
        said = [words.setdefault(text[token.start : token.end], len(words)) for token in own]
        mine[[token.place for token in own]] = said
    table: list[list[float | None]] = [[None] * size for _ in range(size)]
    for one, other in combinations(range(size), 2):
        either = int(np.count_nonzero((held[one] != NOTHING) | (held[other] != NOTHING)))
        same = int(np.count_nonzero((held[one] == held[other]) & (held[one] != NOTHING)))
        table[one][other] = table[other][one] = same / max(1, either)
    return table
