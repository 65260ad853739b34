"""hOCR, ALTO and PAGE-XML: files that tesseract made, and others of every kind of region, line and hyphen."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from variorum.errors import SourceError
from variorum.sources.alto import ALTO
from variorum.sources.document import Block, Document, Milestone, Reader
from variorum.sources.hocr import HOCR
from variorum.sources.pagexml import PAGE

CASES = Path(__file__).parent / "cases" / "ocr"
READERS = {"tesseract.hocr": HOCR, "tesseract.alto.xml": ALTO, "regions.page.xml": PAGE, "broken.alto.xml": ALTO}
READERS["tesseract.page.xml"] = PAGE
LAKE = (
    "THE LAKE PAPERS\n\nThe ferry was late again, and the whole vil-\nlage stood on the pier in the rain. Nobody\n"
    "had seen the captain since Thursday.\n\n“We shall wait,” said Anna, “until the lamp\n"
    "is lit.” And so they waited, all of them.\n\n17"
)


def read(reader: Reader, data: bytes) -> Document:
    (document,) = reader.read(io.BytesIO(data), lambda _: None)
    for start, end, source_start, source_end, exact in zip(*document.origins, strict=True):
        if exact:
            assert data[source_start:source_end].decode() == document.text[start:end]
    return document


def case(name: str) -> Document:
    return read(READERS[name], (CASES / name).read_bytes())


def kinds(document: Document) -> list[tuple[str, str | None, str]]:
    return [(block.kind, block.label, document.text[block.start : block.end]) for block in document.blocks]


@pytest.mark.parametrize("name", READERS)
def test_each_format_is_known_by_what_it_holds(name: str) -> None:
    head = (CASES / name).read_bytes()[:4096]
    assert [reader.name for reader in (HOCR, ALTO, PAGE) if reader.knows(head, "")] == [READERS[name].name]


@pytest.mark.parametrize("name", ["tesseract.hocr", "tesseract.alto.xml"])
def test_what_tesseract_wrote_keeps_its_lines(name: str) -> None:
    document = case(name)
    assert document.text == LAKE
    assert document.blocks[-1] == Block(len(LAKE) - 2, len(LAKE), "furniture", 0, "page number")
    page, line = document.milestones[:2]
    assert page == Milestone(0, "page", "17", "lake.png")
    assert line.unit == "line"
    assert (line.facsimile or "").startswith("lake.png#xywh=330,")
    assert [document.text[stone.at :].split("\n")[0] for stone in document.milestones[1:]] == LAKE.split("\n")[::2][
        :1
    ] + [row for row in LAKE.split("\n")[2:] if row]


def test_the_page_xml_that_tesseract_wrote_keeps_its_lines() -> None:
    """It puts all lines of the page into one region, so that they are one paragraph."""
    document = case("tesseract.page.xml")
    assert document.text == LAKE.replace("\n\n", "\n")
    assert document.blocks == [Block(0, len(document.text), "paragraph")]
    page, *lines = document.milestones
    assert page == Milestone(0, "page", None, "lake.png")
    assert lines[0].facsimile == "lake.png#xywh=430,66,275,20"
    assert [document.text[stone.at :].split("\n")[0] for stone in lines] == document.text.split("\n")


def test_a_page_is_read_in_its_order_with_its_regions_told_apart() -> None:
    document = case("regions.page.xml")
    assert kinds(document) == [
        ("heading", None, "Am See"),
        ("paragraph", None, "Das Wetter war schlecht, und"),
        ("paragraph", None, "die Lampe & das\nBoot sind"),
        ("furniture", "page number", "17"),
        ("note", None, "1) Eine Note.\nZweite Zeile."),
    ]
    assert document.facts.language == "de"
    assert document.facts.transcribed == "2021-04-05"
    assert document.milestones[0] == Milestone(0, "page", "17", "lake 17.jpg")
    assert [(stone.n, document.text[stone.at :][:3]) for stone in document.milestones if stone.unit == "column"] == [
        ("1", "Am "),
        ("2", "die"),
    ]


def test_a_hyphen_stands_as_it_is_and_the_whole_word_is_kept() -> None:
    document = case("broken.alto.xml")
    assert kinds(document) == [
        ("furniture", "running head", "LAKE PAPERS"),
        ("heading", None, "Of Ferries"),
        ("paragraph", None, 'The "great vil-\nlage slept.'),
    ]
    told = {(style.style, style.target, document.text[style.start : style.end]) for style in document.styles}
    assert told == {("italic", None, '"great'), ("joined", "village", "vil-\nlage")}
    assert ("line", "scan/0017.tif#xywh=10,60,300,12") in [(each.unit, each.facsimile) for each in document.milestones]


def test_running_heads_are_told_by_their_repetition() -> None:
    page = "<div class='ocr_page' title='image p{0}.png'>"
    text = "<p class='ocr_par'><span class='ocr_line'>LAKE PAPERS {0}</span></p>"
    text += "<p class='ocr_par'><span class='ocr_line'>{1} went by the pier.</span></p></div>"
    pages = "".join((page + text).format(n, name) for n, name in enumerate(["Anna", "Boris", "Clara", "Dora"], 3))
    document = read(HOCR, f"<html><body>{pages}</body></html>".encode())
    assert [block.kind for block in document.blocks] == ["furniture", "paragraph"] * 4


@pytest.mark.parametrize("reader", [HOCR, ALTO, PAGE], ids=lambda reader: reader.name)
@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                "<div class='ocr_page' title='bbox 0 0 1'>",
                "<span class='ocr_line' title='bbox 1 2 3 4'>",
                "</span>",
                "</div>",
                "<br>",
                "a&amp;b ",
                "<alto><Layout><Page>",
                "<TextBlock HPOS='x'>",
                "<TextLine>",
                "<String CONTENT='ж&lt;'/>",
                "<HYP CONTENT='-'/>",
                "</TextBlock>",
                "<PcGts><Page>",
                "<TextRegion type='heading'>",
                "<TextLine>",
                "<TextEquiv index='2'><Unicode>",
                "</Unicode></TextEquiv>",
                "</TextRegion>",
                "<Coords points='1,2 3'/>",
                "<",
                ">",
                "&",
                "<!--",
                "-->",
                "\ufffe",
                "\r\n",
                "]]>",
                "<![CDATA[",
            ]
        ),
        max_size=40,
    )
)
def test_nothing_makes_a_reader_fail(reader: Reader, parts: list[str]) -> None:
    roots = {"hocr": "<html><body>", "alto": "<alto><Layout><Page>", "page": "<PcGts><Page>"}
    try:
        read(reader, (roots[reader.name] + "".join(parts)).encode())
    except SourceError as reason:
        assert str(reason)
