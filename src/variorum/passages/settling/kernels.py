"""Compiled loops over candidates: which of their words are the same, and how usual those are in the library.

See `fingerprints.kernels` on what a kernel may call.
"""

from __future__ import annotations

from typing import Any

import numba
import numpy as np
from numpy.typing import NDArray

from variorum.passages.lent.kernels import bare
from variorum.passages.settling.habits.kernels import HALF, NO_WORD, ONE, habit, mix
from variorum.passages.signs import CAPITAL, PAUSED, STOPPED

kernel = numba.njit(nogil=True, cache=True)

POINTS = PAUSED | STOPPED
SAME_POINT, NO_POINT, LONE_POINT, SAME_CAPITAL, LONE_CAPITAL = 5_000, 1_000, 2_000, 2_000, 1_500
"""What it is worth, between two words that agree, that both sides have the same point, or none; what it costs that only
one has any; and what capitals are worth and cost. About what was measured, planted quotations against decoys."""

LONGEST = 250
"""Candidates of more words than this on either side are not looked at."""

BACKGROUND = 20_000
"""How many words without any of those that are asked for are added to the library."""

AHEAD = 32
"""So many words are read before any of them is counted."""
EIGHTHS, SEVEN = np.uint64(3), np.uint64(7)
"""A hash of so many bits more numbers the bits of bytes."""


@kernel
def counted(words: Any, kinds: int) -> NDArray[np.int64]:
    """How often each word stands in the library."""
    counts = np.zeros(kinds, np.int64)
    for word in words:
        counts[word] += 1
    return counts


@kernel
def contexts(words: Any, keys: Any, bounds: Any, documents: Any) -> Any:
    """After how many different words each pair and each triple of words stands, and all that begin with a word or two.

    In some documents, which are enough to tell what is usual.
    By hashes: two that fall together make both look a little commoner than they are. Different contexts are counted,
    not places (Kneser and Ney 1995), so that a phrase in many copies of one text counts once, and a turn of speech that
    many texts use counts often.
    """
    total = 0
    for document in documents:
        total += bounds[document + 1] - bounds[document]
    shift = np.uint64(max(30, 63 - int(np.log2(total + 1))))
    size = 1 << (64 - int(shift))
    seen, slots = np.zeros(size, np.uint8), np.empty(6 * AHEAD, np.uint64)
    pair, triple = np.zeros(size, np.uint32), np.zeros(size, np.uint32)
    after_one, after_two = np.zeros(size, np.uint32), np.zeros(size, np.uint32)
    counts = bare(seen), bare(pair), bare(after_one), bare(triple), bare(after_two)
    for document in documents:
        begun, end = bounds[document], bounds[document + 1]
        for start in range(begun + 1, end, AHEAD):
            some = start, min(start + AHEAD, end)
            _count(counts, bare(slots), _slots(bare(words), bare(keys), begun, some, shift, bare(slots)))
    return pair, triple, after_one, after_two, shift


@kernel
def _slots(words: Any, keys: Any, begun: int, places: Any, shift: Any, slots: Any) -> int:
    """Writes what `_count` asks of the words at some places of a document, six hashes each; gives how many."""
    first, count = places[0], 0
    one, eighths = keys[words[first - 1]], shift - EIGHTHS
    two = keys[words[first - 2]] if first - 2 >= begun else NO_WORD
    three = keys[words[first - 3]] if first - 3 >= begun else NO_WORD
    for place in range(*places):
        last = keys[words[place]]
        slots[count] = mix(two + ONE, one + ONE, last + ONE) >> eighths
        slots[count + 1] = mix(NO_WORD, one, last) >> shift
        slots[count + 2] = mix(NO_WORD, NO_WORD, one) >> shift
        slots[count + 3] = mix(three * HALF + two, one, last) >> eighths
        slots[count + 4] = mix(two, one, last) >> shift
        slots[count + 5] = mix(NO_WORD, two, one) >> shift
        one, two, three, count = last, one, two, count + 6
    return count


@kernel
def _count(counts: Any, slots: Any, count: int) -> None:
    """Counts contexts that are new, of pairs and of triples in turn: one more of what is said, and of what it follows.

    The slots of several places are known before, and nothing depends on a guess, so that the processor fetches them
    side by side.
    """
    seen, pair, after_one, triple, after_two = counts
    for nth in range(0, count, 6):
        new = _new(seen, slots[nth])
        pair[slots[nth + 1]] += new
        after_one[slots[nth + 2]] += new
        new = _new(seen, slots[nth + 3])
        triple[slots[nth + 4]] += new
        after_two[slots[nth + 5]] += new


@kernel
def exceeded(docs: Any, ends: Any, worths: Any, by: int) -> NDArray[np.bool_]:
    """Of each candidate whether one before it, of the same two documents, ends no earlier and is worth so much more.

    They come by their documents, and by where they start. Of those before, only such matter as no other one exceeds in
    both: they stand on a stack of falling ends and rising worths.
    """
    found, stack, height = np.zeros(len(ends), np.bool_), np.empty(len(ends), np.int64), 0
    for nth in range(len(ends)):
        if nth and (docs[nth, 0] != docs[nth - 1, 0] or docs[nth, 1] != docs[nth - 1, 1]):
            height = 0
        low, high = 0, height
        while low < high:  # how many of the stack end no earlier
            middle = (low + high) // 2
            low, high = (middle + 1, high) if ends[stack[middle]] >= ends[nth] else (low, middle)
        best = worths[stack[low - 1]] if low else worths[nth]
        found[nth] = best >= worths[nth] + by
        if low and best >= worths[nth]:
            continue
        after = low
        while after < height and worths[stack[after]] <= worths[nth]:
            after += 1
        moved = stack[after:height].copy()
        stack[low] = nth
        stack[low + 1 : low + 1 + len(moved)] = moved
        height = low + 1 + len(moved)
    return found


