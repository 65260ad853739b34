"""How a name is used through a document: what single words with capitals are, by all their places together."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from variorum.layers.languages import Lexicon, lexicon
from variorum.layers.names.candidates import Run
from variorum.layers.names.mention import Mention, Page
from variorum.layers.names.words import VOCABULARIES
from variorum.layers.names.words.given import is_given, stem
from variorum.layers.persons import by_code


class Use(NamedTuple):
    """How often a name stands in a document, and how."""

    seen: int
    within: int
    """Within a sentence, where a capital tells."""
    at: int
    """After a preposition that leads to a place."""
    led: int
    """After another preposition."""
    acts: int
    """Before what a person says or does."""
    owns: int
    articled: int
    """After an article."""
    marked: int
    """Before a noun, as an adjective stands."""


def usage(page: Page, runs: Iterable[Run]) -> dict[str, Use]:
    """How each name is used, by its stem."""
    code = page.vocabulary.code
    locative, governing = lexicon(page.vocabulary.locative).whole, lexicon(page.vocabulary.governing).whole
    articles, acts = lexicon(page.vocabulary.articles).whole, _acts(code)
    counts: Counter[tuple[str, bool, str, str]] = Counter()
    for run in runs:
        before = run.before.casefold()
        place = "at" if before in locative else "led" if before in governing else "the" if before in articles else ""
        after = run.after
        if run.owner:
            what = "owns"
        elif after[:1] == " " and (word := after.strip(" ,.;:").casefold()):
            what = "acts" if word in acts else "marks" if word.isalpha() and word not in _small(code) else ""
        else:
            what = ""
        counts[run.name, run.opens, place, what] += 1
    return _summed(counts)


def _summed(counts: Mapping[tuple[str, bool, str, str], int]) -> dict[str, Use]:
    sums: dict[str, list[int]] = {}
    for (name, opens, place, what), count in counts.items():
        use = sums.setdefault(key(name), [0] * 8)
        use[0] += count
        use[1] += 0 if opens else count
        use[2] += count if place == "at" and what != "owns" else 0
        use[3] += count if place == "led" else 0
        use[4] += count if what == "acts" else 0
        use[5] += count if what == "owns" else 0
        use[6] += count if place == "the" else 0
        use[7] += count if what == "marks" else 0
    return {name: Use(*use) for name, use in sums.items()}


def key(name: str) -> str:
    """A name without the endings of Russian cases, in small letters."""
    return " ".join(map(stem, name.split()))


@cache
def _acts(code: str) -> frozenset[str]:
    return frozenset(VOCABULARIES[code].acting.split()) | lexicon(by_code(code).speech).whole


@cache
def _small(code: str) -> frozenset[str]:
    """Words that are no nouns."""
    vocabulary, language = VOCABULARIES[code], by_code(code)
    lists = (
        vocabulary.openers,
        vocabulary.locative,
        vocabulary.governing,
        vocabulary.articles,
        language.unnamed,
        language.between,
    )
    return frozenset(" ".join(lists).casefold().split())


def kind(page: Page, name: str, use: Use) -> tuple[str, float, str] | None:
    """What a name is, by how it is used: a person, a place, or not told.

    >>> page = Page("", VOCABULARIES["en"], frozenset(), lambda word: False)
    >>> kind(page, "Kolb", Use(4, 3, 0, 1, 2, 0, 0, 0))[0], kind(page, "Osna", Use(3, 3, 3, 0, 0, 0, 0, 0))[0]
    ('person', 'place')
    """
    words = name.split()
    low = name.casefold()
    if low.startswith(_days(page.vocabulary.code)):
        return None
    if len(low) < 3 or name.isupper() or any(word in page.small for word in low.split()):
        return None
    if any(map(page.common, low.split())) or low in lexicon(page.vocabulary.adjectives) or _ENDED.search(low):
        return None
    if any(word in _nouns(page.vocabulary.code) for word in low.split()):
        return None
    if len(words) > 3 or use.articled * 3 > use.seen or use.marked * 2 > use.seen:
        return None
    if use.at * 2 >= use.seen and use.acts + use.owns == 0 and use.at:
        return "place", min(0.9, 0.6 + 0.1 * use.at), f"{use.at} of {use.seen} times after a preposition of place"
    if not use.within and use.seen < 2:
        return None
    if use.acts + use.owns and use.at * 3 < use.seen:
        return "person", 0.85, "it speaks, acts or owns as a person does"
    if use.at * 4 <= use.seen and (use.within or use.seen > 2):
        return (
            "person",
            0.7 if _SURNAME.search(low) or use.within > 2 else 0.6,
            "a name that is no word, with a capital",
        )
    return None


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
    r"(?:isms?|ists?|ness|tions?|sions?|ments?|ships?|hoods?|doms?|ity|ities|ances?|ences?|iat|oisie|ish|ese|ians?|ites?|logy|ics?|ik|iks|iki"
    r"|ung|heit|keit|schaft|tät|ismus|isten|ique|iste|istes|isme|ois|oise|aise?|ость|ство|ание|ение|изм)$"
)
_SURNAME = re.compile(
    r"(?:[oe]vs?|eff|off|sk[yi]i?|skaya|enko|itch|ich|vitch|dze|shvili|mann?|berg|stein|feld|son|ko|in"
    r"|(?:ов|ев|ёв|ин|ын|ский|цкий|енко|ич|ман|берг|штейн)(?:а|у|ым|ом|е|ой|ого|ому)?)$"
)


def told(page: Page, weak: Sequence[Run]) -> list[Mention]:
    """The runs that only their use in the document tells."""
    uses = usage(page, weak)
    kinds: dict[str, tuple[str, float, str] | None] = {}
    found: list[Mention] = []
    for run in weak:
        name = run.name
        if (
            (last := page.persons.get(stem(run.words[-1])))
            and len(run.words) < 3
            and not (len(run.words) == 2 and page.common(run.words[0].casefold()))
        ):
            found.append(_person(run, 0.93, last))
            continue
        if name not in kinds:
            kinds[name] = kind(page, name, uses[key(name)])
        if one := kinds[name]:
            found.append(
                _person(run, *one[1:]) if one[0] == "person" else Mention(run.start, run.end, one[0], name, *one[1:])
            )
    return found


def _person(run: Run, likely: float, reason: str) -> Mention:
    words = run.words
    at = 0
    while at < len(words) - 1 and is_given(words[at]):
        at += 1
    given = " ".join(words[:at]) or None
    return Mention(run.start, run.end, "person", run.name, likely, reason, " ".join(words[at:]), given)
