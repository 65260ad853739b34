"""Divisions: cases that a philologist could write, and the properties that always hold."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from variorum.layers.divisions import divisions
from variorum.layers.numerals import numeral, roman_value

CASES = Path(__file__).parent / "cases" / "divisions"
KINDS = {"~": "furniture", "/": "verse", "|": "cell", "^": "note", "-": "item", ">": "quote"}
FILLER = "The ferry was late and the river high; so we sat on the wall, and talked of the price of hay. " * 4
FILLERS = {
    "…": FILLER,
    "……": FILLER * 20,
    "ru": "Паром опоздал, и вода стояла высоко; мы сидели на стене и говорили о цене на сено. " * 5,
    "de": "Die Fähre kam nicht, und der Fluss war hoch; wir saßen auf der Mauer und redeten vom Heu. " * 5,
    "fr": "Le bac était en retard et la rivière haute; nous étions assis sur le mur, et parlions du foin. " * 5,
}

Block = tuple[int, int, str, int, str | None]


def laid_out(source: str) -> tuple[str, list[Block]]:
    """A text and its blocks: parts stand between blank lines, a sign before one says that it is no paragraph.

    `#`, `##` and so on headings of that level, `#title` a heading that is the document's own; `~` furniture, `/` line
    of verse, `|` cell, `^` note, `-` item, `>` a block quotation, `>#` a heading in one. A line that is `…` is some
    prose, `……` a long chapter, `ru`, `de`, `fr` prose in these languages.
    """
    text, blocks = "", []
    for part in re.split(r"\n\n+|\n(?=/ )", source.strip("\n")):
        sign, _, body = part.partition(" ")
        if heading := re.fullmatch(r"(>?)(#+)(title|work|part)?", sign):
            kind, level, label = "heading", len(heading[2]), heading[3]
        elif sign in KINDS:
            kind, level, label = KINDS[sign], 0, None
        else:
            kind, level, label, body = "paragraph", 0, None, FILLERS.get(part.strip(), part)
        text += "" if not text else "\n" if kind == "verse" else "\n\n"
        start, text = len(text), text + body.strip()
        if sign.startswith(">"):
            blocks.append((start, len(text), "quote", 0, None))
        blocks.append((start, len(text), "paragraph" if kind == "quote" else kind, level, label))
    return text, blocks


def read(text: str, blocks: list[Block], **facts: str | None) -> list[dict[str, Any]]:
    usual = {"doc": "x", "text": text, "title": None, "language": None, "format": "html", **facts}
    documents = pa.table({key: pa.array([value], pa.string()) for key, value in usual.items()})
    columns = zip(*blocks, strict=True) if blocks else [()] * 5
    kinds = (pa.int64(), pa.int64(), pa.string(), pa.int64(), pa.string())
    names = ("start", "end", "kind", "level", "label")
    arrays = {name: pa.array(column, kind) for name, column, kind in zip(names, columns, kinds, strict=True)}
    return divisions(documents, pa.table(arrays)).to_pylist()


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
    rows = read(text, blocks, **case.get("facts", {}))
    assert [row["citation"] or "?" for row in rows] == case["found"]
    if "kinds" in case:
        assert [row["kind"] for row in rows] == case["kinds"]
    for citation, (first, last) in case.get("spans", {}).items():
        row = next(row for row in rows if row["citation"] == citation)
        assert text[row["start"] : row["end"]].startswith(first)
        assert text[row["start"] : row["end"]].endswith(last)


def test_there_are_cases_enough() -> None:
    assert len(cases()) >= 50


PARTS = st.sampled_from(
    [
        *(
            f"# {word} {number}"
            for word in ("BOOK", "Part", "CHAPTER", "Kapitel", "Глава")
            for number in ("I", "II", "3")
        ),
        *(f"{'#' * level} {number}" for level in (1, 2) for number in ("I", "II", "III", "1", "2")),
        *(
            "# PREFACE",
            "## The Quarry",
            "# FOOTNOTES",
            "# CONTENTS",
            "# Psalm 1",
            "# Genesis",
            "# Mark 2",
            "#title Acts",
        ),
        *(
            "…",
            "……",
            "1 And he went.",
            "2 And she. 3 And they.",
            "1:1 It was. 1:2 It was not.",
            "¹ Oh. ² Ah.",
            "[1] Aye.",
        ),
        *("- 1. Hay.", "~ Page 3", "> Nay.", "># Chapter 1", "| 3 4", "/ 4 And so", "4 Lo. 5 Lo. 6 Lo. 7 Lo.", "🜁 7 Ω"),
    ]
)


@settings(deadline=None, max_examples=150)
@given(st.lists(PARTS, max_size=25), st.sampled_from(["text", "html"]), st.sampled_from([None, "Mark", "Psalm 3"]))
def test_rows_nest_in_order_and_cite_each_place_once(parts: list[str], kind: str, title: str | None) -> None:
    text, blocks = laid_out("\n\n".join(parts))
    rows = read(text, blocks, format=kind, title=title)
    order = [(row["start"], -row["end"], row["level"]) for row in rows]
    assert order == sorted(order)
    opened: list[dict[str, Any]] = []
    for row in rows:
        assert 0 <= row["start"] < row["end"] <= len(text)
        assert text[row["start"] : row["end"]] == text[row["start"] : row["end"]].strip()
        opened = [one for one in opened if one["end"] > row["start"]]
        assert all(row["end"] <= one["end"] for one in opened)
        assert row["level"] == len(opened) + 1
        assert row["n"] is None or int(row["n"]) > 0
        opened.append(row)
    told = Counter(row["citation"] for row in rows if row["citation"])
    assert not [citation for citation, count in told.items() if count > 1]
    assert all(row["reason"] for row in rows)


@settings(deadline=None, max_examples=60)
@given(st.lists(st.integers(1, 3), min_size=1, max_size=6))
def test_every_numbered_chapter_is_found_and_covers_its_text(sizes: list[int]) -> None:
    parts = [part for at, size in enumerate(sizes, 1) for part in (f"# CHAPTER {at}", *["…"] * size)]
    text, blocks = laid_out("\n\n".join(parts))
    rows = read(text, blocks)
    assert [row["citation"] for row in rows] == [f"ch. {at}" for at in range(1, len(sizes) + 1)]
    assert all(text[one["end"] : other["start"]] == "\n\n" for one, other in pairwise(rows))
    assert (rows[0]["start"], rows[-1]["end"]) == (0, len(text))


@settings(deadline=None, max_examples=60)
@given(st.integers(2, 4), st.integers(6, 30), st.sampled_from(["{}:{} ", "{:03}:{:03} ", "[{}:{}] "]), st.booleans())
def test_every_verse_is_found(chapters: int, verses: int, form: str, lines: bool) -> None:
    told = [(chapter, verse) for chapter in range(1, chapters + 1) for verse in range(1, verses + 1)]
    between = "\n\n" if lines else " "
    text, blocks = laid_out(between.join(f"{form.format(*place)}And the ferry came at {place[1]}." for place in told))
    rows = [row for row in read(text, blocks, title="Mark") if row["kind"] == "verse"]
    assert [row["citation"] for row in rows] == [f"Mark {chapter}:{verse}" for chapter, verse in told]


@given(st.integers(1, 399))
def test_roman_numbers_are_read(value: int) -> None:
    units = [(100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")]
    written, rest = "", value
    for unit, letters in units:
        written, rest = written + letters * (rest // unit), rest % unit
    assert roman_value(written) == value
    assert numeral(written) == (value, "roman", written)


def test_nothing_comes_of_nothing() -> None:
    assert read("", []) == []
    assert read("~", [(0, 1, "furniture", 0, None)]) == []


def test_the_papers_that_are_shared(shared: Path) -> None:
    """Eighty-five papers, each once, though one of them stands twice in the file."""
    text = (shared / "editions" / "library" / "pg1404_The-Federalist-Papers.txt").read_text(encoding="utf-8-sig")
    blocks: list[Block] = []
    for match in re.finditer(r"\S(?:.+\n?)+", text):
        end = match.start() + len(match[0].rstrip())
        heading = match[0].startswith("FEDERALIST No.")
        blocks.append((match.start(), end, "heading" if heading else "paragraph", 1, None))
    rows = read(text, blocks, format="text")
    assert [row["citation"] for row in rows] == [f"Federalist No. {number}" for number in range(1, 86)]
