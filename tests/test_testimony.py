"""Testimony: what documents say of how texts came down, in cases and on a page that was read by hand."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

import pyarrow as pa
import pytest

from variorum.layers import embedded, quotations, quoted, statements
from variorum.sources import read, scan
from variorum.tables import STATEMENTS

LANGUAGES = {"en": "english"}
CASES = {
    code: tomllib.loads((Path(__file__).parent / "cases" / "testimony" / f"{name}.toml").read_text("utf-8"))
    for code, name in LANGUAGES.items()
}
NOTHING = pa.table({})


def listed(which):
    return [(code, case) for code in LANGUAGES for case in CASES[code][which]]


def stated(text, language):
    documents = pa.table({"doc": ["a"], "text": [text], "language": [language]})
    columns = {"start": [0], "end": [len(text)], "kind": ["paragraph"], "level": [0], "label": [None]}
    found = statements(documents, pa.table(columns), NOTHING, NOTHING)
    assert found.schema.equals(STATEMENTS.schema)
    return found.to_pylist()


def told(row):
    said = [row["claim"], row["about"], row["object"] or "", "" if row["modality"] == "said" else row["modality"]]
    said += ["denied"] if row["polarity"] == "denied" else []
    return " | ".join(said).rstrip(" |").replace("|  |", "| |")


@pytest.mark.parametrize(("language", "case"), listed("found"))
def test_found(language, case):
    text, *expected = case
    assert [told(row) for row in stated(text, language)] == expected


@pytest.mark.parametrize(("language", "text"), listed("left_alone"))
def test_left_alone(language, text):
    assert stated(text, language) == []


@pytest.mark.parametrize(("language", "case"), listed("known_failures"))
@pytest.mark.xfail(reason="known failure", strict=True)
def test_known_failure(language, case):
    text, *expected = case
    assert [told(row) for row in stated(text, language)] == expected


@pytest.fixture(scope="module")
def page(shared):
    """The statements of the page that was read by hand."""
    [source] = [one for one in scan(shared / "october-1917" / "library") if "eastman" in one.path]
    [outcome] = list(read([source], workers=1))
    documents, blocks = outcome.tables["documents"], outcome.tables["blocks"]
    stretches = quoted(documents, blocks)
    voiced = quotations(documents, blocks, stretches)
    return statements(documents, blocks, voiced, embedded(documents, blocks, stretches)).to_pylist()


def gold():
    file = Path(__file__).parents[2] / "shared" / "october-1917" / "gold" / "reading.json"
    return json.loads(file.read_text("utf-8"))["testimony"] if file.exists() else []


@pytest.mark.parametrize("known", gold(), ids=lambda known: known["text"][:30])
def test_a_statement_that_was_read_by_hand_is_found(page, known):
    claim = known["claim"]
    [row] = [
        row for row in page if row["claim"] == claim and row["start"] < known["end"] and known["start"] < row["end"]
    ]
    nouns = {word for word in known["about"].split() if word.casefold() not in ("the", "all", "an", "that", "of")}
    assert nouns & set(row["about"].split()), row
    assert row["modality"] == known.get("modality", "said")
    assert row["voice"].endswith(known["voice"])
