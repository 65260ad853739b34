"""Evidence: what documents say of one another, held against the library."""

from variorum.evidence.checks import checks
from variorum.evidence.entities import entities, names
from variorum.evidence.testimony import testimony

__all__ = ["checks", "entities", "names", "testimony"]
