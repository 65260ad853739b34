"""The site: what `build` publishes, one page kind a file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import pyarrow as pa

from variorum.archive.site.edition import lay_out
from variorum.archive.site.pages.about import about
from variorum.archive.site.pages.aligned import aligned
from variorum.archive.site.pages.assets import assets
from variorum.archive.site.pages.checks import checks
from variorum.archive.site.pages.document import document
from variorum.archive.site.pages.documents import documents
from variorum.archive.site.pages.embedded import embedded
from variorum.archive.site.pages.entity import entity
from variorum.archive.site.pages.findings import findings
from variorum.archive.site.pages.front import front
from variorum.archive.site.pages.ledger import ledger
from variorum.archive.site.pages.life import life
from variorum.archive.site.pages.names import names
from variorum.archive.site.pages.search import search
from variorum.archive.site.pages.testimony import testimony
from variorum.archive.site.pages.timeline import timeline
from variorum.archive.site.pages.tradition import tradition
from variorum.archive.site.pages.traditions import traditions
from variorum.archive.site.pages.translations import translations

__all__ = ["PAGES", "site"]

PAGES = (
    front,
    documents,
    document,
    traditions,
    tradition,
    aligned,
    ledger,
    checks,
    findings,
    translations,
    embedded,
    names,
    entity,
    timeline,
    testimony,
    life,
    search,
    about,
    assets,
)
"""The kinds of pages. Each takes the edition and gives paths inside the site, with what stands there."""


def site(tables: Mapping[str, pa.Table], *, title: str, private: bool) -> Iterator[tuple[str, bytes]]:
    """The files of the site: paths inside it, with `/`, and their content; the same tables give the same bytes.

    `tables` are documents, blocks, styles, milestones, quotations, embedded, references, ellipses, passages,
    unrendered, traditions, collations, omissions, audits, sensitivity, checks, findings, dates, names, entities and
    testimony; `title` is what the archive is called; `private` says that it holds documents that are not public, and
    every page says so.
    """
    edition = lay_out(tables, title, private)
    for pages in PAGES:
        yield from pages(edition)
