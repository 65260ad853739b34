"""Numbers as headings write them: in figures, in Roman letters, in words.

The words are English, French, German, Russian and Latin, cardinal and ordinal, to ninety-nine where the language
builds them regularly, to twenty or so where it does not.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

MOST = 999
"""The greatest number that a division has; beyond it a number is a year or a sum."""


class Numeral(NamedTuple):
    """A number: its value, how it is written (arabic, roman, word), and by what it is cited."""

    value: int
    style: str
    cited: str


_ROMAN = re.compile(r"(?=[IVXLCDM])(C{0,4}|CD|DC{0,4}|CM)(XC|XL|L?X{0,4})(IX|IV|V?I{0,4})", re.I)
_VALUES = dict(zip("IVXLCDM", (1, 5, 10, 50, 100, 500, 1000), strict=True))
_LOOKALIKE = str.maketrans("ІХСМѴⅠⅤⅩ", "IXCMVIVX")
_ARABIC = re.compile(r"(\d{1,3})(?:st|nd|rd|th|er|re|[eèé](?:me)?|-?(?:[йея]|[аоы][йея]|го))?", re.I)

_CARDINALS = {
    "en": "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
    " seventeen eighteen nineteen twenty",
    "fr": "un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept"
    " dix-huit dix-neuf vingt",
    "de": "eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn"
    " siebzehn achtzehn neunzehn zwanzig",
    "ru": "один два три четыре пять шесть семь восемь девять десять одиннадцать двенадцать тринадцать"
    " четырнадцать пятнадцать шестнадцать семнадцать восемнадцать девятнадцать двадцать",
}
_ORDINALS = {
    "en": "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth"
    " fifteenth sixteenth seventeenth eighteenth nineteenth twentieth",
    "fr": "premier deuxième troisième quatrième cinquième sixième septième huitième neuvième dixième onzième"
    " douzième treizième quatorzième quinzième seizième dix-septième dix-huitième dix-neuvième vingtième",
    "de": "erst zweit dritt viert fünft sechst siebent acht neunt zehnt elft zwölft dreizehnt vierzehnt fünfzehnt"
    " sechzehnt siebzehnt achtzehnt neunzehnt zwanzigst",
    "ru": "перв втор треть четверт пят шест седьм восьм девят десят одиннадцат двенадцат тринадцат четырнадцат"
    " пятнадцат шестнадцат семнадцат восемнадцат девятнадцат двадцат",
    "la": "prim secund terti quart quint sext septim octav non decim undecim duodecim",
}
_ENDINGS = {
    "en": ("",),
    "fr": ("",),
    "de": ("e", "er", "es", "en", "em"),
    "ru": ("ый", "ой", "ий", "ая", "ое", "ого", "аго", "ую", "я", "е"),
    "la": ("us", "a", "um", "i", "ae"),
}
_TENS = {
    "en": ("twenty thirty forty fifty sixty seventy eighty ninety", "ieth"),
    "fr": ("vingt trente quarante cinquante soixante", "ième"),
    "de": ("zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig", "st"),
    "ru": ("двадцать тридцать сорок пятьдесят шестьдесят семьдесят восемьдесят девяносто", ""),
}
_OTHERS = {"première": 1, "second": 2, "seconde": 2, "une": 1, "unième": 1, "siebte": 7, "siebtes": 7, "siebter": 7}
_COMMON = frozenset(["i", "mi", "di", "li", "mil", "mix", "mild", "dim", "did", "civil", "vim", "lid", "mid", "ill"])
"""What looks like a Roman number in small letters and is mostly none."""


@cache
def number_words() -> dict[str, int]:
    """Each number of one word, in lower case, and its value."""
    found = dict(_OTHERS)
    for words in _CARDINALS.values():
        found |= {word: value for value, word in enumerate(words.split(), 1)}
    for code, stems in _ORDINALS.items():
        endings = _ENDINGS[code]
        found |= {f"{stem}{end}": value for value, stem in enumerate(stems.split(), 1) for end in endings}
    for code, (words, ordinal) in _TENS.items():
        for value, word in enumerate(words.split(), 2):
            ordinals = {f"{word.rstrip('ye')}{ordinal}{end}": 10 * value for end in _ENDINGS[code]} if ordinal else {}
            found |= {word: 10 * value, **ordinals}
    return found | _joined_in_german(found)


def _joined_in_german(found: dict[str, int]) -> dict[str, int]:
    units = ["ein", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun"]
    endings = ("", *(f"st{end}" for end in _ENDINGS["de"]))
    tens = _TENS["de"][0].split()
    return {
        f"{unit}und{ten}{end}": at + found[ten] for at, unit in enumerate(units, 1) for ten in tens for end in endings
    }


def numeral(written: str) -> Numeral | None:
    """The number that a word or two write, or None.

    >>> numeral("xiv"), numeral("Twenty-first").value, numeral("einundzwanzigstes").value, numeral("mix")
    (Numeral(value=14, style='roman', cited='xiv'), 21, 21, None)
    """
    bare = written.strip(" \t\r\n._:")
    if found := _ARABIC.fullmatch(bare):
        return Numeral(int(found[1]), "arabic", str(int(found[1])))
    roman = bare.translate(_LOOKALIKE)
    if _ROMAN.fullmatch(roman) and roman not in _COMMON and (roman.isupper() or roman.islower()):
        return Numeral(roman_value(roman), "roman", roman)
    value = _in_words(bare.casefold())
    return Numeral(value, "word", str(value)) if value else None


def roman_value(roman: str) -> int:
    """The value of a Roman number.

    >>> roman_value("XLIV"), roman_value("iiii")
    (44, 4)
    """
    values = [_VALUES[letter] for letter in roman.upper()]
    after = [*values[1:], 0]
    return sum(-value if value < following else value for value, following in zip(values, after, strict=True))


def _in_words(low: str) -> int | None:
    known = number_words()
    if low in known:
        return known[low]
    parts = [part for part in re.split(r"[\s-]+", low) if part not in ("et", "und", "and")]
    if len(parts) != 2:
        return None
    tens, unit = (known.get(part, 0) for part in parts)
    return tens + unit if tens % 10 == 0 and tens >= 20 and 0 < unit < 10 else None
