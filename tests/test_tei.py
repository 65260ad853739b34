"""TEI: text, structure and facts, from files as people and pandoc write them, and from any nest of elements."""

from __future__ import annotations

import io
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from variorum.errors import NotText, SourceError, TooLarge
from variorum.sources.document import Document, Facts, Milestone
from variorum.sources.tei import TEI

CASES = Path(__file__).parent / "cases" / "tei"


def read_all(data: bytes, warnings: list[str] | None = None) -> list[Document]:
    documents = list(TEI.read(io.BytesIO(data), (warnings if warnings is not None else []).append))
    for document in documents:
        check(document, data)
    return documents


def check(document: Document, data: bytes) -> None:
    """Exact runs are their bytes; the innermost blocks follow one another and leave out nothing; all else is inside."""
    text, at = document.text, 0
    for start, end, source_start, source_end, exact in zip(*map(list, document.origins), strict=True):
        assert at <= start < end
        assert source_start <= source_end
        at = end
        if exact and is_utf8(data):
            assert data[source_start:source_end].decode() == text[start:end]
    following = [*document.blocks[1:], None]
    leaves = [a for a, b in zip(document.blocks, following, strict=True) if b is None or b.start >= a.end]
    edges = [0, *(edge for leaf in leaves for edge in (leaf.start, leaf.end)), len(text)]
    assert edges == sorted(edges)
    assert not "".join(text[a:b] for a, b in list(pairwise(edges))[::2]).strip()
    assert all(0 <= style.start <= style.end <= len(text) and style.style for style in document.styles)
    assert all(0 <= stone.at <= len(text) for stone in document.milestones)


def is_utf8(data: bytes) -> bool:
    try:
        data.decode()
    except UnicodeDecodeError:
        return False
    return True


def body(written: str) -> Document:
    (document,) = read_all(
        f'<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body>{written}</body></text></TEI>'.encode()
    )
    return document


def kinds(document: Document) -> list[tuple[str, int, str | None, str]]:
    return [(block.kind, block.level, block.label, document.text[block.start : block.end]) for block in document.blocks]


def told(document: Document) -> set[tuple[str, str | None, str]]:
    return {(style.style, style.target, document.text[style.start : style.end]) for style in document.styles}


def test_what_pandoc_wrote() -> None:
    (document,) = read_all((CASES / "pandoc.xml").read_bytes())
    assert document.facts[:2] == ("The Ferry", "Ann Lake")
    assert document.facts.language == "en"
    assert kinds(document)[:5] == [
        ("heading", 1, None, "One"),
        ("paragraph", 0, None, "She wrote at once:"),
        ("note", 0, None, "The letter is lost."),
        ("quote", 0, None, "Come back before the ice.\n\nBring the lamp."),
        ("paragraph", 1, None, "Come back before the ice."),
    ]
    assert ("item", 0, None, "bread") in kinds(document)
    assert {("italic", None, "at once"), ("link", "https://example.org/a", "the page")} <= told(document)


def test_a_header_says_who_when_and_for_whom() -> None:
    warnings: list[str] = []
    (document,) = read_all((CASES / "letters.xml").read_bytes(), warnings)
    assert document.facts == Facts(
        "Lake Letters. A selection",
        "Ann Lake",
        "1871/1872-03",
        "1881",
        "2014-05-06",
        "en-GB",
        access="embargoed until 2031-05-01",
    )
    assert [warning for warning in warnings if "&ext;" in warning] == warnings
    assert document.milestones[:2] == [
        Milestone(document.text.index("One"), "page", "1", "p1.jpg"),
        Milestone(document.text.index("and the Mr."), "line", "2", "p1.jpg#xywh=1,2,10,20"),
    ]


def test_verse_drama_and_tables() -> None:
    document = body(
        "<div><head>A Song</head><lg><l n='1'>One line,</l><l>two</l></lg><lg><l>three</l></lg></div>"
        "<sp><speaker>Ann</speaker><p>Well. <stage>Exit.</stage></p></sp>"
        "<table><row><cell>1</cell><cell>2</cell></row></table>"
    )
    assert document.text == "A Song\n\nOne line,\ntwo\n\nthree\n\nAnn\n\nWell. Exit.\n\n1\n\n2"
    assert [(kind, label) for kind, _, label, _ in kinds(document)] == [
        ("heading", None), ("verse", "1"), ("verse", None), ("verse", None), ("paragraph", "speaker"),
        ("paragraph", None),        ("cell", None), ("cell", None),
    ]  # fmt: skip


