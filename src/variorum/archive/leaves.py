"""The leaves of a document: its innermost blocks in reading order, so that every word of the text is in exactly one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

DEEPEST = 8
"""How many containers of a leaf are told; pages nested deeper than that gain nothing from it."""

LONGEST = 100_000
"""Code points of a leaf. No paragraph is longer: what is, is a file without line ends, and is cut."""


class Block(NamedTuple):
    """A row of the table of blocks, without its document."""

    start: int
    end: int
    kind: str
    level: int
    label: str | None


class Leaf(NamedTuple):
    """A stretch that is read as one: an innermost block, or text that no block holds; `inside` is outermost first."""

    start: int
    end: int
    kind: str
    level: int
    label: str | None
    inside: tuple[Block, ...]


def leaves(text: str, blocks: Iterable[Block]) -> list[Leaf]:
    """The leaves of a text, in order, without overlap; only white space is in none.

    >>> quote, inner = Block(4, 9, "quote", 0, None), Block(4, 7, "paragraph", 1, None)
    >>> [(leaf.start, leaf.end, leaf.kind, len(leaf.inside)) for leaf in leaves("One two, ten.", [quote, inner])]
    [(0, 4, 'paragraph', 0), (4, 7, 'paragraph', 1), (7, 9, 'paragraph', 1), (9, 13, 'paragraph', 0)]
    """
    found: list[Leaf] = []
    stack: list[Block] = []
    divided: list[bool] = []
    at = 0
    for block in [*sorted(filter(_long, blocks), key=_order), Block(len(text), len(text), "end", 0, None)]:
        while stack and stack[-1].end <= block.start:
            end, whole = stack[-1].end, not divided.pop()
            found += _leaf(text, at, end, stack, whole)
            at = max(at, end)
            stack.pop()
        found += _leaf(text, at, block.start, stack, whole=False)
        at = max(at, block.start)
        divided[-1:] = [True] * bool(stack)
        stack.append(block if not stack else block._replace(end=min(block.end, stack[-1].end)))
        divided.append(False)
    return found


def _long(block: Block) -> bool:
    return block.start < block.end


def _order(block: Block) -> tuple[int, int, int]:
    return block.start, -block.end, block.level


def _leaf(text: str, start: int, end: int, stack: list[Block], whole: bool) -> list[Leaf]:
    """The leaf of a stretch: all of the innermost open block, or a part of it that none of its own blocks holds."""
    if start >= end or text[start:end].isspace():
        return []
    block = stack[-1] if whole else Block(start, end, "paragraph", len(stack), None)
    inside = tuple(stack[:-1][:DEEPEST] if whole else stack[:DEEPEST])
    furniture = next((outer for outer in inside if outer.kind == "furniture"), None)
    kind, label = ("furniture", furniture.label) if furniture else (block.kind, block.label)
    return [Leaf(*span, kind, block.level, label, inside) for span in stretches(text, start, end, LONGEST)]


def stretches(text: str, start: int, end: int, longest: int) -> Iterator[tuple[int, int]]:
    """A span in stretches of at most so many code points, cut at white space where there is any.

    >>> list(stretches("one two three", 0, 13, 9))
    [(0, 7), (7, 13)]
    """
    while end - start > longest:
        at = max(text.rfind(space, start + 1, start + longest) for space in " \n")
        at = at if at > start else start + longest
        yield start, at
        start = at
    yield start, end
