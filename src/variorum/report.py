"""What a build found, what it passed over and why, and what it cost: for people, and as data."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from variorum.plan import Made
from variorum.reading import File


class Report(NamedTuple):
    """What a build found and did."""

    archive: Path
    counts: dict[str, int]
    """How many rows each table has, and how many words and files the library."""
    steps: list[Made]
    skipped: list[dict[str, str]]
    """The files that were passed over: path, kind and reason."""
    warnings: list[dict[str, str]]
    """What was odd in files that were read: path and warning."""
    withheld: int
    """How many documents are not public, and were left out."""
    notes: list[str]
    """What else the owner should know."""

    def to_json(self) -> str:
        """The report as data, the text of `report.json`."""
        data = {**self._asdict(), "archive": str(self.archive), "steps": [step._asdict() for step in self.steps]}
        return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def skipped_files(files: dict[str, File]) -> list[dict[str, str]]:
    """The files that were passed over, and why."""
    return [
        {"path": path, "kind": file.skipped[0], "reason": file.skipped[1]}
        for path, file in sorted(files.items())
        if file.skipped
    ]


def warnings_of(files: dict[str, File]) -> list[dict[str, str]]:
    """What was odd in the files that were read."""
    return [{"path": path, "warning": warning} for path, file in sorted(files.items()) for warning in file.warnings]


def summary(report: Report) -> Iterator[str]:
    """What was found, in sentences."""
    counts = report.counts
    documents, words = counts.get("documents", 0), counts.get("words", 0)
    yield f"Read {_number(counts.get('files', 0), 'file')}: {_number(documents, 'document')}, {_number(words, 'word')}."
    found = [
        _number(counts[table], singular)
        for table, singular in (("passages", "shared passage"), ("traditions", "witness"), ("quotations", "quotation"))
        if table in counts
    ]
    if "traditions" in counts:
        found[1] = f"{_number(counts['texts'], 'text')} in several copies ({_number(counts['traditions'], 'witness')})"
    if found:
        yield f"Found {', '.join(found)}."
    if report.withheld:
        are = "is" if report.withheld == 1 else "are"
        yield f"Left out {_number(report.withheld, 'document')} that {are} not public."
    failed = [skip for skip in report.skipped if skip["kind"] == "failed"]
    if failed:
        yield f"Could not read {_number(len(failed), 'file')}:"
        yield from (f"  {skip['path']}: {skip['reason']}" for skip in failed[:10])
        yield from [f"  and {len(failed) - 10} more, in report.json"] if len(failed) > 10 else []
    yield from report.notes


def _number(count: int, singular: str) -> str:
    """A number and its noun.

    >>> _number(1, "witness"), _number(1200, "witness"), _number(2, "file")
    ('1 witness', '1,200 witnesses', '2 files')
    """
    plural = singular + ("es" if singular.endswith("s") else "s")
    return f"{count:,} {singular if count == 1 else plural}"


def as_data(report: Report) -> dict[str, Any]:
    """The report as plain values."""
    return dict(json.loads(report.to_json()))
