"""Words that are some, but not the ones that stood there.

**What it finds.** *arid* for *and*, *modem* for *modern*, *wont* for *won’t*, where the word is rare in the book and
its neighbours ask for the other.

**Why it matters.** No spelling checker sees them.

**Example.** the sun arid the moon → and

**How.** How often the one is misread for the other, and how well each fits between its neighbours, by the pairs of
words of the book.

**When it is wrong.** Where a writer plays on words, or uses a rare one where a common one is usual.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from variorum.layers.findings.page import MOST, Page
from variorum.layers.findings.suspect import Rule, Suspect
from variorum.layers.findings.words.lexicon import Lexicon, elided, foreign
from variorum.layers.findings.words.misprints import misread

SLIPS = 3e-6
"""How often a word is taken for another by one change of letters."""
SELDOM, OFTEN = 4, 20
"""A word that stands so seldom may be a slip for one that stands so often."""
SCANNED, NONE, LISTED = 30, 1000, 6e-5
"""A word that is none, and stands more often than those that are looked at one by one, is a machine's if the other is
so many times as frequent; how much likelier it is than a word; how often lists have a word misread."""
APOSTROPHE = 100
"""How much more often an apostrophe is lost than letters are misread."""
LEAST, SURE, SPOKEN = 0.005, 0.9, 0.2
BESIDE = frozenset("-‐’'")
_ELIDED = re.compile(r"(?<![^\W\d_])[’'][^\W\d_]|[^\W\d_]{2}[’'](?=\s+[^\W\d_])")


def find(page: Page) -> Iterator[Suspect]:
    """The words of a page that are likely slips for others."""
    words = page.lexicon
    if words is None:
        return
    doubtful = _doubtful(page, words)
    for at in page.neighbours.places([page.neighbours.numbers[one] for one in doubtful]):
        one = page.neighbours.names[page.neighbours.ids[at]]
        worths = {stood: rate * _better(page, at, stood) for stood, rate in doubtful[one].items()}
        stood = max(worths, key=lambda stood: (worths[stood], stood))
        likely = SURE * worths[stood] / (1 + worths[stood])
        if likely < LEAST:
            continue
        start, end = page.place(at)
        if _ELIDED.search(page.text, max(0, start - 60), end + 60) or page.among_others(start, end):
            likely *= SPOKEN
        if foreign(one, page.language) and _beside_others(page, words, at):
            likely *= SPOKEN
        written, beside = page.text[start:end], page.text[start - 1 : start] + page.text[end : end + 1]
        if likely >= LEAST and not written[1:].isupper() and not BESIDE.intersection(beside):
            mend = stood[:1].upper() + stood[1:] if written[:1].isupper() else stood
            yield Suspect(start, end, mend, likely, f"{mend} is usual between these words, and {written} is not")


def _doubtful(page: Page, words: Lexicon) -> dict[str, dict[str, float]]:
    """The rare words of a page that another, which it often has, may have become, and how often that happens."""
    found: dict[str, dict[str, float]] = {}
    for stood, count in page.forms.items():
        if count >= OFTEN and page.counts[stood]:
            for one in misread(stood):
                often = page.forms.get(one, 0)
                if MOST < often < count / SCANNED and len(one) > 2 and _is_none(one, stood, words):
                    found.setdefault(one, {})[stood] = SLIPS * NONE
                elif 0 < often <= SELDOM and len(one) > 1 and one in words.usual:
                    found.setdefault(one, {})[stood] = SLIPS
    sign = "’" if "’" in page.text else "'"
    for one, stood in elided(words.language).items():
        if 0 < page.forms.get(one, 0) <= SELDOM and not foreign(one, page.language):
            found.setdefault(one, {})[stood.replace("'", sign)] = SLIPS * APOSTROPHE
    return found


def _is_none(one: str, stood: str, words: Lexicon) -> bool:
    """Whether a word is none, but another misread, which lists have now and then as well."""
    return words.frequency(one) <= LISTED * words.frequency(stood)


def _beside_others(page: Page, words: Lexicon, at: int) -> bool:
    """Whether a word stands beside one that its language hardly has, so that both may be of another."""
    beside = (page.neighbours.names[page.neighbours.ids[one]] for one in (at - 1, at + 1))
    return any(one and one not in words.usual for one in beside)


def _better(page: Page, at: int, stood: str) -> float:
    """How much better another word fits than the one that stands there."""
    pairs = page.neighbours
    before, one, after = (pairs.names[pairs.ids[place]] for place in range(at - 1, at + 2))
    if stood.isalpha() and not pairs.count(before, stood) and not pairs.count(stood, after):
        return 0.0
    here = pairs.after(before, one, 1) * pairs.after(one, after, 1)
    return pairs.after(before, stood) * pairs.after(stood, after) / here


REAL_WORDS = Rule("real-words", find)
