"""Words that are none, beside a word or a name of the same book.

**What it finds.** *Depulies* in a book full of Deputies; *scparately*, *afforbed*, *numberous*, *Kerenskly*;
with little certainty older spellings (*dependance*), which an edition that modernises them may have overlooked.

**Why it matters.** A reader stumbles, and no search finds the word.

**Example.** The Council of People's Depulies → Deputies

**How.** A noisy channel (Shannon 1948; Kernighan, Church, Gale 1990): how often a slip would bring this string in a
text with these words, here between these neighbours, against how often such a text has a word that no list knows and
that is spelt like that. Where a text or a paragraph has many unlisted words (dialect, old spelling, another language,
names), one more is no surprise; nor is another ending, another way to transliterate, or what the author does by habit.

**When it is wrong.** In words that an author made up, and in old spellings that stand once.
"""

from __future__ import annotations

import math
import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from variorum.layers.findings.page import Page, form
from variorum.layers.findings.suspect import Rule, Suspect
from variorum.layers.findings.words.lexicon import Lexicon, foreign, outlines
from variorum.layers.findings.words.misprints import ALIKE, bare, before, change
from variorum.layers.findings.words.numbered import Changed, changed, numbered, table
from variorum.layers.findings.words.places import addressed, bracketed
from variorum.layers.findings.words.tokens import WORD
from variorum.layers.findings.words.variants import dialect, respelt, wilful

SLIPS = 3e-5
"""How many words of a text are misprinted into none."""
AGAIN = 0.3
"""How likely a slip comes again in the same book, against a word."""
LEAST, FAINT = 0.005, 2e-4
"""What is less likely is no suspicion; what is so much less is one of spelling alone."""
SHORTEST = 3
NAMED = 5
"""How much more often an unlisted word is a name."""
NEW, WEIGHT = 2e-3, 40
"""What share of words are in no list, before a paragraph is read; and how many words that opinion weighs."""
SURE, TWICE = 0.88, 0.8
FOREIGN, SAID, ALONE, ELIDED, AMONG, NEITHER = 0.05, 0.1, 0.1, 0.1, 0.15, 0.15
"""How much less likely a slip is where another language has the word; in dialect; between marks by itself; among
words with letters left out; among words that the language hardly has; where a
name is like a word that is none."""
COVERED = {3: 0.02, 4: 0.05, 5: 0.15, 6: 0.4}
"""How many of the unlisted words that letters let expect there are, by their length: lists have
nearly all short ones."""
RESPELT, COMMON, LONG = 0.12, 15, 5
"""How often a word in an older spelling is one that was overlooked; how much more frequent the newer one is; and
how long it is at least."""
PLURAL = 0.5
MISREAD = 5e-5
"""How often lists have a word misread, for each time that they have it."""
INFLECTION, LISTED = 4e-8, 3e-8
"""A word is rather another's form if it has an ending that so many have; a short one is rather itself if lists have it
more often than so."""
SELDOM = 3
"""A name that stands so often is as likely misspelt itself as what is like it."""
_ELISION = re.compile(r"(?<![^\W\d_])[’'][^\W\d_]+|[^\W\d_][^\W\d_s][’'](?=\s+[^\W\d_])")
_OPENS, _CLOSES = "“‘«„‹\"'", "”’»“›\"'"


class _Form(NamedTuple):
    """A doubtful word: where it stands, and whether always with a capital."""

    places: list[int]
    named: bool


class _Spelt(NamedTuple):
    """The words of a page and its language, and which of them may be a letter away from each doubtful word."""

    known: frozenset[str]
    tried: dict[str, Changed]


class _Reading(NamedTuple):
    """What most likely stood for a doubtful word, and how likely it is a slip."""

    stood: str
    odds: float


