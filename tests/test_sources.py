"""Reading: cases that a philologist could write, and what must hold of any page, any text, any bytes."""

from __future__ import annotations

import gzip
import io
import json
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from variorum.errors import LibraryError, NotText, SourceError
from variorum.sources import scan
from variorum.sources.charset import decode
from variorum.sources.document import Block, Document, tables
from variorum.sources.facts import edtf
from variorum.sources.formats import choose
from variorum.sources.html import HTML
from variorum.sources.jsonl import JSONL
from variorum.sources.lines import lines_of
from variorum.sources.readers import READERS
from variorum.sources.source import source_path
from variorum.sources.text import TEXT

CASES = Path(__file__).parent / "cases" / "sources"


def read(reader: Any, data: bytes) -> tuple[list[Document], list[str]]:
    warnings: list[str] = []
    return list(reader.read(io.BufferedReader(io.BytesIO(data)), warnings.append)), warnings


def one(reader: Any, source: str | bytes) -> Document:
    documents, _ = read(reader, source.encode() if isinstance(source, str) else source)
    return documents[0]


def ordered(document: Document) -> list[Block]:
    return sorted(document.blocks, key=lambda block: (block.start, -block.end, block.level))


def leaves(document: Document) -> Iterator[tuple[Block, list[Block]]]:
    """The innermost blocks, each with those that hold it, outermost first."""
    blocks = ordered(document)
    for place, block in enumerate(blocks):
        inside = blocks[place + 1] if place + 1 < len(blocks) else None
        if inside is None or inside.start >= block.end:
            yield block, [outer for outer in blocks[:place] if outer.end >= block.end and outer is not block]


def cases() -> Iterator[Any]:
    for path in sorted(CASES.glob("*.toml")):
        for group, listed in tomllib.loads(path.read_text()).items():
            for case in listed:
                reader = HTML if path.stem == "html" or "<html" in case["source"].lower() else TEXT
                marks = [pytest.mark.xfail(reason=case["why"])] if group == "known_failure" else []
                yield pytest.param(reader, case, id=f"{path.stem}: {case['name']}", marks=marks)


@pytest.mark.parametrize(("reader", "case"), list(cases()))
def test_case(reader: Any, case: dict[str, Any]) -> None:
    document = one(reader, case["source"])
    found = list(leaves(document))
    said = []
    for (block, around), (wanted, words) in zip(found, case["blocks"], strict=False):
        kind = " > ".join([*(outer.kind for outer in around), block.kind] if ">" in wanted else [block.kind])
        extra = wanted.partition(" > ")[0].partition(" ")[2]
        detail = (block.label if block.kind == "furniture" else str(block.level)) if extra else ""
        text = document.text[block.start : block.end]
        said.append([f"{kind} {detail}".strip(), words if text.startswith(words) else text])
    assert said == case["blocks"]
    assert len(found) == len(case["blocks"])
    facts = {key: value for key, value in case.items() if key in document.facts._fields and key != "source"}
    facts |= {"source": case["edition"]} if "edition" in case else {}
    assert {key: getattr(document.facts, key) or "" for key in facts} == facts
    assert [milestone.n for milestone in document.milestones] == case.get("pages", [])


def check(document: Document, source: bytes, charset: str = "utf-8") -> None:
    """What holds of every document: blocks hold all that can be read, offsets are in range, exact runs are exact."""
    text = document.text
    covered = [False] * len(text)
    last = 0
    for block, around in leaves(document):
        assert last <= block.start < block.end <= len(text)
        assert all(outer.start <= block.start and block.end <= outer.end for outer in around)
        covered[block.start : block.end] = [True] * (block.end - block.start)
        last = block.end
    assert not [char for char, is_in in zip(text, covered, strict=True) if not is_in and not char.isspace()]
    end = 0
    for start, stop, source_start, source_stop, exact in zip(*document.origins, strict=True):
        assert end <= start < stop <= len(text)
        assert 0 <= source_start <= source_stop <= len(source)
        if exact:
            assert source[source_start:source_stop].decode(charset) == text[start:stop]
        end = stop
    for style in document.styles:
        assert 0 <= style.start <= style.end <= len(text)
    for milestone in document.milestones:
        assert 0 <= milestone.at <= len(text)


