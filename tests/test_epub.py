"""EPUB: the order of the spine, what the book says of itself, notes and pages, and books that are damaged or locked."""

from __future__ import annotations

import io
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reading import FORMATS, check, packed, read, told

from variorum.errors import NotReadable, NotText, SourceError, TooLarge
from variorum.sources.epub import EPUB

CONTAINER = '<container><rootfiles><rootfile full-path="OPS/book.opf"/></rootfiles></container>'
PAGE = '<html xmlns:epub="http://www.idpf.org/2007/ops"><head><title>x</title></head><body>{}</body></html>'
METADATA = "<dc:title>Salt and Rope</dc:title><dc:creator>Ada Quill</dc:creator><dc:language>en</dc:language>"
ONE = PAGE.format("<h1>The Rope</h1><p>We hauled it in before the rain began.</p>")
TWO = PAGE.format("<h1>The Salt</h1><p>Nobody had weighed it since the autumn.</p>")


def opf(items: str, spine: str, metadata: str = METADATA, more: str = "") -> str:
    return (
        '<package xmlns="http://www.idpf.org/2007/opf" xmlns:opf="http://www.idpf.org/2007/opf"'
        f' xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata>{metadata}</metadata>'
        f"<manifest>{items}</manifest><spine>{spine}</spine>{more}</package>"
    )


def item(name: str, path: str, kind: str = "application/xhtml+xml", more: str = "") -> str:
    return f'<item id="{name}" href="{path}" media-type="{kind}" {more}/>'


ITEMS = item("a", "text/one.xhtml") + item("b", "text/two%20b.xhtml")
SPINE = '<itemref idref="b"/><itemref idref="a" linear="no"/>'


def book(members: dict[str, bytes | str] | None = None, package: str = "") -> bytes:
    whole = {
        "mimetype": "application/epub+zip",
        "META-INF/container.xml": CONTAINER,
        "OPS/book.opf": package or opf(ITEMS, SPINE),
        "OPS/text/one.xhtml": ONE,
        "OPS/text/two b.xhtml": TWO,
    }
    return packed({**whole, **(members or {})})


def test_documents_come_in_the_order_of_the_spine_and_are_named_by_their_paths() -> None:
    documents, warnings = read(EPUB, book())
    assert [document.member for document in documents] == ["OPS/text/two b.xhtml", "OPS/text/one.xhtml"]
    assert [document.facts.title for document in documents] == ["Salt and Rope. The Salt", "Salt and Rope. The Rope"]
    assert warnings == []


def test_signs_of_ids_in_paths_are_escaped() -> None:
    package = opf(item("a", "text/50%25%23.xhtml"), '<itemref idref="a"/>')
    documents, _ = read(EPUB, book({"OPS/text/50%#.xhtml": ONE}, package))
    assert documents[0].member == "OPS/text/50%25%23.xhtml"


def test_origins_count_the_bytes_of_the_member() -> None:
    documents, _ = read(EPUB, book())
    check(documents[1], ONE.encode())
    for path in sorted(FORMATS.glob("*.epub")):
        with zipfile.ZipFile(path) as archive:
            for document in read(EPUB, path.read_bytes())[0]:
                check(document, archive.read(document.member))


@pytest.mark.parametrize(
    ("metadata", "fact", "wanted"),
    [
        ('<dc:date opf:event="creation">1901</dc:date>', "composed", "1901"),
        ('<dc:date opf:event="publication">1902-05</dc:date>', "published", "1902-05"),
        ('<dc:date opf:event="modification">2003-05-06</dc:date>', "transcribed", "2003-05-06"),
        ('<meta property="dcterms:modified">2020-01-02T03:04:05Z</meta>', "transcribed", "2020-01-02"),
        ("<dc:date>1899</dc:date>", "published", "1899"),
        ('<meta name="calibre:series" content="Sea Books"/>', "series", "Sea Books"),
        ('<meta property="belongs-to-collection">Sea Books</meta>', "series", "Sea Books"),
        ("<dc:creator>Ben Oar</dc:creator>", "author", "Ada Quill; Ben Oar"),
        ('<dc:creator opf:role="trl">Ben Oar</dc:creator>', "author", "Ada Quill"),
        (
            '<dc:creator id="c">B. Oar</dc:creator><meta refines="#c" property="role">ill</meta>',
            "author",
            "Ada Quill",
        ),
        ("<dc:date>soon</dc:date>", "published", None),
    ],
)
def test_metadata(metadata: str, fact: str, wanted: str | None) -> None:
    documents, _ = read(EPUB, book(package=opf(ITEMS, SPINE, METADATA + metadata)))
    assert getattr(documents[0].facts, fact) == wanted


