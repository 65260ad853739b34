"""A document as the rules see it: its text, its paragraphs without furniture, its words and how often each stands."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate, islice
from typing import NamedTuple

import numpy as np
import pyarrow as pa

from variorum.layers.findings.words.lexicon import Lexicon, lexicon
from variorum.layers.findings.words.misprints import unaccented
from variorum.layers.findings.words.neighbours import Neighbours
from variorum.layers.findings.words.tokens import Indexed, divided, indexed
from variorum.layers.marks import Mark, marks

WORD = re.compile(r"[^\W\d_]+(?:['’ʼ][^\W\d_]+)*")
"""A word as it is written, apostrophes within it included, hyphens not."""
_EDGED = re.compile(r"['’ʼ]?[^\W\d_]")
"""What stands before a place within a word, read backwards."""
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
    >>> page.counts["is"], [match.start() for match in page.words()]
    (2, [0, 3, 6, 9])
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
        return indexed(self.written)

    @cached_property
    def written(self) -> list[list[str]]:
        """The words of each leaf, as they are written."""
        spans = [(leaf.start, leaf.end) for leaf in self.leaves]
        return divided(self.text, spans) or [WORD.findall(self.text, *span) for span in spans]

    @cached_property
    def neighbours(self) -> Neighbours:
        """Which words stand beside which, as forms."""
        return Neighbours(self.indexed, form, self.lexicon.frequency if self.lexicon else lambda _: 0.0)

    def place(self, at: int) -> tuple[int, int]:
        """Where the word of a number in `neighbours.ids` stands."""
        leaf = bisect_right(self._firsts, at) - 1
        match = next(islice(WORD.finditer(self.text, *self.leaves[leaf][:2]), at - self._firsts[leaf], None))
        return match.span()

    @cached_property
    def _firsts(self) -> list[int]:
        """The number of the first word of each leaf in `neighbours.ids`."""
        return list(accumulate((len(words) + 1 for words in self.written), initial=1))[:-1]

    @cached_property
    def forms(self) -> Counter[str]:
        """How often each word stands, in lower case and without the ’s of a genitive."""
        forms: Counter[str] = Counter()
        for word, count in self.counts.items():
            forms[form(word)] += count
        return forms

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
            for word, count in self.counts.items()
            if count <= MOST and word.isalpha() and word[1:].islower()
            if (one := form(word)) not in usual and self.forms[one] <= MOST
        }
        found: dict[str, list[int]] = {}
        for leaf, written in zip(self.leaves, self.written, strict=True):
            if leaf.kind != "cell" and not rare.isdisjoint(written):
                for word in dict.fromkeys(word for word in written if word in rare):
                    found.setdefault(form(word), []).extend(_places(word, self.text, leaf))
        return found

    @cached_property
    def marks(self) -> list[Mark]:
        """The quotation marks, and apostrophes at the edges of words."""
        return marks(self.text)

    @cached_property
    def starts(self) -> list[int]:
        """Where the leaves start."""
        return [leaf.start for leaf in self.leaves]

    def words(self) -> Iterator[re.Match[str]]:
        """Every word in order."""
        for leaf in self.leaves:
            yield from WORD.finditer(self.text, leaf.start, leaf.end)

    def among_others(self, start: int, end: int) -> bool:
        """Whether words stand round a place that its language hardly has, so that it may be of another."""
        usual = self.lexicon.usual if self.lexicon else frozenset[str]()
        near = WORD.findall(self.text, max(0, start - 30), start)[1:] + WORD.findall(self.text, end, end + 30)[:-1]
        return sum(form(word) not in usual for word in near if word[0].islower()) > 1

    def leaf_at(self, place: int) -> Leaf | None:
        """The leaf in which a place lies."""
        at = bisect_right(self.starts, place) - 1
        return self.leaves[at] if at >= 0 and place <= self.leaves[at].end else None


def _places(word: str, text: str, leaf: Leaf) -> Iterator[int]:
    """Where a word stands by itself in a leaf."""
    at = text.find(word, leaf.start, leaf.end)
    while at >= 0:
        match = WORD.match(text, at, leaf.end)
        if match and match[0] == word and not _EDGED.match(text[max(leaf.start, at - 2) : at][::-1]):
            yield at
        at = text.find(word, at + 1, leaf.end)


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
