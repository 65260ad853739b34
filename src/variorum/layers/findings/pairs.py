"""Where two characters stand side by side that are not both letters or spaces.

Few places of a text have such, and most slips in what is no word do: where one may be is looked up for many patterns at
once, and only there each is tried.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from variorum.layers.findings.words.kinds import LETTER, SPACE, Coded

MANY = 100
"""What may stand at more than one of so many characters is as soon found by looking everywhere."""


class Sought(NamedTuple):
    """A pattern, and what the first character of its matches is, and the one behind that.

    It is found the sooner if they are never both letters or spaces.
    """

    pattern: re.Pattern[str]
    first: re.Pattern[str]
    second: re.Pattern[str] | None
    """None where anything may follow, or nothing."""


def sought(first: str, second: str | None, rest: str = "", flags: int = 0) -> Sought:
    """A pattern of a first character and the rest; the second says what stands behind the first in any match.

    >>> sought("[,;]", "[a-z]", "(?=[a-z]{2})").pattern.pattern
    '[,;](?=[a-z]{2})'
    """
    compiled = re.compile(second, flags) if second is not None else None
    return Sought(re.compile(first + rest, flags), re.compile(first, flags), compiled)


class Pairs:
    """The pairs of characters of a text that are not of letters and spaces alone.

    >>> from variorum.layers.findings.words.kinds import coded
    >>> text = "So,said he, and went."
    >>> [match.span() for match in Pairs(text, coded(text)).find(sought(",", "[a-z]", "(?=[a-z])"))]
    [(2, 3)]
    """

    def __init__(self, text: str, coded: Coded) -> None:
        self.text = text
        codes, end = coded.codes, int(coded.codes.max(initial=0)) + 1
        present = np.zeros(end + 1, np.bool_)
        present[codes] = present[end] = True
        known = np.flatnonzero(present)
        self._characters = [*map(chr, known[:-1].tolist()), ""]
        """Each once; the last is the end of the text."""
        plain = (coded.kinds & (LETTER | SPACE)).astype(np.bool_)
        table = np.zeros(end + 1, np.bool_)
        table[codes] = plain
        self._plain = table[known]
        odd = np.ones(len(codes), np.bool_)
        odd[:-1] = ~(plain[:-1] & plain[1:])
        self._at = np.flatnonzero(odd)
        numbers = (np.cumsum(present) - 1).astype(np.int32)
        self._firsts, self._seconds = numbers[codes[self._at]], numbers[np.append(codes, end)[self._at + 1]]

    def find(self, one: Sought) -> Iterator[re.Match[str]]:
        """Every match of a pattern, in order."""
        first, second = self._which(one.first), self._which(one.second)
        if not first.any():
            return
        if (first & self._plain).any() and (second & self._plain).any():
            yield from one.pattern.finditer(self.text)
            return
        places, done = np.flatnonzero(first[self._firsts] & second[self._seconds]), 0
        if len(places) * MANY > len(self.text):
            yield from one.pattern.finditer(self.text)
            return
        for at in self._at[places].tolist():
            match = one.pattern.match(self.text, at) if at >= done else None
            if match:
                done = match.end()
                yield match

    def _which(self, each: re.Pattern[str] | None) -> npt.NDArray[np.bool_]:
        """Which of the characters are of a kind."""
        matched = (each is None or each.fullmatch(char) is not None for char in self._characters)
        return np.fromiter(matched, np.bool_, len(self._characters))
