"""HTML and XHTML, however it is written: text, blocks, styles, links and pages, each run traced to its bytes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import BinaryIO

import numpy as np

from variorum.errors import NotText
from variorum.sources.charset import Decoded, decode, source_offsets
from variorum.sources.document import Document, Origins, Reader, Warn
from variorum.sources.flow import Flow
from variorum.sources.page import Builder
from variorum.sources.page_blocks import blocks_of, pages_of, styles_of
from variorum.sources.page_facts import facts_of

_SUFFIXES = (".html", ".htm", ".xhtml", ".xht", ".shtml")
_ROOT = re.compile(rb"<!doctype\s+html|<html[\s>]", re.I)
HEAD = 1 << 16
"""Code points in which a page's own declarations are looked for."""
_ANY = re.compile(rb"<(?:head|body|p|div|table|h[1-6]|title|meta|br|font|a)[\s>/]", re.I)


def _knows(head: bytes, suffix: str) -> bool:
    """What has the root of a page near its beginning; or is named so and is no other kind of XML."""
    if b"\0" in head:
        head = head.replace(b"\0", b"")
    if _ROOT.search(head[:2048]) and (
        suffix in _SUFFIXES or head.lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").startswith(b"<")
    ):
        return True
    return suffix in _SUFFIXES and (not head.lstrip().startswith(b"<?xml") or bool(_ANY.search(head)))


def _read(stream: BinaryIO, warn: Warn) -> Iterator[Document]:
    yield _document(decode(stream.read(), warn), warn)  # what was made on the way is gone before the tables are


def _document(decoded: Decoded, warn: Warn) -> Document:
    if "<!ENTITY" in decoded.text[:HEAD]:
        warn("it declares entities of its own, as no page needs to: they are left as they are written")
    builder = Builder(decoded.text)
    builder.build()
    text = "".join(builder.flow.parts)
    if not text.strip():
        raise NotText("there is no text in this page")
    blocks, head = blocks_of(text, builder)
    facts = facts_of(text, blocks, builder, head)
    origins, pages, styles = _origins(builder.flow, decoded), pages_of(text, builder), styles_of(text, builder)
    return Document("", text, facts, origins, blocks, pages, styles, decoded.charset)


def _origins(flow: Flow, decoded: Decoded) -> Origins:
    start, end, source_start, source_end, exact = flow.columns()
    to_bytes = source_offsets(decoded)
    return Origins(start.copy(), end.copy(), to_bytes(source_start), to_bytes(source_end), exact.astype(np.bool_))


HTML = Reader("html", _knows, _read)
