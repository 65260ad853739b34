"""A name as one document lets tell it, and the document as the rules look at it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import NamedTuple

from variorum.layers.names.words import Vocabulary


class Mention(NamedTuple):
    """A name, where it stands, and why it is one."""

    start: int
    end: int
    kind: str
    name: str
    likely: float
    reason: str
    family: str | None = None
    given: str | None = None
    title: str | None = None


@dataclass(frozen=True)
class Page:
    """A document as the rules look at it."""

    text: str
    """On one line a paragraph: `candidates.flat`."""
    vocabulary: Vocabulary
    small: frozenset[str]
    """The words that stand in it in small letters."""
    common: Callable[[str], bool]
    """Whether a word is common in its language and so hardly a name."""
    persons: dict[str, str] = field(default_factory=dict)
    """What is known for a person's name in this document, by its stem, and why."""
    titles: dict[str, str] = field(default_factory=dict)
    """The titles of papers and works that the document lets tell, and the kind of each."""
