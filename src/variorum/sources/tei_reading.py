"""A TEI file as a stack of open elements: what each tag does to the text, its blocks and its styles."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from typing import NamedTuple

from variorum.sources.entities import Entities
from variorum.sources.galley import Galley
from variorum.sources.leaves import QUOTE, Mark, Setting
from variorum.sources.tei_elements import (
    ALTERNATIVES,
    LEAVES,
    SECOND,
    SILENT,
    renditions,
)
from variorum.sources.tei_header import Header
from variorum.sources.xml import Tag

Undo = Callable[[], None]
DEEPEST = 8
"""How many notes and readings may stand in one another and still be set aside."""
DEEP = 2000
"""How many elements may stand in one another and still say what is in them."""

Frame = tuple[str, Sequence[Undo]]
"""An element that is open, and what is to be done when it ends."""


class Other(NamedTuple):
    """A reading that is not in the text."""

    name: str
    witnesses: str
    galley: Galley


class Choice:
    """Several readings of one place: the one in the text, and the others."""

    def __init__(self, mark: Mark) -> None:
        self.mark, self.others = mark, list[Other]()
        self.has_base = False
        self.witnesses = ""


class Quote:
    """A quotation in the line, or a block as soon as it turns out to hold blocks."""

    def __init__(self, mark: Mark) -> None:
        self.mark, self.place = mark, -1


class Reading:
    """What is open in a file, and what was set until now."""

    def __init__(self, entities: Entities) -> None:
        self.entities = entities
        self.galley = Galley(entities)
        self.stack: list[Frame] = [("", ())]
        self.names: defaultdict[str, int] = defaultdict(int)
        self.divisions = 0
        self.notes = 0
        self.items: list[int] = []
        """Of each open list, how many items it has had; less than none if they are not numbered."""
        self.choices: list[Choice] = []
        self.quotes: list[Quote] = []
        self.header = Header()
        self.told: dict[str, tuple[str, ...]] = {}
        """The styles that tags without an id tell."""
        self.images: dict[str, str] = {}
        self.faults = 0

    @property
    def parent(self) -> str:
        """The name of the innermost open element."""
        return self.stack[-1][0]

    @property
    def is_bare(self) -> bool:
        """Whether nothing is open but what holds documents."""
        galley = self.galley
        return not galley.depth and len(galley.within) == 1 and not galley.open and not self.choices

    def text(self, raw: str, at: int, literal: bool) -> None:
        """Set a text, unless it is the white space between blocks, or between the readings of a place."""
        galley = self.galley
        if (galley.leaf is None or (self.choices and self.parent in ALTERNATIVES)) and raw.isspace():
            return
        if literal or "&" not in raw:
            galley.write_literally(raw, at)
        else:
            galley.write(raw, at)

    def begin(self, tag: Tag, opener: Callable[[Reading, Tag], Undo | None] | None) -> None:
        """Open an element: as one of several readings, as its name says, and as its attributes say."""
        name = tag.name
        self.names[name] += not tag.empty
        if not (opener or tag.telling or self.choices) or len(self.stack) > DEEP:
            if not tag.empty:
                self.stack.append((name, ()))
            return
        ends: list[Undo] = []
        if self.choices and self.parent in ALTERNATIVES and name not in ("rdgGrp", "note", "witDetail"):
            ends += filter(None, [alternative(self, tag)])
        if opener:
            end = opener(self, tag)
            if end:
                ends.append(end)
        if tag.telling and name not in SILENT:
            ends += self._told(tag, self.galley)
        if tag.empty:
            for end in reversed(ends):
                end()
            return
        self.stack.append((name, ends))

    def element(self, tag: Tag, opener: Callable[[Reading, Tag], Undo | None] | None, raw: str, at: int) -> bool:
        """Set an element that holds nothing but this text at once, if it is nothing, or a leaf, and nothing more."""
        if (tag.telling and tag.name not in SILENT) or len(self.stack) > DEEP:
            return False
        if opener is None:
            if self.choices and (self.parent in ALTERNATIVES or tag.name in ALTERNATIVES):
                return False
            if raw:
                self.text(raw, at, literal=False)
            return True
        setting = LEAVES.get(tag.name)
        if setting is None or "&" in raw or self.choices or self.quotes:
            return False
        if setting.kind == "verse" and " n=" in tag.written:
            setting = Setting("verse", tag.get("n"), 0, setting.gap)
        self.galley.leaf_of(setting, raw, at)
        return True

    def end(self, name: str) -> None:
        """Close the innermost element of a name, and all that is open in it; nothing if none of that name is open."""
        names = self.names
        if not names[name]:
            self.faults += 1
            return
        while True:
            closed, ends = self.stack.pop()
            names[closed] -= 1
            for end in reversed(ends):
                end()
            if closed == name:
                return
            self.faults += 1

    def _told(self, tag: Tag, galley: Galley) -> Iterator[Undo]:
        """What an element's attributes do: they say how it is set, and give it a name."""
        styles = self.told.get(tag.written)
        if styles is None:
            given = tag.given
            styles = self._styles(given)
            anchor = given.get("xml:id") or given.get("id")
            if anchor:
                yield partial(galley.unmark_or_point, galley.mark("anchor", anchor, divided=False))
            else:
                self.told[tag.written] = styles
        for style in styles:
            yield partial(galley.unmark, galley.mark(style))

    def _styles(self, given: Mapping[str, str]) -> tuple[str, ...]:
        named = self.header.renditions
        told = [each for key in given.get("rendition", "").split() for each in named.get(key) or renditions(key)]
        told += renditions(given.get("rend", "")) + renditions(given.get("style", ""))
        return tuple(dict.fromkeys(told))

    def block(self) -> None:
        """A block begins: the quotations that are open in the line are blocks too."""
        if not self.quotes:
            return
        quotes, self.quotes = self.quotes, []
        for quote in quotes:
            self.galley.rest()
            self.galley.unmark(quote.mark)
            quote.place = self.galley.contain(QUOTE)

    def facsimile(self, tag: Tag) -> str | None:
        """The image that an element names, by the list of images where there is one."""
        return self.image(tag.get("facs") or tag.get("corresp") or "")

    def image(self, named: str) -> str | None:
        """The image that is named so."""
        return self.images.get(named.split()[0].lstrip("#"), named) if named.strip() else None


