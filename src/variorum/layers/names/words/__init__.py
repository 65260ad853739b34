"""The words by which names are told, in one file for each language."""

from variorum.layers.names.words.english import ENGLISH
from variorum.layers.names.words.french import FRENCH
from variorum.layers.names.words.german import GERMAN
from variorum.layers.names.words.russian import RUSSIAN
from variorum.layers.names.words.vocabulary import Vocabulary

__all__ = ["VOCABULARIES", "Vocabulary"]

VOCABULARIES = {one.code: one for one in (ENGLISH, FRENCH, GERMAN, RUSSIAN)}
