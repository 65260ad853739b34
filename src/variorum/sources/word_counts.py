"""How many words each of some texts has."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import accumulate, groupby

import numpy as np

from variorum.sources.lines import whole_lines
from variorum.text import word_ends

TOGETHER = 1 << 14
"""Code points of short texts whose words are counted at once."""


def word_counts(texts: Iterable[str]) -> list[int]:
    """How many words each of some texts has; short ones are looked at together.

    >>> word_counts(["To-day, naïve Ærte", "", "Lamps"])
    [4, 0, 1]
    """
    counts: list[int] = []
    ends = accumulate(map(len, texts := list(texts)))
    for _, some in groupby(zip(texts, ends, strict=True), lambda each: each[1] // TOGETHER):
        together = [text for text, _ in some]
        if len(together) == 1:
            counts.append(sum(len(word_ends(part)) for _, part in whole_lines(together[0])))
            continue
        bounds = np.cumsum([0, *(len(text) + 1 for text in together)])
        counts += np.diff(np.searchsorted(word_ends("\n".join(together)), bounds)).tolist()
    return counts
