"""Translations, if there are any: the list of all pairs of documents that render each other, and each pair by beads."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter
from typing import Any, NamedTuple

from variorum.archive.site.edition import Document, Edition, opening, place_of
from variorum.archive.site.names import page_name
from variorum.archive.site.render import page

LONGEST = 4000
"""How many code points between two beads are shown; of more only how they begin."""
SIDES = "ab"


class Side(NamedTuple):
    """What stands on one side of a row, and where in its document."""

    text: str
    href: str


class Row(NamedTuple):
    """A bead, or what stands between two on either side."""

    sides: tuple[Side, ...]
    bead: bool
    said: str
    """Of what stands between: whether a cut is marked."""


class Pair(NamedTuple):
    """Two documents that render each other."""

    a: Document
    b: Document
    beads: int
    path: str


def translations(edition: Edition) -> Iterator[tuple[str, bytes]]:
    """`translations.html`, and a page for each pair of documents."""
    found = []
    rendered = sorted(edition.tables["translations"].to_pylist(), key=itemgetter("doc_a", "doc_b"))
    for _, group in groupby(rendered, key=itemgetter("doc_a", "doc_b")):
        beads = list(group)
        one, other = (edition.documents[edition.numbers[beads[0][f"doc_{side}"]]] for side in SIDES)
        found.append(Pair(one, other, len(beads), page_name("translations", f"{one.doc} {other.doc}")))
        rows = list(_rows(edition, found[-1], beads))
        yield page("translation.html", edition, found[-1].path, pair=found[-1], rows=rows)
    if found:
        yield page("translations.html", edition, "translations.html", pairs=found)


def _rows(edition: Edition, pair: Pair, beads: list[dict[str, Any]]) -> Iterator[Row]:
    """The beads in order, and between two what stands between them on either side."""
    cuts, both = _cuts(edition, pair), (pair.a, pair.b)
    ends = [-1, -1]
    for bead in beads:
        spans = [(bead[f"start_{side}"], bead[f"end_{side}"]) for side in SIDES]
        between = [(end, start) for end, (start, _) in zip(ends, spans, strict=True)]
        if all(0 <= end <= start for end, start in between):
            sides = tuple(_side(edition, document, *gap) for document, gap in zip(both, between, strict=True))
            if any(side.text for side in sides):
                yield Row(sides, bead=False, said=_said(cuts, pair, between))
        sides = tuple(_side(edition, document, *span) for document, span in zip(both, spans, strict=True))
        yield Row(sides, bead=True, said="")
        ends = [end for _, end in spans]


def _side(edition: Edition, document: Document, start: int, end: int) -> Side:
    text = edition.texts[document.number]
    part = " ".join(text[start:end].split()) if end - start <= LONGEST else opening(text, start, end)
    return Side(part if any(map(str.isalnum, part)) else "", place_of(edition, document.number, start))


Cuts = list[tuple[str, int, int, str | None]]
"""Which document has words that the other lacks, from where to where, and the mark of the cut."""


def _cuts(edition: Edition, pair: Pair) -> Cuts:
    both = {pair.a.doc, pair.b.doc}
    rows = (row for row in edition.tables["omissions"].to_pylist() if {row["doc"], row["other_doc"]} == both)
    return [(row["other_doc"], row["other_start"], row["other_end"], row["marker"]) for row in rows]


def _said(cuts: Cuts, pair: Pair, between: list[tuple[int, int]]) -> str:
    """What is to be said of a gap: which side has more, and whether the other marks it."""
    for document, (first, last) in zip((pair.a, pair.b), between, strict=True):
        for doc, start, end, marker in cuts:
            if doc == document.doc and first <= start and end <= last:
                return f"marked by “{marker}”" if marker else "nothing marks that it is left out"
    return ""
