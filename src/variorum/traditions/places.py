"""Places of a collation: where each token of a witness stands along the base, and what it is there."""

from __future__ import annotations

from functools import reduce
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import fuzz, process

from variorum.traditions.alignment import Likeness, aligned, common
from variorum.traditions.anchors import Numbers
from variorum.traditions.spelling import plain, spelt_alike
from variorum.traditions.tokens import Tokens

KINDS = ("same", "accidental", "substantive", "plus", "minus")
SAME, ACCIDENTAL, SUBSTANTIVE, PLUS, MINUS = range(len(KINDS))
DIVIDED = 5
"""Up to how many words may be one word, or fewer, in another witness: `to day` and `today`."""


class Text(NamedTuple):
    """A witness: its tokens, and each token as written."""

    tokens: Tokens
    written: list[str]


class Answers(NamedTuple):
    """A witness against the base."""

    base: Numbers
    """For each token of the base the token that answers it, or -1."""
    base_kinds: NDArray[np.int8]
    """What becomes of each token of the base."""
    kinds: NDArray[np.int8]
    """What each token of the witness is; those that answer none of the base are pluses or accidentals."""
    gaps: dict[int, list[int]]
    """Tokens that answer none, by the token of the base before which they stand."""


def answered(base: Text, witness: Text) -> Answers:
    """A witness's tokens held against the base's."""
    words_a, words_b = np.flatnonzero(base.tokens.is_word), np.flatnonzero(witness.tokens.is_word)
    keys_a, keys_b = base.tokens.keys[words_a], witness.tokens.keys[words_b]

    def alike(some: list[int], others: list[int]) -> Likeness:
        ours = [plain(base.written[at]) for at in words_a[some]]
        theirs = [plain(witness.written[at]) for at in words_b[others]]
        return np.asarray(process.cdist(ours, theirs, scorer=fuzz.ratio), np.float64) / 100

    words = aligned(keys_a, keys_b, alike)
    answers = np.full(len(base.written), -1, np.int64)
    answers[words_a[words >= 0]] = words_b[words[words >= 0]]
    _punctuation(base.tokens, witness.tokens, answers)
    divided = _divided(base, witness, words_a, words_b, words)
    return _judged(base, witness, answers, divided)


def _punctuation(base: Tokens, witness: Tokens, answers: Numbers) -> None:
    """Signs between the same words answer one another in order; where they are not as many, equal ones do."""
    matched = np.flatnonzero(answers >= 0)
    signs_a, signs_b = np.flatnonzero(~base.is_word), np.flatnonzero(~witness.is_word)
    place_a, place_b = np.searchsorted(matched, signs_a), np.searchsorted(answers[matched], signs_b)
    count_a = np.bincount(place_a, minlength=len(matched) + 1)
    count_b = np.bincount(place_b, minlength=len(matched) + 1)
    equal = count_a == count_b
    answers[signs_a[equal[place_a]]] = signs_b[equal[place_b]]
    starts_a, starts_b = np.cumsum(count_a) - count_a, np.cumsum(count_b) - count_b
    for place in np.flatnonzero(~equal & (count_a > 0) & (count_b > 0)).tolist():
        some = signs_a[starts_a[place] : starts_a[place] + count_a[place]]
        others = signs_b[starts_b[place] : starts_b[place] + count_b[place]]
        for one, other, length in common(base.keys[some].tolist(), witness.keys[others].tolist()):
            answers[some[one : one + length]] = others[other : other + length]


def _divided(base: Text, witness: Text, words_a: Numbers, words_b: Numbers, words: Numbers) -> tuple[Numbers, Numbers]:
    """The tokens of both that are the same letters divided into words otherwise."""
    same = np.flatnonzero(words >= 0)
    same = same[base.tokens.keys[words_a[same]] == witness.tokens.keys[words_b[words[same]]]]
    edges_a = np.concatenate([[-1], same, [len(words_a)]])
    edges_b = np.concatenate([[-1], words[same], [len(words_b)]])
    inside_a, inside_b = np.diff(edges_a) - 1, np.diff(edges_b) - 1
    wanted = (inside_a > 0) & (inside_b > 0) & (inside_a != inside_b) & (np.maximum(inside_a, inside_b) <= DIVIDED)
    ours, theirs = [np.empty(0, np.int64)], [np.empty(0, np.int64)]
    for at in np.flatnonzero(wanted).tolist():
        some = words_a[edges_a[at] + 1 : edges_a[at + 1]]
        others = words_b[edges_b[at] + 1 : edges_b[at + 1]]
        if _letters(base, some) == _letters(witness, others):
            ours.append(some)
            theirs.append(others)
    return np.concatenate(ours), np.concatenate(theirs)


