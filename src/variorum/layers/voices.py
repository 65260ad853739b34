"""Who speaks in each quotation: named from the clause after it or before it, or from what introduces it.

A pronoun stands for the nearest name before it that may be its subject, and the reason says so. Where the text does not
say who speaks, or says it of two, the voice is null: a wrong name is worse than none.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from variorum.layers.antecedents import antecedent, one_of_two
from variorum.layers.attributions import attribution
from variorum.layers.clauses import Told, says_after, told_after, told_before, told_inside
from variorum.layers.introductions import introduction
from variorum.layers.languages import lexicon
from variorum.layers.persons import credible, is_name
from variorum.layers.predicates import DETERMINERS
from variorum.layers.sequels import attribution_after
from variorum.layers.setting import Setting, paragraph
from variorum.layers.signatures import signature
from variorum.layers.signs import signs_off
from variorum.layers.uses import use

MENTIONED = 30
"""Up to how many code points a quotation may be a word that the author only mentions."""
_ANYBODY = frozenset(["one", "another", "somebody", "jemand", "other", "others", "same"])
_SOMEBODY = Told("somebody", False, "", "after it")
"""It is said who speaks, but not so that we can tell."""
_SPACED = " \r\n_*—–-"
_GOING_ON = frozenset(["went on", "goes on", "continued", "continues", "added", "adds", "concluded", "repeated"])
"""Verbs whose subject has spoken before."""
_BETWEEN = 90
"""How many code points of “he said” may stand between two halves of one speech."""


class Voice(NamedTuple):
    """Who speaks, and why we think so."""

    name: str | None
    reason: str


def with_voices(setting: Setting, rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The quotations with their `use` and `voice`, and in their `reason` why it is that voice."""
    setting = setting._replace(scopes=[_scope(setting, rows, row) for row in rows])
    setting = setting._replace(befores=[_before(setting, rows, at) for at in range(len(rows))])
    told = [_told(setting, rows, at) for at in range(len(rows))]
    setting = setting._replace(known=_speakers(setting, told))
    voices: list[Voice | None] = []
    for at, row in enumerate(rows):
        voices.append(_voice(setting, rows, voices, at, told[at]))
        row["use"] = _use(setting, rows, at, told[at] is not None or voices[at] is not None)
    _terms_alike(setting, rows)
    for row, voice in zip(rows, voices, strict=True):
        kept = voice if voice and row["use"] in ("speech", "term") else None
        row["voice"] = kept.name if kept else None
        row["reason"] += f"; {kept.reason}" if kept else ""
    return rows


def _speakers(setting: Setting, told: Sequence[Told | None]) -> frozenset[str]:
    named = [one.who for one in told if one and not one.is_pronoun and one.who[:1].isupper()]
    return frozenset(name.split()[-1] for name in [*named, setting.author or "."])


def _use(setting: Setting, rows: list[dict[str, Any]], at: int, told: bool) -> str:
    row = rows[at]
    if row["form"] != "inline":
        return "speech"
    inner = setting.text[row["inner_start"] : row["inner_end"]]
    found = use(inner, setting.befores[at], told, setting.language)
    in_heading = row["parent"] is None and paragraph(setting, row["start"]) in setting.headings
    return "term" if in_heading and found == "scare" else found


def _terms_alike(setting: Setting, rows: list[dict[str, Any]]) -> None:
    """A word that is somebody's term in one place is a term wherever it is quoted by the same voice."""

    def key(row: dict[str, Any]) -> tuple[int, str]:
        return row["depth"], setting.text[row["inner_start"] : row["inner_end"]].casefold().strip(" .,;:!?")

    terms = {key(row) for row in rows if row["use"] == "term"}
    for row in rows:
        if row["use"] == "scare" and key(row) in terms:
            row["use"] = "term"


