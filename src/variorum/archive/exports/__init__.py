"""What a collation is written as for other programs, one file a format; and the checks of quotations (`checks`)."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from variorum.archive.exports.apparatus import apparatus, told
from variorum.archive.exports.collatex import collatex
from variorum.archive.exports.collation import Collation, collation, entries
from variorum.archive.exports.csv import csv
from variorum.archive.exports.graphml import graphml
from variorum.archive.exports.html import html
from variorum.archive.exports.nexus import nexus
from variorum.archive.exports.table import table
from variorum.archive.exports.tei import tei, tei_apart

__all__ = ["EXPORTS", "Collation", "collation", "entries", "told"]

EXPORTS: Mapping[str, Callable[[Collation], str]] = {
    "apparatus": apparatus,
    "table": table,
    "html": html,
    "tei": tei,
    "tei-external": tei_apart,
    "json": collatex,
    "csv": csv,
    "nexus": nexus,
    "graphml": graphml,
}
"""The formats by their names."""
