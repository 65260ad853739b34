"""A document as the rules see it: its text, its paragraphs without furniture, its words and how often each stands."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

import pyarrow as pa

from variorum.layers.findings.words.lexicon import Lexicon, lexicon
from variorum.layers.marks import Mark, marks

WORD = re.compile(r"[^\W\d_]+(?:['’ʼ][^\W\d_]+)*")
"""A word as it is written, apostrophes within it included, hyphens not."""


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
        return Counter(word for leaf in self.leaves for word in WORD.findall(self.text, leaf.start, leaf.end))

    @cached_property
    def forms(self) -> Counter[str]:
        """How often each word stands, in lower case and without the ’s of a genitive."""
        forms: Counter[str] = Counter()
        for word, count in self.counts.items():
            forms[form(word)] += count
        return forms

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
