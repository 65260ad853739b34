"""What things are called in linked data: the pages of the site that show them, relative to it."""

from __future__ import annotations

from urllib.parse import quote

from variorum.archive.site.edition import Edition, page_of, place_of
from variorum.archive.site.rows import Embedded


def document_id(edition: Edition, number: int) -> str:
    """A document's page."""
    return page_of(edition, number)


def embedded_id(edition: Edition, number: int, one: Embedded) -> str:
    """Where an embedded document begins: the paragraph, and which of those that begin there it is."""
    here = [row for row in map(Embedded._make, edition.embedded.of(number)) if _same(edition, number, row, one)]
    place = place_of(edition, number, one.start)
    nth = here.index(one)
    return f"{place}{'' if '#' in place else '#'}.{one.kind or 'document'}{f'.{nth + 1}' if nth else ''}"


def _same(edition: Edition, number: int, one: Embedded, other: Embedded) -> bool:
    layout = edition.layouts[number]
    return not layout.leaves or layout.at(one.start) == layout.at(other.start)


def entity_id(edition: Edition, entity: str) -> str:
    """The page of somebody or something named, its line in an index, or where there is none its id."""
    return edition.entity_places.get(entity) or f"names.html#{quote(entity)}"
