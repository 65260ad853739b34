"""Plain text: the document is the decoded file itself, so that its offsets point into the user's own file."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from variorum.errors import NotText
from variorum.sources.blocks import read_blocks
from variorum.sources.charset import decode, origins
from variorum.sources.document import Document, Reader, Warn
from variorum.sources.formats import BY_SUFFIX


def _knows(head: bytes, suffix: str) -> bool:
    """Any file that is not named as something else: whether it is text shows when it is decoded."""
    return suffix not in BY_SUFFIX and not head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<?xml")


def _read(stream: BinaryIO, warn: Warn) -> Iterator[Document]:
    decoded = decode(stream.read(), warn)
    if not decoded.text or decoded.text.isspace():
        raise NotText("it is empty")
    found = read_blocks(decoded.text)
    yield Document(
        "", decoded.text, found.facts, origins(decoded), found.blocks, found.milestones, charset=decoded.charset
    )


TEXT = Reader("text", _knows, _read)
