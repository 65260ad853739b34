"""What a document shares: the tint of its text, and beside each paragraph where the other side is to be read."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from variorum.archive.site.edition import Edition, Layout, Parallel, opening, place_of
from variorum.archive.site.inline import SHARED, Point, Setting
from variorum.archive.site.names import page_name
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
    traditions: dict[Parallel, list[str]]
    """The traditions that a passage belongs to."""
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
    traditions = _traditions(edition, number, parallels)
    return Shared(parallels, starting, running, traditions, tints, [tint.start for tint in tints])


def _traditions(edition: Edition, number: int, parallels: Sequence[Parallel]) -> dict[Parallel, list[str]]:
    found: dict[Parallel, list[str]] = {}
    starts = [parallel.start for parallel in parallels]
    for tradition, start, end, _ in edition.witnesses.of(number):
        others = {witness.document for witness in edition.traditions[tradition]}
        for parallel in parallels[bisect_left(starts, start) : bisect_left(starts, end)]:
            if parallel.end <= end and parallel.other in others:
                found.setdefault(parallel, []).append(tradition)
    return found


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
    firsts: dict[int, Parallel] = {}
    for parallel in starting:
        firsts.setdefault(parallel.other, parallel)
    shown = sorted(list(firsts.values())[:SHOWN], key=lambda parallel: (parallel.start, parallel.other))
    ranks = {other: rank for rank, other in enumerate(firsts)}
    rest = sorted((p for p in starting if not any(p is other for other in shown)), key=lambda p: ranks[p.other])
    signs = "abcdef"[: len(shown)]
    layout = edition.layouts[number]
    return Beside(
        [_entry(edition, parallel, sign, root) for parallel, sign in zip(shown, signs, strict=True)],
        [_entry(edition, parallel, "", root) for parallel in rest[:FOLDED]],
        len(rest[FOLDED:]),
        [_continued(edition, number, leaf, parallel, root) for parallel in running],
        _side_by_side(edition, found, shown, root),
        [_point(layout, leaf, parallel, sign) for parallel, sign in zip(shown, signs, strict=True)],
    )


def _point(layout: Layout, leaf: int, parallel: Parallel, sign: str) -> Point:
    href = f"#{layout.names[leaf]}-{sign}"
    label = f"passage {sign} begins here, shared with another document" 
    return Point(
        max(parallel.start, layout.leaves[leaf].start),
        f'<a class="sign" href="{href}" aria-label="{label}" data-pagefind-ignore>{sign}</a>',
    )


def _entry(edition: Edition, parallel: Parallel, sign: str, root: str) -> Entry:
    other = edition.documents[parallel.other]
    words = opening(edition.texts[parallel.other], parallel.other_start, parallel.other_end)
    href = root + place_of(edition, parallel.other, parallel.other_start)
    return Entry(sign, href, other.title, words, tag(other.language), how(parallel.kind, parallel.words, parallel.identity))


def _continued(edition: Edition, number: int, leaf: int, parallel: Parallel, root: str) -> Entry:
    """Where the other side is to be read of a passage that began before: exactly where the paragraph has the same words
    there, else about there, by proportion."""
    layout, other = edition.layouts[number], edition.layouts[parallel.other]
    name = layout.names[leaf].partition("~")[0]
    share = (layout.starts[leaf] - parallel.start) / (parallel.end - parallel.start)
    about = round(parallel.other_start + share * (parallel.other_end - parallel.other_start))
    near = other.at(about)
    found = [at for at in range(max(0, near - 8), near + 9) if other.names[at : at + 1] == [name]]
    offset = other.starts[min(found, key=lambda at: abs(at - near))] if found else about
    href = root + place_of(edition, parallel.other, offset)
    return Entry("", href, edition.documents[parallel.other].title, "", None, "same words" if found else "about here")


def _side_by_side(edition: Edition, found: Shared, shown: Iterable[Parallel], root: str) -> list[tuple[str, str]]:
    """Links to the traditions of some passages, and how many witnesses each has."""
    sizes = {name: len(edition.traditions[name]) for parallel in shown for name in found.traditions.get(parallel, ())}
    best = sorted(sizes, key=lambda name: (-sizes[name], name))[:2]
    return [(root + page_name("traditions", name), count(sizes[name], "witness", "witnesses")) for name in best]
