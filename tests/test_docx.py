"""DOCX: what a word processor writes, with true origins, and what was struck out left out."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reading import FORMATS, check, leaves, packed, read, told

from variorum.errors import NotReadable, NotText, SourceError
from variorum.sources.document import Document
from variorum.sources.docx import DOCX

BODY = '<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="w"><w:body>{}</w:body></w:document>'
CASES = Path(__file__).parent / "cases" / "docx"
NOTES, STYLES, NUMBERING = (
    (CASES / f"{name}.xml").read_text(encoding="utf-8") for name in ("footnotes", "styles", "numbering")
)
LINKS = '<R><Relationship Id="r1" Target="https://example.org/a?b=1&amp;c=2" TargetMode="External"/></R>'


def run(words: str, properties: str = "") -> str:
    set_so = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{set_so}<w:t xml:space="preserve">{words}</w:t></w:r>'


def par(inner: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{inner}</w:p>"


def style(name: str) -> str:
    return f'<w:pStyle w:val="{name}"/>'


def document(body: str) -> Document:
    parts = {
        "word/document.xml": BODY.format(body),
        "word/footnotes.xml": NOTES,
        "word/styles.xml": STYLES,
        "word/numbering.xml": NUMBERING,
        "word/_rels/document.xml.rels": LINKS,
    }
    [found], warnings = read(DOCX, packed(parts))
    assert warnings == []
    check(found, parts["word/document.xml"].encode())
    return found


def styled(found: Document) -> list[tuple[str, str, str | None]]:
    return [(found.text[each.start : each.end], each.style, each.target) for each in found.styles]


@pytest.mark.parametrize(
    ("properties", "kind", "level"),
    [
        (style("berschrift2"), "heading", 2),
        (style("Own"), "heading", 2),
        (style("Out"), "heading", 3),
        ('<w:outlineLvl w:val="0"/>', "heading", 1),
        ('<w:outlineLvl w:val="9"/>', "paragraph", 0),
        (style("Title"), "heading", 1),
        (style("T1"), "furniture", 0),
        (style("V"), "verse", 0),
        (style("L"), "item", 0),
        (style("Ring"), "paragraph", 0),
        (style("not there"), "paragraph", 0),
        ('<w:pPrChange><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:pPrChange>', "paragraph", 0),
    ],
)
def test_what_a_paragraph_is_by_its_style(properties: str, kind: str, level: int) -> None:
    found = document(par(run("We hauled it in."), properties))
    assert [(block.kind, block.level) for block in found.blocks] == [(kind, level)]


@pytest.mark.parametrize(
    "properties", [style("Zitat"), '<w:ind w:left="600" w:right="600"/>', '<w:ind w:start="600" w:end="500"/>']
)
def test_quotations_that_follow_one_another_are_one(properties: str) -> None:
    found = document(par(run("He wrote:")) + par(run("Rain."), properties) + par(run("More rain."), properties))
    assert [(block.kind, block.level) for block in found.blocks] == [
        ("paragraph", 0),
        ("quote", 0),
        ("paragraph", 1),
        ("paragraph", 1),
    ]


def test_runs_are_set_and_touching_ones_are_one() -> None:
    found = document(
        par(
            run("The ", "<w:i/>")
            + run("Marigold", "<w:i/><w:b w:val='0'/>")
            + run(" is ")
            + run("late", '<w:rStyle w:val="E"/><w:smallCaps/>')
            + run("1", '<w:vertAlign w:val="superscript"/><w:u w:val="none"/>')
        )
    )
    assert styled(found) == [
        ("The Marigold", "italic", None),
        ("late", "italic", None),
        ("late", "small-caps", None),
        ("1", "superscript", None),
    ]


def test_what_was_struck_out_is_left_out_and_what_was_put_in_stands() -> None:
    found = document(
        par(
            run("The boat ")
            + '<w:del w:id="1"><w:r><w:delText>sank</w:delText><w:tab/></w:r></w:del>'
            + f'<w:ins w:id="2">{run("came in")}</w:ins>'
            + f"<w:moveFrom>{run(' late')}</w:moveFrom>"
            + run(".")
        )
    )
    assert found.text == "The boat came in."


def test_what_is_said_twice_for_old_programs_is_read_once() -> None:
    box = f"<w:txbxContent>{par(run('In the box.'))}</w:txbxContent>"
    both = f"<mc:AlternateContent><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent>"
    found = document(par(run("Before.") + f"<w:r>{both}</w:r>" + run("After.")))
    assert told(found) == ["Before.", "In the box.", "After."]


def test_signs_that_are_no_letters() -> None:
    inner = run("a &amp; b") + "<w:r><w:tab/><w:t>c</w:t><w:br/><w:t>d</w:t><w:noBreakHyphen/><w:t>e&#233;</w:t></w:r>"
    found = document(par(inner))
    assert found.text == "a & b\tc\nd\u2011eé"
    exact = [found.text[start:end] for start, end, _, _, sure in zip(*map(list, found.origins), strict=True) if sure]
    assert exact == ["a ", " b", "c", "d", "e"]


def test_links_and_anchors() -> None:
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        '<w:r><w:instrText> HYPERLINK "https://example.org/f" </w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{run("field")}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    found = document(
        '<w:bookmarkStart w:id="0" w:name="top"/>'
        + par(f'<w:hyperlink r:id="r1">{run("link")}</w:hyperlink>' + run(" and "))
        + par(field + f'<w:hyperlink w:anchor="top">{run("up")}</w:hyperlink>')
    )
    assert set(styled(found)) == {
        ("", "anchor", "top"),
        ("up", "link", "#top"),
        ("field", "link", "https://example.org/f"),
        ("link", "link", "https://example.org/a?b=1&c=2"),
    }
    assert found.styles[0].start == 0


def test_notes_follow_the_text_with_the_bytes_of_their_marks() -> None:
    mark = '<w:r><w:footnoteReference w:id="{}"/></w:r>'
    body = par(run("Rope") + mark.format(3) + run(" and salt") + mark.format(2) + mark.format(9))
    found = document(body)
    assert found.text == "Rope and salt\n\nIn autumn\n\nHemp.\n\nNot flax."
    notes = [(block.label, found.text[block.start : block.end]) for block in found.blocks if block.kind == "note"]
    assert notes == [("1", "In autumn"), ("2", "Hemp.\n\nNot flax.")]
    assert ("", "link", "#footnote-3") in styled(found)
    assert ("autumn", "italic", None) in styled(found)
    source = BODY.format(body).encode()
    runs = {
        found.text[run[0] : run[1]]: (source[run[2] : run[3]], run[4])
        for run in zip(*map(list, found.origins), strict=True)
    }
    assert runs["In autumn"] == (b'<w:footnoteReference w:id="3"/>', False)


def test_lists_are_numbered_as_they_are_shown() -> None:
    def entry(words: str, level: int, of: int = 3) -> str:
        return par(run(words), f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{of}"/></w:numPr>')

    found = document(entry("a", 0) + entry("b", 1) + entry("c", 1) + entry("d", 0) + entry("e", 1) + entry("f", 0, 4))
    assert [leaf.label for leaf in leaves(found)] == ["III)", "III.a", "III.b", "IV)", "IV.a", "•"]


def test_cells() -> None:
    row = f"<w:tr><w:tc>{par(run('one'))}</w:tc>"
    row += f"<w:tc>{par(run('two'))}{par(run('three'))}</w:tc><w:tc>{par('')}</w:tc></w:tr>"
    found = document(f"<w:tbl>{row}</w:tbl>{par(run('after'))}")
    kinds = [(block.kind, block.level, found.text[block.start : block.end]) for block in found.blocks]
    assert kinds == [
        ("cell", 0, "one"),
        ("cell", 0, "two\n\nthree"),
        ("paragraph", 1, "two"),
        ("paragraph", 1, "three"),
        ("paragraph", 0, "after"),
    ]


def test_verse_is_told_by_its_form_and_an_address_is_none() -> None:
    def broken(*rows: str) -> str:
        return par("<w:r>" + "<w:br/>".join(f"<w:t>{row}</w:t>" for row in rows) + "</w:r>")

    verse = document(broken("The gull is a liar,", "The tern is a thief,", "And nobody pays"))
    assert [leaf.kind for leaf in leaves(verse)] == ["verse"] * 3
    address = document(broken("12 Quay Street", "Gull Point"))
    assert [leaf.kind for leaf in leaves(address)] == ["paragraph"]


def test_entities_are_refused() -> None:
    evil = '<!DOCTYPE d [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>' + BODY.format(par(run("&b;")))
    with pytest.raises(NotReadable, match="declares entities"):
        read(DOCX, packed({"word/document.xml": evil.split("?>")[0] + evil.split("?>")[1]}))


@pytest.mark.parametrize(
    ("parts", "error", "said"),
    [
        ({"other.xml": "<a/>"}, NotText, "no DOCX document"),
        ({"word/document.xml": BODY.format("<w:p/>")}, NotText, "no text"),
        ({"word/document.xml": ""}, NotText, "no text"),
    ],
)
def test_what_is_none_is_refused_with_a_word(parts: dict[str, str], error: type, said: str) -> None:
    with pytest.raises(error, match=said):
        read(DOCX, packed(parts))
    with pytest.raises(NotReadable, match="damaged"):
        read(DOCX, b"PK\x03\x04")


def test_real_files_have_true_origins() -> None:
    for path in sorted(FORMATS.glob("*.docx")):
        with zipfile.ZipFile(path) as file:
            [found], _ = read(DOCX, path.read_bytes())
            check(found, file.read("word/document.xml"))
            assert sum(map(bool, found.origins.exact)) > 20


TAGS = "<w:p> </w:p> <w:r> </w:r> <w:t> </w:t> <w:tc> </w:tc> <w:del> </w:del> <w:pPr> <w:rPr> <w:i/> <w:br/>"
PIECES = st.lists(
    st.sampled_from(
        [
            *TAGS.split(),
            "<w:hyperlink>",
            "</w:hyperlink>",
            '<w:footnoteReference w:id="2"/>',
            "words ",
            "&amp;",
            "<",
            "<![CDATA[",
        ]
    )
)


@settings(max_examples=150, deadline=None)
@given(PIECES)
def test_any_order_of_tags_is_read(pieces: list[str]) -> None:
    source = BODY.format("".join(pieces)) + par(run("end"))
    [found], _ = read(DOCX, packed({"word/document.xml": source, "word/footnotes.xml": NOTES}))
    check(found, source.encode())


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 2000), st.binary(min_size=1, max_size=40))
def test_damage_anywhere_is_no_crash(at: int, junk: bytes) -> None:
    data = bytearray((FORMATS / "lighthouse-pandoc.docx").read_bytes())
    place = at * (len(data) - len(junk)) // 2000
    data[place : place + len(junk)] = junk
    try:
        for found in read(DOCX, bytes(data))[0]:
            check(found)
    except SourceError as reason:
        assert str(reason)
