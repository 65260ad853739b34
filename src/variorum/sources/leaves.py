"""What a galley is made of: leaves, marks and milestones that change until the text is set."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

LINE, PARAGRAPH = "\n", "\n\n"
"""What stands between two blocks."""


class Setting(NamedTuple):
    """What the text in an element becomes."""

    kind: str = ""
    """Of the block; nothing where the element only divides, so that a text that stands in it is a paragraph."""
    label: str | None = None
    level: int = 0
    gap: str = PARAGRAPH


NOTHING, QUOTE = Setting(), Setting("quote")


@dataclass(slots=True, eq=False)
class Leaf:
    """A block that is being made; a container counts the blocks before it."""

    start: int
    end: int
    setting: Setting
    contains: bool = False


@dataclass(slots=True, eq=False)
class Mark:
    """A stretch that is set otherwise, or a point (whose end is its start); it begins with the text that follows it."""

    style: str
    target: str | None
    point: bool = False
    start: int = -1
    end: int = -1


@dataclass(slots=True, eq=False)
class Stone:
    """A milestone, before the text that follows it."""

    unit: str
    n: str | None
    facsimile: str | None
    start: int = -1


_SEVERAL = re.compile("  +")
_UNEVEN = re.compile("[\t\r\n]|  ")
LONGEST_RUN = 1 << 15
"""Code points from which on a text ends a run where its white space is collapsed: it is traced run by run."""


def divided(text: str) -> Iterator[str]:
    """A long text in parts, each but the last ending in white space that is to be collapsed."""
    at = 0
    while found := _UNEVEN.search(text, at + LONGEST_RUN):
        yield text[at : found.end()]
        at = found.end()
    yield text[at:]


def even_of(text: str) -> str:
    """A text with its white space collapsed; itself where there is nothing to collapse."""
    even = text.replace("\n", " ").replace("\t", " ").replace("\r", " ")
    return _SEVERAL.sub(" ", even) if "  " in even else even
