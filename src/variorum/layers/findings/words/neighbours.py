"""How likely a word is beside others, by the pairs of words of one document: an interpolated bigram model with absolute
discounting (Ney, Essen, Kneser 1994), whose unigrams are those of the document and of its language.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

import numpy as np
import numpy.typing as npt

Ids = npt.NDArray[np.int64]

DISCOUNT = 0.75
LISTED = 0.5
"""What the language's list weighs, in words of it for a word of the document."""
FLOOR = 1e-9
EDGE = ""
"""What stands between two paragraphs."""


class Neighbours:
    """The pairs of words of a document, and how likely each word is between two others.

    >>> pairs = Neighbours([["my", "heart", "and", "my", "head"], ["my", "heart"]], str.casefold, lambda word: 0.0)
    >>> pairs.count("my", "heart"), pairs.count("head", "my")
    (2, 0)
    >>> pairs.lift("and", "my", "head") > pairs.lift("and", "heart", "head")
    True
    """

    def __init__(
        self, leaves: Iterable[Sequence[str]], form: Callable[[str], str], frequency: Callable[[str], float]
    ) -> None:
        words = [EDGE]
        for leaf in leaves:
            words += leaf
            words.append(EDGE)
        forms = {word: form(word) for word in dict.fromkeys(words)}
        self.names = list(dict.fromkeys(forms.values()))
        """The distinct forms, by number; the first is the edge."""
        self.numbers = {name: at for at, name in enumerate(self.names)}
        number = {word: self.numbers[name] for word, name in forms.items()}
        self.ids: Ids = np.fromiter(map(number.__getitem__, words), np.int64, len(words))
        """The number of each word in order, an edge before, between and after paragraphs."""
        self.keys, self.times = np.unique(self.ids[:-1] * len(self.names) + self.ids[1:], return_counts=True)
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

    @staticmethod
    def among(values: Ids, wanted: Sequence[int]) -> list[int]:
        """At which places one of some values stands."""
        return np.flatnonzero(np.isin(values, np.array(sorted(wanted), np.int64))).tolist() if wanted else []

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
