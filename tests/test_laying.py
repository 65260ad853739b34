"""Words laid beside words: the kernel against a plain oracle, and what always holds of its steps."""

from __future__ import annotations

from functools import cache

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from variorum.differences import shape
from variorum.evidence.laying import _alike, _with_next, laid, row
from variorum.evidence.laying.kernels import (
    ALONE,
    ALONE_MORE,
    DIVIDED,
    LACKING,
    LACKING_MORE,
    LESS,
    LIKE,
    NEVER,
    UNLIKE,
    lay,
    priced,
)


def cheapest(pairs, joined, divided, free_head, free_tail):
    """What the cheapest way costs, tried in every way."""
    n, m = pairs.shape

    @cache
    def rest(i, j, state):
        if (i, j) == (n, m):
            return 0
        ways = []
        if i < n and j < m:
            ways.append(pairs[i, j] + rest(i + 1, j + 1, "pair"))
        if i < n and j + 1 < m:
            ways.append(joined[i, j] + rest(i + 1, j + 2, "pair"))
        if i + 1 < n and j < m:
            ways.append(divided[i, j] + rest(i + 2, j + 1, "pair"))
        if i < n:
            ways.append((ALONE_MORE if state == "alone" else ALONE) + rest(i + 1, j, "alone"))
        if j < m:
            free = (free_head and i == 0) or (free_tail and i == n)
            cost = 0 if free else LACKING_MORE if state == "lacking" else LACKING
            ways.append(cost + rest(i, j + 1, "lacking"))
        return min(ways)

    return rest(0, 0, "pair")


def price(steps, pairs, joined, divided, free_head, free_tail):
    """What some steps cost."""
    cost, i, j, before = 0, 0, 0, None
    n = len(pairs)
    for x, y in steps:
        if (x, y) == (1, 0):
            cost += ALONE_MORE if before == (1, 0) else ALONE
        elif (x, y) == (0, 1):
            free = (free_head and i == 0) or (free_tail and i == n)
            cost += 0 if free else LACKING_MORE if before == (0, 1) else LACKING
        else:
            cost += {(1, 1): pairs, (1, 2): joined, (2, 1): divided}[x, y][i, j]
        i, j, before = i + x, j + y, (x, y)
    assert (i, j) == pairs.shape
    return cost


@settings(max_examples=120)
@given(st.integers(1, 4), st.integers(1, 4), st.booleans(), st.booleans(), st.data())
def test_no_way_is_cheaper(n, m, free_head, free_tail, data):
    def costs(values):
        cells = data.draw(st.lists(st.sampled_from(values), min_size=n * m, max_size=n * m))
        return np.array(cells, np.int64).reshape(n, m)

    held = costs([0, 200, 1000]), costs([100, NEVER]), costs([100, NEVER])
    steps = [tuple(step) for step in lay(*held, free_head, free_tail).tolist()]
    assert price(steps, *held, free_head, free_tail) == cheapest(*held, free_head, free_tail)


LETTERS = st.lists(st.sampled_from(["ship", "shipp", "to", "day", "today", "ice", "the", "a"]), max_size=12)


@settings(max_examples=150)
@given(LETTERS, LETTERS)
def test_the_steps_take_every_word_of_the_quotation_in_order(one, other):
    mine, theirs = " ".join(one), " ".join(other)
    a, b = row(mine, 0, len(mine)), row(theirs, 0, len(theirs))
    steps = laid(a, b)
    taken = [at for step in steps for at in range(step.start, step.end)]
    assert taken == list(range(len(one))) or not taken
    there = [at for step in steps for at in range(step.other_start, step.other_end)]
    assert there == sorted(set(there))
    assert all(a.keys[step.start] == b.keys[step.other_start] for step in steps if step.same)


PARTS = st.lists(st.sampled_from(["ship", "shipp", "slip", "to", "day", "today", "tbe", "the"]), min_size=1, max_size=5)


@settings(max_examples=80)
@given(PARTS, PARTS)
def test_a_word_costs_less_the_more_alike_it_is_and_one_that_is_itself_stands_for_no_more(one, other):
    mine, theirs = _with_next(one), _with_next(other)
    letters, outlines = _alike(mine, theirs), _alike(list(map(shape, mine)), list(map(shape, theirs)))
    keys = np.array([hash(word) for word in one]), np.array([hash(word) for word in other])
    like = np.maximum(letters, outlines - np.float32(LESS))
    n, m = len(one), len(other)
    pairs = np.where(like[:n, :m] >= LIKE, np.rint(UNLIKE * (1.0 - like[:n, :m].astype(float))), UNLIKE)
    pairs[np.equal.outer(*keys)] = 0
    alone = pairs == 0
    joined = np.where(like[:n, m:] >= DIVIDED, np.rint(UNLIKE * (1.0 - like[:n, m:].astype(float))), NEVER)
    joined[alone | np.roll(alone, -1, axis=1)] = NEVER
    divided = np.where(like[n:, :m] >= DIVIDED, np.rint(UNLIKE * (1.0 - like[n:, :m].astype(float))), NEVER)
    divided[alone | np.roll(alone, -1, axis=0)] = NEVER
    assert np.abs(priced(letters, outlines, *keys) - [pairs, joined, divided]).max() <= 1
