"""Periodicals and works by their titles: which stretches set apart are titles, and of what."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from variorum.layers.languages import lexicon, pattern
from variorum.layers.names.mention import Mention, Page
from variorum.layers.names.titles.citations import cited
from variorum.layers.names.titles.cues import Cue, after, before, nouns
from variorum.layers.names.titles.forms import by_form
from variorum.layers.names.titles.stretches import Stretch
from variorum.layers.names.titles.votes import ELSEWHERE, Kind, begun, chosen_titles, title_key, unmarked
from variorum.layers.names.words import VOCABULARIES
from variorum.layers.names.words.given import is_given
from variorum.layers.names.words.lands import is_land
from variorum.layers.names.words.press import PRESS

NUMBERED = re.compile(r"[\]\"”»’_]*,? ?\(?(?:Nos?|Nr|n°|№|N|issue|vol)\b\.?[  ]?№?[  ]?[\dXVI]")


def titles(page: Page, found: Sequence[Stretch]) -> Iterator[Mention]:
    """The stretches that are titles of papers or works, as the words beside them say in all their places together.

    >>> from variorum.layers.names.frequency import Common
    >>> from variorum.layers.names.words import VOCABULARIES
    >>> page = Page("in the newspaper “Osna Bell”", VOCABULARIES["en"], frozenset(), Common("en"))
    >>> [(one.kind, one.name) for one in titles(page, [Stretch(18, 27, "Osna Bell", False, (17, 28))])]
    [('periodical', 'Osna Bell')]
    """
    told = [(one, _kind(page, one)) for one in found]
    for at, (one, kind) in enumerate(told):
        told[at] = (one, kind or _beside(page, told, at))
    told = _with_cited(page, told)
    chosen = chosen_titles(page, told)
    page.titles.update((key, one.kind) for key, one in chosen.items())
    page.papers.update(
        (key, ELSEWHERE) for key, one in chosen.items() if one.kind == "periodical" and one.bears(one.plain)
    )
    for one, kind in told:
        known = page.titles.get(title_key(page, one.name)) or begun(page, one)
        if known and kind and kind[0] == known:
            yield Mention(one.start, one.end, known, " ".join(one.name.split()), *kind[1:])
        elif known and len(one.name) > 3:
            yield Mention(one.start, one.end, known, " ".join(one.name.split()), 0.8, ELSEWHERE)
    yield from unmarked(page, told, chosen)


def _with_cited(page: Page, told: list[tuple[Stretch, Kind | None]]) -> list[tuple[Stretch, Kind | None]]:
    """With what references name without marks, and what they tell of a stretch."""
    places = {one.start: at for at, (one, _) in enumerate(told)}
    for one, kind in cited(page, [one for one, _ in told]):
        if one.start not in places:
            told.append((one, kind))
        elif told[places[one.start]][1] is None:
            told[places[one.start]] = (told[places[one.start]][0], kind)
    return told


def _beside(page: Page, told: Sequence[tuple[Stretch, Kind | None]], at: int) -> Kind | None:
    """What a title is that “and” joins to another."""
    one = told[at][0]
    for other, kind in (told[at - 1], told[at + 1 if at + 1 < len(told) else at]):
        first, second = sorted((one.outer, other.outer))
        joint = page.text[first[1] : second[0]] if 0 < second[0] - first[1] < 16 else "."
        if kind and one.italic == other.italic and _JOINT.fullmatch(joint):
            return kind[0], 0.75, f"it stands beside “{other.name}”"
    return None


_JOINT = re.compile(r",? ?(?:and|or|&|et|ou|und|и|или)?(?: the| in the| in| in der| dans| в)? ?")


def _kind(page: Page, one: Stretch) -> Kind | None:
    """What a stretch is the title of, and what says so."""
    code = page.vocabulary.code
    head = page.text[max(0, one.outer[0] - 90) : one.outer[0]]
    head = head[head.rfind("\n") + 1 :]
    tail = page.text[one.outer[1] : one.outer[1] + 110].split("\n")[0]
    words = re.findall(r"[^\W_]+", one.name)
    if NUMBERED.match(tail) and one.italic | (code in ("ru", "de")):
        return "periodical", 0.85, "the number of an issue stands after it"
    if (told := _led(nouns(code), head) or _named(page, one, words, head) or _led(before(code), head)) is not None:
        return told
    for cue in after(code):
        if match := cue.words.match(tail):
            return cue.kind, cue.likely, f"“{match.group(1).strip(' ,(')}” stands after it"
    if one.italic and not _MARKED_OPEN.search(head) and (says := _says(code).match(tail)):
        return "periodical", 0.75, f"“{says.group(1)}” stands after it"
    if near := _paper_after(code).match(tail):
        return "periodical", 0.8, f"“{near.group(1)}” stands after it"
    if _OWNED[code].search(head) and (one.italic or len(words) > 1 or code == "de"):
        return "work", 0.8, "its author stands before it"
    if words[0].casefold() in lexicon(PRESS[code].genres) and len(words) > (1 if code == "ru" else 2):
        return "work", 0.75, f"it begins as titles of works do: “{words[0]}”"
    if code == "fr" and not one.italic and (told := _french(tail)):
        return told
    return by_form(page, words, head) if one.italic else None


def _french(tail: str) -> Kind | None:
    """What « Titre » de somebody or some town is."""
    whose = re.match(r"[»”\"’]* ?d(?:e |[’'])((?:[A-ZÀ-Þ][\w.-]+ ?)+)", tail)
    names = whose.group(1).split() if whose else []
    if names and is_land(" ".join(names)):
        return "periodical", 0.75, f"its town stands after it: “{names[0]}”"
    if len(names) > 1 and (is_given(names[0]) or names[0].endswith(".")):
        return "work", 0.8, "its author stands after it"
    return None


def _led(cues: Iterable[Cue], head: str) -> Kind | None:
    """What the words before it make of a title."""
    for cue in cues:
        if match := cue.words.search(head):
            return cue.kind, cue.likely, f"“{match.group(1).strip()}” stands before it"
    return None


def _named(page: Page, one: Stretch, words: Sequence[str], head: str) -> Kind | None:
    """A paper that has the name of one, or is given as an example of papers."""
    code, papers = page.vocabulary.code, lexicon(page.vocabulary.papers)
    ends = {words[0].casefold(), words[-1].casefold(), re.split(r"[\s-]", one.name)[-1].casefold()}
    named = any(word in papers for word in ends) or (code == "de" and _GERMAN.search(one.name) is not None)
    led = one.italic or code in ("ru", "fr", "de") or re.search(r"\b(?:in|of) the $|\bin $", head)
    if named and led and not is_land(one.name) and len(words) < 7:
        return "periodical", 0.85, "its name is one of papers"
    if _LIKE.search(head) and _papers(code).search(head):
        return "periodical", 0.75, "it is given as an example of papers"
    return None


_GERMAN = re.compile(r"(?:zeitung|blatt|blätter|anzeiger|bote|post|nachrichten|zeitschrift)e?n?$", re.IGNORECASE)
_OWNED = {
    "en": re.compile(r"(?<!day)(?<!week)(?<!month)(?<!night)(?:[’']s|s[’']) (?:[a-z]\w+ )?$"),
    "fr": re.compile(r"(?!)"),
    "de": re.compile(r"\b[A-ZÄÖÜ]\w+(?:s|[sxz][’']) $"),
    "ru": re.compile(r"\b[А-Я][а-я]+(?:ова|ева|ина|ского) $"),
}
"""Whose a work is, right before it."""


_MARKED_OPEN = re.compile(r"[“\"‘«„]$")
_LIKE = re.compile(r"\((?:[^()]{0,16}[, ])?$|such as (?:the )?$|например, ?$")


@cache
def _papers(code: str) -> re.Pattern[str]:
    return re.compile(pattern(PRESS[code].many))


@cache
def _says(code: str) -> re.Pattern[str]:
    """What a paper does, right after its name."""
    return re.compile(rf"_? ({pattern(PRESS[code].says)})")


@cache
def _paper_after(code: str) -> re.Pattern[str]:
    nouns = pattern("newspaper magazine correspondent editorial reporter" if code == "en" else VOCABULARIES[code].paper)
    return re.compile(rf" ({nouns})" if code == "en" else r"(?!)")
