"""What tells a title beside it: that of a paper by an issue, an editor, a day; that of a work by a page, an author."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from variorum.layers.languages import pattern
from variorum.layers.names.words import VOCABULARIES
from variorum.layers.persons import by_code


class Cue(NamedTuple):
    """Words beside a title, what they make of it, and how surely."""

    kind: str
    likely: float
    words: re.Pattern[str]


@cache
def nouns(code: str) -> tuple[Cue, ...]:
    """The noun of a paper or a book right before its title.

    >>> [cue.kind for cue in nouns("en") if cue.words.search("in the novel ")]
    ['work']
    """
    paper, book = pattern(VOCABULARIES[code].paper), pattern(VOCABULARIES[code].book)
    paper_called, book_called = (rf"(?:,? (?:{one}))*" for one in (_CALLED, f"{_CALLED}|{_ENTITLED}"))
    author = r"(?: (?:[А-Я]\. ?|[А-Я][а-яё]+ ?){1,3}(?<! ))?" if code == "ru" else ""
    return (
        Cue("periodical", 0.9, re.compile(rf"\b({paper}){paper_called}[ ,:(]{{1,2}}$", re.IGNORECASE)),
        Cue("work", 0.85, re.compile(rf"\b({book}){book_called}{author}[ ,:(]{{1,2}}$", re.IGNORECASE)),
    )


_CALLED = r"called|like|comme|wie|such as|tels que|named|the|le|la|les|de|du|der|die|das|des|namens"
_ENTITLED = r"entitled|titled|on|of|intitulé|under the title|(?:mit|unter) dem Titel"


@cache
def before(code: str) -> tuple[Cue, ...]:
    """What else stands right before a title, the surest first.

    >>> [cue.kind for cue in before("en") if cue.words.search("a letter in the ")]
    ['periodical']
    """
    own = pattern(VOCABULARIES[code].own)
    return (
        *(Cue("periodical", 0.85, one) for one in _led(_PAPERS[code])),
        *(Cue("work", 0.8, one) for one in _led(_WORKS[code])),
        Cue("work", 0.8, re.compile(rf"\b((?:in|dans|par) {own}) $", re.IGNORECASE)),
    )


def _led(listed: tuple[tuple[str, str], ...]) -> Iterator[re.Pattern[str]]:
    """For words and what may stand between them and a title: a regular expression."""
    return (re.compile(rf"\b({pattern(words)}(?:{between}))$", re.IGNORECASE) for words, between in listed)


_PAPERS = {
    "en": (
        (
            """
            editor editors issue issues number numbers column columns subscriber subscribers readers correspondent
            correspondents founder founders office offices staff files circulation editorship proprietor proprietors
            """,
            " of | of the (?:[A-Z][a-z]+ )?",
        ),
        (
            """
            article articles editorial editorials feuilleton feuilletons letter letters notice notices report reports
            review reviews leader leaders printed reported announced advertised reviewed serialised attacked
            """,
            "(?: [^ ]+){0,2} in (?:the )?",
        ),
        (
            """
            contributed_to contributes_to contributing_to contribution_to contributions_to contributor_to subscribed_to
            contributors_to subscribes_to subscribing_to wrote_for write_for writes_for writing_for written_for
            article_for letter_to letters_to correspondent_for correspondents_for reprinted_from
            """,
            " | the ",
        ),
        ("published appeared appears", " in the "),
        ("editor", "(?: and [a-z]+)?, (?:the )?"),
        ("yesterday today to-day this_morning last_night last_week monday tuesday wednesday thursday friday", "[’']s "),
        ("saturday sunday", "[’']s "),
    ),
    "fr": (
        (
            """
            numéro numéros rédacteur rédacteurs rédaction directeur directeurs collaborateur collaborateurs lecteurs
            abonnés équipe fondateur fondateurs fondation publication colonnes correspondant correspondants
            """,
            " (?:de |du |à )(?:la |l[’'])?",
        ),
        (
            "écri* paru* parut paraît publi* lit lisait imprimé* article articles lettre rubrique",
            r" (?:\w+ )?dans (?:le |la |l[’'])?",
        ),
        ("articles article collabor*", " (?:envoyés? )?à (?:la |l[’'])?"),
        ("fonder fonda fondé fondée", r" (?:avec (?:[A-Z]\w+ ){1,3})?"),
    ),
    "de": (
        ("nr nummer heft", r"\.? \d+ (?:der|des|vom) "),
        (
            """
            redakteur redakteurs redakteure redaktion leser abonnenten herausgeber mitarbeiter spalten artikel aufsatz
            abdruck nummer verlag
            """,
            " (?:an die |an den |im |in der |in |der |des |vom )",
        ),
        (
            "schreibt schrieb steht stand erschien erschienen druckte gedruckt veröffentlicht* berichtet",
            r" (?:\w+ )?(?:im|in der|in den|in) ",
        ),
    ),
    "ru": (
        (
            "редак* сотрудник* номер* лист* читател* издани* распространени* страниц* подписчик*",
            r"(?: № ?)?(?: ?\d+)? ?",
        ),
        ("в из", r" № ?\d+ "),
        ("стать* заметк* напечатан* опубликован* появил* помещен*", r"(?: [^\s.;:«]+){0,3} в "),
    ),
}  # fmt: skip
"""Words before a paper, and what may stand between."""
_WORKS = {
    "en": (
        ("wrote written writing composed finished completed", " (?:a |the |his |her )?"),
        (
            """
            translation translations author authors edition editions copy copies chapter chapters preface introduction
            sequel page pages reading act acts performance performances sheets volume volumes appearance proofs
            manuscript
            """,
            " (?:of|to|from)(?: the)? ",
        ),
    ),
    "fr": (
        ("auteur lecture traduction édition préface chapitre exemplaire exemplaires", " (?:de |du |à )(?:la |l[’'])?"),
    ),
    "de": (
        ("arbeit schrift buch aufsatz", " über (?:das|die|den) "),
        ("verfasser übersetzung ausgabe vorwort vorrede kapitel band bande", " (?:der |des |von |zum |zur )"),
    ),
    "ru": (
        (
            "под_названием под_заглавием под_заголовком озаглавлен* названн* назвал* автор* перевод* глав* см",
            r"\.? ",
        ),
    ),
}  # fmt: skip
"""Words before a work, and what may stand between."""


@cache
def after(code: str) -> tuple[Cue, ...]:
    """What stands right after a title, the surest first.

    >>> [cue.kind for cue in after("en") if cue.words.match(", May 18, 1917")]
    ['periodical']
    """
    found = [
        *_AFTER_ALL,
        Cue("periodical", 0.8, _after(rf"(,? ?(?:of |du |vom |от |за |for |dated )?(?:the )?{day(code)})")),
    ]
    if code == "en":
        papers, books = pattern(VOCABULARIES[code].paper), pattern(VOCABULARIES[code].book)
        apposed = r", (?:an?|the|his|their|our) (?:[\w’-]+ ){0,3}"
        found += [
            Cue("periodical", 0.85, _after(rf"{apposed}({papers})\b")),
            Cue("work", 0.85, _after(rf"{apposed}({books})\b")),
            *_AFTER_ENGLISH,
        ]
    if code == "ru":
        found += _AFTER_RUSSIAN
    return tuple(found)


def day(code: str) -> str:
    """A day, or a month or season with its year, as a regular expression."""
    months = pattern(by_code(code).months)
    return (
        rf"\(?(?:\d{{1,2}}(?:st|nd|rd|th|d|er|\.)? (?i:{months})|(?i:{months})\.? \d"
        r"|(?:Spring|Summer|Autumn|Fall|Winter) \d)"
    )


def _after(words: str) -> re.Pattern[str]:
    return re.compile(rf"[\"”»’_]*{words}")


_AFTER_ALL = (
    Cue("periodical", 0.85, _after(r"(,? [Vv]ol(?:ume|\.)? ?[\dIVXL]+[,.]? ?(?:[Nn]o|[Nn]r|[Ii]ssue))")),
    Cue("periodical", 0.85, _after(r"( \d{1,3}(?:, |:)[Nn]o\. ?\d| \d{1,3}\.\d+ \()")),
    Cue("work", 0.85, _after(r"(,? ?\([^()\n]{2,50}[:,] ?[^()\n]{0,50}(?:1[4-9]|20)\d\d)")),
    Cue("work", 0.8, _after(r"(,? \((?:[^()\n]{0,40} )?(?:1[4-9]|20)\d\d\))")),
    Cue("work", 0.8, _after(
        r"(,? \(?(?:pp?\. ?\d|pages? \d|[Cc]h(?:ap)?\. ?[\dIVX]|[Cc]hapters? [\dIVX]|[Vv]ol\. ?[\dIVX]|t\. ?[\dIVX]+,"
        r"|Bd\. ?\d|S\. ?\d|стр\. ?\d|т\. ?[\dIVX]|[Aa]ct [IVX]|\d+(?:st|nd|rd|th) ed))"
    )),
)  # fmt: skip
_AFTER_RUSSIAN = (
    Cue("periodical", 0.8, _after(
        r" (появил[а-я]+ (?:стать|замет|пись|фельетон|интервью)|(?:писал|сообщал|напечатал|поместил)[аи]?\b)"
    )),
    Cue("work", 0.8, _after(
        r" ((?:[А-ЯЁ]\. ?){0,2}[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?"
        r"(?:ова|ева|ёва|ина|ына|ского|цкого|того|ого|енко|ой|ей)(?![а-яё]))"
    )),
)  # fmt: skip
"""A paper by what is printed in it, and a work by its author in the genitive: «Мать» Горького."""
_AFTER_ENGLISH = (
    Cue("periodical", 0.85, _after(
        r"[’']s ((?:first )?(?:editor|correspondent|columns|readers|editorial|office|staff|circulation))"
    )),
    Cue("periodical", 0.7, _after(r" (?:was|were|is) (?:\w+ )?(launched|founded|started|suppressed|edited)")),
    Cue("work", 0.75, _after(r",? \(?(by|translated by) [A-Z]")),
    Cue("work", 0.7, _after(r" (?:was|is) (?:\w+ )?(written|translated|performed)")),
)  # fmt: skip