def _scope(setting: Setting, rows: list[dict[str, Any]], row: dict[str, Any]) -> tuple[int, int]:
    place = paragraph(setting, row["start"])
    start, end = (
        (setting.starts[place], setting.ends[paragraph(setting, row["end"] - 1)])
        if place >= 0
        else (row["start"], row["end"])
    )
    if row["parent"] is not None:
        parent = rows[row["parent"]]
        start, end = max(start, parent["inner_start"]), min(end, parent["inner_end"])
    return start, end


def _is_word(setting: Setting, row: dict[str, Any]) -> bool:
    """Whether a quotation is a word or two of the sentence that goes on round it: the “moderate” papers."""
    inner = setting.text[row["inner_start"] : row["inner_end"]]
    return len(inner) < MENTIONED and inner[-1:] not in ",.!?…—–:;" and row["parent"] is None


def _before(setting: Setting, rows: list[dict[str, Any]], at: int) -> str:
    start, _ = setting.scopes[at]
    earlier = rows[at - 1] if at and rows[at - 1]["parent"] == rows[at]["parent"] else None
    previous = earlier["end"] if earlier and not _is_word(setting, earlier) else start
    return setting.text[
        max(start, previous if previous <= rows[at]["start"] else start, rows[at]["start"] - 400) : rows[at]["start"]
    ]


def _told(setting: Setting, rows: list[dict[str, Any]], at: int) -> Told | None:
    row, text = rows[at], setting.text
    if inside := told_inside(text[row["inner_start"] : row["inner_end"]], setting.language):
        return inside
    start, end = setting.scopes[at]
    before = setting.befores[at]
    following = text[row["end"] : min(end, row["end"] + 140)]
    ended = _ended(setting, row, following)
    after = told_after(following, ended, setting.language) if ended in ",!?—–…." else None
    if after and before.rstrip(_SPACED)[-1:] != ":":
        ahead = _is_of_next(setting, rows, at) and told_before(before, setting.language)
        return ahead or after
    if ended in ",!?—–…" and says_after(following, setting.language):
        return _SOMEBODY
    opens = not before.strip(" _*“„«\"‘'")
    if not opens:
        return told_before(before, setting.language)
    told = _introduced(setting, rows, at) if row["start"] - start <= 4 else None
    return told or (_told_below(setting, row) or _signed(setting, row) if row["form"] != "inline" else None)


def _told_below(setting: Setting, row: dict[str, Any]) -> Told | None:
    """Who speaks by the paragraph after a block quotation, if that goes on with the sentence: so wrote Kolb."""
    place = paragraph(setting, row["end"] - 1) + 1
    below = setting.text[setting.starts[place] : setting.ends[place]] if place < len(setting.starts) else ""
    author, _ = attribution_after(below, setting.language)
    return Told(author, False, "what follows it", "after it") if author else None


def _signed(setting: Setting, row: dict[str, Any]) -> Told | None:
    """Who speaks by the last paragraph of a block quotation, if that signs it."""
    first, last = paragraph(setting, row["start"]), paragraph(setting, row["end"] - 1)
    foot = setting.text[setting.starts[last] : row["end"]]
    if last <= first or not signs_off(foot, setting.language):
        return None
    name = signature(foot, setting.there, setting.language)
    return Told(name, False, "its signature", "at its end") if name else None


def _is_of_next(setting: Setting, rows: list[dict[str, Any]], at: int) -> bool:
    """Whether the clause after a quotation points to the next one: asked “Who pays?” their masters said: “Wait.”"""
    following = rows[at + 1]["start"] if at + 1 < len(rows) else len(setting.text)
    between = setting.text[rows[at]["end"] : min(following, rows[at]["end"] + _BETWEEN)]
    return between.rstrip(_SPACED)[-1:] == ":" and not between.lstrip().startswith((",", "—"))


def _ended(setting: Setting, row: dict[str, Any], following: str) -> str:
    """The sign with which a quotation ends: inside its mark, or, as on the continent, after it."""
    inside = setting.text[row["inner_start"] : row["inner_end"]].rstrip(" _*")[-1:]
    return "," if following.lstrip()[:1] in (",", "—", "–") else inside


