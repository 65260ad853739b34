"""The room of the sources: the files of a library in, the tables of its documents out.

    scan(library)   which files are sources            -> [Source]
    read(sources)   each read in a process of its own   -> Read or Skipped, as they come
    repeated(edges) what is furniture because other pages have it too

`readers.READERS` are the formats, one file each; the first that knows a file reads it. Only the processes that read
import them.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence

from variorum.engine import Progress
from variorum.sources.repeated import Marks, marked, repeated
from variorum.sources.source import Limits, Outcome, Read, Skipped, Source, file_name, member_name, visible
from variorum.sources.walk import scan
from variorum.sources.workers import outcomes

__all__ = [
    "Limits",
    "Marks",
    "Outcome",
    "Read",
    "Skipped",
    "Source",
    "file_name",
    "marked",
    "member_name",
    "read",
    "repeated",
    "scan",
    "visible",
]

LIMITS = Limits()


def read(
    sources: Sequence[Source],
    *,
    limits: Limits = LIMITS,
    workers: int | None = None,
    progress: Progress | None = None,
) -> Iterator[Outcome]:
    """What became of each source, as it comes: Read, in one part or several, or Skipped.

    The reading is done by up to `workers` other processes (by default as many as there are processors), so that no
    file can stop the rest: each has its `limits`. `progress` is told "reading", how many files are done, and how many
    there are. To leave the iterator early is safe: the processes end with it.
    """
    return outcomes(sources, limits, workers or os.cpu_count() or 1, progress)
