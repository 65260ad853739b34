"""What each element of TEI does as it opens, by its name; what it returns is done when it ends."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from variorum.sources.leaves import LINE, NOTHING, Setting
from variorum.sources.tei_asides import editorial, figure, forme, gap, note, quote
from variorum.sources.tei_elements import (
    ALTERNATIVES,
    CAPTIONED,
    CONTAINERS,
    DIVISIONS,
    EDITORIAL,
    HOLDERS,
    LEAVES,
    LEAVES_ALONE,
    NUMBERED,
    QUOTED,
    STYLED,
)
from variorum.sources.tei_reading import Reading, Undo, choose
from variorum.sources.xml import Tag

Opener = Callable[[Reading, Tag], Undo | None]


def _division(reading: Reading, tag: Tag) -> Undo:
    if reading.quotes:
        reading.block()
    reading.galley.enter(NOTHING)
    if tag.name not in NUMBERED:
        return reading.galley.leave
    reading.divisions += 1
    return partial(_undivide, reading)


def _undivide(reading: Reading) -> None:
    reading.divisions -= 1
    reading.galley.leave()


def _list(reading: Reading, tag: Tag) -> Undo:
    given = tag.given
    kind = f"{given.get('type', '')} {given.get('rend', '')}"
    reading.items.append(0 if "ordered" in kind.replace("unordered", "") or "number" in kind else -1 << 60)
    leave = _division(reading, tag)

    def end() -> None:
        reading.items.pop()
        leave()

    return end


def _leaf(reading: Reading, tag: Tag) -> Undo:
    if reading.quotes:
        reading.block()
    reading.galley.enter(LEAVES[tag.name])
    return reading.galley.leave


def _verse(reading: Reading, tag: Tag) -> Undo:
    if reading.quotes:
        reading.block()
    reading.galley.enter(LEAVES["l"] if " n=" not in tag.written else Setting("verse", tag.get("n"), 0, LINE))
    return reading.galley.leave


def _head(reading: Reading, tag: Tag) -> Undo | None:
    if reading.parent in CAPTIONED:
        return _leaf_alone(reading, tag)
    if reading.quotes:
        reading.block()
    level = max(reading.divisions, 1) + (reading.parent == "lg" and reading.divisions > 0)
    reading.galley.enter(Setting("heading", None, min(level, 6)))
    return reading.galley.leave


def _leaf_alone(reading: Reading, tag: Tag) -> Undo | None:
    if reading.galley.is_in_text or reading.parent in HOLDERS:
        return None
    if reading.quotes:
        reading.block()
    reading.galley.enter(LEAVES_ALONE[tag.name])
    return reading.galley.leave


def _container(reading: Reading, tag: Tag) -> Undo:
    if reading.quotes:
        reading.block()
    setting = CONTAINERS[tag.name]
    if setting.kind == "item" and reading.items:
        reading.items[-1] += 1
        number = f"{reading.items[-1]}." if reading.items[-1] > 0 else None
        setting = setting._replace(label=tag.given.get("n") or number)
    if not setting.kind:
        reading.galley.enter(setting)
        return reading.galley.leave
    return partial(reading.galley.close, reading.galley.contain(setting))


def _page(reading: Reading, tag: Tag) -> None:
    given, galley = tag.given, reading.galley
    galley.stone("page" if tag.name == "pb" else "column", given.get("n"), reading.facsimile(tag))
    if (
        given.get("break") != "no"
        and galley.leaf is not None
        and not galley.parts[-1].endswith(("-", "\u00ad", "\u2010"))
    ):
        galley.space = galley.space or " "


def _line(reading: Reading, tag: Tag) -> None:
    has_image = "facs" in tag.written or "corresp" in tag.written
    reading.galley.stone("line", tag.get("n"), reading.facsimile(tag) if has_image else None)
    if "break" not in tag.written or tag.get("break") != "no":
        reading.galley.line()


def _milestone(reading: Reading, tag: Tag) -> None:
    given = tag.given
    if unit := given.get("unit"):
        reading.galley.stone(unit, given.get("n"), reading.facsimile(tag))


def _space(reading: Reading, _: Tag) -> None:
    reading.galley.space = reading.galley.space or " "


def _image(reading: Reading, tag: Tag) -> None:
    given = tag.given
    if address := given.get("url") or given.get("target") or given.get("entity"):
        reading.galley.point("image", address)


def _link(reading: Reading, tag: Tag) -> Undo | None:
    target = tag.given.get("target")
    if not target:
        return None
    if tag.empty:
        reading.galley.point("link", target)
        return None
    return partial(reading.galley.unmark, reading.galley.mark("link", target))


def _styled(reading: Reading, tag: Tag) -> Undo | None:
    if "rend" in tag.written:
        return None
    return partial(reading.galley.unmark, reading.galley.mark(STYLED[tag.name]))


def _by_names() -> dict[str, Opener]:
    groups: list[tuple[frozenset[str] | Mapping[str, object], Opener]] = [
        (DIVISIONS, _division), (LEAVES, _leaf), (LEAVES_ALONE, _leaf_alone), (CONTAINERS, _container),
        (QUOTED, quote), (ALTERNATIVES - {"rdgGrp"}, choose), (EDITORIAL, editorial), (STYLED, _styled),
    ]  # fmt: skip
    single: dict[str, Opener] = {
        "head": _head, "l": _verse, "list": _list, "note": note, "witDetail": note, "fw": forme, "figure": figure,
        "gap": gap, "pb": _page, "cb": _page, "lb": _line, "line": _line, "milestone": _milestone, "space": _space,
        "graphic": _image, "media": _image, "ref": _link, "ptr": _link,
    }  # fmt: skip
    return {name: opener for names, opener in groups for name in names} | single


OPENERS = _by_names()
