"""A page for each text that stands here more than once, or of which somebody says how it came down: its life."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from variorum.archive.site import claims, lives
from variorum.archive.site.edition import Edition, place_of
from variorum.archive.site.lives import Life
from variorum.archive.site.names import page_name, paragraph_name
from variorum.archive.site.openings import opening
from variorum.archive.site.render import page
from variorum.archive.site.shown import Evidence, Shown, evidence, shown, title_of
from variorum.archive.site.standing import Text
from variorum.archive.site.stated import STAGES, Statement, statement

MOST = 2000
"""So many lives are told: those of which most is said, then those that stand in most places."""
STATEMENTS = 40
"""How many statements are listed of one stage."""
ON_A_PAGE = 400


class Stage(NamedTuple):
    """A part of a life: what is said of it, and what the library shows."""

    heading: str
    said: Sequence[Statement]
    unlisted: int
    shown: Shown


class Told(NamedTuple):
    """A life, and where it is told."""

    life: Life
    path: str
    title: str
    opening: str
    href: str
    """Where the text stands first; "" where it is not here."""


def life(edition: Edition) -> Iterator[tuple[str, bytes]]:
    """`lives.html`, as many pages more as it takes, and a page for each life."""
    if not edition.has_lives:
        return
    every = lives.lives_of(edition)
    found = told(edition, every)
    by, known = evidence(edition), lives.known_works(edition)
    for one in found:
        stages = _stages(edition, by, one.life)
        name = "" if one.life.texts else lives.edition_named(edition, one.life.name)
        collected = sum(document.edition == name for document in edition.documents) if name else 0
        called = [one.life.entity, *(known.get(lives.bare(row.about), "") for _, row in one.life.said)]
        entity = next(filter(None, map(edition.entity_places.get, called)), "") if not one.life.texts else ""
        more = {"entity": entity, "collected": collected}
        yield page("life.html", edition, one.path, one=one, stages=stages, **more)
    parts = [found[at : at + ON_A_PAGE] for at in range(0, len(found), ON_A_PAGE)] or [[]]
    paths = ["lives.html" if nth == 1 else f"lives-{nth}.html" for nth in range(1, len(parts) + 1)]
    for number, (path, part) in enumerate(zip(paths, parts, strict=True), 1):
        yield page(
            "lives.html",
            edition,
            path,
            lives=part,
            total=len(every),
            listed=len(found),
            number=number,
            paths=paths,
        )


def told(edition: Edition, every: Sequence[Life]) -> list[Told]:
    """The lives with their pages, those of which most is said first."""
    first = sorted(every, key=lambda one: (-len(one.said), -len(one.texts) - len(one.elsewhere)))
    seen: dict[str, int] = {}
    found = []
    for one in first[:MOST]:
        key, title, words, href = _named(edition, one)
        seen[key] = seen.get(key, 0) + 1
        path = page_name("lives", key if seen[key] == 1 else f"{key} {seen[key]}")
        found.append(Told(one, path, title, words, href))
    return found


def _named(edition: Edition, one: Life) -> tuple[str, str, str, str]:
    """What a life is known by, its title, how the text begins, and where it stands."""
    if not one.texts:
        title = claims.named(one.name).strip("“”")
        return one.entity, title[:1].upper() + title[1:], "", ""
    main = min(one.texts, key=lambda text: _first(edition, text))
    document, text = edition.documents[main.document], edition.texts[main.document]
    key = document.doc if main.whole else f"{document.doc}/{paragraph_name(text[main.start : main.start + 200])}"
    words = opening(text, main.start, main.end, 14)
    return key, title_of(edition, main), words, place_of(edition, main.document, main.start)


def _first(edition: Edition, text: Text) -> tuple[int, str, int, int]:
    """Whole documents first, then those of which something is told; by when they were written."""
    document, one = edition.documents[text.document], text.embedded
    told = one is not None and bool(one.author or one.addressee or one.work)
    rank = 0 if text.whole else 1 if told else 2
    return rank, document.composed or document.published or "~", text.document, text.start


def _stages(edition: Edition, by: Evidence, one: Life) -> list[Stage]:
    facts = shown(edition, by, one)
    lines = sorted(one.said, key=lambda row: (row[1].said_when or "~", row[0], row[1].start, row[1].claim))
    statements = [statement(edition, *row) for row in lines]
    found = []
    for name, (heading, _) in STAGES.items():
        mine = [line for line in statements if line.stage == name]
        here = facts.get(name, Shown((), 0))
        if mine or here.facts:
            found.append(Stage(heading, mine[:STATEMENTS], len(mine[STATEMENTS:]), here))
    return found
