"""What the library knows of texts: where each stands, what is said of it elsewhere, and when."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator
from typing import Any, NamedTuple

import pyarrow as pa
import pyarrow.compute as pc

from variorum.edtf import Days, days
from variorum.evidence.testimony.edges import Edges

HALF, SOME, WORD, APART = 0.5, 0.15, 6, 3000
"""Which part of a text another place has, if it is the same text; which part of a document a text is, if what is said
of the document is said of it; how many code points a word has; how far apart the parts of one place stand at most."""

NEAR, LEAST = 200, 200
"""How many code points behind a statement what it calls the following begins at most, and how many it has at least."""
FOLLOWING = ("the following", "the subjoined", "folgende", "der folgende", "die folgende", "das folgende", "следующ")


class Place(NamedTuple):
    """A stretch of a document."""

    doc: str
    start: int
    end: int


class Cut(NamedTuple):
    """Words that another document has, and this one has not."""

    doc: str
    at: int
    other: Place
    words: int
    marked: bool


class Said(NamedTuple):
    """A statement, and the text that it is of, where that stands in its own document."""

    row: dict[str, Any]
    text: Place | None
    whole: bool
    """Whether that text is the whole document."""
    when: Days | None
    """The first date that it names."""


class Library:
    """The documents of a library, what they share, and what they say of texts."""

    def __init__(
        self, documents: pa.Table, statements: pa.Table, dates: pa.Table, passages: pa.Table, omissions: pa.Table
    ) -> None:
        self.documents = {row["doc"]: row for row in documents.to_pylist()}
        self._dates: dict[str, list[tuple[int, str | None]]] = defaultdict(list)
        for doc, start, edtf in zip(*(dates[name].to_pylist() for name in ("doc", "start", "edtf")), strict=True):
            self._dates[doc].append((start, edtf))
        self._shared, self._rendered = _shared(passages), _rendered(passages)
        self._reworked = _shared(passages.filter(pc.equal(passages["kind"], "reworked")))
        self.cuts: dict[str, list[Cut]] = defaultdict(list)
        for row in omissions.to_pylist():
            other = Place(row["other_doc"], row["other_start"], row["other_end"])
            self.cuts[row["doc"]].append(Cut(row["doc"], row["at"], other, row["words"], row["marked"]))
        self.edges: Edges | None = None
        self.said = [self._said(row) for row in statements.to_pylist()]
        self.by_doc: dict[str, list[Said]] = defaultdict(list)
        for one in self.said:
            self.by_doc[one.row["doc"]].append(one)

    def _said(self, row: dict[str, Any]) -> Said:
        document = self.documents[row["doc"]]
        whole = row["about_start"] is None and row["about"] in (document["title"], row["doc"])
        text = Place(row["doc"], row["about_start"], row["about_end"]) if row["about_start"] is not None else None
        if whole:
            text = Place(row["doc"], 0, document["words"] * WORD)
        if text is None and row["about"].casefold().startswith(FOLLOWING):
            text = self._following(row)
        return Said(row, text, whole, self._dated(row["doc"], row["start"], row["end"]))

    def _following(self, row: dict[str, Any]) -> Place | None:
        """What stands behind a statement about “the following letter”, as far as another document has it, too."""
        behind = [
            mine
            for mine, theirs in self._shared.get(row["doc"], ())
            if theirs.doc != row["doc"] and 0 <= mine.start - row["end"] <= NEAR and mine.end - mine.start >= LEAST
        ]
        return max(behind, key=lambda one: (one.end - one.start, -one.start), default=None)

    def _dated(self, doc: str, start: int, end: int) -> Days | None:
        rows = self._dates[doc]
        at = bisect_left(rows, (start, ""))
        while at < len(rows) and rows[at][0] < end:
            if found := days(rows[at][1]):
                return found
            at += 1
        return None

    def beside(self) -> set[str]:
        """The documents in which texts may stand that statements speak of."""
        texts = {one.text.doc for one in self.said if one.text}
        return {theirs.doc for doc in texts for _, theirs in self._shared.get(doc, ())}

    def elsewhere(self, text: Place) -> list[Place]:
        """The places of other documents that have the same text, one of each."""
        found: dict[str, list[tuple[int, Place]]] = defaultdict(list)
        for mine, theirs in self._shared.get(text.doc, ()):
            overlap = min(mine.end, text.end) - max(mine.start, text.start)
            if overlap > 0 and theirs.doc != text.doc:
                found[theirs.doc].append((overlap, _within(text, mine, theirs)))
        runs = (_longest_run(some) for _, some in sorted(found.items()))
        return [self._whole(place) for covered, place in runs if self._same(text, covered, place)]

    def otherwise(self, text: Place) -> list[Place]:
        """The places of other documents that have some of a text in other words."""
        return sorted(
            theirs
            for mine, theirs in self._reworked.get(text.doc, ())
            if text.start <= mine.start and mine.end <= text.end and theirs.doc != text.doc
        )

    def _whole(self, place: Place) -> Place:
        """A place from the beginning of a block to the end of one, where these are near."""
        return Place(place.doc, *self.edges.nearest(*place)) if self.edges else place

    def _same(self, text: Place, covered: int, place: Place) -> bool:
        """Whether what two places share is most of the text, or most of the document that it stands in."""
        whole = self.documents[place.doc]["words"] * WORD
        return covered >= HALF * (text.end - text.start) or covered >= HALF * whole

    def renders(self, text: Place, place: Place) -> bool:
        """Whether a text and a place of another document are in two languages."""
        return (text.doc, place.doc) in self._rendered

    def repeats(self, one: Said, other: Said) -> bool:
        """Whether the words of a statement stand where another document has them from it, or it from there."""
        row, there = one.row, other.row
        return any(
            mine.start <= row["start"] and row["end"] <= mine.end and theirs.doc == there["doc"]
            and theirs.start < there["end"] and there["start"] < theirs.end
            for mine, theirs in self._shared.get(row["doc"], ())
        )  # fmt: skip

    def copies(self, row: dict[str, Any], doc: str) -> bool:
        """Whether the words of a statement stand in another document, too."""
        return any(
            theirs.doc == doc and mine.start <= row["start"] and row["end"] <= mine.end
            for mine, theirs in self._shared.get(row["doc"], ())
        )

    def others(self, said: Said, places: list[Place]) -> Iterator[Said]:
        """What other documents say of the same text, in words of their own."""
        for place in places:
            for one in self.by_doc[place.doc]:
                if self._of(one, place) and not self.repeats(said, one):
                    yield one

    def _of(self, one: Said, place: Place) -> bool:
        """Whether a statement of another document is of the text that stands at this place of it."""
        text = one.text
        if text is None:
            return False
        if one.whole:
            return place.end - place.start >= SOME * (text.end - text.start)
        overlap = min(text.end, place.end) - max(text.start, place.start)
        return overlap >= HALF * min(text.end - text.start, place.end - place.start)


def _within(text: Place, mine: Place, theirs: Place) -> Place:
    """What answers the part of a passage that is inside a text."""
    ratio = (theirs.end - theirs.start) / max(1, mine.end - mine.start)
    start = theirs.start + int(max(0, text.start - mine.start) * ratio)
    return Place(theirs.doc, start, theirs.end - int(max(0, mine.end - text.end) * ratio))


def _longest_run(some: list[tuple[int, Place]]) -> tuple[int, Place]:
    """Of the places of one document those that stand together and share most, as one place."""
    runs: list[tuple[int, Place]] = []
    for covered, place in sorted(some, key=lambda one: one[1]):
        if runs and place.start - runs[-1][1].end <= APART:
            before, last = runs[-1]
            runs[-1] = before + covered, last._replace(end=max(last.end, place.end))
        else:
            runs.append((covered, place))
    return max(runs, key=lambda run: run[0])


def _rendered(passages: pa.Table) -> set[tuple[str, str]]:
    """The pairs of documents of which the one renders the other, either way."""
    columns = (passages[name].to_pylist() for name in ("doc_a", "doc_b", "kind"))
    found = {(one, other) for one, other, kind in zip(*columns, strict=True) if kind == "translation"}
    return found | {(other, one) for one, other in found}


def _shared(passages: pa.Table) -> dict[str, list[tuple[Place, Place]]]:
    names = ("doc_a", "start_a", "end_a", "doc_b", "start_b", "end_b")
    found: dict[str, list[tuple[Place, Place]]] = defaultdict(list)
    for doc_a, start_a, end_a, doc_b, start_b, end_b in zip(
        *(passages[name].to_pylist() for name in names), strict=True
    ):
        one, other = Place(doc_a, start_a, end_a), Place(doc_b, start_b, end_b)
        found[doc_a].append((one, other))
        found[doc_b].append((other, one))
    return found
