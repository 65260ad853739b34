"""Numbers, dates and languages, as an English sentence has them."""

from __future__ import annotations

import re
from collections.abc import Sequence

LANGUAGES = {
    "ar": "Arabic", "be": "Belarusian", "bg": "Bulgarian", "ca": "Catalan", "cs": "Czech", "cy": "Welsh",
    "da": "Danish", "de": "German", "el": "Greek", "en": "English", "eo": "Esperanto", "es": "Spanish",
    "et": "Estonian", "fa": "Persian", "fi": "Finnish", "fr": "French", "ga": "Irish", "grc": "Ancient Greek",
    "he": "Hebrew", "hi": "Hindi", "hr": "Croatian", "hu": "Hungarian", "hy": "Armenian", "it": "Italian",
    "ja": "Japanese", "ka": "Georgian", "ko": "Korean", "la": "Latin", "lt": "Lithuanian", "lv": "Latvian",
    "nl": "Dutch", "no": "Norwegian", "pl": "Polish", "pt": "Portuguese", "ro": "Romanian", "ru": "Russian",
    "sa": "Sanskrit", "sk": "Slovak", "sl": "Slovene", "sr": "Serbian", "sv": "Swedish", "tr": "Turkish",
    "uk": "Ukrainian", "yi": "Yiddish", "zh": "Chinese",
}  # fmt: skip
_DOUBTS = {"~": "about", "?": "perhaps", "%": "perhaps about"}
_DAY = re.compile(r"(-?\d{4})(?:-(\d\d))?(?:-(\d\d))?")
_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_SMALL = "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"


def count(number: int, one: str, many: str | None = None) -> str:
    """A number of things.

    >>> count(1, "passage"), count(1234, "passage"), count(0, "copy", "copies")
    ('1 passage', '1,234 passages', '0 copies')
    """
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def few(number: int, one: str, many: str | None = None) -> str:
    """A number of things in a sentence, small ones in words.

    >>> few(2, "language"), few(0, "quotation"), few(38, "document")
    ('two languages', 'no quotations', '38 documents')
    """
    return f"{_SMALL[number] if number < len(_SMALL) else f'{number:,}'} {one if number == 1 else many or one + 's'}"


def listed(things: Sequence[str]) -> str:
    """Things in a row.

    >>> listed(["a"]), listed(["a", "b", "c"])
    ('a', 'a, b and c')
    """
    return " and ".join(filter(None, [", ".join(things[:-1]), *things[-1:]]))


def language(tag: str | None) -> str | None:
    """The English name of a language, or its tag where we have none.

    >>> language("en-GB"), language("ru"), language("tlh")
    ('English', 'Russian', 'tlh')
    """
    return LANGUAGES.get(re.split("[-_]", tag.lower())[0], tag) if tag else None


def tag(language_tag: str | None) -> str | None:
    """A language tag that may stand in a page, or None.

    >>> tag("en-GB"), tag('x" onload="')
    ('en-GB', None)
    """
    return language_tag if language_tag and re.fullmatch(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*", language_tag) else None


def date(edtf: str | None) -> str | None:
    """A date as it is read, where it is a day, month or year, or two of these; else the EDTF as it stands.

    >>> date("1917-11-05"), date("1925"), date("1917-10~"), date("1917/1918"), date("192X")
    ('5 November 1917', '1925', 'about October 1917', '1917 to 1918', '192X')
    """
    if edtf and edtf.count("/") == 1 and all(edtf.split("/")):
        return " to ".join(date(part) or part for part in edtf.split("/"))
    if edtf and edtf[-1] in _DOUBTS:
        return f"{_DOUBTS[edtf[-1]]} {date(edtf[:-1])}"
    found = _DAY.fullmatch(edtf or "")
    if not found or not 1 <= int(found[2] or 1) <= 12:
        return edtf
    day = str(int(found[3])) if found[3] else None
    month = _MONTHS[int(found[2]) - 1] if found[2] else None
    return " ".join(part for part in (day, month, found[1]) if part)


def how(kind: str, words: int, identity: int) -> str:
    """How alike the two sides of a passage are.

    >>> how("exact", 20, 1000), how("reworked", 31, 935), how("translation", 12, 0)
    ('20 words, exact', '31 words, 94% the same', '12 words, translation')
    """
    near = f"{min(99, max(1, round(identity / 10)))}% the same"
    return f"{count(words, 'word')}, {near if kind == 'reworked' else kind}"
