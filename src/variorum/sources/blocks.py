"""The blocks of a plain text: its lines put together, each called what it is."""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import groupby, islice, pairwise
from typing import NamedTuple

import numpy as np

from variorum.sources.columns import Columns
from variorum.sources.document import Block, Facts, Milestone
from variorum.sources.facts import HEAD, filled, head_facts
from variorum.sources.furniture import bare_page_numbers, furniture, page_number
from variorum.sources.headings import CAPITALS, LONGEST_HEADING, TITLE, levels, mark_of, rank_of
from variorum.sources.layout import LINES, PROSE, VERSE, Pieces, held, layout_of, pieces
from variorum.sources.lines import lines_of
from variorum.sources.titles import Head, announced, head_of, is_imprint
from variorum.sources.vocabulary import CONTENTS, ENDED

PLAIN_NAME = 4
"""Headings of lesser ranks than this are so by their form alone, and name no division."""
LONGEST_CONTENTS = 1000
"""Lines after which a table of contents is none."""
TITLE_PAGE = 30
"""How many leaves a title page may have, and those that go before it."""
_ENDED = re.compile(rf"\W*(?:{ENDED})\W*", re.I)


class Found(NamedTuple):
    """What was found in a plain text."""

    blocks: Sequence[Block]
    milestones: Sequence[Milestone]
    facts: Facts


class _Name(NamedTuple):
    """What a piece is called: the kind, level and label of its block, or of the blocks of its lines."""

    kind: str
    level: int = 0
    label: str | None = None


def read_blocks(text: str) -> Found:
    r"""The blocks, page numbers and facts of a plain text.

    >>> found = read_blocks("Old Letters\n\nby Ann Lake\n\nLETTER I\n\n" + "It rained again, and I read on. " * 9)
    >>> [block.kind for block in found.blocks], found.facts.title, found.facts.author
    (['heading', 'paragraph', 'heading', 'paragraph'], 'Old Letters. LETTER I', 'Ann Lake')
    """
    return next(read_together([text]))


def read_together(texts: Sequence[str]) -> Iterator[Found]:
    """The same of some texts whose lines are looked at together: of short ones that is most of the work."""
    lines = lines_of(*texts)
    found = pieces(lines, layout_of(lines, len(texts)))
    set_lines = _Lines(lines.texts, held(lines.start), held(lines.start + lines.length))
    ends = np.searchsorted(lines.of[np.asarray(found.first, np.int64)], np.arange(len(texts)), "right").tolist()
    del lines
    for text, (first, last) in zip(texts, pairwise([0, *ends]), strict=True):
        own = found if len(texts) == 1 else Pieces(*(column[first:last] for column in found))
        yield _read(text, own, set_lines)


class _Lines(NamedTuple):
    """Of lines what is written in them, and where they start and end."""

    texts: Sequence[str]
    starts: Sequence[int]
    ends: Sequence[int]


def _read(text: str, found: Pieces, lines: _Lines) -> Found:
    leaves = [
        lines.texts[first] if last - first == 1 else "\n".join(lines.texts[first:last])
        for first, last in zip(found.first, found.last, strict=True)
    ]
    sorts = furniture(leaves)
    sorts |= bare_page_numbers(leaves, sorts)
    ranks = _without_imprint(_ranks(leaves, found, sorts), leaves, sorts)
    divisions = {place: rank for place, rank in ranks.items() if rank < PLAIN_NAME}
    head = head_of(leaves, sorts, divisions, len(ranks))
    pages = Columns(Milestone)
    for place, sort in sorts.items():
        if sort == "page number":
            pages.append(lines.starts[found.first[place]], "page", _number(leaves[place]), None)
    names = _names(leaves, found, sorts, ranks, head)
    del sorts, ranks, divisions
    return Found(_blocks(names, found, lines), pages, _facts(text, leaves, head))


def _number(leaf: str) -> str | None:
    return leaf if leaf.isdigit() else page_number(leaf)


def _facts(text: str, leaves: Sequence[str], head: Head) -> Facts:
    told = head_facts(text[:HEAD].splitlines()[:120]) if ":" in text[:HEAD] else Facts()
    title, author = announced(leaves) or (None, None)
    return filled(told, filled(Facts(title=title, author=author), Facts(title=head.title, author=head.author)))


def _ranks(leaves: Sequence[str], found: Pieces, sorts: Mapping[int, str]) -> dict[int, int]:
    """The pieces that are headings, and their ranks."""
    ranks = {}
    for place, (leaf, shape) in enumerate(zip(leaves, found.shape, strict=True)):
        if len(leaf) > LONGEST_HEADING or leaf[-1] in ",;" or shape == VERSE or place in sorts:
            continue
        following = leaves[place + 1] if place + 1 < len(leaves) and place + 1 not in sorts else None
        rank = rank_of(leaf, following, set_in=bool(found.set_in[place]))
        if rank is not None:
            ranks[place] = rank
    if not ranks:
        return ranks
    numbers = array("q", (place for place in ranks if leaves[place].strip("[]().").isdecimal()))
    if not _count(numbers, leaves):
        for place in numbers:
            del ranks[place]
    return _without_signatures(
        ranks, leaves, next((place for place in reversed(range(len(leaves))) if place not in sorts), 0)
    )


def _count(numbers: Sequence[int], leaves: Sequence[str]) -> bool:
    """Whether numbers that stand alone count the divisions of a text, rather than being the cells of some table."""
    values = [int(leaves[place].strip("[]().")) for place in numbers]
    return sum(b == a + 1 or b == 1 for a, b in pairwise(values)) >= 0.6 * (len(values) - 1)


