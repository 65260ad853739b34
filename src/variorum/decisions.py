"""What people decided: `decisions.jsonl` in the library, one W3C Web Annotation a line, found again in a changed text.

A decision quotes what it is about with what stands before and after it, so that it holds while the text around it is
edited, two people's files are merged line by line, and all of it lives in version control. The latest of several
decisions about one place counts. A line that is no decision is reported with its number, and kept as it stands.
"""

from __future__ import annotations

import json
import os
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NamedTuple

import pyarrow as pa

from variorum.disk import storage_error
from variorum.identities import Identity, identity
from variorum.identities import latest as latest_identities
from variorum.stamps import digest

FILE = "decisions.jsonl"
VERDICTS = ("accepted", "refused", "author", "scan")
"""To be mended; right as it stands; the author's own spelling; not to be told without the page's image."""
ABOUT = 40
"""So many code points are quoted on either side."""
LEAST = 6
"""So many of them must still stand there."""
_CONTEXT = "http://www.w3.org/ns/anno.jsonld"


class Decision(NamedTuple):
    """What somebody decided about one place."""

    doc: str
    exact: str
    prefix: str
    suffix: str
    verdict: str
    mend: str | None
    """What is to stand in place of `exact`."""
    rule: str
    who: str
    when: str
    """UTC, ISO 8601."""
    sha256: str
    """Of the source file when it was decided."""

    @property
    def key(self) -> tuple[str, str, str, str]:
        """What it is about: later decisions about the same take its place."""
        return self.doc, self.prefix, self.exact, self.suffix

    def to_json(self) -> str:
        """The decision as a line of `decisions.jsonl`.

        >>> one = Decision("a.txt", "tlie", "in ", " house", "accepted", "the", "nonwords", "Ada", "2026-01-02", "0")
        >>> parsed(json.loads(one.to_json())) == one
        True
        """
        bodies = [{"type": "TextualBody", "purpose": "tagging", "value": self.verdict}]
        if self.mend is not None:
            bodies.append({"type": "TextualBody", "purpose": "editing", "value": self.mend})
        selector = {"type": "TextQuoteSelector", "exact": self.exact, "prefix": self.prefix, "suffix": self.suffix}
        return json.dumps(
            {
                "@context": _CONTEXT,
                "id": f"urn:variorum:{digest(*self)}",
                "type": "Annotation",
                "motivation": "editing",
                "creator": self.who,
                "created": self.when,
                "rule": self.rule,
                "body": bodies,
                "target": {"source": self.doc, "sha256": self.sha256, "selector": selector},
            },
            ensure_ascii=False,
        )


class Decisions(NamedTuple):
    """The decisions of a library, and what is wrong with the lines that are none."""

    decisions: list[Decision]
    problems: list[str]
    identities: Sequence[Identity] = ()
    """What was decided about names."""