WORDS = st.text("ab Яé\n\t  &;<>\"'|*.,1\u00a0\u202e\ufffd\U0001f600", max_size=20)
NAMES = "p div b i em span blockquote ul ol li table tr td h1 h2 pre br hr a nav header footer q script svg sup dl dt"
TAGS = st.sampled_from(NAMES.split())
GIVEN = st.sampled_from(
    ["", ' class="poem"', ' id="x"', " href='#y'", ' epub:type="noteref"', ' class="pagenum"', " title=it's"]
)
ODDITIES = ["<!--", "-->", "<![CDATA[", "]]>", "<!x>", "<?y?>", "&eacute;", "&#0;", "&#xd800;", "<", ">"]
LINES = [
    "The ferry did not come until the evening,", "  bread", "", "", "CHAPTER I", "1. bread", "| a | b", "* * *",
    "[1] note", "\f", "12", "    lamp,", "Contents", "by Ann Lake", "Title: x", "*** START OF THIS TEXT ***",
]  # fmt: skip


@st.composite
def pages(draw: st.DrawFn) -> str:
    parts = []
    for _ in range(draw(st.integers(0, 25))):
        form = draw(st.integers(0, 5))
        if form == 0:
            parts.append(f"<{draw(TAGS)}{draw(GIVEN)}>")
        elif form == 1:
            parts.append(f"</{draw(TAGS)}>")
        elif form == 2:
            name = draw(TAGS)
            parts.append(f"<{name}{draw(GIVEN)}>{draw(WORDS)}</{name}>")
        elif form == 3:
            parts.append(draw(st.sampled_from(ODDITIES)))
        else:
            parts.append(draw(WORDS))
    return "".join(parts)


@settings(deadline=None, max_examples=150)
@given(pages())
def test_any_page(page: str) -> None:
    source = page.encode()
    try:
        document = one(HTML, source)
    except NotText:
        return
    check(document, source)


@settings(deadline=None, max_examples=150)
@given(st.lists(st.sampled_from(LINES), max_size=30), st.sampled_from(["\n", "\r\n", "\r"]))
def test_any_lines(lines: list[str], newline: str) -> None:
    text = newline.join(lines)
    try:
        document = one(TEXT, text)
    except NotText:
        return
    assert document.text == text
    check(document, text.encode())


@settings(deadline=None, max_examples=100)
@given(st.binary(max_size=300), st.sampled_from([".txt", ".html", ".jsonl", ""]))
def test_any_bytes(data: bytes, suffix: str) -> None:
    try:
        reader = choose(READERS, data, f"name{suffix}")
        documents, _ = read(reader, data)
    except SourceError:
        return
    tables("path", "sha", reader.name, documents)


@settings(deadline=None, max_examples=100)
@given(st.text(max_size=60).filter(str.strip))
def test_text_points_into_its_file(text: str) -> None:
    try:
        source = text.encode("utf-8", "surrogatepass")
        document = one(TEXT, source)
    except NotText:
        return
    if len(document.text) == len(text):
        assert all(a == b or b == "\ufffd" for a, b in zip(text, document.text, strict=True))
    end = 0
    for start, stop, *_ in zip(*document.origins, strict=True):
        assert start == end
        end = stop
    assert end == len(document.text)


@settings(deadline=None, max_examples=100)
@given(st.text(max_size=40) | st.text('ab "\\\\\né😀', max_size=12), st.booleans())
def test_json_lines_point_into_their_file(text: str, escaped: bool) -> None:
    line = json.dumps({"é": "ü", "text": text}, ensure_ascii=escaped)
    source = line.encode("utf-8", "surrogatepass")
    document = one(JSONL, source)
    if escaped or text.isprintable():
        assert document.text == "".join("\ufffd" if is_none(char) else char for char in text)
    for start, stop, source_start, source_stop, exact in zip(*document.origins, strict=True):
        if exact:
            assert source[source_start:source_stop].decode() == document.text[start:stop]
        elif document.text == text:
            assert json.loads(b'"' + source[source_start:source_stop] + b'"') == document.text[start:stop]


