"""Names in a document's text: links to who is meant, which look like the text until they are pointed at."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

from variorum.archive.site.edition import Edition
from variorum.archive.site.inline import LINK, NAME, Setting
from variorum.archive.site.rows import Name


def naming(edition: Edition, number: int, root: str, settings: Sequence[Setting]) -> Iterator[Setting]:
    """A link for each name of a document; none inside a link of the source, nor inside another name."""
    links = sorted((one.start, one.end) for one in settings if one.rank == LINK)
    at, taken = 0, 0
    for name in sorted(map(Name._make, edition.names.of(number))):
        while at < len(links) and links[at][1] <= name.start:
            at += 1
        linked = at < len(links) and links[at][0] < name.end
        href = edition.entity_places.get(name.entity)
        if href and not linked and taken <= name.start < name.end:
            taken = name.end
            title = escape(edition.entity_names[name.entity])
            tag = f'<a class="name" href="{root}{href}" title="{title}" tabindex="-1">'
            yield Setting(name.start, name.end, NAME, tag, "</a>")
