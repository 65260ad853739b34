"""What is read out of one document: its quotations, the documents inside it, its references, its cuts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple


class Quotation(NamedTuple):
    """A row of the table of quotations, without its document."""

    start: int
    end: int
    inner_start: int
    inner_end: int
    depth: int
    form: str
    use: str | None
    closed: bool | None
    voice: str | None
    reason: str | None


class Check(NamedTuple):
    """A row of the table of checks, without its document."""

    start: int
    end: int
    source_doc: str | None
    source_start: int | None
    relation: str | None
    completeness: str | None
    translated: bool | None
    attribution: str | None
    words: int
    reason: str


class Finding(NamedTuple):
    """A row of the table of findings, without its document."""

    start: int
    end: int
    rule: str
    message: str
    suggestion: str | None
    confidence: float


class Embedded(NamedTuple):
    """A row of the table of embedded documents, without its document."""

    start: int
    end: int
    kind: str | None
    author: str | None
    addressee: str | None
    composed: str | None
    published_in: str | None
    work: str | None
    opened: bool | None
    closed: bool | None
    reason: str | None


class Reference(NamedTuple):
    """A row of the table of references, without its document."""

    start: int
    end: int
    target: str | None
    reason: str | None


class Omission(NamedTuple):
    """A cut: a row of the table of ellipses, without its document."""

    start: int
    end: int
    cut_by: str | None
    reason: str | None


class Name(NamedTuple):
    """A row of the table of names, without its document."""

    start: int
    end: int
    entity: str
    reason: str | None


class Date(NamedTuple):
    """A row of the table of dates, without its document."""

    start: int
    end: int
    written: str | None
    calendar: str | None
    first_day: str | None
    last_day: str | None
    reason: str | None
    edtf: str | None = None


class Testimony(NamedTuple):
    """A row of the table of testimony, without its document; places are as in their table."""

    start: int
    end: int
    about: str | None
    claim: str
    object: str | None
    polarity: str | None
    modality: str | None
    voice: str | None
    said_when: str | None
    about_at: Sequence[dict[str, Any]] | None
    held_against: Sequence[dict[str, Any]] | None
    verdict: str | None
    until: str | None
    reason: str | None


class Parallel(NamedTuple):
    """A passage as one of its documents has it, with the other side."""

    start: int
    end: int
    other: int
    other_start: int
    other_end: int
    kind: str
    words: int
    identity: int
    score: int
