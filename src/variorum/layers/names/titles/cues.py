"""What tells a title beside it: that of a paper by an issue, an editor, a day; that of a work by a page, an author."""

from __future__ import annotations

import re
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
    italic: bool = False
    """Whether they tell it only of what is set in italic."""


@cache
def nouns(code: str) -> tuple[Cue, ...]:
    """The noun of a paper or a book right before its title.

    >>> [cue.kind for cue in nouns("en") if cue.words.search("in the novel ")]
    ['work']
    """
    paper, book = pattern(VOCABULARIES[code].paper), pattern(VOCABULARIES[code].book)
    paper_called, book_called = (rf"(?:,? (?:{one}))*" for one in (_CALLED, f"{_CALLED}|{_ENTITLED}"))
    return (
        Cue("periodical", 0.9, re.compile(rf"\b({paper}){paper_called}[ ,:(]{{1,2}}$", re.IGNORECASE)),
        Cue("work", 0.85, re.compile(rf"\b({book}){book_called}{_AUTHOR[code]}[ ,:(]{{1,2}}$", re.IGNORECASE)),
    )


@cache
def before(code: str) -> tuple[Cue, ...]:
    """What else stands right before a title, the surest first.

    >>> [cue.kind for cue in before("en") if cue.words.search("a letter in the ")]
    ['periodical']
    """
    own = pattern(VOCABULARIES[code].own)
    return (
        *(Cue("periodical", 0.85, re.compile(rf"\b({one})$", re.IGNORECASE)) for one in _PAPER_BEFORE[code]),
        *(Cue("work", 0.8, re.compile(rf"\b({one})$", re.IGNORECASE)) for one in _WORK_BEFORE[code]),
        Cue("work", 0.8, re.compile(rf"\b((?:in|dans|par) {own}) $", re.IGNORECASE)),
    )


_CALLED = r"called|named|the|le|la|les|de|du|der|die|das|des|namens"
_ENTITLED = r"entitled|titled|on|of|intitulé|under the title|(?:mit|unter) dem Titel"
_AUTHOR = {
    "en": "", "fr": "", "de": "",
    "ru": r"(?: (?:[А-Я]\. ?|[А-Я][а-яё]+ ?){1,3}(?<! ))?",
}  # fmt: skip
"""Whose a book is, between its noun and its title."""
_PAPER_BEFORE = {
    "en": (
        r"(?:editors?|issues?|numbers?|columns?|subscribers?|readers|correspondents?|founders?|offices?|staff|files|"
        r"circulation|editorship|proprietors?) of(?: the)? ",
        r"(?:contribut(?:ed|es|ing|ions?|ors?) to|subscrib(?:ed|es|ing) to|(?:wr(?:ote|ites?|iting)|written) for|"
        r"(?:articles?|editorials?|feuilletons?|letters?|notices?|reports?|reviews?|leaders?)(?: [\w’]+){0,2} in|"
        r"article for|letters? to|correspondents? (?:for|to)|reprinted from|(?:printed|reported|announced|advertised|"
        r"reviewed|serialised|attacked) in|(?:co-|sub-)?editor(?: and \w+)?,)(?: the)? ",
        r"(?:(?:yester|to-?)day|this morning|last (?:night|week|month)|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)[’']s ",
    ),
    "fr": (
        r"(?:numéros?|rédacteurs?|rédaction|directeurs?|collaborateurs?|lecteurs|abonnés|équipe|fondateurs?|fondation|"
        r"publication|colonnes|correspondants?) (?:de |du |à )(?:la |l[’'])?",
        r"(?:(?:écri[a-zéè]+|par[ua][a-z]*|publi[a-zéè]+|lit|lisait|imprimée?s?|articles?|lettre|rubrique) (?:\w+ )?dans|"
        r"articles? (?:envoyés? )?à|fond[a-zé]+(?: avec(?: [A-Z]\w+){1,3})?|collabor[a-zéè]+ à)(?: le| la| l[’'])? ?",
    ),
    "de": (
        r"(?:Nr\.|Nummer|Heft) \d+ (?:der|des|vom) ",
        r"(?:Redakteure?|Redaktion|Leser|Abonnenten|Herausgeber|Mitarbeiter|Spalten|Artikel|Aufsatz|Abdruck|Nummer|"
        r"Verlag)s? (?:an die |an den |im |in der |in |der |des |vom )",
        r"(?:schreibt|schrieb|steht|stand|erschien|erschienen|druckte|gedruckt|veröffentlicht\w*|berichtet)"
        r" (?:\w+ )?(?:im|in der|in den|in) ",
    ),
    "ru": (
        r"(?:редак[а-я]+|сотрудник[а-я]*|номер[а-я]*|№ ?\d+|листе? \d*|читател[а-я]+|издани[а-я]+|распространени[а-я]+|"
        r"страниц[а-я]+|подписчик[а-я]*) ?",
        r"(?:стать[а-я]+|заметк[а-я]+|напечатан[а-я]*|опубликован[а-я]*|появил[а-я]+|помещен[а-я]*)(?: [^\s.;:«]+){0,3} в ",
    ),
}  # fmt: skip
_WORK_BEFORE = {
    "en": (
        r"(?:(?:wrote|written|writing|composed|finished|completed) (?:a |the |his |her )?|(?:translations?|authors?|editions?|"
        r"copy|copies|chapters?|preface|introduction|sequel|pages?|reading|acts?|performances?|sheets|volumes?|appearance|"
        r"proofs|manuscript)"
        r" (?:of|to|from)(?: the)? )",
    ),
    "fr": (r"(?:auteur|lecture|traduction|édition|préface|chapitre|exemplaires?) (?:de |du |à )(?:la |l[’'])?",),
    "de": (r"(?:Arbeit|Schrift|Buch|Aufsatz) über (?:das|die|den) ", r"(?:Verfasser|Übersetzung|Ausgabe|Vorwort|Vorrede|Kapitel|Bande?) (?:der |des |von |zum |zur )",),
    "ru": (
        r"(?:под названием|под заглавием|под заголовком|озаглавлен[а-я]*|назва[лн][а-я]*|автор[а-я]*|перевод[а-я]*|глав[а-я]+"
        r"|см\.) ",
    ),
}  # fmt: skip