def test_the_main_title_counts() -> None:
    titles = (
        '<dc:title id="s">A Tale</dc:title><meta refines="#s" property="title-type">subtitle</meta>'
        '<dc:title id="m">Rope</dc:title><meta refines="#m" property="title-type">main</meta>'
    )
    documents, _ = read(EPUB, book(package=opf(ITEMS, SPINE, titles)))
    assert documents[0].facts.title == "Rope. The Salt"


def test_the_contents_are_left_out_and_name_what_has_no_heading() -> None:
    nav = PAGE.format(
        '<nav epub:type="toc"><ol><li><a href="text/one.xhtml#top">Of Ropes</a></li></ol></nav>'
        '<nav epub:type="page-list"><ol><li><a href="text/one.xhtml#p2">ii</a></li></ol></nav>'
    )
    bare = PAGE.format('<p>We hauled it in.</p><p id="p2">The rain began before the evening.</p>')
    package = opf(ITEMS + item("n", "nav.xhtml", more='properties="nav"'), '<itemref idref="n"/><itemref idref="a"/>')
    documents, _ = read(EPUB, book({"OPS/nav.xhtml": nav, "OPS/text/one.xhtml": bare}, package))
    assert [document.facts.title for document in documents] == ["Salt and Rope. Of Ropes"]
    [page] = documents[0].milestones
    assert (page.n, documents[0].text[page.at :][:8]) == ("ii", "The rain")


def test_the_contents_of_epub_2_do_the_same() -> None:
    ncx = (
        '<ncx><navMap><navPoint><navLabel><text>Of Ropes</text></navLabel><content src="text/one.xhtml"/></navPoint>'
        '</navMap><pageList><pageTarget><navLabel><text>7</text></navLabel><content src="text/one.xhtml#p7"/>'
        "</pageTarget></pageList></ncx>"
    )
    bare = PAGE.format('<p>We hauled it in.</p><p><a id="p7"></a>The rain began before the evening.</p>')
    package = opf(ITEMS + item("t", "toc.ncx", "application/x-dtbncx+xml"), '<itemref idref="a"/>')
    documents, _ = read(EPUB, book({"OPS/toc.ncx": ncx, "OPS/text/one.xhtml": bare}, package))
    assert documents[0].facts.title == "Salt and Rope. Of Ropes"
    assert [(page.n, documents[0].text[page.at :][:8]) for page in documents[0].milestones] == [("7", "The rain")]


@pytest.mark.parametrize(
    "note",
    [
        '<aside epub:type="footnote" id="n"><p>Hemp, not flax.</p></aside>',
        '<section epub:type="endnotes"><ol><li id="n" epub:type="endnote"><p>Hemp, not flax.</p></li></ol></section>',
        '<p class="footnote" id="n">Hemp, not flax.</p>',
    ],
)
def test_notes_are_notes_in_either_version(note: str) -> None:
    chapter = PAGE.format(f'<p>We hauled the rope in<a epub:type="noteref" href="#n">1</a> before the rain.</p>{note}')
    documents, _ = read(EPUB, book({"OPS/text/one.xhtml": chapter}))
    document = documents[-1]
    notes = [block for block in document.blocks if block.kind == "note"]
    assert [document.text[block.start : block.end] for block in notes] == ["Hemp, not flax."]
    assert document.text.startswith("We hauled the rope in before the rain.")


