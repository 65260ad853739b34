"""Pointers to sources: cases in four languages, and what always holds."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from paragraphed import cases, tables

from variorum.layers.references import _arabic, references
from variorum.tables import REFERENCES

FOUND, LEFT, FAILING = (cases("references", name) for name in ("found", "left-alone", "known-failures"))


def read(written, language):
    text, documents, blocks = tables(written, language)
    found = references(documents, blocks)
    assert found.schema.equals(REFERENCES.schema)
    return text, found.to_pylist()


def targets(case):
    return [f"{row['kind']}: {row['target']}" for row in read(case["text"], case["language"])[1]]


def ids(case):
    return case["name"]


@pytest.mark.parametrize("case", FOUND, ids=ids)
def test_found(case):
    assert targets(case) == case["targets"]


@pytest.mark.parametrize("case", LEFT, ids=ids)
def test_left_alone(case):
    assert targets(case) == []


@pytest.mark.parametrize("case", FAILING, ids=ids)
@pytest.mark.xfail(reason="known failure")
def test_known_failure(case):
    assert targets(case) == case["targets"]


ROMAN = [(1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x")]


@given(st.integers(1, 3999))
def test_roman_numbers_are_read(number):
    written, left = "", number
    for value, letters in [*ROMAN, (9, "ix"), (5, "v"), (4, "iv"), (1, "i")]:
        written += letters * (left // value)
        left %= value
    assert _arabic(written) == number


@settings(deadline=None, max_examples=60)
@given(
    st.lists(
        st.sampled_from(["vol. ", "xxvi", ", ", "p. ", "217", "Luke ", "8", ":", "49", "See “A B”", "[3]", " ", "§ "])
    )
)
def test_pointers_stand_in_order_and_apart(pieces):
    text, rows = read("x " + "".join(pieces), "en")
    assert all(0 < row["start"] < row["end"] <= len(text) and row["target"] for row in rows)
    assert all(a["end"] <= b["start"] for a, b in pairwise(rows))
