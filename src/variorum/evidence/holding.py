"""A quotation held against one place: its words, the words there, and which answer which."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from rapidfuzz.distance import LCSseq, Levenshtein

from variorum.differences import plain
from variorum.evidence.candidates import Candidate, Piece, halves
from variorum.evidence.laying import Row, Step, laid, row

HEAD, SHARE = 80, 1.25
"""How many code points of the source beside a piece are looked at, and how many times what is missing there."""
WIDE = 200
"""A gap of so many code points more than thrice what the quotation has there is looked at from its ends alone."""
ALIKE = 0.6
"""From what likeness of letters on a word agrees, if not wholly."""
DRIFT = 0.05
"""How far off a place may be that is found by proportion."""


class Held(NamedTuple):
    """The words of a quotation, the words of a place, and the steps by which they answer one another."""

    candidate: Candidate
    text: str
    span: tuple[int, int]
    source: str
    one: Row
    other: Row
    steps: list[Step]
    jumps: frozenset[int]
    """The words of the source before which some of it was passed over."""
    agreement: float
    """What share of the quotation's words stand there, a word spelt otherwise counting half."""

    @property
    def place(self) -> tuple[int, int]:
        """Where the words that answer stand: from the first to the last."""
        there = [step for step in self.steps if step.other_end > step.other_start]
        return self.other.starts[there[0].other_start], self.other.ends[there[-1].other_end - 1]


class Opened(NamedTuple):
    """A candidate's text, opened where the words of a quotation may stand: the words there, none laid yet."""

    candidate: Candidate
    source: str
    other: Row
    jumps: frozenset[int]
    most: float
    """What the agreement is at most: no more words can be the same than in the longest common subsequence."""


def opened(one: Row, span: tuple[int, int], candidate: Candidate, source: str) -> Opened:
    """Where a candidate's text may have a quotation's words."""
    pieces = list(halves(candidate.pieces, *span))
    other, jumps = Row([], [], [], []), set[int]()
    for start, end in _merged(_whole(source, *window) for window in _windows(pieces, *span, len(source))):
        jumps.add(len(other.keys))
        other = Row(*(column + more for column, more in zip(other, row(source, start, end), strict=True)))  # type: ignore
    most = (1 + LCSseq.similarity(one.keys, other.keys) / max(1, len(one.keys))) / 2
    return Opened(candidate, source, other, frozenset(jumps), most)


def held(text: str, one: Row, span: tuple[int, int], at: Opened) -> Held | None:
    """A quotation's words held against those of a candidate; None where none of its words answer."""
    candidate, source, other, jumps, _ = at
    steps = _loosened(_slid(laid(one, other), other, source), one, other, source) if other.keys and one.keys else []
    if not any(step.other_end > step.other_start for step in steps):
        return None
    return Held(candidate, text, span, source, one, other, steps, jumps, _agreement(one, other, steps))


def _windows(pieces: list[Piece], start: int, end: int, length: int) -> Iterator[tuple[int, int]]:
    """The stretches of the other text in which the words of the quotation may stand."""
    for before, piece, after in zip([None, *pieces], pieces, [*pieces[1:], None], strict=False):
        ratio = (piece.other_end - piece.other_start) / (piece.end - piece.start)
        head = max(start, min(before.end, piece.start) if before else start) - piece.start
        tail = piece.end - min(end, max(after.start, piece.end) if after else end)
        first = piece.other_start + (_beside(head) if head <= 0 else round(head * ratio - HEAD - DRIFT * head))
        last = piece.other_end - (_beside(tail) if tail <= 0 else round(tail * ratio - HEAD - DRIFT * tail))
        yield max(0, first), min(length, max(first, last))


def _whole(text: str, start: int, end: int) -> tuple[int, int]:
    """A stretch that divides no word."""
    while 0 < start < len(text) and text[start - 1].isalnum() and text[start].isalnum():
        start -= 1
    while 0 < end < len(text) and text[end - 1].isalnum() and text[end].isalnum():
        end += 1
    return start, end


