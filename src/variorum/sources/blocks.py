"""The blocks of a plain text: its lines put together, each called what it is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import chain, groupby, pairwise
from typing import NamedTuple

import numpy as np

from variorum.sources.columns import Columns
from variorum.sources.document import Block, Facts, Milestone
from variorum.sources.facts import HEAD, filled, head_facts, noticed
from variorum.sources.furniture import furniture
from variorum.sources.headings import TITLE, levels, mark_of
from variorum.sources.layout import LINES, PROSE, VERSE, Pieces, held, layout_of, pieces
from variorum.sources.leaf_forms import page_number
from variorum.sources.letters import signed
from variorum.sources.lines import lines_of
from variorum.sources.numbers import bare_page_numbers
from variorum.sources.ranks import in_one_line, ranks_of
from variorum.sources.titles import NOTES_ABOVE, Head, announced, head_of, of_letter
from variorum.sources.vocabulary import CONTENTS

LONGEST_CONTENTS = 1000
"""Lines after which a table of contents is none."""


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
    ranks = ranks_of(leaves, found, sorts)
    head = head_of(leaves, sorts, ranks, len(ranks))
    pages = Columns(Milestone)
    for place, sort in sorts.items():
        if sort == "page number":
            pages.append(lines.starts[found.first[place]], "page", _number(leaves[place]), None)
    names = _names(leaves, found, sorts, ranks, head)
    facts = _facts(text, leaves, sorts, head)
    del sorts, ranks
    return Found(_blocks(names, found, lines), pages, facts)


def _number(leaf: str) -> str | None:
    return leaf if leaf.isdigit() else page_number(leaf)


def _facts(text: str, leaves: Sequence[str], sorts: Mapping[int, str], head: Head) -> Facts:
    said = (leaves[place].splitlines() for place, sort in sorts.items() if sort in ("metadata", "footer"))
    told = head_facts(text[:HEAD].splitlines()[:120]) if ":" in text[:HEAD] else Facts()
    told = filled(told, noticed(chain.from_iterable(said)))
    title, author = announced(leaves) or (None, None)
    told = filled(told, filled(Facts(title=title, author=author), Facts(title=head.title, author=head.author)))
    told = filled(told, of_letter(told.title))
    return (
        told
        if told.author
        else told._replace(author=signed([leaf for at, leaf in enumerate(leaves) if at not in sorts]))
    )


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
    _call_notes(names, leaves, sorted(ranks))
    return names


def _call_notes(names: list[_Name], leaves: Sequence[str], headings: Sequence[int]) -> None:
    """Make notes of numbered items that stand below a heading which says that they are."""
    for first, last in pairwise([*headings, len(leaves)]):
        if len(leaves[first]) < 20 and NOTES_ABOVE.fullmatch(leaves[first]):
            for place in range(first + 1, last):
                name = names[place]
                if name.kind == "item" and name.label and name.label[0].isdecimal():
                    names[place] = _Name("note", 0, name.label.rstrip(".)"))


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
            here = [_bare(in_one_line(each)) for each in leaves[place : place + 2]]
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
