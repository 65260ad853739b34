"""How frequent the words of a language are, and how likely a string of letters is to be a word that no list has.

The lists are those of the package wordfreq (Speer 2022), for the languages that it has.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Container, Mapping, Sequence
from functools import cache
from itertools import islice, takewhile
from typing import NamedTuple

from variorum.layers.findings.words.numbered import Table, numbered, table

SPELT = 60_000
"""So many of a language's most frequent words tell how its words are spelt."""
EDGE, STEM = "·", 3e-6
USUAL, PART, MANY = 1e-7, 3, 50
QUOTED = ("fr", "de", "it", "es", "nl", "ru", "en")
LONGEST, FEWEST = 6, 3
"""An ending has so many letters at most, and so many words at least have it."""

MOST, CHANCE = 400, 2
"""So many words that begin alike are looked at; if one in so many goes on with a word it is no chance."""


class Lexicon(NamedTuple):
    """The words of one language: how frequent each is, and the letters that follow two others."""

    language: str
    frequencies: Mapping[str, float]
    """Shares of all words, by words in lower case with straight apostrophes."""
    following: Mapping[str, Counter[str]]
    endings: Mapping[str, float]
    """For the last letter of a word with letters after it, which share of words are such a word with these added."""
    letters: str
    """The letters that words are spelt with, the most frequent first."""
    usual: frozenset[str]
    """The words that a text is likely to have."""

    def frequency(self, word: str) -> float:
        """The share of all words that a word has, or that it has without the 's of a genitive; 0 where it is unlisted.

        >>> lexicon("en").frequency("House") > lexicon("en").frequency("houfe")
        True
        """
        form = word.casefold().replace("’", "'")
        known = self.frequencies.get(form, 0.0)
        return known or self.frequencies.get(form.removesuffix("'s"), 0.0) / 50

    def spelling(self, word: str) -> float:
        """The natural logarithm of how likely a word that is unlisted is to be spelt so, by its letters three by three.

        >>> lexicon("en").spelling("brinker") > lexicon("en").spelling("bnirkre")
        True
        """
        form = f"{EDGE}{EDGE}{word.casefold()}{EDGE}"
        return sum(_spelt(self.language, form[at : at + 3]) for at in range(len(form) - 2))

    def derived(self, word: str, stems: Container[str]) -> float:
        """How likely an unlisted word is one that is listed, or among `stems`, with a usual ending."""
        form = word.casefold()
        worths = [0.0]
        for at in range(max(3, len(form) - LONGEST), len(form)):
            ending = self.endings.get(form[at - 1 :])
            if ending:
                known = 1.0 if form[:at] in stems else min(1.0, self.frequencies.get(form[:at], 0.0) / STEM)
                worths.append(ending * known)
        return max(worths)

    def compounds(self, first: str, second: str) -> tuple[float, float]:
        """How many usual words are made of one word with another after it, and of another with one before it.

        >>> lexicon("en").compounds("snow", "things")[0] > lexicon("en").compounds("many", "things")[0]
        True
        """
        return _beginning(self.language, first, 1), _beginning(self.language, second[::-1], -1)


@cache
def _spelt(language: str, triple: str) -> float:
    """The natural logarithm of how likely the last of three letters is after the others, in words of a language."""
    words = lexicon(language)
    following = words.following if words else {}
    after, single, letter = following.get(triple[:2]), following.get(triple[1]), triple[2]
    back = (single[letter] + 0.5) / (single.total() + 20) if single else 0.01
    return math.log(((after[letter] if after else 0) + 5 * back) / ((after.total() if after else 0) + 5))


@cache
def _beginning(language: str, part: str, way: int) -> float:
    """How many of the usual words begin with a part of which the rest is a word as well; many are as good as more.

    Where most that begin so go on with what is no word, as after *is*, the others do by chance, and count for less.
    """
    words, (listed, turned) = lexicon(language), _sorted(language)
    sought, usual = listed if way > 0 else turned, words.usual if words else frozenset[str]()
    first = bisect_left(sought, part)
    begun = (
        bisect_left(sought, True, first, min(first + MOST, len(sought)), key=lambda one: not one.startswith(part))
        - first
    )
    rests = (one[len(part) :][::way] for one in sought[first : first + begun] if len(one) >= len(part) + PART)
    found = sum(rest in usual for rest in rests)
    return min(MANY, found) * min(1.0, (CHANCE * found / max(1, begun)) ** 2)


@cache
def _sorted(language: str) -> tuple[list[str], list[str]]:
    """The usual words of a language by their beginnings, and turned round by their endings."""
    words = lexicon(language)
    usual = words.usual if words else frozenset[str]()
    return sorted(usual), sorted(word[::-1] for word in usual)


@cache
def lexicon(language: str) -> Lexicon | None:
    """The lexicon of a language by its code; None where no list has it."""
    import wordfreq

    code = language.casefold().split("-")[0]
    if code not in wordfreq.available_languages("best"):
        return None
    frequencies = wordfreq.get_frequency_dict(code, wordlist="best")
    spelt = list(islice(filter(str.isalpha, frequencies), SPELT))
    endings = Counter(
        word[at - 1 :]
        for word in spelt
        for at in range(max(3, len(word) - LONGEST), len(word))
        if word[:at] in frequencies
    )
    shares = {ending: count / SPELT / SPELT for ending, count in endings.items() if count >= FEWEST}
    letters = Counter("".join(spelt))
    usual = [letter for letter, count in letters.most_common() if count > letters.total() / 20_000]
    words = frozenset(word for word, _ in takewhile(lambda pair: pair[1] > USUAL, frequencies.items()))
    return Lexicon(code, frequencies, _following(spelt), shares, "".join(usual), words)


def _following(words: Sequence[str]) -> dict[str, Counter[str]]:
    """How often each letter follows another, and two others."""
    following: defaultdict[str, Counter[str]] = defaultdict(Counter)
    run = f"{EDGE}{EDGE}" + f"{EDGE}{EDGE}{EDGE}".join(words) + EDGE
    for triple, count in Counter(map("".join, zip(run, run[1:], run[2:], strict=False))).items():
        if triple[1:] != EDGE + EDGE:
            following[triple[:2]][triple[2]] += count
            following[triple[1]][triple[2]] += count
    return dict(following)


@cache
def outlines(language: str) -> Table:
    """What the numbers of the usual words of a language have in common (`numbered.table`)."""
    words = lexicon(language)
    return table(numbered(list(words.usual if words else ()))[0])


@cache
def elided(language: str) -> dict[str, str]:
    """The usual words that have an apostrophe within, other than before an s, by their letters alone.

    >>> elided("en")["wont"]
    "won't"
    """
    words = lexicon(language)
    within = (one for one in sorted(words.usual if words else ()) if "'" in one[1:-1] and not one.endswith("'s"))
    return {one.replace("'", ""): one for one in within}


def foreign(word: str, language: str) -> bool:
    """Whether another language that books quote has a word in its short list.

    >>> foreign("maison", "en"), foreign("wretchedness", "en")
    (True, False)
    """
    import wordfreq

    lists = [wordfreq.get_frequency_dict(code, wordlist="small") for code in QUOTED if code != language]
    return any(one in listed for one in (word, f"é{word[1:]}") for listed in lists)
