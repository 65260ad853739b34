"""A page in the manner of Wikisource: what is the text's, what the site's, who wrote it, and on which page."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from reading import check, leaves, read

from variorum.sources.document import Document
from variorum.sources.html import HTML

CASES = Path(__file__).parent / "cases" / "wikisource"
TRUTH = tomllib.loads((CASES / "harbour-book-2.toml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def page() -> Document:
    source = (CASES / "harbour-book-2.html").read_bytes()
    [found], _ = read(HTML, source)
    check(found, source)
    return found


def statements(sort: str) -> list[object]:
    """The statements of a sort, those that do not hold yet as strict expected failures."""
    known = TRUTH.get("known_failures", {}).get(sort, ())
    told = TRUTH[sort]
    each = [(entry["words"], entry.get("kind")) for entry in told] if isinstance(told, list) else list(told.items())
    marks = {key: [pytest.mark.xfail(strict=True, reason="see harbour-book-2.toml")] for key in known}
    return [pytest.param(*entry, marks=marks.get(entry[0], [])) for entry in each]


def leaf(page: Document, words: str) -> tuple[str, str]:
    return next(
        (block.kind, page.text[block.start : block.end])
        for block in leaves(page)
        if words in page.text[block.start : block.end]
    )


@pytest.mark.parametrize(("words", "kind"), statements("furniture"))
def test_what_is_the_sites_is_furniture(page: Document, words: str, kind: None) -> None:
    assert leaf(page, words)[0] == "furniture"


@pytest.mark.parametrize(("words", "kind"), statements("text"))
def test_what_is_the_texts(page: Document, words: str, kind: str) -> None:
    assert leaf(page, words) == (kind, leaf(page, words)[1])
    assert leaf(page, words)[1].startswith(words)


@pytest.mark.parametrize(("fact", "wanted"), statements("facts"))
def test_what_the_page_says_of_itself(page: Document, fact: str, wanted: str) -> None:
    assert getattr(page.facts, fact) == wanted


@pytest.mark.parametrize(("number", "words"), statements("pages"))
def test_where_the_pages_of_the_print_begin(page: Document, number: str, words: str) -> None:
    found = {milestone.n: page.text[milestone.at :] for milestone in page.milestones}
    assert found.get(number, "").startswith(words)


@pytest.mark.parametrize(("note", "words"), statements("marks"))
def test_the_marks_of_notes_stand_where_they_stood(page: Document, note: str, words: str) -> None:
    [mark] = [style for style in page.styles if style.style == "link" and style.target == f"#{note}"]
    assert page.text[: mark.start].endswith(words)