def find(page: Page) -> Iterator[Suspect]:
    """The words of a page that are likely misprints."""
    words = page.lexicon
    if words is None:
        return
    doubtful = _doubtful(page)
    shares = _Shares(page, doubtful)
    known = words.usual.union(page.forms, page.plain)
    nearly = {one[:-1] for one, seen in doubtful.items() if _is_plural(one, seen)}
    tried = changed(
        doubtful.keys() | nearly,
        words.letters,
        table(numbered(list(known - words.usual))[0]) | outlines(words.language),
    )
    spelt = _Spelt(known, tried)
    read = {one: _read(one, seen, page, words, spelt, shares) for one, seen in doubtful.items()}
    habits = Counter(_habit(one, reading.stood) for one, reading in read.items() if reading and reading.odds > 0.1)
    for one, reading in read.items():
        if reading is None or (reading.odds < LEAST and not respelt(one, reading.stood)):
            continue
        seen = doubtful[one]
        trust = _trust(one, seen, reading.stood, page)
        if change(one, reading.stood)[:2] not in ALIKE:
            trust /= max(1, habits[_habit(one, reading.stood)])
        likely = reading.odds / (1 + reading.odds) * trust
        if _respelt(one, seen, reading.stood, words, trust):
            likely = max(likely, RESPELT)
        if likely >= LEAST:
            yield from _suspects(one, seen, reading.stood, likely, page)


def _habit(one: str, stood: str) -> tuple[str, str, bool]:
    """The letters by which two words differ, and whether they are beside the same again."""
    gone, came, head, _ = change(one, stood)
    return gone, came, bool(gone) and not came and one[max(0, head - 1) : head] == gone


def _respelt(one: str, seen: _Form, stood: str, words: Lexicon, trust: float) -> bool:
    """Whether a word is another in an older spelling, which an edition that modernises it has overlooked."""
    usual = words.frequency(stood) > COMMON * max(1e-8, words.frequency(one))
    likely = trust > wilful(one, stood, False) * SURE / 2 and not words.derived(one, ()) > INFLECTION
    long = len(one) > LONG or (len(one) == LONG and words.frequency(one) < LISTED)
    return not seen.named and long and usual and likely and respelt(one, stood)


def _suspects(one: str, seen: _Form, stood: str, likely: float, page: Page) -> Iterator[Suspect]:
    for place in seen.places:
        written = WORD.findall(page.text, place, place + len(one))[0]
        mend, often = _cased(_sharp(stood, page), written), page.forms.get(stood, 0)
        message = f"{written} is no word, and {mend} is one"
        if often > 1:
            message = f"{written} is no word, and {mend} stands here {often} times"
        yield Suspect(place, place + len(written), mend, likely, message, one)


def _sharp(stood: str, page: Page) -> str:
    """A word as the page writes it, where that is with an ß for its ss."""
    if "ss" not in stood or not page.language.startswith("de"):
        return stood
    written = stood.replace("ss", "ß")
    return written if page.counts[written] + page.counts[_cased(written, "A")] else stood


def _doubtful(page: Page) -> dict[str, _Form]:
    """The rare words of a page that no list has, or hardly."""
    found = {}
    for one, places in page.rare.items():
        whole = [place for place in places if not bracketed(page.text, place, place + len(one))]
        if whole and len(one) >= SHORTEST:
            found[one] = _Form(whole, _is_name(page.text, whole))
    return found


class _Shares:
    """For a place, how usual unlisted words are round it."""

    def __init__(self, page: Page, doubtful: dict[str, _Form]) -> None:
        self.places = sorted(seen.places[0] for seen in doubtful.values())
        self.usual = max(NEW / 4, len(doubtful) / max(1, page.total))

    def at(self, place: int) -> float:
        near = bisect_right(self.places, place + 300) - bisect_right(self.places, place - 300) - 1
        return (near + self.usual * WEIGHT) / (100 + WEIGHT)


def _read(one: str, seen: _Form, page: Page, words: Lexicon, spelt: _Spelt, shares: _Shares) -> _Reading | None:
    """What a doubtful word is likely to have been."""
    found = before(one, words.letters, spelt.known, spelt.tried[one])
    found |= {page.plain[stood]: share for stood, share in found.items() if stood in page.plain}
    plain = bare(one)
    worths = {}
    for stood, share in found.items():
        if bare(stood) != plain:
            worths[stood] = share * (page.forms.get(stood, 0) + words.frequencies.get(stood, 0.0) * page.total / 2)
    if not worths:
        return _plural(one, seen, page, words, spelt, shares)
    genuine = _genuine(one, seen, page, words) * max(map(shares.at, seen.places))
    genuine += page.total * _listed(one, words, worths)
    odds = SLIPS * sum(worths.values()) / genuine * AGAIN ** (len(seen.places) - 1)
    if odds < FAINT:
        return _Reading(max(worths, key=lambda stood: (respelt(one, stood), worths[stood], stood)), odds)
    lifts = {stood: worth * _lift(stood, seen, page) for stood, worth in worths.items()}
    stood = max(lifts, key=lambda one: (lifts[one], one))
    return _Reading(stood, odds * sum(lifts.values()) / sum(worths.values()))


