"""A page more for a tradition of many witnesses: all of them under one another, stretch by stretch."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from variorum.archive.site import summaries
from variorum.archive.site.collating import Collation, collation, column
from variorum.archive.site.edition import Edition
from variorum.archive.site.names import page_name
from variorum.archive.site.render import page
from variorum.archive.site.summaries import Tradition

FEWEST, MOST, WORDS = 4, 12, 8000
"""Fewer witnesses stand in columns on the tradition's own page; with more, or so many words, none can be overseen."""


def aligned(edition: Edition) -> Iterator[tuple[str, bytes]]:
    """The aligned tables."""
    for one in summaries.traditions(edition):
        if has_table(one):
            found = collation(edition, one.nth, one.witnesses)
            if found.stretches:
                yield page("aligned.html", edition, aligned_page(one), one=one, found=found, rows=_rows(edition, found))


def has_table(one: Tradition) -> bool:
    """Whether a tradition has an aligned table."""
    return FEWEST <= len(one.witnesses) <= MOST and one.words <= WORDS


def aligned_page(one: Tradition) -> str:
    """The path of a tradition's aligned table."""
    return page_name("aligned", one.witnesses[0].tradition)


def _rows(edition: Edition, found: Collation) -> list[list[Markup]]:
    columns = [column(edition, found, nth) for nth in range(len(found.witnesses))]
    return [[Markup(cell) for cell in row] for row in zip(*columns, strict=True)]