def is_none(char: str) -> bool:
    code = ord(char)
    control = (code < 32 and char not in "\t\n\f\r") or 127 <= code < 160
    return control or 0xD800 <= code < 0xE000 or 0xFDD0 <= code <= 0xFDEF or code & 0xFFFE == 0xFFFE


def test_json_lines() -> None:
    lines = [
        '{"id": "a#1", "text": "One \\u00e9\\ud83d\\ude00 \\"two\\"\\nthree",'
        ' "title": "T", "date": 1917, "language": "Russian"}',
        "",
        '{"id": "a#1", "text": "again", "date": "1917-02-30", "series": "S", "access": "private"}',
        "{broken",
        '{"text": "no id"}',
        '{"id": "no text"}',
        '{"id": "a#1~2", "text": "taken"}',
        '["no object"]',
    ]
    documents, warnings = read(JSONL, ("\ufeff" + "\n".join(lines)).encode())
    assert [document.member for document in documents] == ["a%231", "a%231~2", "5", "a%231~2~2"]
    assert documents[0].text == 'One é😀 "two"\nthree'
    assert documents[0].facts[:6] == ("T", None, "1917", None, None, "ru")
    assert (documents[1].facts.series, documents[1].facts.access, documents[1].facts.composed) == ("S", "private", None)
    assert [warning.partition(" ")[0] for warning in warnings] == ["a", "line", "line", "line"]
    assert [warning.split()[1] for warning in warnings[1:]] == ["4", "6", "8"]


def test_json_lines_known_by_content_and_compressed() -> None:
    data = b'{"id": "x", "text": "words"}\n'
    assert choose(READERS, data, "letters") is JSONL
    assert choose(READERS, data, "letters.txt") is JSONL
    assert choose(READERS, b"words", "letters.txt") is TEXT
    assert choose(READERS, b"\n<!DOCTYPE html><p>", "letters.txt") is HTML
    for head, name in ((b"{\\rtf1", "a.txt"), (b"\x89PNG", "a.txt"), (b"p { }", "a.css"), (b"<?xml?><x>", "a.xml")):
        with pytest.raises(NotText, match="does not read"):
            choose(READERS, head, name)
    assert gzip.decompress(gzip.compress(data)) == data


RUSSIAN = "Паром не приходил до самого вечера, и вся пристань была полна людей. Никто не жаловался.\n" * 3
FRENCH = "Le bac n’arriva que le soir : déjà la jetée était pleine. « Où est-il ? » demandèrent les enfants.\n" * 2


ENCODINGS = ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1251", "koi8-r"]


@pytest.mark.parametrize("charset", ENCODINGS)
def test_russian_in_any_encoding(charset: str) -> None:
    source = RUSSIAN.encode(charset)
    document = one(TEXT, source)
    assert document.text == RUSSIAN
    [(start, stop, first, last, exact)] = list(zip(*document.origins, strict=True))
    assert (start, stop, last, exact) == (0, len(RUSSIAN), len(source), True)
    assert source[first:].decode(charset.removesuffix("-sig")) == RUSSIAN or charset in ("utf-16", "utf-32")


@pytest.mark.parametrize("charset", ["cp1252", "utf-8", "utf-16-le"])
def test_french_in_any_encoding(charset: str) -> None:
    assert one(TEXT, FRENCH.encode(charset)).text == FRENCH


@pytest.mark.parametrize(
    ("declaration", "charset", "words"),
    [
        ("Character set encoding: ISO-8859-2\n", "iso8859-2", "žluťoučký kůň"),
        ("-*- coding: cp1250 -*-\n", "cp1250", "žluťoučký kůň"),
        ("# charset=mac-roman\n", "mac-roman", "été « bac »"),
    ],
)
def test_declared_encodings(declaration: str, charset: str, words: str) -> None:
    text = declaration + words
    assert one(TEXT, text.encode(charset)).text == text


