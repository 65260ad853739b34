"""What a build found, what it passed over and why, and what it cost: for people, and as data."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from variorum.plan import Made
from variorum.reading import File
from variorum.sources import visible

_FILES, _LINES = 10, 5
"""How many files that are wrong are named, and how many lines of each."""
_LINE = re.compile(
    r"(?:(?P<member>.+?) in it: )?(?:line (?P<line>\d+) is passed over: (?P<why>.+)"
    r"|(?P<more>\d+) more lines are passed over)",
    re.S,
)
"""What the reader of JSON Lines says of a line that is none."""


class Report(NamedTuple):
    """What a build found and did."""

    archive: Path
    counts: dict[str, int]
    """How many rows each table has, and how many words, texts in several copies and files the library."""
    steps: list[Made]
    files: dict[str, File]
    """What became of each file; the next build knows by it which ones changed."""
    notes: list[str]
    """What else the owner should know."""
    sensitivity: list[dict[str, int]]
    """How many quotations of each length the program planted for trial and found again: the rows of that table."""

    @property
    def skipped(self) -> list[dict[str, str]]:
        """The files that were passed over: path, kind and reason."""
        return [
            {"path": path, "kind": file.skipped[0], "reason": file.skipped[1]}
            for path, file in self.files.items()
            if file.skipped
        ]

    @property
    def warnings(self) -> list[dict[str, str]]:
        """What was odd in the files that were read: path and warning."""
        return [{"path": path, "warning": warning} for path, file in self.files.items() for warning in file.warnings]

    @property
    def withheld(self) -> int:
        """How many documents are not public, and were left out."""
        return sum(file.withheld for file in self.files.values())

    def to_json(self) -> str:
        """The report as data, the text of `report.json`."""
        data = {
            "archive": str(self.archive),
            "counts": self.counts,
            "steps": [step._asdict() for step in self.steps],
            "skipped": self.skipped,
            "warnings": self.warnings,
            "withheld": self.withheld,
            "notes": self.notes,
            "sensitivity": self.sensitivity,
            "files": {path: file._asdict() for path, file in self.files.items()},
        }
        return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def known_files(report: Path) -> dict[str, File]:
    """What the report of an earlier build says of each file; nothing where there is none that can be read."""
    try:
        files = json.loads(report.read_text(encoding="utf-8"))["files"]
        return {path: File(**file) for path, file in files.items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return {}


def summary(report: Report) -> Iterator[str]:
    """What was found, in sentences."""
    counts = report.counts
    documents, words = counts.get("documents", 0), counts.get("words", 0)
    yield f"Read {_number(counts.get('files', 0), 'file')}: {_number(documents, 'document')}, {_number(words, 'word')}."
    found = list(_found(counts))
    if found:
        yield f"Found {', '.join(found)}."
    if report.withheld:
        are = "is" if report.withheld == 1 else "are"
        yield f"Left out {_number(report.withheld, 'document')} that {are} not public."
    if report.sensitivity:
        yield f"Would have found, {'; '.join(_would_have_found(report.sensitivity))}."
    failed = [skip for skip in report.skipped if skip["kind"] == "failed"]
    if failed:
        yield f"Could not read {_number(len(failed), 'file')}:"
        yield from (f"  {visible(skip['path'])}: {skip['reason']}" for skip in failed[:_FILES])
        yield from _and_more(len(failed) - _FILES, "  ")
    broken = list(_broken(report))
    yield from broken[:_FILES]
    yield from _and_more(len(broken) - _FILES)
    yield from report.notes


def _and_more(count: int, indent: str = "") -> Iterator[str]:
    if count > 0:
        yield f"{indent}and {count} more, in report.json"


def _broken(report: Report) -> Iterator[str]:
    """Of each file with lines that could not be read one sentence: which, what is wrong with them, what to do."""
    lines: dict[str, list[str]] = defaultdict(list)
    more: dict[str, int] = defaultdict(int)
    for warning in report.warnings:
        if found := _LINE.fullmatch(warning["warning"]):
            place = f"{found['member']} in {warning['path']}" if found["member"] else warning["path"]
            if found["more"]:
                more[place] += int(found["more"])
            else:
                lines[place].append(f"line {found['line']} ({found['why']})")
    for place, told in sorted(lines.items()):
        count = len(told) + more[place]
        others = f" and {count - _LINES:,} more (see report.json)" if count > _LINES else ""
        them = "it" if count == 1 else "them"
        which = "A line" if count == 1 else f"{count:,} lines"
        yield visible(
            f"{which} of {place} could not be read: {', '.join(told[:_LINES])}{others}; mend {them} and build again."
        )


def _found(counts: Mapping[str, int]) -> Iterator[str]:
    rendered = counts.get("translations", 0)
    if "passages" in counts:
        yield _number(counts["passages"] - rendered, "shared passage")
    if rendered:
        yield f"{_number(rendered, 'group')} of sentences in translation"
    if "traditions" in counts:
        yield f"{_number(counts['texts'], 'text')} in several copies ({_number(counts['witnesses'], 'witness')})"
    if "quotations" in counts:
        yield _number(counts["quotations"], "quotation")


def _would_have_found(rows: list[dict[str, int]]) -> Iterator[str]:
    """Of quotations of each length how many in a hundred.

    >>> cell = {"least": 5, "most": 7, "planted": 20}
    >>> list(_would_have_found([{**cell, "marked": 0, "found": 5}, {**cell, "marked": 1, "found": 14}]))
    ['of 100 quotations of 5 to 7 words, about 48 (70 in quotation marks, 25 without)']
    """
    for nth, least in enumerate(dict.fromkeys(row["least"] for row in rows)):
        mine = [row for row in rows if row["least"] == least]
        of_all = _in_a_hundred(mine)
        if nth:
            yield f"of {least} to {mine[0]['most']}, {of_all}"
        else:
            apart = {row["marked"]: _in_a_hundred([row]) for row in mine}
            told = f" ({apart[1]} in quotation marks, {apart[0]} without)" if len(apart) == 2 else ""
            yield f"of 100 quotations of {least} to {mine[0]['most']} words, about {of_all}{told}"


def _in_a_hundred(rows: list[dict[str, int]]) -> int:
    return round(100 * sum(row["found"] for row in rows) / sum(row["planted"] for row in rows))


def _number(count: int, singular: str) -> str:
    """A number and its noun.

    >>> _number(1, "witness"), _number(1200, "witness"), _number(2, "file")
    ('1 witness', '1,200 witnesses', '2 files')
    """
    plural = singular + ("es" if singular.endswith("s") else "s")
    return f"{count:,} {singular if count == 1 else plural}"
