"""Points that are doubled, or that no one sets one after another.

**What it finds.** *,,*, *,.*, *;,*, *.,* after a word that is no abbreviation, two full stops, a comma before a new
sentence.

**Why it matters.** A misread point joins or parts sentences, and changes what they say.

**Example.** Nowhere in the house is he, Where can he be? → is he. Where can he be?

**When it is wrong.** After abbreviations, and where an author sets names, capitals or direct speech after a comma.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from variorum.layers.findings.page import Page
from variorum.layers.findings.patterns import Pattern, departures, rare
from variorum.layers.findings.suspect import Rule, Suspect

PATTERNS = (
    Pattern(re.compile(r",(?:[ \t]*,)+"), None, 0.9, lambda _: ",", "two commas"),
    Pattern(re.compile(r";(?:[ \t]*;)+"), None, 0.9, lambda _: ";", "two semicolons"),
    Pattern(re.compile(r"(?<![.…\s])[,;:]\.(?![.…])"), None, 0.9, lambda _: ".", "two points one after the other"),
    Pattern(re.compile(r"(?<=[^\W\d_])(?:[;:],|,[;:])"), None, 0.8, lambda match: match[0][0], "two points"),
    Pattern(re.compile(r"(?<=[^\W\d_]{4})\.\.(?![.…])(?=\s)"), None, 0.8, lambda _: ".", "two full stops"),
    Pattern(re.compile(r"(?<= )(?:[a-z]+)(?:!\.|\?\.)(?!\.)"), None, 0.5, lambda match: match[0][:-1], "two points"),
)


_CAPITAL = re.compile(r"(?<=[^\W\d_]{2})(,?) ([^\W\d_]+)(?= [^\W\d_])")
COMMON, NEW_SENTENCE = 40, 0.2
"""So many of a document's most frequent words are looked at, and how likely a comma before one with a capital is a
full stop misread where the document sets none of them so."""


def find(page: Page) -> Iterator[Suspect]:
    """The points of a page that no one sets so."""
    yield from departures(page, PATTERNS)
    yield from _new_sentences(page)


def _new_sentences(page: Page) -> Iterator[Suspect]:
    """Commas before a frequent word that has a capital there, and elsewhere in mid-sentence none."""
    common = {word for word, _ in page.forms.most_common(COMMON) if len(word) > 1}
    odd, cased = [], Counter[str]()
    for match in _CAPITAL.finditer(page.text):
        word = match[2]
        if word[0].isupper() and word[1:].islower() and word.casefold() in common:
            cased[word] += 1
            odd += [match] if match[1] else []
    for match in odd:
        leaf = page.leaf_at(match.start())
        if leaf is not None and leaf.kind == "paragraph":
            likely = NEW_SENTENCE * rare(cased[match[2]] - 1, page.counts[match[2].casefold()])
            yield Suspect(match.start(), match.end(1), ".", likely, "a comma before a new sentence")


PUNCTUATION = Rule("punctuation", find)
