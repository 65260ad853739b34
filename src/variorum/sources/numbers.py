"""Numbers that stand alone in a text: whether they count its pages, or its divisions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise


def counts(numbers: Sequence[int], leaves: Sequence[str]) -> bool:
    """Whether numbers that stand alone count the divisions of a text, rather than being the cells of some table."""
    values = [int(leaves[place].strip("[]().")) for place in numbers]
    return sum(b == a + 1 or b == 1 for a, b in pairwise(values)) >= 0.6 * (len(values) - 1)


def bare_page_numbers(leaves: Sequence[str], sorts: Mapping[int, str]) -> dict[int, str]:
    """Numbers that stand alone: pages if they rise and interrupt sentences, as chapters do not."""
    bare = [place for place, leaf in enumerate(leaves) if len(leaf) < 5 and leaf.isdecimal()]
    if len(bare) < 3:
        return {}
    rising = sum(int(leaves[a]) < int(leaves[b]) for a, b in pairwise(bare))
    interrupting = sum(
        place > 0 and place - 1 not in sorts and leaves[place - 1][-1] not in '.!?:"”»…)' for place in bare
    )
    if rising >= 0.8 * (len(bare) - 1) and interrupting >= 0.3 * len(bare):
        return dict.fromkeys(bare, "page number")
    return {}
