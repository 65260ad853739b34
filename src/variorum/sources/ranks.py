"""Which pieces of a plain text are headings, and of which rank."""

from __future__ import annotations

import re
from array import array
from collections.abc import Mapping, Sequence
from itertools import islice

from variorum.sources.headings import CAPITALS, LONGEST_HEADING, PLAIN_NAME, rank_of
from variorum.sources.layout import VERSE, Pieces
from variorum.sources.numbers import counts
from variorum.sources.titles import is_imprint
from variorum.sources.vocabulary import ENDED

TITLE_PAGE = 30
"""How many leaves a title page may have, and those that go before it."""
_ENDED = re.compile(rf"\W*(?:{ENDED})\W*", re.I)


def ranks_of(leaves: Sequence[str], found: Pieces, sorts: Mapping[int, str]) -> dict[int, int]:
    """The pieces that are headings, and their ranks; `sorts` are those that are furniture."""
    return _without_imprint(_ranks(leaves, found, sorts), leaves, sorts)


def _ranks(leaves: Sequence[str], found: Pieces, sorts: Mapping[int, str]) -> dict[int, int]:
    """The pieces that are headings, and their ranks."""
    ranks = {}
    for place, (leaf, shape) in enumerate(zip(leaves, found.shape, strict=True)):
        if len(leaf) > LONGEST_HEADING or leaf[-1] in ",;" or shape == VERSE or place in sorts:
            continue
        after = next((each for each in range(place + 1, len(leaves)) if sorts.get(each) != "metadata"), len(leaves))
        following = leaves[after] if after < len(leaves) and after not in sorts else None
        rank = rank_of(leaf, following, set_in=bool(found.set_in[place]))
        if rank is not None:
            ranks[place] = rank
    if not ranks:
        return ranks
    numbers = array("q", (place for place in ranks if leaves[place].strip("[]().").isdecimal()))
    if not counts(numbers, leaves):
        for place in numbers:
            del ranks[place]
    return _without_signatures(
        ranks, leaves, next((place for place in reversed(range(len(leaves))) if place not in sorts), 0)
    )


def _without_signatures(ranks: dict[int, int], leaves: Sequence[str], last: int) -> dict[int, int]:
    """The headings that head something: a name before a wider division, or at the end, is a signature.

    So is the one line of a text in capitals that has a stop.
    """
    stopped = [place for place, rank in ranks.items() if rank == CAPITALS and _is_stopped_name(leaves[place])]
    dropped = []
    for place, rank in ranks.items():
        alone = place - 1 not in ranks and (place >= last or ranks.get(place + 1, rank) < rank)
        signature = (alone and rank >= PLAIN_NAME) or stopped == [place]
        if place and (signature or _ENDED.fullmatch(in_one_line(leaves[place]))):
            dropped.append(place)
    for place in dropped:
        del ranks[place]
    return ranks


def _without_imprint(ranks: dict[int, int], leaves: Sequence[str], sorts: Mapping[int, str]) -> dict[int, int]:
    """The headings without the lines of a title page that follow its imprint, as far as the first division or text."""
    if not ranks:
        return ranks
    page = list(islice((place for place in range(len(leaves)) if place not in sorts), TITLE_PAGE))
    of_text = (place for place in page if len(leaves[place]) > 200 or ranks.get(place, PLAIN_NAME) < PLAIN_NAME)
    text = next(of_text, len(leaves))
    page = [place for place in page if place < text]
    imprint = next((place for place in page[1:] if is_imprint(leaves[place])), None)
    if imprint is None:
        return ranks
    first = imprint - 1 if imprint - 2 in page and leaves[imprint - 1].isupper() else imprint  # the town
    title = leaves[page[0]].lower()
    dropped = {place for place in page[:-1] if place >= first and leaves[place].lower() not in title}
    return {place: rank for place, rank in ranks.items() if place not in dropped}


def _is_stopped_name(text: str) -> bool:
    return text[-1] == "." and len(text.split()) < 3


def in_one_line(leaf: str) -> str:
    """A piece without the ends of its lines."""
    return leaf.replace("\n", " ")
