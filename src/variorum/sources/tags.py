"""What a tag that opens an element says, read once however often it is written."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from variorum.sources.elements import (
    FLOW,
    NOT_READ,
    PLAIN,
    ROLES,
    STYLES,
    Nature,
    is_page_break,
    is_small_caps,
    nature,
    role_of,
)
from variorum.sources.marks import may_be_mark
from variorum.sources.markup import attributes

_PARTS = re.compile(r"<([^\s/<>]*)(.*)>", re.S)
_ONLY_ID = re.compile(r'<([a-z]+[1-6]?) id="([^"<>&]+)">')
_SELF_CLOSED = re.compile(r"(?:^|[\s\"']|=\"[^\"]*\")/$")
_OTHERS = frozenset(("br", "meta", "img"))
_UNLIKE = frozenset(("pre", "listing", "html", "ol", "tr", "q"))
"""Elements that do more than their text does."""
LONG = 200
"""Code points from which a tag is hardly written twice."""


class Tag(NamedTuple):
    """A tag: its element's name, its attributes, and what they make of it."""

    name: str
    given: Mapping[str, str]
    sort: str
    """What is done with it: block, inline, skip, or the name of an element that is like no other."""
    own: Nature = PLAIN
    is_empty: bool = False
    may_be_mark: bool = False
    role: str | None = None
    styles: tuple[tuple[str, str | None], ...] = ()
    is_plain: bool = False
    """Whether it is a block or stands in a line, and what is in it is read as it stands."""
    ending: str = ""
    """How its end is mostly written."""

    @property
    def anchor(self) -> str | None:
        return self.given.get("id") or self.given.get("name")


def tag_of(written: str) -> Tag:
    """What a tag says.

    >>> tag_of('<P class="verse" id="a">')[:3]
    ('p', {'class': 'verse', 'id': 'a'}, 'block')
    >>> tag_of("<em/>").styles, tag_of("<em/>").is_empty
    ((('italic', None),), True)
    """
    return _known(written) if len(written) < LONG else _read(written)


def _read(written: str) -> Tag:
    if found := _ONLY_ID.fullmatch(written):
        return _with_id(found[1], found[2])
    found = _PARTS.match(written)
    name, rest = (found[1].lower(), found[2]) if found else ("", "")
    given = attributes(rest) if rest else {}
    sort = _sort(name)
    is_empty = name == "hr" or (rest.endswith("/") and bool(_SELF_CLOSED.search(rest)))
    is_plain = sort in ("block", "inline") and not is_empty and (name not in _UNLIKE or (name == "tr" and not given))
    ending = f"</{name}>"
    if not given:
        return Tag(name, given, sort, PLAIN, is_empty, False, None, _styles(name, given), is_plain, ending)
    is_mark = is_page_break(given) if sort == "block" else sort == "inline" and may_be_mark(name, given)
    own, role, styles = nature(name, given), role_of(given), _styles(name, given)
    return Tag(name, given, sort, own, is_empty, is_mark, role, styles, is_plain and not is_mark, ending)


def _with_id(name: str, own: str) -> Tag:
    """What a tag says that has an id and nothing else: verses and paragraphs with numbers have one each."""
    plain = _known(f"<{name}>")
    given, styles = {"id": own}, (*plain.styles, ("anchor", own))
    is_plain = plain.is_plain and name not in _UNLIKE
    return Tag(
        *(name, given, plain.sort, nature(name, given), plain.is_empty, False),
        *(ROLES.get(own), styles, is_plain, plain.ending),
    )


_known = lru_cache(1 << 12)(_read)


def _sort(name: str) -> str:
    if name in NOT_READ or name == "title":
        return "skip"
    if name in FLOW:
        return "block"
    return name if name in _OTHERS else "inline"


def _styles(name: str, given: Mapping[str, str]) -> tuple[tuple[str, str | None], ...]:
    """The styles of what stands in an element of a line."""
    styles: list[tuple[str, str | None]] = [(STYLES[name], None)] if name in STYLES else []
    if given:
        if is_small_caps(given):
            styles.append(("small-caps", None))
        if name == "a" and "href" in given:
            styles.append(("link", given["href"]))
        if anchor := given.get("id") or given.get("name"):
            styles.append(("anchor", anchor))
    return tuple(styles)
