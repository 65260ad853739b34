"""Collations: the witnesses of a tradition, token by token, against its base."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray
from rapidfuzz import fuzz, process

from variorum.tables import COLLATIONS
from variorum.traditions.alignment import aligned
from variorum.traditions.places import placed
from variorum.traditions.spelling import plain, spelt_alike
from variorum.traditions.tokens import Numbers, Tokens, tokens, within

KINDS = ("same", "accidental", "substantive", "plus", "minus")
SAME, ACCIDENTAL, SUBSTANTIVE, PLUS, MINUS = range(len(KINDS))
