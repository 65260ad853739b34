"""Ellipses: the marks that say that something is left out, and whoever left it out.

Found: `...`, `. . . .`, `…`, `[...]`, `(…)`, a row of points or stars inside a quotation, and an editor's words in
brackets (“[two paragraphs omitted]”, «[пропущено две строки]»). An ellipsis inside a quotation is the quoter's cut,
unless its words say that an editor made it, or the quoted speech hesitates, breaks off or stammers; outside a quotation
it is the author's own pause, or in brackets an editor's. In a text that is mostly talk nobody is cut: there voices
pause. Left alone: leaders in a table of contents, and rules. Wrong where an author both quotes and lets his speakers
trail off.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

import pyarrow as pa

from variorum.layers.setting import talkative
from variorum.tables import ELLIPSES

_LEFT_OUT = r"""(?:omit|omission|left\sout|leaves?\sout|cut\b|skipped|lacuna|missing|illegible|пропу[щс]|опущен|выпущен
    |сокращ|купюр|ausgelassen|auslassung|gekürzt|weggelassen|es\sfehl|lücke|omis\b|omission|coup[ée]|supprim|retranch|lacune|passage\smanqu)"""
_DOTS = r"(?:\.(?:[ \u00a0]?\.){2,}|…(?:[ \u00a0]?[.…])*|(?<=[!?])\.\.(?!\.))"
_ELLIPSIS = re.compile(
    rf"""(?P<words>[\[(](?:[^\[\]()\n]{{0,80}}?){_LEFT_OUT}[^\[\]()\n]{{0,80}}[\])])
    |(?P<bracket>[\[(<]\s*{_DOTS}\s*[\])>])
    |(?P<stars>\*(?:[ \t]*\*){{2,}}|^[ \t]*(?:-[ \t]+){{3,}}-?[ \t]*$)
    |(?P<dots>{_DOTS})""",
    re.VERBOSE | re.IGNORECASE | re.MULTILINE,
)
_LEADERS = re.compile(r"\s*\d{1,4}\s*$")
_WORD_BEFORE, _WORD_AFTER = re.compile(r"([^\W\d_]+)[,—–-]*\s*$"), re.compile(r"\s*[—–-]*\s*([^\W\d_]+)")
_EDITOR = re.compile(
    r"\b(?:ed|eds|editor|editors|ред|редакция|hrsg|herausgeber|éd|éditeur|n\.d\.l\.r)\b", re.IGNORECASE
)
_INTERJECTIONS = frozenset(
    """
    ah oh well why er eh um hm alas no yes ach nun tja na nein ja äh bien hélas enfin non oui euh ну ах ох эх да нет
    увы
    """.split()  # noqa: SIM905 - a list of words
)
"""Words with which a voice goes on after a pause."""
_TALK = 40
"""Up to how many words a quotation in quotation marks is an utterance that may trail off."""


class _Quoted(NamedTuple):
    """A quotation in which an ellipsis may stand."""

    quotation: int
    start: int
    end: int
    form: str
    depth: int
    words: int


def ellipses(documents: pa.Table, blocks: pa.Table, quotations: pa.Table) -> pa.Table:
    """The ellipses of one document, each with the quotation that it cuts and who made the cut.

    Spans are in code points of `documents.text`, brackets included.

    >>> text = "The order read: “All shops ... shall close.” He paused ..."
    >>> documents = pa.table({"doc": ["a"], "text": [text]})
    >>> blocks = pa.table({"start": [0], "end": [58], "kind": ["paragraph"], "level": [0], "label": [""]})
    >>> from variorum.layers.quotations import quotations
    >>> from variorum.layers.quoted import quoted
    >>> voiced = quotations(documents, blocks, quoted(documents, blocks))
    >>> found = ellipses(documents, blocks, voiced).to_pylist()
    >>> [(text[row["start"] : row["end"]], row["quotation"], row["cut_by"]) for row in found]
    [('...', 0, 'quoter'), ('...', None, 'hesitation')]
    """
    if not documents.num_rows:
        return ELLIPSES.empty()
    doc, text = documents["doc"][0].as_py(), documents["text"][0].as_py()
    quoted = _quoted(text, quotations)
    starts = [one.start for one in quoted]
    skipped = _furniture(blocks)
    talks = talkative(len(text), quotations.num_rows)
    rows = [_row(doc, text, match, _innermost(quoted, starts, match), talks) for match in _found(text, skipped)]
    return ELLIPSES.rows([row for row in rows if row is not None])


def _quoted(text: str, quotations: pa.Table) -> list[_Quoted]:
    columns = ("quotation", "inner_start", "inner_end", "form", "depth")
    rows = zip(*(quotations[name].to_pylist() for name in columns), strict=True)
    return sorted(
        (_Quoted(q, start, end, form, depth, len(text[start:end].split())) for q, start, end, form, depth in rows),
        key=lambda one: (one.start, -one.end, one.depth),
    )


def _furniture(blocks: pa.Table) -> list[tuple[int, int]]:
    rows = zip(blocks["start"].to_pylist(), blocks["end"].to_pylist(), blocks["kind"].to_pylist(), strict=True)
    return [(start, end) for start, end, kind in rows if kind == "furniture"]


def _found(text: str, skipped: Sequence[tuple[int, int]]) -> Iterator[re.Match[str]]:
    starts = [start for start, _ in skipped]
    for match in _ELLIPSIS.finditer(text):
        place = bisect_right(starts, match.start()) - 1
        inside = place >= 0 and match.start() < skipped[place][1]
        if not _leads(text, match) and (not inside or match["stars"]):
            yield match


def _leads(text: str, match: re.Match[str]) -> bool:
    """Whether points lead to a page's number at the end of the line."""
    line_end = text.find("\n", match.end())
    return len(match.group()) > 4 and bool(_LEADERS.match(text[match.end() : line_end if line_end >= 0 else len(text)]))


