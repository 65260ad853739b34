"""References without a note, notes without a reference, and numbers of notes that skip.

**What it finds.** *[12]* or *¹²* in the text where no note has that number while nearly all others have theirs, the
reverse, and a number that comes after neither the one before nor 1.

**Why it matters.** A note was lost, or stands at the wrong place; a digit was misread.

**Example.** References [1] [2] [4], notes 1 2 3. → [4] has no note

**When it is wrong.** Where square brackets hold years, verses or pages, and where the notes are in another file.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from variorum.layers.findings.page import Page
from variorum.layers.findings.pairs import sought
from variorum.layers.findings.patterns import rare
from variorum.layers.findings.suspect import Rule, Suspect

_MARK = sought(r"[\[¹²³⁰⁴-⁹]", None, r"(?:(?<=\[)(\d{1,3})\]|(?<!\[)(?<![\d¹²³⁰⁴-⁹].)[¹²³⁰⁴-⁹]{0,2})")
_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
FEWEST, MATCHED = 5, 0.8
"""So many numbers have both reference and note at least, and such a share of all, where a document has notes."""
LONELY, SKIPPED, HABIT = 0.7, 0.5, 0.02


class _Mark(NamedTuple):
    start: int
    end: int
    number: int
    heads: bool
    """Whether it stands where a line begins, as the number of a note does."""


def find(page: Page) -> Iterator[Suspect]:
    """The marks of notes that have no counterpart, or come out of turn."""
    marks = [_mark(page.text, match) for match in page.pairs.find(_MARK)]
    references = [mark for mark in marks if not mark.heads]
    notes = [mark for mark in marks if mark.heads]
    there, here = (Counter(mark.number for mark in some) for some in (references, notes))
    matched = (there & here).total()
    if matched < FEWEST or matched < MATCHED * max(len(references), len(notes)):
        return
    lonely = [(mark, "reference has no note") for mark in references if there[mark.number] > here[mark.number]]
    lonely += [(mark, "note has no reference") for mark in notes if here[mark.number] > there[mark.number]]
    likely = LONELY * rare(len(lonely), matched, HABIT)
    found = {mark: Suspect(mark.start, mark.end, None, likely, f"this {what}") for mark, what in lonely}
    pairs = [*pairwise(references), *pairwise(notes)]
    skips = [(one, two) for one, two in pairs if two.number > 1 and two.number - one.number not in (0, 1)]
    likely = SKIPPED * rare(len(skips), matched, HABIT)
    for one, two in skips:
        found.setdefault(two, Suspect(two.start, two.end, None, likely, f"number {two.number} after {one.number}"))
    yield from found.values()


def _mark(text: str, match: re.Match[str]) -> _Mark:
    number = int((match[1] or match[0]).translate(_RAISED))
    before = text[max(0, match.start() - 20) : match.start()]
    return _Mark(*match.span(), number, not before.rpartition("\n")[2].strip() and ("\n" in before or len(before) < 20))


NOTES = Rule("notes", find)
