"""The page that says what the marks mean, and what the archive does not claim."""

from __future__ import annotations

from collections.abc import Iterator

from variorum.archive.site.edition import Edition
from variorum.archive.site.render import page


def about(edition: Edition) -> Iterator[tuple[str, bytes]]:
    """`about.html`."""
    yield page("about.html", edition, "about.html")
