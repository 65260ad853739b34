"""Words with a space within.

**What it finds.** *carr iage*, *him self*, *be forehand*, where the book writes them as one.

**Why it matters.** No search finds the word, and a reader stumbles.

**Example.** She spoke of him self → himself

**How.** How often a slip would split this word, and how well the whole fits between its neighbours, against how well
the two parts do, by the pairs of words of the book.

**When it is wrong.** In old spellings that stand once (*every thing*), and where the two are words by right.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from variorum.layers.findings.page import Page
from variorum.layers.findings.suspect import Rule, Suspect
from variorum.layers.findings.words.lexicon import outlines
from variorum.layers.findings.words.neighbours import Ids
from variorum.layers.findings.words.numbered import SHIFT, numbered, table

SLIPS, SEAM = 1e-6, 2e-4
"""How often a word is split at one place of it, and where it is made of two words."""
APART, GRAMMAR, LOOSE, FAST, ELSEWHERE = 1e-6, 1.5e-3, 0.12, 0.8, 0.25
"""A part that is less frequent is no word; one that is more frequent is one of grammar. What two other words make, and
what a word of grammar is part of in English, and elsewhere (*er reichen*, *по тому*), is so likely one by right."""
MOST = 2
"""What stands apart more often is a habit."""
SHORTEST, ABSENT, UNSEEN = 4, 0.15, 0.6
"""A word that is shorter is none that may be split; how likely one is that the document has nowhere else: where both
parts are words, and where one is none."""
SPLIT = re.compile(r"[^\W\d_]{2,}\s[^\W\d_]{2,}")
LEAST, SURE = 0.005, 0.98
PROMISING = 1e-3
"""No neighbours make a split likelier than so many times what its parts alone let expect."""


def find(page: Page) -> Iterator[Suspect]:
    """The words of a page that are likely split."""
    pairs = page.neighbours
    wanted = _promising(page)
    for at in pairs.pairs(list(wanted)):
        whole, often = wanted[int(pairs.beside[at])]
        rate, sure = _prior(page, at)
        odds = rate * math.exp(_better(page, at, whole))
        likely = sure * odds / (1 + odds)
        if likely < LEAST:
            continue
        start, end = page.place(at)[0], page.place(at + 1)[1]
        written, mend = page.text[start:end], "".join(page.text[start:end].split())
        if not SPLIT.fullmatch(written) or page.text[start - 1 : start].isalnum():
            continue
        same = page.counts[mend] + page.counts[whole]
        likely *= (same + 1) / (same + 1 + 2 * often) if same else ABSENT if sure < SURE else UNSEEN
        if likely >= LEAST and (written[1:].islower() or written.isupper()):
            yield Suspect(start, end, mend, likely, _message(page, whole, mend))


def _message(page: Page, whole: str, mend: str) -> str:
    often = page.forms[whole]
    return f"{mend} is one word, and stands so here {often} times" if often > 1 else f"{mend} is one word"


def _prior(page: Page, at: int) -> tuple[float, float]:
    """How often a word is split between two parts, and how likely they are one word by right."""
    pairs = page.neighbours
    parts = [pairs.names[number] for number in pairs.ids[at : at + 2]]
    if any(page.lexicon is not None and page.lexicon.frequencies.get(part, 0.0) < APART for part in parts):
        return SLIPS, SURE
    fast = FAST if page.language.casefold().startswith("en") else ELSEWHERE
    return SEAM, fast if max(map(pairs.share, parts)) > GRAMMAR else LOOSE


def _promising(page: Page) -> dict[int, tuple[str, int]]:
    """The pairs of words that may be one split, each with that and how often it is apart."""
    pairs = page.neighbours
    size, total = len(pairs.names), page.total
    names, forms, counts = pairs.names, page.forms, pairs.counts.tolist()
    usual = page.lexicon.usual if page.lexicon else frozenset[str]()
    seldom = np.flatnonzero(pairs.times <= MOST)
    seldom = seldom[_whole(page, pairs.keys[seldom])]
    found = {}
    for key, often in zip(pairs.keys[seldom].tolist(), pairs.times[seldom].tolist(), strict=True):
        one, two = divmod(key, size)
        whole = names[one] + names[two]
        if (whole in forms or whole in usual) and one and two and len(whole) >= SHORTEST:
            here = forms.get(whole, 0) + (page.lexicon.frequency(whole) * total / 2 if page.lexicon else 0)
            if SEAM * here * total > PROMISING * (counts[one] * counts[two] - 1):
                found[key] = whole, often
    return found


def _whole(page: Page, keys: Ids) -> NDArray[np.bool_]:
    """For each of some pairs of words whether there is a word that is both of them; of a few it only seems so."""
    pairs = page.neighbours
    numbers, powers = numbered(pairs.names)
    ones, twos = keys // len(pairs.names), keys % len(pairs.names)
    both = (numbers[ones] + powers[ones] * numbers[twos]) >> SHIFT
    known: NDArray[np.bool_] = table(numbers)[both]
    return np.asarray(known | outlines(page.language)[both])


def _better(page: Page, at: int, whole: str) -> float:
    """By how many nats one word fits better than the two that stand there."""
    pairs = page.neighbours
    before, one, two, after = (pairs.names[pairs.ids[place]] for place in range(at - 1, at + 3))
    apart = pairs.after(before, one, 1) * pairs.after(one, two, 1) * pairs.after(two, after, 1)
    return math.log(pairs.after(before, whole) * pairs.after(whole, after) / apart)


SPLIT_WORDS = Rule("split-words", find)
