"""Whom a pronoun stands for: the nearest name before it that may be its subject, or nobody."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache
from typing import Any

from variorum.layers.languages import Language, lexicon, pattern
from variorum.layers.persons import bare, by_code, is_name, mentions, name_pattern
from variorum.layers.setting import Setting, paragraph
from variorum.layers.subjects import is_participle

_BACK = 500
"""How many code points back a pronoun's name is looked for."""
_PLACES = frozenset(["in", "In", "at", "At", "into", "near", "throughout", "à", "en", "в", "во", "nach", "aus"])
"""What stands before the name of a place."""


def antecedent(setting: Setting, rows: list[dict[str, Any]], at: int, pronoun: str, before: bool) -> str | None:
    """Whom a pronoun beside a quotation stands for; `before` if it stands before the quotation.

    The name stands in the same paragraph, or in the one before where nobody speaks.
    """
    language, row = setting.language, rows[at]
    if pronoun in lexicon(language.they) and pronoun not in lexicon(language.she):
        return None
    scope, end = setting.scopes[at][0], row["start"]
    if before and (author := _author_of(setting.text[max(scope, end - _BACK) : end], pronoun, setting)):
        return author
    if before:
        end = max((scope + m.start() for m in re.finditer(rf"(?i)\b{pronoun}\b", setting.text[scope:end])), default=end)
    name = _named(setting, rows, row, scope, end, pronoun, False)
    place = paragraph(setting, scope)
    apart = row["parent"] is None and row["start"] - scope <= 2 and place > 0 and place - 1 not in setting.headings
    if name is None and apart and not _speaks(rows, at, setting.starts[place - 1]):
        name = _named(setting, rows, row, setting.starts[place - 1], setting.ends[place - 1], pronoun, True)
    return _person(*name, setting) if name else None


def _author_of(before: str, pronoun: str, setting: Setting) -> str | None:
    """Who “he” is in “an article by Kolb, in which he says”."""
    found = _written_by(setting.language.code).search(before)
    name = bare(found.group(1), setting.language) if found else None
    return name if name and _fits(name, pronoun, setting) and is_name(name, setting.there) else None


def one_of_two(before: str, which: str, language: Language) -> str | None:
    """Who “the former” or “the latter” is after two names that “and” joins.

    >>> from variorum.layers.languages import LANGUAGES
    >>> one_of_two("Kolb and Ann Lake saw it fall. The latter wrote that ", "latter", LANGUAGES[0])
    'Ann Lake'
    """
    pairs = [one.name.split(" and ") for one in mentions(before, language) if one.several and " and " in one.name]
    return pairs[-1][which == "latter"] if pairs and len(pairs[-1]) == 2 else None


@cache
def _written_by(code: str) -> re.Pattern[str]:
    language = by_code(code)
    kinds = pattern(" ".join(language.kinds.values()) + " report reports book rapport")
    by, name = pattern(language.by), name_pattern(language.particles)
    author = rf"(?i:{kinds})\s+(?i:{by})\s+({name})[^.;:!?“”]{{0,120}},\s+"
    return re.compile(rf"{author}{_IN_WHICH}\s+\w+\s+[^,.;:]{{0,30}}[,:]?\s*$")


_IN_WHICH = r"(?:(?:in|dans|à|в)\s+(?:which|what|lequel|laquelle|dem|der|котором|которой)|où|worin)"


def _speaks(rows: list[dict[str, Any]], at: int, start: int) -> bool:
    """Whether somebody is quoted between a place and a quotation: then it is rather the other who speaks."""
    return any(row["start"] >= start and row["end"] <= rows[at]["start"] for row in rows[max(0, at - 6) : at])


def _named(
    setting: Setting, rows: list[dict[str, Any]], row: dict[str, Any], start: int, end: int, pronoun: str, alone: bool
) -> tuple[str, bool] | None:
    """The last name of a stretch that fits, and whether it is the only one; only then if it must stand `alone`."""
    own = _own(setting, rows, row, max(start, end - _BACK), end)
    told = [one for one in mentions(own, setting.language) if not _is_paper(one.name, own)]
    fitting = [one.name for one in told if not one.several and _fits(one.name, pronoun, setting)]
    if fitting and _other_gender(fitting[-1], own, pronoun):
        return None
    sure = len(set(fitting)) == 1 and bool(setting.gender(fitting[-1].split()[-1]))
    only = len({one.name for one in told}) == 1 or sure or bool(fitting and _titled(fitting[-1], own, setting.language))
    return (fitting[-1], only) if fitting and (not alone or len(set(fitting)) == 1) else None


def _titled(name: str, text: str, language: Language) -> bool:
    """Whether a title in small letters stands before a name: le citoyen Rem, товарищ Рем."""
    before = text[: text.rfind(name)].split()[-1:]
    return language.code in ("fr", "ru") and lexicon(language.honorifics).any(word.casefold() for word in before)


