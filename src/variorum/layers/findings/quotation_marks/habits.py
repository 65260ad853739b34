"""How a document sets its quotation marks: what stands round them, which open inside which, which glyphs it uses."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from variorum.layers.findings.quotation_marks.sites import Site
from variorum.layers.glyphs import CLOSING, GLYPHS, NEUTRAL, OPENING
from variorum.layers.marks import Mark

ACTIONS = NOTHING, OPENS, CLOSES, APOSTROPHE = "noca"
"""What may happen at a site."""
WORDS = 0.7
"""How much a word beside a mark counts, against the characters: the two are not independent."""
SMOOTHING = 8
LEAST = 0.02
LONGEST = 11
"""Longer paragraphs, in powers of two, are all alike."""
PRIOR, UNSEEN = 5, 0.5
"""How many paragraphs those weigh that are not as long; what happens and was not seen (Jeffreys' prior)."""


class Ending(NamedTuple):
    """What tells whether a quotation goes on behind the end of a paragraph."""

    size: int
    """Its length as a power of two (`size`): who says little seldom begins a new paragraph."""
    company: bool
    """Whether one goes on from the paragraph before, or from the next: long ones go on and on."""
    whole: bool
    """Whether a sentence ends there, or is broken off."""


@dataclass
class Habits:
    """Counts over the paragraphs of a document that read without a doubt.

    A naive Bayes classifier: of what happens at a site by the characters and words on either side.
    """

    actions: Counter[str] = field(default_factory=Counter)
    edges: defaultdict[str, Counter[tuple[str, str]]] = field(default_factory=lambda: defaultdict(Counter))
    before: defaultdict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    after: defaultdict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    words_before: Counter[str] = field(default_factory=Counter)
    words_after: Counter[str] = field(default_factory=Counter)
    inside: defaultdict[int, Counter[int]] = field(default_factory=lambda: defaultdict(Counter))
    """Of each family that is open (-1 where none is) which families open in it."""
    glyphs: Counter[tuple[int, int, str]] = field(default_factory=Counter)
    """How often each family and direction is set with each glyph."""
    ends: Counter[tuple[Ending, bool]] = field(default_factory=Counter)
    """Of paragraphs by how they end whether a quotation goes on in the next, where that opens with a mark."""
    known: dict[tuple[str, str, str, str], dict[str, float]] = field(default_factory=dict)
    nested: dict[tuple[int, int], float] = field(default_factory=dict)
    usual: list[int] | None = None
    """What `families` gives, once asked; as `known` and `nested`, nothing is learnt after that."""

    def learn(self, paragraphs: Iterable[tuple[Sequence[Site], Sequence[str]]], every: int = 1) -> None:
        """Count paragraphs: the sites of each, and what its marks do.

        Where gaps are looked at in one of so many paragraphs only, each stands for so many.
        """
        marks: list[Site] = []
        gaps: list[Site] = []
        actions: list[str] = []
        for sites, done in paragraphs:
            here = [site for site in sites if site.mark]
            self._nest([(site.mark, action) for site, action in zip(here, done, strict=True) if site.mark])
            marks += here
            actions += done
            gaps += [site for site in sites if not site.mark] if len(sites) > len(here) else ()
        self._count(marks, actions, 1)
        self._count(gaps, [NOTHING] * len(gaps), every)

    def _nest(self, marks: Sequence[tuple[Mark, str]]) -> None:
        """Count which quotations stand in which, and their glyphs."""
        stack: list[int] = []
        for (_, _, family, glyph, *_), action in marks:
            if action == OPENS:
                self.inside[stack[-1] if stack else -1][family] += 1
                self.glyphs[family, OPENING, glyph] += 1
                stack.append(family)
            elif action == CLOSES:
                self.glyphs[family, CLOSING, glyph] += 1
                stack.pop()

    def _count(self, sites: Sequence[Site], actions: Sequence[str], weight: int) -> None:
        """Count what stands round sites."""
        edges = Counter(zip(actions, [site.left for site in sites], [site.right for site in sites], strict=True))
        for (action, left, right), count in edges.items():
            self.actions[action] += weight * count
            self.edges[action][left, right] += weight * count
        for beside, words, near in (
            (self.before, self.words_before, [site.before for site in sites]),
            (self.after, self.words_after, [site.after for site in sites]),
        ):
            for (action, word), count in Counter(zip(actions, near, strict=True)).items():
                beside[action][word] += weight * count
                words[word] += weight * count

    def likely(self, site: Site) -> dict[str, float]:
        """The logarithms of how likely each action is there, whatever mark stands there."""
        asked = site.left, site.right, site.before, site.after
        if asked not in self.known:
            self.known[asked] = self._likely(site)
        return self.known[asked]

    def _likely(self, site: Site) -> dict[str, float]:
        every = sum(self.actions.values())
        worths = {}
        for action in ACTIONS:
            count = self.actions[action] + 1
            worth = math.log(count / (every + 4))
            worth += math.log((self.edges[action][site.left, site.right] + LEAST) / (count + 2))
            worth += WORDS * _telling(self.before[action][site.before], count, self.words_before[site.before], every)
            worth += WORDS * _telling(self.after[action][site.after], count, self.words_after[site.after], every)
            worths[action] = worth
        total = _log_sum(worths.values())
        return {action: worth - total for action, worth in worths.items()}

    def opening(self, outer: int, family: int) -> float:
        """How likely it is that what opens inside `outer` (-1 where nothing is open) is of this family."""
        if (outer, family) not in self.nested:
            within = self.inside[outer]
            self.nested[outer, family] = (within[family] + LEAST) / (sum(within.values()) + 1)
        return self.nested[outer, family]

    def within(self, family: int) -> int:
        """The family that opens quotations inside those of another, if the document has such; else that one."""
        inside = self.inside[family]
        return max(inside, key=lambda one: (inside[one], -one)) if inside else family

    def families(self) -> list[int]:
        """The families that open quotations in this document, the most usual first."""
        if self.usual is None:
            self.usual = self._families()
        return self.usual

    def _families(self) -> list[int]:
        counts: Counter[int] = Counter()
        for within in self.inside.values():
            counts.update(within)
        return [family for family, _ in counts.most_common()]

    def glyph(self, family: int, way: int) -> str:
        """The glyph with which the document opens, or closes, a quotation of a family."""
        own = {glyph: n for (kind, turn, glyph), n in self.glyphs.items() if (kind, turn) == (family, way)}
        if own:
            return max(own, key=lambda glyph: (own[glyph], glyph))
        usual = [glyph for glyph, (kind, turn) in GLYPHS.items() if kind == family and turn in (way, NEUTRAL)]
        return usual[0] if usual else ""

    def goes_on(self, ending: Ending, less: int = 0) -> float:
        """How likely a quotation goes on in the next paragraph, where that opens with a mark.

        Of paragraphs that are about as long, as if so many of those where one does did not count.
        """
        alike = [ending._replace(size=size) for size in range(LONGEST + 1)]
        yes, no = ([self.ends[one, on] for one in alike] for on in (True, False))
        near = slice(max(0, ending.size - 1), ending.size + 2)
        usual = (sum(yes) - less + 0.1) / (sum(yes) + sum(no) - less + 1)
        seen = sum(yes[near]) - less
        return (seen + UNSEEN + PRIOR * usual) / (seen + sum(no[near]) + 1 + PRIOR)


def size(start: int, end: int) -> int:
    """A paragraph's length as a power of two."""
    return min(LONGEST, (end - start).bit_length())


def _telling(with_word: int, count: int, words: int, every: int) -> float:
    """How much more usual a word is beside an action than elsewhere."""
    base = (words + 0.5) / (every + 1000)
    return math.log((with_word + SMOOTHING * base) / (count + SMOOTHING)) - math.log(base)


def _log_sum(worths: Iterable[float]) -> float:
    listed = list(worths)
    most = max(listed)
    return most + math.log(sum(math.exp(worth - most) for worth in listed))


def duly(marks: Sequence[Mark | None], goes_on: bool) -> list[str] | None:
    """What each mark of a paragraph does that opens and closes its quotations duly; None if it does not.

    Where there is no mark nothing happens. `goes_on` says that a quotation may be left open for the next paragraph.
    """
    stack: list[int] = []
    actions = []
    for mark in marks:
        action = _duly(mark, stack) if mark else NOTHING
        if action is None:
            return None
        actions.append(action)
    return actions if not stack or goes_on else None


def _duly(mark: Mark, stack: list[int]) -> str | None:
    """What a mark does, if its neighbours and its direction agree; what is open is carried on."""
    _, _, family, _, points, opens, closes, neither = mark
    if opens <= 1 < neither and points != CLOSING and family not in stack:
        stack.append(family)
        return OPENS
    if closes == 0 and points != OPENING and stack and stack[-1] == family and (neither > 1 or opens > 8):
        stack.pop()
        return CLOSES
    if neither <= 1 and family not in stack:
        return APOSTROPHE
    return None
