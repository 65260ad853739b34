"""Omissions and the audit of editions: what is found, what is left alone, and what is said of it."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest

import variorum
from variorum.store import Store
from variorum.tables import BLOCKS, DOCUMENTS, ELLIPSES, OMISSIONS, PASSAGES, QUOTATIONS, UNRENDERED
from variorum.traditions import audits, collations, omissions

FIRST = "The harbour master kept two books, and showed us one of them."
LONG = "The other lay under the coals in a box that nobody had been told to open."
LAST = "When the winter was over he left the town and took neither with him."
Row = dict[str, Any]


def found(*texts: str, ellipses: list[Row] | None = None, kind: str = "text") -> list[Row]:
    docs = [f"{letter}.txt" for letter in "abcd"[: len(texts)]]
    count = len(docs)
    spans = {
        "kind": [kind] * count,
        "start": [0] * count,
        "end": [len(text) for text in texts],
        "siglum": list("ABCD"[:count]),
    }
    traditions = pa.table({"tradition": ["t"] * len(docs), "doc": docs, **spans})
    documents = pa.table({"doc": docs, "text": pa.array(texts, pa.large_string())})
    rows = collations(traditions, documents)
    marks = ELLIPSES.rows(ellipses or [])
    made = (
        rows,
        traditions,
        PASSAGES.empty(),
        documents,
        BLOCKS.empty(),
        marks,
        QUOTATIONS.empty(),
        UNRENDERED.empty(),
    )
    return omissions(*made).to_pylist()


def test_a_sentence_left_out_in_silence() -> None:
    whole = f"{FIRST} {LONG} {LAST}"
    (row,) = found(whole, f"{FIRST} {LAST}")
    assert (row["doc"], row["other_doc"], row["level"], row["marked"], row["marker"]) == (
        "b.txt",
        "a.txt",
        "sentence",
        False,
        None,
    )
    assert whole[row["other_start"] : row["other_end"]].rstrip(".") == LONG.rstrip(".")
    assert row["words"] == len(LONG.split())


@pytest.mark.parametrize("mark", ["...", "…", ". . .", "[...]", "* * *", "[two lines omitted]"])
def test_a_cut_that_is_marked(mark: str) -> None:
    witness = f"{FIRST} {mark} {LAST}"
    (row,) = found(f"{FIRST} {LONG} {LAST}", witness)
    assert row["marked"] and mark in row["marker"]
    assert witness[row["at"] :].startswith(row["marker"])


def test_what_the_base_lacks_is_told_of_the_base() -> None:
    (row,) = found(f"{FIRST} {LAST}", f"{FIRST} {LONG} {LAST}")
    assert (row["doc"], row["other_doc"]) == ("a.txt", "b.txt")


def test_a_word_and_a_phrase() -> None:
    rows = found("He kept two books and showed us one.", "He kept books and one.")
    assert [(row["level"], row["words"]) for row in rows] == [("word", 1), ("phrase", 2)]


def test_an_excerpt_is_no_omission() -> None:
    assert found(f"{FIRST} {LONG} {LAST}", LONG) == []


def test_an_editors_bracket_is_nobodys_omission() -> None:
    assert found(f"{FIRST} [The coal cellar is meant.] {LAST}", f"{FIRST} {LAST}") == []


def test_the_number_of_an_item_and_the_mark_of_a_note_are_no_words() -> None:
    assert found(f"{FIRST}\n\n2. {LONG}\n\n{LAST}", f"{FIRST}\n\n{LONG}\n\n{LAST}") == []
    assert found(f"{FIRST[:-1]} (b). {LAST}", f"{FIRST} {LAST}") == []
    (row,) = found("He kept 2 books and showed us one.", "He kept books and showed us one.")
    assert row["level"] == "word"


def test_a_reference_with_an_abbreviation_is_no_sentence() -> None:
    (row,) = found(f"{FIRST} (See App. IV, Sect. 2) {LAST}", f"{FIRST} {LAST}")
    assert row["level"] == "phrase"


def test_points_that_stand_in_both_mark_nothing() -> None:
    (row,) = found(f"{FIRST[:-1]}... as we were told {LAST}", f"{FIRST[:-1]}... {LAST}")
    assert not row["marked"]


def test_what_one_text_repeats_lacks_nothing() -> None:
    assert found(f"{FIRST} {LONG} {LAST}", f"{FIRST} {LAST}", kind="repetition") == []


def test_other_words_are_no_omission() -> None:
    assert found(f"{FIRST} He kept two. {LAST}", f"{FIRST} She sold three. {LAST}") == []


def test_what_was_planted_in_the_example_is_found(archive: variorum.Archive) -> None:
    rows = archive.query("select doc, level, marked, words from omissions where words > 30").to_pylist()
    cut = {(row["doc"], row["marked"]) for row in rows if row["level"] == "sentence"}
    assert {("edition-1874/letter-2.xhtml", True), ("edition-1874/letter-3.xhtml", False)} <= cut
    assert {("letters/ledger-letter-c.txt", False), ("letters/ledger-letter-d.txt", False)} <= cut


def test_the_paper_that_is_printed_in_two_versions(shared: Path, tmp_path: Path) -> None:
    (tmp_path / "library").mkdir()
    for number in ("pg1404", "pg18"):
        file = next((shared / "editions" / "library").glob(f"{number}_*"))
        (tmp_path / "library" / f"{number}.txt").write_bytes(file.read_bytes())
    (tmp_path / "library" / "variorum.toml").write_text('[sentences]\nencoder = "none"\n')
    variorum.build(tmp_path / "library", tmp_path / "archive", only="audits")
    rows = Store(tmp_path / "archive" / "tables").read_all("audits").to_pylist()
    texts = Store(tmp_path / "archive" / "tables").read_all("documents", ["doc", "text"]).to_pylist()
    twice = [row for row in rows if row["finding"] == "twice" and row["words"] > 1000]
    assert [row["edition"] for row in twice] == ["pg18.txt"]
    text = {row["doc"]: row["text"] for row in texts}["pg18.txt"]
    assert all("No. 70" in text[twice[0][side] - 3000 : twice[0][side] + 300] for side in ("start", "other_start"))


def test_what_stands_in_another_place_is_not_left_out() -> None:
    from variorum.traditions.elsewhere import elsewhere, shared

    gap = {"start_a": 40, "end_a": 90, "start_b": 40, "end_b": 41, "marker": None}
    row = {"doc_a": "a", "start_a": 0, "end_a": 200, "doc_b": "b", "start_b": 0, "end_b": 151, "kind": "reworked"}
    row |= {"words": 30, "identity": 900, "score": 90_000, "support": 0}
    left_out = shared(PASSAGES.rows([{**row, "gaps": [gap]}]))
    assert not elsewhere(left_out, "a", "b", 41, 89)
    moved = {**row, "start_a": 38, "end_a": 92, "start_b": 300, "end_b": 354, "gaps": []}
    assert elsewhere(shared(PASSAGES.rows([{**row, "gaps": [gap]}, moved])), "a", "b", 41, 89)
    assert not elsewhere(left_out, "b", "a", 400, 420)


def audited(**texts: str) -> list[tuple[str, str, str, str]]:
    """What is found of editions of one text: edition, finding, document, words."""
    docs = sorted(texts)
    documents = DOCUMENTS.rows(
        [{**dict.fromkeys(DOCUMENTS.schema.names), "doc": doc, "text": texts[doc]} for doc in docs]
    )
    rows = []
    for one, other in combinations(docs, 2):
        for chapter in CHAPTERS:
            if chapter in texts[one] and chapter in texts[other]:
                a, b = texts[one].index(chapter), texts[other].index(chapter)
                spans = {"start_a": a, "end_a": a + len(chapter), "start_b": b, "end_b": b + len(chapter)}
                more = {"kind": "exact", "words": len(chapter.split()), "gaps": []}
                rows.append({**dict.fromkeys(PASSAGES.schema.names, 0), "doc_a": one, "doc_b": other, **spans, **more})
    found = audits(documents, BLOCKS.empty(), PASSAGES.rows(rows), OMISSIONS.empty()).to_pylist()
    return [(row["edition"], row["finding"], row["doc"], texts[row["doc"]][row["start"] : row["end"]]) for row in found]


CHAPTERS = [" ".join(f"{name}{nth}" for nth in range(400)) for name in ("north", "south", "east")]
NORTH, SOUTH, EAST = CHAPTERS


def test_what_one_of_two_editions_lacks_is_said_once() -> None:
    assert audited(a=f"{NORTH} {SOUTH}", b=NORTH) == [("b", "lacks", "a", SOUTH)]


def test_what_one_of_several_editions_has_alone_is_said_once() -> None:
    found = audited(a=f"{NORTH} {SOUTH} {EAST}", b=NORTH, c=f"{NORTH} {SOUTH}")
    assert ("a", "alone", "a", EAST) in found
    assert [row for row in found if row[3] == EAST] == [("a", "alone", "a", EAST)]
    assert sorted(row for row in found if row[3] == SOUTH) == [("b", "lacks", "a", SOUTH), ("b", "lacks", "c", SOUTH)]
