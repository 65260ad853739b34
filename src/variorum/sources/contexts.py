"""What the elements around a text make of it: furniture, a heading, notes, verse; and which blocks they are."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from variorum.sources.elements import HEADINGS, PLAIN, Nature


class Context(NamedTuple):
    """What an element and those around it make of the text in it."""

    furniture: str | None = None
    heading: int = 0
    notes: bool = False
    """Whether it holds notes."""
    note: bool = False
    """Whether it is one of them."""
    verse: bool = False
    preformatted: bool = False
    centred: bool = False


def kind_in(context: Context) -> tuple[str, str | None]:
    """What kind of block a text in a context is, and its label, as far as the context tells."""
    if context.heading:
        return "heading", None
    if context.furniture:
        return "furniture", context.furniture
    return "verse" if context.verse else "paragraph", None


class Leaf:
    """A block that holds text, and what it is as far as its elements tell."""

    __slots__ = ("context", "end", "kind", "label", "level", "start")

    def __init__(self, start: int, end: int, context: Context, told: tuple[str, str | None] | None = None) -> None:
        self.start, self.end, self.context, self.level = start, end, context, 0
        """Of a heading, once it is settled which leaves are."""
        self.kind, self.label = told or kind_in(context)


class Open:
    """An element that is open: its name, what it makes of its text, and where its text and its leaves begin."""

    __slots__ = ("anchor", "becomes", "context", "label", "leaves", "members", "name", "role", "start")

    def __init__(self, name: str, context: Context, start: int, leaves: int) -> None:
        self.name, self.context, self.start, self.leaves = name, context, start, leaves
        self.becomes = ""
        self.label: str | None = None
        self.anchor: str | None = None
        self.role: str | None = None
        self.members = 0


@lru_cache(1 << 10)
def context_in(name: str, own: Nature, outer: Context, is_the_pages: bool) -> Context:
    """The context inside an element; `is_the_pages` says of a header or footer that it is not a section's own."""
    furniture = outer.furniture or own.furniture
    if name == "nav":
        furniture = furniture or "navigation"
    elif name in ("header", "footer") and is_the_pages:
        furniture = furniture or "footer"
    heading, preformatted = HEADINGS.get(name, 0), name in ("pre", "listing")
    plain = own is PLAIN and furniture == outer.furniture and name != "center"
    if plain and not heading and not preformatted and not outer.notes:
        return outer
    if heading and furniture == "navigation":
        heading = 0
    return Context(
        furniture,
        heading or outer.heading,
        outer.notes or own.notes,
        outer.note or own.note or (outer.notes and name in ("li", "dd", "p")),
        outer.verse or own.verse,
        outer.preformatted or preformatted,
        outer.centred or own.centred or name == "center",
    )


def becomes(name: str, own: Nature, parent: Open) -> tuple[str, str | None]:
    """What kind of block an element is by itself, if any, and its label."""
    if name == "blockquote" or own.quote:
        return "quote", None
    if name in ("li", "dd", "dt"):
        number = f"{parent.members}." if parent.name == "ol" else None
        is_note = (parent.context.notes or own.note) and not parent.context.note
        return ("note", number.rstrip(".") if number else own.number) if is_note else ("item", number)
    if name in ("td", "th"):
        return "cell", None
    is_note = own.note or (name == "aside" and not own.notes) or (name == "p" and parent.context.notes)
    return ("note", own.number) if is_note and not parent.context.note else ("", None)
