"""Pointers to sources: a chapter and verse, a volume and page, a chapter or section, a title, a note.

Found by form, in English, French, German and Russian: “Luke viii. 49”, “vol. xxvi, p. 217”, «т. 26, стр. 217»,
“Act III, scene 2”, “§ 4”, “(See App. II, Sect. 4)”, “see _The Title_”, “[12]”. Left alone: a number after a word that
is a book of the Bible by chance only (“Acts 3 and 4 of the play”: known to be wrong), pages of the document itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

import pyarrow as pa

from variorum.layers.languages import lexicon
from variorum.layers.numerals import roman_value
from variorum.layers.scripture import book
from variorum.tables import REFERENCES

_NUMBER = r"(?:\d{1,4}|[ivxlcdmIVXLCDM]{1,8})(?![\w])"
_RANGE = rf"{_NUMBER}(?:\s?[-–—]\s?{_NUMBER})?(?:,\s?\d{{1,4}}(?:[-–]\d{{1,4}})?(?!\w))*"
_PARTS = {
    "vol.": "vol vols volume volumes tome tom tomes t bd bde band том тома т",
    "p.": "p pp page pages pg pgs fol f ff s seite seiten стр страниц* с",
    "ch.": "chap chaps chapter chapters chapitre ch cap kap kapitel глава главы главе главу гл",
    "book": "book bk livre liv buch книга книги кн",
    "part": "part pt partie teil часть ч",
    "sect.": "sect sects section sections sec § §§ abschnitt раздел параграф paragraph par",
    "app.": "app appendix appendice anhang приложение прил",
    "art.": "art arts article articles artikel статья статьи ст",
    "act": "act acte akt aufzug действие акт",
    "scene": "scene sc scène szene auftritt явление сцена",
    "canto": "canto chant gesang песнь",
    "line": "line lines l ll vers v vv строка строки",
    "no.": "no nos nr n° №",
    "note": "note footnote n anm anmerkung прим примеч примечание",
}
"""The parts of a source, as they are normally written and as people write them."""
_WEAK = frozenset(["t", "s", "с", "т", "ч", "l", "ll", "f", "ff", "n", "v", "vv", "ст", "par"])
"""Abbreviations of one or two letters that count only beside another part."""
_PLACE = re.compile(rf"(?<![\w.])([^\W\d_]{{1,12}}|§+|n°|№)(?:\.?\s|\.?(?=\d)|\.(?=[ivxlcdmIVXLCDM]{{2}}))({_RANGE})")
_VERSE = re.compile(
    r"(?<![\w])((?:[1-4]|I{1,3}(?![^\W\d_])|1st|2nd)\.?\s?)?([^\W\d_]{2,15})\.?\s(\d{1,3}|[ivxlcIVXLC]{1,7})"
    r"(?:\.|:|,)\s?(\d{1,3}(?:\s?[-–]\s?\d{1,3})?(?:,\s?\d{1,3})*)(?![\w:])"
)
_NOTE = re.compile(r"(?<=[^\W_.,;:!?”»\"’)])?\[(\d{1,3}|[*†‡])\](?!\()")
_TITLE = re.compile(
    r"\b(?:[Ss]ee|[Cc]f\.?|[Vv]ide|[Cc]ompare|[Ss]iehe|[Vv]gl\.|[Vv]oir|[Cc]onfer|[Сс]м\.|[Сс]р\.)\s+"
    r"(?:also\s+|auch\s+|aussi\s+|также\s+)?"
    r"(?:[\w.’' ]{0,40}?)(?:_([^_\n]{3,80})_|[“«„]([^“”«»„\n]{3,80})[”»“])"
)
_IBID = re.compile(
    r"\b(?:ibid(?:em)?|op\. ?cit|loc\. ?cit|ebd|ebenda|a\. ?a\. ?O|там же|указ\. соч)\b\.?", re.IGNORECASE
)
_GOES_ON = re.compile(r"\s+[a-z]")
_JOINED = re.compile(r"\s{0,2}[,;]?\s{0,2}(?:and\s|et\s|und\s|и\s)?")


class _Found(NamedTuple):
    start: int
    end: int
    target: str
    kind: str
    reason: str


def references(documents: pa.Table, blocks: pa.Table) -> pa.Table:
    """The pointers of one document to sources, outside its furniture and headings.

    `target` is in one form: books of the Bible by their English names, numbers in Arabic figures.

    >>> text = "As it is said (Luke viii. 49); see vol. xxvi, p. 217."
    >>> documents = pa.table({"doc": ["a"], "text": [text]})
    >>> blocks = pa.table({"start": [0], "end": [len(text)], "kind": ["paragraph"]})
    >>> [(row["target"], row["kind"]) for row in references(documents, blocks).to_pylist()]
    [('Luke 8:49', 'verse'), ('vol. 26, p. 217', 'volume')]
    """
    if not documents.num_rows:
        return REFERENCES.empty()
    doc, text = documents["doc"][0].as_py(), documents["text"][0].as_py()
    found = sorted({one for look in (_verses, _places, _notes, _titles, _again) for one in look(text)})
    kept = _apart(found, blocks)
    return REFERENCES.rows([{"doc": doc, **one._asdict()} for one in kept])


def _apart(found: list[_Found], blocks: pa.Table) -> list[_Found]:
    """Those in no furniture, in no heading and not the name of their own block; the longer of two that overlap."""
    rows = list(zip(blocks["start"].to_pylist(), blocks["end"].to_pylist(), blocks["kind"].to_pylist(), strict=True))
    names = {start for start, _, _ in rows}
    barred = [(start, end) for start, end, kind in rows if kind in ("furniture", "heading")]
    out: list[_Found] = []
    at = 0
    for one in sorted(found, key=lambda one: (one.start, -one.end, one.target)):
        while at < len(barred) and barred[at][1] <= one.start:
            at += 1
        in_bar = at < len(barred) and barred[at][0] <= one.start < barred[at][1]
        named = one.start in names and one.kind == "chapter"
        if not in_bar and not named and not (out and one.start < out[-1].end):
            out.append(one)
    return out


def _arabic(number: str) -> int:
    return int(number) if number.isdigit() else roman_value(number)


def _numbers(written: str) -> str:
    """A range with its numbers in Arabic figures."""
    plain = re.sub(r"[–—]", "-", re.sub(r"\s", "", written.casefold()))
    return re.sub(r"[ivxlcdm]+|\d+", lambda match: str(_arabic(match.group())), plain)


def _verses(text: str) -> Iterator[_Found]:
    for match in _VERSE.finditer(text):
        name = book(f"{match.group(1) or ''}{match.group(2)}")
        start = match.start()
        if name is None and match.group(1):
            name, start = book(match.group(2)), match.start(2)
        if name and match.group(2)[0].isupper():
            target = f"{name} {_arabic(match.group(3))}:{_numbers(match.group(4))}"
            yield _Found(start, match.end(), target, "verse", f"chapter and verse of a book of the Bible, {name}")


@cache
def _part_of(word: str) -> str | None:
    return next((part for part, forms in _PARTS.items() if word.casefold() in lexicon(forms)), None)


def _places(text: str) -> Iterator[_Found]:
    """Volumes, pages, chapters and the like, those that follow one another as one."""
    run: list[re.Match[str]] = []
    for match in _PLACE.finditer(text):
        if _part_of(match.group(1)) is None:
            continue
        if run and not _JOINED.fullmatch(text, run[-1].end(), match.start()):
            yield from _place(run)
            run = []
        run.append(match)
    yield from _place(run)


def _place(run: list[re.Match[str]]) -> Iterator[_Found]:
    labels = [_part_of(match.group(1)) or "" for match in run]
    if not run or (len(run) == 1 and _weak(run[0], labels[0])):
        return
    kind = "volume" if "vol." in labels else "page" if "p." in labels else "note" if labels == ["note"] else "chapter"
    target = ", ".join(f"{label} {_numbers(match.group(2))}" for label, match in zip(labels, run, strict=True))
    yield _Found(run[0].start(), run[-1].end(), target, kind, f"cites {' and '.join(labels)}")


def _weak(match: re.Match[str], label: str) -> bool:
    """Whether one part alone is too little: “s 5”, “no. 3”, “Part I”, “act 2”."""
    if label in ("no.", "line", "act", "scene", "part", "art."):
        return True
    word, number = match.group(1).casefold(), match.group(2)
    if label == "book" and number == "I" and _GOES_ON.match(match.string, match.end()):
        return True  # the book I read
    dotted = match.group()[len(word) : len(word) + 1] == "."
    sum_of_money = match.string[max(0, match.start() - 2) : match.start()].strip().isdigit()
    alone = dotted and number[0].isdigit() and word in ("s", "с", "т", "f") and not sum_of_money
    return word in _WEAK and not alone


def _notes(text: str) -> Iterator[_Found]:
    for match in _NOTE.finditer(text):
        if text[match.start() - 1 : match.start()].strip():
            yield _Found(match.start(), match.end(), match.group(1), "note", "a note's number in brackets after a word")


def _titles(text: str) -> Iterator[_Found]:
    for match in _TITLE.finditer(text):
        group = 1 if match.group(1) else 2
        title = " ".join(match.group(group).split()).strip(" ,.")
        if title[:1].isupper():
            reason = f"a title after “{match.group().split()[0]}”"
            yield _Found(match.start(group) - 1, match.end(group) + 1, title, "title", reason)


def _again(text: str) -> Iterator[_Found]:
    for match in _IBID.finditer(text):
        yield _Found(match.start(), match.end(), match.group().casefold(), "title", "points to the source cited before")
