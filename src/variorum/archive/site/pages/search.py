"""The page that searches the site in the browser."""

from __future__ import annotations

from collections.abc import Iterator

from variorum.archive.site.edition import Edition
from variorum.archive.site.render import page


def search(edition: Edition) -> Iterator[tuple[str, bytes]]:
    """`search.html`; its script says so if the index was not made."""
    yield page("search.html", edition, "search.html")
