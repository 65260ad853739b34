"""A space too many before a point, or lacking after one.

**What it finds.** *said.He*, *word ,word*, a space inside a bracket or after a dash that the book sets without.

**Why it matters.** Two words run into one for every search, and lines break in the wrong place.

**Example.** “I don't know,”he said. → “I don't know,” he said.

**When it is wrong.** In addresses, times, formulae and abbreviations without spaces, and in books that set a space
before some points throughout: that is a habit, and not reported.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from variorum.layers.findings.page import Page
from variorum.layers.findings.pairs import sought
from variorum.layers.findings.patterns import Pattern, departures
from variorum.layers.findings.suspect import Rule, Suspect
from variorum.layers.findings.words.tokens import WORD

LACKING = 0.01
"""In what share of its places a space is left out by habit."""
_LACKING = "a space is lacking here"
_EXTRA = "a space too many"
_BESIDE_DASH = "a space beside a dash, which the book sets without"
_DASH = re.compile(r"—(?=[^\W\d_])")
PATTERNS = (
    Pattern(
        sought("[,;:!?]", r"[^\W\d_]", r"(?=[^\W\d_]{2})(?<=[^\W\d_].)(?<!\w\.[^\W\d_],)"),
        re.compile(r"[,;:!?] (?=[^\W\d_])"),
        0.97,
        lambda match: match[0] + " ",
        _LACKING,
        LACKING,
    ),
    Pattern(
        sought(r"\.", "[A-ZÀ-ÞА-Я]", r"(?=[A-ZÀ-ÞА-Я][^\W\d_])(?<=[^\W\d_A-Z]{2}\.)"),
        re.compile(r"\. (?=[A-ZÀ-ÞА-Я][^\W\d_])"),
        0.97,
        lambda _: ". ",
        _LACKING,
        LACKING,
    ),
    Pattern(
        sought("[”»]", r"[^\W\d_]", r"(?=[^\W\d_]{2})(?<=[,.!?;:—–].)"),
        re.compile(r"[”»] (?=[^\W\d_])"),
        0.97,
        lambda match: match[0] + " ",
        _LACKING,
        LACKING,
    ),
    Pattern(
        sought(" ", "[,.;:!?]", r"[,.;:!?](?=\s)(?!\s[.…])(?<=[^\W\d_]..)"),
        re.compile(r"[,.;:!?](?=\s)"),
        0.8,
        lambda match: match[0].strip(),
        _EXTRA,
    ),
    Pattern(
        sought(r"[(\[]", r"[ \t]", r"[ \t]+(?=\w)"),
        re.compile(r"[(\[](?=\w)"),
        0.8,
        lambda match: match[0].strip(),
        _EXTRA,
    ),
    Pattern(
        sought(" ", r"[)\]]", r"[)\]](?<=\w..)"),
        re.compile(r"[)\]](?<=\w.)"),
        0.8,
        lambda match: match[0].strip(),
        _EXTRA,
    ),
    Pattern(sought("—", " ", r" (?=[^\W\d_])(?<=[^\W\d_]..)"), _DASH, 0.8, lambda _: "—", _BESIDE_DASH, LACKING),
    Pattern(sought(" ", "—", r"—(?=[^\W\d_])(?<=[^\W\d_]..)"), _DASH, 0.8, lambda _: "—", _BESIDE_DASH, LACKING),
)


def find(page: Page) -> Iterator[Suspect]:
    """The spaces of a page that are lacking or too many."""
    for one in departures(page, PATTERNS):
        if not (one.message == _LACKING and _is_cipher(page, one)):
            yield one


def _is_cipher(page: Page, one: Suspect) -> bool:
    """Whether no word that the language has stands on either side."""
    words = WORD.findall(page.text, max(0, one.start - 24), one.start + 1)[-1:]
    words += WORD.findall(page.text, one.end, one.end + 24)[:1]
    return page.lexicon is not None and not any(page.lexicon.frequency(word) > 0 for word in words)


SPACING = Rule("spacing", find)
