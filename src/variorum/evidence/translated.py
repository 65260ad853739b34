"""Quotations that render a text in another language, themselves or by way of the text that they quote."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from typing import Any, NamedTuple

import pyarrow as pa
import pyarrow.compute as pc

from variorum.evidence.attributions import comparable
from variorum.evidence.candidates import Candidate
from variorum.evidence.choosing import Quotation, named
from variorum.evidence.shelves import Shelves

HALF, FILLED = 0.5, 0.6
"""What share of a quotation its renderings have to cover, and what share of them it has to fill."""
BESIDE, OWN, SHARE = 300, 40, 0.1
"""Of a text that is rendered itself its quotations render nothing: where within so many code points so many beside a
quotation, and such a share of its own length, are rendered, too."""
LONGEST = 4000
"""No bead is longer, in code points."""


class Place(NamedTuple):
    """A stretch of a document."""

    doc: str
    start: int
    end: int


class Lacking(NamedTuple):
    """What a rendering lacks of what it renders."""

    at: int
    start: int
    end: int
    words: int
    mark: str | None


class Renderings:
    """Which stretches of documents render which, and what they leave out."""

    def __init__(self, passages: pa.Table, omissions: pa.Table) -> None:
        beads = passages.filter(pc.equal(passages["kind"], "translation"))
        self.beads: dict[str, list[tuple[int, int, str, int, int]]] = defaultdict(list)
        for one, other in (("a", "b"), ("b", "a")):
            names = [f"{name}_{side}" for side in (one, other) for name in ("doc", "start", "end")]
            for doc, *row in zip(*(beads[name].to_pylist() for name in names), strict=True):
                self.beads[doc].append((row[0], row[1], row[2], row[3], row[4]))
        for rows in self.beads.values():
            rows.sort()
        self.lacking = _lacking(omissions, set(self.beads))

    def of(self, doc: str, start: int, end: int) -> list[Place]:
        """What a stretch renders, or is rendered by, one place in each document."""
        rows = self.beads.get(doc, [])
        hulls: dict[str, tuple[int, int]] = {}
        for at in range(bisect_left(rows, (start - LONGEST,)), bisect_right(rows, (end,))):
            first, last, other, other_start, other_end = rows[at]
            if min(last, end) - max(first, start) > HALF * min(last - first, end - start):
                a, b = hulls.get(other, (other_start, other_end))
                hulls[other] = min(a, other_start), max(b, other_end)
        return [Place(other, *hull) for other, hull in sorted(hulls.items())]

    def around(self, doc: str, other: str, start: int, end: int) -> list[tuple[int, int]]:
        """The sentences beside a stretch, on either side, that are rendered in the same document."""
        rows = self.beads.get(doc, [])
        near = rows[bisect_left(rows, (start - LONGEST,)) : bisect_right(rows, (end + BESIDE,))]
        mine = [(first, last) for first, last, beyond, *_ in near if beyond == other and last > start - BESIDE]
        return [
            one
            for one in [*((a, min(b, start)) for a, b in mine), *((max(a, end), b) for a, b in mine)]
            if one[0] < one[1]
        ]

    def left_out(self, doc: str, start: int, end: int, other: Place) -> list[Lacking]:
        """What a stretch lacks of the place that it renders, between what both have."""
        rows = self.lacking.get((doc, other.doc), [])
        mine = rows[bisect_left(rows, (start,)) : bisect_right(rows, (end,))]
        return [one for one in mine if other.start <= one.start and one.end <= other.end]


def _lacking(omissions: pa.Table, docs: set[str]) -> dict[tuple[str, str], list[Lacking]]:
    mine = omissions.filter(pc.is_in(omissions["doc"], pa.array(sorted(docs), pa.string())))
    out: dict[tuple[str, str], list[Lacking]] = defaultdict(list)
    columns = ("doc", "other_doc", "at", "other_start", "other_end", "words", "marker")
    for doc, other, *row in zip(*(mine[name].to_pylist() for name in columns), strict=True):
        out[doc, other].append(Lacking(*row))
    for rows in out.values():
        rows.sort(key=lambda one: one[:4])
    return out


def rendered(quotation: Quotation, of: list[Candidate], shelves: Shelves, renderings: Renderings) -> Candidate | None:
    """The document whose sentences a quotation renders, as a whole: the one that is named, is in another alphabet, and
    was written first, of those that cover most of it.
    """
    doc, start, end = quotation.doc, quotation.start, quotation.end
    able = [one for one in of if one.translated and one.covers(start, end) >= HALF * (end - start)]
    able = [one for one in able if one.covers(start, end) >= FILLED * sum(p.end - p.start for p in one.pieces)]
    able = [one for one in able if not shelves.is_later(one.doc, doc)]
    able = [one for one in able if not _goes_on(one, quotation, shelves, renderings)]

    def order(one: Candidate) -> tuple[Any, ...]:
        strange = comparable(shelves.text(one.doc)[one.start : one.end], shelves.text(doc)[start:end])
        composed = shelves.facts[one.doc].composed or "9999"
        return not named(quotation, one.doc, shelves), strange, composed, -one.covers(start, end), one.doc

    return min(able, key=order, default=None)


def _goes_on(one: Candidate, quotation: Quotation, shelves: Shelves, renderings: Renderings) -> bool:
    """Whether what stands beside a quotation is rendered, too."""
    beside = renderings.around(quotation.doc, one.doc, quotation.start, quotation.end)
    enough = max(OWN, SHARE * (quotation.end - quotation.start))
    if quotation.depth > 1:
        return sum(end - start for start, end in beside) > enough
    return sum(shelves.own(quotation.doc, start, end) for start, end in beside) > enough


def is_original(place: Place, doc: str, shelves: Shelves) -> bool:
    """Whether of two texts that render each other the one elsewhere is the older, or the one that no edition prints."""
    there, here = shelves.facts[place.doc], shelves.facts[doc]
    if shelves.is_later(doc, place.doc):
        return True
    return not shelves.is_later(place.doc, doc) and here.edition is not None and there.edition is None
