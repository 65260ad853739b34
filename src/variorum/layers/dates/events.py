"""Events whose day is known, where a text names them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from typing import cast

from variorum.layers.dates.forms import BEFORE, either, value_of
from variorum.layers.dates.words import EVENT_WORDS, EVENTS, Event


@cache
def _events() -> re.Pattern[str]:
    return re.compile(either(EVENTS))


@lru_cache(1)
def events(text: str) -> tuple[tuple[int, str, Event], ...]:
    """The events named in a text whose day is known, each with where it stands, in order.

    >>> [(at, named) for at, named, _ in events("On the eve of the battle of Waterloo.")]
    [(18, 'battle of Waterloo')]
    """
    found = {}
    for at in places(text, EVENT_WORDS):
        for match in _events().finditer(text, max(0, at - BEFORE), at + BEFORE):
            found[match.start()] = match.group()
    return tuple((at, named, cast(Event, value_of(named, EVENTS))) for at, named in sorted(found.items()))


def places(text: str, words: Iterable[str]) -> Iterator[int]:
    """Where any of some words stands, one word after another.

    >>> list(places("a date, no dates", ("dates", "date")))
    [11, 2, 11]
    """
    for word in words:
        at = text.find(word)
        while at >= 0:
            yield at
            at = text.find(word, at + 1)
