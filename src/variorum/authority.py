"""The authority file: whom or what names mean, as somebody says who knows; a CSV or sections of variorum.toml.

    [authority]
    file = "authority.csv"

    [[entities]]
    kind = "person"
    name = "Hester Kolb"
    forms = ["Esther Kolbe", "H. K."]
    wikidata = "Q1"

A column or key that is not known is named with the nearest one that is; a line that is no entry is reported with its
number, and the others are used.
"""

from __future__ import annotations

import csv
import difflib
import io
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from variorum.errors import SettingsError
from variorum.settings import FILE, Settings, check_keys

KINDS = ("person", "group", "place", "work", "periodical")
ELSEWHERE = {
    "viaf": "https://viaf.org/viaf/",
    "wikidata": "http://www.wikidata.org/entity/",
    "gnd": "https://d-nb.info/gnd/",
}
"""Of each of these authorities the beginning of its addresses."""
KEYS = ("id", "kind", "name", "forms", "same_as", *ELSEWHERE)
SEVERAL = ";|"
"""What stands between several forms or addresses in one cell."""

Entry = tuple[str, str, str, tuple[str, ...], tuple[str, ...]]
"""Its id or nothing, kind, name, forms, and addresses elsewhere: what the steps `names` and `entities` are given."""


class Entries(NamedTuple):
    """The entries of a library, and what is wrong with what is none."""

    entries: list[Entry]
    problems: list[str]


def read_authority(library: Path, settings: Settings) -> Entries:
    """What the authority file and variorum.toml say of names.

    Raises SettingsError where the file is not there or has no names, or a key of variorum.toml is not known.
    """
    path = library / FILE
    found = Entries([], [])
    for number, section in enumerate(settings.entities, 1):
        where = f"entities (number {number})"
        check_keys(path, where, section, list(KEYS))
        _add(found, section, f"{FILE}, {where}")
    if settings.authority:
        _read_csv(library, settings.authority, found)
    return Entries(sorted(set(found.entries)), found.problems)


def _read_csv(library: Path, name: str, found: Entries) -> None:
    path = library / name
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(
            f"read {library / FILE}: authority.file is {name!r}, and that cannot be read: {error}; "
            "name a CSV in UTF-8 that lies in the library"
        ) from error
    reader = csv.DictReader(io.StringIO(text, newline=""), restkey="", strict=True)
    columns = [(column or "").strip().casefold() for column in reader.fieldnames or []]
    if not {"kind", "name"} <= set(columns):
        raise SettingsError(
            f"read {path}: its first line names no columns kind and name; they may be {', '.join(KEYS)}"
        )
    reader.fieldnames = columns
    found.problems.extend(f"{name}: {_unknown(column)}" for column in columns if column not in KEYS)
    try:
        for row in reader:
            _line(row, f"{name}, line {reader.line_num}", found)
    except csv.Error as error:
        found.problems.append(
            f"{name}, after line {reader.line_num}: it is no CSV: {error}; what stands before is used"
        )


def _line(row: Mapping[str | None, Any], where: str, found: Entries) -> None:
    if row.get("") is not None:
        found.problems.append(
            f"{where}: it has more cells than the first line, and was passed over; quote cells with commas"
        )
        return
    _add(found, {key: value or "" for key, value in row.items() if key in KEYS}, where)


def _unknown(column: str) -> str:
    near = difflib.get_close_matches(column, KEYS, 1, 0.5)
    hint = f"did you mean {near[0]!r}?" if near else f"known are: {', '.join(KEYS)}"
    return f"the column {column!r} is not known, and was passed over; {hint}"


def _add(found: Entries, row: Mapping[Any, Any], where: str) -> None:
    """One entry more, or what is wrong with it."""
    try:
        values = {key: _several(row.get(key, "")) for key in KEYS}
    except TypeError:
        found.problems.append(f"{where}: a value is no text, and it was passed over; write all in quotation marks")
        return
    kind, name = " ".join(values["kind"]).casefold(), "; ".join(values["name"])
    if kind not in KINDS or not name:
        wrong = f"its kind is {kind!r}, and is to be one of {', '.join(KINDS)}" if name else "it has no name"
        found.problems.append(f"{where}: {wrong}; it was passed over")
        return
    same = [*values["same_as"], *(_address(key, one) for key in ELSEWHERE for one in values[key])]
    found.entries.append((" ".join(values["id"]), kind, name, tuple(values["forms"]), tuple(same)))


def _several(value: Any) -> list[str]:
    """The values of a cell or a list.

    >>> _several("Zinovieff; Sinowjew |"), _several(["G. Z."])
    (['Zinovieff', 'Sinowjew'], ['G. Z.'])
    """
    if isinstance(value, int) and not isinstance(value, bool):
        value = str(value)
    if isinstance(value, str):
        for sign in SEVERAL[1:]:
            value = value.replace(sign, SEVERAL[0])
        value = value.split(SEVERAL[0])
    if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
        raise TypeError(value)
    return [one.strip() for one in value if one.strip()]


def _address(key: str, one: str) -> str:
    """The address of an id elsewhere, unless it is one."""
    return one if "://" in one else ELSEWHERE[key] + one


def as_settings(entries: Iterable[Entry]) -> tuple[list[Any], ...]:
    """The entries as a step's setting, which is plain values."""
    return tuple([*entry[:3], list(entry[3]), list(entry[4])] for entry in entries)
