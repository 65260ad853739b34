"""What the entities of an XML file mean: characters by number and name, and the texts that the file itself declares.

A declaration that leads out of the file is never followed; one that grows beyond reason is refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.entities import html5
from typing import NamedTuple

from variorum.errors import TooLarge
from variorum.sources.charset import NO_CHARACTER, REPLACEMENT
from variorum.sources.document import Warn

REFERENCE = re.compile(r"&(?:#[0-9]{1,8}|#[xX][0-9A-Fa-f]{1,7}|[^\W\d][\w:.-]{0,63});")
LONGEST = 100_000
"""Code points of the longest text that an entity may stand for."""
_DECLARED = re.compile(
    r"""<!ENTITY\s+(?P<name>[^\s%"'<>]+)\s+(?:"(?P<double>[^"]*+)"|'(?P<single>[^']*+)'|(?P<outside>SYSTEM|PUBLIC)\b)"""
)
_PROLOG = re.compile(
    r"(?:\s++|<\?(?:[^?]|\?(?!>))*+\?>|<!--(?:[^-]|-(?!->))*+-->)*+(<!DOCTYPE[^\[<>\"']*+(?:(?:\"[^\"<]*+\"|'[^'<]*+')[^\[<>\"']*+)*+)(\[)?"
)
_SUBSET_END = re.compile(r"\]\s*+>")


class Subset(NamedTuple):
    """The declarations that a file carries: where they begin and end; where the doctype opens, and what follows it."""

    start: int
    end: int
    opening: int
    after: int


def subset(source: str) -> Subset | None:
    """The declarations in the doctype of a file, if it has any.

    >>> source = '<!DOCTYPE TEI [<!ENTITY who "Ann">]><TEI/>'
    >>> found = subset(source)
    >>> source[found.start : found.end], source[found.after :]
    ('<!ENTITY who "Ann">', '<TEI/>')
    """
    found = _PROLOG.match(source)
    end = _SUBSET_END.search(source, found.end()) if found and found[2] else None
    return Subset(found.end(), end.start(), found.start(1) + 2, end.end()) if found and end else None


class Entities:
    """The entities that a file declares, and how much of their text it may still use."""

    def __init__(self, declarations: str, size: int, warn: Warn) -> None:
        self.warn = warn
        self.left = 10 * LONGEST + size
        self._written: dict[str, str] = {}
        self._known: dict[str, str | None] = {}
        for found in _DECLARED.finditer(declarations):
            value = found["double"] if found["double"] is not None else found["single"]
            self._written.setdefault(found["name"], "<" if value is None else value)

    def text(self, reference: str) -> str | None:
        """What a reference as it is written stands for; None if that is not known.

        Raises TooLarge for entities that grow to many times the file's size.

        >>> Entities('<!ENTITY who "Ann &amp; I">', 9, print).text("&who;")
        'Ann & I'
        """
        name = reference[1:-1]
        if name not in self._written:
            return character(reference)
        if name not in self._known:
            self._known[name] = self._expanded(name)
        text = self._known[name]
        self.left -= len(text or "")
        if self.left < 0:
            raise TooLarge(_BOMB)
        return text

    def _expanded(self, name: str) -> str | None:
        """The text of an entity, those in it first; none for what holds tags, leads out of the file, or into itself."""
        stack, busy = [(name, self._inner(name))], {name}
        while stack:
            at, inner = stack[-1]
            wanted = next((each for each in inner if each not in self._known), None)
            if wanted is None or wanted in busy:
                stack.pop()
                busy.discard(at)
                self._known[at] = None if wanted else self._replaced(at, self._written[at])
            else:
                stack.append((wanted, self._inner(wanted)))
                busy.add(wanted)
        return self._known[name]

    def _inner(self, name: str) -> Iterator[str]:
        """The declared entities that stand in an entity."""
        named = (found[0][1:-1] for found in REFERENCE.finditer(self._written[name]))
        return (each for each in named if each in self._written)

    def _replaced(self, name: str, value: str) -> str | None:
        if "<" in value:
            self.warn(f"the entity &{name}; holds tags or leads out of the file, and is left as it is written")
            return None
        parts, at, size = [], 0, 0
        for found in REFERENCE.finditer(value):
            inner = self._known.get(found[0][1:-1]) or character(found[0])
            parts += [value[at : found.start()], inner if inner is not None else found[0]]
            size += len(parts[-1])
            at = found.end()
            if size > LONGEST:
                raise TooLarge(_BOMB)
        return "".join([*parts, value[at:]])


_BOMB = (
    "its entities expand to many times its size, as an entity bomb's do: write out what they stand for if it is none"
)
PREDEFINED = Entities("", 0, lambda _: None)


def character(reference: str) -> str | None:
    """The character that a reference names by its number or its usual name; None if there is no such name.

    >>> character("&#x416;"), character("&mdash;"), character("&who;")
    ('Ж', '—', None)
    """
    if reference[1] != "#":
        return html5.get(reference[1:])
    number = int(reference[3:-1], 16) if reference[2] in "xX" else int(reference[2:-1])
    char = chr(number) if number < 0x110000 else REPLACEMENT
    return REPLACEMENT if NO_CHARACTER.match(char) else char


def unescaped(written: str) -> str:
    """A text with the usual entities read.

    >>> unescaped("Ann &amp; I &who;")
    'Ann & I &who;'
    """
    return REFERENCE.sub(lambda found: character(found[0]) or found[0], written) if "&" in written else written
