"""What `export` is asked for: an archive as linked data, written piece by piece."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from variorum.errors import UsageError
from variorum.publication import SITE_READS

if TYPE_CHECKING:
    from variorum.library import Archive


def export(archive: Archive, form: str, *, title: str = "", site: str = "") -> Iterator[str]:
    """An archive in a format, in pieces of text; `site` is the address at which its pages can be read.

    Raises UsageError where there is no such format.
    """
    from variorum.archive.exports.linked import FORMATS
    from variorum.archive.site.edition import lay_out

    if form not in FORMATS:
        raise UsageError(f"exported an archive to {form!r}: formats are {', '.join(FORMATS)}")
    if site and not site.endswith("/"):
        site += "/"
    tables = {name: archive.table(name) for name in SITE_READS}
    return FORMATS[form](lay_out(tables, title or archive.folder.name.removesuffix("-archive"), private=False), site)
