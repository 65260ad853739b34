"""The list of all traditions."""

from __future__ import annotations

from collections.abc import Iterator

from variorum.archive.site import summaries
from variorum.archive.site.edition import Edition
from variorum.archive.site.render import page

ON_A_PAGE = 500


def traditions(edition: Edition) -> Iterator[tuple[str, bytes]]:
    """`traditions.html`, and as many pages more as it takes."""
    found = summaries.traditions(edition)
    parts = [found[at : at + ON_A_PAGE] for at in range(0, len(found), ON_A_PAGE)] or [[]]
    paths = [traditions_page(number) for number in range(1, len(parts) + 1)]
    texts = sum(one.kind == "text" for one in found)
    counts = {"total": texts, "others": len(found) - texts}
    for number, part in enumerate(parts, 1):
        yield page("traditions.html", edition, paths[number - 1], found=part, number=number, paths=paths, **counts)


def traditions_page(number: int) -> str:
    """The path of a page of the list."""
    return "traditions.html" if number == 1 else f"traditions-{number}.html"
