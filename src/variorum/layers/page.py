"""The paragraphs of a document with their signs and introductions, each looked at once and only when asked."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import cache, cached_property
from typing import NamedTuple

from variorum.layers.introductions import NONE, Introduction, introduction
from variorum.layers.languages import Language, lexicon, pattern
from variorum.layers.paragraphs import RULE, Paragraph
from variorum.layers.setting import talkative
from variorum.layers.signs import dated, lean, numbered, salutes, signs_off, titled, weights_of, words_in

QUOTED = 100
"""From how many code points on a quotation inside a paragraph tells that it is the author’s."""
_OPENS_SPEECH = frozenset('“„«"')
_ENDS_SPEECH = frozenset("”»\"“’'")
HOST = 200
"""How many code points of prose stand at least before a document, or it is not inside another."""


SAMPLED = 200
"""How many paragraphs are enough to tell whether a text narrates."""
NARRATING = -3
"""The mean lean of a paragraph below which a text narrates."""
SEEN = 200
"""How many code points of a paragraph show how it opens."""


class Mark(NamedTuple):
    """A quotation of the author's: its span, and whether each paragraph of it opens with a mark."""

    start: int
    end: int
    each: bool
    closed: bool


class Signs(NamedTuple):
    """What one paragraph is."""

    salutes: bool
    dated: bool
    signs_off: bool
    titled: bool
    numbered: bool


@cache
def _dialogue(speech: str) -> re.Pattern[str]:
    return re.compile(rf"[,.!?—–-][_*]*[”»“\"][_*]*,?\s+(?:[^\s.!?]+\s+){{0,3}}?{pattern(speech)}")


@cache
def _bracketed(speech: str) -> re.Pattern[str]:
    return re.compile(rf"\((?:[^\s()]+\s+){{0,4}}?{pattern(speech)}(?:\s+[^\s()]+){{0,5}}\)")


class Page:
    """The paragraphs of a document, each looked at once and only when asked."""

    def __init__(self, paragraphs: Sequence[Paragraph], language: Language, marks: Sequence[Mark] = ()) -> None:
        self.paragraphs, self.language = paragraphs, language
        starts = [one.start for one in paragraphs]
        self.quoting = {bisect_right(starts, mark.start) - 1 for mark in marks if mark.end - mark.start > QUOTED}
        self._weights = weights_of(language)
        self._host_from = _host_from(paragraphs)
        self.talks = talkative(paragraphs[-1].end if paragraphs else 0, len(marks))
        """Whether it is mostly talk, as novels are."""
        self._words: dict[int, list[str]] = {}
        self._leans: dict[int, int] = {}
        self._signs: dict[int, Signs] = {}
        self._introductions: dict[int, Introduction] = {}

    def signs(self, at: int) -> Signs:
        """The signs of a paragraph."""
        if at not in self._signs:
            self._signs[at] = self._look(self.paragraphs[at].text)
        return self._signs[at]

    def _look(self, text: str) -> Signs:
        first, language = text[:SEEN], self.language
        short = len(text) <= SEEN
        return Signs(
            salutes(first, language),
            short and dated(text, language),
            short and signs_off(text, language),
            short and titled(text, language),
            numbered(first),
        )

    def words(self, at: int) -> list[str]:
        """The words of a paragraph, in lower case."""
        if at not in self._words:
            self._words[at] = words_in(self.paragraphs[at].text.casefold())
        return self._words[at]

    def lean(self, at: int) -> int:
        """How far the words of a paragraph speak for a document, or against it."""
        if at not in self._leans:
            self._leans[at] = lean(self.words(at), self._weights)
        return self._leans[at]

    def hosted(self, at: int) -> bool:
        """Whether anything of the author’s own stands before a paragraph, so that it may be inside something."""
        return at > self._host_from

    @cached_property
    def narrates(self) -> bool:
        """Whether the text itself mostly tells what happened, so that a document’s words stand out from it."""
        own = [at for at, one in enumerate(self.paragraphs) if one.within is None and one.kind == "paragraph"]
        sample = own[:: max(1, len(own) // SAMPLED)]
        return sum(max(-40, min(40, self.lean(at))) for at in sample) < NARRATING * len(sample)

    def dialogue(self, at: int) -> bool:
        """Whether somebody's words are broken off by what says who speaks: “So,” he said; (he wrote) is no dialogue."""
        return bool(_dialogue(self.language.speech).search(self.paragraphs[at].text))

    def speaks_in_brackets(self, at: int) -> bool:
        """Whether a bracket early in the paragraph says who speaks: (he wrote), (cried the paper)."""
        return bool(_bracketed(self.language.speech).search(self.paragraphs[at].text[:160].casefold()))

    def introduction(self, at: int) -> Introduction:
        """What the paragraph says of the one after it; nothing if there is none."""
        if at < 0 or self.paragraphs[at].kind == RULE or self.paragraphs[at].text[:1] in ("[", "*"):
            return NONE
        text = self.paragraphs[at].text.strip()
        if text[-1:] in _ENDS_SPEECH and (text[:1] in _OPENS_SPEECH or self.dialogue(at)):
            return NONE  # somebody else is speaking
        if at not in self._introductions:
            self._introductions[at] = introduction(self.paragraphs[at].text, self.language)
        return self._introductions[at]


def _host_from(paragraphs: Sequence[Paragraph]) -> int:
    """The first paragraph before which enough stands to be an author’s own prose."""
    read = 0
    for at, one in enumerate(paragraphs):
        read += len(one.text) * (one.kind in ("paragraph", "item"))
        if read > HOST:
            return at
    return len(paragraphs)


def takes_leave(page: Page, last: int) -> bool:
    """Whether a document ends with words of leave-taking, in its last paragraph or the end of the one before."""
    near = [*(page.words(last - 1)[-6:] if last else []), *page.words(last)]
    return lexicon(page.language.closing).any(near)
