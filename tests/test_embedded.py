"""Documents inside documents: cases in four languages, and what always holds."""

from __future__ import annotations

import json
from itertools import pairwise

import pyarrow as pa
import pyarrow.compute as pc
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from paragraphed import cases, tables

from variorum.layers.embedded import embedded
from variorum.layers.quotations import quotations
from variorum.layers.quoted import quoted
from variorum.sources import Read, scan
from variorum.sources import read as read_sources
from variorum.tables import EMBEDDED

FOUND, LEFT, FAILING = (cases("embedded", name) for name in ("found", "left-alone", "known-failures"))
KINDS = {"letter", "article", "decree", "resolution", "speech", "proclamation", "document", "verse"}


def read(written, language):
    """The text and the embedded documents in it."""
    text, documents, blocks = tables(written, language)
    found = embedded(documents, blocks, quoted(documents, blocks))
    assert found.schema.equals(EMBEDDED.schema)
    return text, found.to_pylist()


def span(text, case):
    return text.index(case["starts"]), text.index(case["ends"]) + len(case["ends"])


def ids(case):
    return f"{case['language']} {case.get('starts', case['name'])}"


@pytest.mark.parametrize("case", FOUND, ids=ids)
def test_found(case):
    text, rows = read(case["text"], case["language"])
    assert [(row["start"], row["end"]) for row in rows] == [span(text, case)], [
        text[r["start"] : r["end"]] for r in rows
    ]
    told = {key: rows[0][key] for key in ("kind", "author", "addressee", "closed") if key in case}
    assert told == {key: case[key] or (None if key == "author" else False) for key in told}


@pytest.mark.parametrize("case", LEFT, ids=ids)
def test_left_alone(case):
    assert read(case["text"], case["language"])[1] == []


@pytest.mark.parametrize("case", FAILING, ids=ids)
@pytest.mark.xfail(reason="known failure")
def test_known_failure(case):
    text, rows = read(case["text"], case["language"])
    assert span(text, case) in [(row["start"], row["end"]) for row in rows]


def test_a_letter_that_is_never_closed_says_where_and_why_it_ends():
    text, rows = read(FOUND[0]["text"].replace("E. Shaw.”", "E. Shaw."), "en")
    [row] = rows
    assert not row["closed"] or "a signature" in row["reason"]
    assert "never closed" in row["reason"]
    assert "My uncle put it" in row["reason"]
    assert text[: row["end"]].endswith("E. Shaw.")


@pytest.fixture(scope="module")
def library(example):
    """Of each document of the example its text, embedded documents and quotations."""
    out = {}
    for outcome in read_sources([one for one in scan(example) if one.refusal is None], workers=1):
        for row in outcome.tables["documents"].to_pylist() if isinstance(outcome, Read) else []:
            one = pc.equal(outcome.tables["blocks"]["doc"], row["doc"])
            documents, blocks = pa.Table.from_pylist([row]), outcome.tables["blocks"].filter(one)
            inside = quoted(documents, blocks)
            voiced = quotations(documents, blocks, inside)
            out[row["doc"]] = row["text"], embedded(documents, blocks, inside).to_pylist(), voiced.to_pylist()
    return out


def plain(text):
    return " ".join(text.split())


NOT_YET = {"e06", "e07", "e08"}
"""Pieces in newspapers, which only their sense and a signature set off."""


def test_the_example_has_the_embedded_documents_that_were_planted_and_no_others(library, example):
    told = json.loads((example.parent / "truth" / "embedded.json").read_text("utf-8"))["embedded"]
    planted = {(one["selector"]["doc"], plain(one["selector"]["exact"])) for one in told if one["id"] not in NOT_YET}
    found = {
        (doc, plain(text[r["start"] : r["end"]]).removeprefix(f"{r['work']} "))
        for doc, (text, rows, _) in library.items()
        for r in rows
    }
    assert found == planted


def test_the_example_names_its_voices(library, example):
    told = json.loads((example.parent / "truth" / "quotations.json").read_text("utf-8"))
    found = {(doc, plain(text[q["start"] : q["end"]])): q for doc, (text, _, rows) in library.items() for q in rows}
    scare = [found[one["doc"], one["exact"]]["use"] for one in told["scare"] if (one["doc"], one["exact"]) in found]
    named = [
        (found[one["doc"], plain(one["exact"])]["voice"], case["said"])
        for case in told["planted"]
        for one in case["quotation"]
        if (one["doc"], plain(one["exact"])) in found
    ]
    right = [voice for voice, said in named if voice and voice.split()[-1] in said]
    wrong = [(voice, said) for voice, said in named if voice and voice.split()[-1] not in (said or "")]
    assert set(scare) == {"scare"}
    assert len(right) >= 3
    assert wrong == []


TYPED = (
    "“Dear Sir,",
    "Citizens!",
    "> It is decreed.",
    "# ON SALT",
    "He came and was tired.",
    "1. All shall pay.",
    "“So.”",
    "We shall see; you must pay.",
    "A. LEHR, Governor.",
    "She wrote this letter:",
    "| 12",
    "^ See there.",
)
PARAGRAPHS = st.lists(st.sampled_from(TYPED), min_size=1, max_size=14)


@settings(deadline=None, max_examples=80)
@given(PARAGRAPHS)
def test_documents_are_inside_in_order_apart_and_of_a_known_kind(paragraphs):
    text, rows = read("\n\n".join(paragraphs), "en")
    assert all(0 <= row["start"] < row["end"] <= len(text) and row["kind"] in KINDS for row in rows)
    assert all(a["end"] <= b["start"] for a, b in pairwise(rows))
    assert all(text[row["start"] : row["end"]].strip() == text[row["start"] : row["end"]] for row in rows)
