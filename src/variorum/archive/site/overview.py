"""A tradition at one glance: where along the text its witnesses differ, and how far each two of them agree."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from markupsafe import Markup

from variorum.archive.site.collating import Collation
from variorum.archive.site.edition import Edition

STRIPES = 300
"""Into how many stripes a text is cut."""
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
    held = []
    for witness, tokens in zip(found.witnesses, found.tokens, strict=True):
        text = edition.texts[witness.document]
        held.append({token.place: text[token.start : token.end] for token in tokens if token.start < token.end})
    table: list[list[float | None]] = [[None] * size for _ in range(size)]
    for one, other in combinations(range(size), 2):
        same = len(held[one].items() & held[other].items())
        either = len(held[one].keys() | held[other].keys())
        table[one][other] = table[other][one] = same / max(1, either)
    return table
