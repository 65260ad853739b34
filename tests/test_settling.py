"""What settles which candidates are passages: how the words are written, and whether anything ties two documents."""

from __future__ import annotations

import random

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from variorum.passages.settling.relations import MOST, strangers
from variorum.passages.settling.rivals import BETTER, rivalled
from variorum.text import code_points, words


def looked_at(one: str, other: str) -> list[int]:
    """What the kernel says of a candidate that is the whole of two texts: taken, how many words agree, how written."""
    from variorum.passages.fingerprints import kernels
    from variorum.passages.settling.habits.kernels import habits
    from variorum.passages.settling.kernels import contexts, usual

    read = [words(text) for text in (one, other)]
    signs = [kernels.signs(code_points(t), f.starts, f.ends) for t, f in zip((one, other), read, strict=True)]
    keys = np.concatenate([each.keys for each in read])
    numbers, firsts, counts = kernels.number(keys)
    bounds = np.array([0, len(read[0].keys), len(numbers)])
    worths = np.full((len(numbers), 2), 9000, np.int16)
    tables = contexts(numbers, keys[firsts], bounds, np.arange(2))
    spans = np.array([[0, bounds[1], bounds[1], bounds[2]]])
    own, docs = habits(numbers, keys[firsts], bounds), np.array([[0, 1]])
    found = usual(numbers, keys[firsts], worths, np.concatenate(signs), counts, tables, own, docs, spans, np.arange(1))
    row: list[int] = found[0].tolist()
    return row


def longest(one: list[int], other: list[int]) -> int:
    """The length of a longest common subsequence, the plain way."""
    row = [0] * (len(other) + 1)
    for x in one:
        above = row
        row = [0]
        for nth, y in enumerate(other):
            row.append(above[nth] + 1 if x == y else max(above[nth + 1], row[-1]))
    return row[-1]


POINTED = st.lists(st.sampled_from(["ship", "Noon", "quay", "the", "came,", "in.", "a"]), min_size=1, max_size=12)


@settings(deadline=None, max_examples=60)
@given(POINTED, POINTED)
def test_as_many_words_agree_as_stand_in_a_longest_common_subsequence(one: list[str], other: list[str]) -> None:
    keys = [words(" ".join(text)).keys.tolist() for text in (one, other)]
    assert looked_at(" ".join(one), " ".join(other))[1] == longest(*keys)


@settings(deadline=None, max_examples=60)
@given(POINTED)
def test_a_copy_is_written_as_its_original(text: list[str]) -> None:
    expected = sum(5_000 if before[-1] in ",." else 1_000 for before in text[:-1])
    expected += sum(2_000 for word in text[1:] if word[0].isupper())
    assert looked_at(" ".join(text), " ".join(text))[2] == expected


def test_other_points_and_capitals_cost() -> None:
    alike = looked_at("the ship, so it came", "the ship, so it came")[2]
    assert looked_at("the ship, so it came", "the ship so it came")[2] == alike - 5_000 - 2_000
    assert looked_at("the ship, so it came", "the ship; so it came")[2] == alike - 5_000
    assert looked_at("the ship, so it came", "the Ship, so it came")[2] == alike - 1_500
    assert looked_at("the ship, so it came", "The ship, so it came")[2] == alike, "the first word may begin a sentence"


SPOKEN = st.lists(st.integers(0, 3), min_size=3, max_size=40)


@settings(deadline=None, max_examples=60)
@given(SPOKEN, SPOKEN, st.data())
def test_a_habit_is_what_both_say_often_or_one_very_often(
    one: list[int], other: list[int], data: st.DataObject
) -> None:
    from variorum.passages.settling.habits.kernels import HABIT, TERM, habit, habits

    spoken, keys = np.array(one + other, np.int32), words("sea wind quay noon").keys
    bounds, place = np.array([0, len(one), len(spoken)]), data.draw(st.integers(2, len(one) - 1))
    slots, numbers = habits(spoken, keys, bounds)
    likely = habit(spoken, keys, (slots, numbers.reshape(-1), len(slots)), np.array([0, 1]), place)
    shares = []
    for text in (one, other):
        runs = list(zip(text, text[1:], text[2:], strict=False))
        often = runs.count(tuple(one[place - 2 : place + 1]))
        after = max(1, sum(run[:2] == tuple(one[place - 2 : place]) for run in runs))
        shares.append(((often - HABIT) / after, (often - TERM) / after))
    both, either = zip(*shares, strict=True)
    assert likely == max(min(1.0, *both), 0.0, *either)


EDGES = st.lists(st.tuples(st.integers(0, 7), st.integers(0, 7), st.booleans()), min_size=1, max_size=40)