def _without_signatures(ranks: dict[int, int], leaves: Sequence[str], last: int) -> dict[int, int]:
    """The headings that head something: a name before a wider division, or at the end, is a signature.

    So is the one line of a text in capitals that has a stop.
    """
    stopped = [place for place, rank in ranks.items() if rank == CAPITALS and _is_stopped_name(leaves[place])]
    dropped = []
    for place, rank in ranks.items():
        alone = place - 1 not in ranks and (place >= last or ranks.get(place + 1, rank) < rank)
        signature = (alone and rank >= PLAIN_NAME) or stopped == [place]
        if place and (signature or _ENDED.fullmatch(_in_one_line(leaves[place]))):
            dropped.append(place)
    for place in dropped:
        del ranks[place]
    return ranks


def _in_one_line(leaf: str) -> str:
    return leaf.replace("\n", " ")


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


def _names(
    leaves: Sequence[str], found: Pieces, sorts: Mapping[int, str], ranks: dict[int, int], head: Head
) -> list[_Name]:
    """What every piece is called."""
    _rank_head(ranks, head)
    listed = _listed(leaves, found, ranks)
    level = levels([rank for place, rank in ranks.items() if place not in listed])
    names = [_PARAGRAPH] * len(leaves)
    for place, (leaf, shape) in enumerate(zip(leaves, found.shape, strict=True)):
        if place in sorts:
            names[place] = _named("furniture", 0, sorts[place])
        elif place in listed:
            names[place] = _named("item", 0, _marker(leaf)) if shape == PROSE else _LISTED
        elif place in ranks:
            names[place] = _named("heading", level[ranks[place]], head.roles.get(place))
        elif shape == VERSE:
            names[place] = _VERSE
        elif shape == LINES and _is_list(leaf.split("\n")):
            names[place] = _LISTED
        elif mark := mark_of(leaf):
            names[place] = _named(mark.kind, 0, mark.label)
        elif place in head.roles:
            names[place] = _named("paragraph", 0, head.roles[place])
    return names


_named = lru_cache(1 << 10)(_Name)
"""What very many pieces are called is held once."""
_PARAGRAPH, _VERSE, _LISTED = _Name("paragraph"), _Name("verse"), _Name("items")


def _listed(leaves: Sequence[str], found: Pieces, ranks: Mapping[int, int]) -> set[int]:
    """The pieces of tables of contents: short ones after the heading, until one comes again, or a paragraph."""
    listed: set[int] = set()
    if not any(_is_contents(leaves[place]) for place in ranks):
        return listed
    names: list[str] | None = None
    for place, leaf in enumerate(leaves):
        if place in ranks and _is_contents(leaf):
            names = []
        elif names is not None:
            here = [_bare(_in_one_line(each)) for each in leaves[place : place + 2]]
            again = any(name.startswith(here[0]) or name.endswith(here[-1]) for name in names)
            if again or (found.shape[place] == PROSE and len(leaf) > 200) or len(names) > LONGEST_CONTENTS:
                names = None
            else:
                listed.add(place)
                names += map(_bare, leaf.split("\n"))
    return listed


def _bare(text: str) -> str:
    return " ".join(re.findall(r"[^\W_]+", text.lower().rstrip(" .0123456789"))[:12]) or text


def _rank_head(ranks: dict[int, int], head: Head) -> None:
    """Give the names at the head of a text their ranks: the work, its part under it, the text itself under that."""
    above = TITLE
    for place, role in sorted(head.roles.items()):
        if role == "author":
            ranks.pop(place, None)
        elif role == "part":
            above = ranks[place] + 1
        else:
            ranks[place] = TITLE if role == "work" else above
            above = max(above, TITLE + (role == "work"))


def _is_contents(text: str) -> bool:
    return any(word in CONTENTS.split() for word in re.findall(r"[\w-]+", text.lower()))


def _is_list(lines: Sequence[str]) -> bool:
    telling = sum(bool(mark_of(line)) or line[-1].isdigit() for line in lines)
    return len(lines) > 2 and telling >= 0.4 * len(lines)


def _blocks(names: Sequence[_Name], found: Pieces, lines: _Lines) -> Columns[Block]:
    """The blocks of the pieces, of verse and of lists one a line; what is quoted stands in a block of its own."""
    blocks = Columns(Block)
    add, starts, ends = blocks.append, lines.starts, lines.ends
    quotes = {run[0]: run for run in _quotes(names, found)} if any(found.set_in) else {}
    quoted = {place for run in quotes.values() for place in run}
    for place, (name, first, last) in enumerate(zip(names, found.first, found.last, strict=True)):
        kind, level, label = name
        if place in quoted:
            level = 1
            if place in quotes:
                add(starts[first], ends[found.last[quotes[place][-1]] - 1], "quote", 0, None)
        if kind == "verse":
            for at in range(first, last):
                add(starts[at], ends[at], kind, level, None)
        elif kind == "items":
            for at in range(first, last):
                add(starts[at], ends[at], "item", level, _marker(lines.texts[at]))
        else:
            add(starts[first], ends[last - 1], kind, level, label)
    return blocks


def _quotes(names: Sequence[_Name], found: Pieces) -> Iterator[list[int]]:
    """The runs of set-in pieces that are quoted: any goes over several lines, and is not lines that stand alone."""
    set_in = [flag and name.kind in _QUOTABLE for flag, name in zip(found.set_in, names, strict=True)]
    for are_set_in, places in groupby(range(len(names)), set_in.__getitem__):
        run = list(places)
        if are_set_in and any(
            found.last[place] - found.first[place] > 1 and found.shape[place] != LINES for place in run
        ):
            yield run


_QUOTABLE = frozenset(("paragraph", "verse", "item", "items"))


def _marker(text: str) -> str | None:
    mark = mark_of(text)
    return mark.label if mark and mark.kind == "item" else None
