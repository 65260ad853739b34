"""Quotation marks that are lost, left over, of the wrong level, or turned the wrong way.

**What it finds.** A quotation that opens and never closes, or closes and was never opened; a mark too many; a double
mark where the book sets a single one, and the reverse; an opening mark where a closing one belongs; an apostrophe set
as a quotation mark.

**Why it matters.** A reader, and every program, takes the author's words for those of the person quoted.

**Example.** “I shall go, he said.” → “I shall go,” he said.

**How.** Paragraphs that read without a doubt tell how the document sets its marks: what stands round them, which
quotations stand inside which. The others are read in every way at once, slips included.

**When it is wrong.** Where a quotation goes on in the next paragraph, which opens with a mark: whether that is another
speaker's is told only by how often this book has it so, behind paragraphs as long, that end so, in such company.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from variorum.layers.findings.page import Page
from variorum.layers.findings.patterns import rare
from variorum.layers.findings.quotation_marks.habits import APOSTROPHE, CLOSES, NOTHING, OPENS, Habits
from variorum.layers.findings.quotation_marks.paragraphs import edges_of, learnt, paragraphs_of
from variorum.layers.findings.quotation_marks.readings import (
    AGAIN,
    Edges,
    Reading,
    Slips,
    is_slip,
    posteriors,
)
from variorum.layers.findings.quotation_marks.sites import Site, all_sites
from variorum.layers.findings.suspect import Rule, Suspect, beside
from variorum.layers.glyphs import GLYPHS, NEUTRAL, OPENING, SINGLE
from variorum.layers.marks import Mark

LEAST = 0.005
"""What is less likely is no suspicion."""
PASSES, SAMPLE = 3, 300
"""So many times the oddities of a document are counted, in about so many paragraphs."""
SET_OTHERWISE = 0.01
"""What share of marks may be set with another glyph by habit."""
SURE = 0.88
"""How likely a slip is one of which the marks leave no doubt: else it is the author's way, or stands elsewhere in the
paragraph."""
READABLE = 0.6
"""How likely a slip is one where the marks read well as they stand, but for what the next paragraph begins with."""
UNCLEAR = 0.6
"""Where a larger share of the marks stands in paragraphs that are not clear, no habit can be told."""
FAR, ELSEWHERE = 150, 0.75
"""Where a quotation that lacks its beginning closes only so far on, it may have begun elsewhere: so likely not."""
TWICE, STRAIGHT = 0.9, 0.35
"""How likely a slip is where a mark stands twice; how much less likely where it looks like any apostrophe."""
_WORD = re.compile(r"[^\W\d_]{2,}")
ELIDED = 3
"""A word before which an apostrophe stands more often has one by habit."""
HABIT, FEW = 0.004, 3
"""What is said of a larger share of the marks, and of more than so many, is rather a habit than a slip."""


def find(page: Page) -> Iterator[Suspect]:
    """The quotation marks of a page that are likely slips."""
    paragraphs = paragraphs_of(page)
    habits, doubtful, going = learnt(page, paragraphs)
    unclear = sum(len(paragraphs[at][1]) for at in doubtful)
    if unclear > UNCLEAR * len(page.marks):
        return
    found = all_sites(page, [paragraphs[at] for at in doubtful])
    read = [(some, edges_of(page, paragraphs, at, habits, going)) for some, at in zip(found, doubtful, strict=True)]
    slips = _usual(read, habits)
    suspected = [*_odd_glyphs(page, habits), *_twice(page)]
    for at, (some, edges) in zip(doubtful, read, strict=True):
        sure = SURE * (READABLE if at in going else 1)
        suspected += _suspects(page.text, some, posteriors(some, habits, edges, slips), habits, sure)
    yield from _no_habits(suspected, len(page.marks))


def _no_habits(found: Sequence[Suspect], marks: int) -> Iterator[Suspect]:
    """What is suspected, the less likely the larger the share of all marks is of which the same is said."""
    sums: defaultdict[str, float] = defaultdict(float)
    for one in found:
        sums[one.message] += one.likely
    for one in found:
        share = max(0.0, sums[one.message] - FEW) / marks
        likely = one.likely * min(1.0, HABIT / share if share else 1.0) ** 2
        if likely > LEAST:
            yield one._replace(likely=likely)


def _twice(page: Page) -> Iterator[Suspect]:
    """Marks that stand twice, and turn so that they cannot be an opening and a closing one."""
    for one, two in pairwise(page.marks):
        turned = one.family != SINGLE and one.points != NEUTRAL
        if turned and one.end == two.start and one.glyph == two.glyph and page.leaf_at(one.start) is not None:
            yield Suspect(one.start, two.end, one.glyph, TWICE, f"{one.glyph} stands twice")


def _odd_glyphs(page: Page, habits: Habits) -> Iterator[Suspect]:
    """Marks set with another glyph than nearly all others of the page that do the same."""
    counts: Counter[tuple[int, int]] = Counter()
    for (family, way, _), count in habits.glyphs.items():
        counts[family, way] += count
    odd = {
        glyph: (habits.glyph(family, way), rare(count, counts[family, way] - count, SET_OTHERWISE))
        for (family, way, glyph), count in habits.glyphs.items()
        if glyph != habits.glyph(family, way) and way == GLYPHS[glyph][1]
    }
    for mark in page.marks if odd else ():
        if mark.glyph in odd and page.leaf_at(mark.start) is not None:
            wanted, likely = odd[mark.glyph]
            yield Suspect(mark.start, mark.end, wanted, likely, f"{mark.glyph} where the book sets {wanted}")


def _usual(read: Sequence[tuple[list[Site], Edges]], habits: Habits) -> Slips:
    """How often what is odd, but no slip, happens in this document: as often as it seems to, more exactly each time."""
    slips, opened = Slips(), habits.actions[OPENS] + 100
    odd = [(found, edges) for found, edges in read if _is_odd([site.mark for site in found if site.mark])]
    every = 1 + len(odd) // SAMPLE
    for _ in range(PASSES if odd else 0):
        again = every * sum(
            share
            for found, edges in odd[::every]
            for here in posteriors(found, habits, edges, slips)
            for reading, share in here.items()
            if reading.action == AGAIN
        )
        slips = slips._replace(again=math.log((again + 0.05) / opened))
    return slips


def _is_odd(marks: Sequence[Mark]) -> bool:
    """Whether two marks that open stand one after the other."""
    told = [mark for mark in marks if mark.neither > 1]
    return any(one.family == two.family and max(one.opens, two.opens) <= 1 for one, two in pairwise(told))


def _suspects(
    text: str, found: Sequence[Site], shares: Sequence[dict[Reading, float]], habits: Habits, most: float
) -> Iterator[Suspect]:
    for site, here in zip(found, shares, strict=True):
        wrong = {reading: share for reading, share in here.items() if is_slip(site, reading)}
        if wrong and sum(wrong.values()) > LEAST:
            reading = max(wrong, key=lambda one: (wrong[one], one))
            if reading.action == NOTHING and _is_elided(text, site):
                continue
            straight = site.mark is not None and site.mark.glyph == "'"
            sure = most * (STRAIGHT if straight or _wanted(reading, habits) == "'" else 1)
            sure *= ELSEWHERE if site.mark is None and _closes_far(site, reading, found) else 1
            yield _suspect(text, site, reading, sure * min(1.0, sum(wrong.values())), habits)


def _closes_far(site: Site, reading: Reading, found: Sequence[Site]) -> bool:
    """Whether what is to open here closes so far away that it may have opened anywhere in between."""
    after = next((other.start for other in found if other.mark and other.start > site.start), site.end)
    return reading.way == OPENING and after - site.start > FAR


def _is_elided(text: str, site: Site) -> bool:
    """Whether the document sets an apostrophe before this word time and again."""
    word = _WORD.match(text, site.end)
    if text[site.start : site.end] not in ("’", "'") or word is None:
        return False
    mark = text[site.start]
    known = re.findall(rf"{mark}(?<=[\s(—–]{mark}){word[0]}\b", text, re.IGNORECASE)
    return len(known) > ELIDED


def _wanted(reading: Reading, habits: Habits) -> str:
    """The mark that a reading asks for, as the document sets it."""
    return habits.glyph(reading.family, reading.way) if reading.action in (OPENS, CLOSES) else "’"


def _suspect(text: str, site: Site, reading: Reading, share: float, habits: Habits) -> Suspect:
    wanted = _wanted(reading, habits)
    if site.mark is None:
        what = "opening" if reading.way == OPENING else "closing"
        span = beside(text, site.start, site.end, wanted)
        return Suspect(*span, share, f"the {what} mark {wanted} is lacking here")
    glyph = text[site.start : site.end]
    if reading.action == NOTHING:
        start, end = _beside(text, site)
        span = beside(text, start, end, text[start : site.start] + text[site.end : end])
        return Suspect(*span, share, f"the mark {glyph} is one too many")
    if reading.action == APOSTROPHE:
        return Suspect(site.start, site.end, wanted, share, f"{glyph} stands for an apostrophe")
    turned = site.mark.family == reading.family
    why = "is turned the wrong way" if turned else "is of the wrong level"
    return Suspect(site.start, site.end, wanted, share, f"{glyph} {why}: {wanted} belongs here")


def _beside(text: str, site: Site) -> tuple[int, int]:
    """The mark with the word that it touches, before it if there is one."""
    start, end = site.start, site.end
    while start > 0 and text[start - 1].isalpha():
        start -= 1
    if start == site.start:
        while end < len(text) and text[end].isalpha():
            end += 1
    return start, end


QUOTATION_MARKS = Rule("quotation-marks", find)
