"""What any two texts share."""

from variorum.passages.fingerprints.documents import wording
from variorum.passages.pairs import passages, renewed, reuse
from variorum.passages.sentences import kept_sentences, sentences
from variorum.passages.translations import translations

__all__ = ["kept_sentences", "passages", "renewed", "reuse", "sentences", "translations", "wording"]
