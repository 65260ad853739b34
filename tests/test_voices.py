"""Who speaks in a quotation and what it is for: cases in four languages, and what always holds."""

from __future__ import annotations

import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from paragraphed import cases, tables

from variorum.layers.quotations import quotations
from variorum.layers.quoted import quoted
from variorum.tables import QUOTATIONS

FOUND, LEFT, FAILING = (cases("voices", name) for name in ("found", "left-alone", "known-failures"))


def read(case):
    """The quotation that the case speaks of."""
    text, documents, blocks = tables(case["text"], case["language"], case.get("author"))
    rows = quotations(documents, blocks, quoted(documents, blocks)).to_pylist()
    [row] = [row for row in rows if text[row["inner_start"] :].startswith(case["quoted"])]
    return row


def ids(case):
    return case["name"]


@pytest.mark.parametrize("case", FOUND, ids=ids)
def test_found(case):
    row = read(case)
    assert row["use"] == case["use"]
    if "voice" in case:
        assert row["voice"] == case["voice"], row["reason"]


@pytest.mark.parametrize("case", LEFT, ids=ids)
def test_a_voice_that_is_not_told_is_null(case):
    assert read(case)["voice"] is None


@pytest.mark.parametrize("case", FAILING, ids=ids)
@pytest.mark.xfail(reason="known failure")
def test_known_failure(case):
    row = read(case)
    assert (row["use"], row["voice"]) == (case["use"], case.get("voice"))


@pytest.mark.parametrize("case", FOUND, ids=ids)
def test_a_voice_has_its_reason(case):
    row = read(case)
    if row["voice"] is not None:
        assert "voice" in row["reason"] or "nearest name" in row["reason"] or "speaks around it" in row["reason"]


PIECES = st.lists(
    st.sampled_from(
        ["“", "”", "‘", "’", "«", "»", '"', "he said", "Ann Lake", " wrote: ", ", ", ". ", "\n\n", "I", "so", "?"]
    ),
    max_size=24,
)


@settings(deadline=None, max_examples=60)
@given(PIECES)
def test_every_quotation_has_a_use_and_no_voice_is_invented(pieces):
    written = "x" + "".join(pieces) + "x"
    text, documents, blocks = tables(written, "en")
    found = quotations(documents, blocks, quoted(documents, blocks))
    assert found.schema.equals(QUOTATIONS.schema)
    for row in found.to_pylist():
        assert row["use"] in ("speech", "term", "title", "scare")
        assert row["voice"] is None or row["voice"] in " ".join(text.split())


def test_the_rows_of_other_columns_do_not_depend_on_the_language():
    _, documents, blocks = tables("“So,” said Ann. “‘No’ is a word.”", "en")
    other = documents.set_column(2, "language", pa.array(["de"]))
    columns = ["start", "end", "depth", "parent", "form", "closed"]
    here, there = quoted(documents, blocks), quoted(other, blocks)
    assert here.equals(there)
    told = [quotations(one, blocks, here).select(columns) for one in (documents, other)]
    assert told[0].equals(told[1]) and told[0].equals(here.select(columns))
