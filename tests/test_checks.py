"""Quotations held against their sources: cases, and what always holds."""

from __future__ import annotations

import re

import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from paragraphed import cases

from variorum.evidence import checks
from variorum.layers.quotations import quotations
from variorum.layers.quoted import quoted
from variorum.layers.references import references
from variorum.passages import wording
from variorum.tables import BLOCKS, BY_NAME, DOCUMENTS, PASSAGES, SENSITIVITY

FOUND, LEFT, FAILING = (cases("checks", name) for name in ("found", "left-alone", "known-failures"))
KEYS = ("relation", "completeness", "attribution")
MANY = 12
"""So many documents of the library have the words that are usual."""


def library(case):
    """The documents of a case: the one that quotes, its source, others; and the span of the source that is quoted."""
    start, end = case["source"].find("⟦"), case["source"].find("⟧") - 1
    source = re.sub("[⟦⟧]", "", case["source"])
    usual = " ".join([source, *case.get("usual", [])])
    rows = [
        {"doc": "quoting.txt", "text": case["text"], "composed": case.get("quoted")},
        {"doc": "source.txt", "text": source, **{key: case.get(key) for key in ("author", "title", "composed")}},
        *({"doc": f"other-{nth}.txt", **other} for nth, other in enumerate(case.get("others", []))),
        *({"doc": f"usual-{nth}.txt", "text": usual} for nth in range(MANY)),
    ]
    return DOCUMENTS.rows(rows), (start, end)


def layers(documents):
    """The quotations and the references of every document, by the steps that make them."""
    said, pointed = [], []
    for nth in range(len(documents)):
        here = documents.slice(nth, 1)
        text = here["text"][0].as_py()
        block = {"doc": here["doc"][0].as_py(), "start": 0, "end": len(text), "kind": "paragraph", "level": 0}
        blocks = BLOCKS.rows([block])
        said.append(quotations(here, blocks, quoted(here, blocks)))
        pointed.append(references(here, blocks))
    return pa.concat_tables(said), pa.concat_tables(pointed)


def held(case, gaps=()):
    """The check of the first quotation of a case."""
    documents, (start, end) = library(case)
    found, pointed = layers(documents)
    [first, *_] = [row for row in found.to_pylist() if row["doc"] == "quoting.txt"]
    joined = {"doc_a": "quoting.txt", "start_a": first["inner_start"], "end_a": first["inner_end"]}
    joined |= {"doc_b": "source.txt", "start_b": start, "end_b": end, "kind": "reworked", "words": 9, "identity": 900}
    if "joins" in case:
        joined["end_a"] = first["inner_start"] + case["joins"]
    passages = PASSAGES.rows([{**joined, "score": 90_000, "support": 0, "gaps": list(gaps)}] if start >= 0 else [])
    empty = {name: BY_NAME[name].empty() for name in ("embedded", "divisions", "omissions")}
    rows = checks(
        documents,
        found,
        empty["embedded"],
        pointed,
        empty["divisions"],
        wording(documents),
        passages,
        empty["omissions"],
        SENSITIVITY.rows([{"least": 5, "most": 60, "marked": True, "planted": 50, "found": 39, "changed": 10}]),
    ).to_pylist()
    [row] = [row for row in rows if (row["doc"], row["quotation"]) == ("quoting.txt", first["quotation"])]
    return row, documents["text"][0].as_py(), documents["text"][1].as_py()


def changes(row, text, source):
    """Its changes: what sort, the words here, the words there."""
    return [
        [one["kind"], text[one["start"] : one["end"]].strip(), source[one["source_start"] : one["source_end"]].strip()]
        for one in row["changes"]
        if one["kind"] not in ("spelling", "misreading")
    ]


def ids(case):
    return case["name"]


@pytest.mark.parametrize("case", [*FOUND, *LEFT], ids=ids)
def test_judged(case):
    row, text, source = held(case)
    assert {key: row[key] for key in KEYS if key in case} == {key: case[key] for key in KEYS if key in case}, row
    assert case.get("reason", "") in row["reason"]
    if "changes" in case:
        assert changes(row, text, source) == case["changes"]


@pytest.mark.parametrize("case", FAILING, ids=ids)
@pytest.mark.xfail(reason="known failure", strict=True)
def test_known_failure(case):
    row, _, _ = held(case)
    assert row["relation"] == case["relation"]


def test_what_is_not_found_says_what_that_is_worth():
    row, _, _ = held(LEFT[-2])
    assert row["chance"] == 78 and "of 100 quotations of 5 to 60 words about 78 would have been" in row["reason"]
    assert (row["source_doc"], row["completeness"], row["attribution"]) == (None, None, None)


SHIPS = ("anchor", "barge", "cable", "deck", "ebb", "fog", "gale", "hull", "ice", "jetty", "keel", "lamp")
WORDS = st.lists(st.sampled_from(SHIPS), min_size=8, max_size=30)
POINTS = st.sampled_from([" ", ", ", "; ", " – ", ": "])


@settings(max_examples=60)
@given(WORDS, st.data())
def test_points_alone_leave_a_quotation_whole(found, data):
    written = found[0] + "".join(data.draw(POINTS) + word for word in found[1:])
    row, _, _ = held({"text": f"She wrote: “{written}.”", "source": f"Then ⟦{' '.join(found)}⟧ again."})
    assert row["relation"] in ("verbatim", "accidentals") and row["completeness"] == "whole"
    assert row["relation"] == "accidentals" or ("," not in written and ";" not in written)


NUMBERED = [f"{letter}{other}" for letter in ("ka", "lo", "mi", "ru") for other in ("ban", "det", "fig", "hos", "jul")]


@settings(max_examples=60)
@given(st.permutations(NUMBERED), st.integers(4, 8), st.integers(1, 8), st.sampled_from(["...", "…", "[…]", ". . ."]))
def test_words_dropped_behind_a_mark_are_a_marked_cut(found, first, dropped, mark):
    said = f"{' '.join(found[:first])} {mark} {' '.join(found[first + dropped :])}"
    row, text, source = held({"text": f"She wrote: “{said}.”", "source": f"⟦{' '.join(found)}⟧"})
    assert (row["relation"], row["completeness"]) == ("verbatim", "marked cut")
    [[kind, here, there]] = changes(row, text, source)
    assert (kind, here, there) == ("cut", mark, " ".join(found[first : first + dropped]))


@settings(max_examples=60)
@given(st.permutations(NUMBERED), st.integers(4, 8), st.integers(1, 8))
def test_words_dropped_without_a_mark_are_a_silent_cut(found, first, dropped):
    said = " ".join([*found[:first], *found[first + dropped :]])
    row, text, source = held({"text": f"She wrote: “{said}.”", "source": f"⟦{' '.join(found)}⟧"})
    assert row["completeness"] == "silent cut"
    assert changes(row, text, source) == [["minus", "", " ".join(found[first : first + dropped])]]


@settings(max_examples=60)
@given(st.permutations(NUMBERED), st.integers(0, 19))
def test_another_word_is_an_alteration(found, at):
    said = [*found[:at], "storm", *found[at + 1 :]]
    case = {"text": f"She wrote: “{' '.join(said)}.”", "source": f"⟦{' '.join(found)}⟧", "usual": ["storm"]}
    row, text, source = held(case)
    assert row["relation"] == "substantive"
    assert changes(row, text, source) in ([["word", "storm", found[at]]], [["plus", "storm", ""]])
