"""What the library knows of its documents: their texts and facts, and what they quote, print and cite, by place."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import accumulate
from typing import Any, NamedTuple

import pyarrow as pa
import pyarrow.compute as pc

from variorum.differences import plain

INSIDE = 3
"""By so many code points a stretch may stick out of what holds it."""
_DAY = re.compile(r"-?\d{4}(?:-\d\d){0,2}")
_NUMBER = re.compile(r"[\s,.]+(?:\d|[ivxlc]+\b).*$", re.IGNORECASE)
_WORDS = re.compile(r"[^\W_]+")
ORDINALS = {"1": "i", "2": "ii", "3": "iii", "4": "iv"}
_PARTS = frozenset(
    ["vol", "book", "part", "sect", "app", "art", "act", "scene", "canto", "line", "note", "the", "and", "see"]
)


class Facts(NamedTuple):
    """A document's number in its table, and what is known of it."""

    number: int
    title: str | None
    author: str | None
    composed: str | None
    published: str | None
    edition: str | None
    language: str | None


class Stretch(NamedTuple):
    """A stretch of a document, what is known of it, and in which earlier one of its document it lies; -1 for none."""

    start: int
    end: int
    known: tuple[Any, ...]
    parent: int = -1


class Stretches:
    """The stretches of each document, which may nest; asked for the innermost that holds a place."""

    def __init__(self, table: pa.Table, docs: Iterable[str], start: str, end: str, *known: str) -> None:
        mine = table.filter(pc.is_in(table["doc"], pa.array(list(docs), pa.string())))
        columns = [mine[name].to_pylist() for name in ("doc", start, end, *known)]
        of: dict[str, list[Stretch]] = defaultdict(list)
        for doc, first, last, *rest in zip(*columns, strict=True):
            of[doc].append(Stretch(first, last, tuple(rest)))
        self.of = {doc: _nested(rows) for doc, rows in of.items()}
        self.starts = {doc: [one.start for one in rows] for doc, rows in self.of.items()}
        self.outer = {doc: _outer(rows) for doc, rows in self.of.items()}

    def within(self, doc: str, start: int, end: int) -> int:
        """How many code points of a stretch lie in any of them."""
        starts, lengths = self.outer.get(doc, ([], [0]))
        return _before(starts, lengths, end) - _before(starts, lengths, start) if start < end else 0

    def around(self, doc: str, start: int, end: int) -> Iterator[Stretch]:
        """Those that hold a place, the innermost first."""
        rows = self.of.get(doc, [])
        at = bisect_right(self.starts.get(doc, []), start + INSIDE) - 1
        while at >= 0:
            if rows[at].end >= end - INSIDE:
                yield rows[at]
            at = rows[at].parent

    def between(self, doc: str, start: int, end: int) -> list[Stretch]:
        """Those that begin in a stretch."""
        starts = self.starts.get(doc, [])
        return self.of.get(doc, [])[bisect_left(starts, start) : bisect_left(starts, end)]


def _outer(rows: list[Stretch]) -> tuple[list[int], list[int]]:
    """Where the outermost stretches start, and how many code points those before each have, and all of them."""
    outermost = [one for one in rows if one.parent < 0]
    return [one.start for one in outermost], list(accumulate((one.end - one.start for one in outermost), initial=0))


def _before(starts: list[int], lengths: list[int], at: int) -> int:
    """How many code points before a place lie in stretches."""
    nth = bisect_right(starts, at) - 1
    return lengths[nth] + min(at - starts[nth], lengths[nth + 1] - lengths[nth]) if nth >= 0 else 0


def _nested(rows: list[Stretch]) -> list[Stretch]:
    """The stretches by their start, each with the one before it that has not ended yet."""
    out: list[Stretch] = []
    open_: list[int] = []
    for one in sorted(rows, key=lambda one: (one.start, -one.end)):
        while open_ and out[open_[-1]].end <= one.start:
            open_.pop()
        out.append(one._replace(parent=open_[-1] if open_ else -1))
        open_.append(len(out) - 1)
    return out


