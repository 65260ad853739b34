"""Brackets that open and never close, or close and never opened.

**What it finds.** A round, square or curly bracket without its other half in the same paragraph.

**Why it matters.** What the author put aside, and what an editor put in, can no longer be told from the rest.

**Example.** She went (as she always did to church. → (as she always did)

**When it is wrong.** In lists numbered 1) 2) 3), in smileys and formulae, and where a bracket spans paragraphs.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator

from variorum.layers.findings.page import Page
from variorum.layers.findings.pairs import sought
from variorum.layers.findings.patterns import rare
from variorum.layers.findings.suspect import Rule, Suspect

_BRACKET = sought(r"[()\[\]{}]", None)
_CLOSES = {")": "(", "]": "[", "}": "{"}
_LISTED = re.compile(r"(?<![^\s(\"“‘«„'])(?:\d{1,3}|[a-zа-я]|[ivxl]+)\Z", re.IGNORECASE)
LIKELY = 0.75
FAR = {"(": 3, "[": 30, "{": 3}
"""Over so many paragraphs a bracket may reach: what an editor puts in may be long."""


def find(page: Page) -> Iterator[Suspect]:
    """The brackets of a page that have no other half."""
    lonely, pairs = [], 0
    open_: list[tuple[int, str, int]] = []
    there = _brackets(page)
    for number, leaf in enumerate(page.leaves):
        for match in there[number]:
            char = match.group()
            if char not in _CLOSES:
                open_.append((match.start(), char, number))
            elif open_ and open_[-1][1] == _CLOSES[char] and number - open_[-1][2] < FAR[open_[-1][1]]:
                open_.pop()
                pairs += 1
            elif not _LISTED.search(page.text, leaf.start, match.start()):
                lonely.append((match.start(), char))
        lonely += [(place, char) for place, char, since in open_ if number - since >= FAR[char]]
        open_ = [one for one in open_ if number - one[2] < FAR[one[1]]]
    lonely += [(place, char) for place, char, _ in open_]
    likely = LIKELY * rare(len(lonely), 20 * pairs + page.total // 100)
    for place, char in sorted(lonely):
        what = "closes and never opened" if char in _CLOSES else "opens and never closes"
        yield Suspect(place, place + 1, None, likely, f"the bracket {char} {what}")


def _brackets(page: Page) -> dict[int, list[re.Match[str]]]:
    """The brackets of each leaf, by its number."""
    found: defaultdict[int, list[re.Match[str]]] = defaultdict(list)
    for match in page.pairs.find(_BRACKET):
        number = bisect_right(page.starts, match.start()) - 1
        if number >= 0 and match.end() <= page.leaves[number].end:
            found[number].append(match)
    return found


BRACKETS = Rule("brackets", find)
