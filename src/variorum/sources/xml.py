"""What the readers of XML share: its tags with their places, its entities, and an element's tree where one is wanted.

A tokeniser of our own, because every run of text must be traced to its bytes, and because files of archives are not
always well formed: what is not a tag is text, and an end that belongs to nothing is passed over. Nothing that a file
names outside itself is ever opened.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

from variorum.sources.document import Warn
from variorum.sources.entities import PREDEFINED, Entities, subset, unescaped

_ATTRIBUTES = r"""[^<>"']*+(?:"[^"<]*+"[^<>"']*+|'[^'<]*+'[^<>"']*+)*+"""
_TOKEN = re.compile(
    rf"""([^<]*+(?:<+(?=<))?)(<(?:/?[^\W\d]{_ATTRIBUTES}>|!--|!\[CDATA\[|!|\?|/?[^\W\d][^<>]*+>)?|\Z)"""
    r"""(?:(?<=[^/]>)([^<]*+)(</[^\W\d][^\s<>]*+>))?"""
)
"""A text, and the tag or the beginning of a comment and its like that ends it; no tag looks beyond the next `<`.

If nothing but a text stands between a tag and an end, that text and that end.
"""
_REMEMBERED = 1 << 12
_NAME = re.compile(r"</?([^\s/>]+)")
ATTRIBUTE = re.compile(r"""(?<![^\s=/"'<>])([^\s=/"'<>]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""")
_ROOT = re.compile(
    rb"(?:\s++|<\?(?:[^?]|\?(?!>))*+\?>|<!--(?:[^-]|-(?!->))*+-->|<!DOCTYPE[^\[>]*+(?:\[[^\]]*+\]\s*+)?>)*+<(?:[\w.-]+:)?([\w.-]+)([^>]*)"
)
_ENDS = {"<!--": "-->", "<![CDATA[": "]]>", "<!": ">", "<?": "?>"}


class Tag:
    """A tag: its name without a prefix, whether it closes or is empty, how it is written, whether it tells a style.

    >>> tag = Tag("<tei:pb n='3' facs='a&amp;b.jpg'/>")
    >>> tag.name, tag.empty, tag.given
    ('pb', True, {'n': '3', 'facs': 'a&b.jpg'})
    """

    __slots__ = ("_given", "closing", "empty", "name", "telling", "written")

    def __init__(self, written: str) -> None:
        found = _NAME.match(written)
        self.name = found[1].rpartition(":")[2] if found else ""
        self.closing, self.empty = written[1:2] == "/", written[-2:] == "/>"
        self.written = written
        self.telling = "=" in written and ("id=" in written or "rend" in written or "style" in written)
        self._given: Mapping[str, str] | None = None

    @property
    def given(self) -> Mapping[str, str]:
        """Its attributes, by their names as written; the first of two counts."""
        if self._given is None:
            found: dict[str, str] = {}
            for name, double, single, bare in ATTRIBUTE.findall(self.written):
                value = double or single or bare
                found.setdefault(name, unescaped(value) if "&" in value else value)
            self._given = found
        return self._given

    def get(self, name: str) -> str | None:
        """One attribute, sooner than all of them where it is written as most are."""
        if self._given is None and name not in self.written:
            return None
        found = _plainly(name).search(self.written) if self._given is None else None
        return found[1] if found else self.given.get(name)


@cache
def _plainly(name: str) -> re.Pattern[str]:
    return re.compile(rf"""\A<[^\s"'<>=/]+(?:\s+[^\s"'<>=/]+="[^"]*")*?\s+{re.escape(name)}="([^"&]*)\"""")


LITERAL = Tag("")
"""Stands after a text in which `&` is an ampersand."""

Token = tuple[int, str, Tag | None]
"""A place in the source, the text that begins there (or nothing), and the tag after it, if there is one."""
Pair = tuple[int, str, Tag | None, str, Tag | None]
"""A token, and the text and the end that follow it, if they do so at once: two tokens read together are read faster."""


class Markup:
    """The source of an XML file, its tokens in order, and what its entities mean."""

    def __init__(self, source: str, warn: Warn) -> None:
        self.source, self.warn = source, warn
        declared = subset(source)
        self.entities = Entities(source[declared.start : declared.end], len(source), warn) if declared else PREDEFINED
        self._doctype = declared
        self.resume = 0
        """Where the tokens are to go on, if whoever takes them has read further."""

    def tokens(self) -> Iterator[Token]:
        """Every text and the tag that ends it, in order; comments and instructions are passed over."""
        return apart(self.pairs())

    def pairs(self) -> Iterator[Pair]:
        """The same, an end that follows a tag at once together with it."""
        source, tags, at = self.source, dict[str, Tag](), 0
        while True:
            for found in _TOKEN.finditer(source, at):
                text, written, inner, ending = found.groups()
                start = at
                at = found.end()
                if written in _ENDS:
                    yield start, text, None, "", None
                    yield from self._literal(written, at)
                    at = self._after(written, at)
                    break
                if written == "<" or not written:
                    if found[0]:
                        yield start, found[0], None, "", None
                    continue
                if len(tags) > _REMEMBERED:
                    tags.clear()
                tag = tags.get(written)
                if tag is None:
                    tag = tags[written] = Tag(written)
                end = tags.get(ending) if ending else None
                if ending and end is None:
                    end = tags[ending] = Tag(ending)
                yield start, text, tag, inner, end
                if self.resume > at:
                    at = self.resume
                    break
            else:
                return

    def _literal(self, opening: str, start: int) -> Iterator[Pair]:
        if opening == "<![CDATA[":
            end = self.source.find("]]>", start)
            yield start, self.source[start : end if end >= 0 else len(self.source)], LITERAL, "", None

    def _after(self, opening: str, start: int) -> int:
        """Where the source goes on after a comment and its like; one that is not closed ends the file."""
        if self._doctype and self._doctype.opening == start:
            return self._doctype.after
        end = self.source.find(_ENDS[opening], start)
        if end < 0:
            self.warn(f"line {self.line(start)}: {opening} is not closed, so that nothing after it is read: close it")
            return len(self.source)
        return end + len(_ENDS[opening])

    def line(self, at: int) -> int:
        """The number of the line of a place in the source."""
        return self.source.count("\n", 0, at) + 1


def apart(pairs: Iterator[Pair]) -> Iterator[Token]:
    """The tokens of pairs, one by one."""
    for at, text, tag, inner, end in pairs:
        yield at, text, tag
        if end is not None and tag is not None:
            yield at + len(text) + len(tag.written), inner, end


def root_of(head: bytes) -> tuple[bytes, bytes]:
    """The name of the root of an XML file, and its attributes, as far as the first bytes of the file tell.

    >>> root_of(b'<?xml version="1.0"?><!-- a letter --><tei:TEI n="1">')
    (b'TEI', b' n="1"')
    """
    found = _ROOT.match(head.replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe"))
    return (found[1], found[2]) if found else (b"", b"")


MOST, DENSE = 50_000, 16
"""How many elements may be held as a tree, and one more for so many code points of the source."""


class Text(NamedTuple):
    """A text between two tags, and its place in the source."""

    raw: str
    at: int
    literal: bool = False


class Node(NamedTuple):
    """An element: its tag, its place, and what is in it."""

    tag: Tag
    at: int
    inside: list[Node | Text]

    @property
    def name(self) -> str:
        """The element's name."""
        return self.tag.name

    def get(self, *names: str) -> str:
        """The first of these attributes that it has, or nothing."""
        given = self.tag.given
        return next((given[name] for name in names if name in given), "")

    def children(self, *names: str) -> Iterator[Node]:
        """The elements in it, of these names or of any."""
        return (each for each in self.inside if isinstance(each, Node) and (not names or each.name in names))


def tree(tokens: Iterator[Token], root: Tag, at: int) -> Node:
    """The element that begins with this tag, taken from the tokens that follow, as far as its end.

    Of elements that are many beside what is written in them, only the first are in it.

    >>> tokens = Markup("<a>one <b/>two</a>", print).tokens()
    >>> at, _, tag = next(tokens)
    >>> [type(each).__name__ for each in tree(tokens, tag, at).inside]
    ['Text', 'Node', 'Text']
    """
    top = Node(root, at, [])
    stack, names, left = [top], {root.name: 1}, MOST
    if root.empty:
        return top
    for place, raw, tag in tokens:
        if tag is not None and tag.closing:
            if raw:
                stack[-1].inside.append(Text(raw, place))
            _close(stack, names, tag.name)
            if not stack:
                break
            continue
        left -= 1
        if left < (at - place) // DENSE:
            continue
        if raw:
            stack[-1].inside.append(Text(raw, place, tag is LITERAL))
        if tag is None or tag is LITERAL:
            continue
        node = Node(tag, place + len(raw), [])
        stack[-1].inside.append(node)
        if not tag.empty:
            stack.append(node)
            names[tag.name] = names.get(tag.name, 0) + 1
    return top


def _close(stack: list[Node], names: dict[str, int], name: str) -> None:
    """Close the innermost element of a name with all that is open in it; nothing if none of that name is open."""
    while names.get(name, 0) and (closed := stack.pop()):
        names[closed.name] -= 1
        if closed.name == name:
            return
