"""Documents that are surely quoted more often than chance would have it: from these short and altered words come, too.

A turn of phrase stands in many books, and a few words of one that is quoted differ in them. Where from a document much
more is surely quoted than such few words, they are likely quoted, too; where not, they are nobody's in particular.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable

from variorum.evidence.candidates import Candidate, halves
from variorum.evidence.shelves import Shelves

WEIGHTY = 85_000
"""From what weight on, in thousandths of a bit, two documents surely share more than a turn of phrase."""
TELLING, TIMES, HALF = 70_000, 1.5, 0.5
"""From what weight on words tell that a document is quoted, and how many times as often as lesser ones they are; and
what share of a place in quotation marks is quoted there itself."""


def weight(one: Candidate) -> int:
    """How much two documents share about a quotation: that of the weightiest piece, in thousandths of a bit."""
    return max(piece.score for piece in one.pieces)


def well_quoted(
    asked: Iterable[tuple[str, int, int, list[Candidate]]],
    shelves: Shelves,
    able: Callable[[Candidate, str, tuple[int, int]], bool],
) -> frozenset[str]:
    """The documents from which more is surely quoted than what may be by chance.

    `asked`: for each quotation its document, where it starts and ends, and the documents that share enough with it;
    `able`: whether one of them may be the source of such a stretch.
    """
    surely, perhaps = Counter[str](), Counter[str]()
    for doc, start, end, options in asked:
        for one in options:
            if able(one, doc, (start, end)) and not _is_quoted(one, start, end, shelves):
                (surely if weight(one) >= TELLING else perhaps)[one.doc] += 1
    return frozenset(doc for doc, count in surely.items() if count >= TIMES * perhaps[doc])


def _is_quoted(one: Candidate, start: int, end: int, shelves: Shelves) -> bool:
    """Whether the words that answer a stretch stand in quotation marks, as far as can be told by proportion."""
    whole = quoted = 0
    for piece in halves(one.pieces, start, end):
        ratio = (piece.other_end - piece.other_start) / max(1, piece.end - piece.start)
        first = piece.other_start + round(max(0, start - piece.start) * ratio)
        last = piece.other_end - round(max(0, piece.end - end) * ratio)
        whole += max(0, last - first)
        quoted += shelves.quotations.within(one.doc, first, last)
    return quoted >= HALF * whole
