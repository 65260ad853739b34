"""Quotations: cases that a philologist could write, the properties that always hold, and one real page."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from variorum.layers.glyphs import GLYPHS
from variorum.layers.marks import marks
from variorum.layers.quoted import quoted
from variorum.tables import QUOTED

CASES = Path(__file__).parent / "cases" / "quotations"
KINDS = {"#": "heading", "~": "furniture", "/": "verse", "|": "cell", "^": "note", "-": "item", ">": "quote"}


def laid_out(source: str) -> tuple[str, list[tuple[int, int, str]]]:
    """A text and its blocks: paragraphs stand between blank lines, a sign before one says that it is something else.

    `#` heading, `~` furniture, `/` line of verse, `|` cell, `^` note, `-` item; `>` paragraph of a block quotation.
    """
    text, blocks, quoting = "", [], None
    for part in re.split(r"\n\n+|\n(?=/ )", source.strip("\n")):
        kind = KINDS.get(part[:1] if part[1:2] == " " else "", "paragraph")
        body = part if kind == "paragraph" else part[2:].removeprefix("page number: ")
        text += "" if not text else "\n" if kind == "verse" else "\n\n"
        start, end = len(text), len(text) + len(body)
        text += body
        if kind != "quote":
            quoting = None
        elif quoting is None:
            quoting = len(blocks)
            blocks.append((start, end, "quote"))
        else:
            blocks[quoting] = (blocks[quoting][0], end, "quote")
        blocks.append((start, end, "paragraph" if kind == "quote" else kind))
    return text, blocks


def read(text: str, blocks: list[tuple[int, int, str]]) -> list[dict[str, Any]]:
    documents = pa.table({"doc": ["x"], "text": pa.array([text], pa.large_string())})
    starts, ends, kinds = zip(*blocks, strict=True) if blocks else ((), (), ())
    columns = {"start": pa.array(starts, pa.int64()), "end": pa.array(ends, pa.int64())}
    labels = pa.array(["page number" if text[s:e].isdigit() else None for s, e, _ in blocks], pa.string())
    table = quoted(documents, pa.table({**columns, "kind": pa.array(kinds, pa.string()), "label": labels}))
    assert table.schema == QUOTED.schema
    return table.to_pylist()


def cases() -> list[Any]:
    return list(_cases())


def _cases() -> Iterator[Any]:
    for file in sorted(CASES.glob("*.toml")):
        for case in tomllib.loads(file.read_text(encoding="utf-8"))["case"]:
            failing = case.get("known_failure")
            mark = [pytest.mark.xfail(strict=True, reason=failing)] if failing else []
            yield pytest.param(case, id=f"{file.stem}: {case['name']}", marks=mark)


@pytest.mark.parametrize("case", cases())
def test_case(case: dict[str, Any]) -> None:
    text, blocks = laid_out(case["text"])
    usual = {"depth": 1, "form": "inline", "closed": True}
    expected = [{**usual, **one, "text": laid_out(one["text"])[0]} for one in case["found"]]
    rows = read(text, blocks)
    assert [{key: row[key] for key in usual} | {"text": text[row["start"] : row["end"]]} for row in rows] == expected


def test_there_are_cases_enough() -> None:
    assert len(cases()) >= 60


SOUP = st.lists(
    st.sampled_from(["word ", "it", "s ", "boys", ". ", ", ", " ", "\n\n", "—", "’17", "(", ")", "ß", "言", *GLYPHS]),
    max_size=60,
).map("".join)


@settings(deadline=None, max_examples=150)
@given(SOUP)
def test_rows_nest_and_stay_inside(soup: str) -> None:
    text, blocks = laid_out(soup)
    rows = read(text, blocks)
    assert [row["quotation"] for row in rows] == list(range(len(rows)))
    assert [(row["start"], -row["end"]) for row in rows] == sorted((row["start"], -row["end"]) for row in rows)
    starts = {start for start, *_ in blocks}
    for row in rows:
        assert 0 <= row["start"] < row["inner_start"] <= row["inner_end"] <= row["end"] <= len(text)
        assert row["closed"] or row["inner_end"] == row["end"] or row["inner_start"] == row["inner_end"]
        parent = rows[row["parent"]] if row["parent"] is not None else None
        assert row["depth"] == (parent["depth"] + 1 if parent else 1)
        if parent:
            assert parent["start"] <= row["start"] <= row["end"] <= parent["end"]
        crosses = [start for start in starts if row["start"] < start < row["end"]]
        inside = [one for one in rows if row["start"] <= one["start"] and one["end"] <= row["end"]]
        assert not crosses or any(one["closed"] or one["form"] == "paragraphs" for one in inside)
    for one in rows:
        for other in rows:
            assert not one["start"] < other["start"] < one["end"] < other["end"]


def test_one_that_is_never_closed_stays_in_its_paragraph() -> None:
    text, blocks = laid_out("““«“word \n\n“word ")
    starts = {start for start, *_ in blocks}
    for row in read(text, blocks):
        inline = row["form"] == "inline" and not row["closed"]
        assert not (inline and any(row["start"] < start < row["end"] for start in starts))


@settings(deadline=None, max_examples=150)
@given(SOUP)
def test_marks_are_the_texts_own(soup: str) -> None:
    found = marks(soup)
    assert all(soup[mark.start : mark.end] == mark.glyph for mark in found)
    assert all(one.end <= other.start for one, other in pairwise(found))
    bare = {at for at, char in enumerate(soup) if char in GLYPHS and char not in "'’‘‚‛`´＇"}
    assert bare <= {at for mark in found for at in range(mark.start, mark.end)}


def test_a_block_quotation_is_one_row_with_its_marks() -> None:
    text, blocks = laid_out("He wrote:\n\n> “The bridge is down.”\n\nSo we stayed.")
    (row,) = read(text, blocks)
    assert (row["form"], text[row["inner_start"] : row["inner_end"]]) == ("block", "The bridge is down.")


def test_nothing_comes_of_nothing() -> None:
    assert read("", []) == []
    empty = pa.table({"doc": pa.array([], pa.string()), "text": pa.array([], pa.string())})
    assert quoted(empty, pa.table({})).num_rows == 0


def test_a_long_text_is_read_whole() -> None:
    text, blocks = laid_out("“Is the ferry gone?” she asked. ‘No’ would have been the boatmen’s answer.\n\n" * 1000)
    assert len(read(text, blocks)) == 2000


def test_the_page_of_1925(shared: Path) -> None:
    folder = shared / "october-1917"
    gold = json.loads((folder / "gold" / "reading.json").read_text(encoding="utf-8"))
    text = (folder / "library" / "eastman-since-lenin-died-appendix-3.txt").read_text(encoding="utf-8-sig")
    paragraphs = [match.span() for match in re.finditer(r"(?:.+\n?)+", text)]
    rows = read(
        text,
        [
            (start, end, "paragraph" if end - start > 80 or text[start] == "“" else "heading")
            for start, end in paragraphs
        ],
    )
    found = {(row["start"], row["end"]): row for row in rows}
    for one in gold["short_quotations"]:
        assert found[one["start"], one["end"]]["depth"] == one["depth"], one
    for one in gold["embedded"]:
        row = found[one["start"], one["end"]]
        assert (row["form"], row["closed"]) == ("paragraphs", one["closed"])
    edges = {row["start"] for row in rows} | {row["inner_end"] for row in rows if row["closed"]}
    assert not any(set(range(one["start"] + 1, one["end"])) & edges for one in gold["apostrophes_not_quotes"])
    assert len(rows) == len(gold["short_quotations"]) + len(gold["embedded"]) + 1  # and the slogan
