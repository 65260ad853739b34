"""Copies of one text: which spans carry it, and how they differ word by word."""

from variorum.traditions.collations import collations
from variorum.traditions.traditions import traditions

__all__ = ["collations", "traditions"]
