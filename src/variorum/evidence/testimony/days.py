"""Days of what was said and of what is known: which comes before which, as far as dates tell."""

from __future__ import annotations

import re
from calendar import monthrange
from typing import NamedTuple

_DATE = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?")


class Days(NamedTuple):
    """The first and the last day that a date may mean."""

    first: str
    last: str
    edtf: str


def days(edtf: str | None) -> Days | None:
    """The days of a date; nothing where it has no year.

    >>> days("1925"), days("1850-02~").last, days("XXXX-10-18")
    (Days(first='1925-01-01', last='1925-12-31', edtf='1925'), '1850-02-28', None)
    """
    found = _DATE.findall(edtf or "")
    if not found or edtf is None:
        return None
    return Days(min(map(_first, found)), max(map(_last, found)), edtf)


def _first(parts: tuple[str, str, str]) -> str:
    year, month, day = parts
    return f"{year}-{month or '01'}-{day or '01'}"


def _last(parts: tuple[str, str, str]) -> str:
    year, month, day = parts
    longest = monthrange(int(year), int(month))[1] if month and int(year) and 1 <= int(month) <= 12 else 31
    return f"{year}-{month or '12'}-{day or longest}"
