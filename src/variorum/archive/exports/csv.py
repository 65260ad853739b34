"""Comma-separated values: a line for each place, a column for each witness."""

from __future__ import annotations

import csv as writing
import io

from variorum.archive.exports.collation import GRAVEST, Collation


def csv(found: Collation) -> str:
    """The aligned table: place, class of the gravest difference, and what each witness has."""
    out = io.StringIO()
    writer = writing.writer(out, lineterminator="\n")
    writer.writerow(["place", "variant", *(witness.siglum for witness in found.witnesses)])
    gravest = found.ranks.min(axis=1).tolist() if found.witnesses else []
    for place, (starts, ends) in enumerate(zip(found.starts.tolist(), found.ends.tolist(), strict=True)):
        cells = [w.text[s:e] if s >= 0 else "" for w, s, e in zip(found.witnesses, starts, ends, strict=True)]
        writer.writerow([place, GRAVEST[gravest[place]], *cells])
    return out.getvalue()
