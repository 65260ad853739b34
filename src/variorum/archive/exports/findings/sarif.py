"""Findings as SARIF 2.1.0, which editors and code hosts read."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any
from urllib.parse import quote

from variorum.archive.exports.findings.entry import Entry


def sarif(entries: Sequence[Entry]) -> str:
    """One run, a result a finding, with its mend as a fix."""
    rules = sorted({entry.rule for entry in entries})
    driver = {"name": "variorum", "rules": [{"id": rule} for rule in rules]}
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(entry) for entry in entries],
    }
    return json.dumps({"version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=1) + "\n"


def _result(entry: Entry) -> dict[str, Any]:
    region = {"startLine": entry.line, "startColumn": entry.column, "snippet": {"text": entry.exact}}
    artifact = {"uri": quote(entry.file)}
    result: dict[str, Any] = {
        "ruleId": entry.rule,
        "level": "warning",
        "message": {"text": entry.message},
        "rank": round(100 * entry.confidence, 1),
        "locations": [{"physicalLocation": {"artifactLocation": artifact, "region": region}}],
    }
    if entry.suggestion is not None:
        lines = entry.exact.split("\n")
        last = entry.column + len(entry.exact) if len(lines) == 1 else len(lines[-1]) + 1
        deleted = {
            "startLine": entry.line,
            "startColumn": entry.column,
            "endLine": entry.line + len(lines) - 1,
            "endColumn": last,
        }
        replacement = {"deletedRegion": deleted, "insertedContent": {"text": entry.suggestion}}
        change = {"artifactLocation": artifact, "replacements": [replacement]}
        result["fixes"] = [{"description": {"text": "the mend"}, "artifactChanges": [change]}]
    return result
