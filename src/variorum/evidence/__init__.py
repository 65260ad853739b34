"""Evidence: what documents say of one another, held against the library."""

from variorum.evidence.checks import checks

__all__ = ["checks"]