def read(library: Path) -> Decisions:
    """The decisions of a library, the latest about each place, in the order of their lines."""
    path = library / FILE
    if not path.is_file():
        return Decisions([], [])
    latest: dict[tuple[str, str, str, str], Decision] = {}
    problems, of_names = [], []
    for number, line in enumerate(path.read_text(encoding="utf-8", errors="replace").splitlines(), 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
            if about := identity(row):
                of_names.append(about)
                continue
            one = parsed(row)
        except (ValueError, TypeError, KeyError, AttributeError, IndexError):
            problems.append(f"{FILE}, line {number}: this is no decision and was passed over: {_what(line)}")
            continue
        if one.key not in latest or latest[one.key].when <= one.when:
            latest[one.key] = one
    return Decisions(list(latest.values()), problems, latest_identities(of_names))


def _what(line: str) -> str:
    if line.startswith(("<<<<<<<", "=======", ">>>>>>>", "|||||||")):
        return "two people's lines conflict here; keep both, and delete the line of signs"
    return line[:60] + ("…" if len(line) > 60 else "")


def parsed(row: dict[str, Any]) -> Decision:
    """A decision from its JSON; raises ValueError, TypeError or KeyError where it is none."""
    bodies = {body["purpose"]: body["value"] for body in row["body"]}
    target, selector = row["target"], row["target"]["selector"]
    strings = (
        target["source"],
        selector["exact"],
        selector.get("prefix", ""),
        selector.get("suffix", ""),
        bodies["tagging"],
        bodies.get("editing"),
        row.get("rule", ""),
        row.get("creator", ""),
        row.get("created", ""),
        target.get("sha256", ""),
    )
    if any(not isinstance(one, str) for one in strings if one is not None) or bodies["tagging"] not in VERDICTS:
        raise ValueError("no decision of ours")
    return Decision(*strings)


def add(library: Path, decisions: Iterable[Decision]) -> None:
    """Append decisions to the library's file: what stands there already is not touched.

    Raises StorageError where it cannot be written.
    """
    path = library / FILE
    lines = "".join(f"{one.to_json()}\n" for one in decisions)
    try:
        broken = path.is_file() and path.stat().st_size > 0 and not path.read_bytes().endswith(b"\n")
        with path.open("a", encoding="utf-8") as file:
            file.write(("\n" if broken else "") + lines)
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:
        raise storage_error(path, error) from error


def decide(
    doc: str, text: str, span: tuple[int, int], verdict: str, mend: str | None, rule: str, who: str, sha256: str
) -> Decision:
    """A decision about a span of a text, made now; a span that is empty is widened, so that something is quoted.

    >>> one = decide("a", "in tlie house", (3, 7), "accepted", "the", "nonwords", "Ada", "0")
    >>> one.prefix, one.exact, one.suffix
    ('in ', 'tlie', ' house')
    """
    start, end = span
    if start == end:
        start, mend = max(0, start - 1), None if mend is None else text[max(0, start - 1) : start] + mend
    if start == end and end < len(text):
        end, mend = end + 1, None if mend is None else mend + text[end]
    when = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    prefix, suffix = text[max(0, start - ABOUT) : start], text[end : end + ABOUT]
    return Decision(doc, text[start:end], prefix, suffix, verdict, mend, rule, who, when, sha256)


def place(decision: Decision, text: str) -> tuple[int, int] | None:
    """Where in a text, perhaps edited since, a decision's words stand; None where that is not certain.

    >>> one = decide("a", "so it was, and so it is", (15, 17), "refused", None, "", "Ada", "0")
    >>> place(one, "It was long ago. so it was, and so it is")
    (32, 34)
    """
    best: list[tuple[int, int]] = []
    at = text.find(decision.exact)
    while at >= 0 and decision.exact:
        best.append((_agreement(decision, text, at), at))
        at = text.find(decision.exact, at + 1)
    best.sort(reverse=True)
    if not best or best[0][0] < min(LEAST, len(decision.prefix) + len(decision.suffix)):
        return None
    if len(best) > 1 and best[0][0] == best[1][0]:
        return None
    return best[0][1], best[0][1] + len(decision.exact)


def undecided(rows: pa.Table, texts: Mapping[str, str], found: Iterable[Decision]) -> pa.Table:
    """The findings about which nobody decided: none of their spans touches what a decision is about."""
    spans: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
    for one in found:
        span = place(one, texts[one.doc]) if one.doc in texts else None
        if span:
            spans[one.doc].append(span)
    columns = (rows[name].to_pylist() for name in ("doc", "start", "end"))
    kept = [not _touched(start, end, spans.get(doc, ())) for doc, start, end in zip(*columns, strict=True)]
    return rows.filter(pa.array(kept, pa.bool_()))


def _touched(start: int, end: int, spans: Iterable[tuple[int, int]]) -> bool:
    """Whether a span shares a code point with another; an empty one touches what ends or starts there."""
    if start == end:
        return any(first <= start <= last for first, last in spans)
    return any(first < end and start < last for first, last in spans)


def _agreement(decision: Decision, text: str, at: int) -> int:
    """How many code points on either side are still those that were quoted."""
    end = at + len(decision.exact)
    before = text[max(0, at - len(decision.prefix)) : at]
    after = text[end : end + len(decision.suffix)]
    return _alike(before[::-1], decision.prefix[::-1]) + _alike(after, decision.suffix)


def _alike(one: Sequence[str], two: Sequence[str]) -> int:
    same = 0
    for first, second in zip(one, two, strict=False):
        if first != second:
            break
        same += 1
    return same
