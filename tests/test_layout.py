"""The lines of a plain text, looked at all at once, against an oracle that takes them one by one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import quantiles
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from variorum.sources.headings import _DIVISION, _may_divide
from variorum.sources.layout import (
    _HEADED,
    LINES,
    LONGEST_VERSE,
    LONGEST_WRAPPED,
    MARKER,
    PROSE,
    SET_IN,
    VERSE,
    layout_of,
    pieces,
)
from variorum.sources.lines import lines_of
from variorum.sources.vocabulary import CHAPTERS, PARTS, SECTIONS


class Line(NamedTuple):
    start: int
    indent: int
    text: str

    @property
    def high(self) -> bool:
        return next((not char.islower() for char in self.text if char.isalpha()), False)

    @property
    def right(self) -> int:
        return self.indent + len(self.text)


class As(NamedTuple):
    """How one text is set."""

    wrapped: bool
    width: int
    margin: int


class Piece(NamedTuple):
    lines: Sequence[Line]
    shape: int
    set_in: bool


def groups(text: str) -> list[list[Line]]:
    found: list[list[Line]] = [[]]
    at = 0
    for whole in text.splitlines(keepends=True):
        bare = whole.strip()
        if bare:
            left = whole[: whole.index(bare[0])]
            line = Line(at + len(left), len(left.expandtabs()), bare)
            if len(bare) > 4 and bare in {sign * len(bare) for sign in "-=_~#—"}:
                found += [[line], []]
            else:
                found[-1].append(line)
        if not bare or whole.endswith("\f"):
            found.append([])
        at += len(whole)
    return [group for group in found if group]


def layout(found: Sequence[Sequence[Line]]) -> As:
    lengths = [len(line.text) for group in found for line in group] or [0]
    margin = Counter(line.indent for group in found for line in group).most_common(1)
    wrapped = sum(length for length in lengths if length > LONGEST_WRAPPED) < 0.2 * sum(lengths)
    several = [len(line.text) for group in found if len(group) > 2 for line in group[:-1]]
    width = int(quantiles(several, n=20)[-2]) if len(several) > 1 else max(lengths)
    return As(wrapped, width, margin[0][0] if margin else 0)


def parts(group: Sequence[Line], layout: As) -> Iterator[Piece]:
    set_in = min(line.indent for line in group) >= layout.margin + SET_IN
    if len(group) == 1:
        yield Piece(group, PROSE, set_in)
    elif ":" in group[0].text and all(_HEADED.match(line.text) for line in group):
        yield Piece(group, LINES, False)
    elif not layout.wrapped or max(len(line.text) for line in group) > LONGEST_WRAPPED:
        yield from unwrapped(group, layout)
    else:
        for part in list(at_indents(group, layout)) or [group]:
            set_in = min(line.indent for line in part) >= layout.margin + SET_IN
            yield Piece(part, shape(part, layout.width), set_in)


def unwrapped(group: Sequence[Line], layout: As) -> Iterator[Piece]:
    run: list[Line] = []
    for line in [*group, None]:
        if line is not None and len(line.text) <= LONGEST_VERSE:
            run.append(line)
            continue
        if run and shape(run, layout.width) == VERSE:
            yield Piece(run, VERSE, min(each.indent for each in run) >= layout.margin + SET_IN)
        else:
            yield from (Piece([each], PROSE, False) for each in run)
        run = []
        if line is not None:
            yield Piece([line], PROSE, False)


def at_indents(group: Sequence[Line], layout: As) -> Iterator[Sequence[Line]]:
    indents = [line.indent for line in group]
    least, indented = min(indents), sum(indent > min(indents) for indent in indents)
    hanging = group[0].indent == least and 0.5 * len(group) <= indented < len(group) - 1
    starts = [index for index, at in enumerate(indents) if index and (at == least if hanging else at > least)]
    inner = [line for index, line in enumerate(group) if index and index not in starts]
    if not starts or sum(line.high for line in inner) > 0.5 * len(inner):
        return
    if not hanging and (indented > 0.4 * len(group) or max(indents) > least + 8):
        return
    found = [group[start:end] for start, end in pairwise([0, *starts, len(group)])]
    if all(len(part) == 1 or is_broken(part, layout.width) for part in found):
        yield from found


def is_broken(lines: Sequence[Line], width: int) -> bool:
    room = max(line.right for line in lines)
    if len(lines) <= 3:
        room = max(room, int(0.8 * width))
    signs = 0
    for before, line in pairwise(lines):
        signs += (not line.high) + (before.right >= 0.8 * room)
        signs += before.right + 1 + len(line.text.split(" ")[0]) > room
    return signs >= 1.75 * (len(lines) - 1)


def shape(lines: Sequence[Line], width: int) -> int:
    if len(lines) == 1 or is_broken(lines, width):
        return PROSE
    last = [line.text[-1] for line in lines]
    indents = {line.indent for line in lines}
    listed = [
        len(lines) < 3,
        all(char.isalnum() for char in last),
        sum(char in ".:" for char in last) >= 2 * (0.4 * len(lines)),
        sum(char.isdigit() for char in last) >= 0.4 * len(lines),
        not any(char == "," or char.isalnum() for char in last),
        sum(line.text.isupper() for line in lines) >= 0.5 * len(lines),
        sum(line.high for line in lines) < 0.5 * len(lines),
        sum(bool(MARKER.match(line.text)) for line in lines) >= 0.4 * len(lines),
        len(indents) > 0.7 * len(lines) and min(indents) > 4,
    ]
    return LINES if any(listed) else VERSE


WORDS = ["the", "Rain", "SEA", "«gull»", "“And", "wool", "a", "I", "quay,", "tern;", "low.", "1853", "ж", "Ёлка", "—"]
ENDS = ["\n"] * 12 + ["\r\n", "\n\n", "\n\n", " \n\t\n", "\f", "\n\f\n", "\u2028", "\x85"]
INDENTS = [""] * 9 + ["  ", "    ", "    ", "\t", " \t", " " * 14, "\u3000"]


@st.composite
def line(draw: st.DrawFn, longest: int) -> str:
    if draw(st.integers(0, 25)) == 0:
        return draw(st.sampled_from(["-----", "* * *", "=======", "~~~~", "#####", "— — —", "[12]", ":", "__________"]))
    opening = draw(st.sampled_from([""] * 12 + ["1. ", "(b) ", "- ", "Source: ", "V. ", "“", "IV "]))
    return opening + " ".join(draw(st.lists(st.sampled_from(WORDS), min_size=1 + longest // 2, max_size=longest)))


@st.composite
def texts(draw: st.DrawFn) -> str:
    """Texts of one of several sorts, so that each way of setting lines is met."""
    longest, indents = (
        draw(st.sampled_from([[4], [9], [14], [60], [5, 60], [6, 6, 6, 6, 60]])),
        draw(st.sampled_from([INDENTS, [""], ["", "  "]])),
    )
    words = st.sampled_from(longest).flatmap(line)
    lines = draw(
        st.lists(st.tuples(st.sampled_from(indents), words, st.sampled_from(["", "  "]), st.sampled_from(ENDS)))
    )
    text = "".join(map("".join, lines))
    if draw(st.integers(0, 2)) == 0:  # wrapped by a machine
        width = draw(st.integers(20, 90))
        text = "\n\n".join("\n".join(wrapped(part, width)) for part in text.split("\n\n"))
    return text


def wrapped(text: str, width: int) -> Iterator[str]:
    line = ""
    for word in text.split(" "):
        if line and len(line) + 1 + len(word) > width:
            yield line
            line = word
        else:
            line = f"{line} {word}" if line else word
    yield line


@settings(max_examples=300, deadline=None)
@given(st.lists(texts(), min_size=1, max_size=3), st.sampled_from([1, 7, 1 << 15]))
def test_lines_by_columns_are_what_they_are_one_by_one(several: list[str], at_once: int) -> None:
    lines = lines_of(*several)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("variorum.sources.layout.AT_ONCE", at_once)
        patch.setattr("variorum.sources.lines.AT_ONCE", at_once)
        assert str(lines_of(*several)) == str(lines)
        made, set_as = pieces(lines, layout_of(lines, len(several))), layout_of(lines, len(several))
    first = 0
    for number, text in enumerate(several):
        expected = groups(text)
        flat = [line for group in expected for line in group]
        own = lines.part(first, first := first + len(flat))
        assert own.of.tolist() == [number] * len(flat)
        assert list(zip(own.start.tolist(), own.indent.tolist(), own.texts, strict=True)) == flat
        assert [len(group) for group in expected] == lengths(own.opens.tolist())
        here = As(*(column[number].item() for column in set_as))
        assert here == layout(expected)
        found = [piece for group in expected for piece in parts(group, here)]
        places = [place for place, line in enumerate(made.first) if first - len(flat) <= line < first]
        assert [made.last[place] - made.first[place] for place in places] == [len(each[0]) for each in found]
        assert [made.shape[place] for place in places] == [piece.shape for piece in found]
        assert [bool(made.set_in[place]) for place in places] == [piece.set_in for piece in found]


def lengths(opens: list[bool]) -> list[int]:
    starts = [place for place, first in enumerate(opens) if first]
    return [b - a for a, b in pairwise([*starts, len(opens)])] if opens else []


@given(
    st.text("№#_*«(.", max_size=2),
    st.sampled_from(
        ["", "The ", "the ", "No. ", "no", "2nd ", "Second ", "и ", "iv ", "Книга ", "4", "A ", "First", "n. "]
    ),
    st.sampled_from([*(PARTS + CHAPTERS + SECTIONS).split(), "LETTER", "gull", ""]),
    st.sampled_from(["", " IV", ". 12", " the First", "s", ": of tides", " of the sea", " B."]),
)
def test_no_division_is_passed_over_for_its_first_word(signs: str, before: str, name: str, after: str) -> None:
    line = f"{signs}{before}{name}{after}".strip()
    if line and _DIVISION.match(line):
        assert _may_divide(line.split()[0])
