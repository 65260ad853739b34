"""PDF with a text layer: lines joined to paragraphs, running heads and notes set apart, pages counted."""

from __future__ import annotations

import io
import sys
import tomllib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reading import FORMATS, check, leaves, packed, read

from variorum.errors import NotReadable, NotText, SourceError
from variorum.sources.document import Document
from variorum.sources.pdf import PDF
from variorum.sources.pdf_lines import Line, furniture, in_rows, layout_of
from variorum.sources.pdf_paragraphs import joint, paragraphs

pdfium = pytest.importorskip("pypdfium2", reason="needs the extra `pdf`")
HARBOUR = (FORMATS / "harbour-libreoffice.pdf").read_bytes()
TRUTH = tomllib.loads((FORMATS / "harbour.toml").read_text(encoding="utf-8"))["leaf"]


def harbour() -> Document:
    [found], warnings = read(PDF, HARBOUR)
    assert warnings == []
    return found


def test_a_book_of_seven_pages_is_read_paragraph_by_paragraph() -> None:
    found = harbour()
    have = [leaf for leaf in leaves(found) if leaf.kind not in ("furniture", "note")]
    assert [found.text[leaf.start : leaf.end] for leaf in have] == [leaf["text"] for leaf in TRUTH]
    quoted = [block for block in found.blocks if block.kind == "quote"]
    wanted = [leaf["text"] for leaf in TRUTH if leaf["kind"] == "quote"]
    assert [found.text[block.start : block.end] for block in quoted] == wanted
    assert sum(leaf.kind == "heading" for leaf in have) == 2


def test_running_heads_and_numbers_are_furniture() -> None:
    found = harbour()
    apart = [(leaf.label, found.text[leaf.start : leaf.end]) for leaf in leaves(found) if leaf.kind == "furniture"]
    assert [words for label, words in apart if label == "page number"] == [str(number) for number in range(1, 8)]
    assert [words for label, words in apart if label == "running head"] == ["THE HARBOUR BOOK"] * 7


def test_pages_begin_where_their_text_does_be_it_in_a_word_or_not() -> None:
    found = harbour()
    assert [page.n for page in found.milestones] == [str(number) for number in range(1, 8)]
    assert [page.at for page in found.milestones] == sorted(page.at for page in found.milestones)
    assert found.text[found.milestones[0].at :].startswith("Chapter 1: The Lamp")


def test_notes_do_not_divide_what_goes_on_overleaf() -> None:
    found = harbour()
    notes = [(leaf.label, found.text[leaf.start : leaf.end]) for leaf in leaves(found) if leaf.kind == "note"]
    assert notes == [("1", "The register has it otherwise, p. 41."), ("2", "The register has it otherwise, p. 42.")]
    marks = [style.target for style in found.styles if style.style == "link"]
    assert marks == [f"#{style.target}" for style in found.styles if style.style == "anchor"]


def test_what_the_file_says_of_itself() -> None:
    facts = harbour().facts
    assert (facts.title, facts.author) == ("The Harbour Book", "Tamsin Ardley")
    assert (facts.transcribed or "")[:2] == "20"


def test_the_origin_is_the_file_and_not_exact() -> None:
    found = harbour()
    assert [tuple(column) for column in found.origins] == [(0,), (len(found.text),), (0,), (len(HARBOUR),), (False,)]
    check(found)


def test_pages_that_are_images_need_ocr() -> None:
    blank, held = pdfium.PdfDocument.new(), io.BytesIO()
    blank.new_page(300, 400)
    blank.save(held)
    with pytest.raises(NotText, match="images without text: it needs OCR"):
        read(PDF, held.getvalue())


def test_pages_without_text_among_others_are_told() -> None:
    mixed, held = pdfium.PdfDocument(HARBOUR), io.BytesIO()
    mixed.new_page(300, 400)
    mixed.save(held)
    [found], warnings = read(PDF, held.getvalue())
    assert len(found.milestones) == 7
    assert "1 of its 8 pages have no text" in warnings[0]