def divert(reading: Reading) -> Undo | None:
    """Set what follows in a galley of its own, below the paragraph; None where that is too deep."""
    outer, quotes = reading.galley, reading.quotes
    if outer.depth >= DEEPEST:
        outer.rest()
        return None
    reading.galley, reading.quotes = outer.aside(), []

    def end() -> None:
        outer.later.append(reading.galley)
        reading.galley, reading.quotes = outer, quotes

    return end


def alternative(reading: Reading, tag: Tag) -> Undo | None:
    """One of several readings: the first that is no editor's stands in the text, the others are set aside."""
    choice, outer, quotes = reading.choices[-1], reading.galley, reading.quotes
    witnesses = tag.given.get("wit", "")
    if not (choice.has_base or tag.name in SECOND) or outer.depth >= DEEPEST:
        choice.has_base, choice.witnesses = True, witnesses
        return None
    reading.galley, reading.quotes = outer.aside(), []

    def end() -> None:
        choice.others.append(Other(tag.name, witnesses, reading.galley))
        reading.galley, reading.quotes = outer, quotes

    return end


def choose(reading: Reading, tag: Tag) -> Undo:
    """A place with several readings; they are kept as styles, each with another reading as its target."""
    choice = Choice(reading.galley.mark("", divided=False))
    reading.choices.append(choice)
    return partial(_chosen, reading, choice, "lem" if tag.name == "app" else "")


def _chosen(reading: Reading, choice: Choice, base: str) -> None:
    galley = reading.galley
    reading.choices.pop()
    if not choice.has_base and choice.others:
        first = choice.others.pop(0)
        galley.insert(first.galley)
        choice.witnesses = first.witnesses
    told = [(each.name if each.name in SECOND else "alternative", _reading(each)) for each in choice.others]
    if base and choice.witnesses:
        told.insert(0, (base, f"[{choice.witnesses}]"))
    for style, target in told:
        galley.add(style, target, choice.mark)


def _reading(other: Other) -> str:
    """A reading in words, and its witnesses in brackets."""
    other.galley.rest()
    return " ".join(filter(None, (other.galley.words(), f"[{other.witnesses}]" if other.witnesses else "")))
