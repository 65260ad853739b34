"""How a name is used through a document: what single words with capitals are, by all their places together."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from variorum.layers.languages import Lexicon, lexicon, pattern
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
    moved: int
    """After a word of motion and its preposition."""
    acts: int
    """Beside what a person says or does."""
    owns: int
    articled: int
    """After an article."""
    marked: int
    """Before a noun, as an adjective stands."""
    apart: int
    """Alone in italic or in quotation marks, as a title or a foreign word stands, or after “sent to”."""


_SIGNS = ("at", "moved", "acts", "owns", "the", "marks", "apart")


def usage(page: Page, runs: Iterable[Run], apart: frozenset[tuple[int, int]]) -> dict[str, Use]:
    """How each name is used, by its stem."""
    code = page.vocabulary.code
    counts: Counter[tuple[str, bool, str, str]] = Counter()
    for run in runs:
        if (run.start, run.end) in apart:
            counts[run.name, run.opens, "apart", ""] += 1
        else:
            counts[run.name, run.opens, _before(page, run, code), _after(run, code)] += 1
    return _summed(counts)


def _before(page: Page, run: Run, code: str) -> str:
    """What stands before a name, as a sign of what it is."""
    before = run.before.casefold()
    sign = _signs(code).get(before, "")
    if (before == "of" and run.start - 4 in page.ends) or _joined(run, page.text, page.spots):
        return "at"
    if _joined(run, page.text, page.ends):
        return "acts"
    if sign == "to":
        head = page.text[max(0, run.start - 40) : run.start]
        return "moved" if _moved(code).search(head) else "apart" if head.endswith("sent to ") else ""
    return "" if sign == "at" and run.owner else sign


def _after(run: Run, code: str) -> str:
    if run.owner:
        return "owns"
    word = run.after[1:].rstrip(" ,.;:").casefold() if run.after[:1] == " " else ""
    if not word:
        return ""
    if word in _acts(code):
        return "acts"
    return "marks" if code == "en" and word.isalpha() and word not in _small(code) and not word.endswith("ed") else ""


@cache
def _signs(code: str) -> dict[str, str]:
    """For a word before a name what it is a sign of."""
    words = VOCABULARIES[code]
    spoken = {word: "acts" for word in lexicon(by_code(code).speech).whole if word not in _BOTH}
    moved = dict.fromkeys(lexicon("to from for nach à из от до").whole, "to")
    return {
        **spoken,
        **moved,
        **dict.fromkeys(words.locative.split(), "at"),
        **dict.fromkeys(words.articles.split(), "the"),
    }


def _joined(run: Run, text: str, ends: set[int]) -> bool:
    """Whether a comma or “and” joins it to a name that is told."""
    start, end = run.start, run.end
    return (
        (start - 2 in ends and text[start - 2 : start] == ", ")
        or (start - 5 in ends and text[start - 5 : start] == " and ")
        or (start - 6 in ends and text[start - 6 : start] == ", and ")
        or (end + 5 in ends and text[end : end + 5] == " and ")
        or (start - 3 in ends and text[start - 3 : start] == " и ")
        or (end + 3 in ends and text[end : end + 3] == " и ")
        or (start - 5 in ends and text[start - 5 : start] == " und ")
        or (start - 4 in ends and text[start - 4 : start] == " et ")
    )


_BOTH = lexicon("found put returned speaking began read setzte fuhr").whole


@cache
def _moved(code: str) -> re.Pattern[str]:
    """A word of motion with its preposition, right before a name."""
    words = {
        "en": """
            went go goes going gone come came comes coming returned return travelled traveled arrived sailed
            marched moved exiled banished fled drove journey trip train road way voyage removed emigrated escaped
            hastened deported daughter son man woman girl boy lad sailor soldier soldiers peasant peasants workers
            delegate delegates people men
        """,
        "fr": "alla aller allé vint venir venu revint retourna partit parti arriva arrivé voyage exilé route train",
        "de": "ging gehen kam kommen reiste fuhr reise rückkehr zurück weg zug verbannt geschickt flucht",
        "ru": "приехал* уехал* выехал* поехал* прибыл* вернулся вернулась бежал* поезд* дорог* пути переехал* сослан*",
    }[code]
    return re.compile(rf"(?i:{pattern(words)})(?: [^\W\d_]+){{0,2}} (?:to|from|for|nach|à|из|от|до) $")


def _summed(counts: Mapping[tuple[str, bool, str, str], int]) -> dict[str, Use]:
    sums: dict[str, list[int]] = {}
    for (name, opens, before, after), count in counts.items():
        use = sums.setdefault(key(name), [0] * 9)
        use[0] += count
        use[1] += 0 if opens else count
        for at, sign in enumerate(_SIGNS, 2):
            use[at] += count * (sign in (before, after))
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

    >>> from variorum.layers.names.frequency import Common
    >>> page = Page("", VOCABULARIES["en"], frozenset(), Common("en"))
    >>> kind(page, "Kolb", Use(4, 3, 0, 0, 2, 0, 0, 0, 0))[0], kind(page, "Osna", Use(3, 3, 2, 1, 0, 0, 0, 0, 0))[0]
    ('person', 'place')
    """
    if (
        _is_word(page, name, use)
        or use.articled * 3 > use.seen
        or use.marked * 2 > use.seen
        or use.apart * 2 > use.seen
    ):
        return None
    rare = not page.common.frequent(name.casefold())
    other = use.seen - use.at - use.moved - use.acts - use.owns
    placed = 2.9 * use.at + 1.5 * use.moved - 1.4 * use.acts - 0.9 * use.owns - 0.3 * other - 1
    if placed > 0 and (use.within or rare):
        return (
            "place",
            min(0.9, 0.7 + 0.05 * use.at),
            f"{use.at + use.moved} of {use.seen} times after a preposition of place",
        )
    if page.vocabulary.code == "de" and not _german(page, name, use):
        return None
    if not use.within and not (rare and (use.acts + use.owns or (use.seen > 1 and _SURNAME.search(name.casefold())))):
        return None
    if placed > -1 and use.at:
        return None
    if use.acts + use.owns:
        return "person", 0.85, "it speaks, acts or owns as a person does"
    return "person", 0.7 if _SURNAME.search(name.casefold()) or use.within > 2 else 0.6, "no word, with a capital"


