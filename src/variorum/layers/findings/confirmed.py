"""What the other copies of a text say of a suspicion: they read as it suggests, or as what is suspected."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from variorum.layers.findings.copies import Copies
from variorum.layers.findings.nonwords import NONWORDS
from variorum.layers.findings.words.variants import INFLECTED, respelt, wilful
from variorum.tables import SUSPECTS

MENDED, SAME = 3.4, -0.9
"""By how many nats a slip is likelier where another copy reads as is suggested, and less likely where it reads as what
is suspected: copies are often copied from one another, slips and all."""
SURE = 0.98
"""Nothing that was less likely before becomes likelier than so."""
HOUSE = frozenset(("spellings", "dashes", "ellipses"))
"""What these rules suspect an edition sets by its own habit."""
_LOOK = str.maketrans({"_": "", "\u2060": "", "\u200b": "", "\u00ad": "", "\u00a0": " ", "\u200a": " "})

Numbers = npt.NDArray[np.int64]


class _Witness(NamedTuple):
    """A witness of a text: where it stands, and the places and spans of its tokens, in order."""

    doc: str
    start: int
    end: int
    places: Numbers
    starts: Numbers
    ends: Numbers

    def stretch(self, first: int, last: int) -> tuple[int, int] | None:
        """From where to where it has what lies between two places, both included."""
        at, to = np.searchsorted(self.places, [first, last + 1]).tolist()
        return (int(self.starts[at]), int(self.ends[to - 1])) if at < to else None


def confirmed(suspects: pa.Table, copies: Copies) -> pa.Table:
    """The same suspicions, likelier where other copies read as is suggested, and less likely where they do not."""
    docs = pc.is_in(suspects["doc"], pa.array(sorted(copies.texts), pa.string()))
    if not pc.any(docs).as_py():
        return suspects
    rows, asked = suspects.to_pylist(), docs.to_pylist()
    held = _held(copies, {row["doc"] for row, is_asked in zip(rows, asked, strict=True) if is_asked})
    for row, is_asked in zip(rows, asked, strict=True):
        if is_asked and row["suggestion"] is not None:
            _weigh(row, held, copies)
    return SUSPECTS.rows(rows)


def _held(copies: Copies, docs: set[str]) -> list[list[_Witness]]:
    """The witnesses of each text of which a document has one that is asked about."""
    rows = copies.traditions.select(["tradition", "siglum", "doc", "start", "end"]).to_pylist()
    wanted = {row["tradition"] for row in rows if row["doc"] in docs}
    table = copies.collations.filter(pc.is_in(copies.collations["tradition"], pa.array(sorted(wanted), pa.string())))
    table = table.filter(pc.greater(table["end"], table["start"])).select(
        ["tradition", "siglum", "place", "start", "end"]
    )
    table = table.sort_by([(name, "ascending") for name in ("tradition", "siglum", "place", "start")])
    keys = list(zip(table["tradition"].to_pylist(), table["siglum"].to_pylist(), strict=True))
    edges = [at for at in range(len(keys)) if at == 0 or keys[at] != keys[at - 1]]
    columns = [table[name].to_numpy().astype(np.int64) for name in ("place", "start", "end")]
    spans = {keys[at]: slice(at, to) for at, to in zip(edges, [*edges[1:], len(keys)], strict=True)}
    found: dict[str, list[_Witness]] = {}
    for row in rows:
        part = spans.get((row["tradition"], row["siglum"]))
        if part is not None:
            tokens = (column[part] for column in columns)
            found.setdefault(row["tradition"], []).append(_Witness(row["doc"], row["start"], row["end"], *tokens))
    return [found[key] for key in sorted(found)]


def _weigh(row: dict[str, Any], held: list[list[_Witness]], copies: Copies) -> None:
    """Make a suspicion likelier or less likely by what the other copies have there."""
    mended, seen = 0, 0
    for written, wanted, other in _readings(row, held, copies):
        mended, seen = mended + (other == wanted), seen + (other == written)
    mended = 0 if _is_style(row) else mended
    if mended:
        row["message"] += ", and another copy reads as proposed"
    if (mended or seen) and 0 < row["likely"] < 1:
        odds = row["likely"] / (1 - row["likely"]) * math.exp(MENDED if mended else SAME)
        row["likely"] = min(max(SURE, row["likely"]), odds / (1 + odds))


def _is_style(row: dict[str, Any]) -> bool:
    """Whether another edition may read as is suggested by its rules of spelling."""
    if row["rule"] == NONWORDS.name:
        one, two = row["form"], row["suggestion"].casefold()
        return respelt(one, two) or INFLECTED != wilful(one, two, True) < 1
    return row["rule"] in HOUSE


def _readings(row: dict[str, Any], held: list[list[_Witness]], copies: Copies) -> Iterator[tuple[str, str, str]]:
    """What stands round a suspicion, what would if it were mended, and what another copy has there."""
    start, end, text = row["start"], row["end"], copies.texts[row["doc"]]
    for witnesses in held:
        for own in witnesses:
            if own.doc != row["doc"] or not (own.start <= start and end <= own.end):
                continue
            at = int(np.searchsorted(own.ends, start, "right")) - 1
            to = int(np.searchsorted(own.starts, end, "left"))
            if at < 0 or to >= len(own.places):
                continue
            first, last = int(own.starts[at]), int(own.ends[to])
            for other in witnesses:
                span = other.stretch(int(own.places[at]), int(own.places[to]))
                if other is not own and other.doc != own.doc and span is not None:
                    mended = text[first:start] + row["suggestion"] + text[end:last]
                    there = copies.texts[other.doc][slice(*span)]
                    yield _look(text[first:last]), _look(mended), _look(there)


def _look(text: str) -> str:
    """A text without its lines and signs of emphasis, its dashes in one form."""
    return " ".join(text.translate(_LOOK).replace("--", "—").split())
