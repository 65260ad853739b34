"""Every reading of a paragraph's quotation marks, slips among them, and how likely each slip is.

A hidden Markov model: what is hidden is which quotations are open; at each site one opens, one closes, an apostrophe
stands, or nothing happens; what is seen is a mark, or none. That a mark is lost, doubled, of the wrong level or turned
the wrong way is rare, and its likelihood in one place follows from all the rest of the paragraph (the forward-backward
algorithm: Baum, Petrie, Soules, Weiss 1970).
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from variorum.layers.findings.quotation_marks.habits import APOSTROPHE, CLOSES, NOTHING, OPENS, Habits
from variorum.layers.findings.quotation_marks.sites import Site
from variorum.layers.glyphs import CLOSING, GLYPHS, NEUTRAL, OPENING, SINGLE
from variorum.layers.marks import Mark

DEEPEST = 3
BEAM = 25.0
"""Readings so many nats below the best are given up."""

LETTERS = frozenset("aA")
AGAIN, SMALL = "r", "a"
"""A mark that opens what is open: at the beginning of a line, of which a small letter is none."""


class Slips(NamedTuple):
    """How often what happens, as natural logarithms of shares."""

    doubled: float = math.log(1e-5)
    """A mark stands where none is to stand."""
    lost: float = math.log(2e-4)
    level: float = math.log(5e-4)
    """It is of the other family."""
    turned: float = math.log(2e-4)
    again: float = math.log(1e-4)
    """It opens again what is open, and is no slip."""
    within_alike: float = math.log(1e-4)
    """A quotation opens straight inside one with the same marks."""


class Reading(NamedTuple):
    """What may be so at a site: what happens there, and the family and direction of the mark that this asks for."""

    action: str
    family: int
    way: int


Open = tuple[int, ...]
"""The families that are open, the outermost first."""
_Step = tuple[Open, Open, Reading, float]
ELIDED = {NOTHING: -9.0, OPENS: -5.0, CLOSES: -5.0, APOSTROPHE: -0.02}
"""A mark that stands for letters that are left out, as the word beside it tells."""
UNLIKE, BEHIND = 0.5, 1.0
"""What each point of its cost (`apostrophes`) tells against an apostrophe; of a single mark behind a word."""
ANYWHERE = math.log(0.1)
"""A mark too many may stand where marks usually do."""
ENDED = {NOTHING: math.log(0.5), CLOSES: math.log(0.5)}
_SURE = math.log(1 - 1e-3)
_NONE = Reading(NOTHING, -1, NEUTRAL)
_ELISION = Reading(APOSTROPHE, SINGLE, CLOSING)
_FAMILIES = range(max(family for family, _ in GLYPHS.values()) + 1)
_OPENING = [Reading(OPENS, family, OPENING) for family in _FAMILIES]
_CLOSING = [Reading(CLOSES, family, CLOSING) for family in _FAMILIES]


class Edges(NamedTuple):
    """How likely a quotation comes into a paragraph from the one before, and is left open for the next."""

    comes: float
    goes: float


def posteriors(sites: Sequence[Site], habits: Habits, edges: Edges, slips: Slips) -> list[dict[Reading, float]]:
    """For each site how likely each reading of it is, from 0 to 1."""
    outer, moves = habits.families()[:1], _Moves(habits, slips)
    forward: list[dict[Open, float]] = [{(): 0.0} | {(family,): math.log(edges.comes) for family in outer}]
    steps: list[list[_Step]] = []
    for site in sites:
        reached, made = _onward(site, forward[-1], moves)
        forward.append(reached)
        steps.append(made)
    backward = {open_: math.log(edges.goes) if open_ else 0.0 for open_ in forward[-1]}
    total = _sum([worth + backward[open_] for open_, worth in forward[-1].items()])
    found: list[dict[Reading, float]] = []
    for before, made in zip(forward[-2::-1], reversed(steps), strict=True):
        backward, here = _back(before, made, backward, total)
        found.append(here)
    return found[::-1]


class _Move(NamedTuple):
    """What may happen while some quotations are open, and what is open then."""

    after: Open
    reading: Reading
    wanted: Reading
    """What the mark is to do to be rightly there."""
    share: float
    """The logarithm of how likely just this family is."""


class _Moves:
    """What may happen while some quotations are open, and how likely a mark is seen there, each worked out once."""

    def __init__(self, habits: Habits, slips: Slips) -> None:
        self.habits, self.slips = habits, slips
        self._known: dict[Open, list[_Move]] = {}
        self._seen: dict[tuple[int, int] | None, dict[Reading, float]] = {}

    def while_open(self, open_: Open) -> list[_Move]:
        """The quotations that may close, or open, where some are open."""
        if open_ not in self._known:
            self._known[open_] = [*self._closing(open_), *self._opening(open_)]
        return self._known[open_]

    def _closing(self, open_: Open) -> Iterator[_Move]:
        if open_:
            wanted = _CLOSING[open_[-1]]
            asked = _CLOSING[self.habits.within(open_[-1])] if open_[-2:-1] == open_[-1:] else wanted
            yield _Move(open_[:-1], asked, wanted, 0.0)

    def _opening(self, open_: Open) -> Iterator[_Move]:
        for family in self.habits.families() if len(open_) < DEEPEST else ():
            wanted = _OPENING[family]
            share = math.log(self.habits.opening(open_[-1] if open_ else -1, family))
            share = self.slips.within_alike if family in open_ else share
            asked = _OPENING[self.habits.within(family)] if open_[-1:] == (family,) else wanted
            yield _Move((*open_, family), asked, wanted, share)

    def seen(self, mark: Mark | None) -> dict[Reading, float]:
        """How likely a mark is to be seen where each is wanted."""
        key = (mark.family, mark.points) if mark else None
        if key not in self._seen:
            self._seen[key] = {wanted: _seen(mark, wanted, self.slips) for wanted in (*_OPENING, *_CLOSING)}
        return self._seen[key]


def _onward(site: Site, before: dict[Open, float], moves: _Moves) -> tuple[dict[Open, float], list[_Step]]:
    least = max(before.values()) - BEAM
    likely, seen = _likely(site, moves.habits), moves.seen(site.mark)
    reached: defaultdict[Open, list[float]] = defaultdict(list)
    made = []
    for open_, worth in before.items():
        choices = _whatever_is_open(site, likely, open_, moves.slips)
        choices += [
            (after, reading, likely[wanted.action] + share + seen[wanted])
            for after, reading, wanted, share in moves.while_open(open_)
        ]
        for after, reading, cost in choices:
            if worth + cost > least:
                reached[after].append(worth + cost)
                made.append((open_, after, reading, cost))
    return {open_: _sum(worths) for open_, worths in reached.items()}, made


def _back(
    before: dict[Open, float], made: list[_Step], after: dict[Open, float], total: float
) -> tuple[dict[Open, float], dict[Reading, float]]:
    back: defaultdict[Open, list[float]] = defaultdict(list)
    here: defaultdict[Reading, float] = defaultdict(float)
    for open_, to, reading, cost in made:
        if to in after:
            worth = cost + after[to]
            back[open_].append(worth)
            here[reading] += math.exp(min(0.0, before[open_] + worth - total))
    return {open_: _sum(worths) for open_, worths in back.items()}, here


def _whatever_is_open(
    site: Site, likely: dict[str, float], open_: Open, slips: Slips
) -> list[tuple[Open, Reading, float]]:
    """What may happen at a site but that a quotation opens or closes."""
    mark = site.mark
    if mark is None:
        return [(open_, _NONE, likely[NOTHING])]
    found = [
        (open_, _NONE, max(likely[NOTHING], ANYWHERE) + slips.doubled),
        (open_, _ELISION, likely[APOSTROPHE] + _elision(mark, slips)),
    ]
    if mark.family in open_ and mark.points != CLOSING and site.right != SMALL:
        found.append((open_[: open_.index(mark.family) + 1], Reading(AGAIN, mark.family, OPENING), slips.again))
    return found


def _likely(site: Site, habits: Habits) -> dict[str, float]:
    """What may happen there: whether a paragraph's last quotation closes is not told by what stands before its end."""
    if site.mark and not site.mark.neither:
        return ELIDED
    likely = habits.likely(site)
    if site.mark:
        behind = site.mark.family == SINGLE and site.right not in LETTERS
        unlike = (BEHIND if behind else UNLIKE) * site.mark.neither
        likely = likely | {APOSTROPHE: likely[APOSTROPHE] - unlike}
    return likely | ENDED if site.right == "^" else likely


def _seen(mark: Mark | None, wanted: Reading, slips: Slips) -> float:
    """How likely this mark is to be seen where that is wanted."""
    if mark is None:
        return slips.lost
    turned = mark.points not in (wanted.way, NEUTRAL)
    if mark.family == wanted.family:
        return slips.turned if turned else _SURE
    return slips.level + (slips.turned if turned else 0.0)


def _elision(mark: Mark, slips: Slips) -> float:
    """How likely this mark is to be seen where an apostrophe is wanted."""
    if mark.family != SINGLE:
        return slips.level
    return slips.turned if mark.points == OPENING else 0.0


def is_slip(site: Site, reading: Reading) -> bool:
    """Whether what stands there is not what the reading wants."""
    mark = site.mark
    if reading.action == NOTHING or mark is None:
        return (reading.action == NOTHING) != (mark is None)
    if reading.action == AGAIN:
        return False
    return mark.family != reading.family or mark.points not in (reading.way, NEUTRAL)


def _sum(worths: Sequence[float]) -> float:
    most = max(worths)
    return most if len(worths) == 1 else most + math.log(sum([math.exp(worth - most) for worth in worths]))
