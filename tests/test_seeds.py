"""Seeds: what compiled loops find by hashes, sorted lists and bits, plain loops find by the words themselves."""

from __future__ import annotations

from itertools import combinations, pairwise
from typing import NamedTuple

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from variorum.passages.fingerprints import Corpus, Lexicon
from variorum.passages.seeds import PATTERNS, RUN, Pattern, located, place_bits
from variorum.passages.seeds.asked import asked_fingerprints, asking, asking_shared, nothing_asked
from variorum.passages.seeds.asked.kernels import ASKED, BYTE, together
from variorum.passages.seeds.kernels import mix
from variorum.passages.seeds.meetings.kernels import pairs

MARK = int(ASKED - BYTE)
"""How many low bits of a hash do not matter to what is asked for."""
NOBODY = np.empty(0, np.int64)
few = settings(deadline=None, max_examples=40)


@st.composite
def corpora(draw: st.DrawFn) -> Corpus:
    """Documents of few different words, each worth little or much; some have none."""
    lengths = draw(st.lists(st.integers(0, 25), min_size=2, max_size=5))
    count = sum(lengths)
    words = draw(st.lists(st.integers(0, 9), min_size=count, max_size=count))
    worths = draw(st.lists(st.sampled_from([500, 6_000, 12_000]), min_size=2 * count, max_size=2 * count))
    empty = np.zeros(count, np.uint8)
    bounds = np.cumsum([0, *lengths])
    pairs = np.array(worths, np.int16).reshape(-1, 2)
    lexicon = Lexicon(np.empty(0, np.uint64), np.empty((0, 16), np.uint16), np.empty(0, np.uint64))
    return Corpus(np.array(words, np.int32), pairs, empty, empty, bounds, lexicon)


def told(corpus: Corpus, pattern: Pattern, document: int) -> dict[int, int]:
    """The places of a document that have a pattern worth enough, each with its hash."""
    found = {}
    for place in range(corpus.bounds[document], corpus.bounds[document + 1] - pattern.third):
        members = list(dict.fromkeys((0, pattern.second, pattern.third)))
        close = [0, *(int(here == before + 1) for before, here in pairwise(members))]
        worth = sum(int(corpus.worths[place + at, column]) for at, column in zip(members, close, strict=True))
        if worth >= pattern.least:
            found[place] = int(mix(*(int(corpus.words[place + at]) for at in (0, pattern.second, pattern.third))))
    return found


def marked(asked: np.ndarray) -> set[int]:
    """What is asked for, by the highest bits of its hash."""
    return {8 * int(byte) + bit for byte in np.flatnonzero(asked) for bit in range(8) if asked[byte] >> bit & 1}


@given(corpora(), st.data())
@few
def test_what_is_asked_for_is_found_wherever_it_stands(corpus: Corpus, data: st.DataObject) -> None:
    count = len(corpus.words)
    places = data.draw(st.sets(st.sampled_from(range(count)), max_size=5)) if count else set()
    asked = nothing_asked()
    asking(corpus, np.array(sorted(places), np.int64), asked)
    there = [told(corpus, pattern, document) for pattern in PATTERNS for document in range(len(corpus.bounds) - 1)]
    wanted = {mixed >> MARK for found in there for place, mixed in found.items() if place in places}
    assert marked(asked) == wanted
    low = int(place_bits(corpus))
    for pattern, found in zip(PATTERNS, asked_fingerprints(corpus, asked), strict=True):
        every = [item for document in range(len(corpus.bounds) - 1) for item in told(corpus, pattern, document).items()]
        assert found.tolist() == sorted(m >> low << low | place for place, m in every if m >> MARK in wanted)


@given(corpora(), st.data())
@few
def test_what_two_documents_share_is_asked_for(corpus: Corpus, data: st.DataObject) -> None:
    """And nothing that the second of them has not."""
    every = list(combinations(range(len(corpus.bounds) - 1), 2))
    chosen = sorted(data.draw(st.sets(st.sampled_from(every), min_size=1, max_size=3)))
    asked = nothing_asked()
    asking_shared(corpus, np.array(chosen, np.int64), asked)
    both, seconds = set(), set()
    for pattern in PATTERNS:
        for one, other in chosen:
            second = {mixed >> MARK for mixed in told(corpus, pattern, other).values()}
            both |= second & {mixed >> MARK for mixed in told(corpus, pattern, one).values()}
            seconds |= second
    assert both <= marked(asked) <= seconds


class Groups(NamedTuple):
    """For each kind of pattern, the groups of places that share one; and where documents end."""

    kinds: list[list[list[int]]]
    bounds: list[int]


@st.composite
def shares(draw: st.DrawFn) -> Groups:
    """Places in groups, small ones and such as make stars; the last place of a document is in none."""
    count = draw(st.integers(20, 70))
    cuts = draw(st.sets(st.integers(1, count - 1), max_size=3))
    bounds = [0, *sorted(cuts), count]
    inside = [place for place in range(count) if place + 1 not in bounds]
    kinds = []
    for _ in (*PATTERNS, RUN):
        order, groups = draw(st.permutations(inside)), []
        while order:
            size = draw(st.sampled_from([2, 3, 9, 10, 11, 12, 49, 50, 51, 52]))
            group, order = sorted(order[:size]), order[size:]
            groups.append(group)
        kinds.append([group for group in groups if len(group) > 1])
    return Groups(kinds, bounds)


def postings(groups: list[list[int]]) -> np.ndarray:
    return np.array([~place if place == group[-1] else place for group in groups for place in group], np.int32)


def star(group: list[int], most: int) -> list[tuple[int, int]]:
    """The pairs of a group; of too large a one those of the earliest place only."""
    return list(combinations(group, 2)) if len(group) <= most else [(group[0], other) for other in group[1:]]


MOSTS = [pattern.most for pattern in (*PATTERNS, RUN)]


@given(shares(), st.data())
@few
def test_the_pairs_of_a_group_or_of_the_star_that_it_makes(drawn: Groups, data: st.DataObject) -> None:
    kept = data.draw(st.lists(st.booleans(), min_size=drawn.bounds[-1], max_size=drawn.bounds[-1]))
    for groups, most in zip(drawn.kinds, MOSTS, strict=True):
        found = together(postings(groups), most, np.array(kept, np.bool_))
        both = [pair for group in groups for pair in star(group, most) if kept[pair[0]] and kept[pair[1]]]
        assert [(int(both) >> 32, int(both) & 0xFFFFFFFF) for both in found] == both


@given(shares())
@few
def test_pairs_that_only_continue_another_are_left_out(drawn: Groups) -> None:
    seeds = located(tuple(postings(groups) for groups in drawn.kinds))
    found = [
        (int(one), int(other))
        for document in range(len(drawn.bounds) - 1)
        for one, other in pairs(np.array(drawn.bounds), document, seeds, NOBODY)
    ]
    wanted: list[tuple[int, int]] = []
    for groups, most in zip(drawn.kinds, MOSTS, strict=True):
        begun = {place for group in groups for place in (group[:-1] if len(group) <= most else group[:1])}
        last = {place for group in groups for place in group[-1:] if len(group) <= most}
        of = {place: nth for nth, group in enumerate(groups) for place in group}
        for one, other in (pair for group in groups for pair in star(group, most)):
            before = of.get(one - 1) if one - 1 in begun | last else None
            if before is None or of.get(other - 1) != before:
                wanted.append((one, other))
    assert sorted(found) == sorted(wanted)
