"""Places where one copy of a text differs from its other witnesses in a way that looks like a slip.

**What it finds.** A word that is none, or hardly ever, where the other copies have a word like it; and a word that is
one, where the other copies have one like it that fits better between its neighbours (*the nation was having up* beside
*heaving up*). What another rule suspects is likelier a slip where the other copies read as it suggests.

**Why it matters.** No dictionary knows the names of a book, but another copy of it does; and no rule sees that a word
is the wrong one, where the text alone does not tell.

**Example.** *Avkesntiev* in one transcription, *Avksentiev* in the other.

**How.** How well each of two words fits is told by the pairs of words of the copies and of their language, the place
itself left out. A difference that comes twice is a habit of an edition, and no slip.

**When it is wrong.** Where one edition spells by other rules than the other: spellings that a copy has often are passed
over. What authors changed themselves is mostly a word for an unlike word, and not reported.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from typing import Any, NamedTuple

from rapidfuzz.distance import DamerauLevenshtein

from variorum.layers.findings.copies import Copies, Token, differences
from variorum.layers.findings.page import form
from variorum.layers.findings.words.lexicon import Lexicon
from variorum.layers.findings.words.misprints import bare
from variorum.layers.findings.words.tokens import WORD
from variorum.layers.findings.words.variants import INFLECTED, respelt, wilful
from variorum.text import fold_word

FAR, SHORTEST, SHORT = 2, 3, 4
"""By how many letters a slip differs from its word at most; how many letters it has at least where it is no word; in
words of so many letters one letter differs."""
LISTED = 1e-8
"""From which frequency on a form is a word."""
UNUSUAL = 300
"""So many times as rare as another word is what is no word beside it: the lists have the slips of careless writers."""
INVISIBLE = "\u2060\u200b\ufeff\u00ad"
UNLISTED, NAME, RESPELT = 0.92, 0.8, 0.4
"""How likely what is no word is a slip for a word; for a name; how much less, in a name spelt in another way."""
REAL, INFLECTION = 0.9, 0.6
"""How likely one of two words like each other is a slip, where all stands alike round them; of two forms of one."""
BETTER, UNLIKE, AGREED = 1.0, 4.0, 1.0
"""So many nats better fits the other word at least; if short words differ in more than a letter; so many more where a
further copy has it."""
OLD, COMMON, AS_FREQUENT = 3e-7, 1e-5, 100
"""A word that is less frequent may be another in an older spelling; a name that is more frequent has but one; two words
are rather two spellings if neither is so many times as frequent as the other."""
REVISED = 1e-3
"""Where a copy alone has so large a share of other words than the rest, half of them are rather another edition's."""
RARER = 3
"""A name's misspelling is so many times as rare in its own copy as the name is in all together."""
ESTABLISHED = 10
"""What the copies write so often is how they spell it."""
RULE = "witnesses"


class _Difference(NamedTuple):
    """What one copy alone has, and what so many others have."""

    token: Token
    other: Token
    many: int
    one: str
    two: str

    def turned(self) -> _Difference:
        """The same as if the other had what it alone has."""
        return _Difference(self.other, self.token, 1, self.two, self.one)


def witnesses(copies: Copies) -> Iterator[dict[str, Any]]:
    """Rows of findings (`tables.FINDINGS`) from the places at which the witnesses of a text differ."""
    found = list(_alike(copies))
    habits = Counter((each.one, each.two) for each in found)
    wrong, alone = [], Counter[str]()
    for each in found:
        likely = _no_word(each, copies)
        if likely is not None:
            yield _row(each, likely)
        elif habits[each.one, each.two] == 1 and (likely := _wrong_word(each, copies)) is not None:
            wrong.append((each, likely))
            alone[each.token.doc] += 1
    for each, likely in wrong:
        share = alone[each.token.doc] / max(1, copies.counts[each.token.doc].total())
        yield _row(each, likely * REVISED / (REVISED + share))


