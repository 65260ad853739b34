"""A name as one document lets tell it, and the document as the rules look at it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from variorum.layers.names.frequency import Common
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
    common: Common
    """Whether a word is common in its language and so hardly a name."""
    raw: str = ""
    """The text as it is."""
    raised: bool = False
    """Whether nouns have capitals in it, as in old English prints."""
    persons: dict[str, str] = field(default_factory=dict)
    """What is known for a person's name in this document, by its stem, and why."""
    within: set[str] = field(default_factory=set)
    """The single words that have a capital within a sentence."""
    ends: set[int] = field(default_factory=set)
    """Where the names of persons end that words beside them tell."""
    spots: set[int] = field(default_factory=set)
    """Where the names of places begin and end that words beside them tell."""
    places: dict[str, str] = field(default_factory=dict)
    """The places that words beside them tell, and why."""
    titles: dict[str, str] = field(default_factory=dict)
    """The titles of papers and works that the document lets tell, and the kind of each."""
    letters: set[str] = field(default_factory=set)
    """The groups that the document calls by their first letters, once it has said which."""
    papers: dict[str, str] = field(default_factory=dict)
    """The titles of papers that are surely such, also where they stand without marks, in small letters, and why."""
    here: dict[int, str] = field(default_factory=dict)
    """Where usual words are a paper’s title, and why."""
    unsure: set[str] = field(default_factory=set)
    """Names that something stands beside as beside a paper, too little to tell one."""