def _listed(one: str, words: Lexicon, worths: Iterable[str]) -> float:
    """How often the lists have a word, less what of it is rather another one misread."""
    often = words.frequency(one)
    alike = (stood for stood in worths if change(one, stood)[:2] in ALIKE) if often else ()
    return max(0.0, often - MISREAD * max(map(words.frequency, alike), default=0.0))


def _plural(one: str, seen: _Form, page: Page, words: Lexicon, spelt: _Spelt, shares: _Shares) -> _Reading | None:
    """What a name in -s that nothing is like is likely to have been, by the name without it."""
    if not _is_plural(one, seen):
        return None
    reading = _read(one[:-1], seen, page, words, spelt, shares)
    return reading and _Reading(f"{reading.stood}s", reading.odds * PLURAL)


def _is_plural(one: str, seen: _Form) -> bool:
    return seen.named and len(one) >= LONG and one.endswith("s")


def _lift(stood: str, seen: _Form, page: Page) -> float:
    """How much better a word fits where another stands than a word that nobody knows."""
    place = seen.places[0]
    head = WORD.findall(page.text, max(0, place - 40), place)
    tail = WORD.findall(page.text, place, place + 80)[:2]
    if len(tail) < 2 or not head:
        return 1.0
    return min(300.0, max(0.02, page.neighbours.lift(form(head[-1]), stood, form(tail[1]))))


def _genuine(word: str, seen: _Form, page: Page, words: Lexicon) -> float:
    """How often a text of this length would have just this word, if every word in it were in no list."""
    spelt = math.exp(words.spelling(word)) * (NAMED if seen.named else COVERED.get(len(word), 1))
    return page.total * (spelt + _compound(word, words) + words.derived(word, page.forms))


def _trust(one: str, seen: _Form, stood: str, page: Page) -> float:
    """How likely a word is no slip for a reason that its letters do not tell."""
    trust, place = SURE * TWICE ** (len(seen.places) > 1), seen.places[0]
    listed = page.lexicon.frequencies.get(stood, 0.0) if page.lexicon else 0.0
    trust *= wilful(one, stood, seen.named and not listed)
    if seen.named and page.counts[stood] >= page.counts[_cased(stood, "A")] and _within(page.text, place):
        trust *= NEITHER
    if page.lexicon and not set(one) <= set(page.lexicon.letters) | set(stood):
        trust *= AMONG
    if not listed:
        often = page.forms[stood] + (page.forms[stood[:-1]] if stood.endswith("s") else 0)
        trust *= max(0, often - 1) / (often + SELDOM)
    if foreign(one, page.language):
        trust *= FOREIGN if page.among_others(place, place + len(one)) else 5 * FOREIGN
    if page.among_others(place, place + len(one)):
        trust *= AMONG
    if addressed(page.text, place, place + len(one)):
        trust *= NEITHER
    if dialect(one, stood):
        trust *= SAID
    elided = _ELISION.findall(page.text, max(0, place - 150), place + 150)
    if elided or page.text[place - 1 : place] == "’":
        trust *= ELIDED if len(elided) != 1 else 3 * ELIDED
    after = page.text[place + len(one) : place + len(one) + 2].lstrip(",.;")
    if page.text[max(0, place - 1) : place] in _OPENS and after[:1] and after[0] in _CLOSES:
        trust *= ALONE
    return trust


def _is_name(text: str, places: list[int]) -> bool:
    """Whether a word has a capital everywhere, or within a sentence."""
    capital = [place for place in places if text[place].isupper()]
    return len(capital) == len(places) or any(_within(text, place) for place in capital)


def _within(text: str, place: int) -> bool:
    """Whether a word stands within a sentence, so that its capital is its own."""
    return text[max(0, place - 1) : place] == " " and text[max(0, place - 2) : place - 1].isalpha()


def _compound(form: str, words: Lexicon) -> float:
    """How likely an unlisted word is one of two words set together."""
    for at in range(3, len(form) - 2):
        if min(words.frequencies.get(form[:at], 0), words.frequencies.get(form[at:], 0)) > 3e-6:
            return 1e-8
    return 0.0


def _cased(word: str, like: str) -> str:
    """A word with capitals like another's."""
    return word[:1].upper() + word[1:] if like[:1].isupper() else word


NONWORDS = Rule("nonwords", find)
