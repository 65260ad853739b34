"""Translations, if there are any: the list of all pairs of documents that render each other, and each pair by beads."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
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

    parts: tuple[tuple[str, bool], ...]
    """The text, in stretches that the other has to the letter, beyond chance, and others."""
    href: str

    @property
    def text(self) -> str:
        """All of it."""
        return "".join(part for part, _ in self.parts)


class Loan(NamedTuple):
    """Words that both have to the letter, beyond chance."""

    side: Side
    words: int
    one_in: int
    spans: tuple[tuple[int, int], ...]
    """Where they stand on either side."""


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
    loans: Sequence[Loan]


def translations(edition: Edition) -> Iterator[tuple[str, bytes]]:
    """`translations.html`, and a page for each pair of documents."""
    found = []
    rendered = sorted(edition.tables["translations"].to_pylist(), key=itemgetter("doc_a", "doc_b"))
    for _, group in groupby(rendered, key=itemgetter("doc_a", "doc_b")):
        beads = list(group)
        one, other = (edition.documents[edition.numbers[beads[0][f"doc_{side}"]]] for side in SIDES)
        path = page_name("translations", f"{one.doc} {other.doc}")
        found.append(Pair(one, other, len(beads), path, _loans(edition, one, other)))
        rows = list(_rows(edition, found[-1], beads))
        yield page("translation.html", edition, found[-1].path, pair=found[-1], rows=rows)
    if found:
        yield page("translations.html", edition, "translations.html", pairs=found)


def _loans(edition: Edition, one: Document, other: Document) -> list[Loan]:
    """What the two have to the letter, beyond chance, the most improbable first."""
    found = []
    for row in edition.tables["dependence"].to_pylist():
        if (row["doc_a"], row["doc_b"]) == (one.doc, other.doc):
            spans = tuple((row[f"start_{side}"], row[f"end_{side}"]) for side in SIDES)
            found.append(Loan(_side(edition, one, *spans[0]), row["words"], row["one_in"], spans))
    return sorted(found, key=lambda loan: (-loan.one_in, loan.spans))


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
        loans = [[loan.spans[side] for loan in pair.loans] for side in (0, 1)]
        sides = tuple(
            _side(edition, document, *span, same) for document, span, same in zip(both, spans, loans, strict=True)
        )
        yield Row(sides, bead=True, said="")
        ends = [end for _, end in spans]


def _side(edition: Edition, document: Document, start: int, end: int, same: Sequence[tuple[int, int]] = ()) -> Side:
    text = edition.texts[document.number]
    if end - start > LONGEST:
        parts = [(opening(text, start, end), False)]
    else:
        edges = sorted({start, end, *(min(max(edge, start), end) for span in same for edge in span)})
        parts = [(_line(text[a:b]), any(x <= a and b <= y for x, y in same)) for a, b in pairwise(edges)]
    said = any(map(str.isalnum, "".join(part for part, _ in parts)))
    return Side(tuple(parts) if said else (), place_of(edition, document.number, start))


def _line(part: str) -> str:
    """A stretch with each run of space as one."""
    return re.sub(r"\s+", " ", part)


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
