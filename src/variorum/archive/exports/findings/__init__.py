"""What findings are written as for people and other programs: one file a format."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from variorum.archive.exports.findings.csv import csv
from variorum.archive.exports.findings.entry import Entry
from variorum.archive.exports.findings.json import json
from variorum.archive.exports.findings.lines import lines
from variorum.archive.exports.findings.sarif import sarif
from variorum.archive.exports.findings.tei import tei
from variorum.archive.exports.findings.text import text

__all__ = ["FORMATS", "Entry"]

FORMATS: Mapping[str, Callable[[Sequence[Entry]], str]] = {
    "text": text,
    "lines": lines,
    "csv": csv,
    "json": json,
    "sarif": sarif,
    "tei": tei,
}
"""The formats by their names."""
