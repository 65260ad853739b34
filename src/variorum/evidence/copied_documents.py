"""Documents that are copies of one another: they share what is nobody's quotation, so that neither quotes the other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

import pyarrow as pa
import pyarrow.compute as pc

from variorum.evidence.candidates import Candidate
from variorum.evidence.shelves import Shelves

SHARE, WHOLE, LEAST = 0.3, 0.5, 300
"""What share of a document's own words, outside its quotations, a copy has; what share of a copy they are; and how many
code points they are at least."""


def copies(
    passages: pa.Table, of: Mapping[int, list[Candidate]], quotations: pa.Table, shelves: Shelves
) -> frozenset[tuple[str, str]]:
    """The pairs of a document and another that has much of what the first one says in its own words."""
    docs = quotations["doc"].take(pa.array(list(of), pa.int64())).to_pylist()
    wanted = {(doc, one.doc) for doc, found in zip(docs, of.values(), strict=True) for one in found}
    shared: Counter[tuple[str, str]] = Counter()
    for side, other in (("a", "b"), ("b", "a")):
        names = [f"doc_{side}", f"doc_{other}", f"start_{side}", f"end_{side}"]
        mine = passages.filter(pc.is_in(passages[names[0]], pa.array(sorted(set(docs)), pa.string())))
        for doc, beyond, start, end in zip(*(mine[name].to_pylist() for name in names), strict=True):
            if (doc, beyond) in wanted:
                shared[doc, beyond] += shelves.own(doc, start, end)
    own = {doc: shelves.own(doc, 0, len(shelves.text(doc))) for doc in {doc for pair in shared for doc in pair}}
    enough = {pair: min(SHARE * own[pair[0]], WHOLE * own[pair[1]]) for pair in shared}
    return frozenset(pair for pair, count in shared.items() if count >= max(LEAST, enough[pair]))
