"""A document as the rules see it: its text, its paragraphs without furniture, its words and how often each stands."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from typing import NamedTuple

import numpy as np
import pyarrow as pa

from variorum.layers.findings.pairs import Pairs
from variorum.layers.findings.words.kinds import Coded, coded
from variorum.layers.findings.words.lexicon import Lexicon, lexicon
from variorum.layers.findings.words.misprints import unaccented
from variorum.layers.findings.words.neighbours import Neighbours
from variorum.layers.findings.words.tokens import WORD, Indexed, Placed, placed
from variorum.layers.marks import Mark, marks

MOST = 3
"""A word that stands so often at most, and is not usual in its language, may be none."""


class Leaf(NamedTuple):
    """A block that holds no other: its span and its kind."""

    start: int
    end: int
    kind: str


@dataclass(frozen=True)
class Page:
    """A document: what the rules ask of it is worked out once, when one asks.

    >>> page = Page("It is is so.", (Leaf(0, 12, "paragraph"),), "en")
    >>> page.counts["is"], page.where({"is", "so"})
    (2, [('is', 3, 5), ('is', 6, 8), ('so', 9, 11)])
    """

    text: str
    leaves: tuple[Leaf, ...]
    language: str

    @cached_property
    def counts(self) -> Counter[str]:
        """How often each word stands, as it is written."""
        often = np.bincount(self.indexed.ids, minlength=len(self.indexed.names)).tolist()
        return Counter(dict(zip(self.indexed.names, often, strict=True)))

    @cached_property
    def indexed(self) -> Indexed:
        """The words of all leaves, as numbers."""
        return self._placed.words

    @cached_property
    def _placed(self) -> Placed:
        return placed(self.text, [(leaf.start, leaf.end) for leaf in self.leaves], self.coded)

    @cached_property
    def coded(self) -> Coded:
        """The characters, as numbers."""
        return coded(self.text)

    @cached_property
    def pairs(self) -> Pairs:
        """The pairs of characters that are not of letters and spaces alone."""
        return Pairs(self.text, self.coded)

    @cached_property
    def neighbours(self) -> Neighbours:
        """Which words stand beside which, as forms."""
        return Neighbours(
            self.indexed, self._forms.__getitem__, self.lexicon.frequency if self.lexicon else lambda _: 0.0
        )

    def place(self, at: int) -> tuple[int, int]:
        """Where the word of a number in `neighbours.ids` stands."""
        word = at - bisect_right(self._firsts, at)
        return int(self._placed.starts[word]), int(self._placed.ends[word])

    @cached_property
    def _firsts(self) -> list[int]:
        """The number of the first word of each leaf in `neighbours.ids`."""
        return list(accumulate((self.indexed.sizes + 1).tolist(), initial=1))[:-1]

    def where(self, words: Collection[str]) -> list[tuple[str, int, int]]:
        """Where some words stand as they are written, in order, each with its span."""
        names, ids, _ = self.indexed
        at = np.flatnonzero(np.fromiter(map(words.__contains__, names), np.bool_, len(names))[ids])
        columns = (part[at].tolist() for part in (ids, self._placed.starts, self._placed.ends))
        return [(names[number], start, end) for number, start, end in zip(*columns, strict=True)]

    @cached_property
    def forms(self) -> Counter[str]:
        """How often each word stands, in lower case and without the ’s of a genitive."""
        forms: Counter[str] = Counter()
        for one, count in zip(self._forms.values(), self.counts.values(), strict=True):
            forms[one] += count
        return forms

    @cached_property
    def _forms(self) -> dict[str, str]:
        """The form of each word."""
        return {word: form(word) for word in self.indexed.names}

    @cached_property
    def plain(self) -> dict[str, str]:
        """For each form without the accents that it has more often with them the most frequent one that has them."""
        forms = sorted((count, one) for one, count in self.forms.items() if not one.isascii())
        accented = {unaccented(one): one for _, one in forms}
        return {bare: one for bare, one in accented.items() if self.forms.get(bare, 0) <= self.forms[one]}

    @cached_property
    def total(self) -> int:
        """How many words there are."""
        return self.counts.total()

    @cached_property
    def lexicon(self) -> Lexicon | None:
        """The words of its language."""
        return lexicon(self.language)

    @cached_property
    def unlisted(self) -> Counter[str]:
        """How often each word stands that its language does not have, as far as any list goes."""
        listed = self.lexicon.frequencies if self.lexicon else {}
        return Counter({one: count for one, count in self.forms.items() if one.replace("’", "'") not in listed})

    @cached_property
    def rare(self) -> dict[str, list[int]]:
        """Where the words stand that stand here hardly ever and that the lists hardly have, tables left out."""
        usual = self.lexicon.usual if self.lexicon else frozenset[str]()
        rare = {
            word
            for word, one in self._forms.items()
            if self.forms[one] <= MOST and one not in usual and word.isalpha() and word[1:].islower()
        }
        found: dict[str, list[int]] = {}
        for word, start, _ in self.where(rare):
            if self.leaves[bisect_right(self.starts, start) - 1].kind != "cell":
                found.setdefault(self._forms[word], []).append(start)
        return found

    @cached_property
    def marks(self) -> list[Mark]:
        """The quotation marks, and apostrophes at the edges of words."""
        return marks(self.text)

    @cached_property
    def starts(self) -> list[int]:
        """Where the leaves start."""
        return [leaf.start for leaf in self.leaves]

    def among_others(self, start: int, end: int) -> bool:
        """Whether words stand round a place that its language hardly has, so that it may be of another."""
        usual = self.lexicon.usual if self.lexicon else frozenset[str]()
        near = WORD.findall(self.text, max(0, start - 30), start)[1:] + WORD.findall(self.text, end, end + 30)[:-1]
        return sum(form(word) not in usual for word in near if word[0].islower()) > 1

    def leaf_at(self, place: int) -> Leaf | None:
        """The leaf in which a place lies."""
        at = bisect_right(self.starts, place) - 1
        return self.leaves[at] if at >= 0 and place <= self.leaves[at].end else None


def form(word: str) -> str:
    """A word in lower case, without the ’s of a genitive.

    >>> form("Kerensky’s")
    'kerensky'
    """
    return word.casefold().removesuffix("’s").removesuffix("'s")


def leaves(blocks: pa.Table) -> tuple[Leaf, ...]:
    """The blocks that hold no other and are not furniture, in order."""
    columns = (blocks[name].to_pylist() for name in ("start", "end", "kind"))
    rows = sorted(zip(*columns, strict=True), key=lambda row: (row[0], -row[1]))
    inner = [one for one, after in zip(rows, [*rows[1:], None], strict=True) if after is None or after[0] >= one[1]]
    return tuple(Leaf(start, end, kind) for start, end, kind in inner if kind != "furniture" and start < end)
