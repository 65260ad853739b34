"""A page for each tradition: its witnesses side by side."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

from markupsafe import Markup

from variorum.archive.site import overview, summaries
from variorum.archive.site.apparatus import Variant, noted
from variorum.archive.site.collating import Collation, collation, column
from variorum.archive.site.edition import Document, Edition, Witness, place_of
from variorum.archive.site.names import page_name
from variorum.archive.site.openings import opening
from variorum.archive.site.pages.aligned import aligned_page, has_table
from variorum.archive.site.prose import tag
from variorum.archive.site.render import page
from variorum.archive.site.summaries import Tradition

COLUMNS = 3
"""As many witnesses as are read in columns; more are read as one text with an apparatus."""
WHOLE = 1500
"""A text of so many words is shown whole; of a longer one, only the stretches that differ."""
ON_A_PAGE = 8000
"""Words of the text on one page."""
WITNESSES = 200
EXCERPT = 120


class Line(NamedTuple):
    """A witness in the list at the head of the page."""

    siglum: str
    document: Document
    href: str
    lang: str | None
    opening: str
    kinds: Counter[str]


class Row(NamedTuple):
    """A stretch of the text in all witnesses; or, where `same`, so many words in which none differ."""

    same: int
    cells: list[Markup]
    variants: list[Variant]
    words: int


def tradition(edition: Edition) -> Iterator[tuple[str, bytes]]:
    """The pages of the traditions."""
    names = list(edition.traditions)
    for one in summaries.traditions(edition):
        yield from _tradition(edition, names[one.nth], one)


def _tradition(edition: Edition, name: str, one: Tradition) -> Iterator[tuple[str, bytes]]:
    found = collation(edition, one.nth, one.witnesses)
    root = "../" * page_name("traditions", name).count("/")
    lines = [_line(edition, witness, found, root) for witness in (found.witnesses or one.witnesses)]
    in_columns = len(found.witnesses) <= COLUMNS
    pages = list(_pages(_rows(edition, found, in_columns))) or [[]]
    paths = [page_name("traditions", name, number) for number in range(1, len(pages) + 1)]
    for number, rows in enumerate(pages, 1):
        yield page(
            "tradition.html",
            edition,
            paths[number - 1],
            one=one,
            lines=lines,
            most=WITNESSES,
            in_columns=in_columns,
            strip=overview.strip(found) if number == 1 else "",
            stripes=overview.stripes(found),
            matrix=overview.agreement(edition, found) if number == 1 else [],
            table=aligned_page(one) if has_table(one) and found.stretches else "",
            rows=rows,
            folded=any(row.same for each in pages for row in each),
            places=len(found.differing),
            number=number,
            paths=paths,
        )


def _line(edition: Edition, witness: Witness, found: Collation, root: str) -> Line:
    document = edition.documents[witness.document]
    href = root + place_of(edition, witness.document, witness.start)
    kinds: Counter[str] = Counter()
    if witness in found.witnesses:
        kinds = Counter(token.kind for token in found.tokens[found.witnesses.index(witness)])
    words = opening(edition.texts[witness.document], witness.start, witness.end, EXCERPT)
    return Line(witness.siglum, document, href, tag(document.language), words, kinds)


def _rows(edition: Edition, found: Collation, in_columns: bool) -> Iterator[Row]:
    """The stretches; those of a long text in which nothing differs are only counted."""
    if in_columns:
        every = zip(*(column(edition, found, nth) for nth in range(len(found.witnesses))), strict=True)
        rows: list[tuple[list[Markup], list[Variant]]] = [([Markup(cell) for cell in cells], []) for cells in every]
    else:
        rows = [([Markup(each.html)], each.variants) for each in noted(edition, found)]
    words = sum(stretch.last - stretch.first for stretch in found.stretches)
    sized = zip(found.stretches, rows, strict=True)
    for is_same, group in groupby(sized, key=lambda each: words > WHOLE and not each[0].differs):
        run = list(group)
        if is_same:
            same = sum(stretch.last - stretch.first for stretch, _ in run)
            yield Row(same, [], [], 0)
        else:
            yield from (Row(0, cells, variants, stretch.last - stretch.first) for stretch, (cells, variants) in run)


def _pages(rows: Iterator[Row]) -> Iterator[list[Row]]:
    part: list[Row] = []
    for row in rows:
        if part and sum(each.words for each in part) + row.words > ON_A_PAGE:
            yield part
            part = []
        part.append(row)
    if part:
        yield part