@cache
def after(code: str) -> tuple[Cue, ...]:
    """What stands right after a title, the surest first.

    >>> [cue.kind for cue in after("en") if cue.words.match(", May 18, 1917")]
    ['periodical']
    """
    months = pattern(by_code(code).months)
    day = rf"\(?(?:\d{{1,2}}(?:st|nd|rd|th|d|er|\.)? (?i:{months})|(?i:{months})\.? \d|(?:Spring|Summer|Autumn|Fall|Winter) \d)"
    papers, books = pattern(VOCABULARIES[code].paper), pattern(VOCABULARIES[code].book)
    cues = [
        Cue("periodical", 0.85, re.compile(rf"{_MARKS}(,? vol(?:ume|\.)? ?[\dIVXL]+[,.]? ?(?:no|nr|issue))", re.I)),
        Cue("periodical", 0.85, re.compile(rf"{_MARKS}( \d{{1,3}}(?:, |:)no\. ?\d| \d{{1,3}}\.\d+ \()", re.I)),
        Cue("periodical", 0.8, re.compile(rf"{_MARKS}(,? ?(?:of |du |vom |от |за |for |dated )?(?:the )?{day})")),
        Cue("work", 0.85, re.compile(rf"{_MARKS}(,? ?\([^()\n]{{2,50}}[:,] ?[^()\n]{{0,50}}(?:1[4-9]|20)\d\d)")),
        Cue("work", 0.8, re.compile(rf"{_MARKS}(,? \((?:[^()\n]{{0,40}} )?(?:1[4-9]|20)\d\d\))")),
        Cue("work", 0.8, re.compile(rf"{_MARKS}(,? \(?(?:pp?\. ?\d|pages? \d|ch(?:ap)?\. ?[\dIVX]|chapters? [\dIVX]|vol\. ?[\dIVX]|t\. ?[\dIVX]+,|"
            rf"Bd\. ?\d|S\. ?\d|стр\. ?\d|т\. ?[\dIVX]|act [IVX]|\d+(?:st|nd|rd|th) ed))", re.I)),
    ]  # fmt: skip
    if code == "en":
        apposed = rf"{_MARKS}, (?:an?|the|his|their|our) (?:[\w’-]+ ){{0,3}}"
        cues += [
            Cue("periodical", 0.85, re.compile(rf"{_MARKS}[’']s ((?:first )?(?:editor|correspondent|columns|readers|editorial|office|staff|circulation))")),
            Cue("periodical", 0.85, re.compile(rf"{apposed}({papers})\b")),
            Cue("work", 0.85, re.compile(rf"{apposed}({books})\b")),
            Cue("periodical", 0.7, re.compile(rf"{_MARKS} (?:was|were|is) (?:\w+ )?(launched|founded|started|suppressed|edited)")),
            Cue("work", 0.75, re.compile(rf"{_MARKS},? \(?(by|translated by) [A-Z]")),
            Cue("work", 0.7, re.compile(rf"{_MARKS} (?:was|is) (?:\w+ )?(written|translated|performed)")),
        ]  # fmt: skip
    return tuple(cues)


_MARKS = r"[\"”»’_]*"
