"""Which format a file is of: by what it holds first, by its name second."""

from __future__ import annotations

from collections.abc import Sequence

from variorum.errors import NotText, SourceError
from variorum.sources.document import Reader

_MAGIC = (
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"{\\rtf", "an RTF document"),
    (b"AT&TFORM", "a DjVu document"),
    (b"\x89PNG", "an image"),
    (b"\xff\xd8\xff", "an image"),
    (b"GIF8", "an image"),
    (b"II*\x00", "an image"),
    (b"MM\x00*", "an image"),
    (b"SQLite format 3\x00", "a database"),
    (b"PAR1", "a Parquet table"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
    (b"7z\xbc\xaf", "a compressed archive"),
    (b"BZh", "a compressed archive"),
    (b"\xfd7zXZ", "a compressed archive"),
    (b"\x28\xb5\x2f\xfd", "a compressed archive"),
    (b"Rar!", "a compressed archive"),
)
_SUFFIXES = {
    "an XML document": "xml tei xsl xslt rng opf ncx svg rdf",
    "a style sheet": "css scss less",
    "a program's source": "js mjs ts py rb pl php sh bat c h java go rs r sql",
    "a table of data": "csv tsv json geojson yaml yml toml ini cfg bib",
    "an image": "png jpg jpeg gif tif tiff webp bmp ico jp2 avif heic",
    "a book or document": "pdf epub mobi azw3 djvu doc docx odt rtf ps",
    "a sound or film": "mp3 ogg flac wav mp4 webm mov avi mkv",
    "a font": "ttf otf woff woff2 eot",
    "a compressed archive": "zip tar tgz bz2 xz zst 7z rar",
}
BY_SUFFIX = {"." + suffix: what for what, suffixes in _SUFFIXES.items() for suffix in suffixes.split()}

PACKED = frozenset({".epub", ".docx", ".pdf", ".zip"})
"""What is read, and known by its first bytes: a file that only bears the name is damaged."""


def choose(readers: Sequence[Reader], head: bytes, name: str) -> Reader:
    r"""The first reader that knows a file by its first bytes or the end of its name; raises NotText if none does.

    >>> choose((), b"{\\rtf1 letters", "letters.rtf")
    Traceback (most recent call last):
    ...
    variorum.errors.NotText: it is an RTF document, which variorum does not read yet: convert it to text or HTML
    """
    what = next((what for magic, what in _MAGIC if head.startswith(magic)), None)
    if what is None:
        suffix = "." + name.rpartition(".")[2] if "." in name else ""
        reader = next((reader for reader in readers if reader.knows(head, suffix)), None)
        if reader is not None:
            return reader
        if suffix in PACKED:
            raise SourceError(f"it is named {suffix}, but is none inside: it may be damaged; get it again")
        what = BY_SUFFIX.get(suffix, "no text, or in no encoding that is known")
    raise NotText(f"it is {what}, which variorum does not read yet: convert it to text or HTML")
