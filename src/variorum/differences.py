"""What sort of difference there is between two words: accent, spelling, inflection, another word.

What is spelling and what is another word is learnt from the witnesses themselves: two spellings of one word hardly
ever stand in one witness, two words do; and letters that are exchanged in many words are exchanged by rule.
Collations of copies ask it, and checks of quotations.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from functools import lru_cache
from itertools import combinations
from typing import NamedTuple

from rapidfuzz.distance import Levenshtein

_ACCIDENTAL = ("punctuation", "case", "accent", "spelling", "abbreviation", "division")
_SUBSTANTIVE = ("inflection", "word", "order", "transposition", "plus", "minus")
CLASSES = ("same", *_ACCIDENTAL, *_SUBSTANTIVE)
SAME, PUNCTUATION, CASE, ACCENT, SPELLING, ABBREVIATION, DIVISION = range(7)
INFLECTION, WORD, ORDER, TRANSPOSITION, PLUS, MINUS = range(7, len(CLASSES))
ACCIDENTALS = range(PUNCTUATION, INFLECTION)
"""What does not touch the words, only how they are written."""

ENDINGS = frozenset(
    [
        "",
        *["s", "es", "ed", "d", "t", "ing", "n", "en", "e", "er", "ers", "est", "eth", "th", "em", "ent", "ait", "ant"],
    ]
)
"""Endings that inflect words in several languages, until a text shows its own."""
STEM, ENDING = 3, 3
"""How many letters a stem has at least, an ending at most."""
OFTEN, BY_RULE = 5, 3
"""Of how many stems an exchange of endings makes it inflection; in how many words letters are exchanged by rule."""
TWICE, SELDOM = 2, 20
"""How often a word stands in a witness that is no slip there; by how much rarer a slip is than the word itself."""
ALIKE, NEAR = 0.6, 0.8
"""From what likeness on words may be spellings by a rule; from what on slips of one another."""
CUT = 3
"""How many letters an abbreviation lacks at least where the whole word has a point behind it, too."""
BY_EAR, LONG = 5, 6
"""How many letters words have at least that sound alike, or that are alike, to be spellings of one another."""
_ANDS = frozenset("&⁊")


class Word(NamedTuple):
    """A word as written, and whether a point follows it at once."""

    written: str
    pointed: bool


class Habits(NamedTuple):
    """What some witnesses show of their spelling and inflection."""

    both: frozenset[tuple[str, str]]
    """Pairs of words that differ here and both stand in one and the same witness: no two spellings of one."""
    rules: frozenset[tuple[str, str]]
    """Letters that are exchanged in several words."""
    endings: frozenset[tuple[str, str]]
    """Endings that are exchanged on many stems."""


def habits(pairs: Iterable[tuple[str, str]], vocabularies: Iterable[Mapping[str, int]]) -> Habits:
    """What the words that answer one another, and the words of each witness, show."""
    forms = {tuple(sorted((plain(one), plain(other)))) for one, other in pairs}
    different = {(one, other) for one, other in forms if one != other}
    together: set[tuple[str, str]] = set()
    endings: Counter[tuple[str, str]] = Counter()
    for vocabulary in vocabularies:
        known: Counter[str] = Counter()
        for word, count in vocabulary.items():
            known[plain(word)] += count
        together |= {(one, other) for one, other in different if _at_home(known[one], known[other])}
        endings |= _endings(set(known))
    rules = Counter(
        _rule(one, other)
        for one, other in different - together
        if Levenshtein.normalized_similarity(one, other) >= ALIKE
    )
    return Habits(
        frozenset(together),
        frozenset(rule for rule, count in rules.items() if count >= BY_RULE and max(map(len, rule)) <= ENDING),
        frozenset(pair for pair, count in endings.items() if count >= OFTEN),
    )


def _at_home(one: int, other: int) -> bool:
    """Whether a witness has both of two words often enough that neither is a slip there."""
    return min(one, other) >= TWICE and min(one, other) * SELDOM >= max(one, other)


def _rule(one: str, other: str) -> tuple[str, str]:
    a, b, _ = exchanged(one, other)
    return (a, b) if a <= b else (b, a)


def _endings(known: set[str]) -> Counter[tuple[str, str]]:
    """How many stems of a vocabulary have two endings."""
    stems: defaultdict[str, list[str]] = defaultdict(list)
    for word in known:
        for size in range(min(ENDING, len(word) - STEM) + 1):
            stems[word[: len(word) - size]].append(word[len(word) - size :])
    return Counter(pair for found in stems.values() if 1 < len(found) <= 8 for pair in combinations(sorted(found), 2))


def classed(one: Word, other: Word, habits: Habits, same: bool = False) -> int:
    """The class of the difference between two words; `same` says that only old and new print tell them apart.

    >>> nothing = Habits(frozenset(), frozenset(), frozenset())
    >>> [CLASSES[classed(Word(a, False), Word(b, False), nothing)] for a, b in (("honour", "honor"), ("ship", "sheep"))]
    ['spelling', 'word']
    """
    a, b = one.written, other.written
    if a == b:
        return SAME
    if a.lower() == b.lower():
        return CASE
    if _unmarked(a) == _unmarked(b) != "":
        return PUNCTUATION
    bare_a, bare_b = plain(a), plain(b)
    if bare_a == bare_b and bare_a:
        return ACCENT
    if same:
        return SPELLING
    if _abbreviated(one, other) or _abbreviated(other, one):
        return ABBREVIATION
    return _judged(bare_a, bare_b, habits)


def _unmarked(word: str) -> str:
    """A word without apostrophes and hyphens, and with its accents."""
    return "".join(sign for sign in word if sign.isalnum() or unicodedata.category(sign)[0] == "M").lower()


def _abbreviated(short: Word, long: Word) -> bool:
    """Whether a word is cut short, with a point, or contracted to its ends; or is a sign for `and`."""
    if short.written in _ANDS:
        return len(long.written) <= 3
    a, b = plain(short.written), plain(long.written)
    cut = len(b) - len(a)
    if not (short.pointed and a and cut > 0 and a[0] == b[0]) or (long.pointed and cut < CUT):
        return False  # where both end a sentence, the point is the sentence's
    return b.startswith(a) or (a[-1] == b[-1] and _inside(a, b))


def _inside(short: str, long: str) -> bool:
    """Whether the letters of one word stand in another, in order."""
    rest = iter(long)
    return all(letter in rest for letter in short)


@lru_cache(maxsize=100_000)
def _judged(a: str, b: str, habits: Habits) -> int:
    """Spelling, inflection or another word, of words that differ in their letters."""
    one, other, at_end = exchanged(a, b)
    if any(letter.isdigit() for letter in a + b):
        return WORD
    likeness = Levenshtein.normalized_similarity(a, b)
    pair = (a, b) if a <= b else (b, a)
    apart = pair not in habits.both
    rule = _rule(a, b)
    stem = min(len(a) - len(one), len(b) - len(other))
    if at_end and stem >= max(STEM, len(one), len(other)):
        if rule in habits.endings or (rule[0] in ENDINGS and rule[1] in ENDINGS and rule != ("", "e")):
            return INFLECTION
        if max(len(one), len(other)) <= ENDING and not apart:
            return INFLECTION
    if apart and (spelt_alike(a, b) or (rule in habits.rules and likeness >= ALIKE)):
        return SPELLING
    if apart and _slip(a, b, likeness):
        return SPELLING
    return WORD


def _slip(a: str, b: str, likeness: float) -> bool:
    """Whether one word is another written carelessly, or by ear."""
    by_ear = min(len(a), len(b)) >= BY_EAR and consonants(a) == consonants(b) and likeness >= ALIKE
    return (a[:1] == b[:1] and by_ear and len(consonants(a)) > 1) or (likeness >= NEAR and min(len(a), len(b)) >= LONG)


# Spellings of one word: forms that differ as the spelling of old and new, British and American print does.

_REGULAR = (("our", "or"), ("ae", "e"), ("oe", "e"), ("ph", "f"), ("ck", "k"), ("y", "i"), ("z", "s"), ("x", "ct"))
"""Letters that spellings exchange, mostly in English, French and Latin; doubt: `lone` and `loan` stay apart."""
_RE = re.compile(r"(?<=[bcdgkpt])re(?=d?s?$)")
_TWICE = re.compile(r"(.)\1")
_VOWELS = re.compile("[aeiouywhаеёиоуыэюяіѣѵъь]")
_SHORTEST = 4
"""Shorter words than this are told apart by a single letter too often."""


@lru_cache(maxsize=200_000)
def plain(word: str) -> str:
    """The letters and digits of a word, without case and accents.

    >>> plain("Straße’s"), plain("naïve")
    ('strasses', 'naive')
    """
    if word.isascii() and word.isalnum():
        return word.lower()
    apart = unicodedata.normalize("NFKD", word).casefold().replace("æ", "ae").replace("œ", "oe")
    return "".join(letter for letter in apart if letter.isalnum())


def spelt_alike(one: str, other: str) -> bool:
    """Whether two words are likely to be one word in two spellings.

    >>> spelt_alike("honour", "honor"), spelt_alike("centre", "center"), spelt_alike("form", "from")
    (True, True, False)
    """
    return _skeleton(one) == _skeleton(other)


@lru_cache(maxsize=200_000)
def _skeleton(word: str) -> str:
    bare = plain(word)
    if len(bare) < _SHORTEST:
        return bare
    for letters, others in _REGULAR:
        bare = bare.replace(letters, others)
    return _TWICE.sub(r"\1", _RE.sub("er", bare))


def consonants(word: str) -> str:
    """The consonants of a word, each once in a row: what vowels are between them is often a matter of spelling.

    >>> consonants("Committee"), consonants("comite")
    ('cmt', 'cmt')
    """
    return _TWICE.sub(r"\1", _VOWELS.sub("", plain(word)))


_RUNS = (("rn", "m"), ("vv", "w"), ("uu", "w"), ("cl", "d"), ("ii", "u"))
_SHAPES = str.maketrans("ceaqvubkijlt1!fs0689", "ooognnhhlllll!llooog")
"""Letters that worn type and machines take for one another."""


@lru_cache(maxsize=200_000)
def shape(word: str) -> str:
    """The outline of a word's letters: what is easily misread has one outline.

    >>> shape("tbe") == shape("the"), shape("rny") == shape("my"), shape("ship") == shape("shop")
    (True, True, False)
    """
    bare = plain(word)
    for letters, others in _RUNS:
        bare = bare.replace(letters, others)
    return bare.translate(_SHAPES)


def exchanged(one: str, other: str) -> tuple[str, str, bool]:
    """The letters in which two words differ, what both begin and end with left away; and whether that is at their end.

    >>> exchanged("honour", "honor"), exchanged("walked", "walks")
    (('u', '', False), ('ed', 's', True))
    """
    shortest = min(len(one), len(other))
    first = next((at for at in range(shortest) if one[at] != other[at]), shortest)
    left = shortest - first
    last = next((at for at in range(left) if one[-1 - at] != other[-1 - at]), left)
    return one[first : len(one) - last], other[first : len(other) - last], not last
