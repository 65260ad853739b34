"""Furniture that stands on many pages: found, left alone, and the same however the pages came in."""

from __future__ import annotations

from pathlib import Path

import pytest

import variorum

LINKED = '<p>From <a href="index.html">all letters of the weir keeper</a></p>'
TYPED = "<p>Typed on winter evenings in the school of Gull Point</p>"


def page(number: int, before: str = "", after: str = "", middle: str = "") -> str:
    told = f"The {'long ' * number}winter is over, the ice has gone out, and the weir has held against all of it."
    return f"<html><body>{before}<h1>Letter {number}</h1>{middle}<p>{told}</p>{after}</body></html>"


def written(folder: Path, count: int, before: str = "", after: str = "", middle: str = "") -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(1, count + 1):
        (folder / f"{number}.html").write_text(page(number, before, after, middle))
    return folder


def repeated(archive: variorum.Archive, doc: str = "letters/3.html") -> list[str]:
    rows = archive.query(
        "select substr(text, start::int + 1, (b.end - start)::int) as words from blocks b join documents using (doc) "
        f"where doc = '{doc}' and kind = 'furniture' and label = 'repeated' order by start"
    )
    return [row["words"] for row in rows.to_pylist()]


def built(library: Path, archive: Path) -> variorum.Archive:
    variorum.build(library, archive, only="documents")
    return variorum.open(archive)


@pytest.fixture
def library(tmp_path: Path) -> Path:
    return tmp_path / "library"


@pytest.mark.parametrize(
    ("before", "after", "found"),
    [
        (LINKED, "", ["From all letters of the weir keeper"]),
        ("", LINKED, ["From all letters of the weir keeper"]),
        (
            "",
            LINKED + TYPED,
            ["From all letters of the weir keeper", "Typed on winter evenings in the school of Gull Point"],
        ),
        (
            TYPED + LINKED,
            "",
            ["From all letters of the weir keeper"],  # what stands above it may be a title
        ),
        ("", "<p>Back to the index</p>" + TYPED, ["Typed on winter evenings in the school of Gull Point"]),
    ],
    ids=["a link above", "a link below", "words below a link", "words above a link", "words below what has a form"],
)
def test_what_leads_away_or_stands_outside_is_furniture(
    library: Path, tmp_path: Path, before: str, after: str, found: list[str]
) -> None:
    written(library / "letters", 6, before, after)
    assert repeated(built(library, tmp_path / "archive")) == found


@pytest.mark.parametrize(
    ("middle", "after"),
    [
        ("", "<p>Your affectionate daughter</p><p>Ann Lake</p>"),
        ("<p>My dear Mother</p>", ""),
        ("", "<p>And the tide came in, and the tide went out.</p>"),
        ("", '<p class="verse">And the tide came in,<br>And the tide went out,<br>And nobody saw the boat.</p>'),
        ("<h2>The Keeper of Gull Point</h2>", ""),
        ("<p>Ann Lake <a href='a.html'>to</a> her mother</p>", ""),
    ],
    ids=["signatures", "salutations", "a sentence", "a refrain", "a running title", "a line with a link in it"],
)
def test_what_a_text_repeats_is_no_furniture(library: Path, tmp_path: Path, middle: str, after: str) -> None:
    written(library / "letters", 9, "", after, middle)
    assert repeated(built(library, tmp_path / "archive")) == []


def test_few_pages_prove_nothing(library: Path, tmp_path: Path) -> None:
    written(library / "letters", 4, LINKED)
    written(library / "diaries", 4, LINKED)
    assert repeated(built(library, tmp_path / "archive")) == []


def test_what_leads_away_does_not_name_the_page(library: Path, tmp_path: Path) -> None:
    written(library / "letters", 6, LINKED)
    rows = built(library, tmp_path / "archive").query("select distinct title from documents order by title").to_pylist()
    assert [row["title"] for row in rows] == [f"Letter {number}" for number in range(1, 7)]


def test_pages_that_come_and_go_change_the_judgement(library: Path, tmp_path: Path) -> None:
    pages, archive = written(library / "letters", 5, LINKED, LINKED + TYPED), tmp_path / "archive"
    assert len(repeated(built(library, archive))) == 3
    (pages / "5.html").unlink()
    assert repeated(built(library, archive)) == []
    assert tables(archive) == tables(built(library, tmp_path / "four").folder)
    (pages / "6.html").write_text(page(6, LINKED, LINKED + TYPED))
    assert len(repeated(built(library, archive))) == 3
    assert tables(archive) == tables(built(library, tmp_path / "again").folder)


def tables(archive: Path) -> dict[str, bytes]:
    files = sorted((archive / "tables").rglob("*.parquet"))
    return {file.relative_to(archive).as_posix(): file.read_bytes() for file in files if file.is_file()}
