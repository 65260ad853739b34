"""What a heading says that it opens: “CHAPTER THE FIRST”, “Erstes Kapitel”, “Глава II”, “LIBER II. CAPUT IV”, “XII.”.

A designation is the word for a division with its number. A heading may hold two (“Act I, Scene 2”); what is left over
is its caption. Left alone: words that only look so (“Book I have read”, “Part of the way”, “I Am Late”).
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from variorum.layers.numerals import MOST, Numeral, number_words, numeral
from variorum.layers.scripture import book, books


class Designation(NamedTuple):
    """A division as a heading announces it."""

    kind: str
    """volume, book, part, chapter, act, scene, section, letter, psalm, article, appendix, preface, division, or bare:
    a number by itself; contents and notes open a list, scripture a book of the Bible."""
    number: Numeral | None
    cited: str
    """How it is cited: “ch. IV”."""
    caption: str = ""
    """What the heading says besides."""


_WORDS = """
volume: volume=vol. vol=vol. tome=t. tomus=tom. band=Band tom=t. том=т.
book: book=bk. liber=lib. livre=liv. buch=Buch книга=кн. libro=libro
part: part=pt. pars=pars partie=part. teil=Teil theil=Teil часть=ч. parte=parte
chapter: chapter=ch. chap=ch. caput=cap. chapitre=chap. kapitel=Kapitel capitel=Kapitel hauptstück=Hauptstück глава=гл.
chapter: capítulo=cap. capitolo=cap. sura=Sura surah=Sura sure=Sure sourate=Sourate сура=Сура
act: act=Act actus=Actus acte=acte akt=Akt aufzug=Aufzug действие=действие акт=акт
scene: scene=scene scena=scena scène=scène szene=Szene scene=scene auftritt=Auftritt явление=явл. сцена=сцена
section: section=§ sect=§ §=§ sectio=§ abschnitt=Abschnitt раздел=разд. параграф=§
letter: letter=letter epistola=ep. lettre=lettre brief=Brief письмо=письмо epistle=epistle
psalm: psalm=Psalm psalmus=Ps. psaume=Psaume псалом=Псалом
article: article=art. artikel=Art. статья=ст.
appendix: appendix=app. anhang=Anhang annexe=annexe appendice=app. приложение=прил. beilage=Beilage
division: canto=Canto chant=chant gesang=Gesang песнь=песнь lecture=Lecture essay=Essay sermon=Sermon sonnet=Sonnet
division: federalist=Federalist+No. stave=Stave vortrag=Vortrag predigt=Predigt лекция=лекция очерк=очерк
division: thesis=thesis thèse=thèse these=These dialogue=Dialogue fragment=fr. night=Night stanza=stanza ode=Ode
"""
_OPENING = """
preface: preface foreword introduction prologue prelude proem advertisement vorwort vorrede einleitung préface
preface: avant-propos avertissement предисловие введение пролог prefatio praefatio proemium argumentum
appendix: appendix appendices anhang приложение приложения addenda annexe annexes
division: conclusion epilogue afterword postscript finale nachwort schluss schluß épilogue послесловие заключение эпилог
division: glossary bibliography index acknowledgements acknowledgments dedication register glossar указатель
notes: footnotes footnote notes endnotes anmerkungen fußnoten fussnoten примечания сноски remarques
contents: contents inhalt inhaltsverzeichnis содержание оглавление sommaire índice
"""
_POINTERS = frozenset(["see", "cf", "vide", "siehe", "vgl", "voir", "см", "with", "mit", "avec"])


@cache
def _named() -> dict[str, tuple[str, str]]:
    rows = (line.partition(":") for line in _WORDS.strip().splitlines())
    pairs = [(kind, word.partition("=")) for kind, _, words in rows for word in words.split()]
    return {word: (kind, cited.replace("+", " ")) for kind, (word, _, cited) in pairs}


@cache
def _openings() -> dict[str, str]:
    rows = (line.partition(":") for line in _OPENING.strip().splitlines())
    return {word: kind for kind, _, words in rows for word in words.split()}


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    words = "|".join(sorted(map(re.escape, _named()), key=len, reverse=True))
    spelt = "|".join(sorted(map(re.escape, number_words()), key=len, reverse=True))
    number = (
        rf"(?:\d{{1,3}}(?:st|nd|rd|th|er|re|[eè](?:me)?|-?[аоы]?[йея]|-?го)?"
        rf"|[ivxlcdmІХСМѴ]{{1,9}}|(?:{spelt})(?:[\s-]+(?:et[\s-]+)?(?:{spelt}))?)(?!\w)"
    )
    before = re.compile(
        rf"(?P<word>{words})(?!\w)[.:]?\s*(?:the\s+|the$|n[or°º]?\.?\s*|№\s*|nr\.?\s*|numéro\s*|#\s*)?"
        rf"(?P<number>{number})(?P<rest>.*)",
        re.I | re.S,
    )
    after = re.compile(
        rf"(?:(?:the|la|le|der|die|das)\s+)?(?P<number>{number})[.:]?\s+(?P<word>{words})(?!\w)(?P<rest>.*)",
        re.I | re.S,
    )
    return before, after


_EDGES = " \t\r\n_*#=[]<>|~"
_PAGE = re.compile(r"(?:\.\s?){3,}|\s{3,}\d{1,4}\W*$|\.{2,}\s*\d{1,4}\W*$")
_BARE = re.compile(r"[(\[§\s]*([ivxlcdmІХ]{1,9}|\d{1,3})[.:)\]\s]*", re.I)
_LED = re.compile(
    r"(§\s*)?(\d{1,3}|[IVXLCІХ]{1,8})(?:\s?[.:)—–](?!\d)|\s-|(?<=[IVXLC]{2})(?=\s+[^\W\d_a-z]{3}))\s*(\S.*)", re.S
)
_PARTED = re.compile(r"[\s.,:;—–\-\])_*/|]*")
_LONGEST = 20
"""How many words a heading has at most that opens a division by name."""


def is_entry(label: str) -> bool:
    """Whether a line is one of a table of contents: it leads to a page.

    >>> is_entry("IV. The Weir ........ 112"), is_entry("IV. The Weir")
    (True, False)
    """
    return bool(_PAGE.search(label))


def designations(label: str) -> list[Designation]:
    """What a heading opens, outermost first; nothing if it is only a caption.

    >>> [(one.kind, one.number.value, one.cited) for one in designations("ACT III. SCENE II. A Heath")]
    [('act', 3, 'Act III'), ('scene', 2, 'scene II')]
    >>> designations("Zweites Buch")[0].cited, designations("Глава первая. Мост")[0].caption
    ('Buch 2', 'Мост')
    >>> designations("Book I Lost")
    []
    """
    lines = [" ".join(line.split()) for line in label.strip(_EDGES).splitlines() if line.strip()]
    text = " ".join(lines)
    if not text or len(text.split()) > _LONGEST:
        return []
    found = _numbered(": ".join(lines)) or _numbered(text)
    if not found:
        one = _scripture(text) or _opening(text) or _led(text)
        return [one] if one else []
    inner = designations(found.caption) if found.caption else []
    if inner and inner[0].number and inner[0].kind not in ("bare", found.kind):
        return [found._replace(caption=""), *inner]
    return [found]


def _numbered(text: str) -> Designation | None:
    before, after = _patterns()
    for found in (before.match(text), after.match(text)):
        if found and (one := _announced(found["word"], found["number"], found["rest"])):
            return one
    return None


def _announced(word: str, written: str, rest: str) -> Designation | None:
    number = numeral(written)
    parted = _PARTED.match(rest)
    caption = rest[parted.end() :] if parted else rest
    if number is None or not 0 < number.value <= MOST:
        return None
    if caption and rest[:1].isspace() and not (parted and parted[0].strip()) and _goes_on(number, caption):
        return None
    kind, cited = _named()[word.casefold()]
    said = str(number.value) if kind == "psalm" else number.cited
    return Designation(kind, number, f"{cited} {said}", caption.rstrip(" _*]"))


def _goes_on(number: Numeral, caption: str) -> bool:
    """Whether what follows a number without a stop may be the rest of a sentence: Part one of it, Book I have read."""
    return caption[0].islower() or number.style == "word" or (number.cited in ("I", "i") and not caption.isupper())


_BOOK_OF = re.compile(
    r"(?:the\s+)?(?:holy\s+)?(?:gospel|evangelium|évangile|евангелие)\s+(?:(?:according\s+to|of|nach|des|selon|от)\s+)?"
    r"(?:saint\s+|st\.?\s+|s\.\s+|sankt\s+|святого\s+)?(?P<gospel>\w+)"
    r"|the\s+(?P<acts>acts)\s+of\s+the\s+(?:holy\s+)?apostles"
    r"|(?:the\s+)?(?P<nth>first|second|third)?\s*(?:epistle|letter)\s+(?:general\s+)?(?:of\s+(?:saint\s+|st\.?\s+)?)?"
    r"(?:paul\s+)?(?:the\s+apostle\s+)?(?:to\s+(?:the\s+)?)?(?P<epistle>\w+)"
    r"|(?:the\s+)?(?:\w+\s+)?book\s+of\s+(?:the\s+prophet\s+)?(?:moses\W+called\s+)?(?:the\s+)?(?P<book>\w+)",
    re.I,
)
_BOOK_CHAPTER = re.compile(
    r"((?:[1-4]|I{1,3})?\.?\s?[^\W\d_]{3,15})\.?,?\s+(?:chapter\s+|kapitel\s+|глава\s+)?([ivxlcIVXLC]{1,7}|\d{1,3})\.?",
    re.I,
)
_NTH = {"first": "1 ", "second": "2 ", "third": "3 "}


def scripture(label: str) -> str | None:
    """The book of the Bible that a heading or title names as a whole, or None.

    >>> scripture("The Gospel According to Saint Mark"), scripture("1 Corinthians"), scripture("Marked")
    ('Mark', '1 Corinthians', None)
    """
    text = " ".join(label.strip(f"{_EDGES}.:").split())
    found = _BOOK_OF.fullmatch(text)
    if found:
        named = found["gospel"] or found["acts"] or found["epistle"] or found["book"]
        return _full((_NTH.get((found["nth"] or "").lower(), "")) + named)
    return _full(text)


def _full(written: str) -> str | None:
    """The book of that full name; abbreviations are too often words."""
    bare = re.sub(r"[\s\d]", "", written)
    long = len(bare) > 3 or bare.casefold() == "job"
    return book(written) if (long and written[:1] != written[:1].lower()) or (written[:1].isdigit() and long) else None


def _scripture(text: str) -> Designation | None:
    if named := scripture(text):
        return Designation("scripture", None, named)
    found = _BOOK_CHAPTER.fullmatch(text)
    named = _full(found[1].strip()) if found else None
    number = numeral(found[2]) if found else None
    if found is None or named is None or number is None or named not in books().values():
        return None
    kind, cited = ("psalm", "Psalm") if named == "Psalms" else ("chapter", named)
    return Designation(kind, number, f"{cited} {number.value}")


def _opening(text: str) -> Designation | None:
    words = [word.strip(".,:;'’()[]_*\"“”").casefold() for word in text.split()]
    if len(words) > 9 or text[-1] in ",;?!" or words[0] in _POINTERS:
        return None
    kinds = [_openings()[word] for word in (words if len(words) < 4 else words[:2]) if word in _openings()]
    if not kinds or (kinds[0] == "contents" and len(words) > 4):
        return None
    return Designation(kinds[0], None, in_small_letters(text.strip(" .:_*")))


def in_small_letters(label: str) -> str:
    """A short label set in capitals as it is set in a line; a longer one may hold names, and stays.

    >>> in_small_letters("APPENDIX TO CHAPTER III"), in_small_letters("FOREWORD BY ANN LAKE OF SALT STREET")
    ('Appendix to chapter III', 'FOREWORD BY ANN LAKE OF SALT STREET')
    """
    words = label.split()
    if not label.isupper() or (len(words) > 3 and not any(word.casefold() in _named() for word in words)):
        return label
    low = [word if (one := numeral(word)) and one.style == "roman" else word.casefold() for word in words]
    return " ".join([words[0].capitalize(), *low[1:]])


def _led(text: str) -> Designation | None:
    """A number by itself, or one with a point before a caption."""
    found = _BARE.fullmatch(text)
    written, caption = (found[1], "") if found else ("", "")
    if not found and (led := _LED.fullmatch(text)):
        written, caption = led[2], led[3]
    number = numeral(written) if written else None
    if number is None or not 0 < number.value <= MOST:
        return None
    if "§" in text[:3]:
        return Designation("section", number, f"§ {number.cited}", caption)
    return Designation("bare", number, number.cited, caption)
