"""A sentence as tokens, and the text that it stands in."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from variorum.layers.testimony.tongues import Token, Tongue


class Topic(NamedTuple):
    """A text that the sentence before called by its title."""

    about: str
    noun: str
    at: int


class Sentence(NamedTuple):
    """A sentence as tokens; their places count the whole text."""

    text: str
    tokens: Sequence[Token]
    tongue: Tongue
    floor: int = 0
    """Before which place nothing is looked for that a pronoun stands for."""
    own: str = ""
    """What the document is called."""
    topic: Topic | None = None
    """What the sentence before said something of, if that was a title."""
