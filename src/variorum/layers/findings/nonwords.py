"""Words that are none, beside a word or a name of the same book.

**What it finds.** *Depulies* in a book full of Deputies; *scparately*, *afforbed*, *totered*, *Kerenskly*.

**Why it matters.** A reader stumbles, and no search finds the word.

**Example.** The Council of People's Depulies → Deputies

**How.** A noisy channel (Shannon 1948; Kernighan, Church, Gale 1990): how often a slip would bring this string in a
text with these words, against how often such a text has a word that no list knows and that is spelt like that. Where a
text or a paragraph has many unlisted words (dialect, old spelling, another language, names), one more is no surprise.

**When it is wrong.** In words that an author made up, and in old spellings that stand once.
"""

from __future__ import annotations

import math
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterator
from typing import NamedTuple
from unicodedata import combining, normalize

from variorum.layers.findings.page import Page, form
from variorum.layers.findings.suspect import Rule, Suspect
from variorum.layers.findings.words.lexicon import Lexicon, lexicon
from variorum.layers.findings.words.misprints import before

SLIPS = 3e-5
"""How many words of a text are misprinted into none."""
AGAIN = 0.2
"""How likely a slip comes again in the same book, against a word."""
EXPECTED = 0.05
"""A word that a text like this has more often than so by its frequency is a word."""
LEAST = 0.05
SHORTEST, MOST = 3, 3
USUAL = 1e-7
NAMED = 5
"""How much more often an unlisted word is a name."""
OTHERS = ("en", "fr", "de", "it", "es", "nl", "ru")
NEW, WEIGHT = 2e-3, 40
"""What share of words are in no list, before a paragraph is read; and how many words that opinion weighs."""


class _Form(NamedTuple):
    """A doubtful word: where it stands, and whether always with a capital."""

    places: list[int]
    named: bool


def find(page: Page) -> Iterator[Suspect]:
    """The words of a page that are likely misprints."""
    words = page.lexicon
    if words is None:
        return
    doubtful = _doubtful(page, words)
    new = _new(page, doubtful)
    bare = {unaccented(word): word for word, count in page.forms.items() if count > 3 and not word.isascii()}
    for one, seen in doubtful.items():
        stood, slips = _best(one, page, bare, words)
        genuine = _genuine(one, seen, page, words) * max(new(place) for place in seen.places)
        odds = slips / (genuine + page.total * words.frequency(one)) * AGAIN ** (len(seen.places) - 1)
        if odds / (1 + odds) < LEAST:
            continue
        for place in seen.places:
            written = page.text[place : place + len(one)]
            mend = _cased(stood, written)
            message = f"{written} is no word, and {mend} is one"
            yield Suspect(place, place + len(one), mend, odds / (1 + odds), message, one)


def _genuine(word: str, seen: _Form, page: Page, words: Lexicon) -> float:
    """How often a text of this length would have just this word, if every word in it were in no list."""
    spelt = math.exp(words.spelling(word)) + _compound(word, words)
    spelt += words.derived(word, page.forms) + _foreign(word, words)
    return page.total * spelt * (NAMED if seen.named else 1)


def _doubtful(page: Page, words: Lexicon) -> dict[str, _Form]:
    rare = {
        word
        for word, count in page.counts.items()
        if len(word) >= SHORTEST
        and word.isalpha()
        and count <= MOST
        and not word.isupper()
        and page.forms[form(word)] <= MOST
        and words.frequency(word) * page.total < EXPECTED
    }
    found: dict[str, _Form] = {}
    for match in page.words() if rare else ():
        if match.group() in rare:
            seen = found.setdefault(form(match.group()), _Form([], match.group()[0].isupper()))
            seen.places.append(match.start())
    return found


def _new(page: Page, doubtful: dict[str, _Form]) -> Callable[[int], float]:
    """For a place, how usual unlisted words are round it."""
    places = sorted(seen.places[0] for seen in doubtful.values())
    usual = max(NEW / 4, len(doubtful) / max(1, page.total))

    def share(place: int) -> float:
        near = bisect_right(places, place + 300) - bisect_right(places, place - 300) - 1
        return (near + usual * WEIGHT) / (100 + WEIGHT)

    return share


def _best(word: str, page: Page, bare: dict[str, str], words: Lexicon) -> tuple[str, float]:
    """What most likely stood there, and how many slips would bring this word in a text of this length."""
    worths: dict[str, float] = defaultdict(float)
    for stood, share in before(word, words.letters):
        stood = bare.get(stood, stood)
        here, usual = page.forms.get(stood, 0), words.frequencies.get(stood, 0.0)
        if stood != word and (here or usual > USUAL):
            worths[stood] = max(worths[stood], share * (here + usual * page.total / 2))
    stood = max(worths, key=lambda one: (worths[one], one), default="")
    return stood, SLIPS * sum(worths.values())


def _compound(form: str, words: Lexicon) -> float:
    """How likely an unlisted word is one of two words set together."""
    for at in range(3, len(form) - 2):
        if min(words.frequencies.get(form[:at], 0), words.frequencies.get(form[at:], 0)) > 3e-6:
            return 1e-8
    return 0.0


def _foreign(form: str, words: Lexicon) -> float:
    """How likely an unlisted word is one of another language."""
    others = (lexicon(code) for code in OTHERS if code != words.language)
    return 1e-6 if any(other is not None and other.frequencies.get(form, 0) > 5e-7 for other in others) else 0.0


def unaccented(word: str) -> str:
    """A word without its accents."""
    return "".join(char for char in normalize("NFD", word) if not combining(char))


def _cased(word: str, like: str) -> str:
    """A word with capitals like another's."""
    if like.isupper() and len(like) > 1:
        return word.upper()
    return word[:1].upper() + word[1:] if like[:1].isupper() else word


NONWORDS = Rule("nonwords", find)
