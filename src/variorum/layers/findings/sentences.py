"""Sentences that begin with a small letter, and paragraphs that break off or begin in mid-sentence.

**What it finds.** A small letter after a full stop; a paragraph that ends without a point while the next begins with a
small letter.

**Why it matters.** A page break was taken for a paragraph's, or a point misread.

**Example.** He was glad of the work. physically he was worn out. → Physically

**When it is wrong.** After abbreviations that the book does not use elsewhere, in verse and lists.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from variorum.layers.findings.page import Leaf, Page
from variorum.layers.findings.patterns import rare
from variorum.layers.findings.suspect import Rule, Suspect

_SMALL = re.compile(r"\.\s(?<=[^\W\d_]{4}..)([a-zß-öø-ÿа-яё]\w*)(?!\w*\))")
_GREAT = re.compile(r"\.\s(?=[A-ZÀ-ÞА-Я])")
_NUMERAL = re.compile(r"[ivxlc]+")
_ENDS = frozenset(".!?…:;”’»\"')]}*—–-,")
_STOPS = re.compile(r"[.!?][”’\"']?\s*\Z")
_NEVER_ENDS = frozenset(("percent", "cent", "Messrs", "inst"))
CASED, BROKEN, BEGUN = 0.6, 0.6, 0.2
"""How likely each is a slip in a book that hardly ever has it: a small letter after a full stop, a paragraph that
breaks off, and one that begins with a small letter."""
HABIT = 0.02
"""In what share of sentences it is a habit."""
USUAL = 10
"""A word is no abbreviation that stands so many times as often without a stop."""
WHOLE = 5
"""As if a word of five letters and more without a capital stood so often without a stop."""
LONG = 60
"""So many letters has a paragraph of prose at least."""


def find(page: Page) -> Iterator[Suspect]:
    """The sentences and paragraphs of a page that begin or end in the middle."""
    yield from _cased(page)
    yield from _broken(page)
    yield from _begun(page)


def _cased(page: Page) -> Iterator[Suspect]:
    odd = [match for match in _SMALL.finditer(page.text) if _prose(page, match) and not _NUMERAL.fullmatch(match[1])]
    stopped = Counter(_word_before(page.text, match.start()) for match in odd)
    usual = sum(1 for _ in _GREAT.finditer(page.text)) if odd else 0
    bare = {word: len(re.findall(rf"\b{word}(?![.\w])", page.text)) for word in stopped.keys() - _NEVER_ENDS}
    for match in odd:
        word, before = match[1], _word_before(page.text, match.start())
        known = bare.get(before, 0) + (WHOLE if before.islower() and len(before) > 4 else 0)
        likely = CASED * rare(len(odd), usual, HABIT) * known / (known + USUAL * stopped[before])
        mend = word[0].upper() + word[1:]
        yield Suspect(match.start(1), match.end(1), mend, likely, "a small letter after a full stop")


def _prose(page: Page, match: re.Match[str]) -> bool:
    leaf = page.leaf_at(match.start())
    return leaf is not None and leaf.kind == "paragraph" and match.end() <= leaf.end


def _word_before(text: str, place: int) -> str:
    start = place
    while start and text[start - 1].isalpha():
        start -= 1
    return text[start:place]


def _begun(page: Page) -> Iterator[Suspect]:
    """Paragraphs that begin with a small letter after one that ends with a full stop."""
    text = page.text
    odd = [
        two
        for one, two in pairwise(page.leaves)
        if text[two.start].islower()
        and one.kind == two.kind == "paragraph"
        and min(one.end - one.start, two.end - two.start) > LONG
        and text[two.start : two.start + 2].isalpha()
        and _STOPS.search(text, max(one.start, one.end - 5), one.end)
    ]
    likely = BEGUN * rare(len(odd), len(page.leaves))
    for leaf in odd:
        message = "a paragraph begins with a small letter"
        yield Suspect(leaf.start, leaf.start + 1, text[leaf.start].upper(), likely, message)


def _broken(page: Page) -> Iterator[Suspect]:
    odd = [(one, two) for one, two in pairwise(page.leaves) if _breaks_off(page, one, two)]
    likely = BROKEN * rare(len(odd), len(page.leaves))
    for one, two in odd:
        yield Suspect(one.end, two.start, " ", likely, "the sentence goes on in the next paragraph")


def _breaks_off(page: Page, one: Leaf, two: Leaf) -> bool:
    if one.kind != "paragraph" or two.kind != "paragraph" or one.end > two.start:
        return False
    text = page.text
    last, first = text[one.start : one.end].rstrip()[-1:], text[two.start : two.start + 1]
    long = one.end - one.start > 60 and two.end - two.start > 20
    return long and first.islower() and last not in _ENDS and last.isalpha()


SENTENCES = Rule("sentences", find)
