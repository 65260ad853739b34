"""What a document shares: the tint of its text, and beside each paragraph where the other side is to be read."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from html import escape
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

from variorum.archive.site.edition import Edition, place_of
from variorum.archive.site.inline import SHARED, Point, Setting
from variorum.archive.site.layout import Layout
from variorum.archive.site.names import page_name
from variorum.archive.site.openings import opening
from variorum.archive.site.prose import how, tag
from variorum.archive.site.rows import Parallel

SHOWN, FOLDED = 3, 60
"""Beside a paragraph: how many documents are shown, and how many passages more can be unfolded."""

MARKS = 3
"""Code points at either end of a paragraph that a passage may leave out and still have it all: its marks."""

NEAR = 8
"""Among how many paragraphs on either side the same words are looked for in a passage's other side."""


class Entry(NamedTuple):
    """A line beside a paragraph: the other side of a passage."""

    sign: str
    href: str
    title: str
    words: str
    language: str | None
    how: str
    compare: str | None
    """Where it is read side by side."""


class Beside(NamedTuple):
    """What stands beside a paragraph."""

    shown: list[Entry]
    folded: list[Entry]
    unlisted: int
    points: list[Point]


class Shared(NamedTuple):
    """All that a document shares, by leaf; best first."""

    parallels: list[Parallel]
    starting: dict[int, list[Parallel]]
    """The passages that begin in it."""
    partly: dict[int, list[Parallel]]
    """The passages that have some of it, which is tinted."""
    wholly: dict[int, Parallel]
    """The best passage that has it all: it gets a rule at its side, for a page of nothing but tint shows nothing."""
    running: dict[int, Parallel]
    """The best passage that began before it."""
    traditions: dict[Parallel, list[str]]
    """The traditions that a passage belongs to."""


def shared(edition: Edition, number: int) -> Shared:
    """What a document shares with others, and with itself."""
    parallels = [Parallel(*row) for row in edition.parallels.of(number)]
    layout = edition.layouts[number]
    found = Shared(parallels, {}, {}, {}, {}, _traditions(edition, number, parallels))
    for parallel in sorted(parallels, key=_best_first) if layout.leaves else []:
        first, last = layout.at(parallel.start), layout.at(parallel.end - 1)
        found.starting.setdefault(first, []).append(parallel)
        for leaf in range(first, last + 1):
            start, end = layout.leaves[leaf][:2]
            if parallel.start <= start + MARKS and end - MARKS <= parallel.end:
                found.wholly.setdefault(leaf, parallel)
            else:
                found.partly.setdefault(leaf, []).append(parallel)
            if leaf > first:
                found.running.setdefault(leaf, parallel)
    return found


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


def tints(found: Shared, leaf: int) -> Iterator[Setting]:
    """What is shared of a leaf that is not shared as a whole: darker for two passages, for three and more."""
    edges = sorted(
        (at, step, parallel.kind)
        for parallel in found.partly.get(leaf, ())
        for at, step in ((parallel.start, 1), (parallel.end, -1))
    )
    kinds = dict.fromkeys(("exact", "reworked", "translation"), 0)
    before, tint = 0, ""
    for at, group in groupby(edges, key=itemgetter(0)):
        if tint and before < at:
            yield Setting(before, at, SHARED, f'<span class="shared {tint}">', "</span>")
        for _, step, kind in group:
            kinds[kind] += step
        depth = min(3, sum(kinds.values()))
        before, tint = at, f"x{depth} {next((kind for kind in kinds if kinds[kind]), '')}" if depth else ""


def beside(edition: Edition, number: int, leaf: int, found: Shared, root: str) -> Beside | None:
    """What stands beside a leaf: nothing where no passage begins."""
    starting = found.starting.get(leaf)
    if not starting:
        return None
    firsts: dict[int, Parallel] = {}
    for parallel in starting:
        firsts.setdefault(parallel.other, parallel)
    shown = sorted(list(firsts.values())[:SHOWN], key=lambda parallel: (parallel.start, parallel.other))
    ranks = {other: rank for rank, other in enumerate(firsts)}
    rest = sorted((p for p in starting if not any(p is other for other in shown)), key=lambda p: ranks[p.other])
    signs = "abcdef"[: len(shown)]
    return Beside(
        [_entry(edition, number, found, parallel, sign, root) for parallel, sign in zip(shown, signs, strict=True)],
        [_entry(edition, number, found, parallel, "", root) for parallel in rest[:FOLDED]],
        len(rest[FOLDED:]),
        [_point(edition.layouts[number], leaf, parallel, sign) for parallel, sign in zip(shown, signs, strict=True)],
    )


def _point(layout: Layout, leaf: int, parallel: Parallel, sign: str) -> Point:
    href = f"#{layout.names[leaf]}-{sign}"
    label = f"passage {sign} begins here, shared with another document"
    return Point(
        max(parallel.start, layout.leaves[leaf].start),
        f'<a class="sign" href="{href}" aria-label="{label}" data-pagefind-ignore>{sign}</a>',
    )


def _entry(edition: Edition, this: int, found: Shared, parallel: Parallel, sign: str, root: str) -> Entry:
    other = edition.documents[parallel.other]
    words = opening(edition.texts[parallel.other], parallel.other_start, parallel.other_end)
    href = root + place_of(edition, parallel.other, parallel.other_start)
    likeness = how(parallel.kind, parallel.words, parallel.identity)
    traditions = sorted(found.traditions.get(parallel, ()), key=lambda name: (-len(edition.traditions[name]), name))
    compare = root + page_name("traditions", traditions[0]) if traditions else None
    title = "this document" if other.number == this else other.title
    return Entry(sign, href, title, words, tag(other.language), likeness, compare)


def across(edition: Edition, number: int, leaf: int, found: Shared, root: str) -> str:
    """A link to the other side of a passage that began before this leaf.

    It leads to the paragraph that has the same words there, if there is one, else to where it is about, by proportion.
    """
    if leaf not in found.running:
        return ""
    parallel, layout = found.running[leaf], edition.layouts[number]
    other, name = edition.layouts[parallel.other], layout.names[leaf].partition("~")[0]
    share = (layout.starts[leaf] - parallel.start) / (parallel.end - parallel.start)
    about = round(parallel.other_start + share * (parallel.other_end - parallel.other_start))
    near = other.at(about)
    same = [at for at in range(max(0, near - NEAR), near + NEAR + 1) if other.names[at : at + 1] == [name]]
    offset = other.starts[min(same, key=lambda at: abs(at - near))] if same else about
    href = root + place_of(edition, parallel.other, offset)
    label = escape(f"{'The same words' if same else 'About here'} in {edition.documents[parallel.other].title}")
    return f'<a class="across" href="{href}" title="{label}" aria-label="{label}" lang="en" data-pagefind-ignore>⇄</a>'
