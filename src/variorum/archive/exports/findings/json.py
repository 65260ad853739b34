"""Findings as JSON: a list of objects."""

from __future__ import annotations

import json as writing
from collections.abc import Sequence

from variorum.archive.exports.findings.entry import Entry


def json(entries: Sequence[Entry]) -> str:
    """An object a finding, with the names of `Entry`."""
    return writing.dumps([entry._asdict() for entry in entries], ensure_ascii=False, indent=1) + "\n"