def test_utf8_goes_before_what_is_declared() -> None:
    text = "Character set encoding: ISO-8859-1\n" + FRENCH
    assert one(TEXT, text.encode()).text == text


def test_html_declares_its_encoding() -> None:
    page = f'<html><head><meta charset="windows-1251"></head><body><p>{RUSSIAN}</p></body></html>'
    source = page.encode("cp1251")
    document = one(HTML, source)
    assert document.text == " ".join(RUSSIAN.split())
    check(document, source, "cp1251")


def test_mixed_encodings() -> None:
    lines = [RUSSIAN.splitlines()[0].encode("cp1251" if place % 3 == 0 else "utf-8") for place in range(9)]
    source = b"\n".join(lines)
    [document], warnings = read(TEXT, source)
    assert document.text.splitlines() == [RUSSIAN.splitlines()[0]] * 9
    assert "mixes encodings" in warnings[0]
    for start, stop, first, last, _ in zip(*document.origins, strict=True):
        either = [source[first:last].decode(charset, "replace") for charset in ("utf-8", "cp1251")]
        assert document.text[start:stop] in either


def test_what_is_no_character_is_replaced_one_for_one() -> None:
    text = "A bell\x07, a noncharacter\ufffe, \x1b[2J, right\u202eleft\n" + RUSSIAN.strip()
    [document], warnings = read(TEXT, text.encode() + b"\xff and \xed\xa0\x80")
    assert document.text.startswith("A bell\ufffd, a noncharacter\ufffd, \ufffd[2J, right\u202eleft\n")
    assert document.text.endswith("\ufffd and \ufffd\ufffd\ufffd")
    assert "U+FFFD" in warnings[0]


def test_newlines_and_bom_stay_and_go() -> None:
    document = one(TEXT, b"\xef\xbb\xbfOne\r\n\r\nTwo\rThree")
    assert document.text == "One\r\n\r\nTwo\rThree"
    assert document.origins.source_start[0] == 3


@pytest.mark.parametrize(
    ("written", "read_as"),
    [
        ("1917", "1917"), ("1917-10-18", "1917-10-18"), ("1917-13", None), ("1917-21", "1917-21"), ("1917?", "1917?"),
        ("1906/1907", "1906/1907"), ("191X", "191X"), ("12 October 2009", "2009-10-12"),
        ("July 18, 2006 [9]", "2006-07-18"),
        ("18 октября 1917 г.", "1917-10-18"), ("3. März 1848", "1848-03-03"), ("le 4 août 1789", "1789-08-04"),
        ("31 February 1900", "1900"), ("2019-10-01T23:17:53Z", "2019-10-01"), ("soon", None), ("", None),
    ],
)  # fmt: skip
def test_dates(written: str, read_as: str | None) -> None:
    assert edtf(written) == read_as


def test_styles_links_images_and_anchors() -> None:
    page = (
        '<p id="p1">A <i>ferry</i>, <b>now</b> <span class="smcap">gone</span>; see'
        ' <a href="b.html#x" name="y">the map</a>'
        ' <img src="map.png" alt="A map"><a id="z"></a>H<sub>2</sub>O <code>x</code></p><h2 id="h">End</h2><p>so</p>'
    )
    document = one(HTML, page)
    found = {(style.style, document.text[style.start : style.end], style.target) for style in document.styles}
    assert found >= {
        ("italic", "ferry", None), ("bold", "now", None), ("small-caps", "gone", None), ("link", "the map", "b.html#x"),
        ("anchor", "the map", "y"), ("image", "", "map.png"), ("anchor", "", "z"), ("subscript", "2", None),
        ("code", "x", None), ("anchor", "End", "h"),
    }  # fmt: skip
    assert ("anchor", document.text[: document.text.index("\n")], "p1") in found


def places(document: Document, style: str) -> list[str]:
    """The texts before the styles of a sort."""
    return [document.text[: each.start] for each in sorted(document.styles) if each.style == style]


