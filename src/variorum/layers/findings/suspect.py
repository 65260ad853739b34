"""A suspected slip, and the rule that suspects it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from variorum.layers.findings.page import Page


class Suspect(NamedTuple):
    """A stretch of a text that may be a slip, what may have stood there, and how likely that is.

    Where nothing is to stand there at all the stretch holds a word beside it, so that what is left can be shown.
    """

    start: int
    end: int
    suggestion: str | None
    likely: float
    """How likely it is a slip as far as the document alone can tell, from 0 to 1."""
    message: str
    form: str | None = None
    """The word in question, as the vocabulary has it, where other documents can tell whether it is a word."""


class Rule(NamedTuple):
    """One sort of slip: what it is called, and how a page is looked through for it.

    The docstring of its module is its page of the manual: what it finds, why it matters, an example, when it is wrong.
    """

    name: str
    find: Callable[[Page], Iterable[Suspect]]