def test_every_reading_of_a_place_is_kept() -> None:
    document = body(
        "<p><choice>\n<corr>the</corr> <sic>teh</sic>\n</choice>, "
        "<choice><abbr>Mr.</abbr><expan>Mister</expan></choice>"
        " <app><lem wit='#A'>lamp</lem><rdg wit='#B'>lump</rdg><rdg wit='#C'/></app>"
        " <app><rdg wit='#A'>lit</rdg><rdg wit='#B'>lighted</rdg></app> "
        "<subst><del>then</del><add>now</add></subst></p>"
    )
    assert document.text == "teh, Mr. lamp lit now"
    assert told(document) == {
        ("corr", "the", "teh"), ("expan", "Mister", "Mr."), ("lem", "[#A]", "lamp"), ("rdg", "lump [#B]", "lamp"),
        ("rdg", "[#C]", "lamp"), ("lem", "[#A]", "lit"), ("rdg", "lighted [#B]", "lit"), ("del", "then", "now"),
    }  # fmt: skip


def test_quotations_in_the_line_and_set_off() -> None:
    document = body(
        "<p>She said <q who='#a'>come</q>: <quote><p>One.</p><lg><l>Two</l></lg></quote> and left.</p>"
        "<quote>All.</quote>"
    )
    assert kinds(document) == [
        ("paragraph", 0, None, "She said come:"), ("quote", 0, None, "One.\n\nTwo"), ("paragraph", 1, None, "One."),
        ("verse", 1, None, "Two"), ("paragraph", 0, None, "and left."), ("quote", 0, None, "All."),
        ("paragraph", 1, None, "All."),
    ]  # fmt: skip
    assert told(document) == {("quote", "#a", "come")}


def test_what_is_not_in_the_line_comes_below_it() -> None:
    document = body(
        "<p>A boat<note n='a'>Small. <q>x</q></note> on "
        "<fw type='header'>LAKE</fw>the<pb n='2' break='no'/>re<lb/>lake.</p>"
    )
    assert document.text == "A boat on there\nlake.\n\nSmall. x\n\nLAKE"
    assert [(kind, label) for kind, _, label, _ in kinds(document)] == [
        ("paragraph", None),
        ("note", "a"),
        ("furniture", "running head"),
    ]
    assert [(stone.unit, document.text[stone.at :][:2]) for stone in document.milestones] == [
        ("page", "re"),
        ("line", "la"),
    ]
    assert {("link", "#note-1", ""), ("anchor", "note-1", "")} <= told(document)


def test_damage_and_supplements_are_kept_as_styles() -> None:
    document = body(
        "<p>The <supplied reason='lost'>old</supplied> <unclear>pier</unclear> "
        "<gap reason='torn'><desc>a hole</desc></gap>sank</p>"
    )
    assert document.text == "The old pier sank"
    assert told(document) == {("supplied", "lost", "old"), ("unclear", None, "pier"), ("gap", "torn", "")}


def test_a_corpus_and_a_group_are_several_documents() -> None:
    data = (
        "<teiCorpus><teiHeader><fileDesc><titleStmt><title>All</title></titleStmt></fileDesc></teiHeader>"
        "<TEI xml:id='a#1'><teiHeader><fileDesc><titleStmt><title>First</title></titleStmt></fileDesc></teiHeader>"
        "<text><body><p>One.</p></body></text></TEI>"
        "<TEI><text><front><p>Before.</p></front><group><text n='x'><body><head>X</head><p>Two.</p></body></text>"
        "<text n='x'><body><p>Three.</p></body></text></group><back><p>After.</p></back></text></TEI></teiCorpus>"
    )
    documents = read_all(data.encode())
    assert [(each.member, each.facts.title, each.text) for each in documents] == [
        ("a%231", "First", "One."), ("2/front", "All", "Before."), ("2/x", "X", "X\n\nTwo."),
        ("2/x~2", "All", "Three."),        ("2/back", "All", "After."),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("availability", "access"),
    [
        ("<availability status='restricted'/>", "private"),
        ("<availability status='free'><licence>CC0</licence></availability>", None),
        ("<availability><licence notBefore='2040'/></availability>", "embargoed until 2040-01-01"),
        ("<availability><licence notBefore='some day'/></availability>", "private"),
    ],
)
def test_access_is_as_the_header_says(availability: str, access: str | None) -> None:
    head = f"<teiHeader><fileDesc><publicationStmt>{availability}</publicationStmt></fileDesc></teiHeader>"
    (document,) = read_all(f"<TEI>{head}<text><p>Words.</p></text></TEI>".encode())
    assert document.facts.access == access


@pytest.mark.parametrize(
    ("head", "suffix", "known"),
    [
        (b"<?xml version='1.0'?>\n<!-- a -- b --><TEI xmlns='x'>", ".xml", True),
        (b"\xef\xbb\xbf<tei:teiCorpus>", ".txt", True),
        ("<TEI.2>".encode("utf-16"), ".xml", True),
        (b"<div xmlns='http://www.tei-c.org/ns/1.0'>", ".xml", True),
        (b"<html><!-- about TEI, tei-c.org/ns/1.0 -->", ".html", False),
        (b'{"text": "<TEI>"}', ".jsonl", False),
        (b"<Teich>", ".xml", False),
    ],
)
def test_tei_is_known_by_its_root(head: bytes, suffix: str, known: bool) -> None:
    assert TEI.knows(head, suffix) is known


