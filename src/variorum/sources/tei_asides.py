"""What is set off from the running line of a TEI text: quotations, notes, form work, figures, gaps."""

from __future__ import annotations

from functools import partial

from variorum.sources.galley import Galley
from variorum.sources.leaves import NOTHING, PARAGRAPH, QUOTE, Setting
from variorum.sources.tei_elements import FURNITURE, is_set_off
from variorum.sources.tei_reading import DEEPEST, Quote, Reading, Undo, divert
from variorum.sources.xml import Tag

LONGEST = 200
"""Code points that a description of a gap may have."""


def quote(reading: Reading, tag: Tag) -> Undo | None:
    """A quotation: a block where it stands between blocks or is said to be set so, else a stretch in the line."""
    galley, given = reading.galley, tag.given
    if reading.parent == "epigraph" or (reading.parent == "cit" and reading.names["epigraph"]):
        galley.enter(NOTHING)
        return galley.leave
    if is_set_off(given) or (not galley.is_in_text and reading.parent not in ("item", "cell", "note")):
        reading.block()
        return partial(galley.close, galley.contain(QUOTE))
    found = Quote(galley.mark("quote", given.get("who") or given.get("source")))
    reading.quotes.append(found)
    return partial(_unquote, reading, galley, found)


def _unquote(reading: Reading, galley: Galley, quote: Quote) -> None:
    if quote.place >= 0:
        galley.close(quote.place)
    else:
        galley.unmark(quote.mark)
        reading.quotes.pop()


def note(reading: Reading, tag: Tag) -> Undo | None:
    """A note: a block below the paragraph; a link stands where it belongs, and leads to an anchor at the note."""
    outer, given = reading.galley, tag.given
    reading.notes += 1
    back = None
    if outer.is_in_text:
        name = given.get("xml:id") or given.get("id")
        outer.point("link", "#" + (name or f"note-{reading.notes}"))
        back = divert(reading)
        if not name:
            reading.galley.point("anchor", f"note-{reading.notes}")
    else:
        reading.block()
    galley = reading.galley
    place = galley.contain(Setting("note", given.get("n")))

    def end() -> None:
        galley.close(place)
        if back:
            back()

    return end


def forme(reading: Reading, tag: Tag) -> Undo:
    """Form work: running heads, page numbers, catchwords, signatures; out of the line."""
    back = divert(reading) if reading.galley.is_in_text else None
    reading.block()
    galley = reading.galley
    galley.enter(Setting("furniture", FURNITURE.get(tag.given.get("type", ""), "running head")))

    def end() -> None:
        galley.leave()
        if back:
            back()

    return end


def figure(reading: Reading, _: Tag) -> Undo | None:
    """A figure: its caption is out of the line."""
    if reading.galley.is_in_text:
        return divert(reading)
    reading.block()
    reading.galley.rest(PARAGRAPH)
    return partial(Galley.rest, reading.galley)


def gap(reading: Reading, tag: Tag) -> Undo | None:
    """What is not there: a style without text, whose target says why; its description is no text."""
    given = tag.given
    why = " ".join(given[key] for key in ("reason", "quantity", "unit", "extent") if key in given)
    mark, outer, quotes = reading.galley.point("gap", why or None), reading.galley, reading.quotes
    if tag.empty or outer.depth >= DEEPEST:
        return None
    reading.galley, reading.quotes = outer.aside(), []

    def end() -> None:
        told = reading.galley.words()
        mark.target = why or told[:LONGEST] or None
        if len(told) > LONGEST:  # it was never closed: what follows a gap is text
            outer.insert(reading.galley)
        reading.galley, reading.quotes = outer, quotes

    return end


def editorial(reading: Reading, tag: Tag) -> Undo:
    """What an editor supplied, or was not sure of."""
    mark = reading.galley.mark(tag.name, tag.given.get("reason"))
    return partial(reading.galley.unmark, mark)