def test_the_mark_of_a_note_stands_where_it_stood() -> None:
    page = (
        '<p>A ferry,<a href="#n1"><sup>1</sup></a> and a lamp <sup><a href="#n2">2</a></sup> now.'
        ' <a href="#n3"><sup>3</sup></a> </p><p>Bread.<sup><a href="#n4">*</a></sup></p><p>So</p>'
    )
    document = one(HTML, page)
    assert document.text == "A ferry, and a lamp now.\n\nBread.\n\nSo"
    ends = ["A ferry,", "a lamp", "now.", "Bread."]
    assert [place[-len(end) :] for place, end in zip(places(document, "link"), ends, strict=True)] == ends


def test_an_anchor_stands_before_what_follows_it_in_its_block() -> None:
    page = '<p><a id="a"></a>A <a id="b"></a>ferry<a id="c"></a></p><p id="d">came. <a id="e"></a></p><p>So</p>'
    document = one(HTML, page)
    assert document.text == "A ferry\n\ncame.\n\nSo"
    found = {style.target: (style.start, style.end) for style in document.styles}
    assert found == {"a": (0, 0), "b": (2, 2), "c": (7, 7), "d": (9, 14), "e": (14, 14)}


def test_the_number_of_a_page_and_its_image() -> None:
    page = (
        '<p>A <span class="pagenum" id="p9" data-page-number="18" title="Page:Harbour.djvu/30">&#8203;</span>ferry</p>'
        '<div epub:type="pagebreak" title="19"/><p>came<span role="doc-pagebreak" aria-label="Page xx"/> late.</p>'
    )
    document = one(HTML, page)
    assert document.text == "A ferry\n\ncame late."
    assert [(each.at, each.n, each.facsimile) for each in sorted(document.milestones)] == [
        (2, "18", "Page:Harbour.djvu/30"), (9, "19", None), (14, "xx", None),
    ]  # fmt: skip


def test_notes_have_their_numbers() -> None:
    page = (
        '<div class="footnotes"><p id="a"><sup><a href="#r1">1</a></sup> By day.</p><p>[2] By night. '
        '<a href="#r2">↩︎</a>'
        '</p></div><ol class="references" start="3"><li id="cite_note-x-3"><span class="mw-cite-backlink">↑ <sup><a'
        ' href="#r3">1.0</a></sup></span> By ferry.</li></ol><p id="fn4">By <i>lamp</i>.</p><ol><li id="no">Bread</ol>'
    )
    document = one(HTML, page)
    found = [(block.kind, block.label, document.text[block.start : block.end]) for block in ordered(document)]
    assert found == [
        ("note", "1", "By day."), ("note", "2", "[2] By night."), ("note", "3", "By ferry."), ("note", "4", "By lamp."),
        ("item", "1.", "Bread"),
    ]  # fmt: skip


def test_an_initial_that_is_drawn_belongs_to_its_word() -> None:
    assert one(HTML, '<p><img src="t.png" alt="T">HE ferry</p>').text == "THE ferry"


def test_tables_of_documents_have_their_schemas() -> None:
    documents, _ = read(JSONL, b'{"text": "one\\n\\ntwo"}\n{"id": 7, "text": ""}')
    made = tables("a.jsonl", "0" * 64, "jsonl", documents)
    assert made["documents"]["doc"].to_pylist() == ["a.jsonl#1", "a.jsonl#7"]
    assert made["blocks"]["doc"].to_pylist() == ["a.jsonl#1", "a.jsonl#1"]
    assert {name: table.num_rows for name, table in made.items()} == {
        "documents": 2, "origins": 4, "blocks": 2, "milestones": 0, "styles": 0,
    }  # fmt: skip


def test_blank_lines_part_groups() -> None:
    lines = lines_of("a\r\n b\r\n\r\n\tc\fd")
    assert list(zip(lines.texts, lines.opens.tolist(), strict=True)) == [
        ("a", True), ("b", False), ("c", True), ("d", True),
    ]  # fmt: skip


