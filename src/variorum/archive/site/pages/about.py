"""The page that says what the marks mean, and what the archive does not claim."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from variorum.archive.site.edition import Edition
from variorum.archive.site.render import page


class Tried(NamedTuple):
    """Of quotations of so many words, how many in a hundred would be found: in quotation marks, and without."""

    least: int
    most: int
    marked: int | None
    unmarked: int | None


def about(edition: Edition) -> Iterator[tuple[str, bytes]]:
    """`about.html`."""
    yield page("about.html", edition, "about.html", tried=tried(edition))


def tried(edition: Edition) -> list[Tried]:
    """What was found of quotations that were planted, by their length."""
    rows = edition.tables["sensitivity"].to_pylist()
    lengths = dict.fromkeys((row["least"], row["most"]) for row in rows)
    return [Tried(*length, *(_in_a_hundred(rows, length, marked) for marked in (True, False))) for length in lengths]


def _in_a_hundred(rows: list[dict[str, int]], length: tuple[int, int], marked: bool) -> int | None:
    mine = [row for row in rows if (row["least"], row["most"]) == length and row["marked"] == marked]
    return round(100 * mine[0]["found"] / mine[0]["planted"]) if mine else None
