"""variorum.toml: the library's title, its editions, facts about documents, names, the settings of steps and the engine.

Everything is optional. A key that is not known is an error that names the nearest one that is.
"""

from __future__ import annotations

import difflib
import re
import tomllib
from collections.abc import Iterable, Mapping
from datetime import date
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any, NamedTuple

from variorum.errors import SettingsError

FILE = "variorum.toml"
FACTS = ("title", "author", "composed", "published", "transcribed", "language", "access")
PUBLIC = "public"
_EMBARGO = re.compile(r"embargoed until (\d{4}-\d{2}-\d{2})")

_SIZE = re.compile(r"(\d{1,9}(?:\.\d{1,9})?) ?([MGT]i?)B", re.IGNORECASE)
UNITS = {"m": 10**6, "g": 10**9, "t": 10**12, "mi": 2**20, "gi": 2**30, "ti": 2**40}
LEAST, MOST = 64 * 10**6, 2**50
"""With how much memory an engine has to do at least; and more than any has."""


class Rule(NamedTuple):
    """Facts about the documents whose id, file or folder a pattern names."""

    pattern: str
    facts: Mapping[str, str]

    def names(self, doc: str) -> bool:
        """Whether the pattern names a document, or the file or a folder that it lies in.

        >>> Rule("reed/*", {}).names("reed/chapter-11.xhtml"), Rule("reed", {}).names("reed/a.jsonl#3")
        (True, True)
        """
        file = doc.partition("#")[0]
        named = any(name == self.pattern or fnmatchcase(name, self.pattern) for name in (doc, file))
        return named or doc.startswith(self.pattern + "/")

    def concerns(self, file: str) -> bool:
        """Whether the pattern may name a document of a file."""
        return Rule(self.pattern.partition("#")[0], {}).names(file)


class Settings(NamedTuple):
    """What a library's variorum.toml says."""

    title: str = ""
    rules: tuple[Rule, ...] = ()
    steps: Mapping[str, Mapping[str, Any]] = {}
    engine: Mapping[str, int] = {}
    """How much memory a step may take beside its tables, in bytes, if that is said."""
    authority: str = ""
    """The file that says whom or what names mean, if there is one."""
    entities: tuple[Mapping[str, Any], ...] = ()
    """What variorum.toml itself says of that (`authority`)."""

    def facts(self, doc: str) -> dict[str, str]:
        """All that is said of a document; where two rules say something else, the later one holds."""
        return {key: value for rule in self.rules if rule.names(doc) for key, value in rule.facts.items()}

    def concerning(self, file: str) -> list[tuple[str, dict[str, str]]]:
        """The rules that may name a document of a file: when they change, it is read again."""
        return [(rule.pattern, dict(rule.facts)) for rule in self.rules if rule.concerns(file)]


def read_settings(library: Path, known: Mapping[str, Mapping[str, Any]]) -> Settings:
    """The settings of a library; `known` has the settings of each step with their defaults.

    Raises SettingsError where the file is no TOML, or a key or value is not understood.
    """
    path = library / FILE
    if not path.is_file():
        return Settings()
    try:
        written = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SettingsError(f"read {path}: it is not TOML in UTF-8: {error}; mend that line") from error
    check_keys(path, "", written, ["title", "editions", "documents", "engine", "authority", "entities", *known])
    rules = [
        *_editions(path, _section(path, "editions", written)),
        *_documents(path, _section(path, "documents", written)),
    ]
    steps = {step: _step(path, step, written[step], known[step]) for step in known if step in {*written} - {"entities"}}
    title, engine = _text(path, "title", written.get("title", "")), _engine(path, written.get("engine", {}))
    authority, entries = _authority(path, written.get("authority", {})), _entries(path, written.get("entities", []))
    return Settings(title, tuple(rules), steps, engine, authority, entries)


def is_public(access: str | None, today: date) -> bool:
    """Whether a document may be published on a day.

    >>> is_public("embargoed until 2030-01-01", date(2029, 12, 31))
    False
    """
    until = embargo(access)
    return until <= today if until else (access or PUBLIC) == PUBLIC


def embargo(access: str | None) -> date | None:
    """The day on which a document may be published, if access to it says one.

    Raises ValueError where it is no day of the calendar.
    """
    written = _EMBARGO.fullmatch(access or PUBLIC)
    return date.fromisoformat(written[1]) if written else None


