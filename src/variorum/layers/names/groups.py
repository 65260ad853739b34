"""Groups: parties, committees, congresses, and those who belong to them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from variorum.layers.languages import lexicon, pattern
from variorum.layers.names.candidates import Run
from variorum.layers.names.mention import Mention, Page
from variorum.layers.names.words import VOCABULARIES, Vocabulary


def group(page: Page, found: Sequence[Run], at: int) -> Mention | None:
    """A run as a group's name, with the run that “of” joins to it.

    >>> from variorum.layers.names.frequency import Common
    >>> text = "at the Congress of the Soviets"
    >>> page = Page(text, VOCABULARIES["en"], frozenset(), Common("en"))
    >>> one = Run(7, 15, ("Congress",), "the", "of", False, False)
    >>> group(page, [one, Run(23, 30, ("Soviets",), "the", "", False, False)], 0).name
    'Congress of the Soviets'
    """
    run = found[at]
    vocabulary = page.vocabulary
    if not _may_be_group(vocabulary.code, run.words):
        return None
    last = run.words[-1].casefold()
    if last in lexicon(vocabulary.alone) and not (run.opens and (last in page.small or vocabulary.code == "ru")):
        return _mention(page, run.start, run.end, 0.9, "a body of that name")
    if len(run.words) == 1 and run.words[0].isupper() and _acronym(page, run):
        return _mention(page, run.start, run.end, 0.8, "the first letters of a body, after an article")
    if phrase := _phrase(vocabulary.code).match(page.text, run.start):
        return _mention(page, *phrase.span(), 0.9, "a government’s own name")
    where = _body(vocabulary, run.words)
    if where is None:
        return _members(page, run) or _adjoined(page, run)
    if vocabulary.code == "ru":
        return _russian(page, found, at, where)
    end = _tail(page, found, at)
    if len(run.words) == 1 and end == run.end:
        return None
    if end == run.end and not any(_tells(word) for i, word in enumerate(run.words) if i != where):
        return None
    start = page.text.index(run.words[where], run.start) if vocabulary.code == "fr" and where > 1 else run.start
    if vocabulary.code == "en" and at and page.text.endswith(" and ", 0, start):
        start = _coupled(page, found[at - 1], start)
    return _mention(page, start, end, 0.92, f"“{run.words[where]}” names it")


@lru_cache(1 << 15)
def _may_be_group(code: str, words: tuple[str, ...]) -> bool:
    """Whether the words of a run may be a group’s name, whatever stands beside them."""
    vocabulary, last = VOCABULARIES[code], words[-1].casefold()
    told = (
        code == "ru" or words[-1].isupper() or last in lexicon(vocabulary.alone) or last in lexicon(vocabulary.peoples)
    )
    begun = re.match(vocabulary.phrases.split(" ")[0], words[0]) is not None
    return told or begun or _ending(code).search(words[-1]) is not None or _body(vocabulary, words) is not None


def _acronym(page: Page, run: Run) -> bool:
    """Whether capitals after an article are the first letters of a body: the TUC."""
    word, low = run.words[0], run.words[0].casefold()
    if not 2 < len(word) < 7 or not word.isalpha() or _ROMAN.fullmatch(word) or low in _NO_BODIES:
        return False
    led = run.before in _LED[page.vocabulary.code] and not page.text[run.end : run.end + 3].strip().isupper()
    led = led or (page.text[run.start - 1 : run.start] == "(" and _glosses(page, run))
    return led and low not in page.small and not (_SPOKEN.search(low) and page.common(low))


def _glosses(page: Page, run: Run) -> bool:
    """Whether it stands in brackets after the noun of a body, and begins as that does: the workers’ party (…)."""
    before = re.findall(r"[^\W\d_]+", page.text[max(0, run.start - 60) : run.start].casefold())
    bodies = lexicon(page.vocabulary.bodies)
    return page.text[run.end : run.end + 1] == ")" and any(
        word in bodies and word[0] == run.words[0][0].casefold() for word in before
    )


_LED = {
    "en": frozenset({"the", "The"}),
    "fr": lexicon("le la du au").whole,
    "de": lexicon("der die").whole,
    "ru": frozenset[str](),
}
_SPOKEN = re.compile("[aeiouyäöü]")
_ROMAN = re.compile("[IVXLC]+")
_NO_BODIES = lexicon("dna rna abc faq isbn issn url html xml pdf lord god mss phd usa ussr").whole


def _coupled(page: Page, other: Run, start: int) -> int:
    """The start of a name whose first adjectives “and” joins: the Osna Transport and General Union."""
    joined = other.end == start - 5 and other.before.casefold() == "the" and not other.owner
    words = [word.casefold() for word in other.words]
    whole = any(word in lexicon(page.vocabulary.bodies) for word in words) or belongs("en", other.words[-1])
    plain = all(page.common(word) or word in lexicon(page.vocabulary.adjectives) for word in words[-1:])
    return other.start if joined and plain and not whole else start


def _russian(page: Page, found: Sequence[Run], at: int, where: int) -> Mention | None:
    """A Russian body with the adjectives before its noun and the genitives after it."""
    run = found[at]
    first = where
    while first and _ADJECTIVE.search(run.words[first - 1]):
        first -= 1
    end = _tail(page, found, at)
    if first == where == len(run.words) - 1 and end == run.end:
        return None
    start = page.text.index(run.words[first], run.start + first)
    return _mention(page, start, end, 0.92, f"“{run.words[where]}” names it")


def _mention(page: Page, start: int, end: int, likely: float, reason: str) -> Mention:
    return Mention(start, end, "group", " ".join(page.text[start:end].split()), likely, reason)


def _body(vocabulary: Vocabulary, words: Sequence[str]) -> int | None:
    """Which word of a run is the noun that names a body: in English the last."""
    bodies = lexicon(vocabulary.bodies)
    order = range(len(words) - 1, -1, -1)
    for at in order if vocabulary.code != "en" else [len(words) - 1]:
        if words[at].casefold() in bodies:
            return at
    return None


def _tells(word: str) -> bool:
    """Whether a word beside the noun makes it a name: not “Great Party”."""
    return word.casefold() not in _IDLE and len(word) > 1


_IDLE = lexicon(
    "good great long short new old own same different certain true our this that dear young poor little grand"
)


def _tail(page: Page, found: Sequence[Run], at: int) -> int:
    """The end of what “of” joins to a group."""
    run = found[at]
    end = run.end
    if at + 1 < len(found) and found[at + 1].words[0].casefold().rstrip(".") in lexicon(page.vocabulary.titles):
        return end
    if page.vocabulary.code in ("fr", "ru") and (lower := _following(page.vocabulary.code).match(page.text, end)):
        end = lower.end()
    elif page.vocabulary.code == "en" and (classes := _CLASSES.match(page.text, end)):
        end = classes.end()
    elif at + 1 < len(found) and found[at + 1].start - end < 18 and not run.owner:
        following = found[at + 1]
        if (
            re.fullmatch(page.vocabulary.of, " ".join(f"|{page.text[end : following.start]}|".split())[1:-1])
            and page.vocabulary.code != "ru"
        ):
            if page.vocabulary.code == "en" and following.words[-1].casefold() in lexicon(page.vocabulary.bodies):
                return _tail(page, found, at + 1)
            end = following.end
            if page.vocabulary.code == "en" and at + 2 < len(found) and page.text[end : found[at + 2].start] == " and ":
                last = found[at + 2].words[-1].casefold()
                if last not in lexicon(page.vocabulary.bodies):
                    end = found[at + 2].end
                elif last.endswith("s"):
                    return _tail(page, found, at + 2)
    return end


_CLASSES = re.compile(
    r" of(?: the)? (?:[A-Z][a-z]+(?:[’']s|[’']),? (?:and |& )?)+(?:[A-Z]\w+)(?: and (?:[A-Z]\w+[’'] )?[A-Z]\w+)?"
)
"""Workers’ and Soldiers’ Deputies."""


@cache
def _following(code: str) -> re.Pattern[str]:
    """Small words that belong to the name of a body: Comité central, Совет рабочих депутатов."""
    if code == "fr":
        adjectives = pattern(
            """
            central centrale national nationale constituant constituante législatif législative exécutif
            exécutive général générale suprême socialiste
            socialistes communiste communistes ouvrier ouvrière provisoire révolutionnaire
            démocratique républicain international internationale français française
            """
        )
        whose = pattern("commissaires_du_peuple députés pairs communes représentants")
        return re.compile(rf"(?: {adjectives})+|(?: des {whose}| de salut public)")
    whose = pattern("депутатов комиссаров дел советов просвещения войны труда сочинений")
    adjective = r" [а-яё]+(?:[ыи]х|[ое]го|[ое]й|ный|ная|ное)"
    return re.compile(rf"(?:{adjective})*(?: (?:и )?{whose})(?: и [а-яё]+ депутатов)?")


def _members(page: Page, run: Run) -> Mention | None:
    """Those who belong to a party, written with a capital within a sentence; a people that acts."""
    last = run.words[-1]
    if run.opens and len(run.words) == 1 and (last.casefold() in page.small or page.vocabulary.code == "ru"):
        return None
    if (
        _GENERAL.search(last)
        and len(run.words) == 1
        and not run.opens
        and run.before not in _introducing(page.vocabulary.code)
        and not _GENERAL.search(run.before.rstrip(","))
    ):
        return None
    dropped = last.isupper() and run.before == "THE" and page.text[run.end : run.end + 2].strip().islower()
    if dropped and _ending(page.vocabulary.code).search(last.casefold()) and len(last) > 5:
        return _mention(page, run.start, run.end, 0.85, "those of a party, where a text begins in capitals")
    if _ending(page.vocabulary.code).search(last) and not last.isupper() and len(last) > 5:
        return _mention(page, run.start, run.end, 0.85, "those of a party, with a capital")
    acts = run.after.strip(" ").casefold()
    if (
        len(run.words) == 1
        and last.casefold() in lexicon(page.vocabulary.peoples)
        and acts in _acts(page.vocabulary.code)
    ):
        return _mention(page, run.start, run.end, 0.75, f"a people that acts: “{acts}”")
    return None


_GENERAL = re.compile(r"i(?:sts|stes|sten)$")
"""Those of a persuasion; after an adjective they are no body: the bourgeois Socialists."""


@cache
def _introducing(code: str) -> frozenset[str]:
    words = VOCABULARIES[code]
    return frozenset(f"{words.articles} {words.governing} {words.locative} and or but these those und et ou".split())


@lru_cache(1 << 15)
def belongs(code: str, word: str) -> bool:
    """Whether a word ends as those of a party do.

    >>> belongs("en", "Mensheviks"), belongs("en", "Kolb")
    (True, False)
    """
    return bool(_ending(code).search(word) or _GENERAL.search(word))


@cache
def _ending(code: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{'|'.join(VOCABULARIES[code].members.split())})$")


@cache
def _acts(code: str) -> frozenset[str]:
    return frozenset(VOCABULARIES[code].acting.split()) - lexicon("was is who whom whose est était qui ist war").whole


def _adjoined(page: Page, run: Run) -> Mention | None:
    """A Russian body whose noun is in small letters: Центральный комитет."""
    if page.vocabulary.code != "ru" or run.after[:1] != " " or not _ADJECTIVE.search(run.words[-1]):
        return None
    noun = _noun(page, run.end)
    if not noun:
        return None
    end = noun.end()
    if tail := re.compile(r" [А-Я][а-я]+(?:ов|ей)(?![а-я])").match(page.text, end):
        end = tail.end()
    if lower := _following("ru").match(page.text, end):
        end = lower.end()
    first = len(run.words) - 1
    while first and _ADJECTIVE.search(run.words[first - 1]):
        first -= 1
    start = page.text.index(run.words[first], run.start + first)
    return _mention(page, start, end, 0.85, f"“{noun.group(1)}” names it")


_ADJECTIVE = re.compile(r"(?:ый|ий|ая|яя|ое|ее|ого|его|ой|ей|ому|ему|ую|юю|ым|им|ом|ем)$")
_LOWER = re.compile(r" ([а-яё]+(?:-[а-яё]+)*)")


def _noun(page: Page, end: int) -> re.Match[str] | None:
    """The noun of a body in small letters, past the adjectives that stand before it."""
    bodies = lexicon(page.vocabulary.bodies)
    word = _LOWER.match(page.text, end)
    while word and word.group(1) not in bodies:
        word = _LOWER.match(page.text, word.end()) if _ADJECTIVE.search(word.group(1)) else None
    return word


@cache
def _phrase(code: str) -> re.Pattern[str]:
    return re.compile(VOCABULARIES[code].phrases)
