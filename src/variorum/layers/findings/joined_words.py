"""Two words without a space between them.

**What it finds.** *manythings*, *ofthe*, *bleakflats*: a word that no list has, of two that stand side by side;
a word that the book has nearly always as two.

**Why it matters.** No search finds either word.

**Example.** In spite ofthe rain → of the

**How.** How often the two stand apart in the book, against how many compounds their language makes of the one and of
the other.

**When it is wrong.** In compounds that the author made for the occasion.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from itertools import islice

from variorum.layers.findings.page import MOST, Page, form
from variorum.layers.findings.suspect import Rule, Suspect
from variorum.layers.findings.words.lexicon import Lexicon, foreign
from variorum.layers.findings.words.places import addressed, bracketed
from variorum.layers.findings.words.variants import BEGINNINGS

SLIPS = 1e-5
"""How many spaces of a text are lost."""
MADE, OF_GRAMMAR = 3e-6, 1e-6
"""How often a text has a certain compound that no list has, of parts that hardly make any; of two
words of grammar."""
LISTED, FOREIGN = 1e5, 0.05
"""How much less likely a slip is what the lists let expect once; what another language has."""
UNSEEN = 0.04
"""What two words that never stand side by side count for."""
PART, LETTERS = 1e-6, 3
"""A part that is less frequent, or shorter and not a thousand times as frequent, is no word."""
SHORTEST = 5
APOSTROPHES = ("’", "'", "‘")
KNOWN, INCONSISTENT, OFTEN = 2e-4, 0.3, 4
"""How often a space is lost in what is a word as well, and how likely that is a slip; it stands apart so many times,
for each time that it does not."""
SELDOM, GLUE, CHANCE = 5e-5, 4e-3, 0.1
"""What words that are more frequent have in no list they hardly have; those that are so frequent make no compounds."""
AGAIN, DERIVED = 0.6, 0.1
GRAMMAR, GRAMMATICAL, CARELESS = 50, 1.5e-3, 5e-3
"""So many of the most frequent words are of grammar, or those that are more frequent, and make no compounds; what two
of them make is a word if it is more frequent than so, against both by chance side by side."""
COMPOUNDS = 1e-3
"""What share of the words of an English text are in no list and made of two words; a text that has more makes more."""
NAMED = 0.2
"""How much less likely a slip is what is always written with a capital."""
LEAST, SURE = 0.005, 0.85
PRIOR, ROUNDS = 0.3, 5
"""The shape of what is expected of a text before it is read: texts differ much in how carefully they were typed."""


def find(page: Page) -> Iterator[Suspect]:
    """The pairs of words of a page that have likely lost the space between them."""
    words = page.lexicon
    if words is None:
        return
    yield from _inconsistent(page, words)
    fused = _fused(page, words)
    found = []
    for one, places in (page.rare | fused).items():
        parts = [(one[:at], one[at:]) for at in range(1, len(one)) if one[:at] in words.frequencies]
        known = [pair for pair in parts if _are_words(words, pair)] if len(one) >= SHORTEST else []
        if not known:
            continue
        worths = {pair: _odds(page, words, pair) for pair in known}
        pair = max(worths, key=lambda pair: (worths[pair], pair))
        odds = worths[pair] * AGAIN ** (len(places) - 1)
        odds /= 1 if one in fused else 1 + _listed(words, one, pair) * page.total * LISTED
        derived = pair[0][-1] + pair[1] in words.endings or (pair[0] in BEGINNINGS and not _of_grammar(words, pair))
        odds *= DERIVED if derived else 1
        odds *= FOREIGN if foreign(one, page.language) else 1
        odds *= NAMED if all(page.text[place].isupper() for place in places) else 1
        found.append((one, places, pair, odds))
    inventive = max(1.0, (len(found) + 1) / (COMPOUNDS * page.total + 1))
    found = [
        (one, places, pair, odds if _of_grammar(words, pair) else odds / inventive) for one, places, pair, odds in found
    ]
    careless = _careless([odds for *_, odds in found], page.total)
    for one, places, pair, odds in found:
        likely = SURE * careless * odds / (1 + careless * odds)
        if likely >= LEAST:
            yield from _suspects(page, one, places, pair, likely)


def _careless(odds: Sequence[float], words: int) -> float:
    """How many times as often as usual this text loses its spaces, as its likely slips tell.

    An empirical Bayes estimate: a gamma prior, whose mean is the usual rate, and what is expected by the odds.
    """
    times = 1.0
    for _ in range(ROUNDS):
        expected = sum(times * one / (1 + times * one) for one in odds)
        times = max(1.0, (expected + PRIOR) / (words * SLIPS + PRIOR))
    return times


def _suspects(page: Page, one: str, places: list[int], pair: tuple[str, str], likely: float) -> Iterator[Suspect]:
    often = page.neighbours.count(*pair)
    between = "-" if often and 2 * page.text.count("-".join(pair)) > often else " "
    for start in places:
        at, end = start + len(pair[0]), start + len(one)
        if page.text[start - 1 : start] in APOSTROPHES or form(page.text[start:end]) != one:
            continue
        if not bracketed(page.text, start, end) and not addressed(page.text, start, end):
            mend = f"{page.text[start:at]}{between}{page.text[at:end]}"
            message = f"{mend} are two words" + (f", and stand so here {often} times" if often > 1 else "")
            yield Suspect(start, end, mend, likely, message, one)


def _fused(page: Page, words: Lexicon) -> dict[str, list[int]]:
    """Where two words of grammar stand as one, which the lists have from careless writers."""
    shares = {word: words.frequencies[word] for word in islice(words.frequencies, GRAMMAR) if word.isalpha()}
    both = {one + two: shares[one] * shares[two] for one in shares for two in shares}
    odd = [one for one in both.keys() & page.forms.keys() if words.frequencies.get(one, 0.0) < CARELESS * both[one]]
    pairs = page.neighbours
    found: dict[str, list[int]] = {}
    for at in pairs.places([pairs.numbers[one] for one in odd if page.forms[one] <= MOST]):
        found.setdefault(pairs.names[pairs.ids[at]], []).append(page.place(at)[0])
    return found


def _inconsistent(page: Page, words: Lexicon) -> Iterator[Suspect]:
    """Words that stand nearly always as two, where the neighbours ask for two."""
    pairs, apart = page.neighbours, {}
    size, names, often = len(pairs.names), pairs.names, pairs.times >= OFTEN
    for key, times in zip(pairs.keys[often].tolist(), pairs.times[often].tolist(), strict=True):
        one = names[key // size] + names[key % size]
        if one in words.usual and 0 < page.forms.get(one, 0) <= min(MOST, times / OFTEN) and len(one) >= SHORTEST:
            apart[pairs.numbers[one]] = names[key // size], names[key % size]
    for at in pairs.places(list(apart)):
        pair = apart[int(pairs.ids[at])]
        odds = KNOWN * _fits(page, at, pair)
        likely = INCONSISTENT * odds / (1 + odds)
        if likely >= LEAST:
            yield from _suspects(page, "".join(pair), [page.place(at)[0]], pair, likely)


def _fits(page: Page, at: int, pair: tuple[str, str]) -> float:
    """How much better two words fit than the one that stands there."""
    pairs = page.neighbours
    before, one, after = (pairs.names[pairs.ids[place]] for place in range(at - 1, at + 2))
    two = pairs.after(before, pair[0]) * pairs.after(*pair) * pairs.after(pair[1], after)
    return two / (pairs.after(before, one, 1) * pairs.after(one, after, 1))


def _are_words(words: Lexicon, pair: tuple[str, str]) -> bool:
    """Whether both parts are words; beside one of grammar a rare one is enough."""
    known = [_is_word(words, part) for part in pair]
    if any(known) and not all(known):
        one, other = pair if known[0] else pair[::-1]
        return _is_glue(words, one) and len(other) > LETTERS and other in words.usual
    return all(known)


def _is_word(words: Lexicon, part: str) -> bool:
    return words.frequencies.get(part, 0.0) > (PART if len(part) > LETTERS - 1 else PART * 1000)


def _odds(page: Page, words: Lexicon, pair: tuple[str, str]) -> float:
    """How much more often a slip would bring two words together than their author."""
    pairs = page.neighbours
    if _of_grammar(words, pair):
        return SLIPS * pairs.count(*pair) / OF_GRAMMAR
    (heads, tails), (first, second) = words.compounds(*pair), (_few(words, part) for part in pair)
    often = page.total * pairs.share(pair[0]) * pairs.after(*pair) + UNSEEN
    by_chance = tuple(CHANCE if _is_glue(words, part) else 1.0 for part in pair)
    return SLIPS * often / (MADE * (heads * by_chance[0] + first) * (tails * by_chance[1] + second))


def _is_glue(words: Lexicon, part: str) -> bool:
    """Whether a word is so frequent that it makes no compounds: what seems one in a list is chance (*bathe*)."""
    return len(part) > 2 and words.frequencies.get(part, 0.0) > GLUE and part not in BEGINNINGS


def _listed(words: Lexicon, one: str, pair: tuple[str, str]) -> float:
    """How often the lists have a word, less what careless writers make of the two."""
    careless = CARELESS * words.frequency(pair[0]) * words.frequency(pair[1])
    return max(0.0, words.frequency(one) - (careless if any(_is_glue(words, part) for part in pair) else 0.0))


def _of_grammar(words: Lexicon, pair: tuple[str, str]) -> bool:
    return min(words.frequencies.get(part, 0.0) for part in pair) > GRAMMATICAL


def _few(words: Lexicon, part: str) -> float:
    """How many compounds a word makes of which no list has any: the more frequent the word, the fewer."""
    return 0.5 * min(1.0, math.sqrt(SELDOM / words.frequencies[part]))


JOINED_WORDS = Rule("joined-words", find)