def _beside(missing: int) -> int:
    """How far beyond a piece one looks for words that the quotation has beyond it, as a negative number."""
    return round(SHARE * missing) - HEAD


def _merged(windows: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    out: list[tuple[int, int]] = []
    for start, end in windows:
        if out and start <= out[-1][1] + WIDE:
            out[-1] = out[-1][0], max(out[-1][1], end)
        elif start < end:
            out.append((start, end))
    return out


def _agreement(one: Row, other: Row, steps: list[Step]) -> float:
    count = 0.0
    for step in steps:
        if step.same:
            count += step.end - step.start
        elif step.end > step.start and step.other_end > step.other_start:
            count += 0.5 * (_likeness(one, other, step) >= ALIKE)
    return count / max(1, len(one.keys))


def _loosened(steps: list[Step], one: Row, other: Row, source: str) -> list[Step]:
    """At either end a word does not stand for an unlike one that belongs to another sentence."""
    same = [at for at, step in enumerate(steps) if step.same]
    if not same:
        return steps
    out = list(steps)
    for at in range(same[0]):
        if _unlike(one, other, out[at]) and _ends(source, other, out[at].other_end):
            out[: at + 1] = [step._replace(other_start=step.other_end) for step in out[: at + 1]]
    for at in range(same[-1] + 1, len(out)):
        if _unlike(one, other, out[at]) and _ends(source, other, out[at].other_start):
            out[at:] = [step._replace(other_end=step.other_start) for step in out[at:]]
            break
    return [step for step in out if step.end > step.start or step.other_end > step.other_start]


def _unlike(one: Row, other: Row, step: Step) -> bool:
    """Whether words answer one another that are not even like each other."""
    return step.other_end > step.other_start and _likeness(one, other, step) < ALIKE


def _likeness(one: Row, other: Row, step: Step) -> float:
    mine, theirs = one.written[step.start : step.end], other.written[step.other_start : step.other_end]
    return float(Levenshtein.normalized_similarity(plain("".join(mine)), plain("".join(theirs))))


def _ends(text: str, other: Row, at: int) -> bool:
    """Whether a sentence, or a quotation, ends before a word."""
    between = text[other.ends[at - 1] : other.starts[at]] if 0 < at < len(other.starts) else ""
    return any(sign in between for sign in '.!?;:“”"«»')


def _slid(steps: list[Step], other: Row, text: str) -> list[Step]:
    """What is left out begins where a sentence does, if it may as well be said to begin there."""
    out = list(steps)
    at = 0
    while at < len(out):
        last = at
        while last < len(out) and out[last].start == out[last].end:
            last += 1
        if last > at:
            _slide(out, at, last, other, text)
        at = last + 1
    return out


def _slide(steps: list[Step], first: int, last: int, other: Row, text: str) -> None:
    """Move a run of words that are left out to the left, word by word, until it begins a sentence; else leave it."""
    begin, end = steps[first].other_start, steps[last - 1].other_end
    moved, at = 0, first
    while at > 0 and steps[at - 1].same and other.keys[begin - 1] == other.keys[end - 1]:
        if _begins(text, other, begin):
            break
        begin, end, at, moved = begin - 1, end - 1, at - 1, moved + 1
    if not moved or not _begins(text, other, begin):
        return
    shift = end - begin
    run = [
        steps[n]._replace(other_start=steps[n].other_start + shift, other_end=steps[n].other_end + shift)
        for n in range(at, first)
    ]
    place = steps[at].start
    steps[at:last] = [Step(place, place, begin + n, begin + n + 1, False) for n in range(shift)] + run


def _begins(text: str, other: Row, at: int) -> bool:
    """Whether a sentence begins at a word."""
    between = text[other.ends[at - 1] : other.starts[at]] if at else "."
    return any(sign in between for sign in ".!?;:")
