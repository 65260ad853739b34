"""What any two texts share."""

from variorum.passages.fingerprints.documents import wording
from variorum.passages.pairs import passages, renewed, reuse
from variorum.passages.sentences import kept_sentences, sentences
from variorum.passages.translations import translations
from variorum.passages.unrendered import unrendered

__all__ = ["kept_sentences", "passages", "renewed", "reuse", "sentences", "translations", "unrendered", "wording"]
