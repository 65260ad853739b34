"""Copies of one text: which spans carry it, and how they differ word by word."""

from variorum.traditions.audits import audits
from variorum.traditions.collations import collated_by, collations
from variorum.traditions.dependence import dependence
from variorum.traditions.omissions import omissions
from variorum.traditions.tokens import given
from variorum.traditions.traditions import traditions
from variorum.traditions.transpositions import linked, transpositions

__all__ = [
    "audits",
    "collated_by",
    "collations",
    "dependence",
    "given",
    "linked",
    "omissions",
    "traditions",
    "transpositions",
]
