"""Words and phrases that stand twice.

**What it finds.** *the the*, *of of*; a phrase copied twice (*as soon as soon as*), even a whole line of it.

**Why it matters.** It is the commonest slip of a tired eye, and easily mended.

**Example.** between the the houses → between the houses

**How.** What stands twice is compared with how often its words stand twice in this book and by their nature: *had had*,
*that that*, *very very*, *no no*.

**When it is wrong.** In speech and verse, where words are said again for their weight.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import numpy as np

from variorum.layers.findings.page import Page
from variorum.layers.findings.suspect import Rule, Suspect
from variorum.layers.findings.words.tokens import WORD

SLIPS = 1e-5
"""How many words of a text stand twice by a slip."""
LONGEST, LONG, SHOWN = 30, 7, 3
"""So many words at most are compared; more than so many may have points within; what is longer is shown by its second
time and the word before it."""
GRAMMAR = 1.5e-3
"""A word that is more frequent holds sentences together, and is not said twice for its weight."""
TWICE, WEIGHTY = 5e-7, 3e-5
"""How often a word of grammar, and another, stands twice by right, before the book tells."""
PHRASE, LINKED = 0.95, 0.1
"""How likely a phrase of five words or more that stands twice is a slip; one that holds a linking word, or
is set in capitals."""
LEAST, SURE, HEADED = 0.005, 0.97, 0.1
JOINED = tuple("_/@-")
"""What makes a longer word of one before it."""
_COLUMNS = re.compile(r"\t| {3}")
_LAWFUL = """
    had that very her no so is in you do ha well long far more on now little old poor dear good great many much too
    right quite really there it what who one
    sie die das der nous vous rien si so sehr nein ja gar что как так то все да нет очень же
"""
LAWFUL = frozenset(_LAWFUL.split())
"""Words that stand twice in good sentences (*that that*, *nous nous*, *so so*)."""
OFTEN, SELDOM = 3e-4, 6e-5
PHRASAL = frozenset(["in", "on", "is", "do", "one", "who"])
"""Those that do so only where one ends a clause (*come in in time*)."""
LINKS = frozenset(
    ["and", "by", "upon", "after", "or", "in", "to", "for", "und", "um", "für", "et", "à", "par", "и", "за"]
)
"""Words by which others are lawfully said again (*again and again and again*, *step by step by step*)."""


def find(page: Page) -> Iterator[Suspect]:
    """What stands twice on a page, and likely by a slip."""
    ids = page.neighbours.ids
    done = 0
    for at, size in sorted(_twice(page), key=lambda pair: (pair[0], -pair[1])):
        if at < done or not _adjoin(page, at, size):
            continue
        again = 1
        while np.array_equal(ids[at : at + size], ids[at + again * size : at + (again + 1) * size]):
            again += 1
        likely = (_phrase(page, at, size) if size > 1 else _word(page, at)) / 4 ** (again - 2)
        likely *= HEADED if _heads(page, at, size) else 1
        done = at + again * size
        if likely >= LEAST:
            kept = 0 if size <= SHOWN else size - 1
            start, end = page.place(at + kept)[0], page.place(at + 2 * size - 1)[1]
            left, until = page.place(at)[0], page.place(at + size - 1)[1]
            twice = page.text[left:until]
            form = " ".join(f"{twice} {twice}".casefold().split())
            asked = None if size == 1 and _is_grammar(page, twice.casefold()) else form
            yield Suspect(start, end, page.text[start:until], likely, f"“{twice}” stands here twice", asked)


def _twice(page: Page) -> Iterator[tuple[int, int]]:
    """Where so many words stand twice, one time after the other."""
    ids = page.neighbours.ids
    for size in range(1, min(LONGEST, len(ids) // 2) + 1):
        same = np.flatnonzero((ids[size:] == ids[:-size]) & (ids[size:] > 0))
        if len(same) >= size:
            runs = np.flatnonzero(same[size - 1 :] - same[: len(same) - size + 1] == size - 1)
            yield from ((int(same[run]), size) for run in runs)


def _adjoin(page: Page, at: int, size: int) -> bool:
    """Whether the two times are written alike, with nothing but space between and, unless it is long, within."""
    start, end = page.place(at)[0], page.place(at + 2 * size - 1)[1]
    words = page.text[start:end].casefold().split()
    if (
        page.text[start - 1 : start] in ("’", "'", "-")
        or page.text[end : end + 1] in JOINED
        or words[: len(words) // 2] != words[len(words) // 2 :]
    ):
        return False
    return size > LONG or (not _COLUMNS.search(page.text, start, end) and all(map(WORD.fullmatch, words)))


def _heads(page: Page, at: int, size: int) -> bool:
    """Whether the first time is the whole first line of a paragraph, like a heading."""
    start, end = page.place(at)[0], page.place(at + size - 1)[1]
    leaf = page.leaf_at(start)
    return leaf is not None and not page.text[leaf.start : start].strip() and page.text[end : end + 1] in ("\n", "\r")


def _word(page: Page, at: int) -> float:
    """How likely one word stands twice by a slip."""
    pairs = page.neighbours
    word = pairs.names[pairs.ids[at]]
    count, often = page.forms[word], pairs.count(word, word)
    grammar = _is_grammar(page, word)
    usual = OFTEN if word in LAWFUL else TWICE if grammar else WEIGHTY
    usual = SELDOM if word in PHRASAL else usual
    slips = SLIPS if grammar else SLIPS * 30 ** (1 - often)
    span = page.text[page.place(at)[0] : page.place(at + 1)[1]].split()
    if len(span) == 2 and (span[1][:1].isupper() or span[0][1:].isupper()):  # a name, another sentence, a heading
        usual *= 30
    return SURE * slips / (slips + usual + (0 if grammar else max(0, often - 1) / count))


def _is_grammar(page: Page, word: str) -> bool:
    """Whether a word holds sentences together, and stands twice in none, in this document as in any other."""
    anywhere = page.lexicon is None or page.lexicon.frequency(word) > GRAMMAR / 5
    return anywhere and page.neighbours.share(word) > GRAMMAR and word not in LAWFUL


def _phrase(page: Page, at: int, size: int) -> float:
    """How likely a phrase stands twice by a slip."""
    pairs = page.neighbours
    words = [pairs.names[number] for number in pairs.ids[at : at + size]]
    if size < 4 and not LINKS.isdisjoint(words):
        return PHRASE * LINKED
    title = page.text[page.place(at)[0] : page.place(at + size - 1)[1]].isupper()
    return PHRASE * min(1.0, size / 5) * (LINKED if title else 1)


DOUBLED_WORDS = Rule("doubled-words", find)
