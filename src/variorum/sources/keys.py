"""Lines that are headed by what they tell, as in the head of an archive's page: Written: 1917."""

from __future__ import annotations

import re

from variorum.sources.vocabulary import KEYS

_KEY = re.compile(r"\W?([^\W\d_][\w /\\&-]{2,30}?)\s*:\s+\S|\W?([^\W\d_][\w /\\&-]{2,30}):$")
_SEVERAL = re.compile(r"\s*[/\\&]\s*|\s+(?:and|und|et|y)\s+")


def is_metadata(leaf: str) -> bool:
    r"""Whether a leaf's lines are headed by what they tell (Written: 1917), as in the head of an archive's page.

    >>> is_metadata("Written: May 1871\nSource: Letters, vol. 2\nTranslated: by a friend")
    True
    """
    if ":" not in leaf:
        return False
    lines = leaf.splitlines()
    known = sum(metadata_key(line) in KEYS for line in lines)
    if known and lines[0].endswith(":"):  # a key in a line of its own, and below it what it tells
        known += min(len(lines) - known, 3 * sum(line.endswith(":") for line in lines))
    return known > 0 and len(lines) < 25 and known >= 0.5 * len(lines) and all(len(line) < 400 for line in lines)


def metadata_key(line: str) -> str | None:
    """What a line is headed by, in lower case."""
    found = _KEY.match(line) if ":" in line else None
    key = (found[1] or found[2]).lower().strip() if found else None
    several = _SEVERAL.split(key) if key and key not in KEYS else ()
    return several[0] if several and all(each in KEYS for each in several) else key
