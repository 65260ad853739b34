"""In what two statements agree that say the same of one text: in a name, in a day, or in saying it at all."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from variorum.edtf import Days
from variorum.evidence.testimony.library import Said
from variorum.evidence.testimony.names import told
from variorum.evidence.testimony.verdict import Verdict, place_of, quoted

FORTNIGHT = 14
"""Days that are one of two calendars are not farther apart."""


class Agreement(NamedTuple):
    """Another statement, and in what it agrees; `wanting` is what it does not tell."""

    other: Said
    how: str
    wanting: str = ""


def agreement(said: Said, other: Said) -> Agreement | None:
    """In what another statement agrees with one that is claimed alike: a name before a day; nothing against either."""
    mine, theirs = told(said.row["object"]), told(other.row["object"])
    if any(len(name) > 2 and name in theirs for name in mine):
        return Agreement(other, "")
    alike = same_day(said, other)
    day = f", on {other.when.edtf}: the days agree" if alike and other.when else ""
    wanting = f"; it does not say “{said.row['object']}”"
    if mine:
        return Agreement(other, day, wanting) if day and not theirs else None
    if said.when:
        return Agreement(other, day) if day else None
    same = (said.row["object"] or "").casefold() == (other.row["object"] or "").casefold()
    return Agreement(other, "", "" if same or not said.row["object"] else wanting)


def borne_out(verdict: str, found: list[Agreement]) -> Verdict:
    """The judgement of statements that agree, by the one that leaves least wanting."""
    best = min(found, key=lambda one: bool(one.wanting))
    against = tuple(place_of(one.other) for one in found)
    return Verdict(verdict, against, f"{quoted(best.other)}{best.how}{best.wanting}")


def same_day(said: Said, other: Said) -> bool:
    """Whether another statement names the day of one, or a day in its year: a year tells no day."""
    mine, theirs = said.when, other.when
    if not mine or not theirs or not meet(mine, theirs):
        return False
    inside = mine.first <= theirs.first and theirs.last <= mine.last
    return inside or _length(theirs) <= FORTNIGHT


def meet(one: Days, other: Days) -> bool:
    """Whether two dates may be one day."""
    return one.first <= other.last and other.first <= one.last


def _length(days: Days) -> int:
    return (date.fromisoformat(days.last) - date.fromisoformat(days.first)).days
