"""Testimony: what documents say of how texts came down, in cases and on a page that was read by hand."""

from __future__ import annotations

import json
import re
import tomllib
from pathlib import Path

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

import variorum
from variorum.layers import embedded, quotations, quoted, statements
from variorum.sources import read, scan
from variorum.tables import STATEMENTS, TESTIMONY

LANGUAGES = {"en": "english", "de": "german", "fr": "french", "ru": "russian"}
CASES = {
    code: tomllib.loads((Path(__file__).parent / "cases" / "testimony" / f"{name}.toml").read_text("utf-8"))
    for code, name in LANGUAGES.items()
}
NOTHING = pa.table({})


def listed(which):
    return [(code, case) for code in LANGUAGES for case in CASES[code][which]]


CLAIMS = {word.strip(" ,") for word in re.split(r",|\bor\b", STATEMENTS.comment("claim").partition(":")[2])}


def stated(text, language, at=0):
    documents = pa.table({"doc": ["a"], "text": [text], "language": [language], "title": ["A page"]})
    columns = {"start": [at], "end": [len(text)], "kind": ["paragraph"], "level": [0], "label": [None]}
    found = statements(documents, pa.table(columns), NOTHING, NOTHING)
    assert found.schema.equals(STATEMENTS.schema)
    return found.to_pylist()


def told(row):
    said = [row["claim"], row["about"], row["object"] or "", "" if row["modality"] == "said" else row["modality"]]
    said += ["denied"] if row["polarity"] == "denied" else []
    return " ".join(" | ".join(said).rstrip(" |").split())


@pytest.mark.parametrize(("language", "case"), listed("found"))
def test_found(language, case):
    text, *expected = case
    assert sorted(map(told, stated(text, language))) == sorted(expected)


@pytest.mark.parametrize(("language", "text"), listed("left_alone"))
def test_left_alone(language, text):
    assert stated(text, language) == []


@pytest.mark.parametrize(("language", "case"), listed("known_failures"))
@pytest.mark.xfail(reason="known failure", strict=True)
def test_known_failure(language, case):
    text, *expected = case
    assert sorted(map(told, stated(text, language))) == sorted(expected)


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


PIECES = st.sampled_from(
    ["The letter", "was never printed", "it", "has been published", "in the Lantern", "by Osric", "which", "an article",
     "When", "all the documents", "are published", ",", ".", ";", "“", "”", "First published:", "Written: 1850", "\n",
     "письмо", "не было опубликовано", "впервые напечатано в 1927 г.", "Der Brief", "wurde nie gedruckt",
     "La lettre",
     "n’a jamais été publiée", "of which Kolb is the editor", "copies of this letter", "(", ")", "İ", "to", "and",
     "article récent publié en", "letter old sent by", "read", "heard the text of", "nothing has been left out", "his"]
)  # fmt: skip


@given(st.lists(PIECES, max_size=14).map(" ".join), st.sampled_from(sorted(LANGUAGES)))
def test_what_always_holds(text, language):
    rows = stated(text, language)
    assert rows == sorted(rows, key=lambda row: (row["start"], row["end"], row["claim"]))
    for row in rows:
        assert 0 <= row["start"] < row["end"] <= len(text)
        assert row["about"] and row["claim"] in CLAIMS and row["reason"]
        assert row["polarity"] in ("affirmed", "denied")
        assert row["modality"] in ("said", "expected", "future", "hoped", "reported", "doubted")


@given(st.lists(PIECES, max_size=8).map(" ".join), st.sampled_from(sorted(LANGUAGES)))
def test_what_stands_in_another_paragraph_moves_a_statement_and_changes_none(text, language):
    moved = f"Nobody was there.\n\n{text}"
    rows, later = stated(text, language), stated(moved, language, at=len(moved) - len(text))
    assert [(row["claim"], row["about"], row["start"] + 19) for row in rows] == [
        (row["claim"], row["about"], row["start"]) for row in later
    ]


LETTER = (
    "“Dear Sir, the ferry has not gone since the storm, and of the eleven barrels that you were promised nine stand on "
    "the quay in the rain. The boatmen say that the chain is rusted through and that nobody will pay for another. I "
    "have written twice to the harbour master, who answers that the river belongs to the king, and the king that it "
    "belongs to the harbour master. Until they agree we shall drink water. Yours truly, Ann Lake.”"
)
OWN = f"{LETTER[1:-1]}\n\nFirst published in the Harbour Gazette, 3 May 1895.\n"
SAID = {"1890": ("superseded", "1895-05-03"), "1901": ("contradicted", None), "1895": ("open", None)}


