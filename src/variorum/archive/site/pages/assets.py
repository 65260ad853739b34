"""The style sheet, and the script of the search page."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files

from variorum.archive.site.edition import Edition

FILES = ("style.css", "search.js")


def assets(_: Edition) -> Iterator[tuple[str, bytes]]:
    """The files that every page needs, as they stand."""
    folder = files("variorum.archive.site") / "static"
    yield from ((name, (folder / name).read_bytes()) for name in FILES)
