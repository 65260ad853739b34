"""A text as it is set, run by run: its blocks, styles and milestones, and notes kept for the end of their paragraph.

A galley is the tray in which a printer sets a column. What does not belong in the running line (a note, a running head,
another reading) is set in a galley of its own and put in below the paragraph, or taken as words.
"""

from __future__ import annotations

from array import array

from variorum.sources.entities import REFERENCE, Entities
from variorum.sources.leaves import LINE, LONGEST_RUN, NOTHING, PARAGRAPH, Leaf, Mark, Setting, Stone, divided, even_of

INEXACT, EXACT, SOFT = range(3)
"""How a run came from its source: as what else, as it is, or with its white space collapsed."""
_SPACES = " \t\r\n"
MOST_STYLES = 16
"""How many styles may be open at once: more mean nothing to a reader."""


class Galley:
    """The text that was set until now, and what is known of its stretches."""

    def __init__(self, entities: Entities, depth: int = 0) -> None:
        self.entities, self.depth = entities, depth
        self.parts: list[str] = []
        self.length = 0
        self.runs = array("q")
        """Text start, source start, text length, source length, exactness; and so on."""
        self.blocks: list[Leaf] = []
        self.marks: list[Mark] = []
        self.stones: list[Stone] = []
        self.within = [NOTHING]
        self.leaf: Leaf | None = None
        self.space = ""
        """What goes before the next text if it belongs to the same leaf."""
        self.gap = ""
        """What goes before the next leaf."""
        self.open: list[Mark] = []
        self.waiting: list[Mark | Stone] = []
        self.later: list[Galley] = []

    def write(self, raw: str, at: int) -> None:
        """Set a text of the source: white space collapsed, entities read."""
        done = 0
        for found in REFERENCE.finditer(raw):
            text = self.entities.text(found[0])
            if text is not None:
                if done < found.start():
                    self.write_literally(raw[done : found.start()], at + done)
                self._insert(text, at + found.start(), len(found[0]))
                done = found.end()
        if done < len(raw):
            self.write_literally(raw[done:], at + done)

    def write_literally(self, raw: str, at: int) -> None:
        """Set a text of the source in which `&` is an ampersand: white space collapsed."""
        for part in divided(raw) if len(raw) > LONGEST_RUN else (raw,):
            self._write(part, at)
            at += len(part)

    def _write(self, raw: str, at: int) -> None:
        text = raw.strip(_SPACES)
        if not text:
            self.space = self.space or " "
            return
        if raw[0] in _SPACES:
            self.space = self.space or " "
            at += raw.index(text[0])
        self.put(even := even_of(text), at, len(text), EXACT if even is text else SOFT)
        self.space = " " if raw[-1] in _SPACES else ""

    def _insert(self, text: str, at: int, width: int) -> None:
        """Set what a reference stands for; its own white space is kept but for the plain."""
        if text.strip(_SPACES):
            self.put(text, at, width, INEXACT)
        else:
            self.space = self.space or " "

    def put(self, text: str, at: int, width: int, exact: int) -> None:
        """Set a text as it is, from so many code points of the source: exactly, softly, or not."""
        if self.leaf is None:
            if text.isspace():
                return
            self._begin_leaf()
        elif self.space:
            self.parts.append(self.space)
            self.length += 1
        self.space = ""
        if self.waiting:
            self._settle()
        size = len(text)
        self.runs.extend((self.length, at, size, width, exact))
        self.parts.append(text)
        self.length += size

    def line(self) -> None:
        """End the line; the leaf goes on."""
        self.space = "\n"

    def _begin_leaf(self) -> None:
        self._separate()
        self.leaf = Leaf(self.length, -1, self.within[-1])
        self.blocks.append(self.leaf)

    def _separate(self) -> None:
        if self.length:
            gap = self.gap or LINE
            self.parts.append(gap)
            self.length += len(gap)
        self.gap = ""

    def rest(self, gap: str = PARAGRAPH) -> None:
        """End the leaf, if one is being set, and set below it what was kept for its end."""
        if self.leaf is not None:
            self.leaf.end = self.length
            self.leaf = None
            if self.open:
                self._divide()
        self.space = ""
        if len(gap) > len(self.gap):
            self.gap = gap
        if self.later:
            later, self.later = self.later, []
            for each in later:
                self.append(each)

    def _divide(self) -> None:
        """End the open styles with the leaf; they begin again with the next."""
        for mark in self.open:
            if mark.start >= 0:
                self.marks.append(Mark(mark.style, mark.target, False, mark.start, self.length))
                mark.start = -1
                self.waiting.append(mark)

    @property
    def is_in_text(self) -> bool:
        """Whether a text that comes now would be part of a leaf that is there, or of an element that is one."""
        return self.leaf is not None or bool(self.within[-1].kind)

    def enter(self, setting: Setting) -> None:
        """Begin an element that makes leaves of its own; `leave` ends it."""
        self.rest(setting.gap)
        self.within.append(setting)

    def leave(self) -> None:
        self.rest(self.within[-1].gap)
        self.within.pop()

    def leaf_of(self, setting: Setting, raw: str, at: int) -> None:
        """An element that is a leaf, and holds nothing but this text, in which `&` is an ampersand."""
        text = raw.strip(_SPACES)
        if self.open or self.waiting or len(raw) > LONGEST_RUN or not text or text.isspace():
            self.enter(setting)
            self.write_literally(raw, at)
            self.leave()
            return
        self.rest(setting.gap)  # what follows is what `enter`, `write_literally`, `put` and `leave` would do, at once
        self._separate()
        even, start = even_of(text), self.length
        self.runs.extend((start, at + raw.index(text[0]), len(even), len(text), EXACT if even is text else SOFT))
        self.parts.append(even)
        self.length = start + len(even)
        self.blocks.append(Leaf(start, self.length, setting))
        self.gap = setting.gap

    def contain(self, setting: Setting) -> int:
        """Begin a block that may hold others; its place is to be given back to `close`."""
        self.rest(setting.gap)
        self.within.append(NOTHING)
        self.blocks.append(Leaf(-1, -1, setting, True))
        return len(self.blocks) - 1

    def close(self, place: int) -> None:
        """End it: a block with but one paragraph in it, a quotation apart, is that paragraph; an empty one is none."""
        container = self.blocks[place]
        self.rest(container.setting.gap)
        self.within.pop()
        count = len(self.blocks) - place - 1
        if not count:
            self.blocks.pop()
            return
        inner = self.blocks[place + 1]
        kind = inner.setting.kind or "paragraph"
        if count == 1 and (kind, inner.setting.label) == ("paragraph", None) and container.setting.kind != "quote":
            inner.setting = container.setting
            del self.blocks[place]
            return
        container.start, container.end = inner.start, self.length

    def mark(self, style: str, target: str | None = None, divided: bool = True) -> Mark:
        """Begin a style with the text that follows; a `divided` one ends and begins again with each leaf."""
        mark = Mark(style, target)
        self.waiting.append(mark)
        if divided and len(self.open) < MOST_STYLES:
            self.open.append(mark)
        return mark

    def unmark(self, mark: Mark) -> None:
        """End it with the text before; without text it is nothing."""
        if self.open and self.open[-1] is mark:
            self.open.pop()
        elif mark in self.open:
            self.open.remove(mark)
        if mark.start >= 0:
            mark.end = self.length
            self.marks.append(mark)
        else:
            mark.style = ""

    def unmark_or_point(self, mark: Mark) -> None:
        """End a mark with the text before; without text it stands before the text that follows."""
        if mark.start < 0:
            mark.point = True
            self.marks.append(mark)
        else:
            self.unmark(mark)

    def add(self, style: str, target: str | None, like: Mark) -> None:
        """A style of the stretch from where a mark began until the text before; without text, a point."""
        if like.start < 0:
            self.point(style, target)
        else:
            self.marks.append(Mark(style, target, False, like.start, self.length))

    def point(self, style: str, target: str | None = None) -> Mark:
        """A style without text, before the text that follows."""
        mark = Mark(style, target, True)
        self.marks.append(mark)
        self.waiting.append(mark)
        return mark

    def stone(self, unit: str, n: str | None, facsimile: str | None = None) -> None:
        """A milestone, before the text that follows."""
        stone = Stone(unit, n, facsimile)
        self.stones.append(stone)
        self.waiting.append(stone)

    def _settle(self) -> None:
        for each in self.waiting:
            each.start = self.length
        self.waiting.clear()

    def aside(self) -> Galley:
        """An empty galley for what does not belong in the line."""
        return Galley(self.entities, self.depth + 1)

    def append(self, other: Galley) -> None:
        """Set the blocks of another galley here."""
        other.rest()
        if other.length:
            self._separate()
            self.gap = PARAGRAPH
        self._take(other)
        self.blocks += other.blocks

    def insert(self, other: Galley) -> None:
        """Set what another galley holds here: in the line, unless it has several blocks."""
        if len(other.blocks) > 1 or other.leaf is None:
            self.rest()
            self.append(other)
            return
        if self.leaf is None:
            self._begin_leaf()
        elif self.space:
            self.parts.append(self.space)
            self.length += 1
        self._settle()
        self.space = other.space
        self.later += other.later
        self._take(other)

    def _take(self, other: Galley) -> None:
        shift = self.length
        runs = other.runs
        for place in range(0, len(runs), 5):
            runs[place] += shift
        self.runs += runs
        self.parts += other.parts
        self.length += other.length
        settled: list[Mark | Stone | Leaf] = [*other.marks, *other.stones, *other.blocks]
        for each in settled:
            if each.start >= 0:
                each.start += shift
            if not isinstance(each, Stone) and each.end >= 0:
                each.end += shift
        self.waiting += other.waiting
        self.marks += other.marks
        self.stones += other.stones

    def finish(self) -> str:
        """The whole text; nothing can be set after it."""
        self.rest()
        self._settle()
        return "".join(self.parts)

    def words(self) -> str:
        """The text in one line."""
        return " ".join("".join(self.parts).split())
