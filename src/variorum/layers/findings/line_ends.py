"""Words lost or doubled where a line, a page or a paragraph ends.

**What it finds.** The last words of one paragraph or page that stand again at the head of the next (*out of the* /
*the house*), a catchword among them; an article that no noun follows (*she took the* / *of the lamp*), or two of them
(*in a* / *the garden*), wherever they stand, and likelier at the end of a line.

**Why it matters.** An eye that goes back to the margin loses its place; a word is gone, and nothing shows it.

**Example.** He came out of the / the house with a lamp. → the house

**How.** Which pairs of words never stand side by side, though both are frequent, is told by the book itself.

**When it is wrong.** Where words are put in between (*the at present weak state*), and in lists of words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

import numpy as np

from variorum.layers.findings.page import Leaf, Page
from variorum.layers.findings.suspect import Rule, Suspect
from variorum.layers.findings.words.tokens import WORD

ARTICLES = {
    "en": "the a an",
    "de": "ein eine einen einem einer eines dem des den",
    "fr": "un une les des du au aux",
}
FOLLOWING = {
    "en": "of to in and by for with from is was are were that at on or as but",
    "de": "und von zu mit aus bei ist war sind waren dass daß oder nach wurde",
    "fr": "de à et est était dans par avec sur ou mais sont étaient",
}
"""Articles, and words of grammar that hardly ever follow one."""
RELATIVE = {"de": ("dem", "den", "des")}
"""Articles that are pronouns, too, before which a clause begins: *der Mann, den ein Kind rief*."""
DOUBLED, TWO, LOST = 0.85, 0.7, 0.25
"""How likely words that end a paragraph which breaks off, and begin the next, are doubled; that of two articles one is
too many; that a word is lost after one."""
LINE = 0.5
"""How much of what is lacking to certainty an end of a line in between adds."""
LEAST, LONGEST, EXPECTED = 4, 6, 5
"""So many words has a paragraph at least, with fewer it may be a heading; so many at most are held against each other;
a pair never stands together if so many would by chance."""
_LATIN = re.compile(r"\s(?:priori|posteriori|fortiori|contrario)\b")
_STOPS = frozenset(".!?…:;”’»\"'")


def find(page: Page) -> Iterator[Suspect]:
    """The words of a page that are likely lost or doubled at an end."""
    yield from _doubled(page)
    yield from _lost(page)


def _doubled(page: Page) -> Iterator[Suspect]:
    """Words that end one paragraph, in mid-sentence, and begin the next."""
    _, ids, sizes = page.indexed
    words, ends = ids.tolist(), np.cumsum(sizes).tolist()
    for at, (one, two) in enumerate(pairwise(page.leaves)):
        before, after = words[ends[at] - sizes[at] : ends[at]][-LONGEST:], words[ends[at] : ends[at + 1]][:LONGEST]
        if len(before) < LEAST or before[-1] not in after or not _breaks_off(page, one, two):
            continue
        for size in range(min(len(before), len(after)), 0, -1):
            if before[-size:] == after[:size]:
                match = list(WORD.finditer(page.text, two.start, two.end))[size - 1]
                written = page.text[two.start : match.end()]
                yield Suspect(two.start, match.end(), None, DOUBLED, f"“{written}” ends the paragraph before, too")
                break


def _breaks_off(page: Page, one: Leaf, two: Leaf) -> bool:
    text = page.text[one.start : one.end].rstrip()
    prose = one.kind == two.kind == "paragraph"
    return prose and text[-1:] not in _STOPS and page.text[two.start : two.start + 1].islower()


def _lost(page: Page) -> Iterator[Suspect]:
    """Articles before what never follows one."""
    code, pairs = page.language.casefold().split("-")[0], page.neighbours
    articles, following = (words.get(code, "").split() for words in (ARTICLES, FOLLOWING))
    size, wanted = len(pairs.names), {}
    for one in articles:
        for two in [*following, *articles]:
            relative = one in RELATIVE.get(code, ()) and two in articles
            if one != two and not relative and 0 < pairs.count(one, two) <= 1 and _expected(page, one, two) >= EXPECTED:
                wanted[pairs.numbers[one] * size + pairs.numbers[two]] = TWO if two in articles else LOST
    if not wanted:
        return
    for at in pairs.pairs(list(wanted)):
        start, end = page.place(at)[0], page.place(at + 1)[1]
        written = page.text[start:end]
        if written.islower() and "".join(written.split()).isalpha():
            likely = wanted[int(pairs.beside[at])]
            likely += LINE * (1 - likely) if "\n" in written else 0
            others = _LATIN.match(page.text, end) or page.among_others(start, end)
            if page.text[end : end + 1] != "-" and not others:
                yield Suspect(
                    start, end, None, likely, f"a word is lacking in “{' '.join(written.split())}”, or too many"
                )


def _expected(page: Page, one: str, two: str) -> float:
    """How often two words would stand side by side by chance."""
    return page.neighbours.share(one) * page.forms[two]


LINE_ENDS = Rule("line-ends", find)
