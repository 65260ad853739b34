"""Letters, digits and scripts that do not belong into a word.

**What it finds.** *hTe* and *THe*; a digit among letters (*o1d*, *w0rd*), a letter among digits (*l9l7*); a letter of
another alphabet that looks the same (a Greek tau in *ЦК*); an *I* or *l* that stands for an exclamation mark.

**Why it matters.** They look right, or nearly, and no search finds them.

**Example.** Terrible I The mother wept. → Terrible! The mother wept.

**When it is wrong.** In formulae, codes and names that are written so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from unicodedata import name

from variorum.layers.findings.page import Page
from variorum.layers.findings.pairs import sought
from variorum.layers.findings.suspect import Rule, Suspect
from variorum.layers.findings.words.tokens import WORD

CASE, COMPOUND, DIGIT, SCRIPT, STRAY = 0.9, 0.25, 0.8, 0.95, 0.85
UNSEEN, LISTED = 0.7, 1e-6
"""How likely one is where the page has the word nowhere else, and the lists have it so often."""
USUAL, MOST = 1e-7, 2
_BRAND = re.compile(r"[eim][A-Z][a-z]|[A-Z]+[a-z]?\Z|(?:Ma?c|[A-Z]?[a-z]?’|La|Le|De|Di|Du|Van)[A-Z]")
_CASE = re.compile(r"[^\W\d_]*?[a-zà-ÿа-я][A-ZÀ-ÞА-Я][^\W\d_]*|[A-ZÀ-ÞА-Я]{2}[a-zà-ÿа-я]{1,}")
_PARTS = re.compile(r"[A-ZÀ-ÞА-Я]?[a-zà-ÿа-я]{2,}")
_DIGIT = sought("[01]", r"[^\W\d_]", r"(?<=[^\W\d_][01])(?=[^\W\d_])")
_LETTER = sought("[lIOо]", r"\d", r"(?:(?<=\d[lIOо])(?=\d)|(?<=\b[lI])(?=\d{2,3}\b))")
_STRAY = re.compile(r"[Il](?=[”»\"]|[ \n][A-ZÀ-Þ][a-zà-ÿ])(?<=[^\W\d_]{2} [Il])")
_POINT = sought(r"\.", "l", r"l(?<=[^\W\d_]\.l)(?= [a-zа-я])")
_TOKEN = re.compile(r"[\w.,’'-]+")
_MIXED = re.compile(r"(?=[a-zA-Zα-ωΑ-Ω]*[а-яёА-ЯЁ])(?=[а-яёА-ЯЁ]*[a-zA-Zα-ωΑ-Ω])[a-zA-Zа-яёА-ЯЁα-ωΑ-Ω]{2,}")
_LIKE = str.maketrans(dict(zip("01", "ol", strict=True)))
_FIGURES = str.maketrans(dict(zip("lIOо", "1100", strict=True)))
_CYRILLIC = dict(zip("aceopxyABCEHKMOPTXτΤοΟ", "асеорхуАВСЕНКМОРТХТТоО", strict=True))
_LATIN = {cyrillic: latin for latin, cyrillic in _CYRILLIC.items() if latin.isascii()}


def find(page: Page) -> Iterator[Suspect]:
    """The letters of a page that do not belong where they stand."""
    yield from _cases(page)
    yield from _scripts(page)
    yield from _digits(page)
    yield from _strays(page)
    yield from _points(page)


def _cases(page: Page) -> Iterator[Suspect]:
    """Capitals within words that the page has without them."""
    odd = {}
    for word, count in page.counts.items():
        if count <= MOST and not word[1:].islower() and not word.isupper() and _CASE.fullmatch(word):
            swapped = word[1] + word[0].lower() + word[2:]
            forms = [word.lower(), word.capitalize(), swapped if word[0].islower() else word.lower()]
            mend = max(forms, key=lambda one: page.counts[one])
            if page.counts[mend] > MOST * max(count, page.counts[word.upper()]):
                odd[word] = word.capitalize() if word[:2].isupper() else mend, _case(page, word)
            elif page.lexicon and page.lexicon.frequency(mend) > LISTED and not _BRAND.match(word):
                odd[word] = word.capitalize() if word[:2].isupper() else mend, UNSEEN * _case(page, word)
    for word, start, end in page.where(odd) if odd else ():
        mend, likely = odd[word]
        yield Suspect(start, end, mend, likely, f"a capital within a word: {mend}")


def _case(page: Page, word: str) -> float:
    """How likely a capital within a word is a slip: some are written so that are made of two."""
    parts = [part.lower() for part in _PARTS.findall(word)]
    usual = page.lexicon.usual if page.lexicon else frozenset[str]()
    return COMPOUND if "".join(parts) == word.lower() and len(parts) > 1 and usual.issuperset(parts) else CASE


def _scripts(page: Page) -> Iterator[Suspect]:
    """Words with letters of two alphabets."""
    for word in [word for word in page.counts if not word.isascii() and _MIXED.fullmatch(word)]:
        cyrillic = "".join(_CYRILLIC.get(char, char) for char in word)
        latin = "".join(_LATIN.get(char, char) for char in word)
        mend = cyrillic if len(_alphabets(cyrillic)) == 1 else latin if len(_alphabets(latin)) == 1 else None
        if mend is None:
            continue
        for match in re.finditer(rf"\b{re.escape(word)}\b", page.text):
            yield Suspect(*match.span(), mend, SCRIPT, "letters of two alphabets in one word")


def _alphabets(word: str) -> set[str]:
    return {name(char, "").split(" ")[0] for char in word}


def _digits(page: Page) -> Iterator[Suspect]:
    """Digits in words, and letters in numbers."""
    for match in page.pairs.find(_DIGIT):
        start, end = _token(page.text, match.start())
        mend = page.text[start:end].translate(_LIKE)
        if mend.isalpha() and (
            mend.casefold() in page.forms or (page.lexicon and page.lexicon.frequency(mend) > USUAL)
        ):
            yield Suspect(start, end, mend, DIGIT, f"a digit within a word: {mend}")
    for match in page.pairs.find(_LETTER):
        start, end = _token(page.text, match.start())
        mend = page.text[start:end].translate(_FIGURES)
        if mend.isdigit():
            yield Suspect(start, end, mend, DIGIT, f"a letter within a number: {mend}")


def _token(text: str, place: int) -> tuple[int, int]:
    """What stands between spaces and outer points round a place."""
    start = max(text.rfind(" ", 0, place), text.rfind("\n", 0, place)) + 1
    found = _TOKEN.search(text, start)
    return (
        (found.start(), found.start() + len(found[0].rstrip(".,’'")))
        if found and found.end() > place
        else (place, place)
    )


def _strays(page: Page) -> Iterator[Suspect]:
    """An I or l that stands for an exclamation mark, at the end of a sentence."""
    for match in _STRAY.finditer(page.text):
        leaf, end = page.leaf_at(match.start()), match.end()
        if leaf is None or end >= leaf.end or leaf.kind in ("heading", "cell"):
            continue
        words = WORD.findall(page.text, max(0, end - 40), end)
        follows = WORD.search(page.text, end)
        if page.text[end].isspace():
            odd = follows is not None and page.counts[follows[0].lower()] > page.counts[follows[0]]
        else:
            odd = not re.search(rf"\b{words[-2]} (?:{match[0]} |[IVX]{{2}}|\d)", page.text)
        if odd:
            start = end - 2 - len(words[-2])
            mend = words[-2] + "!"
            yield Suspect(start, end, mend, STRAY, f"{match[0]} stands for an exclamation mark")


def _points(page: Page) -> Iterator[Suspect]:
    """An l that stands for a semicolon after an abbreviation."""
    for match in page.pairs.find(_POINT):
        yield Suspect(*match.span(), ".;", STRAY, "l stands for a semicolon")


LETTERS = Rule("letters", find)
