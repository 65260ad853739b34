"""Evidence: what documents say of one another, held against the library."""

from variorum.evidence.checks import checks
from variorum.evidence.entities import entities, names

__all__ = ["checks", "entities", "names"]
