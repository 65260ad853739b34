"""What stands in a page's text and is no text: the numbers of pages, the marks of notes, the ways back to them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from variorum.sources.elements import is_backlink, is_note_reference, is_page_break
from variorum.sources.markup import unescaped

_ANY_TAG = re.compile(r"<[^>]*>")
_MARK = re.compile(r"\W*(\d{1,3}|[*†‡§]{1,3}|[a-z]{1,3})\W*")
_ARROW = re.compile(r"[\s\u2190-\u21ff\u23ce\u25b2\ufe0e\ufe0f^]+")
_NUMBER = re.compile(r"\d+|\b[ivxlc]+\b", re.I)
_SCAN = re.compile(r"[^/]*:[^/]+\.(?:djvu|pdf|tiff?|jpe?g|png)(?:/\d+)?", re.I)
"""How a wiki names the page of a scanned book."""

LONGEST = 300
"""Code points of markup from which an element is no mark."""
LONGEST_BACK = 3000
"""The same of the ways back from a note, of which there can be many."""


class PageBreak(NamedTuple):
    """The number of a page of the print, as the page has it, and its image."""

    n: str | None
    facsimile: str | None


def may_be_mark(name: str, given: Mapping[str, str]) -> bool:
    """Whether an element can be a mark, before its content is looked at."""
    if name == "a" and "#" in given.get("href", ""):
        return True
    return ("class" in given or "epub:type" in given or "role" in given) and is_mark(given)


def is_mark(given: Mapping[str, str]) -> bool:
    """Whether an element says of itself that it is a mark."""
    return is_page_break(given) or is_note_reference(given) or is_backlink(given)


def written(content: str) -> str:
    """The text of a mark.

    >>> written("<b>[</b>1&#8203;<b>]</b>")
    '[1]'
    """
    return unescaped(_ANY_TAG.sub("", content)).replace("\u200b", "").strip()


def page_break(given: Mapping[str, str], content: str) -> PageBreak:
    """The page that begins at an element: its number is what it is said to be, else what is written there.

    >>> page_break({"data-page-number": "18", "title": "Page:Harbour.djvu/30"}, "&#8203;")
    PageBreak(n='18', facsimile='Page:Harbour.djvu/30')
    >>> page_break({"id": "p12"}, "[12]")
    PageBreak(n='12', facsimile=None)
    """
    title = given.get("title", "")
    scan = title if _SCAN.fullmatch(title) else None
    places = (
        given.get("data-page-number", ""),
        written(content),
        "" if scan else title,
        given.get("aria-label", ""),
        given.get("id", ""),
    )
    number = next((found[0] for place in places if (found := _NUMBER.search(place))), None)
    return PageBreak(number, given.get("data-facsimile") or scan)


def sign_of(content: str) -> str | None:
    """The number or sign that a mark of a note has; None if the content is something else.

    >>> sign_of("<span>[</span>3<span>]</span>"), sign_of("the map")
    ('3', None)
    """
    found = _MARK.fullmatch(written(content))
    return found[1] if found else None


def is_way_back(given: Mapping[str, str], content: str) -> bool:
    """Whether an element leads back from a note to its mark: it says so, or is no more than an arrow."""
    return is_backlink(given) or bool(_ARROW.fullmatch(written(content)))
