"""Numbers that stand in the text itself: verses (“4:12”, “12 And he said”, “{001:012}”, “¹²”) and numbered paragraphs.

A number counts only as part of a row that rises one by one through its chapter, from its first words to its last, so
that dates, sums and lists are not taken for verses. The dearest error is a wrong place: where a row breaks off, none of
it is taken.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from variorum.layers.paragraphs import RULE, Paragraph
from variorum.layers.scripture import book

LEAST = 5
"""How many numbers make a row at least, where nothing but itself says that it is one; half so many where each begins a
line."""
DENSE = 700
"""How many code points a verse has at most, on average; a numbered paragraph may have thrice so many."""


MISSED = 5
"""By how much the number of a verse may rise whose chapter stands beside it: some stand in what reads as a heading."""


class Numbered(NamedTuple):
    """A number in the text, and what it is the number of."""

    start: int
    end: int
    """Where the number ends."""
    number: int
    chapter: int | None
    """The chapter, where the number names it: “4:12”."""
    opens: bool
    """Whether it opens a line."""
    form: str
    """pair, figure, point (“12.”), bracket or raised."""


_AFTER = r"(?=\s+[\"“”‘’'«„»(\[¶_*]*[^\W\d_])"
_NUMBER = re.compile(
    rf"(?<![\w.,:/-])[\[{{(]?(?:\d{{1,3}}:)?(?P<chapter>\d{{1,3}}):(?P<verse>\d{{1,3}})[\]}})]?[.:]?{_AFTER}"
    rf"|(?<![^\s\[{{(“\"¶_*])(?P<open>[\[{{(])?(?P<number>\d{{1,3}})(?P<close>[\]}})])?(?P<point>[.:])?{_AFTER}"
    r"|(?P<raised>[⁰¹²³⁴-⁹]{1,3})(?=\s?[\"“‘«„]*[^\W\d_])"
)
_WORD = re.compile(r"[^\W\d_]+$")
_DIGITS = re.compile(r"[\[{(]?[\d⁰¹²³⁴-⁹][\d⁰¹²³⁴-⁹:.]*")
_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_MAY_FOLLOW = frozenset(".,;:?!”’»\"')]—–-…}_*")


def numbers(text: str, paragraphs: Sequence[Paragraph]) -> list[Numbered]:
    """The numbers of a text that stand where a verse or a numbered paragraph could begin.

    >>> text = "4:1 And they came. 4:2 It was 9 miles."
    >>> [(one.chapter, one.number) for one in numbers(text, [Paragraph(0, len(text), "paragraph", 0, None, text)])]
    [(4, 1), (4, 2)]
    """
    own = [one for one in paragraphs if one.kind not in ("heading", "cell", RULE) and not one.within]
    starts = [one.start for one in own]
    found = []
    for digits in _DIGITS.finditer(text):
        match = _NUMBER.match(text, digits.start())
        at = bisect_right(starts, digits.start()) - 1
        if match and at >= 0 and digits.start() < own[at].end and (one := _candidate(text, match, own[at].start)):
            found.append(one)
    return found


def _candidate(text: str, match: re.Match[str], first: int) -> Numbered | None:
    start = match.start()
    before = text[max(first, start - 12) : start].rstrip(" \t\u00a0¶_*")
    opens = not before or before[-1] in "\r\n"
    raised, pair = match["raised"], match["verse"]
    if (
        not opens
        and (not text[start - 1].isspace() if raised or match["open"] else not pair)
        and not _follows_stop(before)
    ):
        return None
    if pair and not opens and (cited := _WORD.search(before)) and book(cited[0]):
        return None
    if pair:
        return Numbered(start, match.end(), int(match["verse"]), int(match["chapter"]), opens, "pair")
    if raised:
        return Numbered(start, match.end(), int(raised.translate(_RAISED)), None, opens, "raised")
    if bool(match["open"]) != bool(match["close"]):
        return None
    form = "bracket" if match["open"] else "point" if match["point"] else "figure"
    return Numbered(start, match.end(), int(match["number"]), None, opens, form)


def _follows_stop(before: str) -> bool:
    return before.rstrip()[-1:] in _MAY_FOLLOW


def pairs(found: Sequence[Numbered]) -> list[Numbered]:
    """The numbers that name chapter and verse, if they rise through the text; else none.

    >>> rows = [Numbered(at, at, verse, 1 + verse // 9, True, "pair") for at, verse in enumerate([1, 2, 3, 7, 4, 5])]
    >>> [one.number for one in pairs(rows)]
    [1, 2, 3, 4, 5]
    """
    named = [one for one in found if one.form == "pair"]
    row: list[Numbered] = []
    for one, after in zip(named, [*named, None][1:], strict=True):
        if not row or (_follows(row[-1], one) and (_is_next(row[-1], one) or after is None or _follows(one, after))):
            row.append(one)
    within = [one for one in named if row and row[0].start <= one.start]
    return row if len(row) >= LEAST and len(row) > 0.8 * len(within) and _mean(row) < DENSE else []


def _follows(one: Numbered, other: Numbered) -> bool:
    chapter, verse = one.chapter or 0, one.number
    if other.chapter == chapter and other.number > verse:
        return other.number <= verse + MISSED
    return (other.number <= MISSED and other.chapter == chapter + 1) or (other.chapter, other.number) == (1, 1)


def _is_next(one: Numbered, other: Numbered) -> bool:
    return other.number == 1 or (other.chapter == one.chapter and other.number == one.number + 1)


def _mean(row: Sequence[Numbered]) -> float:
    return (row[-1].start - row[0].start) / max(1, len(row) - 1)


def row_in(found: Sequence[Numbered], start: int, end: int, alone: bool) -> list[Numbered]:
    """The numbers that count the verses of one chapter, from its first words to its last; else none.

    `start` is where the words begin, after the heading; `alone` is whether no heading vouches for the chapter.
    """
    for form in ("figure", "raised", "bracket", "point"):
        for opening in (True, False) if form in ("figure", "raised") else (True,):
            same = [one for one in found if one.form == form and (one.opens or not opening)]
            row = _rising(same)
            if _is_whole(row, start, end, alone, opening) and not _breaks_off(row, same):
                return row
    return []


def _rising(found: Sequence[Numbered]) -> list[Numbered]:
    """The numbers that rise by one from one or two; where each opens a line, one may be missing now and then."""
    row: list[Numbered] = []
    for one, after in zip(found, [*found, None][1:], strict=True):
        leaps = row and one.opens and one.number == row[-1].number + 2 and (not after or after.number == one.number + 1)
        if leaps or (one.number == row[-1].number + 1 if row else one.number in (1, 2)):
            row.append(one)
        elif one.number == 1 and row and len(row) < 3:
            row = [one]
    return row


def _breaks_off(row: Sequence[Numbered], found: Sequence[Numbered]) -> bool:
    """Whether numbers behind the last of a row show that one between was missed."""
    last = row[-1]
    return any(last.number + 1 < one.number < last.number + MISSED for one in found if one.start > last.start)


def _is_whole(row: Sequence[Numbered], start: int, end: int, alone: bool, opening: bool) -> bool:
    least = LEAST // 2 if opening and not alone else LEAST if opening or not alone else 2 * LEAST
    if len(row) < least:
        return False
    mean = _mean(row)
    longest = 3 * DENSE if opening and row[0].form in ("point", "bracket") else DENSE
    before = 3 * mean if row[0].number == 2 else mean
    gaps = max(after.start - one.start for one, after in pairwise(row))
    reaches = end - row[-1].start < 3 * mean + 200 and row[0].start - start <= before
    return reaches and 10 < mean < longest and gaps < 6 * mean + 400


def chapters_of(row: Sequence[Numbered]) -> Iterator[tuple[int, list[Numbered]]]:
    """Each chapter that a row of pairs runs through, with its verses."""
    part: list[Numbered] = []
    for one in row:
        if part and (one.chapter != part[0].chapter or one.number <= part[-1].number):
            yield part[0].chapter or 0, part
            part = []
        part.append(one)
    if part:
        yield part[0].chapter or 0, part
