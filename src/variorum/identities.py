"""What people decided about names: that two forms are the same, or are not; lines of `decisions.jsonl`.

A line is a W3C Web Annotation with two targets, each a form of a name as it is written, in one document or, where the
source is empty, in the whole library. The latest about the same two counts.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any, NamedTuple

from variorum.stamps import digest

VERDICTS = ("same", "apart")
_CONTEXT = "http://www.w3.org/ns/anno.jsonld"


class Identity(NamedTuple):
    """What somebody decided about two forms of names."""

    verdict: str
    form: str
    doc: str
    """Where it stands; nothing for the whole library."""
    other: str
    other_doc: str
    who: str
    when: str
    """UTC, ISO 8601."""

    @property
    def key(self) -> tuple[tuple[str, str], ...]:
        """What it is about: later decisions about the same take its place."""
        return tuple(sorted([(self.form, self.doc), (self.other, self.other_doc)]))

    def to_json(self) -> str:
        """The decision as a line of `decisions.jsonl`.

        >>> one = Identity("apart", "Kolbe", "court/minute.html", "Kolb", "", "Ada", "2026-01-02T00:00:00Z")
        >>> identity(json.loads(one.to_json())) == one
        True
        """
        targets = [(self.form, self.doc), (self.other, self.other_doc)]
        return json.dumps(
            {
                "@context": _CONTEXT,
                "id": f"urn:variorum:{digest(*self)}",
                "type": "Annotation",
                "motivation": "linking",
                "creator": self.who,
                "created": self.when,
                "body": [{"type": "TextualBody", "purpose": "tagging", "value": self.verdict}],
                "target": [
                    {"source": doc, "selector": {"type": "TextQuoteSelector", "exact": form}} for form, doc in targets
                ],
            },
            ensure_ascii=False,
        )


def identity(row: dict[str, Any]) -> Identity | None:
    """The decision about two names that a line holds; None where it is about something else.

    Raises ValueError, TypeError or KeyError where it is about names and not understood.
    """
    if not isinstance(row, dict) or row.get("motivation") != "linking":
        return None
    [verdict] = [body["value"] for body in row["body"] if body["purpose"] == "tagging"]
    one, other = row["target"]
    strings = [
        verdict,
        *(value for target in (one, other) for value in (target["selector"]["exact"], target.get("source", ""))),
        row.get("creator", ""),
        row.get("created", ""),
    ]
    if (
        any(not isinstance(value, str) for value in strings)
        or verdict not in VERDICTS
        or not strings[1]
        or not strings[3]
    ):
        raise ValueError("no decision about names")
    return Identity(*strings)


def latest(identities: Iterable[Identity]) -> list[Identity]:
    """Of the decisions about the same two forms the latest, in an order that does not depend on that of lines."""
    found: dict[tuple[tuple[str, str], ...], Identity] = {}
    for one in identities:
        if one.key not in found or found[one.key].when <= one.when:
            found[one.key] = one
    return sorted(found.values())
