"""The first letters of a group, by which a document calls it once it has said which."""

from __future__ import annotations

import re
from collections.abc import Iterator

from variorum.layers.names.mention import Mention, Page


def letters(page: Page, one: Mention) -> str | None:
    """The first letters of a group that stand in brackets after it, by which the document may call it.

    >>> from variorum.layers.names.frequency import Common
    >>> from variorum.layers.names.words import VOCABULARIES
    >>> page = Page("the Osna Workers’ Party (OWP)", VOCABULARIES["en"], frozenset(), Common("en"))
    >>> letters(page, Mention(4, 23, "group", "Osna Workers’ Party", 0.9, ""))
    'OWP'
    """
    match = _LETTERS.match(page.text, one.end)
    if not match:
        return None
    begun = {word[0].casefold() for word in one.name.split()}
    shared = [char.casefold() in begun for char in match.group(1)]
    return match.group(1) if shared[0] or sum(shared) > 1 or _ALL.fullmatch(match.group(1)) else None


def dotted(page: Page) -> Iterator[Mention]:
    """Groups by their first letters, each with a point, after an article: the C.N.T.

    >>> from variorum.layers.names.frequency import Common
    >>> from variorum.layers.names.words import VOCABULARIES
    >>> page = Page("when the C.N.T. met in the U.S.A.", VOCABULARIES["en"], frozenset(), Common("en"))
    >>> [one.name for one in dotted(page)]
    ['C.N.T.']
    """
    for match in _DOTTED.finditer(page.text):
        if match.group(1).replace(".", "") not in _NO_BODIES:
            yield Mention(
                *match.span(1), "group", match.group(1), 0.85, "the first letters of a body, after an article"
            )


_DOTTED = re.compile(r"\b(?:[Tt]he|[Ll]a|[Dd]ie|[Dd]er) ((?:[A-Z]\. ?){2,5}[A-Z]\.)(?!\w| ?[A-Z][\w.])")
_NO_BODIES = frozenset(["USA", "USSR", "RSFSR", "URSS", "UDSSR", "IOU", "ABC", "SOS"])
"""First letters of countries, and of what is no body."""
_ALL = re.compile("[A-Z]{3,6}|[А-ЯЁ]{3,6}")
_LETTERS = re.compile(r"(?: \(|, (?=[A-Z]{3,6}\)))((?=(?:[^()]*[A-ZА-ЯЁ]){2})[A-ZА-ЯЁ][A-Za-zА-Яа-яё.]{1,7})[)—,;]")
