"""What a date is read in, and what is made of it."""

from __future__ import annotations

from typing import NamedTuple

from variorum.layers.dates.anchors import Anchor, Anchors
from variorum.layers.dates.expressions import Expression
from variorum.layers.dates.styles import Setting
from variorum.layers.dates.written import Dated


class Page(NamedTuple):
    """What a date is read in: the text, its setting, and the dates before."""

    text: str
    where: Setting
    anchors: Anchors


class Understood(NamedTuple):
    """An expression with its date, what that was reckoned from, and why."""

    expression: Expression
    dated: Dated
    anchor: str | None
    reason: str


Reading = tuple[Dated, Anchor | None, str, Anchor | None]
"""A date, what it is reckoned from, why, and what it is as an anchor of others."""


def shown(one: Expression, page: Page) -> str:
    """An expression as it stands, between quotation marks, on one line."""
    return f"“{' '.join(page.text[one.start : one.end].split())}”"