@settings(deadline=None, max_examples=60)
@given(EDGES, st.lists(st.integers(0, 9000), min_size=8, max_size=8), st.randoms(use_true_random=False))
def test_strangers_cost_the_same_in_any_order(
    edges: list[tuple[int, int, bool]], lengths: list[int], chance: random.Random
) -> None:
    docs, sure = np.array([edge[:2] for edge in edges]), np.array([edge[2] for edge in edges])
    costs = strangers(docs, sure, np.array(lengths))
    order = list(range(len(edges)))
    chance.shuffle(order)
    assert np.all((costs <= 0) & (costs >= -MOST))
    assert np.abs(strangers(docs[order], sure[order], np.array(lengths)) - costs[order]).max() == 0
    assert np.abs(strangers(docs[:, ::-1], sure, np.array(lengths)) - costs).max() == 0


def test_where_little_is_sure_little_follows() -> None:
    lengths = np.full(4, 1000)
    assert strangers(np.array([[0, 2]]), np.array([False]), lengths).tolist() == [0]
    few, many = ([[0, 1]] * count + [[2, 3]] * count + [[0, 2]] for count in (1, 200))
    costs = [strangers(np.array(rows), np.arange(len(rows)) < len(rows) - 1, lengths)[-1] for rows in (few, many)]
    assert costs[1] < costs[0] and costs[0] > -MOST // 4 and costs[1] < -MOST // 3


RIVALS = st.lists(
    st.tuples(st.integers(0, 1), st.integers(1, 2), *[st.integers(0, 6), st.integers(1, 6)] * 2, st.integers(0, 4)),
    min_size=1,
    max_size=30,
)


@settings(deadline=None, max_examples=200)
@given(RIVALS)
def test_a_rival_has_all_the_words_of_one_side_and_is_worth_more(rows: list[tuple[int, ...]]) -> None:
    docs = np.array([row[:2] for row in rows])
    spans = np.array([(row[2], row[2] + row[3], row[4], row[4] + row[5]) for row in rows])
    worths = np.array([row[6] * BETTER // 2 for row in rows])

    def has_rival(one: int) -> bool:
        return any(
            tuple(docs[one]) == tuple(docs[other])
            and worths[other] >= worths[one] + BETTER
            and any(
                spans[other, side] <= spans[one, side] and spans[other, side + 1] >= spans[one, side + 1]
                for side in (0, 2)
            )
            for other in range(len(rows))
        )

    assert rivalled(docs, spans, worths).tolist() == [-BETTER if has_rival(one) else 0 for one in range(len(rows))]


@given(st.lists(st.lists(st.integers(0, 3), max_size=70), min_size=1, max_size=4), st.integers(1, 15))
@settings(deadline=None, max_examples=100)
def test_contexts_are_counted_once_each(texts: list[list[int]], chosen: int) -> None:
    """After how many words each pair and each triple of words stands; what falls together does so here, too."""
    from variorum.passages.settling import kernels

    keys = [0x9E3779B97F4A7C15 * (number + 3) % 2**64 for number in range(4)]
    documents = [nth for nth in range(len(texts)) if chosen >> nth & 1]
    words, bounds = [word for text in texts for word in text], np.cumsum([0, *map(len, texts)])
    arrays = np.array(words, np.int32), np.array(keys, np.uint64), bounds, np.array(documents, np.int64)
    *tables, shift = kernels.contexts(*arrays)
    counts: list[dict[int, int]] = [{}, {}, {}, {}]
    seen: set[int] = set()
    for text in (texts[nth] for nth in documents):
        row = [0, 0, 0, *(keys[word] for word in text)]
        for nth in range(4, len(row)):
            three, two, one, last = row[nth - 3 : nth + 1]
            for context, into in (
                ((two + 1, one + 1, last + 1), ((0, (0, one, last)), (2, (0, 0, one)))),
                ((32 * three + two, one, last), ((1, (two, one, last)), (3, (0, two, one)))),
            ):
                bit = mixed(*context) >> int(shift) - 3
                for table, key in into if bit not in seen else ():
                    slot = mixed(*key) >> int(shift)
                    counts[table][slot] = counts[table].get(slot, 0) + 1
                seen.add(bit)
    for table, expected in zip(tables, counts, strict=True):
        assert {int(slot): int(table[slot]) for slot in np.flatnonzero(table)} == expected


def mixed(one: int, two: int, three: int) -> int:
    golden = 0x9E3779B97F4A7C15
    whole = ((one * golden + two) * golden + three) * golden % 2**64
    return (whole ^ whole >> 32) * golden % 2**64
