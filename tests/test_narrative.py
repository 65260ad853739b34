"""Whose words a stretch is: what a document says between its quotations of a text is not what the text lacks."""

from __future__ import annotations

import json
import re
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from variorum.tables import QUOTATIONS
from variorum.traditions.narrative import Quoting, held, narrates, quoting

CASES = json.loads((Path(__file__).parent / "cases" / "narrative.json").read_text("utf-8"))
Span = tuple[int, int]


def judged(case: dict[str, str]) -> bool:
    """Whether the stretch in brackets is told to be the quoting document's own."""
    before, stretch, behind = re.split(r"\[\[|\]\]", case["quoting"])
    text, source = before + stretch + behind, case["source"]
    marks = [
        {"doc": "a", "quotation": nth, "start": match.start(), "end": match.end(), "use": "speech"}
        for nth, match in enumerate(re.finditer("“[^”]*”", text))
    ]
    same = SequenceMatcher(None, text, source, autojunk=False).get_matching_blocks()
    shared = {("a", "b"): [(block.a, block.a + block.size) for block in same if block.size > 4]}
    last = [block for block in same if block.a < len(before) and block.size > 1][-1]
    row: dict[str, Any] = {"doc": "b", "at": last.b + min(last.size, len(before) - last.a), "other_doc": "a"}
    row |= {"other_start": len(before), "other_end": len(before) + len(stretch)}
    return narrates(row, quoting(QUOTATIONS.rows(marks), shared), {"a": text, "b": source})


@pytest.mark.parametrize("case", CASES["narrates"], ids=lambda case: case["why"])
def test_narrates(case: dict[str, str]) -> None:
    assert judged(case)


@pytest.mark.parametrize("case", CASES["left alone"], ids=lambda case: case["why"])
def test_left_alone(case: dict[str, str]) -> None:
    assert not judged(case)


def test_a_term_in_quotation_marks_is_no_quotation() -> None:
    rows: list[dict[str, Any]] = [
        {"doc": "a", "quotation": nth, "start": start, "end": end, "use": use}
        for nth, (start, end, use) in enumerate([(0, 4, "term"), (2, 9, "speech"), (8, 12, "speech")])
    ]
    assert quoting(QUOTATIONS.rows(rows), {}).quoted == {"a": [(2, 12)]}


def apart(edges: list[int]) -> list[Span]:
    ordered = sorted(set(edges))
    return list(zip(ordered[::2], ordered[1::2], strict=False))


@given(st.lists(st.integers(0, 40), max_size=12), st.integers(0, 40), st.integers(0, 40))
def test_what_is_held_is_counted_point_by_point(edges: list[int], one: int, other: int) -> None:
    spans, (start, end) = apart(edges), sorted((one, other))
    assert held(spans, start, end) == sum(any(a <= at < b for a, b in spans) for at in range(start, end))


@given(st.text("ab “”.", min_size=3, max_size=40), st.lists(st.integers(0, 40), max_size=8), st.data())
def test_what_is_not_quoted_and_beside_no_quotation_is_never_taken_away(
    text: str, edges: list[int], data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    far = [(a + len(text), b + len(text)) for a, b in apart(edges)]
    row = {"doc": "b", "at": 0, "other_doc": "a", "other_start": start, "other_end": end}
    assert not narrates(row, Quoting({"a": far}, {("a", "b"): [(0, len(text))]}), {"a": text, "b": text})
