"""Where a source's own links lead: to another page of the site, to the world outside, or nowhere that is safe."""

from __future__ import annotations

import posixpath
import re
from urllib.parse import unquote

from variorum.archive.site.edition import Edition, page_of
from variorum.archive.site.names import anchor_name

OUTSIDE = re.compile(r"(?:https?://|mailto:)[^\s\x00-\x20\x7f-\x9f]+", re.IGNORECASE)
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)


def address(edition: Edition, number: int, target: str, root: str) -> str | None:
    """The address for a link of a document: of a page of ours, or outside; None where it leads nowhere we know.

    Only http, https and mailto lead outside; a script, a file, a piece of data never becomes a link.
    """
    target = target.strip()
    if OUTSIDE.fullmatch(target):
        return target
    path, _, name = target.partition("#")
    if not target or _SCHEME.match(target):
        return None
    other = _document(edition, number, path.partition("?")[0]) if path else number
    return None if other is None else root + _place(edition, other, unquote(name))


def _document(edition: Edition, number: int, path: str) -> int | None:
    """The document that a relative path of another leads to."""
    file, hash_, member = edition.documents[number].doc.partition("#")
    wanted = unquote(path).replace("%", "%25").replace("#", "%23")
    for base, before in ((member, f"{file}#"), (file, "")) if hash_ else ((file, ""),):
        joined = posixpath.normpath(posixpath.join(posixpath.dirname(base), wanted))
        if before + joined in edition.numbers:
            return edition.numbers[before + joined]
    return None


def _place(edition: Edition, number: int, name: str) -> str:
    layout = edition.layouts[number]
    page = 1
    if name and layout.pages and layout.pages[-1] > 1:
        found = (start for start, _, style, target in edition.styles.of(number) if style == "anchor" and target == name)
        page = layout.pages[layout.at(next(found, 0))]
    return page_of(edition, number, page) + (f"#{anchor_name(name)}" if name else "")
