"""Pointers to sources: a chapter and verse, a volume and page, a chapter or section, a title, a note.

Found by form, in English, French, German and Russian: “Luke viii. 49”, “vol. xxvi, p. 217”, «т. 26, стр. 217»,
“Act III, scene 2”, “§ 4”, “(See App. II, Sect. 4)”, “see _The Title_”, “[12]”. Left alone: a number after a word that
is a book of the Bible by chance only (“Acts 3 and 4 of the play”: known to be wrong), pages of the document itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

import pyarrow as pa

from variorum.layers.scripture import book
from variorum.tables import REFERENCES

_NUMBER = r"(?:\d{1,4}|[ivxlcdmIVXLCDM]{1,8})(?![\w])"
_RANGE = rf"{_NUMBER}(?:\s?[-–—]\s?{_NUMBER})?(?:,\s?\d{{1,4}}(?:[-–]\d{{1,4}})?(?!\w))*"
_PARTS: dict[str, str] = {
    "vol.": r"vols?|volume|tome|tom|tomes|t|bd|bde|band|том|тома|т",
    "p.": r"pp?|pages?|pgs?|fol|ff?|s|seiten?|стр|страниц\w*|с",
    "ch.": r"chap(?:s|ters?|itre|itel)?|ch|cap|kap(?:itel)?|глав[аыеу]|гл",
    "book": r"book|bk|livre|liv|buch|книг[аи]|кн",
    "part": r"part|pt|partie|teil|часть|ч",
    "sect.": r"sect(?:ion)?s?|sec|§+|abschnitt|раздел|параграф|par(?:agraph)?",
    "app.": r"app(?:endix)?|appendice|anhang|приложение|прил",
    "art.": r"art(?:icle|ikel)?s?|статья|ст",
    "act": r"act|acte|akt|aufzug|действие|акт",
    "scene": r"scene|sc|scène|szene|auftritt|явление|сцена",
    "canto": r"canto|chant|gesang|песнь",
    "line": r"lines?|ll?|vers|vv?|строк\w+",
    "no.": r"no|nos|nr|n°|№",
    "note": r"note|footnote|n|anm(?:erkung)?|примеч(?:ание)?|прим",
}
_WEAK = frozenset("t s с т ч п l ll f ff n no v vv ст ll. line par".split())
"""Abbreviations of one or two letters that count only beside another part."""
_PART = "|".join(rf"(?P<p{at}>{forms})" for at, forms in enumerate(_PARTS.values()))
_ONE = rf"(?<![\w.])(?:{_PART})(?:\.|\b)\s?(?P<number>{_RANGE})"
_PLACE = re.compile(_ONE, re.IGNORECASE)
_VERSE = re.compile(
    r"(?<![\w])((?:[1-4]|I{1,3}|1st|2nd)\.?\s?)?([^\W\d_]{2,15})\.?\s(\d{1,3}|[ivxlcIVXLC]{1,7})"
    r"(?:\.|:|,)\s?(\d{1,3}(?:\s?[-–]\s?\d{1,3})?(?:,\s?\d{1,3})*)(?![\w:])"
)
_NOTE = re.compile(r"(?<=[^\W_.,;:!?”»\"’)])?\[(\d{1,3}|[*†‡])\](?!\()")
_TITLE = re.compile(
    r"\b(?:[Ss]ee|[Cc]f\.?|[Vv]ide|[Cc]ompare|[Ss]iehe|[Vv]gl\.|[Vv]oir|[Cc]onfer|[Сс]м\.|[Сс]р\.)\s+(?:also\s+|auch\s+|aussi\s+|также\s+)?"
    r"(?:[\w.’' ]{0,40}?)(?:_([^_\n]{3,80})_|[“«„]([^“”«»„\n]{3,80})[”»“])"
)
_IBID = re.compile(r"\b(?:ibid(?:em)?|op\. ?cit|loc\. ?cit|ebd|ebenda|a\. ?a\. ?O|там же|указ\. соч)\b\.?", re.IGNORECASE)
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
    kept = _apart(text, found, blocks)
    return REFERENCES.rows([{"doc": doc, **one._asdict()} for one in kept])


def _apart(text: str, found: list[_Found], blocks: pa.Table) -> list[_Found]:
    """Those that are in no furniture and no heading, the longer of two that overlap."""
    rows = zip(blocks["start"].to_pylist(), blocks["end"].to_pylist(), blocks["kind"].to_pylist(), strict=True)
    barred = [(start, end) for start, end, kind in rows if kind in ("furniture", "heading")]
    out: list[_Found] = []
    at = 0
    for one in sorted(found, key=lambda one: (one.start, -one.end, one.target)):
        while at < len(barred) and barred[at][1] <= one.start:
            at += 1
        in_bar = at < len(barred) and barred[at][0] <= one.start < barred[at][1]
        if not in_bar and not (out and one.start < out[-1].end):
            out.append(one)
    return out


def arabic(number: str) -> int:
    """The value of a number in Arabic figures or Roman ones.

    >>> arabic("xxvi"), arabic("12")
    (26, 12)
    """
    if number.isdigit():
        return int(number)
    values = [dict(zip("ivxlcdm", (1, 5, 10, 50, 100, 500, 1000), strict=True))[letter] for letter in number.casefold()]
    return sum(-value if value < following else value for value, following in zip(values, [*values[1:], 0], strict=True))


def _numbers(written: str) -> str:
    """A range with its numbers in Arabic figures."""
    return re.sub(r"[ivxlcdm]+|\d+", lambda match: str(arabic(match.group())), re.sub(r"\s", "", written.casefold())).replace("–", "-").replace("—", "-")


def _verses(text: str) -> Iterator[_Found]:
    for match in _VERSE.finditer(text):
        name = book(f"{match.group(1) or ''}{match.group(2)}")
        start = match.start()
        if name is None and match.group(1):
            name, start = book(match.group(2)), match.start(2)
        if name and match.group(2)[0].isupper():
            target = f"{name} {arabic(match.group(3))}:{_numbers(match.group(4))}"
            yield _Found(start, match.end(), target, "verse", f"chapter and verse of a book of the Bible, {name}")


def _places(text: str) -> Iterator[_Found]:
    """Volumes, pages, chapters and the like, those that follow one another as one."""
    run: list[re.Match[str]] = []
    for match in _PLACE.finditer(text):
        if run and _JOINED.fullmatch(text, run[-1].end(), match.start()):
            run.append(match)
            continue
        yield from _place(run)
        run = [match]
    yield from _place(run)


def _place(run: list[re.Match[str]]) -> Iterator[_Found]:
    parts = [_part(match) for match in run]
    if not parts or (len(parts) == 1 and _weak(run[0], parts[0][0])):
        return
    labels = [label for label, _ in parts]
    kind = "volume" if "vol." in labels else "page" if "p." in labels else "note" if labels == ["note"] else "chapter"
    target = ", ".join(f"{label} {number}" for label, number in parts)
    yield _Found(run[0].start(), run[-1].end(), target, kind, f"cites {' and '.join(labels)}")


def _part(match: re.Match[str]) -> tuple[str, str]:
    at = next(at for at in range(len(_PARTS)) if match[f"p{at}"])
    return list(_PARTS)[at], _numbers(match["number"])


def _weak(match: re.Match[str], label: str) -> bool:
    """Whether one part alone is too little: “s 5”, “no. 3”, “Part I”, “act 2”."""
    word = next(match[f"p{at}"] for at in range(len(_PARTS)) if match[f"p{at}"]).casefold()
    dotted = match.group()[len(word) : len(word) + 1] == "."
    if label in ("no.", "line", "act", "scene", "part", "art."):
        return True
    return word in _WEAK and not (dotted and match["number"][0].isdigit() and word in ("s", "с", "т", "f", "n"))


def _notes(text: str) -> Iterator[_Found]:
    for match in _NOTE.finditer(text):
        if text[match.start() - 1 : match.start()].strip():
            yield _Found(match.start(), match.end(), match.group(1), "note", "a note's number in brackets, at the end of a word")


def _titles(text: str) -> Iterator[_Found]:
    for match in _TITLE.finditer(text):
        group = 1 if match.group(1) else 2
        title = " ".join(match.group(group).split()).strip(" ,.")
        if title[:1].isupper():
            yield _Found(match.start(group) - 1, match.end(group) + 1, title, "title", f"a title after “{match.group().split()[0]}”")


def _again(text: str) -> Iterator[_Found]:
    for match in _IBID.finditer(text):
        yield _Found(match.start(), match.end(), match.group().casefold(), "title", "points to the source cited before")


