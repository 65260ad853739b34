"""Capitals in mid-sentence, and names without one.

**What it finds.** A word of grammar that has a capital in the middle of a sentence (*she went And came back*): either
the capital is a slip, or a full stop is lacking before it; a name that is written small once (*petrograd* in a book
full of *Petrograd*).

**Why it matters.** A reader takes the one for a name, and misses the other.

**Example.** The lamp was lit And the door stood open. → and

**When it is wrong.** In verse and titles that are printed within prose, in prayers (*in His name*), and where an author
speaks of the word (*what is a soviet?*).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from variorum.layers.findings.page import Page
from variorum.layers.findings.patterns import in_prose, rare
from variorum.layers.findings.suspect import Rule, Suspect

_GREAT = "A-ZÀ-ÞА-ЯЁ"
_MID = re.compile(rf"[{_GREAT}](?<=[^\W\d_{_GREAT}][ \n].)[^\W\d_{_GREAT}]+(?![\w’'-])")
"""A word with a capital right after a small letter and a space."""
CAPITAL, SMALL, LISTED = 0.12, 0.4, 0.04
"""How likely a capital on a word of grammar is a slip; a small letter on a name that no list has, or on a word."""
GRAMMAR, OFTEN, NAMED, UNLISTED = 1e-3, 20, 10, 1e-6
"""A word of grammar is so frequent in its language, and stands so often without a capital; a name so often with one
in mid-sentence; a word is hardly any if it is less frequent."""
HABIT = 1e-5
"""In what share of a document's words capitals are set so by habit, if there is more than one."""
_HONOURED = "he him his me my mine thee thou thy you your who whom er ihn ihm sie ihr вы вас вам ваш он его"
HONOURED = frozenset(_HONOURED.split())
"""Words that have a capital out of reverence, or politeness."""


def find(page: Page) -> Iterator[Suspect]:
    """The words of a page that have a capital against its habit, or lack one."""
    middle = list(_MID.finditer(page.text))
    yield from _capitals(page, middle)
    yield from _small(page, Counter(match[0] for match in middle))


def _capitals(page: Page, middle: list[re.Match[str]]) -> Iterator[Suspect]:
    """Words of grammar with a capital in mid-sentence."""
    counts = Counter(match[0] for match in middle)
    odd = [match for match in middle if counts[match[0]] == 1 and _is_grammar(page, match[0]) and _alone(page, match)]
    likely = CAPITAL * rare(max(0, len(odd) - 1), page.total, HABIT)
    for match in odd:
        mend = match[0].lower()
        message = "a capital in mid-sentence, or a full stop is lacking before it"
        yield Suspect(*match.span(), mend, likely, message)


def _is_grammar(page: Page, word: str) -> bool:
    small = word.lower()
    often = page.lexicon is not None and page.lexicon.frequency(small) > GRAMMAR
    return often and small not in HONOURED and page.counts[small] >= max(OFTEN, GRAMMAR / 4 * page.total)


def _alone(page: Page, match: re.Match[str]) -> bool:
    """Whether no other word with a capital stands beside it, as in a title, and its paragraph is a whole sentence."""
    leaf = page.leaf_at(match.start())
    before = page.text[max(0, match.start() - 24) : match.start()].split()[-1:]
    after = page.text[match.end() : match.end() + 24].split()[:1]
    beside = any(word[:1].isupper() and word != "I" for word in before + after)
    return leaf is not None and in_prose(page, match) and not beside and page.text[leaf.end - 1 : leaf.end] in ".!?…”’»"


def _small(page: Page, named: Counter[str]) -> Iterator[Suspect]:
    """Names without a capital."""
    odd = {name.lower(): name for name, often in named.items() if often >= NAMED and page.counts[name.lower()] == 1}
    if not odd:
        return
    pairs = page.neighbours
    for at in pairs.places([pairs.numbers[one] for one in odd if one in pairs.numbers]):
        start, end = page.place(at)
        name = odd.get(page.text[start:end])
        if name is not None and page.text[start - 1 : start] not in ("-", "’", "'", "“", "‘", '"', "«"):
            unlisted = page.lexicon is None or page.lexicon.frequency(name) < UNLISTED
            likely = (SMALL if unlisted else LISTED) * named[name] / (named[name] + NAMED)
            yield Suspect(start, end, name, likely, f"{name} stands here {page.counts[name]} times")


CASE = Rule("case", find)
