"""What a document shares: the tint of its text, and beside each paragraph where the other side is to be read."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from variorum.archive.site.edition import Edition, Layout, Parallel, opening, place_of
from variorum.archive.site.inline import SHARED, Point, Setting
from variorum.archive.site.prose import count, how, tag

SHOWN, FOLDED, CONTINUED = 3, 60, 2
"""Beside a paragraph: how many documents are shown, how many passages more can be unfolded, and how many passages that
began before."""


class Entry(NamedTuple):
    """A line beside a paragraph: the other side of a passage."""

    sign: str
    href: str
    title: str
    words: str
    language: str | None
    how: str


class Beside(NamedTuple):
    """What stands beside a paragraph."""

    shown: list[Entry]
    folded: list[Entry]
    unlisted: int
    continued: list[Entry]
    side_by_side: list[tuple[str, str]]
    points: list[Point]


class Shared(NamedTuple):
    """All that a document shares."""

    parallels: list[Parallel]
    starting: dict[int, list[Parallel]]
    """By leaf the passages that begin in it, best first."""
    running: dict[int, list[Parallel]]
    """By leaf some passages that began before it."""
    tints: list[Setting]
    tint_starts: list[int]

    def tinted(self, start: int, end: int) -> Sequence[Setting]:
        """The tints of a stretch."""
        first = max(0, bisect_right(self.tint_starts, start) - 1)
        return self.tints[first : bisect_right(self.tint_starts, end)]


def shared(edition: Edition, number: int) -> Shared:
    """What a document shares with others, and with itself."""
    parallels = [Parallel(*row) for row in edition.parallels.of(number)]
    layout = edition.layouts[number]
    starting: dict[int, list[Parallel]] = {}
    running: dict[int, list[Parallel]] = {}
    for parallel in sorted(parallels, key=_best_first):
        first, last = layout.at(parallel.start), layout.at(parallel.end - 1)
        starting.setdefault(first, []).append(parallel)
        for leaf in range(first + 1, last + 1):
            began = running.setdefault(leaf, [])
            if len(began) < CONTINUED:
                began.append(parallel)
    tints = list(_tints(parallels))
    return Shared(parallels, starting, running, tints, [tint.start for tint in tints])


def _best_first(parallel: Parallel) -> tuple[int, ...]:
    return -parallel.score, parallel.other, parallel.start, parallel.other_start


def _tints(parallels: Iterable[Parallel]) -> Iterator[Setting]:
    """The text that is shared, cut where it becomes shared with more or fewer: darker for two, for three and more."""
    edges = sorted(
        (at, step, parallel.kind) for parallel in parallels for at, step in ((parallel.start, 1), (parallel.end, -1))
    )
    kinds = dict.fromkeys(("exact", "reworked", "translation"), 0)
    before, tint = 0, ""
    for at, group in groupby(edges, key=lambda edge: edge[0]):
        if tint and before < at:
            yield Setting(before, at, SHARED, f'<span class="shared {tint}">', "</span>")
        for _, step, kind in group:
            kinds[kind] += step
        depth = min(3, sum(kinds.values()))
        before, tint = at, f"x{depth} {next((kind for kind in kinds if kinds[kind]), '')}" if depth else ""


def beside(edition: Edition, number: int, leaf: int, found: Shared, root: str) -> Beside | None:
    """What stands beside a leaf: nothing where nothing is shared."""
    starting, running = found.starting.get(leaf, []), found.running.get(leaf, [])
    if not starting and not running:
        return None
    ordered = sorted(starting, key=lambda parallel: _documents(starting).index(parallel.other))
    seen = set(_documents(starting)[:SHOWN])
    best = [p for nth, p in enumerate(ordered) if p.other in seen and p.other not in {o.other for o in ordered[:nth]}]
    best.sort(key=lambda parallel: (parallel.start, parallel.other))
    rest = [parallel for parallel in ordered if parallel not in best]
    signs = {id(parallel): "abcdef"[nth] for nth, parallel in enumerate(best)}
    layout = edition.layouts[number]
    name, text = layout.names[leaf], layout.leaves[leaf]
    points = [
        Point(max(p.start, text.start), _sign(name, signs[id(p)])) for p in best
    ]
    return Beside(
        [_entry(edition, parallel, signs[id(parallel)], root) for parallel in best],
        [_entry(edition, parallel, "", root) for parallel in rest[:FOLDED]],
        len(rest[FOLDED:]),
        [_continued(edition, number, leaf, parallel, root) for parallel in running],
        _side_by_side(edition, number, best, root),
        points,
    )
