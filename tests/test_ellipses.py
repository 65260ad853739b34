"""Ellipses: cases in four languages, and what always holds."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from paragraphed import cases, tables

from variorum.layers.ellipses import ELLIPSES, ellipses
from variorum.layers.quotations import quotations
from variorum.layers.quoted import quoted

FOUND, LEFT, FAILING = (cases("ellipses", name) for name in ("found", "left-alone", "known-failures"))


def read(written, language):
    text, documents, blocks = tables(written, language)
    voiced = quotations(documents, blocks, quoted(documents, blocks))
    found = ellipses(documents, blocks, voiced)
    assert found.schema.equals(ELLIPSES.schema)
    return text, voiced.to_pylist(), found.to_pylist()


def cuts(case):
    text, _, rows = read(case["text"], case["language"])
    return [f"{text[row['start'] : row['end']]} {row['cut_by']}" for row in rows]


def ids(case):
    return case["name"]


@pytest.mark.parametrize("case", FOUND, ids=ids)
def test_found(case):
    assert cuts(case) == case["cuts"]


@pytest.mark.parametrize("case", LEFT, ids=ids)
def test_left_alone(case):
    assert cuts(case) == []


@pytest.mark.parametrize("case", FAILING, ids=ids)
@pytest.mark.xfail(reason="known failure")
def test_known_failure(case):
    assert cuts(case) == case["cuts"]


@settings(deadline=None, max_examples=80)
@given(
    st.lists(
        st.sampled_from(["“", "”", "‘", "’", " ... ", "…", "[...]", "a", " word ", ". . .", "* * *", "\n\n"]),
        max_size=20,
    )
)
def test_an_ellipsis_belongs_to_the_innermost_quotation_around_it(pieces):
    _, quoted, rows = read("x" + "".join(pieces) + "x", "en")
    for row in rows:
        around = [q for q in quoted if q["inner_start"] <= row["start"] and row["end"] <= q["inner_end"]]
        innermost = max(around, key=lambda q: (q["depth"], q["quotation"]), default=None)
        assert row["quotation"] == (innermost and innermost["quotation"])
        assert row["cut_by"] in ("quoter", "editor", "hesitation")
