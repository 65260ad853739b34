"""Phrases of a bead that no word of its other side answers: what may be unrendered, by the words alone."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import numpy as np
from numpy.typing import NDArray

from variorum.passages.answers import BESIDE, Answered, Vocabulary, Words, answers, around, likeness
from variorum.passages.gaps import Bar, gaps_of
from variorum.passages.sides import BREAK, Bead, Phrase, Proof, Side

Numbers = NDArray[np.int64]
Vectors = NDArray[np.float32]

UNLIKE, FREE = 0.5, 0.55
"""A word is unanswered if no word of the other side is so like it; and a word may stand for a phrase if no word beside
the phrase is so like it."""
KNOWN = 0.6
"""A word is known if some word of the other document is so like it."""
ASKS = re.compile(r"[?؟？;](?=\W|$)")
ASKED = re.compile(r"[?؟？][\"'”’»)\]]*$")
"""What asks, the Greek mark among them; and a sentence that does."""
NEARER, SURE = 0.1, 0.05
"""By how much the rest of a bead has to be nearer to the other side than the whole; and without a phrase that has a
number, or asks what the other side does not."""
ASKING = 3
"""A question of more words may be part of a sentence that is cut otherwise on the other side."""
APART, LEAST = 2, 2
"""So many unanswered words make a phrase, each at most so many words after the one before."""
OFTEN = 2
"""A word that stands more often than this and is mostly unanswered is one that the encoder cannot tell."""
NAMES = 20
"""A name that stands within so many sentences on the other side may be meant by a pronoun."""
STEPS = 4
"""Among so many words before and behind a phrase one is looked for whose answer shows its place."""


def phrases(
    one: Side,
    other: Side,
    beads: Numbers,
    vocabulary: Vocabulary,
    weights: tuple[Vectors, Vectors],
    bar: Bar,
) -> Iterator[Phrase]:
    """What may be unrendered between two documents, on either side: start and end of the beads on both, (beads, 4).

    `weights`: what each word of the vocabulary tells in the language of either side; `bar`: what a gap has to pass.
    """
    sides, spans = (one, other), (beads[:, :2], beads[:, 2:])
    laid = [np.searchsorted(side.spans[:, 0], span) for side, span in zip(sides, spans, strict=True)]
    both = answers(one.words, other.words, np.concatenate(laid, axis=1), vocabulary, weights, bar.light)
    bare = [_bare(side.words, found, UNLIKE) for side, found in zip(sides, both, strict=True)]
    clear = [np.bincount(found.bead[mine], minlength=len(beads)) == 0 for found, mine in zip(both, bare, strict=True)]
    for nth, back in ((0, 1), (1, 0)):
        having, lacking, found = sides[nth], sides[back], both[nth]

        def bead(at: int, nth: int = nth, back: int = back) -> Bead:
            return Bead(laid[nth][at], laid[back][at], _pair(spans[nth][at]), _pair(spans[back][at]))

        several = np.flatnonzero(laid[nth][:, 1] - laid[nth][:, 0] > 1).tolist()
        yield from _questions(having, lacking, map(bead, several))
        strange = _strange(lacking.words, both[back], FREE)
        for group in _runs(having, found, bare[nth]):
            at = int(found.bead[group[0]])
            told = clear[back][at] and _tells(having, lacking, found, group, bead(at), vocabulary)
            if told and not _free(having, lacking, found.word[group], bead(at), strange, vocabulary):
                yield _phrase(having, lacking, found, group, bead(at), bar.unanswered)
        yield from gaps_of(having, lacking, found, bead, weights[nth], bar)


def _pair(span: Numbers) -> tuple[int, int]:
    return int(span[0]), int(span[1])


def _strange(words: Words, found: Answered, least: float) -> NDArray[np.bool_]:
    """Which words of the vocabulary are mostly unanswered wherever they stand: the encoder cannot tell them."""
    kinds = words.kinds[found.word]
    count = int(words.kinds.max(initial=0)) + 1
    seen = np.bincount(kinds, minlength=count)
    missed = np.bincount(kinds[found.like < least], minlength=count)
    return (seen > OFTEN) & (2 * missed > seen)


def _bare(words: Words, found: Answered, least: float) -> NDArray[np.bool_]:
    """Which words nothing answers, but those that the encoder cannot tell."""
    return (found.like < least) & ~_strange(words, found, least)[words.kinds[found.word]]


def _runs(side: Side, found: Answered, bare: NDArray[np.bool_]) -> Iterator[Numbers]:
    """The unanswered words of a bead that stand together."""
    at = np.flatnonzero(bare)
    words = found.word[at]
    apart = (np.diff(words) > APART) | (np.diff(found.bead[at]) > 0)
    for nth in np.flatnonzero(~apart).tolist():
        apart[nth] = BREAK.search(side.text, side.words.ends[words[nth]], side.words.starts[words[nth + 1]]) is not None
    for group in np.split(at, np.flatnonzero(apart) + 1):
        if len(group) >= LEAST:
            yield group


def _tells(having: Side, lacking: Side, found: Answered, group: Numbers, bead: Bead, vocabulary: Vocabulary) -> bool:
    """Whether words enough tell that a phrase is lacking: numbers, and words that are known, but no names that stand
    near on the other side: a pronoun may mean them.
    """
    words = found.word[group]
    near = lacking.words.kinds[slice(*around(lacking.words, bead.theirs, NAMES))]
    beside = likeness(vocabulary, having.words.kinds[words], near).max(axis=1, initial=0)
    starts, ends = having.words.starts[words].tolist(), having.words.ends[words].tolist()
    written = [having.text[start:end] for start, end in zip(starts, ends, strict=True)]
    number = np.array([_is_number(word) for word in written])
    named = np.array([word[0].isupper() for word in written]) & (beside >= KNOWN)
    return int((number | ((found.ever[group] >= KNOWN) & ~named)).sum()) >= LEAST


def _is_number(word: str) -> bool:
    return any(map(str.isdecimal, word))


def _free(
    having: Side, lacking: Side, words: Numbers, bead: Bead, strange: NDArray[np.bool_], vocabulary: Vocabulary
) -> bool:
    """Whether a word of the other side may stand for the phrase: none beside the phrase is like it."""
    first, last = around(having.words, bead.mine, BESIDE)
    beside = np.concatenate([having.words.kinds[first : words[0]], having.words.kinds[words[-1] + 1 : last]])
    there = lacking.words.kinds[slice(*around(lacking.words, bead.theirs, 0))]
    there = there[~strange[there]]
    return bool((likeness(vocabulary, there, beside).max(axis=1, initial=0) < FREE).any())


def _phrase(having: Side, lacking: Side, found: Answered, group: Numbers, bead: Bead, rest: float) -> Phrase:
    first, last = int(found.word[group[0]]), int(found.word[group[-1]])
    starts, ends = having.words.starts[found.word[group]].tolist(), having.words.ends[found.word[group]].tolist()
    number = any(_is_number(having.text[start:end]) for start, end in zip(starts, ends, strict=True))
    proof = Proof(SURE if number else NEARER, rest)
    place = _place(lacking, found, int(group[0]), int(group[-1]), bead.there)
    return Phrase(having, lacking, bead.span, bead.there, starts[0], ends[-1], last + 1 - first, place, proof)


def _questions(having: Side, lacking: Side, beads: Iterable[Bead]) -> Iterator[Phrase]:
    """The short sentences at either end of a bead that ask, where nothing on the other side does."""
    for bead in beads:
        first, last = (int(at) for at in bead.mine)
        for at, place in ((first, bead.there[0]), (last - 1, bead.there[1])):
            words = int(having.words.offsets[at + 1] - having.words.offsets[at])
            start, end = _pair(having.spans[at])
            if words <= ASKING and ASKED.search(having.text[start:end]) and not ASKS.search(lacking.text, *bead.there):
                yield Phrase(having, lacking, bead.span, bead.there, start, end, words, (place, place), Proof(SURE))


def _place(lacking: Side, found: Answered, first: int, last: int, there: tuple[int, int]) -> tuple[int, int]:
    """Between which words of the other side a phrase would stand: the answers of the words before and behind it."""
    before, after = (_beside(found, at, step) for at, step in ((first, -1), (last, 1)))
    left = int(lacking.words.ends[before]) if before >= 0 else there[0]
    right = int(lacking.words.starts[after]) if after >= 0 else there[1]
    left, right = (min(max(at, there[0]), there[1]) for at in (left, right))
    return (left, right) if left <= right else (left, left)


def _beside(found: Answered, at: int, step: int) -> int:
    """The answer of the next word of the bead that has a good one, if a near one has."""
    for off in range(step, STEPS * step + step, step):
        if not 0 <= at + off < len(found.bead) or found.bead[at + off] != found.bead[at]:
            return -1
        if found.like[at + off] >= KNOWN:
            return int(found.by[at + off])
    return -1
