"""A suspected slip, and the rule that suspects it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from variorum.layers.findings.page import Page


class Suspect(NamedTuple):
    """A stretch of a text that may be a slip, what may have stood there, and how likely that is.

    Neither is ever empty: where something lacks, or is too much, both hold what stands beside it (`beside`).
    """

    start: int
    end: int
    suggestion: str | None
    likely: float
    """How likely it is a slip as far as the document alone can tell, from 0 to 1."""
    message: str
    form: str | None = None
    """The word in question, as `unlisted` has it, or the phrase, where other documents can tell whether it is right."""


class Rule(NamedTuple):
    """One sort of slip: what it is called, and how a page is looked through for it.

    The docstring of its module is its page of the manual: what it finds, why it matters, an example, when it is wrong.
    """

    name: str
    find: Callable[[Page], Iterable[Suspect]]


def beside(text: str, start: int, end: int, mend: str | None) -> tuple[int, int, str | None]:
    """A stretch and its mend with the character before them, or after them, where one of them is empty.

    >>> beside("I go, he said.", 4, 4, "”"), beside("so , he", 2, 3, "")
    ((3, 4, 'o”'), (1, 3, 'o'))
    """
    if start < end and mend != "":
        return start, end, mend
    if start and not text[start - 1].isspace():
        return start - 1, end, None if mend is None else text[start - 1] + mend
    return start, end + 1, None if mend is None else mend + text[end : end + 1]
