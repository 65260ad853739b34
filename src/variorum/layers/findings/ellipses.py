"""Points of omission that are not set as the book sets them.

**What it finds.** *..* and *....*, *. . .* or *…* where the book sets another form nearly everywhere.

**Why it matters.** Two points may be a full stop doubled or an omission; a search for one form misses the other.

**Example.** He went.. and never came back. → He went… (in a book that sets …)

**When it is wrong.** Where an editor's omissions are set otherwise than the author's.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from variorum.layers.findings.page import Page
from variorum.layers.findings.pairs import Sought
from variorum.layers.findings.patterns import in_prose, rare
from variorum.layers.findings.suspect import Rule, Suspect

_POINTS = Sought(re.compile(r"\.\.+|…[.…]*|\.[ \xa0]\.(?:[ \xa0]\.)*(?![.\w])"), re.compile("[.…]"), None)
_MOST = 5
"""More points than these are leaders in a table, or a line left out."""
FORMS = {"closed": "...", "spaced": ". . .", "one": "…", "two": None}
LIKELY, TWO, HABIT, FEWEST = 0.5, 0.7, 0.02, 10


def find(page: Page) -> Iterator[Suspect]:
    """The points of omission of a page that depart from its habit."""
    found = [match for match in page.pairs.find(_POINTS) if len(match[0]) < 2 * _MOST and in_prose(page, match)]
    counts = Counter(_form(match[0]) for match in found)
    if not counts:
        return
    [(usual, most)] = counts.most_common(1)
    for match in found:
        one = _form(match[0])
        if one == usual or (one != "two" and most < FEWEST):
            continue
        likely = (TWO if one == "two" else LIKELY) * rare(counts[one], most + page.total // 1000, HABIT)
        yield Suspect(*match.span(), FORMS[usual], likely, f"{match[0]} where the book sets {FORMS[usual]}")


def _form(points: str) -> str:
    if "…" in points:
        return "one"
    if " " in points or "\xa0" in points:
        return "spaced" if points.count(".") > 2 else "two"
    return "closed" if len(points) > 2 else "two"


ELLIPSES = Rule("ellipses", find)