def _letters(text: Text, words: Numbers) -> str:
    return "".join(plain(text.written[at]) for at in words)


def _judged(base: Text, witness: Text, answers: Numbers, divided: tuple[Numbers, Numbers]) -> Answers:
    base_kinds = np.where(base.tokens.is_word, MINUS, ACCIDENTAL).astype(np.int8)
    kinds = np.where(witness.tokens.is_word, PLUS, ACCIDENTAL).astype(np.int8)
    matched = np.flatnonzero(answers >= 0)
    there = answers[matched]
    same_keys = base.tokens.keys[matched] == witness.tokens.keys[there]
    base_kinds[matched] = np.where(same_keys, ACCIDENTAL, SUBSTANTIVE)
    for at, to in zip(matched.tolist(), there.tolist(), strict=True):
        if base.written[at] == witness.written[to]:
            base_kinds[at] = SAME
        elif base_kinds[at] == SUBSTANTIVE and not _substantive(base, witness, at, to):
            base_kinds[at] = ACCIDENTAL
    base_kinds[divided[0]] = ACCIDENTAL
    kinds[there] = base_kinds[matched]
    kinds[divided[1]] = ACCIDENTAL
    return Answers(answers, base_kinds, kinds, _gaps(answers, len(witness.written)))


def _substantive(base: Text, witness: Text, at: int, to: int) -> bool:
    return bool(base.tokens.is_word[at]) and not spelt_alike(base.written[at], witness.written[to])


def _gaps(answers: Numbers, count: int) -> dict[int, list[int]]:
    """The tokens of a witness that answer none of the base, by the place before which they stand."""
    matched = np.flatnonzero(answers >= 0)
    alone = np.ones(count, bool)
    alone[answers[matched]] = False
    tokens = np.flatnonzero(alone)
    before = np.searchsorted(answers[matched], tokens)
    gaps: dict[int, list[int]] = {}
    places = np.append(-1, matched)[before] + 1
    for place, token in zip(places.tolist(), tokens.tolist(), strict=True):
        gaps.setdefault(place, []).append(token)
    return gaps


def inserted(texts: list[Text], answers: list[Answers]) -> tuple[dict[int, int], list[dict[int, int]]]:
    """How many places each gap of the base needs, and for each witness which of them its tokens there take.

    Witnesses that have the same words at the same point share the places of those words; those that have nothing but
    the same words there count as one, so that a copy of a witness changes no place.
    """
    gaps: dict[int, dict[tuple[int, ...], list[_Place]]] = {}
    for number, (text, answer) in enumerate(zip(texts, answers, strict=True)):
        for gap, tokens in answer.gaps.items():
            keys = tuple(text.tokens.keys[tokens].tolist())
            places = gaps.setdefault(gap, {}).setdefault(keys, [_Place(key, []) for key in keys])
            for place, token in zip(places, tokens, strict=True):
                place.tokens.append((number, token))
    taken: list[dict[int, int]] = [{} for _ in texts]
    needed = {gap: reduce(_shared, readings.values()) for gap, readings in gaps.items()}
    for places in needed.values():
        for nth, place in enumerate(places):
            for number, token in place.tokens:
                taken[number][token] = nth
    return {gap: len(places) for gap, places in needed.items()}, taken


class _Place(NamedTuple):
    """A place between two of the base: the word there, and whose tokens they are (number of witness, of token)."""

    key: int
    tokens: list[tuple[int, int]]


def _shared(places: list[_Place], others: list[_Place]) -> list[_Place]:
    """The places of both in one order, those with the same word in common made one."""
    out: list[_Place] = []
    done_a = done_b = 0
    runs = common([place.key for place in places], [place.key for place in others])
    for at_a, at_b, length in [*runs, (len(places), len(others), 0)]:
        out += places[done_a:at_a] + others[done_b:at_b]
        done_a, done_b = at_a + length, at_b + length
        both = zip(places[at_a:done_a], others[at_b:done_b], strict=True)
        out += [_Place(one.key, one.tokens + other.tokens) for one, other in both]
    return out
