"""How likely a word is beside others, by the pairs of words of one document: an interpolated bigram model with absolute
discounting (Ney, Essen, Kneser 1994), whose unigrams are those of the document and of its language.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property

import numpy as np
import numpy.typing as npt

from variorum.layers.findings.words.numbered import BASE, SHIFT, Numbers, Table, table
from variorum.layers.findings.words.tokens import Indexed

Ids = npt.NDArray[np.int64]

DISCOUNT = 0.75
LISTED = 0.5
"""What the language's list weighs, in words of it for a word of the document."""
FLOOR = 1e-9
EDGE = ""
"""What stands between two paragraphs."""


def _mixed(values: Ids) -> Numbers:
    """Numbers whose upper bits tell these apart."""
    return values.astype(np.uint64) * np.uint64(BASE)


class Neighbours:
    """The pairs of words of a document, and how likely each word is between two others.

    >>> from variorum.layers.findings.words.tokens import indexed
    >>> leaves = [["my", "heart", "and", "my", "head"], ["my", "heart"]]
    >>> pairs = Neighbours(indexed(leaves), str.casefold, lambda word: 0.0)
    >>> pairs.count("my", "heart"), pairs.count("head", "my")
    (2, 0)
    >>> pairs.lift("and", "my", "head") > pairs.lift("and", "heart", "head")
    True
    """

    def __init__(self, words: Indexed, form: Callable[[str], str], frequency: Callable[[str], float]) -> None:
        forms = [form(word) for word in words.names]
        self.names = list(dict.fromkeys([EDGE, *forms]))
        """The distinct forms, by number; the first is the edge."""
        self.numbers = {name: at for at, name in enumerate(self.names)}
        number = np.fromiter(map(self.numbers.__getitem__, forms), np.int64, len(forms))
        ends = np.concatenate((np.zeros(1, np.int64), np.cumsum(words.sizes)))
        self.ids: Ids = np.insert(number[words.ids], ends, 0)
        """The number of each word in order, an edge before, between and after paragraphs."""
        self.beside: Ids = self.ids[:-1] * len(self.names) + self.ids[1:]
        """Each word with the next, as one number."""
        self.keys, self.times = np.unique(self.beside, return_counts=True)
        """The distinct pairs, each as one number, and how often each stands."""
        self.counts = np.bincount(self.ids, minlength=len(self.names))
        self.followers = np.bincount(self.keys // len(self.names), minlength=len(self.names))
        self._frequency = frequency

    def count(self, one: str, two: str) -> int:
        """How often a form stands right before another."""
        first, second = self.numbers.get(one), self.numbers.get(two)
        if first is None or second is None:
            return 0
        key = first * len(self.names) + second
        at = int(np.searchsorted(self.keys, key))
        return int(self.times[at]) if at < len(self.keys) and self.keys[at] == key else 0

    def often(self, keys: Ids) -> Ids:
        """How often each of some pairs stands, each as one number as in `keys`."""
        at = np.minimum(np.searchsorted(self.keys, keys), len(self.keys) - 1)
        return np.where(self.keys[at] == keys, self.times[at], 0)

    def once(self, keys: Ids) -> npt.NDArray[np.bool_]:
        """Which of some pairs stand once: of most an outline tells that they do not."""
        found: npt.NDArray[np.bool_] = self._single[_mixed(keys) >> SHIFT]
        found[found] = self.often(keys[found]) == 1
        return found

    @cached_property
    def _single(self) -> Table:
        return table(_mixed(self.keys[self.times == 1]))

    def places(self, numbers: Sequence[int]) -> list[int]:
        """Where one of some forms stands, by their numbers.

        >>> from variorum.layers.findings.words.tokens import indexed
        >>> Neighbours(indexed([["my", "heart"], ["my", "head"]]), str.casefold, lambda word: 0.0).places([1, 3])
        [1, 4, 5]
        """
        places: list[int] = np.flatnonzero(self._among(numbers)[self.ids]).tolist()
        return places

    def pairs(self, keys: Sequence[int]) -> list[int]:
        """Where one of some pairs stands, each as one number as in `keys`: the place of its first word."""
        sought = np.array(sorted(keys), np.int64)
        firsts, seconds = (self._among(part) for part in np.divmod(sought, len(self.names)))
        likely = np.flatnonzero(firsts[self.ids[:-1]] & seconds[self.ids[1:]])
        places: list[int] = likely[np.isin(self.beside[likely], sought)].tolist()
        return places

    def _among(self, numbers: Sequence[int] | Ids) -> npt.NDArray[np.bool_]:
        among = np.zeros(len(self.names), np.bool_)
        among[np.asarray(numbers, np.int64)] = True
        return among

    def share(self, word: str, less: int = 0) -> float:
        """How likely a form is anywhere, as if so many of the times that it stands here did not count."""
        known = self.numbers.get(word)
        here = int(self.counts[known]) - less if known is not None else 0
        total = len(self.ids)
        return (here + LISTED * total * self._frequency(word)) / (total * (1 + LISTED)) + FLOOR

    def after(self, one: str, two: str, less: int = 0) -> float:
        """How likely a form is after another, as if so many of the times that it stands there did not count."""
        known = self.numbers.get(one)
        often = int(self.counts[known]) - less if known is not None else 0
        if known is None or often <= 0:
            return self.share(two, less)
        seen = max(0.0, self.count(one, two) - less - DISCOUNT)
        left = min(1.0, DISCOUNT * int(self.followers[known]) / often)
        return seen / often + left * self.share(two, less)

    def lift(self, before: str, word: str, after: str) -> float:
        """How much more likely a form is between two others than anywhere."""
        return self.after(before, word) / self.share(word) * self.after(word, after) / self.share(after)