def _editions(path: Path, editions: Mapping[str, Any]) -> Iterable[Rule]:
    for key, edition in editions.items():
        check_keys(path, f"editions.{key}", edition, ["name", "documents"])
        for pattern in edition.get("documents", []):
            yield Rule(_text(path, f"editions.{key}.documents", pattern), {"edition": edition.get("name", key)})


def _documents(path: Path, documents: Mapping[str, Any]) -> Iterable[Rule]:
    for pattern, facts in documents.items():
        check_keys(path, f'documents."{pattern}"', facts, [*FACTS, "date"])
        named = {
            {"date": "composed"}.get(key, key): _text(path, f'documents."{pattern}".{key}', value)
            for key, value in facts.items()
        }
        _check_access(path, pattern, named.get("access", PUBLIC))
        yield Rule(pattern, named)


def _check_access(path: Path, pattern: str, access: str) -> None:
    try:
        known = access in (PUBLIC, "private") or embargo(access) is not None
    except ValueError:
        known = False
    if not known:
        raise SettingsError(
            f'read {path}: access of documents."{pattern}" is {access!r}; '
            'write "public", "private" or "embargoed until YEAR-MONTH-DAY"'
        )


def _section(path: Path, name: str, written: Mapping[str, Any]) -> Mapping[str, Any]:
    section = written.get(name, {})
    if not isinstance(section, dict):
        raise SettingsError(f"read {path}: {name} is {section!r}; write it as sections [{name}.NAME]")
    return section


def _step(path: Path, step: str, chosen: Any, defaults: Mapping[str, Any]) -> Mapping[str, Any]:
    check_keys(path, step, chosen, [key for key in defaults if not isinstance(defaults[key], tuple)])
    for key, value in chosen.items():
        if type(value) is not type(defaults[key]):
            kind = type(defaults[key]).__name__
            raise SettingsError(
                f"read {path}: {step}.{key} is {value!r}; write a value such as {defaults[key]!r} ({kind})"
            )
    return dict(chosen)


def _engine(path: Path, chosen: Any) -> Mapping[str, int]:
    check_keys(path, "engine", chosen, ["memory"])
    memory = {key: size(value) for key, value in chosen.items()}
    if not all(LEAST <= number <= MOST for number in memory.values()):
        raise SettingsError(
            f"read {path}: engine.memory is {chosen['memory']!r}; "
            'write how much a step may take beside its tables, as "2 GB" or "512 MiB", at least "64 MB"'
        )
    return memory


def size(written: Any) -> int:
    """How many bytes are meant by a number of them, or by a size with its unit; 0 if none is.

    >>> size("1.5 GB"), size("512 MiB"), size(64_000_000), size("much")
    (1500000000, 536870912, 64000000, 0)
    """
    if type(written) is int:
        return written
    read = _SIZE.fullmatch(written) if isinstance(written, str) else None
    return round(float(read[1]) * UNITS[read[2].lower()]) if read else 0


def _authority(path: Path, section: Any) -> str:
    check_keys(path, "authority", section, ["file"])
    return _text(path, "authority.file", section.get("file", ""))


def _entries(path: Path, entries: Any) -> tuple[Mapping[str, Any], ...]:
    if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
        raise SettingsError(f"read {path}: entities is {entries!r}; write each as a section [[entities]]")
    return tuple(entries)


def check_keys(path: Path, where: str, section: Any, known: list[str]) -> None:
    """Raise SettingsError where a section has a key that is not known, and name the nearest that is."""
    if not isinstance(section, dict):
        raise SettingsError(f"read {path}: {where} is {section!r}; write it as a section [{where}]")
    for key in section:
        if key not in known:
            near = difflib.get_close_matches(key, known, 1, 0.5)
            hint = f"did you mean {near[0]!r}?" if near else f"known are: {', '.join(known)}"
            raise SettingsError(f"read {path}: {where + '.' if where else ''}{key} is not known; {hint}")


def _text(path: Path, key: str, value: Any) -> str:
    if isinstance(value, date):
        return value.isoformat()
    if not isinstance(value, str | int) or isinstance(value, bool):
        raise SettingsError(f"read {path}: {key} is {value!r}; write it in quotation marks")
    return str(value)