def _innermost(quoted: list[_Quoted], starts: list[int], match: re.Match[str]) -> _Quoted | None:
    for at in range(bisect_right(starts, match.start()) - 1, -1, -1):
        if quoted[at].end >= match.end():
            return quoted[at]
        if quoted[at].depth == 1 and quoted[at].end < match.start():
            return None
    return None


def _row(doc: str, text: str, match: re.Match[str], inside: _Quoted | None, talks: bool) -> dict[str, Any] | None:
    if match["stars"] and inside is None:
        return None
    cut_by, reason = _judged(text, match, inside, talks)
    quotation = inside.quotation if inside else None
    span = {"doc": doc, "start": match.start(), "end": match.end()}
    return {**span, "quotation": quotation, "cut_by": cut_by, "reason": reason}


def _judged(text: str, match: re.Match[str], inside: _Quoted | None, talks: bool) -> tuple[str, str]:
    if match["words"]:
        who = (
            "an editor says so in brackets"
            if _EDITOR.search(match.group()) or inside is None
            else "it is said in brackets"
        )
        return "editor", f"{who}: {match.group()}"
    if match["bracket"]:
        return (
            ("quoter", "an ellipsis in brackets inside a quotation")
            if inside
            else ("editor", "an ellipsis in brackets")
        )
    if inside is None:
        return "hesitation", "no quotation is cut: the author pauses or breaks off"
    if match["stars"]:
        return "quoter", "a row of stars inside a quotation"
    if talks and inside.form == "inline":
        return "hesitation", "somebody pauses or breaks off, in a text that is mostly talk"
    return _spoken(text, match, inside)


def _spoken(text: str, match: re.Match[str], inside: _Quoted) -> tuple[str, str]:
    """Points in a quotation: a stammer, a voice that trails off, or else a cut."""
    before = _WORD_BEFORE.search(text[max(inside.start, match.start() - 30) : match.start()])
    after = _WORD_AFTER.match(text[match.end() : min(inside.end, match.end() + 30)])
    if before and after and before.group(1).casefold() == after.group(1).casefold():
        return "hesitation", f"the voice stammers: “{before.group(1)}” is said twice"
    if inside.form != "inline":
        return "quoter", "stands in a quotation"
    if after and after.group(1).casefold() in _INTERJECTIONS:
        return "hesitation", f"the voice pauses: “{after.group(1)}”"
    if inside.words > _TALK:
        return "quoter", "stands in a quotation"
    last = not text[match.end() : inside.end].strip("”’\"'»!?. ")
    spaced = text[match.start() - 1 : match.start()].isspace()
    if last and not spaced:
        return "hesitation", "a short utterance trails off"
    if not spaced and inside.words <= _TALK // 2 and text[match.end() : match.end() + 2].strip()[:1].islower():
        return "hesitation", "a short utterance pauses"
    return "quoter", "stands in a quotation"
