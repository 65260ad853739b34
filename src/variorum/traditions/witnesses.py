"""Which spans are one witness, and which witnesses carry one text.

Spans of one document that overlap by two thirds both ways are one witness. Witnesses that a passage links belong
together, the longest passages first, as long as where they begin and where they end still answer each other: a chain
of passages, each a little further along the text, is not one text.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import NamedTuple

from variorum.traditions.pairs import Pair

SHIFT = 0.5
"""By how much of the shortest witness beginnings, and ends, may be apart within one tradition."""
ROUNDS = 8
"""How often passages that fitted no tradition are tried again among themselves."""
_WIDTHS = [int(1.5**power) + 1 for power in range(90)]
"""How wide the cells of the grid are, by the size of the spans in them, each longer than they."""


class Witness(NamedTuple):
    """A span of a document, by the document's number."""

    doc: int
    start: int
    end: int


_Sides = tuple[Witness, Witness]


class _Link(NamedTuple):
    """A passage between two witnesses, and how far its own ends lie from theirs."""

    a: int
    b: int
    shift_start: int
    shift_end: int


class _Group(NamedTuple):
    """How far the beginnings and the ends of its witnesses lie apart, and how long the shortest is."""

    first_start: int
    last_start: int
    first_end: int
    last_end: int
    shortest: int


def gathered(pairs: list[Pair]) -> list[list[Witness]]:
    """The witnesses of each text, in order; every text has two at least.

    >>> gathered([Pair(0, 1, 10, 99, 0, 90, 15), Pair(1, 2, 0, 95, 40, 130, 15)])
    [[Witness(doc=0, start=10, end=99), Witness(doc=1, start=0, end=95), Witness(doc=2, start=40, end=130)]]
    """
    out: list[list[Witness]] = []
    sides = [_sides(pair) for pair in sorted(pairs, key=lambda pair: (-pair.words, pair))]
    for _ in range(ROUNDS):
        if not sides:
            break
        found, sides = _round(sides)
        out += found
    return sorted(_whole(out))


def _round(sides: list[_Sides]) -> tuple[list[list[Witness]], list[_Sides]]:
    """The texts that pairs of spans make, taken in order, and the pairs that fit none."""
    spans = sorted({span for pair in sides for span in pair}, key=lambda one: (one.doc, one.start, -one.end))
    owners, witnesses = _one_witness(spans)
    forest = _planted(witnesses)
    hulls: dict[int, Witness] = {}
    left: list[_Sides] = []
    for pair in sides:
        if _join(forest, _link(pair, owners, witnesses)):
            _widen(hulls, pair, owners)
        else:
            left.append(pair)
    return _texts(forest, hulls), left


def _whole(texts: list[list[Witness]]) -> list[list[Witness]]:
    """The texts without those whose witnesses are all witnesses of another, larger one."""
    spans = sorted({one for text in texts for one in text}, key=lambda one: (one.doc, one.start, -one.end))
    owners, _ = _one_witness(spans)
    having: dict[int, list[int]] = {}
    known = [frozenset(owners[one] for one in text) for text in texts]
    for at in sorted(range(len(texts)), key=lambda at: (-len(known[at]), texts[at])):
        others = [known[other] for other in having.get(min(known[at]), ())]
        if not any(known[at] <= other for other in others):
            for owner in known[at]:
                having.setdefault(owner, []).append(at)
    kept = {at for found in having.values() for at in found}
    return [texts[at] for at in sorted(kept)]


def _sides(pair: Pair) -> _Sides:
    return Witness(pair.doc_a, pair.start_a, pair.end_a), Witness(pair.doc_b, pair.start_b, pair.end_b)


def _link(pair: _Sides, owners: dict[Witness, int], witnesses: list[Witness]) -> _Link:
    side_a, side_b = pair
    a, b = owners[side_a], owners[side_b]
    shift_start = (side_a.start - witnesses[a].start) - (side_b.start - witnesses[b].start)
    shift_end = (side_a.end - witnesses[a].end) - (side_b.end - witnesses[b].end)
    return _Link(a, b, shift_start, shift_end)


def _widen(hulls: dict[int, Witness], pair: _Sides, owners: dict[Witness, int]) -> None:
    """Makes the witnesses of a pair as long as all the spans that are they."""
    for span in pair:
        owner = owners[span]
        known = hulls.get(owner)
        if known is None:
            hulls[owner] = span
        elif span.start < known.start or span.end > known.end:
            hulls[owner] = Witness(span.doc, min(known.start, span.start), max(known.end, span.end))


