"""The readers of all formats, one file each."""

from __future__ import annotations

from variorum.sources.alto import ALTO
from variorum.sources.archives import archive_reader
from variorum.sources.docx import DOCX
from variorum.sources.epub import EPUB
from variorum.sources.hocr import HOCR
from variorum.sources.html import HTML
from variorum.sources.jsonl import JSONL
from variorum.sources.markdown import MARKDOWN
from variorum.sources.pagexml import PAGE
from variorum.sources.pdf import PDF
from variorum.sources.tei import TEI
from variorum.sources.text import TEXT

_BINARY = (EPUB, DOCX, PDF)
_WRITTEN = (TEI, HOCR, ALTO, PAGE, JSONL, HTML, MARKDOWN, TEXT)
READERS = (*_BINARY, archive_reader((*_BINARY, *_WRITTEN)), *_WRITTEN)
"""The first that knows a file reads it."""
