"""Bands of diagonals, in which an alignment is extended."""
