"""How each witness differs from a lemma, place by place: what is equal, accidental, another word, more, or less."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from variorum import differences
from variorum.differences import (
    ABBREVIATION,
    DIVISION,
    MINUS,
    ORDER,
    PLUS,
    PUNCTUATION,
    SAME,
    TRANSPOSITION,
    WORD,
    Word,
    classed,
    habits,
    plain,
)
from variorum.traditions.alignment import Places, Text
from variorum.traditions.moved import exchanged, moved
from variorum.traditions.profiles import NOBODY

DIVIDED = 6
"""Up to how many words may be one word, or fewer, in another witness: `to day` and `today`."""

INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]")

Codes = NDArray[np.int32]
Classes = NDArray[np.int8]


class Readings(NamedTuple):
    """What each witness has at each place, as numbers of the forms that occur, and what it is against the lemma."""

    forms: list[str]
    codes: Codes
    """A row for each place, a column for each witness; -1 where it has nothing."""
    lemma: Codes
    """For each place the form that all are held against; -1 for nothing."""
    classes: Classes


class _Side(NamedTuple):
    """What is held against something: forms, whether a point follows, and whether they are words, by place."""

    codes: Codes
    pointed: NDArray[np.bool_]


def readings(found: Places, texts: Sequence[Text], lemma: str) -> Readings:
    """The readings of all witnesses against the base (the first), the majority, or none."""
    forms, codes, pointed = _written(found, texts)
    is_word = _are_words(found, len(codes))
    vocabularies = [Counter(text.written) for text in texts]
    sides = [_Side(codes[:, nth], pointed[:, nth]) for nth in range(len(texts))]
    base = sides[0] if lemma != "majority" else _majority(codes, pointed)
    against = range(len(texts)) if lemma == "none" else [NOBODY]
    pairs = {
        pair for nth in against for side in sides for pair in _pairs(sides[nth] if nth >= 0 else base, side, is_word)
    }
    learnt = habits([(forms[a], forms[b]) for a, b in pairs], vocabularies)
    folded = _folded(found, codes, len(forms))
    judge = _Judge(forms, folded, is_word, learnt, _with(found, base, folded) if lemma == "majority" else found)
    out = np.zeros(codes.shape, np.int8)
    for nth, side in enumerate(sides):
        if lemma == "none":
            others = [_against(judge, sides[at], side, at, nth) for at in range(len(texts)) if at != nth]
            out[:, nth] = np.max(others, axis=0) if others else SAME
        elif lemma == "majority" or nth:
            out[:, nth] = _against(judge, base, side, len(sides) if lemma == "majority" else 0, nth)
    chosen = base.codes if lemma != "none" else np.full(len(codes), NOBODY, np.int32)
    return Readings(forms, codes, chosen, out)


def _written(found: Places, texts: Sequence[Text]) -> tuple[list[str], Codes, NDArray[np.bool_]]:
    every = pa.array([seen(word) for text in texts for word in text.written], pa.large_string()).dictionary_encode()
    numbers = np.asarray(every.indices).astype(np.int32)
    cuts = np.cumsum([len(text.written) for text in texts])[:-1]
    codes = np.full(found.columns.shape, NOBODY, np.int32)
    pointed = np.zeros(found.columns.shape, bool)
    for nth, (mine, text) in enumerate(zip(np.split(numbers, cuts), texts, strict=True)):
        there = found.columns[:, nth] >= 0
        at = found.columns[there, nth]
        codes[there, nth] = mine[at]
        pointed[there, nth] = _pointed(text)[at]
    return every.dictionary.to_pylist(), codes, pointed


def seen(word: str) -> str:
    """A word without what cannot be seen in it: soft hyphens, signs that join words or set their direction."""
    return word if word.isascii() else INVISIBLE.sub("", word) or word


def _folded(found: Places, codes: Codes, count: int) -> NDArray[np.int32]:
    out = np.full(count, NOBODY, np.int32)
    for nth, mine in enumerate(found.ids):
        there = found.columns[:, nth] >= 0
        out[codes[there, nth]] = mine[found.columns[there, nth]]
    return out


def _pointed(text: Text) -> NDArray[np.bool_]:
    """Behind which tokens a point stands at once."""
    out = np.zeros(len(text.written), bool)
    points = text.tokens.keys == ord(".")
    out[:-1] = points[1:] & (text.tokens.starts[1:] == text.tokens.ends[:-1])
    return out


def _are_words(found: Places, count: int) -> NDArray[np.bool_]:
    out = np.zeros(count, bool)
    for nth, mine in enumerate(found.ids):
        there = found.columns[:, nth] >= 0
        out[there] = found.lexicon.is_word[mine[found.columns[there, nth]]]
    return out


def _majority(codes: Codes, pointed: NDArray[np.bool_]) -> _Side:
    """At each place what most witnesses have, or that most have nothing; of equals what the earlier witness has."""
    same = (codes[:, :, None] == codes[:, None, :]).sum(axis=2)
    best = same.argmax(axis=1)
    rows = np.arange(len(codes))
    return _Side(codes[rows, best], pointed[rows, best])


def _with(found: Places, lemma: _Side, folded: NDArray[np.int32]) -> Places:
    """The places with the text of the lemma as one more witness, so that what has moved is held against it."""
    there = lemma.codes >= 0
    column = np.where(there, np.cumsum(there) - 1, NOBODY).astype(found.columns.dtype)
    return Places(np.column_stack([found.columns, column]), [*found.ids, folded[lemma.codes[there]]], found.lexicon)


def _pairs(base: _Side, side: _Side, is_word: NDArray[np.bool_]) -> set[tuple[int, int]]:
    """The different words that answer one another."""
    differ = is_word & (base.codes >= 0) & (side.codes >= 0) & (base.codes != side.codes)
    return set(zip(base.codes[differ].tolist(), side.codes[differ].tolist(), strict=True))


class _Judge(NamedTuple):
    """What is needed to say what a difference is."""

    forms: list[str]
    folded: NDArray[np.int32]
    """For each form the word of the lexicon that it is, in whatever spelling of old or new print."""
    is_word: NDArray[np.bool_]
    habits: differences.Habits
    found: Places


def _against(judge: _Judge, base: _Side, side: _Side, at: int, nth: int) -> Classes:
    """The class of each place of a witness against a lemma; `at` is the witness that what has moved is held against."""
    ours, theirs = base.codes >= 0, side.codes >= 0
    out = np.full(len(side.codes), SAME, np.int8)
    out[ours & ~theirs] = np.where(judge.is_word[ours & ~theirs], MINUS, PUNCTUATION)
    out[theirs & ~ours] = np.where(judge.is_word[theirs & ~ours], PLUS, PUNCTUATION)
    differ = np.flatnonzero(ours & theirs & (base.codes != side.codes))
    out[differ] = np.where(judge.is_word[differ], WORD, PUNCTUATION)
    words = differ[judge.is_word[differ]]
    one, other = base.codes[words], side.codes[words]
    folded = judge.folded[one] == judge.folded[other]
    pairs = zip(*(of.tolist() for of in (one, other, base.pointed[words], side.pointed[words], folded)), strict=True)
    kind = cache(lambda a, b, p, q, same: classed(Word(judge.forms[a], p), Word(judge.forms[b], q), judge.habits, same))
    out[words] = [kind(*pair) for pair in pairs]
    if (out != SAME).any():
        _mark_points(out, judge, base, side)
        _mark_divisions(out, judge, base, side)
        _mark_moved(out, judge, at, nth)
        _mark_order(out, judge, at, nth)
    return out


def _mark_points(out: Classes, judge: _Judge, base: _Side, side: _Side) -> None:
    """The point that an abbreviation has more belongs to it."""
    after = np.flatnonzero(out[:-1] == ABBREVIATION) + 1
    points = [
        at
        for at in after.tolist()
        if out[at] == PUNCTUATION and "." in (_form(judge, base, at), _form(judge, side, at))
    ]
    out[points] = ABBREVIATION


def _form(judge: _Judge, side: _Side, at: int) -> str:
    code = int(side.codes[at])
    return judge.forms[code] if code >= 0 else ""


def _mark_divisions(out: Classes, judge: _Judge, base: _Side, side: _Side) -> None:
    """The same letters divided into words otherwise, with the hyphens between them."""
    for run in _runs(out, base, side):
        words = [at for at in run if judge.is_word[at]]
        ours, theirs = ([plain(_form(judge, one, at)) for at in words] for one in (base, side))
        first = 0 if any(ours) and any(theirs) else len(words)
        while first < len(words):
            size = _divided(ours[first : first + DIVIDED], theirs[first : first + DIVIDED])
            if size:
                span = slice(words[first], words[first + size - 1] + 1)
                out[span] = np.where(out[span] == SAME, SAME, DIVISION)
            first += max(1, size)


def _divided(ours: list[str], theirs: list[str]) -> int:
    """How many places from here on hold the same letters in other words; 0 if none do.

    >>> _divided(["to", "day", "he"], ["today", "", "she"])
    2
    """
    one = other = ""
    counts = [0, 0]
    for size, (mine, theirs_here) in enumerate(zip(ours, theirs, strict=True), 1):
        one, other = one + mine, other + theirs_here
        counts = [counts[0] + bool(mine), counts[1] + bool(theirs_here)]
        if one and one == other:
            return size if counts[0] != counts[1] else 0
        if not (one.startswith(other) or other.startswith(one)):
            return 0
    return 0


def _runs(out: Classes, base: _Side, side: _Side) -> Iterator[list[int]]:
    """Places in a row that differ and hold a word that is missing or more."""
    held = np.flatnonzero((base.codes >= 0) | (side.codes >= 0))
    differ = out[held] != SAME
    uneven = np.cumsum(np.append(0, np.isin(out[held], (PLUS, MINUS)))).tolist()
    edges = np.flatnonzero(np.diff(np.concatenate([[0], differ.astype(np.int8), [0]])))
    for first, last in zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True):
        if last - first > 1 and uneven[last] > uneven[first]:
            yield held[first:last].tolist()


def _mark_moved(out: Classes, judge: _Judge, at: int, nth: int) -> None:
    """Words that stand elsewhere in the other witness."""
    columns = judge.found.columns
    if at == nth or not np.isin(out, (PLUS, MINUS)).any():
        return
    for each in moved(judge.found, at, nth):
        for witness, start, end in ((at, each.start, each.end), (nth, each.other_start, each.other_end)):
            mine = columns[:, witness]
            inside = (mine >= start) & (mine < end) & (out != SAME)
            out[inside] = TRANSPOSITION


def _mark_order(out: Classes, judge: _Judge, at: int, nth: int) -> None:
    """A word that is missing here and more close by has changed its place among its neighbours."""
    if at == nth:
        return
    columns = judge.found.columns
    places = [np.flatnonzero(columns[:, witness] >= 0) for witness in (at, nth)]
    for one, other in exchanged(judge.found, at, nth):
        for place in (places[0][one], places[1][other]):
            if out[place] in (WORD, PLUS, MINUS):
                out[place] = ORDER