def _row(each: _Difference, likely: float) -> dict[str, Any]:
    other = each.other.written.strip(INVISIBLE)
    said = "the other copies have" if each.many > 1 else "the other copy has"
    return {
        "doc": each.token.doc,
        "start": each.token.start,
        "end": each.token.end,
        "rule": RULE,
        "message": f"{said} {other} here",
        "suggestion": other,
        "confidence": likely,
    }


def _alike(copies: Copies) -> Iterator[_Difference]:
    """The places where one copy alone has a word like that of all others."""
    for token, other, many in differences(copies):
        one, two = (form(each.written.strip(INVISIBLE)) for each in (token, other))
        if DamerauLevenshtein.distance(one, two, score_cutoff=FAR) > FAR:
            continue
        if not (WORD.fullmatch(one) and WORD.fullmatch(two)) or _simple(one) == _simple(two):
            continue
        if any(map(copies.is_part, (token, other))):
            continue
        yield _Difference(token, other, many, one, two)


@lru_cache(maxsize=1 << 16)
def _simple(word: str) -> str:
    """A word without accents and ligatures, whichever way they are taken apart, nor the letters of old print."""
    return bare(fold_word(word.replace("’", "'")))


def _no_word(each: _Difference, copies: Copies) -> float | None:
    """How likely a slip is what is no word, or hardly ever; None if it is one."""
    words, one, two = copies.lexica[each.token.doc], each.one, each.two
    if words is None or min(len(one), len(two)) < SHORTEST:
        return None
    if words.frequency(one) >= max(LISTED, words.frequency(two) / UNUSUAL):
        return None
    here, there = copies.counts[each.token.doc][one], sum(counts[two] for counts in copies.counts.values())
    elsewhere = sum(counts[one] for doc, counts in copies.counts.items() if doc != each.token.doc)
    if elsewhere or here > RARER:
        return None
    listed = words.frequency(two) >= LISTED
    if not listed and there < RARER * here:
        return None
    named = each.token.written[:1].isupper() and words.frequency(two) < COMMON
    other = _is_name(each) or (named and there < ESTABLISHED and _spelt_otherwise(one, two))
    likely = (UNLISTED if listed else NAME) * (RESPELT if other else 1)
    return 1 - (1 - likely) / each.many


def _is_name(each: _Difference) -> bool:
    """Whether one copy has a name where the others have a word."""
    return each.token.written.istitle() and each.other.written.islower()


def _spelt_otherwise(one: str, two: str) -> bool:
    return INFLECTED != wilful(one, two, True) < 1


def _wrong_word(each: _Difference, copies: Copies) -> float | None:
    """How likely a word is a slip for another that fits better; None where nothing tells."""
    words, one, two = copies.lexica[each.token.doc], each.one, each.two
    if words is None or min(len(one), len(two)) < 2 or _is_old(one, two, words) or not copies.same_round(*each[:2]):
        return None
    if words.frequency(two) < LISTED or _no_word(each.turned(), copies) is not None:
        return None
    unlike = DamerauLevenshtein.distance(one, two) > 1 and min(len(one), len(two)) <= SHORT and not _sorted(one, two)
    better = copies.better(each.token, one, two) + AGREED * (each.many - 1)
    if better < (UNLIKE if unlike else BETTER):
        return None
    inflected = wilful(one, two, False) == INFLECTED
    return (INFLECTION if inflected else REAL) / (1 + math.exp(-better))


def _is_old(one: str, two: str, words: Lexicon) -> bool:
    """Whether two words may be two spellings of one."""
    rarer, usual = sorted(map(words.frequency, (one, two)))
    if respelt(one, two) and usual < AS_FREQUENT * rarer:
        return True
    return rarer < OLD and _spelt_otherwise(one, two) and not usual > COMMON


def _sorted(one: str, two: str) -> bool:
    """Whether two words have the same letters."""
    return sorted(one) == sorted(two)
