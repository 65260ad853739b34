"""The paragraphs of a document with their marks: which read without a doubt, and what their neighbours let expect."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from variorum.layers.findings.page import Leaf, Page
from variorum.layers.findings.quotation_marks.habits import CLOSES, OPENS, Ending, Habits, duly, size
from variorum.layers.findings.quotation_marks.readings import Edges
from variorum.layers.findings.quotation_marks.sites import all_sites
from variorum.layers.glyphs import CLOSING
from variorum.layers.marks import Mark

USUAL = 0.01
"""Where quotations go on in the next paragraph more often than so, a mark that is lacking at the end is not missed."""
LEARNT = 2_000
"""In about so many paragraphs the gaps, too, tell a document's habits."""
UNCLOSED, CARRIED = 1e-4, 0.05
"""How often a quotation is left open where the next paragraph does not open with a mark; if that closes one first."""
QUESTION = 0.3
"""How much seldomer one goes on in the next paragraph behind a question, to which that may be the answer."""
_LAST, NEAR = re.compile(r"[.!?…—–][^\w:,;]*\Z"), 8
"""A sentence that ends, and how near to the end of its paragraph."""

Paragraph = tuple[Leaf, Sequence[Mark]]
"""A paragraph, and the marks that stand in it."""
Going = dict[int, bool]
"""Of clear paragraphs before one that opens a quotation whether one goes on in it."""


def paragraphs_of(page: Page) -> list[Paragraph]:
    """The paragraphs, each with its marks: what is open at the end of a chapter may go on in the next."""
    starts = [mark.start for mark in page.marks]
    found: list[Paragraph] = []
    for leaf in (leaf for leaf in page.leaves if leaf.kind != "heading"):
        marks = page.marks[bisect_left(starts, leaf.start) : bisect_left(starts, leaf.end)]
        found.append((leaf, marks))
    return found


def learnt(page: Page, paragraphs: Sequence[Paragraph]) -> tuple[Habits, list[int], Going]:
    """The habits of a page, which paragraphs are doubtful, and whether a quotation goes on behind the others."""
    habits, doubtful, clear, going = Habits(), [], {}, {}
    for at, (leaf, marks) in enumerate(paragraphs):
        if not marks or leaf.end - leaf.start < 2 * len(marks):
            continue
        follows = _opens(paragraphs, at + 1)
        actions = duly(marks, follows)
        if actions is None:
            doubtful.append(at)
            continue
        clear[at] = actions
        left = actions.count(OPENS) > actions.count(CLOSES)
        if left or (follows and CLOSES in actions):
            going[at] = left
    every = 1 + len(clear) // LEARNT
    looked_at = [number % every == 0 for number in range(len(clear))]
    found = all_sites(page, [paragraphs[at] for at in clear], looked_at)
    habits.learn(zip(found, clear.values(), strict=True), every)
    endings = {at: _ending(page, paragraphs, at, going) for at in going}
    habits.ends.update((endings[at], left) for at, left in going.items())
    unusual = (at for at, left in going.items() if left and habits.goes_on(endings[at], 1) < USUAL)
    return habits, sorted([*doubtful, *unusual]), going


def _ending(page: Page, paragraphs: Sequence[Paragraph], at: int, going: Going) -> Ending:
    """What tells whether a quotation goes on behind a paragraph."""
    leaf, _ = paragraphs[at]
    beside = (one for one in (at - 1, at + 1) if one >= 0 and _opens(paragraphs, one + 1))
    company = any(going[one] if one in going else _left_open(paragraphs[one][1]) for one in beside)
    last = _LAST.search(page.text, max(leaf.start, leaf.end - NEAR), leaf.end)
    return Ending(size(leaf.start, leaf.end), company, last is not None)


def _opens(paragraphs: Sequence[Paragraph], at: int) -> bool:
    """Whether a paragraph opens with a mark that opens a quotation."""
    if at >= len(paragraphs):
        return False
    leaf, marks = paragraphs[at]
    return bool(marks) and marks[0].start == leaf.start and marks[0].points != CLOSING and marks[0].opens <= 1


def edges_of(page: Page, paragraphs: Sequence[Paragraph], at: int, habits: Habits, going: Going) -> Edges:
    """What the paragraphs before and after let expect of one."""
    leaf, _ = paragraphs[at]
    comes = at > 0 and not _opens(paragraphs, at) and _left_open(paragraphs[at - 1][1])
    if _opens(paragraphs, at + 1):
        asks = QUESTION if "?" in page.text[max(leaf.start, leaf.end - 3) : leaf.end] else 1.0
        goes = asks * habits.goes_on(_ending(page, paragraphs, at, going), int(going.get(at, False)))
        return Edges(CARRIED if comes else UNCLOSED, goes)
    goes = at + 1 < len(paragraphs) and _closes_first(paragraphs[at + 1][1])
    return Edges(CARRIED if comes else UNCLOSED, CARRIED if goes else UNCLOSED)


def _left_open(marks: Sequence[Mark]) -> bool:
    told = [mark for mark in marks if mark.neither > 1]
    return bool(told) and told[-1].opens < told[-1].closes


def _closes_first(marks: Sequence[Mark]) -> bool:
    told = [mark for mark in marks if mark.neither > 1]
    return bool(told) and told[0].closes < told[0].opens