def held(folder, files, facts=""):
    """The testimony of a small library."""
    (folder / "library").mkdir()
    for name, text in files.items():
        (folder / "library" / name).write_text(text, "utf-8")
    (folder / "library" / "variorum.toml").write_text(facts, "utf-8")
    variorum.build(folder / "library", folder / "archive", only="testimony")
    table = variorum.open(folder / "archive").table("testimony")
    assert table.schema.equals(TESTIMONY.schema)
    return table.to_pylist()


OFFICE = (
    "In those years the harbour office stood behind the rope walk, and my father had the upper floor of it. There was "
    "one lamp, and two clerks who did not speak to one another because of a dog. Whatever came by the morning boat was "
    "put into the long drawer, and what came by the evening boat was put on top of it, so that it was read first.\n\n"
)


def memoir(said):
    return f"{OFFICE}My father kept the following letter; {said}:\n\n{LETTER}\n\n{OFFICE}Nobody answered her.\n"


@pytest.mark.parametrize("when", SAID)
def test_what_was_never_printed_is_held_against_the_day_of_printing(tmp_path, when):
    files = {"memoir.txt": memoir("it has never been printed"), "letter.txt": OWN}
    facts = f'[documents."memoir.txt"]\ncomposed = "{when}"\n'
    [row] = [row for row in held(tmp_path, files, facts) if row["claim"] == "unpublished"]
    assert (row["verdict"], row["until"]) == SAID[when], row["reason"]
    assert [place["doc"] for place in row["about_at"]] == ["letter.txt"]
    assert {place["doc"] for place in row["held_against"]} == {"letter.txt"}


PLAIN = f"{LETTER[1:-1]}\n"


@pytest.mark.parametrize("when", SAID)
def test_what_was_never_printed_is_held_against_a_document_that_was_published(tmp_path, when):
    files = {"memoir.txt": memoir("it has never been printed"), "letter.txt": PLAIN}
    facts = f'[documents."memoir.txt"]\ncomposed = "{when}"\n[documents."letter.txt"]\npublished = "1895-05-03"\n'
    [row] = [row for row in held(tmp_path, files, facts) if row["claim"] == "unpublished"]
    assert (row["verdict"], row["until"]) == SAID[when], row["reason"]
    assert {place["doc"] for place in row["held_against"]} == {"letter.txt"}


def test_a_copy_of_the_document_that_speaks_is_no_witness_of_a_printing(tmp_path):
    said = memoir("it was printed on 3 May 1895")
    for other, text, verdict in (("copy.txt", said, "open"), ("letter.txt", PLAIN, "borne out")):
        (tmp_path / other).mkdir()
        facts = f'[documents."{other}"]\npublished = "1895-05-03"\n'
        rows = held(tmp_path / other, {"memoir.txt": said, other: text}, facts)
        [row] = [row for row in rows if row["claim"] == "published" and row["doc"] == "memoir.txt"]
        assert row["verdict"] == verdict, row["reason"]


def test_what_follows_is_looked_for_where_it_stands(tmp_path):
    said = f"{OFFICE}The following letter was never printed.\n\n{LETTER[1:-1]}\n\n{OFFICE}"
    [row] = [row for row in held(tmp_path, {"memoir.txt": said, "letter.txt": OWN}) if row["claim"] == "unpublished"]
    assert [place["doc"] for place in row["about_at"]] == ["letter.txt"], row["reason"]
    assert row["verdict"] == "superseded"


def test_where_a_text_stands_is_told_from_the_beginning_of_a_paragraph(tmp_path):
    files = {"memoir.txt": memoir("it has never been printed"), "letter.txt": f"{OFFICE}My dear Sir,\n\n{OWN}"}
    [row] = [row for row in held(tmp_path, files) if row["claim"] == "unpublished"]
    [place] = row["about_at"]
    before = files["letter.txt"][: place["start"]]
    assert not before or before.endswith("\n\n")


def test_a_document_is_no_evidence_for_itself_nor_is_its_copy(tmp_path):
    files = {
        "memoir.txt": memoir("it was printed in the Gazette"),
        "copy.txt": memoir("it was printed in the Gazette"),
    }
    rows = [row for row in held(tmp_path, files) if row["claim"] == "published"]
    assert rows
    assert {row["verdict"] for row in rows} == {"open"}


