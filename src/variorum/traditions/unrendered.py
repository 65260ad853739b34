"""Phrases that a translation leaves out inside a sentence that it renders."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from variorum.traditions.cuts import Mark, level_of, marker_of

Place = tuple[int, int]


def phrases_left_out(
    unrendered: pa.Table, documents: pa.Table, marks: Mapping[str, list[Mark]], found: Iterable[Mapping[str, Any]]
) -> Iterator[dict[str, Any]]:
    """The omissions of phrases, as rows of `omissions`, but those of which others that were found already tell."""
    told: dict[tuple[str, str], list[Place]] = defaultdict(list)
    for row in found:
        told[row["doc"], row["other_doc"]].append((row["other_start"], row["other_end"]))
    texts = dict(zip(documents["doc"].to_pylist(), documents["text"], strict=True))
    for row in unrendered.filter(pc.invert(unrendered["between"])).to_pylist():
        pair, start, end = (row["other_doc"], row["doc"]), row["start"], row["end"]
        if not any(first < end and start < last for first, last in told[pair]):
            mark = marker_of(texts[pair[0]].as_py(), row["other_start"], row["other_end"], marks.get(pair[0], []))
            yield _row(row, mark, texts[pair[0]].as_py(), texts[pair[1]].as_py())


def _row(row: Mapping[str, Any], mark: Mark | None, text: str, other: str) -> dict[str, Any]:
    """An omission; one word is reported only where it is a sentence."""
    written = text[mark[0] : mark[1]] if mark else None
    count = "1 word" if row["words"] == 1 else f"{row['words']} words"
    said = f"marked by {written!r}" if written else "nothing marks it"
    return {
        "doc": row["other_doc"],
        "at": mark[0] if mark else row["other_start"],
        "other_doc": row["doc"],
        "other_start": row["start"],
        "other_end": row["end"],
        "marked": mark is not None,
        "marker": written,
        "words": row["words"],
        "level": level_of(other, row["start"], row["end"], max(2, row["words"])),
        "reason": f"{row['doc']} has {count} here, inside a sentence that both have in translation, that "
        f"nothing in {row['other_doc']} answers; without them the two say the same more nearly; {said}",
    }
