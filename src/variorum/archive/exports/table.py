"""The witnesses one above the other, word under word, in lines that a terminal shows."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from variorum.archive.exports.collation import SAME, Collation

WIDTH = 100
NOTHING = "–"


def table(found: Collation) -> str:
    """The aligned table as text; a line of marks below says where witnesses differ."""
    return "\n".join(_lines(found)) + "\n"


def _lines(found: Collation) -> Iterator[str]:
    margin = max((len(witness.siglum) for witness in found.witnesses), default=1) + 2
    lines: list[list[str]] = [[] for _ in found.witnesses]
    marks: list[str] = []
    used = margin
    differ = (found.ranks != SAME).any(axis=1).tolist()
    for place, (starts, ends) in enumerate(zip(found.starts.tolist(), found.ends.tolist(), strict=True)):
        cells = [
            " ".join(w.text[s:e].split()) if s >= 0 else NOTHING
            for w, s, e in zip(found.witnesses, starts, ends, strict=True)
        ]
        widths = [wide(cell) for cell in cells]
        most = max(widths)
        if marks and used + most > WIDTH:
            yield from _block(found, lines, marks, margin)
            lines, marks, used = [[] for _ in found.witnesses], [], margin
        for line, cell, width in zip(lines, cells, widths, strict=True):
            line.append(cell + " " * (most - width))
        marks.append(("^" if differ[place] else " ") * most)
        used += most + 1
    if marks:
        yield from _block(found, lines, marks, margin)


def _block(found: Collation, lines: list[list[str]], marks: list[str], margin: int) -> Iterator[str]:
    for witness, line in zip(found.witnesses, lines, strict=True):
        yield (witness.siglum.ljust(margin) + " ".join(line)).rstrip()
    yield (" " * margin + " ".join(marks)).rstrip()


def wide(text: str) -> int:
    r"""How many columns of a terminal a text takes.

    >>> wide("水a"), wide("e\u0301")
    (3, 1)
    """
    if text.isascii():
        return len(text)
    return sum((unicodedata.east_asian_width(sign) in "WF") + 1 for sign in text if not unicodedata.combining(sign))
