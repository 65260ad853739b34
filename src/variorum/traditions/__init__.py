"""Copies of one text: which spans carry it, and how they differ word by word."""

from variorum.traditions.collations import collated_by, collations
from variorum.traditions.tokens import given
from variorum.traditions.traditions import traditions
from variorum.traditions.transpositions import linked, transpositions

__all__ = ["collated_by", "collations", "given", "linked", "traditions", "transpositions"]