def test_a_claim_about_an_edition_is_tested_on_that_edition_alone(tmp_path):
    said = memoir("it is not included in the Collected Letters of Ann Lake, of which Osric Brand is the editor")
    files = {"memoir.txt": said, "other.txt": OWN}
    [row] = [row for row in held(tmp_path, files) if row["claim"] == "left out of an edition"]
    assert row["verdict"] == "open"
    assert "Osric Brand" in row["reason"]
    (tmp_path / "two").mkdir()
    facts = '[editions.a]\nname = "Collected Letters of Ann Lake"\ndocuments = ["other.txt"]\n'
    [row] = [row for row in held(tmp_path / "two", files, facts) if row["claim"] == "left out of an edition"]
    assert row["verdict"] == "contradicted"
    assert [place["doc"] for place in row["held_against"]] == ["other.txt"]


def test_what_another_says_of_the_same_text_bears_it_out(tmp_path):
    files = {"memoir.txt": memoir("it was printed by Osric in the Harbour Gazette"), "letter.txt": OWN}
    [row] = [row for row in held(tmp_path, files) if row["claim"] == "published" and row["doc"] == "memoir.txt"]
    assert row["verdict"] == "borne out", row["reason"]
    (tmp_path / "two").mkdir()
    files = {"memoir.txt": memoir("it was printed by Osric in the Evening Lantern"), "letter.txt": OWN}
    [row] = [row for row in held(tmp_path / "two", files) if row["claim"] == "published" and row["doc"] == "memoir.txt"]
    assert row["verdict"] == "open", row["reason"]


def dated(one, other):
    """What a library says to one statement about a letter, where another document says another."""
    return {"memoir.txt": memoir(one), "letter.txt": f"{LETTER[1:-1]}\n\n{other}\n"}


@pytest.mark.parametrize(
    ("one", "other", "verdict", "word"),
    [
        ("it was written on 3 May 1850", "Written: by Ann Lake, 3 May 1850.", "borne out", "the days agree"),
        ("it was written by Osric on 3 May 1850", "Written: 3 May 1850.", "open", "it does not say"),
        ("it was written on 3 May 1850", "Written: by Ann Lake.", "open", "nothing here tells"),
        ("it was written on 3 May 1850", "Written: 1850.", "open", "nothing here tells"),
        ("it was written in 1850", "Written: 3 May 1850.", "borne out", "the days agree"),
    ],
)
def test_a_day_bears_out_a_day_and_no_name(tmp_path, one, other, verdict, word):
    rows = held(tmp_path, dated(one, other))
    [row] = [row for row in rows if row["claim"] == "written" and row["doc"] == "memoir.txt"]
    assert (row["verdict"], word in row["reason"]) == (verdict, True), row["reason"]


SHORT = LETTER.replace(" The boatmen say that the chain is rusted through and that nobody will pay for another.", "")


@pytest.mark.parametrize("said", ["it was shortened by Osric", "one passage of it was omitted"])
def test_what_an_editor_left_out_is_shown_by_the_witness_that_has_it(tmp_path, said):
    short = f"{OFFICE}My father kept the following letter; {said}:\n\n{SHORT}\n\n{OFFICE}Nobody answered her.\n"
    rows = held(tmp_path, {"memoir.txt": short, "letter.txt": OWN})
    [row] = [row for row in rows if row["claim"] in ("abridged", "left out of an edition")]
    assert row["verdict"] == "borne out", row["reason"]
    assert [place["doc"] for place in row["held_against"]] == ["letter.txt"]


def test_a_line_that_names_a_source_is_not_the_authors():
    line = "From: Letters of A. Holm, edited by Bruno Kolb. Osna: Rehm, 1874."
    page = f"{line}\n\nMy last letter was never published."
    facts = {"doc": ["a"], "text": [page], "language": ["en"], "title": ["A page"], "author": ["A. Holm"]}
    spans = {"start": [0, len(line) + 2], "end": [len(line), len(page)], "kind": ["paragraph"] * 2}
    blocks = pa.table({**spans, "level": [0, 0], "label": pa.array([None, None], pa.string())})
    rows = statements(pa.table(facts), blocks, NOTHING, NOTHING).to_pylist()
    assert [(row["claim"], row["voice"]) for row in rows] == [("edited", None), ("unpublished", "A. Holm")]
