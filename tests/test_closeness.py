"""How far two witnesses agree about a place: against counting by hand, one place after the other."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from variorum.traditions.closeness import ABOUT, Closeness


def counted(kinds: str, first: int, last: int) -> float:
    """The same as `Closeness.about`, told from a row of letters: s the same, o another word, a alone, - neither has."""
    events: list[tuple[int, bool]] = []
    before = "-"
    for at, kind in enumerate(kinds):
        if kind in "so" or (kind == "a" and before != "a"):
            events.append((at, kind == "s"))
        before = before if kind == "-" else kind
    left = [same for at, same in events if at < first][-ABOUT:]
    right = [same for at, same in events if at >= last][:ABOUT]
    return sum(left + right) / max(1, len(left + right))


@given(st.text("ssssoa-", max_size=80), st.data())
def test_closeness_is_the_share_of_common_words(kinds: str, data: st.DataObject) -> None:
    first = data.draw(st.integers(0, len(kinds)))
    last = data.draw(st.integers(first, len(kinds)))
    same, other, alone = (np.array([at for at, kind in enumerate(kinds) if kind == one], np.int64) for one in "soa")
    assert Closeness(same, other, alone).about(first, last) == counted(kinds, first, last)
