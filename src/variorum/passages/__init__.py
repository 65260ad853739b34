"""What any two texts share."""

from variorum.passages.pairs import passages, reuse

__all__ = ["passages", "reuse"]
