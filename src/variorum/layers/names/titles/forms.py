"""What is set in italic without words beside it that tell: by its capitals, its length, and its preposition."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from variorum.layers.languages import Lexicon, lexicon
from variorum.layers.names.groups import belongs
from variorum.layers.names.mention import Page
from variorum.layers.names.titles.votes import Kind
from variorum.layers.names.words import VOCABULARIES
from variorum.layers.persons import by_code


def by_form(page: Page, words: Sequence[str], head: str) -> Kind | None:
    """What an italic stretch may be the title of, less surely than words beside it would tell.

    >>> from variorum.layers.names.frequency import Common
    >>> page = Page("", VOCABULARIES["en"], frozenset(), Common("en"))
    >>> by_form(page, ["The", "Salt", "of", "Osna"], "He reads ")[0]
    'work'
    """
    if _bodied(page.vocabulary.code, words) or not head.strip(' "“(') or _SHIPS.search(head):
        return None
    short = len(words) < 4
    if _looks(words) or (page.vocabulary.code != "en" and not short):
        return "work", 0.6, "it is set in italic, with the capitals of a title"
    if short and (led := _WITHIN_PAPER.search(head)):
        likely = 0.5 if led.group(1) in _ALONE else 0.4
        return "periodical", likely, "it is set in italic, and something stands in it"
    return ("work", 0.4, "it is set in italic, with the capitals of a title") if len(words) > 1 else None


_WITHIN_PAPER = re.compile(r"\b(in|in the|by the|to the|from the|dans|im|in der|aus der|aus dem|в) $")
_ALONE = ("in", "dans", "im", "in der", "в")
_SHIPS = re.compile(r"\b(?:ship|steamer|gunboat|cruiser|vessel|yacht|frigate|brig|schooner|aboard|on board)(?: the)? $")
"""What is set in italic as well."""


def _looks(words: Sequence[str]) -> bool:
    """Whether words look like a title by themselves: three or more, a small one among them."""
    return 2 < len(words) < 10 and any(word in _WITHIN for word in words[1:-1])


_WITHIN = lexicon("of the and in to for on a an from with").whole


def _bodied(code: str, words: Sequence[str]) -> bool:
    """Whether words are rather a body, an office or a day."""
    lists = _no_titles(code)
    plain = [word.casefold() for word in words]
    return any(word.isdigit() or word[0].isdigit() for word in words) or any(
        word in lists or word.removesuffix("s") in lists or belongs(code, raw)
        for word, raw in zip(plain, words, strict=True)
    )


@cache
def _no_titles(code: str) -> Lexicon:
    words = VOCABULARIES[code]
    offices = "chairman chairmen president secretary member members speaker delegate delegates deputy deputies minister"
    bodies = "republic guard guards battalion troops idem ibid total monday tuesday wednesday thursday friday sunday"
    months = by_code(code).months
    return lexicon(f"{words.bodies} {words.alone} {words.peoples} {offices} {bodies} {months} mr commissar soviet")
