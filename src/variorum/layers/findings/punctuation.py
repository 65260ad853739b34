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
from variorum.layers.findings.pairs import sought
from variorum.layers.findings.patterns import LEAST, Pattern, departures, in_prose, rare
from variorum.layers.findings.suspect import Rule, Suspect

PATTERNS = (
    Pattern(sought(",", r"[ \t,]", r"(?<=[^\s,].)(?:[ \t]*,)+"), None, 0.9, lambda _: ",", "two commas"),
    Pattern(sought(";", r"[ \t;]", r"(?:[ \t]*;)+"), None, 0.9, lambda _: ";", "two semicolons"),
    Pattern(
        sought("[,;:!?]", "[,;:.]", r"[,;:.](?![.…]| \.)(?<=[\w)]..)(?<!,,)(?<!;;)(?<![!?][,;:.])"),
        None,
        0.85,
        lambda match: "." if match[0] in (",.", ";.", ":.") else match[0][0],
        "two points one after the other",
    ),
    Pattern(
        sought("[!?]", r"\.", r"\.(?![.…]| \.)(?<=\w..)"),
        None,
        0.5,
        lambda match: match[0][0],
        "a full stop behind what may belong to a title",
    ),
    Pattern(
        sought(r"\.", r"\.", r"\.(?![.…]| \.)(?=\s)(?<=[^\W\d_]{4}..)"), None, 0.8, lambda _: ".", "two full stops"
    ),
)
_POINT = sought(r"\.", ",", r",(?<=[ \n“‘(][a-zа-яà-ÿ]{4}.,|[a-zа-яà-ÿ]{5}.,)(?=[ \n]+[^\W\d_a-zа-яà-ÿ])")
_LAST = re.compile(r"([^\W\d_]+)\Z")
POINTED = 0.75
"""How likely a comma is a slip that stands between a word and a full stop, and a new sentence."""
_NEW = re.compile(r",(?<=[^\W\d_]{2},) ([^\W\d_a-zа-я][^\W\d_A-Z]+)(?= [a-zа-я])")
_PAUSE = re.compile(r"[.!?:;—(\[“”‘’\"\n]")
COMMON, NEW_SENTENCE = 40, 0.5
"""So many of a document's most frequent words are looked at, and how likely a comma before one with a capital is a
full stop misread where the document sets none of them so."""
_LEADS = re.compile(r"\b(?:is|that|called|saying|says|said|thought|runs|reads|rule|words)\Z")
INVERTED = 0.0005
"""In what share of commas it is a habit that a capital follows."""
CLAUSE = 30
"""So many letters of a sentence stand before such a comma at least."""


def find(page: Page) -> Iterator[Suspect]:
    """The points of a page that no one sets so."""
    yield from departures(page, PATTERNS)
    yield from _pointed(page)
    yield from _new_sentences(page)


def _pointed(page: Page) -> Iterator[Suspect]:
    """Commas behind a full stop, before a new sentence, where no abbreviation stands."""
    found = (match for match in page.pairs.find(_POINT) if in_prose(page, match))
    odd = [match for match in found if not _is_abbreviated(page, match.start())]
    likely = POINTED * rare(len(odd), page.total) if odd else 0
    for match in odd if likely > LEAST else ():
        yield Suspect(*match.span(), ".", likely, "a comma behind a full stop")


def _is_abbreviated(page: Page, end: int) -> bool:
    """Whether a word with a full stop is no usual one, or has one as often elsewhere where no sentence ends."""
    word = _LAST.search(page.text, max(0, end - 30), end)
    if word is None or page.lexicon is None or word[1] not in page.lexicon.usual:
        return True
    within = re.findall(rf"\b{word[1]}\.(?:,| [^\W\dA-ZА-Я])", page.text)
    return page.counts[word[1]] < 2 * len(within) - 1


def _new_sentences(page: Page) -> Iterator[Suspect]:
    """Commas before a frequent word that has a capital there, and elsewhere in mid-sentence none."""
    common = {word for word, _ in page.forms.most_common(COMMON) if len(word) > 1}
    odd = [match for match in _NEW.finditer(page.text) if match[1].casefold() in common and _ends_clause(page, match)]
    rate = rare(len(odd), page.text.count(", "), INVERTED) if odd else 0
    if rate <= 0.1:
        return
    cased = {word: _in_mid_sentence(page.text, word) for word in {match[1] for match in odd}}
    lines = Counter(page.leaf_at(match.start()) for match in odd)
    for match in odd:
        if lines[page.leaf_at(match.start())] == 1:
            likely = NEW_SENTENCE * rate * rare(cased[match[1]], page.counts[match[1].casefold()])
            yield Suspect(match.start(), match.start() + 1, ".", likely, "a comma before a new sentence")


def _ends_clause(page: Page, match: re.Match[str]) -> bool:
    leaf, at = page.leaf_at(match.start()), match.start()
    if leaf is None or leaf.kind != "paragraph" or at - leaf.start < CLAUSE:
        return False
    before = page.text[at - CLAUSE : at]
    return not _PAUSE.search(before) and not _LEADS.search(before)


def _in_mid_sentence(text: str, word: str) -> int:
    """How often a word with a capital stands after one without any point."""
    return len(re.findall(rf" {word} (?<=[^\W\d_] {word} )", text))


PUNCTUATION = Rule("punctuation", find)
