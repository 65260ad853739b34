"""Persons: a form of address or office, first names and initials, and the family name that they lead to."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from variorum.layers.languages import lexicon
from variorum.layers.names.candidates import Run
from variorum.layers.names.mention import Mention, Page
from variorum.layers.names.words import VOCABULARIES
from variorum.layers.names.words.given import LATIN, is_given, stem

INITIAL = re.compile(r"(?:-?[^\W\d_a-zа-я](?:[a-zа-яё])?\.)+")
_PATRONYMIC = re.compile(
    r"\w+(?:[oe]v(?:ich|itch|itsch|itz|na)|[oe]wi(?:ts|t)ch|[oe]wna|inichna"
    r"|(?:[ое]вич|ьич)(?:а|у|ем|е|и|ей|ам)?|(?:[ое]вн|ичн)(?:а|ы|е|у|ой|ою))",
    re.IGNORECASE,
)
_ROMAN = re.compile(r"[IVXLC]+\.?")
_NUMERAL = re.compile(r"[IVX]+(?:er|\.)?")
_NO_INITIALS = lexicon(
    "ps nb ad bc am pm us usa ma ba mp md dd sr srs dc ny os ns ie eg hms ss ussr rsfsr uk eu un io lld phd"
).whole
_WEAK = lexicon(
    "old young little poor dear dearest late foreign war privy police chief state junior senior cher chère liebe lieber"
)
_BY_FIRST = lexicon(
    """
    king queen emperor empress tsar tsarina czar czarina tzar pope prince princess st saint father mother brother sister
    sir uncle aunt lady dame cousin dear roi reine empereur pape frère sœur sainte oncle tante könig kaiser zar papst
    bruder schwester onkel sankt царь царя король св папа дядя тётя тетя брат сестра о
    """
)


def person(page: Page, run: Run) -> Mention | None:
    """A run as a person's name, where an address, an office, a first name or initials say so.

    >>> from variorum.layers.names.frequency import Common
    >>> from variorum.layers.names.words import VOCABULARIES
    >>> page = Page("", VOCABULARIES["en"], frozenset(), Common("en"))
    >>> person(page, Run(0, 0, ("Mr.", "J.", "Kolb"), "", "", False, False))[5:]
    ('the form of address “Mr.” stands before it', 'Kolb', 'J.', 'Mr.')
    """
    if not (_may_be_person(page.vocabulary.code, run.words[0]) or addresses(page.vocabulary.code, run.before)):
        return None
    titles, names = _titled(page, run.words)
    start = run.start
    if not titles and (before := addressed(page, run)):
        titles, start = (before,), page.text.rindex(before, 0, run.start)
    strong = any(word.casefold().rstrip(".") not in _WEAK for word in titles)
    if len(names) == 1 and (_ROMAN.fullmatch(names[0]) or _acronym(names[0])):
        return None
    if not names or _unlike(page, names[0]) or (len(names) > 1 and _unlike(page, names[-1])):
        return None
    if titles and titles[-1].casefold().rstrip(".") in ("st", "sainte", "saint") and _at(page, run):
        return None
    if strong and not _polite(titles) and _worded(page, titles, names):
        return None
    first, family = _split(names)
    if family and not first and not strong:
        return None
    if not family and not strong:
        return _first_names(page, run._replace(start=page.text.index(first[0], run.start), words=tuple(first)), first)
    if not strong and not _led(page, run, first, family):
        return None
    title = " ".join(titles) if strong else None
    if not family and len(first) == 1 and not INITIAL.fullmatch(first[0]) and not _by_first(titles):
        first, family = (), first
    start = start if strong else page.text.index(names[0], run.start) if run.start < run.end else run.start
    reason = f"the form of address “{title}” stands before it" if title else _why(first)
    return Mention(
        start, run.end, "person", " ".join(names), 0.97 if strong else 0.95, reason,
        " ".join(family) or None, " ".join(first) or None, title,
    )  # fmt: skip


@lru_cache(1 << 15)
def _may_be_person(code: str, first: str) -> bool:
    """Whether the first word of a run may begin a person’s name: a form of address, a first name, an initial."""
    address = first.casefold().rstrip(".") in lexicon(VOCABULARIES[code].titles)
    return address or is_given(first) or INITIAL.fullmatch(first) is not None


def _acronym(word: str) -> bool:
    """Whether a word has no vowel, and is no name: ЦК, CNT."""
    return len(word) > 1 and word.isalpha() and word.isupper() and not re.search("[AEIOUYÄÖÜАЕИОУЫЭЮЯ]", word)


def _titled(page: Page, words: Sequence[str]) -> tuple[Sequence[str], Sequence[str]]:
    """The titles at the head of a run, and the rest."""
    titles = lexicon(page.vocabulary.titles)
    at = 0
    while at < len(words) and words[at].casefold().rstrip(".") in titles:
        if at and len(words[at]) < 3 and words[at].endswith("."):
            break
        at += 1
    return words[:at], words[at:]


@lru_cache(1 << 14)
def addresses(code: str, before: str) -> bool:
    """Whether a word may be a form of address in small letters: comrade, генерал.

    >>> addresses("en", "comrade"), addresses("en", "old")
    (True, False)
    """
    low = before.rstrip(".")
    return (
        bool(low) and before == before.lower() and low in lexicon(VOCABULARIES[code].titles) and low not in _NOT_SMALL
    )


def addressed(page: Page, run: Run) -> str | None:
    """A form of address or office in small letters right before a name: генерал Кольб, comrade Kolb."""
    before = run.before
    if not addresses(page.vocabulary.code, before):
        return None
    low = before.rstrip(".")
    if before != low and not (
        low in _SHORT
        and not page.text[max(0, run.start - 24) : run.start].rstrip()[: -len(before)].rstrip()[-1:].isdigit()
    ):
        return None
    return before


_NOT_SMALL = lexicon(
    """
    saint sainte don pan abbot master st general private major sir prime state chief police war foreign old young
    little poor dear late dearest junior senior right honourable cap corporal father mother brother sister uncle
    aunt m o о папа папы отец отца отцу отцом брат* сестр* père mère frère sœur
    """
)
"""Titles that in small letters are other words as well, or stand before a name without being its title."""
_SHORT = lexicon("г гг г-н г-жа т тт тов св д-р проф ген dr prof gen").whole


def _at(page: Page, run: Run) -> bool:
    """Whether a preposition of place stands before it."""
    return run.before.casefold() in lexicon(page.vocabulary.locative) or run.before.casefold() in ("to", "from")


def _polite(titles: Sequence[str]) -> bool:
    return any(word.casefold().rstrip(".") in _POLITE for word in titles)


_POLITE = lexicon(
    """
    mr mrs miss ms dr sir lady mme mlle m monsieur madame mademoiselle herr frau fräulein comrade citizen lord г г-н
    г-жа господин госпожа госпоже товарищ тов captain colonel reverend rev pastor professor uncle aunt st saint
    genosse camarade
    """
)
"""Titles after which any word is a name."""


def _worded(page: Page, titles: Sequence[str], names: Sequence[str]) -> bool:
    """Whether what stands after an office is rather a common word: General Staff."""
    last = names[-1].casefold()
    if page.vocabulary.code == "en" and titles[-1].casefold().rstrip(".") in _RANKS:
        return last in _STAFF or last in lexicon(page.vocabulary.bodies) or last in lexicon(page.vocabulary.sites)
    one = last in page.small or (page.vocabulary.code != "de" and (page.common(last) or last[:-1] in page.small))
    return one and not any(INITIAL.fullmatch(name) or is_given(name) for name in names[:-1])


_RANKS = lexicon(
    """
    general gen maj-gen maj.-gen lieut.-gen brig.-gen lieutenant-general major-general brigadier colonel col lieut.-col
    lieutenant-colonel lt.-col captain capt cap lieutenant lieut lt commander commodore admiral rear-admiral
    vice-admiral sergeant sergt ensign marshal
    """
).whole
"""After these any word is a name that no other noun goes with."""
_STAFF = lexicon(
    """
    staff strike strikes election elections secretary secretaries meeting order orders headquarters manager managers
    public officer officers agent agents theory history post amnesty interest welfare mobilization conditions will
    line principles law rule rules council confederation commanding quarters crisis survey introduction editor works
    of and in for law
    """
).whole
"""Nouns after “General” and the like that are no names."""


def _by_first(titles: Sequence[str]) -> bool:
    return bool(titles) and titles[-1].casefold().rstrip(".") in _BY_FIRST


def _unlike(page: Page, word: str) -> bool:
    """Whether a word is in no person's name."""
    low = word.casefold()
    words = page.vocabulary
    return low in lexicon(words.adjectives) or low in lexicon(words.bodies) or low in lexicon(words.alone)


