"""Sentences that begin with a small letter, and paragraphs that break off or begin in mid-sentence.

**What it finds.** A small letter after a full stop; a paragraph that ends without a point while the next begins with a
small letter.

**Why it matters.** A page break was taken for a paragraph's, or a point misread.

**Example.** He was glad of the work. physically he was worn out. → Physically

**When it is wrong.** After abbreviations that the book does not use elsewhere, in verse and lists.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from variorum.layers.findings.page import Leaf, Page
from variorum.layers.findings.patterns import rare
from variorum.layers.findings.suspect import Rule, Suspect

_SMALL = re.compile(r"(?<=([^\W\d_]{4})[.])(\s)([^\W\d_]\w*)")
_GREAT = re.compile(r"(?<=[^\W\d_]{4}[.])\s(?=[^\W\d_])")
_WORD_BEFORE = re.compile(r"([^\W\d_]+)\.\Z")
_ENDS = frozenset(".!?…:;”’»\"')]}*—–-,")
CASED, BROKEN, HABIT = 0.6, 0.6, 0.01
"""How likely each is a slip in a book that hardly ever has it; and in what share of sentences it is a habit."""


def find(page: Page) -> Iterator[Suspect]:
    """The sentences and paragraphs of a page that begin or end in the middle."""
    yield from _cased(page)
    yield from _broken(page)


def _cased(page: Page) -> Iterator[Suspect]:
    odd = [match for match in _SMALL.finditer(page.text) if match[3][0].islower() and _prose(page, match.start())]
    odd = [match for match in odd if not _abbreviated(page, match.start())]
    if not odd:
        return
    likely = CASED * rare(len(odd), sum(1 for _ in _GREAT.finditer(page.text)), HABIT)
    for match in odd:
        start, word = match.start(3), match[3]
        yield Suspect(start, start + len(word), word[0].upper() + word[1:], likely, "a small letter after a full stop")


def _prose(page: Page, place: int) -> bool:
    leaf = page.leaf_at(place)
    return leaf is not None and leaf.kind == "paragraph"


def _abbreviated(page: Page, place: int) -> bool:
    """Whether the word before the stop hardly stands without one in this document."""
    word = _WORD_BEFORE.search(page.text, max(0, place - 30), place)
    return word is None or page.forms[word[1].casefold()] <= 1


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
