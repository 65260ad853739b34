"""An XML file as events: elements that begin, texts, elements that end, and nothing of it held in memory."""

from __future__ import annotations

from array import array
from typing import Protocol

from variorum.sources.entities import unescaped
from variorum.sources.xml import LITERAL, Markup, Tag

DEEPEST = 10_000
"""How many elements may stand in one another and still be told of; of deeper ones only the texts are."""


class Handler(Protocol):
    """What is told of each element and each text, in order."""

    def begin(self, tag: Tag, at: int) -> None:
        """An element begins, with this tag at this place."""

    def text(self, start: int, end: int, literal: bool) -> None:
        """A text, by its place in the source; a `literal` one holds no entities."""

    def end(self, tag: Tag) -> None:
        """The element that began with this tag ends."""


def parse(markup: Markup, handler: Handler, void: frozenset[str] = frozenset(), several: bool = False) -> None:
    """Tell a handler of the root of a file and of all in it, or of `several` roots.

    An end closes the innermost element of its name with all that is open in it, or nothing where none of that name is
    open; the end of the file closes what is open. Elements named in `void` have nothing in them.

    >>> class Names:
    ...     def begin(self, tag, at): print("<", tag.name, at)
    ...     def text(self, start, end, literal): print(start, end)
    ...     def end(self, tag): print(">", tag.name)
    >>> parse(Markup("<a>one <b></a>", print), Names())
    < a 0
    3 7
    < b 7
    > b
    > a
    """
    stack: list[Tag] = []
    names: dict[str, int] = {}
    for at, raw, tag in markup.tokens():
        after = at + len(raw)
        if raw and stack:
            handler.text(at, after, tag is LITERAL)
        if tag is None or tag is LITERAL:
            continue
        if tag.closing:
            _close(stack, names, tag.name, handler)
        else:
            stack.append(tag)
            names[tag.name] = names.get(tag.name, 0) + 1
            if len(stack) <= DEEPEST:
                handler.begin(tag, after)
            if tag.empty or tag.name in void:
                _close(stack, names, tag.name, handler)
        if names and not (stack or several):
            return
    while stack:
        _close(stack, names, stack[-1].name, handler)


def _close(stack: list[Tag], names: dict[str, int], name: str, handler: Handler) -> None:
    """Close the innermost element of a name with all that is open in it; nothing if none of that name is open."""
    while names.get(name, 0):
        closed = stack.pop()
        names[closed.name] -= 1
        if len(stack) < DEEPEST:
            handler.end(closed)
        if closed.name == name:
            return


def words_at(source: str, places: array[int]) -> str:
    """The text of an element: `places` are where its texts start and end, and whether they are literal, one by one.

    >>> words_at("<title>Letters  <hi>&amp;</hi>  Papers</title>", array("q", [7, 16, 0, 20, 25, 0, 30, 38, 0]))
    'Letters & Papers'
    """
    texts = [
        source[start:end] if literal else unescaped(source[start:end])
        for start, end, literal in zip(places[::3], places[1::3], places[2::3], strict=True)
    ]
    return " ".join("".join(texts).split())