def _split(names: Sequence[str]) -> tuple[Sequence[str], Sequence[str]]:
    """First names, initials and patronymic; the family name, with its particle."""
    at = 0
    while at < len(names) and (
        INITIAL.fullmatch(names[at]) or is_given(names[at]) or (at and _PATRONYMIC.fullmatch(names[at]))
    ):
        at += 1
    last = names[-1]
    ends = INITIAL.fullmatch(last) or _NUMERAL.fullmatch(last) or _PATRONYMIC.fullmatch(last)
    if at == len(names) > 1 and not ends:
        at -= 1
    return names[:at], names[at:]


def _first_names(page: Page, run: Run, first: Sequence[str]) -> Mention | None:
    """A run of first names alone, or of initials."""
    name = " ".join(first)
    if all(map(INITIAL.fullmatch, first)):
        return _initials(page, run, name)
    low = first[0].casefold()
    if len(first) == 1 and "-" in low and low not in LATIN:
        return None
    if run.opens and len(first) == 1 and _APPOSED.match(page.text, run.end) and not run.words[0].isupper():
        return Mention(run.start, run.end, "person", name, 0.85, "a first name, and then who it is", None, name)
    if run.before.casefold() in lexicon(page.vocabulary.articles) or (
        len(first) == 1
        and (
            low in page.small
            or (run.opens and page.common(low) and run.words[0] not in page.within)
            or run.words[0].isupper()
        )
    ):
        return None
    return Mention(run.start, run.end, "person", name, 0.85, "it is a usual first name", None, name)


