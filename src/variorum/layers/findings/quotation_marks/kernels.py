"""Compiled loops over the places where a quotation may open or close."""

from __future__ import annotations

from typing import Any

import numba
import numpy as np
from numpy.typing import NDArray

from variorum.layers.findings.words.kinds import DASH, FIGURE, LETTER, POINT, SMALL, SPACE

kernel = numba.njit(nogil=True, cache=True)

MARK, THIN = 1, 2


@kernel
def places(
    codes: Any, kinds: Any, paragraphs: Any, marks: Any, thin: Any, near: int
) -> tuple[NDArray[np.int64], NDArray[np.int32]]:
    """The sites of some paragraphs, and how many each has.

    `paragraphs`: start, end, the first of its marks and that of the next, whether gaps count; `marks`: start, end, and
    which way each points; `thin`: the spaces that may part two marks; `near`: how far a word is looked for. A row is
    start, end, mark, character before and after, start and end of the word before, and of that after; -1 is none.
    """
    inside = np.zeros(len(codes) + 1, np.uint8)
    for first, last in paragraphs[:, 2:4]:
        _touch(codes, marks[first:last], thin, inside)
    sizes = np.zeros(len(paragraphs), np.int64)
    for nth in range(len(paragraphs)):
        sizes[nth] = _sites(codes, kinds, paragraphs[nth], marks, np.empty((0, 9), np.int32))
    rows, begun = np.full((sizes.sum(), 9), -1, np.int32), 0
    for nth in range(len(paragraphs)):
        here = rows[begun : begun + sizes[nth]]
        _sites(codes, kinds, paragraphs[nth], marks, here)
        for row in here:
            _round(kinds, inside, paragraphs[nth], near, row)
        begun += sizes[nth]
    return sizes, rows


@kernel
def _touch(codes: Any, marks: Any, thin: Any, inside: Any) -> None:
    """What marks take up, and the spaces between two that point the same way: “ ‘So."""
    for nth in range(len(marks)):
        inside[marks[nth, 0] : marks[nth, 1]] = MARK
        if nth and marks[nth, 0] - marks[nth - 1, 1] == 1 and marks[nth, 2] == marks[nth - 1, 2]:
            for space in thin:
                if codes[marks[nth - 1, 1]] == space:
                    inside[marks[nth - 1, 1]] = THIN


@kernel
def _sites(codes: Any, kinds: Any, paragraph: Any, marks: Any, rows: Any) -> int:
    """How many sites a paragraph has; their spans and marks, if there is room for them."""
    start, end, mark, last, gaps = paragraph
    count, at, beside = 0, start, False
    while mark < last or (gaps and at <= end):
        if mark < last and (not gaps or marks[mark, 0] == at):
            if len(rows):
                rows[count, :3] = marks[mark, 0], marks[mark, 1], mark
            count, at, mark, beside = count + 1, marks[mark, 1], mark + 1, True
            continue
        if not beside and _is_gap(codes, kinds, start, at, end):
            if len(rows):
                rows[count, :2] = at
            count += 1
        at, beside = at + 1, False
    return count


@kernel
def _is_gap(codes: Any, kinds: Any, start: int, at: int, end: int) -> bool:
    """Whether a mark may be lacking at a place of the paragraph from `start` to `end`."""
    if at in (start, end):
        return True
    before, after = kinds[at - 1], kinds[at]
    if before & POINT and after & (SPACE | DASH):
        return True
    if codes[at - 1] in (ord(")"), ord("]")) and after & SPACE:
        return True
    opens = codes[at - 1] in (ord("("), ord("["))
    if after & LETTER and (before & DASH or ((before & SPACE or opens) and not after & SMALL)):
        return True
    return after & SPACE and at + 1 < end and codes[at + 1] in (ord("("), ord("["))


@kernel
def _round(kinds: Any, inside: Any, paragraph: Any, near: int, row: Any) -> None:
    """What stands round a site: the characters and the words on both sides."""
    left, right, first, last = row[0], row[1], paragraph[0], paragraph[1]
    while left > first and inside[left - 1]:
        left -= 1
    while right < last and inside[right]:
        right += 1
    row[3], row[4] = left - 1 if left > first else -1, right if right < last else -1
    least, at = max(first, left - near), left
    while at > least and not kinds[at - 1] & (LETTER | FIGURE):
        at -= 1
    row[5], row[6] = at, at
    while row[5] > least and kinds[row[5] - 1] & (LETTER | FIGURE):
        row[5] -= 1
    most, at = min(last, right + near), right
    while at < most and kinds[at] & (SPACE | DASH):
        at += 1
    row[7], row[8] = at, at
    while row[8] < most and kinds[row[8]] & LETTER:
        row[8] += 1
