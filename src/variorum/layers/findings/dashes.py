"""Dashes where the book sets a hyphen, and hyphens where it sets a dash.

**What it finds.** *ice—covered* where *ice-covered* stands elsewhere; a hyphen with a space beside it, or two hyphens,
between words of a book that sets dashes; a hyphen after a point.

**Why it matters.** A dash parts words that belong together, a hyphen joins words that do not, and either hides a word
from a search.

**Example.** He went out,-and never came back. → out,—and

**When it is wrong.** In ranges, tables and signatures, and where an author means to stammer or to spell.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from variorum.layers.findings.page import Page
from variorum.layers.findings.pairs import sought
from variorum.layers.findings.patterns import Pattern, departures, in_prose
from variorum.layers.findings.suspect import Rule, Suspect

_SECOND = "I|he|she|they|we|but|which|until|because|though|although|while|whom"
_HYPHEN = sought("-", r"[^\W\d_]", r"(?=[^\W\d_])(?<=[^\W\d_].)")
_DASH = sought("[—–]", r"[^\W\d_]", r"(?=[^\W\d_])(?<=[^\W\d_].)")
_ANY = re.compile(r"[—–]")
_DOUBLED = re.compile(r"--+")
PATTERNS = (
    Pattern(
        sought("-", r"[^\W\d_]", r"(?<=[,;:!?]-)(?=[^\W\d_])"),
        _ANY,
        0.7,
        lambda _: "—",
        "a hyphen where the book sets a dash",
        0.01,
    ),
    Pattern(
        sought(" ", "-", r"-[ \t](?=[^\W\d_])(?<=[^\W\d_,;] - )"),
        _ANY,
        0.6,
        lambda _: "—",
        "a hyphen where the book sets a dash",
        0.01,
    ),
    Pattern(
        sought("-", r"[^\W\d_]", rf"(?=(?:{_SECOND})[ ,])(?<=[^\W\d_]{{3}}-)"),
        _ANY,
        0.6,
        lambda _: "—",
        "a hyphen where the book sets a dash",
        0.01,
    ),
    Pattern(
        sought("-", "-", r"-(?![->])(?=[^\W\d_\s]|\s[^\W\d_])(?<=[^\W\d_,;.!?]--)"),
        _ANY,
        0.8,
        lambda _: "—",
        "two hyphens where the book sets a dash",
        0.01,
    ),
)
DOUBLED = (
    Pattern(
        sought("—", r"[^\W\d_]", r"(?<=[^\W\d_]—)(?=[^\W\d_])"),
        _DOUBLED,
        0.8,
        lambda _: "--",
        "a dash where the book sets two hyphens",
        0.01,
    ),
)
COMPOUND, COMMON = 0.7, 3e-4
"""How likely a dash between words that the book joins by a hyphen elsewhere is a slip, where it does so often; and what
share of all words are of grammar."""


def find(page: Page) -> Iterator[Suspect]:
    """The dashes and hyphens of a page that are likely slips."""
    doubled = page.text.count("--") > page.text.count("—") + page.text.count("–")
    yield from departures(page, DOUBLED if doubled else PATTERNS)
    yield from _compounds(page)


def _compounds(page: Page) -> Iterator[Suspect]:
    """Dashes between two words that stand with a hyphen elsewhere."""
    dashes = [match for match in page.pairs.find(_DASH) if in_prose(page, match)]
    if not dashes:
        return
    compounds = Counter(_joined(page.text, match.start()) for match in page.pairs.find(_HYPHEN))
    pairs = [_joined(page.text, match.start()) for match in dashes]
    counts = Counter(pairs)
    for match, pair in zip(dashes, pairs, strict=True):
        hyphens = compounds[pair]
        if hyphens and not any(_is_common(page, word) for word in pair.split("-")):
            likely = COMPOUND * hyphens / (hyphens + counts[pair])
            yield Suspect(*match.span(), "-", likely, f"a dash where the book sets a hyphen elsewhere: {pair}")


def _is_common(page: Page, word: str) -> bool:
    """Whether a word is so frequent that it may stand on either side of any dash."""
    return len(word) < 2 or (page.lexicon.frequency(word) if page.lexicon else 0) > COMMON


def _joined(text: str, place: int) -> str:
    """The words on both sides of a character, with a hyphen, in lower case."""
    start, end = place, place + 1
    while start and text[start - 1].isalpha():
        start -= 1
    while end < len(text) and text[end].isalpha():
        end += 1
    return f"{text[start:place]}-{text[place + 1 : end]}".casefold()


DASHES = Rule("dashes", find)