def _initials(page: Page, run: Run, name: str) -> Mention | None:
    """Initials that sign, or that a word of authorship stands before."""
    plain = re.sub(r"[^\w]", "", name).casefold()
    head = page.raw[max(0, run.start - 6) : run.start].rstrip(" _*—–-[(\xa0")
    signed = head[-1:] in ("", "\n") and page.raw[run.end : run.end + 2].strip(" _*\r])")[:1] in ("", "\n")
    if plain in _NO_INITIALS or len(plain) not in (2, 3) or _ROMAN.fullmatch(plain.upper()):
        return None
    if not signed and run.before.casefold() not in _AUTHORED:
        return None
    return Mention(run.start, run.end, "person", name, 0.7, "initials that sign", None, name)


_APPOSED = re.compile(r", (?:an?|the|his|her|our|my|who|whom|qui|der|die|сын|дочь|который|которая) [^\W\d_]")
_AUTHORED = lexicon(
    "by was signed initials your yours ваш твой твоя ваша votre ihr dein par signé von gezeichnet подписал подпись был"
).whole


def _led(page: Page, run: Run, first: Sequence[str], family: Sequence[str]) -> bool:
    """Whether what looks like first names or initials before a family name is that."""
    at_line = run.opens and run.start > 0 and page.text[run.start - 1] == "\n"
    alone = len(first) == 1 and INITIAL.fullmatch(first[0])
    if alone and _ROMAN.fullmatch(first[0]) and run.before.casefold() in _NUMBERED:
        return False
    if page.text[max(0, run.start - 2) : run.start] == "& ":
        return False
    if alone and (at_line or run.start == 0) and (_ROMAN.fullmatch(first[0]) or page.common(family[0].casefold())):
        return False
    if alone and family[0].casefold() in page.small and page.common(family[0].casefold()):
        return False
    return not (
        len(first) == 1 and run.opens and page.common(first[0].casefold()) and first[0].casefold() in page.small
    )


_NUMBERED = lexicon(
    "scene act chapter book part canto letter section volume vol article psalm aufzug szene scène acte"
).whole
"""What a Roman number follows, and no initial."""


def _why(first: Sequence[str]) -> str:
    return (
        "initials stand before it" if INITIAL.fullmatch(first[0]) else f"the first name “{first[0]}” stands before it"
    )


def learnt(mention: Mention) -> dict[str, str]:
    """What a person's full name lets tell of its parts elsewhere in the document."""
    family = (mention.family or "").split()
    if not family or _plural(mention.title) or _NUMERAL.fullmatch(family[-1]):
        return {}
    return {stem(family[-1]): f"named in full: “{mention.name}”" if mention.given else mention.reason}


def _plural(title: str | None) -> bool:
    return (title or "").casefold().rstrip(".") in lexicon("comrades citizens messrs messieurs brothers sisters").whole
