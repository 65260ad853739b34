"""A page for each document: its facts, its text, and what it shares."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from markupsafe import Markup

from variorum.archive.site.edition import Document, Edition, page_of
from variorum.archive.site.names import readable
from variorum.archive.site.prose import tag
from variorum.archive.site.reading import Heading, headings, reading
from variorum.archive.site.render import page
from variorum.archive.site.rows import Parallel
from variorum.archive.site.shared import shared
from variorum.archive.site.summaries import groups

FROM_WORDS, FROM_HEADINGS, MOST_HEADINGS = 3000, 3, 300
"""From how many words and headings on a text has a table of contents, and how long it may be."""


class Other(NamedTuple):
    """A document that this one shares passages with."""

    document: Document
    passages: int
    words: int


def document(edition: Edition) -> Iterator[tuple[str, bytes]]:
    """The pages of the documents."""
    for group in groups(edition):
        neighbours = [None, *group.documents, None]
        for before, this, after in zip(neighbours, neighbours[1:], neighbours[2:], strict=False):
            if this:
                yield from _document(edition, this, before, after)


def _document(
    edition: Edition, this: Document, before: Document | None, after: Document | None
) -> Iterator[tuple[str, bytes]]:
    root = "../" * page_of(edition, this.number).count("/")
    found = shared(edition, this.number)
    contents = headings(edition, this.number)
    pages = list(reading(edition, this.number, found, root)) or [(1, "")]
    paths = [page_of(edition, this.number, number) for number, _ in pages]
    for number, html in pages:
        yield page(
            "document.html",
            edition,
            paths[number - 1],
            this=this,
            before=before,
            after=after,
            lang=tag(this.language),
            file=readable(this.doc),
            passages=edition.passages[this.number],
            others=_others(edition, this.number, found.parallels),
            contents=_contents(this, contents),
            text=Markup(html),
            number=number,
            paths=paths,
            page_of=page_of,
        )


def _others(edition: Edition, this: int, parallels: Sequence[Parallel]) -> list[Other]:
    """The documents that share most with this one, first; of a passage that it shares with itself one side counts."""
    words: dict[int, list[int]] = {}
    for parallel in parallels:
        if parallel.other != this or parallel.start < parallel.other_start:
            words.setdefault(parallel.other, []).append(parallel.words)
    found = [Other(edition.documents[other], len(each), sum(each)) for other, each in words.items()]
    return sorted(found, key=lambda other: (-other.words, other.document.number))


def _contents(this: Document, found: list[Heading]) -> list[Heading]:
    if this.words < FROM_WORDS or len(found) < FROM_HEADINGS:
        return []
    level = max(level for level in range(2, 7) if level == 2 or sum(h.level <= level for h in found) <= MOST_HEADINGS)
    return [heading for heading in found if heading.level <= level][:MOST_HEADINGS]
