"""The tags of a page, with their places in it; nothing that a page can hold makes this fail, or take quadratic time.

A tokeniser of our own, because every run of text must be traced to its bytes, and because it need not decide what
browsers decide: what is not a tag is text, and what is never closed ends where something else begins.
"""

from __future__ import annotations

import html
import re
from typing import NamedTuple

from variorum.sources.charset import cleaned

TAG = re.compile(
    r"""<(?:(/?)([A-Za-z][^\s/<>]*+)((?>[^"'<>]++|"[^"]{0,2000}+"|'[^']{0,2000}+')*+[^<>]*+)>|(!--|!\[CDATA\[|[!?]))"""
)
"""A tag (whether it closes, its name, its attributes), or the beginning of a comment and its like.

An attribute longer than 2,000 characters is read as far as the next `>`, so that no unclosed quotation mark costs more.
"""

_ATTRIBUTE = re.compile(r"""([^\s=/"'<>]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?""")
_SUBSET = re.compile(r"doctype\b[^\[>]*+\[[^\]]*+\]\s*+>", re.I)
"""A document's type with declarations of its own, in which a `>` ends nothing."""
_ENDS = {"!--": "-->", "![CDATA[": "]]>", "!": ">", "?": ">"}


class Skip(NamedTuple):
    """A stretch that is no text: where its content starts and ends, and where the page goes on."""

    start: int
    end: int
    after: int


def attributes(written: str) -> dict[str, str]:
    """The attributes of a tag, by their names in lower case; the first of two counts.

    >>> attributes(' class="note small" ID=n1 hidden')
    {'class': 'note small', 'id': 'n1', 'hidden': ''}
    """
    found: dict[str, str] = {}
    for name, double, single, bare in _ATTRIBUTE.findall(written):
        value = double or single or bare
        found.setdefault(name.lower(), unescaped(value) if "&" in value else value)
    return found


def unescaped(written: str) -> str:
    """Text with its entities read, and U+FFFD for what is no character.

    >>> unescaped("Caf&eacute; &amp; bar")
    'Café & bar'
    """
    return cleaned(html.unescape(written))[0]


class Page:
    """A page's source, and what is known of the ends of things in it."""

    def __init__(self, source: str) -> None:
        self.source = source
        self._never_closed: set[str] = set()

    def aside(self, opening: str, start: int) -> Skip:
        """The comment, declaration or CDATA section whose opening ends at `start`; unclosed, it is a tag's length."""
        end = -1
        if opening not in self._never_closed:
            end = self.source.find(_ENDS[opening], start)
            if opening == "!" and (subset := _SUBSET.match(self.source, start)):
                end = subset.end() - 1
            if end < 0:
                self._never_closed.add(opening)
        if end >= 0:
            return Skip(start, end, end + len(_ENDS[opening]))
        closing = self.source.find(">", start, start + 200)
        after = closing + 1 if closing >= 0 else start
        return Skip(start, start, after)

    def content(self, name: str, start: int, most: int | None = None) -> Skip | None:
        """The content, from `start`, of an element that is not read as text; None if it is not closed."""
        if name in self._never_closed and most is None:
            return None
        stop = len(self.source) if most is None else min(len(self.source), start + most)
        depth = 1
        for tag in _tags_named(name).finditer(self.source, start, stop):
            depth += -1 if tag[1] else name not in RAW
            if depth == 0:
                return Skip(start, tag.start(), tag.end())
        if most is None:
            self._never_closed.add(name)
        return None


RAW = frozenset(("script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes", "plaintext"))
"""Elements in which a tag is no tag, but for their own end."""

_PATTERNS: dict[str, re.Pattern[str]] = {}


def _tags_named(name: str) -> re.Pattern[str]:
    if name not in _PATTERNS:
        _PATTERNS[name] = re.compile(rf"<(/?){re.escape(name)}(?=[\s/>])[^<>]*>", re.I)
    return _PATTERNS[name]
