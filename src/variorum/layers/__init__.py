"""The layers that lie over one document's text: who speaks, what is embedded, left out, pointed to, misprinted."""

from variorum.layers.dates import dates
from variorum.layers.divisions import divisions
from variorum.layers.ellipses import ellipses
from variorum.layers.embedded import embedded
from variorum.layers.findings import findings, suspects, unlisted
from variorum.layers.names import mentions
from variorum.layers.quotations import quotations
from variorum.layers.quoted import quoted
from variorum.layers.references import references
from variorum.layers.testimony import statements

__all__ = [
    "dates",
    "divisions",
    "ellipses",
    "embedded",
    "findings",
    "mentions",
    "quotations",
    "quoted",
    "references",
    "statements",
    "suspects",
    "unlisted",
]
