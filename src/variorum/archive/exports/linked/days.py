"""Dates as other formats take them: EDTF says more than ISO 8601 does, and nothing of it is made up."""

from __future__ import annotations

import re
from collections.abc import Mapping

from variorum.archive.site.rows import Date

_ISO = re.compile(r"-?\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?")
CALENDARS = {
    "gregorian": "Gregorian calendar",
    "julian": "Julian calendar, Old Style",
    "republican": "French Republican calendar",
}
"""The calendars that are named, with what they are called."""
_OF = {
    "gregorian": ("gregorian",),
    "julian": ("julian",),
    "both": ("julian", "gregorian"),
    "republican": ("republican",),
}


def iso(edtf: str | None) -> str | None:
    """A date that is a year, month or day for sure; None for any other.

    >>> iso("1917-10"), iso("1917-10~"), iso("1917/1918"), iso("November 1st"), iso("1917-21")
    ('1917-10', None, None, None, None)
    """
    return edtf if edtf and _ISO.fullmatch(edtf) else None


def span(edtf: str | None) -> tuple[str, str] | None:
    """The first and the last day of a date as ISO has them; None where it does not say.

    >>> span("1917-10"), span("1906/1907"), span("[1917-10-18,1917-10-31]"), span("1888~"), span("that spring")
    (('1917-10', '1917-10'), ('1906', '1907'), ('1917-10-18', '1917-10-31'), ('1888', '1888'), None)
    """
    parts = [part.strip("[]{}~?% ") for part in re.split(r"/|,|\.\.", edtf or "")]
    known = [part for part in parts if iso(part)]
    return (known[0], known[-1]) if known and len(known) == len(parts) else None


def tei_date(one: Date) -> Mapping[str, str]:
    """The attributes of a `date` of the TEI: Gregorian in @when, as it is written in @when-custom with its calendar.

    >>> tei_date(Date(0, 9, "1917-10-18", "julian", None, None, None, "1917-10-31"))
    {'when': '1917-10-31', 'when-custom': '1917-10-18', 'datingMethod': '#julian', 'calendar': '#julian'}
    >>> tei_date(Date(0, 9, "1906/1907", "gregorian", None, None, None, "1906/1907"))
    {'from': '1906', 'to': '1907', 'calendar': '#gregorian'}
    >>> tei_date(Date(0, 9, "10-18", "uncertain", None, None, None, "[1917-10-18,1917-10-31]"))
    {'notBefore': '1917-10-18', 'notAfter': '1917-10-31'}
    """
    found: dict[str, str] = {}
    edtf = one.edtf
    ends, calendars = span(edtf), _OF.get(one.calendar or "", ())
    if ends and ends[0] == ends[1]:
        found["when"] = ends[0]
    elif ends:
        names = ("from", "to") if "/" in (edtf or "") else ("notBefore", "notAfter")
        found.update(zip(names, ends, strict=True))
    if one.calendar in ("julian", "republican") and re.fullmatch(r"-?[\w-]+", one.written or ""):
        found |= {"when-custom": one.written or "", "datingMethod": f"#{one.calendar}"}
    if calendars:
        found["calendar"] = " ".join(f"#{name}" for name in calendars)
    if edtf and edtf[-1] in "~?%":
        found["cert"] = "low"
    return found
