"""One text in the formats that other programs make of it: the same words, the same structure, true origins."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from reading import FORMATS, MARKUP, check, leaves, read

from variorum.sources.document import Document, Reader
from variorum.sources.docx import DOCX
from variorum.sources.epub import EPUB
from variorum.sources.html import HTML
from variorum.sources.markdown import MARKDOWN
from variorum.sources.pdf import PDF
from variorum.sources.readers import READERS as SOURCE_READERS
from variorum.sources.text import TEXT

READERS = {".html": HTML, ".epub": EPUB, ".docx": DOCX, ".md": MARKDOWN, ".pdf": PDF, ".txt": TEXT}
AS_IT_STANDS = (".html", ".md", ".txt")
"""Formats whose origins point into the file itself, not into what is packed in it."""
TRUTH = tomllib.loads((FORMATS / "lighthouse.toml").read_text(encoding="utf-8"))
FILES = sorted(path.name for path in FORMATS.glob("lighthouse*") if path.suffix in READERS)
KINDS = sorted({leaf["kind"] for leaf in TRUTH["leaf"]})
ZIP = next(reader for reader in SOURCE_READERS if reader.name == "zip")
SIGNS = re.compile(r"\n> |\[\^\w+\]|(?<!\w)\*+|\*+(?!\w)|\]\([^)]*\)|\[(?=\w)")


def reader_of(path: Path) -> Reader:
    head = path.read_bytes()[:4096]
    return next(reader for reader in READERS.values() if reader.knows(head, path.suffix))


def documents(name: str) -> list[Document]:
    if name.endswith(".pdf"):
        pytest.importorskip("pypdfium2")
    return read(reader_of(FORMATS / name), (FORMATS / name).read_bytes())[0]


def found(name: str, kind: str) -> list[str]:
    """The leaves of a kind, or inside a block of that kind; what a format cannot leave out is taken off."""
    words = []
    for document in documents(name):
        around = [block for block in document.blocks if block.kind == kind]
        for leaf in leaves(document):
            if any(block.start <= leaf.start and leaf.end <= block.end for block in around):
                text = document.text[leaf.start : leaf.end]
                text = SIGNS.sub(lambda sign: " " * (sign[0] == "\n> "), text) if name.endswith(".md") else text
                text = re.sub(r"^\d\.\s+", "", text) if name.endswith((".pdf", ".txt")) else text
                text = re.sub(r"^\[\d\] |\[\d\]|(?<=\.)\d$", "", text) if name.endswith(".txt") else text
                words.append(" ".join(text.replace("'", "’").split()))
    return words


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("kind", KINDS)
def test_the_structure_is_what_the_author_wrote(name: str, kind: str, request: pytest.FixtureRequest) -> None:
    if kind in TRUTH["known_failures"].get(name, ()):
        request.applymarker(pytest.mark.xfail(strict=True, reason="see lighthouse.toml"))
    wanted = [leaf["text"] for leaf in TRUTH["leaf"] if leaf["kind"] == kind]
    have = found(name, kind)
    assert [text for text in wanted if text not in have] == []
    if kind in ("quote", "item", "cell", "verse", "note"):
        assert len(have) == len(wanted)


@pytest.mark.parametrize("name", FILES)
def test_the_file_is_known_by_its_content(name: str) -> None:
    path = FORMATS / name
    suffix = path.suffix if path.suffix == ".md" else ".bin"
    assert READERS[path.suffix].knows(path.read_bytes()[:4096], suffix)
    others = [reader for reader in READERS.values() if reader != TEXT]
    assert not any(reader.knows(b"It rained on the bar.", ".txt") for reader in others)


@pytest.mark.parametrize("name", FILES)
def test_title_author_and_language(name: str) -> None:
    first = documents(name)[0].facts
    assert (first.title or "").startswith(TRUTH["title"])
    assert first.author == (None if name.endswith(".txt") else TRUTH["author"])  # only its place names him there
    assert first.language == (None if name.endswith((".pdf", ".txt")) else TRUTH["language"])


@pytest.mark.parametrize("name", FILES)
def test_every_document_is_whole(name: str) -> None:
    for document in documents(name):
        source = (FORMATS / name).read_bytes() if name.endswith(AS_IT_STANDS) else None
        check(document, source, MARKUP if name.endswith(".md") else r"\s")


def test_what_libreoffice_wrote_in_an_old_encoding_is_traced_to_its_bytes() -> None:
    data = (FORMATS / "lighthouse-libreoffice.txt").read_bytes()
    (document,) = documents("lighthouse-libreoffice.txt")
    assert document.charset == "cp1252"
    assert document.text == data.decode("cp1252")
    for word in ("Café", "naïve", "father’s"):
        (run,) = [
            run
            for run in zip(*map(list, document.origins), strict=True)
            if run[0] <= document.text.index(word) < run[1]
        ]
        at = document.text.index(word) - run[0] + run[2]
        assert data[at : at + len(word)].decode("cp1252") == word


def test_what_zip_packed_is_read_as_each_of_its_members() -> None:
    members, warnings = read(ZIP, (FORMATS / "lighthouse-infozip.zip").read_bytes())
    assert warnings == []
    for member in members:
        (alone,) = documents(member.member)
        assert (member.text, list(member.blocks)) == (alone.text, list(alone.blocks))
    names = ["lighthouse-libreoffice.txt", "lighthouse-pandoc.html", "lighthouse-pandoc.md"]
    assert sorted(member.member for member in members) == names
