"""The blocks of a plain text: its lines put together, each called what it is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, groupby, islice, pairwise
from typing import NamedTuple

from variorum.sources.document import Block, Facts, Milestone
from variorum.sources.facts import HEAD, filled, head_facts, noticed
from variorum.sources.furniture import furniture, page_number
from variorum.sources.headings import CAPITALS, LONGEST_HEADING, TITLE, levels, mark_of, rank_of
from variorum.sources.layout import LINES, PROSE, VERSE, Lines, Pieces, layout_of, lines_of, pieces
from variorum.sources.titles import NOTES_ABOVE, Head, announced, head_of, is_imprint, of_letter
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

    blocks: list[Block]
    milestones: list[Milestone]
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
    lines = lines_of(text)
    found = pieces(lines, layout_of(lines))
    leaves = [
        lines.texts[first] if last - first == 1 else "\n".join(lines.texts[first:last])
        for first, last in zip(found.first, found.last, strict=True)
    ]
    sorts = furniture(leaves)
    sorts |= _bare_page_numbers(leaves, sorts)
    ranks = _without_imprint(_ranks(leaves, found, sorts), leaves, sorts)
    divisions = {place: rank for place, rank in ranks.items() if rank < PLAIN_NAME}
    head = head_of(leaves, sorts, divisions, len(ranks))
    names = _names(leaves, found, sorts, ranks, head)
    pages = [
        Milestone(int(lines.start[found.first[place]]), "page", _number(leaves[place]))
        for place, sort in sorts.items()
        if sort == "page number"
    ]
    return Found(_blocks(names, found, lines), pages, _facts(text, leaves, sorts, head))


def _number(leaf: str) -> str | None:
    return leaf if leaf.isdigit() else page_number(leaf)


def _facts(text: str, leaves: Sequence[str], sorts: Mapping[int, str], head: Head) -> Facts:
    said = (leaves[place].splitlines() for place, sort in sorts.items() if sort in ("metadata", "footer"))
    told = filled(head_facts(text[:HEAD].splitlines()[:120]), noticed(chain.from_iterable(said)))
    title, author = announced(leaves) or (None, None)
    told = filled(told, filled(Facts(title=title, author=author), Facts(title=head.title, author=head.author)))
    return filled(told, of_letter(told.title))


def _ranks(leaves: Sequence[str], found: Pieces, sorts: Mapping[int, str]) -> dict[int, int]:
    """The pieces that are headings, and their ranks."""
    ranks = {}
    for place, (leaf, shape) in enumerate(zip(leaves, found.shape, strict=True)):
        if len(leaf) > LONGEST_HEADING or leaf[-1] in ",;" or shape == VERSE or place in sorts:
            continue
        after = next((each for each in range(place + 1, len(leaves)) if sorts.get(each) != "metadata"), len(leaves))
        following = leaves[after] if after < len(leaves) and after not in sorts else None
        rank = rank_of(leaf, following, set_in=found.set_in[place])
        if rank is not None:
            ranks[place] = rank
    numbers = [place for place in ranks if leaves[place].strip("[]().").isdecimal()]
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
    kept = {}
    for place, rank in ranks.items():
        alone = place - 1 not in ranks and (place >= last or ranks.get(place + 1, rank) < rank)
        signature = (alone and rank >= PLAIN_NAME) or stopped == [place]
        if place == 0 or not (signature or _ENDED.fullmatch(_in_one_line(leaves[place]))):
            kept[place] = rank
    return kept


def _in_one_line(leaf: str) -> str:
    return leaf.replace("\n", " ")


def _without_imprint(ranks: dict[int, int], leaves: Sequence[str], sorts: Mapping[int, str]) -> dict[int, int]:
    """The headings without the lines of a title page that follow its imprint, as far as the first division or text."""
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


def _bare_page_numbers(leaves: Sequence[str], sorts: Mapping[int, str]) -> dict[int, str]:
    """Numbers that stand alone: pages if they rise and interrupt sentences, as chapters do not."""
    bare = [place for place, leaf in enumerate(leaves) if len(leaf) < 5 and leaf.isdecimal()]
    rising = sum(int(leaves[a]) < int(leaves[b]) for a, b in pairwise(bare))
    interrupting = sum(
        place > 0 and place - 1 not in sorts and leaves[place - 1][-1] not in '.!?:"”»…)' for place in bare
    )
    if len(bare) > 2 and rising >= 0.8 * (len(bare) - 1) and interrupting >= 0.3 * len(bare):
        return dict.fromkeys(bare, "page number")
    return {}


def _names(
    leaves: Sequence[str], found: Pieces, sorts: Mapping[int, str], ranks: dict[int, int], head: Head
) -> list[_Name]:
    """What every piece is called."""
    _rank_head(ranks, head)
    listed = _listed(leaves, found, ranks)
    level = levels([rank for place, rank in ranks.items() if place not in listed])
    names = [_PARAGRAPH] * len(leaves)
    told = [
        place
        for place, (leaf, shape) in enumerate(zip(leaves, found.shape, strict=True))
        if shape != PROSE or not leaf[0].isalpha() or "." in leaf[:8] or ")" in leaf[:8]
    ]  # most of the rest are paragraphs: no mark begins so
    for place in {*told, *sorts, *listed, *ranks, *head.roles}:
        leaf, shape = leaves[place], found.shape[place]
        if place in sorts:
            names[place] = _Name("furniture", 0, sorts[place])
        elif place in listed:
            names[place] = _Name("item", 0, _marker(leaf)) if shape == PROSE else _LISTED
        elif place in ranks:
            names[place] = _Name("heading", level[ranks[place]], head.roles.get(place))
        elif shape == VERSE:
            names[place] = _VERSE
        elif shape == LINES and _is_list(leaf.split("\n")):
            names[place] = _LISTED
        elif mark := mark_of(leaf):
            names[place] = _Name(mark.kind, 0, mark.label)
        else:
            names[place] = _Name("paragraph", 0, head.roles.get(place))
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


def _blocks(names: Sequence[_Name], found: Pieces, lines: Lines) -> list[Block]:
    """The blocks of the pieces, of verse and of lists one a line; what is quoted stands in a block of its own."""
    blocks: list[Block] = []
    starts, ends = lines.start.tolist(), (lines.start + lines.length).tolist()
    quotes = {run[0]: run for run in _quotes(names, found)} if any(found.set_in) else {}
    quoted = {place for run in quotes.values() for place in run}
    for place, (name, first, last) in enumerate(zip(names, found.first, found.last, strict=True)):
        kind, level, label = name
        if place in quoted:
            level = 1
            if place in quotes:
                blocks.append(Block(starts[first], ends[found.last[quotes[place][-1]] - 1], "quote"))
        if kind == "verse":
            blocks += [_block((starts[at], ends[at], kind, level, None)) for at in range(first, last)]
        elif kind == "items":
            blocks += [
                Block(starts[at], ends[at], "item", level, _marker(lines.texts[at])) for at in range(first, last)
            ]
        else:
            blocks.append(_block((starts[first], ends[last - 1], kind, level, label)))
    return blocks


_block = Block._make
"""Twice as fast as Block itself, of which a library has millions."""


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