def _introduced(setting: Setting, rows: list[dict[str, Any]], at: int) -> Told | None:
    """Who speaks by the paragraph before, if that points forward, or introduces several paragraphs."""
    place = paragraph(setting, rows[at]["start"])
    if place < 1 or place - 1 in setting.headings:
        return None
    before = setting.text[setting.starts[place - 1] : setting.ends[place - 1]]
    pointed = before.rstrip(" _*—–-")[-1:] == ":"
    told = told_before(before, setting.language) if pointed else None
    if rows[at]["form"] != "inline" or (pointed and introduction(before, setting.language).kind):
        author = attribution(before, setting.language).author
        if author:
            return Told(author, False, "what introduces it", "before it")
    return told


def _voice(
    setting: Setting, rows: list[dict[str, Any]], voices: list[Voice | None], at: int, told: Told | None
) -> Voice | None:
    goes_on = told is not None and told.is_pronoun and " ".join(told.verb.split()) in _GOING_ON
    if told is None or told.how == "before it" or goes_on:
        halved = _halved(setting, rows, at)
        if halved is not None:
            known, between = voices[halved[0]], halved[1]
            return Voice(known.name, f"the same voice goes on after “{between}”") if known else None
    if told is not None and told.who.split()[-1] in ("former", "latter"):
        name = one_of_two(setting.befores[at], told.who.split()[-1], setting.language)
        return (
            Voice(name, f"“{told.who}” ({told.verb}, {told.how}) is taken for {name}, the nearest name")
            if name
            else None
        )
    if told is None or told.who.split()[-1] in _ANYBODY:
        return None
    if not told.is_pronoun:
        if not is_name(told.who, setting.there) or not credible(told.who, setting.language):
            return None
        return Voice(" ".join(told.who.split()), f"the voice is told by “{told.verb}” {told.how}")
    return _pronoun(setting, rows, voices, at, told)


def _halved(setting: Setting, rows: list[dict[str, Any]], at: int) -> tuple[int, str] | None:
    """The half before, and the clause like “he said” that stands between two halves of one speech."""
    earlier = next((n for n in range(at - 1, max(-1, at - 8), -1) if rows[n]["parent"] == rows[at]["parent"]), None)
    if earlier is None:
        return None
    if rows[at]["start"] - rows[earlier]["end"] > _BETWEEN:
        return None
    between = setting.text[rows[earlier]["end"] : rows[at]["start"]]
    if between.split()[-1:] and between.split()[-1].casefold() in DETERMINERS:
        return None
    if "\n\n" in between.replace("\r", "") or between.rstrip()[-1:] == ":":
        return None
    if _answers(setting, rows, earlier, between):
        return None
    ended = _ended(setting, rows[earlier], between)
    return (earlier, " ".join(between.split()).strip(" ,.")) if told_after(between, ended, setting.language) else None


def _answers(setting: Setting, rows: list[dict[str, Any]], earlier: int, between: str) -> bool:
    """Whether what comes may answer a question of another: “I saw nobody,” said Ann. “Not once?” asked Tom. “Never.”"""
    one, before = rows[earlier], rows[earlier - 1] if earlier else None
    asks = setting.text[one["inner_end"] - 1 : one["inner_end"]] == "?" and between.rstrip()[-1:] == "."
    return (
        asks and before is not None and setting.scopes[earlier][0] <= before["start"] and before["end"] <= one["start"]
    )


def _pronoun(
    setting: Setting, rows: list[dict[str, Any]], voices: list[Voice | None], at: int, told: Told
) -> Voice | None:
    low = told.who.casefold()
    language = setting.language
    if low in lexicon(language.first):
        parent = rows[at]["parent"]
        speaker = voices[parent] if parent is not None else Voice(setting.told_by, "")
        return Voice(speaker.name, f"“{told.who}” is whoever speaks around it") if speaker and speaker.name else None
    name = antecedent(setting, rows, at, low, told.how == "before it")
    if name is None:
        return None
    return Voice(name, f"“{told.who}” ({told.verb}, {told.how}) is taken for the nearest name that fits, {name}")
