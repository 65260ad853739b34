"""What attacks in each format that can carry them come to: a clear word, and nothing of what they are after."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from variorum.sources import Read, Skipped, read, scan

LAUGHS = "".join(
    f'<!ENTITY {name} "{f"&{inner};" * 10}">' for name, inner in zip("bcdefghij", "abcdefghi", strict=True)
)
BOMB = f'<!ENTITY a "ha">{LAUGHS}'
TEI = '<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body><p>&j; words</p></body></text></TEI>'
ALTO = (
    '<alto xmlns="http://www.loc.gov/standards/alto/ns-v4#"><Layout><Page><PrintSpace><TextBlock><TextLine>'
    '<String CONTENT="&j;"/><String CONTENT="words"/></TextLine></TextBlock></PrintSpace></Page></Layout></alto>'
)
PAGE = (
    '<PcGts xmlns="http://schema.primaresearch.org/PAGE/gts/pagecontent/2019-07-15"><Page><TextRegion><TextLine>'
    "<TextEquiv><Unicode>&j; words</Unicode></TextEquiv></TextLine></TextRegion></Page></PcGts>"
)
HOCR = '<html><body><div class="ocr_page"><span class="ocr_line">&j; words</span></div></body></html>'
XHTML = '<html xmlns="http://www.w3.org/1999/xhtml"><body><p>&j; words</p></body></html>'
WORDS = (
    '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r>'
    "<w:t>&j; words</w:t></w:r></w:p></w:body></w:document>"
)
XML = {"a.tei": TEI, "a.alto.xml": ALTO, "a.page.xml": PAGE, "a.hocr": HOCR, "a.xhtml": XHTML}
CONTAINER = '<container><rootfiles><rootfile full-path="a.opf"/></rootfiles></container>'
BOOK = (
    '<package><manifest><item id="x" href="x.xhtml" media-type="application/xhtml+xml"/></manifest>'
    '<spine><itemref idref="x"/></spine></package>'
)


def declared(body: str, entities: str) -> str:
    root = body[1:].split()[0].split(">")[0]
    return f'<?xml version="1.0"?><!DOCTYPE {root} [{entities}]>{body}'


def packed(path: Path, **members: str) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)


def outcome(folder: Path) -> Read | Skipped:
    (found,) = read(scan(folder))
    return found


def said(found: Read | Skipped) -> str:
    return found.reason if isinstance(found, Skipped) else " ".join(found.warnings)


@pytest.mark.parametrize("name", XML)
def test_entities_that_multiply_are_refused_or_left_as_they_are(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text(declared(XML[name], BOMB))
    found = outcome(tmp_path)
    assert "entit" in said(found)
    assert isinstance(found, Skipped) or len(found.tables["documents"]["text"][0].as_py()) < 100


@pytest.mark.parametrize("name", XML)
def test_entities_from_outside_are_never_fetched(tmp_path: Path, name: str) -> None:
    secret = tmp_path / "secret"
    secret.write_text("not to be read")
    (tmp_path / "library").mkdir()
    (tmp_path / "library" / name).write_text(declared(XML[name], f'<!ENTITY j SYSTEM "{secret.as_uri()}">'))
    found = outcome(tmp_path / "library")
    assert isinstance(found, Read)
    assert "entit" in said(found)
    assert found.tables["documents"]["text"][0].as_py() in ("&j; words", "&j;\nwords")


@pytest.mark.parametrize("entities", [BOMB, '<!ENTITY j SYSTEM "file:///etc/hostname">'], ids=["many", "outside"])
def test_packages_that_declare_entities_are_refused(tmp_path: Path, entities: str) -> None:
    packed(
        tmp_path / "a.epub",
        **{"META-INF/container.xml": CONTAINER, "a.opf": declared(BOOK, entities), "x.xhtml": "<p>words</p>"},
    )
    packed(tmp_path / "a.docx", **{"word/document.xml": declared(WORDS, entities)})
    for found in read(scan(tmp_path)):
        assert isinstance(found, Skipped)
        assert "declares entities" in found.reason


@pytest.mark.parametrize(
    ("name", "member"), [("a.zip", "a.txt"), ("a.epub", "x.xhtml"), ("a.docx", "word/document.xml")]
)
def test_bombs_are_refused(tmp_path: Path, name: str, member: str) -> None:
    packages = {"a.epub": {"META-INF/container.xml": CONTAINER, "a.opf": BOOK}}
    packed(tmp_path / name, **packages.get(name, {}), **{member: "a" * 150_000_000})
    found = outcome(tmp_path)
    assert isinstance(found, Skipped)
    assert "as an archive bomb does" in found.reason


@pytest.mark.parametrize("outside", ["/etc/a.txt", "../../a.txt", "C:\\a.txt"])
def test_names_that_lead_out_of_an_archive_are_passed_over(tmp_path: Path, outside: str) -> None:
    packed(tmp_path / "a.zip", **{outside: "not these", "b.txt": "these words"})
    found = outcome(tmp_path)
    assert isinstance(found, Read)
    assert found.tables["documents"]["text"].to_pylist() == ["these words"]
    assert "leads out of the archive" in said(found)


@pytest.mark.parametrize("name", ["a.txt.gz", "a.jsonl.gz"])
def test_compressed_bombs_are_refused(tmp_path: Path, name: str) -> None:
    import gzip

    (tmp_path / name).write_bytes(gzip.compress(b'{"text": "' + b"a" * 150_000_000 + b'"}'))
    assert "as an archive bomb does" in said(outcome(tmp_path))


@pytest.mark.parametrize("suffix", ["epub", "docx", "pdf", "zip"])
def test_what_only_bears_a_name_is_damaged(suffix: str) -> None:
    from variorum.errors import SourceError
    from variorum.sources.formats import choose
    from variorum.sources.readers import READERS

    with pytest.raises(SourceError, match="it may be damaged; get it again"):
        choose(READERS, b"not a book at all", f"book.{suffix}")


def test_a_file_of_which_no_document_can_be_read_is_named_with_what_is_wrong(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text('{"id": 1, "text": \n')
    found = outcome(tmp_path)
    assert isinstance(found, Skipped)
    assert found.kind == "failed"
    assert "mend or convert what is named here; line 1 is passed over" in found.reason