class Shelves:
    """The documents of a library that have a part in its quotations."""

    def __init__(
        self,
        documents: pa.Table,
        quotations: pa.Table,
        embedded: pa.Table,
        references: pa.Table,
        divisions: pa.Table,
        docs: set[str],
    ) -> None:
        names = ("title", "author", "composed", "published", "edition", "language")
        columns = [documents[name].to_pylist() for name in names]
        self.documents = documents
        self.facts = {
            doc: Facts(number, *row)
            for number, (doc, *row) in enumerate(zip(documents["doc"].to_pylist(), *columns, strict=True))
        }
        self.texts: dict[str, str] = {}
        self.quotations = Stretches(quotations, docs, "inner_start", "inner_end", "quotation", "voice")
        self.embedded = Stretches(embedded, docs, "start", "end", "author")
        self.references = Stretches(references, docs, "start", "end", "target")
        self.divisions = Stretches(divisions, docs, "start", "end", "citation")
        self.called = {doc: _called(doc, facts) for doc, facts in self.facts.items()}

    def text(self, doc: str) -> str:
        """The text of a document."""
        if doc not in self.texts:
            self.texts[doc] = self.documents["text"][self.facts[doc].number].as_py() or ""
        return self.texts[doc]

    def is_later(self, doc: str, than: str) -> bool:
        """Whether a document is known to have been written after another was there."""
        facts, other = self.facts[doc], self.facts[than]
        return _after(facts.composed, other.composed or other.published)

    def own(self, doc: str, start: int, end: int) -> int:
        """How many code points of a stretch are a document's own words, and in no quotation."""
        return end - start - self.quotations.within(doc, start, end) if start < end else 0

    def name(self, doc: str) -> str:
        """What a document is called in a sentence."""
        return self.facts[doc].title or doc.rpartition("#")[2].rpartition("/")[2]

    def citation(self, doc: str, start: int, end: int) -> str | None:
        """How a place is cited in its document."""
        found = (one.known[0] for one in self.divisions.around(doc, start, end))
        return next(filter(None, found), None)

    def entitled(self, title: str, doc: str) -> bool:
        """Whether what stands before a page number is a document's title, in full, or its author and its title."""
        facts, words = self.facts[doc], _telling(title)
        whole = _telling(facts.title or "")
        return bool(whole) and whole <= words <= whole | _telling(facts.author or "")

    def refers(self, target: str, doc: str) -> bool:
        """Whether what a reference points to is called as a document is.

        Only a name of its own is looked for, as `Luke` in `Luke 8:49`; a page or a chapter alone is nobody's name.
        """
        wanted = referred(target)
        return bool(wanted) and wanted <= self.called[doc] and _ordinals(wanted) == _ordinals(self.called[doc])


def referred(target: str) -> frozenset[str]:
    """The name in a reference, as its words.

    >>> sorted(referred("II Samuel 24:17")), sorted(referred("vol. 26, p. 217"))
    (['ii', 'samuel'], [])
    """
    first = re.match(r"(?:[1-4]|I{1,3}|IV)\s", target)
    name = _NUMBER.sub("", target[first.end() :] if first else target)
    found = frozenset(plain(word) for word in _WORDS.findall(name))
    if not any(len(word) >= 3 and word not in _PARTS for word in found):
        return frozenset()
    return found | ({ORDINALS.get(first.group().strip(), first.group().strip().lower())} if first else set())


def _telling(title: str) -> frozenset[str]:
    return frozenset(word for found in _WORDS.findall(title) if len(word := plain(found)) >= 3 and word not in _PARTS)


def _ordinals(words: frozenset[str]) -> frozenset[str]:
    return words & frozenset(ORDINALS.values())


def _called(doc: str, facts: Facts) -> frozenset[str]:
    """The words of a document's name and title."""
    name = doc.rpartition("#")[2].rpartition("/")[2]
    return frozenset(plain(word) for word in _WORDS.findall(f"{name} {facts.title or ''}"))


def _after(one: str | None, other: str | None) -> bool:
    """Whether a date is surely later than another.

    >>> _after("1874", "1850-03"), _after("1850-02", "1850"), _after(None, "1850")
    (True, False, False)
    """
    a, b = _DAY.match(one or ""), _DAY.match(other or "")
    if not a or not b:
        return False
    size = min(len(a.group()), len(b.group()))
    return a.group()[:size] > b.group()[:size]
