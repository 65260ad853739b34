"""Ids of entities: the kind and the name, and of two that are called the same the document of the one.

>>> _stem("letters/autographs.jsonl#kolb-1850"), _stem("memoir/chapter-1.html")
('kolb-1850', 'chapter-1')
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import PurePosixPath

from variorum.evidence.entities.gathering import Group
from variorum.evidence.entities.slugs import identifier, slug


def identifiers(groups: Sequence[Group]) -> list[str]:
    """The ids of groups; of those that are called the same each but the fullest gets that of its document, too.

    So an id holds while documents come that name others, and does not depend on their order.
    """
    wanted: defaultdict[str, list[int]] = defaultdict(list)
    found = [group.entry.id if group.entry else identifier(group.first.kind, group.first.name) for group in groups]
    for number, one in enumerate(found):
        wanted[one].append(number)
    for one, numbers in wanted.items():
        ordered = sorted(numbers, key=lambda number: (-len(groups[number].reasons), groups[number].first))
        for number in ordered[1:]:
            found[number] = f"{one}--{slug(_stem(groups[number].first.doc) or groups[number].first.name)}"
    return _different(found)


def _stem(doc: str) -> str:
    file, _, member = doc.partition("#")
    return member or PurePosixPath(file).stem


def _different(ids: Iterable[str]) -> list[str]:
    """Ids that are still the same, numbered."""
    seen: defaultdict[str, int] = defaultdict(int)
    out = []
    for one in ids:
        seen[one] += 1
        out.append(one if seen[one] == 1 else f"{one}-{seen[one]}")
    return out
