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

READERS = {".html": HTML, ".epub": EPUB, ".docx": DOCX, ".md": MARKDOWN, ".pdf": PDF}
TRUTH = tomllib.loads((FORMATS / "lighthouse.toml").read_text(encoding="utf-8"))
FILES = sorted(path.name for path in FORMATS.glob("lighthouse*") if path.suffix in READERS)
KINDS = sorted({leaf["kind"] for leaf in TRUTH["leaf"]})
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
                text = re.sub(r"^\d\. ", "", text) if name.endswith(".pdf") else text
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
    assert not any(reader.knows(b"It rained on the bar.", ".txt") for reader in READERS.values())


@pytest.mark.parametrize("name", FILES)
def test_title_author_and_language(name: str) -> None:
    first = documents(name)[0].facts
    assert (first.title or "").startswith(TRUTH["title"])
    assert first.author == TRUTH["author"]
    assert first.language == (None if name.endswith(".pdf") else TRUTH["language"])


@pytest.mark.parametrize("name", FILES)
def test_every_document_is_whole(name: str) -> None:
    for document in documents(name):
        check(document, markup=MARKUP if name.endswith(".md") else r"\s")