def _other_gender(name: str, text: str, pronoun: str) -> bool:
    """Whether the sentence says of the one whom it names “her”, and the pronoun is “he”: Ann drew back her hand."""
    after = text.rfind(name) + len(name)
    following = _NEXT.search(text, after)
    if following and pronoun in ("he", "she") and following.group(1).casefold() != pronoun:
        return True
    theirs = _THEIRS.match(text, after)
    return theirs is not None and pronoun in ("he", "she") and (theirs.group(1)[:2] == "he") != (pronoun == "she")


_NEXT = re.compile(r"[.!?]\s+(He|She)\b")
_THEIRS = re.compile(
    r"[^.!?;]{0,80}?\b(herself|himself|(?:her|his)(?=\s(?:own|head|eyes|face|hair|lips|shoulders|hat|hand)\b))"
)


def _is_paper(name: str, text: str) -> bool:
    """Whether a name is a paper’s: set in italics, or of what prints something; or is a participle."""
    after = text[text.rfind(name) + len(name) :][:40]
    if is_participle(name, after):
        return True
    return f"_{name}_" in text or bool(_PRINTS.match(after))


_PRINTS = re.compile(
    r"[\s,_]{1,3}(?:of\s[^,]{1,20},\s|on\s[^,]{1,20},\s)?(?:has\s|had\s|also\s|a\s+publié|publia)?"
    r"(?:published|prints|printed|contained|contains|reprinted|reported\sthat|publie|imprima|veröffentlichte|druckte"
    r"|напечатала?|опубликовала?)\b"
)


def _person(name: str, only: bool, setting: Setting) -> str | None:
    """The name, if it is a person’s for all we can see: a noun counts only if it is one of kin, or an office.

    A name that is told nowhere to speak counts if no other stands there and none of the text takes it for a place.
    """
    words = name.split()
    if words[0] == "the" and len(words) > 1 and words[1].strip("_.").casefold() in _TITLED:
        return None
    if words[0][0].islower() and words[-1][0].islower():
        return name if words[-1] in _KIN else None
    if "the" in setting.preceding(name) or words[1:2] == ["of"]:
        return None
    speaks = words[-1] in setting.known or words[0].strip("_.").casefold() in lexicon(setting.language.honorifics)
    fits = speaks or words[0] == "the" or (only and not name.isupper() and not _is_place(words[-1], setting))
    return name if fits and is_name(name, setting.there) else None


def _is_place(name: str, setting: Setting) -> bool:
    return not _PLACES.isdisjoint(setting.preceding(name))


def _own(setting: Setting, rows: list[dict[str, Any]], row: dict[str, Any], start: int, end: int) -> str:
    """The text without what others are quoted to say in it."""
    pieces, at = [], start
    first = bisect_left(rows, start, key=lambda other: int(other["start"]))
    for other in rows[first : bisect_left(rows, end, key=lambda other: int(other["start"]))]:
        if other["parent"] == row["parent"] and at <= other["start"]:
            pieces.append(setting.text[at : other["start"]])
            at = other["end"]
    return " ".join([*pieces, setting.text[at:end]])


def _fits(name: str, pronoun: str, setting: Setting) -> bool:
    """Whether a title before the name, or what is said of it elsewhere, speaks against it: Mrs. Lake is not “he”."""
    language = setting.language
    ends = {name.split()[0].strip("._").casefold(), name.split()[-1].strip("._").casefold()}
    she, he = pronoun in lexicon(language.she), pronoun in lexicon(language.he)
    patronymic = _PATRONYMIC.search(name)
    if ends & _WOMEN or (patronymic and patronymic.group(1)):
        return she
    if patronymic and she and pronoun not in lexicon(language.they):
        return False
    if ends & _MEN and she and pronoun not in lexicon(language.they):
        return False
    usual = setting.gender(name.split()[-1]) if name[:1].isupper() else ""
    return not usual or (usual in lexicon(language.she) if she else usual in lexicon(language.he) or not he)


_PATRONYMIC = re.compile(r"\s[A-ZА-Я]\w+(?:(ovna|evna|овна|евна)|ovitch|evitch|ovich|evich|ович|евич)\b")
"""A Russian father’s name, a daughter’s or a son’s."""
_KIN = lexicon(
    """
    father mother brother sister uncle aunt husband wife son daughter cousin friend grandfather grandmother
    master père mère frère sœur oncle tante mari femme fils fille ami отец мать брат сестра дядя тетя муж жена
    сын дочь друг
    """
).whole
_TITLED = frozenset(["mr", "mrs", "miss", "dr", "sir"])
_WOMEN = lexicon(
    """
    mrs miss ms lady madame mme mlle mademoiselle queen empress countess princess duchess mother sister aunt
    frau fräulein königin kaiserin gräfin mutter tante reine comtesse duchesse marquise citoyenne госпожа
    княгиня графиня царица тетя тётя
    """
).whole
_MEN = lexicon(
    """
    mr sir lord king emperor count prince duke baron father brother uncle herr könig kaiser graf m monsieur
    roi comte duc général general captain colonel господин граф князь царь отец дядя
    """
).whole