def test_entities_are_read_and_bombs_refused() -> None:
    bomb = "".join(f"<!ENTITY l{n} '{f'&l{n - 1};' * 10}'>" for n in range(1, 12))
    with pytest.raises(TooLarge, match="entities expand"):
        read_all(f"<!DOCTYPE TEI [<!ENTITY l0 'ha'>{bomb}]><TEI><text><p>&l11;</p></text></TEI>".encode())
    data = b"<!DOCTYPE TEI [<!ENTITY a '&b;'><!ENTITY b '&a;'><!ENTITY c 'C &#38; D'>]>"
    data += b"<TEI><text><p>&a; &c; &mdash; &#x416;</p></text></TEI>"
    assert read_all(data)[0].text == "&b; C & D — Ж"


def test_what_is_not_well_formed_is_read_and_said() -> None:
    warnings: list[str] = []
    (document,) = read_all(b"<TEI><text><p>One <hi>two</p>\n<p>three</q> &amp; a < b</p><![CDATA[& four]]>", warnings)
    assert document.text == "One two\n\nthree & a < b\n\n& four"
    assert "not well formed" in warnings[0]


def test_a_text_in_another_encoding_is_traced_to_its_bytes() -> None:
    data = '<?xml version="1.0" encoding="windows-1251"?><TEI><text><p>Письмо  с озера</p></text></TEI>'.encode(
        "cp1251"
    )
    (document,) = TEI.read(io.BytesIO(data), lambda _: None)
    rows = list(zip(*document.origins, strict=True))
    assert document.text == "Письмо с озера"
    assert b"".join(data[row[2] : row[3]] for row in rows).decode("cp1251") == "Письмо  с озера"


def test_a_file_without_text_is_none() -> None:
    with pytest.raises(NotText):
        read_all(b"<TEI><teiHeader/><text><body><p> </p></body></text></TEI>")


DEEP = [
    "p",
    "div",
    "q",
    "quote",
    "note",
    "choice",
    "app",
    "hi",
    "list",
    "cell",
    "lg",
    "fw",
    "figure",
    "group",
    "text",
    "floatingText",
    "zzz",
    "rdg",
    "sic",
]


@pytest.mark.parametrize("name", DEEP)
def test_elements_may_nest_to_any_depth(name: str) -> None:
    (document,) = read_all(b"<TEI><text><body>" + f"<{name}>".encode() * 20_000 + b"words")
    assert document.text == "words"


NAMES = sorted(
    {
        *DEEP,
        *[
            "l",
            "head",
            "item",
            "row",
            "note",
            "ref",
            "lem",
            "corr",
            "del",
            "add",
            "subst",
            "supplied",
            "unclear",
            "body",
            "front",
            "TEI",
            "table",
            "sp",
            "speaker",
        ],
    }
)
ELEMENTS = st.recursive(
    st.sampled_from(
        ["words ", " ", "ж&amp;", "\n  ", "<lb/>", "<pb n='2'/>", "<gap/>", "<graphic url='a.png'/>", "<![CDATA[<&]]>"]
    ),
    lambda inner: st.tuples(
        st.sampled_from(NAMES),
        st.sampled_from(["", " rend='italic'", " xml:id='i'", " n='3' rend='block'"]),
        st.lists(inner, max_size=4),
    ).map(lambda each: f"<{each[0]}{each[1]}>{''.join(each[2])}</{each[0]}>"),
    max_leaves=25,
)


@settings(max_examples=150, deadline=None)
@given(ELEMENTS)
def test_any_nest_of_elements_is_covered_by_its_blocks(written: str) -> None:
    read_or_refuse(f"<TEI><text><body>{written}</body></text></TEI>".encode())


@settings(max_examples=100, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                "<p>",
                "</p>",
                "<q>",
                "</q>",
                "<note>",
                "</note>",
                "<choice>",
                "</choice>",
                "<sic>",
                "<rdg>",
                "<text>",
                "</text>",
                "<group>",
                "<!--",
                "-->",
                "<",
                '"',
                "'",
                "&",
                "&#0;",
                "x",
                "\ufeff",
            ]
        ),
        max_size=40,
    ),
    st.binary(max_size=4),
)
def test_any_bytes_are_read_or_refused(parts: list[str], junk: bytes) -> None:
    read_or_refuse(b"<TEI><text>" + "".join(parts).encode() + junk)


def read_or_refuse(data: bytes) -> None:
    try:
        read_all(data)
    except SourceError as reason:
        assert str(reason)
