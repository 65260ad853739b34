"""The blocks of a plain text: its lines put together, each called what it is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from variorum.sources.document import Block, Facts, Milestone
from variorum.sources.facts import HEAD, filled, head_facts
from variorum.sources.furniture import furniture, page_number
from variorum.sources.headings import CAPITALS, LONGEST_HEADING, TITLE, levels, mark_of, rank_of
from variorum.sources.layout import Line, Piece, groups, layout_of, pieces
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

    blocks: list[Block]
    milestones: list[Milestone]
    facts: Facts


class _Leaf(NamedTuple):
    """A piece and what it is."""

    piece: Piece
    kind: str
    level: int = 0
    label: str | None = None


def read_blocks(text: str) -> Found:
    r"""The blocks, page numbers and facts of a plain text.

    >>> found = read_blocks("Old Letters\n\nby Ann Lake\n\nLETTER I\n\n" + "It rained again, and I read on. " * 9)
    >>> [block.kind for block in found.blocks], found.facts.title, found.facts.author
    (['heading', 'paragraph', 'heading', 'paragraph'], 'Old Letters. LETTER I', 'Ann Lake')
    """
    lines = groups(text)
    layout = layout_of(lines)
    found = [piece for group in lines for piece in pieces(group, layout)]
    leaves = [_leaf_text(piece.lines) for piece in found]
    sorts = furniture(leaves)
    sorts |= _bare_page_numbers(leaves, sorts)
    ranks = _ranks(found, leaves, sorts)
    ranks = _without_imprint(ranks, leaves, sorts)
    divisions = {place: rank for place, rank in ranks.items() if rank < PLAIN_NAME}
    head = head_of(leaves, sorts, divisions, len(ranks))
    marked = _named(found, sorts, ranks, head)
    blocks = _quotes(marked)
    pages = [
        Milestone(found[place].start, "page", _number(leaves[place]))
        for place, sort in sorts.items()
        if sort == "page number"
    ]
    return Found(blocks, pages, _facts(text, leaves, head))


def _leaf_text(lines: Sequence[Line]) -> str:
    return lines[0].text if len(lines) == 1 else "\n".join([text for _, _, _, text in lines])


def _number(leaf: str) -> str | None:
    return leaf if leaf.isdigit() else page_number(leaf)


def _facts(text: str, leaves: Sequence[str], head: Head) -> Facts:
    told = head_facts(text[:HEAD].splitlines()[:120])
    title, author = announced(leaves) or (None, None)
    return filled(told, filled(Facts(title=title, author=author), Facts(title=head.title, author=head.author)))


def _ranks(found: Sequence[Piece], leaves: Sequence[str], sorts: Mapping[int, str]) -> dict[int, int]:
    """The pieces that are headings, and their ranks."""
    ranks = {}
    for place, leaf in enumerate(leaves):
        if len(leaf) > LONGEST_HEADING or leaf[-1] in ",;" or place in sorts:
            continue
        following = found[place + 1] if place + 1 < len(found) and place + 1 not in sorts else None
        rank = rank_of(found[place], following)
        if rank is not None:
            ranks[place] = rank
    numbers = [place for place in ranks if found[place].text.strip("[]().").isdecimal()]
    if not _count(numbers, found):
        for place in numbers:
            del ranks[place]
    return _without_signatures(
        ranks, found, max((place for place in range(len(found)) if place not in sorts), default=0)
    )


def _count(numbers: Sequence[int], found: Sequence[Piece]) -> bool:
    """Whether numbers that stand alone count the divisions of a text, rather than being the cells of some table."""
    values = [int(found[place].text.strip("[]().")) for place in numbers]
    return sum(b == a + 1 or b == 1 for a, b in pairwise(values)) >= 0.6 * (len(values) - 1)


def _without_signatures(ranks: dict[int, int], found: Sequence[Piece], last: int) -> dict[int, int]:
    """The headings that head something: a name before a wider division, or at the end, is a signature.

    So is the one line of a text in capitals that has a stop.
    """
    stopped = [place for place, rank in ranks.items() if rank == CAPITALS and _is_stopped_name(found[place].text)]
    kept = {}
    for place, rank in ranks.items():
        alone = place - 1 not in ranks and (place >= last or ranks.get(place + 1, rank) < rank)
        signature = (alone and rank >= PLAIN_NAME) or stopped == [place]
        if place == 0 or not (signature or _ENDED.fullmatch(found[place].text)):
            kept[place] = rank
    return kept


def _without_imprint(ranks: dict[int, int], leaves: Sequence[str], sorts: Mapping[int, str]) -> dict[int, int]:
    """The headings without the lines of a title page that follow its imprint, as far as the first division or text."""
    page = [place for place in range(len(leaves)) if place not in sorts][:TITLE_PAGE]
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


def _named(found: Sequence[Piece], sorts: Mapping[int, str], ranks: dict[int, int], head: Head) -> Iterator[_Leaf]:
    """Every piece with its kind."""
    _rank_head(ranks, head)
    listed = _listed(found, ranks)
    level = levels([rank for place, rank in ranks.items() if place not in listed])
    for place, piece in enumerate(found):
        if place in sorts:
            yield _Leaf(piece, "furniture", 0, sorts[place])
        elif place in listed and (len(piece.lines) == 1 or piece.shape == "prose"):
            yield _Leaf(piece, "item", 0, _marker(piece.text))
        elif place in ranks and place not in listed:
            yield _Leaf(piece, "heading", level[ranks[place]], head.roles.get(place))
        else:
            yield _leaf(piece, place in listed, head.roles.get(place))


def _listed(found: Sequence[Piece], ranks: Mapping[int, int]) -> set[int]:
    """The pieces of tables of contents: short ones after the heading, until one comes again, or a paragraph."""
    listed: set[int] = set()
    names: list[str] | None = None
    for place, piece in enumerate(found):
        if place in ranks and _is_contents(piece.text):
            names = []
        elif names is not None:
            here = [_bare(each.text) for each in found[place : place + 2]]
            again = any(name.startswith(here[0]) or name.endswith(here[-1]) for name in names)
            if again or (piece.shape == "prose" and len(piece.text) > 200) or len(names) > LONGEST_CONTENTS:
                names = None
            else:
                listed.add(place)
                names += [_bare(line.text) for line in piece.lines]
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


def _leaf(piece: Piece, in_contents: bool, role: str | None) -> _Leaf:
    """What a piece is that is neither furniture nor a heading."""
    if piece.shape == "verse" and not in_contents:
        return _Leaf(piece, "verse")
    if piece.shape != "prose" and (in_contents or _is_list(piece.lines)):
        return _Leaf(piece, "items")
    marked = mark_of(piece.text)
    return _Leaf(piece, marked.kind, 0, marked.label) if marked else _Leaf(piece, "paragraph", 0, role)


def _is_list(lines: Sequence[Line]) -> bool:
    telling = sum(bool(mark_of(line.text)) or line.text[-1].isdigit() for line in lines)
    return len(lines) > 2 and telling >= 0.4 * len(lines)


def _quotes(leaves: Iterable[_Leaf]) -> list[Block]:
    """The blocks of the leaves; set-in paragraphs and verse that follow one another are one block quotation."""
    blocks: list[Block] = []
    run: list[_Leaf] = []
    for leaf in leaves:
        piece, kind, level, label = leaf
        if piece.set_in and kind in ("paragraph", "verse", "item", "items"):
            run.append(leaf)
            continue
        if run:
            blocks += _quote(run)
            run = []
        if kind in ("verse", "items"):
            blocks += _blocks(leaf, level)
        else:
            blocks.append(_block((piece.lines[0].start, piece.lines[-1].end, kind, level, label)))
    return blocks + _quote(run) if run else blocks


_block = Block._make


def _quote(run: Sequence[_Leaf]) -> list[Block]:
    """A run of set-in leaves: quoted if any goes over several lines, else centred lines that stand for themselves."""
    if not any(len(leaf.piece.lines) > 1 and leaf.piece.shape != "lines" for leaf in run):
        return [block for leaf in run for block in _blocks(leaf, 0)]
    around = Block(run[0].piece.start, run[-1].piece.end, "quote", 0)
    return [around, *(block for leaf in run for block in _blocks(leaf, 1))]


def _blocks(leaf: _Leaf, level: int) -> list[Block]:
    """The block of a leaf; of verse and of lists one a line."""
    if leaf.kind == "verse":
        return [_block((start, end, "verse", level, None)) for start, end, _, _ in leaf.piece.lines]
    if leaf.kind == "items":
        return [Block(line.start, line.end, "item", level, _marker(line.text)) for line in leaf.piece.lines]
    return [Block(leaf.piece.start, leaf.piece.end, leaf.kind, level, leaf.label)]


def _marker(text: str) -> str | None:
    mark = mark_of(text)
    return mark.label if mark and mark.kind == "item" else None
