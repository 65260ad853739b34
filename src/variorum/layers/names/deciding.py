"""What names are that only their use in the document tells: persons, places, or not told."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from variorum.layers.languages import Lexicon, lexicon
from variorum.layers.names.candidates import Run
from variorum.layers.names.mention import Mention, Page
from variorum.layers.names.usage import Use, joined, key, usage
from variorum.layers.names.words import VOCABULARIES
from variorum.layers.names.words.given import is_given, stem

RAISED = 100
"""In a text that has more than one common word with a capital in so many code points, nouns have capitals."""


def kind(page: Page, name: str, use: Use) -> tuple[str, float, str] | None:
    """What a name is, by how it is used: a person, a place, or not told.

    >>> from variorum.layers.names.frequency import Common
    >>> page = Page("", VOCABULARIES["en"], frozenset(), Common("en"))
    >>> kind(page, "Kolb", Use(4, 3, 0, 0, 2, 0, 0, 0, 0, 0))[0]
    'person'
    >>> kind(page, "Osna", Use(3, 3, 2, 1, 0, 0, 0, 0, 0, 0))[0]
    'place'
    """
    if (
        _is_word(page, name, use)
        or use.articled * 3 > use.seen
        or use.marked * 2 > use.seen
        or use.apart * 2 > use.seen
    ):
        return None
    rare = not page.common.frequent(name.casefold())
    other = use.seen - use.at - use.moved - use.acts - use.owns - use.says
    placed = 2.9 * use.at + 1.5 * use.moved - 1.4 * use.acts - 2 * use.says - 0.9 * use.owns - 0.3 * other - 1
    german = page.vocabulary.code == "de"
    if german and placed > 0 and not _german_place(page, name, use):
        return None
    if placed > 0 and (use.within or rare):
        return (
            "place",
            min(0.9, 0.7 + 0.05 * use.at),
            f"{use.at + use.moved} of {use.seen} times after a preposition of place",
        )
    if page.raised and not use.says and not (german and use.acts > 1):
        return None
    if german and not _german(page, name, use):
        return None
    does = use.acts + use.owns + use.says
    surname = _SURNAME.search(name.casefold()) is not None
    few = page.common.seldom(name.casefold())
    opening = surname and (rare or few) and (use.seen > 1 or page.vocabulary.code == "ru")
    if not use.within and not (does and (rare or surname)) and not opening:
        return None
    if placed > -1 and use.at:
        return None
    if does:
        return "person", 0.85, "it speaks, acts or owns as a person does"
    return "person", 0.7 if surname or use.within > 2 else 0.6, "no word, with a capital"


def _german(page: Page, name: str, use: Use) -> bool:
    """Whether a German word with a capital is a name: none of those that could be nouns."""
    low, common = name.casefold(), page.common
    if low.endswith(_NOUNS) or ("-" in low and common.frequent(low.rpartition("-")[2])):
        return False
    if 4 * use.articled > use.seen or " " in name or (common.compound(low) and not use.says):
        return False
    if use.says > 1 or (use.says and not common(low)):
        return True
    does = use.owns or use.acts
    if use.acts > 1 and not use.articled and common.seldom(low) and not common(low):
        return True
    if not common.frequent(low):
        return bool(does or use.led or use.seen > 1)
    return common.seldom(low) and (not common(low) or use.seen > _OFTEN) and bool(does and (use.led or use.seen > 2))


_NOUNS = ("ungen", "heiten", "keiten", "schaften", "chen", "lein", "ismus", "tät")
"""How German nouns end that are no names."""


def _german_place(page: Page, name: str, use: Use) -> bool:
    """Whether a German word after a preposition of place may be a place: none that could be a noun."""
    low = name.casefold()
    rare = not page.common.frequent(low) and not page.common.compound(low)
    return (rare and (use.at + use.moved > 1 or _TOWN.search(low) is not None or use.within < 1)) or (
        use.at + use.moved > 1 and _TOWN.search(low) is not None
    )


_TOWN = re.compile(
    r"(?:burg|berg|stadt|dorf|heim|hausen|ingen|furt|bach|au|ow|itz|thal|tal|kirchen|brück|feld|hafen|münde|rode|leben|stedt"
    r"|grad|sk|a|o)$"
)
"""How the names of towns end."""


def _is_word(page: Page, name: str, use: Use | None) -> bool:
    """Whether a name may be a word of the language, or is too long for a name."""
    low = name.casefold()
    words = low.split()
    if (
        len(low) < 3
        or len(words) > 3
        or (" " not in name and sum(map(str.isupper, name)) > 2)
        or name.isupper()
        or low.startswith(_days(page.vocabulary.code))
        or _ENDED.search(low)
    ):
        return True
    if page.vocabulary.code == "en" and low.endswith("ing") and _verb(page, low[:-3]):
        return True
    nouns = _nouns(page.vocabulary.code)
    for word in words:
        one = word[:-1] if word[-1:] == "s" and page.vocabulary.code in ("en", "fr") else word
        noun = word in nouns and not (page.vocabulary.code == "ru" and _SURNAME.search(word))
        common = page.common(word) and not (use and _borne(page, word, use))
        if word in page.small or common or noun or word.endswith(("’", "'")):
            return True
        if one is not word and (one in page.small or one in nouns or (page.common(one) and not (use and use.owns))):
            return True
    return low in lexicon(page.vocabulary.adjectives)


def _verb(page: Page, stem: str) -> bool:
    """Whether this is a usual verb without its ending: initiat(e), walk."""
    return page.common.frequent(f"{stem}e") or (page.common.frequent(stem) and page.common(stem))


def _borne(page: Page, word: str, use: Use) -> bool:
    """Whether a German word is seldom, and stands often here without an article, as a name does."""
    return page.vocabulary.code == "de" and use.seen > _OFTEN and not use.articled and page.common.seldom(word)


_OFTEN = 3


@cache
def _nouns(code: str) -> Lexicon:
    """Titles and nouns of bodies and places, which name nobody by themselves."""
    words = VOCABULARIES[code]
    return lexicon(
        f"{words.titles} {words.bodies} {words.sites} {words.sited} {words.paper} {words.works} {words.quarters}"
    )


@cache
def _days(code: str) -> tuple[str, ...]:
    """Days and months, which a slip may have joined to the next word."""
    long = re.findall(
        r"\b\w{3,}(?:day|dag|tag|di|ember|uary|ник|ница)\b|\b(?:october|oktober|octobre)\b", VOCABULARIES[code].openers
    )
    return tuple(long) or ("\0",)


_ENDED = re.compile(
    r"(?:isms?|ists?|ness|tions?|sions?|ments?|ships?|hoods?|doms?|ity|ities|ances?|ences?|iat|oisie|(?:sh|ch|k|s|y)men|mankind|[nrct]nial|[rct]ial|ional|ency|culture|ish|ese|ians?|ites?|logy|ics?|ik|iks|iki"
    r"|ung|heit|keit|schaft|tät|ismus|isten|ique|iste|istes|isme|ois|oise|aise?|ость|ство|ание|ение|изм)$"
)
_SURNAME = re.compile(
    r"(?:[oe]vs?|eff|off|sk[yi]i?|skaya|enko|itch|ich|vitch|dze|shvili|mann?|berg|stein|feld|son|ko|in"
    r"|(?:ов|ев|ёв|ин|ын|ский|цкий|енко|ич|ман|берг|штейн)(?:а|у|ым|ом|е|ой|ого|ому)?)$"
)


def told(page: Page, weak: Sequence[Run], apart: frozenset[tuple[int, int]]) -> list[Mention]:
    """The runs that only their use in the document tells."""
    named = [_known(page, run) for run in weak]
    page.ends.update(at for run, known in zip(weak, named, strict=True) if known for at in (run.start, run.end))
    raised = sum(not run.opens and len(run.words) == 1 and page.common(run.words[0].casefold()) for run in weak)
    page = replace(page, raised=raised * RAISED > len(page.text))
    uses = usage(page, weak, apart)
    names = [run.name for run in weak]
    kinds = {name: kind(page, name, uses[key(name)]) for name in set(names)}
    heads = _heads(page)
    placed = {name for name, one in kinds.items() if one and one[0] == "place"}
    spots = {at for run, name in zip(weak, names, strict=True) if name in placed for at in (run.start, run.end)}
    found: list[Mention] = []
    left: list[Run] = []
    for run, name, known in zip(weak, names, named, strict=True):
        if known:
            found.append(_person(run, 0.93, known))
        elif name in page.places and not _is_word(page, name, None):
            found.append(Mention(run.start, run.end, "place", name, 0.8, page.places[name]))
        elif (one := kinds[name]) and (run.start, run.end) not in apart and not _doubtful(page, run, one, heads):
            if one[0] == "person" and one[1] < _WEAK and joined(run, page, spots):
                one = ("place", 0.6, "it stands beside a place’s name")
            made = Mention(run.start, run.end, one[0], name, *one[1:])
            found.append(_person(run, *one[1:]) if one[0] == "person" else made)
        else:
            left.append(run)
    return found + _beside(page, left, found)


def _doubtful(page: Page, run: Run, one: tuple[str, float, str], heads: Sequence[tuple[int, int]]) -> bool:
    """Whether a place tells against what its name is elsewhere: an English article, a firm, a heading in capitals."""
    if one[0] == "person" and (run.name in page.unsure or _is_key(page, run)):
        return True
    if page.vocabulary.code == "en" and run.before.casefold() in ("the", "a", "an"):
        return True
    if one[0] != "person" or one[1] > _WEAK:
        return False
    text = page.text
    if text.startswith(" & ", run.end) or text.endswith(" & ", 0, run.start) or _FIRM.match(text, run.end):
        return True
    if len(run.words) > 1:
        return False
    at = bisect_right(heads, (run.start, len(text))) - 1
    return at >= 0 and heads[at][0] <= run.start < heads[at][1]


def _is_key(page: Page, run: Run) -> bool:
    """Whether a usual participle stands before a colon as what a line tells: First Published: 1861."""
    low = run.name.casefold()
    return low.endswith("ed") and run.after[:1] == ":" and page.common.frequent(low)


_WEAK = 0.7
"""So sure is what only a capital tells."""
_FIRM = re.compile(r",? (?:1[4-9]|20)\d\d\)")
"""A year after a publisher."""


def _heads(page: Page) -> list[tuple[int, int]]:
    """The short lines whose words nearly all have capitals, which there tell nothing."""
    found, start = [], 0
    for line in page.text.split("\n"):
        words = [word for word in line.split() if len(word) > 3 and word[0].isalpha()] if 20 < len(line) < 140 else []
        if len(words) > 2 and sum(word[0].isupper() for word in words) >= 0.75 * len(words):
            found.append((start, start + len(line)))
        start += len(line) + 1
    return found


def _beside(page: Page, left: Sequence[Run], found: Sequence[Mention]) -> list[Mention]:
    """The names that nothing tells but that “and” or a comma joins them to a person."""
    ends = {at for one in found if one.kind == "person" for at in (one.start, one.end)}
    open_ = [run for run in left if run.name not in page.unsure]
    joint = [run for run in open_ if joined(run, page, ends) and not _is_word(page, run.name, None)]
    return [_person(run, 0.6, "it stands beside a person’s name") for run in joint]


def _known(page: Page, run: Run) -> str | None:
    """Why a run is the name of somebody who is named in full elsewhere in the document."""
    last = run.words[-1]
    if len(run.words) == 2 and not page.common.seldom(run.words[0].casefold()) and not is_given(run.words[0]):
        return None
    known = page.persons.get(stem(last)) or (
        page.persons.get(last[:-1].casefold()) if page.vocabulary.code == "de" else None
    )
    if not known or len(run.words) > 2 or (len(run.words) == 2 and page.common(run.words[0].casefold())):
        return None
    low = last.casefold()
    return None if low in _nouns(page.vocabulary.code) or (run.opens and low in page.small) else known


def _person(run: Run, likely: float, reason: str) -> Mention:
    words = run.words
    at = 0
    while at < len(words) - 1 and is_given(words[at]):
        at += 1
    given = " ".join(words[:at]) or None
    return Mention(run.start, run.end, "person", run.name, likely, reason, " ".join(words[at:]), given)