@kernel
def usual(
    words: Any, keys: Any, worths: Any, signs: Any, counts: Any, tables: Any, own: Any, docs: Any, spans: Any, some: Any
) -> NDArray[np.int64]:
    """Of some candidates by how much its words are more usual in the library than its score says; how many agree; and
    what it is worth how they are written.

    The first and the last in thousandths of a bit. The words that agree are those of a longest common subsequence.
    """
    found, best = np.zeros((len(spans), 3), np.int64), np.empty((LONGEST + 1) * (LONGEST + 1), np.int16)
    _usual((words, keys, worths, signs, counts), len(words), tables, own, (docs, spans, some), best, found)
    return found


@kernel
def _usual(corpus: Any, total: int, tables: Any, own: Any, candidates: Any, best: Any, found: Any) -> None:
    """Writes it down; all arrays are its caller's, and lent here."""
    (words, keys, worths, signs, counts), (docs, spans, some), best = corpus, candidates, bare(best)
    words, keys, worths, signs, counts = bare(words), bare(keys), bare(worths), bare(signs), bare(counts)
    pair, triple, after_one, after_two, shift = tables
    tables = bare(pair), bare(triple), bare(after_one), bare(after_two), shift
    slots, numbers = own
    own = bare(slots), bare(numbers), len(slots)
    for nth in some:
        start_p, end_p, start_q, end_q = spans[nth]
        if max(end_p - start_p, end_q - start_q) > LONGEST:
            continue
        same, wide = _agreements(words, (start_p, end_p, start_q, end_q), best)
        i, j, before = -same, -same, (-1, -1)
        start_p, start_q = start_p + same, start_q + same
        while start_p + i < end_p and start_q + j < end_q:
            p, q, at = start_p + i, start_q + j, i * wide + j
            if words[p] == words[q] and (i < 0 or best[at] == best[at + wide + 1] + 1):
                follows = int(before == (p - 1, q - 1))
                worth = int(max(worths[2 * p + follows], worths[2 * q + follows]))
                known = p - start_p + same if follows else 0
                surprise = _surprise(words, keys, counts, total, tables, p, known)
                likely = habit(words, keys, own, docs[nth], p) if known > 1 else 0.0
                if likely > 0:
                    surprise = min(surprise, int(-1000 * np.log2(min(likely, 1.0))))
                found[nth, 0] += max(0, worth - surprise)
                found[nth, 1] += 1
                found[nth, 2] += _manner(signs[p], signs[q], follows) if min(i, j) > -same else 0
                i, j, before = i + 1, j + 1, (p, q)
            elif best[at + wide] >= best[at + 1]:
                i += 1
            else:
                j += 1


@kernel
def _manner(one: int, other: int, follows: int) -> int:
    """What it is worth that two places agree in what stands before them and in their capitals, or do not."""
    worth = 0
    if follows:
        before, there = one & POINTS, other & POINTS
        if before == there:
            worth += SAME_POINT if before else NO_POINT
        elif before == 0 or there == 0:
            worth -= LONE_POINT
    if (one ^ other) & CAPITAL:
        worth -= LONE_CAPITAL
    elif one & CAPITAL:
        worth += SAME_CAPITAL
    return worth


@kernel
def _agreements(words: Any, span: Any, best: Any) -> tuple[int, int]:
    """Writes how many words a longest common subsequence has of what is left of two spans, from each two places on.

    But for the words that are the same at first, of which it may have all. Gives how many these are, and how many
    numbers a row has.
    """
    start_p, end_p, start_q, end_q = span
    same = 0
    while start_p + same < end_p and start_q + same < end_q and words[start_p + same] == words[start_q + same]:
        same += 1
    start_p, start_q = start_p + same, start_q + same
    wide = end_q - start_q + 1
    for j in range(wide):
        best[(end_p - start_p) * wide + j] = 0
    for i in range(end_p - start_p - 1, -1, -1):
        word, at = words[start_p + i], i * wide
        best[at + wide - 1] = 0
        for j in range(wide - 2, -1, -1):
            if word == words[start_q + j]:
                best[at + j] = best[at + wide + j + 1] + 1
            else:
                best[at + j] = max(best[at + wide + j], best[at + j + 1])
    return same, wide


@kernel
def _surprise(words: Any, keys: Any, counts: Any, total: int, tables: Any, place: int, before: int) -> int:
    """How surprising a word is in this library after so many words that are known; twice is no habit yet."""
    pair, triple, after_one, after_two, shift = tables
    last = keys[words[place]]
    likely = (counts[words[place]] - 2.0) / (total + BACKGROUND)
    if before > 0:
        one = keys[words[place - 1]]
        likely = max(
            likely, _share(pair[mix(NO_WORD, one, last) >> shift], after_one[mix(NO_WORD, NO_WORD, one) >> shift])
        )
    if before > 1:
        one, two = keys[words[place - 1]], keys[words[place - 2]]
        context = after_two[mix(NO_WORD, two, one) >> shift]
        likely = max(likely, _share(triple[mix(two, one, last) >> shift], context))
    return int(-1000 * np.log2(min(likely, 1.0))) if likely > 0 else 1 << 30


@kernel
def _share(count: int, total: int) -> float:
    return (count - 2.0) / max(1, total)


@kernel
def _new(seen: Any, slot: Any) -> Any:
    """1 if a hash is met for the first time, or else 0; marks it, in a bit."""
    was, bit = seen[slot >> EIGHTHS], np.uint8(1 << int(slot & SEVEN))
    seen[slot >> EIGHTHS] = was | bit
    return np.uint32(was & bit == 0)
