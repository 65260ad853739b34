"""Compiled loops over the words of columns: how alike two words are, and what it is worth that two columns are one.

A column holds the words that some witnesses have at one place, or their signs of punctuation, never both. Worths are
floats near 1 for a rare word that is the same in all.
"""

from __future__ import annotations

from typing import Any

import numba
import numpy as np
from numpy.typing import NDArray

from variorum.traditions.lexicon import LETTERS

kernel = numba.njit(nogil=True, cache=True)
inner = numba.njit(nogil=True, cache=True, forceinline=True)
"""What innermost loops call: a call of its own would hand over every array of a lexicon."""

SIGN, OTHER_SIGN, NEVER = 0.25, 0.05, -4.0
"""What the same sign is worth on both sides, another sign, and a word against a sign."""
MISMATCH, LIKE, HALF = -0.35, 1.1, 0.5
"""What two words are worth that have nothing in common; what their likeness adds, from half of the letters on."""


def _of_words() -> NDArray[np.float64]:
    """What two different words are worth, by the length of the longer and the letters in which they differ."""
    longest, far = np.meshgrid(np.maximum(1, np.arange(LETTERS + 1)), np.arange(LETTERS + 1), indexing="ij")
    alike = 1.0 - far / longest
    return MISMATCH + LIKE * np.where(alike >= HALF, alike, 0.0)


OF_WORDS = _of_words()


@kernel
def enter(lexicon: Any, profile: Any, begin: int, stop: int, span: Any) -> Any:
    """Makes some columns the span, in the place of those before; and how many different words they have."""
    count, first = 0, profile.starts[begin]
    for j in range(begin, stop):
        for at in range(profile.starts[j], profile.starts[j + 1]):
            word = profile.words[at]
            if span.number[word] < 0:
                span.number[word], span.words[count] = count, word
                is_word = lexicon.is_word[word]
                span.bags[count], span.lengths[count] = lexicon.bags[word], lexicon.lengths[word] if is_word else 0
                span.unlike[count] = MISMATCH if is_word else NEVER
                count += 1
            span.which[at - first], span.column[at - first] = span.number[word], j - begin
    for nth in range(count):
        span.number[span.words[nth]] = -1
    return count


@kernel
def worths_of(lexicon: Any, one: Any, i: int, other: Any, piece: Any, span: Any, out: Any) -> None:
    """What it is worth that a column and each one of a span are one, over all pairs of witnesses.

    The absent count for nothing. `piece`: the columns of the span, from and to, and how many different words they have.
    """
    begin, stop, count = piece
    first, held = other.starts[begin], other.starts[stop] - other.starts[begin]
    out[: stop - begin] = 0.0
    for p in range(one.starts[i], one.starts[i + 1]):
        _beside(lexicon, np.int64(one.words[p]), span, count)
        for nth in range(count):
            span.worths[nth] *= one.counts[p]
        for at in range(held):
            out[span.column[at]] += span.worths[span.which[at]] * other.counts[first + at]
    share = 1.0 / (one.size * other.size)
    for j in range(stop - begin):
        out[j] *= share


@kernel
def _beside(lexicon: Any, word: Any, span: Any, count: int) -> None:
    """What a word is worth beside each different word of a span."""
    words, worths, near, masks, letters = span.words, span.worths, span.near, span.masks, lexicon.letters
    if not lexicon.is_word[word]:
        for nth in range(count):
            worths[nth] = _of_signs(lexicon, word, words[nth])
        return
    bag, length, found = lexicon.bags[word], lexicon.lengths[word], 0
    for nth in range(count):  # no branch in it: most words are unlike, and that is soon told
        worths[nth], near[found] = span.unlike[nth], nth
        found += _may_be_like(bag, length, span.bags[nth], span.lengths[nth])
    mark(lexicon, word, masks)
    for at in range(found):
        other, there = words[near[at]], span.lengths[near[at]]
        far = _differences(masks, length, letters[other], there)
        worths[near[at]] = OF_WORDS[max(length, there), far] if word != other else lexicon.weights[word]
    unmark(lexicon, word, masks)


@kernel
def _of_signs(lexicon: Any, one: Any, other: Any) -> Any:
    """What a sign is worth beside a word or sign."""
    if one == other:
        return lexicon.weights[one]
    return NEVER if lexicon.is_word[other] else OTHER_SIGN


@kernel
def worth_of(lexicon: Any, one: Any, other: Any, masks: Any) -> Any:
    """What it is worth that two words, or signs, are one; `masks` as `mark` made them of the first."""
    if one == other or not lexicon.is_word[one]:
        return _of_signs(lexicon, one, other)
    if not lexicon.is_word[other]:
        return NEVER
    length, there = lexicon.lengths[one], lexicon.lengths[other]
    if not _may_be_like(lexicon.bags[one], length, lexicon.bags[other], there):
        return MISMATCH
    return OF_WORDS[max(length, there), _differences(masks, length, lexicon.letters[other], there)]


@inner
def _may_be_like(bag: Any, length: Any, other: Any, there: Any) -> Any:
    """Whether two words can have half of their letters in common: every letter that only one has is a difference."""
    long, alone = max(length, there), max(_ones(bag & ~other), _ones(other & ~bag))
    return (2 * alone <= long) & (2 * min(length, there) >= long) & (long > 0)


@inner
def _ones(bits: Any) -> Any:
    """How many bits of a number are set, counted side by side."""
    bits -= (bits >> np.uint64(1)) & np.uint64(0x5555555555555555)
    bits = (bits & np.uint64(0x3333333333333333)) + ((bits >> np.uint64(2)) & np.uint64(0x3333333333333333))
    bits = (bits + (bits >> np.uint64(4))) & np.uint64(0x0F0F0F0F0F0F0F0F)
    return np.int64((bits * np.uint64(0x0101010101010101)) >> np.uint64(56))


@inner
def mark(lexicon: Any, word: Any, masks: Any) -> None:
    """Keeps for every letter where it stands in a word, as bits; `masks` has a number for each letter, all 0."""
    for at in range(lexicon.lengths[word]):
        masks[lexicon.letters[word, at]] |= 1 << at


@inner
def unmark(lexicon: Any, word: Any, masks: Any) -> None:
    """Makes them 0 again."""
    for at in range(lexicon.lengths[word]):
        masks[lexicon.letters[word, at]] = 0


@inner
def _differences(masks: Any, length: Any, letters: Any, there: Any) -> Any:
    """The Levenshtein distance of two words, a column of its table at once as bits (Myers 1999, as in Hyyrö 2003)."""
    more, less, last, far = (1 << length) - 1, 0, 1 << (length - 1), length
    for at in range(there):
        same = masks[letters[at]]
        level = (((same & more) + more) ^ more) | same | less
        up, down = less | ~(level | more), more & level
        far += int(up & last != 0) - int(down & last != 0)
        up, down = up << 1 | 1, down << 1
        more, less = down | ~(level | up), up & level
    return far