def test_a_cover_without_text_is_no_fault() -> None:
    documents, warnings = read(EPUB, book({"OPS/text/one.xhtml": PAGE.format('<img src="cover.jpg" alt=""/>')}))
    assert len(documents) == 1
    assert warnings == []


def test_a_locked_book_is_refused() -> None:
    locked = "".join(
        f'<EncryptedData xmlns="http://www.w3.org/2001/04/xmlenc#"><CipherReference URI="{path}"/></EncryptedData>'
        for path in ("OPS/text/one.xhtml", "OPS/text/two%20b.xhtml")
    )
    with pytest.raises(NotReadable, match="encrypted"):
        read(EPUB, book({"META-INF/encryption.xml": f"<encryption>{locked}</encryption>"}))


def test_locked_fonts_lock_no_text() -> None:
    locked = '<encryption><CipherReference URI="OPS/fonts/a.otf"/></encryption>'
    assert len(read(EPUB, book({"META-INF/encryption.xml": locked}))[0]) == 2


def test_what_can_be_read_of_a_damaged_book_is_read() -> None:
    whole = bytearray(book())
    at = whole.find(b"Nobody had weighed")
    whole[at : at + 6] = b"Nohody"
    documents, warnings = read(EPUB, bytes(whole))
    assert [document.member for document in documents] == ["OPS/text/one.xhtml"]
    assert "OPS/text/two b.xhtml in it cannot be read" in warnings[0]


def test_a_book_cut_short_is_read_as_far_as_it_goes() -> None:
    whole = book()
    documents, warnings = read(EPUB, whole[: whole.find(b"OPS/text/two b.xhtml")])
    assert [document.facts.title for document in documents] == ["Salt and Rope. The Rope"]
    assert "cut short" in warnings[0]


@pytest.mark.parametrize(
    ("members", "error", "said"),
    [
        ({"META-INF/container.xml": "<container/>"}, NotReadable, "says nowhere which files"),
        ({"OPS/book.opf": "no xml at all"}, NotReadable, "no XML"),
        ({"OPS/book.opf": '<!DOCTYPE p [<!ENTITY a "b">]><package/>'}, NotReadable, "declares entities"),
        ({"OPS/book.opf": "<package/>"}, NotText, "no text in this book"),
    ],
)
def test_a_book_that_is_none_is_refused_with_a_word(members: dict[str, str], error: type, said: str) -> None:
    with pytest.raises(error, match=said):
        read(EPUB, book({**members}))


def test_no_entity_is_read_from_elsewhere(tmp_path: object) -> None:
    package = opf(ITEMS, SPINE, "<dc:title>&secret;</dc:title>")
    evil = f'<!DOCTYPE package [<!ENTITY secret SYSTEM "file:///etc/hostname">]>{package}'
    with pytest.raises(NotReadable, match="declares entities"):
        read(EPUB, book(package=evil))


def test_a_path_out_of_the_book_leads_nowhere() -> None:
    package = opf(item("a", "../../../../etc/passwd") + item("b", "text/one.xhtml"), SPINE.replace("linear", "x"))
    documents, warnings = read(EPUB, book(package=package))
    assert [document.member for document in documents] == ["OPS/text/one.xhtml"]
    assert "it is named, and not there" in warnings[0]


def test_a_bomb_is_refused() -> None:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("mimetype", "application/epub+zip")
        file.writestr("a.xhtml", b" " * (65 << 20))
    with pytest.raises(TooLarge):
        read(EPUB, held.getvalue())


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 2000), st.binary(min_size=1, max_size=40))
def test_damage_anywhere_is_no_crash(at: int, junk: bytes) -> None:
    data = bytearray((FORMATS / "lighthouse-pandoc-3.epub").read_bytes())
    place = at * (len(data) - len(junk)) // 2000
    data[place : place + len(junk)] = junk
    try:
        for document in read(EPUB, bytes(data))[0]:
            check(document)
            assert told(document)
    except SourceError as reason:
        assert str(reason)
