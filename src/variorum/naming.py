"""What the steps that gather names are told: the authority file, and what people decided about names."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from variorum.authority import as_settings, read_authority
from variorum.identities import Identity
from variorum.settings import Settings

NAMES, ENTITIES = "names", "entities"


class Told(NamedTuple):
    """The settings of all steps, with what was said of names, and what was wrong with that."""

    steps: Mapping[str, Mapping[str, Any]]
    problems: list[str]


def chosen(library: Path, settings: Settings, identities: Iterable[Identity]) -> Told:
    """The settings of all steps: what was said of names is part of what their tables are made from.

    Raises SettingsError where the authority file is not understood.
    """
    entries, problems = read_authority(library, settings)
    authority, decided = as_settings(entries), tuple(list(one[:-1]) for one in identities)
    steps = dict(settings.steps)
    steps[NAMES] = {**steps.get(NAMES, {}), "authority": authority, "decided": decided}
    steps[ENTITIES] = {**steps.get(ENTITIES, {}), "authority": authority}
    return Told(steps, problems)
