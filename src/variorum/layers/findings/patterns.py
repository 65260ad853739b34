"""Departures from what a document itself does nearly everywhere, found by pairs of patterns: the odd and the usual."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from variorum.layers.findings.page import Page
from variorum.layers.findings.pairs import Sought
from variorum.layers.findings.suspect import Suspect, beside

TOLERANCE = 0.002
"""What happens in a larger share of its places than so is rather a habit than a slip."""

LEAST = 0.02
"""What is less likely is no suspicion."""


class Pattern(NamedTuple):
    """An odd pattern, the usual one that it departs from, and what is suspected where the odd one stands."""

    odd: Sought
    usual: re.Pattern[str] | None
    """None where the odd pattern is odd in every book."""
    likely: float
    """How likely it is a slip in a book that hardly ever has it."""
    mend: Callable[[re.Match[str]], str | None]
    message: str
    tolerance: float = TOLERANCE


def departures(page: Page, patterns: Sequence[Pattern]) -> Iterator[Suspect]:
    """Where a page departs from its own habits, each the likelier a slip the rarer it is in this page."""
    for pattern in patterns:
        odd = [match for match in page.pairs.find(pattern.odd) if in_prose(page, match)]
        if not odd:
            continue
        likely = pattern.likely * rare(len(odd), _count(page, pattern.usual), pattern.tolerance)
        for match in odd if likely > LEAST else ():
            yield _suspect(page.text, match, pattern, likely)


def _suspect(text: str, match: re.Match[str], pattern: Pattern, likely: float) -> Suspect:
    span = beside(text, match.start(), match.end(), pattern.mend(match))
    return Suspect(*span, likely, pattern.message)


def rare(odd: int, usual: int, tolerance: float = TOLERANCE) -> float:
    """How likely what happens so often, beside so many usual places, is no habit.

    >>> round(rare(1, 5000), 2), round(rare(40, 100), 2)
    (0.91, 0.01)
    """
    return tolerance / (tolerance + odd / (odd + usual + 1))


def _count(page: Page, usual: re.Pattern[str] | None) -> int:
    return page.total if usual is None else len(usual.findall(page.text))


def in_prose(page: Page, match: re.Match[str]) -> bool:
    """Whether it stands whole in one paragraph, not in furniture, a heading or a table."""
    leaf = page.leaf_at(match.start())
    return leaf is not None and match.end() <= leaf.end and leaf.kind not in ("heading", "cell")
