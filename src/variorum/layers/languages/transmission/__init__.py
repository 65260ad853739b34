"""The words of transmission, language by language: one file each, one line here."""

from __future__ import annotations

from collections.abc import Mapping

from variorum.layers.languages.transmission.english import ENGLISH
from variorum.layers.languages.transmission.french import FRENCH
from variorum.layers.languages.transmission.german import GERMAN
from variorum.layers.languages.transmission.russian import RUSSIAN
from variorum.layers.languages.transmission.transmission import Idiom, Transmission

__all__ = ["TRANSMISSION", "Idiom", "Transmission"]

TRANSMISSION: Mapping[str, Transmission] = {one.code: one for one in (ENGLISH, FRENCH, GERMAN, RUSSIAN)}
"""By the code of the language."""
