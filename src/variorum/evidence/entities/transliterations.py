"""One Cyrillic name in Latin letters, in the English, French, German and scholarly ways: all sound alike here.

>>> sorted(sounds("Зиновьев") & sounds("Zinovieff") & sounds("Sinowjew") & sounds("Zinov'ev"))
['zinovev']
>>> bool(sounds("Жизнь") & sounds("Jizn") & sounds("Zhizn"))
True
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import cache
from itertools import product

CYRILLIC = re.compile("[Ѐ-ӿ]")
_LETTERS = {
    "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "ж": "Z", "з": "z", "и": "i", "й": "i",
    "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ф": "f",
    "х": "H", "ц": "C", "ч": "Q", "ш": "W", "щ": "X", "ъ": "", "ы": "i", "ь": "", "э": "e", "ю": "iu", "я": "ia",
    "і": "i", "ѣ": "e", "ѳ": "f", "ѵ": "i", "ї": "i", "є": "e", "ґ": "g",
}  # fmt: skip
"""What a letter sounds like: a capital is one sound that Latin letters write in two or more."""

_COMMON = {
    "ck": "k", "ph": "f", "th": "t", "qu": "kv", "q": "k", "x": "ks", "w": "v", "y": "i", "h": "H", "kh": "H",
    "ts": "C", "tz": "C", "tch": "Q", "shch": "X", "shtch": "X", "č": "Q", "š": "W", "ž": "Z", "c": "k",
    "sh": "W", "zh": "Z",
}  # fmt: skip
_WAYS: tuple[Mapping[str, str], ...] = (
    {**_COMMON, "ch": "Q", "oo": "u", "j": "dZ"},
    {**_COMMON, "ch": "W", "ou": "u", "j": "Z", "stch": "X", "chtch": "X", "gue": "ge", "gui": "gi"},
    {**_COMMON, "sch": "W", "tsch": "Q", "schtsch": "X", "ch": "H", "j": "i", "z": "C", "ss": "s", "sh": "Z"},
    {**_COMMON, "ch": "H", "c": "C", "j": "i", "šč": "X"},
    {**_COMMON, "sch": "X", "ch": "Q", "j": "i", "h": "g"},
)
"""How Latin letters are read: in the English way, the French, the German, the scholarly one; and h as г renders it."""
_ENDINGS = (
    (re.compile("ff$|ph$"), "v"), (re.compile("(?<=in)e$"), ""), (re.compile("ts(?=k)|tzs"), "C"),
)  # fmt: skip
_AFTER = (
    (re.compile("ts"), "C"), (re.compile(r"([bvgdzklmnprstfHCQWXZ])\1+"), r"\1"), (re.compile("i+"), "i"),
    (re.compile("ie"), "e"),
    (re.compile("(?<=[bvgdzklmnprstfHCQWXZ])io"), "o"), (re.compile("tQ"), "Q"),
    (re.compile("iu"), "u"), (re.compile("e+"), "e"), (re.compile("a+"), "a"),
    (re.compile("WQ|sQ"), "X"), (re.compile("f$"), "v"),
)  # fmt: skip
_VOICED = re.compile(r"^s(?=[aeiou])|(?<=[aeiou])s(?=[aeiou])")


def is_cyrillic(word: str) -> bool:
    """Whether a word is written in Cyrillic letters."""
    return bool(CYRILLIC.search(word))


@cache
def sounds(word: str) -> frozenset[str]:
    """How a word may sound: two words of which one is the other in other letters have one of these in common."""
    low = word.casefold().replace("’", "").replace("'", "").replace("ʹ", "")
    if is_cyrillic(low):
        return frozenset(_settled(read) for read in _of_cyrillic(low))
    plain = _plain(low)
    found = {_settled(_read(plain, number)) for number in range(len(_WAYS))}
    return frozenset(found | {_settled(_read(_VOICED.sub("ž", plain), 2).replace("Z", "z"))})


def _of_cyrillic(word: str) -> list[str]:
    """The sounds of Cyrillic letters; ё is written e, or o after a consonant and yo elsewhere."""
    word = re.sub(r"(?<=[бвгджзклмнпрстфхцчшщ])[ъ]$", "", word)
    choices = [
        ("e", "o" if at else "io") if char == "ё" else (_LETTERS.get(char, char),) for at, char in enumerate(word)
    ]
    return ["".join(read) for read in product(*choices)][:8]


def _plain(word: str) -> str:
    """Latin letters without the marks over them that tell no sound apart here."""
    kept = {"č", "š", "ž"}
    return "".join(
        char if char in kept else unicodedata.normalize("NFD", char)[0] for char in unicodedata.normalize("NFC", word)
    )


@cache
def _pattern(way: int) -> re.Pattern[str]:
    return re.compile("|".join(sorted(map(re.escape, _WAYS[way]), key=len, reverse=True)))


def _read(word: str, way: int) -> str:
    for ending, instead in _ENDINGS:
        word = ending.sub(instead, word)
    return _pattern(way).sub(lambda found: _WAYS[way][found[0]], word)


def _settled(read: str) -> str:
    """The sounds with what is written in several ways written in one."""
    for what, instead in _AFTER:
        read = what.sub(instead, read)
    return read


_SLAVIC = re.compile(
    r"(?:[oei](?:v|ff?|w)(?:a|)|v[iy]?est(?:[iy]{1,2}a|nik)|sk(?:y|i|ii|ij|iy)|sk(?:aya|aia|aja|oye|oie|oe|oje)|zky|zki|enko|[aiy][iyj]a|"
    r"v[iy](?:ch|tch|tsch|tz|cz|č)|[eo]vn[ay]|chuk|tchouk|tschuk)$|zh|shch|chtch|schtsch|kh|zhn|jizn"
)


def looks_slavic(word: str) -> bool:
    """Whether a word in Latin letters is spelt as a Slavic one that was transliterated.

    >>> looks_slavic("Zinovieff"), looks_slavic("Novaia"), looks_slavic("Marlby")
    (True, True, False)
    """
    return bool(_SLAVIC.search(_plain(word.casefold())))


_ROMAN = {
    "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "ё": "yo", "ж": "zh", "з": "z", "и": "i", "й": "y",
    "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ф": "f",
    "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "", "ы": "y", "ь": "", "э": "e", "ю": "yu",
    "я": "ya", "і": "i", "ѣ": "e", "ѳ": "f", "ѵ": "i",
}  # fmt: skip


def roman(text: str) -> str:
    """A text in Latin letters, for an id.

    >>> roman("новая жизнь")
    'novaya zhizn'
    """
    return "".join(_ROMAN.get(char, char) for char in text)
