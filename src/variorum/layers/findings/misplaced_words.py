"""Words of grammar where the place tells that another stood there.

**What it finds.** *he* for *be* and *be* for *he*, *bad* for *had*, where no sentence has the one in that place (*it
must he done*); and other words of grammar a letter apart (*if* for *it*, *to* for *two*) that stand beside neither of
two frequent neighbours anywhere else in the book, where the other stands beside both.

**Why it matters.** Both are words, so that no spelling checker sees them, and a reader reads over them.

**Example.** It can hardly he called a lamp. → be

**How.** For some words of a language it is known what never stands beside them. For the others the pairs of words of
the book tell, weighed by how often a slip turns the one into the other.

**When it is wrong.** In inversions, quotations and dialect (*should he that is least*).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

import numpy as np

from variorum.layers.findings.page import Page
from variorum.layers.findings.suspect import Rule, Suspect
from variorum.layers.findings.words.lexicon import Lexicon
from variorum.layers.findings.words.misprints import before
from variorum.layers.findings.words.neighbours import Ids, Neighbours


class _Place(NamedTuple):
    """A word, the one that it stands for, and what stands before and after it where it does."""

    one: str
    stood: str
    before: str
    after: re.Pattern[str]


_MODALS = "to would should could will shall may might must can cannot"
_FINITE = re.compile(r"was|has|could|would|did|does|knew|went|came|took|saw|thought")
_PARTICIPLE = re.compile(
    r"\w{2,}[^e]ed|been|done|seen|taken|given|made|found|known|told|brought|an?|the|able|sure|so|no"
)
TELLING = {
    "en": (
        _Place("he", "be", _MODALS, _PARTICIPLE),
        _Place("be", "he", "that and when if as but because while where what which until before after", _FINITE),
        _Place("bad", "had", "he she they we you it who i", re.compile(r"been|not|never|to|a|the|no|[^a]\w{2,}ed")),
        _Place("bad", "had", "and that who which there", re.compile(r"been|never")),
        _Place("hare", "have", f"i we you they {_MODALS}", re.compile(r"been|not|never|to|a|the|no|had|\w{2,}ed")),
        _Place("arc", "are", "we you they there these those which who", re.compile(r"\w+")),
    ),
}
"""Where a word of a language stands for another."""
TOLD = 0.75
COMMON, EXPECTED, SEEN, PRIOR = 3e-4, 1, 2, 2.0
"""A word of grammar has so large a share of the words; it would stand beside each neighbour so often by chance; what
fits stands beside each so often; the weight of the prior."""
MISREAD, PLACED, LEAST = 3e-5, 0.5, 0.02
"""How many words of a text are changed by a letter; how likely it is one where the place leaves no doubt."""
_PROSE = re.compile(r"\w\s{2}\w")


def find(page: Page) -> Iterator[Suspect]:
    """The words of grammar of a page that stand where another belongs."""
    if page.lexicon is None:
        return
    told = list(_told(page))
    yield from told
    starts = {one.start for one in told}
    yield from (one for one in _learnt(page, page.lexicon) if one.start not in starts)


def _told(page: Page) -> Iterator[Suspect]:
    """By what never stands beside a word in its language."""
    pairs = page.neighbours
    size = len(pairs.names)
    for place in TELLING.get(page.language.casefold().split("-")[0], ()):
        heads = [pairs.numbers[word] for word in place.before.split() if pairs.count(word, place.one)]
        places = pairs.pairs([head * size + pairs.numbers[place.one] for head in heads])
        phrases = Counter((pairs.ids[at], pairs.ids[at + 2]) for at in places)
        for at in places:
            if place.after.fullmatch(pairs.names[pairs.ids[at + 2]]):
                yield from _suspect(page, at + 1, place.stood, TOLD / phrases[pairs.ids[at], pairs.ids[at + 2]])


def _suspect(page: Page, at: int, stood: str, likely: float) -> Iterator[Suspect]:
    """A word that stands for another, if it stands within a sentence."""
    start, end = page.place(at)
    written = page.text[start:end]
    if _PROSE.fullmatch(page.text[start - 2 : start] + page.text[end : end + 2]) and written.islower():
        yield Suspect(start, end, stood, likely, f"{stood} is usual between these words, and {written} is not")


def _learnt(page: Page, words: Lexicon) -> Iterator[Suspect]:
    """By what never stands beside a word in its book."""
    pairs = page.neighbours
    names = {one for one, count in page.forms.items() if count > COMMON * page.total and one.isalpha() and len(one) > 1}
    numbers = np.array(sorted(pairs.numbers[one] for one in names & pairs.numbers.keys()), np.int64)
    confused: dict[str, dict[str, float]] = {}
    for at in _alone(pairs, numbers):
        left, one, right = (pairs.names[number] for number in pairs.ids[at - 1 : at + 2])
        if one not in confused:
            confused[one] = before(one, words.letters, names)
        worths = {stood: share * _ratio(pairs, left, one, right, stood) for stood, share in confused[one].items()}
        if worths:
            stood = max(worths, key=lambda stood: (worths[stood], stood))
            odds = MISREAD * worths[stood]
            if PLACED * odds / (1 + odds) >= LEAST:
                yield from _suspect(page, at, stood, PLACED * odds / (1 + odds))


def _alone(pairs: Neighbours, numbers: Ids) -> list[int]:
    """Where one of some words stands whose frequent neighbours on both sides stand beside it only there."""
    size = len(pairs.names)
    known = np.zeros(size, bool)
    known[numbers] = True
    at = np.flatnonzero(known[pairs.ids[1:-1]]) + 1
    for way in (-1, 1):
        beside, here = pairs.ids[at + way], pairs.ids[at]
        usual = pairs.counts[beside] * pairs.counts[here] >= EXPECTED * len(pairs.ids)
        at, beside, here = (part[usual & (beside > 0)] for part in (at, beside, here))
        at = at[pairs.once(beside * size + here if way < 0 else here * size + beside)]
    places: list[int] = at.tolist()
    return places


def _ratio(pairs: Neighbours, left: str, one: str, right: str, stood: str) -> float:
    """How much better another word fits, by how often each stands beside its neighbours; none if it does not."""
    if min(pairs.count(left, stood), pairs.count(stood, right)) < SEEN:
        return 0.0
    return _fit(pairs, left, stood, right, 0) / _fit(pairs, left, one, right, 1)


def _fit(pairs: Neighbours, left: str, word: str, right: str, less: int) -> float:
    """How likely a word stands between two others: frequent ones tell by where they never stand (a Dirichlet prior)."""
    counts, numbers, total = pairs.counts, pairs.numbers, len(pairs.ids)
    here, there, after = (int(counts[numbers[each]]) for each in (word, left, right))
    first = (pairs.count(left, word) - less + PRIOR * here / total) / (there + PRIOR)
    return first * (pairs.count(word, right) - less + PRIOR * after / total) / (here + PRIOR)


MISPLACED_WORDS = Rule("misplaced-words", find)
