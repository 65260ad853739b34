"""ZIP archives: their members as documents, and what is refused of them."""

from __future__ import annotations

import io
import struct
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reading import FORMATS, packed, read

from variorum.errors import NotReadable, NotText, SourceError, TooLarge
from variorum.sources.archives import archive_reader
from variorum.sources.document import tables
from variorum.sources.docx import DOCX
from variorum.sources.epub import EPUB
from variorum.sources.html import HTML
from variorum.sources.jsonl import JSONL
from variorum.sources.markdown import MARKDOWN
from variorum.sources.source import Limits
from variorum.sources.text import TEXT

READERS = (EPUB, DOCX, JSONL, HTML, MARKDOWN, TEXT)
ZIP = archive_reader(READERS)
LETTER = "The boat came in on Thursday, and nobody was on the quay."
BOOK = (FORMATS / "lighthouse-pandoc-2.epub").read_bytes()


def members(data: bytes) -> list[str]:
    return [document.member for document in read(ZIP, data)[0]]


def test_every_member_is_read_as_if_it_lay_in_the_library() -> None:
    documents, warnings = read(ZIP, packed({"a/1.txt": LETTER, "2.html": f"<html><p>{LETTER}</p></html>"}))
    assert [document.member for document in documents] == ["a/1.txt", "2.html"]
    assert [document.text for document in documents] == [LETTER, LETTER]
    assert warnings == []


def test_members_that_hold_many_stand_like_folders() -> None:
    corpus = f'{{"id": "x #1", "text": "{LETTER}"}}'
    inner = packed({"in.txt": LETTER, "book.epub": BOOK})
    data = packed({"c.jsonl": corpus, "book.epub": BOOK, "deep/in.zip": inner, "a.docx": docx()})
    assert members(data) == [
        "c.jsonl/x %231",
        "book.epub/EPUB/text/title_page.xhtml",
        "book.epub/EPUB/text/ch001.xhtml",
        "deep/in.zip/in.txt",
        "deep/in.zip/book.epub/EPUB/text/title_page.xhtml",
        "deep/in.zip/book.epub/EPUB/text/ch001.xhtml",
        "a.docx",
    ]


def test_a_member_says_what_it_was_read_as() -> None:
    inner = packed({"in.txt": LETTER, "book.epub": BOOK})
    documents, _ = read(ZIP, packed({"a.html": "<html><p>words</p></html>", "in.zip": inner}))
    assert [document.format for document in documents] == ["html", "text", "epub", "epub"]
    rows = tables("a.zip", "0" * 64, "zip", [*documents, read(TEXT, LETTER.encode())[0][0]])["documents"]
    assert rows["format"].to_pylist() == ["html", "text", "epub", "epub", "zip"]


def docx() -> bytes:
    return (FORMATS / "lighthouse-pandoc.docx").read_bytes()


def test_ids_are_escaped_once_and_unique() -> None:
    corpus = f'{{"id": "x", "text": "{LETTER}"}}'
    assert members(packed({"50 %#.txt": LETTER, "c.jsonl": corpus, "c.jsonl/x": LETTER})) == [
        "50 %25%23.txt",
        "c.jsonl/x",
        "c.jsonl/x~2",
    ]


def test_what_systems_put_in_is_left_out() -> None:
    extra = {"__MACOSX/._1.txt": LETTER, ".hidden/1.txt": LETTER, "a/.DS_Store": LETTER, "folder/": ""}
    data = packed({**extra, "1.txt": LETTER})
    assert members(data) == ["1.txt"]
    assert read(ZIP, data)[1] == []


def test_what_is_no_text_is_told_once_for_each_reason() -> None:
    pictures = {f"{number}.png": b"\x89PNG\r\n\x1a\n" + bytes(20) for number in range(9)}
    documents, warnings = read(ZIP, packed({**pictures, "1.txt": LETTER}))
    assert len(documents) == 1
    assert len(warnings) == 1
    assert "0.png, 1.png, 2.png and 6 others in it: passed over" in warnings[0]


@pytest.mark.parametrize(
    ("written", "flags", "wanted"),
    [
        ("Straße.txt".encode("cp437"), 0, "Straße.txt"),
        ("Письмо.txt".encode(), 0, "Письмо.txt"),
        ("Письмо.txt".encode(), 0x800, "Письмо.txt"),
        (b"a\\b.txt", 0, "a/b.txt"),
        (b"a\x1bb.txt", 0, "a\ufffdb.txt"),
    ],
)
def test_names(written: bytes, flags: int, wanted: str) -> None:
    name = "x" * len(written)
    data = packed({name: LETTER}).replace(name.encode(), written)
    for signature, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.find(signature) + place
        data = data[:at] + struct.pack("<H", flags) + data[at + 2 :]
    assert members(data) == [wanted]


