"""What any two texts share."""

from variorum.passages.fingerprints.documents import wording
from variorum.passages.pairs import passages, renewed, reuse

__all__ = ["passages", "renewed", "reuse", "wording"]
