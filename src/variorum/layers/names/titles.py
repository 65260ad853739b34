"""Periodicals and works by their titles: which stretches set apart are titles, and of what."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from variorum.layers.languages import lexicon, pattern
from variorum.layers.names.mention import Mention, Page
from variorum.layers.names.stretches import Stretch
from variorum.layers.names.words import VOCABULARIES
from variorum.layers.names.words.lands import is_land

NUMBERED = re.compile(r"[\]\"”»’_]*,? ?\(?(?:Nos?|Nr|n°|№|N|issue|vol)\b\.?[  ]?№?[  ]?\d")
_OF_DAY = re.compile(r"[\"”»’_]* (?:of|du|vom|от|for) (?:the )?(?:\d|[A-Z][a-z]+ \d)")
_YEAR = re.compile(r"[\"”»’_]*,? \((?:[^()]{0,40} )?1[4-9]\d\d\)")


def titles(page: Page, found: Sequence[Stretch]) -> Iterator[Mention]:
    """The stretches that are titles of papers or works, as the words beside them say.

    >>> from variorum.layers.names.frequency import Common
    >>> from variorum.layers.names.words import VOCABULARIES
    >>> page = Page("in the newspaper “Osna Bell”", VOCABULARIES["en"], frozenset(), Common("en"))
    >>> [(one.kind, one.name) for one in titles(page, [Stretch(18, 27, "Osna Bell", False, (17, 28))])]
    [('periodical', 'Osna Bell')]
    """
    told = [(one, _kind(page, one)) for one in found]
    told = [(one, kind or _beside(page, told, at)) for at, (one, kind) in enumerate(told)]
    votes: dict[str, dict[str, float]] = {}
    for one, kind in told:
        if kind:
            counts = votes.setdefault(_key(one.name), {})
            counts[kind[0]] = counts.get(kind[0], 0) + kind[1]
    page.papers.update(_key(one.name) for one, kind in told if kind and kind[0] == "periodical" and kind[1] > 0.8)
    page.titles.update((name, max(counts, key=counts.__getitem__)) for name, counts in votes.items())
    for one, kind in told:
        known = page.titles.get(_key(one.name))
        if known and kind and kind[0] == known:
            yield Mention(one.start, one.end, known, " ".join(one.name.split()), *kind[1:])
        elif known and len(one.name) > 3:
            yield Mention(one.start, one.end, known, " ".join(one.name.split()), 0.8, ELSEWHERE)


ELSEWHERE = "it is named so elsewhere in the document"
_Kind = tuple[str, float, str]


def _beside(page: Page, told: Sequence[tuple[Stretch, _Kind | None]], at: int) -> _Kind | None:
    """What a title is that “and” joins to another."""
    one = told[at][0]
    for other, kind in (told[at - 1], told[at + 1 if at + 1 < len(told) else at]):
        first, second = sorted((one.outer, other.outer))
        joint = page.text[first[1] : second[0]] if 0 < second[0] - first[1] < 16 else "."
        if kind and one.italic == other.italic and _JOINT.fullmatch(joint):
            return kind[0], 0.75, f"it stands beside “{other.name}”"
    return None


_JOINT = re.compile(r",? ?(?:and|or|&|et|ou|und|и|или)?(?: the| in the| in| in der| dans| в)? ?")


def _key(name: str) -> str:
    return re.sub(r"^(?:the|le|la|les|der|die|das|l[’'])\s*", "", name.casefold().replace("’", "'"))


def _kind(page: Page, one: Stretch) -> _Kind | None:
    """What a stretch is the title of, and what says so."""
    code = page.vocabulary.code
    before = page.text[max(0, one.outer[0] - 60) : one.outer[0]]
    before = before[before.rfind("\n") + 1 :]
    after = page.text[one.outer[1] : one.outer[1] + 40].split("\n")[0]
    words = re.findall(r"[^\W_]+", one.name)
    if paper := _paper(code).search(before):
        return "periodical", 0.9, f"“{paper.group(1).strip()}” stands before it"
    if NUMBERED.match(after) and one.italic | (code == "ru"):
        return "periodical", 0.85, "the number of an issue stands after it"
    named = words[-1].casefold() in lexicon(page.vocabulary.papers) or words[0].casefold() in lexicon(
        page.vocabulary.papers
    )
    if named and not is_land(one.name) and len(words) < 7 and (one.italic or code in ("ru", "fr")):
        return "periodical", 0.85, "its name is one of papers"
    if named and re.search(r"\b(?:in|of) the $|\bin $", before) and len(words) < 7:
        return "periodical", 0.8, "its name is one of papers"
    if _LIKE.search(before) and _papers(code).search(before):
        return "periodical", 0.75, "it is given as an example of papers"
    if one.italic and not _MARKED_OPEN.search(before) and (says := _says(code).match(after)):
        return "periodical", 0.75, f"“{says.group(1)}” stands after it"
    if tail := _paper_after(code).match(after):
        return "periodical", 0.8, f"“{tail.group(1)}” stands after it"
    if _OF_DAY.match(after):
        return "periodical", 0.75, "the day of an issue stands after it"
    if book := _book(code).search(before):
        return "work", 0.85, f"“{book.group(book.lastindex or 0).strip()}” stands before it"
    if _YEAR.match(after):
        return "work", 0.8, "a year of printing stands after it"
    if one.italic and code == "en" and _looks(words) and before.strip(' "“(') and not _BODIED.search(one.name):
        return "work", 0.6, "it is set in italic, with the capitals of a title"
    if one.italic and len(words) > 1 and re.search(r"[^\W\d_](?:[’']s|s[’']) (?:\w+ )?$", before):
        return "work", 0.8, "its author stands before it"
    return None


def _looks(words: Sequence[str]) -> bool:
    """Whether words look like a title by themselves: three or more, a small one among them."""
    return 2 < len(words) < 10 and any(word in _WITHIN for word in words[1:-1])


_WITHIN = lexicon("of the and in to for on a an from with").whole
_BODIED = re.compile(
    r"\b(?:Committee|Council|Congress|Party|Soviet|Ministry|Commissars?|President|Republic|Delegates|Chairman|Secretary|Union|Mr)\b"
)


@cache
def _paper(code: str) -> re.Pattern[str]:
    """A noun for papers right before a title."""
    nouns = pattern(VOCABULARIES[code].paper)
    whose = pattern(
        "editor editors edited issue issues number numbers column columns correspondent subscribers copy copies"
    )
    joint = r"(?:,? (?:called|named|the|de|du|der|des|namens))*"
    return re.compile(rf"({nouns}{joint}|{whose} of(?: the)?)[ ,:(]{{1,2}}$", re.IGNORECASE)


_MARKED_OPEN = re.compile(r"[“\"‘«„]$")
_LIKE = re.compile(r"\((?:[^()]{0,16}[, ])?$|such as (?:the )?$|например, ?$")


@cache
def _papers(code: str) -> re.Pattern[str]:
    nouns = {
        "en": "newspapers papers journals press",
        "fr": "journaux presse",
        "de": "Zeitungen Blätter Presse",
        "ru": "газет* печат*",
    }
    return re.compile(pattern(nouns[code]))


@cache
def _says(code: str) -> re.Pattern[str]:
    """What a paper does, right after its name."""
    words = {
        "en": "said says wrote writes published publishes printed prints reported reports announced",
        "fr": "écrit écrivait publie publia annonce annonça",
        "de": "schrieb schreibt meldet meldete berichtet berichtete veröffentlichte",
        "ru": "писал* пишет напечатал* сообщает сообщил* опубликовал*",
    }
    return re.compile(rf"_? ({pattern(words[code])})")


@cache
def _paper_after(code: str) -> re.Pattern[str]:
    nouns = pattern("newspaper magazine correspondent editorial reporter" if code == "en" else VOCABULARIES[code].paper)
    return re.compile(rf" ({nouns})" if code == "en" else r"(?!)")


@cache
def _book(code: str) -> re.Pattern[str]:
    """A noun or verb for books before a title."""
    nouns = pattern(VOCABULARIES[code].book)
    own = pattern(VOCABULARIES[code].own)
    joint = r"(?: (?:called|entitled|titled|on|of|the|intitulé|de|du|der|des|under the title|(?:mit|unter) dem Titel))*"
    return re.compile(rf"({nouns}){joint}[ ,:(]{{1,2}}$|\b(in {own}|(?:par|dans) {own}) $", re.IGNORECASE)
