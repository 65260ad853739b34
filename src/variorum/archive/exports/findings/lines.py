"""Findings as lines that editors jump to: file:line:column: message."""

from __future__ import annotations

from collections.abc import Sequence

from variorum.archive.exports.findings.entry import Entry


def lines(entries: Sequence[Entry]) -> str:
    """A line a finding."""
    return "".join(f"{entry.file}:{entry.line}:{entry.column}: {_said(entry)}\n" for entry in entries)


def _said(entry: Entry) -> str:
    mend = f": {entry.exact!r} -> {entry.suggestion!r}" if entry.suggestion is not None else ""
    return f"{entry.message}{mend} [{entry.rule} {entry.confidence:.2f}]"
