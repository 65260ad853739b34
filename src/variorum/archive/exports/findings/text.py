"""Findings to be read in a terminal: the place, what is suspected, and the words with what would stand there."""

from __future__ import annotations

from collections.abc import Sequence

from variorum.archive.exports.findings.entry import Entry

LONG = 60
"""So many characters of a long stretch are shown, and half as many of its end."""


def text(entries: Sequence[Entry]) -> str:
    """Three lines a finding, surest first."""
    if not entries:
        return "No slips are suspected that nobody decided yet.\n"
    return "".join(f"{line}\n" for entry in entries for line in _shown(entry))


def _shown(entry: Entry) -> tuple[str, ...]:
    place = f"{entry.file}:{entry.line}:{entry.column}"
    here = f"    …{_line(entry.before)}[{_line(_short(entry.exact))}]{_line(entry.after)}…"
    mend = f"    → [{_line(entry.suggestion)}]" if entry.suggestion is not None else "    (no mend suggested)"
    return f"{entry.confidence:.2f}  {place}  {entry.message}  ({entry.rule})", here, mend


def _short(text: str) -> str:
    """The beginning and the end of what is long, as a whole paragraph."""
    return f"{text[:LONG]} … {text[-LONG // 2 :]}" if len(text) > 2 * LONG else text


def _line(text: str) -> str:
    return "".join(char if char.isprintable() else " " for char in text)
