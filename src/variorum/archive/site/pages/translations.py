"""Translations, if there are any: the list of all pairs of documents that render each other, and each pair by beads."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from variorum.archive.site.edition import Document, Edition, place_of
from variorum.archive.site.names import page_name
from variorum.archive.site.openings import opening
from variorum.archive.site.render import page

LONGEST = 4000
"""How many code points between two beads are shown; of more only how they begin."""
SIDES = "ab"
SPACE = re.compile(r"\s{2,}|[^\S ]")
"""Space that is not one blank."""
Span = tuple[int, int]
Fields = dict[str, Any]
Cuts = list[tuple[str, int, int, str | None]]
"""Which document has words that the other lacks, from where to where, and the mark of the cut."""


class Side(NamedTuple):
    """What stands on one side of a row, and where in its document."""

    parts: tuple[tuple[str, str], ...]
    """The text in stretches, each with what it is: `same`, to the letter and beyond chance, as on the other side;
    `alone`, rendered by nothing there; `lacking`, what stands there and is rendered by nothing here; or nothing of it.
    """
    href: str

    @property
    def text(self) -> str:
        """All of it that stands here."""
        return "".join(part for part, kind in self.parts if kind != "lacking")


class Loan(NamedTuple):
    """Words that both have to the letter, beyond chance."""

    side: Side
    words: int
    one_in: int
    spans: tuple[tuple[int, int], ...]
    """Where they stand on either side."""


class Told(NamedTuple):
    """What is to be shown inside a side of a bead."""

    same: Sequence[Span] = ()
    alone: Sequence[Span] = ()
    lacking: Sequence[tuple[int, str]] = ()
    """What is lacking, and where it would stand."""


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
    beads = _by_pair(edition, "translations", "doc_a", "doc_b")
    rows = {name: _by_pair(edition, name, "doc", "other_doc") for name in ("unrendered", "omissions")}
    loans = _by_pair(edition, "dependence", "doc_a", "doc_b")
    for docs, mine in sorted(beads.items()):
        one, other = (edition.documents[edition.numbers[doc]] for doc in docs)
        path = page_name("translations", f"{one.doc} {other.doc}")
        pair = Pair(one, other, len(mine), path, _loans(edition, one, loans.get(docs, ())))
        phrases, cuts = ([*of.get(docs, ()), *of.get(docs[::-1], ())] for of in rows.values())
        shown = list(_rows(edition, pair, mine, phrases, _cuts(cuts)))
        yield page("translation.html", edition, path, pair=pair, rows=shown)
        found.append(pair)
    if found:
        yield page("translations.html", edition, "translations.html", pairs=found)


def _by_pair(edition: Edition, name: str, one: str, other: str) -> dict[tuple[str, str], list[Fields]]:
    """The rows of a table by two documents that each names."""
    found: dict[tuple[str, str], list[Fields]] = {}
    for row in edition.tables[name].to_pylist():
        found.setdefault((row[one], row[other]), []).append(row)
    return found


def _loans(edition: Edition, one: Document, rows: Iterable[Fields]) -> list[Loan]:
    """What the two have to the letter, beyond chance, the most improbable first."""
    found = []
    for row in rows:
        spans = tuple((row[f"start_{side}"], row[f"end_{side}"]) for side in SIDES)
        found.append(Loan(_side(edition, one, spans[0]), row["words"], row["one_in"], spans))
    return sorted(found, key=lambda loan: (-loan.one_in, loan.spans))


def _rows(edition: Edition, pair: Pair, beads: list[Fields], phrases: list[Fields], cuts: Cuts) -> Iterator[Row]:
    """The beads in order, and between two what stands between them on either side."""
    both = pair.a, pair.b
    ends = [-1, -1]
    for bead in beads:
        spans = [(bead[f"start_{side}"], bead[f"end_{side}"]) for side in SIDES]
        between = [(end, start) for end, (start, _) in zip(ends, spans, strict=True)]
        if all(0 <= end <= start for end, start in between):
            sides = tuple(_side(edition, document, gap) for document, gap in zip(both, between, strict=True))
            if any(side.text for side in sides):
                yield Row(sides, bead=False, said=_said(cuts, pair, between))
        told = [_told(edition, phrases, pair, spans, side) for side in (0, 1)]
        sides = tuple(_side(edition, *one) for one in zip(both, spans, told, strict=True))
        yield Row(sides, bead=True, said="")
        ends = [end for _, end in spans]


def _told(edition: Edition, phrases: list[Fields], pair: Pair, spans: list[Span], side: int) -> Told:
    """What a side of a bead has to the letter, what it has alone, and what it lacks of the other."""
    both = pair.a, pair.b
    mine, theirs = both[side], both[1 - side]
    alone = [(row["start"], row["end"]) for row in phrases if _within(row, mine, spans[side])]
    lacking = [row for row in phrases if _within(row, theirs, spans[1 - side])]
    text, (start, end) = edition.texts[theirs.number], spans[side]
    said = [(min(max(row["other_start"], start), end), _line(text[row["start"] : row["end"]])) for row in lacking]
    same = [(first, last) for loan in pair.loans for first, last in [loan.spans[side]] if first < end and start < last]
    return Told(same, alone, said)


def _within(row: Fields, document: Document, span: Span) -> bool:
    """Whether a phrase stands in a stretch of a document."""
    return bool(row["doc"] == document.doc and span[0] <= row["start"] and row["end"] <= span[1])


def _side(edition: Edition, document: Document, span: Span, told: Told | None = None) -> Side:
    (start, end), text = span, edition.texts[document.number]
    long = end - start > LONGEST
    parts = [(opening(text, start, end), "")] if long else list(_parts(text, start, end, told or Told()))
    said = any(map(str.isalnum, "".join(part for part, _ in parts)))
    return Side(tuple(parts) if said else (), place_of(edition, document.number, start))


def _parts(text: str, start: int, end: int, told: Told) -> Iterator[tuple[str, str]]:
    """A text in stretches, each with what it is, and what it lacks where it would stand."""
    if not any(told):
        yield from [(_line(text[start:end]), "")] if start < end else []
        return
    spans = (*told.same, *told.alone, *((at, at) for at, _ in told.lacking))
    edges = sorted({start, end, *(min(max(edge, start), end) for span in spans for edge in span)})
    for a, b in zip(edges, [*edges[1:], end], strict=True):
        yield from ((said, "lacking") for at, said in told.lacking if at == a)
        if a < b:
            kinds = {"same": told.same, "alone": told.alone}
            within = [kind for kind, mine in kinds.items() if any(x <= a and b <= y for x, y in mine)]
            yield _line(text[a:b]), within[0] if within else ""


def _line(part: str) -> str:
    """A stretch with each run of space as one."""
    return SPACE.sub(" ", part)


def _cuts(rows: Iterable[Fields]) -> Cuts:
    return [(row["other_doc"], row["other_start"], row["other_end"], row["marker"]) for row in rows]


def _said(cuts: Cuts, pair: Pair, between: list[tuple[int, int]]) -> str:
    """What is to be said of a gap: which side has more, and whether the other marks it."""
    for document, (first, last) in zip((pair.a, pair.b), between, strict=True):
        for doc, start, end, marker in cuts:
            if doc == document.doc and first <= start and end <= last:
                return f"marked by “{marker}”" if marker else "nothing marks that it is left out"
    return ""