@pytest.mark.parametrize("name", ["../up.txt", "/etc/up.txt", "a/../../up.txt", "C:/up.txt", "..\\up.txt"])
def test_names_that_lead_out_are_refused_and_nothing_is_written(name: str, tmp_path: Path) -> None:
    before = sorted(tmp_path.parent.iterdir())
    documents, warnings = read(ZIP, packed({name: LETTER, "1.txt": LETTER}))
    assert [document.member for document in documents] == ["1.txt"]
    assert "leads out of the archive" in warnings[0]
    assert sorted(tmp_path.parent.iterdir()) == before


def test_a_member_without_a_name_is_told() -> None:
    data = packed({"a.txt": LETTER, "nameless": LETTER}).replace(b"nameless", b"\0ameless")
    documents, warnings = read(ZIP, data)
    assert ([document.member for document in documents], len(warnings)) == (["a.txt"], 1)


def test_an_encrypted_member_is_told() -> None:
    data = bytearray(packed({"1.txt": LETTER, "2.txt": LETTER}))
    for signature, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.find(signature) + place] |= 1
    documents, warnings = read(ZIP, bytes(data))
    assert [document.member for document in documents] == ["2.txt"]
    assert "1.txt in it cannot be read: it is encrypted" in warnings[0]


def deflated(content: dict[str, bytes]) -> bytes:
    return packed(content, compression=zipfile.ZIP_DEFLATED)


def test_a_bomb_is_refused() -> None:
    with pytest.raises(TooLarge, match="many times its size"):
        read(ZIP, deflated({"a.txt": b"a" * (40 << 20), "b.txt": b"a" * (40 << 20)}))


def test_a_bomb_of_archives_is_refused() -> None:
    reader = archive_reader(READERS, Limits(free_expansion=1 << 20, expansion=2))
    inner = deflated({"a.txt": b"word " * 100_000})
    with pytest.raises(TooLarge, match="archives in it expand"):
        read(reader, packed({f"{number}.zip": inner for number in range(9)}))


def test_archives_in_archives_in_archives_are_not_opened() -> None:
    inner = packed({"b.zip": packed({"c.zip": packed({"1.txt": LETTER}), "2.txt": LETTER})})
    documents, warnings = read(ZIP, packed({"a.zip": inner, "3.txt": LETTER}))
    assert [document.member for document in documents] == ["3.txt"]
    assert "a.zip/b.zip in it cannot be read: archives in archives are read 2 deep" in warnings[0]


def test_members_that_overlap_are_refused() -> None:
    data = bytearray(packed({"1.txt": LETTER, "2.txt": LETTER}))
    second = data.rfind(b"PK\x01\x02")
    data[second + 42 : second + 46] = struct.pack("<I", 0)  # both entries of the directory lead to the first member
    with pytest.raises(TooLarge, match="overlap"):
        read(ZIP, bytes(data))


def test_a_size_that_lies_reads_no_more_than_it_says() -> None:
    data = bytearray(deflated({"1.txt": b"word " * 1000}))
    for signature, place in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        at = data.find(signature) + place
        data[at : at + 4] = struct.pack("<I", 10)
    documents, warnings = read(ZIP, bytes(data))
    assert documents == []
    assert "damaged" in warnings[0]


def test_other_things_that_are_packed_so_are_named() -> None:
    with pytest.raises(NotText, match="office document other than a text"):
        read(ZIP, packed({"[Content_Types].xml": "<Types/>", "xl/workbook.xml": "<x/>"}))


def test_a_package_without_its_marks_at_the_front_is_still_known() -> None:
    with zipfile.ZipFile(io.BytesIO(docx())) as file:
        there = {name: file.read(name) for name in file.namelist()}
    assert members(packed({"filler.bin": bytes(9000), **there})) == [""]


def test_an_archive_cut_short_is_read_as_far_as_it_goes() -> None:
    data = deflated({"1.txt": LETTER.encode() * 9, "2.txt": LETTER.encode() * 9})
    documents, warnings = read(ZIP, data[: data.rfind(b"PK\x03\x04") + 50])
    assert [document.member for document in documents] == ["1.txt"]
    assert "1 of its members could be read" in warnings[0]


def test_nothing_is_nothing() -> None:
    assert read(ZIP, packed({})) == ([], [])
    with pytest.raises(NotReadable, match="damaged or cut short"):
        read(ZIP, b"PK\x03\x04 and no more")


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=300))
def test_junk_after_the_magic_is_no_crash(junk: bytes) -> None:
    try:
        documents, warnings = read(ZIP, b"PK\x03\x04" + junk)
        assert documents or warnings
    except SourceError as reason:
        assert str(reason)


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 1000), st.binary(min_size=1, max_size=12))
def test_damage_anywhere_is_no_crash(at: int, junk: bytes) -> None:
    data = bytearray(deflated({"1.txt": LETTER.encode() * 4, "in.zip": packed({"2.txt": LETTER})}))
    place = at * (len(data) - len(junk)) // 1000
    data[place : place + len(junk)] = junk
    try:
        read(ZIP, bytes(data))
    except SourceError as reason:
        assert str(reason)