def test_scan(tmp_path: Path) -> None:
    library = tmp_path / "library"
    for name in ["b.txt", "A/x.txt", "a/x.txt", "a b'\"#50 %.txt", "é.txt", ".git/config", ".hidden", "variorum.toml",
                 "decisions.jsonl", "a/variorum.toml", "out/site/index.html"]:  # fmt: skip
        (library / name).parent.mkdir(parents=True, exist_ok=True)
        (library / name).write_text("words")
    (tmp_path / "outside.txt").write_text("words")
    (library / "way out.txt").symlink_to(tmp_path / "outside.txt")
    (library / "loop").symlink_to(library)
    (library / "circle").symlink_to(library / "circle")
    (library / "again.txt").symlink_to(library / "b.txt")
    (library / "annexed.txt").symlink_to(library / ".git" / "config")
    (library / b"caf\xe9.txt".decode("utf-8", "surrogateescape")).write_text("words")
    found = scan(library, leave_out=[library / "out"])
    assert [source.path for source in found if not source.refusal] == sorted(
        ["A/x.txt", "a/x.txt", "a/variorum.toml", "a b'\"%2350 %25.txt", "annexed.txt", "b.txt", "caf%E9.txt", "é.txt"]
    )
    refused = {source.path: source.refusal[0] for source in found if source.refusal}
    assert refused == {"circle": "left out", "way out.txt": "left out"}
    with pytest.raises(LibraryError, match="does not exist"):
        scan(tmp_path / "nowhere")
    with pytest.raises(LibraryError, match="not a folder"):
        scan(tmp_path / "outside.txt")


def test_paths_are_escaped_without_collision() -> None:
    names = ["a%23", "a#", "a%", "caf\udce9", "caf%E9", "café"]
    assert len({source_path(name) for name in names}) == len(names)


@pytest.fixture(scope="module")
def eastman(request: pytest.FixtureRequest) -> tuple[Document, dict[str, Any]]:
    shared: Path = request.getfixturevalue("shared")
    gold = json.loads((shared / "october-1917" / "gold" / "reading.json").read_text())
    page = shared / "october-1917" / "library" / "eastman-since-lenin-died-appendix-3.txt"
    return one(TEXT, page.read_bytes()), gold


def test_the_furniture_of_a_real_page(eastman: tuple[Document, dict[str, Any]]) -> None:
    document, gold = eastman
    furniture = [(block.start, block.end) for block in document.blocks if block.kind == "furniture"]
    assert sorted(furniture) == [(each["start"], each["end"]) for each in gold["furniture"]]


def test_the_title_of_a_real_page_in_its_four_parts(eastman: tuple[Document, dict[str, Any]]) -> None:
    document, gold = eastman
    parts = {
        block.label: document.text[block.start : block.end].replace("\xa0", " ").rstrip(":")
        for block in document.blocks
        if block.kind in ("heading", "paragraph") and block.label
    }
    assert parts == gold["title"]
    assert document.facts.author == gold["title"]["author"]


def test_a_real_book_as_xhtml(shared: Path) -> None:
    for path in sorted((shared / "october-1917" / "library" / "reed-ten-days").glob("*.xhtml")):
        source = path.read_bytes()
        check(one(HTML, source), source)


@pytest.mark.parametrize("charset", ["cp1251", "koi8-r", "cp866", "iso8859-5", "mac-cyrillic"])
@pytest.mark.parametrize("times", [1, 40])
def test_russian_in_its_old_encodings(charset: str, times: int) -> None:
    text = "Милостивый государь! Я посылаю Вам газету за вторник. Прочтите её сами, и скажите мне.\n" * times
    assert decode(text.encode(charset), print).text == text


def test_two_encodings_within_a_line_are_reported() -> None:
    told: list[str] = []
    decode("Déjà vu, naïve café. ".encode() * 20 + "Déjà vu, naïve café. ".encode("latin-1") * 20, told.append)
    assert any("mixes UTF-8 with" in warning for warning in told)