def _one_witness(spans: list[Witness]) -> tuple[dict[Witness, int], list[Witness]]:
    """For each span the number of its witness, and the span that stands for each witness: the first of its kind.

    Witnesses are kept by length and place on a grid, so that a span is held against its likes only.
    """
    owners: dict[Witness, int] = {}
    witnesses: list[Witness] = []
    grid: dict[tuple[int, int, int], list[int]] = {}
    for span in spans:
        size = _size(span)
        near = (at for key in _cells(span, size) for at in grid.get(key, ()))
        owner = min((at for at in near if _alike(witnesses[at], span)), default=len(witnesses))
        if owner == len(witnesses):
            witnesses.append(span)
            grid.setdefault((span.doc, size, span.start // _WIDTHS[size]), []).append(owner)
        owners[span] = owner
    return owners, witnesses


def _size(span: Witness) -> int:
    return bisect_right(_WIDTHS, span.end - span.start)


def _cells(span: Witness, size: int) -> list[tuple[int, int, int]]:
    """The cells of the grid where a span that overlaps by two thirds both ways may begin: half a cell away at most."""
    cells = []
    for other in (size - 1, size, size + 1):
        width = _WIDTHS[other]
        first, last = (span.start - width // 2) // width, (span.start + width // 2) // width
        cells.append((span.doc, other, first))
        if last > first:
            cells.append((span.doc, other, last))
    return cells


def _alike(one: Witness, other: Witness) -> bool:
    """Whether two spans of a document overlap by two thirds both ways."""
    shared = min(one.end, other.end) - max(one.start, other.start)
    return 3 * shared >= 2 * max(one.end - one.start, other.end - other.start)


class _Forest(NamedTuple):
    """Witnesses joined into groups (union by find); each knows how far its ends lie from those of the one above it."""

    parents: list[int]
    shifts: list[tuple[int, int]]
    groups: list[_Group]


def _planted(witnesses: list[Witness]) -> _Forest:
    groups = [_Group(0, 0, 0, 0, one.end - one.start) for one in witnesses]
    return _Forest(list(range(len(witnesses))), [(0, 0)] * len(witnesses), groups)


def _root(forest: _Forest, at: int) -> tuple[int, int, int]:
    """The root of a witness, and the shifts of its start and end against the root's; paths are halved."""
    parents, shifts, _ = forest
    start = end = 0
    while parents[at] != at:
        above = parents[at]
        if parents[above] != above:
            shifts[at] = (shifts[at][0] + shifts[above][0], shifts[at][1] + shifts[above][1])
            parents[at] = parents[above]
        start, end, at = start + shifts[at][0], end + shifts[at][1], parents[at]
    return at, start, end


def _join(forest: _Forest, link: _Link) -> bool:
    """Joins two groups if what they carry is still one text; says whether they are one now."""
    root_a, start_a, end_a = _root(forest, link.a)
    root_b, start_b, end_b = _root(forest, link.b)
    shift_start, shift_end = start_a + link.shift_start - start_b, end_a + link.shift_end - end_b
    group = _merged(forest.groups[root_a], forest.groups[root_b], shift_start, shift_end)
    if max(group.last_start - group.first_start, group.last_end - group.first_end) > SHIFT * group.shortest:
        return False
    if root_a != root_b:
        forest.parents[root_b] = root_a
        forest.shifts[root_b] = (shift_start, shift_end)
        forest.groups[root_a] = group
    return True


def _texts(forest: _Forest, hulls: dict[int, Witness]) -> list[list[Witness]]:
    """The witnesses of every group that has more than one."""
    texts: dict[int, list[Witness]] = {}
    for at, hull in hulls.items():
        texts.setdefault(_root(forest, at)[0], []).append(hull)
    apart = [_apart(sorted(text)) for text in texts.values()]
    return [text for text in apart if len(text) > 1]


def _apart(text: list[Witness]) -> list[Witness]:
    """The witnesses with those that overlap made one: a formula that a stretch repeats does not make it two."""
    out: list[Witness] = []
    for one in text:
        if out and out[-1].doc == one.doc and one.start < out[-1].end:
            out[-1] = out[-1]._replace(end=max(out[-1].end, one.end))
        else:
            out.append(one)
    return out


def _merged(one: _Group, other: _Group, shift_start: int, shift_end: int) -> _Group:
    return _Group(
        min(one.first_start, other.first_start + shift_start),
        max(one.last_start, other.last_start + shift_start),
        min(one.first_end, other.first_end + shift_end),
        max(one.last_end, other.last_end + shift_end),
        min(one.shortest, other.shortest),
    )