def _german(page: Page, name: str, use: Use) -> bool:
    """Whether a German word with a capital is a name: none of those that could be nouns."""
    low = name.casefold()
    return (
        bool(use.acts + use.owns or use.seen > 2)
        and not use.articled
        and not page.common.frequent(low)
        and not page.common.compound(low)
    )


def _is_word(page: Page, name: str, use: Use) -> bool:
    """Whether a name may be a word of the language, or is too long for a name."""
    low = name.casefold()
    words = low.split()
    if (
        len(low) < 3
        or len(words) > 3
        or name.isupper()
        or low.startswith(_days(page.vocabulary.code))
        or _ENDED.search(low)
    ):
        return True
    nouns = _nouns(page.vocabulary.code)
    for word in words:
        one = word[:-1] if word[-1:] == "s" and page.vocabulary.code in ("en", "fr") else word
        if word in page.small or page.common(word) or word in nouns or word.endswith(("’", "'")):
            return True
        if one is not word and (one in page.small or one in nouns or (page.common(one) and not use.owns)):
            return True
    return low in lexicon(page.vocabulary.adjectives)


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


def told(page: Page, weak: Sequence[Run], apart: frozenset[tuple[int, int]]) -> list[Mention]:
    """The runs that only their use in the document tells."""
    uses = usage(page, weak, apart)
    kinds: dict[str, tuple[str, float, str] | None] = {}
    found: list[Mention] = []
    for run in weak:
        name = run.name
        if known := _known(page, run):
            found.append(_person(run, 0.93, known))
            continue
        if name not in kinds:
            kinds[name] = kind(page, name, uses[key(name)])
        if (one := kinds[name]) and (run.start, run.end) not in apart:
            found.append(
                _person(run, *one[1:]) if one[0] == "person" else Mention(run.start, run.end, one[0], name, *one[1:])
            )
    return found


def _known(page: Page, run: Run) -> str | None:
    """Why a run is the name of somebody who is named in full elsewhere in the document."""
    last = run.words[-1]
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