def test_it_is_known_by_its_content_and_an_archive_that_holds_one_is_none() -> None:
    assert PDF.knows(b"\r\n%PDF-1.4\n", ".bin")
    assert not PDF.knows(packed({"a.pdf": HARBOUR})[:4096], ".pdf")


def test_a_locked_or_damaged_file_is_refused_with_a_word() -> None:
    with pytest.raises(NotReadable, match="encrypted"):
        read(PDF, (FORMATS / "locked-libreoffice.pdf").read_bytes())
    with pytest.raises(NotReadable, match="damaged"):
        read(PDF, b"%PDF-1.7\nand no more")


def test_a_damaged_title_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    def damaged(_: object, key: str) -> str:
        return b"\0\xd8".decode("utf-16-le") if key == "Title" else "A. Lake"

    monkeypatch.setattr(pdfium.PdfDocument, "get_metadata_value", damaged)
    assert harbour().facts.author == "A. Lake"


def test_without_the_extra_it_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    with pytest.raises(NotText, match=r"pip install 'variorum\[pdf\]'"):
        read(PDF, HARBOUR)


def line(text: str, left: float = 50, bottom: float = 700, size: float = 10, page: int = 0, right: float = 0) -> Line:
    return Line(text, left, right or left + 5 * len(text), bottom, size, page)


@pytest.mark.parametrize(
    ("before", "after", "wanted"),
    [
        ("the light-", "house stood", ("the light", "")),
        ("the strike-", "breakers came", ("the strike-", "")),
        ("the Franco-", "Prussian war", ("the Franco-", "")),
        ("he stopped -", "and went", ("he stopped -", " ")),
        ("in 1894-", "and after", ("in 1894-", " ")),
        ("the light\u00ad", "House", ("the light", "")),
        ("the", "light", ("the", " ")),
    ],
)
def test_hyphens_at_the_ends_of_lines(before: str, after: str, wanted: tuple[str, str]) -> None:
    assert joint(before, after, {"strike-breakers"}) == wanted


def test_a_raised_sign_does_not_divide_a_line() -> None:
    lines = [line("come in", right=85), line("2", left=85, bottom=703, size=6, right=88), line("He went", left=92)]
    assert [row.text for row in in_rows(lines)] == ["come in2 He went"]
    assert len(list(in_rows([line("one"), line("two", bottom=688)]))) == 2


def test_a_head_that_changes_with_its_page_runs_all_the_same() -> None:
    lines = []
    for page in range(6):
        head = f"{page + 10}   THE HARBOUR BOOK" if page % 2 else f"THE SALT {page + 10}"
        lines += [line(head, page=page), line(f"Rain fell {'again ' * page}", bottom=650, page=page)]
    found = furniture(lines)
    assert sorted(found) == list(range(0, 12, 2))
    assert [found[place][1] for place in sorted(found)] == [str(page + 10) for page in range(6)]


def test_a_year_alone_in_the_text_is_no_page_number() -> None:
    lines = [line("It was then"), line("1894", bottom=688), line("and it rained.", bottom=676)]
    assert furniture(lines) == {}


def test_indents_begin_paragraphs() -> None:
    wide = "word " * 15
    texts = [(62, wide), (50, wide), (50, "end."), (62, wide), (50, wide)]
    lines = [
        line(text, left, 700 - 12 * place, right=430 if "word" in text else 70)
        for place, (left, text) in enumerate(texts)
    ]
    assert [len(each.lines) for each in paragraphs(lines, layout_of(lines))] == [3, 2]


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 1000), st.binary(min_size=1, max_size=30))
def test_damage_anywhere_is_no_crash(at: int, junk: bytes) -> None:
    data = bytearray(HARBOUR)
    place = at * (len(data) - len(junk)) // 1000
    data[place : place + len(junk)] = junk
    try:
        for found in read(PDF, bytes(data))[0]:
            check(found)
    except SourceError as reason:
        assert str(reason)
