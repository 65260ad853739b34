"""Many witnesses lined up: a guide tree, profiles joined along it, and refinement until nothing improves."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from variorum.traditions.anchors import Numbers, grams
from variorum.traditions.lexicon import Lexicon
from variorum.traditions.profiles import NOBODY, Columns, Profile, aligned, cells, filled, profile, worth

ROUNDS = 4
"""How often every witness is lined up with the others again, at most."""


WINDOW = 250_000
"""Larger windows than this (rows by columns) are left as they are: there the witnesses have little in common."""
LEAST_GAIN = 1e-6
"""What the whole must gain: less is only rounding."""


class Group(NamedTuple):
    """Witnesses that are lined up, and their columns."""

    members: tuple[int, ...]
    columns: Columns


def lined_up(lexicon: Lexicon, ids: list[NDArray[np.int32]]) -> Columns:
    """The columns of all witnesses, whose words are given as numbers of the lexicon; no two are to be equal."""
    groups = [Group((nth,), columns_of(mine)) for nth, mine in enumerate(ids)]
    for one, other in guide_tree(ids):
        groups.append(_joined(lexicon, ids, groups[one], groups[other]))
    members, columns = groups[-1]
    columns = columns[:, np.argsort(members)]
    return _refined(lexicon, ids, columns) if len(ids) > 2 else columns


def guide_tree(ids: list[NDArray[np.int32]]) -> list[tuple[int, int]]:
    """Which two groups are joined, step by step, the nearest first (average linkage); a new group has the next number.

    >>> guide_tree([np.array([1, 2, 3]), np.array([7, 8]), np.array([1, 2, 4])])
    [(0, 2), (1, 3)]
    """
    sets = [_grams(mine) for mine in ids]
    count = len(ids)
    far = {(a, b): _apart(sets[a], sets[b]) for b in range(count) for a in range(b)}
    sizes, alive, steps = dict.fromkeys(range(count), 1), list(range(count)), []
    for new in range(count, 2 * count - 1):
        one, other = min(((a, b) for b in alive for a in alive if a < b), key=lambda pair: (far[pair], pair))
        alive = [each for each in alive if each not in (one, other)]
        sizes[new] = sizes[one] + sizes[other]
        for each in alive:
            near = [far[min(each, part), max(each, part)] * sizes[part] for part in (one, other)]
            far[each, new] = sum(near) / sizes[new]
        alive.append(new)
        steps.append((one, other))
    return steps


def _grams(mine: NDArray[np.int32]) -> NDArray[np.uint64]:
    """The words and pairs of words of a witness."""
    keys = mine.astype(np.uint64) + np.uint64(1)
    return np.unique(np.concatenate([grams(keys, 1), grams(keys, 2)]))


def _apart(one: NDArray[np.uint64], other: NDArray[np.uint64]) -> float:
    shared = len(np.intersect1d(one, other, assume_unique=True))
    return 1 - shared / max(1, len(one) + len(other) - shared)


def _joined(lexicon: Lexicon, ids: list[NDArray[np.int32]], one: Group, other: Group) -> Group:
    profiles = [profile(lexicon, group.columns, [ids[at] for at in group.members]) for group in (one, other)]
    answers = aligned(lexicon, *profiles)
    return Group(one.members + other.members, merged(one.columns, other.columns, answers))


def merged(one: Columns, other: Columns, answers: Numbers) -> Columns:
    """The columns of both, those that answer one another made one; between them first what the first one has alone.

    >>> columns = [np.arange(size, dtype=np.int32)[:, None] for size in (2, 3)]
    >>> merged(*columns, np.array([0, -1])).tolist()
    [[0, 0], [1, -1], [-1, 1], [-1, 2]]
    """
    there = answers >= 0
    alone = np.ones(len(other), bool)
    alone[answers[there]] = False
    # a column stands behind the pairs before it; behind those the first profile's own columns, then the second's
    behind = np.cumsum(there)
    order_one = np.stack([behind, np.where(there, 0, 1), np.arange(len(one))])
    mine = np.flatnonzero(alone)
    pairs = answers[there]
    order_other = np.stack([np.searchsorted(pairs, mine), np.full(len(mine), 2), mine])
    order = np.lexsort(np.concatenate([order_one, order_other], axis=1)[::-1])
    out = np.full((len(one) + len(mine), one.shape[1] + other.shape[1]), NOBODY, np.int32)
    out[: len(one), : one.shape[1]] = one
    out[: len(one), one.shape[1] :][there] = other[pairs]
    out[len(one) :, one.shape[1] :] = other[mine]
    return out[order]


ONE = np.array([[0, 1, 0, 1]])
"""A window of one word, which all have."""
_Tried = set[tuple[int, bytes, bytes]]
"""Which windows of which witness were lined up again already, against which columns."""


def _refined(lexicon: Lexicon, ids: list[NDArray[np.int32]], columns: Columns) -> Columns:
    """Every witness taken out and lined up with the others again, as long as that makes the whole worth more."""
    tried: _Tried = set()
    for _ in range(ROUNDS):
        before = columns
        for nth in range(len(ids)):
            columns = _again(lexicon, ids, columns, nth, tried)
        if columns is before:
            break
    return columns


def _again(lexicon: Lexicon, ids: list[NDArray[np.int32]], columns: Columns, nth: int, tried: _Tried) -> Columns:
    """The columns with one witness lined up with the others again, or the very same where that gains nothing."""
    rest = np.delete(columns, nth, axis=1)
    kept = (rest >= 0).any(axis=1)
    others = profile(lexicon, rest[kept], [mine for at, mine in enumerate(ids) if at != nth])
    alone = profile(lexicon, columns_of(ids[nth]), [ids[nth]])
    mine = columns[:, nth] >= 0
    before = np.where(kept, np.cumsum(kept) - 1, NOBODY)[mine]
    windows = _untried(_windows(alone, others, before), rest[kept], nth, tried)
    after = before.copy()
    for a, a_end in windows[:, :2].tolist():
        after[a:a_end] = NOBODY
    filled(lexicon, alone, others, windows, after)
    if np.array_equal(after, before):
        return columns
    if worth(lexicon, alone, others, after) <= worth(lexicon, alone, others, before) + LEAST_GAIN:
        return columns
    together = merged(columns_of(ids[nth]), rest[kept], after)
    return np.insert(together[:, 1:], nth, together[:, 0], axis=1)


def _untried(windows: Numbers, rest: Columns, nth: int, tried: _Tried) -> Numbers:
    """The windows that are small enough, hold more than one sure word, and are not as they were lined up before."""
    sizes = cells(windows)
    small = windows[(sizes <= WINDOW) & (sizes > cells(ONE))]
    keys = [
        (nth, small[at].tobytes()[:16], rest[b:b_end].tobytes()) for at, (_, _, b, b_end) in enumerate(small.tolist())
    ]
    new = [key not in tried for key in keys]
    tried.update(keys)
    left: Numbers = small[np.array(new, bool)]
    return left


def _windows(alone: Profile, others: Profile, before: Numbers) -> Numbers:
    """The pieces between words at which all witnesses agree, two in a row."""
    at = np.flatnonzero(before >= 0)
    to = before[at]
    single = np.diff(others.starts)[to] == 1
    sure = single & (others.filled[to] == 1) & (others.words[others.starts[to]] == alone.words[at]) & alone.is_word[at]
    both = np.flatnonzero(sure[1:] & sure[:-1] & (np.diff(at) == 1) & (np.diff(to) == 1)) + 1
    edges_a, edges_b = np.append(0, at[both]), np.append(0, to[both])
    ends_a, ends_b = np.append(at[both], len(before)), np.append(to[both], len(others.keys))
    return np.stack([edges_a, ends_a, edges_b, ends_b], axis=1).astype(np.int64)


def columns_of(mine: NDArray[np.int32]) -> Columns:
    """The columns of one witness alone."""
    return np.arange(len(mine), dtype=np.int32)[:, None]
